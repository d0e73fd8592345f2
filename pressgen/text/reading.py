"""Collect the results of reading one text: problems, references, notes, and marks that pair with none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from pressgen.languages import language
from pressgen.model import Reference
from pressgen.problems import Code, Place, Problem, codes
from pressgen.text.scripts import Scripts, scripts_for

# A hostile file may have a mistake in every second character; nobody reads more than this many with one code.
MOST_OF_A_CODE = 50
# Characters that no text shows, although a reference such as `&#8238;` may stand for them.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufdd0-\ufdef]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


class SourceLine(NamedTuple):
    """One line of a text, or the part of it within a quote or list item; `column` is that of its first character.

    `lazy`: it continues a list item without the indent of the item, so that no list can begin on it.
    """

    text: str
    number: int
    column: int
    lazy: bool = False


class Spot(NamedTuple):
    """A place in the file: line and column, both counted from 1."""

    line: int
    column: int


class Target(NamedTuple):
    """The address of a link as its author wrote it, and its title."""

    address: str
    title: str


class Star(NamedTuple):
    """A mark of emphasis that pairs with none in its block, with what it could be (`kind`) and the words beside it."""

    marks: str
    kind: str
    words: str
    spot: Spot


class Printed(NamedTuple):
    """The number of a paragraph as it is printed, the depth of its list within others, and its place."""

    mark: str
    depth: int
    spot: Spot


@dataclass(slots=True)
class TextReading:
    """The reading of one text: its languages, its file, and what was found so far."""

    language: str = "en"
    languages: tuple[str, ...] = ()
    path: str = ""
    first_line: int = 1
    problems: list[Problem] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    reference_spots: list[Spot] = field(default_factory=list)
    targets: dict[str, Target] = field(default_factory=dict)
    notes: set[str] = field(default_factory=set)
    fragments: list[tuple[str, Spot]] = field(default_factory=list)
    stars: list[Star] = field(default_factory=list)
    wrapped: list[Spot] = field(default_factory=list)
    printed: list[Printed | None] = field(default_factory=list)
    """The printed numbers in the order of the text; None for a heading."""
    quoting: bool = False
    marking: bool = True
    _counts: dict[str, int] = field(default_factory=dict)
    scripts: Scripts = field(init=False)

    def __post_init__(self) -> None:
        self.scripts = scripts_for(self.language, self.languages)

    def report(self, code: Code, spot: Spot, message: str, hint: str = "") -> None:
        """Report a problem; after `MOST_OF_A_CODE` of a code, no more of them."""
        count = self._counts[code.id] = self._counts.get(code.id, 0) + 1
        if count <= MOST_OF_A_CODE:
            self.problems.append(code.at(Place(self.path, *spot), message, hint))

    def seen(self, text: str, spot: Spot) -> str:
        """Return text without invisible characters, which references such as `&#8238;` may stand for.

        Those that turn the order of letters are reported.
        """
        if not _UNSEEN.search(text):
            return text
        if turning := _TURNING.search(text):
            message = f"a reference stands for an invisible character (U+{ord(turning[0]):04X})"
            hint = "it turns the order of the letters around it; remove it"
            self.report(codes.BIDI_CONTROL, spot, message, hint)
        return _UNSEEN.sub("", text)

    def address(self, target: str, spot: Spot, *, picture: bool) -> str:
        """Return the HTML address of a link or picture; one within the project becomes a reference of the body."""
        if target.startswith("#"):
            self.fragments.append((target[1:], spot))
            return target
        self.references.append(Reference(target=target, picture=picture))
        self.reference_spots.append(spot)
        return f"pressgen:{len(self.references) - 1}"

    @contextmanager
    def speaking(self, tag: str) -> Iterator[None]:
        """Read the text within as text in the language `tag`."""
        before = self.scripts
        self.scripts = scripts_for(tag, self.languages)
        yield
        self.scripts = before

    @property
    def is_turned(self) -> bool:
        """True if the text that is being read runs from right to left."""
        return language(self.scripts.own).direction == "rtl"

    @contextmanager
    def unmarked(self, *, when: bool) -> Iterator[None]:
        """Mark no foreign scripts within, if the language is marked already."""
        before = self.marking
        self.marking = before and not when
        yield
        self.marking = before
