"""Fill the holes of a block: write its HTML for a page, for a feed, as data, or beside the text in other languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import escape

from pressgen.model import (
    AlignmentHole,
    AnchorHole,
    Block,
    CreditHole,
    IdHole,
    LinkEnd,
    LinkHole,
    PictureHole,
    Reference,
    TextRun,
)


@dataclass(frozen=True, slots=True)
class Credit:
    """What stands below a picture, as HTML: a `caption` where the text has none, and who made it."""

    caption: str
    credit: str


NO_CREDITS: Mapping[int, Credit] = {}


@dataclass(frozen=True, slots=True)
class Filling:
    """What the holes of one text are filled with.

    `links` are the addresses that its references lead to, by their number; empty or missing where nobody can follow
    them: then only the words of a link stay, and of a picture nothing. `references` are the body's, for the sizes of
    pictures. `page` stands before links to places within the text, `id_ending` behind its ids. `back_labels` are the
    names of links from notes back to the text, by id. `credits` are by the number of a reference. `write_words` sets
    the words between tags. `sides` are the values of the attribute `align` of cells, where there is no style sheet to
    align them.
    """

    links: Sequence[str] = ()
    references: Sequence[Reference] = ()
    page: str = ""
    id_ending: str = ""
    back_labels: Mapping[str, str] = field(default_factory=dict)
    credits: Mapping[int, Credit] = field(default_factory=dict)
    write_words: Callable[[str], str] = str
    sides: Mapping[str, str] = field(default_factory=dict)

    def link(self, reference: int) -> str:
        """Return the address that a reference leads to; empty if it leads nowhere."""
        return self.links[reference] if reference < len(self.links) else ""


def fill(block: Block, filling: Filling) -> str:
    """Write the HTML of a block."""
    parts: list[str] = []
    is_dead = False
    for piece in block.pieces:
        match piece:
            case str():
                parts.append(piece)
            case TextRun():
                parts.append(filling.write_words(piece.html))
            case LinkHole():
                tag = _link(piece, filling)
                is_dead = not tag
                parts.append(tag)
            case LinkEnd():
                parts.append("" if is_dead else "</a>")
            case _:
                parts.append(_written(piece, filling))
    return "".join(parts)


def _link(hole: LinkHole, filling: Filling) -> str:
    """Write the beginning of a link; nothing where it leads nowhere."""
    if hole.reference is not None:
        address = filling.link(hole.reference)
        return f'<a{hole.before} href="{escape(address)}"{hole.after}>' if address else ""
    name = filling.back_labels.get(hole.fragment)
    label = f' aria-label="{escape(name)}"' if name else ""
    return f'<a{hole.before} href="{escape(filling.page)}#{hole.fragment}{filling.id_ending}"{label}{hole.after}>'


def _written(hole: IdHole | AnchorHole | PictureHole | CreditHole | AlignmentHole, filling: Filling) -> str:
    """Write a hole that depends on no other."""
    match hole:
        case IdHole(id_):
            return f' id="{id_}{filling.id_ending}"'
        case AnchorHole(id_, after):
            return f' id="{id_}{filling.id_ending}"{after}>'
        case PictureHole():
            return _picture(hole, filling)
        case CreditHole(reference, has_caption):
            below = filling.credits.get(reference)
            return _credit(below, has_caption=has_caption) if below else ""
        case AlignmentHole(side):
            return f' align="{filling.sides[side]}"' if filling.sides else f' class="align-{side}"'


def _picture(hole: PictureHole, filling: Filling) -> str:
    address = filling.link(hole.reference)
    if not address:
        return ""
    picture = filling.references[hole.reference] if hole.reference < len(filling.references) else None
    size = f' width="{picture.width}" height="{picture.height}"' if picture and picture.width else ""
    return f'<img{hole.before} src="{escape(address)}"{size}{hole.after}>'


def _credit(below: Credit, *, has_caption: bool) -> str:
    if has_caption:
        return f" {below.credit}" if below.credit else ""
    return f"<figcaption>{below.caption} {below.credit}</figcaption>" if below.caption or below.credit else ""
