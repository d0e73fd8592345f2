"""The checker finds each fault that it is there to find, in a small site that is right but for that fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.proof.checker import (
    CHECKS,
    BuiltSite,
    dead_addresses_in_files,
    dead_addresses_in_styles,
    dead_links,
    duplicate_addresses,
    faults_of_addresses,
    faults_of_ids,
    faults_of_pages,
    faults_of_the_sitemap,
    faults_of_translations,
    orphans,
)

SITE = "https://x.example/press/"
HOME = """<!doctype html><html lang="{lang}"><head><title>Home</title><link rel="canonical" href="{site}{lang}/">
<link rel="alternate" hreflang="en" href="{site}en/"><link rel="alternate" hreflang="fr" href="{site}fr/">
<link rel="alternate" hreflang="x-default" href="{site}en/">
<link rel="alternate" type="application/atom+xml" href="feed.xml">
<link rel="alternate" type="application/json" href="../en/index.json"><link rel="stylesheet" href="../a.css">
</head><body dir="ltr"><h1 id="top-of-it">Home</h1><img src="../a.png" srcset="../a.png 1x, ../b.png 2x" alt="">
<a href="{other}">other</a><a href="#top-of-it">up</a><a href="mailto:a@b.example">write</a></body></html>"""
ENTRY = "<url><loc>{site}{lang}/</loc></url>"
FILES = {
    "index.html": '<!doctype html><html lang="en"><head><title>Which?</title><meta name="robots" content="noindex">'
    '</head><body dir="ltr"><h1>Which?</h1><a href="en/">English</a></body></html>',
    "en/index.html": HOME.format(lang="en", site=SITE, other="../fr/#top-of-it"),
    "fr/index.html": HOME.format(lang="fr", site=SITE, other="../en/"),
    "en/feed.xml": f"<feed><id>tag:x.example</id><link href='{SITE}en/#top-of-it'/></feed>",
    "en/index.json": f'{{"$schema": "{SITE}schema/page.json"}}',
    "schema/page.json": "{}",
    "fr/feed.xml": f"<feed><link href='{SITE}fr/'/></feed>",
    "old/index.html": '<!doctype html><html lang="en"><head><title>Moved</title>'
    '<meta http-equiv="refresh" content="0; url=../en/"></head><body></body></html>',
    "404.html": '<!doctype html><html lang="en"><head><title>Lost</title><meta name="robots" content="noindex">'
    '</head><body dir="ltr"><h1>Lost</h1><a href="/press/en/">Home</a></body></html>',
    "a.css": "/* url(gone.png) */ body { background: url('a.png') }",
    "a.png": "",
    "b.png": "",
    "robots.txt": f"User-agent: *\nDisallow: /press/private/\nSitemap: {SITE}sitemap.xml\n",
    "sitemap.xml": '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    + "".join(ENTRY.format(site=SITE, lang=lang) for lang in ("en", "fr"))
    + "</urlset>",
}

Check = Callable[[BuiltSite], Iterator[str]]


def written(folder: Path, changes: dict[str, str]) -> BuiltSite:
    for name, text in (FILES | changes).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return BuiltSite(folder, SITE)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_a_site_that_is_right_has_no_fault(tmp_path: Path, check: Check) -> None:
    assert list(check(written(tmp_path, {}))) == []


EN, SITEMAP = FILES["en/index.html"], FILES["sitemap.xml"]
FAULTS: list[tuple[Check, str, str, str, str]] = [
    (dead_links, "en/index.html", EN.replace("../fr/#top-of-it", "../de/"), "../de/", "no such file"),
    (dead_links, "en/index.html", EN.replace("#top-of-it", "#gone"), "#gone", "no such place in the page"),
    (dead_links, "en/index.html", EN.replace("../b.png 2x", "../c.png 2x"), "../c.png", "no such file"),
    (dead_links, "en/index.html", EN.replace("../fr/#", "../../../#"), "../../../#", "lies outside"),
    (dead_links, "404.html", FILES["404.html"].replace("/press/en/", "en/"), "en/", "is relative"),
    (dead_links, "old/index.html", FILES["old/index.html"].replace("../en/", "../it/"), "../it/", "no such file"),
    (dead_addresses_in_files, "en/feed.xml", f"<link href='{SITE}en/gone/'/>", "en/feed.xml", "en/gone/"),
    (dead_addresses_in_files, "en/feed.xml", f"<link href='{SITE}en/#gone'/>", "#gone", "no such place"),
    (dead_addresses_in_styles, "a.css", "body { background: url(c.png) }", "a.css", "c.png"),
    (orphans, "en/lone/index.html", EN, "en/lone/", "no link leads here"),
    (orphans, "en/data.json", "{}", "en/data.json", "no page names this file"),
    (orphans, "en/index.json", "{}", "schema/page.json", "no page names this file"),
    (duplicate_addresses, "EN.html", EN, "en/index.html", "the same address"),
    (duplicate_addresses, "en/two/index.html", EN, f"{SITE}en/", "2 pages"),
    (faults_of_pages, "en/index.html", EN.replace(' lang="en"', ""), "en/", "no language"),
    (faults_of_pages, "en/index.html", EN.replace("<title>Home", "<title> "), "en/", "no title"),
    (faults_of_pages, "en/index.html", EN.replace(' dir="ltr"', ""), "en/", "no direction"),
    (faults_of_pages, "en/index.html", EN.replace("h1", "h2"), "en/", "0 headings"),
    (faults_of_ids, "en/index.html", EN.replace("<a ", '<a id="top-of-it" ', 1), "'top-of-it'", "2 times"),
    (faults_of_ids, "en/index.html", EN.replace("<h1 ", '<h1 aria-labelledby="no" ', 1), "'no'", "does not have"),
    (faults_of_translations, "en/index.html", EN.replace(f'"x-default" href="{SITE}en', f'"x-default" href="{SITE}fr'),
     "en/", "tells of other"),
    (faults_of_translations, "en/index.html", EN.replace(f'"fr" href="{SITE}fr/', f'"fr" href="{SITE}de/'),
     "de/", "not there"),
    (faults_of_addresses, "en/index.html", EN.replace(f'canonical" href="{SITE}en', f'canonical" href="{SITE}fr'),
     "en/", "says that its address is"),
    (faults_of_addresses, "index.html", FILES["index.html"].replace("noindex", "index"), SITE, "nothing"),
    (faults_of_the_sitemap, "sitemap.xml", SITEMAP.replace("en/</loc>", "old/</loc>"), "old/", "not for search"),
    (faults_of_the_sitemap, "sitemap.xml", SITEMAP.replace("en/</loc>", "fr/</loc>"), "fr/", "twice"),
    (faults_of_the_sitemap, "robots.txt", FILES["robots.txt"].replace("private/", "en/"), "en/", "keeps robots away"),
    (faults_of_the_sitemap, "robots.txt", "User-agent: *\n", "robots.txt", "does not name the sitemap"),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault[0].__name__}-{fault[4]}")
def test_each_fault_is_found(tmp_path: Path, fault: tuple[Check, str, str, str, str]) -> None:
    check, name, text, where, what = fault

    found = list(check(written(tmp_path, {name: text})))

    assert [one for one in found if where in one and what in one], found
