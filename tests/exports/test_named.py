"""In a built site, every file for machines exists and is named in the head of the page with the same content."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from pressgen.site import Site
from pressgen.site.output import bytes_of
from pressgen.views.page import Shell
from tests.feeds.machines import URL

SITE = "https://example.org/"
ENDINGS = {
    "application/atom+xml": "feed.xml",
    "application/feed+json": "feed.json",
    "application/json": ".json",
    "application/gzip": ".jsonl.gz",
    "text/calendar": ".ics",
    "text/csv": ".csv",
}


class Links(HTMLParser):
    """The files that a page's head names, by address; and what its article links to."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self.base = base
        self.named: dict[str, str] = {}
        self.titles: list[str] = []
        self.shown: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        address = urljoin(self.base, attributes.get("href") or "")
        if tag == "link" and attributes.get("rel") == "alternate" and attributes.get("type"):
            self.named[address] = attributes["type"] or ""
            self.titles.append(attributes.get("title") or "")
        if tag == "a":
            self.shown.add(address)


@pytest.fixture(scope="module")
def pages(demo: Path) -> dict[str, Links]:
    found = {}
    for path in demo.rglob("index.html"):
        links = Links(SITE + path.relative_to(demo).as_posix().removesuffix("index.html"))
        links.feed(path.read_text("utf-8"))
        found[links.base.removeprefix(SITE)] = links
    return found


def test_every_file_that_a_head_names_is_there_and_of_its_type(demo: Path, pages: dict[str, Links]) -> None:
    named = {address: type_ for page in pages.values() for address, type_ in page.named.items()}
    assert len(named) > 20
    for address, type_ in named.items():
        path = unquote(address.removeprefix(SITE))
        assert (demo / path).is_file(), address
        assert type_ not in ENDINGS or path.endswith(ENDINGS[type_]), address
    assert all(title for page in pages.values() for title in page.titles)


def test_every_feed_calendar_and_list_is_named_by_a_page(demo: Path, pages: dict[str, Links]) -> None:
    named = {unquote(address.removeprefix(SITE)) for page in pages.values() for address in page.named}
    made = {
        path.relative_to(demo).as_posix()
        for ending in ("feed.xml", "feed.json", "calendar.ics", "index.json", "releases/*/release.json", "releases.*")
        for path in demo.rglob(ending)
    }
    assert len(made) > 20
    assert made <= named


def test_a_reader_finds_them_below_home_archive_and_profiles(pages: dict[str, Links]) -> None:
    # The front page says it in words, in its colophon.
    for address in ("en/", "km/"):
        assert {f"{SITE}{address}feed.xml", f"{SITE}releases/index.json"} <= pages[address].shown
    for address in ("en/releases/", "en/countries/no/", "km/calendar/"):
        page = pages[address]
        files = {file for file in page.named if file.endswith((".xml", ".ics", ".json", ".csv", ".jsonl.gz"))}
        assert files, address
        assert files <= page.shown, address


def test_pages_name_every_file_and_no_missing_file(site: Site) -> None:
    shell = Shell(("<head>", "</head>", ""), ("head", "article"))
    made = {output.path: bytes_of(output, lambda _: shell) for output in site.outputs() if output.path != "404.html"}
    named = set()
    for path, data in made.items():
        if path.endswith("index.html"):
            links = Links(URL + path.removesuffix("index.html"))
            links.feed(data.decode())
            named |= {unquote(address.removeprefix(URL)) for address in links.named}
    assert named <= set(made)
    lost = {path for path in made if path.endswith((".xml", ".json", ".ics", ".csv", ".jsonl.gz"))} - named
    # All meetings are withdrawn, so they have no page; a schema is named by the files that keep it, and what the
    # search's scripts ask for by them.
    assert {path for path in lost if not path.startswith(("schema/", "assets/pressgen/search/"))} == {
        "sitemap.xml", *(f"{tag}/kinds/meeting/feed.{form}" for tag in ("en", "ar") for form in ("xml", "json"))
    }  # fmt: skip
