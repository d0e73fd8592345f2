"""Numbers and addresses in right-to-left texts stand as they are written: measured by the place of each character."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from pressgen.text.parsing import parse_body
from pressgen.views.titles import kept
from tests.blocks import html_of_blocks

PLACES = """
written => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = 0; at < node.data.length; at += 1) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      found.push([node.data[at], box.left + box.width / 2]);
    }
  }
  const text = found.map(one => one[0]).join("");
  const start = text.indexOf(written);
  return start < 0 ? null : found.slice(start, start + written.length);
}
"""
WRITTEN = [
    *(
        "+962 6 573 5150",
        "+96265735150",
        "(06) 573 5150",
        "06-573-5150",
        "00962 6 573 5150 ext. 12",
        "(+962) 6 573 5150",
    ),
    *("+962-6-5735150/1", "573 5150", "+٩٦٢ ٦ ٥٧٣ ٥١٥٠", "(٠٦) ٥٧٣ ٥١٥٠", "+۹۸ ۲۱ ۶۱۱۵ ۱۰۰۰", "06/573-5150"),
    *("85%", "12.5 %", "$5", "5 €", "US$ 1,250,000", "USD 5", "1 250 000", "-5", "+3", "€1.2 million", "15 km", "٨٥%"),
    *("2020-2022", "5 – 7", "10:30", "10:30-12:00", "10:30 a.m.", "2026-03-02", "15/2/2026", "٢٠٢٦-٠٣-٠٢"),
    *("A/RES/77/1", "S/2024/15-2", "COVID-19", "1,250,000", "UTC+3", "GA/AB/3493/Corr.1", "A/78/L.2", "5G"),
    *(
        "press@mfa.example",
        "https://mfa.example/2026/",
        "www.mfa.example/a-1/",
        "JO94 CBJO 0010 0000 0000 0131 0003 02",
    ),
    *("ISBN 978-92-1-101542-3", "ISBN 978 92 1 101542 3"),
    *("(+962 6) 573 5150", "٠٦-٥٧٣٥١٥٠", "100+", "1,000+", "#12", "№ 5", "§ 3", "~5%", "25 m²"),
    *("COP 28", "UNSCR 2334", "ISO 9001:2015", "Article 7(1)", "Resolution 2728 (2024)", "AB 123 456"),
]
AROUND = {
    "ar": ("قال الوزير ", " في عمان."),
    "he": ("אמר השר ", " בעמאן."),
    "fa": ("وزیر گفت ", " در عمان."),
    "ur": ("وزیر نے ", " کہا۔"),
}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_viewport_size({"width": 1400, "height": 800})
    yield page
    page.close()


def as_seen(page: Page, html: str, language: str, written: str) -> str:
    """The characters of `written` from left to right as the page shows them."""
    direction = "ltr" if language == "en" else "rtl"
    page.set_content(f'<!doctype html><body lang="{language}" dir="{direction}" style="font: 20px monospace">{html}')
    found = page.evaluate(PLACES, written)
    assert found, html
    return "".join(character for character, _ in sorted(found, key=lambda one: one[1]))


def html_of(source: str, language: str) -> str:
    body, _, _ = parse_body(source, language=language, languages=(language, "en", "ar"), path="x.md", first_line=1)
    return html_of_blocks(body.blocks, between="")


@pytest.mark.parametrize("language", AROUND)
def test_in_paragraphs(page: Page, language: str) -> None:
    before, after = AROUND[language]

    seen = {
        written: as_seen(page, html_of(before + written + after, language), language, written) for written in WRITTEN
    }

    assert {written: shown for written, shown in seen.items() if shown != written} == {}


def test_a_range_in_digits_of_the_script_is_read_as_its_words_are(page: Page) -> None:
    for language, written, shown in (("ar", "٢٠-٢٢", "٢٢-٢٠"), ("fa", "۲۰۲۰–۲۰۲۲", "۲۰۲۲–۲۰۲۰")):
        before, after = AROUND[language]

        assert as_seen(page, html_of(before + written + after, language), language, written) == shown


FORMS = {
    "a list": "- قال {} في\n- عمان",
    "a numbered paragraph": "1. قال {} في عمان",
    "a heading": "## قال {} في عمان",
    "a table": "| قال {} في | عمان |\n|---|---|\n| {} هنا | ب |",
    "a caption": '![صورة](photo.jpg "قال {} في عمان")',
    "bold type": "**قال {} في** عمان",
    "a marked passage": '<span lang="ar" dir="rtl">قال {} في</span> عمان',
    "a quotation": "> قال {} في عمان",
    "a note": "قال[^1]\n\n[^1]: قال {} في عمان",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_in_every_part_of_a_text(page: Page, form: str, language: str) -> None:
    for written in ("+962 6 573 5150", "(06) 573 5150", "85%", "2020-2022", "A/RES/77/1"):
        html = html_of(FORMS[form].replace("{}", written), language)

        assert as_seen(page, html, language, written) == written


def test_in_titles_and_roles(page: Page) -> None:
    for written in ("+962 6 573 5150", "85%", "2020-2022"):
        html = str(kept(f"رئيس لجنة {written} في عمان", "ar", ("لجنة",)))

        assert as_seen(page, html, "ar", written) == written


def test_a_paragraph_with_a_foreign_abbreviation_takes_its_direction_as_a_whole(page: Page) -> None:
    html = html_of("وقع الوزيران مذكرة التفاهم (MoU) بنسبة 85% في عمان.", "en")
    before, within, after = (as_places(page, html, words) for words in ("وقع", "(MoU)", "عمان"))

    assert before > within > after
    assert as_seen(page, html, "en", "85%") == "85%"
    assert as_seen(page, html, "en", "MoU") == "MoU"


def as_places(page: Page, html: str, written: str) -> float:
    page.set_content(f'<!doctype html><body lang="en" dir="ltr" style="font: 20px monospace">{html}')
    return min(place for _, place in page.evaluate(PLACES, written))


def test_nothing_is_added_to_what_is_copied(page: Page) -> None:
    source = "قال الوزير +962 6 573 5150 و(٠٦) ٥٧٣ ٥١٥٠ و85% في عمان."
    page.set_content(f'<!doctype html><body dir="rtl">{html_of(source, "ar")}')

    assert (
        page.evaluate("getSelection().selectAllChildren(document.body) || getSelection().toString()").strip() == source
    )


def test_a_number_and_a_year_in_parentheses_are_no_telephone_number() -> None:
    html = html_of("القرار 2728 (2024) الصادر في عام 2022 15 دولة (1) 20 دولة", "ar")

    assert "dir=" not in html
