"""Read the whole text of an edition into sections and blocks, with what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from pressgen.model import Block, Body, Section
from pressgen.problems import Problem, codes
from pressgen.text.anchors import NO_PLACE
from pressgen.text.blocks import PrintedBlocks
from pressgen.text.cleaning import block_of
from pressgen.text.correspondence import mark_letters
from pressgen.text.failed import report_stars
from pressgen.text.failed_lines import report_wrapped
from pressgen.text.holes import ids_in
from pressgen.text.lines import clean_source
from pressgen.text.numbering import report_numbers
from pressgen.text.reading import Spot, TextReading
from pressgen.text.speakers import mark_speakers


class ParsedText(NamedTuple):
    """The text of an edition, what is wrong with it, and the line and column of each of its references."""

    body: Body
    problems: tuple[Problem, ...]
    spots: tuple[Spot, ...]


def parse_body(source: str, *, language: str, languages: Sequence[str], path: str, first_line: int) -> ParsedText:
    """Read the body of one edition.

    `language` is the edition's, `languages` are the site's. Problems are placed in the file `path`, where `first_line`
    is the number of the first line of `source`. Any text can be read; nothing is raised.
    """
    reading = TextReading(language, tuple(languages), path, first_line)
    tree = PrintedBlocks(reading).tree(clean_source(source).split("\n"))
    mark_speakers(tree)
    mark_letters(tree)
    blocks = [block for element in tree if (block := block_of(element))]
    _report_missing_fragments(reading, blocks)
    report_stars(reading)
    report_wrapped(reading)
    report_numbers(reading)
    if not blocks:
        reading.report(
            codes.EMPTY_BODY, Spot(first_line, 1), "the release has no text", "write it below the second ---"
        )
    problems = sorted(reading.problems, key=lambda problem: problem.sort_key)
    body = Body(sections=tuple(_sections(blocks)), references=tuple(reading.references))
    return ParsedText(body, tuple(problems), tuple(reading.reference_spots))


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


def _report_missing_fragments(reading: TextReading, blocks: Sequence[Block]) -> None:
    """Report links to places within the text that it does not have."""
    if not reading.fragments:
        return
    places = ids_in(blocks)
    for fragment, spot in reading.fragments:
        if fragment not in places and unquote(fragment) not in places:
            reading.report(
                codes.MISSING_TARGET,
                spot,
                f"the text has no place called #{fragment}",
                NO_PLACE,
            )
