"""The command `pressgen explain`, which says of what a page or file of the site is made, when and why."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("address")
@click.option("--all", "whole", is_flag=True, help="Name every input, however many there are.")
@click.option(
    "-f",
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The site's configuration, where it is not the mkdocs.yml in or above the working folder.",
)
@click.pass_context
def explain(context: click.Context, address: str, config_file: Path | None, *, whole: bool) -> None:
    """Say of what the page or file at ADDRESS is made, when it was made last, and why.

    ADDRESS is one of the site, complete or without the site's own address: https://mfa.example/press/en/countries/no/,
    en/countries/no or en/countries/no/index.json.

    The answer names the releases, the entries of the register and all else that the page would change with, and the
    slice of the site in which it stands: outputs that are made of the same. When and why it was made is in the record
    that builds keep in .cache/pressgen, so this is told of a site that was built here.

    The exit code is 1 where the site has nothing at ADDRESS; the nearest addresses are named then.
    """
    from pressgen.cli.explaining import explain_address  # noqa: PLC0415  # `--help` needs no releases

    answer = explain_address(address, config_file, whole=whole)
    click.echo("\n".join(answer.lines), err=not answer.is_known)
    if not answer.is_known:
        context.exit(1)
