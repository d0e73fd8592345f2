"""Build the entries of the search from releases and pages of `docs/`: the texts, names and facts that find each.

Only releases that the public sees are entries.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from pressgen.archive import Archive
from pressgen.languages import country_variants, until_locales_change
from pressgen.languages import language as language_of
from pressgen.model import Edition, Event, Organisation, Participant, Release, Words, fields_of_words
from pressgen.model.groups import COUNTRIES, ORGANISATIONS, PEOPLE, Membership, Subject, subject_of
from pressgen.search.entries import EntrySource, EntryText, SearchEntry
from pressgen.search.pages import PageText
from pressgen.site.keys import combined
from pressgen.site.search.dates import dates

SHOWN_IN_SUMMARY = 80
"""How many first letters of a summary are compared with the text, to see whether it is the text's beginning."""


@dataclass(frozen=True, slots=True)
class ReleaseEntry:
    """The entry of a release, which is built, and the texts of the release read, only if its digest is new."""

    name: str
    year: int
    digest: bytes
    build: Callable[[], SearchEntry] = field(compare=False)

    def read(self) -> SearchEntry:
        """Build the entry."""
        return self.build()


def entries(
    archive: Archive, languages: Sequence[str], digest_of: Callable[[Release], bytes], pages: Iterable[PageText]
) -> tuple[EntrySource, ...]:
    """List every entry of a site in the order of its numbers.

    First the releases from the oldest on, then the pages, then the withdrawn releases. `digest_of` returns the digest
    of a release with its texts and of what the archive and the register know of it.
    """
    names = _Names(archive, tuple(languages))
    usual = combined(*names.usual)
    releases = (
        ReleaseEntry(
            release.id,
            release.record.day.year,
            combined(digest_of(release), usual),
            partial(_release, release, names),
        )
        for release in searchable_releases(archive)
    )
    hidden = (
        SearchEntry(release.id, 0, release.original, (), number=release.record.number) for release in withdrawn(archive)
    )
    return (*releases, *(_page(page) for page in pages), *hidden)


def searchable_releases(archive: Archive) -> tuple[Release, ...]:
    """List the releases that can be found, from the oldest on: those that lists show, and the public sees."""
    return archive.public.listed[::-1]


def withdrawn(archive: Archive) -> tuple[Release, ...]:
    """List the withdrawn releases, from the oldest on: their printed number finds them, and nothing else does."""
    releases = (release for release in archive.public.releases if release.record.number)
    hidden = (release for release in releases if release.record.is_withdrawn)
    return tuple(sorted(hidden, key=lambda release: (release.record.day, release.id)))


def _page(page: PageText) -> SearchEntry:
    texts = tuple(
        EntryText(part.language, part.title, tuple(passage.text for passage in part.passages)) for part in page.parts
    )
    return SearchEntry(f"/{page.name}", 0, page.languages[0], texts)


def _release(release: Release, names: _Names) -> SearchEntry:
    texts = tuple(
        EntryText(tag, release.editions[tag].title_line, tuple(_passages(release, release.editions[tag])))
        for tag in names.languages
        if tag in release.editions
    )
    return SearchEntry(
        name=release.id,
        year=release.record.day.year,
        original=release.original,
        texts=texts,
        names=tuple(dict.fromkeys(name for name in names.of(release) if name)),
        wholes=tuple(dict.fromkeys(names.variants(release))),
        number=release.record.number,
    )


def _passages(release: Release, edition: Edition) -> Iterator[str]:
    """Yield everything that a release's page says in a language: its text, and what stands beside it."""
    texts = [block.text for block in edition.body.blocks]
    yield from texts
    summary = " ".join(edition.summary.split())
    if summary and not any(summary[:SHOWN_IN_SUMMARY] in " ".join(text.split()) for text in texts[:3]):
        yield summary
    if edition.translator:
        yield edition.translator
    tag, record = edition.language, release.record
    for attachment in record.attachments:
        shown = (attachment.title, attachment.alt, attachment.caption, attachment.credit)
        yield from (words.in_language(tag).text for words in shown if words)
    yield from (correction.note.in_language(tag).text for correction in record.corrections)


