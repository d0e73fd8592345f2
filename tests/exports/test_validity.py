"""While a release is in force, as programs and search engines read it: days, or moments where it tells the time."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from pressgen.views.release.metadata import news_article
from tests.feeds.machines import FILES, machine_files, site_of

PATH = "releases/2025/2025-02-02-advisory.en.md"
ADVISORY = "---\ntitle: Advice\ndate: 2025-02-02\nkind: advisory\nvalid: {valid}\n---\n\nTake the railway.\n"


@pytest.mark.parametrize(
    ("valid", "first", "last", "coverage"),
    [
        ("{from: 2025-03-03, until: 2025-06-30}", "2025-03-03", "2025-06-30", "2025-03-03/2025-06-30"),
        ("{from: 2025-03-03}", "2025-03-03", "", "2025-03-03/.."),
        ("{until: 2025-06-30}", "", "2025-06-30", "2025-02-02/2025-06-30"),
        (
            "{until: 2025-06-30T10:00Z}",
            "",
            "2025-06-30T12:00:00+02:00",
            "2025-02-02/2025-06-30T12:00:00+02:00",
        ),
    ],
)
def test_data_table_and_page_say_the_same(tmp_path: Path, valid: str, first: str, last: str, coverage: str) -> None:
    site = site_of(tmp_path, {**FILES, PATH: ADVISORY.format(valid=valid)})
    files, release = machine_files(site), site.archive.by_id["2025-02-02-advisory"]
    data = json.loads(files["releases/2025-02-02-advisory/release.json"])
    (row,) = [
        row
        for row in csv.DictReader(io.StringIO(files["releases.csv"].decode(), newline=""))
        if row["release"] == release.id
    ]

    jsonschema.validate(data, json.loads(files["schema/release-data.json"]))
    assert data["valid"] == {key: day for key, day in (("from", first), ("until", last)) if day}
    assert (row["valid_from"], row["valid_until"]) == (first, last)
    described = news_article(release, release.editions["en"], site.facts)
    assert described["temporalCoverage"] == coverage
    assert described.get("expires", "") == last
