"""Letters and transcripts as a reader sees them: who signs stands apart, and a question stands near its answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

STYLE = Path("pressgen/assets/css/text.css")
TEXT = """\
<p id="address" class="address">Her Excellency<br>Sigrid Lund</p><p id="salutation" class="salutation">Excellency,</p>
<p id="text">I congratulate you.</p><p id="signed" class="signed">Clara DUVAL</p>
<p id="asked" class="question"><b class="speaker">Q:</b> When?</p><p id="answered"><b class="speaker">A:</b> Soon.</p>
<p id="again" class="question"><b class="speaker">Q:</b> And?</p>
"""


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_how_letters_and_transcripts_are_set(browser: Browser, repository: Path, direction: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    style = (repository / STYLE).read_text("utf-8")
    page.set_content(
        f'<style>{style}</style><body dir="{direction}" class="md-typeset"><div class="pg-text">{TEXT}</div>'
    )
    boxes = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("p")].map((p) => {
          const { left, right, top, bottom } = p.getBoundingClientRect();
          return [p.id, { left, right, top, bottom }];
        }))"""
    )
    page.close()

    start, sign = ("left", 1) if direction == "ltr" else ("right", -1)
    width = boxes["text"]["right"] - boxes["text"]["left"]
    apart = (boxes["signed"][start] - boxes["text"][start]) * sign
    assert width / 3 < apart < width / 2
    assert boxes["address"][start] == boxes["salutation"][start] == boxes["text"][start]
    near = boxes["answered"]["top"] - boxes["asked"]["bottom"]
    far = boxes["again"]["top"] - boxes["answered"]["bottom"]
    assert 0 < 2 * near < far
