"""Small sites built by the real command: their files, in each language, and the problems that an author sees."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

import pytest


class Built(Protocol):
    code: int
    log: str


# The small site of conftest.py, which the tests change.
CONFIGURATION = """\
site_name: Ministry
site_url: https://example.org/press/
theme: {name: material}
plugins:
  - pressgen:
      languages: [en, km]
      issuer: {country: KH, name: {en: Ministry, km: ក្រសួង}}
"""
Files = Mapping[str, str]
Write = Callable[[Mapping[str, str | None]], None]
Build = Callable[..., Built]
ReadPage = Callable[[str], str]


def links(html: str) -> list[str]:
    return re.findall(r'<a href="([^"]*)"', html)


def nav(html: str) -> list[tuple[str, str]]:
    """List the ways into the site: each link and its text."""
    ways = html.partition('<nav class="pg-places"')[2].partition("</nav>")[0]
    found = re.findall(r'<a href="([^"]*)"[^>]*>(.*?)</a>', ways, re.DOTALL)
    return [(href, " ".join(re.sub("<[^>]*>", " ", text).split())) for href, text in found]


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")


def test_a_site_in_two_languages(build: Build, page: ReadPage, project: Path) -> None:
    built = build("--strict")
    assert built.code == 0, built.log
    assert '<html lang="km"' in page("km/about")
    assert '<html lang="en"' in page("en/about")
    assert "ការហៅ" in page("km/releases/call")
    assert "Welcome" in page("en")
    assert "km/" in page("")
    assert (project / "site" / "404.html").is_file()
    assert (project / "site" / "sitemap.xml").is_file()
    assert not (project / "site" / "sitemap.xml.gz").exists()
    assert not (project / "site" / "about").exists()


def test_each_language_has_its_own_navigation(build: Build, page: ReadPage, write: Write) -> None:
    write({"docs/only.md": "# Only English\n", "docs/guide/first.md": "# First\n", "docs/guide/first.km.md": "# ទីមួយ\n"})
    assert build().code == 0
    assert nav(page("en/about")) == [
        ("../", "Home"), ("../releases/", "Press releases"), ("./", "About us"), ("../only/", "Only English"),
        ("../guide/first/", "Guide"),
    ]  # fmt: skip
    titles = [title for _, title in nav(page("km/releases/call"))]
    assert titles[2:] == ["អំពីយើង", "Guide"]
    assert "ទីមួយ" in page("km/guide/first")
    assert [href for href, _ in nav(page("km/releases/call"))] == [
        "../../",
        "../",
        "../../about/",
        "../../guide/first/",
    ]


def test_sections_and_links_have_their_titles_by_language(build: Build, page: ReadPage, write: Write) -> None:
    titles = "      nav_titles: {We: {km: យើង}, Away: {en: Far away, km: ឆ្ងាយ}, Nobody: {km: គ្មាន}}\n"
    navigation = "nav: [{Start: index.md}, {We: [{Ours: about.md}]}, {Away: 'https://x.org/'}]\n"
    write({"mkdocs.yml": CONFIGURATION + titles + navigation})
    built = build()

    assert built.code == 0, built.log
    assert "'nav_titles' names 'Nobody', which is no section or link of the navigation" in built.log
    section = r'<label class="md-nav__title" for="__nav_[0-9]+">\s*<span[^>]*></span>\s*(\S+)'
    assert re.findall(section, page("en/about")) == ["We"]
    assert re.findall(section, page("km/about")) == ["យើង"]
    assert [title for _, title in nav(page("en"))][-2:] == ["We", "Far away"]
    assert [title for _, title in nav(page("km/releases/call"))][-2:] == ["យើង", "ឆ្ងាយ"]


def test_the_sites_own_nav_is_kept(build: Build, page: ReadPage, write: Write) -> None:
    nav_and_checks = """\
