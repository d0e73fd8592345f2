"""A site in one language gets its second: every address that it has had stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.plugin.conftest import CONFIGURATION, RELEASE, TRANSLATION, Built, files_below

Build = Callable[..., Built]
Write = Callable[[Mapping[str, str | None]], None]

ONE = CONFIGURATION.replace("[en, km]", "[en]")
EARLY: Mapping[str, str | None] = {
    "mkdocs.yml": ONE,
    "docs/about.km.md": None,
    "docs/notice.pdf": "%PDF",
    "releases/2022/call.km.md": None,
    "releases/2022/call.en.md": RELEASE.format(
        title="A call", name="Prak Sokhonn", text="[About](../../docs/about.md), [home](../../docs/index.md)."
    ).replace("kind:", "aliases: [news/1, en/releases/a-talk]\nkind:"),
}
LATER: Mapping[str, str | None] = {
    "mkdocs.yml": CONFIGURATION,
    "docs/about.km.md": "# អំពីយើង\n",
    "releases/2022/visit.km.md": TRANSLATION.format(title="ដំណើរទស្សនកិច្ច", name="ប្រាក់ សុខុន", text="ទស្សនកិច្ច។"),
}
OF_BOTH = (
    "assets/pressgen/search/", "sitemap.xml", "releases.csv", ".jsonl.gz", "index.json", "kinds/readout/feed.",
    "en/feed.", "releases/visit/", "assets/pressgen/js/pages.js", "assets/pressgen/css/print.css",
)  # fmt: skip
"""The files that tell of what is new too: the search, lists of everything, the new edition, what scripts say, and in
which digits sheets are counted."""


@pytest.fixture
def early(build: Build, project: Path, write: Write) -> Mapping[str, bytes]:
    """Return the files of the site while it has one language."""
    write(EARLY)
    built = build("--strict")
    assert built.code == 0, built.log
    return files_below(project / "site")


def test_a_second_language_moves_nothing(early: Mapping[str, bytes], build: Build, project: Path, write: Write) -> None:
    write(LATER)
    built = build("--strict")
    assert built.code == 0, built.log
    later = files_below(project / "site")

    published = {path for path in early if not path.startswith("assets/pressgen/search/")}
    assert published - later.keys() == set()
    # A page with the theme around it has a menu of languages now; everything else is as it was.
    same = {path for path in published if not path.endswith(".html") and not any(of in path for of in OF_BOTH)}
    redirects = {"news/1/index.html", "en/releases/a-talk/index.html"}
    assert {path for path in same | redirects if early[path] != later[path]} == set()
    assert same > {"releases/call/release.json", "notice.pdf"}


def test_every_page_of_a_site_in_one_language_has_it_in_its_address(early: Mapping[str, bytes]) -> None:
    pages = {path for path in early if path.endswith(".html")}
    under_none = {f"releases/{release}/index.html" for release in ("call", "visit", "a-talk")}  # each leads on
    others = {"index.html", "404.html", "news/1/index.html"}
    assert {path for path in pages if not path.startswith("en/")} == others | under_none
    assert {"en/index.html", "en/about/index.html", "en/releases/call/index.html"} < pages


def test_the_root_leads_on(early: Mapping[str, bytes]) -> None:
    root = early["index.html"].decode()
    assert '<meta http-equiv="refresh" content="0; url=en/">' in root
    assert '<link rel="canonical" href="https://example.org/press/en/">' in root
    assert '<script src="assets/pressgen/js/redirect.js" data-href="en/"></script>' in root
    assert "noindex" not in root
    assert "<loc>https://example.org/press/</loc>" not in early["sitemap.xml"].decode()
    assert "<title>Ministry</title>" in root


def test_no_page_asks_for_the_sitemaps_of_its_feeds(early: Mapping[str, bytes]) -> None:
    (script,) = [path for path in early if path.startswith("assets/javascripts/bundle.") and path.endswith(".js")]
    assert b'"link[rel=alternate]"' not in early[script]
