"""Write the lines of lists of releases: of the archive, its years, profiles, and lists within pages of `docs/`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup, escape

from pressgen.addresses import Address, relative
from pressgen.archive import Channel, Force, Hidden
from pressgen.languages import Language
from pressgen.languages import language as language_of
from pressgen.model import Edition, Kind, Phrase, Release, Side, Validity, Words
from pressgen.model.frozen import FrozenMap
from pressgen.model.groups import Subject
from pressgen.text.sentence import first_sentence
from pressgen.text.summary import summary_of
from pressgen.views.channel_marks import NO_MARK, mark_of
from pressgen.views.facts import NOTHING, Marked, SiteFacts, mark, mark_words
from pressgen.views.in_force import force_key, in_force_in_short
from pressgen.views.remembering import remembered
from pressgen.views.templates import in_own_language, piece
from pressgen.views.titles import short_names


class Partner(NamedTuple):
    """A country or organisation that a release is with, or else about, and its names by language."""

    side: Side
    names: Mapping[str, Phrase]


@dataclass(frozen=True, slots=True)
class ListingEntry:
    """What a list shows of one release, in any language.

    `titles` and `summaries` are by language. `partners` are those whom the release is with, or else about, with
    their names as of the `day`. `hidden` says in an author's preview why the public does not
    see the release. `names` are, by language, names in the title or the summary within which no line breaks. `valid`
    is while it is in force, and `force` how that stands.
    """

    release: str
    original: str
    day: date
    kind: Kind
    number: str
    titles: Mapping[str, str]
    summaries: Mapping[str, str]
    partners: tuple[Partner, ...] = ()
    hidden: Hidden | None = None
    withdrawn: bool = False
    withdrawn_on: date | None = None
    names: Mapping[str, tuple[str, ...]] = FrozenMap()
    valid: Validity | None = None
    force: Force | None = None

    @classmethod
    def of(
        cls,
        release: Release,
        partners: tuple[Partner, ...] = (),
        hidden: Hidden | None = None,
        force: Force | None = None,
    ) -> ListingEntry:
        """Collect what lists show of a release; `partners` are the names of those whom it is with."""
        summaries = {
            tag: first_sentence(edition.summary or summary_of(edition.body, edition.language))
            for tag, edition in release.editions.items()
        }
        names = {tag: _names_in(release, edition, summaries[tag]) for tag, edition in release.editions.items()}
        return cls(
            release=release.id,
            original=release.original,
            day=release.record.day,
            kind=release.record.kind,
            number=release.record.number,
            titles=FrozenMap((tag, edition.title_line) for tag, edition in release.editions.items()),
            summaries=FrozenMap(summaries),
            partners=partners,
            hidden=hidden,
            withdrawn=release.record.is_withdrawn,
            withdrawn_on=release.record.withdrawn.date if release.record.withdrawn else None,
            names=FrozenMap((tag, of_edition) for tag, of_edition in names.items() if of_edition),
            valid=release.record.valid if force else None,
            force=force,
        )

    def language_for(self, tag: str) -> str:
        """Return the language in which readers of `tag` get the release: their own, or else the original's."""
        return tag if tag in self.titles else self.original

    def title(self, tag: str) -> Phrase:
        """Return the title for readers of a language, in the language that the release has."""
        language = self.language_for(tag)
        return Phrase(self.titles[language], language)

    def summary(self, tag: str) -> Phrase:
        """Return the first sentence for readers of a language."""
        language = self.language_for(tag)
        return Phrase(self.summaries[language], language)


def _names_in(release: Release, edition: Edition, summary: str) -> tuple[str, ...]:
    """Return the participants' names of several words that stand in the title or the summary."""
    texts = (edition.title_line, summary)
    participants = release.record.participants
    names = (person.name.in_language(tag).text for tag in release.editions for person in participants)
    return short_names(name for name in names if " " in name and any(name in text for text in texts))


@dataclass(frozen=True, slots=True)
class YearCount:
    """A year of the archive, and how many releases it lists."""

    year: int
    count: int


@dataclass(frozen=True, slots=True)
class MonthCount:
    """A month of a year of the archive, and how many releases it lists."""

    month: int
    count: int


NOBODY = Side()


@dataclass(frozen=True, slots=True)
class Connections:
    """The releases that a release is connected with, each as a list shows it, and the subjects that it names.

    `earlier` and `later` are the releases before and after it with the same `partner`.
    """

    related: tuple[ListingEntry, ...] = ()
    supersedes: tuple[ListingEntry, ...] = ()
    superseded_by: tuple[ListingEntry, ...] = ()
    corrects: tuple[ListingEntry, ...] = ()
    corrected_by: tuple[ListingEntry, ...] = ()
    about: tuple[Subject, ...] = ()
    partner: Side = NOBODY
    earlier: ListingEntry | None = None
    later: ListingEntry | None = None


UNCONNECTED = Connections()


