"""What a printer prints: the sheets of a PDF that Chromium writes from a page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

import pypdfium2
import pytest
from playwright.sync_api import Page

from pressgen.languages import language
from tests.proof.conftest import Open

EXAMPLE = "marevia"
CONDOLENCE = "releases/2023-02-21-condolence-ostrelle/"
WHITE = 0xFF
ISOLATES = str.maketrans("", "", "\u2066\u2067\u2068\u2069")


@contextmanager
def sheets(page: Page) -> Iterator[pypdfium2.PdfDocument]:
    """Print a page on A4, with its backgrounds, and read the sheets."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
    try:
        yield document
    finally:
        document.close()


def text_of(sheet: pypdfium2.PdfPage) -> str:
    """Read the words of a sheet, a space between each two."""
    return " ".join(sheet.get_textpage().get_text_bounded().translate(ISOLATES).split())


def edge_of(sheet: pypdfium2.PdfPage) -> set[int]:
    """Read the colours along the four edges of a sheet, as shares of red, green and blue."""
    drawn = sheet.render(scale=0.5, rev_byteorder=True)
    points, stride, step = bytes(drawn.buffer), drawn.stride, drawn.n_channels
    rows = [points[row * stride : row * stride + drawn.width * step] for row in range(drawn.height)]
    edge = [rows[0], rows[-1], *(row[:step] for row in rows), *(row[-step:] for row in rows)]
    return {share for part in edge for place, share in enumerate(part) if place % step < 3}


@pytest.mark.parametrize("path", [f"en/{CONDOLENCE}", "en/releases/", "ar/ledger/"])
def test_paper_is_white_to_its_edges_whatever_the_screen_was(open_page: Open, path: str) -> None:
    with sheets(open_page(EXAMPLE, path, scheme="dark")) as printed:
        assert {share for sheet in printed for share in edge_of(sheet)} == {WHITE}


def test_paper_is_white_where_the_reader_chose_dark_pages(open_page: Open) -> None:
    page = open_page(EXAMPLE, f"en/{CONDOLENCE}")
    page.locator("input[name=pg-colours][value=slate]").check()
    assert page.locator("html").get_attribute("data-md-color-scheme") == "slate"

    with sheets(page) as printed:
        assert edge_of(printed[0]) == {WHITE}


@pytest.mark.parametrize("tag", ["en", "fr", "ar"])
def test_each_sheet_says_where_it_is_from_and_when_it_was_printed(open_page: Open, tag: str) -> None:
    page = open_page(EXAMPLE, f"{tag}/releases/")
    page.clock.set_fixed_time(datetime(2026, 3, 1, 12))  # noqa: DTZ001  # wherever the browser is
    day = language(tag).date(date(2026, 3, 1))

    with sheets(page) as printed:
        source = page.evaluate("document.documentElement.style.getPropertyValue('--pg-source')").translate(ISOLATES)
        assert f"https://marevia.example/{tag}/releases/" in source
        assert day in source
        for sheet in printed:
            # In a PDF, letters that join have forms of their own.
            assert f"https://marevia.example/{tag}/releases/" in text_of(sheet)
            assert tag == "ar" or day in text_of(sheet)


def test_no_sheet_is_made_for_that_line(open_page: Open) -> None:
    with sheets(open_page(EXAMPLE, f"en/{CONDOLENCE}")) as printed:
        assert len(printed) == 1


def test_without_scripts_the_first_sheet_has_the_address(open_page: Open) -> None:
    with sheets(open_page(EXAMPLE, f"en/{CONDOLENCE}", scripts=False)) as printed:
        assert f"https://marevia.example/en/{CONDOLENCE}" in text_of(printed[0])


@pytest.mark.parametrize(
    "path", ["en/releases/2023-11-22-almadine-communique/", "en/releases/2023-05-09-aid-tamarisk-islands/"]
)
def test_pictures_are_printed_without_scrolling_to_them(open_page: Open, path: str) -> None:
    page = open_page(EXAMPLE, path, height=200)

    pictures = page.locator(".pg-picture img")

    assert pictures.count()
    assert pictures.evaluate_all("all => all.every(one => one.complete && one.naturalWidth)")
