"""Measure the time and memory of a cold build, beside the same texts as plain pages of MkDocs with Material.

Plain pages are those of a plain `mkdocs.yml`: Material, one entry in the navigation, no `plugins:` key, so that
MkDocs' own search is on, and no extensions beyond MkDocs' own. The goal is measured against them. "With extensions"
are the same pages with what a release needs to be readable at all: notes, definitions, headings that can be linked to.
pressgen's search index, which finds more than MkDocs' and takes longer, is measured by itself: "with search" has it,
built without a cache, and `search/index.py` measures more.
All are built by whole processes, in turn, in the same run, so that other work of the machine slows all alike:

    python -m benchmarks.build --editions 2000 --rounds 3

Seconds are by the wall's clock and, with all processes that a build begins, by the processors' own. Memory is the peak
of the largest process, and that of all together with what they share counted once (Linux only, sampled).

Each build writes into a folder of its own, and all are removed at the end: where thousands of files have just been
removed, some file systems take ten times as long to make others (ext4 without a journal, for five minutes).
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks.archive import LANGUAGES, extended_pages, plain_pages, releases_of_a_project

GOAL = 1 / 2
"""The goal: at most this part of the time of plain pages, with all views, feeds and files of the archive."""
MEMORY = 400
"""The goal: at most so many MiB, for all processes together."""
SAMPLE = 0.05
"""Seconds between two measurements of the memory."""

PROJECTS: dict[str, Callable[[int], Iterable[tuple[str, str]]]] = {
    "plain pages": plain_pages,
    "with extensions": extended_pages,
    "pressgen": partial(releases_of_a_project, search=False),
    "with search": releases_of_a_project,
}


class Measured(NamedTuple):
    """One build: seconds by the wall's clock and by the processors', memory of the largest process and of all."""

    seconds: float
    processors: float
    mebibytes: float
    together: float


def write(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write `files` below `folder`."""
    for name, text in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def build(folder: Path, site: Path) -> Measured:
    """Build the project in `folder` into `site`, which does not exist yet, in a process of its own."""
    # Python keeps what it has compiled, as it does wherever pressgen and MkDocs are installed.
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment)
    together = 0.0
    while True:
        done, status, usage = os.wait4(process.pid, os.WNOHANG)
        if done:
            break
        together = max(together, sum(map(memory_of, family(process.pid))))
        time.sleep(SAMPLE)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"the build in {folder} failed")
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes on macOS, in KiB elsewhere
    largest = usage.ru_maxrss * unit / 1024**2
    return Measured(seconds, usage.ru_utime + usage.ru_stime, largest, max(together, largest))


def family(process: int) -> Iterator[int]:
    """Return a process and all that it started."""
    yield process
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except OSError:
        return
    for child in children:
        yield from family(int(child))


def memory_of(process: int) -> float:
    """Return a process's memory in MiB, with its part of what it shares with others."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def rows(measured: dict[str, list[Measured]]) -> Iterator[str]:
    """Write a line for each project: the medians of its seconds, and its largest memory."""
    for name, builds in measured.items():
        wall, processors = (statistics.median(one[at] for one in builds) for at in (0, 1))
        memory, together = (max(one[at] for one in builds) for at in (2, 3))
        each = ", ".join(f"{one.seconds:.1f}" for one in builds)
        yield (
            f"{name:15} {wall:7.2f} s, {processors:6.2f} s of processors   "
            f"{memory:4.0f} MiB, {together:4.0f} MiB together   (each build: {each} s)"
        )


def ratio(ours: list[Measured], theirs: list[Measured], at: int) -> float:
    """Return the median of ours as a part of the median of theirs."""
    return statistics.median(one[at] for one in ours) / statistics.median(one[at] for one in theirs)


def main() -> int:
    """Measure and print; the exit code is 0 if the goal is met, and else 1."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--editions", type=int, default=2000)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--keep", type=Path, help="write the projects to this folder and leave them there")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        top = options.keep or Path(temporary)
        for name, files in PROJECTS.items():
            write(top / name.replace(" ", "-"), files(options.editions // len(LANGUAGES)))
        measured: dict[str, list[Measured]] = {name: [] for name in PROJECTS}
        for name in measured:  # so that nothing is compiled in the first round only
            write(top / "few", PROJECTS[name](len(LANGUAGES)))
            build(top / "few", Path(temporary) / "few-built")
        for number in range(options.rounds):
            for name, builds in measured.items():
                folder = name.replace(" ", "-")
                shutil.rmtree(top / folder / ".cache", ignore_errors=True)  # of the search index
                builds.append(build(top / folder, Path(temporary) / f"site-{number}-{folder}"))
    print(f"{options.editions} editions, cold, {os.cpu_count()} cores, Python {sys.version.split()[0]}")
    print("\n".join(rows(measured)))
    ours, plain, extended = (measured[name] for name in ("pressgen", "plain pages", "with extensions"))
    wall, memory = ratio(ours, plain, 0), max(one.together for one in ours)
    print(f"pressgen takes {wall:.2f} of the time (goal: {GOAL:.2f}) and {memory:.0f} MiB (goal: {MEMORY})")
    print(f"and {ratio(ours, plain, 1):.2f} of the processors' time; beside pages with extensions", end=" ")
    print(f"{ratio(ours, extended, 0):.2f} of the time and {ratio(ours, extended, 1):.2f} of the processors'")
    print(f"with search, made from nothing: {ratio(measured['with search'], plain, 0):.2f} of the time of plain pages")
    return 0 if wall <= GOAL and memory <= MEMORY else 1


if __name__ == "__main__":
    sys.exit(main())
