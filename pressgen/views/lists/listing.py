"""Write the lists of releases: the pages of the archive, of its years and of its months."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from markupsafe import Markup, escape

from pressgen.addresses import Address, relative, way_up
from pressgen.archive import Hidden
from pressgen.languages import Language
from pressgen.languages import language as language_of
from pressgen.model import Edition, Kind, Phrase, Release, Side
from pressgen.model.frozen import FrozenMap
from pressgen.model.groups import Subject
from pressgen.text.sentence import first_sentence
from pressgen.text.summary import summary_of
from pressgen.views.everywhere import page_of
from pressgen.views.export_links import ONE_YEAR, ExportLink, YearFiles, archive_exports, year_exports
from pressgen.views.facts import Marked, SiteFacts, mark
from pressgen.views.here import Here
from pressgen.views.page import Page, PageType
from pressgen.views.remembering import remembered
from pressgen.views.templates import in_own_language, piece
from pressgen.views.titles import short_names


@dataclass(frozen=True, slots=True)
class ListingEntry:
    """What a list shows of one release, in any language.

    `titles` and `summaries` are by language. `partners` are the names of those whom the release is with, or else about,
    each in the languages of the site and as of the `day`. `hidden` says in an author's preview why the public does not
    see the release. `names` are, by language, names in the title or the summary within which no line breaks.
    """

    release: str
    original: str
    day: date
    kind: Kind
    titles: Mapping[str, str]
    summaries: Mapping[str, str]
    partners: tuple[Mapping[str, Phrase], ...] = ()
    hidden: Hidden | None = None
    withdrawn: bool = False
    withdrawn_on: date | None = None
    names: Mapping[str, tuple[str, ...]] = FrozenMap()

    @classmethod
    def of(
        cls, release: Release, partners: tuple[Mapping[str, Phrase], ...] = (), hidden: Hidden | None = None
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
            titles=FrozenMap((tag, edition.title_line) for tag, edition in release.editions.items()),
            summaries=FrozenMap(summaries),
            partners=partners,
            hidden=hidden,
            withdrawn=release.record.is_withdrawn,
            withdrawn_on=release.record.withdrawn.date if release.record.withdrawn else None,
            names=FrozenMap((tag, of_edition) for tag, of_edition in names.items() if of_edition),
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


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list as a page shows it. `only` names the languages of a release that lacks the page's.

    `standing` says of a release that the reader may not rely on it as one that is published, else it is empty.
    `shared` is the line without `href`, which pages of every depth have in common.
    """

    href: str
    day: date
    shown_day: str
    title: Marked
    kind: str
    partners: tuple[Marked, ...]
    only: str
    standing: str
    summary: Marked
    names: tuple[str, ...] = ()
    shared: Line | None = None

    def item(self, words: Language) -> Markup:
        """Write the line as an item of a register in the page's language."""
        before, after = _around_href(self.shared or self, words)
        return Markup(before + escape(self.href) + after)  # noqa: S704 - the template escapes the rest


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines under one heading with its `id`; `href` leads to a page of their own, if there is one.

    `more` leads to all lines of the year if these are not all.
    """

    id: str
    heading: str
    lines: tuple[Line, ...]
    more: str = ""
    more_count: int = 0
    href: str = ""


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


@dataclass(frozen=True, slots=True)
class ListingView:
    """What the templates of lists may see. `by` is the key of what `years` are ordered by."""

    heading: str
    count: int
    crumbs: tuple[Crumb, ...]
    groups: tuple[LineGroup, ...]
    years: tuple[YearLink, ...]
    by: str = "by-year"
    exports: tuple[ExportLink, ...] = ()


def year_page(  # noqa: PLR0913 - the named inputs of an output
    facts: SiteFacts,
    language: str,
    year: int,
    years: Sequence[YearCount],
    entries: Sequence[ListingEntry],
    *,
    files: YearFiles = ONE_YEAR,
) -> Page:
    """Build the page of one year, its releases under their months."""
    here = Here(facts, language, facts.addresses.year(language, year))
    words, places = here.words, here.places
    months = groupby(entries, key=lambda entry: entry.day.month)
    view = ListingView(
        heading=words.year(year),
        count=len(entries),
        crumbs=(Crumb(here.to(places.releases(language)), words.say("releases")),),
        groups=tuple(
            LineGroup(
                f"{year:04}-{month:02}",
                words.opening(words.month(year, month)),
                list_lines(of_month, facts, language, way_up(here.address)),
                href=here.to(places.month(language, year, month)),
            )
            for month, of_month in months
        ),
        years=year_links(years, facts, language, here.address),
        exports=year_exports(facts, language, here.address, here.address, files),
    )
    title = words.say("releases-of-year", year=words.year(year))
    return _page(view, "year.html", here, title, lambda tag: places.year(tag, year))


def month_page(  # noqa: PLR0913 - the named inputs of an output
    facts: SiteFacts,
    language: str,
    *,
    year: int,
    month: int,
    months: Sequence[MonthCount],
    entries: Sequence[ListingEntry],
    files: YearFiles = ONE_YEAR,
) -> Page:
    """Build the page of one month of a year, with links to the year's other months."""
    here = Here(facts, language, facts.addresses.month(language, year, month))
    words, places = here.words, here.places
    name = words.month(year, month)
    view = ListingView(
        heading=words.opening(name),
        count=len(entries),
        crumbs=(
            Crumb(here.to(places.releases(language)), words.say("releases")),
            Crumb(here.to(places.year(language, year)), words.year(year)),
        ),
        groups=(LineGroup("", "", list_lines(entries, facts, language, way_up(here.address))),),
        years=tuple(
            YearLink(here.to(target), words.opening(words.month_name(other.month)), other.count, target == here.address)
            for other in months
            for target in [places.month(language, year, other.month)]
        ),
        by="by-month",
        exports=year_exports(facts, language, here.address, places.year(language, year), files),
    )
    title = words.say("releases-of-month", month=name)
    return _page(view, "year.html", here, title, lambda tag: places.month(tag, year, month))


