"""Shared by tests of texts: a text that was read, and what a browser would show of it."""

import re
from collections.abc import Sequence

import html5lib
import pytest

from pressgen.model import Body
from pressgen.problems import Problem
from pressgen.text import parsing
from tests.blocks import html_of_blocks


def read(
    source: str, language: str = "en", languages: Sequence[str] = ("en", "km")
) -> tuple[Body, tuple[Problem, ...]]:
    parsed = parsing.parse_body(source, language=language, languages=languages, path="releases/x.en.md", first_line=1)
    return parsed.body, parsed.problems


def html_of(body: Body) -> str:
    return html_of_blocks(body.blocks)


def shown(html: str) -> str:
    """All text of the HTML as a browser's parser reads it."""
    return "".join(html5lib.parse(html, namespaceHTMLElements=False).itertext())


def letters(text: str) -> str:
    """The text without its spaces."""
    return re.sub(r"\s", "", text)


def read_without_marks(source: str, language: str, marking: str) -> tuple[Body, Body]:
    """Read a text with and without a function of the parser that marks parts of it; assert that it does no more."""
    marked, problems = read(source, language)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parsing, marking, lambda _: None)
        plain, same = read(source, language)

    assert problems == same
    assert [(block.kind, block.anchor, block.text) for block in marked.blocks] == [
        (block.kind, block.anchor, block.text) for block in plain.blocks
    ]
    assert marked.references == plain.references
    assert letters(shown(html_of(marked))) == letters(shown(html_of(plain)))
    return marked, plain
