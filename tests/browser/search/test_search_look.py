"""The search in every width, light, language and direction: it fits, can be touched, and axe finds no fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reading import LOW_CONTRAST, WIDER_THAN_THE_SCREEN
from tests.browser.search.conftest import Serve
from tests.browser.tabs import Tabs
from tests.proof.keyboard import faults
from tests.proof.test_accessibility import axe, in_light_and_dark, violations_in

FINGER = 44  # pixels, as WCAG 2.2 recommends (2.5.5)

QUESTIONS = {
    "en": ("invented", "en/search/?q=ministry&country=XD"),
    "ar": ("invented", "ar/search/?q=%D8%A7%D9%84%D8%A8%D8%AD%D8%B1&kind=visit"),
    "km": ("demo", "km/search/?q=%E1%9E%94%E1%9F%92%E1%9E%9A%E1%9E%B6%E1%9E%80%E1%9F%8B"),
}
STATES = {
    "nothing asked": "en/search/",
    "nothing found": "en/search/?q=zebra&year=2023",
    "failed": "en/search/?q=sea&fails=unreachable",
    "in part": "en/search/?q=sea&fails=partial",
}
TOO_SMALL = f"""
() => [...document.querySelectorAll('.pg-search :is(a, button, summary, label, input)')]
  .filter(one => !one.matches('[type=checkbox], [type=radio]'))
  .filter(one => one.checkVisibility() && !one.closest('.pg-unseen') && !one.matches('.pg-unseen'))
  .filter(one => !one.closest('p.pg-search__failed, p.pg-search__partial'))
  .filter(one => one.getBoundingClientRect().height < {FINGER} - 0.5)
  .map(one => `${{one.getBoundingClientRect().height}} ${{one.outerHTML.slice(0, 90)}}`)
"""

Look = Callable[..., Page]


@pytest.fixture
def look(tabs: Tabs, invented: Path, demo: Path, serve: Serve) -> Iterator[Look]:
    """Return a function that opens an address of a site, by the site's name, and waits until the page shows it."""
    sites = {"invented": invented, "demo": demo}
    with tabs.taken() as tab:

        def opened(site: str, path: str, *, width: int = 1440) -> Page:
            tab.forget()
            tab.look(width=width, height=800, motion="reduce")
            page = tab.page
            page.goto(f"{serve(sites[site])}/{path}", wait_until="networkidle")
            if "q=" in path and "zebra" not in path and "unreachable" not in path:
                expect(page.locator(".pg-result__excerpt").first).not_to_have_attribute("data-awaited", "")
            return page

        yield opened


def unfolded(page: Page) -> Page:
    page.evaluate("document.querySelectorAll('.pg-search details:not([hidden])').forEach(one => { one.open = true })")
    return page


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
@pytest.mark.parametrize("tag", QUESTIONS)
def test_results_and_filters_fit_every_screen(look: Look, tag: str, width: int) -> None:
    page = unfolded(look(*QUESTIONS[tag], width=width))

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(WIDER_THAN_THE_SCREEN) == []


@pytest.mark.parametrize("tag", QUESTIONS)
def test_a_thumb_hits_everything_on_a_phone(look: Look, tag: str) -> None:
    assert unfolded(look(*QUESTIONS[tag], width=360)).evaluate(TOO_SMALL) == []


@pytest.mark.parametrize("state", STATES.values(), ids=list(STATES))
def test_a_thumb_hits_everything_in_every_state(look: Look, state: str) -> None:
    assert unfolded(look("invented", state, width=360)).evaluate(TOO_SMALL) == []


@pytest.mark.parametrize("tag", QUESTIONS)
def test_the_field_stays_in_reach_on_a_phone(look: Look, tag: str) -> None:
    page = look(*QUESTIONS[tag], width=360)

    page.evaluate("scrollTo({ top: 900, behavior: 'instant' })")

    box = page.locator("#q").bounding_box()
    assert box
    assert 0 <= box["y"] < 200 or page.evaluate("scrollY") == 0


@pytest.mark.parametrize("width", [1440, 360])
@pytest.mark.parametrize("tag", QUESTIONS)
def test_axe_finds_no_violation_among_results(look: Look, tag: str, width: int) -> None:
    page = unfolded(look(*QUESTIONS[tag], width=width))
    page.evaluate(axe())

    for scheme in in_light_and_dark(page):
        assert violations_in(page, scheme) == [], scheme
        assert page.evaluate(LOW_CONTRAST) == [], scheme


@pytest.mark.parametrize("state", STATES.values(), ids=list(STATES))
def test_axe_finds_no_violation_in_any_state(look: Look, state: str) -> None:
    page = look("invented", state)
    page.evaluate(axe())

    assert violations_in(page, "light") == []


@pytest.mark.parametrize("width", [1440, 360])
@pytest.mark.parametrize(
    "site,path,text", [("invented", "en/about/", "sea"), ("invented", "ar/", "البحر"), ("demo", "km/", "ប្រាក់")]
)
def test_axe_finds_no_violation_in_the_open_box(look: Look, site: str, path: str, text: str, width: int) -> None:
    page = look(site, path, width=width)
    page.keyboard.press("/")
    page.keyboard.insert_text(text)
    expect(page.locator(".pg-finder .pg-result__excerpt mark").first).to_be_visible()
    page.evaluate(axe())

    for scheme in in_light_and_dark(page):
        assert violations_in(page, scheme) == [], scheme
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1440, 360])
def test_the_keyboard_reaches_everything_in_its_order(look: Look, width: int) -> None:
    assert list(faults(unfolded(look(*QUESTIONS["ar"], width=width)))) == []


def test_counts_are_written_in_the_digits_of_the_language(look: Look) -> None:
    page = look(*QUESTIONS["km"])

    expect(page.locator(".pg-search__status")).to_have_text("លទ្ធផលចំនួន ១")
    expect(page.locator('[data-facet="year"] .pg-facet__name')).to_have_text("២០២២")


def test_arabic_counts_have_their_forms(look: Look) -> None:
    page = look(*QUESTIONS["ar"])

    expect(page.locator(".pg-search__status")).to_have_text("3 نتائج")


def test_filters_stand_where_reading_begins(look: Look) -> None:
    for tag, first in (("en", True), ("ar", False)):
        page = look(*QUESTIONS[tag])
        filters, results = (page.locator(one).bounding_box() for one in (".pg-filters", ".pg-results"))
        assert filters
        assert results
        assert (filters["x"] < results["x"]) is first


def test_paper_has_the_results_and_no_interface(look: Look) -> None:
    page = look(*QUESTIONS["en"])
    page.emulate_media(media="print")

    for selector in (".pg-ask", ".pg-filters", ".pg-search__more", ".pg-order", ".pg-search__browse"):
        expect(page.locator(selector).first).to_be_hidden()
    expect(page.locator(".pg-result__title").first).to_be_visible()
