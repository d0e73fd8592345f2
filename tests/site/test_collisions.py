"""Older addresses beside everything else of a site."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pressgen.addresses import Addresses, is_archives, may_collide
from pressgen.load import load
from pressgen.problems import Code, Example, Place, codes
from pressgen.settings import read_configuration
from pressgen.site import Site
from pressgen.site.collisions import collisions, declared_paths, redirect_file
from pressgen.site.docs_pages import DocsPages

PLACES = Addresses(("en", "km"))
DOCS = DocsPages.of((), PLACES)
SITE = ["index.html", "en/index.html", "en/countries/no/index.html", "feed.xml", "assets/a.css"]


@pytest.mark.parametrize(
    ("alias", "collides"),
    [
        ("en/countries/no", True), ("en/countries/se", False), ("en/countries", False), ("feed.xml", True),
        ("en/index.html", True), ("assets/a.css/b.html", True), ("en/countries/no.html", False), ("news/17", False),
    ],
)  # fmt: skip
def test_what_collides(alias: str, collides: bool) -> None:
    aliases = {alias: Place("x.md", 5)}
    found = list(collisions([*SITE, redirect_file(alias, PLACES)], DOCS, "docs", aliases))
    assert [problem.code.id for problem in found] == ["PG035"] * collides


def test_a_file_where_a_folder_is() -> None:
    aliases = {"news.html": Place("x.md", 5), "news.html/17": Place("y.md", 5)}
    paths = [*SITE, *(redirect_file(alias, PLACES) for alias in aliases)]
    assert {problem.place.path for problem in collisions(paths, DOCS, "docs", aliases)} == {"x.md", "y.md"}


def test_a_redirect_stands_where_a_host_looks_for_it() -> None:
    assert redirect_file("caf%C3%A9", PLACES) == "café/index.html"
    assert redirect_file("ព័ត៌មាន", PLACES) == "ព័ត៌មាន/index.html"


def reported(sources: Iterable[str], made: Iterable[str] = SITE) -> list[tuple[str, str, str]]:
    pages = DocsPages.of(sources, PLACES)
    return [(one.place.path, one.code.id, one.hint) for one in collisions([*made], pages, "docs", {})]


@pytest.mark.parametrize(
    "source, code",
    [
        ("countries/no.md", "PG035"),
        ("countries/no/index.md", "PG035"),
        ("en/index.html", "PG035"),
        ("feed.xml", "PG035"),
        ("countries.md", "PG082"),
        ("people/index.km.md", "PG082"),
        ("calendar.md", "PG082"),
        ("km/about.md", "PG083"),
        ("km/sub/about.md", "PG083"),
        ("countries/norway.md", ""),
        ("people-of-ours.md", ""),
        ("en/about.md", ""),
        ("km/logo.svg", ""),
        ("about.km.md", ""),
    ],
)
def test_pages_and_files_of_docs(source: str, code: str) -> None:
    found = reported([source])
    assert [(path, id_) for path, id_, _ in found] == ([(f"docs/{source}", code)] if code else [])


def test_a_page_in_the_folder_of_a_language_is_shown_its_name() -> None:
    assert reported(["km/sub/about.md"])[0][2] == "if it is in Khmer, rename it to 'docs/sub/about.km.md'"


def test_two_pages_of_one_address() -> None:
    assert [path for path, _, _ in reported(["about.md", "about/index.md"])] == ["docs/about/index.md"]


@pytest.mark.parametrize("code", [codes.RESERVED_ADDRESS, codes.FOLDER_OF_A_LANGUAGE], ids=lambda code: code.id)
def test_the_examples_of_the_codes(code: Code) -> None:
    def found(example: Example) -> list[str]:
        return [id_ for _, id_, _ in reported(path.removeprefix("docs/") for path in example.files)]

    assert found(code.wrong) == [code.id]
    assert found(code.right) == []


@pytest.mark.parametrize("source", ["countries/no.md", "people/index.km.md", "km/x.md", "feed.xml", "en/index.html"])
def test_what_collides_is_asked_about_first(source: str) -> None:
    assert may_collide([source], PLACES, [source] if source.endswith(".md") else [])


def test_what_cannot_collide_is_not_asked_about() -> None:
    pages = ["index.md", "index.km.md", "about.md", "about.km.md", "sub/releases.md", "manual/search.md"]
    assert not may_collide([*pages, "assets/logo.svg", "x/feed.xml"], PLACES, pages)
    assert may_collide([*pages, "about/index.md"], PLACES, [*pages, "about/index.md"])


def test_every_file_of_an_archive_is_known_as_its_own(repository: Path) -> None:
    given = read_configuration(repository / "examples/marevia/mkdocs.yml")
    loaded = load(given.folder, given.settings)
    now = datetime(2026, 1, 1, tzinfo=UTC)
    site = Site.of(loaded, given.settings, name=given.site_name, url=given.site_url, now=now)
    facts, pages = site.facts, DocsPages.of((), site.facts.addresses)
    languages = given.settings.languages
    paths = declared_paths(site, pages)
    own = {redirect_file(alias, facts.addresses) for alias in loaded.aliases}
    own |= {"index.html", *(f"{tag}/index.html" for tag in languages)}
    assert len(paths) > 500
    assert [path for path in paths if path not in own and not is_archives(path, languages)] == []


def test_a_check_counts_the_pages_that_a_build_would_make(tmp_path: Path) -> None:
    files = {
        "mkdocs.yml": "site_name: A\nplugins:\n- pressgen: {languages: [en], issuer: {name: ASEAN}}\n",
        "releases/register/organisations.yml": "asean: {names: ASEAN}\nun: {names: United Nations}\n",
        "releases/a.en.md": "---\ntitle: A\ndate: 2024-05-13\nkind: aid\norganisations: [asean, un]\n---\n\nRice.\n",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    configuration = read_configuration(tmp_path / "mkdocs.yml")
    settings = configuration.settings
    assert settings
    loaded = load(tmp_path, settings)
    site = Site.of(loaded, settings, name="A", url="", now=datetime.now(UTC))

    paths = declared_paths(site, DocsPages.of((), Addresses(("en",))))

    # The organisation whose site this is has no profile on it.
    assert "en/organisations/un/index.html" in paths
    assert "en/organisations/asean/index.html" not in paths
