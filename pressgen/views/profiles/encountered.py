"""Write encounters on pages: the first sentence of a profile, the strip of years and the ledger's lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from pressgen.archive import Channel, Encounter, Individual
from pressgen.languages import Language
from pressgen.model import Words
from pressgen.views.channel_marks import mark_of
from pressgen.views.facts import Marked, mark_words
from pressgen.views.here import Here
from pressgen.views.lists.listing import MOST_PARTNERS, HeldLine
from pressgen.views.profiles.charts import StripRow, says_something, strip
from pressgen.views.profiles.individuals import person_name


@dataclass(frozen=True, slots=True)
class Tally:
    """How many encounters a year had through each channel, in the order of `Channel`."""

    year: int
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """How many encounters the year had."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Happening:
    """An encounter with what the ledger shows of it: the place, and who spoke for the other sides."""

    encounter: Encounter
    place: Words
    people: tuple[Individual, ...] = ()


@dataclass(frozen=True, slots=True)
class StripView:
    """A strip of years and the table of its numbers: the names of its columns, and for each year a row."""

    heading: str
    svg: Markup
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody's name, with the way to their page where they have one."""

    words: Marked
    href: str


@dataclass(frozen=True, slots=True)
class HappeningLine:
    """One line of the ledger: with which sides, of whom `others` more are not named."""

    iso: str
    day: str
    mark: Markup
    channel: str
    href: str
    place: Marked
    people: tuple[Name, ...]
    sides: tuple[Name, ...]
    others: int


@dataclass(frozen=True, slots=True)
class HappeningGroup:
    """The encounters of one year, under its heading."""

    id: str
    heading: str
    lines: tuple[HappeningLine, ...]


def tallies_of(encounters: Iterable[Encounter]) -> tuple[Tally, ...]:
    """Count encounters by year and channel, the earliest year first."""
    by_year: dict[int, dict[Channel, int]] = {}
    for encounter in encounters:
        counts = by_year.setdefault(encounter.start.year, dict.fromkeys(Channel, 0))
        counts[encounter.channel] += 1
    return tuple(Tally(year, tuple(counts.values())) for year, counts in sorted(by_year.items()))


def sentence(last: Encounter | None, tallies: Sequence[Tally], words: Language) -> tuple[str, ...]:
    """Sum up encounters in sentences: the last one, and how many there were through each channel since the first.

    A single encounter needs only the first sentence; without encounters there is none.
    """
    if last is None:
        return ()
    sentences = [words.say(f"last-contact-{last.channel}", date=words.span(last.start, last.end))]
    if sum(tally.total for tally in tallies) > 1:
        first, latest = tallies[0].year, tallies[-1].year
        key = "within-year" if first == latest else "since-year"
        sentences.append(words.say(key, what=say_counts(_sums(tallies), words), year=words.digits(f"{first:04}")))
    return tuple(sentences)


def say_counts(counts: Sequence[int], words: Language) -> str:
    """Write how many encounters there were through each channel: `2 visits and 1 meeting`."""
    return words.join(
        words.say(f"{channel}-count", count) for channel, count in zip(Channel, counts, strict=True) if count
    )


def _sums(tallies: Sequence[Tally]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*(tally.counts for tally in tallies), strict=True)))


def encounters_strip(tallies: Sequence[Tally], until: int, words: Language) -> StripView | None:
    """Draw the strip of encounters from the first year to `until`, a row for each channel that was used."""
    if not says_something([tally.total for tally in tallies]):
        return None
    by_year = {tally.year: tally for tally in tallies}
    years = range(tallies[0].year, max(until, tallies[-1].year) + 1)
    nothing = (0,) * len(Channel)
    counts = [by_year[year].counts if year in by_year else nothing for year in years]
    used = [(place, channel) for place, channel in enumerate(Channel) if any(row[place] for row in counts)]
    rows = [
        StripRow(words.say(f"channels-{channel}"), tuple(row[at] for row in counts), channel) for at, channel in used
    ]
    texts = {tally.year: say_counts(tally.counts, words) for tally in tallies}
    return _strip_view("encounters-by-year", years, rows, texts, words)


def releases_strip(counts: Sequence[tuple[int, int]], until: int, words: Language) -> StripView | None:
    """Draw the strip of releases by year, from pairs of a year and a count."""
    if not says_something([count for _, count in counts]):
        return None
    by_year = dict(counts)
    years = range(min(by_year), max(until, *by_year) + 1)
    row = StripRow(words.say("releases"), tuple(by_year.get(year, 0) for year in years))
    texts = {year: words.say("releases-count", count) for year, count in sorted(counts)}
    return _strip_view("releases-by-year", years, [row], texts, words)


def _strip_view(
    heading: str, years: range, rows: Sequence[StripRow], texts: dict[int, str], words: Language
) -> StripView:
    title = words.say(heading)
    by_year = [words.say("strip-year", year=words.digits(f"{year:04}"), what=what) for year, what in texts.items()]
    text = words.say("strip-text", title=title, years=words.join(by_year))
    totals = len(rows) > 1
    table = []
    for index, year in reversed([*enumerate(years)]):
        numbers = [row.counts[index] for row in rows]
        if any(numbers):
            cells = [*numbers, sum(numbers)] if totals else numbers
            table.append((words.digits(f"{year:04}"), tuple(words.number(number) for number in cells)))
    columns = (*(row.name for row in rows), *([words.say("total")] if totals else []))
    return StripView(title, strip(years.start, rows, text, words), columns, tuple(table))


def timeline(happenings: Sequence[Happening], here: Here) -> tuple[HappeningGroup, ...]:
    """Group encounters, the latest first, under their years."""
    return tuple(
        HappeningGroup(
            f"e{year:04}", here.words.year(year), tuple(happening_line(happening, here) for happening in of_year)
        )
        for year, of_year in groupby(happenings, key=lambda happening: happening.encounter.start.year)
    )


def held_line(happening: Happening) -> HeldLine:
    """Return what the line of a release on the profile of the other side shows of an encounter."""
    encounter = happening.encounter
    return HeldLine(encounter.channel, encounter.start, encounter.end, happening.place)


def happening_line(happening: Happening, here: Here) -> HappeningLine:
    """Build the line of an encounter."""
    encounter = happening.encounter
    start, sides = encounter.start, encounter.sides[:MOST_PARTNERS]
    others = len(encounter.sides) - len(sides)
    # Who spoke for sides that are not named would be taken for those of the others.
    people = () if others else happening.people
    return HappeningLine(
        iso=encounter.start.isoformat(),
        day=here.words.days(encounter.start, encounter.end),
        mark=mark_of(encounter.channel),
        channel=here.say(f"channel-{encounter.channel}"),
        href=here.to(here.places.release(here.tag, encounter.release)),
        place=mark_words(happening.place, here.tag),
        people=tuple(Name(person_name(person, here), here.to_person(person.person)) for person in people),
        sides=tuple(Name(here.side(side, start), here.to_side(side)) for side in sides),
        others=others,
    )
