"""Read one edition's file: its front matter and its text.

`parse_file` depends on nothing but its argument, and its result can be pickled: an engine may run it in other
processes, or keep the result.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from pressgen.frontmatter import FrontMatter, Marks, Reading, read, shown
from pressgen.load.weekdays import WrongWeekday, wrong_weekdays
from pressgen.model import Body
from pressgen.problems import Place, Problem, codes

if TYPE_CHECKING:
    from pressgen.text.reading import Spot

_ZWSP = "\u200b"
_NUMBERED = re.compile(r"para-\d+(?:-\d+)?")
_COUNTED = frozenset({"paragraph", "list", "quote", "table"})


@dataclass(frozen=True, slots=True)
class UnparsedFile:
    """What `parse_file` needs to know: the file's bytes, its path, its language, and the site's languages and zone.

    Of a file that cannot be read `data` is the problem.
    """

    path: str
    data: bytes | Problem
    language: str
    languages: tuple[str, ...]
    zone: str = "UTC"


class Paragraphs(NamedTuple):
    """How many paragraphs of a text have numbers, and how many paragraphs, lists, quotations and tables it has."""

    numbered: int
    all: int


_NONE = Paragraphs(0, 0)


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """What one file says.

    `front` is None where the front matter cannot be read; `unread` are keys left out of it. `spots` are the line and
    column of each reference of the body. `summary` is what the text says first, in whole sentences, and `paragraphs`
    counts it, so that nobody needs the text itself for either.
    """

    path: str
    language: str
    front: FrontMatter | None
    marks: Marks
    unread: frozenset[str]
    body: Body
    spots: tuple[Spot, ...]
    problems: tuple[Problem, ...]
    summary: str = ""
    paragraphs: Paragraphs = _NONE

    def gives(self, key: str) -> bool:
        """True if the file has the key, even with an invalid value."""
        return self.marks.has(key)


def parse_file(unparsed: UnparsedFile) -> ParsedFile:
    """Read one edition's file."""
    # Where nothing has changed, no text is read, and most of its reader's time to start is that of its patterns.
    from pressgen.text.parsing import ParsedText, parse_body  # noqa: PLC0415
    from pressgen.text.reading import Spot  # noqa: PLC0415
    from pressgen.text.sentence import whole_sentences  # noqa: PLC0415
    from pressgen.text.summary import summary_of  # noqa: PLC0415

    if isinstance(unparsed.data, Problem):
        marks = Marks(unparsed.path, 1, (0,), {})
        return ParsedFile(unparsed.path, unparsed.language, None, marks, frozenset(), Body(), (), (unparsed.data,))
    reading = read(unparsed.data, unparsed.path, unparsed.zone)
    source = reading.body.replace(_ZWSP, "")
    body, problems, spots = ParsedText(Body(), (), ())
    if source.strip() or reading.front_matter is not None:
        body, problems, spots = parse_body(
            source,
            language=unparsed.language,
            languages=unparsed.languages,
            path=unparsed.path,
            first_line=reading.first_line,
        )
    problems = (*problems, *_weekdays_of_text(source, unparsed, reading.first_line))
    if len(source) != len(reading.body):
        columns = _Columns(reading.body, reading.first_line)
        problems = tuple(columns.moved(problem) for problem in problems)
        spots = tuple(Spot(line, columns.column(line, column)) for line, column in spots)
    return ParsedFile(
        unparsed.path,
        unparsed.language,
        reading.front_matter,
        reading.marks,
        reading.unread,
        body,
        spots,
        (*reading.problems, *_weekdays_of_words(reading, unparsed.language), *problems),
        whole_sentences(summary_of(body, unparsed.language)),
        _paragraphs(body),
    )


def _paragraphs(body: Body) -> Paragraphs:
    blocks = [block for block in body.blocks if block.kind in _COUNTED]
    return Paragraphs(sum(bool(_NUMBERED.fullmatch(block.anchor)) for block in blocks), len(blocks))


def _weekdays_of_text(source: str, file: UnparsedFile, first_line: int) -> Iterator[Problem]:
    """Report weekdays in the text that are not those of their dates."""
    for wrong in wrong_weekdays(source, file.language):
        before = source[: wrong.at]
        place = Place(file.path, first_line + before.count("\n"), wrong.at - before.rfind("\n"))
        yield _weekday_problem(wrong, place)


def _weekdays_of_words(reading: Reading, language: str) -> Iterator[Problem]:
    """Report the same of title and summary."""
    front = reading.front_matter
    for key in ("title", "summary") if front else ():
        for wrong in wrong_weekdays(getattr(front, key) or "", language):
            yield _weekday_problem(wrong, reading.marks.value(key))


def _weekday_problem(wrong: WrongWeekday, place: Place) -> Problem:
    words = shown(wrong.words)
    if wrong.day is None:
        return codes.WRONG_WEEKDAY.at(place, f"the calendar has no such day: '{words}'", "correct the day or the month")
    day = wrong.day
    message = f"'{words}': {day.day} {month_name[day.month]} {day.year} is a {day_name[day.weekday()]}"
    return codes.WRONG_WEEKDAY.at(place, message, f"write '{wrong.right}', or correct the date")


class _Columns:
    """Gives the columns of a file whose invisible spaces were taken out before it was read."""

    def __init__(self, body: str, first_line: int) -> None:
        self.lines: Sequence[str] = body.split("\n")
        self.first = first_line

    def column(self, line: int, column: int) -> int:
        index = line - self.first
        if not 0 <= index < len(self.lines) or _ZWSP not in self.lines[index]:
            return column
        left = column
        for at, letter in enumerate(self.lines[index], 1):
            if letter != _ZWSP:
                left -= 1
                if left == 0:
                    return at
        return len(self.lines[index]) + left

    def moved(self, problem: Problem) -> Problem:
        place = problem.place
        moved = Place(place.path, place.line, self.column(place.line, place.column))
        return replace(problem, place=moved)
