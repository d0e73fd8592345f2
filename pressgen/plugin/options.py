"""The plugin's options as the host read them go in; settings come out, or what is wrong in the host's own form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from mkdocs.config.base import ConfigErrors, ValidationError

from pressgen.problems import Place, Problem, Severity
from pressgen.settings import Configuration, Location, Settings, parse, read, without


def settings_from(options: object, config_file: str | None) -> tuple[Settings, Sequence[Problem]]:
    """Give the settings that `options` say, and their problems, at their places in the configuration's file.

    The host may have changed the options after it read them, so the file only tells where each of them stands.
    """
    name = Path(config_file).name if config_file else "mkdocs.yml"

    def place(_location: Location, /, *, at_key: bool) -> Place:  # noqa: ARG001  # the protocol's names
        return Place(name)

    file = read(Path(config_file)) if config_file else Configuration(Path())
    settings, problems = parse(without(options, file.cut), place)
    by_message = {problem.message: problem for problem in file.problems}
    return settings, (*(by_message.get(problem.message, problem) for problem in problems), *file.written)


def as_errors(problems: Sequence[Problem]) -> ConfigErrors:
    """Give the errors among `problems` as the host's configuration reports them: an option's name and what is wrong."""
    return [
        (_option(problem), ValidationError(f"{problem.message} ({problem.place}){_hint(problem)}"))
        for problem in problems
        if problem.severity is Severity.ERROR
    ]


def _option(problem: Problem) -> str:
    found = re.search(r"option '([^'.\[]+)", problem.message)
    return found[1] if found else problem.code.name


def _hint(problem: Problem) -> str:
    return f"; {problem.hint}" if problem.hint else ""
