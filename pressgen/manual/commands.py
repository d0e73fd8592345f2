"""The manual's page on commands, from the command line itself."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from pressgen.cli import commands
from pressgen.manual.wording import fence_code


def commands_page() -> Iterator[str]:
    """Describe every command and its options."""
    yield f"{inspect.cleandoc(commands.help or '')}\n"
    for name in sorted(commands.commands):
        command = commands.commands[name]
        context = click.Context(command, info_name=f"pressgen {name}")
        yield f"## `pressgen {name}` {{ #{name} }}\n"
        yield fence_code(" ".join(["pressgen", name, *command.collect_usage_pieces(context)]), "text") + "\n"
        yield f"{inspect.cleandoc(command.help or '')}\n"
        for parameter in command.params:
            record = parameter.get_help_record(context)
            if record and isinstance(parameter, click.Option):
                yield f"- `{record[0]}`: {record[1]}"
        yield ""
