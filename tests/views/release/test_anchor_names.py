"""Anchors have names of what a reader sees, each different on a page."""

import re

import pytest

from pressgen.languages import language
from pressgen.text.filling import Filling
from pressgen.text.parsing import parse_body
from pressgen.views.release.anchor_names import anchor_names
from pressgen.views.release.body import back_labels, block_html
from tests.blocks import html_of_block

NAMED = re.compile(r'<a class="(?:pg-anchor|footnote-back)" href="#([^"]*)" aria-label="([^"]*)"')
TEXT = """\
The parties agreed as follows:

1. To meet each year.

2. To exchange notes:
   (a) on trade;
   (b) on aid.

| Party | Vote |
|---|---|
| A | yes |

## Trade

2. To meet again.

Done in two originals.

- once
- twice

## Trade

> A quotation.

![Two ministers](photo.jpg)

Term
: What it means.
"""


def names_of(source: str, tag: str = "en") -> dict[str, str]:
    body, _, _ = parse_body(source, language=tag, languages=(tag,), path="x.md", first_line=1)
    return dict(anchor_names(tuple(body.blocks), language(tag)))


def test_each_anchor_is_called_by_what_a_reader_sees() -> None:
    assert names_of(TEXT) == {
        "p1": "¶ 1",
        "para-1": "1",
        "para-2": "2 (1 of 2)",
        "para-a": "2 (a)",
        "para-b": "2 (b)",
        "table-1": "Link to table 1",
        "trade": "§ 1",
        "para-2-2": "2 (2 of 2)",
        "p2": "¶ 2",
        "p3": "• 1",
        "p4": "• 2",
        "trade-2": "§ 2",
        "quote-1": "Link to quotation 1",
        "figure-1": "Link to picture 1",
        "terms-1": "Link to list of terms 1",
    }


def test_in_a_text_without_numbers_a_paragraph_has_its_place() -> None:
    assert names_of("One.\n\n- a\n- b\n\nTwo.") == {"p1": "1", "p2": "• 1", "p3": "• 2", "p4": "2"}


def test_a_number_within_a_number_is_said_once() -> None:
    assert list(names_of("1. One\n   1.1. Two\n   (a) Three").values()) == ["1", "1.1", "1 (a)"]


@pytest.mark.parametrize("tag", ["en", "fr", "ar", "cy", "km", "th", "de"])
def test_every_language_names_all_and_no_two_alike(tag: str) -> None:
    names = names_of(TEXT, tag)

    assert len(names) == 15
    assert len(set(names.values())) == len(names)


def test_a_note_cited_twice_leads_back_to_each_place() -> None:
    body, _, _ = parse_body(
        "One.[^1] Two.[^2] Three.[^1]\n\n[^1]: A note.\n\n[^2]: Another.",
        language="en",
        languages=("en",),
        path="x.md",
        first_line=1,
    )
    (notes,) = (block for block in body.blocks if block.kind == "notes")
    html = block_html(notes, Filling(back_labels=back_labels([notes], language("en"))))

    assert NAMED.findall(html) == [
        ("fnref-1", "Back to the text at note 1 (1 of 2)"),
        ("fnref-1-2", "Back to the text at note 1 (2 of 2)"),
        ("fnref-2", "Back to the text at note 2"),
    ]
    assert notes.text == "1 A note.\n2 Another."
    for anchor in ("fnref-1", "fnref-1-2"):
        assert f'id="{anchor}"' in html_of_block(next(iter(body.blocks)))
