"""What pages say of a release that is in force for a time, in every language, and where they list it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest

from pressgen.archive import Force
from pressgen.languages import language
from pressgen.model import Kind, Release, Status, Validity
from pressgen.views.in_force import days_in_force, force_key
from tests.views.encounter_samples import pages, release, site

SPRING = Validity(start=datetime(2026, 3, 3, tzinfo=UTC), end=datetime(2026, 7, 1, tzinfo=UTC))
WINTER = Validity(start=datetime(2025, 12, 1, tzinfo=UTC), end=datetime(2026, 3, 1, tzinfo=UTC))
OPEN = Validity(start=SPRING.start)
ENDING = Validity(end=SPRING.end)
DAY = Validity(start=SPRING.start, end=datetime(2026, 3, 4, tzinfo=UTC))
HOURS = Validity(start=datetime(2026, 3, 3, 6, tzinfo=UTC), end=datetime(2026, 3, 3, 18, tzinfo=UTC))


@pytest.mark.parametrize(
    "tag, valid, force, said",
    [
        ("en", SPRING, Force.NOW, "In force from 3 March to 30 June 2026"),
        ("en", SPRING, Force.AHEAD, "In force from 3 March to 30 June 2026"),
        ("en", SPRING, Force.ENDED, "No longer in force since 1 July 2026"),
        ("en", WINTER, Force.NOW, "In force from 1 December 2025 to 28 February 2026"),
        ("en", DAY, Force.NOW, "In force 3 March 2026"),
        ("en", DAY, Force.ENDED, "No longer in force since 4 March 2026"),
        ("en", OPEN, Force.NOW, "In force from 3 March 2026 until further notice"),
        ("en", ENDING, Force.NOW, "In force until 30 June 2026"),
        ("en", HOURS, Force.NOW, "In force from 3 March 2026, 06:00 (UTC) to 3 March 2026, 18:00 (UTC)"),
        ("en", HOURS, Force.ENDED, "No longer in force since 3 March 2026, 18:00 (UTC)"),
        ("fr", SPRING, Force.NOW, "En vigueur du 3 mars au 30 juin 2026"),
        ("fr", SPRING, Force.ENDED, "N’est plus en vigueur depuis le 1er juillet 2026"),
        ("fr", OPEN, Force.NOW, "En vigueur à partir du 3 mars 2026 jusqu’à nouvel ordre"),
        ("ar", SPRING, Force.NOW, "ساري المفعول من 3 مارس إلى 30 يونيو 2026"),
        ("ar", OPEN, Force.NOW, "ساري المفعول من 3 مارس 2026 حتى إشعار آخر"),
        ("cy", SPRING, Force.NOW, "Mewn grym o 3 Mawrth hyd 30 Mehefin 2026"),
        ("km", SPRING, Force.NOW, "មានសុពលភាព ចាប់ពីថ្ងៃទី៣ ខែមីនា ដល់ថ្ងៃទី៣០ ខែមិថុនា ឆ្នាំ២០២៦"),
        ("km", ENDING, Force.NOW, "មានសុពលភាព រហូតដល់ថ្ងៃទី៣០ ខែមិថុនា ឆ្នាំ២០២៦"),
    ],
)
def test_it_is_said_as_the_language_says_it(tag: str, valid: Validity, force: Force, said: str) -> None:
    words = language(tag)

    assert f"{words.say(force_key(force))} {days_in_force(valid, force, words, words.moment)}" == said


def advisory(id_: str, valid: Validity | None = None, kind: Kind = Kind.ADVISORY, **record: object) -> Release:
    return release(id_, date(2021, 3, 1), kind=kind, valid=valid, **record)


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """Return the articles of a site that was built on 1 March 2022, with advisories in force, to come and ended."""
    past, later = datetime(2021, 6, 1, tzinfo=UTC), datetime(2031, 6, 1, tzinfo=UTC)
    return pages(
        site(
            advisory("now", Validity(end=later)),
            advisory("ended", Validity(end=past)),
            advisory("ahead", Validity(start=later)),
            advisory("plain"),
            advisory("old", Validity(end=later)),
            advisory("new", supersedes=("old",)),
            advisory("gone", Validity(end=later), status=Status.WITHDRAWN),
            release("statement", date(2021, 3, 1), kind=Kind.STATEMENT),
        )
    )


def first_fact(html: str) -> str:
    label, said = re.findall(r"<dt>(.*?)</dt>\n<dd>(.*?)</dd>", html)[0]
    return f"{label} {re.sub('<[^>]*>', '', said)}"


@pytest.mark.parametrize(
    "id_, said",
    [
        ("now", "In force until 31 May 2031"),
        ("ended", "No longer in force since 1 June 2021"),
        ("ahead", "In force from 1 June 2031 until further notice"),
        ("plain", "Issued 1 March 2021"),
        ("old", "Issued 1 March 2021"),
        ("gone", "Issued 1 March 2021"),
    ],
)
def test_it_is_the_first_fact_unless_a_notice_says_more(made: dict[str, str], id_: str, said: str) -> None:
    assert first_fact(made[f"en/releases/{id_}/index.html"]).startswith(said)
    assert first_fact(made[f"releases/{id_}/index.html"]).startswith(said)


def test_lists_say_how_it_stands(made: dict[str, str]) -> None:
    lines = made["en/releases/2021/index.html"].split("<li ")[1:]
    notes = {}
    for line in lines:
        if id_ := re.search(r'releases/(\w+)/"', line):
            notes[id_[1]] = re.findall(r'pg-line__force">(.*?)<', line)

    assert notes["now"] == ["In force until 31 May 2031"]
    assert notes["ended"] == ["No longer in force"]
    assert notes["ahead"] == ["In force from 1 June 2031"]
    assert notes["plain"] == notes["old"] == notes["statement"] == []


def test_the_page_of_a_kind_lists_first_what_is_in_force_and_no_other_does(made: dict[str, str]) -> None:
    page = made["en/kinds/advisory/index.html"]
    section = re.search(r'<section aria-labelledby="in-force">.*?</section>', page, re.DOTALL)

    assert section is not None
    assert re.findall(r'<a href="[^"]*releases/(\w+)/"', section[0]) == ["now"]
    assert page.index('id="in-force"') < page.index('id="releases"')
    assert not any(
        'id="in-force"' in html for path, html in made.items() if not path.endswith("kinds/advisory/index.html")
    )


def test_the_front_page_says_it_of_the_latest() -> None:
    home = pages(site(advisory("now", Validity(end=datetime(2031, 6, 1, tzinfo=UTC)))))["en/index.html"]
    facts = re.search(r'<p class="pg-latest__facts">(.*?)</p>', home)

    assert facts is not None
    assert re.sub("<[^>]*>", "", facts[1]).endswith("Advisory&nbsp;· In force until 31 May 2031")
