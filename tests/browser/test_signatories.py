"""Signatures of two sides stand beside each other on wide screens and on paper, below each other on phones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.tabs import Tabs

STYLE = Path("pressgen/assets/css/release.css")
SIDES = "<p>For the Republic of Examplia<br>Jean MARTIN</p><p>For the Republic of Estara<br>Ilse Brandt</p>"


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize(
    ("media", "width", "beside"), [("screen", 360, False), ("screen", 768, True), ("print", 640, True)]
)
def test_where_signatures_stand(  # what is tried, and where
    tabs: Tabs, repository: Path, direction: str, media: str, width: int, *, beside: bool
) -> None:
    style = (repository / STYLE).read_text("utf-8")
    with tabs.taken() as tab:
        tab.look(width=width, height=740)
        tab.page.emulate_media(media=media)  # type: ignore[arg-type]
        tab.page.set_content(f'<style>{style}</style><body dir="{direction}"><div class="pg-signatories">{SIDES}</div>')

        first, second = tab.page.locator("p").evaluate_all(
            "all => all.map(each => each.getBoundingClientRect()).map(box => [box.left, box.top])"
        )

    assert (first[1] == second[1]) is beside
    assert (first[0] < second[0]) is (beside and direction == "ltr")
    assert (first[0] > second[0]) is (beside and direction == "rtl")
