"""The site stands whole until the next one is finished, and only what has changed is touched then."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from mkdocs.commands.build import build as host_build
from mkdocs.config import load_config

from tests.plugin.conftest import CONFIGURATION, Built, files_below
from tests.site.edits import EDITS, PROGRAM_EDITS, PROJECT
from tests.site.edits import write as edit_project

Write = Callable[[Mapping[str, str | None]], None]
Build = Callable[..., Built]

AS_IT_WAS = "Nothing was published. The previous site is as it was."


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")


def status(site: Path) -> dict[str, tuple[int, int]]:
    """Return the inode and the time of each file."""
    found = {path.relative_to(site).as_posix(): path.stat() for path in site.rglob("*") if path.is_file()}
    return {path: (one.st_ino, one.st_mtime_ns) for path, one in found.items()}


def left_beside(project: Path) -> list[str]:
    return [path.name for path in project.iterdir() if ".pressgen-" in path.name]


def clean(build: Build, project: Path) -> dict[str, bytes]:
    """Build the project into a folder of its own, and return the files."""
    assert build("--site-dir", str(project / "clean")).code == 0
    files = files_below(project / "clean")
    shutil.rmtree(project / "clean")
    return files


def test_nothing_is_touched_where_nothing_changed(build: Build, project: Path) -> None:
    assert build().code == 0
    before, folder = status(project / "site"), (project / "site").stat().st_ino
    assert build().code == 0

    assert status(project / "site") == before
    assert (project / "site").stat().st_ino == folder
    assert left_beside(project) == []


def test_only_what_differs_is_touched(build: Build, project: Path, write: Write, files: Mapping[str, str]) -> None:
    site = project / "site"
    assert build().code == 0
    before, texts = status(site), files_below(site)
    write({
        "releases/2022/call.en.md": files["releases/2022/call.en.md"].replace("spoke", "talked"),
        "docs/about.km.md": None,
        "docs/new.md": "# New\n",
    })  # fmt: skip
    assert build().code == 0

    now = files_below(site)
    assert now == clean(build, project)
    touched = {path for path, one in status(site).items() if before.get(path) != one}
    assert touched == {path for path, text in now.items() if texts.get(path) != text}
    assert "en/releases/call/index.html" in touched
    assert "km/about/index.html" not in now
    assert not (site / "km/about").exists()


def test_a_dirty_build_is_a_clean_one(build: Build, project: Path, write: Write) -> None:
    assert build("--dirty").code == 0
    write({"docs/about.md": "# Other\n", "releases/2022/visit.en.md": None})
    assert build("--dirty").code == 0

    assert files_below(project / "site") == clean(build, project)
    assert not (project / "site/en/releases/visit").exists()


def test_after_any_edits_the_site_is_a_clean_one(
    build: Build, project: Path, write: Write, files: Mapping[str, str], seeds: Callable[[int], range]
) -> None:
    """By the real command, with its theme and pages of `docs/`; `tests/engine/test_sequences.py` tries many more."""
    write(dict.fromkeys(files))
    for seed in seeds(1):
        chance, content = random.Random(seed), dict(PROJECT)
        edit_project(project, content)
        for edit in (nothing, *chance.choices((*EDITS, *PROGRAM_EDITS, look), k=7)):
            before = dict(content)
            edit(chance, content)
            edit_project(project, content, before)
            built = build()
            assert built.code == 0, built.log
            assert files_below(project / "site") == clean(build, project), edit.__name__


def nothing(_: random.Random, _files: dict[str, str]) -> None:
    """Change nothing."""


def look(chance: random.Random, content: dict[str, str]) -> None:
    """Change what stands around every page."""
    kept = [line for line in content["mkdocs.yml"].splitlines() if not line.startswith("copyright")]
    content["mkdocs.yml"] = "\n".join([*kept, f"copyright: Of {chance.randrange(99)}", ""])


HOOKS = """\
from pathlib import Path

told = {}


def on_config(config):
    told["folder"] = config.site_dir


def on_post_build(config):
    site = Path(config.site_dir)
    assert site == Path(told["folder"])
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    (site / "pages.txt").write_text("\\n".join(pages))
    for path in site.rglob("*.html"):
        path.write_bytes(path.read_bytes().replace(b"</body>", b"<!-- seen --></body>"))
