"""What a file's name is meant to be: a copy's original, an edition whose language or ending is written otherwise."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pressgen.frontmatter import mended_slug
from pressgen.languages import language

_COPY = "copy|kopie|copie|copia|cópia|copi|kopia|kopi|نسخة|ច្បាប់ចម្លង"
_NUMBERED = r"(?: ?\(?[0-9]{1,2}\)?)?"
_BEFORE = re.compile(rf"(?:{_COPY}){_NUMBERED}[ _-]+(?:of|von|de|di|o|av|af|من)[ _-]+", re.IGNORECASE)
_BEHIND = re.compile(
    rf"(?:[ _]*[-–—]?[ _]*\((?:[0-9]{{1,2}}|(?:[\w ]{{1,12}} )?(?:{_COPY}){_NUMBERED})\)"
    rf"|(?:[ _]+[-–—]?[ _]*|[-–—] ?)(?:{_COPY}){_NUMBERED})(?=\.|$)",
    re.IGNORECASE,
)
_LEFT_BEHIND = ("~", ".bak", ".orig", ".old", ".swp", ".tmp")
_ENDINGS = re.compile(r"(?:\.(?:md|markdown|mdown|mdx|mkd|txt|text))+$", re.IGNORECASE)
_LAST_WORDS = (
    re.compile(r"[._ (-]+([a-z]{2,3}[_-][a-z]{2,4})\)?$", re.IGNORECASE),
    re.compile(r"[._ (-]+([^\W\d_]{2,12})\)?$", re.IGNORECASE),
)
_CODES: Mapping[str, str] = {
    "ara": "ar",
    "cym": "cy",
    "eng": "en",
    "fra": "fr",
    "fre": "fr",
    "khm": "km",
    "wel": "cy",
}
"""Other codes by which languages are known in file names."""


def original_of(name: str) -> str:
    """Return the name of the file that a file with this name is a copy of; nothing where the name tells of no copy."""
    plain = unicodedata.normalize("NFC", name)
    for ending in _LEFT_BEHIND:
        if plain.lower().endswith(ending):
            return plain[: -len(ending)]
    found = _BEHIND.sub("", _BEFORE.sub("", plain, count=1), count=1)
    return found if found != plain and found.rpartition(".")[0] else ""


def tag_meant(word: str, tags: Iterable[str]) -> str:
    """Return the language of `tags` that a word in a file's name means: `FR`, `fr_FR`, `fra`, `French`, `français`."""
    low = word.casefold().replace("_", "-")
    offered = {tag.casefold(): tag for tag in tags}
    for known in (low, low.partition("-")[0], _CODES.get(low, "")):
        if known in offered:
            return offered[known]
    return next((tag for tag in offered.values() if low in _names(tag)), "")


def _names(tag: str) -> Iterator[str]:
    yield language("en").name_of(tag).casefold()
    yield language(tag).autonym.casefold()


def edition_meant(name: str, tags: Sequence[str]) -> str:
    """Propose the name of an edition's file, `<slug>.<language>.md`, for one that is written otherwise.

    `2026-11-27-call_fr.md`, `2026-11-27-call.fr_FR.md` and `2026-11-27-call.fr.md.txt` are all meant for
    `2026-11-27-call.fr.md`. Nothing is proposed where no letter or digit of the slug is left.
    """
    base = _ENDINGS.sub("", name)
    tag = ""
    for last in _LAST_WORDS:
        found = last.search(base)
        if found and found.start() and (tag := tag_meant(found[1], tags)):
            base = base[: found.start()]
            break
    slug = mended_slug(base)
    return f"{slug}.{tag}.md" if slug and tag else f"{slug}.md" if slug else ""
