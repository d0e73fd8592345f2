"""Describe a release for search engines, as a NewsArticle of schema.org.

Types and properties are those of https://schema.org; what is not known is left out, and so is what the head says once
already: its address, its description, the number and the place. The author is the publisher, by reference. All facts
are in the release's data, which the head names. The page of all editions needs no description of its own: its tags say
title, days, issuing body and number, and lead to the pages of the editions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pressgen.archive.changes import changed, rfc3339
from pressgen.exports.data import written_bound
from pressgen.languages import Language, language
from pressgen.model import Edition, Event, Issuer, Mode, Participant, Release, Side
from pressgen.views.facts import SiteFacts

Data = dict[str, Any]


def news_article(release: Release, edition: Edition, facts: SiteFacts) -> Mapping[str, object]:
    """Describe the page of a release in one language."""
    record, tag = release.record, edition.language
    words = language(tag)
    corrections = [{"@type": "CorrectionComment", "text": correction.note.in_language(tag).text,
                    "datePublished": correction.date.isoformat()} for correction in record.corrections]  # fmt: skip
    return _known({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": edition.title_line,
        "articleSection": words.say(f"kind-{record.kind.value}"),
        "inLanguage": tag,
        "datePublished": published(release),
        "dateModified": modified(release),
        **_publishers(release, tag, facts),
        "about": _about(release, edition, facts),
        "correction": corrections,
        **_in_force(release),
        "creativeWorkStatus": "Withdrawn" if record.is_withdrawn else "",
        **_translations(release, edition, facts),
    })  # fmt: skip


def _publishers(release: Release, tag: str, facts: SiteFacts) -> Data:
    """Describe who issued the release; the authors are the same, by their ids in the page."""
    bodies = [
        {**_organisation(issuer, tag, facts), "@id": f"#issuer-{number}"}
        for number, issuer in enumerate(release.record.issuers, 1)
    ]
    authors: list[Data] = [{"@id": body["@id"]} for body in bodies]
    return {"publisher": _one_or_all(bodies), "author": _one_or_all(authors)}


def _in_force(release: Release) -> Data:
    """Say while when a text is in force: from its issue on where no day is told, and for ever where none ends it.

    It is what schema.org has for it: `validFrom` and `validThrough` belong to offers and permits, not to texts.
    """
    if (valid := release.record.valid) is None:
        return {}
    first, last = written_bound(valid.first), written_bound(valid.last)
    return {"temporalCoverage": f"{first or release.record.day.isoformat()}/{last or '..'}", "expires": last}


def published(release: Release) -> str:
    """Return the time of issue in the ministry's zone, or else its day, in the form of ISO 8601."""
    issued = release.record.issued
    return rfc3339(issued.time) if issued.time else issued.day.isoformat()


def modified(release: Release) -> str:
    """Return the day of the last correction or of the withdrawal, or nothing."""
    return max((day.isoformat() for day in changed(release.record)), default="")


def _translations(release: Release, edition: Edition, facts: SiteFacts) -> Data:
    """Describe the text that this one is a translation of, or the translations that it has."""
    if edition.language != release.original:
        return {"translationOfWork": _work(release, release.original, facts)}
    others = (tag for tag in facts.addresses.languages_of(release) if tag != release.original)
    return {"workTranslation": [_work(release, tag, facts) for tag in others]}


def _work(release: Release, tag: str, facts: SiteFacts) -> Data:
    """Name the page of an edition on that of another."""
    url = facts.absolute(facts.addresses.release(tag, release.id))
    return _known({"@type": "NewsArticle", "url": url, "inLanguage": tag})


def _about(release: Release, edition: Edition, facts: SiteFacts) -> list[Data]:
    record, tag = release.record, edition.language
    words = language(tag)
    people = [_participant(participant, tag, record.day, facts) for participant in record.participants]
    things = [_event(record.event, people, edition, words)] if record.event else people
    things += [_country(code, tag, record.day, facts) for code in record.countries]
    things += [_body(entry, tag, facts) for entry in record.organisations]
    return [thing for thing in things if thing]


def _event(event: Event, people: Sequence[Data], edition: Edition, words: Language) -> Data:
    place = event.place.in_language(edition.language).text
    where: Data | None = {"@type": "Place", "name": place} if place else None
    if where is None and event.mode in (Mode.CALL, Mode.VIDEO):
        where = {"@type": "VirtualLocation", "name": words.say(f"mode-{event.mode.value}")}
    return _known({
        "@type": "Event",
        "name": event.occasion.in_language(edition.language).text,
        "startDate": event.start.isoformat() if event.start else "",
        "endDate": event.end.isoformat() if event.end and event.end != event.start else "",
        "location": where,
        "attendee": [person for person in people if person],
    })  # fmt: skip


def _participant(participant: Participant, tag: str, day: date, facts: SiteFacts) -> Data:
    country = _country(participant.country, tag, day, facts) if participant.country else None
    body = _body(participant.organisation, tag, facts) if participant.organisation else None
    name, role = participant.name.in_language(tag).text, participant.role.in_language(tag).text
    if not name:
        # A delegation without named members has only the name of its role.
        return _known({"@type": "Organization", "name": role, "location": country}) \
            if role else country or body or {}  # fmt: skip
    # An office held in a country is an occupation there: schema.org has no property for whom somebody speaks for.
    office = {"@type": "Occupation", "occupationLocation": country}
    return _known({
        "@type": "Person",
        "name": name,
        "honorificPrefix": participant.honorific.in_language(tag).text,
        "jobTitle": role,
        "hasOccupation": office if role and country else None,
        "affiliation": body,
    })  # fmt: skip


def _country(code: str, tag: str, day: date, facts: SiteFacts) -> Data:
    return {"@type": "Country", "name": facts.side(Side(code), tag, day).text, "identifier": code}


def _body(organisation: str, tag: str, facts: SiteFacts) -> Data:
    return {"@type": "Organization", "name": facts.side(Side(organisation=organisation), tag).text}


def _organisation(issuer: Issuer, tag: str, facts: SiteFacts) -> Data:
    # On a joint letterhead our own body may print another motto or place, and is the same body.
    same_name = issuer.name.root.items() == facts.issuer.name.root.items()  # in whatever order
    own = same_name and issuer.country == facts.issuer.country
    return _known({
        "@type": "GovernmentOrganization",
        "name": issuer.name.in_language(tag).text,
        "url": facts.absolute(facts.addresses.home(tag)) if own else "",
    })  # fmt: skip


def _known(data: Data) -> Data:
    return {key: value for key, value in data.items() if value not in ("", None, [])}


def _one_or_all(things: list[Data]) -> Data | list[Data]:
    return things[0] if len(things) == 1 else things
