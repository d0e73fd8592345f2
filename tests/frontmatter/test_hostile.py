"""Whatever a file holds, reading it gives a value and problems within its lines, and soon."""

import json
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pressgen.frontmatter import Reading, read
from pressgen.letters import decoded

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


HOSTILE = {
    "controls": FACTS + "---\n" + "\x01" * 900_000,
    "turns": FACTS + "---\n" + "\u202e\n" * 200_000,
    "keys": FACTS + "".join(f"k{number}: 1\n" for number in range(12_000)) + "---\nx",
    "doubled keys": FACTS + "a: 1\n" * 20_000 + "---\nx",
    "quotation marks": FACTS + "place: " + '"' * 120_000 + "\n---\nx",
    "more quotation marks": FACTS + 'place: "' + 'a" ' * 40_000 + "\n---\nx",
    "colons": FACTS + "place: " + "a: " * 40_000 + "\n---\nx",
    "lines of colons": FACTS + "place: a: b\n" * 9_000 + "---\nx",
    "tabs": FACTS + "\tx: a\n" * 20_000 + "---\nx",
    "empty lines": FACTS + "\n" * 120_000 + "---\nx",
    "spaces": FACTS + " " * 120_000 + "\n---\nx",
    "brackets": FACTS + "place: " + "[" * 120_000 + "\n---\nx",
    "hyphens": FACTS + "place:\n" + "- " * 60_000 + "\n---\nx",
    "aliases": FACTS + "countries: [" + "&a x, *a, " * 9_000 + "]\n---\nx",
    "wrong items": FACTS + "participants:\n" + "  - {nam: x}\n" * 9_000 + "---\nx",
    "languages": FACTS + "place: {" + "".join(f"k{number}: a, " for number in range(9_000)) + "}\n---\n",
    "no end": FACTS + "x: y\n\n" * 150_000,
    "a long key": FACTS + "x" * 120_000 + ": 1\n---\nx",
    "a long day": "---\ntitle: A\nkind: readout\ndate: " + "1 " * 50_000 + "\n---\nx",
    "a line that no mending mends": "---\ntitle: A\n𝒳|\nname: \\&a 'date: ,\"<<: %@~  - 𝒳\n---\nText.\n",
    "hashes": FACTS + "place: a #b\n" * 9_000 + "---\nx",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_input_takes_long(text: str) -> None:
    begun = time.process_time()
    found = check(text.encode())
    assert time.process_time() - begun < 3
    assert len(found.problems) <= 250
