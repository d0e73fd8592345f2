"""The digest of an output changes with what its file shows, and with nothing else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from pressgen.site.digest import Digests
from pressgen.site.output import Call, FileOutput, bytes_of, copy_output
from tests.site.projects import digests_of, site_at
from tests.views.encounter_samples import article_shell

CONTACT = "+999 20 555 0100"
"""The telephone number of Marevia's press desk."""

PRINTED = (
    "2024-06-28-press-desk-moves",
    "2024-07-23-aid-ishkara",
    "2024-08-14-condolence-tamarisk-islands",
    "2024-09-17-new-government",
    "2024-09-25-congratulation-yasmara",
    "2024-10-15-visit-brannoch",
    "2024-11-12-thirteenth-session",
    "2024-12-10-calloway-diplomatic-corps",
    "2025-01-21-spokesperson-briefing",
    "2025-02-04-statement-aurelia-dawn",
    "2025-03-04-congratulation-lindgarde",
    "2025-04-15-search-rescue-second-session",
    "2025-05-13-water-agreement",
    "2025-06-11-visit-chief-minister-tamber",
    "2025-08-20-joint-statement-spawning-grounds",
    "2025-10-21-water-agreement-corr1",
    "2025-11-18-registers-1871",
)
"""The releases whose pages print it, in every language: a page that has no edition prints it too."""


def copy_of(project: Path, folder: Path) -> Path:
    """Copy the files of a project that its site is made from."""
    for name in ("docs", "releases", "templates", "locales"):
        if (project / name).is_dir():
            shutil.copytree(project / name, folder / name)
    shutil.copy(project / "mkdocs.yml", folder)
    return folder


@pytest.fixture
def marevia(repository: Path, tmp_path: Path) -> Path:
    """A copy of the demonstration that a test may change."""
    return copy_of(repository / "examples/marevia", tmp_path)


@pytest.fixture(scope="module")
def unchanged(repository: Path) -> dict[str, str]:
    return dict(digests_of(site_at(repository / "examples/marevia")))


def elsewhere(repository: Path, folder: Path, seed: str, zone: str, locale: str) -> dict[str, str]:
    """Return the digests of a project as another process has them."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "LANG": locale}
    command = [sys.executable, "-m", "tests.site.projects", str(folder)]
    done = subprocess.run(command, cwd=repository, env=environment, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize("name", [".", "examples/marevia"])
def test_digests_are_the_same_in_every_process_and_at_every_place(name: str, repository: Path, tmp_path: Path) -> None:
    other = tmp_path / "another place"
    other.mkdir()
    copy_of(repository / name, other)
    for number, path in enumerate(sorted(other.rglob("*"))):
        os.utime(path, (1_000_000_000 + number, 1_000_000_000 - number))

    here = elsewhere(repository, repository / name, "1", "Asia/Phnom_Penh", "C.UTF-8")
    there = elsewhere(repository, other, "2", "Pacific/Chatham", "C")

    assert len(here) > 150
    assert here == there


@pytest.mark.parametrize("name", [".", "examples/marevia"])
def test_every_output_is_a_frozen_value(name: str, repository: Path) -> None:
    outputs = [*site_at(repository / name).outputs(docs_texts=())]
    assert len({hash(output) for output in outputs}) == len(outputs) > 150


def changed(before: dict[str, str], folder: Path) -> set[str]:
    """Return the paths of the outputs that differ from those before, or that there were not."""
    return {path for path, digest in digests_of(site_at(folder)).items() if before.get(path) != digest}


def test_another_telephone_number_changes_the_pages_that_print_it_and_no_others(
    marevia: Path, unchanged: dict[str, str]
) -> None:
    printing = {
        output.path
        for output in site_at(marevia).outputs()
        if CONTACT in bytes_of(output, article_shell).decode("utf-8", "replace")
    }
    register = marevia / "releases/register/contacts.yml"
    register.write_text(register.read_text("utf-8").replace(CONTACT, "+999 20 555 0222"), "utf-8")

    releases = site_at(marevia).archive.by_id
    pages = {f"{tag}/releases/{id_}/index.html" for id_ in PRINTED for tag in releases[id_].editions}
    assert changed(unchanged, marevia) == printing == pages


def test_a_comment_in_the_front_matter_changes_nothing(marevia: Path, unchanged: dict[str, str]) -> None:
    for file in (marevia / "releases").rglob("*.md"):
        text = file.read_text("utf-8")
        assert text.startswith("---\n")
        file.write_text(f"---\n# Checked by the desk.\n{text[4:]}", "utf-8")

    assert changed(unchanged, marevia) == set()


def test_another_title_changes_what_shows_it(marevia: Path, unchanged: dict[str, str]) -> None:
    file = marevia / "releases/2023/2023-02-07-brannoch-call.en.md"
    text = file.read_text("utf-8")
    assert text.count("  Telephone call between") == 1
    file.write_text(text.replace("  Telephone call between", "  Second telephone call between"), "utf-8")

    found = changed(unchanged, marevia)

    assert {"en/releases/2023-02-07-brannoch-call/index.html", "en/releases/2023/index.html", "en/feed.xml"} <= found
    assert "en/releases/2022/index.html" not in found
    assert "en/releases/2023-03-14-visit-yasmara/index.html" not in found


@dataclass(frozen=True)
class Opened:
    """A value with a field that no two processes have alike."""

    file: object


def shown(*_values: object) -> bytes:
    return b""


@pytest.mark.parametrize(
    "value",
    [Path("/srv/archive"), {"a", "b"}, [1], object(), Opened(Path("x"))],
    ids=["a path", "a set that changes", "a list", "an object", "a path within"],
)
def test_what_has_no_canonical_form_has_no_digest(value: object) -> None:
    with pytest.raises(TypeError, match="has no canonical form"):
        Digests().of(FileOutput("x", Call.of(shown, value)))


@pytest.mark.parametrize("function", [lambda _: b"", partial(shown, 1)], ids=["lambda", "partial"])
def test_a_function_without_a_name_has_no_digest(function: Callable[[object], bytes]) -> None:
    with pytest.raises(TypeError, match="canonical form"):
        Digests().of(FileOutput("x", Call.of(function, 1)))


def test_values_that_only_look_alike_have_other_digests() -> None:
    values = (1, True, "1", b"1", 1.0, None, "", (), ("",), ("1",), frozenset({"1"}), {"1": ""}, date(2024, 1, 1))
    digests = {Digests().of(FileOutput("x", Call.of(shown, value))) for value in values}
    more = {Digests().of(FileOutput("x", Call.of(shown, *values[:n]))) for n in range(2, len(values))}
    assert len(digests | more) == len(values) + len(values) - 2


def test_a_copy_has_the_digest_of_its_bytes(tmp_path: Path) -> None:
    for name, content in (("a", b"same"), ("b", b"same"), ("c", b"else")):
        (tmp_path / name).write_bytes(content)
    a, b, c = (Digests().of(copy_output("annex.pdf", str(tmp_path / name))) for name in "abc")
    assert a == b != c
