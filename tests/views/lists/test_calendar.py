"""The calendar: which days it has, and what it says of them."""

from __future__ import annotations

import re
from datetime import date

import pytest

from pressgen.model import Event, Kind, Mode, Release, Words
from pressgen.views.lists.calendar import CalendarEntry, calendar_page, calendar_year_page
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
    return re.findall(r'<li class="pg-line"(?: id="([^"]+)")?>', page.article)


def test_a_day_of_issue_is_no_event() -> None:
    assert CalendarEntry.of(FRENCH_ONLY, listing_entry(FRENCH_ONLY)) is None
    record = COMMUNIQUE.record.model_copy(update={"event": Event(mode=Mode.WRITTEN)})
    release = COMMUNIQUE.model_copy(update={"record": record})
    assert CalendarEntry.of(release, listing_entry(release)) is None


@pytest.mark.parametrize(
    ("kind", "mode", "listed"),
    [(Kind.STATEMENT, Mode.WRITTEN, False), (Kind.CONDOLENCE, None, False), (Kind.CONDOLENCE, Mode.CALL, True)],
)
def test_a_message_in_writing_is_no_event(kind: Kind, mode: Mode | None, listed: bool) -> None:
    record = COMMUNIQUE.record.model_copy(update={"kind": kind, "event": Event(start=date(2023, 5, 3), mode=mode)})
    release = COMMUNIQUE.model_copy(update={"record": record})

    assert bool(CalendarEntry.of(release, listing_entry(release))) is listed
    assert ("fr/calendar/2023/#2023-05-03" in release_page(EXAMPLIAN_SITE, "fr", release).article) is listed


def test_events_of_one_day_share_its_anchor_and_a_month_is_named_once() -> None:
    page = year(event(date(2023, 5, 9)), event(date(2023, 5, 3), id_="y"), event(date(2023, 5, 3), id_="z"))

    assert days(page) == ["2023-05-09", "2023-05-03", ""]
    assert re.findall(r"<time [^>]+>([^<]+)</time>", page.article) == ["9 mai", "3", "3"]


def test_a_single_day_has_its_name() -> None:
    assert (
        '>3 مايو</time><span class="pg-dot">&nbsp;· </span>الأربعاء'
        in year(event(date(2023, 5, 3)), language="ar").article
    )


def test_an_event_of_several_days_stands_once_with_its_days() -> None:
    page = year(event(date(2023, 5, 3), date(2023, 5, 5)))

    assert '<time datetime="2023-05-03">3–5 mai</time> <small><bdi>' in page.article
    assert page.article.count("fr/releases/x/") == 1


def test_an_event_over_new_year_stands_in_the_year_in_which_it_begins() -> None:
    page = year(event(date(2022, 12, 30), date(2023, 1, 2)), of=2022)

    assert days(page) == ["2022-12-30"]
    assert ">du 30 décembre 2022 au 2 janvier 2023</time>" in page.article


def test_months_are_led_to_where_there_are_many_events() -> None:
    many = tuple(event(date(2023, 5 - at // 30, 30 - at % 30), id_=f"e{at}") for at in range(60))

    assert '<a href="#2023-05-30">Mai</a> <span class="pg-count">30</span>' in year(*many).article
    assert 'href="#' not in year(*many[:50]).article


def test_every_anchor_is_on_the_page_once() -> None:
    page = year(event(date(2023, 5, 1), id_="y"), event(date(2023, 5, 1)))
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
        assert_golden(f"calendar.{language}.html", written(year(found, visit, language=language)))
