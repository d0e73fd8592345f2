"""Faults of a page's look that a browser can measure, on paper and on screens."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.reading import WIDER_THAN_THE_SCREEN, below_the_first_screen, broken_names
from tests.proof.conftest import SITES, Open, Sites
from tests.proof.samples import sample

EXAMPLE = "marevia"
FOUR_MINISTRIES = "releases/2023-11-22-almadine-communique/"
LISTS = ("releases/", "releases/2025/", "countries/", "countries/xb/", "calendar/", "ledger/")

# The text of an interface, an institution or an office; formulas and marks of the theme aside.
TOO_SMALL = """
smallest => [...document.querySelectorAll('body *')]
  .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
  .filter(one => one.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .filter(one => !one.closest('svg, .pg-unseen, sup, sub'))
  .map(one => [parseFloat(getComputedStyle(one).fontSize), one.outerHTML.slice(0, 80)])
  .filter(([size]) => size < smallest)
"""

# Letters that leave their own element, or the one that holds it.
CUT_OFF = """
all => all.filter(one => {
  const range = document.createRange(); range.selectNodeContents(one)
  const text = range.getBoundingClientRect(), box = one.getBoundingClientRect()
  return text.width > box.width + 1 || one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1
}).map(one => one.textContent.trim())
"""

BOTTOMS = "all => [...new Set(all.map(one => Math.round(one.getBoundingClientRect().bottom)))]"
LEFTS = "all => [...new Set(all.map(one => Math.round(one.getBoundingClientRect().left)))]"


def on_paper(page: Page) -> Page:
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    return page


@pytest.mark.parametrize("name", SITES)
def test_every_kind_of_page_can_be_read_on_the_narrowest_phone(sites: Sites, open_page: Open, name: str) -> None:
    site = sites(name)
    faults = []
    for path in sample(site, site.languages):
        page = open_page(name, path, width=320)
        wide = page.evaluate("document.documentElement.scrollWidth") > 320
        faults += [(path, found) for found in page.evaluate(WIDER_THAN_THE_SCREEN)] + [(path, "wide")] * wide
        faults += [(path, found) for found in page.evaluate(TOO_SMALL, 10.8 if "/manual/" in path else 12)]

    assert faults == []


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("width", [360, 768, 1440])
def test_the_names_of_four_ministries_have_room(open_page: Open, language: str, width: int) -> None:
    page = open_page(EXAMPLE, f"{language}/{FOUR_MINISTRIES}", width=width)
    names = page.locator(".pg-letterhead p, .pg-letterheads__further > span")

    assert names.count() == 6  # the first body's letterhead, and the states of the others
    assert names.evaluate_all(CUT_OFF) == []
    # A word or two in a line is a list of words, not a name.
    assert all(height < 80 for height in names.evaluate_all("all => all.map(one => one.offsetHeight)"))


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize(("width", "height", "screens"), [(360, 740, 2), (1440, 900, 1)])
def test_the_text_of_a_communique_of_nine_begins_early(
    open_page: Open, language: str, width: int, height: int, screens: int
) -> None:
    page = open_page(EXAMPLE, f"{language}/{FOUR_MINISTRIES}", width=width, height=height)
    page.evaluate("document.fonts.ready")

    assert page.locator(".pg-sides--many .pg-side").count() == 9
    assert page.locator(".pg-text").evaluate("one => one.getBoundingClientRect().top") < height * screens
    broken = "all => all.filter(one => one.getClientRects().length > 1).map(one => one.textContent)"
    assert page.locator(".pg-sides .pg-person__name").evaluate_all(broken) == []


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_first_screen_of_a_phone_says_what_happened_and_who_met_whom(open_page: Open, language: str) -> None:
    for path in ("releases/2024-04-16-joint-statement-ostrelle/", "releases/2024-10-15-visit-brannoch/"):
        page = open_page(EXAMPLE, f"{language}/{path}", width=360, height=740)
        page.evaluate("document.fonts.ready")

        assert page.locator(".pg-kind__number").is_visible()
        assert below_the_first_screen(page) == []
        assert broken_names(page) == []


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_ministry_is_named_whole_in_the_masthead(open_page: Open, language: str) -> None:
    page = open_page(EXAMPLE, f"{language}/releases/", width=360)
    assert page.locator(".pg-masthead__name").evaluate_all(CUT_OFF) == []

    page.locator("#__drawer").press("Space")

    assert page.locator(".pg-places a").evaluate_all(CUT_OFF) == []


@pytest.mark.parametrize("selector", [".pg-letterheads", ".pg-facts", ".pg-sides"])
def test_hairlines_of_editions_beside_each_other_are_one_line(open_page: Open, selector: str) -> None:
    page = open_page(EXAMPLE, "releases/2024-10-15-visit-brannoch/")

    assert page.locator(selector).count() == 3
    assert len(page.locator(selector).evaluate_all(BOTTOMS)) == 1


def test_home_has_two_edges(open_page: Open) -> None:
    page = open_page(EXAMPLE, "en/")

    edges = page.locator(".pg-line > div > a, .pg-met__who, .pg-years, .pg-way:not(.pg-way--further) .pg-waylist")

    lefts = edges.evaluate_all(LEFTS)
    assert max(lefts) - min(lefts) <= 1


def test_lists_without_a_way_back_begin_at_one_height(open_page: Open) -> None:
    tops = {
        round(open_page(EXAMPLE, f"en/{path}").locator("h1").evaluate("one => one.getBoundingClientRect().top"))
        for path in ("releases/", "countries/", "calendar/", "ledger/", "kinds/")
    }

    assert len(tops) == 1


@pytest.mark.parametrize("path", [*LISTS, "releases/2024-10-15-visit-brannoch/"])
def test_on_paper_every_page_says_whose_it_is_and_where_it_is_from(open_page: Open, path: str) -> None:
    page = on_paper(open_page(EXAMPLE, f"fr/{path}"))

    names = page.get_by_text("Ministère des Affaires étrangères et de la Coopération maritime", exact=True)
    assert any(name.is_visible() for name in names.all())
    line = page.evaluate("document.documentElement.style.getPropertyValue('--pg-source')")
    assert line.startswith(f'"Imprimé depuis https://marevia.example/fr/{path} le ')
    assert page.locator(".pg-source").inner_text() == ""
    for part in (".pg-menu", ".pg-finder", ".pg-masthead__languages", ".md-footer"):
        assert not any(one.is_visible() for one in page.locator(part).all()), part


def test_on_paper_two_sides_in_a_column_stand_under_each_other(open_page: Open) -> None:
    page = on_paper(open_page(EXAMPLE, "releases/2024-04-16-joint-statement-ostrelle/"))

    sides = page.locator(".pg-sides").first.locator(".pg-side")

    assert len(sides.evaluate_all(LEFTS)) == 1


def test_charts_and_the_current_place_are_drawn_in_colours_that_readers_choose(open_page: Open) -> None:
    page = open_page(EXAMPLE, "en/countries/xb/")
    page.emulate_media(forced_colors="active", color_scheme="dark")

    ink = page.locator(".pg-profile").first.evaluate("one => getComputedStyle(one).color")
    bar, place = page.locator(".pg-strip rect").first, page.locator(".pg-places [aria-current]").first
    assert bar.evaluate("one => getComputedStyle(one).fill") == ink
    assert place.evaluate("one => getComputedStyle(one).borderBlockEndWidth") == "2px"


def test_names_in_tables_break_between_words_alone(open_page: Open) -> None:
    name = open_page(EXAMPLE, "en/ledger/", width=360).locator(".pg-matrix th[scope=row] a").first
    name.evaluate("one => { one.textContent = 'Constitutionnellement' }")

    assert name.evaluate("one => one.getClientRects().length") == 1


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_year_of_fourteen_releases_fits_on_a_large_screen(open_page: Open, language: str) -> None:
    page = open_page(EXAMPLE, f"{language}/releases/2023/", width=1440)

    lines = page.locator(".pg-line")
    assert lines.count() == 14
    assert page.locator("ol.pg-register").evaluate("one => one.getBoundingClientRect().height") <= 928
    side = "right" if language == "ar" else "left"
    for column in ("span", "div", "p"):
        cells = page.locator(
            f".pg-line > {column}, .pg-register__head > :nth-child({['span', 'div', 'p'].index(column) + 1})"
        )
        assert len(cells.evaluate_all(LEFTS.replace("left", side))) == 1, column


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_line_of_a_profile_shows_the_channel_with_its_mark(open_page: Open, language: str) -> None:
    kinds = open_page(EXAMPLE, f"{language}/countries/xb/").locator(".pg-line > p > span:has(.pg-mark)")

    assert kinds.count() > 2
    apart = """all => all.filter(one => {
      const [mark, line] = [one.querySelector(".pg-mark"), one.closest(".pg-line")].map(e => e.getBoundingClientRect());
      return !(mark.width > 0 && mark.left >= line.left && mark.right <= line.right && mark.bottom <= line.bottom)
    }).length"""
    assert kinds.evaluate_all(apart) == 0


def test_nothing_covers_the_text_when_the_page_scrolls(open_page: Open) -> None:
    page = open_page(EXAMPLE, "en/releases/", width=360)
    page.mouse.wheel(0, 900)
    page.wait_for_function("scrollY > 800")
    page.mouse.wheel(0, -200)
    page.wait_for_function("scrollY < 800")

    over = """() => [...document.querySelectorAll("body *")].filter(one => {
      const { position, visibility } = getComputedStyle(one), box = one.getBoundingClientRect();
      return position === "fixed" && visibility === "visible" && box.width && box.height && box.bottom > 0
        && box.right > 0 && box.left < innerWidth
        && !one.matches(".md-overlay, .md-dialog, .md-sidebar, .md-skip, .pg-status")
    }).map(one => one.className)"""
    assert page.evaluate(over) == []
    assert page.locator(".md-header").evaluate("one => one.getBoundingClientRect().bottom") < 0


def test_a_foreign_name_keeps_its_title_before_it(open_page: Open) -> None:
    person = open_page(EXAMPLE, "ar/countries/xb/").locator(".pg-individual", has_text="Queen Ingrith III")

    title = person.locator(".pg-individual__honorific").bounding_box()
    name = person.locator("bdi").bounding_box()
    line = person.bounding_box()

    assert title and name and line  # noqa: PT018  # all are boxes
    assert title["x"] < name["x"]
    assert name["x"] + name["width"] == pytest.approx(line["x"] + line["width"], abs=1)


def test_code_is_read_from_left_to_right(open_page: Open) -> None:
    code = open_page(EXAMPLE, "ar/about/").locator("code", has_text=".example")

    point = "one => { const range = document.createRange(); range.setStart(one.firstChild, 0);"
    point += " range.setEnd(one.firstChild, 1); return range.getBoundingClientRect().left }"
    assert code.evaluate(point) < code.evaluate("one => one.getBoundingClientRect().right") - 40


@pytest.mark.parametrize(("scheme", "paper"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(21, 24, 29)")])
def test_pages_are_as_dark_as_the_system_without_a_script(open_page: Open, scheme: str, paper: str) -> None:
    page = open_page(EXAMPLE, "en/releases/", scheme=scheme)
    page.evaluate("document.documentElement.removeAttribute('data-md-color-scheme')")

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == paper


def test_what_needs_a_script_is_not_offered_without_one(open_page: Open) -> None:
    page = open_page(EXAMPLE, "en/releases/", scripts=False)

    assert page.locator(".pg-colours").count() == 0
    assert page.locator(".pg-foot__links").is_visible()
