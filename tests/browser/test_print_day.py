"""What the script puts into the margins of a printed page: its head, and the day as each language writes it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from pressgen import extension
from pressgen.languages import language
from pressgen.views.script_words import script_words
from pressgen.views.source import source

DAY = date(2026, 3, 1)
DIFFICULT = 'No. "7"\\A/2026, 1 March 2026'


@pytest.mark.parametrize("tag", ["en", "fr", "km", "ar", "cy", "th", "ja"])
def test_the_script_writes_the_day_as_pages_do(browser: Browser, repository: Path, tmp_path: Path, tag: str) -> None:
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales/ja.yml").write_text(
        'dates: {long: "{era_name}{era_year}年{month1}月{day}日 ({year})"}\n', "utf-8"
    )
    assert extension.read_extension(tmp_path).problems == ()
    page = browser.new_page()
    page.clock.set_fixed_time("2026-03-01T12:00:00")
    page.set_content(f'<html lang="{tag}">{source("https://press.example/", DIFFICULT)}')
    page.add_script_tag(content=script_words([tag]).decode())
    page.add_script_tag(path=repository / "pressgen/assets/js/print.js")

    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    line = page.evaluate("JSON.parse(document.documentElement.style.getPropertyValue('--pg-source'))")
    running = page.evaluate("JSON.parse(document.documentElement.style.getPropertyValue('--pg-running'))")
    page.evaluate("document.querySelector('.pg-source').remove(); dispatchEvent(new Event('beforeprint'))")
    left = page.evaluate("document.documentElement.style.cssText")
    page.close()
    assert language(tag).date(DAY) in line
    assert "https://press.example/" in line
    assert running == DIFFICULT
    assert left == ""
