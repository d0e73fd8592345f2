"""The files for machines of both sites, read by programs of others: every file that a page names, by its type."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urljoin

import feedparser
import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator

from tests.proof.conftest import SITES, ProvenSite, Sites


def read_atom(content: bytes) -> None:
    feed = feedparser.parse(content)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    ids = [entry.id for entry in feed.entries]
    assert feed.feed.id
    assert feed.feed.updated
    assert ids == list(dict.fromkeys(ids))
    assert all(entry.title and entry.updated and entry.link for entry in feed.entries)


def read_json_feed(content: bytes) -> None:
    feed = json.loads(content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    ids = [item["id"] for item in feed["items"]]
    assert ids == list(dict.fromkeys(ids))


def read_calendar(content: bytes) -> None:
    calendar = Calendar.from_ical(content)
    ids = [str(event["UID"]) for event in calendar.walk("VEVENT")]
    assert ids
    assert ids == list(dict.fromkeys(ids))


def read_lines(content: bytes) -> None:
    assert [json.loads(line) for line in gzip.decompress(content).decode().splitlines()]


def read_table(content: bytes) -> None:
    heads, *rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert len(set(heads)) == len(heads)
    assert {len(row) for row in rows} <= {len(heads)}


READERS: Mapping[str, Callable[[bytes], object]] = {
    "application/atom+xml": read_atom,
    "application/feed+json": read_json_feed,
    "text/calendar": read_calendar,
    "application/json": json.loads,
    "application/gzip": read_lines,
    "text/csv": read_table,
}


def named(site: ProvenSite) -> dict[str, tuple[str, str]]:
    """List every file that a page names as another form of itself: its address, its type, and a page that names it."""
    return {
        urljoin(address, link): (type_, address) for address, page in site.pages.items() for type_, link in page.files
    }


@pytest.mark.parametrize("name", SITES)
def test_every_file_that_a_page_names_is_what_it_says(sites: Sites, name: str) -> None:
    site = sites(name)
    found = named(site)
    assert {type_ for type_, _ in found.values()} >= {"application/atom+xml", "application/feed+json", "text/calendar"}

    faults = []
    for url, (type_, page) in found.items():
        file = site.file_at(url)
        if file is None or type_ not in READERS:
            faults.append(f"{page}: {url} ({type_})")
            continue
        try:
            READERS[type_](file.read_bytes())
        except (AssertionError, ValueError, KeyError) as error:
            faults.append(f"{url}: {error!r}")

    assert faults == []


@pytest.mark.parametrize("name", SITES)
def test_data_that_names_its_schema_keeps_to_it(sites: Sites, name: str) -> None:
    site = sites(name)
    validators: dict[Path, Draft202012Validator] = {}
    checked = 0
    for file in sorted(site.folder.rglob("*.json")):
        data = json.loads(file.read_bytes())
        named = data.get("$schema", "") if isinstance(data, dict) and "schema" not in file.parts else ""
        if not site.holds(named):
            continue
        schema = site.file_at(named)
        assert schema, named
        if schema not in validators:
            validators[schema] = Draft202012Validator(json.loads(schema.read_bytes()))
        faults = [f"{file.relative_to(site.folder)}: {error.message}" for error in validators[schema].iter_errors(data)]
        assert faults == []
        checked += 1

    assert checked
