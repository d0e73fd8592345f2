"""The command line `pressgen`, with a module for each command.

Each command's docstring is also its entry in the manual.
"""

from __future__ import annotations

import io
import sys

import click

from pressgen import __version__
from pressgen.cli.check import check
from pressgen.cli.due import due
from pressgen.cli.explain import explain
from pressgen.cli.schema import schema
from pressgen.cli.stage import stage

__all__ = ["commands", "main"]


@click.group(name="pressgen", context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="pressgen %(version)s")
def commands() -> None:
    """Check and prepare press releases for an MkDocs site with the plugin pressgen.

    The site itself is built by `mkdocs build` and shown by `mkdocs serve`.
    """


commands.add_command(check)
commands.add_command(due)
commands.add_command(explain)
commands.add_command(schema)
commands.add_command(stage)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        # A path or a title may have letters that the terminal cannot show: they are written as escapes.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    commands()
