"""Name the places of a text: build ids that are unique within a page and stay the same when the text is edited.

Numbered paragraphs are named by their printed number (`para-7`), others by their position (`p3`), both the same in
every language of a release. Headings are named by their words.
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
"""The hint for a link to a place that a text does not have."""


def slug_of(words: str) -> str:
    """Build an id from the words of a heading: letters, marks and numbers of any script, joined by hyphens."""
    parts: list[str] = []
    word = ""
    for letter in unicodedata.normalize("NFC", words.lower()):
        category = unicodedata.category(letter)
        if category[0] in "LMN":
            word += letter
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
    """The ids of one page, assigned in the order of reading."""

    __slots__ = ("_count", "_taken")

    def __init__(self) -> None:
        self._count: Counter[str] = Counter()
        self._taken: Counter[str] = Counter()

    def __contains__(self, anchor: str) -> bool:
        return anchor in self._taken

    def next(self, prefix: str) -> str:
        """Assign the next id of a counted kind: `p1`, `p2`; `table-1`."""
        self._count[prefix] += 1
        return self._unique(f"{prefix}{self._count[prefix]}")

    def give_back(self, anchor: str) -> None:
        """Take back the counted id that was assigned last, since its element turned out to be of another kind."""
        prefix = anchor.rstrip("0123456789")
        self._count[prefix] -= 1
        del self._taken[anchor]

    def number(self, number: str) -> str:
        """Assign the id of a paragraph with a printed number; if it is printed twice, the second is `para-7-2`."""
        return self._unique(f"para-{number}")

    def heading(self, words: str) -> str:
        """Assign the id of a heading; one that would look like an id of another kind begins with `section-`."""
        slug = slug_of(words)
        if not slug or _OURS.match(slug):
            slug = f"section-{slug}".rstrip("-")
        return self._unique(slug)

    def named(self, name: str) -> str:
        """Assign an id with a name of its own, such as a note's."""
        return self._unique(name)

    def _unique(self, base: str) -> str:
        anchor = base
        while anchor in self._taken:
            self._taken[base] += 1
            anchor = f"{base}-{self._taken[base]}"
        self._taken[anchor] += 1
        return anchor
