"""One grid for every page: all text begins at one edge, dates stand in the margin, nothing is past its column."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.proof.conftest import Open

WIDTHS = (360, 768, 1024, 1440, 1920)
PAGES = {
    "own": {
        "en": (
            "",
            "releases/",
            "releases/2022/",
            "releases/2022-02-15-norway-video-call/",
            "countries/no/",
            "about/",
            "manual/corrections/",
        ),
        "km": ("", "releases/2022/", "releases/2022-02-15-norway-video-call/", "search/"),
    },
    "marevia": {
        "en": ("", "releases/2024/", "releases/2023-11-22-almadine-communique/", "countries/xb/", "people/", "ledger/"),
        "fr": ("releases/2025/", "calendar/"),
        "ar": ("", "releases/2024/", "releases/2025-05-13-water-agreement/", "countries/", "calendar/"),
    },
}
LOOKED_AT = [(site, language) for site, languages in PAGES.items() for language in languages]

# Where the text of an element begins, from the side at which its page begins; of the first of each kind that is seen.
BEGINNINGS = """
selectors => {
  const start = document.body.dir === 'rtl' ? box => innerWidth - box.right : box => box.left
  const seen = one => one.checkVisibility({visibilityProperty: true}) && one.getBoundingClientRect().width > 1
  return Object.fromEntries(selectors.flatMap(selector => {
    const one = [...document.querySelectorAll(selector)].find(seen)
    if (!one) return []
    const range = document.createRange(); range.selectNodeContents(one)
    const boxes = [...range.getClientRects()].filter(box => box.width > 1)
    return [[selector, Math.min(...boxes.map(start))]]
  }))
}
"""
TEXT = (
    ".pg-places li:first-child a",
    ".md-content h1:not(.pg-unseen)",
    ".pg-crumbs",
    ".pg-text p",
    ".pg-line > div > a",
    ".pg-foot__name",
    ".pg-foot__links li",
)
DATES = (".pg-line > span", ".pg-met__day", ".pg-encounters__day")

# What reaches past the column of the page, but for what scrolls within itself.
PAST = """
() => {
  const grid = document.querySelector('.md-header__inner'), style = getComputedStyle(grid)
  const {left, right} = grid.getBoundingClientRect()
  const gutter = parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.8 - 1
  const scrolls = one => {
    for (let up = one.parentElement; up && up !== document.body; up = up.parentElement)
      if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(up).overflowX)) return true
    return false
  }
  return [...document.querySelectorAll('header *, main *, footer *')]
    .filter(one => one.checkVisibility({visibilityProperty: true, opacityProperty: true}))
    .filter(one => !one.closest('.pg-unseen, .pg-anchor, svg, .pg-places, .md-overlay, .md-toggle') && !scrolls(one))
    .filter(one => { const box = one.getBoundingClientRect()
      return box.width > 1 && (box.left < left + gutter - 1 || box.right > right - gutter + 1)
        && !one.matches('.md-header, .md-main, .md-footer, .md-grid') })
    .map(one => one.outerHTML.slice(0, 90))
}
"""

# The widest measure of a text: the letters of each line but the last of its longest paragraph.
LETTERS = """
() => {
  const [longest] = [...document.querySelectorAll('.pg-text p')]
    .sort((one, other) => other.textContent.length - one.textContent.length)
  const lines = new Map(), range = document.createRange()
  const walker = document.createTreeWalker(longest, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const {length} = walker.currentNode
    for (let at = 0; at < length; at++) {
      range.setStart(walker.currentNode, at); range.setEnd(walker.currentNode, at + 1)
      const box = range.getBoundingClientRect()
      if (box.width) lines.set(Math.round(box.bottom / 8), (lines.get(Math.round(box.bottom / 8)) ?? 0) + 1)
    }
  }
  return [...lines.values()].slice(0, -1)
}
"""

# The spacing that readers may set themselves: https://www.w3.org/TR/WCAG22/#text-spacing
SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }
"""

# Letters that are cut off by their own element or one around it.
CLIPPED = """
() => [...document.querySelectorAll('body *')]
  .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
  .filter(one => one.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .filter(one => !one.closest('svg, .pg-unseen, .pg-status, .md-skip, .md-dialog, pre, .pg-anchor'))
  .filter(one => {
    const range = document.createRange(), own = [...one.childNodes].filter(node => node.nodeType === 3)
    range.setStartBefore(own[0]); range.setEndAfter(own.at(-1))
    const text = own.length > 1 ? one.getBoundingClientRect() : range.getBoundingClientRect()
    if (!text.width) return false
    for (let up = one; up && up !== document.body; up = up.parentElement) {
      const {overflowX, overflowY} = getComputedStyle(up), box = up.getBoundingClientRect()
      if (box.width <= 2) return false // for those alone who hear the page
      const [clipsX, clipsY] = [overflowX, overflowY].map(one => ['hidden', 'clip'].includes(one))
      if (clipsX && (text.left < box.left - 1 || text.right > box.right + 1)) return true
      if (clipsY && (text.top < box.top - 1 || text.bottom > box.bottom + 1)) return true
      if (['auto', 'scroll'].includes(overflowX)) return false
    }
    return text.left < -1 || text.right > innerWidth + 1
  })
  .map(one => one.outerHTML.slice(0, 90))
"""


