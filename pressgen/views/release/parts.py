"""Write what every page of a release shows of an edition: what stands above its text, and the text.

The edition's own page and those of all editions stand at different depths of the site; `up` is the way from such a
page up to the site's root.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from markupsafe import Markup

from pressgen.languages import language as language_of
from pressgen.model import LETTERS, Block, Release
from pressgen.text.filling import NO_CREDITS, Credit, Filling
from pressgen.views.references import marked_number
from pressgen.views.release import opening
from pressgen.views.release.body import back_labels, block_html
from pressgen.views.release.edition import EditionView
from pressgen.views.release.signature import signed_at
from pressgen.views.remembering import remembered
from pressgen.views.templates import piece
from pressgen.views.titles import length_of, title_lines, words_writer

_TWO_SIDES = 2
_WAY_UP = "\0"
"""Stands for the way up to the root until a page's depth is known; no text holds this character."""
_KEPT = 16
"""How many openings are kept: those of a few releases, since the pages of a release are written one after another."""


@dataclass(frozen=True, slots=True)
class OpeningView:
    """What the template of an opening may see."""

    letterheads: tuple[opening.LetterheadView, ...]
    heading: opening.Heading
    number: Markup
    title: tuple[Markup, ...]
    facts: tuple[opening.Fact, ...]
    sides: tuple[opening.SideView, ...]
    facing: bool


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands above a text, as HTML. `length` and `stacked` say how its title and facts are set."""

    letterheads: Markup
    kind: Markup
    title: Markup
    length: str
    facts: Markup
    stacked: bool
    sides: Markup


@dataclass(frozen=True, slots=True)
class _LinkedHtml:
    """HTML for pages at any depth, cut into the pieces between the ways up to the root in its links."""

    pieces: tuple[Markup, ...]

    def at(self, up: str) -> Markup:
        """Return the HTML for a page whose way up to the root is `up`."""
        return Markup(up).join(self.pieces)  # noqa: S704 - a row of "../"


@dataclass(frozen=True, slots=True)
class _SharedOpening:
    """An opening that is not yet for a page of a certain depth."""

    letterheads: _LinkedHtml
    kind: _LinkedHtml
    title: Markup
    length: str
    facts: _LinkedHtml
    stacked: bool
    sides: _LinkedHtml


@dataclass(frozen=True, slots=True)
class EditionText:
    """The text of an edition: the HTML of each block, and the block that signs the text, if one does.

    `dateline` is the line of place and day to be set below it; empty if the text is signed or the release wants none.
    """

    signed: Block | None
    dateline: str
    html: Mapping[Block, Markup]


def opening_of(shown: EditionView) -> Opening:
    """Write what stands above the text of an edition."""
    shared, up = _shared_opening(replace(shown, up=_WAY_UP)), shown.up
    return Opening(
        letterheads=shared.letterheads.at(up),
        kind=shared.kind.at(up),
        title=shared.title,
        length=shared.length,
        facts=shared.facts.at(up),
        stacked=shared.stacked,
        sides=shared.sides.at(up),
    )


@remembered(_KEPT)
def _shared_opening(shown: EditionView) -> _SharedOpening:
    """Write what all pages with this opening have in common, whatever their depth."""
    record, edition, words, tag = shown.record, shown.edition, shown.words, shown.tag
    facts_above = tuple(opening.facts_of(shown))
    sides = opening.sides_of(shown)
    view = OpeningView(
        letterheads=tuple(opening.letterhead(issuer, tag, shown.up) for issuer in record.issuers),
        heading=opening.release_heading(shown),
        number=marked_number(record.number, words),
        title=title_lines(edition.title, tag, (person.name.in_language(tag).text for person in record.participants)),
        facts=facts_above,
        sides=sides,
        facing=len(sides) == _TWO_SIDES and all(side.name for side in sides),
    )
    return _SharedOpening(
        letterheads=_cut(piece("opening.html", "letterheads", view, words)),
        kind=_cut(piece("opening.html", "kind_line", view, words)),
        title=piece("opening.html", "title_lines", view, words),
        length=length_of(edition.title),
        facts=_cut(piece("opening.html", "fact_items", view, words)),
        stacked=opening.room_of(facts_above) > opening.ONE_LINE,
        sides=_cut(piece("opening.html", "side_list", view, words)),
    )


def _cut(html: Markup) -> _LinkedHtml:
    return _LinkedHtml(tuple(html.split(_WAY_UP)))


def edition_text(  # noqa: PLR0913 - what is filled in, by name
    release: Release,
    tag: str,
    links: Sequence[str],
    *,
    up: str,
    id_ending: str = "",
    credits_: Mapping[int, Credit] = NO_CREDITS,
) -> EditionText:
    """Write the text of the edition in the language `tag`.

    `links` are the addresses that its references lead to, from the root, each empty where the public cannot follow it.
    `up` leads up to the root. `id_ending` stands behind every id, `credits_` below pictures.
    """
    if any(links) or credits_:
        return _filled_text(release, tag, [up + link if link else "" for link in links], id_ending, credits_)
    return _unlinked_text(release, tag, len(links), id_ending)


@remembered(_KEPT)
def _unlinked_text(release: Release, tag: str, references: int, id_ending: str) -> EditionText:
    """Write a text without links and credits, which is the same at every depth of the site."""
    return _filled_text(release, tag, [""] * references, id_ending, NO_CREDITS)


def _filled_text(
    release: Release, tag: str, links: Sequence[str], id_ending: str, credits_: Mapping[int, Credit]
) -> EditionText:
    edition, traits = release.editions[tag], _traits_of(release, tag)
    blocks = tuple(edition.body.blocks)
    filling = Filling(
        links=links,
        references=edition.body.references,
        id_ending=id_ending,
        back_labels=traits.back_labels,
        credits=credits_,
        write_words=traits.write_words,
    )
    return EditionText(traits.signed, traits.dateline, {block: block_html(block, filling) for block in blocks})


@dataclass(frozen=True, slots=True)
class _Traits:
    """What all pages with the text of an edition have in common."""

    signed: Block | None
    dateline: str
    back_labels: Mapping[str, str]
    write_words: Callable[[str], str]


@remembered(_KEPT)
def _traits_of(release: Release, tag: str) -> _Traits:
    edition, record, words = release.editions[tag], release.record, language_of(tag)
    blocks = tuple(edition.body.blocks)
    # A translation often has a name in its own script and, beside it, in that of the original.
    people = [person.name.in_language(language).text for language in release.editions for person in record.participants]
    signed = signed_at(blocks, edition.place, record.day, words, letter=record.kind in LETTERS)
    return _Traits(
        signed,
        words.signature(edition.place, record.day) if record.dateline and not signed else "",
        back_labels(blocks, words),
        cache(words_writer(tag, people)),
    )
