"""Files for machines."""

from datetime import date
from xml.etree import ElementTree as ET

from pressgen.addresses import X_DEFAULT, Address
from pressgen.exports import SitemapEntry, sitemap

NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}


def test_the_sitemap_lists_each_page_with_its_day_and_its_translations() -> None:
    translations = {"en": Address("en/a&b/"), "km": Address("km/a&b/"), X_DEFAULT: Address("en/a&b/")}
    tree = ET.fromstring(
        sitemap(
            "https://mfa.example/press/",
            [
                SitemapEntry(Address("en/a&b/"), date(2022, 2, 15), translations),
                SitemapEntry(Address("en/about/"), None, {}),
            ],
        )
    )
    urls = tree.findall("s:url", NAMESPACES)
    assert [url.findtext("s:loc", None, NAMESPACES) for url in urls] == [
        "https://mfa.example/press/en/a&b/",
        "https://mfa.example/press/en/about/",
    ]
    assert [url.findtext("s:lastmod", None, NAMESPACES) for url in urls] == ["2022-02-15", None]
    assert [(link.get("hreflang"), link.get("href")) for link in urls[0].findall("xhtml:link", NAMESPACES)] == [
        ("en", "https://mfa.example/press/en/a&b/"),
        ("km", "https://mfa.example/press/km/a&b/"),
        ("x-default", "https://mfa.example/press/en/a&b/"),
    ]
    assert not urls[1].findall("xhtml:link", NAMESPACES)
