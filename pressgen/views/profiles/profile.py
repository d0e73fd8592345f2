"""Write the profile of a subject: of a country, an organisation, a person, a topic, a series or a kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from pressgen.addresses import way_up
from pressgen.archive import Company, Encounter
from pressgen.languages import Language, sort_key
from pressgen.model import Country, Organisation, Person, Side
from pressgen.model.groups import Group, Subject, subject_of
from pressgen.model.register import Series
from pressgen.views.everywhere import page_of
from pressgen.views.export_links import ExportLink, feed_title, list_exports, profile_exports, subject_feed
from pressgen.views.facts import NOTHING, Marked, SiteFacts, mark_words
from pressgen.views.here import Here
from pressgen.views.lists.listing import Crumb, Line, LineGroup, ListingEntry, YearCount, YearLink, list_lines
from pressgen.views.page import Page
from pressgen.views.profiles.encountered import (
    Happening,
    StripView,
    Tally,
    encounters_strip,
    held_line,
    releases_strip,
    sentence,
)
from pressgen.views.profiles.individuals import PeopleView, people_view
from pressgen.views.profiles.offices import NO_OFFICE, Office, Roles, days_between, offices, offices_held, other_names
from pressgen.views.profiles.periods import Period, periods_of
from pressgen.views.templates import in_own_language

ALONE = Company()


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
    def periods(self) -> tuple[Period, ...]:
        """The periods that have pages of their own; none if one page lists all releases."""
        return periods_of(self.years)


@dataclass(frozen=True, slots=True)
class ProfilePart:
    """What one page of a profile lists: releases, the encounters that they report, and a person's part in them.

    `in_force` are those of a kind that are in force, which the first page of its profile lists before all others.
    """

    entries: tuple[ListingEntry, ...]
    in_force: tuple[ListingEntry, ...] = ()
    happenings: tuple[Happening, ...] = ()
    roles: Roles | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """A link to another profile, with a number."""

    name: Marked
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class ProfileYear:
    """The lines of a year, or of that part of it in which a person held an `office`, which is given where it begins.

    `office_id` is that of the heading that names the office.
    """

    lines: LineGroup
    office: Office = NO_OFFICE
    office_id: str = ""


@dataclass(frozen=True, slots=True)
class ProfileView:
    """What the template of profiles may see; what a subject does not have is empty.

    `years` are the links to its years. `in_force` are the lines of what is in force, above those by years.
    `by_office` is true if headings of `groups` name the office that the person held then.
    """

    heading: Marked
    crumbs: tuple[Crumb, ...]
    counted: str
    groups: tuple[ProfileYear, ...]
    years: tuple[YearLink, ...]
    by_office: bool
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
    in_force: tuple[Line, ...] = ()
    exports: tuple[ExportLink, ...] = ()


def profile_page(facts: SiteFacts, language: str, subject: Subject, summary: ProfileSummary, part: ProfilePart) -> Page:
    """Build the profile of a subject with the releases that stand on its own page."""
    here = Here(facts, language, facts.addresses.profile(language, subject))
    name = here.name(subject)
    entry = facts.entry(subject)
    person = entry if isinstance(entry, Person) else None
    sentences = sentence(summary.last, summary.tallies, here.words)
    keys = (f"last-contact-{summary.last.channel}" if summary.last else "", "since-year")
    calendar = subject.group.has_calendars and summary.dated
    exports = profile_exports(facts, language, here.address, name.text, calendar=calendar)
    counted = _counted_since(summary, here.words)
    groups = _by_year(subject, summary, part, here)
    view = ProfileView(
        heading=name,
        crumbs=(_group_crumb(subject, here),),
        counted=in_own_language(counted, here.words, "since-year"),
        groups=groups,
        years=_year_ways(subject, summary, here),
        by_office=any(group.office.role for group in groups),
        honorific=mark_words(person.honorific, language) if person else NOTHING,
        official=_official(subject, here) or _days(subject, here),
        names=other_names(person, language) if person else (),
        sentences=tuple(in_own_language(text, here.words, key) for text, key in zip(sentences, keys, strict=False)),
        offices=offices(person, here) if person else (),
        wider=_of_group(subject.group, summary.wider, here),
        narrower=_of_group(subject.group, summary.narrower, here),
        strip=_strip(summary, here.words),
        people=_both_sides(subject, summary, here),
        in_force=list_lines(part.in_force, facts, language, way_up(here.address), with_year=True),
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
        description=" ".join([*sentences, counted]),
        exports=exports,
    )


def profile_period_page(  # noqa: PLR0913 - what the page is made from, by name
    facts: SiteFacts, language: str, *, subject: Subject, summary: ProfileSummary, period: Period, part: ProfilePart
) -> Page:
    """Build the page of a period of a profile whose releases are too many for one page."""
    here = Here(facts, language, facts.addresses.profile_years(language, subject, *period))
    words, name = here.words, here.name(subject)
    groups = _by_year(subject, summary, part, here)
    whole = facts.addresses.profile(language, subject)
    exports = list_exports(facts, here.address, feed_title(facts, language, name.text), whole)
    view = ProfileView(
        heading=name,
        official=Marked(period.named(words)),
        crumbs=(_group_crumb(subject, here), Crumb(here.to_subject(subject), name.text)),
        counted=here.say("releases-count", len(part.entries)),
        groups=groups,
        years=_year_ways(subject, summary, here),
        by_office=any(group.office.role for group in groups),
        exports=exports,
    )
    return page_of(
        view,
        "profile.html",
        here,
        type_=subject.group,
        address_in=lambda tag: facts.addresses.profile_years(tag, subject, *period),
        title=words.say("profile-of-year", name=name.text, year=period.named(words)),
        description=words.say("releases-count", len(part.entries)),
        exports=(*subject_feed(facts, language, here.address, subject), *exports),
    )


def _group_crumb(subject: Subject, here: Here) -> Crumb:
    return Crumb(here.to(here.places.profiles(here.tag, subject.group)), here.words.say(subject.group.name))


def _counted_since(summary: ProfileSummary, words: Language) -> str:
    """Say how many releases there are, and since when."""
    first, latest = summary.years[-1].year, summary.years[0].year
    what = words.say("releases-count", summary.count)
    key = "within-year" if first == latest else "since-year"
    return words.say(key, what=what, year=words.digits(f"{first:04}"))


def _by_year(subject: Subject, summary: ProfileSummary, part: ProfilePart, here: Here) -> tuple[ProfileYear, ...]:
    """Group the lines of a profile by years, and those of a person who held several offices by these before."""
    entry = here.facts.entry(subject)
    held = offices_held(entry if isinstance(entry, Person) else None, part.roles or {}, here)
    several = len(set(held.values())) > 1
    counts = {year.year: year.count for year in summary.years}
    listed = Counter(entry.day.year for entry in part.entries)
    groups: list[ProfileYear] = []
    last, office_id = NO_OFFICE, ""
    seen: Counter[int] = Counter()
    for (office, year), entries in groupby(
        part.entries, key=lambda entry: (held[entry.release] if several else NO_OFFICE, entry.day.year)
    ):
        lines = _lines(subject, entries, part, here)
        id_ = f"y{year:04}-{len(groups)}" if seen[year] else f"y{year:04}"
        seen[year] += len(lines)
        left = seen[year] == listed[year] < counts[year]
        more = _year_link(subject, year, summary, here) if left else ""
        of_year = LineGroup(id_, here.words.year(year), lines, more=more, more_count=counts[year])
        begins = office != last
        last, office_id = office, f"office-{len(groups)}" if begins else office_id
        groups.append(ProfileYear(of_year, office if begins else NO_OFFICE, office_id))
    return tuple(groups)


def _lines(subject: Subject, entries: Iterable[ListingEntry], part: ProfilePart, here: Here) -> tuple[Line, ...]:
    """List the lines of releases; one that reports an encounter with the subject shows how it was held, and where."""
    held = {happening.encounter.release: held_line(happening) for happening in reversed(part.happenings)}
    return list_lines(entries, here.facts, here.tag, way_up(here.address), held=held, without=subject.side)


def _year_ways(subject: Subject, summary: ProfileSummary, here: Here) -> tuple[YearLink, ...]:
    """List the links to the years of a profile that has pages for them."""
    if not summary.periods:
        return ()
    own = here.to(here.address)
    ways = ((year, _year_link(subject, year.year, summary, here)) for year in summary.years)
    return tuple(YearLink(href, here.words.year(year.year), year.count, current=href == own) for year, href in ways)


def _year_link(subject: Subject, year: int, summary: ProfileSummary, here: Here) -> str:
    """Return the link to a year of a profile: to its page, or to its place on the page of its decade."""
    period = next(period for period in summary.periods if period.holds(year))
    href = here.to(here.places.profile_years(here.tag, subject, *period))
    return href if period.first == period.last else f"{href}#y{year:04}"


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
