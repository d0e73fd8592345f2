"""The chapter of the ledger and the calendar as data, a file of each for all languages.

Their words are looked up when the files are written, since that takes longer than declaring them. Where there are many,
each year has a file of its own, which is declared alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pressgen import exports
from pressgen.archive import Encounter
from pressgen.exports import EncounterSource, Held, ListHead, Met, NamedSubject, Places
from pressgen.model import Phrase, Release, Side
from pressgen.model.frozen import FrozenMap
from pressgen.model.groups import subject_of
from pressgen.site.calendar import first_year
from pressgen.site.data_by_year import DataList, DataPart
from pressgen.site.happenings import happening
from pressgen.site.materials import Materials
from pressgen.site.output import Call
from pressgen.views.export_links import calendar_title
from pressgen.views.facts import SiteFacts
from pressgen.views.here import Here
from pressgen.views.lists.calendar import CalendarEntry
from pressgen.views.profiles import Happening
from pressgen.views.profiles.individuals import person_name


def ledger_list(site: Materials) -> DataList[Encounter]:
    """Return the encounters of the ledger as a list for machines."""
    places = site.facts.addresses
    return DataList(site.archive.encounters, lambda one: one.start.year, places.ledger, places.ledger_year)


def calendar_list(site: Materials) -> DataList[Release]:
    """Return the releases that report the events of the calendar as a list for machines."""
    places = site.facts.addresses
    return DataList(site.dated, first_year, places.calendar, places.calendar_year)


def ledger_content(site: Materials, places: Places) -> Callable[[DataPart[Encounter]], Call[bytes]]:
    """Return what declares a file of encounters."""

    def content(part: DataPart[Encounter]) -> Call[bytes]:
        met = part.having(happening(site.archive, encounter) for encounter in part.entries)
        return Call.of(ledger_data, site.naming(met.entries), places=places, part=met)

    return content


def calendar_content(site: Materials, places: Places) -> Callable[[DataPart[Release]], Call[bytes]]:
    """Return what declares a file of events."""

    def content(part: DataPart[Release]) -> Call[bytes]:
        return Call.of(calendar_data, site.nameless, places=places, part=part.having(site.events(part.entries)))

    return content


def ledger_data(facts: SiteFacts, places: Places, part: DataPart[Happening]) -> bytes:
    """Write encounters as data."""
    heres = tuple(Here(facts, tag, page) for tag, page in part.pages.items())
    titles = FrozenMap((here.tag, here.words.say("encounters")) for here in heres)
    head = ListHead(titles, part.pages, part.count)
    return exports.ledger_file(
        EncounterSource(head, part.years, tuple(_met(happening, heres) for happening in part.entries)), places
    )


def _met(happening: Happening, heres: tuple[Here, ...]) -> Met:
    encounter, facts = happening.encounter, heres[0].facts

    def named(side: Side) -> NamedSubject:
        subject = subject_of(side)
        names = by_language(facts, lambda tag: facts.side(side, tag, encounter.start))
        return NamedSubject(subject.group.name, subject.id, names)

    return Met(
        encounter.start,
        encounter.end,
        encounter.channel,
        tuple(map(named, encounter.sides)),
        happening.place.root,
        tuple(
            (person.person, FrozenMap((here.tag, person_name(person, here).text) for here in heres))
            for person in happening.people
        ),
        encounter.release,
    )


def calendar_data(facts: SiteFacts, places: Places, part: DataPart[CalendarEntry]) -> bytes:
    """Write events as data."""
    titles = FrozenMap((tag, calendar_title(facts, tag)) for tag in facts.languages)
    held = tuple(Held(one.start, one.end, one.event, one.entry.release) for one in part.entries)
    return exports.events_file(EncounterSource(ListHead(titles, part.pages, part.count), part.years, held), places)


def by_language(facts: SiteFacts, name: Callable[[str], Phrase]) -> Mapping[str, str]:
    """Return a name in each language of the site, under the languages that its words are in."""
    return FrozenMap((phrase.language, phrase.text) for phrase in map(name, facts.languages))