def archive_page(facts: SiteFacts, language: str, years: Sequence[YearCount], latest: Sequence[ListingEntry]) -> Page:
    """Build the page of the whole archive: the latest releases under their years, and a link to every year."""
    here = Here(facts, language, facts.addresses.releases(language))
    words, places = here.words, here.places
    counts = {year.year: year.count for year in years}
    groups = []
    for year, of_year in groupby(latest, key=lambda entry: entry.day.year):
        lines = list_lines(of_year, facts, language, way_up(here.address))
        left = counts.get(year, 0) - len(lines)
        more = here.to(places.year(language, year)) if left > 0 else ""
        groups.append(LineGroup(f"y{year:04}", words.year(year), lines, more, counts.get(year, 0)))
    view = ListingView(
        heading=words.say("releases"),
        count=sum(counts.values()),
        crumbs=(),
        groups=tuple(groups),
        years=year_links(years, facts, language, here.address),
        exports=archive_exports(facts, language),
    )
    return _page(view, "archive.html", here, view.heading, places.releases)


def _page(view: ListingView, template: str, here: Here, title: str, address_in: Callable[[str], Address]) -> Page:
    return page_of(
        view,
        template,
        here,
        type_=PageType.LISTING,
        address_in=address_in,
        title=title,
        description=here.words.say("releases-count", view.count),
        exports=view.exports,
    )


def list_lines(
    entries: Iterable[ListingEntry], facts: SiteFacts, language: str, up: str, *, with_year: bool = False
) -> tuple[Line, ...]:
    """List lines for a page, with or without the year in the column of dates.

    `up` is the way from the page up to the site's root.
    """
    shared = ((entry, _line(entry, language, with_year)) for entry in entries)
    return tuple(
        replace(line, href=up + facts.addresses.release(language, entry.release), shared=line) for entry, line in shared
    )


_KEPT_LINES = 4096
"""A release stands in the lists of its year and month and of everything that it is about: some ten, far apart."""


@remembered(_KEPT_LINES)
def _line(entry: ListingEntry, language: str, with_year: bool) -> Line:  # noqa: FBT001  # see `lines`
    words = language_of(language)
    return Line(
        href="",
        day=entry.day,
        shown_day=words.short_date(entry.day) if with_year else words.day_month(entry.day),
        title=mark(entry.title(language), language),
        kind=in_own_language(words.say(f"kind-{entry.kind.value}"), words, f"kind-{entry.kind.value}"),
        partners=tuple(mark(names[language], language) for names in entry.partners),
        only="" if language in entry.titles else words.join([words.name_of(tag) for tag in entry.titles]),
        standing=_standing(entry, words),
        summary=mark(entry.summary(language), language),
        names=entry.names.get(entry.language_for(language), ()),
    )


def _standing(entry: ListingEntry, words: Language) -> str:
    if entry.hidden:
        key = f"status-{entry.hidden.value}"
    elif not entry.withdrawn:
        return ""
    else:
        key = "withdrawn-on" if entry.withdrawn_on else "status-withdrawn"
    day = {"date": words.date(entry.withdrawn_on)} if key == "withdrawn-on" and entry.withdrawn_on else {}
    return in_own_language(words.say(key, None, **day), words, key)


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
