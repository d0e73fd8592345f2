"""The home page: what is new, who was met, and every way in with how much is there."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from pressgen.archive import Channel
from pressgen.languages import language
from pressgen.model import Kind, Side
from pressgen.model.groups import COUNTRIES, KINDS, PEOPLE
from pressgen.views.lists.listing import YearCount
from pressgen.views.pages.home import MOST_WAYS, NEXT, Front, LastMet, SubjectCount, Ways, home_fragment, home_page
from tests.views.lists.test_listing import entry
from tests.views.samples import EXAMPLIAN_SITE

YEARS = (YearCount(2023, 1),)
MET = (
    LastMet(Side(country="NO"), date(2023, 3, 8), Channel.VIDEO, "call"),
    LastMet(Side(country="SN"), date(2022, 3, 8), Channel.VISIT, "visit"),
)
WAYS = Ways(
    largest=(
        (COUNTRIES, tuple(SubjectCount(code, 9) for code in ("NO", "SN"))),
        (KINDS, tuple(SubjectCount("visit", 2) for _ in range(MOST_WAYS + 1))),
    ),
    counts=((COUNTRIES, 2), (PEOPLE, 17), (KINDS, 13)),
    events=28,
)


def links(html: str) -> dict[str, str]:
    found = re.findall(r'<a (?:class="[^"]*" )?href="([^"]*)"[^>]*>(.*?)</a>', html, re.DOTALL)
    return {href.removeprefix("../fr/"): " ".join(re.sub("<[^>]*>", "", text).split()) for href, text in found}


def test_countries_met_with_day_and_channel() -> None:
    html = home_fragment(EXAMPLIAN_SITE, "fr", Front((entry(),), YEARS, met=MET))
    assert re.findall(r'pg-met__day" datetime="([^"]*)"', html) == ["2023-03-08", "2022-03-08"]
    found = links(html)
    assert found["countries/no/"] == "Norvège"
    assert found["releases/call/"] == "Entretien vidéo 8 mars 2023"
    assert found["releases/visit/"].startswith("Visite")


def test_ways_in_lead_to_what_exists_and_say_how_much_is_there() -> None:
    html = home_fragment(EXAMPLIAN_SITE, "fr", Front((entry(),), YEARS, ways=WAYS))
    found = links(html)
    assert found["countries/"] == "Pays"
    assert found["people/"] == "Personnes"
    assert "calendar/" in found
    assert "ledger/" not in found
    assert "topics/" not in found
    assert re.search(r'href="../fr/people/".*?</a> <span class="pg-count">17</span>', html)
    assert re.search(r'href="../fr/calendar/".*?</a> <span class="pg-count">28</span>', html)
    assert re.search(r'href="../fr/kinds/">[^<]*</a> <span class="pg-count">13</span>', html)
    assert not re.search(r'href="../fr/countries/">[^<]*</a> <span class="pg-count">', html)
    assert html.count('href="../fr/kinds/visit/"') == MOST_WAYS


def test_the_next_few_are_few() -> None:
    html = home_fragment(EXAMPLIAN_SITE, "fr", Front((entry(),) * 10, YEARS))
    assert html.count('class="pg-line"') == NEXT
    assert html.count("pg-latest__title ") == 1


def test_an_empty_archive_has_no_empty_rooms() -> None:
    html = home_fragment(EXAMPLIAN_SITE, "fr", Front())
    assert "pg-met" not in html
    assert "pg-way" not in html
    assert "pg-line" not in html
    assert "pg-ask" not in html


def test_the_front_opens_with_the_letterhead_and_the_latest_release() -> None:
    html = home_fragment(EXAMPLIAN_SITE, "fr", Front((entry(),) * 2, YEARS, met=MET, ways=WAYS))
    parts = ("pg-letterhead__name", "pg-latest__title", "pg-register", "pg-met", "pg-ways")
    assert sorted(parts, key=html.index) == list(parts)


def test_other_is_no_kind() -> None:
    other = replace(entry(), kind=Kind.OTHER, partners=())
    html = home_fragment(EXAMPLIAN_SITE, "fr", Front((other, other), YEARS))
    assert language("fr").say("kind-other") not in re.sub("<[^>]*>", "", html)
    assert re.search(r'<p class="pg-latest__facts"><time [^>]*>[^<]*</time></p>', html)


def test_a_number_stands_apart_from_the_word_for_it() -> None:
    numbered = replace(entry(), number="11/2024-AB")
    html = home_fragment(EXAMPLIAN_SITE, "ar", Front((numbered,), YEARS))
    assert "رقم\u00a0<bdi>11/2024-AB</bdi>" in html


def test_the_masthead_has_the_only_search_and_the_colophon_the_languages() -> None:
    article = home_page(EXAMPLIAN_SITE, "fr", Front((entry(),), YEARS)).article
    assert "<form" not in article
    assert "hreflang" not in article
