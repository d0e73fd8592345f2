"""Set titles, names and running text so that no line breaks where it should not.

What stays whole stands in an element of its own, since a sign that forbids or allows a break would be copied with the
text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from pressgen.model.title_lines import joints, lines_of
from pressgen.text.script_table import BY_DICTIONARY, characters_of
from pressgen.text.word_lists import word_lists
from pressgen.views.setting import set_text

_LENGTHS = (("short", 60), ("medium", 120), ("long", 200))
_LONGEST_KEPT = 22
_LONGEST_PHRASE = 14
_PARTED = re.compile(r"[\s-]")
_UNSPACED = re.compile(f"[{characters_of(*BY_DICTIONARY)}]")
# Consulate-General, Lorne-Abbot: browsers break lines behind the hyphen.
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")

WORDS = {tag: tuple(words.split()) for tag, words in word_lists("kept_words").items()}
"""By language, the words that are kept whole in texts of any language."""

RULES = {
    "parted": _PARTED.pattern,
    "unspaced": _UNSPACED.pattern,
    "compound": _COMPOUND.pattern,
    "longestKept": _LONGEST_KEPT,
    "longestPhrase": _LONGEST_PHRASE,
    "words": WORDS,
}
"""The rules by which no line breaks, by their names in `search/browser/setting.js`, which sets results by it."""

_KEPT = r"<w->\1</w->"
"""An element of its own (https://html.spec.whatwg.org/#valid-custom-element-name) for what no line breaks, with the
shortest name that it may have: a page in a script without spaces has dozens of them, and a list hundreds."""


def length_of(title: str) -> str:
    """Return `short`, `medium`, `long` or `longest`, the class by which the style sheet sizes a title."""
    room = _room(" ".join(title.split()))
    return next((name for name, most in _LENGTHS if room <= most), "longest")


def title_lines(title: str, tag: str, names: Iterable[str] = ()) -> tuple[Markup, ...]:
    """Write the lines of a title as its author broke them, with the `names` and compounds in them kept whole.

    Behind a line that could run together with the next stands a sign, for where both share one line.
    """
    lines = lines_of(title)
    short = short_names((*names, *_COMPOUND.findall(title)))
    signs = (joint.strip() for joint in (*joints(lines, tag), ""))
    return tuple(kept(line, tag, short) + _joint(sign) for line, sign in zip(lines, signs, strict=bool(lines)))


def short_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that fit into every line, sorted."""
    return tuple(sorted({name for name in names if 1 < _room(name) <= _LONGEST_KEPT}))


def words_writer(tag: str, names: Iterable[str] = ()) -> Callable[[str], str]:
    """Build a function that writes a run of words so that no line breaks within the `names` or words to keep whole.

    The function takes and returns HTML; what it takes has no tags.
    """
    # A name of one word is broken nowhere as it is, unless its script has no spaces.
    parted = short_names(name for name in names if " " in name or _UNSPACED.search(name))
    whole = tuple(str(escape(name)) for name in parted)

    def write(words: str) -> str:
        pattern = _pattern(_of_words(words, tag), whole)
        return pattern.sub(_KEPT, words) if pattern else words

    return write


def _joint(sign: str) -> Markup:
    return Markup('<span class="pg-title__joint"> {}</span>').format(sign) if sign else Markup()


def set_name(name: str, tag: str = "") -> Markup:
    """Write a name of a person, office, body, country or day as HTML in which no line breaks where it should not.

    A short one stays on one line. A longer one breaks between words: in scripts without spaces, between those that are
    known to be words, and at the spaces, which separate phrases there.
    """
    if stays_whole(name):
        return _whole(name)
    if not _UNSPACED.search(name):
        return kept(name, tag, short_names(_COMPOUND.findall(name)))
    return Markup(" ").join(_phrase(phrase) for phrase in name.split(" "))


def stays_whole(name: str) -> bool:
    """True if a name could be broken and fits into every line."""
    return 1 < _room(name) <= _LONGEST_KEPT and bool(_PARTED.search(name) or _UNSPACED.search(name))


def _phrase(phrase: str) -> Markup:
    """Write what stands between two spaces in a script without spaces between words."""
    return _whole(phrase) if 1 < _room(phrase) <= _LONGEST_PHRASE else kept(phrase, "km")


def _whole(text: str) -> Markup:
    return Markup("<w->{}</w->").format(set_text(text))


def kept(text: str, tag: str = "", names: tuple[str, ...] = ()) -> Markup:
    """Write a text as HTML in which no line breaks within the `names`, nor within a word that browsers split."""
    pattern = _pattern(_of_words(text, tag), names)
    if pattern is None:
        return set_text(text)
    parts = pattern.split(text)
    html = (
        f"<w->{escape(part)}</w->" if number % 2 else str(set_text(part, within=text))
        for number, part in enumerate(parts)
    )
    return Markup("".join(html))  # noqa: S704 - each part is escaped


def _of_words(text: str, tag: str) -> str:
    """Return the language whose known words a text may hold: its own, or else that of the script it is written in."""
    return tag if tag in WORDS or not _UNSPACED.search(text) else "km"


@lru_cache(maxsize=1024)
def _pattern(tag: str, names: tuple[str, ...]) -> re.Pattern[str] | None:
    whole = sorted({*names, *WORDS.get(tag, ())}, key=len, reverse=True)
    return re.compile(f"({'|'.join(map(re.escape, whole))})") if whole else None


def _room(text: str) -> int:
    """Count the letters of a text; signs above and below a letter take no room of their own."""
    return len(text.translate(_WITHOUT_MARKS))


class _Marks(dict[int, int | None]):
    """A table for `str.translate` that drops signs above and below letters; each is looked up in Unicode once."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.category(chr(code)).startswith("M") else code
        return self[code]


_WITHOUT_MARKS = _Marks()
