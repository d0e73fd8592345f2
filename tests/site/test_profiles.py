"""The numbers of the site: each list has the number of releases of the page that it links to."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from posixpath import normpath
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressgen.model import Kind, Mode, Participant, Release, Status
from pressgen.site import Site
from pressgen.site.output import bytes_of
from pressgen.views.lists.listing import YearCount
from pressgen.views.page import Shell
from pressgen.views.profiles import LONG, NEWEST, Period
from pressgen.views.profiles.periods import periods_of
from tests.views.encounter_samples import OURS, UNA, pages, release, site

_MEMBER = re.compile(r'<a class="pg-member__name" href="([^"]+)">.*?<span aria-hidden="true">(\d+)</span>', re.DOTALL)
_YEAR = re.compile(r'<li><a href="([^"]+)"[^>]*>\d{4}</a> <span class="pg-count">(\d+)</span></li>')
_COUNTED = re.compile(r'<li><a href="([^"]+)"><bdi[^>]*>.*?</bdi></a> <span class="pg-count">(\d+)</span></li>')
_LINE = '<li class="pg-line"'
_ROW = "<tr><td class="

codes = st.sampled_from(["NO", "SE", "FI", "XA"])
releases = st.lists(
    st.fixed_dictionaries(
        {
            "day": st.dates(date(2015, 1, 1), date(2025, 12, 31)),
            "kind": st.sampled_from(list(Kind)),
            "mode": st.none() | st.sampled_from(list(Mode)),
            "tags": st.sampled_from([("en", "ar"), ("en",), ("ar",)]),
            "countries": st.lists(codes, unique=True, max_size=2).map(tuple),
            "topics": st.lists(st.sampled_from(["trade", "fisheries"]), unique=True).map(tuple),
            "status": st.sampled_from([Status.PUBLISHED, Status.PUBLISHED, Status.WITHDRAWN]),
            "with_una": st.booleans(),
            "guest": st.none() | codes,
        }
    ),
    max_size=8,
)


def made_of(facts: Iterable[dict[str, Any]]) -> list[Release]:
    found = []
    for number, given_facts in enumerate(facts):
        one = dict(given_facts)
        guest = one.pop("guest")
        participants = [OURS, *([UNA] if one.pop("with_una") else [])]
        participants += [Participant(name="Jan Berg", country=guest)] if guest else []
        found.append(release(f"r{number}", one.pop("day"), *participants, **one))
    return found


def target(path: str, href: str) -> str:
    return normpath(f"{path.removesuffix('index.html')}{href}") + "/index.html"


def held(made: dict[str, str], path: str) -> int:
    """Count the releases that a profile holds: its own lines, or with many of them those of its years."""
    years = _YEAR.findall(made[path])
    if not years:
        return made[path].count(_LINE)
    return sum(lines_at(made, path, href) for href, _ in years)


def lines_at(made: dict[str, str], path: str, href: str) -> int:
    """Count the lines of the page that a link leads to, or of its sections: of a person, each office has its own."""
    page, _, section = href.partition("#")
    html = made[target(path, page)]
    if section:
        _, *parts = re.split(rf'<section aria-labelledby="(?:office-[0-9]+ )?{section}(?:-[0-9]+)?">', html)
        html = "".join(part.partition("</section>")[0] for part in parts)
    return html.count(_LINE)


def check(made: dict[str, str]) -> None:
    for path, html in made.items():
        if "/releases/" in path or "/calendar/" in path:
            continue
        for href, count in _MEMBER.findall(html) + _COUNTED.findall(html) * ("/topics/" in path):
            assert held(made, target(path, href)) == int(count), (path, href)
        if "/ledger/" in path:
            for href, count in _YEAR.findall(html):
                assert made[target(path, href)].count(_ROW) == int(count), (path, href)
        else:
            for href, count in _YEAR.findall(html):
                assert lines_at(made, path, href) == int(count), (path, href)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(releases)
def test_counts_are_the_lengths_of_the_pages_they_lead_to(facts: list[dict[str, Any]]) -> None:
    check(pages(site(*made_of(facts))))


@pytest.fixture(scope="module")
def long_site() -> Site:
    """Return the site of an archive with more releases than a profile shows."""
    start = date(2018, 1, 1)
    facts = [
        {
            "day": start + timedelta(days=7 * number),
            "kind": Kind.MEETING if number % 3 else Kind.STATEMENT,
            "mode": None,
            "tags": ("en", "ar"),
            "topics": ("fisheries",),
            "with_una": True,
            "guest": "SE" if number % 5 == 0 else None,
        }
        for number in range(LONG + 21)
    ]
    return site(*made_of(facts))


@pytest.fixture(scope="module")
def many(long_site: Site) -> dict[str, str]:
    """Return the pages of that archive."""
    return pages(long_site)


def test_a_decade_leads_to_the_feed_of_its_subject_as_the_profile_does(long_site: Site) -> None:
    path = "ar/countries/no/2010-2019/index.html"
    (decade,) = (output for output in long_site.outputs() if output.path == path)
    head = bytes_of(decade, lambda _key: Shell(("", ""), ("head",))).decode()

    found = re.findall(r'type="application/atom[+]xml" title="([^"]+)" href="([^"]+)"', head)
    assert found == [
        ("البيانات الصحفية", "../../../../ar/feed.xml"),
        ("النرويج", "../../../../ar/countries/no/feed.xml"),
    ]


def test_a_long_profile_is_cut_by_decades_and_loses_nothing(many: dict[str, str]) -> None:
    check(many)
    norway = many["en/countries/no/index.html"]
    assert norway.count(_LINE) == NEWEST
    assert "171 releases" in norway
    assert {path for path in many if path.startswith("en/countries/no/2")} == {
        f"en/countries/no/{decade}/index.html" for decade in ("2010-2019", "2020-2029")
    }
    assert '<p class="pg-profile__official">2010–2019</p>' in many["en/countries/no/2010-2019/index.html"]


def test_a_year_that_is_shown_in_part_leads_to_all_of_it(many: dict[str, str]) -> None:
    html = many["en/countries/no/index.html"]

    assert '<p class="pg-more"><a href="../../../en/countries/no/2020-2029/#y2020">2020</a>' in html


def test_a_decade_with_many_releases_is_cut_by_years() -> None:
    years = [YearCount(2021, 200), YearCount(2020, 201), YearCount(2019, 399), YearCount(2010, 1), YearCount(1999, 1)]

    assert periods_of(years) == (
        Period(2021, 2021), Period(2020, 2020), Period(2010, 2019), Period(1990, 1999)
    )  # fmt: skip
    assert periods_of([YearCount(2021, LONG)]) == ()


def test_every_place_of_a_profile_is_linked_from_another_page(many: dict[str, str]) -> None:
    groups = ("countries", "people", "topics", "kinds", "ledger")
    linked = {
        target(path, href)
        for path, html in many.items()
        for href in re.findall(r'href="([^"#]+)["#]', html)
        if "://" not in href
    }

    for path in many:
        parts = path.split("/")
        if len(parts) > 3 and parts[1] in groups:
            assert path in linked, path
