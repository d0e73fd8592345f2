"""A site's data: the content of each file, which is valid by the schema that it names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pressgen import exports
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


def test_every_schema_is_one_of_draft_2020_12(files: dict[str, bytes]) -> None:
    names = {path for path in files if path.startswith("schema/")}
    assert names == {f"schema/{name}.json" for name in exports.SCHEMAS}
    assert {"release-data", "release-line", "release-list", "profile-list", "encounter-list", "event-list"} == {
        *exports.SCHEMAS
    }
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
    assert checked == 3 + 2 * (1 + 1 + 4 + 6 + 1)


def test_every_line_keeps_its_schema(files: dict[str, bytes]) -> None:
    validator = jsonschema.Draft202012Validator(schema(files, f"{URL}schema/release-line.json"))
    lines = files["releases.jsonl"].decode().splitlines()
    assert [json.loads(line)["id"] for line in lines] == [
        "2025-05-01-statement", "2025-03-02-meeting", "2025-03-01-visit"
    ]  # fmt: skip
    for line in lines:
        assert [error.message for error in validator.iter_errors(json.loads(line))] == []


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
                if key == "data" and inner:
                    yield inner
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
    assert data["corrections"][1] == {"date": "2025-03-05", "note": {"en": "A number was wrong."}}
    assert data["attachments"][0] | {"title": {}} == {
        "url": f"{URL}releases/2025-03-01-visit/text.pdf", "type": "application/pdf", "size": 13,
        "title": {}, "alt": {}, "caption": {}, "credit": {},
    }  # fmt: skip
    english, arabic = data["editions"]
    assert (english["language"], english["original"], english["translation"]) == ("en", True, None)
    assert (arabic["language"], arabic["direction"], arabic["translation"]) == ("ar", "rtl", "official")
    assert english["participants"][0] | {"honorific": ""} == {
        "name": "Kari Nordmann", "honorific": "", "role": "Minister", "country": "NO", "organisation": "",
        "person": "kari",
    }  # fmt: skip


def test_blocks_have_anchors_plain_text_and_complete_addresses(files: dict[str, bytes]) -> None:
    blocks = json.loads(files[VISIT])["editions"][0]["blocks"]
    assert [(block["kind"], block["level"], block["anchor"]) for block in blocks] == [
        ("paragraph", 0, "p1"), ("figure", 0, "figure-1"), ("heading", 2, "fish"), ("paragraph", 0, "p2")
    ]  # fmt: skip
    assert blocks[3]["url"] == f"{URL}en/releases/2025-03-01-visit/#p2"
    assert blocks[3]["text"] == "They spoke of fish & chips < 5."
    assert f'href="{URL}en/releases/2025-03-02-meeting/"' in blocks[0]["html"]
    assert f'src="{URL}releases/2025-03-01-visit/hands.png"' in blocks[1]["html"]


def test_a_line_has_the_whole_text_and_no_markup(files: dict[str, bytes]) -> None:
    line = json.loads(files["releases.jsonl"].decode().splitlines()[-1])
    assert line["editions"][0]["text"] == (
        "The Minister met them. See below and the text.\n\nThey met\n\nFish\n\nThey spoke of fish & chips < 5."
    )


def test_a_withdrawn_release_says_when_and_why_and_keeps_its_line_in_its_year(files: dict[str, bytes]) -> None:
    data = json.loads(files["releases/2025-03-02-meeting/release.json"])
    assert data["status"] == "withdrawn"
    assert data["withdrawn"] == {"date": "2025-04-01", "reason": {"en": "It did not take place."}}
    lists = {path: found["releases"] for path, found in data_files(files) if "releases" in found}
    statuses = {
        path: one["status"] for path, found in lists.items() for one in found if one["id"] == "2025-03-02-meeting"
    }
    whole = ("releases/index.json", "releases/2025/index.json")
    assert statuses == {f"{tag}/{path}": "withdrawn" for tag in ("en", "ar") for path in whole}
    assert "en/countries/no/index.json" in lists


def test_lists_say_what_their_pages_say(files: dict[str, bytes]) -> None:
    archive = json.loads(files["ar/releases/index.json"])
    assert archive["count"] == 3
    assert archive["years"] == [{"year": 2025, "count": 3, "data": f"{URL}ar/releases/2025/index.json"}]
    assert [(one["id"], one["language"], one["title"]) for one in archive["releases"]] == [
        ("2025-05-01-statement", "en", "=SUM(A1) is what the statement begins with"),
        ("2025-03-02-meeting", "en", "Meeting with Norway"),
        ("2025-03-01-visit", "ar", "زيارة إلى النرويج"),
    ]
    assert archive["releases"][0]["url"] == f"{URL}ar/releases/2025-05-01-statement/"
    norway = json.loads(files["ar/countries/no/index.json"])
    assert norway["subject"] == {"group": "countries", "id": "NO", "name": "النرويج"}
    assert norway["years"] == [{"year": 2025, "count": 1, "data": ""}]
    countries = json.loads(files["en/countries/index.json"])
    assert countries["profiles"] == [{
        "id": "NO", "name": "Norway", "count": 1, "latest": "2025-03-01", "url": f"{URL}en/countries/no/",
        "data": f"{URL}en/countries/no/index.json",
    }]  # fmt: skip


def test_the_ledger_says_who_was_met(tmp_path: Path) -> None:
    # What supersedes another release tells of the encounter in its stead.
    statement = "releases/2025-05-01-statement.en.md"
    kept = {**FILES, statement: FILES[statement].replace("supersedes: [2025-03-01-visit]\n", "")}
    files = machine_files(site_of(tmp_path, kept))
    for path, data in data_files(files):
        assert jsonschema.Draft202012Validator(schema(files, data["$schema"])).is_valid(data), path
    ledger = json.loads(files["ar/ledger/index.json"])
    assert (ledger["url"], ledger["count"]) == (f"{URL}ar/ledger/", 1)
    (met,) = ledger["encounters"]
    assert met | {"release": met["release"]["id"]} == {
        "start": "2025-02-26", "end": "2025-02-28", "channel": "visit", "place": {"en": "Oslo"},
        "side": {"group": "countries", "id": "NO", "name": "النرويج"},
        "people": [{"person": "kari", "name": "كاري نوردمان"}], "release": "2025-03-01-visit",
    }  # fmt: skip
    assert met["release"]["url"] == f"{URL}ar/releases/2025-03-01-visit/"


def test_the_calendar_says_what_was_held(files: dict[str, bytes]) -> None:
    (held,) = json.loads(files["en/calendar/index.json"])["events"]
    assert held | {"release": held["release"]["id"]} == {
        "start": "2025-02-26", "end": "2025-02-28", "mode": None, "place": {"en": "Oslo"},
        "occasion": {"en": "Visit; first, of the year"}, "release": "2025-03-01-visit",
    }  # fmt: skip


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    project = {"mkdocs.yml": FILES["mkdocs.yml"]}
    for number in range(51):
        day = f"{2023 + number // 26}-01-{number % 26 + 1:02}"
        text = f"---\ntitle: Release {number}\ndate: {day}\nkind: aid\n---\n\nText.\n"
        project[f"releases/r{number:02}.en.md"] = text
    return machine_files(site_of(tmp_path_factory.mktemp("long"), project))


def test_a_long_profile_is_cut_by_year_as_its_page_is(long: dict[str, bytes]) -> None:
    profile = json.loads(long["en/kinds/aid/index.json"])
    assert (profile["count"], len(profile["releases"])) == (51, 50)
    assert [(year["year"], year["count"]) for year in profile["years"]] == [(2024, 25), (2023, 26)]
    for year in profile["years"]:
        found = json.loads(long[year["data"].removeprefix(URL)])
        assert found["url"] == f"{URL}en/kinds/aid/{year['year']}/"
        assert len(found["releases"]) == found["count"] == year["count"]


def test_no_list_of_the_archive_holds_more_than_a_year(long: dict[str, bytes]) -> None:
    archive = json.loads(long["en/releases/index.json"])
    assert (archive["count"], len(archive["releases"])) == (51, 10)
    assert len(json.loads(long["en/releases/2023/index.json"])["releases"]) == 26


def test_a_site_without_an_address_names_paths_from_its_root(tmp_path: Path) -> None:
    found = machine_files(site_of(tmp_path, FILES, site_url=""))
    data = json.loads(found[VISIT])
    assert data["$schema"] == "schema/release-data.json"
    assert data["attachments"][0]["url"] == "releases/2025-03-01-visit/text.pdf"
    assert data["editions"][0]["blocks"][0]["url"] == "en/releases/2025-03-01-visit/#p1"
