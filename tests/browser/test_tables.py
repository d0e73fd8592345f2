"""Columns of tables stand as their row of dashes says, in both directions, on screens and on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from pressgen.text.parsing import parse_body
from tests.blocks import html_of_blocks

TABLE = "| State | Vote | Sum | Note |\n|:---|:-:|---:|---|\n| A | y | 1,250.00 USD | n |\n"
STYLES = Path("pressgen/assets/css")


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_cells_are_aligned(browser: Browser, repository: Path, direction: str, media: str) -> None:
    body, _, _ = parse_body(TABLE, language="en", languages=("en",), path="x.md", first_line=1)
    style = "".join((repository / STYLES / name).read_text("utf-8") for name in ("text.css", "print.css"))
    page = browser.new_page()
    page.emulate_media(media=media)  # type: ignore[arg-type]
    html = html_of_blocks(body.blocks)
    page.set_content(
        f'<style>{style} td, th {{min-width: 20em !important}}</style><body dir="{direction}" class="md-typeset">'
        f'<div class="pg-text">{html}</div>'
    )

    rooms = page.locator("td").evaluate_all(
        """cells => cells.map(cell => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          const words = range.getBoundingClientRect();
          const box = cell.getBoundingClientRect();
          const { paddingLeft, paddingRight } = getComputedStyle(cell);
          return [words.left - box.left - parseFloat(paddingLeft), box.right - words.right - parseFloat(paddingRight)];
        })"""
    )
    page.close()

    start, centre, end, plain = (room if direction == "ltr" else room[::-1] for room in rooms)
    assert start[0] < 1 < start[1]
    assert abs(centre[0] - centre[1]) < 2
    assert end[1] < 1 < end[0]
    assert plain[0] < 1 < plain[1]
