"""Build the Record and the Editions of a release from its files, with nothing left open."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from pressgen.frontmatter import EventKeys, FrontMatter, IssuerKeys
from pressgen.load.names import attachment_name
from pressgen.load.pair import EditionFile, OriginalFile, ReleaseFiles
from pressgen.load.people import text_in
from pressgen.load.validity import validity
from pressgen.model import (
    Attachment,
    Body,
    Correction,
    Edition,
    Event,
    Issued,
    Issuer,
    Participant,
    Record,
    Status,
    Translation,
    Withdrawal,
    Words,
    day_of,
    fields_of_words,
)
from pressgen.model.groups import GROUPS
from pressgen.settings import Settings

_NO_WORDS = Words({})


def issued(original: OriginalFile, settings: Settings) -> Issued:
    """Return when a release was issued; a time is that of the ministry's zone, and falls on its day there."""
    moment = original.date
    if isinstance(moment, datetime):
        return Issued(day=day_of(moment, settings.zone), time=moment.astimezone(settings.zone))
    return Issued(day=moment)


def record(release: ReleaseFiles, participants: tuple[Participant, ...], settings: Settings) -> Record:
    """Build the facts of a release, with the words of every edition."""
    front = release.original.front
    words = _Wording(release)
    return Record(
        issued=issued(release.original, settings),
        kind=release.original.kind,
        number=front.number or "",
        dateline=settings.dateline if front.dateline is None else front.dateline,
        event=_event(front.event, words) if front.event else None,
        participants=participants,
        **{group.key: _unique(getattr(front, group.key)) for group in GROUPS if group.listed_by_author},
        related=_unique(front.related),
        supersedes=_unique(front.supersedes),
        corrects=_unique(front.corrects),
        status=front.status or (Status.WITHDRAWN if front.withdrawn else Status.PUBLISHED),
        withdrawn=Withdrawal(
            date=front.withdrawn.date, reason=words.of(lambda one: one.withdrawn.reason if one.withdrawn else None)
        )
        if front.withdrawn
        else None,
        embargo=front.embargo.astimezone(settings.zone) if front.embargo else None,
        corrections=tuple(
            Correction(date=one.date, note=words.in_list("corrections", "note", index))
            for index, one in enumerate(front.corrections)
        ),
        valid=validity(front.valid, settings.zone),
        issuers=_issuers(front.issuer, words, settings.issuer),
        authoritative=_unique(front.authoritative) or (release.original.language,),
        contacts=_unique(front.contacts),
        attachments=tuple(
            Attachment(
                file=attachment_name(one.file, release.original.source.stem),
                **{key: words.in_list("attachments", key, index) for key in fields_of_words(Attachment)},
            )
            for index, one in enumerate(front.attachments)
        ),
    )


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


class _Wording:
    """Gathers words over the files of a release; plain text is in the language of its file."""

    def __init__(self, release: ReleaseFiles) -> None:
        self.files = release.files

    def of(self, find: Callable[[FrontMatter], Words | None]) -> Words:
        gathered: dict[str, str] = {}
        for file in self.files:
            for phrase in find(file.front) or ():
                language = file.language if phrase.language == "und" else phrase.language
                if phrase.text:
                    gathered.setdefault(language, phrase.text)
        return Words.of(gathered) if gathered else _NO_WORDS

    def below(self, key: str, word: str) -> Words:
        """Gather the words under a key of a mapping that each file may have, such as `event`."""
        return self.of(lambda front: getattr(getattr(front, key), word, None))

    def in_list(self, key: str, word: str, index: int) -> Words:
        def find(front: FrontMatter) -> Words | None:
            listed = getattr(front, key) or ()
            found: Words | None = getattr(listed[index], word) if index < len(listed) else None
            return found

        return self.of(find)


def _event(keys: EventKeys, words: _Wording) -> Event:
    start = keys.date or keys.start
    return Event(
        start=start,
        end=keys.end or start,
        mode=keys.mode,
        **{key: words.below("event", key) for key in fields_of_words(Event)},
    )


def _issuers(keys: tuple[IssuerKeys, ...] | None, words: _Wording, site: Issuer) -> tuple[Issuer, ...]:
    """Lay what a release says of its issuers over the site's letterhead.

    An issuer of another country has nothing of that letterhead.
    """
    if not keys:
        return (site,)
    issuers = []
    for index, one in enumerate(keys):
        foreign = bool(one.country) and one.country != site.country
        given = {key: words.in_list("issuer", key, index) for key in fields_of_words(Issuer)}
        if not foreign:
            # A body of the same state prints the same state and motto above its own name.
            given = {key: found or getattr(site, key) for key, found in given.items()}
        emblem = "" if foreign else site.emblem
        issuers.append(Issuer(country=one.country or site.country, emblem=emblem, **given))
    return tuple(issuers)


def editions(release: ReleaseFiles, facts: Record, bodies: dict[str, Body]) -> dict[str, Edition]:
    """Return a release's editions by language, the original's first."""
    return {file.language: _edition(release, file, facts, bodies[file.language]) for file in release.files}


def _edition(release: ReleaseFiles, file: EditionFile, facts: Record, body: Body) -> Edition:
    front = file.front
    translation = front.translation
    if file is not release.original and translation is None and file.language not in facts.authoritative:
        translation = Translation.OFFICIAL
    return Edition(
        release=release.id,
        language=file.language,
        title=front.title,
        summary=front.summary or file.parsed.summary,
        place=_place(release.original, file, facts.issuers[0]),
        body=body,
        translation=translation,
        translator=front.translator or "",
    )


def _place(original: EditionFile, file: EditionFile, issuer: Issuer) -> str:
    """Return where an edition says it was issued: in its own words, or the letterhead's for the same place."""
    given = text_in(file.front.place, file.language, file.language)
    if given:
        return given
    theirs = original.front.place
    if theirs is None:
        return issuer.place.in_language(file.language).text
    if found := text_in(theirs, file.language, original.language):
        return found
    first = text_in(theirs, original.language, original.language) or next(iter(theirs.root.values()), "")
    if first == issuer.place.root.get(original.language) and file.language in issuer.place.root:
        return issuer.place.root[file.language]
    return first
