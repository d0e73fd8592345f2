"""The sitemap, and the index of its parts beyond 50,000 addresses."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from pressgen.addresses import Address
from pressgen.exports import SitemapEntry
from pressgen.exports import sitemap as written
from pressgen.exports.sitemap import sitemap_parts
from tests.feeds.machines import FILES, site_of

URL = "https://mfa.example/press/"
S = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_the_sitemap_lists_each_page_with_its_day() -> None:
    entries = [SitemapEntry(Address("en/a&b/"), date(2022, 2, 15)), SitemapEntry(Address("en/about/"), None)]
    urls = ET.fromstring(written(URL, entries)).findall(f"{S}url")
    assert [(url.findtext(f"{S}loc"), url.findtext(f"{S}lastmod")) for url in urls] == [
        ("https://mfa.example/press/en/a&b/", "2022-02-15"),
        ("https://mfa.example/press/en/about/", None),
    ]


def pages(count: int) -> list[SitemapEntry]:
    return [SitemapEntry(Address(f"en/{number}/"), None) for number in range(count)]


@pytest.mark.parametrize(("count", "parts"), [(0, 1), (50_000, 1), (50_001, 2), (80_000, 2), (80_001, 4)])
def test_no_part_has_more_addresses_than_a_sitemap_may(count: int, parts: int) -> None:
    found = sitemap_parts(pages(count))
    assert len(found) == parts
    assert max(map(len, found.values())) <= 50_000
    assert sorted(entry for part in found.values() for entry in part) == sorted(pages(count))


def test_one_page_more_changes_one_part() -> None:
    before, after = sitemap_parts(pages(60_000)), sitemap_parts(pages(60_001))
    assert len([part for part in before if before[part] != after[part]]) == 1


def test_the_index_names_every_part(tmp_path_factory: pytest.TempPathFactory) -> None:
    site = site_of(tmp_path_factory.mktemp("long"), FILES)
    outputs = {output.path: output.content.result() for output in site.sitemap(pages(60_000))}
    index = ET.fromstring(outputs.pop("sitemap.xml"))
    assert [part.findtext(f"{S}loc") for part in index] == [URL + path for path in outputs]
    locations = [url.findtext(f"{S}loc") for data in outputs.values() for url in ET.fromstring(data)]
    assert sorted(locations) == sorted(URL + entry.address for entry in pages(60_000))
