"""Write the text of a release for its page: its links, the links to its paragraphs, and names that no line breaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup, escape

from pressgen.languages import Language
from pressgen.model import Block, LinkHole
from pressgen.text.filling import Filling, fill
from pressgen.views.release.anchor_names import WITHIN, WITHOUT_ANCHORS, anchor_names, of_several


def block_html(block: Block, filling: Filling) -> Markup:
    """Write a block for a page; where it is one thing, such as a table, a link to it follows it."""
    html = fill(block, filling)
    if block.kind not in WITHIN and block.kind not in WITHOUT_ANCHORS:
        html = f'<div class="pg-anchored">{html}{filling.anchors.get(block.anchor, "")}</div>'
    return Markup(html)  # noqa: S704 - sanitised by `text`, which made it


def anchor_links(blocks: Sequence[Block], words: Language, id_ending: str = "") -> Mapping[str, str]:
    """Write the discreet link to each anchor of a text, by its id."""
    # The sign itself is drawn by the style sheet, so that it is not copied with the text.
    return {
        anchor: f'<a class="pg-anchor" href="#{escape(anchor)}{id_ending}" aria-label="{escape(name)}"></a>'
        for anchor, name in anchor_names(blocks, words).items()
    }


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
