"""The feeds of a whole site, read as subscribers' programs read them, in both forms."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest

from tests.feeds.machines import FILES, URL, machine_files, site_of, with_secret

A = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$")


def tree(data: bytes) -> ET.Element:
    return ET.fromstring(data)


def entries(data: bytes) -> dict[str, ET.Element]:
    return {text_of(entry, "id").removeprefix(URL): entry for entry in tree(data).findall(f"{A}entry")}


def text_of(element: ET.Element, name: str) -> str:
    return element.findtext(f"{A}{name}") or ""


def items(data: bytes) -> dict[str, dict[str, Any]]:
    return {item["id"].removeprefix(URL): item for item in json.loads(data)["items"]}


def test_there_is_a_feed_beside_each_home_page_and_each_profile(files: dict[str, bytes]) -> None:
    found = {path.removesuffix("/feed.xml") for path in files if path.endswith("feed.xml")}
    subjects = {
        "countries/no", "kinds/meeting", "kinds/statement", "kinds/visit", "people/kari",
        "topics/fisheries", "topics/sea",
    }  # fmt: skip
    assert found == {"en", "ar"} | {f"{tag}/{subject}" for tag in ("en", "ar") for subject in subjects}
    assert found == {path.removesuffix("/feed.json") for path in files if path.endswith("feed.json")}


def feed_paths(files: dict[str, bytes]) -> list[str]:
    return sorted(path for path in files if path.endswith("feed.xml"))


def test_every_atom_feed_keeps_the_rules_of_rfc_4287(files: dict[str, bytes]) -> None:
    for path in feed_paths(files):
        feed = tree(files[path])
        assert feed.tag == f"{A}feed"
        for element in (feed, *feed.findall(f"{A}entry")):
            for once in ("id", "title", "updated"):
                assert len(element.findall(f"{A}{once}")) == 1, (path, once)
            assert text_of(element, "title")
            for date in ("updated", "published"):
                assert all(RFC3339.match(found.text or "") for found in element.findall(f"{A}{date}"))
            links = element.findall(f"{A}link")
            alternates = [(link.get("type"), link.get("hreflang")) for link in links if link.get("rel") == "alternate"]
            assert len(set(alternates)) == len(alternates) > 0
            assert all((link.get("href") or "").startswith(URL) for link in links)
            assert all(author.findtext(f"{A}name") for author in element.findall(f"{A}author"))
        assert feed.findall(f"{A}author")
        assert [link.get("href") for link in feed.findall(f"{A}link") if link.get("rel") == "self"] == [URL + path]
        ids = [text_of(entry, "id") for entry in feed.findall(f"{A}entry")]
        assert len(set(ids)) == len(ids) > 0
        updated = [text_of(entry, "updated") for entry in feed.findall(f"{A}entry")]
        assert text_of(feed, "updated") == updated[0]


def test_every_atom_feed_is_read_by_feedparser(files: dict[str, bytes]) -> None:
    for path in feed_paths(files):
        parsed = feedparser.parse(files[path])
        assert not parsed.bozo, (path, parsed.get("bozo_exception"))
        assert parsed.version == "atom10"
        assert {entry.id.removeprefix(URL) for entry in parsed.entries} == set(entries(files[path]))


def test_every_json_feed_keeps_the_rules_of_its_form(files: dict[str, bytes]) -> None:
    for path in (path for path in files if path.endswith("feed.json")):
        feed = json.loads(files[path])
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["feed_url"] == URL + path
        assert feed["title"]
        assert feed["home_page_url"].startswith(URL)
        for item in feed["items"]:
            assert isinstance(item["id"], str)
            assert item["content_html"]
            assert all(isinstance(tag, str) for tag in item["tags"])
            assert RFC3339.match(item["date_published"])
            assert RFC3339.match(item["date_modified"])
            assert all(set(author) <= {"name", "url", "avatar"} for author in item["authors"])
            for file in item.get("attachments", ()):
                assert set(file) >= {"url", "mime_type"}
            known = {"id", "url", "external_url", "title", "content_html", "content_text", "summary", "image",
                     "banner_image", "date_published", "date_modified", "authors", "tags", "language",
                     "attachments"}  # fmt: skip
            assert {key for key in item if not key.startswith("_")} <= known


def test_both_forms_say_the_same(files: dict[str, bytes]) -> None:
    for path in feed_paths(files):
        atom, found = entries(files[path]), items(files[path.replace(".xml", ".json")])
        assert list(atom) == list(found)
        for id_, entry in atom.items():
            item = found[id_]
            assert text_of(entry, "title") == item["title"]
            assert text_of(entry, "content") == item["content_html"]
            assert text_of(entry, "summary") == item.get("summary", "")
            assert text_of(entry, "published") == item["date_published"]
            assert text_of(entry, "updated") == item["date_modified"]
            assert entry.get(f"{XML}lang") == item["language"]
            assert [category.get("label") for category in entry.findall(f"{A}category")] == item["tags"]


def test_an_entry_has_its_text_with_complete_addresses(files: dict[str, bytes]) -> None:
    content = items(files["en/feed.json"])["en/releases/2025-03-01-visit/"]["content_html"]
    assert f'<a href="{URL}en/releases/2025-03-02-meeting/">met</a>' in content
    assert f'<a href="{URL}en/releases/2025-03-01-visit/#fish">below</a>' in content
    assert f'<a href="{URL}releases/2025-03-01-visit/text.pdf">text</a>' in content
    assert f'<img src="{URL}releases/2025-03-01-visit/hands.png" alt="Hands">' in content
    assert '<p id="p2">They spoke of fish &amp; chips &lt; 5.</p>' in content
    assert not re.search(r'(?:href|src)="(?!https://)', content)


def test_the_feed_of_a_subject_has_summaries_and_corrections(files: dict[str, bytes]) -> None:
    item = items(files["en/countries/no/feed.json"])["en/releases/2025-03-01-visit/"]
    assert item["content_html"].startswith('<div lang="en" dir="ltr">\n<p>Three days, of talks; in all.</p>\n')
    assert "<p>A number was wrong.</p>" in item["content_html"]
    assert "They spoke" not in item["content_html"]
    assert "summary" not in item


def test_a_feed_says_where_the_rest_is(files: dict[str, bytes]) -> None:
    for path in feed_paths(files):
        (link,) = (link for link in tree(files[path]).findall(f"{A}link") if link.get("rel") == "archives")
        data = link.get("href", "")
        assert json.loads(files[path.replace(".xml", ".json")])["_pressgen"]["archives"] == data
        assert data.removeprefix(URL) in files
    assert f'rel="archives" type="application/json" href="{URL}countries/no/index.json"' in (
        files["ar/countries/no/feed.xml"].decode()
    )
    assert f'"{URL}releases/index.json"' in files["ar/feed.xml"].decode()


def test_an_entry_has_its_subjects_and_its_files(files: dict[str, bytes]) -> None:
    entry = entries(files["en/feed.xml"])["en/releases/2025-03-01-visit/"]
    assert [(one.get("term"), one.get("label")) for one in entry.findall(f"{A}category")] == [
        ("visit", "Visit"), ("NO", "Norway"), ("fisheries", "Fisheries"), ("sea", "The sea"), ("kari", "Kari Nordmann")
    ]  # fmt: skip
    (enclosure,) = [link for link in entry.findall(f"{A}link") if link.get("rel") == "enclosure"]
    assert (enclosure.get("type"), enclosure.get("length"), enclosure.get("title")) == (
        "application/pdf", "13", "The agreement"
    )  # fmt: skip
    assert text_of(entry, "title") == 'Visit to Norway: <talks> & "more"'
    assert [author.findtext(f"{A}name") for author in entry.findall(f"{A}author")] == ["Ministry of Foreign Affairs"]


def test_a_day_begins_at_midnight_of_the_ministry_and_a_correction_is_an_update(files: dict[str, bytes]) -> None:
    item = items(files["en/feed.json"])["en/releases/2025-03-01-visit/"]
    assert item["date_published"] == "2025-03-01T00:00:00+01:00"
    assert item["date_modified"] == "2025-03-05T00:00:00+01:00"
    assert "<p>Corrected on 5 March 2025.</p>\n<p>A number was wrong.</p>" in item["content_html"]


def test_what_was_under_embargo_came_out_when_that_ended(files: dict[str, bytes]) -> None:
    item = items(files["en/feed.json"])["en/releases/2025-05-01-statement/"]
    assert item["date_published"] == "2025-05-02T09:00:00+02:00"


def test_a_withdrawn_release_says_so_and_gives_no_text(files: dict[str, bytes]) -> None:
    for path in ("en/feed.json", "en/countries/no/feed.json", "en/kinds/meeting/feed.json"):
        item = items(files[path])["en/releases/2025-03-02-meeting/"]
        assert item["title"] == "Withdrawn: Meeting with Norway (No.\u00a09/2025)"
        assert "This release was withdrawn on 1 April 2025." in item["content_html"]
        assert "It did not take place." in item["content_html"]
        assert item["date_modified"] == "2025-04-01T00:00:00+02:00"
        assert item["_pressgen"]["withdrawn"] is True
        assert "secret text" not in json.dumps(item)


def test_a_subject_of_withdrawn_releases_alone_leads_to_a_page_that_exists(files: dict[str, bytes]) -> None:
    assert json.loads(files["en/kinds/meeting/feed.json"])["home_page_url"] == URL + "en/releases/"
    assert json.loads(files["en/kinds/visit/feed.json"])["home_page_url"] == URL + "en/kinds/visit/"


def test_a_release_that_lacks_the_language_appears_in_its_own(files: dict[str, bytes]) -> None:
    feed = tree(files["ar/feed.xml"])
    assert feed.get(f"{XML}lang") == "ar"
    found = entries(files["ar/feed.xml"])
    assert found["en/releases/2025-05-01-statement/"].get(f"{XML}lang") == "en"
    assert '<div lang="en" dir="ltr">' in text_of(found["en/releases/2025-05-01-statement/"], "content")
    translated = found["ar/releases/2025-03-01-visit/"]
    assert translated.get(f"{XML}lang") == "ar"
    assert text_of(translated, "content").startswith('<div lang="ar" dir="rtl">')
    assert '<p lang="en" dir="ltr">A number was wrong.</p>' in text_of(translated, "content")


def test_the_release_that_changed_last_comes_first(files: dict[str, bytes]) -> None:
    assert list(entries(files["en/feed.xml"])) == [
        "en/releases/2025-05-01-statement/", "en/releases/2025-03-02-meeting/", "en/releases/2025-03-01-visit/"
    ]  # fmt: skip


def test_ids_stay_when_titles_change(files: dict[str, bytes], tmp_path: Path) -> None:
    changed = {name: text.replace("Visit to Norway", "Another title") for name, text in FILES.items()}
    again = machine_files(site_of(tmp_path, changed))
    assert set(again) == set(files)
    assert list(entries(again["en/feed.xml"])) == list(entries(files["en/feed.xml"]))
    assert "Another title" in again["en/feed.xml"].decode()


def test_a_feed_holds_the_fifty_that_changed_last(tmp_path: Path) -> None:
    project = {"mkdocs.yml": FILES["mkdocs.yml"]}
    for day in range(60):
        date = f"2024-{day // 28 + 1:02}-{day % 28 + 1:02}"
        corrected = "corrections: [{date: 2025-01-01, note: Late.}]\n" if day == 0 else ""
        project[f"releases/r{day:02}.en.md"] = (
            f"---\ntitle: Release {day}\ndate: {date}\nkind: aid\n{corrected}---\n\nText.\n"
        )
    found = list(entries(machine_files(site_of(tmp_path, project))["en/feed.xml"]))
    assert found[0] == "en/releases/r00/"
    assert found[1:] == [f"en/releases/r{day:02}/" for day in range(59, 10, -1)]


def test_an_empty_archive_has_feeds_to_subscribe_to(tmp_path: Path) -> None:
    (tmp_path / "releases").mkdir()
    found = machine_files(site_of(tmp_path, {"mkdocs.yml": FILES["mkdocs.yml"]}))
    parsed = feedparser.parse(found["en/feed.xml"])
    assert not parsed.bozo
    assert parsed.entries == []
    assert parsed.feed.updated == "1970-01-01T00:00:00+00:00"
    assert json.loads(found["en/feed.json"])["items"] == []
    assert not [path for path in found if path.endswith(".ics")]


def test_a_site_that_does_not_know_its_address_has_no_feeds_but_has_data(tmp_path: Path) -> None:
    found = machine_files(site_of(tmp_path, FILES, site_url=""))
    assert not [path for path in found if "feed." in path or path.endswith(".ics")]
    assert json.loads(found["releases/2025-05-01-statement/release.json"])["url"] == "en/releases/2025-05-01-statement/"


@pytest.mark.parametrize("hidden", ["embargo: 2026-06-01T12:00:00+01:00", "status: draft"])
def test_what_is_not_public_changes_no_byte(files: dict[str, bytes], tmp_path: Path, hidden: str) -> None:
    assert machine_files(site_of(tmp_path / "a", with_secret(hidden))) == files
    assert machine_files(site_of(tmp_path / "b", with_secret(hidden), preview=True)) == files


def test_the_same_project_gives_the_same_bytes(files: dict[str, bytes], tmp_path: Path) -> None:
    assert machine_files(site_of(tmp_path, FILES)) == files
