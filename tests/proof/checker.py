"""Check all files of a built site against each other, and report every fault in one line.

The checker knows nothing of pressgen: it reads the files as a host would serve them, below the address of the site.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree as ET

from tests.proof.reading import ReadPage, read_page

_SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_STYLE_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)['\"]?\s*\)|@import\s+['\"]([^'\"]+)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TEMPLATE = re.compile(r'"release_(?:page|data)":"[^"]*",')
_FOLDED_LINE = re.compile(r"\r?\n[ \t]")
_FILES_FOR_MACHINES = (".json", ".jsonl.gz", ".xml", ".ics", ".csv", ".bib", ".ris")
_TEXTS = (*_FILES_FOR_MACHINES, ".txt")
_NO_ADDRESS = ("mailto:", "tel:", "data:", "blob:", "javascript:", "about:", "urn:", "tag:", "webcal:")
_PLACES_OF_THE_BROWSER = ("", "top")


@dataclass(frozen=True)
class BuiltSite:
    """A site as it was built, and the address (with a slash at its end) that its configuration gives it."""

    folder: Path
    address: str

    @cached_property
    def pages(self) -> Mapping[str, ReadPage]:
        """Every page by its complete address."""
        return {self._address_of(path): read_page(path.read_text("utf-8")) for path in self._files(".html")}

    def file_at(self, url: str) -> Path | None:
        """Return the file that a host serves at a complete address of the site; empty if there is none."""
        path = unquote(urlsplit(url).path.removeprefix(urlsplit(self.address).path))
        file = self.folder / (f"{path}index.html" if path == "" or path.endswith("/") else path)
        return file if file.is_file() else None

    def holds(self, url: str) -> bool:
        """Whether a complete address lies within the site."""
        return url.startswith(self.address)

    def _files(self, *suffixes: str) -> Iterator[Path]:
        return (path for path in sorted(self.folder.rglob("*")) if path.name.endswith(suffixes) and path.is_file())

    def _address_of(self, path: Path) -> str:
        name = path.relative_to(self.folder).as_posix()
        return self.address + quote(name.removesuffix("index.html") if path.name == "index.html" else name, safe="/~")


def dead_links(site: BuiltSite) -> Iterator[str]:
    """Report every link in a page that leads to no file of the site, or to no place in its page."""
    for address, page in site.pages.items():
        for link in dict.fromkeys(page.links):
            if fault := _dead(site, address, link):
                yield f"{address}: {link}: {fault}"


def _dead(site: BuiltSite, address: str, link: str) -> str:
    if link.startswith(_NO_ADDRESS):
        return ""
    # The page for unknown addresses is shown at any of them, so its links must not depend on where that is.
    if address.endswith("/404.html") and not link.startswith(("/", "#", "http:", "https:")):
        return "is relative, on the page that stands at any address"
    url, fragment = urldefrag(urljoin(address, link))
    if not site.holds(url):
        return "" if urlsplit(url).netloc != urlsplit(site.address).netloc else "lies outside the site"
    file = site.file_at(url)
    if file is None:
        return "no such file"
    target = site.pages.get(url)
    place = unquote(fragment)
    if target is None or place in _PLACES_OF_THE_BROWSER or place in target.ids or place in target.names:
        return ""
    return "no such place in the page"


def dead_addresses_in_files(site: BuiltSite) -> Iterator[str]:
    """Report every complete address of the site in a file for machines that leads nowhere."""
    for path in site._files(*_TEXTS):
        for found in _addresses_in(site, path):
            url, fragment = urldefrag(found)
            page = site.pages.get(url)
            if site.file_at(url) is None:
                yield f"{path.relative_to(site.folder)}: {url}"
            elif fragment and page is not None and unquote(fragment) not in page.ids:
                yield f"{path.relative_to(site.folder)}: {url}#{fragment}: no such place in the page"


def _addresses_in(site: BuiltSite, file: Path) -> Iterator[str]:
    pattern = re.compile(re.escape(site.address) + r"[^\s\"'<>\\)\]}|,;]*")
    text = (gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()).decode()
    text = _FOLDED_LINE.sub("", text) if file.suffix == ".ics" else text
    if "{" in text and file.suffix == ".json":
        text = _TEMPLATE.sub("", text) + "\n".join(_filled(text))
    return (found.replace("&amp;", "&") for found in dict.fromkeys(pattern.findall(text)))


def _filled(text: str) -> Iterator[str]:
    """Fill in the URI templates of a list: for each release that it names, in each language of its pages."""
    data = json.loads(text)
    if not isinstance(data, dict) or "release_page" not in data:
        return
    listed = [one["id"] for one in data.get("releases", ())]
    reported = [one["release"] for key in ("encounters", "events") for one in data.get(key, ())]
    by_year = [id_ for year in data.get("years", ()) for id_ in year.get("releases", ())]
    for release in {*listed, *reported, *by_year}:
        yield data["release_data"].replace("{id}", release)
        for language in data["urls"]:
            yield data["release_page"].replace("{id}", release).replace("{language}", language)


def dead_addresses_in_styles(site: BuiltSite) -> Iterator[str]:
    """Report every file that a style sheet requests and that the site does not have."""
    for path in site._files(".css"):
        for found in _STYLE_URL.findall(_COMMENT.sub("", path.read_text("utf-8"))):
            link = found[0] or found[1]
            if not link.startswith(("data:", "#")):
                target = (path.parent / unquote(link.partition("?")[0].partition("#")[0])).resolve()
                if not target.is_file():
                    yield f"{path.relative_to(site.folder)}: {link}"


def orphans(site: BuiltSite) -> Iterator[str]:
    """Report every page that cannot be reached from `/` by links, and every file for machines that no page names.

    The page for unknown addresses is reached by none of its own, and a redirect only from outside.
    """
    reached, ahead = {site.address}, [site.address]
    files: set[str] = set()
    while ahead:
        address = ahead.pop()
        page = site.pages[address]
        for link in (*page.ways, *(link for _, link in page.files)):
            url = urldefrag(urljoin(address, link)).url
            files.add(url)
            if url in site.pages and url not in reached:
                reached.add(url)
                ahead.append(url)
    # A schema is named by the data that keep to it.
    for url in tuple(files):
        file = site.file_at(url) if site.holds(url) else None
        if file is not None and file.name.endswith((".json", ".jsonl.gz")):
            files.update(_addresses_in(site, file))
    for address, page in site.pages.items():
        if address not in reached and not page.redirect and not address.endswith("/404.html"):
            yield f"{address}: no link leads here"
    for path in site._files(*_FILES_FOR_MACHINES):
        address = site._address_of(path)
        if address not in files and path.name != "sitemap.xml" and "assets" not in path.parts:
            yield f"{address}: no page names this file"


def duplicate_addresses(site: BuiltSite) -> Iterator[str]:
    """Report addresses at which some host could serve two files, and addresses that several pages call their own."""
    seen: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(site.folder.rglob("*")):
        if path.is_file():
            name = path.relative_to(site.folder).as_posix()
            # Some hosts fold capitals, and serve `a.html` at `a` and `a/`.
            seen[re.sub(r"(?:/?index)?\.html$", "", name).casefold()].append(name)
    for names in seen.values():
        if len(names) > 1:
            yield "the same address on some host: " + ", ".join(names)
    named = Counter(page.canonical[0] for page in site.pages.values() if page.canonical and not page.redirect)
    for address, count in named.items():
        if count > 1:
            yield f"{address}: {count} pages say that this is their address"


def faults_of_pages(site: BuiltSite) -> Iterator[str]:
    """Report pages without a language, a direction of reading, a title, or a single heading of the first level."""
    for address, page in site.pages.items():
        if not page.language:
            yield f"{address}: no language"
        if not page.title.strip():
            yield f"{address}: no title"
        if page.redirect:
            continue
        if page.direction not in ("ltr", "rtl"):
            yield f"{address}: no direction of reading"
        if page.headings != 1:
            yield f"{address}: {page.headings} headings of the first level"


def faults_of_ids(site: BuiltSite) -> Iterator[str]:
    """Report ids that are in a page twice or are not valid, and those that it refers to and does not have."""
    for address, page in site.pages.items():
        for id_, count in page.ids.items():
            if count > 1 or not id_ or " " in id_:
                yield f"{address}: the id '{id_}' stands {count} times"
        for id_ in dict.fromkeys(page.referred):
            if id_ not in page.ids:
                yield f"{address}: refers to the id '{id_}', which it does not have"


def faults_of_translations(site: BuiltSite) -> Iterator[str]:
    """Report pages whose translations do not name them in turn, with the same links."""
    for address, page in site.pages.items():
        if not page.alternates:
            continue
        if address not in page.alternates.values():
            yield f"{address}: is not among its own translations"
        if "x-default" not in page.alternates:
            yield f"{address}: has translations, but no x-default"
        for language, other in page.alternates.items():
            target = site.pages.get(other)
            if target is None:
                yield f"{address}: its translation {language} is not there: {other}"
            elif target.alternates != page.alternates:
                yield f"{address}: its translation {language} tells of other translations"
            elif language not in ("x-default", target.language):
                yield f"{address}: its translation {language} says it is in {target.language}"


def faults_of_addresses(site: BuiltSite) -> Iterator[str]:
    """Report pages for search engines that do not name their own address, or name two."""
    for address, page in site.pages.items():
        if page.redirect or not page.indexed:
            if page.alternates:
                yield f"{address}: stays out of search engines, but tells them of translations"
        elif page.canonical != [address]:
            yield f"{address}: says that its address is {' and '.join(page.canonical) or 'nothing'}"


def faults_of_the_sitemap(site: BuiltSite) -> Iterator[str]:
    """Report where the sitemap and the pages disagree, and pages of the sitemap that robots may not read."""
    told: set[str] = set()
    for entry in ET.parse(site.folder / "sitemap.xml").getroot():
        address = entry.findtext(f"{_SITEMAP}loc") or ""
        if address in told:
            yield f"{address}: stands in the sitemap twice"
        told.add(address)
    shown = {address: page for address, page in site.pages.items() if page.indexed and not page.redirect}
    for address in told - shown.keys():
        yield f"{address}: stands in the sitemap, but is not for search engines"
    for address in shown.keys() - told:
        yield f"{address}: is missing from the sitemap"
    yield from _kept_from_robots(site, told)


def _kept_from_robots(site: BuiltSite, told: set[str]) -> Iterator[str]:
    robots = site.folder / "robots.txt"
    if not robots.is_file():
        return
    lines = [line.partition(":") for line in robots.read_text("utf-8").splitlines()]
    kept = [rest.strip() for name, _, rest in lines if name.strip().lower() == "disallow" and rest.strip()]
    for address in told:
        if any(urlsplit(address).path.startswith(path) for path in kept):
            yield f"{address}: stands in the sitemap, but robots.txt keeps robots away"
    sitemaps = [rest.strip() for name, _, rest in lines if name.strip().lower() == "sitemap"]
    if sitemaps != [f"{site.address}sitemap.xml"]:
        yield "robots.txt does not name the sitemap"


CHECKS: tuple[Callable[[BuiltSite], Iterator[str]], ...] = (
    dead_links,
    dead_addresses_in_files,
    dead_addresses_in_styles,
    orphans,
    duplicate_addresses,
    faults_of_pages,
    faults_of_ids,
    faults_of_translations,
    faults_of_addresses,
    faults_of_the_sitemap,
)
"""Every check of a whole site."""
