"""The command `pressgen check`, which reports every problem of a project."""

from __future__ import annotations

from pathlib import Path

import click

from pressgen.cli.summary import advice, check_summary, stops_publication
from pressgen.problems import report


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path), required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="The form of the report: text for people, JSON for programs, or annotations for GitHub Actions.",
)
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
@click.option(
    "-f",
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The site's configuration, where it is not the mkdocs.yml in or above PATH.",
)
@click.pass_context
def check(context: click.Context, path: Path | None, form: str, config_file: Path | None, *, strict: bool) -> None:
    """Report every problem of every release in one run, and of the lists that pages of docs/ ask for.

    PATH is a project's folder, a folder of releases or pages, or one file; the reported problems are those of PATH,
    though the whole archive is read, since a translation is checked against its original. Without PATH it is the
    whole project of the working folder, which may be any folder below the project's. Nothing is built, and nothing but
    the cache is changed.

    Where nothing is said of the links that many states require, a line of advice to the standard error output says
    so. It is no problem; the option `links` ends it.

    The last line says what was checked, in which folder, and how many problems there are. Paths begin at that
    folder. With --format json and github that line goes to the standard error output.

    The exit code is 0 where nothing is wrong, 1 where there are errors (or warnings under --strict), and 2 where
    the command is used wrongly. Without a mkdocs.yml, options have their defaults.
    """
    from pressgen.cli.checking import check_project  # noqa: PLC0415  # `--help` needs no records

    checked, asked = check_project(path, config_file)
    problems = checked.within(asked)
    click.echo(report.FORMATS[form](problems), nl=False)
    if form == "text" and (told := advice(checked, asked)):
        click.echo(told, err=True)
    # Programs read the standard output of the other forms, so the summary is not written there.
    click.echo(check_summary(checked, asked, problems), err=form != "text")
    if stops_publication(problems, strict=strict):
        context.exit(1)
