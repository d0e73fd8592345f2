"""Name the places of a text to which readers may link: each by what they see there, no two alike.

A printed number names its paragraph and nothing else. A paragraph without a number is counted, in a text with numbers
behind the sign of a paragraph; items of lists and sections are counted behind signs of their own. What is printed twice
is distinguished by its order.
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


_SIGNS = {"item": "•", "section": "§"}


def anchor_names(blocks: Sequence[Block], words: Language) -> Mapping[str, str]:
    """Name the anchors of a text, by their ids."""
    found = [anchor for block in blocks if block.kind not in WITHOUT_ANCHORS for anchor in _of_block(block)]
    signs = {**_SIGNS, "paragraph": "¶" if any(kind == "number" for _, kind, _ in found) else ""}
    counted: Counter[str] = Counter()
    names: dict[str, str] = {}
    for anchor, kind, printed in found:
        counted[kind] += 1
        number = words.digits(printed or str(counted[kind]))
        if kind in _KINDS.values():
            names[anchor] = words.say(f"link-to-{kind}", number=number)
        else:
            names[anchor] = f"{signs.get(kind, '')} {number}".lstrip()
    return _distinguished(names, words)


def _of_block(block: Block) -> Iterator[tuple[str, str, str]]:
    """List the anchors in a block: the id of each, its kind, and the number that is printed."""
    if block.kind == "heading":
        yield block.anchor, "section", ""
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
    """Add a number to each name that several anchors share."""
    total = Counter(names.values())
    seen: Counter[str] = Counter()
    apart: dict[str, str] = {}
    for anchor, name in names.items():
        seen[name] += 1
        apart[anchor] = of_several(name, seen[name], total[name], words)
    return apart
