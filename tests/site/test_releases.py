"""The chapters of releases and the calendar: which pages there are, and that every link of theirs leads somewhere."""

from __future__ import annotations

import re
from datetime import date
from posixpath import normpath
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressgen.model import Alias, Body, Event, Kind, Mode, Participant, Reference, Release, Status, Withdrawal, Words
from pressgen.site.output import PageOutput, bytes_of
from pressgen.site.releases import edition_links
from pressgen.views.lists.archive import LONGEST_YEAR
from tests.views.encounter_samples import OURS, UNA, article_shell, pages, release, site


def paths(*releases: Release) -> set[str]:
    return {output.path for output in site(*releases).outputs()}


def page_bytes(*releases: Release) -> dict[str, str]:
    """Return the bytes of every page of releases and the calendar."""
    return {
        output.path: bytes_of(output, article_shell).decode()
        for output in site(*releases).outputs()
        if output.path.endswith(".html") and ("releases/" in output.path or "/calendar/" in output.path)
    }


def months_of(count: int) -> dict[str, str]:
    """Return the pages of a year with so many releases, in February and May."""
    releases = (release(f"r{number}", date(2024, 2 if number % 3 else 5, number % 28 + 1)) for number in range(count))
    return {
        output.path: bytes_of(output, article_shell).decode()
        for output in site(*releases, release("c", date(2025, 5, 1))).outputs()
        if re.fullmatch(r"en/releases/\d{4}/(\d\d/)?index\.html", output.path)
    }


def test_the_months_of_a_long_year_have_pages_and_no_line_stands_twice() -> None:
    pages = months_of(LONGEST_YEAR + 1)

    months = {path for path in pages if path.count("/") == 4}
    assert months == {"en/releases/2024/02/index.html", "en/releases/2024/05/index.html"}
    year = pages["en/releases/2024/index.html"]
    assert '<a href="../../../en/releases/2024/05/">May</a> <span class="pg-count">101</span>' in year
    assert "301 releases" in year
    lines = [line for page in pages.values() for line in re.findall(r'<li class="pg-line".*?</li>', page, re.DOTALL)]
    found = re.findall(r'href="[^"]*/releases/(\w+)/"', "".join(lines))
    assert sorted(found) == sorted([*(f"r{number}" for number in range(LONGEST_YEAR + 1)), "c"])


def test_a_year_that_is_not_long_stands_on_one_page_which_leads_to_its_months() -> None:
    pages = months_of(LONGEST_YEAR)

    assert not [path for path in pages if path.count("/") == 4]
    year = pages["en/releases/2024/index.html"]
    assert year.count('<li class="pg-line"') == LONGEST_YEAR
    assert '<a href="#2024-05">May</a> <span class="pg-count">100</span>' in year
    assert '<li class="pg-line" id="2024-05"><span><time' in year


def test_a_withdrawn_release_is_in_the_lists_of_its_time_and_in_no_other() -> None:
    gone = {
        "status": Status.WITHDRAWN,
        "withdrawn": Withdrawal(date=date(2023, 3, 1), reason=Words("Issued in error.")),
    }
    b = release("b", date(2023, 2, 1), UNA, topics=("trade",), event=Event(start=date(2023, 1, 31)), **gone)
    pages = {
        output.path: bytes_of(output, article_shell).decode()
        for output in site(release("a", date(2024, 2, 1)), b).outputs()
        if output.path.endswith("index.html") and output.path.startswith("en/")
    }

    naming = {path for path, html in pages.items() if "releases/b/" in html}
    by_time = {f"en/releases/{path}index.html" for path in ("", "2023/")}
    assert naming == {*by_time, "en/releases/b/index.html"}
    assert all("Withdrawn on 1 March 2023" in pages[path] for path in by_time)
    assert '<span class="pg-count">1</span>' in pages["en/releases/index.html"].partition(">2023</a>")[2][:40]
    assert '<p class="pg-listing__count">2 releases</p>' in pages["en/releases/index.html"]
    assert '<a href="../../../en/releases/2023/">2023</a>' in pages["en/releases/b/index.html"]
    assert not any("2023" in path for path in pages if not path.startswith("en/releases/"))


def test_a_release_has_one_page_under_no_language_that_shows_its_editions_or_leads_to_the_only_one() -> None:
    found = pages(site(release("a", date(2024, 2, 1)), release("b", date(2024, 2, 1), tags=("ar",))))

    assert {path for path in found if path.startswith("releases/")} == {
        "releases/a/index.html",
        "releases/b/index.html",
    }
    assert 'class="pg pg-page pg-beside' in found["releases/a/index.html"]
    assert _led("releases/b/index.html", found["releases/b/index.html"]) == (
        "ar/releases/b",
        "ar/releases/b/",
        "ar",
        "rtl",
    )


def test_an_archive_without_events_has_no_calendar() -> None:
    assert not any("calendar" in path for path in paths(release("a", date(2024, 2, 1))))


def test_the_calendars_first_page_shows_the_year_of_the_latest_event() -> None:
    old = release("a", date(2024, 2, 1), mode=Mode.CALL)
    announced = release("b", date(2024, 5, 1), event=Event(start=date(2026, 7, 1)))
    pages = page_bytes(old, announced)

    assert '<li class="pg-line" id="2026-07-01">' in pages["en/calendar/index.html"]
    assert 'id="2024-02-01"' not in pages["en/calendar/index.html"]
    assert 'href="../../en/calendar/2024/">2024</a> <span class="pg-count">1</span>' in pages["en/calendar/index.html"]
    assert '<li class="pg-line" id="2024-02-01">' in pages["en/calendar/2024/index.html"]


