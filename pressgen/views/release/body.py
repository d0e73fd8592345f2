"""Write the text of a release for its page: its links, and places to which a script adds a link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from pressgen.languages import Language
from pressgen.model import Block, LinkHole
from pressgen.text.filling import Filling, fill
from pressgen.views.release.anchor_names import WITHIN, WITHOUT_ANCHORS, of_several


def block_html(block: Block, filling: Filling) -> Markup:
    """Write a block for a page; around one that can hold no link to itself, such as a table, is an element that can."""
    html = fill(block, filling)
    if block.kind not in WITHIN and block.kind not in WITHOUT_ANCHORS and block.kind != "heading":
        html = f'<div class="pg-anchored">{html}</div>'
    return Markup(html)  # noqa: S704 - sanitised by `text`, which made it


def back_labels(blocks: Iterable[Block], words: Language) -> Mapping[str, str]:
    """Name the links from notes back to the text: by the note, and by which of several places they lead to."""
    links = [piece for block in blocks for piece in block.pieces if isinstance(piece, LinkHole) and piece.note]
    total = Counter(link.note for link in links)
    seen: Counter[str] = Counter()
    labels: dict[str, str] = {}
    for link in links:
        seen[link.note] += 1
        label = words.say("note-back", number=words.digits(link.note))
        labels[link.fragment] = of_several(label, seen[link.note], total[link.note], words)
    return labels
