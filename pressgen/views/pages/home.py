"""Write the home page of a language, or what stands below one that an author wrote."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from markupsafe import Markup

from pressgen.addresses import Address, way_up
from pressgen.archive import Channel, Encounter
from pressgen.languages import language as language_of
from pressgen.model import Side
from pressgen.model.groups import Group, Subject
from pressgen.views.export_links import home_exports
from pressgen.views.facts import Marked, SiteFacts
from pressgen.views.head import Head, alternates, head
from pressgen.views.here import Here
from pressgen.views.lists.listing import Line, ListingEntry, YearCount, YearLink, list_lines, year_links
from pressgen.views.page import Page, PageType
from pressgen.views.references import marked_number
from pressgen.views.release.opening import LetterheadView, letterhead
from pressgen.views.templates import render
from pressgen.views.titles import length_of

NEXT = 5
"""How many releases stand below the latest one."""
MOST_MET = 8
"""How many countries stand in the list of those met most recently."""
MOST_WAYS = 12
"""How many entries of a group stand on the home page; a link leads to all."""


@dataclass(frozen=True, slots=True)
class SubjectCount:
    """An entry of a group, by its id, and how many releases it has."""

    id: str
    count: int


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways into the archive besides its years: the largest entries of each group, and how many each group has.

    `counts` has the groups that are not empty; `events` and `encounters` are the numbers in the calendar and the
    ledger.
    """

    largest: tuple[tuple[Group, tuple[SubjectCount, ...]], ...] = ()
    counts: tuple[tuple[Group, int], ...] = ()
    events: int = 0
    encounters: int = 0

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """The subjects that the ways lead to."""
        return tuple(Subject(group, count.id) for group, counts in self.largest for count in counts)


NO_WAYS = Ways()


@dataclass(frozen=True, slots=True)
class LastMet:
    """A country, and when and how it was last met; `release` tells of it."""

    side: Side
    day: date
    channel: Channel
    release: str

    @classmethod
    def of(cls, side: Side, encounter: Encounter) -> Self:
        """Return what an encounter says of one of its sides."""
        return cls(side, encounter.start, encounter.channel, encounter.release)


@dataclass(frozen=True, slots=True)
class Front:
    """What the archive opens with in every language; `met` are the latest encounters, each with another country."""

    latest: Sequence[ListingEntry] = ()
    years: Sequence[YearCount] = ()
    met: Sequence[LastMet] = ()
    ways: Ways = NO_WAYS


@dataclass(frozen=True, slots=True)
class MetLine:
    """A country as the home page shows it among those met most recently."""

    name: Marked
    href: str
    day: str
    iso: str
    channel: str
    release: str


@dataclass(frozen=True, slots=True)
class Way:
    """A link into the archive: its name, its address, and the number of entries or releases there."""

    name: Marked
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class WayGroup:
    """Ways of one kind under a heading; `all` leads to the rest if these are not all."""

    id: str
    heading: str
    ways: tuple[Way, ...]
    all: str
    count: int


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the template of the home page may see. `latest` and `next` are empty in an archive without releases.

    `letterheads` has one, that of the site. `number` is that of the latest release.
    """

    title: str
    letterheads: tuple[LetterheadView, ...]
    latest: tuple[Line, ...]
    number: Markup
    next: tuple[Line, ...]
    met: tuple[MetLine, ...]
    years: tuple[YearLink, ...]
    groups: tuple[WayGroup, ...]
    further: tuple[Way, ...]
    count: int
    all: str
    length: str


def home_page(facts: SiteFacts, language: str, front: Front) -> Page:
    """Write the home page of a language for which no author wrote one."""
    name = facts.issuer.name.in_language(language).text
    description = language_of(language).say("releases-of", issuer=name)
    view = _view(Here(facts, language, facts.addresses.home(language)), front)
    return Page(
        address=facts.addresses.home(language),
        language=language,
        type=PageType.HOME,
        title=facts.name_in(language),
        description=description,
        head=home_head(facts, language, facts.name_in(language), description),
        article=render("home_page.html", view, language_of(language)),
        alternates=alternates(facts, facts.addresses.home),
    )


def home_fragment(facts: SiteFacts, language: str, front: Front) -> str:
    """Write the front of the archive, to stand in the page that `docs/index.md` makes."""
    here = Here(facts, language, facts.addresses.home(language))
    return render("home.html", _view(here, front), here.words)


def home_head(facts: SiteFacts, language: str, title: str, description: str) -> str:
    """Write the head of a home page."""
    data = {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": facts.name_in(language),
        "inLanguage": language,
        "publisher": {"@type": "GovernmentOrganization", "name": facts.issuer.name.in_language(language).text},
    }
    address = facts.addresses.home(language)
    if facts.site_url:
        data["url"] = facts.absolute(address)
    return head(
        Head(
            address,
            language,
            title,
            description,
            facts.addresses.home_translations(),
            data=data,
            exports=home_exports(facts, language),
        ),
        facts,
    )


def _view(here: Here, front: Front) -> HomeView:
    facts, language = here.facts, here.tag
    shown = list_lines(front.latest[: NEXT + 1], facts, language, way_up(here.address), with_year=True)
    return HomeView(
        title=facts.name_in(language),
        letterheads=(letterhead(facts.issuer, language, way_up(here.address)),),
        latest=shown[:1],
        number=marked_number(shown[0].number if shown else "", here.words),
        next=shown[1:],
        met=tuple(met_line(last, here) for last in front.met[:MOST_MET]),
        years=year_links(front.years, facts, language, here.address),
        groups=tuple(
            way_group(group, entries, dict(front.ways.counts)[group], here) for group, entries in front.ways.largest
        ),
        further=ways_further(front.ways, here, without={group for group, _ in front.ways.largest}),
        count=sum(year.count for year in front.years),
        all=here.to(facts.addresses.releases(language)),
        length=length_of(shown[0].title.text) if shown else "short",
    )


def met_line(last: LastMet, here: Here) -> MetLine:
    """Build the line of a country that was met: the day, the channel and the release that reports it."""
    return MetLine(
        name=here.mark(here.facts.side(last.side, here.tag)),
        href=here.to_side(last.side),
        day=here.words.short_date(last.day),
        iso=last.day.isoformat(),
        channel=here.say(f"channel-{last.channel.value}"),
        release=here.to(here.places.release(here.tag, last.release)),
    )


def way_group(group: Group, entries: Sequence[SubjectCount], count: int, here: Here) -> WayGroup:
    """List the links to some entries of a group, and the link to all `count` of them."""
    ways = tuple(way_to(Subject(group, entry.id), entry.count, here) for entry in entries[:MOST_WAYS])
    return WayGroup(
        f"by-{group.name}", here.say(group.name), ways, here.to(here.places.profiles(here.tag, group)), count
    )


def way_to(subject: Subject, count: int, here: Here) -> Way:
    """Build the link to a profile."""
    return Way(here.name(subject), here.to_subject(subject), count)


def ways_further(ways: Ways, here: Here, *, without: Container[Group] = ()) -> tuple[Way, ...]:
    """List the links to groups (`without` some), to the calendar and to the ledger, each with its number of entries."""
    places: list[tuple[str, Address, int]] = [
        (group.name, here.places.profiles(here.tag, group), count)
        for group, count in ways.counts
        if group not in without
    ]
    places += [("calendar", here.places.calendar(here.tag), ways.events)]
    places += [("encounters", here.places.ledger(here.tag), ways.encounters)]
    return tuple(Way(Marked(here.say(key)), here.to(address), count) for key, address, count in places if count)