# Where figures end on the right, by the column that they stand in.
UNITS = """
() => {
  const end = one => { const range = document.createRange(); range.selectNodeContents(one)
    return Math.round(range.getBoundingClientRect().right) }
  const figure = cell => cell.querySelector('b') ?? cell
  const columns = [...document.querySelectorAll('.pg-matrix tr')].flatMap(row => [...row.cells].slice(1).map(
    (cell, at) => [at, end(figure(cell))]))
  const counts = [...document.querySelectorAll('.pg-member__count > [aria-hidden]')].map(one => ['count', end(one)])
  return [...columns, ...counts]
}
"""

# The numbers of the matrix with the signs that count them, and the smallest letter and sign, in pixels.
SIGNS = """
() => ({
  counted: [...document.querySelectorAll('.pg-matrix td:has(.pg-mark)')]
    .map(cell => [cell.querySelector('b').textContent, String(cell.querySelectorAll('.pg-mark').length)]),
  letters: Math.min(...[...document.querySelectorAll('.pg-matrix :is(b, a)')]
    .map(one => parseFloat(getComputedStyle(one).fontSize))),
  signs: Math.min(...[...document.querySelectorAll('.pg-mark')].map(one => one.getBoundingClientRect().width)),
})
"""


def beginnings(page: Page, selectors: tuple[str, ...]) -> dict[str, float]:
    found: dict[str, float] = page.evaluate(BEGINNINGS, list(selectors))
    return found


def misplaced(page: Page, width: int, edges: set[int]) -> list[Any]:
    """Return what stands at no edge, and add to `edges` where the text of a page begins at a width."""
    page.set_viewport_size({"width": width, "height": 900})
    # The emblem hangs in the margin where there is one.
    name = ".pg-masthead__name > span" if width >= 720 else ".pg-masthead__name"
    text, dates = beginnings(page, (name, *TEXT)), beginnings(page, DATES)
    assert len(text) >= (4 if width > 800 else 3), page.url
    edges |= {round(begins) for begins in text.values()}
    faults: list[Any] = []
    if max(text.values()) - min(text.values()) > 1.5:
        faults.append(text)
    if dates and max(dates.values()) - min(dates.values()) > 1.5:
        faults.append(dates)
    if dates and width >= 768 and max(dates.values()) > min(text.values()) - 80:
        faults.append(dates)
    ways = page.locator(".pg-places li").evaluate_all("all => new Set(all.map(one => one.offsetTop)).size")
    if width >= 1440 and ways > 1:
        faults.append("ways into the site in several lines")
    return faults + list(page.evaluate(PAST))


@pytest.mark.parametrize(("site", "language"), LOOKED_AT)
def test_all_text_begins_at_one_edge_and_dates_at_another(open_page: Open, site: str, language: str) -> None:
    faults: list[Any] = []
    edges: dict[int, set[int]] = {width: set() for width in WIDTHS}
    for path in PAGES[site][language]:
        page = open_page(site, f"{language}/{path}")
        for width in WIDTHS:
            faults += [(path, width, fault) for fault in misplaced(page, width, edges[width])]

    assert faults == []
    assert {width: found for width, found in edges.items() if max(found) - min(found) > 1} == {}


@pytest.mark.parametrize("width", [w for w in WIDTHS if w >= 768])
def test_a_line_holds_62_to_70_letters(open_page: Open, width: int) -> None:
    for path in ("en/releases/2022-02-15-norway-video-call/",):
        letters = open_page("own", path, width=width).evaluate(LETTERS)

        assert len(letters) > 4
        assert sum(letters) / len(letters) >= 58
        assert max(letters) <= 70


@pytest.mark.parametrize("language", ["en", "ar"])
def test_figures_stand_below_each_other_by_their_units_and_signs_count(open_page: Open, language: str) -> None:
    page = open_page("marevia", f"{language}/people/")
    ends = dict(page.evaluate(UNITS))
    assert {column for column, end in page.evaluate(UNITS) if abs(end - ends[column]) > 1} == set()

    page = open_page("marevia", f"{language}/ledger/", width=360)
    ends = dict(page.evaluate(UNITS))
    assert len(ends) == 4
    assert {column for column, end in page.evaluate(UNITS) if abs(end - ends[column]) > 1} == set()
    signs = page.evaluate(SIGNS)
    assert [pair for pair in signs["counted"] if pair[0] != pair[1]] == []
    assert signs["letters"] >= 12
    assert signs["signs"] >= 5


@pytest.mark.parametrize(("site", "language"), LOOKED_AT)
def test_nothing_is_clipped_at_320_px(open_page: Open, site: str, language: str) -> None:
    faults = []
    for path in PAGES[site][language]:
        page = open_page(site, f"{language}/{path}", width=320)
        page.locator("#__drawer").press("Space")
        for spacing in ("", SPACED):
            if spacing:
                page.add_style_tag(content=spacing)
            wide = page.evaluate("document.documentElement.scrollWidth")
            faults += [(path, found) for found in page.evaluate(CLIPPED)] + [(path, wide)] * (wide > 320)

    assert faults == []
