"""Search in sites built by the real commands: what it finds, and what none of its files has."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

import pytest

from pressgen.languages import language
from pressgen.problems import codes
from pressgen.search import stemming
from pressgen.views.pages.search import FACETS
from tests.plugin.conftest import CONFIGURATION, files_below

SEARCH = "assets/pressgen/search"
RELEASE = "---\ntitle: {title}\ndate: 2022-03-01\nkind: statement\n{more}---\n\n{text}\n"
WITHDRAWN = "status: withdrawn\nwithdrawn: {date: 2022-03-02, reason: A mistake}\n"
Write = Callable[[Mapping[str, str | None]], None]


class Built(Protocol):
    code: int
    log: str


Build = Callable[..., Built]


@pytest.fixture(autouse=True)
def _time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")


@pytest.fixture
def files(project: Path) -> Callable[[], dict[str, bytes]]:
    """Read every file of the search of the built site."""
    return lambda: files_below(project / "site" / SEARCH)


Files = Callable[[], dict[str, bytes]]


def manifest(files: Mapping[str, bytes]) -> dict[str, Any]:
    return dict(json.loads(files["manifest.json"]))


def results(files: Mapping[str, bytes], tag: str) -> list[dict[str, Any]]:
    return list(json.loads(gzip.decompress(files[f"results-{tag}/{manifest(files)['results'][tag][0]}.lines"])))


def vocabulary(files: Mapping[str, bytes], tag: str) -> set[str]:
    texts = [data.decode() for name, data in files.items() if name.startswith(f"{tag}/") and name.endswith(".txt")]
    return {line.split("\t")[0] for text in texts for line in text.splitlines()}


def test_releases_and_pages_are_found_in_every_language(build: Build, files: Files) -> None:
    built = build("--strict")
    assert built.code == 0, built.log
    found = files()

    titles = [(line["type"], line["title"][0], line["address"]) for line in results(found, "en")]
    assert titles == [
        ("release", "A call", "en/releases/call/"),
        ("release", "A visit", "en/releases/visit/"),
        ("page", "Ministry", "en/"),
        ("page", "About us", "en/about/"),
    ]
    khmer = {line["address"]: line for line in results(found, "km")}
    assert khmer["km/releases/call/"]["title"] == ["ការហៅ", "", ""]
    assert [one["address"] for one in khmer["km/releases/call/"]["editions"]] == ["en/releases/call/"]
    assert khmer["km/releases/visit/"]["title"] == ["A visit", "en", "ltr"]
    assert khmer["km/about/"]["editions"][0]["address"] == "en/about/"
    assert khmer["en/"]["title"] == ["Ministry", "en", "ltr"]
    assert {"welcome", "visited"} <= vocabulary(found, "en")


def test_each_result_leads_to_its_texts(build: Build, files: Files, project: Path) -> None:
    build("--strict")

    for line in results(files(), "en"):
        texts = json.loads((project / "site" / line["text"]).read_bytes())
        assert {edition["language"] for edition in texts["editions"]} <= {"en", "km"}
        for edition in texts["editions"]:
            assert all({"anchor", "text"} <= block.keys() for block in edition["blocks"])
    about = next(line for line in results(files(), "en") if line["address"] == "en/about/")
    english, khmer = json.loads((project / "site" / about["text"]).read_bytes())["editions"]
    assert [block["text"] for block in english["blocks"]] == ["About us", "Back home."]
    assert khmer["blocks"][0]["anchor"]


def test_the_catalogue_and_the_names_of_filters_are_those_of_the_archive(
    build: Build, files: Files, write: Write
) -> None:
    write(
        {
            "releases/2022/aid.en.md": RELEASE.format(
                title="Aid", more="countries: [LA]\ntopics: [floods]\n", text="Rice."
            ),
            "releases/register/topics.yml": "floods: {names: {en: Floods, km: ទឹកជំនន់}}\nunused: {names: {en: No}}\n",
        }
    )
    built = build()
    assert built.code == 0, built.log
    found = files()

    columns = json.loads(gzip.decompress(found[manifest(found)["catalogue"]]))
    facets = columns["facets"]
    assert (facets["country"]["ids"], facets["topic"]["ids"], columns["pages"]) == (["LA"], ["floods"], 3)
    assert len(columns["languages"]) == manifest(found)["entries"] == 5
    khmer = json.loads(found[manifest(found)["labels"]["km"]])
    assert khmer["topic"] == {"floods": "ទឹកជំនន់"}
    assert khmer["country"] == {"LA": "ឡាវ"}
    assert khmer["year"] == {"2022": "២០២២"}
    assert list(khmer["language"]) == ["en", "km"]
    assert json.loads(found[manifest(found)["labels"]["en"]])["kind"] == {
        "readout": "Readout",
        "statement": "Statement",
    }


@pytest.mark.parametrize("more", ["status: draft\n", "embargo: 2099-01-01T00:00:00+00:00\n", WITHDRAWN])
def test_what_is_not_published_is_in_no_file(build: Build, files: Files, write: Write, more: str) -> None:
    build()
    without = files()
    secret = RELEASE.format(title="A zebra", more=f"{more}countries: [LA]\n", text="Zebras.")
    write({"releases/2022/secret.en.md": secret})

    built = build()
    assert built.code == 0, built.log

    assert files() == without
    assert "zebra" not in vocabulary(without, "en")


def test_a_page_says_if_it_is_not_to_be_found(build: Build, files: Files, write: Write) -> None:
    write({"docs/hidden.md": "---\nsearch: {exclude: true}\n---\n\n# Zebras\n"})
    built = build()
    assert built.code == 0, built.log

    assert not [line for line in results(files(), "en") if "hidden" in line["address"]]
    assert "zebras" not in vocabulary(files(), "en")


def test_lists_in_a_page_are_not_its_text(build: Build, files: Files, write: Write) -> None:
    write({"docs/about.md": "# About\n\n<!-- pressgen: latest count=5 -->\n\nLast.\n"})
    build()

    about = next(line for line in results(files(), "en") if line["address"] == "en/about/")
    texts = json.loads(files()[about["text"].removeprefix(f"{SEARCH}/")])
    assert [block["text"] for block in texts["editions"][0]["blocks"]] == ["About", "Last."]


def test_a_site_in_one_language(build: Build, files: Files, write: Write) -> None:
    write({
        "mkdocs.yml": CONFIGURATION.replace("[en, km]", "[ar]").replace("{en: Ministry, km: ក្រសួង}", "وزارة"),
        "docs/about.km.md": None, "releases/2022/call.km.md": None,
        "docs/index.md": "# مرحبا\n\nنص.\n", "docs/about.md": "# عنا\n\nنص.\n",
        "releases/2022/call.en.md": None, "releases/2022/visit.en.md": None,
        "releases/2022/call.md": RELEASE.format(title="اتصال", more="", text="تحدث الوزيران."),
    })  # fmt: skip
    built = build()
    assert built.code == 0, built.log

    assert [line["address"] for line in results(files(), "ar")] == ["ar/releases/call/", "ar/", "ar/about/"]
    assert manifest(files())["owners"]["Arab"] == ["ar"]
    assert "وزيران" in vocabulary(files(), "ar")


def test_a_site_without_releases(build: Build, files: Files, write: Write) -> None:
    write(dict.fromkeys(("releases/2022/call.en.md", "releases/2022/call.km.md", "releases/2022/visit.en.md")))
    write({"docs/index.md": "# Welcome\n", "docs/about.km.md": "# អំពី\n", "releases/register/people.yml": "{}\n"})
    built = build()
    assert built.code == 0, built.log

    assert [line["type"] for line in results(files(), "en")] == ["page", "page"]


def test_a_site_without_search_has_nothing_of_it(build: Build, files: Files, write: Write) -> None:
    write({"mkdocs.yml": f"{CONFIGURATION}      search: false\n"})
    built = build("--strict")
    assert built.code == 0, built.log

    assert files() == {}


def test_missing_stemmers_are_a_warning_and_the_site_is_built(
    build: Build, files: Files, page: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stemming, "PACKAGE", "missing-here")
    built = build()

    assert built.code == 0, built.log
    assert "warning PG064: the site has no search: missing-here is not installed" in built.log
    assert "The two spoke" in page("en/releases/call")
    assert manifest(files())["available"] is False
    assert results(files(), "en")
    for tag in ("en", "km"):
        article = page(f"{tag}/search").partition('id="article"')[2]
        assert language(tag).say("search-not-built") in article
        assert "<form" not in article.partition("</nav>")[0]
        assert article.count("data-facet") == len(FACETS)
    assert language("en").say("search-needs-script") not in page("en/search")


def test_a_strict_build_without_the_stemmers_leaves_the_previous_site_as_it_was(
    build: Build, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    before = files_below(project / "site")
    monkeypatch.setattr(stemming, "PACKAGE", "missing-here")
    built = build("--strict")

    assert built.code == 1
    assert "Nothing was built" in built.log
    assert files_below(project / "site") == before


def test_the_examples_of_missing_stemmers(build: Build, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stemming, "PACKAGE", "missing-here")

    def reported(configuration: object) -> bool:
        write({"mkdocs.yml": f"{configuration}theme: {{name: material}}\n"})
        return codes.NO_SEARCH_INDEX.id in build().log

    assert reported(codes.NO_SEARCH_INDEX.wrong.files["mkdocs.yml"])
    assert not reported(codes.NO_SEARCH_INDEX.right.files["mkdocs.yml"])


def test_the_cache_is_the_projects_and_a_build_from_it_is_the_same(build: Build, files: Files, project: Path) -> None:
    build()
    cold = files()
    assert (project / ".cache/pressgen/search/parts").is_file()
    build()
    assert files() == cold

    (project / ".cache/pressgen/record.sqlite").unlink()
    build()
    assert files() == cold


def test_the_other_host_makes_the_same_index(build: Build, files: Files, project: Path) -> None:
    build()
    done = subprocess.run(
        [sys.executable, "-m", "properdocs", "build", "--config-file", "mkdocs.yml", "--site-dir", "other"],
        cwd=project, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert files_below(project / "other" / SEARCH) == files()
