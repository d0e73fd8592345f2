"""Write the sitemap, `sitemap.xml`: the pages for search engines, with their days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from typing import NamedTuple
from xml.sax.saxutils import escape

from pressgen.addresses import Address

MOST = 50_000
"""The most addresses of one sitemap (https://www.sitemaps.org/protocol.html)."""

_FILLED = 40_000
"""How many addresses of a longer list stand in one part on average: parts are not all of one length."""

_BEGINNING = '<?xml version="1.0" encoding="UTF-8"?>'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


class SitemapEntry(NamedTuple):
    """A page that search engines may show, and its day. Its translations are named in its own head."""

    address: Address
    day: date | None


def sitemap(site_url: str, entries: Iterable[SitemapEntry]) -> bytes:
    """Write a sitemap of the site at `site_url`, which ends with a slash.

    The form is that of https://www.sitemaps.org/protocol.html. The links between translations stand in the pages, where
    search engines read them as well (https://developers.google.com/search/docs/specialty/international); here they
    would be four fifths of a file that Material's instant navigation reads in the browser.
    """
    lines = [_BEGINNING, f"<urlset {_NAMESPACE}>"]
    for entry in entries:
        day = f"<lastmod>{entry.day.isoformat()}</lastmod>" if entry.day else ""
        lines.append(f"<url><loc>{escape(site_url + entry.address)}</loc>{day}</url>")
    lines.append("</urlset>\n")
    return "\n".join(lines).encode()


def sitemap_index(site_url: str, parts: Iterable[Address]) -> bytes:
    """Write the index of the sitemaps at some addresses."""
    lines = [f"<sitemap><loc>{escape(site_url + part)}</loc></sitemap>" for part in parts]
    return "\n".join([_BEGINNING, f"<sitemapindex {_NAMESPACE}>", *lines, "</sitemapindex>\n"]).encode()


def sitemap_parts(entries: Sequence[SitemapEntry]) -> Mapping[int, tuple[SitemapEntry, ...]]:
    """Split entries that are too many for one sitemap into parts, by number; one part with the number 0 if they fit.

    A page has its part by its address, so that one more changes no other part.
    """
    if len(entries) <= MOST:
        return {0: tuple(entries)}
    number = 1 << (-(-len(entries) // _FILLED) - 1).bit_length()
    parts: dict[int, list[SitemapEntry]] = {part: [] for part in range(1, number + 1)}
    for entry in entries:
        place = blake2b(entry.address.encode(), digest_size=8).digest()
        parts[int.from_bytes(place) % number + 1].append(entry)
    return {part: tuple(of_part) for part, of_part in parts.items()}
