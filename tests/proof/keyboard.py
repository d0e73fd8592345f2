"""Walk through a page with the Tab key, and find every stop and every element without one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

# Everything that a mouse could use, where it can be seen: each gets a number, in the order of the document. A label
# counts as its box; the title of the list of a page's headings, where that stands beside the page, opens nothing.
_NUMBER = """
() => {
  const shown = one => {
    const box = one.getBoundingClientRect(), style = getComputedStyle(one)
    return box.width > 0 && box.height > 0 && style.visibility === 'visible'
      && !one.closest('[inert], [aria-hidden=true], .md-sidebar--secondary label')
  }
  // What is folded is unfolded, so that what it holds must be reached too.
  document.querySelectorAll('details').forEach(one => { one.open = true })
  const control = one => one.tagName === 'LABEL' ? one.control : one
  const found = new Set([...document.querySelectorAll(
    'a[href], area[href], button, input, select, textarea, summary, label[for], [tabindex]:not([tabindex="-1"])'
  )].filter(shown).map(control).filter(one => one && one.type !== 'hidden' && !one.disabled))
  const radios = new Set()
  let number = 0
  for (const one of document.querySelectorAll('*')) {
    delete one.dataset.stop
    if (!found.has(one)) continue
    // One radio button of a group takes the focus; the arrow keys reach the others.
    if (one.type === 'radio') {
      if (radios.has(one.name)) continue
      radios.add(one.name)
      document.querySelectorAll(`input[type=radio][name="${one.name}"]`).forEach(other => other.dataset.stop = number)
      number++
    } else one.dataset.stop = number++
  }
  return number
}
"""
_HERE = """
() => {
  const one = document.activeElement
  if (!one || one === document.body || one === document.documentElement) return null
  // A box that is only there for the keyboard shows its focus at its label, or at the one beside it.
  const faces = [one, ...(one.labels || []), one.nextElementSibling].filter(Boolean).filter(face => {
    const box = face.getBoundingClientRect()
    return box.width > 4 && box.height > 4 && getComputedStyle(face).visibility === 'visible'
  })
  const marked = faces.filter(face => face === one || face.tagName === 'LABEL').filter(face => {
    const style = getComputedStyle(face)
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1 && parseFloat(style.opacity) > 0
  })
  const within = marked.filter(face => {
    const box = face.getBoundingClientRect(), x = box.x + box.width / 2
    return x >= 0 && x <= innerWidth && box.bottom > 0 && box.top < innerHeight
  })
  return {
    number: one.dataset.stop === undefined ? -1 : Number(one.dataset.stop),
    name: `${one.tagName.toLowerCase()} ${one.id || one.getAttribute('href') || one.className}`,
    marked: marked.length > 0, within: within.length > 0, jumps: one.tabIndex > 0,
    inside: Boolean(one.closest('main')),
  }
}
"""
# Each press of the key notes where the focus was when it came, that is, after all that its coming there did.
_NOTE = f"""
() => {{
  window.stops = []
  const here = {_HERE}
  addEventListener('keydown', () => window.stops.push(here()), true)
}}
"""
_MISSED = """
reached => [...document.querySelectorAll('[data-stop]')].filter(one => !reached.includes(Number(one.dataset.stop)))
  .map(one => one.outerHTML.slice(0, 120))
"""


@dataclass(frozen=True)
class Stop:
    """An element that has the focus: its number in the document (-1: not seen before), and how the focus shows."""

    number: int
    name: str
    marked: bool
    within: bool
    jumps: bool
    inside: bool


def here(page: Page) -> Stop | None:
    """Return the element that has the focus, or None."""
    recorded: dict[str, Any] | None = page.evaluate(_HERE)
    return None if recorded is None else Stop(**recorded)


def press(page: Page, key: str = "Tab") -> Stop | None:
    """Press a key and give the element that has the focus then."""
    page.keyboard.press(key)
    return here(page)


def walk(page: Page) -> Iterator[Stop]:
    """Press Tab from the start of the page until its end."""
    most = 3 * int(page.evaluate(_NUMBER)) + 30
    for _ in range(most):
        stop = press(page)
        if stop is None:
            return
        yield stop
    message = f"{page.url}: Tab never comes to the end"
    raise AssertionError(message)


def tour(page: Page) -> list[Stop]:
    """Return the same stops as `walk`, without a question between two presses."""
    most = 3 * int(page.evaluate(_NUMBER)) + 30
    page.evaluate(_NOTE)
    for pressed in range(most):
        page.keyboard.press("Tab")
        if pressed % 15 == 0:
            recorded = page.evaluate("window.stops")
            if None in recorded[1:]:
                return [Stop(**one) for one in recorded[1 : recorded.index(None, 1)]]
    message = f"{page.url}: Tab never comes to the end"
    raise AssertionError(message)


def faults(page: Page) -> Iterator[str]:
    """Report every element that the keyboard does not reach, and every stop that cannot be seen or is out of order."""
    stops = tour(page)
    for missed in page.evaluate(_MISSED, [stop.number for stop in stops]):
        yield f"{page.url}: not reached: {missed}"
    before = -1
    for stop in stops:
        if not stop.marked:
            yield f"{page.url}: the focus does not show: {stop.name}"
        elif not stop.within:
            yield f"{page.url}: the focus is off the screen: {stop.name}"
        if stop.jumps or -1 < stop.number < before:
            yield f"{page.url}: out of its order: {stop.name}"
        before = max(before, stop.number)
