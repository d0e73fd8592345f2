"""What a release's page shows: a release and a language go in, a `ReleaseView` of words and links comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pressgen.addresses import Address, Group
from pressgen.archive import Hidden
from pressgen.model import Block, Kind, Translation
from pressgen.views import closing, opening
from pressgen.views.listing import Relations
from pressgen.views.pictures import Picture, credited, pictures
from pressgen.views.shown import Shown
from pressgen.views.signature import signed_at, stands_apart
from pressgen.views.text import block_html
from pressgen.views.titles import length_of, title_lines

TWO_SIDES = 2


@dataclass(frozen=True, slots=True)
class BlockView:
    """One block of the text; `signature` where it is the line that signs it, set apart."""

    html: Markup
    signature: bool = False


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section of the text, named by its heading where it has one."""

    label: str
    heading: Markup | None
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True, slots=True)
class ReleaseView:
    """All that the template of a release may see."""

    notices: tuple[opening.Notice, ...]
    letterheads: tuple[opening.LetterheadView, ...]
    document: str
    kind: str
    kind_href: str
    number: str
    title: tuple[Markup, ...]
    length: str
    facts: tuple[opening.Fact, ...]
    stacked: bool
    sides: tuple[opening.SideView, ...]
    facing: bool
    sections: tuple[SectionView, ...]
    signature: str
    notes: tuple[Markup, ...]
    pictures: tuple[Picture, ...]
    attachments: tuple[closing.Annex, ...]
    corrections: tuple[Markup, ...]
    authenticity: str
    translator: str
    languages: tuple[closing.LanguageLink, ...]
    contacts: tuple[closing.ContactView, ...]
    subjects: tuple[closing.Subjects, ...]
    citation: closing.CitationView
    neighbours: closing.NeighboursView | None
    related: tuple[closing.Related, ...]
    absolute: str
    printed_from: Markup


def release_view(shown: Shown, links: Sequence[str], relations: Relations, hidden: Hidden | None) -> ReleaseView:
    """Give what a page shows of an edition.

    `links` are the addresses that the text's references lead to, each empty where the public cannot follow it.
    """
    edition, record, words = shown.edition, shown.record, shown.words
    targets = tuple(shown.to(Address(link)) if link else "" for link in links)
    signed = signed_at(tuple(edition.body.blocks), edition.place, record.day, words)
    sides = opening.sides_of(shown)
    address = shown.facts.absolute(shown.facts.addresses.release(shown.tag, shown.release.id))
    facts = tuple(opening.facts_of(shown))
    return ReleaseView(
        notices=tuple(opening.notices(shown, relations, hidden)),
        letterheads=tuple(opening.letterhead(issuer, shown.tag) for issuer in record.issuers),
        document=shown.say("joint-release" if len(record.issuers) > 1 else "press-release"),
        kind="" if record.kind is Kind.OTHER else shown.say(f"kind-{record.kind.value}"),
        kind_href=shown.to_profile(Group.KINDS, record.kind.value),
        number=record.number,
        title=title_lines(edition.title, shown.tag, (person.name for person in edition.participants)),
        length=length_of(edition.title),
        facts=facts,
        stacked=opening.room_of(facts) > opening.ONE_LINE,
        sides=sides,
        facing=len(sides) == TWO_SIDES and all(side.name for side in sides),
        sections=_sections(shown, targets, signed),
        notes=tuple(block_html(block, targets, words) for block in edition.body.blocks if block.kind == "notes"),
        signature="" if signed else words.signature(edition.place, record.day),
        pictures=tuple(pictures(shown)),
        attachments=tuple(closing.annexes(shown)),
        corrections=tuple(closing.correction_html(found, words) for found in record.corrections),
        authenticity=closing.authenticity(shown),
        # A notice above the text names the translator of any other translation.
        translator=edition.translator if edition.translation is Translation.OFFICIAL else "",
        languages=closing.other_editions(shown.facts, shown.release, shown.tag, shown.address),
        contacts=tuple(closing.contacts(shown)),
        subjects=tuple(closing.subjects(shown)),
        citation=closing.citation(shown),
        neighbours=closing.neighbours(shown, relations),
        related=tuple(closing.related(shown, relations)),
        absolute=address,
        printed_from=closing.printed_from(shown, address),
    )


def _sections(shown: Shown, targets: Sequence[str], signed: Block | None) -> tuple[SectionView, ...]:
    def block(found: Block) -> BlockView:
        return BlockView(
            credited(block_html(found, targets, shown.words), found, shown), found is signed and stands_apart(found)
        )

    return tuple(
        SectionView(
            section.heading.anchor if section.heading else "",
            block_html(section.heading, targets, shown.words) if section.heading else None,
            tuple(block(found) for found in section.blocks if found.kind != "notes"),
        )
        for section in shown.edition.body.sections
    )
