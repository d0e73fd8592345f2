"""A site with the theme's instant navigation, which puts the content of one page into another without loading it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import hosted

Visit = Callable[..., Page]
RELEASE = "releases/2026-03-02-x/"
FILES = {
    "mkdocs.yml": """\
site_name: Ministry of Foreign Affairs and Trade
site_url: HOST/
theme:
  name: material
  features: [navigation.instant, navigation.instant.prefetch, navigation.instant.progress, navigation.tracking,
    navigation.tabs.sticky, navigation.top, header.autohide, toc.integrate, toc.follow, search.highlight,
    content.tooltips, content.code.copy, announce.dismiss]
plugins:
  - pressgen:
      languages: [en, ar]
      timezone: Europe/Paris
      issuer: {country: XA, name: {en: Ministry of Foreign Affairs and Trade, ar: وزارة الخارجية والتجارة}}
""",
    "docs/about.md": "# About\n\nText.\n\n## More\n\nText.\n",
    "releases/2026-03-02-x.en.md": "---\ntitle: Statement\ndate: 2026-03-02\nkind: statement\n---\n\nFirst words.\n\n"
    + "Words.\n\n" * 60
    + "Last words.\n",
    "releases/2026-03-02-x.ar.md": "---\ntitle: بيان\n---\n\nنص.\n",
}


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("instant")
    # The theme finds its own pages in the sitemap, by their whole addresses.
    with hosted(folder / "site") as address:
        for name, text in FILES.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace("HOST", address), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        yield address


@pytest.fixture
def page(visit: Visit) -> Page:
    """Open the release from the home page, without loading it."""
    page = visit("en/")
    page.evaluate("window.loadedOnce = true")
    page.locator(f'.md-content a[href$="{RELEASE}"]').first.click()
    expect(page.locator("h1")).to_have_text("Statement")
    return page


def stayed(page: Page) -> bool:
    return bool(page.evaluate("window.loadedOnce === true"))


def in_arabic(page: Page) -> None:
    page.locator(".pg-masthead__languages [hreflang=ar]").click()
    expect(page.locator("h1")).to_have_text("بيان")
    assert stayed(page)


def test_what_the_header_leads_to_is_the_new_pages(page: Page, host: str) -> None:
    assert stayed(page)
    links = page.locator(".pg-masthead__languages a").evaluate_all("all => all.map(one => one.href)")

    assert links == [f"{host}/ar/{RELEASE}"]
    assert page.locator(".pg-finder__form").evaluate("one => one.action") == f"{host}/en/search/"
    assert page.locator(".pg-masthead__name").evaluate("one => one.href") == f"{host}/en/"
    assert page.locator(".pg-places [aria-current]").inner_text() == "Press releases"
    assert page.locator("link[rel=canonical]").get_attribute("href") == f"{host}/en/{RELEASE}"


def test_another_language_has_its_own_language_and_direction(page: Page, host: str) -> None:
    in_arabic(page)

    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.locator("body")).to_have_attribute("dir", "rtl")
    assert page.locator(".pg-masthead__name").inner_text() == "وزارة الخارجية والتجارة"
    assert page.locator(".pg-finder__form").evaluate("one => one.action") == f"{host}/ar/search/"
    assert page.locator("#__drawer").get_attribute("aria-label") == "القائمة"
    page.locator("input[name=pg-colours][value=slate]").check()
    assert page.locator("html").get_attribute("data-md-color-scheme") == "slate"
    page.go_back()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("body")).to_have_attribute("dir", "ltr")
    page.go_forward()
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    assert stayed(page)


def test_the_search_box_works_in_the_new_page(page: Page) -> None:
    in_arabic(page)

    page.locator(".pg-finder__field").fill("بيان")
    expect(page.locator(".pg-finder__panel .pg-result__title").first).to_have_text("بيان")
    page.keyboard.press("Enter")

    expect(page.locator(".pg-search .pg-result").first).to_be_visible()
    assert "/ar/search/" in page.url


def test_anchors_and_paper_are_the_new_pages(page: Page) -> None:
    page.locator("#p62").hover()
    page.locator("#p62 > .pg-anchor").click()

    expect(page.locator("#p62")).to_be_in_viewport()
    assert page.url.endswith(f"/en/{RELEASE}#p62")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert f"/en/{RELEASE}" in page.evaluate("document.documentElement.style.getPropertyValue('--pg-source')")
    assert stayed(page)