class _Names:
    """The names and facts by which releases of an archive are known, in every language of its site."""

    def __init__(self, archive: Archive, languages: tuple[str, ...]) -> None:
        self.languages = languages
        self._archive = archive
        self._register = archive.register
        self.usual, _ = next(iter(Counter(map(_issued_by, archive.releases)).most_common(1)), ((), 0))
        self._known: dict[Subject, tuple[str, ...]] = {}

    def of(self, release: Release) -> Iterator[str]:
        """Yield each name and fact of a release."""
        record, event = release.record, release.record.event
        yield record.number
        yield from _kind_names(record.kind.value, self.languages)
        for day in dict.fromkeys(_days(release)):
            yield from dates(day, self.languages)
        for edition in release.editions.values():
            yield edition.place
            for participant in record.participants:
                yield from _participant(participant, edition.language)
        if event:
            for key in fields_of_words(Event):
                yield from _all(getattr(event, key))
        if _issued_by(release) != self.usual:  # a name that stands over every text would find all of them
            for issuer in record.issuers:
                yield from _all(issuer.name)
                yield from _all(issuer.state)
        yield from self._subjects(release)

    def _subjects(self, release: Release) -> Iterator[str]:
        relations = self._archive.relations[release.id]
        for side in relations.sides:
            yield from self._names(subject_of(side))
        for participant in release.record.participants:
            if participant.person:
                yield from self._names(Subject(PEOPLE, participant.person))
            for office in participant.offices:
                yield from _all(office)
        for subject in relations.subjects:
            if subject.group.listed_by_author and subject.group.by is Membership.RECORD:
                yield from self._names(subject)

    def variants(self, release: Release) -> Iterator[str]:
        """List names of the release's countries that readers search for and that no text prints."""
        for code in self._archive.relations[release.id].ids_in(COUNTRIES):
            for tag in self.languages:
                yield from country_variants(tag, code)

    def _names(self, subject: Subject) -> tuple[str, ...]:
        """List the names of a subject, each once; many releases share it."""
        if subject not in self._known:
            names = {COUNTRIES: self._of_country, PEOPLE: self._of_person}.get(subject.group, self._of_entry)
            self._known[subject] = tuple(dict.fromkeys(names(subject)))
        return self._known[subject]

    def _of_country(self, subject: Subject) -> Iterator[str]:
        yield subject.id
        entry = self._register.countries.get(subject.id)
        if entry:
            yield from _all(entry.names)
            yield from _all(entry.official)
            yield from entry.variants
            for former in entry.former:
                yield from _all(former.names)
                yield from _all(former.official)
        for tag in self.languages:
            if not entry or tag not in entry.names.root:
                yield language_of(tag).country(subject.id)

    def _of_entry(self, subject: Subject) -> Iterator[str]:
        entry = self._register.entries(subject.group).get(subject.id)
        if not entry or subject.group is ORGANISATIONS:  # an organisation's id is often what it is called for short
            yield subject.id
        if entry:
            yield from _all(entry.names)
            if isinstance(entry, Organisation):
                yield from _all(entry.official)
            yield from entry.variants

    def _of_person(self, subject: Subject) -> Iterator[str]:
        entry = self._register.people.get(subject.id)
        if entry:
            for name in (*_all(entry.names), *entry.variants):
                yield name
                yield from _initialled(name)
            for honorific in _all(entry.honorific):
                yield honorific
                yield _initials(honorific)


def _issued_by(release: Release) -> tuple[str, ...]:
    return tuple(name for issuer in release.record.issuers for name in _all(issuer.name))


def _days(release: Release) -> list[date]:
    """List the day of issue, and those of the event."""
    event = release.record.event or Event()
    return [release.record.day, *(day for day in (event.start, event.end) if day)]


def _all(words: Words) -> Iterator[str]:
    return (phrase.text for phrase in words)


def _participant(participant: Participant, tag: str) -> Iterator[str]:
    honorific, name = participant.honorific.in_language(tag).text, participant.name.in_language(tag).text
    yield " ".join(part for part in (honorific, name) if part)
    yield _initials(honorific)
    yield from _initialled(name)
    yield participant.role.in_language(tag).text


def _initialled(name: str) -> Iterator[str]:
    """Yield a name with an initial for its first word, or for its last if the family's name stands first."""
    words = name.split()
    if len(words) > 1 and all(_HAS_CAPITALS.match(word) for word in words):
        yield " ".join([f"{words[0][0]}.", *words[1:]])
        yield " ".join([f"{words[-1][0]}.", *words[:-1]])


def _initials(honorific: str) -> str:
    """Abbreviate an honorific of several words: H.E. for Her Excellency."""
    words = honorific.split()
    return "".join(f"{word[0]}." for word in words) if len(words) > 1 and _HAS_CAPITALS.match(honorific) else ""


_HAS_CAPITALS = re.compile(r"[A-Za-z\u00C0-\u024F\u0370-\u058F\u1E00-\u1FFF]")
"""What begins a word of a script that has capitals: names in these are written with initials."""


@until_locales_change(256)
def _kind_names(kind: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(language_of(tag).say(f"kind-{kind}") for tag in languages)
