"""Write the profile of a subject: of a country, an organisation, a person, a topic, a series or a kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from markupsafe import Markup

from pressgen.addresses import Address, way_up
from pressgen.archive import Company, Encounter
from pressgen.languages import Language, sort_key
from pressgen.model import Country, Organisation, Person, Side
from pressgen.model.groups import Group, Subject, subject_of
from pressgen.model.register import Series
from pressgen.views.everywhere import page_of
from pressgen.views.export_links import ExportLink, feed_title, list_exports, profile_exports
from pressgen.views.facts import NOTHING, Marked, SiteFacts, mark_words
from pressgen.views.here import Here
from pressgen.views.lists.listing import Crumb, LineGroup, ListingEntry, YearCount, YearLink, list_lines
from pressgen.views.page import Page
from pressgen.views.profiles.encountered import (
    Happening,
    HappeningGroup,
    StripView,
    Tally,
    encounters_strip,
    releases_strip,
    sentence,
    timeline,
)
from pressgen.views.profiles.individuals import PeopleView, people_view
from pressgen.views.profiles.offices import Office, Roles, days_between, offices, offices_then, other_names
from pressgen.views.templates import in_own_language

ALONE = Company()
LONG = 150
"""The most releases that a profile lists on one page; with more, its years have pages of their own."""

NEWEST = 20
"""How many releases a profile lists whose years have pages of their own."""

Listed = TypeVar("Listed")


@dataclass(frozen=True, slots=True)
class ProfileSummary:
    """The archive's figures about a profile's subject.

    `years` count its releases, the latest first; `tallies` count its encounters, the earliest first; `last` is the last
    encounter. `until` is the archive's latest year. `company` has the people and sides who met. `wider` and `narrower`
    are entries of its group with their counts. `dated` is true if any event has a day, and so a place in a calendar.
    """

    years: tuple[YearCount, ...]
    until: int
    tallies: tuple[Tally, ...] = ()
    last: Encounter | None = None
    company: Company = ALONE
    wider: tuple[tuple[str, int], ...] = ()
    narrower: tuple[tuple[str, int], ...] = ()
    dated: bool = False

    @property
    def count(self) -> int:
        """How many releases there are."""
        return sum(year.count for year in self.years)

    @property
    def paged(self) -> bool:
        """Whether each year has a page of its own."""
        return self.count > LONG


@dataclass(frozen=True, slots=True)
class ProfilePart:
    """What one page of a profile lists: releases, the encounters that they report, and a person's part in them."""

    entries: tuple[ListingEntry, ...]
    happenings: tuple[Happening, ...] = ()
    roles: Roles | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A link to another profile, with a number."""

    name: Marked
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class ProfileView:
    """What the template of profiles may see; what a subject does not have is empty.

    `years` are the links to its years. `offices_then` has, by a line's link, the office that the person held then, if
    it is not the last.
    """

    heading: Marked
    crumbs: tuple[Crumb, ...]
    count: int
    timeline: tuple[HappeningGroup, ...]
    groups: tuple[LineGroup, ...]
    years: tuple[YearLink, ...]
    offices_then: Mapping[str, Markup]
    honorific: Marked = NOTHING
    official: Marked = NOTHING
    names: tuple[Marked, ...] = ()
    sentences: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    wider: tuple[Counted, ...] = ()
    narrower: tuple[Counted, ...] = ()
    strip: StripView | None = None
    people: tuple[PeopleView, ...] = ()
    met: tuple[Counted, ...] = ()
    met_people: PeopleView | None = None
    exports: tuple[ExportLink, ...] = ()


def on_own_page(releases: Sequence[Listed]) -> Sequence[Listed]:
    """Return which of the releases of a subject stand on its own page: all, or the newest of many."""
    return releases[:NEWEST] if len(releases) > LONG else releases


def profile_page(facts: SiteFacts, language: str, subject: Subject, summary: ProfileSummary, part: ProfilePart) -> Page:
    """Build the profile of a subject with the releases that stand on its own page."""
    here = Here(facts, language, facts.addresses.profile(language, subject))
    name = here.name(subject)
    entry = facts.entry(subject)
    person = entry if isinstance(entry, Person) else None
    sentences = sentence(summary.last, summary.tallies, here.words) if subject.side != Side() else ()
    keys = (f"last-contact-{summary.last.channel}" if summary.last else "", "since-year")
    calendar = subject.group.has_calendars and summary.dated
    exports = profile_exports(facts, language, here.address, name.text, calendar=calendar)
    view = ProfileView(
        heading=name,
        crumbs=(_group_crumb(subject, here),),
        count=summary.count,
        timeline=timeline(part.happenings, here),
        groups=_by_year(subject, summary, part, here),
        years=_year_ways(subject, summary, here),
        offices_then=offices_then(person, part.roles or {}, here),
        honorific=mark_words(person.honorific, language) if person else NOTHING,
        official=_official(subject, here) or _days(subject, here),
        names=other_names(person, language) if person else (),
        sentences=tuple(in_own_language(text, here.words, key) for text, key in zip(sentences, keys, strict=False)),
        offices=offices(person, here) if person else (),
        wider=_of_group(subject.group, summary.wider, here),
        narrower=_of_group(subject.group, summary.narrower, here),
        strip=_strip(summary, here.words),
        people=_both_sides(subject, summary, here),
        met=_counted([(subject_of(side), count) for side, count in summary.company.sides], here),
        met_people=people_view(NOTHING, summary.company.others, here) if summary.company.others else None,
        exports=exports,
    )
    return page_of(
        view,
        "profile.html",
        here,
        type_=subject.group,
        address_in=lambda tag: facts.addresses.profile(tag, subject),
        title=name.text,
        description=" ".join([*sentences, here.words.say("releases-count", summary.count)]),
        exports=exports,
    )


def profile_year_page(  # noqa: PLR0913 - what the page is made from, by name
    facts: SiteFacts, language: str, *, subject: Subject, summary: ProfileSummary, year: int, part: ProfilePart
) -> Page:
    """Build the page of one year of a profile whose releases are too many for one page."""
    here = Here(facts, language, _year_address(subject, year, facts, language))
    words, name = here.words, here.name(subject)
    entry = facts.entry(subject)
    person = entry if isinstance(entry, Person) else None
    whole = facts.addresses.profile(language, subject)
    exports = list_exports(facts, here.address, feed_title(facts, language, name.text), whole)
    months = groupby(part.entries, key=lambda entry: entry.day.month)
    view = ProfileView(
        heading=name,
        official=Marked(words.year(year)),
        crumbs=(_group_crumb(subject, here), Crumb(here.to_subject(subject), name.text)),
        count=len(part.entries),
        timeline=timeline(part.happenings, here),
        groups=tuple(
            LineGroup(
                f"{year:04}-{month:02}",
                words.opening(words.month(year, month)),
                list_lines(of_month, facts, language, way_up(here.address)),
            )
            for month, of_month in months
        ),
        years=_year_ways(subject, summary, here),
        offices_then=offices_then(person, part.roles or {}, here),
        exports=exports,
    )
    return page_of(
        view,
        "profile.html",
        here,
        type_=subject.group,
        address_in=lambda tag: _year_address(subject, year, facts, tag),
        title=words.say("profile-of-year", name=name.text, year=words.year(year)),
        description=words.say("releases-count", len(part.entries)),
        exports=exports,
    )


def _group_crumb(subject: Subject, here: Here) -> Crumb:
    return Crumb(here.to(here.places.profiles(here.tag, subject.group)), here.words.say(subject.group.name))


def _by_year(subject: Subject, summary: ProfileSummary, part: ProfilePart, here: Here) -> tuple[LineGroup, ...]:
    counts = {year.year: year.count for year in summary.years}
    groups = []
    for year, entries in groupby(part.entries, key=lambda entry: entry.day.year):
        lines = list_lines(entries, here.facts, here.tag, way_up(here.address))
        more = here.to(_year_address(subject, year, here.facts, here.tag)) if counts[year] > len(lines) else ""
        groups.append(LineGroup(f"y{year:04}", here.words.year(year), lines, more=more, more_count=counts[year]))
    return tuple(groups)


def _year_ways(subject: Subject, summary: ProfileSummary, here: Here) -> tuple[YearLink, ...]:
    """List the links to the years of a profile that has pages for them."""
    if not summary.paged:
        return ()
    ways = ((year, _year_address(subject, year.year, here.facts, here.tag)) for year in summary.years)
    return tuple(
        YearLink(here.to(address), here.words.year(year.year), year.count, current=address == here.address)
        for year, address in ways
    )


def _year_address(subject: Subject, year: int, facts: SiteFacts, tag: str) -> Address:
    return facts.addresses.profile_year(tag, subject, year)


def _strip(summary: ProfileSummary, words: Language) -> StripView | None:
    if summary.tallies:
        return encounters_strip(summary.tallies, summary.until, words)
    return releases_strip([(year.year, year.count) for year in summary.years], summary.until, words)


def _official(subject: Subject, here: Here) -> Marked:
    """Return the official name of a country or organisation where the register has one other than its name."""
    entry = here.facts.entry(subject)
    official = mark_words(entry.official, here.tag) if isinstance(entry, Country | Organisation) else NOTHING
    return official if official.text != here.name(subject).text else NOTHING


def _days(subject: Subject, here: Here) -> Marked:
    """Write the days of a series, as far as the register has them."""
    entry = here.facts.entry(subject)
    return Marked(days_between(entry.start, entry.end, here)) if isinstance(entry, Series) else NOTHING


def _of_group(group: Group, counts: Sequence[tuple[str, int]], here: Here) -> tuple[Counted, ...]:
    return _counted([(Subject(group, id_), count) for id_, count in counts], here)


def _counted(subjects: Sequence[tuple[Subject, int]], here: Here) -> tuple[Counted, ...]:
    links = [Counted(here.name(subject), here.to_subject(subject), count) for subject, count in subjects]
    return tuple(sorted(links, key=lambda link: (sort_key(here.tag, link.name.text), link.href)))


def _both_sides(subject: Subject, summary: ProfileSummary, here: Here) -> tuple[PeopleView, ...]:
    """Return the people of a relationship, the other side first."""
    issuer = here.facts.issuer
    ours = here.side(Side(country=issuer.country)) if issuer.country else mark_words(issuer.name, here.tag)
    sides = ((here.name(subject), summary.company.theirs), (ours, summary.company.ours))
    return tuple(people_view(heading, people, here) for heading, people in sides if people)
