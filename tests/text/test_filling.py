"""Blocks are cut into pieces once, and filled for each place that shows them."""

from __future__ import annotations

import pickle

import pytest

from pressgen.model import AnchorHole, BlockKind, LinkHole, Reference
from pressgen.text.filling import Credit, Filling, fill
from pressgen.text.holes import ids_in, picture_numbers, pieces_of
from tests.blocks import block_of, html_of_block
from tests.text.page import read

PICTURE = Reference(target="x.png", picture=True, width=1200, height=800)
FIGURE = '<figure id="figure-1"><img src="pressgen:0" alt="Two">{}</figure>'
TEXT = """\
See [the release](a.en.md), [the site](https://a.example/) and [number 2](#para-2).[^1]

1. One:
   (a) within;

2. Two *words*.

| A | B |
|---|--:|
| 1 | 2 |

![Two](x.png "A caption")

[^1]: A note.
"""


def test_a_block_that_is_filled_with_what_it_had_is_as_it_was() -> None:
    html = (
        '<p class="x" id="p1" lang="km">A <em>b</em> <a href="pressgen:0" title="t">c <img src="pressgen:1" alt=""></a>'
        '<sup class="footnote-ref" id="fnref-1"><a href="#fn-1">1</a></sup> <a href="https://a.example/">d</a><br>\ne</p>'
    )
    assert html_of_block(block_of(html)) == html


def test_pieces_can_be_compared_hashed_and_kept() -> None:
    (body, _), (again, _) = read(TEXT), read(TEXT)
    assert body == again
    assert hash(tuple(body.blocks)) == hash(tuple(again.blocks))
    assert pickle.loads(pickle.dumps(body)) == body


def test_a_link_without_a_target_leaves_its_words_and_a_picture_nothing() -> None:
    block = block_of('<p>a <a href="pressgen:0">b <em>c</em></a> <img src="pressgen:1" alt="x"> <a href="#d">d</a></p>')
    assert fill(block, Filling(("", ""))) == '<p>a b <em>c</em>  <a href="#d">d</a></p>'
    assert fill(block, Filling()) == fill(block, Filling(("", "")))


def test_ids_and_links_within_a_text_end_alike() -> None:
    body, _ = read(TEXT)
    html = "".join(fill(block, Filling(id_ending=".km")) for block in body.blocks)
    for id_ in ("p1", "para-2", "fn-1", "fnref-1", "figure-1", "table-1"):
        assert f'id="{id_}.km"' in html
    for fragment in ("para-2", "fn-1", "fnref-1"):
        assert f'href="#{fragment}.km"' in html


def test_links_within_a_text_lead_to_its_page() -> None:
    body, _ = read(TEXT)
    html = fill(next(iter(body.blocks)), Filling(page="https://b.example/?x&y"))
    assert 'href="https://b.example/?x&amp;y#para-2"' in html
    assert 'href="https://a.example/"' in html


def test_a_picture_has_the_size_of_its_file() -> None:
    filling = Filling(("x.png",), (PICTURE,))
    assert fill(block_of('<p><img src="pressgen:0" alt="a"></p>'), filling) == (
        '<p><img src="x.png" width="1200" height="800" alt="a"></p>'
    )
    written_by_an_author = block_of('<p><img title="t" src="pressgen:0"></p>')
    assert 'width="1200"' in fill(written_by_an_author, filling)


@pytest.mark.parametrize(
    ("own", "credit", "shown"),
    [
        ("<figcaption>Own</figcaption>", Credit("Other", "<b>By</b>"), "<figcaption>Own <b>By</b></figcaption>"),
        ("<figcaption>Own</figcaption>", Credit("Other", ""), "<figcaption>Own</figcaption>"),
        ("", Credit("Other", "<b>By</b>"), "<figcaption>Other <b>By</b></figcaption>"),
        ("", Credit("", ""), ""),
    ],
)
def test_a_figure_has_a_place_for_what_is_said_of_its_picture(own: str, credit: Credit, shown: str) -> None:
    figure = block_of(FIGURE.format(own), kind="figure")
    assert fill(figure, Filling(("x.png",), credits={0: credit})) == FIGURE.format(shown).replace("pressgen:0", "x.png")
    assert picture_numbers(figure) == [0]


def test_words_alone_are_written_otherwise() -> None:
    block = block_of('<p title="word">word <em>word</em></p>')
    assert fill(block, Filling(write_words=str.upper)) == '<p title="word">WORD <em>WORD</em></p>'


def test_an_item_knows_the_number_that_it_stands_under() -> None:
    body, _ = read("4. Four:\n   (a) within;\n\n   Words.\n\n4.1. One.\n\n- a\n- b")
    anchors = [piece for block in body.blocks for piece in block.pieces if isinstance(piece, AnchorHole)]
    assert [(anchor.id, anchor.number, anchor.is_item) for anchor in anchors] == [
        ("para-4", "4", True), ("para-a", "4 (a)", True), ("para-4.1", "4.1", True), ("p1", "", True), ("p2", "", True),
    ]  # fmt: skip


def test_a_link_back_knows_its_note() -> None:
    body, _ = read("A.[^R&D] B.[^2]\n\n[^R&D]: One.\n\n[^2]: Two.")
    links = [piece for block in body.blocks for piece in block.pieces if isinstance(piece, LinkHole)]
    assert [link.note for link in links] == ["", "", "R&D", "2"]


@pytest.mark.parametrize("kind", ["paragraph", "table"])
def test_every_id_is_a_place_to_lead_to(kind: BlockKind) -> None:
    html = '<p id="a">x<sup class="footnote-ref" id="b"><a href="#c">1</a></sup></p>'
    assert ids_in([block_of(html, kind=kind, anchor="a")]) == {"a", "b"}


def test_tags_that_follow_each_other_are_one_piece() -> None:
    assert pieces_of("<ul><li><em>a</em></li></ul>", "html")[::2] == ("<ul><li><em>", "</em></li></ul>")
