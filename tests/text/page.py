"""Shared by tests of texts: a text that was read, and what a browser would show of it."""

import re
from collections.abc import Sequence

import html5lib

from pressgen.model import Body
from pressgen.problems import Problem
from pressgen.text.parsing import parse_body
from tests.blocks import html_of_blocks


def read(
    source: str, language: str = "en", languages: Sequence[str] = ("en", "km")
) -> tuple[Body, tuple[Problem, ...]]:
    parsed = parse_body(source, language=language, languages=languages, path="releases/x.en.md", first_line=1)
    return parsed.body, parsed.problems


def html_of(body: Body) -> str:
    return html_of_blocks(body.blocks)


def shown(html: str) -> str:
    """All text of the HTML as a browser's parser reads it."""
    return "".join(html5lib.parse(html, namespaceHTMLElements=False).itertext())


def letters(text: str) -> str:
    """The text without its spaces."""
    return re.sub(r"\s", "", text)
