"""Nothing that a page shows is broken, turned round or cut, on any kind of page of both sites, at any width.

The pages are loaded once each; everything is asked in the page. A break: a line that ends within the name of a person,
or within a word of official Khmer. A turn: a number among letters that are read from right to left, whose characters
do not stand in their order. A cut: text beyond the edge of what hides what overflows, or beyond the screen.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from pressgen.site.search import text_rules
from pressgen.views.titles import WORDS, short_names
from tests.proof.conftest import Open, ProvenSite, Sites
from tests.proof.samples import sample

LOOKED_AT = [("own", "km"), ("marevia", "ar")]
"""The sites with the language that is looked at: a script that stacks letters, and one from right to left."""
WIDTHS = (320, 360, 768, 1100, 1440)
SPACED = frozenset({320, 768})
"""The widths that are looked at with the spacing of WCAG 2.2, 1.4.12, as well."""
QUESTIONS = {
    ("own", "km"): ("រដ្ឋមន្ត្រី",),
    ("marevia", "ar"): ("اتفاق",),
}
"""What is searched for, so that results are looked at."""

FAULTS = """
({ names, words, rules, spaced }) => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(spaced ? `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-block-end: 2em !important }` : "")
  document.adoptedStyleSheets = [sheet]
  const unseen = "script, style, svg, template, select, .pg-unseen, .md-skip, .pg-anchor, .headerlink, [hidden]"
  const shown = { opacityProperty: true, visibilityProperty: true }
  const seen = one => one && !one.closest(unseen) && one.checkVisibility(shown)
  // Texts of `docs/` are the site's own: what is kept whole there is for their authors to say.
  const ours = one => {
    const result = one.closest(".pg-result")
    const link = result?.querySelector(".pg-result__title a")
    return one.closest(".pg, .pg-finder, .pg-top, header, footer") && (!link || link.pathname.includes("/releases/"))
  }
  const said = one => `${one.localName}.${one.className}: ${one.textContent.trim().slice(0, 60)}`
  const range = document.createRange()
  const found = new Set()
  const turned = new RegExp(rules.turned, "u"), expression = new RegExp(rules.expression, "gu")
  const plain = new RegExp(rules.plain, "u"), ownRange = new RegExp(rules.ownRange, "u")
  const kept = [...names, ...words]
  // Texts in blocks: a name may begin in one element and end in another.
  const blocks = new Map()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (!node.data.trim() || !seen(node.parentElement)) continue
    let block = node.parentElement
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement
    if (!blocks.has(block)) blocks.set(block, [])
    blocks.get(block).push(node)
  }
  const placeIn = nodes => at => {
    for (const node of nodes) {
      if (at < node.length) return [node, at]
      at -= node.length
    }
  }
  const boxes = (place, start, end) => {
    const all = []
    for (let at = start; at < end; at += 1) {
      const [node, offset] = place(at)
      range.setStart(node, offset); range.setEnd(node, offset + 1)
      const box = range.getBoundingClientRect()
      if (box.width) all.push(box)
    }
    return all
  }
  for (const [block, nodes] of blocks) {
    const text = nodes.map(node => node.data).join("")
    const place = placeIn(nodes)
    for (const name of ours(block) ? kept : []) {
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        const all = boxes(place, at, at + name.length)
        const middle = box => (box.top + box.bottom) / 2
        // A column may be too narrow for a name; a space at the end of a line has no width.
        if (all.reduce((sum, box) => sum + box.width, 0) > block.clientWidth - all[0].height / 2) continue
        const below = box => middle(box) - middle(all[0]) > all[0].height * 0.7
        if (all.some(below)) found.add(`broken: ${name} in ${said(block)}`)
      }
    }
    const right = turned.test(text) || getComputedStyle(block).direction === "rtl"
    for (const one of right ? text.matchAll(expression) : []) {
      if (plain.test(one[0]) || ownRange.test(one[0])) continue
      const all = boxes(place, one.index, one.index + one[0].length)
      if (all.some((box, at) => at && box.left < all[at - 1].left - 1 && Math.abs(box.top - all[at - 1].top) < 4)) {
        found.add(`turned: ${one[0]} in ${said(block)}`)
      }
    }
    for (const node of nodes) {
      range.selectNodeContents(node)
      const box = range.getBoundingClientRect()
      if (block.closest(".md-sidebar") || getComputedStyle(block).position === "absolute") continue
      if (box.right <= innerWidth + 1 && box.left >= -1) continue
      let up = node.parentElement
      while (up && !["auto", "scroll"].includes(getComputedStyle(up).overflowX)) up = up.parentElement
      if (!up || up === document.documentElement || up === document.body) found.add(`beyond the screen: ${said(block)}`)
    }
  }
  for (const one of document.querySelectorAll("body, body *")) {
    const style = getComputedStyle(one)
    const hides = side => ["hidden", "clip"].includes(style[`overflow${side}`])
    if (one.closest(".md-sidebar") || !(hides("X") || hides("Y")) || !seen(one)) continue
    if (one.clientWidth < 2 || !one.textContent.trim()) continue
    const box = one.getBoundingClientRect()
    // What scrolls within it, as a wide table does, is not cut.
    const scrolls = up => up !== one && (/auto|scroll/.test(getComputedStyle(up).overflow) || scrolls(up.parentElement))
    const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      if (!texts.currentNode.data.trim() || scrolls(texts.currentNode.parentElement)) continue
      range.selectNodeContents(texts.currentNode)
      for (const line of range.getClientRects()) {
        if (line.width < 2 || line.height < 2) continue
        const aside = line.left < box.left - 1 || line.right > box.right + 1
        const over = line.top < box.top - 1 || line.bottom > box.bottom + 1
        if ((hides("X") && aside) || (hides("Y") && over)) found.add(`cut: ${said(one)}`)
      }
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) found.add("the page is wider than the screen")
  return [...found]
}
"""


def faults(page: Page, site: ProvenSite) -> Iterator[str]:
    """List what is broken, turned or cut in a page, at each width."""
    rules = json.loads(text_rules())
    asked = {"names": names_of(site, page.url), "words": list(WORDS["km"]), "rules": rules}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for spaced in (False, True) if width in SPACED else (False,):
            for fault in page.evaluate(FAULTS, {**asked, "spaced": spaced}):
                yield f"{page.url} {width}{' spaced' if spaced else ''} {fault}"


def names_of(site: ProvenSite, address: str) -> list[str]:
    """List the short names of those who took part, in every language: in the page's release, or else in any."""
    files = (site.folder / "releases").glob("*.jsonl.gz")
    releases = [json.loads(line) for file in files for line in gzip.decompress(file.read_bytes()).splitlines()]
    own = [release for release in releases if f"/releases/{release['id']}/" in address]
    editions = [edition for release in own or releases for edition in release["editions"]]
    return list(short_names(one.get("name", "") for edition in editions for one in edition.get("participants", [])))


