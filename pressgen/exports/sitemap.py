"""Write the sitemap, `sitemap.xml`: the pages for search engines, with their days and translations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from pressgen.addresses import Address


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A page that search engines may show: its address, its day, and its addresses by language.

    `translations` has the page itself and, under `x-default`, the page for readers of other languages; it is empty if
    the page has no translation.
    """

    address: Address
    day: date | None
    translations: Mapping[str, Address]


def sitemap(site_url: str, entries: Iterable[SitemapEntry]) -> bytes:
    """Write the sitemap of the site at `site_url`, which ends with a slash.

    The form is that of https://www.sitemaps.org/protocol.html with the `xhtml:link` elements of
    https://developers.google.com/search/docs/specialty/international/localized-versions. It is one file without an
    index, since Material's instant navigation reads it in the browser.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for entry in entries:
        lines.append(f"  <url>\n    <loc>{escape(site_url + entry.address)}</loc>")
        if entry.day is not None:
            lines.append(f"    <lastmod>{entry.day.isoformat()}</lastmod>")
        for language, address in entry.translations.items():
            href = quoteattr(site_url + address)
            lines.append(f'    <xhtml:link rel="alternate" hreflang="{language}" href={href}/>')
        lines.append("  </url>")
    lines.append("</urlset>\n")
    return "\n".join(lines).encode()
