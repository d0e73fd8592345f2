"""Name the anchors of a text for those who hear a page: each by what a reader sees there, no two alike.

A printed number names its paragraph and nothing else. In a text with numbers, a paragraph without one is called
unnumbered. A number, or the words of a heading, that are printed twice are distinguished by their order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from pressgen.languages import Language
from pressgen.model import AnchorHole, Block

WITHIN = frozenset({"paragraph", "list"})
"""Blocks whose paragraphs and items have anchors of their own."""
_KINDS = {"table": "table", "figure": "figure", "quote": "quote", "definitions": "terms"}
WITHOUT_ANCHORS = frozenset({"notes", "end-mark", "html"})
"""Kinds without anchors: notes have links back of their own, and no link leads to an end mark."""


def anchor_names(blocks: Sequence[Block], words: Language) -> Mapping[str, str]:
    """Name the anchors of a text, by their ids."""
    named = [anchor for block in blocks if block.kind not in WITHOUT_ANCHORS for anchor in _of_block(block)]
    numbered = any(kind == "number" for _, kind, _ in named)
    counted: Counter[str] = Counter()
    names: dict[str, str] = {}
    for anchor, kind, printed in named:
        if kind in {"number", "section"}:
            key = "link-to-section" if kind == "section" else "link-to-paragraph"
            names[anchor] = words.say(key, name=printed) if kind == "section" else _numbered(key, printed, words)
            continue
        counted[kind] += 1
        key = "link-to-unnumbered" if kind == "paragraph" and numbered else f"link-to-{kind}"
        names[anchor] = _numbered(key, str(counted[kind]), words)
    return _distinguished(names, words)


def _numbered(key: str, number: str, words: Language) -> str:
    return words.say(key, number=words.digits(number))


def _of_block(block: Block) -> Iterator[tuple[str, str, str]]:
    """List the anchors in a block: the id of each, its kind, and the number or words that are printed."""
    if block.kind == "heading":
        yield block.anchor, "section", " ".join(block.text.split())
    elif block.kind in WITHIN:
        for piece in block.pieces:
            if isinstance(piece, AnchorHole):
                kind = "number" if piece.number else "item" if piece.is_item else "paragraph"
                yield piece.id, kind, piece.number
    elif block.anchor:
        yield block.anchor, _KINDS[block.kind], ""


def of_several(link: str, number: int, total: int, words: Language) -> str:
    """Name a link by which of several with the same name it is; a single one keeps its name."""
    if total == 1:
        return link
    return words.say("link-of-several", link=link, number=words.number(number), total=words.number(total))


def _distinguished(names: Mapping[str, str], words: Language) -> Mapping[str, str]:
    """Add a number to each name that several anchors share.

    On a page with several editions, those whose language has no words here are distinguished by its name.
    """
    total = Counter(names.values())
    seen: Counter[str] = Counter()
    apart: dict[str, str] = {}
    for anchor, name in names.items():
        seen[name] += 1
        apart[anchor] = of_several(name, seen[name], total[name], words)
        if words.words_in != words.tag:
            apart[anchor] += f" ({words.autonym})"
    return apart
