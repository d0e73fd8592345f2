"""Read the plugin's options from MkDocs, and reports their errors in the form of MkDocs' configuration."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.base import ConfigErrors, ValidationError

from pressgen.problems import Place, Problem, Severity, codes
from pressgen.settings import Configuration, Settings, other_language_plugin, parse, read_configuration, without

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def settings_from(options: object, config_file: str | None) -> tuple[Settings, Sequence[Problem]]:
    """Return the settings of `options` and their problems, with their places in the configuration's file.

    MkDocs may have changed the options after it read them, so the file is only read for the places.
    """
    file = read_configuration(Path(config_file)) if config_file else Configuration(Path())
    settings, problems = parse(without(options, file.cut), file.place)
    return settings, (*problems, *file.written)


def beside_another(config: MkDocsConfig) -> Problem:
    """Return the problem of a plugin that cannot work with pressgen, with its place in the configuration's file."""
    file = config.config_file_path
    problems = read_configuration(Path(file)).problems if file else ()
    place = Place(Path(file).name if file else "mkdocs.yml")
    reported = (problem for problem in problems if problem.code is codes.OTHER_LANGUAGE_PLUGIN)
    return next(reported, other_language_plugin(place))


def as_errors(problems: Sequence[Problem]) -> ConfigErrors:
    """Return the errors among `problems` as MkDocs reports them: the name of an option, and what is wrong."""
    return [
        (problem.about or problem.code.name, ValidationError(f"{problem.message} ({problem.place}){_hint(problem)}"))
        for problem in problems
        if problem.severity is Severity.ERROR
    ]


def _hint(problem: Problem) -> str:
    return f"; {problem.hint}" if problem.hint else ""
