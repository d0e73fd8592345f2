"""Properties of every page of the site, and of the pages that lead to the releases."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reading import LOW_CONTRAST, WIDER_THAN_THE_SCREEN

SLUG = "2022-02-15-norway-video-call"
Visit = Callable[..., Page]

STRUCTURE = """
() => ({
  lang: document.documentElement.lang,
  titles: document.querySelectorAll('h1').length,
  doubled: [...document.querySelectorAll('[id]')].map(one => one.id).filter((id, at, all) => all.indexOf(id) !== at),
  pictures: [...document.images].filter(one => !one.hasAttribute('alt')).length,
  nameless: [...document.querySelectorAll('.md-content a[href]')]
    .filter(one => !one.textContent.trim() && !one.getAttribute('aria-label') && !one.title).length,
})
"""


def test_every_page_stands_on_its_own_and_fits_every_screen(visit: Visit, pages: tuple[str, ...]) -> None:
    for address in pages:
        page = visit(address, again=True)  # which also notes what it asks others for, and its complaints
        for width in (360, 768, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (address, width)
            assert page.evaluate(WIDER_THAN_THE_SCREEN) == [], (address, width)
        structure: dict[str, Any] = page.evaluate(STRUCTURE)
        assert structure == {
            "lang": "km" if address.startswith("km/") else "en",
            "titles": 1,
            "doubled": [],
            "pictures": 0,
            "nameless": 0,
        }, address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "address", ["", "en/", "km/", "en/releases/", "en/releases/2022/", f"en/releases/{SLUG}/", f"km/releases/{SLUG}/"]
)
def test_text_contrasts_with_its_background(visit: Visit, address: str, scheme: str) -> None:
    page = visit(address, scheme=scheme)

    assert page.locator("html").get_attribute("data-md-color-scheme") == {"light": "default", "dark": "slate"}[scheme]
    assert page.evaluate(LOW_CONTRAST) == []


def test_readers_choose_their_language_at_the_root(visit: Visit) -> None:
    page = visit("")
    choices = page.locator(".pg-chooser a")

    assert choices.all_text_contents() == ["English", "ភាសាខ្មែរ"]
    choices.nth(1).click()
    expect(page).to_have_url(re.compile("/km/$"))
    expect(page.locator("html")).to_have_attribute("lang", "km")


@pytest.mark.parametrize("language", ["en", "km"])
def test_a_reader_walks_from_the_home_page_to_the_release(visit: Visit, language: str) -> None:
    page = visit(f"{language}/")

    page.locator(f'.md-content a[href*="{SLUG}"]').first.click()

    expect(page).to_have_url(re.compile(f"/{language}/releases/{SLUG}/$"))
    page.locator(".pg-crumbs a").last.click()
    expect(page).to_have_url(re.compile(f"/{language}/releases/(2022/)?$"))
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("address", ["nowhere/", "km/releases/no-such-release/", "en/deep/er/still.html"])
def test_an_address_that_does_not_exist_says_so_in_every_language(visit: Visit, address: str) -> None:
    page = visit(address, missing=True)
    sections = page.locator(".pg-lost section")

    assert sections.evaluate_all("all => all.map(one => one.lang)") == ["en", "km"]
    assert "pressgen" in page.evaluate("[...document.styleSheets].map(one => one.href).join()")
    page.locator('.pg-lost section[lang="km"] a').first.click()
    expect(page.locator("html")).to_have_attribute("lang", "km")


def test_the_keyboard_reaches_the_text(visit: Visit) -> None:
    page = visit(f"en/releases/{SLUG}/")

    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.classList.contains('md-skip')")
    page.keyboard.press("Enter")
    expect(page.locator(":target")).to_be_visible()
