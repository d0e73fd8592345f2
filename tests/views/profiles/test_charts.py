"""Strips of years: what they draw, for readers of either direction, and what they say to those who do not see them."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.archive import Channel
from pressgen.languages import language
from pressgen.views.channel_marks import mark_of
from pressgen.views.profiles.charts import LONGEST, WIDTH, StripRow, says_something, strip
from tests.views.golden import assert_golden

VISITS = StripRow("Visits", (1, 0, 2), Channel.VISIT)
CALLS = StripRow("Telephone calls", (0, 0, 4), Channel.CALL)
SVG = "{http://www.w3.org/2000/svg}"


def drawn(*rows: StripRow, first: int = 2020, tag: str = "en", text: str = "Encounters by year: 2020: 1 visit.") -> str:
    return str(strip(first, rows, text, language(tag)))


def bars(svg: str) -> list[dict[str, float]]:
    return [{key: float(bar.get(key, "")) for key in ("x", "y", "width", "height")} for bar in _all(svg, "rect")]


def texts(svg: str) -> list[str]:
    return [found.text or "" for found in _all(svg, "text")]


def _all(svg: str, tag: str) -> list[ET.Element]:
    return list(ET.fromstring(svg).iter(SVG + tag))


def test_strip() -> None:
    assert_golden("strip.svg", drawn(VISITS, CALLS))


def test_rows_have_one_scale() -> None:
    one, two, four = (bar["height"] for bar in bars(drawn(VISITS, CALLS)))

    assert (two, four) == (2 * one, 4 * one)


def test_each_row_has_its_name_and_each_bar_its_number() -> None:
    assert texts(drawn(VISITS, CALLS)) == ["Visits", "1", "2", "Telephone calls", "4", "2020", "2021", "2022"]


def test_a_name_stands_twice_as_near_to_its_own_row_as_to_the_row_above() -> None:
    svg = drawn(VISITS, StripRow("Telephone calls", (4, 0, 4), Channel.CALL))
    name = next(float(text.get("y", "")) for text in _all(svg, "text") if text.text == "Telephone calls")
    bottom = bars(svg)[1]["y"] + bars(svg)[1]["height"]
    number = min(float(text.get("y", "")) for text in _all(svg, "text") if text.text == "4")

    # Its letters are some nine units tall, its number's eight.
    assert 2 * (number - 8 - name) <= name - 9 - bottom


def test_it_says_the_same_to_those_who_do_not_see_it() -> None:
    root = ET.fromstring(drawn(VISITS))

    assert root.get("role") == "img"
    assert root.get("aria-label") == "Encounters by year: 2020: 1 visit."


def test_numbers_are_in_the_languages_digits() -> None:
    assert texts(drawn(VISITS, tag="km"))[1:] == ["១", "២", "២០២០", "២០២១", "២០២២"]


def test_time_runs_in_the_direction_of_reading() -> None:
    left, right = (bars(drawn(VISITS, tag=tag)) for tag in ("en", "ar"))

    assert left[0]["x"] < left[1]["x"]
    assert [WIDTH - bar["x"] - bar["width"] for bar in right] == pytest.approx([bar["x"] for bar in left])


def test_it_takes_its_colours_from_the_page_and_no_style_of_its_own() -> None:
    svg = drawn(VISITS, CALLS)

    assert "style" not in svg
    assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', svg)) == {"currentColor", "none"}


def test_names_are_escaped() -> None:
    svg = drawn(StripRow("<script>&", (1, 1)), text='"><script>')

    assert "<script" not in svg
    assert texts(svg)[0] == "<script>&"


def test_each_channel_has_a_mark_of_its_own() -> None:
    marks = {str(mark_of(channel)) for channel in Channel}

    assert len(marks) == len(Channel)
    # What says nothing is announced by no reader's program.
    assert not any(html5lib.parseFragment(mark, namespaceHTMLElements=False)[0].text for mark in marks)


def test_one_year_alone_is_no_strip() -> None:
    assert not says_something((0, 7, 0))
    assert says_something((1, 0, 1))


@given(
    st.integers(1, 3000), st.lists(st.integers(0, 5000), min_size=1, max_size=150), st.sampled_from(["en", "ar", "km"])
)
def test_everything_is_within_the_drawing_and_nothing_overlaps(first: int, counts: list[int], tag: str) -> None:
    svg = drawn(StripRow("Visits", tuple(counts)), first=first, tag=tag)
    shown = counts[-LONGEST:]
    found = sorted(bars(svg), key=lambda bar: bar["x"])
    height = float(str(ET.fromstring(svg).get("viewBox")).split()[3])

    assert len(found) == sum(1 for count in shown if count)
    for bar in found:
        assert 0 <= bar["x"] <= bar["x"] + bar["width"] <= WIDTH
        assert 14 < bar["y"] <= bar["y"] + bar["height"] <= height
    for before, after in pairwise(found):
        assert before["x"] + before["width"] < after["x"]


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=90).filter(any))
def test_the_highest_number_is_always_written(counts: list[int]) -> None:
    labels = texts(drawn(StripRow("Visits", tuple(counts))))

    assert language("en").number(max(counts[-LONGEST:])) in labels or not any(counts[-LONGEST:])
