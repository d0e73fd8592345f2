"""The calendar: which days it has, and what it says of them."""

from __future__ import annotations

import re
from datetime import date

from pressgen.model import Event, Mode, Release, Words
from pressgen.views.lists.calendar import CalendarEntry, calendar_page, calendar_year_page, years_of
from pressgen.views.lists.listing import YearCount
from pressgen.views.page import Page
from pressgen.views.release.page import release_page
from tests.views.golden import assert_golden, written
from tests.views.samples import CAMBODIAN_SITE, COMMUNIQUE, EXAMPLIAN_SITE, FRENCH_ONLY, SEED, listing_entry


def event(start: date, end: date | None = None, id_: str = "x", release: Release = COMMUNIQUE) -> CalendarEntry:
    record = release.record.model_copy(update={"event": Event(start=start, end=end, mode=Mode.IN_PERSON)})
    changed = release.model_copy(update={"id": id_, "record": record})
    found = CalendarEntry.of(changed, listing_entry(changed))
    assert found
    return found


def year(*events: CalendarEntry, language: str = "fr", of: int = 2023) -> Page:
    years = (YearCount(2023, 2), YearCount(2019, 1240))
    return calendar_year_page(EXAMPLIAN_SITE, language, of, years, events)


def days(page: Page) -> list[str]:
    return re.findall(r'<li class="pg-day" id="([^"]+)">', page.article)


def test_a_day_of_issue_is_no_event() -> None:
    assert CalendarEntry.of(FRENCH_ONLY, listing_entry(FRENCH_ONLY)) is None
    record = COMMUNIQUE.record.model_copy(update={"event": Event(mode=Mode.WRITTEN)})
    release = COMMUNIQUE.model_copy(update={"record": record})
    assert CalendarEntry.of(release, listing_entry(release)) is None


def test_days_and_months_without_events_are_left_out() -> None:
    page = year(event(date(2023, 1, 9)), event(date(2023, 5, 3), id_="y"), event(date(2023, 5, 3), id_="z"))

    assert days(page) == ["2023-01-09", "2023-05-03"]
    assert re.findall(r'<h2 id="([^"]+)"', page.article)[:2] == ["2023-01", "2023-05"]
    assert '<a href="#2023-05">Mai</a> <span class="pg-count">2</span>' in page.article


def test_a_day_has_its_number_and_its_name() -> None:
    page = year(event(date(2023, 5, 3)), language="ar")

    assert '<time class="pg-day__date" datetime="2023-05-03">' in page.article
    assert '<span class="pg-day__name">الأربعاء</span>' in page.article


def test_an_event_of_several_days_names_them() -> None:
    assert '<p class="pg-event__details">Du 3 au 5 mai 2023' in year(event(date(2023, 5, 3), date(2023, 5, 5))).article
    assert "pg-event__details" not in year(event(date(2023, 5, 3), date(2023, 5, 3))).article


def test_an_event_that_goes_on_stands_first_in_the_month_where_it_ends() -> None:
    long, other = event(date(2023, 4, 29), date(2023, 5, 2), "long"), event(date(2023, 5, 1), id_="other")
    page = year(long, other)

    assert days(page) == ["2023-04-29", "2023-05-01"]
    may = page.article[page.article.index('id="2023-05-01"') :]
    assert may.index("fr/releases/long/") < may.index("fr/releases/other/")


def test_an_event_over_new_year_stands_in_both_years() -> None:
    found = event(date(2022, 12, 30), date(2023, 1, 2))

    assert years_of(found.event) == (2022, 2023)
    assert days(year(found)) == ["2023-01-01"]
    assert days(year(found, of=2022)) == ["2022-12-30"]


def test_an_event_of_a_thousand_years_stands_twice() -> None:
    assert event(date(1023, 1, 1), date(2023, 5, 2)).days == (date(1023, 1, 1), date(2023, 5, 1))


def test_every_anchor_is_on_the_page_once() -> None:
    page = year(event(date(2023, 4, 29), date(2023, 5, 1)), event(date(2023, 5, 1), id_="y"))
    ids = re.findall(r'\sid="([^"]+)"', page.article)

    assert len(ids) == len(set(ids))


def test_the_first_page_leads_to_every_year() -> None:
    years = (YearCount(2023, 1), YearCount(2019, 1240))
    page = calendar_page(EXAMPLIAN_SITE, "fr", 2023, years, (event(date(2023, 5, 3)),))

    assert page.address == "fr/calendar/"
    assert '<a href="../../fr/calendar/2019/">2019</a> <span class="pg-count">1\u202f240</span>' in page.article
    assert days(page) == ["2023-05-03"]


def test_the_first_page_says_which_year_it_shows() -> None:
    years = (YearCount(2023, 1), YearCount(2019, 1240))
    page = calendar_page(EXAMPLIAN_SITE, "fr", 2023, years, (event(date(2023, 5, 3)),))

    assert '<a href="../../fr/calendar/2023/" aria-current="page">2023</a>' in page.article


def test_a_release_leads_to_its_day() -> None:
    assert 'href="../../../en/calendar/2022/#2022-02-14"' in release_page(CAMBODIAN_SITE, "en", SEED).article


def test_a_withdrawn_release_has_no_day() -> None:
    record = FRENCH_ONLY.record.model_copy(update={"event": COMMUNIQUE.record.event})
    release = FRENCH_ONLY.model_copy(update={"record": record})

    assert "calendar/2023" not in release_page(EXAMPLIAN_SITE, "fr", release).article


def test_golden() -> None:
    visit = event(date(2023, 4, 29), date(2023, 5, 2), "visite")
    record = COMMUNIQUE.record.model_copy(
        update={"event": Event(start=date(2023, 5, 3), end=date(2023, 5, 4), mode=Mode.VIDEO,
                               place=Words({"fr": "Exampole"}), occasion=Words({"ar": "الدورة الثالثة"}))}
    )  # fmt: skip
    release = COMMUNIQUE.model_copy(update={"record": record})
    found = CalendarEntry.of(release, listing_entry(release))
    assert found

    for language in ("fr", "ar"):
        assert_golden(f"calendar.{language}.html", written(year(visit, found, language=language)))
