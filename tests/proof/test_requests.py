"""The requests of a page beside itself: few style sheets and scripts, and none that does not exist."""

from __future__ import annotations

import posixpath
import re

import pytest

from tests.proof.conftest import SITES, Sites

MOST = 4
"""A page has at most so many links to style sheets and scripts of pressgen's: two and two."""


@pytest.mark.parametrize("name", SITES)
def test_every_page_asks_for_at_most_four_style_sheets_and_scripts_of_pressgens(name: str, sites: Sites) -> None:
    folder = sites(name).folder
    pages = sorted(folder.rglob("*.html"))
    counts = {}
    for page in pages:
        links = re.findall(r'<(?:link|script)\b[^>]*\s(?:href|src)="([^"]*\bassets/pressgen/[^"]+)"', page.read_text())
        path = page.relative_to(folder).as_posix()
        if path != "404.html":  # its links begin at the host's root
            targets = [posixpath.normpath(posixpath.join(posixpath.dirname(path), link)) for link in links]
            assert [target for target in targets if not (folder / target).is_file()] == [], path
        counts[path] = len(links)

    assert len(pages) > 50
    assert {path: count for path, count in counts.items() if count > MOST} == {}
    # Pages that lead on have one script, all others two style sheets and two scripts.
    assert set(counts.values()) <= {1, MOST}
