"""The calendars of a whole site, read by an independent reader."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from pressgen.site import feeds
from tests.feeds.machines import FILES, URL, machine_files, site_of


def events(data: bytes) -> dict[str, Calendar]:
    return {str(event["UID"]): event for event in Calendar.from_ical(data).walk("VEVENT")}


def test_there_is_a_calendar_of_all_and_of_each_country(files: dict[str, bytes]) -> None:
    assert sorted(path for path in files if path.endswith(".ics")) == [
        f"{tag}/{name}/calendar.ics" for tag in ("ar", "en") for name in ("calendar", "countries/no")
    ]


def test_every_calendar_keeps_the_rules_of_rfc_5545(files: dict[str, bytes]) -> None:
    for path, data in files.items():
        if not path.endswith(".ics"):
            continue
        assert data.endswith(b"\r\n")
        assert b"\n" not in data.replace(b"\r\n", b"")
        assert all(len(line) <= 75 for line in data.split(b"\r\n"))
        read = Calendar.from_ical(data)
        assert not read.errors
        assert str(read["VERSION"]) == "2.0"
        assert read["PRODID"]
        found = read.walk("VEVENT")
        assert found
        for event in found:
            assert not event.errors
            assert {"UID", "DTSTAMP", "DTSTART"} <= set(event)
        assert len(events(data)) == len(found)


def test_an_event_of_several_days_ends_on_the_day_after_its_last(files: dict[str, bytes]) -> None:
    event = events(files["en/calendar/calendar.ics"])["2025-03-01-visit@mfa.example"]
    assert event["DTSTART"].dt == date(2025, 2, 26)
    assert event["DTEND"].dt == date(2025, 3, 1)
    assert str(event["SUMMARY"]) == "Visit; first, of the year"
    assert str(event["LOCATION"]) == "Oslo"
    assert str(event["DESCRIPTION"]) == "Three days, of talks; in all."
    assert str(event["URL"]) == f"{URL}en/releases/2025-03-01-visit/"
    assert [str(one) for one in event["CATEGORIES"].cats] == [
        "Visit",
        "Norway",
        "Fisheries",
        "The sea",
        "Kari Nordmann",
    ]


def test_moments_come_from_the_record(files: dict[str, bytes]) -> None:
    event = events(files["en/calendar/calendar.ics"])["2025-03-01-visit@mfa.example"]
    assert event["DTSTAMP"].to_ical() == b"20250304T230000Z"
    assert event["LAST-MODIFIED"].to_ical() == b"20250304T230000Z"
    assert event["CREATED"].to_ical() == b"20250228T230000Z"
    assert event["SEQUENCE"] == 2


def test_a_withdrawn_release_cancels_its_event(files: dict[str, bytes]) -> None:
    event = events(files["en/countries/no/calendar.ics"])["2025-03-02-meeting@mfa.example"]
    assert str(event["STATUS"]) == "CANCELLED"
    assert str(event["SUMMARY"]) == "Withdrawn: Meeting with Norway"
    assert "It did not take place." in str(event["DESCRIPTION"])
    assert str(event["LOCATION"]) == "By video link"
    assert event["SEQUENCE"] == 1


def test_an_event_has_the_same_id_in_every_language_and_the_words_of_its_own(files: dict[str, bytes]) -> None:
    arabic = events(files["ar/calendar/calendar.ics"])
    assert set(arabic) == set(events(files["en/calendar/calendar.ics"]))
    visit, meeting = arabic["2025-03-01-visit@mfa.example"], arabic["2025-03-02-meeting@mfa.example"]
    assert str(visit["SUMMARY"]) == "زيارة إلى النرويج"
    assert visit["SUMMARY"].params["LANGUAGE"] == "ar"
    assert visit["LOCATION"].params["LANGUAGE"] == "en"
    assert meeting["SUMMARY"].params["LANGUAGE"] == "en"


def test_a_calendar_holds_the_latest_and_what_changed_last_and_says_where_the_rest_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeds, "CALENDAR_LENGTH", 4)
    monkeypatch.setattr(feeds, "SUBJECT_CALENDAR_LENGTH", 2)
    project = {"mkdocs.yml": FILES["mkdocs.yml"]}
    for day in range(1, 10):
        corrected = "corrections: [{date: 2025-01-01, note: Late.}]\n" if day == 2 else ""
        project[f"releases/r{day}.en.md"] = (
            f"---\ntitle: Release {day}\ndate: 2024-05-{day:02}\nkind: aid\nevent: {{date: 2024-05-{day:02}}}\n"
            f'countries: ["NO"]\n{corrected}---\n\nText.\n'
        )
    files = machine_files(site_of(tmp_path, project))
    assert [uid.partition("@")[0] for uid in events(files["en/calendar/calendar.ics"])] == ["r2", "r7", "r8", "r9"]
    assert [uid.partition("@")[0] for uid in events(files["en/countries/no/calendar.ics"])] == ["r2", "r9"]
    for path in ("en/calendar/calendar.ics", "en/countries/no/calendar.ics"):
        unfolded = files[path].decode().replace("\r\n ", "")
        link = f"LINK;LINKREL=archives;FMTTYPE=application/json;VALUE=URI:{URL}calendar/index.json\r\n"
        assert link in unfolded
    assert "calendar/index.json" in files
