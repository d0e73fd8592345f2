"""Editions beside each other and links to paragraphs, as a browser shows and copies them."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

SLUG = "2022-02-15-norway-video-call"
BESIDE = f"releases/{SLUG}/"
ROWS = ".pg-text .pg-beside__row"
CELLS = """
rows => rows.map(row => [...row.children].filter(cell => cell.textContent.trim()).map(cell => {
  const {left, top, right, bottom} = cell.getBoundingClientRect();
  return {lang: cell.lang, left, top, right, bottom};
}))
"""
Visit = Callable[..., Page]


def test_paragraph_stands_beside_paragraph_where_there_is_room(visit: Visit) -> None:
    rows = visit(BESIDE, width=1440).locator(ROWS).evaluate_all(CELLS)

    assert len(rows) > 2
    for row in rows:
        assert [cell["lang"] for cell in row] == ["en", "km"]
        assert row[0]["top"] == row[1]["top"]
        assert row[0]["right"] < row[1]["left"]
    assert len({row[1]["left"] for row in rows}) == 1


def test_on_a_phone_each_paragraph_is_followed_by_its_translation(visit: Visit) -> None:
    rows = visit(BESIDE, width=360).locator(ROWS).evaluate_all(CELLS)

    tops = [cell["top"] for row in rows for cell in row]
    assert tops == sorted(tops)
    for row in rows:
        assert [cell["lang"] for cell in row] == ["en", "km"]
        assert row[0]["bottom"] <= row[1]["top"]
        assert row[1]["right"] <= 360


def test_the_names_of_the_languages_stay_in_view(visit: Visit) -> None:
    page = visit(BESIDE, width=1440, height=500)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")

    for name in ("English", "ភាសាខ្មែរ"):
        expect(page.locator(".pg-beside__languages").get_by_text(name, exact=True)).to_be_in_viewport()


def test_a_link_to_a_paragraph_is_copied_and_the_page_says_so(visit: Visit) -> None:
    page = visit(f"km/releases/{SLUG}/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    link = page.locator(".pg-text .pg-anchor").first
    link.focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("status").filter(has_text="បានចម្លងតំណ។")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url
    assert copied.endswith(f"/km/releases/{SLUG}/{link.get_attribute('href')}")


def test_without_scripts_it_is_a_link(visit: Visit) -> None:
    page = visit(f"en/releases/{SLUG}/", java_script_enabled=False)
    page.locator(".pg-text .pg-anchor").first.click(force=True)

    assert page.url.endswith("#p1")


def test_on_paper_nothing_stands_that_only_a_screen_can_use(visit: Visit) -> None:
    page = visit(f"en/releases/{SLUG}/")
    page.emulate_media(media="print")

    for name in (".pg-top", ".pg-cite", ".pg-status", ".pg-colophon__languages", ".md-header", ".pg-anchor >> nth=0"):
        expect(page.locator(name)).to_be_hidden()
    expect(page.locator("h1.pg-title")).to_be_visible()
    expect(page.locator(".pg-letterhead__name")).to_be_visible()
