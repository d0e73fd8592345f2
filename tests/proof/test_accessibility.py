"""Both sites through axe in Chromium: no violation on any kind of page, light and dark, on a phone and on a desk."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.proof.conftest import SITES, Open, Sites
from tests.proof.samples import sample

LOOKED_AT = [("own", "en"), ("own", "km"), *((name, "ar") for name in SITES if name != "own")]
"""The sites with the language that is looked at: a Latin script, one that stacks letters, one from right to left."""

RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"]
"""What colours can break: all that is asked once more in the dark, where nothing else differs."""

VIOLATIONS = """
only => axe.run(document, {
  resultTypes: ['violations'], ...(only ? {runOnly: only} : {rules: {'target-size': {enabled: true}}})
})
  .then(({violations}) => violations.flatMap(
    rule => rule.nodes.map(node => `${rule.id} ${node.target.flat().join(' ')}: ${node.html.slice(0, 120)}`)
  ))
"""


def axe() -> str:
    """Return the script of axe, which comes with a package for Playwright."""
    package = find_spec("axe_playwright_python")
    assert package, "no axe: install the development dependencies"
    assert package.origin
    return Path(package.origin).with_name("axe.min.js").read_text("utf-8")


Scheme = Literal["light", "dark"]


def in_light_and_dark(page: Page) -> Iterator[Scheme]:
    """Show a page in light colours, and then in dark ones."""
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        yield scheme


def violations_in(page: Page, scheme: Scheme) -> list[str]:
    """Return what axe, which is in the page already, finds by all rules, or in the dark by those of colour."""
    found: list[str] = page.evaluate(VIOLATIONS, RULES_OF_COLOUR if scheme == "dark" else None)
    return found


def violations(page: Page) -> Iterator[str]:
    """Return what axe finds in a page, in each scheme of colours and at each width."""
    page.evaluate(axe())
    for width in (1440, 360):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in in_light_and_dark(page):
            for found in violations_in(page, scheme):
                yield f"{page.url} {scheme} {width}: {found}"


@pytest.mark.parametrize(("name", "language"), LOOKED_AT)
def test_axe_finds_no_violation(sites: Sites, open_page: Open, name: str, language: str) -> None:
    site = sites(name)
    paths = sample(site, site.languages, frozenset((language,)))
    assert len(paths) > 5

    found = []
    for path in paths:
        found += violations(open_page(name, path))

    assert found == []


@pytest.mark.parametrize(("name", "language"), LOOKED_AT)
def test_axe_finds_no_violation_in_the_open_menu(open_page: Open, name: str, language: str) -> None:
    page = open_page(name, f"{language}/", width=360)
    page.locator("#__drawer").press("Space")
    page.evaluate(axe())

    assert violations_in(page, "light") == []


def test_axe_finds_what_is_wrong(open_page: Open) -> None:
    page = open_page("own", "en/")
    close = "<ul style='line-height: 12px; font-size: 10px'><li><a href=a>One</a><li><a href=b>Two</a></ul>"
    wrong = f"<img src=x><p style='color: #aaa'>Pale words</p>{close}"
    page.evaluate("wrong => { document.querySelector('main').innerHTML += wrong }", wrong)

    rules = {found.split()[2 + 1] for found in violations(page)}

    assert {"image-alt", "color-contrast", "target-size"} <= rules
