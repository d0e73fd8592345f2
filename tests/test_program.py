"""The digest of the program changes with each thing that files depend on beside their inputs, and with no other."""

from __future__ import annotations

import os
import shutil
from importlib import metadata
from pathlib import Path

import pytest

from pressgen.program import PACKAGE, _about, program_digest, versions_in_use

VERSIONS = versions_in_use()
PARTS = {
    "code": "views/lists/listing.py",
    "a template": "templates/lists.html",
    "interface words": "locales/km.yml",
    "a table of data": "data/names.yml",
    "a table of the search": "search/data/spellings.yml",
    "a stemmer": "search/stemmers/*.js",
    "a script of the search": "search/browser/box.js",
    "a style sheet": "assets/css/tokens.css",
    "a font": "assets/fonts/*.woff2",
    "a template of the theme": "theme/*.html",
}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of pressgen that a test may change."""
    return Path(shutil.copytree(PACKAGE, tmp_path_factory.mktemp("copy") / "pressgen"))


def digest(package: Path, project: Path | None = None, versions: dict[str, str] | None = None) -> bytes:
    return program_digest(project, package, VERSIONS if versions is None else versions)


def test_it_is_that_of_the_files_wherever_they_are_and_whenever_they_were_written(package: Path) -> None:
    os.utime(package / "stage.py", (1_000_000_000, 1_000_000_000))
    compiled = package / "views" / "__pycache__"
    compiled.mkdir(exist_ok=True)
    (compiled / "listing.cpython-399.pyc").write_bytes(b"compiled")

    assert digest(package) == program_digest()


@pytest.mark.parametrize("path", PARTS.values(), ids=PARTS)
def test_each_part_of_the_package_changes_it(path: str, package: Path) -> None:
    file = min(package.glob(path))
    before, content = digest(package), file.read_bytes()
    file.write_bytes(content + b"\n")
    after = digest(package)
    file.write_bytes(content)

    assert after != before == digest(package)


def test_a_file_that_goes_by_another_name_changes_it(package: Path) -> None:
    before, file = digest(package), package / "locales" / "cy.yml"
    file.rename(package / "locales" / "cz.yml")
    after = digest(package)
    (package / "locales" / "cz.yml").rename(file)

    assert after != before


@pytest.mark.parametrize("name", VERSIONS)
def test_each_version_changes_it(name: str, package: Path) -> None:
    assert digest(package, versions={**VERSIONS, name: "another"}) != digest(package)


def test_what_pages_show_the_results_of_is_among_the_versions() -> None:
    theirs = "babel jinja2 markupsafe nh3 pydantic pydantic-core pyyaml markdown mkdocs-material snowballstemmer tzdata"
    libraries = set(theirs.split())
    assert {*libraries, "python", "unicode", "zlib"} <= VERSIONS.keys()
    assert all(VERSIONS[name] for name in libraries)


@pytest.mark.parametrize("path", ["locales/en.yml", "templates/lists.html"])
def test_what_a_site_adds_changes_it(path: str, package: Path, tmp_path: Path) -> None:
    plain = digest(package, tmp_path)
    assert plain == digest(package)
    file = tmp_path / path
    file.parent.mkdir()
    file.write_text("one", encoding="utf-8")
    first = digest(package, tmp_path)
    file.write_text("two", encoding="utf-8")

    assert len({plain, first, digest(package, tmp_path)}) == 3


def test_libraries_say_of_themselves_what_python_reads_there() -> None:
    versions = versions_in_use()

    assert {"mkdocs", "jinja2", "pydantic", "pydantic_core", "click"} <= {name.replace("-", "_") for name in versions}
    for name in versions.keys() - {"python", "unicode", "zlib", "zones of the system"}:
        assert versions[name] == metadata.version(name)
        assert list(_about(name).requirements) == (metadata.requires(name) or [])


def test_the_digits_of_the_interface_are_part_of_it(package: Path) -> None:
    chosen: list[dict[str, str]] = [{}, {"km": "latn"}, {"km": "khmr"}, {"ar": "latn"}]
    digests = {program_digest(None, package, VERSIONS, digits=digits) for digits in chosen}

    assert len(digests) == 4
    assert digest(package) in digests
