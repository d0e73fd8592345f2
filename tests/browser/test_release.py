"""A release as its readers see it, in each language."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reading import below_the_first_screen, broken_names, fonts_used

SLUG = "2022-02-15-norway-video-call"
EDITIONS = ("en", "km")
Visit = Callable[..., Page]
IN_VIEW = "one => { const {top} = one.getBoundingClientRect(); return top >= 0 && top < innerHeight }"

FACTS = {
    "en": ("15 February 2022", "14 February 2022", "Phnom Penh", "PRAK Sokhonn", "Anniken Huitfeldt", "Norway"),
    "km": (
        "ថ្ងៃទី១៥ ខែកុម្ភៈ ឆ្នាំ២០២២",
        "ថ្ងៃទី១៤ ខែកុម្ភៈ ឆ្នាំ២០២២",
        "ភ្នំពេញ",
        "ប្រាក់ សុខុន",
        "អានីកិន ហ៊ុយតហ្វែល",
        "ន័រវែស",
    ),
}
LETTERHEAD = {
    "en": ("Kingdom of Cambodia", "Nation Religion King", "Ministry of Foreign Affairs and International Cooperation"),
    "km": (
        "ព្រះរាជាណាចក្រកម្ពុជា",
        "ជាតិ សាសនា ព្រះមហាក្សត្រ",
        "ក្រសួងការបរទេស និងសហប្រតិបត្តិការអន្តរជាតិ",
    ),
}


def address_of(language: str) -> str:
    return f"{language}/releases/{SLUG}/"


def source(repository: Path, language: str) -> str:
    return (repository / f"releases/2022/{SLUG}.{language}.md").read_text("utf-8")


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("language", EDITIONS)
def test_the_text_comes_back_word_for_word_and_in_order(visit: Visit, repository: Path, language: str) -> None:
    page = visit(address_of(language))
    written = [
        squeezed(block) for block in source(repository, language).split("---\n", 2)[2].split("\n\n") if block.strip()
    ]

    shown = squeezed(page.locator(".pg-text").first.text_content() or "")

    position = 0
    for paragraph in written:
        position = shown.index(paragraph, position) + len(paragraph)


@pytest.mark.parametrize("language", EDITIONS)
def test_the_page_says_its_language_and_what_it_is(visit: Visit, repository: Path, language: str) -> None:
    page = visit(address_of(language))
    title = squeezed(source(repository, language).split("title: |-\n", 1)[1].split("\n", 1)[0])

    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("body").get_attribute("dir") == "ltr"
    assert squeezed(page.title()).startswith(title)
    assert title in squeezed(page.locator("h1").text_content() or "")
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("language", EDITIONS)
def test_letterhead_and_facts(visit: Visit, language: str) -> None:
    page = visit(address_of(language))
    letterhead = tuple(page.locator(".pg-letterhead p").all_text_contents())
    article = squeezed(page.locator("#article").text_content() or "")

    assert letterhead == LETTERHEAD[language]
    for fact in FACTS[language]:
        assert fact in article


def test_a_courtesy_translation_says_so_above_the_letterhead(visit: Visit) -> None:
    page = visit(address_of("km"))
    notice, letterhead = page.locator(".pg-notice").first, page.locator(".pg-letterhead")

    assert notice.is_visible()
    assert notice.bounding_box()["y"] < letterhead.bounding_box()["y"]  # type: ignore[index]


@pytest.mark.parametrize("language, other", [("en", "km"), ("km", "en")])
def test_the_language_switch_leads_to_the_same_release(visit: Visit, language: str, other: str) -> None:
    page = visit(address_of(language))

    page.locator(f'.pg-masthead a[hreflang="{other}"]').click()

    expect(page).to_have_url(re.compile(f"/{other}/releases/{SLUG}/$"))
    expect(page.locator("html")).to_have_attribute("lang", other)


@pytest.mark.parametrize("language", EDITIONS)
def test_it_reads_without_javascript(visit: Visit, language: str) -> None:
    page = visit(address_of(language), scripts=False)

    for fact in (*LETTERHEAD[language], *FACTS[language]):
        assert page.get_by_text(fact).first.is_visible(), fact
    page.locator(".pg-masthead a[hreflang]").first.click()
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("language", EDITIONS)
def test_each_paragraph_can_be_pointed_at(visit: Visit, language: str) -> None:
    page = visit(address_of(language))
    paragraphs = page.locator(".pg-text p[id]")

    assert paragraphs.count() == 4
    anchors = paragraphs.evaluate_all("all => all.map(one => one.id)")
    page = visit(f"{address_of(language)}#{anchors[3]}")
    target = page.locator(":target")
    assert target.get_attribute("id") == anchors[3]
    assert target.evaluate(IN_VIEW)


@pytest.mark.parametrize("language", EDITIONS)
def test_the_first_screen_of_a_phone_says_what_happened(visit: Visit, language: str) -> None:
    page = visit(address_of(language), width=360, height=740)

    page.evaluate("document.fonts.ready")
    assert below_the_first_screen(page) == []
    assert broken_names(page) == []


@pytest.mark.parametrize("selector", [".pg-text", "h1", ".pg-letterhead", ".pg-person", ".pg-fact dd"])
def test_khmer_is_set_in_the_bundled_fonts(visit: Visit, selector: str) -> None:
    page = visit(address_of("km"))
    page.evaluate("document.fonts.ready")

    used = fonts_used(page, selector)

    assert {font["familyName"] for font in used if "Khmer" in font["familyName"]}
    assert [font["familyName"] for font in used if not font["isCustomFont"]] == []


def test_a_page_loads_only_the_fonts_that_it_needs(visit: Visit) -> None:
    page = visit(address_of("en"))

    loaded = page.evaluate(
        "performance.getEntriesByType('resource').map(one => one.name).filter(name => name.endsWith('.woff2'))"
    )

    assert loaded
    assert [name for name in loaded if "arabic" in name or "cyrillic" in name or "greek" in name] == []


@pytest.mark.parametrize("language", EDITIONS)
def test_it_prints_as_a_letter(visit: Visit, language: str) -> None:
    page = visit(address_of(language))
    page.emulate_media(media="print")

    for part in (".pg-letterhead", "h1", ".pg-facts", ".pg-text"):
        assert page.locator(part).first.is_visible(), part
    for part in (".md-header", ".md-footer", ".md-sidebar", ".pg-crumbs", ".pg-top"):
        for index in range(page.locator(part).count()):
            assert not page.locator(part).nth(index).is_visible(), part
    assert page.pdf(format="A4").startswith(b"%PDF")
