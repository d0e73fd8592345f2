"""Collect what stands below a release's text: files, corrections, authenticity, contacts and related releases."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import repeat
from pathlib import PurePosixPath

from markupsafe import Markup, escape

from pressgen.exports.citations import Citation, ris
from pressgen.languages import Language
from pressgen.languages import language as language_of
from pressgen.model import Contact, Correction, Kind, Phrase, Side, Translation, is_picture
from pressgen.model.groups import GROUPS, KINDS, Subject
from pressgen.views.facts import Marked, SiteFacts, mark, mark_words
from pressgen.views.lists.listing import Connections, ListingEntry
from pressgen.views.references import marked_number, refer_to_all
from pressgen.views.release.edition import EditionView
from pressgen.views.release.opening import release_heading
from pressgen.views.templates import in_own_language


@dataclass(frozen=True, slots=True)
class Annex:
    """A file of the release to be fetched: what it is called, and its facts as the page shows them."""

    href: str
    title: Marked
    facts: str


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The link to the same page in another language, under the language's own name."""

    href: str
    autonym: str
    lang: str
    dir: str


@dataclass(frozen=True, slots=True)
class ContactView:
    """A contact for the press."""

    name: Marked
    role: Marked
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class Change:
    """The releases that this one corrects or replaces, or that do so to it, which then makes it `doubtful`."""

    label: str
    references: tuple[Markup, ...]
    doubtful: bool


@dataclass(frozen=True, slots=True)
class SubjectLink:
    """The name of a subject of the release, and the link to its profile; empty if it has none."""

    name: Marked
    href: str


