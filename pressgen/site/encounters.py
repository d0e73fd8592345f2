"""The chapter of the ledger and the calendar as data, a file of each for every language.

Their words in a language are looked up when the files are written, since that takes longer than declaring them.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressgen import addresses, exports
from pressgen.exports import EncounterSource, Held, Listed, Met, NamedSubject, Places
from pressgen.model import Release
from pressgen.model.frozen import FrozenMap
from pressgen.model.groups import subject_of
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
    by_id = site.archive.by_id
    met = tuple((happening(site.archive, encounter), by_id[encounter.release]) for encounter in site.archive.encounters)
    held = tuple((event, by_id[event.entry.release]) for event in site.events(reversed(site.dated)))
    own = site.facts.addresses
    for tag in site.languages:
        if met:
            content = Call.of(ledger_data, site.naming(met), tag, places, met)
            yield FileOutput(own.beside(own.ledger(tag), addresses.DATA), content)
        if held:
            content = Call.of(calendar_data, site.nameless, tag, places, held)
            yield FileOutput(own.beside(own.calendar(tag), addresses.DATA), content)


def ledger_data(facts: SiteFacts, tag: str, places: Places, reported: tuple[tuple[Happening, Release], ...]) -> bytes:
    """Write the ledger's data in a language, from encounters with the releases that report them."""
    here = Here(facts, tag, facts.addresses.ledger(tag))
    met = tuple(_met(happening, release, here) for happening, release in reported)
    return exports.ledger_file(EncounterSource(here.words.say("ledger"), tag, here.address, met), places)


def _met(happening: Happening, release: Release, here: Here) -> Met:
    encounter = happening.encounter
    subject = subject_of(encounter.side)
    name = here.facts.side(encounter.side, here.tag, encounter.start).text
    return Met(
        encounter.start,
        encounter.end,
        encounter.channel,
        NamedSubject(subject.group.name, subject.id, name),
        happening.place.root,
        tuple((person.person, person_name(person, here).text) for person in happening.people),
        listed(release),
    )


def calendar_data(
    facts: SiteFacts, tag: str, places: Places, reported: tuple[tuple[CalendarEntry, Release], ...]
) -> bytes:
    """Write the calendar's data in a language, from events with the releases that report them."""
    held = tuple(Held(event.event, listed(release)) for event, release in reported)
    source = EncounterSource(calendar_title(facts, tag), tag, facts.addresses.calendar(tag), held)
    return exports.events_file(source, places)


def listed(release: Release) -> Listed:
    """Return what lists for machines say of a release."""
    titles = FrozenMap((tag, edition.title_line) for tag, edition in release.editions.items())
    record = release.record
    return Listed(release.id, release.original, record.day, record.kind, record.status, titles)
