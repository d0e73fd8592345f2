"""The day on which a page is printed, as the script writes it in each language."""

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


@pytest.mark.parametrize("tag", ["en", "fr", "km", "ar", "th", "ja"])
def test_the_script_writes_the_day_as_pages_do(browser: Browser, repository: Path, tmp_path: Path, tag: str) -> None:
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales/ja.yml").write_text(
        'dates: {long: "{era_name}{era_year}年{month1}月{day}日 ({year})"}\n', "utf-8"
    )
    assert extension.read_extension(tmp_path).problems == ()
    page = browser.new_page()
    page.clock.set_fixed_time("2026-03-01T12:00:00")
    page.set_content(f'<html lang="{tag}">{source("https://press.example/")}')
    page.add_script_tag(content=script_words([tag]).decode())
    page.add_script_tag(path=repository / "pressgen/assets/js/print.js")

    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    line = page.evaluate("JSON.parse(document.documentElement.style.getPropertyValue('--pg-source'))")
    page.close()
    assert language(tag).date(DAY) in line
    assert "https://press.example/" in line