@dataclass(frozen=True, slots=True)
class SubjectLinks:
    """The subjects of a release that belong to one group."""

    label: str
    named: tuple[SubjectLink, ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The release before or after this one with the same partner."""

    label: str
    reference: Markup


@dataclass(frozen=True, slots=True)
class NeighboursView:
    """The links to the releases before and after this one, under the name of the partner they share."""

    heading: Markup
    releases: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True)
class CitationView:
    """How the release is cited: as a line of text, and in the form RIS.

    `bodies` are the issuing bodies, one on each line, if there are several: RIS has them in one name.
    """

    plain: Markup
    ris: Markup
    bodies: str


def annexes(shown: EditionView) -> Iterable[Annex]:
    """List the release's files that are no pictures, with their type and size."""
    sizes: Mapping[str, int] = {file.name: file.size for file in shown.release.files}
    words, tag = shown.words, shown.tag
    for attachment in shown.record.attachments:
        if is_picture(attachment.file):
            continue
        ending = PurePosixPath(attachment.file).suffix.lstrip(".")
        size = sizes.get(attachment.file)
        facts = shown.say("file-facts", type=ending.upper(), size=words.size(size)) if size else ending.upper()
        yield Annex(
            shown.to(shown.facts.addresses.file(shown.release.id, attachment.file)),
            mark_words(attachment.title, tag) or Marked(PurePosixPath(attachment.file).name),
            facts,
        )


def correction_html(correction: Correction, words: Language) -> Markup:
    """Write one correction: its day and what was corrected."""
    day = Markup('<time datetime="{}">{}</time>').format(correction.date.isoformat(), words.date(correction.date))
    note = mark_words(correction.note, words.tag)
    marked = Markup('<span lang="{}" dir="{}">{}</span>').format(note.lang, note.dir, note.text)
    return escape(words.pattern("correction-of")).format(date=day, note=marked if note.lang else note.text)


def authenticity(shown: EditionView) -> str:
    """Name the authentic texts if readers could wonder: if there are several, or this one is a translation."""
    words, release = shown.words, shown.release
    authentic = [tag for tag in release.record.authoritative if tag in release.editions]
    names = words.join(words.name_of(tag) for tag in authentic)
    if len(authentic) > 1 and shown.tag in authentic:
        return shown.say("equally-authentic", languages=names)
    if shown.tag in authentic or shown.tag == release.original:
        return ""
    if shown.edition.translation is Translation.OFFICIAL:
        return shown.say("notice-official", language=words.name_of(release.original))
    return ""


def language_links(facts: SiteFacts, release: str, tags: Iterable[str], up: str) -> tuple[LanguageLink, ...]:
    """Write the links to the editions of a release in some languages; `up` leads to the root of the site."""
    return tuple(
        LanguageLink(up + facts.addresses.release(other.tag, release), other.autonym, other.tag, other.direction)
        for other in map(language_of, tags)
    )


def contact_view(contact: Contact, tag: str) -> ContactView:
    """Show a contact for the press on a page in the language `tag`."""
    return ContactView(mark_words(contact.names, tag), mark_words(contact.role, tag), contact.email, contact.phone)


def subjects(shown: EditionView, connections: Connections) -> Iterable[SubjectLinks]:
    """List the release's kind if nothing above the text names it, and its subjects.

    Left out are the countries and organisations of participants, who stand above the text.
    """
    kind = Subject(KINDS, shown.record.kind.value)
    if shown.record.kind is not Kind.OTHER and not release_heading(shown).is_kind:
        name = mark(shown.facts.name(kind, shown.tag), shown.tag)
        yield SubjectLinks(shown.say("kind"), (SubjectLink(name, shown.to_profile(kind)),))
    present = {participant.side for participant in shown.record.participants}
    others = [subject for subject in connections.about if subject.side == Side() or subject.side not in present]
    for group in (group for group in GROUPS if group.listed_by_author):
        links = tuple(
            SubjectLink(
                mark(shown.facts.name(subject, shown.tag, shown.record.day), shown.tag), shown.to_profile(subject)
            )
            for subject in others
            if subject.group is group
        )
        if links:
            yield SubjectLinks(shown.say(group.name), links)


def neighbours(shown: EditionView, connections: Connections) -> NeighboursView | None:
    """Return the releases before and after this one with the same partner that the page does not name elsewhere."""
    nearest = (("earlier", connections.earlier), ("later", connections.later))
    elsewhere = _referred_to(connections)
    entries = [(key, entry) for key, entry in nearest if entry and entry.release not in elsewhere]
    if not entries:
        return None
    name, href = (
        mark(shown.facts.side(connections.partner, shown.tag, shown.record.day), shown.tag),
        shown.to_side(connections.partner),
    )
    marked = f'<bdi lang="{escape(name.lang)}">{escape(name.text)}</bdi>' if name.lang else str(escape(name.text))
    link = f'<a href="{escape(href)}">{marked}</a>' if href else marked
    heading = Markup(str(escape(shown.words.pattern("before-and-after"))).format(partner=link))  # noqa: S704
    found = refer_to_all((entry for _, entry in entries), shown.facts, shown.words, shown.up)
    return NeighboursView(
        Markup(in_own_language(heading, shown.words, "before-and-after")),  # noqa: S704 - escaped above
        tuple(Neighbour(shown.say(key), reference) for (key, _), reference in zip(entries, found, strict=True)),
    )


def citation(shown: EditionView) -> CitationView:
    """Write how the edition is cited."""
    address = shown.facts.absolute(shown.facts.addresses.release(shown.tag, shown.release.id))
    cited = Citation.of(shown.release, shown.tag, address, shown.facts.headings)
    # In an element quotation marks need no escape.
    text = html.escape(ris(cited).replace("\r\n", "\n"), quote=False)
    bodies = "\n".join(cited.bodies) if len(cited.bodies) > 1 else ""
    return CitationView(plain(cited), Markup(text), bodies)  # noqa: S704 - escaped


def plain(citation: Citation) -> Markup:
    """Write a citation as a line of its own language."""
    words = language_of(citation.language)
    # Everything is escaped piece by piece: formatting Markup would take longer than writing the page's other facts.
    number = f" {marked_number(citation.number, words)}" if citation.number else ""
    line = str(escape(words.pattern("citation"))).format(
        issuer=words.join(map(_body, citation.states, citation.issuers, repeat(words))),
        title=escape(citation.title),
        kind=f"{escape(citation.sort)}{number}",
        date=escape(words.signature(citation.place, citation.day)),
        address=f"<bdi>{escape(citation.address)}</bdi>" if citation.address else "",
    )
    return Markup(line.rstrip(" ,،"))  # noqa: S704 - escaped above


def _body(state: Phrase, name: Phrase, words: Language) -> str:
    """Write an issuing body with its state before it."""
    if not state.text:
        return _marked(name, words.tag)
    pattern = str(escape(words.pattern("issuing-body")))
    return pattern.format(state=_marked(state, words.tag), ministry=_marked(name, words.tag))


def _marked(name: Phrase, page_language: str) -> str:
    marked = mark(name, page_language)
    text = str(escape(marked.text))
    return f'<span lang="{escape(marked.lang)}" dir="{marked.dir}">{text}</span>' if marked.lang else text


def text_changes(shown: EditionView, connections: Connections) -> Iterable[Change]:
    """List what replaces and corrects the text, and what it replaces and corrects itself."""
    for key, entries, doubtful in _changes(connections):
        if entries:
            found = refer_to_all(entries, shown.facts, shown.words, shown.up)
            yield Change(shown.say(key), found, doubtful)


def _changes(connections: Connections) -> tuple[tuple[str, tuple[ListingEntry, ...], bool], ...]:
    """Return the ways in which releases change each other, by their words; the last says whether they change this."""
    return (
        ("superseded-by", connections.superseded_by, True),
        ("corrected-by", connections.corrected_by, True),
        ("supersedes", connections.supersedes, False),
        ("corrects", connections.corrects, False),
    )


def _referred_to(connections: Connections) -> frozenset[str]:
    """Return the ids of the releases that stand under the facts, or are said to be related."""
    named = (*connections.related, *(entry for _, entries, _ in _changes(connections) for entry in entries))
    return frozenset(entry.release for entry in named)


def related(shown: EditionView, connections: Connections) -> tuple[Markup, ...]:
    """Refer to the releases that this one is otherwise connected with."""
    return refer_to_all(connections.related, shown.facts, shown.words, shown.up)
