"""What a release's page shows: a release and a language go in, a `ReleaseView` of words and links comes out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from markupsafe import Markup

from pressgen.addresses import Address, relative
from pressgen.archive import Hidden
from pressgen.languages import Language
from pressgen.languages import language as language_of
from pressgen.model import Block, Edition, Event, Issuer, Kind, Participant, Release, Status, Translation
from pressgen.views.facts import Marked, SiteFacts, mark, mark_name, mark_words, side_of
from pressgen.views.listing import Line, ListingEntry, Relations, lines
from pressgen.views.signature import signed_at
from pressgen.views.text import block_html

PICTURES = frozenset({"avif", "gif", "jpeg", "jpg", "png", "svg", "webp"})
TWO_SIDES = 2


@dataclass(frozen=True, slots=True)
class Notice:
    """What changes how far the reader may rely on the text: `sort` names it, `href` leads to what to read instead."""

    sort: str
    text: str
    note: Marked = Marked("")
    href: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class LetterheadView:
    """One issuing body as its paper prints it; `motto` keeps its lines."""

    state: Marked
    motto: Marked
    name: Marked


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact under its label: a time as the page and as machines read it, and what else there is to say."""

    label: str
    time: str = ""
    iso: str = ""
    details: tuple[Marked, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """One participant."""

    honorific: Marked
    name: Marked
    role: Marked


@dataclass(frozen=True, slots=True)
class SideView:
    """Those who took part for one country or organisation; `name` is empty where they stood for neither."""

    name: Marked
    people: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class BlockView:
    """One block of the text; `signature` where it is the line that signs it."""

    html: Markup
    signature: bool = False


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section of the text, named by its heading where it has one."""

    label: str
    heading: Markup | None
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """A file of the release: its facts as the page shows them. A picture has `alt` and stands in the page."""

    href: str
    title: Marked
    facts: str
    alt: Marked
    credit: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A correction."""

    iso: str
    shown: str
    note: Marked


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The way to the same page in another language, by the language's own name."""

    href: str
    autonym: str
    lang: str
    dir: str


@dataclass(frozen=True, slots=True)
class ContactView:
    """Whom the press may ask."""

    name: Marked
    role: Marked
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class Related:
    """Releases that this one is connected with in one way."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ReleaseView:
    """All that the template of a release may see."""

    notices: tuple[Notice, ...]
    letterheads: tuple[LetterheadView, ...]
    document: str
    kind: str
    number: str
    title: tuple[str, ...]
    length: str
    facts: tuple[Fact, ...]
    sides: tuple[SideView, ...]
    facing: bool
    sections: tuple[SectionView, ...]
    signature: str
    pictures: tuple[Annex, ...]
    attachments: tuple[Annex, ...]
    corrections: tuple[Dated, ...]
    authenticity: str
    translator: str
    languages: tuple[LanguageLink, ...]
    contacts: tuple[ContactView, ...]
    related: tuple[Related, ...]
    absolute: str


@dataclass(frozen=True, slots=True)
class _Making:
    """What every part of one view is made from."""

    facts: SiteFacts
    release: Release
    edition: Edition
    words: Language
    address: Address

    @property
    def tag(self) -> str:
        return self.edition.language

    def to(self, target: Address) -> str:
        return relative(self.address, target)

    def to_edition(self, tag: str) -> str:
        return self.to(self.facts.addresses.release(tag, self.release.id))


def release_view(  # noqa: PLR0913 - the named inputs of a page
    facts: SiteFacts,
    release: Release,
    language: str,
    address: Address,
    links: Sequence[str],
    relations: Relations,
    hidden: Hidden | None,
) -> ReleaseView:
    """Give what the page at `address` shows of the release's edition in `language`.

    `links` are the addresses that the text's references lead to, each empty where the public cannot follow it.
    """
    edition = release.editions[language]
    words = language_of(language)
    making = _Making(facts, release, edition, words, address)
    record = release.record
    targets = tuple(making.to(Address(link)) if link else "" for link in links)
    signed = signed_at(tuple(edition.body.blocks), edition.place, record.day, words)
    sides = _sides(making)
    return ReleaseView(
        notices=tuple(_notices(making, relations, hidden)),
        letterheads=tuple(_letterhead(issuer, language) for issuer in record.issuers),
        document=words.say("joint-release" if len(record.issuers) > 1 else "press-release"),
        kind="" if record.kind is Kind.OTHER else words.say(f"kind-{record.kind.value}"),
        number=record.number,
        title=tuple(" ".join(line.split()) for line in edition.title.splitlines() if line.strip()),
        length=_length(edition.title),
        facts=tuple(_facts(making)),
        sides=sides,
        facing=len(sides) == TWO_SIDES and all(side.name for side in sides),
        sections=_sections(making, targets, signed),
        signature="" if signed else words.signature(edition.place, record.day),
        pictures=tuple(_annexes(making, pictures=True)),
        attachments=tuple(_annexes(making, pictures=False)),
        corrections=tuple(
            Dated(found.date.isoformat(), words.date(found.date), mark_words(found.note, language))
            for found in record.corrections
        ),
        authenticity=_authenticity(making),
        translator=edition.translator,
        languages=other_editions(facts, release, language, address),
        contacts=tuple(_contacts(making)),
        related=tuple(_related(making, relations)),
        absolute=facts.absolute(facts.addresses.release(language, release.id)),
    )


def _notices(making: _Making, relations: Relations, hidden: Hidden | None) -> Iterable[Notice]:
    record, words = making.release.record, making.words
    if hidden is Hidden.DRAFT:
        yield Notice("draft", words.say("notice-draft"))
    if hidden is Hidden.EMBARGO and record.embargo:
        until = words.moment(record.embargo.astimezone(making.facts.settings.zone))
        yield Notice("embargo", words.say("notice-embargo", date=until))
    if record.status is Status.WITHDRAWN:
        yield _withdrawn(making)
    for entry in relations.superseded_by:
        text = words.say("notice-superseded")
        yield Notice("superseded", text, *_way_to(entry, making))
    for entry in relations.corrected_by:
        yield Notice("corrected", words.say("corrected-by"), *_way_to(entry, making))
    for correction in record.corrections:
        text = words.say("notice-corrected", date=words.date(correction.date))
        yield Notice("corrected", text, mark_words(correction.note, making.tag))
    translation = making.edition.translation
    if making.tag in record.authoritative or making.tag == making.release.original:
        return
    if translation and translation is not Translation.OFFICIAL:
        original = making.release.original
        name = words.name_of(original)
        yield Notice(
            translation.value,
            words.say(f"notice-{translation.value}", language=name),
            href=making.to_edition(original),
            link=words.say("read-original", language=name),
        )


def _withdrawn(making: _Making) -> Notice:
    withdrawn, words = making.release.record.withdrawn, making.words
    if withdrawn is None:
        return Notice("withdrawn", words.say("notice-withdrawn-undated"))
    text = words.say("notice-withdrawn", date=words.date(withdrawn.date))
    return Notice("withdrawn", text, mark_words(withdrawn.reason, making.tag))


def _way_to(entry: ListingEntry, making: _Making) -> tuple[Marked, str, str]:
    """Give a notice's note, link and the words of the link, for another release."""
    return (
        Marked(""),
        making.to(making.facts.addresses.release(making.tag, entry.release)),
        entry.title(making.tag).text,
    )


def _letterhead(issuer: Issuer, tag: str) -> LetterheadView:
    return LetterheadView(mark_words(issuer.state, tag), mark_words(issuer.motto, tag), mark_words(issuer.name, tag))


def _length(title: str) -> str:
    """Say how long a title is to the eye: signs above and below a letter take no room of their own."""
    room = sum(not unicodedata.category(character).startswith("M") for character in " ".join(title.split()))
    return next(name for name, most in _LENGTHS if room <= most)


_LENGTHS = (("short", 60), ("medium", 120), ("long", 200), ("longest", 10**9))


def _facts(making: _Making) -> Iterable[Fact]:
    words, issued = making.words, making.release.record.issued
    yield Fact(
        words.say("issued"),
        words.moment(issued.time) if issued.time else words.date(issued.day),
        issued.time.isoformat() if issued.time else issued.day.isoformat(),
        _some(mark_name(making.edition.place, making.tag)),
    )
    event = making.release.record.event
    if event:
        yield _event(event, making)


def _event(event: Event, making: _Making) -> Fact:
    words, tag = making.words, making.tag
    held = Marked(words.say(f"mode-{event.mode.value}")) if event.mode else Marked("")
    shown = words.span(event.start, event.end) if event.start else ""
    one_day = event.start is not None and event.end in (None, event.start)
    return Fact(
        words.say("event"),
        shown,
        event.start.isoformat() if event.start and one_day else "",
        _some(held, mark_words(event.place, tag), mark_words(event.occasion, tag)),
    )


def _sides(making: _Making) -> tuple[SideView, ...]:
    """Gather the participants under those they stood for, each where it is first named."""
    sides: dict[object, list[Participant]] = {}
    for participant in making.edition.participants:
        sides.setdefault(side_of(participant), []).append(participant)
    tag = making.tag
    return tuple(
        SideView(
            mark(making.facts.side(side, tag), tag),  # type: ignore[arg-type]  # the keys are sides
            tuple(
                Speaker(mark_name(person.honorific, tag), mark_name(person.name, tag), mark_name(person.role, tag))
                for person in people
            ),
        )
        for side, people in sides.items()
    )


def _sections(making: _Making, targets: Sequence[str], signed: Block | None) -> tuple[SectionView, ...]:
    def block(found: Block) -> BlockView:
        return BlockView(block_html(found, targets, making.words), found is signed)

    return tuple(
        SectionView(
            section.heading.anchor if section.heading else "",
            block_html(section.heading, targets, making.words) if section.heading else None,
            tuple(block(found) for found in section.blocks),
        )
        for section in making.edition.body.sections
    )


def _annexes(making: _Making, *, pictures: bool) -> Iterable[Annex]:
    sizes: Mapping[str, int] = {file.name: file.size for file in making.release.files}
    words, tag = making.words, making.tag
    for attachment in making.release.record.attachments:
        ending = PurePosixPath(attachment.file).suffix.lstrip(".")
        if (ending.lower() in PICTURES) is not pictures:
            continue
        size = sizes.get(attachment.file)
        facts = words.say("file-facts", type=ending.upper(), size=words.size(size)) if size else ending.upper()
        credit = attachment.credit.in_language(tag).text
        title = mark_words(attachment.caption if pictures and attachment.caption else attachment.title, tag)
        yield Annex(
            making.to(making.facts.addresses.file(making.release.id, attachment.file)),
            title or (Marked("") if pictures else Marked(PurePosixPath(attachment.file).name)),
            facts,
            mark_words(attachment.alt or attachment.title, tag),
            words.say("credit", name=credit) if credit else "",
        )


def _authenticity(making: _Making) -> str:
    """Say which texts are authentic, where the reader could wonder: there is another, or this is a translation."""
    words, release = making.words, making.release
    authentic = [tag for tag in release.record.authoritative if tag in release.editions]
    names = words.join(words.name_of(tag) for tag in authentic)
    if len(authentic) > 1 and making.tag in authentic:
        return words.say("equally-authentic", languages=names)
    if making.tag in authentic or making.tag == release.original:
        return ""
    if making.edition.translation is Translation.OFFICIAL:
        return words.say("notice-official", language=words.name_of(release.original))
    return ""


def other_editions(facts: SiteFacts, release: Release, language: str, address: Address) -> tuple[LanguageLink, ...]:
    """Give the ways from the page at `address` to the release in the languages that it has beside `language`."""
    others = [language_of(tag) for tag in facts.languages if tag in release.editions and tag != language]
    return tuple(
        LanguageLink(
            relative(address, facts.addresses.release(other.tag, release.id)), other.autonym, other.tag, other.direction
        )
        for other in others
    )


def _contacts(making: _Making) -> Iterable[ContactView]:
    for entry in making.release.record.contacts:
        contact = making.facts.contacts.get(entry)
        if contact and _in_force(contact.end, making.release.record.day):
            yield ContactView(
                mark_words(contact.names, making.tag),
                mark_words(contact.role, making.tag),
                contact.email,
                contact.phone,
            )


def _in_force(end: date | None, day: date) -> bool:
    return end is None or day <= end


def _related(making: _Making, relations: Relations) -> Iterable[Related]:
    found = (
        ("corrects", relations.corrects),
        ("supersedes", relations.supersedes),
        ("related", relations.related),
    )
    for key, entries in found:
        if entries:
            shown = lines(entries, making.facts, making.tag, making.address, with_year=True)
            yield Related(making.words.say(key), shown)


def _some(*details: Marked) -> tuple[Marked, ...]:
    return tuple(detail for detail in details if detail)
