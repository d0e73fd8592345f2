"""A release in all its languages at once: its editions go in, a page with paragraph beside paragraph comes out.

The page is a tool for readers of several languages, not a text of its own: search engines are led to the editions.
Ids are those of the original's page; those of the other editions end with a dot, which no anchor has, and the language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pressgen.addresses import Address, Group, relative
from pressgen.archive import Hidden
from pressgen.languages import Language
from pressgen.languages import language as language_of
from pressgen.model import Block, Kind, Release
from pressgen.views import opening
from pressgen.views.aligning import By, Row, aligned
from pressgen.views.export_links import release_exports
from pressgen.views.facts import SiteFacts
from pressgen.views.head import Head, alternates, head
from pressgen.views.listing import UNRELATED, Crumb, Relations
from pressgen.views.page import Page, PageType
from pressgen.views.release import crumbs, description_of
from pressgen.views.release_view import TWO_SIDES
from pressgen.views.shown import Shown
from pressgen.views.signature import signed_at, stands_apart
from pressgen.views.templates import in_own_language, render
from pressgen.views.text import block_html
from pressgen.views.titles import length_of, title_lines


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One edition: its language and standing, the way to its own page, and what stands above its text."""

    words: Language
    href: str
    standing: str
    letterheads: tuple[opening.LetterheadView, ...]
    document: str
    kind: str
    kind_href: str
    number: str
    title: tuple[Markup, ...]
    length: str
    facts: tuple[opening.Fact, ...]
    sides: tuple[opening.SideView, ...]
    facing: bool
    stacked: bool = True


@dataclass(frozen=True, slots=True)
class CellView:
    """What one edition has in a row: its language, and its blocks as HTML."""

    lang: str
    dir: str
    blocks: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class SideBySideView:
    """What the template may see. `parts` are the rows of each part of the text; `alignment` says what is unequal."""

    crumbs: tuple[Crumb, ...]
    heading: str
    notices: tuple[opening.Notice, ...]
    alignment: str
    columns: tuple[ColumnView, ...]
    parts: tuple[tuple[tuple[CellView, ...], ...], ...]
    own: int = 0


def side_by_side_page(  # noqa: PLR0913 - the named inputs of an output
    facts: SiteFacts,
    language: str,
    release: Release,
    *,
    links: Mapping[str, Sequence[str]],
    relations: Relations = UNRELATED,
    profiles: frozenset[tuple[Group, str]] = frozenset(),
    hidden: Hidden | None = None,
) -> Page:
    """Give the page of all editions for readers of `language`, whose own comes first.

    `links` are for each language the addresses that its text's references lead to.
    """
    places, words = facts.addresses, language_of(language)
    address = places.side_by_side(language, release.id)
    tags = [language, *(tag for tag in facts.languages if tag in release.editions and tag != language)]
    editions = [Shown(facts, release, release.editions[tag], language_of(tag), address, profiles) for tag in tags]
    title = release.editions[language].title_line
    name = words.say("side-by-side")
    parts, by = _parts(editions, [links[tag] for tag in tags])
    view = SideBySideView(
        crumbs=(*crumbs(facts, language, release, address), _back(facts, release, words, address)),
        heading=name,
        notices=tuple(opening.notices(editions[0], relations, hidden)),
        alignment=in_own_language(words.say(_SAID[by]), words) if by in _SAID else "",
        columns=tuple(_column(shown) for shown in editions),
        parts=parts,
    )
    description = description_of(release.editions[language])
    return Page(
        address=address,
        language=language,
        type=PageType.SIDE_BY_SIDE,
        title=f"{title} – {name}",
        description=description,
        head=head(
            Head(
                address,
                language,
                title,
                description,
                indexed=False,
                article=True,
                exports=release_exports(facts, address, release.id, hidden),
            ),
            facts,
        ),
        article=render("side_by_side.html", view, words),
        alternates=alternates(
            facts, lambda tag: (places.side_by_side if tag in release.editions else places.release)(tag, release.id)
        ),
    )


_SAID = {By.NUMBER: "aligned-by-number", By.SECTION: "aligned-by-section"}


def _back(facts: SiteFacts, release: Release, words: Language, address: Address) -> Crumb:
    document = words.say("joint-release" if len(release.record.issuers) > 1 else "press-release")
    return Crumb(relative(address, facts.addresses.release(words.tag, release.id)), document)


