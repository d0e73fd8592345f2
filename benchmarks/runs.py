"""What is measured: each run by its name, in the order in which they take turns."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.archive import plain_pages, releases_of_a_project
from benchmarks.hugo_site import hugo_files
from benchmarks.measuring import Measured, build, run, size_of, write
from benchmarks.peers import Peers
from benchmarks.serve import seconds_to_serve
from benchmarks.steps import add_release, correct_name, edit

REPOSITORY = Path(__file__).parent.parent
SAVES = 3
"""How many releases are saved, one after the other, under `mkdocs serve`."""
REPEATED = 5
"""How often the builds of this repository's own site are repeated: each takes about a second."""


@dataclass
class Results:
    """What was measured: the runs of each name and number of releases, and what else was counted."""

    runs: dict[tuple[str, int], list[Measured]] = field(default_factory=dict)
    sizes: dict[tuple[str, int], tuple[int, float]] = field(default_factory=dict)
    written: dict[tuple[str, int], int] = field(default_factory=dict)
    served: list[float] = field(default_factory=list)

    def add(self, name: str, releases: int, measured: Measured) -> None:
        """Add a run, and print it at once: a long measurement shows what it does."""
        self.runs.setdefault((name, releases), []).append(measured)
        print(
            f"{releases:6} releases, {name:24} {measured.seconds:8.2f} s, {measured.processors:8.2f} s of processors, "
            f"{measured.together:5.0f} MiB",
            file=sys.stderr,
            flush=True,
        )


def hugo(peers: Peers, folder: Path, releases: int, number: int, results: Results) -> None:
    """Build the site of Hugo from nothing, and again after one edit."""
    if not number:
        _begin(folder, hugo_files(releases))
    shutil.rmtree(folder / "public", ignore_errors=True)
    command = [peers.hugo, "--quiet", "--cacheDir", str(folder / "cache")]
    results.add("hugo, cold", releases, run(command, folder))
    edit(folder / "content", number)
    results.add("hugo, one edit", releases, run(command, folder))
    results.sizes["hugo", releases] = size_of(folder / "public")


def pagefind(peers: Peers, folder: Path, releases: int, results: Results) -> None:
    """Make Pagefind's index of the site that Hugo has built."""
    results.add("pagefind", releases, run([peers.pagefind, "--site", "public"], folder))


def plain(folder: Path, releases: int, number: int, results: Results) -> None:
    """Build the same texts as plain pages of MkDocs with Material, with their own search."""
    if not number:
        _begin(folder, plain_pages(releases))
    shutil.rmtree(folder / "site", ignore_errors=True)
    results.add("mkdocs, cold", releases, build(folder, folder / "site"))


def cold_and_edit(folder: Path, releases: int, number: int, results: Results) -> None:
    """Build pressgen's site from nothing, and again after one edit."""
    if not number:
        _begin(folder, releases_of_a_project(releases))
    for left in (".cache", "site"):
        shutil.rmtree(folder / left, ignore_errors=True)
    _built("cold", folder, releases, results)
    edit(folder / "releases", number)
    _built("one edit", folder, releases, results)
    results.sizes["pressgen", releases] = size_of(folder / "site")


def further(folder: Path, releases: int, number: int, results: Results) -> None:
    """Build pressgen's site with nothing changed, with a release more, and with a correction of the register."""
    _built("nothing changed", folder, releases, results)
    add_release(folder, number)
    _built("one release more", folder, releases, results)
    correct_name(folder, number)
    _built("register", folder, releases, results)


def _built(name: str, folder: Path, releases: int, results: Results) -> None:
    """Build the project's site, and count the files that were written: a build touches only what differs."""
    began = time.time()
    results.add(name, releases, build(folder, folder / "site"))
    written = (path for path in (folder / "site").rglob("*") if path.is_file() and path.stat().st_mtime >= began)
    results.written[name, releases] = sum(1 for _ in written)


def check(folder: Path, releases: int, number: int, results: Results) -> None:
    """Check pressgen's project with nothing changed."""
    command = [sys.executable, "-m", "pressgen.cli", "check"]
    if not folder.exists():
        _begin(folder, releases_of_a_project(releases))
    if not number:
        run(command, folder)  # it may keep what it has read
    results.add("check", releases, run(command, folder))


def serve(folder: Path, releases: int, results: Results) -> None:
    """Save releases under `mkdocs serve`."""
    if not folder.exists():
        _begin(folder, releases_of_a_project(releases))
    for seconds in seconds_to_serve(folder, SAVES):
        results.served.append(seconds)
        print(f"        served after {seconds:.2f} s", file=sys.stderr, flush=True)


def own_site(folder: Path, results: Results) -> None:
    """Build this repository's own site with nothing changed, and its pages with MkDocs and Material alone, in turn."""
    ours, theirs = folder / "own", folder / "own-plain"
    for copy in (ours, theirs):
        shutil.rmtree(copy, ignore_errors=True)
        for name in ("docs", "releases"):
            shutil.copytree(REPOSITORY / name, copy / name)
        write(copy, [("mkdocs.yml", _configuration(with_pressgen=copy is ours))])
    for copy in (ours, theirs):
        build(copy, copy / "site")
    for _ in range(REPEATED):
        results.add("own site, plain", 1, build(theirs, theirs / "site"))
        results.add("own site", 1, build(ours, ours / "site"))


def _configuration(*, with_pressgen: bool) -> str:
    text = (REPOSITORY / "mkdocs.yml").read_text("utf-8")
    before, _, rest = text.partition("\nplugins:\n")
    after = rest[rest.index("\nmarkdown_extensions:") :]
    return text if with_pressgen else before + after


def _begin(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write a corpus, and leave nothing of an earlier one, its sites or its cache."""
    shutil.rmtree(folder, ignore_errors=True)
    write(folder, files)