nav: [{Start: index.md}, {We: [{Ours: about.md}]}, {Away: 'https://x.org/'}]
validation: {omitted_files: warn}
"""
    write({"mkdocs.yml": CONFIGURATION + nav_and_checks})
    built = build("--strict")
    assert built.code == 0, built.log
    assert [title for _, title in nav(page("en"))] == ["Start", "Press releases", "We", "Away"]
    assert [title for _, title in nav(page("km/about"))][2:] == ["We", "Away"]
    assert re.findall(r'<span class="md-ellipsis">\s*(អំពីយើង)', page("km/about"))


def test_the_active_place_of_a_release_is_the_archive(build: Build, page: ReadPage) -> None:
    assert build().code == 0
    active = re.findall(r'<a href="([^"]*)" aria-current="true">', page("en/releases/call"))
    assert active == ["../"]


def test_the_ways_into_the_archive_are_places_where_they_exist(build: Build, page: ReadPage, write: Write) -> None:
    met = "participants:\n  - {name: Prak Sokhonn, country: KH}\n  - {name: Anniken Huitfeldt, country: NO}\n"
    release = (
        f"---\ntitle: A\ndate: 2022-02-15\nkind: readout\nevent: {{date: 2022-02-14, mode: call}}\n{met}---\n\nA.\n"
    )
    write({"releases/2022/met.en.md": release})
    assert build().code == 0
    places = [(href, title) for href, title in nav(page("en/releases/met"))]
    assert places[:5] == [
        ("../../", "Home"), ("../", "Press releases"), ("../../countries/", "Countries"),
        ("../../ledger/", "Meetings and contacts"), ("../../calendar/", "Calendar"),
    ]  # fmt: skip
    assert [title for _, title in nav(page("km/releases/call"))][2:5] == ["ប្រទេស", "ជំនួប និងទំនាក់ទំនង", "ប្រតិទិនព្រឹត្តិការណ៍"]
    for address, active in [
        ("en/countries/no", "../"),
        ("en/countries", "./"),
        ("en/kinds/readout", "../../releases/"),
    ]:
        found = re.findall(r'<a href="([^"]*)" aria-current="(?:true|page)">', page(address))
        assert found == [active], address


def test_links_between_pages_stay_in_the_language(build: Build, page: ReadPage, write: Write) -> None:
    write({
        "docs/index.km.md": "# សួស្តី\n\n[a](about.md) [b](about.km.md#x) [c](img/x.png)\n",
        "docs/about.km.md": "# អំពី\n\n## x\n\n[en](only.md)\n",
        "docs/only.md": "# O\n",
        "docs/img/x.png": "x",
    })  # fmt: skip
    built = build("--strict")
    assert built.code == 0, built.log
    assert {"about/", "about/#x", "../img/x.png"} <= set(links(page("km")))
    assert "../../en/only/" in links(page("km/about"))


def test_links_to_releases_by_their_source_file(build: Build, page: ReadPage, write: Write) -> None:
    text = "[same](../releases/2022/call.md) [named](../releases/2022/call.en.md#p1) [only](../releases/2022/visit.md)"
    write({"docs/about.km.md": f"# អំពី\n\n{text}\n"})
    built = build("--strict")
    assert built.code == 0, built.log
    found = links(page("km/about"))
    assert "../../km/releases/call/" in found
    assert "../../en/releases/call/#p1" in found
    assert "../../en/releases/visit/" in found


def test_a_link_to_no_release_is_reported_once_and_is_no_link(build: Build, page: ReadPage, write: Write) -> None:
    text = (
        "[gone](../releases/2022/cal.en.md) [deep](../releases/2022/call.en.md#p99) ![p](../releases/2022/call/p.png)"
    )
    write({"docs/about.md": f"# About\n\n{text}\n"})
    built = build()
    warnings = [line for line in built.log.splitlines() if "Doc file" in line]
    assert [line.split("- ", 1)[1].strip() for line in warnings] == [
        (
            "Doc file 'about.md' contains a link '../releases/2022/cal.en.md', but there is no such release. "
            "Did you mean '../releases/2022/call.en.md'?"
        ),
        (
            "Doc file 'about.md' contains a link '../releases/2022/call.en.md#p99', "
            "but 'releases/2022/call.en.md' has no anchor '#p99'"
        ),
        "Doc file 'about.md' contains a link '../releases/2022/call/p.png', but no release names such a file",
    ]
    assert re.search(r">gone <a href=[^>]*>deep</a>\s*</p>", page("en/about"))
    assert "<img" not in page("en/about")
    assert "x-pressgen" not in page("en/about")


def test_the_head_of_a_page(build: Build, page: ReadPage) -> None:
    assert build().code == 0
    html = page("km/about")
    assert html.count('rel="canonical"') == 1
    assert '<link rel="canonical" href="https://example.org/press/km/about/">' in html
    assert re.findall(r'<link rel="alternate"[^>]*>', html) == [
        '<link rel="alternate" hreflang="en" href="https://example.org/press/en/about/">',
        '<link rel="alternate" hreflang="km" href="https://example.org/press/km/about/">',
        '<link rel="alternate" hreflang="x-default" href="https://example.org/press/en/about/">',
        '<link rel="alternate" type="application/atom+xml" title="សេចក្តីប្រកាសព័ត៌មាន" href="../../km/feed.xml">',
    ]
    masthead = html[html.index("<header") : html.index("</header>")]
    assert re.findall(r'<a href="([^"]*)" hreflang="en" lang="en">', masthead) == ["../../en/about/"]
    assert set(re.findall(r'<a href="([^"]*)" hreflang="km"', page("en/releases/visit"))) == {
        "../../../km/releases/visit/"
    }


def test_nothing_is_loaded_from_elsewhere(build: Build, page: ReadPage) -> None:
    assert build().code == 0
    for address in ("", "en", "km/releases/call"):
        assert not re.findall(
            r'<(?:script|link(?! rel="(?:canonical|alternate)"))[^>]*(?:src|href)="https?:', page(address)
        )


def test_a_site_in_one_language_has_it_in_its_addresses(build: Build, page: ReadPage, write: Write) -> None:
    write({
        "mkdocs.yml": CONFIGURATION.replace("[en, km]", "[en]").replace("{en: Ministry, km: ក្រសួង}", "Ministry"),
        "docs/about.km.md": None, "docs/v1.2.md": "# Version\n", "releases/2022/call.km.md": None,
    })  # fmt: skip
    built = build("--strict")
    assert built.code == 0, built.log
    assert "A call" in page("en/releases/call")
    assert "Version" in page("en/v1.2")
    assert "latest" in page("en")
    assert "pg-masthead__languages" not in page("en/about")


def test_a_language_that_the_theme_does_not_speak(build: Build, page: ReadPage, write: Write) -> None:
    write({"mkdocs.yml": CONFIGURATION.replace("[en, km]", "[en, km, lo, pt-BR, ckb]")})
    built = build()
    assert built.code == 0, built.log
    for tag, direction, skip in (("lo", "ltr", "Skip to"), ("pt-BR", "ltr", "Pular para"), ("ckb", "rtl", "Skip to")):
        html = page(f"{tag}/releases")
        assert f'<html lang="{tag}"' in html
        assert f'<body dir="{direction}"' in html
        assert skip in html
        assert 'href="#article" class="md-skip"' in html
        # The page of a few lines at the address of an edition that there is not.
        assert '<p><span lang="en" dir="ltr">This release has not been' in page(f"{tag}/releases/call")


def test_the_page_for_unknown_addresses_links_from_the_root(build: Build, project: Path) -> None:
    assert build().code == 0
    html = (project / "site" / "404.html").read_text(encoding="utf-8")
    relative = [
        link for link in re.findall(r'(?:href|src)="([^"]*)"', html) if not re.match(r"/press/|https://|#", link)
    ]
    assert relative == []
    assert '"/press/km/" hreflang="km"' in html


def test_an_error_leaves_the_previous_site_alone(build: Build, project: Path, write: Write) -> None:
    assert build().code == 0
    before = (project / "site" / "en" / "index.html").stat().st_mtime_ns
    write({"releases/2022/call.en.md": "---\ntitle: x\ndate: 2022-02-30\nkind: readout\n---\n\nText.\n"})
    built = build()
    assert built.code == 1
    assert "releases/2022/call.en.md:3:7: error PG022" in built.log
    assert "Traceback" not in built.log
    assert "previous site is as it was" in built.log
    assert (project / "site" / "en" / "index.html").stat().st_mtime_ns == before


def test_a_warning_stops_the_build_under_strict_only(build: Build, project: Path, write: Write, files: Files) -> None:
    write({"releases/2022/call.en.md": files["releases/2022/call.en.md"] + "\n#### Deep\n\nText.\n"})
    assert build("--strict").code == 1
    assert not (project / "site").exists()
    assert build().code == 0
    ignoring = "      ignore: {PG040: as printed}\n"
    write({"mkdocs.yml": files["mkdocs.yml"].replace("[en, km]\n", f"[en, km]\n{ignoring}")})
    built = build("--strict")
    assert (built.code, "PG0" in built.log) == (0, False), built.log


def test_two_pages_with_one_address(build: Build, write: Write) -> None:
    write({"docs/about.en.md": "# A\n", "docs/releases.md": "# R\n", "docs/sitemap.xml": "<x/>"})
    built = build()
    assert built.code == 1
    for line in (
        "docs/about.md:1:1: error PG035: this file and docs/about.en.md both have the address en/about/",
        "docs/releases.md:1:1: error PG035: this file and a page of pressgen's own both have the address en/releases/",
        "docs/sitemap.xml:1:1: error PG035: this file and a page of pressgen's own both have the address sitemap.xml",
    ):
        assert line in built.log


def test_a_wrong_option_is_reported_in_plain_words(build: Build, write: Write) -> None:
    write({"mkdocs.yml": CONFIGURATION.replace("languages:", "langages:")})
    built = build()
    assert built.code == 1
    assert "option 'langages': unknown option 'langages' (mkdocs.yml:6:7); did you mean 'languages'?" in built.log
    assert "Traceback" not in built.log


def test_another_theme_is_refused_in_plain_words(build: Build, write: Write) -> None:
    write({"mkdocs.yml": CONFIGURATION.replace("material", "readthedocs")})
    built = build()
    assert built.code == 1
    assert "pressgen needs the theme Material" in built.log


def test_a_broken_override_is_reported_in_plain_words(build: Build, write: Write) -> None:
    write({
        "mkdocs.yml": CONFIGURATION.replace("{name: material}", "{name: material, custom_dir: own}"),
        "own/pressgen-404.html": "{{ nothing.at.all }}",
    })  # fmt: skip
    built = build()
    assert built.code == 1
    assert "the theme cannot render a page" in built.log


def test_releases_within_docs_are_not_pages_of_docs(
    build: Build, page: ReadPage, write: Write, project: Path, files: Files
) -> None:
    write({
        "mkdocs.yml": CONFIGURATION.replace("issuer:", "releases_dir: docs/archive\n      issuer:"),
        **{path.replace("releases/", "docs/archive/"): text for path, text in files.items() if path.startswith("rel")},
        "docs/index.md": "# W\n\n[c](archive/2022/call.en.md)\n", "docs/about.km.md": None,
    })  # fmt: skip
    built = build("--strict")
    assert built.code == 0, built.log
    assert "../en/releases/call/" in links(page("en"))
    assert not (project / "site" / "en" / "archive").exists()


def test_a_page_of_docs_that_cannot_be_read_is_reported(build: Build, project: Path) -> None:
    (project / "docs" / "about.md").write_bytes(b"# About\n\ncaf\xe9\n")
    built = build()
    assert built.code == 1
    assert "docs/about.md:3:4: error PG005" in built.log
    assert "Traceback" not in built.log


def test_a_link_that_is_no_address_is_reported(build: Build, write: Write, page: ReadPage) -> None:
    write({"docs/about.md": "# About\n\n[bad](http://[::1/)\n"})
    built = build()
    assert built.code == 0, built.log
    assert "contains a link 'http://[::1/', which no browser can follow" in built.log
    assert re.search(r">bad</p>", page("en/about"))


def test_the_themes_script_asks_for_no_sitemap_beside_each_translation(build: Build, project: Path) -> None:
    assert build().code == 0
    [script] = (project / "site" / "assets" / "javascripts").glob("bundle.*.min.js")
    assert '"link[rel=alternate]:not(*)"' in script.read_text("utf-8")
    assert '"link[rel=alternate]"' not in script.read_text("utf-8")
    # Nor are there files that no page asks for: source maps, and the theme's own search.
    assert "sourceMappingURL" not in script.read_text("utf-8")
    names = [path.relative_to(project / "site").as_posix() for path in (project / "site/assets").rglob("*.*")]
    assert [name for name in names if name.endswith(".map") or "/lunr/" in name] == []


@pytest.mark.parametrize("theme", ["{name: material}", "{name: material, features: [navigation.indexes]}"])
def test_every_page_has_the_ways_in_above_it_whatever_the_site_asks_of_the_theme(
    write: Callable[[Mapping[str, str | None]], None],
    build: Callable[..., Built],
    page: Callable[[str], str],
    theme: str,
) -> None:
    write({"mkdocs.yml": CONFIGURATION.replace("{name: material}", theme)})

    assert build().code == 0

    for address in ("en", "en/about", "en/releases/call", "km/releases"):
        tabs = page(address).partition('<nav class="pg-places"')[2].partition("</nav>")[0]
        assert tabs.count('<a href="') >= 3, address
