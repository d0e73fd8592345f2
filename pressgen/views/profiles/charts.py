"""Draw strips of counts by year as static SVG, as in print.

Each row has its name above it and its numbers above its bars, so nothing depends on colour and no legend is needed; all
rows have one scale. Ink is `currentColor` and the page's own custom properties, so the drawing follows the colours of
the page, also dark and in print. It is drawn for the width of a phone, and time runs in the direction of reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pressgen.archive import Channel
from pressgen.languages import Language
from pressgen.views.channel_marks import SHAPES

WIDTH = 344
"""The width of the drawing in its own units: CSS pixels on a phone of 360 pixels."""

LONGEST = 60
"""The most years that a strip shows: the latest. The table has all."""

_MARGIN = 14
_WIDEST_SLOT = 44
_WIDEST_BAR = 15.0
_TALLEST = 22
_ROW = 62
_BASELINE = 50
_ROOM_FOR_DIGIT = 6.4
_ROOM_FOR_YEAR = 32
_STEPS = (1, 2, 5, 10, 20)


@dataclass(frozen=True, slots=True)
class StripRow:
    """One row of a strip: its name, a count for each year, and the channel whose mark stands before the name."""

    name: str
    counts: tuple[int, ...]
    channel: Channel | None = None


def says_something(counts: Sequence[int]) -> bool:
    """True if a strip of these counts shows more than a sentence: if two years have something."""
    return sum(1 for count in counts if count) > 1


def strip(first: int, rows: Sequence[StripRow], text: str, words: Language) -> Markup:
    """Draw rows of counts by year from the year `first`; `text` says the same to those who do not see it."""
    left_out = max(0, len(rows[0].counts) - LONGEST)
    shown = [StripRow(row.name, row.counts[left_out:], row.channel) for row in rows]
    drawn = _Strip(first + left_out, shown, words)
    return Markup(
        '<svg class="pg-strip" role="img" aria-label="{}" viewBox="0 0 {} {}" '
        'xmlns="http://www.w3.org/2000/svg">{}</svg>'
    ).format(text, WIDTH, drawn.height, Markup("").join(drawn.parts()))


class _Strip:
    """The places of everything in one drawing."""

    def __init__(self, first: int, rows: Sequence[StripRow], words: Language) -> None:
        self.first, self.rows, self.words = first, rows, words
        self.years = len(rows[0].counts)
        self.slot = min(_WIDEST_SLOT, (WIDTH - 2 * _MARGIN) / self.years)
        self.most = max(1, *(max(row.counts) for row in rows))
        self.height = _ROW * len(rows) + 22

    def parts(self) -> Iterator[Markup]:
        for place, row in enumerate(self.rows):
            yield from self._row(row, place * _ROW)
        top = _ROW * len(self.rows) + 14
        for index in self._labelled():
            yield self._words(self._x(index), top, self._year(index), "pg-strip__year")

    def _row(self, row: StripRow, top: int) -> Iterator[Markup]:
        start = 0.0
        if row.channel:
            start = 16.0
            x = WIDTH - 12 if self._mirrored else 0
            yield Markup('<g class="pg-strip__mark" transform="translate({} {})">{}</g>').format(
                x,
                top + 1,
                Markup(SHAPES[row.channel]),  # noqa: S704 - shapes of our own
            )
        x_name = WIDTH - start if self._mirrored else start
        yield Markup('<text class="pg-strip__name" x="{}" y="{}" font-size="12">{}</text>').format(
            _short(x_name), top + 11, row.name
        )
        baseline = top + _BASELINE
        ends = sorted((self._x(-0.5), self._x(self.years - 0.5)))
        yield Markup('<path class="pg-strip__line" d="M{} {}H{}"/>').format(
            _short(ends[0]), baseline + 0.5, _short(ends[1])
        )
        for index, count in enumerate(row.counts):
            if count:
                yield from self._bar(index, count, baseline, numbered=self._is_numbered(row, index))

    def _bar(self, index: int, count: int, baseline: int, *, numbered: bool) -> Iterator[Markup]:
        height = max(1.5, _TALLEST * count / self.most)
        width = min(_WIDEST_BAR, self.slot * 0.62)
        yield Markup('<rect class="pg-strip__bar" x="{}" y="{}" width="{}" height="{}" fill="currentColor"/>').format(
            _short(self._x(index) - width / 2), _short(baseline - height), _short(width), _short(height)
        )
        if numbered:
            yield self._words(self._x(index), baseline - height - 2.5, self.words.number(count), "pg-strip__count")

    def _is_numbered(self, row: StripRow, index: int) -> bool:
        """True if a bar has room for its number; if none has, the first of the tallest gets it."""
        room = 2 + _ROOM_FOR_DIGIT * len(self.words.number(max(row.counts)))
        return self.slot >= room or index == row.counts.index(max(row.counts))

    def _labelled(self) -> Iterator[int]:
        step = next((step for step in _STEPS if step * self.slot >= _ROOM_FOR_YEAR), _STEPS[-1])
        for index in range(self.years):
            if (self.first + index) % step == 0:
                yield index

    def _words(self, x: float, y: float, text: str, class_: str) -> Markup:
        return Markup('<text class="{}" x="{}" y="{}" font-size="11" text-anchor="middle">{}</text>').format(
            class_, _short(x), _short(y), text
        )

    def _year(self, index: int) -> str:
        return self.words.digits(f"{self.first + index:04}")

    def _x(self, index: float) -> float:
        """Return the middle of the slot of a year."""
        x = (index + 0.5) * self.slot + (_MARGIN if self.slot < _WIDEST_SLOT else 0)
        return WIDTH - x if self._mirrored else x

    @property
    def _mirrored(self) -> bool:
        return self.words.direction == "rtl"


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
