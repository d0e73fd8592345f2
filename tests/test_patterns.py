"""Patterns mean the same on every Python that is supported."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import pressgen
from pressgen.text.scripts import _run_of

ONE_LETTER = {_constants.IN, _constants.LITERAL, _constants.NOT_LITERAL, _constants.ANY}


def patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """List every pattern of pressgen's modules, and one that is only built when it is used."""
    for info in pkgutil.walk_packages(pressgen.__path__, "pressgen."):
        if not info.name.endswith("__main__"):
            module = importlib.import_module(info.name)
            for name, value in vars(module).items():
                held = value.values() if isinstance(value, dict) else [value]
                yield from ((f"{info.name}.{name}", one) for one in held if isinstance(one, re.Pattern))
    yield "pressgen.text.scripts._run_of", _run_of("Arab")


def possessive_groups(parsed: Any) -> Iterator[Any]:  # noqa: ANN401  # the parser's own nested lists
    """List the possessive repetitions of more than a letter or a set of letters."""
    for part in parsed if isinstance(parsed, _parser.SubPattern | list | tuple) else ():
        if isinstance(part, tuple) and part and part[0] is _constants.POSSESSIVE_REPEAT:
            repeated = part[1][2]
            if len(repeated) != 1 or repeated[0][0] not in ONE_LETTER:
                yield repeated
        yield from possessive_groups(part)


def test_no_group_is_repeated_possessively() -> None:
    """Python before 3.11.5 (Debian 12 has 3.11.2) matches such groups wrongly, see CPython's issue 106052."""
    assert [name for name, pattern in patterns() if any(possessive_groups(_parser.parse(pattern.pattern)))] == []


@pytest.mark.parametrize("wrong", [r"(?:ab|c)*+", r"x(?:y++|z)++", r"(?:ab)?+"])
def test_such_a_group_would_be_found(wrong: str) -> None:
    assert any(possessive_groups(_parser.parse(wrong)))
