"""HTML is written complete, and not edited afterwards: holes are filled (`pressgen.text.filling`)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

EDITS = frozenset({"sub", "subn", "replace"})
NAMES = frozenset({"html", "article", "head"})
REASONS = {
    "exports/blocks.py": "tags are marked to count the lines of plain text before each; the HTML itself goes nowhere",
    "text/cleaning.py": "the reader writes a space that does not break as the sanitiser does",
    "text/plain.py": "the reader makes plain text of HTML",
    "load/asked.py": "a list takes the place of a comment in a page of docs/, which MkDocs has made",
    "plugin/links.py": "links of a page of docs/, which MkDocs has made, lead to releases",
    "plugin/secrets.py": "the words of the host's page are looked at, and the page stays as it is",
    "plugin/material/fixes.py": "the theme's page has no other hook here",
}
"""The modules that may, and why."""


def edits_of_html(source: str) -> Iterator[str]:
    """Find calls that replace something in a value that is called HTML."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in EDITS:
            values = (node.func.value, *node.args, *(keyword.value for keyword in node.keywords))
            if any(_is_html(_name_of(value)) for value in values):
                yield f"{node.lineno}: {ast.unparse(node)}"


def _is_html(name: str) -> bool:
    return name in NAMES or name.endswith("_html")


def _name_of(node: ast.AST) -> str:
    if isinstance(node, ast.Call):
        return _name_of(node.args[0] if _name_of(node.func) in {"str", "Markup"} and node.args else node.func)
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def test_only_what_others_have_made_is_edited(repository: Path) -> None:
    package = repository / "pressgen"
    found = {
        path.relative_to(package).as_posix(): edits
        for path in package.rglob("*.py")
        if (edits := list(edits_of_html(path.read_text(encoding="utf-8"))))
    }

    assert {path: edits for path, edits in found.items() if path not in REASONS} == {}
    assert set(found) == set(REASONS), "a reason that is no longer needed"


@pytest.mark.parametrize(
    "source",
    [
        're.sub("a", "b", html)',
        "PATTERN.sub(link, block.html)",
        'Markup(str(page.article).replace("x", "y"))',
        'block_html(block).replace(UP, "../")',
        'str(html).replace("x", "y")',
    ],
)
def test_an_edit_is_found(source: str) -> None:
    assert list(edits_of_html(source))
    assert not list(edits_of_html('title.replace("x", "y"); PATTERN.sub("", text)'))
