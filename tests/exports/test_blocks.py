"""Blocks as data: whatever the text is, nothing that is printed is lost, and every anchor begins its line."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pressgen.exports.blocks import block_data
from pressgen.model import Block
from pressgen.text.filling import Filling, fill
from pressgen.text.parsing import parse_body

PAGE = "https://a.example/en/releases/x/"
KEYS = {"kind", "anchor", "text", "level", "anchors", "links", "pictures", "rows"}

words = st.text("abc éដ١ ,.–“”«»&<>'\"#", min_size=1, max_size=12).map(lambda text: f"w{text}w")
links = st.builds("[{}](https://b.example/?a=1&b=2)".format, words) | st.builds("[{}](#p1)".format, words)
pieces = words | links | words.map("**{}**".format) | st.just("a note[^1]")
inline = st.lists(pieces, min_size=1, max_size=4).map(" ".join)
items = st.lists(inline, min_size=1, max_size=4)
rows = st.lists(st.tuples(words, inline), min_size=1, max_size=3)
blocks = (
    inline
    | inline.map("## {}".format)
    | items.map(lambda items: "\n".join(f"{number}. {one}" for number, one in enumerate(items, 7)))
    | items.map(lambda items: "\n".join(f"- {one}\n  (a) {one}" for one in items))
    | rows.map(lambda rows: "| A | B |\n|---|---|\n" + "\n".join(f"| {one} | {other} |" for one, other in rows))
    | inline.map("> {}".format)
    | st.builds("{}\n: {}".format, words, inline)
)
texts = st.lists(blocks, min_size=1, max_size=4).map(lambda parts: "\n\n".join([*parts, "[^1]: The note."]))


def read(text: str) -> list[tuple[Block, dict[str, Any]]]:
    """Read a text, and return its blocks, each with the same as data."""
    body = parse_body(text, language="en", languages=("en",), path="x.md", first_line=1).body
    filling = Filling((), body.references, PAGE)
    return [(one, block_data(one, filling).model_dump(exclude_defaults=True)) for one in body.blocks]


def letters(text: str) -> str:
    return "".join(text.split())


def printed(block: Block) -> str:
    """Return the letters that the HTML of a block shows, but for the arrows that lead from notes back to the text."""
    html = re.sub(r'<a class="footnote-back".*?</a>', "", fill(block, Filling((), (), PAGE)), flags=re.DOTALL)
    return letters(unescape(re.sub(r"<[^>]*>", "", html)))


@given(texts)
def test_nothing_that_is_printed_is_lost(text: str) -> None:
    for block, data in read(text):
        assert data.keys() <= KEYS
        notes = [link["text"] for link in data.get("links", ()) if "#fn-" in link["url"]]
        # A mark of a note is no word of the text: it is told by its link.
        rest = printed(block)
        for mark in notes:
            assert mark
            rest = rest.replace(mark, "", 1)
        assert sorted(rest) == sorted(letters(data["text"]))
        for link in data.get("links", ()):
            assert link["url"].startswith(("https://b.example/?a=1&b=2", f"{PAGE}#"))
            assert "#fn-" in link["url"] or letters(link["text"]) in letters(data["text"])
        if "rows" in data:
            cells = [cell for row in data["rows"] for cell in row]
            assert sorted(letters("".join(cells))) == sorted(letters(data["text"]) + "".join(notes))


@given(texts)
def test_every_anchor_is_an_id_of_the_block_and_begins_a_line(text: str) -> None:
    for block, data in read(text):
        html = fill(block, Filling((), (), PAGE))
        ids = [unescape(one) for one in re.findall(r'\sid="([^"]+)"', html)]
        anchors = data.get("anchors", ())
        assert [one["anchor"] for one in anchors] == [
            one for one in ids if one != data["anchor"] and not one.startswith("fnref")
        ]
        # A list item that begins with its printed number begins its line with it.
        text_lines = data["text"].split("\n")
        for one in anchors:
            if found := re.fullmatch(r"para-(\d+)", one["anchor"]):
                assert text_lines[one["line"]].startswith(f"{found[1]}.")
        lines = [one["line"] for one in anchors]
        assert lines == sorted(lines)
        assert all(0 <= line < len(data["text"].split("\n")) for line in lines)


def test_a_block_without_anything_but_words_has_no_other_key() -> None:
    assert [data for _, data in read("Words.")] == [{"anchor": "p1", "text": "Words."}]


def test_items_that_can_be_cited_have_their_lines() -> None:
    (data,) = [data for _, data in read("1. One\n2. Two\n   (a) sub\n   (b) sub")]
    assert (data["anchor"], data["anchors"]) == (
        "para-1",
        ({"anchor": "para-2", "line": 1}, {"anchor": "para-a", "line": 2}, {"anchor": "para-b", "line": 3}),
    )


def test_a_table_has_its_rows() -> None:
    (data,) = [data for _, data in read("| A | B |\n|---|---|\n| 1 | x *y* |")]
    assert data["rows"] == (("A", "B"), ("1", "x y"))
