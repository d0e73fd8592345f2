"""The command `pressgen stage`, which writes a project's archive as plain Markdown files."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "-f",
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The site's configuration, where it is not the mkdocs.yml in or above the working folder.",
)
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
@click.pass_context
def stage(context: click.Context, folder: Path, config_file: Path | None, *, strict: bool) -> None:
    """Write the archive's pages to DIR as plain Markdown, for hosts that run no plugins.

    DIR is a folder that does not exist yet, or is empty, or was written by this command before: then the files of
    that time are replaced, and others in it are left alone. What is not public yet is not written.

    Nothing is written where the releases have errors (or warnings under --strict); the exit code is then 1.
    """
    from pressgen.cli.staging import stage_project  # noqa: PLC0415  # `--help` needs no site

    count = stage_project(folder, config_file, strict=strict)
    if count is None:
        context.exit(1)
    click.echo(f"{count} files written to {folder}")
