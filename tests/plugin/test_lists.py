"""Lists in pages of `docs/`: their HTML in a built site, and the mistakes that stop a build."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Protocol


class Built(Protocol):
    code: int
    log: str


Files = Mapping[str, str]
Write = Callable[[Mapping[str, str | None]], None]
RELEASE = """\
---
title: {title}
date: {day}
kind: {kind}
event: {{date: {day}, mode: call}}
participants: [{{name: Prak Sokhonn, country: KH}}, {{name: Somebody, country: {country}}}]
topics: [trade]
---

Text.
"""


def test_lists_stand_in_the_page_in_its_language(
    build: Callable[..., Built], page: Callable[[str], str], write: Write
) -> None:
    releases = {
        f"releases/{day}-{country.lower()}.en.md": RELEASE.format(
            title=f"{country} {day}", day=day, kind=kind, country=country
        )
        for day, kind, country in [
            ("2021-01-01", "visit", "NO"), ("2022-01-01", "readout", "NO"), ("2022-02-01", "visit", "NO"),
            ("2022-03-01", "visit", "SE"),
        ]
    }  # fmt: skip
    text = (
        "# Norway\n\nBefore.\n\n<!-- pressgen: latest country=NO count=2 -->\n\n"
        "Between, with `<!-- pressgen: x -->`.\n\n"
        "<!-- pressgen: latest country=NO,SE year=2022 kind=visit -->\n\n<!-- pressgen: met -->\n\n"
        "<!-- pressgen: latest organisation=un -->\n\n<!-- pressgen: topics -->\n\n<!-- pressgen: years -->\n"
    )
    register = {
        "releases/register/topics.yml": "trade: {names: {en: Trade, km: ពាណិជ្ជកម្ម}}\n",
        "releases/register/organisations.yml": "un: {names: {en: United Nations}}\n",
    }
    write({**releases, **register, "docs/about.md": text, "docs/about.km.md": text})
    built = build("--strict")
    assert built.code == 0, built.log
    english = page("en/about")
    lists = re.split('<div class="pg pg-placed">', english)[1:]
    assert len(lists) == 6
    titles = [re.findall(r'</span><div><a href="[^"]*">([^<]*)', one) for one in lists]
    assert [[" ".join(title.split()) for title in one] for one in titles][:2] == [
        ["NO 2022-02-01", "NO 2022-01-01"], ["SE 2022-03-01", "NO 2022-02-01"],
    ]  # fmt: skip
    assert 'href="../../en/countries/no/">All releases</a> <span class="pg-count">3</span>' in lists[0]
    assert "pg-more" not in lists[1]
    assert re.findall(r'pg-met__day" datetime="([^"]*)"', lists[2]) == ["2022-03-01", "2022-02-01"]
    assert "No release yet." in lists[3]
    assert '<a href="../../en/topics/trade/"><bdi>Trade</bdi></a> <span class="pg-count">4</span>' in lists[4]
    assert 'href="../../en/releases/2022/">2022</a>' in lists[5]
    assert "&lt;!-- pressgen: x --&gt;" in english
    khmer = page("km/about")
    assert "ពាណិជ្ជកម្ម" in khmer
    assert re.search(r'href="[^"]*km/releases/2022/">[^<]*២០២២</a>', khmer)


def test_a_wrong_list_stops_the_build_before_it(build: Callable[..., Built], write: Write) -> None:
    write({"docs/about.md": "# About\n\n<!-- pressgen: latest contry=NO -->\n"})
    built = build()
    assert built.code != 0
    assert "docs/about.md:3:1: error PG063: there is no key 'contry'" in built.log
    assert "did you mean 'country'?" in built.log
