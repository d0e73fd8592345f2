"""A site in Arabic and French: pages that are read from right to left, with names and numbers that are not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import hosted
from tests.browser.reading import LOW_CONTRAST, WIDER_THAN_THE_SCREEN, fonts_used

Visit = Callable[..., Page]
ADDRESS = "ar/releases/2026-03-02-visite/"
BESIDE = "releases/2026-03-02-visite/"
FILES = {
    "mkdocs.yml": """\
site_name: وزارة الخارجية
site_url: https://mfa.example/
theme:
  name: material
plugins:
  - pressgen:
      languages: [ar, fr]
      timezone: Europe/Paris
      issuer:
        country: XA
        state: {ar: جمهورية إكزامبليا, fr: République d'Examplie}
        name: {ar: وزارة الشؤون الخارجية, fr: Ministère des Affaires étrangères}
        place: {ar: إكزامبوليس, fr: Exampole}
""",
    "docs/about.md": "# عن الموقع\n\nموقع الوزارة.\n",
    "releases/2026/2026-03-02-visite.ar.md": """\
---
title: بيان مشترك بمناسبة زيارة وزيرة الخارجية النرويجية إلى جمهورية إكزامبليا
date: 2026-03-02
kind: visit
number: "247/2026"
event: {start: 2026-03-01, end: 2026-03-02, mode: in-person}
participants:
  - {honorific: معالي السيد, name: أحمد بن سالم, role: وزير الشؤون الخارجية, country: XA}
  - {honorific: معالي السيدة, name: Kari Nordmann, role: وزيرة الخارجية, country: NO}
---

1. استقبل معالي الوزير معالي السيدة Kari Nordmann في الأول من مارس 2026.

٢. ناقش الجانبان القرار 2728 (2024) الصادر عن مجلس الأمن، و«مبادرة السلام».

## العلاقات الثنائية

- التجارة والاستثمار؛
- التعليم العالي.
""",
    "releases/2026/2026-03-02-visite.fr.md": """\
---
title: Déclaration conjointe
participants:
  - {honorific: Son Excellence, name: Ahmed Ben Salem, role: ministre des Affaires étrangères}
  - {honorific: Son Excellence, name: Kari Nordmann, role: ministre des Affaires étrangères}
---

1. Le Ministre a reçu Son Excellence Mme Kari Nordmann le 1er mars 2026.
""",
    "releases/2026/2026-03-03-declaration.fr.md": """\
---
title: Déclaration
date: 2026-03-03
kind: statement
participants:
  - {honorific: Son Excellence, name: Ahmed Ben Salem, role: ministre des Affaires étrangères, country: XA}
  - {honorific: Son Excellence, name: Kari Nordmann, role: ministre des Affaires étrangères, country: "NO"}
corrections:
  - {date: 2026-03-04, note: Le texte a été corrigé.}
---

Premier paragraphe, avec une note[^1].

> Une citation, en plusieurs mots.
>
> - une liste dans la citation

## Section

1. Un paragraphe numéroté.

(a) Un alinéa.

- une liste ;
    - dans une liste.

| Année | Nombre |
|---|---:|
| 2025 | 12 |

* * *

[^1]: La note.
""",
}


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("right-to-left")
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    with hosted(folder / "site") as address:
        yield address


def test_the_page_is_read_from_right_to_left(visit: Visit) -> None:
    page = visit(ADDRESS)

    assert page.evaluate("[document.documentElement.lang, document.body.dir]") == ["ar", "rtl"]
    first, second = (page.locator(".pg-side").nth(index).bounding_box() for index in (0, 1))
    assert first and second  # noqa: PT018  # both are boxes
    assert first["x"] > second["x"]
    assert page.locator(".pg-text p").first.evaluate("one => getComputedStyle(one).direction") == "rtl"


def test_foreign_names_keep_their_own_direction(visit: Visit) -> None:
    page = visit(ADDRESS)

    name = page.locator(".pg-person__name bdi", has_text="Kari Nordmann")

    assert name.count() == 1
    assert page.locator(".pg-kind__number bdi").text_content() == "247/2026"


def test_paragraph_numbers_are_those_that_are_printed(visit: Visit) -> None:
    text = visit(ADDRESS).locator(".pg-text").inner_text()

    assert "1." in text
    assert "٢." in text
    assert "(2024)" in text


@pytest.mark.parametrize("selector", [".pg-text p", "h1", ".pg-letterhead", ".pg-person"])
def test_arabic_is_set_in_the_bundled_fonts(visit: Visit, selector: str) -> None:
    page = visit(ADDRESS)
    page.evaluate("document.fonts.ready")

    used = fonts_used(page, selector)

    assert {font["familyName"] for font in used if "Arabic" in font["familyName"]}
    assert [font["familyName"] for font in used if not font["isCustomFont"]] == []


@pytest.mark.parametrize(
    "address",
    [
        *("", "ar/", "ar/releases/", "ar/releases/2026/", ADDRESS, "ar/about/", "fr/about/"),
        *("ar/calendar/", BESIDE),
    ],
)
def test_it_fits_every_screen(visit: Visit, address: str) -> None:
    page = visit(address, missing=address == "fr/about/")

    for width in (360, 768, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
        assert page.evaluate(WIDER_THAN_THE_SCREEN) == [], width


@pytest.mark.parametrize("address", [ADDRESS, BESIDE, "ar/calendar/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_contrasts_with_its_background(visit: Visit, scheme: str, address: str) -> None:
    assert visit(address, scheme=scheme).evaluate(LOW_CONTRAST) == []


def test_columns_run_each_in_its_own_direction(visit: Visit) -> None:
    cells = visit(BESIDE).locator(".pg-text .pg-row").first.locator("> div")
    arabic, french = (cells.nth(index).bounding_box() for index in (0, 1))

    assert arabic and french  # noqa: PT018  # both are boxes
    assert arabic["x"] > french["x"] + french["width"]
    assert arabic["y"] == french["y"]
    assert cells.evaluate_all("all => all.map(one => getComputedStyle(one).direction)") == ["rtl", "ltr"]


# How each element of a text is set, and on which sides it has room and lines, with the signs before and behind it.
SET = """
within => [...document.querySelectorAll(`${within} :is(p, li, ol, ul, h2, .mark)`)].flatMap(element =>
  ["", "::before", "::after"].map(part => {
    const style = getComputedStyle(element, part || null)
    const names = ["text-align", "direction", "float"]
    const sides = ["left", "right"].flatMap(side => [`margin-${side}`, `padding-${side}`, `border-${side}-width`])
    const set = sides.map(name => [name, Math.sign(parseFloat(style[name]))])
    return [element.localName + part, ...names.map(name => [name, style[name]]), ...set]
  }))
"""


@pytest.mark.parametrize("width", [360, 1440])
def test_a_text_of_another_direction_is_set_as_on_its_own_page(visit: Visit, width: int) -> None:
    own = visit(BESIDE.replace("releases", "fr/releases"), width=width).evaluate(SET, ".pg-text")
    foreign = visit(BESIDE, width=width).evaluate(SET, ".pg-text [lang=fr]")

    assert len(own) > 10
    assert foreign == own
