"""One table of scripts serves the text and the search."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pytest

from pressgen.load.spelling import UNSPACED
from pressgen.search.words.table import ranges, word_table
from pressgen.text.script_table import (
    BY_DICTIONARY,
    SCRIPTS,
    WITHOUT_SPACES,
    characters_of,
    first_script,
    letters_of,
    script_of,
)


def codes(written: str) -> Iterator[int]:
    for first, last in ranges(written):
        yield from range(first, last + 1)


def test_a_letter_has_one_script() -> None:
    pattern = {script: re.compile(f"[{letters_of(script)}]") for script in SCRIPTS}
    for code in (*range(0x2000), *range(0x2C00, 0x3200), *range(0xA000, 0xAC00), *range(0xF900, 0x10000)):
        found = [script for script in SCRIPTS if pattern[script].match(chr(code))]
        assert found == ([script_of(chr(code))] if script_of(chr(code)) else []), hex(code)


@pytest.mark.parametrize("script", SCRIPTS)
def test_letters_are_letters_and_marks_and_other_characters_are_not(script: str) -> None:
    letters, all_ = (re.compile(f"[{inside}]") for inside in (letters_of(script), characters_of(script)))
    for code in range(0x20, 0x10000):
        category = unicodedata.category(chr(code))
        if category != "Cn" and all_.match(chr(code)):  # assigned in the Unicode of this Python
            assert bool(letters.match(chr(code))) == (category[0] in "LM"), hex(code)


def test_the_search_splits_texts_by_the_same_letters() -> None:
    """The search keeps to Unicode 14, the oldest supported Python's, and to what texts are written in.

    It knows the same scripts. To a script it adds signs that Unicode gives to several, and it leaves out what it
    ignores, musical signs, and forms of letters for mathematics and historical texts.
    """
    search = word_table()["scripts"]
    ignored = set(codes(word_table()["ignored"]))
    musical = set(range(0x1B6B, 0x1B74))

    assert set(search) == set(SCRIPTS)
    for script, written in search.items():
        its = set(codes(written))
        assert {script_of(chr(code)) for code in its} <= {script, ""}
        assert all(unicodedata.category(chr(code))[0] in "LMN" for code in its if not script_of(chr(code)))
        pattern = re.compile(f"[{letters_of(script)}]")
        missing = {code for code in range(0x41, 0x10000) if pattern.match(chr(code))} - its
        assert missing <= ignored | musical | NEWER_THAN_14, script


NEWER_THAN_14 = frozenset(
    codes(
        "558 58B-58C 5C8-5C9 88F 897 B53-B54 C5C CDC CF3 ECE 1C89-1C8A 209D-209F A7CB-A7CF A7D2 A7D4 A7DA-A7DD A7E2 "
        "A7F1 AB6C-AB6D"
    )
)
"""Letters and marks that Unicode has had since; a new version of the table adds its own."""


def test_scripts_without_spaces_are_those_of_names_and_the_clusters_of_the_search() -> None:
    assert set(BY_DICTIONARY) < WITHOUT_SPACES < UNSPACED
    read_as = word_table()["read_as"]
    # In Tibetan a point parts syllables, which the search takes for words.
    assert {read_as.get(script, script) for script in WITHOUT_SPACES - {"Tibt"}} <= {*word_table()["clusters"]}


@pytest.mark.parametrize(("text", "script"), [("7. Abc", "Latn"), ("«ក»", "Khmr"), ("… 12", ""), ("日本の", "Hani")])
def test_a_text_begins_in_the_script_of_its_first_letter(text: str, script: str) -> None:
    assert first_script(text) == script
