"""Whatever a file holds, reading it gives a value and problems within its lines, in a time that grows with it."""

import json
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pressgen.frontmatter import Reading, read
from pressgen.letters import decoded
from tests.growth import TIMES, grows_with_its_input

FACTS = "---\ntitle: A\ndate: 2022-02-15\nkind: readout\n"
_KEYS = ["title: ", "date: ", "event:\n", "participants:\n", "name: ", "x", "KH", "2022-02-15"]
_SIGNS = ["---\n", "...\n", "  - ", "\t", '"', "'", ": ", ":", "\n", "#", " #", "&a ", "*a", "!!x ", "<<: ", "? ", "\\"]
_MORE = ["[", "]", "{", "}", "|\n", ">\n", ",", "%", "@", "`", "~", "  ", "“", "ភ្នំ", "𝒳"]
_UNSEEN = ["\u200b", "\u202e", "\u2028", "\ufeff", "\u00a0"]
PIECES = st.sampled_from(_KEYS + _SIGNS + _MORE + _UNSEEN)


def check(data: bytes) -> Reading:
    found = read(data, "x.md")
    lines = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in found.problems:
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
        assert problem.message
    assert found.front_matter is not None or found.problems
    assert "\u200b" not in (found.front_matter.title if found.front_matter else "")
    return found


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    check(data)


@settings(max_examples=400)
@example(["event:\n", "\\"])
@given(st.lists(PIECES, max_size=40))
def test_any_pieces_of_yaml(pieces: list[str]) -> None:
    check(f"---\ntitle: A\n{''.join(pieces)}\n---\nText.\n".encode())


@given(st.text(max_size=200))
def test_any_text_as_a_quoted_title_comes_back(text: str) -> None:
    visible = "".join(letter for letter in text if letter.isprintable())
    found = check(f"---\ntitle: {json.dumps(visible)}\ntranslation: official\n---\nText.\n".encode())
    if visible.strip() and not found.problems:
        assert found.front_matter is not None
        assert found.front_matter.title == decoded(visible).strip()


HOSTILE: dict[str, tuple[int, Callable[[int], str]]] = {
    "controls": (900_000, lambda size: FACTS + "---\n" + "\x01" * size),
    "turns": (200_000, lambda size: FACTS + "---\n" + "\u202e\n" * size),
    "keys": (12_000, lambda size: FACTS + "".join(f"k{number}: 1\n" for number in range(size)) + "---\nx"),
    "doubled keys": (20_000, lambda size: FACTS + "a: 1\n" * size + "---\nx"),
    "quotation marks": (120_000, lambda size: FACTS + "place: " + '"' * size + "\n---\nx"),
    "more quotation marks": (40_000, lambda size: FACTS + 'place: "' + 'a" ' * size + "\n---\nx"),
    "colons": (40_000, lambda size: FACTS + "place: " + "a: " * size + "\n---\nx"),
    "lines of colons": (9_000, lambda size: FACTS + "place: a: b\n" * size + "---\nx"),
    "tabs": (20_000, lambda size: FACTS + "\tx: a\n" * size + "---\nx"),
    "empty lines": (120_000, lambda size: FACTS + "\n" * size + "---\nx"),
    "spaces": (120_000, lambda size: FACTS + " " * size + "\n---\nx"),
    "brackets": (120_000, lambda size: FACTS + "place: " + "[" * size + "\n---\nx"),
    "hyphens": (60_000, lambda size: FACTS + "place:\n" + "- " * size + "\n---\nx"),
    "aliases": (9_000, lambda size: FACTS + "countries: [" + "&a x, *a, " * size + "]\n---\nx"),
    "wrong items": (9_000, lambda size: FACTS + "participants:\n" + "  - {nam: x}\n" * size + "---\nx"),
    "languages": (
        9_000,
        lambda size: FACTS + "place: {" + "".join(f"k{number}: a, " for number in range(size)) + "}\n---\n",
    ),
    "no end": (150_000, lambda size: FACTS + "x: y\n\n" * size),
    "a long key": (120_000, lambda size: FACTS + "x" * size + ": 1\n---\nx"),
    "a long day": (50_000, lambda size: "---\ntitle: A\nkind: readout\ndate: " + "1 " * size + "\n---\nx"),
    "hashes": (9_000, lambda size: FACTS + "place: a #b\n" * size + "---\nx"),
}
"""Texts of any size, and the size that is read: what grows with the square takes minutes for it."""


@pytest.mark.parametrize(("size", "text"), HOSTILE.values(), ids=HOSTILE.keys())
def test_the_time_grows_with_the_file(size: int, text: Callable[[int], str]) -> None:
    def reading(data: bytes) -> None:
        assert len(check(data).problems) <= 250

    assert grows_with_its_input(lambda size: text(size).encode(), reading, size // TIMES)


def test_a_line_that_cannot_be_corrected_is_left() -> None:
    check("---\ntitle: A\n𝒳|\nname: \\&a 'date: ,\"<<: %@~  - 𝒳\n---\nText.\n".encode())
