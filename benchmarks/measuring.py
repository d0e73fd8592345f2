"""Run a command as a whole process, and measure its seconds and the memory of all processes that it begins."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

SAMPLE = 0.05
"""The fewest seconds between two measurements of the memory."""
PAUSES = 30
"""So many times as long as a measurement of the memory took, there is none."""


class Measured(NamedTuple):
    """One run: seconds by the wall's clock and by the processors', memory of the largest process and of all in MiB."""

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


def environment() -> dict[str, str]:
    """Return the environment of what is measured.

    Python keeps what it has compiled, as it does wherever pressgen and MkDocs are installed.
    """
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}


def build(folder: Path, site: Path) -> Measured:
    """Build the project of MkDocs in `folder` into `site`."""
    return run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)], folder)


def run(command: Sequence[str], folder: Path) -> Measured:
    """Run a command in `folder`, in a process of its own; what it prints is thrown away. Ends the program if it fails.

    Seconds of processors are those of all processes. So is the memory where the system is Linux, by samples,
    in which what processes share counts once.
    """
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment(), stdout=subprocess.DEVNULL)
    together = 0.0
    while True:
        done, status, usage = os.wait4(process.pid, os.WNOHANG)
        if done:
            break
        looked = time.perf_counter()
        together = max(together, sum(map(memory_of, family(process.pid))))
        # The system walks through all pages of a process: no more than a part of the time goes into that.
        time.sleep(max(SAMPLE, PAUSES * (time.perf_counter() - looked)))
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"this ended with {process.returncode} in {folder}: {' '.join(command)}")
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


def size_of(folder: Path) -> tuple[int, float]:
    """Count how many files a folder has, and their MiB."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes) / 2**20
