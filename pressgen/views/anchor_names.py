"""What the anchors of a text are called by those who hear a page: each by what a reader sees there, no two alike.

A printed number names its paragraph and nothing else. Where a text has numbers, what has none says so; a number, or
the words of a heading, that are printed twice are told apart by their order.
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
"""Notes have links back of their own, and an end mark is nothing to point to."""


def anchor_names(blocks: Sequence[Block], words: Language) -> Mapping[str, str]:
    """Name the anchors of a text, by their ids."""
    named = [one for block in blocks if block.kind not in WITHOUT_ANCHORS for one in _of_block(block)]
    numbered = any(kind == "number" for _, kind, _ in named)
    counted: Counter[str] = Counter()
    names: dict[str, str] = {}
    for anchor, kind, said in named:
        if kind in {"number", "section"}:
            key = "link-to-section" if kind == "section" else "link-to-paragraph"
            names[anchor] = words.say(key, name=said) if kind == "section" else _numbered(key, said, words)
            continue
        counted[kind] += 1
        key = "link-to-unnumbered" if kind == "paragraph" and numbered else f"link-to-{kind}"
        names[anchor] = _numbered(key, str(counted[kind]), words)
    return _told_apart(names, words)


def _numbered(key: str, number: str, words: Language) -> str:
    return words.say(key, number=words.digits(number))


def _of_block(block: Block) -> Iterator[tuple[str, str, str]]:
    """Give the id of each anchor in a block, what sort it is of, and the number or the words that are printed."""
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
    """Say of a link which of several of its name it is; of the only one, its name."""
    if total == 1:
        return link
    return words.say("link-of-several", link=link, number=words.number(number), total=words.number(total))


def _told_apart(names: Mapping[str, str], words: Language) -> Mapping[str, str]:
    """Give names of which no two are alike.

    Where a page has editions beside each other, those whose language has no words here are told apart by its name.
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
