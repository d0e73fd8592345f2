"""The archive as a table."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from pressgen.exports import COLUMNS
from pressgen.exports.media import media_type
from pressgen.exports.table import guarded
from tests.feeds.machines import URL


def rows(files: dict[str, bytes]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files["releases.csv"].decode(), newline=""), strict=True))


def test_it_keeps_the_rules_of_rfc_4180(files: dict[str, bytes]) -> None:
    data = files["releases.csv"]
    assert data.endswith(b"\r\n")
    assert not data.startswith(b"\xef\xbb\xbf")
    found = list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
    assert found[0] == list(COLUMNS)
    assert {len(row) for row in found} == {len(COLUMNS)}


def test_there_is_a_row_for_each_edition(files: dict[str, bytes]) -> None:
    assert [(row["release"], row["language"], row["original"], row["status"]) for row in rows(files)] == [
        ("2025-05-01-statement", "en", "yes", "published"),
        ("2025-03-02-meeting", "en", "yes", "withdrawn"),
        ("2025-03-01-visit", "en", "yes", "published"),
        ("2025-03-01-visit", "ar", "no", "published"),
    ]


def test_a_row_says_what_the_record_says(files: dict[str, bytes]) -> None:
    row = rows(files)[2]
    assert row["title"] == 'Visit to Norway: <talks> & "more"'
    assert row["summary"] == "Three days, of talks; in all."
    assert row["topics"] == "fisheries; sea"
    assert (row["event_start"], row["event_end"], row["event_place"]) == ("2025-02-26", "2025-02-28", "Oslo")
    assert (row["countries"], row["people"], row["participants"]) == ("NO", "kari", "Kari Nordmann")
    assert (row["updated"], row["corrections"]) == ("2025-03-05T00:00:00+01:00", "2")
    assert row["data"] == f"{URL}releases/2025-03-01-visit/release.json"
    assert rows(files)[1]["withdrawn"] == "2025-04-01"
    assert rows(files)[3]["issuers"] == "وزارة الشؤون الخارجية"


def test_no_cell_is_taken_for_a_formula(files: dict[str, bytes]) -> None:
    row = rows(files)[0]
    assert row["title"] == "'=SUM(A1) is what the statement begins with"
    assert row["number"] == "'@7"


@given(st.text())
def test_the_apostrophe_comes_off_again(cell: str) -> None:
    shown = guarded(cell)
    assert not shown.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert shown in (cell, f"'{cell}")
    if shown != cell:
        assert shown[1:] == cell


def test_media_types_do_not_depend_on_the_machine() -> None:
    assert media_type("A.PDF") == "application/pdf"
    assert media_type("photo.jpeg") == "image/jpeg"
    assert media_type("folder.pdf/none") == "application/octet-stream"
    assert media_type("x.unheard-of") == "application/octet-stream"
