"""Shared by the tests of words: the vectors, and the matching of the index."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from pressgen.search.words import FILLER, cluster_words, index_words, tokens, vocabulary
from pressgen.search.words.table import ranges, word_table
from tests.search.words.query import Phrase, Wording, query_phrases

VECTORS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("vectors.yml").read_text("utf-8"))
SPELLINGS = sorted(
    {
        spelling
        for vector in VECTORS
        for key in ("same", "finds", "misses")
        for spelling in [str(one) for one in vector.get(key, [])]
    }
    | {vector["text"] for vector in VECTORS if "text" in vector}
)


def document(text: str) -> list[str]:
    """Return the words of a document with this text."""
    found = tokens(text)
    return [*index_words(found), FILLER, *sorted(cluster_words(found))]


def matches(query: str, text: str) -> bool:
    """True if a text has all phrases of a query, as the index matches them, without stems."""
    words, longer = document(text), vocabulary(tokens(text))
    return all(_stands(phrase, words, longer) for phrase in query_phrases(query).phrases)


def _stands(phrase: Phrase, words: list[str], longer: dict[str, str]) -> bool:
    return any(_worded(wording, words, longer) for wording in (phrase, *phrase.instead))


def _worded(wording: Wording, words: list[str], longer: dict[str, str]) -> bool:
    beginnings = {word for key, word in longer.items() if wording.prefix and key.startswith(wording.prefix)}
    *others, last = wording.words
    return any(
        words[start : start + len(others)] == others
        and (words[start + len(others)] == last or words[start + len(others)] in beginnings)
        for start in range(len(words) - len(others))
    )


def _letters(script: str) -> st.SearchStrategy[str]:
    return st.sampled_from(
        [chr(code) for first, last in ranges(word_table()["scripts"][script]) for code in range(first, last + 1)]
    )


_BETWEEN = st.sampled_from(" \n\u00a0\u200b\u200c\u00ad.,-'’\"“”«»/·・־״\u0301\u0300\u05b0០១2459٣²½〇二①𝐍\ud800\udc00🕊")
_LIKELY = ("Latn", "Khmr", "Thai", "Laoo", "Mymr", "Hani", "Hira", "Hang", "Arab", "Hebr", "Cyrl", "Grek", "Deva")


def texts() -> st.SearchStrategy[str]:
    """Draw texts: of a few scripts with signs between and within words, real ones, and of any characters."""
    scripts = st.sampled_from(_LIKELY) | st.sampled_from(list(word_table()["scripts"]))
    mixed = st.lists(scripts, min_size=1, max_size=3, unique=True).flatmap(
        lambda some: st.lists(st.one_of(*map(_letters, some), _BETWEEN), max_size=24).map("".join)
    )
    real = st.lists(st.sampled_from(SPELLINGS), min_size=1, max_size=3).map(" ".join)
    anything = st.text(st.characters(exclude_categories=()), max_size=24)
    return st.one_of(mixed, mixed, real, anything)
