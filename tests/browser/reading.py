"""Read from a browser which fonts a page uses, what does not fit, and what is hard to read."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

# A paragraph's mark hangs in the margin and shows only when it is wanted.
WIDER_THAN_THE_SCREEN = """
() => [...document.querySelectorAll('body *')]
  .filter(one => !one.closest('[aria-hidden="true"], .md-sidebar, .md-search, .md-dialog, .pg-anchor'))
  .filter(one => { const box = one.getBoundingClientRect(); return box.width > 0 && box.right > innerWidth + 1 })
  .filter(one => {
    for (let up = one.parentElement; up; up = up.parentElement)
      if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(up).overflowX) && up !== document.documentElement
          && up !== document.body) return false
    return true
  })
  .map(one => one.outerHTML.slice(0, 80))
"""

# The contrast of each piece of text with what is painted behind it (WCAG 2.2, 1.4.3), where it is too low.
LOW_CONTRAST = """
() => {
  const rgba = colour => {
    const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true})
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1)
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data
    return [r, g, b, a / 255]
  }
  const over = (top, below) => top.slice(0, 3).map((one, index) => one * top[3] + below[index] * (1 - top[3]))
  const light = colour => colour.map(one => one / 255)
    .map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
    .reduce((sum, one, index) => sum + one * [0.2126, 0.7152, 0.0722][index], 0)
  const behind = one => {
    const layers = []
    for (let up = one; up; up = up.parentElement) layers.unshift(rgba(getComputedStyle(up).backgroundColor))
    return layers.reduce((below, top) => over(top, below), [255, 255, 255])
  }
  const found = []
  const walker = document.createTreeWalker(document.querySelector('.md-content'), NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const one = walker.currentNode.parentElement
    const style = getComputedStyle(one)
    const seen = one.checkVisibility({opacityProperty: true, visibilityProperty: true})
    if (!seen || !walker.currentNode.textContent.trim()) continue
    if (one.closest('.headerlink, .pg-unseen')) continue
    const ground = behind(one), ink = over(rgba(style.color), ground)
    const [dark, bright] = [light(ink), light(ground)].sort((a, b) => a - b)
    const ratio = (bright + 0.05) / (dark + 0.05)
    const size = parseFloat(style.fontSize), large = size >= (style.fontWeight >= 700 ? 18.66 : 24)
    const text = walker.currentNode.textContent.trim().slice(0, 40)
    if (ratio < (large ? 3 : 4.5)) found.push(`${ratio.toFixed(2)} ${text}`)
  }
  return found
}
"""


# What a phone's first screen must hold of a release with two sides: of each side its name and whom it names first.
_OPENING = (".pg-kind", "h1", ".pg-facts", ".pg-side__name", ".pg-side .pg-person:first-child .pg-person__name")


def below_the_first_screen(page: Page) -> list[str]:
    """List what of the opening of a release with two sides does not end within the window."""
    low = "all => all.filter(one => one.getBoundingClientRect().bottom > innerHeight).map(one => one.textContent)"
    found: list[str] = []
    for selector in _OPENING:
        parts = page.locator(selector)
        found += parts.evaluate_all(low) if parts.count() else [f"no {selector}"]
    return found


def broken_names(page: Page) -> list[str]:
    """List the names of participants that stand in several lines, or behind their honorific in the same line."""
    names: list[str] = page.locator(".pg-person__name").evaluate_all(
        """all => all.filter(one => {
          const range = document.createRange(); range.selectNodeContents(one)
          const tops = [...range.getClientRects()].filter(box => box.width > 1).map(box => Math.round(box.bottom / 9))
          const before = one.previousElementSibling?.getBoundingClientRect()
          return new Set(tops).size > 1 || before && before.bottom > one.getBoundingClientRect().top + 6
        }).map(one => one.textContent)"""
    )
    return names


def fonts_used(page: Page, selector: str) -> list[dict[str, Any]]:
    """Return the fonts that the browser used for the letters of an element, as its developer tools report."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument", {"depth": -1})["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    fonts: list[dict[str, Any]] = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return fonts
