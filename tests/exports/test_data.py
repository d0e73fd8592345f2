"""A site's data: the content of each file, which is valid by the schema that it names."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pressgen import exports
from pressgen.site import Site, whole_archive
from pressgen.views.profiles import LONG, NEWEST
from tests.feeds.machines import FILES, URL, machine_files, site_of

VISIT = "releases/2025-03-01-visit/release.json"


def schema(files: dict[str, bytes], url: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files[url.removeprefix(URL)])
    assert found["$id"] == url
    return found


def data_files(files: dict[str, bytes]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, data in files.items():
        if path.endswith(".json") and not path.endswith("feed.json") and not path.startswith("schema/"):
            yield path, json.loads(data)


def lines_of(files: dict[str, bytes], path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in gzip.decompress(files[path]).splitlines()]


def test_every_schema_is_one_of_draft_2020_12(files: dict[str, bytes]) -> None:
    names = {path for path in files if path.startswith("schema/")}
    assert names == {f"schema/{name}.json" for name in exports.SCHEMAS}
    assert {*exports.SCHEMAS} == {
        "release-data", "release-line", "archive", "year-list", "release-list", "profile-list", "encounter-list",
        "event-list",
    }  # fmt: skip
    for name in names:
        found = json.loads(files[name])
        assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        jsonschema.Draft202012Validator.check_schema(found)


def test_every_file_keeps_the_schema_that_it_names(files: dict[str, bytes]) -> None:
    checked = 0
    for path, data in data_files(files):
        errors = jsonschema.Draft202012Validator(
            schema(files, data["$schema"]), format_checker=jsonschema.FormatChecker()
        ).iter_errors(data)
        assert [error.message for error in errors] == [], path
        checked += 1
    assert checked == 3 + 1 + 1 + 4 + 6 + 1


def test_every_line_keeps_its_schema(files: dict[str, bytes]) -> None:
    validator = jsonschema.Draft202012Validator(schema(files, f"{URL}schema/release-line.json"))
    lines = lines_of(files, "releases/2025.jsonl.gz")
    assert [line["id"] for line in lines] == [
        "2025-05-01-statement", "2025-03-02-meeting", "2025-03-01-visit"
    ]  # fmt: skip
    for line in lines:
        assert [error.message for error in validator.iter_errors(line)] == []


def test_a_schema_refuses_what_it_does_not_describe(files: dict[str, bytes]) -> None:
    data = json.loads(files[VISIT])
    validator = jsonschema.Draft202012Validator(schema(files, data["$schema"]))
    assert validator.is_valid(data)
    assert not validator.is_valid({**data, "date": 7})
    assert not validator.is_valid({**data, "kind": "party"})
    assert not validator.is_valid({**data, "unknown": 1})
    assert not validator.is_valid({key: value for key, value in data.items() if key != "id"})


def test_every_key_of_every_schema_is_described(files: dict[str, bytes]) -> None:
    for path in (path for path in files if path.startswith("schema/")):
        found = json.loads(files[path])
        for shape in (found, *found.get("$defs", {}).values()):
            for name, value in shape.get("properties", {}).items():
                # A key that says no more than its type does is left to the type by pydantic.
                type_ = found["$defs"][value["$ref"].rpartition("/")[2]] if "$ref" in value else {}
                assert value.get("description") or type_.get("description"), (path, shape["title"], name)


def test_every_address_that_data_names_is_a_file_of_the_site(files: dict[str, bytes]) -> None:
    def addresses(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            for key, inner in value.items():
                if key in {"data", "table", "lines"} and inner:
                    yield from [inner] if isinstance(inner, str) else inner
                yield from addresses(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from addresses(inner)

    named = {address for _, data in data_files(files) for address in addresses(data)}
    assert len(named) > 10
    assert {address.removeprefix(URL) for address in named} <= set(files)


def test_a_release_has_its_record_and_every_edition(files: dict[str, bytes]) -> None:
    data = json.loads(files[VISIT])
    assert data["url"] == f"{URL}en/releases/2025-03-01-visit/"
    assert data["countries"] == [{"id": "NO", "names": {"en": "Norway", "ar": "النرويج"}}]
    assert [topic["id"] for topic in data["topics"]] == ["fisheries", "sea"]
    assert data["topics"][0]["names"] == {"en": "Fisheries"}
    assert data["people"] == [{"id": "kari", "names": {"en": "Kari Nordmann", "ar": "كاري نوردمان"}}]
    assert data["relations"]["superseded_by"] == ["2025-05-01-statement"]
    assert data["relations"] == {"superseded_by": ["2025-05-01-statement"]}
    assert data["corrections"][1] == {"date": "2025-03-05", "note": {"en": "A number was wrong."}}
    assert data["attachments"] == [{
        "url": f"{URL}releases/2025-03-01-visit/text.pdf", "type": "application/pdf", "size": 13,
        "title": {"en": "The agreement"},
    }]  # fmt: skip
    english, arabic = data["editions"]
    assert (english["language"], data["original"], english.get("translation")) == ("en", "en", None)
    assert english["summary"] == "Three days, of talks; in all."
    assert "summary" not in arabic, "it is what the text begins with"
    assert (arabic["language"], arabic["direction"], arabic["translation"]) == ("ar", "rtl", "official")
    assert english["participants"] == [{"name": "Kari Nordmann", "role": "Minister", "country": "NO", "person": "kari"}]


def test_blocks_have_anchors_plain_text_and_complete_addresses(files: dict[str, bytes]) -> None:
    blocks = json.loads(files[VISIT])["editions"][0]["blocks"]
    visit = f"{URL}en/releases/2025-03-01-visit/"
    assert blocks == [
        {
            "anchor": "p1", "text": "The Minister met them. See below and the text.",
            "links": [
                {"text": "met", "url": f"{URL}en/releases/2025-03-02-meeting/"},
                {"text": "below", "url": f"{visit}#fish"},
                {"text": "text", "url": f"{URL}releases/2025-03-01-visit/text.pdf"},
            ],
        },
        {
            "kind": "figure", "anchor": "figure-1", "text": "They met",
            "pictures": [{"url": f"{URL}releases/2025-03-01-visit/hands.png", "alt": "Hands"}],
        },
        {"kind": "heading", "anchor": "fish", "text": "Fish", "level": 2},
        {"anchor": "p2", "text": "They spoke of fish & chips < 5."},
    ]  # fmt: skip


def test_a_line_has_the_whole_text_and_no_markup(files: dict[str, bytes]) -> None:
    line = lines_of(files, "releases/2025.jsonl.gz")[-1]
    assert line["editions"][0]["text"] == (
        "The Minister met them. See below and the text.\n\nThey met\n\nFish\n\nThey spoke of fish & chips < 5."
    )


def test_lines_are_compressed_without_a_time_or_a_name(files: dict[str, bytes]) -> None:
    # https://www.rfc-editor.org/rfc/rfc1952#section-2.3: no flags, the time 0, the best compression, an unknown system.
    assert files["releases/2025.jsonl.gz"][:10] == b"\x1f\x8b\x08\0" + bytes(4) + b"\x02\xff"


def test_a_withdrawn_release_says_when_and_why_and_keeps_its_line_in_its_year(files: dict[str, bytes]) -> None:
    data = json.loads(files["releases/2025-03-02-meeting/release.json"])
    assert data["status"] == "withdrawn"
    assert data["withdrawn"] == {"date": "2025-04-01", "reason": {"en": "It did not take place."}}
    lists = {path: found["releases"] for path, found in data_files(files) if "releases" in found}
    statuses = {
        path: one["status"] for path, found in lists.items() for one in found if one["id"] == "2025-03-02-meeting"
    }
    assert statuses == dict.fromkeys(("releases/index.json", "releases/2025/index.json"), "withdrawn")
    assert "countries/no/index.json" in lists


def test_lists_say_what_their_pages_say_in_every_language(files: dict[str, bytes]) -> None:
    archive = json.loads(files["releases/index.json"])
    assert archive["count"] == 3
    assert archive["titles"]["ar"].startswith("البيانات")
    assert archive["urls"] == {"en": f"{URL}en/releases/", "ar": f"{URL}ar/releases/"}
    assert archive["years"] == [{
        "year": 2025, "count": 3, "data": f"{URL}releases/2025/index.json", "lines": [f"{URL}releases/2025.jsonl.gz"],
        "table": f"{URL}releases.csv",
    }]  # fmt: skip
    year = json.loads(files["releases/2025/index.json"])
    assert year["releases"] == archive["releases"]
    assert [(one["id"], one.get("number", ""), one["titles"]) for one in year["releases"]] == [
        ("2025-05-01-statement", "@7", {"en": "=SUM(A1) is what the statement begins with"}),
        ("2025-03-02-meeting", "9/2025", {"en": "Meeting with Norway"}),
        ("2025-03-01-visit", "", {"en": 'Visit to Norway: <talks> & "more"', "ar": "زيارة إلى النرويج"}),
    ]
    one = year["releases"][0]
    assert archive["release_page"].format(language="ar", id=one["id"]) == f"{URL}ar/releases/2025-05-01-statement/"
    assert archive["release_data"].format(id=one["id"]).removeprefix(URL) in files
    norway = json.loads(files["countries/no/index.json"])
    assert norway["subject"] == {"group": "countries", "id": "NO", "names": {"en": "Norway", "ar": "النرويج"}}
    data = f"{URL}releases/2025/index.json"
    assert norway["years"] == [{"year": 2025, "releases": ["2025-03-01-visit"], "data": data}]
    assert [one["id"] for one in norway["releases"]] == ["2025-03-01-visit"]
    countries = json.loads(files["countries/index.json"])
    assert countries["profiles"] == [{
        "id": "NO", "names": {"en": "Norway", "ar": "النرويج"}, "count": 1, "latest": "2025-03-01",
        "urls": {"en": f"{URL}en/countries/no/", "ar": f"{URL}ar/countries/no/"},
        "data": f"{URL}countries/no/index.json",
    }]  # fmt: skip


def test_the_ledger_says_who_was_met(tmp_path: Path) -> None:
    # What supersedes another release tells of the encounter in its stead.
    statement = "releases/2025-05-01-statement.en.md"
    kept = {**FILES, statement: FILES[statement].replace("supersedes: [2025-03-01-visit]\n", "")}
    files = machine_files(site_of(tmp_path, kept))
    for path, data in data_files(files):
        assert jsonschema.Draft202012Validator(schema(files, data["$schema"])).is_valid(data), path
    ledger = json.loads(files["ledger/index.json"])
    assert (ledger["urls"]["ar"], ledger["count"]) == (f"{URL}ar/ledger/", 1)
    assert ledger["years"] == [{"year": 2025, "count": 1, "data": ""}]
    assert ledger["encounters"] == [{
        "start": "2025-02-26", "end": "2025-02-28", "channel": "visit", "place": {"en": "Oslo"},
        "sides": [{"group": "countries", "id": "NO", "names": {"en": "Norway", "ar": "النرويج"}}],
        "people": [{"person": "kari", "names": {"en": "Kari Nordmann", "ar": "كاري نوردمان"}}],
        "release": "2025-03-01-visit",
    }]  # fmt: skip


def test_the_calendar_says_what_was_held(files: dict[str, bytes]) -> None:
    assert json.loads(files["calendar/index.json"])["events"] == [{
        "start": "2025-02-26", "end": "2025-02-28", "place": {"en": "Oslo"},
        "occasion": {"en": "Visit; first, of the year"}, "release": "2025-03-01-visit",
    }]  # fmt: skip


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Site:
    project = {"mkdocs.yml": FILES["mkdocs.yml"]}
    for number in range(LONG + 1):
        day = f"{2023 + number // 80}-{number % 2 + 1:02}-{number % 26 + 1:02}"
        text = (
            f"---\ntitle: Release {number}\ndate: {day}\nkind: aid\nevent: {{date: {day}, mode: call}}\n"
            f'participants:\n  - {{name: Somebody, country: "NO"}}\n---\n\nText.\n'
        )
        project[f"releases/r{number:03}.en.md"] = text
    return site_of(tmp_path_factory.mktemp("long"), project)


def test_a_long_profile_has_all_ids_and_lists_what_its_page_lists(long: Site) -> None:
    files = machine_files(long)
    profile = json.loads(files["kinds/aid/index.json"])
    assert (profile["count"], len(profile["releases"])) == (LONG + 1, NEWEST)
    assert [(year["year"], len(year["releases"])) for year in profile["years"]] == [(2024, 71), (2023, 80)]
    for year in profile["years"]:
        listed = json.loads(files[year["data"].removeprefix(URL)])
        assert {*year["releases"]} == {one["id"] for one in listed["releases"]}
    assert "en/kinds/aid/2023/index.json" not in files


def test_the_archive_names_its_years_and_holds_the_latest(long: Site) -> None:
    files = machine_files(long)
    archive = json.loads(files["releases/index.json"])
    assert (archive["count"], len(archive["releases"])) == (LONG + 1, 10)
    assert len(json.loads(files["releases/2023/index.json"])["releases"]) == 80


def test_what_is_too_long_for_one_file_has_one_for_each_year_or_month(
    long: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole_archive, "MOST_LINES", 75)
    monkeypatch.setattr(whole_archive, "MOST_ROWS", 100)
    monkeypatch.setattr(exports.encounters, "MOST", 100)
    files = machine_files(Site(long.archive, long.facts, long.settings))
    late, early = json.loads(files["releases/index.json"])["years"]
    assert (late["lines"], late["table"]) == ([f"{URL}releases/2024.jsonl.gz"], f"{URL}releases.csv")
    assert early["lines"] == [f"{URL}releases/2023-02.jsonl.gz", f"{URL}releases/2023-01.jsonl.gz"]
    assert early["table"] == f"{URL}releases/2023.csv"

    def ids(*addresses: str) -> list[str]:
        return [line["id"] for one in addresses for line in lines_of(files, one.removeprefix(URL))]

    assert sorted(ids(*late["lines"], *early["lines"])) == [f"r{number:03}" for number in range(LONG + 1)]
    rows = [files[year["table"].removeprefix(URL)].count(b"\r\n") - 1 for year in (late, early)]
    assert rows == [71, 80]
    for name, key in (("ledger", "encounters"), ("calendar", "events")):
        whole = json.loads(files[f"{name}/index.json"])
        assert (whole["count"], whole[key]) == (LONG + 1, [])
        for year in whole["years"]:
            part = json.loads(files[year["data"].removeprefix(URL)])
            assert len(part[key]) == year["count"] == part["count"]
            assert part["urls"]["ar"] == f"{URL}ar/{name}/{year['year']}/"


def test_a_site_without_an_address_names_paths_from_its_root(tmp_path: Path) -> None:
    found = machine_files(site_of(tmp_path, FILES, site_url=""))
    data = json.loads(found[VISIT])
    assert data["$schema"] == "schema/release-data.json"
    assert data["attachments"][0]["url"] == "releases/2025-03-01-visit/text.pdf"
    assert data["editions"][0]["blocks"][0]["links"][1]["url"] == "en/releases/2025-03-01-visit/#fish"
