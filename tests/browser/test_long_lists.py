"""A list of two thousand lines: a reader reaches every month, and no script of ours does more than for a short one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Page

from pressgen.views.lists.archive import year_page
from pressgen.views.lists.listing import ListingEntry, MonthCount, YearCount
from tests.views.samples import CAMBODIAN_SITE, SEED, listing_entry

YEAR = "en/releases/2022/"
LONG = 2000
IDLE = "new Promise(done => requestIdleCallback(() => requestIdleCallback(() => done())))"
"""Ends when the scripts of the page have done what they do at its beginning."""
WIDER = """
() => [...document.querySelectorAll('.pg-line:nth-child(97n) > *')]
  .filter(one => one.getBoundingClientRect().right > innerWidth).map(one => one.textContent)
"""

Visit = Callable[..., Page]


def entries(count: int) -> tuple[ListingEntry, ...]:
    """Return releases of every month of a year, the newest first."""
    one = listing_entry(SEED)
    days = (date(2022, 12, 31) - timedelta(days=at * 364 // count) for at in range(count))
    return tuple(replace(one, day=day, number=f"{count - at}/2022") for at, day in enumerate(days))


def article(listed: Iterable[ListingEntry]) -> str:
    listed = tuple(listed)
    months = tuple(MonthCount(month, sum(one.day.month == month for one in listed)) for month in range(12, 0, -1))
    page = year_page(CAMBODIAN_SITE, "en", 2022, (YearCount(2022, len(listed)),), listed, months=months)
    return page.article


def opened(page: Page, listed: int, demo: Path) -> int:
    """Open the page of the year with so many lines; return how many functions pressgen's scripts called."""
    html = (demo / YEAR / "index.html").read_text("utf-8")
    before, _, rest = html.partition('<div id="article"')
    _, source, after = rest.partition('<div class="pg-source"')
    body = before + article(entries(listed)) + source.replace("<", "\n<", 1) + after[after.index("</div>") + 6 :]
    page.route(f"**/{YEAR}", lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
    session = page.context.new_cdp_session(page)
    session.send("Profiler.enable")
    session.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": False})
    page.reload(wait_until="load")
    page.evaluate(IDLE)
    assert page.locator(".pg-line").count() == listed
    found = session.send("Profiler.takePreciseCoverage")["result"]
    session.detach()
    page.unroute(f"**/{YEAR}")
    ours = [script for script in found if "/assets/pressgen/" in script["url"]]
    functions = [function for script in ours for function in script["functions"]]
    return sum(function["ranges"][0]["count"] for function in functions)


def test_two_thousand_lines_stay_usable(visit: Visit, demo: Path) -> None:
    page = visit(YEAR)
    few = opened(page, 20, demo)
    many = opened(page, LONG, demo)
    # They look at the page as a whole: what they did line by line would be a hundred times as much. The theme's
    # script calls some functions for each link of any page.
    assert 0 < many < 2 * few

    months = page.locator(".pg-listing__years a[href^='#']")
    assert months.count() == 12
    assert re.fullmatch(r"1[67]\d", page.locator(".pg-listing__years .pg-count").last.inner_text())
    for width in (360, 1440):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(WIDER) == []
        for month in (5, 11):
            target = months.nth(month).get_attribute("href") or ""
            page.evaluate("scrollTo(0, 0)")
            months.nth(month).click()
            line = page.locator(target.replace("#", "[id='") + "']")
            box = line.bounding_box()
            assert box
            assert 0 <= box["y"] < 740 / 2, (width, target, box)
            # The month is named where it begins.
            assert line.locator("time").inner_text().split()[1:] == [["July"], ["January"]][month == 11]