@pytest.mark.parametrize(("name", "language"), LOOKED_AT)
def test_nothing_is_broken_turned_or_cut(sites: Sites, open_page: Open, name: str, language: str) -> None:
    site = sites(name)
    paths = sample(site, site.languages, frozenset((language,)))

    found: list[str] = []
    for path in paths:
        found += faults(open_page(name, path), site)

    assert found == []


def test_what_is_broken_turned_or_cut_is_found(sites: Sites, open_page: Open) -> None:
    page = open_page("marevia", "ar/")
    wrong = """<div class=pg><p style="inline-size: 9em" dir=ltr>A visit by Idris Calloway</p>
      <p>قال +962 6 573 5150 في عمان</p><p style="overflow: hidden; block-size: 0.5em">قال الوزير</p></div>"""
    page.evaluate("wrong => { document.querySelector('main').innerHTML = wrong }", wrong)

    found = {fault.partition(": ")[0].split()[-1] for fault in faults(page, sites("marevia"))}

    assert found == {"broken", "turned", "cut"}


@pytest.mark.parametrize(("name", "language"), LOOKED_AT)
def test_nothing_is_broken_turned_or_cut_in_results(sites: Sites, open_page: Open, name: str, language: str) -> None:
    found = []
    for question in QUESTIONS[name, language]:
        page = open_page(name, f"{language}/search/?q={question}")
        page.locator(".pg-result").first.wait_for()
        page.locator("[data-awaited]").first.wait_for(state="detached")
        found += faults(page, sites(name))

    assert found == []
