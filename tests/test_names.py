"""No public name of a class or function has two meanings in pressgen, so that a reader needs to learn it only once."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "pressgen"

SHARED = {
    "main": "what runs when a module is run",
    "schema": "the command, and the schema that it prints",
    "stage": "the command, and the staging that it runs",
}
"""Names that mean the same in each of their modules, and what that is."""


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

    doubles = {name: of for name, of in modules.items() if len(of) > 1}
    assert {name: of for name, of in doubles.items() if name not in SHARED} == {}
    assert set(SHARED) <= set(doubles), "take away what has become unique"
