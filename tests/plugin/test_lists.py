"""Lists in pages of `docs/`: what an author may write, what they are told, and what stands in the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Protocol

import pytest

from pressgen.model import Organisation, Person, Register, Topic
from pressgen.plugin.lists import asked_for, list_problems, request_of, with_lists
from pressgen.site.lists import Filter, ListName, ListRequest

REGISTER = Register(
    people={"anniken-huitfeldt": Person.model_validate({"names": "Anniken Huitfeldt"})},
    organisations={"asean": Organisation.model_validate({"names": "ASEAN"})},
    topics={"trade": Topic.model_validate({"names": "Trade"})},
)


@pytest.mark.parametrize(
    ("comment", "request_"),
    [
        ("<!-- pressgen: latest -->", ListRequest(ListName.LATEST)),
        ("<!--pressgen:latest-->", ListRequest(ListName.LATEST)),
        ("<!-- Pressgen latest count=3 -->", ListRequest(ListName.LATEST, 3)),
        ("<!-- pressgen: latest country=NO count = 12 -->",
         ListRequest(ListName.LATEST, 12, ((Filter.COUNTRY, ("NO",)),))),
        ("<!-- pressgen: latest country: no,SE -->",
         ListRequest(ListName.LATEST, None, ((Filter.COUNTRY, ("NO", "SE")),))),
        ('<!-- pressgen: latest topic="trade" kind=Visit -->',
         ListRequest(ListName.LATEST, None, ((Filter.TOPIC, ("trade",)), (Filter.KIND, ("visit",))))),
        ("<!-- pressgen: latest person=anniken-huitfeldt organisation=asean year=2022 -->",
         ListRequest(ListName.LATEST, None, ((Filter.PERSON, ("anniken-huitfeldt",)),
                                             (Filter.ORGANISATION, ("asean",)), (Filter.YEAR, ("2022",))))),
        ("<!-- pressgen: met count=8 -->", ListRequest(ListName.MET, 8)),
        ("<!-- pressgen: years -->", ListRequest(ListName.YEARS)),
        ("<!-- pressgen countries -->", ListRequest(ListName.COUNTRIES)),
    ],
)  # fmt: skip
def test_what_can_be_asked_for(comment: str, request_: ListRequest) -> None:
    (asked,) = asked_for(f"# A\n\n{comment}\n", "docs/a.md")
    assert (asked.place.line, asked.place.column, asked.fault) == (3, 1, "")
    assert request_of(asked.words, REGISTER) == (request_, [])
    made: list[ListRequest] = []
    assert with_lists(f"<p>a</p>\n{comment}\n", REGISTER, lambda one: made.append(one) or "LIST") == "<p>a</p>\nLIST\n"  # type: ignore[func-returns-value]
    assert made == [request_]


@pytest.mark.parametrize(
    ("line", "column", "message", "hint"),
    [
        ("<!-- pressgen: lastest -->", 1, "there is no list 'lastest'", "did you mean 'latest'?"),
        ("<!-- pressgen: everything -->", 1, "there is no list 'everything'", "the lists are latest, met, countries"),
        ("<!-- pressgen: -->", 1, "this asks for no list", "<!-- pressgen: latest count=5 country=NO -->"),
        ("<!-- pressgen: latest contry=NO -->", 1, "there is no key 'contry'", "did you mean 'country'?"),
        ("<!-- pressgen: latest country=NW -->", 1, "unknown country 'NW'", "NO"),
        ("<!-- pressgen: latest country=Norway -->", 1, "unknown country 'NORWAY'", "'NO' (Norway)"),
        ("<!-- pressgen: latest topic=trades -->", 1, "unknown topic 'trades'", "did you mean 'trade'?"),
        ("<!-- pressgen: latest person=aniken-huitfeldt -->", 1, "unknown person", "did you mean 'anniken-huitfeldt'?"),
        ("<!-- pressgen: latest organisation=aseen -->", 1, "unknown organisation", "did you mean 'asean'?"),
        ("<!-- pressgen: latest kind=visits -->", 1, "there is no kind 'visits'", "did you mean 'visit'?"),
        ("<!-- pressgen: latest year=22 -->", 1, "'22' is no year", "2022"),
        ("<!-- pressgen: latest count=0 -->", 1, "'0' is no number of entries", "1 to 100"),
        ("<!-- pressgen: latest count=9999999999 -->", 1, "is no number of entries", "1 to 100"),
        ("<!-- pressgen: latest country -->", 1, "'country' has no value", "country=…"),
        ("<!-- pressgen: latest country=NO country=SE -->", 1, "'country' stands twice", "country=…,…"),
        ("<!-- pressgen: latest years -->", 1, "'years' stands alone", "did you mean 'year'?"),
        ("<!-- pressgen: years country=NO -->", 1, "the list 'years' has no 'country'", "only `latest`"),
        ("<!-- presgen: latest -->", 1, "'presgen' is not 'pressgen'", "<!-- pressgen: latest"),
        ("  <!-- pressgen: latest", 3, "this comment does not end on its line", "-->"),
        ("The latest: <!-- pressgen: latest -->", 13, "this list stands within a line", "a line of its own"),
        ("- <!-- pressgen: latest -->", 3, "this list stands within a line", "a line of its own"),
    ],
)
def test_what_is_told(line: str, column: int, message: str, hint: str) -> None:
    (problem,) = list_problems(f"# A\n\n{line}\n\nMore.\n", "docs/a.md", REGISTER)
    assert (problem.code.id, str(problem.place)) == ("PG063", f"docs/a.md:3:{column}")
    assert message in problem.message
    assert hint in problem.hint


def test_every_mistake_is_told() -> None:
    text = "<!-- pressgen: latest contry=NO kind=visits -->\n\n<!-- pressgen: lates -->\n"
    assert [problem.place.line for problem in list_problems(text, "docs/a.md", REGISTER)] == [1, 1, 3]


@pytest.mark.parametrize(
    "text",
    [
        "```\n<!-- pressgen: lates -->\n```\n",
        "```html\n<!-- pressgen: lates -->\n",
        "~~~~ md\n~~~\n<!-- pressgen: lates -->\n~~~~\n",
        "1. One\n\n    ```md\n    <!-- pressgen: lates -->\n    ```\n",
        "Text.\n\n    <!-- pressgen: lates -->\n",
        "Write `<!-- pressgen: lates -->` here.\n",
        "Write ``<!-- pressgen: `lates` -->`` here.\n",
        "<!-- A note: pressgen makes this. -->\n<!-- pressgen-note: x -->\n<!-- progress: x -->\n",
    ],
)
def test_samples_and_other_comments_are_left_alone(text: str) -> None:
    assert list(asked_for(text, "docs/a.md")) == []


def test_a_list_within_an_admonition_is_one() -> None:
    text = "!!! note\n\n    <!-- pressgen: lates -->\n"
    assert [asked.place.line for asked in asked_for(text, "docs/a.md")] == [3]


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
    titles = [re.findall(r'pg-line__title" href="[^"]*">([^<]*)', one) for one in lists]
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
