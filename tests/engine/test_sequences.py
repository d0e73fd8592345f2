"""After any sequence of edits, a build from the record gives the site that a clean build gives, and makes no more."""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection, Iterator, Mapping
from datetime import timedelta
from itertools import cycle
from pathlib import Path
from random import Random

import pytest

from pressgen.addresses import SEARCH
from pressgen.engine import pool
from pressgen.extension import read_extension
from pressgen.views.site_templates import read_site_templates
from tests.engine.edited import Edited, files_of
from tests.site.edits import EDITS, PROGRAM_EDITS, PROJECT, Edit, Files, configuration
from tests.site.projects import NOW

PROCESSES = (1, 2, 4)
"""How many processes make the outputs, in turns."""
STEPS = 20

ALWAYS_IN_VAIN = re.compile(
    r"assets/pressgen/search/"  # the search compares the parts of its index itself
    r"|(\w\w/)?releases/[^/]+/[^/]*"  # the pages of a release that changed, whatever they show of it
    r"|releases.*\.(csv|jsonl\.gz)"  # the lines of its year
)
"""The outputs that may be made again though their bytes stay the same, after any edit."""
EVERYTHING = (*PROGRAM_EDITS, configuration)
"""Edits of what every output depends on, whether it shows it or not."""
OFTEN_IN_VAIN = re.compile(
    rf"{ALWAYS_IN_VAIN.pattern}|(\w\w|calendar|ledger|[a-z]+)/.*index\.(html|json)|.*\.ics|.*feed\.(xml|json)"
)
"""The same after edits of what lists know of releases: not each list shows all of it."""
NARROW = ("nothing", "comment", "attachment", "contact", "colour", "page", "theme")
"""Edits of what lists know nothing of."""


@pytest.fixture(autouse=True)
def without_extension(tmp_path: Path) -> Iterator[None]:
    """Take the words and templates of the site away after a test."""
    yield
    nothing = tmp_path / "nothing"
    read_extension(nothing)
    read_site_templates(nothing)


def theme(random: Random, files: Files) -> None:
    """Change what stands around every page, as an update of the theme does."""
    files["theme"] = f"theme {random.randrange(99)}"


def nothing(random: Random, files: Files) -> None:
    """Change nothing."""


def differing(before: Mapping[str, bytes], after: Mapping[str, bytes], outputs: Collection[str]) -> set[str]:
    """Return the outputs whose files differ; all files of the search index are one output."""
    paths = {path for path, content in after.items() if before.get(path) != content}
    return {path if path in outputs else SEARCH for path in paths}


@pytest.mark.parametrize("seed", [1, 2])
def test_every_build_equals_a_clean_one_and_makes_what_differs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    random, project = Random(seed), Edited(tmp_path / "project")
    before: dict[str, bytes] = {}
    project.write(PROJECT)
    edits: list[Edit] = [nothing, *random.choices((*EDITS, *PROGRAM_EDITS, theme), k=STEPS)]
    for edit, processes in zip(edits, cycle(PROCESSES), strict=False):
        files = dict(project.files)
        edit(random, files)
        project.write(files)
        monkeypatch.setattr(pool, "processes_for", lambda count, most=processes: max(1, min(most, count)))
        read = project.read()
        plan, account = project.build(read, tmp_path / "cache", tmp_path / "site")
        project.build(read, tmp_path / "clean-cache", tmp_path / "clean")
        clean, made = files_of(tmp_path / "clean"), account.made.keys()
        for name in ("clean-cache", "clean"):
            shutil.rmtree(tmp_path / name)

        assert files_of(tmp_path / "site") == clean, edit.__name__
        differ = differing(before, clean, plan.paths)
        assert differ - made == set(), edit.__name__
        if edit not in EVERYTHING:
            allowed = ALWAYS_IN_VAIN if edit.__name__ in NARROW else OFTEN_IN_VAIN
            assert [path for path in made - differ if not allowed.fullmatch(path)] == [], edit.__name__
        before = clean


def test_what_falls_out_of_force_is_made_anew_though_no_file_changed(tmp_path: Path) -> None:
    files, project = dict(PROJECT), Edited(tmp_path / "project")
    path = "releases/2025/2025-01-10-statement.en.md"
    advisory = files[path].replace("kind: statement", "kind: advisory")
    files[path] = advisory.replace("date: ", "valid: {from: 2026-01-02, until: 2026-01-03}\ndate: ", 1)
    project.write(files)
    made = []
    for day in range(4):
        read = project.read(NOW + timedelta(days=day))
        _, account = project.build(read, tmp_path / "cache", tmp_path / "site")
        project.build(read, tmp_path / f"cache-{day}", tmp_path / f"clean-{day}")
        made.append(account.made)

        assert files_of(tmp_path / "site") == files_of(tmp_path / f"clean-{day}")

    ahead, begun, same, ended = made
    page = "en/kinds/advisory/index.html"
    assert [page in paths for paths in (ahead, begun, same, ended)] == [True, True, False, True]
