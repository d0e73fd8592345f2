"""What a block says goes in; the id by which it is cited comes out, unique within its page and stable.

Numbered paragraphs are called by their printed number (`para-7`), others by their place (`p3`), the same in every
language of a release; headings by their words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

LONGEST_SLUG = 80
_OURS = re.compile(
    r"(?:p|para-|fn-|fnref-|table-|quote-|figure-|terms-|mark-|html-|section-)[0-9]|notes$|para-"
    # The page around the text has these.
    r"|(?:article|corrections|exports|neighbours)$|related-[0-9]"
)

NO_PLACE = "link to a heading's words joined by hyphens, or to a paragraph's number: #para-7"
"""What to do about a link to a place that a text does not have."""


def slug_of(words: str) -> str:
    """Give a heading's words as an id: letters, marks and numbers of any script, joined by hyphens."""
    parts: list[str] = []
    word = ""
    for one in unicodedata.normalize("NFC", words.lower()):
        category = unicodedata.category(one)
        if category[0] in "LMN":
            word += one
        elif category != "Cf" and word:  # joiners and soft hyphens stand within words
            parts.append(word)
            word = ""
    if word:
        parts.append(word)
    slug = ""
    for part in parts:
        if slug and len(slug) + len(part) >= LONGEST_SLUG:
            break
        slug = f"{slug}-{part}" if slug else part[:LONGEST_SLUG]
    return slug


class Anchors:
    """The ids of one page, given out in the order of reading."""

    __slots__ = ("_count", "_taken")

    def __init__(self) -> None:
        self._count: Counter[str] = Counter()
        self._taken: Counter[str] = Counter()

    def __contains__(self, anchor: str) -> bool:
        return anchor in self._taken

    def next(self, prefix: str) -> str:
        """Give the next of a counted kind: `p1`, `p2`; `table-1`."""
        self._count[prefix] += 1
        return self._unique(f"{prefix}{self._count[prefix]}")

    def give_back(self, anchor: str) -> None:
        """Take back a counted id that was given out last: what got it turned out to be of another kind."""
        prefix = anchor.rstrip("0123456789")
        self._count[prefix] -= 1
        del self._taken[anchor]

    def number(self, number: str) -> str:
        """Give the id of a paragraph with a printed number; printed twice, the second is `para-7-2`."""
        return self._unique(f"para-{number}")

    def heading(self, words: str) -> str:
        """Give the id of a heading; words that would read like another kind's id do not take its place."""
        slug = slug_of(words)
        if not slug or _OURS.match(slug):
            slug = f"section-{slug}".rstrip("-")
        return self._unique(slug)

    def named(self, name: str) -> str:
        """Give an id with a name of its own, such as a note's."""
        return self._unique(name)

    def _unique(self, wanted: str) -> str:
        anchor = wanted
        while anchor in self._taken:
            self._taken[wanted] += 1
            anchor = f"{wanted}-{self._taken[wanted]}"
        self._taken[anchor] += 1
        return anchor
