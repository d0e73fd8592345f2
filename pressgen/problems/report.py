"""Write problems for a person, a program or a code host: as text, JSON, or annotations."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping

from pressgen.problems import Problem, Severity


def line(problem: Problem) -> str:
    """Write one problem on a line, and its hint on a second; a list in a hint has a line for each of its items."""
    told = f"{problem.place}: {problem.severity} {problem.code.id}: {_single(problem.message)}"
    hint = "\n        ".join(_single(one) for one in problem.hint.split("\n"))
    return f"{told}\n    hint: {hint}" if problem.hint else told


def as_text(problems: Iterable[Problem]) -> str:
    """Write problems for a person, each as `line` does; nothing where there are none."""
    return "".join(f"{line(problem)}\n" for problem in problems)


def as_json(problems: Iterable[Problem]) -> str:
    """Write problems for a program, as a JSON document whose shape is stable.

    `version` is 1; `errors` and `warnings` are their numbers; `problems` is a list, each with `code` (`PG012`), `name`
    (the code's title in the manual), `severity` (`error` or `warning`), `file` (relative to the project's folder, with
    slashes), `line` and `column` (both from 1, the column in characters), `message` and `hint` (empty where there is
    none).
    """
    told = list(problems)
    document = {
        "version": 1,
        "errors": sum(problem.severity is Severity.ERROR for problem in told),
        "warnings": sum(problem.severity is Severity.WARNING for problem in told),
        "problems": [
            {
                "code": problem.code.id,
                "name": problem.code.name,
                "severity": str(problem.severity),
                "file": problem.place.path,
                "line": problem.place.line,
                "column": problem.place.column,
                "message": problem.message,
                "hint": problem.hint,
            }
            for problem in told
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Iterable[Problem]) -> str:
    """Write problems as workflow commands, which GitHub shows beside the lines of a change.

    The form and its escapes are those of
    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    return "".join(f"{_annotation(problem)}\n" for problem in problems)


FORMATS: Mapping[str, Callable[[Iterable[Problem]], str]] = {"text": as_text, "json": as_json, "github": as_github}
"""Each form by the name that a person types."""


def _annotation(problem: Problem) -> str:
    place = problem.place
    message = f"{problem.message}\nhint: {problem.hint}" if problem.hint else problem.message
    properties = f"file={_property(place.path)},line={place.line},col={place.column},title={_property(problem.code.id)}"
    return f"::{problem.severity} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _single(text: str) -> str:
    """Keep a message on its line, whatever an author wrote into a value."""
    return " ".join(text.split()) if not text.isprintable() else text
