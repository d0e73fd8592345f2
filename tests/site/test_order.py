"""Releases of one day stand in one order everywhere: by time, by number, by id, and numbers count as numbers."""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen.archive.order import chronological, natural
from pressgen.model import Event, Issued, Participant, Release
from pressgen.site import Site
from pressgen.site.output import bytes_of
from pressgen.site.search.entries import entries
from tests.views.encounter_samples import article_shell, release, site

DAY = date(2024, 3, 12)
NORWAY = Participant(name="Una", country="NO")


def issued_release(id_: str, number: str = "", hour: int | None = None) -> Release:
    time = datetime(2024, 3, 12, hour, tzinfo=UTC) if hour is not None else None
    issued = Issued(day=DAY, time=time)
    files = release(id_, DAY, NORWAY, number=number, event=Event(start=DAY))
    return files.model_copy(update={"record": files.record.model_copy(update={"issued": issued})})


def _in_html(text: str) -> list[str]:
    links = re.findall(r'<div>\s*<a href="[^"]*/releases/([^/"]+)/"', text)
    return list(dict.fromkeys(links))


def _places(found: Site) -> Mapping[str, list[str]]:
    """Return the ids of the releases of one day in each place of a site, the newest first."""
    wanted = (
        "en/index.html", "en/releases/index.html", "en/releases/2024/", "en/countries/no/", "en/calendar/index.html",
        "en/feed", "releases", "ledger/index.json", "en/calendar/",
    )  # fmt: skip
    made = {
        output.path: bytes_of(output, article_shell) for output in found.outputs() if output.path.startswith(wanted)
    }
    files = {path: content.decode() for path, content in made.items() if not path.endswith(".gz")}
    lines = [json.loads(line)["id"] for line in gzip.decompress(made["releases/2024.jsonl.gz"]).splitlines()]
    rows = list(csv.DictReader(files["releases.csv"].splitlines()))
    archive = found.archive
    first = archive.releases[-1]
    later = [first.id]
    while following := archive.relations[later[-1]].later:
        later.append(following)
    return {
        "home": list(dict.fromkeys(re.findall(r'href="[^"]*/releases/(statement-\d+)/"', files["en/index.html"]))),
        "archive": _in_html(files["en/releases/index.html"]),
        "year": _in_html(files["en/releases/2024/index.html"]),
        "profile": _in_html(files["en/countries/no/index.html"]),
        "calendar": _in_html(files["en/calendar/index.html"]),
        "data of the year": [one["id"] for one in json.loads(files["releases/2024/index.json"])["releases"]],
        "lines": lines,
        "table": list(dict.fromkeys(row["release"] for row in rows)),
        "Atom": re.findall(r"<id>[^<]*/en/releases/([^/<]+)/</id>", files["en/feed.xml"]),
        "JSON Feed": [one["id"].split("/")[-2] for one in json.loads(files["en/feed.json"])["items"]],
        "ledger": [one["release"] for one in json.loads(files["ledger/index.json"])["encounters"]],
        "neighbours, the earliest first": later[::-1],
        "search, the earliest first": [
            entry.name for entry in entries(archive, ("en", "ar"), lambda one: one.digest, ())
        ][::-1],
        "events, the earliest first": re.findall(r"UID:([^@]+)@", files["en/calendar/calendar.ics"])[::-1],
    }


ids = st.sampled_from([1, 2, 9, 10, 11, 100]).map(lambda number: f"statement-{number}")
releases = st.lists(
    st.builds(
        issued_release, ids, st.sampled_from(["", "9/2024", "10/2024", "100/2024"]), st.sampled_from([None, 6, 18])
    ),
    min_size=2,
    max_size=5,
    unique_by=lambda one: one.id,
)


@settings(max_examples=15)
@given(found=releases)
def test_every_place_has_the_same_order(found: list[Release]) -> None:
    expected = [one.id for one in sorted(found, key=chronological, reverse=True)]
    places = _places(site(*found))
    assert places == dict.fromkeys(places, expected)


@pytest.mark.parametrize(
    "found",
    [
        [issued_release("a", "9"), issued_release("b", "10"), issued_release("c", "100")],
        [issued_release("b", "9/2024"), issued_release("a", "10/2024")],
        [issued_release("visit-9"), issued_release("visit-10"), issued_release("visit-11")],
        [issued_release("b", "៩"), issued_release("a", "១០")],
        [issued_release("b", hour=9), issued_release("a", hour=10)],
        [issued_release("a", "10"), issued_release("b", "9", hour=1)],  # one that tells no time is the first of its day
        [issued_release("a", "10", hour=1), issued_release("b", "9", hour=2)],
        [issued_release("a"), issued_release("b", "1")],
    ],
)
def test_what_came_first(found: list[Release]) -> None:
    backwards = [*reversed(found)]
    assert sorted(backwards, key=chronological) == found


def test_texts_that_differ_are_never_equal() -> None:
    assert natural("x-9") < natural("x-09") or natural("x-09") < natural("x-9")
    assert natural("9") < natural("10") < natural("10a") < natural("a")
    assert natural("9" * 5000)[0][0] == 0