class HeldLine(NamedTuple):
    """How an encounter was held that a line reports: through what, from which day to which, and where."""

    channel: Channel
    start: date
    end: date
    place: Words


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list as a page shows it. `only` names the languages of a release that lacks the page's.

    `standing` says of a release that the reader may not rely on it as one that is published, else it is empty. `force`
    says of one that is in force for a time until when it is, or that it is no more. In the calendar, a single day has
    its `weekday`. On the profile of those who were met, `mark` is that of the channel, which is then the `kind`, and
    `place` is where; `span` are the days, where they are not that of the line. `shared` is the line without `href`,
    which pages of every depth have in common.
    """

    href: str
    day: date
    shown_day: str
    title: Marked
    kind: str
    number: str
    partners: tuple[Marked, ...]
    others: int
    only: str
    standing: str
    summary: Marked
    names: tuple[str, ...] = ()
    force: str = ""
    mark: Markup = NO_MARK
    span: str = ""
    place: Marked = NOTHING
    weekday: str = ""
    id: str = ""
    shared: Line | None = None

    def item(self, words: Language) -> Markup:
        """Write the line as an item of a register in the page's language."""
        before, after = _around_href(self.shared or self, words)
        return Markup(before + escape(self.href) + after)  # noqa: S704 - the template escapes the rest


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines under one heading with its `id`.

    `more` leads to all lines of the year if these are not all.
    """

    id: str
    heading: str
    lines: tuple[Line, ...]
    more: str = ""
    more_count: int = 0


@dataclass(frozen=True, slots=True)
class YearLink:
    """A link to one year or month: its name, how many releases it has, whether it is this page."""

    href: str
    year: str
    count: int
    current: bool


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step on the way from the archive to a page."""

    href: str
    text: str


def list_lines(  # noqa: PLR0913 - what differs between pages, by name
    entries: Iterable[ListingEntry],
    facts: SiteFacts,
    language: str,
    up: str,
    *,
    with_year: bool = False,
    held: Mapping[str, HeldLine] = FrozenMap(),
    without: Side = NOBODY,
) -> tuple[Line, ...]:
    """List lines for a page: with whole dates, or without the year, and with each month named where it begins.

    `up` is the way from the page up to the site's root. `held` has, by the ids of releases, the encounters that the
    page's subject had, which is `without` and not named in its own list.
    """
    forms = ("whole",) if with_year else ("month", "day")
    shared = (
        (entry, _line(entry, language, forms[-1] if at else forms[0], held.get(entry.release), without))
        for _, of_month in groupby(entries, key=lambda entry: (entry.day.year, entry.day.month))
        for at, entry in enumerate(of_month)
    )
    return tuple(
        replace(line, href=up + facts.addresses.release(language, entry.release), shared=line) for entry, line in shared
    )


_NO_KIND = f"kind-{Kind.OTHER.value}"
"""What a release is that is of no kind: nothing that a line could say."""

SEVERAL_SCREENS = 50
"""With more lines than these, a page leads to its months."""

MOST_PARTNERS = 2
"""How many of those whom a release is with its line names."""

_KEPT_LINES = 4096
"""A release stands in the lists of its year and month and of everything that it is about: some ten, far apart."""


@remembered(_KEPT_LINES)
def _line(entry: ListingEntry, language: str, date_form: str, held: HeldLine | None, without: Side) -> Line:
    words = language_of(language)
    kind = f"channel-{held.channel}" if held else f"kind-{entry.kind.value}"
    others = [partner for partner in entry.partners if partner.side != without]
    other_days = held and (held.start, held.end) != (entry.day, entry.day)
    return Line(
        href="",
        day=entry.day,
        shown_day=_shown_day(entry.day, date_form, words),
        title=mark(entry.title(language), language),
        kind="" if kind == _NO_KIND else in_own_language(words.say(kind), words, kind),
        number=entry.number,
        partners=tuple(mark(partner.names[language], language) for partner in others[:MOST_PARTNERS]),
        others=len(others[MOST_PARTNERS:]),
        only=editions_of(entry, words),
        standing=standing_of(entry, words),
        summary=mark(entry.summary(language), language),
        names=entry.names.get(entry.language_for(language), ()),
        force=_in_force(entry, words),
        mark=mark_of(held.channel) if held else NO_MARK,
        span=words.days(held.start, held.end) if held and other_days else "",
        place=mark_words(held.place, language) if held else NOTHING,
    )


def _shown_day(day: date, form: str, words: Language) -> str:
    if form == "whole":
        return words.short_date(day)
    return words.day_month(day) if form == "month" else words.number(day.day)


def editions_of(entry: ListingEntry, words: Language) -> str:
    """Name the languages that a release is in, if readers do not have it in theirs; else return nothing."""
    return "" if words.tag in entry.titles else words.join([words.name_of(tag) for tag in entry.titles])


def standing_of(entry: ListingEntry, words: Language) -> str:
    """Say that a release is withdrawn or hidden; nothing of one that readers may rely on."""
    if entry.hidden:
        key = f"status-{entry.hidden.value}"
    elif not entry.withdrawn:
        return ""
    else:
        key = "withdrawn-on" if entry.withdrawn_on else "status-withdrawn"
    day = {"date": words.date(entry.withdrawn_on)} if key == "withdrawn-on" and entry.withdrawn_on else {}
    return in_own_language(words.say(key, None, **day), words, key)


def _in_force(entry: ListingEntry, words: Language) -> str:
    """Say until when a release is in force, or that it is no more; nothing of one that nothing of the kind is said."""
    if not (entry.valid and entry.force):
        return ""
    said = in_force_in_short(entry.valid, entry.force, words)
    return in_own_language(said, words, force_key(entry.force))


@remembered(_KEPT_LINES)
def _around_href(line: Line, words: Language) -> tuple[Markup, Markup]:
    """Write what stands before and behind the address in the item of a line, which is the only one that has it."""
    before, _, after = piece("lists.html", "item", replace(line, href=_HREF), words).partition(_HREF)
    return before, after


_HREF = "\x02"
"""Stands for the address while an item is written; no text of the site holds a control character."""


def year_links(years: Sequence[YearCount], facts: SiteFacts, language: str, address: Address) -> tuple[YearLink, ...]:
    """List the links to the years, for the page at `address`."""
    words = language_of(language)
    return tuple(
        YearLink(relative(address, target), words.year(year.year), year.count, target == address)
        for year in years
        for target in [facts.addresses.year(language, year.year)]
    )
