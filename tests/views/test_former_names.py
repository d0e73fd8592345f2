"""A country that has another name now: a release shows the name of its day, wherever it shows one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pressgen.model import Country, Phrase, Side
from pressgen.views.listing import ListingEntry, lines
from tests.views.samples import EXAMPLIAN_SITE
from tests.views.test_listing import entry

ESWATINI = Country.model_validate({
    "names": {"fr": "Eswatini", "ar": "إسواتيني"},
    "former": [{"names": {"fr": "Swaziland"}, "until": date(2018, 4, 18)}],
})  # fmt: skip
SITE = replace(EXAMPLIAN_SITE, countries={"SZ": ESWATINI})
WITH = Side(country="SZ")


@pytest.mark.parametrize(
    ("day", "name"), [(date(2018, 4, 18), "Swaziland"), (date(2018, 4, 19), "Eswatini"), (None, "Eswatini")]
)
def test_the_name_of_a_day(day: date | None, name: str) -> None:
    assert SITE.side(WITH, "fr", day) == Phrase(name, "fr")


def test_a_language_without_a_former_name_keeps_its_own() -> None:
    assert SITE.side(WITH, "ar", date(2010, 1, 1)) == Phrase("إسواتيني", "ar")


def test_lists_show_the_name_of_each_releases_day() -> None:
    old: ListingEntry = replace(entry(), day=date(2010, 1, 1), partners=(WITH,))
    new: ListingEntry = replace(entry(), day=date(2020, 1, 1), partners=(WITH,))
    shown = lines((old, new), SITE, "fr")
    assert [line.partners[0].text for line in shown] == ["Swaziland", "Eswatini"]