def _column(shown: Shown) -> ColumnView:
    record, edition = shown.record, shown.edition
    sides = opening.sides_of(shown)
    return ColumnView(
        words=shown.words,
        href=shown.to_release(shown.tag, shown.release.id),
        standing=_standing(shown),
        letterheads=tuple(opening.letterhead(issuer, shown.tag) for issuer in record.issuers),
        document=shown.say("joint-release" if len(record.issuers) > 1 else "press-release"),
        kind="" if record.kind is Kind.OTHER else shown.say(f"kind-{record.kind.value}"),
        kind_href=shown.to_profile(Group.KINDS, record.kind.value),
        number=record.number,
        title=title_lines(edition.title, shown.tag, (person.name for person in edition.participants)),
        length=length_of(edition.title),
        facts=tuple(opening.facts_of(shown)),
        sides=sides,
        facing=len(sides) == TWO_SIDES and all(side.name for side in sides),
    )


def _standing(shown: Shown) -> str:
    """Say of a column what it is: the original, or what sort of translation; of authentic texts nothing."""
    if shown.tag in shown.record.authoritative and len(shown.record.authoritative) > 1:
        return ""
    if shown.tag == shown.release.original:
        return shown.say("original")
    translation = shown.edition.translation
    return shown.say(f"translation-{translation.value}") if translation else ""


def _parts(
    editions: Sequence[Shown], links: Sequence[Sequence[str]]
) -> tuple[tuple[tuple[tuple[CellView, ...], ...], ...], By]:
    """Give the rows of each part of the text as HTML, and what they are aligned by."""
    bodies = [shown.edition.body for shown in editions]
    signed = [
        signed_at(tuple(shown.edition.body.blocks), shown.edition.place, shown.record.day, shown.words)
        for shown in editions
    ]
    found = aligned(bodies, signed)
    columns = [
        _Column(shown, tuple(shown.to(Address(link)) if link else "" for link in targets), signature)
        for shown, targets, signature in zip(editions, links, signed, strict=True)
    ]
    parts = [tuple(_cells(row, columns) for row in part) for part in found.parts]
    closing = [_cells(row, columns) for row in found.closing]
    if not all(signed):
        closing.append(tuple(column.signature() for column in columns))
    notes = [_cells(row, columns) for row in found.notes]
    return tuple(part for part in (*parts, tuple(closing), tuple(notes)) if part), found.by


def _cells(row: Row, columns: Sequence[_Column]) -> tuple[CellView, ...]:
    return tuple(column.cell(blocks) for column, blocks in zip(columns, row.cells, strict=True))


@dataclass(frozen=True, slots=True)
class _Column:
    """What the blocks of one edition are written with."""

    shown: Shown
    targets: tuple[str, ...]
    signed: Block | None

    def cell(self, blocks: Sequence[Block]) -> CellView:
        return self._cell(tuple(self._html(block) for block in blocks))

    def signature(self) -> CellView:
        """Give the line that signs the edition, where its text does not print one."""
        if self.signed:
            return self._cell(())
        line = self.shown.words.signature(self.shown.edition.place, self.shown.record.day)
        return self._cell((Markup('<p class="pg-signature">{}</p>').format(line),))

    def _cell(self, blocks: tuple[Markup, ...]) -> CellView:
        return CellView(self.shown.tag, self.shown.words.direction, blocks)

    def _html(self, block: Block) -> Markup:
        html = block_html(block, self.targets, self.shown.words)
        if block is self.signed and stands_apart(block):
            html = Markup('<div class="pg-signature">{}</div>').format(html)
        return html if self.shown.tag == self.shown.release.original else ending(html, self.shown.tag)


# Only within tags: the same letters in the text are somebody's words.
_TAG = re.compile(r"<[a-zA-Z][^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*>")
_OWN_ID = re.compile(r'(\s(?:id|href|headers|for|aria-labelledby|aria-describedby)=")(#?)([^"#/:?]+)(")')


def ending(html: Markup, tag: str) -> Markup:
    """Give HTML with its ids, and what refers to them, ending in a language's tag."""

    def named(found: re.Match[str]) -> str:
        if found[1].endswith('href="') and not found[2]:
            return found[0]
        return f"{found[1]}{found[2]}{found[3]}.{tag}{found[4]}"

    return Markup(_TAG.sub(lambda each: _OWN_ID.sub(named, each[0]), html))  # noqa: S704 - was safe, and still is
