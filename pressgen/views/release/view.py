"""Collect what the page of a release shows: words, links, and HTML of its parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pressgen.archive import Hidden
from pressgen.model import Block, Contact, Translation
from pressgen.views.lists.listing import Connections
from pressgen.views.release import closing, opening
from pressgen.views.release.anchor_names import anchor_names
from pressgen.views.release.edition import EditionView
from pressgen.views.release.parts import EditionText, Opening, edition_text, opening_of
from pressgen.views.release.pictures import Picture, credits_of, pictures
from pressgen.views.release.signatories import signatories_in
from pressgen.views.release.signature import stands_apart
from pressgen.views.source import source


@dataclass(frozen=True, slots=True)
class BlockView:
    """One block of the text; `signature` if it is the line that signs the text and is set apart.

    `signatories` are the signatures of several sides, which stand beside each other, in place of a block.
    """

    html: Markup
    signature: bool = False
    signatories: tuple[Markup, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section of the text."""

    heading: Markup | None
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True, slots=True)
class ReleaseView:
    """All that the template of a release may see."""

    notices: tuple[opening.Notice, ...]
    opening: Opening
    changes: tuple[closing.Change, ...]
    sections: tuple[SectionView, ...]
    signature: str
    notes: tuple[Markup, ...]
    pictures: tuple[Picture, ...]
    attachments: tuple[closing.Annex, ...]
    corrections: tuple[Markup, ...]
    authenticity: str
    translator: str
    contacts: tuple[closing.ContactView, ...]
    subjects: tuple[closing.SubjectLinks, ...]
    citation: closing.CitationView
    anchors: Mapping[str, str]
    neighbours: closing.NeighboursView | None
    related: tuple[Markup, ...]
    source: Markup


def release_view(
    shown: EditionView,
    links: Sequence[str],
    connections: Connections,
    contacts: Sequence[Contact],
    hidden: Hidden | None,
) -> ReleaseView:
    """Collect what a page shows of an edition.

    `links` are the addresses that the references of the text lead to, each empty if the public cannot follow it.
    """
    edition, record, words = shown.edition, shown.record, shown.words
    text = edition_text(shown.release, shown.tag, links, up=shown.up, credits_=credits_of(shown))
    address = shown.facts.absolute(shown.facts.addresses.release(shown.tag, shown.release.id))
    return ReleaseView(
        notices=tuple(opening.notices(shown, hidden)),
        opening=opening_of(shown),
        changes=tuple(closing.text_changes(shown, connections)),
        sections=_sections(shown, text),
        notes=tuple(html for block, html in text.html.items() if block.kind == "notes"),
        signature=text.dateline,
        pictures=tuple(pictures(shown)),
        attachments=tuple(closing.annexes(shown)),
        corrections=tuple(closing.correction_html(correction, words) for correction in record.corrections),
        authenticity=closing.authenticity(shown),
        # A notice above the text names the translator of any other translation.
        translator=edition.translator if edition.translation is Translation.OFFICIAL else "",
        contacts=tuple(closing.contact_view(contact, shown.tag) for contact in contacts),
        subjects=tuple(closing.subjects(shown, connections)),
        citation=closing.citation(shown),
        anchors=anchor_names(tuple(edition.body.blocks), words),
        neighbours=closing.neighbours(shown, connections),
        related=closing.related(shown, connections),
        source=source(address, opening.running_head(shown)),
    )


def _sections(shown: EditionView, text: EditionText) -> tuple[SectionView, ...]:
    signatories = signatories_in(tuple(shown.edition.body.blocks))

    def views_of(blocks: Sequence[Block]) -> Iterator[BlockView]:
        for block in blocks:
            if block not in signatories:
                yield BlockView(text.html[block], block is text.signed and stands_apart(block))
            elif block is signatories[0]:
                yield BlockView(Markup(), signatories=tuple(text.html[one] for one in signatories))

    return tuple(
        SectionView(
            text.html[section.heading] if section.heading else None,
            tuple(views_of([block for block in section.blocks if block.kind != "notes"])),
        )
        for section in shown.edition.body.sections
    )
