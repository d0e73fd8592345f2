"""Columns of tables stand as their row of dashes says, in both directions, on screens and on paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from pressgen.text.parsing import parse_body
from tests.blocks import html_of_blocks
from tests.browser.tabs import Tabs

TABLE = "| State | Vote | Sum | Note |\n|:---|:-:|---:|---|\n| A | y | 1,250.00 USD | n |\n"
STYLES = Path("pressgen/assets/css")
# The room on the left and on the right of the words of each cell.
ROOMS = """
cells => cells.map(cell => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  const words = range.getBoundingClientRect();
  const box = cell.getBoundingClientRect();
  const { paddingLeft, paddingRight } = getComputedStyle(cell);
  return [words.left - box.left - parseFloat(paddingLeft), box.right - words.right - parseFloat(paddingRight)];
})
"""


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_cells_are_aligned(tabs: Tabs, repository: Path, direction: str, media: str) -> None:
    body, _, _ = parse_body(TABLE, language="en", languages=("en",), path="x.md", first_line=1)
    style = "".join((repository / STYLES / name).read_text("utf-8") for name in ("text.css", "print.css"))
    html = html_of_blocks(body.blocks)
    with tabs.taken() as tab:
        tab.look()
        tab.page.emulate_media(media=media)  # type: ignore[arg-type]
        tab.page.set_content(
            f'<style>{style} td, th {{min-width: 20em !important}}</style><body dir="{direction}" class="md-typeset">'
            f'<div class="pg-text">{html}</div>'
        )
        rooms = tab.page.locator("td").evaluate_all(ROOMS)

    start, centre, end, plain = (room if direction == "ltr" else room[::-1] for room in rooms)
    assert start[0] < 1 < start[1]
    assert abs(centre[0] - centre[1]) < 2
    assert end[1] < 1 < end[0]
    assert plain[0] < 1 < plain[1]
