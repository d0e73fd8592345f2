"""The HTML of both sites is valid by the Nu checker: pages with all that a site has, in each of its languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.proof.conftest import SITES, Sites
from tests.proof.nu import Finding, errors
from tests.proof.samples import sample

# What the theme writes and should: each message with the element that it is about, and the reason.
EXCUSED = (
    (
        # HTML has no other word that keeps a browser from opening the menu again when a page is loaded anew.
        r"^Attribute .autocomplete. is only allowed when the input type is",
        r'<input class="md-toggle" data-md-toggle="(drawer|search)" type="checkbox"',
    ),
)


def excused(found: Finding) -> bool:
    return any(re.search(message, found.message) and re.search(extract, found.extract) for message, extract in EXCUSED)


@pytest.mark.parametrize("name", SITES)
def test_pages_are_valid(sites: Sites, name: str) -> None:
    site = sites(name)
    files = [site.file_at(site.address + path) for path in sample(site, site.languages)]

    found = [finding for finding in errors([file for file in files if file]) if not excused(finding)]

    assert [str(finding) for finding in found] == []


def test_a_page_that_is_not_valid_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<!doctype html><html lang="en"><title>A page</title><p><div id="a"></div><b id="a"></b></p></html>'
    )

    found = list(errors([page]))

    assert any("Duplicate ID" in finding.message for finding in found)
    assert not any(excused(finding) for finding in found)
