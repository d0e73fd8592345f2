"""A title of several lines on one line, as lists, search results, tabs, feeds and citations show it.

Authors break titles in two ways. A sentence is broken where the paper was full ("Video call between / His Excellency …,
/ and Her Excellency …"): its lines go on with a space. Or lines stand beside each other ("Second session … at Sea /
Almadine, 14 and 15 April 2025 / Conclusions"): with a space alone they would run together, so a dash stands between.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from pressgen import languages

_DASH = " \u2013 "
# Khmer, Thai, Lao, Burmese, Tibetan, Chinese and Japanese write no space between words: theirs already sets apart.
_UNSPACED = frozenset({"Khmr", "Thai", "Laoo", "Mymr", "Tibt", "Hans", "Hant", "Hani", "Jpan"})
# In scripts with capitals a line that goes on with a sentence begins with a small letter.
_WITH_CAPITALS = frozenset({"Latn", "Cyrl", "Grek", "Armn"})
# English, French and Welsh; German, Dutch, Spanish, Portuguese, Italian and the languages of the North; Russian and
# Ukrainian; Greek; Arabic.
_LINKING_WORDS = """
a an and as at between by for from in into of on or that the to under upon with entitled honourable excellency
deputy external foreign her his international its permanent prime special their united vice
à au aux avec chez concernant contre d’ dans de depuis des devant du en entre et excellence intitulé intitulée la
le les lors madame monsieur ou par pendant pour sous sur un une vers
a’r ac am ar at ei eu gan gyda i i’r mewn neu o o’r rhwng y yn yr
am auf aus beim das dem den der die durch eine einem einer für im mit oder über um und vom von vor zu zum zur
bij door een en het met naar op tussen uit van voor
con del e el entre las los para por y da das do dos na no nas nos pela pelo
al alla con dei del della delle di e gli il nel nella per tra
av den det et fra i med mellom mellan og och om på som til till
в во для до з за и из к ко между на о об от по с со та у через і між від про
από για και με μεταξύ ο η οι στη στην στο στον της του των
إلى أن أو بتاريخ بشأن بمناسبة بين حول خلال على عن عند في لدى مع من يوم يومي
"""
_LINKING = frozenset(_LINKING_WORDS.split())
"""Words after which a sentence goes on, whatever comes: articles, prepositions, conjunctions, words before a name."""
_OPENING, _CLOSING = "“«„‹‘\"'", "”»“›’\"'"
_LONGEST_PLACE_AND_DAY = 60


@lru_cache(maxsize=4096)
def on_one_line(title: str, tag: str) -> str:
    """Write a title in the language `tag` on one line."""
    lines = lines_of(title)
    return "".join(f"{joint}{line}" for joint, line in zip(("", *joints(lines, tag)), lines, strict=bool(lines)))


def lines_of(title: str) -> tuple[str, ...]:
    """List the lines of a title, each without what is no more than room."""
    lines = (" ".join(line.split()) for line in title.splitlines())
    return tuple(line for line in lines if line)


def joints(lines: tuple[str, ...], tag: str) -> tuple[str, ...]:
    """List what stands between each line of a title and the next where they share one line."""
    script = languages.language(tag).script
    return tuple(_joint(line, following, script) for line, following in pairwise(lines))


def _joint(line: str, following: str, script: str) -> str:
    if re.search(r"[^\W\d_]-$", line):  # a compound, broken behind its hyphen
        return ""
    if _ends_open(line) or _begins_bound(following) or script in _UNSPACED:
        return " "
    if script in _WITH_CAPITALS:
        first = following.partition(" ")[0]
        # In a title all in capitals only the word tells.
        return (
            " "
            if first[0].islower() or (len(first) > 1 and first.isupper() and first.casefold() in _LINKING)
            else _DASH
        )
    return _DASH if _stands_alone(line) or _stands_alone(following) else " "


def _ends_open(line: str) -> bool:
    """Return whether a line ends with a sign that sets it apart already, or with a word that wants another."""
    last = line[-1]
    signs = unicodedata.category(last) in {"Pd", "Ps", "Po"} and last not in _CLOSING
    return signs or line.rpartition(" ")[2].casefold().replace("'", "’").lstrip("(") in _LINKING


def _begins_bound(line: str) -> bool:
    """Return whether a line begins with a sign that needs nothing before it: a dash, a comma, an opening bracket."""
    first = line[0]
    return unicodedata.category(first) in {"Pd", "Ps", "Pe", "Po"} and first not in _OPENING


def _stands_alone(line: str) -> bool:
    """Return whether a line in a script without capitals is sure to be no part of a sentence: a motto, a date."""
    if line[0] in _OPENING and line[-1] in _CLOSING:
        return True
    has_digit = re.search(r"\d", line) is not None
    return (
        has_digit and len(line) <= _LONGEST_PLACE_AND_DAY and (line[0].isdigit() or re.search("[,،]", line) is not None)
    )
