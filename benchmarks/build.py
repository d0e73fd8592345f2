"""How long a cold build takes and how much memory, beside the same texts as plain pages of MkDocs with Material.

Both are built by whole processes, in turn, in the same run, so that what else the machine does falls on both:

    python benchmarks/build.py --editions 2000 --rounds 2
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
from pathlib import Path
from typing import NamedTuple

from archive import LANGUAGES, plain_pages, releases_of_a_project

GOAL = 1 / 2
"""At most this part of the time of plain pages, with all views, feeds and files of the archive."""
MEMORY = 400
"""At most so many MiB."""

PROJECTS: dict[str, Callable[[int], Iterable[tuple[str, str]]]] = {
    "plain pages": plain_pages,
    "pressgen": releases_of_a_project,
}


class Measured(NamedTuple):
    """One build: seconds by the wall's clock, and the peak of its memory in MiB."""

    seconds: float
    mebibytes: float


def write(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write `files` below `folder`."""
    for name, text in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def build(folder: Path) -> Measured:
    """Build the project in `folder` from nothing, in a process of its own."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"the build in {folder} failed")
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes on macOS, in KiB elsewhere
    return Measured(seconds, usage.ru_maxrss * unit / 1024**2)


def rows(measured: dict[str, list[Measured]]) -> Iterator[str]:
    """Give a line for each project: the median of its seconds, and its largest memory."""
    for name, builds in measured.items():
        seconds = statistics.median(one.seconds for one in builds)
        memory = max(one.mebibytes for one in builds)
        each = ", ".join(f"{one.seconds:.1f}" for one in builds)
        yield f"{name:12} {seconds:7.2f} s   {memory:6.0f} MiB   (each build: {each} s)"


def main() -> int:
    """Measure, print, and say whether the goal is met (exit code 0) or not (1)."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--editions", type=int, default=2000)
    arguments.add_argument("--rounds", type=int, default=2)
    arguments.add_argument("--keep", type=Path, help="write the projects to this folder and leave them there")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        top = given.keep or Path(temporary)
        for name, files in PROJECTS.items():
            write(top / name.replace(" ", "-"), files(given.editions // len(LANGUAGES)))
        measured: dict[str, list[Measured]] = {name: [] for name in PROJECTS}
        for _ in range(given.rounds):
            for name, builds in measured.items():
                builds.append(build(top / name.replace(" ", "-")))
    print(f"{given.editions} editions, cold, {os.cpu_count()} cores, Python {sys.version.split()[0]}")
    print("\n".join(rows(measured)))
    plain, ours = (statistics.median(one.seconds for one in measured[name]) for name in PROJECTS)
    memory = max(one.mebibytes for one in measured["pressgen"])
    print(f"pressgen takes {ours / plain:.2f} of the time (goal: {GOAL:.2f}) and {memory:.0f} MiB (goal: {MEMORY})")
    return 0 if ours / plain <= GOAL and memory <= MEMORY else 1


if __name__ == "__main__":
    sys.exit(main())
