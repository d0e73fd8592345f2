"""The built site as machines read it: every link leads somewhere, and translations are told alike everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest

SITE = "https://example.org/"
XHTML = "{http://www.w3.org/1999/xhtml}link"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@dataclass
class Read(HTMLParser):
    """What a page points to, and what can be pointed at in it."""

    links: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    alternates: dict[str, str] = field(default_factory=dict)
    canonical: str = ""
    indexed: bool = True
    redirect: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids.update(given[name] for name in ("id", "name") if given.get(name))
        if tag == "link" and given.get("rel") == "alternate" and "hreflang" in given:
            self.alternates[given["hreflang"]] = given["href"]
        elif tag == "link" and given.get("rel") == "canonical":
            self.canonical = given["href"]
        elif tag == "meta" and given.get("name") == "robots":
            self.indexed = "noindex" not in given["content"]
        elif tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.redirect = True
        self.links.extend(given[name] for name in ("href", "src") if name in given and tag != "base")


def read(path: Path) -> Read:
    page = Read()
    page.feed(path.read_text("utf-8"))
    return page


def file_of(demo: Path, url: str) -> Path:
    path = unquote(urlsplit(url).path).lstrip("/")
    return demo / (path + "index.html" if path == "" or path.endswith("/") else path)


@pytest.fixture(scope="module")
def pages(demo: Path) -> dict[str, Read]:
    """Give every page by its address."""
    found = {}
    for path in sorted(demo.rglob("*.html")):
        name = path.relative_to(demo).as_posix()
        found[urljoin(SITE, name.removesuffix("index.html"))] = read(path)
    return found


def dead_links(demo: Path, pages: dict[str, Read]) -> Iterator[str]:
    for address, page in pages.items():
        for link in page.links:
            url, fragment = urldefrag(urljoin(address, link))
            if not url.startswith(SITE):
                continue
            target = file_of(demo, url)
            if not target.is_file():
                yield f"{address}: {link}"
            elif fragment and target.suffix == ".html" and unquote(fragment) not in (*pages[url].ids, "__skip"):
                yield f"{address}: {link} (no such place in the page)"


def test_every_link_leads_somewhere(demo: Path, pages: dict[str, Read]) -> None:
    assert list(dead_links(demo, pages)) == []


def test_translations_point_to_each_other(pages: dict[str, Read]) -> None:
    for address, page in pages.items():
        for language, other in page.alternates.items():
            assert other.startswith(SITE), address
            assert pages[other].alternates == page.alternates, (address, language)
        if page.alternates:
            assert address in page.alternates.values()
            assert "x-default" in page.alternates


def test_each_page_names_its_own_address_or_stays_out_of_search_engines(pages: dict[str, Read]) -> None:
    for address, page in pages.items():
        if page.indexed and not page.redirect:
            assert page.canonical == address
        else:
            assert page.alternates == {}, address


def test_the_sitemap_agrees_with_the_pages(demo: Path, pages: dict[str, Read]) -> None:
    told = {}
    for entry in ET.parse(demo / "sitemap.xml").getroot():
        location = entry.findtext(f"{SITEMAP}loc")
        assert location
        told[location] = {link.attrib["hreflang"]: link.attrib["href"] for link in entry.iter(XHTML)}

    expected = {address: page.alternates for address, page in pages.items() if page.indexed and not page.redirect}

    assert told == expected


def test_nothing_is_published_that_nobody_declared(demo: Path) -> None:
    kinds = {path.suffix for path in demo.rglob("*") if path.is_file()}

    pages = {".html", ".css", ".js", ".map", ".gz", ".woff2", ".png", ".svg", ".txt", ".jpg"}
    assert kinds <= pages | {".json", ".jsonl", ".xml", ".csv", ".ics", ".bib", ".ris"}
    assert [path for path in demo.rglob("*") if path.suffix in (".md", ".py", ".yml")] == []
