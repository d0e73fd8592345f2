"""The search engine's program: folders of small pages go in, folders with their indexes come out, or what went wrong.

Pagefind is a program of its own, of which the package `pagefind-bin` holds a copy for each common system. It may be
missing, be of another version than the one whose files are known, fail, or not end: each is a `NotIndexedError` that
says why.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import which

KNOWN = re.compile(r"1\.5\.\d+")
"""The versions whose files are known; `pyproject.toml` asks for the same."""
SECONDS = 60.0
"""So long may a small index take at most; one is made in less than a tenth of a second."""
SECONDS_PER_MEBIBYTE = 20.0
"""So much longer for each MiB of documents, for which half a second is usual."""
MEMORY_FOR_A_BYTE = 45
"""The program takes so many bytes of memory for each byte of documents."""
_PAUSE = 0.005
# The code of a program that the system ended, and that of one that could not get the memory it asked for.
_KILLED = dict.fromkeys((-9, -6), ", perhaps for want of memory")


class NotIndexedError(Exception):
    """The index cannot be made; the message says why."""


@dataclass(frozen=True, slots=True)
class Pagefind:
    """The program and its version."""

    path: Path
    version: str


@dataclass(frozen=True, slots=True)
class Job:
    """A folder of pages to index as one language, the folder for the index, and how many MiB the pages have."""

    source: Path
    target: Path
    language: str
    mebibytes: float


def find() -> Pagefind:
    """Give the program that is installed with pressgen, or else one that the system has.

    Raises NotIndexedError where there is none that works.
    """
    path = _installed()
    if path is None:
        message = "Pagefind is not installed"
        raise NotIndexedError(message)
    try:
        told = subprocess.run(  # noqa: S603  # the program that was installed for this
            [path, "--version"], capture_output=True, text=True, timeout=SECONDS, check=True, stdin=subprocess.DEVNULL
        ).stdout
    except (OSError, subprocess.SubprocessError) as error:
        message = f"Pagefind does not run ({_reason(error)})"
        raise NotIndexedError(message) from None
    version = told.split()[-1] if told.split() else "unknown"
    if not KNOWN.fullmatch(version):
        message = f"Pagefind has the version {version}, which pressgen does not know"
        raise NotIndexedError(message)
    return Pagefind(path, version)


def _installed() -> Path | None:
    try:
        # Systems that it is not made for lack it.
        from pagefind_bin import get_executable  # type: ignore[import-untyped]  # noqa: PLC0415  # likewise

        return Path(get_executable())
    except (ImportError, OSError):
        found = which("pagefind")
        return Path(found) if found else None


def _reason(error: Exception) -> str:
    if isinstance(error, subprocess.TimeoutExpired):
        return f"it did not end in {error.timeout:.0f} seconds"
    if isinstance(error, subprocess.CalledProcessError):
        return f"it ended with code {error.returncode}"
    return error.strerror or type(error).__name__ if isinstance(error, OSError) else str(error)


def run(program: Pagefind, jobs: Iterable[Job]) -> None:
    """Make every index, several at once where there are processors and memory for it.

    Raises NotIndexedError where one is not made; then no program is left running.
    """
    waiting = sorted(jobs, key=lambda job: -job.mebibytes)
    running: list[_Running] = []
    try:
        while waiting or running:
            while waiting and _may_begin(waiting[0], [one.job for one in running]):
                running.append(_Running(program, waiting.pop(0)))
            running = [one for one in running if not one.has_ended()]
            time.sleep(_PAUSE)
    finally:
        for one in running:
            one.end()


def _may_begin(job: Job, others: Sequence[Job]) -> bool:
    """Say whether another program may run beside the others."""
    if not others:
        return True
    mebibytes = job.mebibytes + sum(other.mebibytes for other in others)
    return len(others) < _processors() and mebibytes * MEMORY_FOR_A_BYTE < _memory() / 2


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _memory() -> float:
    """Give the machine's memory in MiB; where nothing tells it, what is usual."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**20
    except (AttributeError, ValueError, OSError):
        return 8192.0


class _Running:
    """A program at work, which must end in time."""

    def __init__(self, program: Pagefind, job: Job) -> None:
        self.job = job
        self._seconds = SECONDS + SECONDS_PER_MEBIBYTE * job.mebibytes
        self._end = time.monotonic() + self._seconds
        self._said = tempfile.TemporaryFile()  # noqa: SIM115  # closed when the program has ended
        command = [
            str(program.path), "--silent", "--keep-index-url", "--force-language", job.language,
            "--site", str(job.source), "--output-path", str(job.target),
        ]  # fmt: skip
        try:
            self._process = subprocess.Popen(  # noqa: S603  # likewise
                command, stdin=subprocess.DEVNULL, stdout=self._said, stderr=self._said, cwd=job.source.parent
            )
        except OSError as error:
            self._said.close()
            message = f"Pagefind does not run ({_reason(error)})"
            raise NotIndexedError(message) from None

    def has_ended(self) -> bool:
        """Say whether it has. Raises NotIndexedError where it failed, or should have ended by now."""
        code = self._process.poll()
        if code is None:
            if time.monotonic() > self._end:
                message = f"Pagefind did not end in {self._seconds:.0f} seconds"
                raise NotIndexedError(message)
            return False
        if code:
            message = f"Pagefind ended with code {code}{self._last_words() or _KILLED.get(code, '')}"
            raise NotIndexedError(message)
        self._said.close()
        return True

    def end(self) -> None:
        """End it, whatever it is at."""
        self._process.kill()
        self._process.wait()
        self._said.close()

    def _last_words(self) -> str:
        self._said.seek(0)
        lines = self._said.read()[-2000:].decode("utf-8", "replace").split("\n")
        last = next((line.strip() for line in reversed(lines) if line.strip()), "")
        return f": {last}" if last else ""
