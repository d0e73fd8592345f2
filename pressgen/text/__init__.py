"""Markdown goes in; the typed Body of a release and the problems of its text come out.

The one principle: the printed text comes back, letter for letter.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from urllib.parse import unquote

import markdown

from pressgen.model import Block, Body, Section
from pressgen.problems import Problem, codes
from pressgen.text.anchors import NO_PLACE
from pressgen.text.extension import PrintedText
from pressgen.text.failed import tell_stars
from pressgen.text.failed_lines import tell_wrapped
from pressgen.text.holes import ids_in
from pressgen.text.numbering import tell_numbers
from pressgen.text.reading import Reading, Spot

__all__ = ["PrintedText", "parse"]


class _Kept(threading.local):
    """Python-Markdown with our extension, made once for each thread: making it costs as much as a short text."""

    def __init__(self) -> None:
        self.extension = PrintedText()
        self.markdown = markdown.Markdown(extensions=[self.extension])


_KEPT = _Kept()


def parse(
    source: str, *, language: str, languages: Sequence[str], path: str, first_line: int
) -> tuple[Body, tuple[Problem, ...]]:
    """Read the body of one edition.

    `language` is the edition's, `languages` are the site's. Problems are placed in the file `path`, whose line
    `first_line` is the first of `source`. Never raises, whatever the text is.
    """
    reading = Reading(language, tuple(languages), path, first_line, collects=True)
    extension = _KEPT.extension
    extension.blocks = []
    if source.strip():
        extension.prepare(reading)
        _KEPT.markdown.convert(source)
    blocks = extension.blocks
    _tell_missing_fragments(reading, blocks)
    tell_stars(reading)
    tell_wrapped(reading)
    tell_numbers(reading)
    if not blocks:
        reading.tell(codes.EMPTY_BODY, Spot(first_line, 1), "the release has no text", "write it below the second ---")
    problems = sorted(reading.problems, key=lambda problem: problem.sort_key)
    return Body(sections=tuple(_sections(blocks)), references=tuple(reading.references)), tuple(problems)


def _sections(blocks: Iterable[Block]) -> Iterable[Section]:
    heading: Block | None = None
    held: list[Block] = []
    for block in blocks:
        if block.kind == "heading":
            if heading or held:
                yield Section(heading=heading, blocks=tuple(held))
            heading, held = block, []
        else:
            held.append(block)
    if heading or held:
        yield Section(heading=heading, blocks=tuple(held))


def _tell_missing_fragments(reading: Reading, blocks: Sequence[Block]) -> None:
    """Tell of links to a place within the text that it does not have."""
    if not reading.fragments:
        return
    places = ids_in(blocks)
    for fragment, spot in reading.fragments:
        if fragment not in places and unquote(fragment) not in places:
            reading.tell(
                codes.MISSING_TARGET,
                spot,
                f"the text has no place called #{fragment}",
                NO_PLACE,
            )
