"""The chapter of the ledger and the calendar as data, a file of each for all languages.

Their words are looked up when the files are written, since that takes longer than declaring them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pressgen import exports
from pressgen.exports import EncounterSource, Held, ListHead, Met, NamedSubject, Places
from pressgen.model import Phrase
from pressgen.model.frozen import FrozenMap
from pressgen.model.groups import subject_of
from pressgen.site.data_by_year import DataList, DataPart
from pressgen.site.happenings import happening
from pressgen.site.materials import Materials
from pressgen.site.output import Call, FileOutput
from pressgen.views.export_links import calendar_title
from pressgen.views.facts import SiteFacts
from pressgen.views.here import Here
from pressgen.views.lists.calendar import CalendarEntry
from pressgen.views.profiles import Happening
from pressgen.views.profiles.individuals import person_name


def encounter_outputs(site: Materials, places: Places) -> Iterator[FileOutput]:
    """Declare the data of the ledger and of the calendar, each if it is not empty."""
    own = site.facts.addresses
    met = tuple(happening(site.archive, encounter) for encounter in site.archive.encounters)
    if met:
        ledger = DataList(met, lambda one: one.encounter.start.year, own.ledger, own.ledger_year)
        yield from ledger.outputs(
            own, lambda part: Call.of(ledger_data, site.naming(part.entries), places=places, part=part)
        )
    held = site.events(reversed(site.dated))
    if held:
        calendar = DataList(held, lambda event: event.start.year, own.calendar, own.calendar_year)
        yield from calendar.outputs(own, lambda part: Call.of(calendar_data, site.nameless, places=places, part=part))


def ledger_data(facts: SiteFacts, places: Places, part: DataPart[Happening]) -> bytes:
    """Write encounters as data."""
    heres = tuple(Here(facts, tag, page) for tag, page in part.pages.items())
    titles = FrozenMap((here.tag, here.words.say("ledger")) for here in heres)
    head = ListHead(titles, part.pages, part.count)
    return exports.ledger_file(
        EncounterSource(head, part.years, tuple(_met(happening, heres) for happening in part.entries)), places
    )


def _met(happening: Happening, heres: tuple[Here, ...]) -> Met:
    encounter = happening.encounter
    subject = subject_of(encounter.side)
    names = by_language(heres[0].facts, lambda tag: heres[0].facts.side(encounter.side, tag, encounter.start))
    return Met(
        encounter.start,
        encounter.end,
        encounter.channel,
        NamedSubject(subject.group.name, subject.id, names),
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