def test_the_sitemap_has_years_and_the_page_of_all_editions_unless_it_is_withdrawn() -> None:
    gone = {"status": Status.WITHDRAWN, "withdrawn": Withdrawal(date=date(2023, 3, 1), reason=Words("In error."))}
    entries = {
        output.entry.address
        for output in site(release("a", date(2024, 2, 1)), release("b", date(2023, 2, 1), **gone)).outputs()
        if isinstance(output, PageOutput) and output.entry
    }

    assert "en/releases/2024/" in entries
    assert "releases/a/" in entries
    assert not any("releases/b/" in address for address in entries)


days = st.dates(date(2023, 11, 1), date(2024, 3, 1))
archives = st.lists(
    st.fixed_dictionaries(
        {
            "day": days,
            "kind": st.sampled_from([Kind.VISIT, Kind.STATEMENT]),
            "tags": st.sampled_from([("en", "ar"), ("en",)]),
            "countries": st.lists(st.sampled_from(["NO", "XA", "FR"]), unique=True).map(tuple),
            "topics": st.lists(st.sampled_from(["trade", "unknown"]), unique=True).map(tuple),
            "organisations": st.lists(st.sampled_from(["asean", "un"]), unique=True).map(tuple),
            "status": st.sampled_from([Status.PUBLISHED, Status.PUBLISHED, Status.WITHDRAWN]),
            "event": st.none()
            | st.tuples(days, days).map(lambda found: Event(start=min(found), end=max(found), mode=Mode.IN_PERSON)),
            "people": st.sampled_from([(), (OURS, UNA), (Participant(name="X", country="FR"),)]),
        }
    ),
    min_size=1,
    max_size=6,
)


def check(facts: list[dict[str, Any]]) -> None:
    releases = []
    for number, given_facts in enumerate(facts):
        one = dict(given_facts)
        releases.append(release(f"r{number}", one.pop("day"), *one.pop("people"), **one))
    exist = paths(*releases)
    pages = page_bytes(*releases)
    ids = {path: re.findall(r'\sid="([^"]+)"', html) for path, html in pages.items()}
    for path, html in pages.items():
        assert len(ids[path]) == len(set(ids[path])), path
        for href in re.findall(r'\shref="([^":]+)"', html):
            target, _, fragment = href.partition("#")
            found = normpath(f"{path.removesuffix('index.html')}{target}") if target else path
            found = f"{found}/index.html" if target.endswith("/") else found
            assert found in exist, (path, href)
            assert not fragment or fragment in ids[found], (path, href)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(facts=archives)
def test_every_link_of_releases_and_the_calendar_leads_to_a_page_and_its_anchor(facts: list[dict[str, Any]]) -> None:
    check(facts)


def test_a_link_to_a_section_leads_to_none_where_the_page_says_that_there_is_no_edition() -> None:
    both, one = release("a", date(2024, 2, 1)), release("b", date(2024, 2, 1), tags=("en",))
    references = tuple(
        Reference(target="b.md#p3", picture=False, release=id_, language=tag, fragment="p3")
        for id_ in ("a", "b")
        for tag in ("", "en")
    )
    edition = both.editions["ar"].model_copy(update={"body": Body(references=references)})

    links = {tag: edition_links(site(both, one), edition, tag) for tag in ("en", "ar")}

    assert links["en"] == ("en/releases/a/#p3", "en/releases/a/#p3", "en/releases/b/#p3", "en/releases/b/#p3")
    assert links["ar"] == ("ar/releases/a/#p3", "en/releases/a/#p3", "ar/releases/b/", "en/releases/b/#p3")


def test_an_older_address_leads_to_the_edition_of_its_language_or_says_that_there_is_none() -> None:
    both, one = release("a", date(2024, 2, 1)), release("b", date(2024, 2, 1), tags=("en",))
    aliases = tuple(Alias(path=f"{tag}/old", language=tag) for tag in ("en", "ar"))
    beside = Alias(path="releases/old", language="")
    moved = tuple(Alias(path=f"{alias.path}er", language=alias.language) for alias in (*aliases, beside))

    found = pages(
        site(both.model_copy(update={"aliases": (*aliases, beside)}), one.model_copy(update={"aliases": moved}))
    )

    assert {path: _led(path, found[path]) for path in found if "/old" in path} == {
        "en/old/index.html": ("en/releases/a", "en/releases/a/", "en", "ltr"),
        "ar/old/index.html": ("ar/releases/a", "ar/releases/a/", "ar", "rtl"),
        "releases/old/index.html": ("releases/a", "releases/a/", "en", "ltr"),
        "en/older/index.html": ("en/releases/b", "en/releases/b/", "en", "ltr"),
        # The page that says so is not for search engines, so they are sent to the edition that there is.
        "ar/older/index.html": ("ar/releases/b", "en/releases/b/", "ar", "rtl"),
        "releases/older/index.html": ("en/releases/b", "en/releases/b/", "en", "ltr"),
    }
    assert not any("noindex" in found[path] for path in found if "/old" in path)


def _led(path: str, html: str) -> tuple[str, ...]:
    """Return the target of a redirect, its address for search engines, its language and its direction."""
    found = re.search(
        r'<html lang="(\w+)" dir="(\w+)">.* data-href="([^"]*)"></script>.*'
        r'<meta http-equiv="refresh" content="0; url=([^"]*)">.*rel="canonical" href="https://[^/]*/([^"]*)"',
        html,
        re.DOTALL,
    )
    assert found
    tag, direction, href, target, canonical = found.groups()
    assert href == target
    return normpath(path.removesuffix("index.html") + target), canonical, tag, direction
