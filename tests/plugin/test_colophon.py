"""The colophon, which ends every page: who publishes the site, how to reach them, and where to go on."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.plugin.conftest import CONFIGURATION, Built

Write = Callable[[Mapping[str, str | None]], None]
Build = Callable[..., Built]
ReadPage = Callable[[str], str]

CONTACTS = """\
former: {names: Former desk, to: 2021-12-31}
desk: {names: {en: Press desk, km: ផ្នែកសារព័ត៌មាន}, phone: +855 23 000 000, email: press@mfa.example}
other: {names: Consular line}
"""
LINKS = """\
      links:
        imprint: imprint.md
        accessibility: {en: 'https://example.org/access', km: imprint.km.md}
        terms: about.md
"""


def foot(html: str) -> str:
    (found,) = re.findall(r'<footer class="md-footer">.*?</footer>', html, re.DOTALL)
    return str(found)


@pytest.fixture
def built(write: Write, build: Build) -> None:
    """A site with a press desk, an emblem, and links of its own."""
    issuer = "name: {en: Ministry, "
    assert issuer in CONFIGURATION
    written = CONFIGURATION.replace(issuer, "emblem: img/arms.svg, place: {en: Capital, km: រាជធានី}, " + issuer)
    write({
        "mkdocs.yml": written + LINKS,
        "docs/img/arms.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
        "docs/imprint.md": "# Imprint\n", "docs/imprint.km.md": "# បោះពុម្ព\n",
        "releases/register/contacts.yml": CONTACTS,
    })  # fmt: skip
    done = build("--strict")
    assert done.code == 0, done.log


@pytest.mark.usefixtures("built")
def test_every_page_ends_with_it(project: Path) -> None:
    # Neither a page that leads on nor that of a missing edition, a few lines of its own, has the theme around it.
    pages = [path for path in (project / "site").rglob("*.html") if "md-header" in path.read_text("utf-8")]

    assert len(pages) > 12
    assert project / "site/404.html" in pages
    for path in pages:
        html = foot(path.read_text("utf-8"))
        tag = "km" if "km" in path.relative_to(project / "site").parts else "en"
        assert {"en": "Ministry", "km": "ក្រសួង"}[tag] in html, path
        assert {"en": "Press desk", "km": "ផ្នែកសារព័ត៌មាន"}[tag] in html, path
        assert "Former desk" not in html
        assert "Consular line" not in html
        assert 'href="mailto:press@mfa.example"' in html
        assert 'href="tel:+85523000000"' in html


@pytest.mark.usefixtures("built")
def test_its_links_are_the_pages_own(page: ReadPage, project: Path) -> None:
    release, about = foot(page("en/releases/call")), foot(page("km/about"))
    links = re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', release)

    assert ("../../../km/releases/call/", "ភាសាខ្មែរ") in links
    assert ("../../../en/feed.xml", "Subscribe") in links
    assert [text for _, text in links].count("CSV") == [text for _, text in links].count("JSON") == 1
    assert ("../../../en/imprint/", "Imprint") in links
    assert ("https://example.org/access", "Accessibility") in links
    assert ("../../../en/about/", "Terms of use") in links
    assert '<a href="../../km/imprint/">លទ្ធភាពចូលប្រើប្រាស់</a>' in about
    assert "link-" not in release + about
    missing = foot((project / "site/404.html").read_text("utf-8"))
    assert '<a href="/press/en/imprint/">Imprint</a>' in missing
    assert 'href="/press/km/"' in missing


@pytest.mark.usefixtures("built")
def test_only_home_pages_say_when_the_archive_last_changed(page: ReadPage) -> None:
    assert "The archive last changed on " in foot(page("en"))
    assert "pg-foot__changed" in foot(page("km"))
    for address in ("en/releases", "en/releases/call", "en/about", "km/releases/call", ""):
        assert "pg-foot__changed" not in page(address), address


@pytest.mark.usefixtures("built")
def test_the_emblem_stands_on_letterhead_masthead_and_chooser(page: ReadPage) -> None:
    release = page("en/releases/call")

    assert '<img class="pg-emblem" src="../../../img/arms.svg" alt="">' in release
    assert 'href="../../"><img src="../../../img/arms.svg" alt=""><span>Ministry</span></a>' in release
    assert '<img class="pg-emblem" src="img/arms.svg" alt="">' in page("")


def test_the_files_that_it_names_must_be_there(write: Write, build: Build) -> None:
    write({"mkdocs.yml": CONFIGURATION + "      links: {imprint: imprnt.md}\n", "docs/imprint.md": "# Imprint\n"})
    done = build()

    assert done.code == 1
    assert re.search(r"mkdocs.yml:\d+:\d+: error PG060: there is no page 'imprnt.md' in docs", done.log)
    assert "did you mean 'imprint.md'?" in done.log
