"""The recipes for a key and for a group, followed step by step on copies of the package, whose sites have them."""

from __future__ import annotations

import csv
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

STEP = re.compile(
    r"[Ii]n\s+`(?P<file>[^`]+)`, above `(?P<line>[^`]+)`:\n\n(?P<fence> *)```\w+\n(?P<text>.*?)\n(?P=fence)```",
    re.DOTALL,
)
RELEASE = """\
---
title: The Ministers spoke of {day}
date: 2022-02-{day}
kind: readout
departments: [{department}]
---

The Ministers spoke of many things.
"""
FILES = {
    "mkdocs.yml": """\
site_name: Ministry
site_url: https://example.org/press/
theme: {name: material}
plugins:
  - pressgen:
      languages: [en]
      issuer: {country: KH, name: Ministry}
""",
    "docs/index.md": "# Ministry\n\n<!-- pressgen: latest department=asia -->\n",
    "docs/work.md": "# Work\n\n<!-- pressgen: departments -->\n",
    "releases/a.en.md": RELEASE.format(day=10, department="asia"),
    "releases/b.en.md": RELEASE.format(day=11, department="asia"),
    "releases/c.en.md": RELEASE.format(day=12, department="treaties"),
    "releases/register/departments.yml": "asia: {names: Department of Asia}\ntreaties: {names: Treaties Office}\n",
}

Run = Callable[..., subprocess.CompletedProcess[str]]


def recipe(repository: Path, name: str) -> str:
    _, _, found = (repository / "CONTRIBUTING.md").read_text("utf-8").partition(f"### {name}\n")
    return found.partition("\n### ")[0]


def follow(text: str, folder: Path) -> list[str]:
    """Follow the steps of a recipe in a folder, and return the files that they touch."""
    touched = []
    for step in STEP.finditer(text):
        file = folder / step["file"]
        before = file.read_text("utf-8").split("\n")
        places = [at for at, line in enumerate(before) if line.strip().startswith(step["line"])]
        assert len(places) == 1, f"{step['line']!r} stands {len(places)} times in {step['file']}"
        line = before[places[0]]
        indent, fence = line[: len(line) - len(line.lstrip())], len(step["fence"])
        added = [f"{indent}{text[fence:]}" for text in step["text"].split("\n")]
        file.write_text("\n".join([*before[: places[0]], *added, *before[places[0] :]]), "utf-8")
        touched.append(step["file"])
    return touched


@pytest.fixture(scope="module")
def copy(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package in which the recipe was followed."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(repository / "pressgen", folder / "pressgen", ignore=shutil.ignore_patterns("__pycache__"))
    touched = follow(recipe(repository, "A group"), folder)
    assert len(touched) == 9
    assert len(set(touched)) <= 10
    return folder


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of a site that has the group."""
    folder = tmp_path_factory.mktemp("project")
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def run(copy: Path, project: Path) -> Run:
    """Run a module as a program in the project, with the copy of the package."""
    environment = os.environ | {"PYTHONPATH": str(copy), "NO_MKDOCS_2_WARNING": "1"}

    def command(module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=project, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip

    return command


@pytest.fixture(scope="module")
def files(run: Run, project: Path) -> Mapping[str, bytes]:
    """The files of the site by their paths."""
    done = run("mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    site = project / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def released(html: bytes) -> list[str]:
    """List the releases that a page of the site leads to, in its order."""
    return list(dict.fromkeys(re.findall(r'href="[^"]*releases/([abc])/"', html.decode())))


def test_the_group_has_its_list_and_profiles(files: Mapping[str, bytes]) -> None:
    listed = files["en/departments/index.html"].decode()
    assert re.findall(r'<a class="pg-member__name" href="[^"]+/(\w+)/"', listed) == ["asia", "treaties"]
    assert released(files["en/departments/asia/index.html"]) == ["b", "a"]
    assert re.search(rb'<a [^>]*href="\.\./departments/"', files["en/work/index.html"])
    assert "<dt>Departments</dt>" in files["en/releases/a/index.html"].decode()


def test_it_has_feeds_and_data(files: Mapping[str, bytes]) -> None:
    assert files["en/departments/asia/feed.xml"].count(b"</entry>") == 2
    data = json.loads(files["departments/asia/index.json"])
    assert ([one["id"] for one in data["releases"]], data["subject"]["group"]) == (["b", "a"], "departments")
    profiles = json.loads(files["departments/index.json"])["profiles"]
    assert [(one["id"], one["count"]) for one in profiles] == [("asia", 2), ("treaties", 1)]
    assert json.loads(files["releases/c/release.json"])["departments"][0]["id"] == "treaties"
    rows = csv.DictReader(files["releases.csv"].decode().splitlines())
    assert {row["release"]: row["departments"] for row in rows} == {"a": "asia", "b": "asia", "c": "treaties"}


def test_it_is_a_filter_of_the_search_and_of_lists_in_pages(files: Mapping[str, bytes]) -> None:
    assert 'data-facet="department"' in files["en/search/index.html"].decode()
    catalogue = next(data for path, data in files.items() if "/catalogue-" in path)
    columns: dict[str, Any] = json.loads(gzip.decompress(catalogue))["facets"]["department"]
    assert columns["ids"] == ["asia", "treaties"]
    assert [columns["sets"][place] for place in columns["of"]] == [[0], [0], [1]]
    _, _, asked = files["en/index.html"].partition(b'<div class="pg pg-placed">')
    assert released(asked)[:2] == ["b", "a"]
    assert re.search(r'href="[^"]*/departments/treaties/"', files["en/work/index.html"].decode())


def test_its_ids_are_checked(run: Run, project: Path) -> None:
    wrong = project / "releases/wrong.en.md"
    wrong.write_text(RELEASE.format(day=13, department="asai"), "utf-8")
    done = run("pressgen.cli", "check")
    wrong.unlink()

    assert "unknown department 'asai' (departments[1])" in done.stdout + done.stderr
    assert "did you mean 'asia'?" in done.stdout + done.stderr


EVENT = """\
---
title: {title}
date: 2022-02-10
kind: readout
event: {{date: 2022-02-10, place: Oslo, venue: {venue}}}
---

The Ministers spoke of many things.
"""


def test_a_key_of_the_front_matter(repository: Path, tmp_path: Path) -> None:
    shutil.copytree(repository / "pressgen", tmp_path / "pressgen", ignore=shutil.ignore_patterns("__pycache__"))
    touched = follow(recipe(repository, "A key of the front matter"), tmp_path)
    assert len(touched) == len(set(touched)) == 4
    files = {
        "mkdocs.yml": FILES["mkdocs.yml"].replace("[en]", "[en, fr]"),
        "docs/index.md": "# Ministry\n",
        "releases/a.en.md": EVENT.format(title="A", venue="Residence of the Minister"),
        "releases/a.fr.md": "---\ntitle: B\nevent: {venue: Résidence du ministre}\n---\n\nLes ministres ont parlé.\n",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    site = tmp_path / "site"
    assert "Residence of the Minister" in (site / "en/releases/a/index.html").read_text("utf-8")
    assert "Résidence du ministre" in (site / "fr/releases/a/index.html").read_text("utf-8")
    venue = {"en": "Residence of the Minister", "fr": "Résidence du ministre"}
    assert json.loads((site / "releases/a/release.json").read_bytes())["event"]["venue"] == venue
    assert json.loads((site / "calendar/index.json").read_bytes())["events"][0]["venue"] == venue
