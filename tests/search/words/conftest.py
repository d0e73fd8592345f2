"""A page of a browser that has the modules of search, as a site serves them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from pressgen.site.search import text_rules
from tests.browser.conftest import hosted
from tests.browser.tabs import Tabs

_PAGE = "<!doctype html><html lang=en><title>Words</title><link rel=icon href=data:,><div id=article></div></html>"


@pytest.fixture(scope="session")
def words_site(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a page beside the modules and their tables, as in the package."""
    site = tmp_path_factory.mktemp("words")
    for folder in ("browser", "data"):
        shutil.copytree(repository / "pressgen" / "search" / folder, site / folder)
    (site / "browser" / "rules.json").write_text(text_rules(), "utf-8")
    (site / "index.html").write_text(_PAGE, "utf-8")
    with hosted(site, "script-src 'self'; object-src 'none'") as address:
        yield address


@pytest.fixture
def words_page(tabs: Tabs, words_site: str) -> Iterator[Page]:
    """Open that page; the test fails if the page reports an error."""
    complaints: list[str] = []
    with tabs.taken() as tab:
        tab.listen("console", lambda message: complaints.append(message.text))
        tab.listen("pageerror", lambda error: complaints.append(str(error)))
        tab.page.goto(f"{words_site}/index.html")
        yield tab.page
    assert complaints == []
