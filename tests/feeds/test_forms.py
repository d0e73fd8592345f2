"""The forms of feeds: any words are read back as they were written."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar as ReadCalendar

from pressgen.archive.changes import history, rfc3339
from pressgen.feeds import Calendar, CalendarEvent, Category, Entry, Feed, atom, calendar, json_feed, text_content
from pressgen.feeds.calendar import calendar_text, folded
from pressgen.model import Body, Correction, Issued, Issuer, Kind, Phrase, Record, Section, Status, Words
from pressgen.settings import Settings
from pressgen.text.filling import Filling, fill
from tests.blocks import block_of

NOON = datetime(2025, 1, 1, 12, tzinfo=UTC)
A = "{http://www.w3.org/2005/Atom}"

# What a text of the archive may hold: the loader refuses control characters.
texts = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=200)
several_lines = st.lists(texts, max_size=3).map("\n".join)


def body_of(html: str) -> Body:
    return Body(sections=(Section(blocks=(block_of(html, anchor="p1", text="Text"),)),))


def entry(title: str = "Title", html: str = "<p>Text</p>", summary: str = "") -> Entry:
    url = "https://a.example/en/releases/x/"
    return Entry(
        url=url,
        data="https://a.example/releases/x/release.json",
        language="en",
        title=title,
        summary=summary,
        published=NOON,
        updated=NOON,
        authors=(title,),
        categories=(Category("x", title, "https://a.example/en/topics/"),),
        content=text_content(body_of(html), url, "en"),
    )


ABOUT, STYLE = "A feed is <fetched> & shown.", "https://a.example/assets/pressgen/css/feed.css"


def feed(*entries: Entry, title: str = "Feed") -> Feed:
    base = "https://a.example/en/"
    return Feed(
        title, "en", base, f"{base}feed.xml", f"{base}feed.json", "Ministry", f"{base}index.json", ABOUT, STYLE, entries
    )


@given(texts, several_lines)
def test_both_forms_give_back_every_word(title: str, html: str) -> None:
    value = feed(entry(title, html, html), title=title)
    tree = ET.fromstring(atom(value))
    assert (tree.findtext(f"{A}title") or "") == title
    (found,) = tree.findall(f"{A}entry")
    assert (found.findtext(f"{A}title") or "") == title
    assert (found.findtext(f"{A}summary") or "") == html
    assert found.findtext(f"{A}content") == value.entries[0].content
    (category,) = found.findall(f"{A}category")
    assert category.get("label") == title
    (item,) = json.loads(json_feed(value))["items"]
    assert item["title"] == title
    assert item["content_html"] == value.entries[0].content


@given(st.text())
def test_no_text_whatever_breaks_the_xml(title: str) -> None:
    ET.fromstring(atom(feed(entry(title, title, title), title=title)))


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_folding_takes_no_character_apart_and_unfolds_to_the_line(line: str) -> None:
    line = line.replace("\r", "").replace("\n", "")
    data = folded(line)
    assert data.endswith(b"\r\n")
    for part in data[:-2].split(b"\r\n"):
        assert len(part) <= 75
        part.decode()
    assert data[:-2].replace(b"\r\n ", b"").decode() == line


@pytest.mark.parametrize("length", [0, 1, 74, 75, 76, 149, 150])
def test_lines_fold_at_the_75th_octet(length: int) -> None:
    parts = folded("a" * length)[:-2].split(b"\r\n ")
    assert len(parts) == (1 if length <= 75 else 2 if length <= 149 else 3)


def event(title: str = "Visit", place: str = "", language: str = "km") -> CalendarEvent:
    return CalendarEvent(
        uid="x@a.example",
        url="https://a.example/km/releases/x/",
        language=language,
        title=title,
        start=date(2025, 2, 26),
        end=date(2025, 2, 28),
        published=NOON,
        updated=NOON,
        changes=0,
        place=Phrase(place, language),
        description=title,
        categories=(title or "x", "b,c"),
    )


@given(several_lines, texts)
def test_an_independent_reader_gives_back_every_word(title: str, place: str) -> None:
    data = calendar(
        Calendar(
            "All",
            "km",
            "https://a.example/",
            "https://a.example/c.ics",
            "https://a.example/c.json",
            (event(title, place),),
        )
    )
    (found,) = ReadCalendar.from_ical(data).walk("VEVENT")
    assert str(found["SUMMARY"]) == title
    assert str(found.get("LOCATION", "")) == place
    assert [str(one) for one in found["CATEGORIES"].cats] == [title or "x", "b,c"]


def test_ends_of_lines_are_one_sort_and_control_characters_go() -> None:
    assert calendar_text("a\r\nb\rc\nd\x07;,\\") == "a\\nb\\nc\\nd\\;\\,\\\\"


KHMER = Issuer(name=Words({"en": "Ministry"}))
ZONE = Settings(timezone="Asia/Phnom_Penh").zone


def record(**facts: object) -> Record:
    given = {"issued": Issued(day=date(2022, 2, 15)), "kind": Kind.AID, "issuers": (KHMER,), "authoritative": ("en",)}
    return Record.model_validate({**given, **facts})


def test_a_change_on_the_same_day_is_later_all_the_same() -> None:
    corrections = tuple(Correction(date=date(2022, 2, 15), note=Words({"en": "x"})) for _ in range(2))
    dates = history(record(corrections=corrections), ZONE)
    assert rfc3339(dates.published) == "2022-02-15T00:00:00+07:00"
    assert rfc3339(dates.updated) == "2022-02-15T00:00:02+07:00"
    assert dates.changes == 2


def test_a_withdrawal_of_an_unknown_day_is_a_change() -> None:
    dates = history(record(status=Status.WITHDRAWN), ZONE)
    assert rfc3339(dates.updated) == "2022-02-15T00:00:01+07:00"


def test_a_zone_of_local_mean_time_is_written_as_rfc_3339_can() -> None:
    dates = history(record(issued=Issued(day=date(1890, 1, 1))), ZONE)
    assert rfc3339(dates.published) == "1889-12-31T17:00:20+00:00"


def test_a_link_without_a_target_leaves_its_words() -> None:
    html = '<p>href="pressgen:0" <a href="pressgen:0">one</a> <a href="pressgen:1">two</a> <a href="#a">three</a></p>'
    assert fill(block_of(html), Filling(("", "https://a.example/?a&b"), page="https://a.example/x/")) == (
        '<p>href="pressgen:0" one <a href="https://a.example/?a&amp;b">two</a> '
        '<a href="https://a.example/x/#a">three</a></p>'
    )


@pytest.mark.parametrize(
    ("language", "sides"), [("en", ["left", "center", "right"]), ("ar", ["right", "center", "left"])]
)
def test_cells_of_tables_are_aligned_without_a_style_sheet(language: str, sides: list[str]) -> None:
    cells = "".join(f'<td class="align-{side}">x</td>' for side in ("start", "centre", "end"))
    found = text_content(body_of(f"<table><tbody><tr>{cells}</tr></tbody></table>"), "https://a.example/", language)

    assert re.findall(r'<td align="(\w+)">', found) == sides
    assert "class=" not in found


def test_a_reader_who_opens_a_feed_is_told_what_it_is() -> None:
    document = atom(feed(entry("A", "", "")))
    assert f'<?xml-stylesheet type="text/css" href="{STYLE}"?>'.encode() in document.splitlines()
    assert ET.fromstring(document).findtext(f"{A}subtitle") == ABOUT
    assert json.loads(json_feed(feed()))["user_comment"] == ABOUT
