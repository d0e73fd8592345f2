"""No public name of a class or function has two meanings in pressgen, so that whoever has met it once knows it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "pressgen"

SHARED = {
    "main": "what runs when a module is run",
    "check": "the command, and the check that it runs",
    "schema": "the command, and the schema that it prints",
    "stage": "the command, and the staging that it runs",
}
"""Names that mean the same in each of their modules, and what that is."""

TODAY = {
    *("CalendarEvent", "Column", "Link", "Notice"),
    *("Way", "Written", "country_name", "cut", "escaped"),
    *("is_named", "lines", "read"),
    *("relative", "said", "set_text", "written"),
}
"""Names with two meanings that are still to be told apart."""


def public_names(path: Path) -> Iterator[str]:
    """Read the names that a module defines for others."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            yield node.name


def test_no_public_name_has_two_meanings() -> None:
    modules: dict[str, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for name in public_names(path):
            modules.setdefault(name, []).append(path.relative_to(PACKAGE).as_posix())

    assert {name: of for name, of in modules.items() if len(of) > 1 and name not in {*SHARED, *TODAY}} == {}
