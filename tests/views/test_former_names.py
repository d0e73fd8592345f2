"""A country that has another name now: a release shows the name of its day, wherever it shows one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from pressgen.model import Country, Event, Participant, Person, Phrase, Register, Side, Term, Words
from pressgen.views.facts import Names
from pressgen.views.release.metadata import news_article
from tests.views.encounter_samples import FACTS, OURS, pages, release
from tests.views.encounter_samples import site as site_of
from tests.views.samples import EXAMPLIAN_SITE

ESWATINI = Country.model_validate({
    "names": {"fr": "Eswatini", "ar": "إسواتيني"},
    "former": [{"names": {"fr": "Swaziland"}, "until": date(2018, 4, 18)}],
})  # fmt: skip
SITE = replace(EXAMPLIAN_SITE, names=Names.of(Register(countries={"SZ": ESWATINI})))
WITH = Side(country="SZ")


@pytest.mark.parametrize(
    ("day", "name"), [(date(2018, 4, 18), "Swaziland"), (date(2018, 4, 19), "Eswatini"), (None, "Eswatini")]
)
def test_the_name_of_a_day(day: date | None, name: str) -> None:
    assert SITE.side(WITH, "fr", day) == Phrase(name, "fr")


def test_a_language_without_a_former_name_keeps_its_own() -> None:
    assert SITE.side(WITH, "ar", date(2010, 1, 1)) == Phrase("إسواتيني", "ar")


EXAMPLAND = Country.model_validate({
    "names": {"en": "Exampland", "ar": "إكسامبلاند"},
    "former": [{"names": {"en": "East Sampleland"}, "until": date(2018, 4, 18)}],
})  # fmt: skip
ENVOY = Person(
    names=Words({"en": "Una Corrigall"}),
    terms=(
        Term.model_validate({"role": {"en": "Envoy"}, "country": "XB", "from": date(2010, 1, 1), "to": "2014-01-01"}),
        Term.model_validate({"role": {"en": "Minister"}, "country": "XB", "from": date(2014, 1, 2)}),
    ),
)
GUEST = Participant(name="Una Corrigall", role="Minister", country="XB", person="una")
MET = tuple(release(str(year), date(year, 1, 1), OURS, GUEST) for year in (2016, 2020))


def former_pages() -> dict[str, str]:
    """Return the pages of an archive of two meetings, one before and one after a country changed its name."""
    facts = replace(FACTS, names=Names.of(Register(countries={"XB": EXAMPLAND}, people={"una": ENVOY})))
    archive = site_of(*MET, register=Register(people={"una": ENVOY}, countries={"XB": EXAMPLAND})).archive
    return pages(replace(site_of(*MET), archive=archive, facts=facts))


def test_lists_show_the_name_of_each_releases_day() -> None:
    html = former_pages()["en/releases/index.html"]

    assert re.findall("East Sampleland|Exampland", html) == ["Exampland", "East Sampleland"]


def test_the_ledger_names_a_country_as_of_the_day_and_sums_up_under_todays_name() -> None:
    html = former_pages()["en/ledger/index.html"]
    matrix, table = html[: html.index('id="e2020"')], html[html.index('id="e2020"') :]

    assert "Exampland" in matrix
    assert "East Sampleland" not in matrix
    assert re.findall("<bdi[^>]*>(East Sampleland|Exampland)<", table) == ["Exampland", "East Sampleland"]


def test_an_office_is_of_the_country_as_it_was_called_when_the_office_ended() -> None:
    html = former_pages()["en/people/una/index.html"]

    assert re.search(r"Envoy.{0,80}East Sampleland", html, re.DOTALL)
    assert not re.search(r"Minister.{0,80}East Sampleland", html.split("Envoy")[0], re.DOTALL)


def test_the_calendar_uses_the_name_of_the_events_day() -> None:
    told = MET[1].model_copy(
        update={"record": MET[1].record.model_copy(update={"event": Event(start=date(2018, 4, 18))})}
    )
    facts = replace(FACTS, names=Names.of(Register(countries={"XB": EXAMPLAND})))

    assert "East Sampleland" in pages(replace(site_of(told), facts=facts))["en/calendar/index.html"]


def test_search_engines_get_the_name_of_the_day() -> None:
    facts = replace(FACTS, names=Names.of(Register(countries={"XB": EXAMPLAND})))

    for one, name in zip(MET, ("East Sampleland", "Exampland"), strict=True):
        assert name in str(news_article(one, one.editions["en"], facts))
