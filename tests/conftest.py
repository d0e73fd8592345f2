"""Fixtures of several tests: the repository's own site, built once by the real command, and a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from pressgen.languages import use_site_locales
from pressgen.views.templates import use_site_templates
from tests.browser.chromium import find, flags
from tests.browser.tabs import Tabs

# Speed is measured in benchmarks/; a busy machine must fail no test.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
PATIENCE = 120_000
"""Milliseconds to wait for a browser: long, so that no test fails because a page is slow."""
expect.set_options(timeout=PATIENCE)

pytest.register_assert_rewrite("tests.golden")  # so that what differs is shown

REPOSITORY = Path(__file__).parent.parent


def pytest_xdist_auto_num_workers() -> int:
    """Run two processes more than there are processors: half of the time is spent waiting for browsers and disks."""
    return (os.cpu_count() or 1) + 2


SLOW = ("tests/proof", "tests/search", "tests/browser", "tests/test_", "tests/plugin", "tests/text/test_hostile")
"""The folders and files of slow tests: they run first, so that no process has a slow file left at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the files with slow tests first; all others keep their order."""

    def rank(item: pytest.Item) -> int:
        return next((at for at, start in enumerate(SLOW) if item.nodeid.startswith(start)), len(SLOW))

    items.sort(key=rank)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add an option for random tests to try more seeds than the few that every run has time for."""
    parser.addoption("--more-seeds", type=int, default=1, help="try so many times as many archives and folders")


@pytest.fixture
def seeds(request: pytest.FixtureRequest) -> Callable[[int], range]:
    """Return the seeds of a random test: `count` of them, or with `--more-seeds N` N times as many."""
    times: int = request.config.getoption("--more-seeds")
    return lambda count: range(count * times)


@pytest.fixture(autouse=True)
def _no_words_of_another_site() -> Iterator[None]:
    """Remove the locale files and templates that a test's site has added: they are used in the whole process."""
    yield
    use_site_locales({})
    use_site_templates({})


@pytest.fixture(scope="session")
def repository() -> Path:
    """Return the repository's folder."""
    return REPOSITORY


def built_strictly(project: Path, factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a project's site, built by the real command once for all processes of this run.

    No test may change it. `project` is a folder of the repository.
    """
    name = "own" if project == REPOSITORY else project.name
    return made_once(name, factory, lambda folder: build_strictly("mkdocs", project, "--site-dir", str(folder)))


def made_once(name: str, factory: pytest.TempPathFactory, make: Callable[[Path], object]) -> Path:
    """Return a folder that is made once for all processes of this run, by a function that is given its path.

    No test may change it, and nothing in it may say where it was made: it is moved to its place.
    """
    top = factory.getbasetemp()
    shared = (top.parent if "PYTEST_XDIST_WORKER" in os.environ else top) / "sites"
    shared.mkdir(exist_ok=True)
    with FileLock(shared / f"{name}.lock"):
        if not (shared / name).is_dir():
            shutil.rmtree(shared / f"{name}.part", ignore_errors=True)
            make(shared / f"{name}.part")
            (shared / f"{name}.part").rename(shared / name)
    return shared / name


def build_strictly(host: str, project: Path, *options: str) -> None:
    """Build a project with its host's own command, to which a warning is an error, as at the beginning of 2026."""
    done = subprocess.run(
        [sys.executable, "-m", host, "build", "--strict", *options],
        cwd=project,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1767225600", "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the repository's own site strictly, and return its folder."""
    return built_strictly(REPOSITORY, tmp_path_factory)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build pressgen's package as `make dist` does, and return its path."""
    (path,) = made_once("dist", tmp_path_factory, _pack).glob("*.whl")
    return path


def _pack(folder: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start a reader's browser; all tests share it, since only one can be driven at a time."""
    path = find()
    assert path, "no Chromium: run `python tests/browser/chromium.py`"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(path), args=flags(), timeout=PATIENCE)
        opened = started.new_context

        def patient(**options: Any) -> BrowserContext:  # noqa: ANN401  # Playwright's own
            context = opened(**options)
            context.set_default_timeout(PATIENCE)
            return context

        started.new_context = patient  # type: ignore[method-assign]
        yield started
        started.close()


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Tabs:
    """Return the tabs of that browser, which tests take one after the other."""
    return Tabs(browser)
