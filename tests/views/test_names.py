"""Names and words of which no line is broken, wherever they are set."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.text.filling import Filling, fill
from pressgen.views.titles import set_name, short_names, words_writer
from tests.blocks import block_of

MINISTRY = "ក្រសួងការបរទេស និងសហប្រតិបត្តិការអន្តរជាតិ"


def whole(text: str) -> str:
    return f"<w->{text}</w->"


@pytest.mark.parametrize(
    ("name", "html"),
    [
        ("Norway", "Norway"),
        ("PRAK Sokhonn", whole("PRAK Sokhonn")),
        ("ប្រាក់ សុខុន", whole("ប្រាក់ សុខុន")),
        ("ន័រវែស", whole("ន័រវែស")),
        ("A & B", whole("A &amp; B")),
        ("Ministry of Foreign Affairs", "Ministry of Foreign Affairs"),
        ("The Consulate-General at Port Sarrow", f"The {whole('Consulate-General')} at Port Sarrow"),
        (MINISTRY, f"{whole('ក្រសួងការបរទេស')} និង{whole('សហប្រតិបត្តិការ')}{whole('អន្តរជាតិ')}"),
    ],
)
def test_a_name_is_broken_between_words_alone(name: str, html: str) -> None:
    assert set_name(name) == html


def test_running_text_keeps_its_peoples_names_and_known_words() -> None:
    block = block_of('<p title="PRAK Sokhonn">PRAK Sokhonn &amp; D’Arcy O’Neill met Kim.</p>')
    names = ("PRAK Sokhonn", "Kim", "D’Arcy O’Neill", "A name that is longer than any line of a phone")

    kept = fill(block, Filling(write_words=words_writer("en", names)))

    assert kept == (f'<p title="PRAK Sokhonn">{whole("PRAK Sokhonn")} &amp; {whole("D’Arcy O’Neill")} met Kim.</p>')
    assert words_writer("km")("នៅខែកុម្ភៈ") == f"នៅ{whole('ខែកុម្ភៈ')}"
    assert words_writer("en")("នៅខែកុម្ភៈ") == f"នៅ{whole('ខែកុម្ភៈ')}"


@given(st.text(alphabet="a -&<>'ខែកុម្ភៈ\u200d៌ក", max_size=60), st.sampled_from(["en", "km", "ar"]))
def test_no_letter_of_a_name_is_changed(name: str, tag: str) -> None:
    assert unescape(re.sub("<[^>]*>", "", set_name(name, tag))) == name
    assert len(short_names([name, name])) <= 1
