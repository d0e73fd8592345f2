"""A release with a time of issue has one day, that of the ministry's zone, in every file of its site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from pressgen.site.output import Output, PageOutput, bytes_of
from pressgen.stage import front_matter_shell
from tests.feeds.machines import site_of

CONFIG = """\
site_name: Press releases
plugins:
  - pressgen:
      languages: [en, fr]
      timezone: {zone}
      issuer: {{country: XA, name: {{en: Ministry, fr: Ministère}}, place: {{fr: Paris}}}}
"""
NIGHT = """\
---
title: Night statement
date: {moment}
kind: visit
embargo: {moment}
participants:
  - {{name: Kari Nordmann, role: Minister, country: "NO"}}
---

Text.
"""


def heads(outputs: Iterable[Output]) -> Iterator[tuple[str, bytes]]:
    """Return the head of every page, which the shell of these tests has no place for."""
    for output in outputs:
        if isinstance(output, PageOutput):
            yield f"head of {output.path}", output.content.result().head.encode()


@pytest.mark.parametrize(
    "zone,moment,shown,never",
    [
        ("Europe/Paris", "2025-01-31T23:30Z", "1 February 2025, 00:30 (Paris time)", "31 January|31 janvier|01-31"),
        ("America/New_York", "2025-02-01T04:59Z", "31 January 2025, 23:59 (New York time)", "1 Feb|1er février|02-01"),
        ("Etc/GMT-3", "2025-01-31T23:30-01:00", "1 February 2025, 03:30 (UTC+03:00)", "31 January|31 janvier|01-31"),
        ("Asia/Kolkata", "2025-02-01T00:10+05:30", "1 February 2025, 00:10 (Kolkata time)", "31 January|01-31"),
    ],
)
def test_every_file_has_the_day_in_the_ministrys_zone(
    tmp_path: Path, zone: str, moment: str, shown: str, never: str
) -> None:
    files = {"mkdocs.yml": CONFIG.format(zone=zone), "releases/night.en.md": NIGHT.format(moment=moment)}
    outputs = tuple(site_of(tmp_path, files).outputs())
    by_path = {output.path: bytes_of(output, front_matter_shell) for output in outputs} | dict(heads(outputs))
    texts = {
        path: content.decode() for path, content in by_path.items() if not path.endswith((".gz", ".css", ".woff2"))
    }

    page = texts["en/releases/night/index.html"]
    assert f">{shown}</time>" in page
    other = {path: found[0] for path, text in texts.items() if (found := re.search(rf"\b(?:{never})\b", text))}
    assert other == {}
    # What programs read: the same day and the same moment in every form.
    day = re.search(r'<time datetime="([\d-]+)T', page)
    assert day
    head = texts["head of en/releases/night/index.html"]
    assert re.search(rf'"datePublished": ?"{day[1]}T', head)
    assert f'property="article:published_time" content="{day[1]}T' in head
    assert f"<published>{day[1]}T" in texts["en/feed.xml"]
    assert f'"published":"{day[1]}T' in texts["releases/night/release.json"]
    assert f"\nDA  - {day[1].replace('-', '/')}/\n" in page


def test_the_time_is_called_by_the_ministrys_place_in_a_language_that_names_it(tmp_path: Path) -> None:
    files = {
        "mkdocs.yml": CONFIG.format(zone="Asia/Shanghai"),
        "releases/x.en.md": NIGHT.format(moment="2025-01-01T00:00Z"),
    }
    files["releases/x.fr.md"] = "---\ntitle: Visite\n---\n\nTexte.\n"
    by_path = {
        output.path: output for output in site_of(tmp_path, files).outputs() if "releases/x/index" in output.path
    }
    pages = {path: bytes_of(output, front_matter_shell).decode() for path, output in by_path.items()}

    assert "08:00 (Shanghai time)" in pages["en/releases/x/index.html"]
    assert "8 h 00 (heure locale, Paris)".replace(" h ", "\u00a0h\u00a0") in pages["fr/releases/x/index.html"]