"""


def test_hooks_see_the_whole_site_and_may_edit_it(build: Build, project: Path, write: Write) -> None:
    write({"mkdocs.yml": f"{CONFIGURATION}hooks: [own.py]\n", "own.py": HOOKS})
    site = project / "site"
    assert build().code == 0
    before = status(site)
    assert build().code == 0

    pages = [path for path in files_below(site) if path.endswith(".html")]
    assert (site / "pages.txt").read_text().split("\n") == sorted(pages)
    assert all((site / path).read_bytes().count(b"<!-- seen -->") == 1 for path in pages)
    assert status(site) == before


def test_a_plugin_may_name_another_folder(build: Build, project: Path, write: Write) -> None:
    below = "def on_config(config):\n    config.site_dir += '/v1'\n"
    write({"mkdocs.yml": f"{CONFIGURATION}hooks: [own.py]\n", "own.py": below, "site/v0/kept.txt": "older"})
    assert build().code == 0
    assert (project / "site/v1/en/index.html").is_file()
    assert (project / "site/v0/kept.txt").is_file()
    assert left_beside(project / "site") == []

    elsewhere = f"def on_config(config):\n    config.site_dir = {str(project / 'elsewhere')!r}\n"
    write({"mkdocs.yml": f"{CONFIGURATION}hooks: [other.py]\n", "other.py": elsewhere})
    assert build().code == 0
    assert files_below(project / "elsewhere") == files_below(project / "site/v1")


def test_whoever_deploys_is_told_the_sites_own_folder(project: Path) -> None:
    config = load_config(str(project / "mkdocs.yml"))
    config.plugins.on_startup(command="gh-deploy", dirty=False)
    host_build(config)

    assert config.site_dir == str(project / "site")
    assert (project / "site/en/index.html").is_file()


def test_warnings_of_the_host_stop_a_strict_build_before_the_site_is_touched(
    build: Build, project: Path, write: Write
) -> None:
    assert build("--strict").code == 0
    before = status(project / "site")
    write({"docs/about.md": "# About\n\n[nowhere](gone.md)\n"})
    built = build("--strict")

    assert built.code == 1
    assert f"Aborted with 1 warnings in strict mode!\n{AS_IT_WAS}" in built.log
    assert status(project / "site") == before
    assert left_beside(project) == []
    assert build().code == 0


def test_an_error_in_a_hook_leaves_the_previous_site(build: Build, project: Path, write: Write) -> None:
    assert build().code == 0
    before = status(project / "site")
    failing = "def on_post_build(config):\n    raise OSError(28, 'No space left on device', config.site_dir)\n"
    write({"mkdocs.yml": f"{CONFIGURATION}hooks: [own.py]\n", "own.py": failing, "docs/about.md": "# Other\n"})
    built = build()

    assert built.code == 1
    assert AS_IT_WAS in built.log
    assert status(project / "site") == before
    assert left_beside(project) == []


def test_the_folder_of_the_site_may_be_a_link(build: Build, project: Path) -> None:
    (project / "real").mkdir()
    (project / "site").symlink_to("real")
    assert build().code == 0
    before = status(project / "real")
    assert build().code == 0

    assert (project / "site").is_symlink()
    assert status(project / "real") == before
    assert "en/index.html" in before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_killed_at_any_moment_the_site_is_whole_and_the_next_build_heals_it(
    build: Build, project: Path, write: Write, files: Mapping[str, str], seeds: Callable[[int], range]
) -> None:
    site = project / "site"

    def edited(number: int) -> Mapping[str, str]:
        return {path: files[path].replace("spoke", f"talked {number} times") for path in ("releases/2022/call.en.md",)}

    assert build().code == 0
    began = time.monotonic()
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    subprocess.run(command, cwd=project, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    lasts = time.monotonic() - began
    for seed in seeds(4):
        old = files_below(site)
        write({**edited(seed), "docs/about.md": f"# About {seed}\n"})
        new = clean(build, project)
        with subprocess.Popen(command, cwd=project, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}) as process:
            time.sleep(lasts * random.Random(seed).uniform(0.3, 1))
            process.send_signal(signal.SIGKILL)
        found = files_below(site)
        assert old.keys() & new.keys() <= found.keys()
        assert all(text in {old.get(path), new.get(path)} for path, text in found.items())
        assert build().code == 0
        assert files_below(site) == new
        assert left_beside(project) == []
