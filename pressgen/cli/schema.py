"""The command `pressgen schema`, which prints the JSON Schema of a release's front matter."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Write the schema to this file instead of printing it.",
)
def schema(output: Path | None) -> None:
    """Print the JSON Schema of a release's front matter.

    An editor that knows it completes keys and marks mistakes while a release is written.
    """
    text = schema_text()
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.FileError(str(output), error.strerror) from None


def schema_text() -> str:
    """Return the schema as the text of a JSON file."""
    from pressgen import frontmatter  # noqa: PLC0415  # `--help` needs no schema

    return json.dumps(frontmatter.schema(), indent=2, ensure_ascii=False) + "\n"
