"""Write the page of a release in all its languages at once, with paragraph beside paragraph.

It is the page of the release itself, under no language: readers of languages that the site does not have are led to it.
What pressgen says around the texts is in the first of their languages; what concerns one text, in that text's own.
Ids are those of the page of the original; those of other editions end with a dot, which no anchor has, and their
language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pressgen.addresses import way_up
from pressgen.archive import Force, Hidden
from pressgen.languages import Language
from pressgen.languages import language as language_of
from pressgen.model import Block, Release
from pressgen.model.groups import Subject
from pressgen.views.facts import SiteFacts
from pressgen.views.head import alternates
from pressgen.views.lists.listing import UNCONNECTED, Connections, Crumb
from pressgen.views.page import Page, PageType
from pressgen.views.release import closing, opening
from pressgen.views.release.aligning import AlignedRow, By, aligned
from pressgen.views.release.edition import EditionView
from pressgen.views.release.page import crumbs, description_of, editions_head
from pressgen.views.release.parts import EditionText, Opening, edition_text, opening_of
from pressgen.views.release.signature import stands_apart
from pressgen.views.source import with_source
from pressgen.views.templates import render
from pressgen.views.titles import kept


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One edition: its language and standing, the link to its own page, and what stands above its text.

    `marks` are the attributes of its cells: their language and direction where they are not those of the page.
    `alignment` says how the texts are aligned, if they are not paragraph by paragraph.
    """

    words: Language
    marks: Markup
    href: str
    standing: str
    alignment: str
    notices: tuple[opening.Notice, ...]
    opening: Opening
    changes: tuple[closing.Change, ...]


Cells = tuple[Markup, ...]
"""A row: the cell of each edition, in one order of the languages."""


@dataclass(frozen=True, slots=True)
class SideBySideView:
    """What the template may see: `parts` are the rows of each part; every column says how the texts are aligned."""

    crumbs: tuple[Crumb, ...]
    heading: str
    notices: bool
    columns: tuple[ColumnView, ...]
    parts: tuple[tuple[Cells, ...], ...]


def side_by_side_page(  # noqa: PLR0913 - the named inputs of an output
    facts: SiteFacts,
    release: Release,
    *,
    links: Mapping[str, Sequence[str]],
    connections: Connections = UNCONNECTED,
    profiles: frozenset[Subject] = frozenset(),
    hidden: Hidden | None = None,
    force: Force | None = None,
) -> Page:
    """Write the page of all editions, in the order of the site's languages.

    `links` are, for each language, the addresses that the references of its text lead to.
    """
    places = facts.addresses
    tags, address = places.languages_of(release), places.editions(release.id)
    up, words = way_up(address), language_of(tags[0])
    editions = [
        EditionView(facts, release, release.editions[tag], language_of(tag), up, profiles, force) for tag in tags
    ]
    marks = [_marks(shown.words, words) for shown in editions]
    parts, by = _parts(editions, [_text(release, tag, links[tag], up) for tag in tags], marks)
    columns = tuple(_column(shown, by, connections, hidden, own) for shown, own in zip(editions, marks, strict=True))
    name = words.say("side-by-side")
    view = SideBySideView(
        crumbs=crumbs(facts, words.tag, release, address),
        heading=name,
        notices=any(column.notices for column in columns),
        columns=columns,
        parts=parts,
    )
    return Page(
        address=address,
        language=words.tag,
        type=PageType.SIDE_BY_SIDE,
        title=f"{release.editions[words.tag].title_line} – {name}",
        description=description_of(release.editions[words.tag]),
        head=editions_head(facts, release, connections.partner, hidden),
        article=with_source(
            render("side_by_side.html", view, words), facts.absolute(address), opening.running_head(editions[0])
        ),
        alternates=alternates(facts, lambda tag: places.release(tag, release.id)),
    )


_ALIGNMENT_KEYS = {By.NUMBER: "aligned-by-number", By.SECTION: "aligned-by-section"}


def _text(release: Release, tag: str, links: Sequence[str], up: str) -> EditionText:
    """Write the text of an edition; its ids are those of the original's page, or end in a translation's language."""
    return edition_text(release, tag, links, up=up, id_ending="" if tag == release.original else f".{tag}")


def _marks(words: Language, page: Language) -> Markup:
    if words.tag == page.tag:
        return Markup()
    direction = Markup(' dir="{}"').format(words.direction) if words.direction != page.direction else Markup()
    return Markup(' lang="{}"{}').format(words.tag, direction)


def _column(shown: EditionView, by: By, connections: Connections, hidden: Hidden | None, marks: Markup) -> ColumnView:
    return ColumnView(
        words=shown.words,
        marks=marks,
        href=shown.to_release(shown.tag, shown.release.id),
        standing=_standing(shown),
        alignment=shown.say(_ALIGNMENT_KEYS[by]) if by in _ALIGNMENT_KEYS else "",
        notices=tuple(opening.notices(shown, hidden)),
        opening=opening_of(shown),
        changes=tuple(closing.text_changes(shown, connections)),
    )


def _standing(shown: EditionView) -> str:
    """Name a column as the original or as a kind of translation; empty if several texts are authentic."""
    if shown.tag in shown.record.authoritative and len(shown.record.authoritative) > 1:
        return ""
    if shown.tag == shown.release.original:
        return shown.say("original")
    translation = shown.edition.translation
    return shown.say(f"translation-{translation.value}") if translation else ""


def _parts(
    editions: Sequence[EditionView], texts: Sequence[EditionText], marks: Sequence[Markup]
) -> tuple[tuple[tuple[Cells, ...], ...], By]:
    """Write the rows of each part of the text as HTML, and return them with what they are aligned by."""
    texts_aligned = aligned([shown.edition.body for shown in editions], [text.signed for text in texts])
    columns = [_Column(*column) for column in zip(editions, texts, marks, strict=True)]
    parts = [tuple(_cells(row, columns) for row in part) for part in texts_aligned.parts]
    closing = [_cells(row, columns) for row in texts_aligned.closing]
    if any(text.dateline for text in texts):
        closing.append(tuple(column.signature() for column in columns))
    notes = [_cells(row, columns) for row in texts_aligned.notes]
    return tuple(part for part in (*parts, tuple(closing), tuple(notes)) if part), texts_aligned.by


def _cells(row: AlignedRow, columns: Sequence[_Column]) -> Cells:
    return tuple(column.cell(blocks) for column, blocks in zip(columns, row.cells, strict=True))


@dataclass(frozen=True, slots=True)
class _Column:
    """The edition that the cells of one column show."""

    shown: EditionView
    text: EditionText
    marks: Markup

    def cell(self, blocks: Sequence[Block]) -> Markup:
        return self._cell("".join(map(self._html, blocks)))

    def signature(self) -> Markup:
        """Write the line of place and day, if one is set below the text of the edition."""
        line = kept(self.text.dateline, self.shown.tag)
        return self._cell(f'<p class="pg-signature">{line}</p>' if line else "")

    def _cell(self, html: str) -> Markup:
        return Markup(f"<div{self.marks}>{html}</div>")  # noqa: S704 - made of what is safe

    def _html(self, block: Block) -> str:
        html: str = self.text.html[block]
        if block is self.text.signed and stands_apart(block):
            html = f'<div class="pg-signature">{html}</div>'
        return html
