"""Editions beside each other and links to paragraphs, as a browser shows and copies them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reading import WIDER_THAN_THE_SCREEN

SLUG = "2022-02-15-norway-video-call"
BESIDE = f"releases/{SLUG}/"
ROWS = ".pg-text .pg-row"
CELLS = """
rows => rows.map(row => [...row.children].filter(cell => cell.textContent.trim()).map(cell => {
  const {left, top, right, bottom} = cell.getBoundingClientRect();
  return {lang: cell.closest("[lang]").lang, left, top, right, bottom};
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
    page.locator(".pg-text p").nth(1).hover()
    link = page.locator(".pg-text p").nth(1).locator(".pg-anchor")
    link.click()

    expect(page.get_by_role("status").filter(has_text="បានចម្លងតំណ។")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url
    assert copied.endswith(f"/km/releases/{SLUG}/{link.get_attribute('href')}")


def test_only_the_paragraph_that_is_pointed_at_has_a_link_and_no_keyboard_stops_at_it(visit: Visit) -> None:
    page = visit(f"releases/{SLUG}/")
    assert page.locator(".pg-anchor").count() == 0

    for place in ("#p2", "#p1", "[id='p1.km']"):
        page.locator(place).hover()
        expect(page.locator(f"{place} > .pg-anchor")).to_be_visible()
        assert page.locator(".pg-anchor").evaluate_all("all => all.map(one => one.tabIndex)") == [-1]


@pytest.mark.parametrize("script", [True, False])
def test_a_keyboard_comes_to_every_paragraph_from_where_the_release_is_cited(visit: Visit, script: bool) -> None:
    page = visit(f"en/releases/{SLUG}/", scripts=script)
    page.locator(".pg-cite > summary").press("Enter")
    page.locator(".pg-cite__places").get_by_role("link", name="2").press("Enter")

    assert page.url.endswith("#p2")
    assert page.locator(".pg-print").is_visible() == script, "without scripts the browser's own command prints"
    if script:
        page.evaluate("window.print = () => { window.printed = true }")
        page.locator(".pg-print").press("Enter")
        assert page.evaluate("window.printed") is True


FORMS = {"BibTeX": ("bib", "@techreport{"), "RIS": ("ris", "TY  - RPRT\r\n"), "CSL-JSON": ("json", '[{"id":"2022-')}


@pytest.mark.parametrize(("tag", "copy", "copied", "download"), [
    ("en", "Copy", "Copied.", "Download"), ("km", "ចម្លង", "បានចម្លង។", "ទាញយក"),
])  # fmt: skip
def test_a_citation_is_copied_and_downloaded_in_every_form(
    visit: Visit, tag: str, copy: str, copied: str, download: str
) -> None:
    page = visit(f"{tag}/releases/{SLUG}/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    cite = page.locator(".pg-cite")
    assert cite.get_by_role("button").count() == 0
    cite.locator("> summary").press("Enter")

    cite.get_by_role("button", name=copy, exact=True).press("Enter")
    expect(page.get_by_role("status").filter(has_text=copied)).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == cite.locator(".pg-cite__line").inner_text()
    for form, (ending, start) in FORMS.items():
        cite.get_by_role("button", name=f"{copy} {form}").press("Enter")
        text = cite.locator(f"pre[data-ending={ending}]").evaluate("one => one.textContent")
        page.wait_for_function("text => navigator.clipboard.readText().then(copied => copied === text)", arg=text)
        with page.expect_download() as started:
            cite.get_by_role("button", name=f"{download} {form}").press("Enter")
        assert started.value.suggested_filename == f"{SLUG}.{tag}.{ending}"
        assert Path(started.value.path()).read_bytes().decode().startswith(start)


def test_without_scripts_the_form_is_there_that_every_program_reads(visit: Visit) -> None:
    page = visit(f"en/releases/{SLUG}/", scripts=False)
    page.locator(".pg-cite > summary").click()
    page.locator(".pg-cite summary", has_text="RIS").click()
    expect(page.locator("pre[data-ending=ris]")).to_contain_text(FORMS["RIS"][1].strip())

    assert page.get_by_role("button", name="Copy").count() == 0


@pytest.mark.parametrize("width", [360, 1440])
def test_a_citation_fits_every_screen(visit: Visit, width: int) -> None:
    page = visit(f"km/releases/{SLUG}/", width=width)
    page.locator(".pg-cite > summary").click()
    for form in FORMS:
        page.locator(".pg-cite summary", has_text=form).click()

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(WIDER_THAN_THE_SCREEN) == []


def test_on_paper_nothing_stands_that_only_a_screen_can_use(visit: Visit) -> None:
    page = visit(f"en/releases/{SLUG}/")
    page.emulate_media(media="print")

    for name in (".pg-top", ".pg-cite", ".md-header"):
        expect(page.locator(name)).to_be_hidden()
    expect(page.locator("h1.pg-title")).to_be_visible()
    expect(page.locator(".pg-letterhead__name")).to_be_visible()
