"""The making of a site: declared outputs go in, the files of the site come out.

An output is a pure function of its named inputs, so it does not matter in which order outputs are made, nor by whom:
where the machine has several processors and the site is large, processes share the work, and the files are the same.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen.site import Output

if TYPE_CHECKING:
    from collections.abc import Iterable

WORTH_SHARING = 400
"""From so many outputs on, a process of its own saves more time than it takes."""

MOST_PROCESSES = 8
"""More processes would wait for the disk, and each has memory of its own."""

_RUN = 16
"""Outputs are dealt in runs of so many, so that no process gets all the pages of one sort."""


def make(outputs: Iterable[Output], folder: Path, *, processes: int | None = None) -> None:
    """Make every output below `folder`, whose files it replaces, by so many `processes` (as suits, if not said).

    Raises OSError where the folder cannot be written.
    """
    declared = tuple(outputs)
    shares = _dealt(declared, processes or _processes(len(declared)))
    # What is there by now stays for as long as the outputs are made: looking through it for garbage is wasted time, and
    # would have each process copy the memory that it shares with the others.
    gc.freeze()
    try:
        fork = multiprocessing.get_context("fork") if len(shares) > 1 else None
        others = [(share, fork.Process(target=_attempt, args=(share, folder))) for share in shares[1:]] if fork else []
        for _, process in others:
            process.start()
        _make(shares[0], folder)
        for share, process in others:
            process.join()
            if process.exitcode:
                # Made once more, here, so that what went wrong is raised where it is dealt with.
                _make(share, folder)
    finally:
        gc.unfreeze()


def _make(outputs: Sequence[Output], folder: Path) -> None:
    made: set[Path] = set()
    for output in outputs:
        path = folder / output.path
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(output.make(**output.inputs))


def _attempt(outputs: Sequence[Output], folder: Path) -> None:
    """Make outputs in a process that says by its exit code alone that it could not."""
    try:
        _make(outputs, folder)
    except Exception:  # noqa: BLE001  # whatever it is, it is raised where they are made once more
        sys.exit(1)


def _dealt(outputs: Sequence[Output], processes: int) -> list[list[Output]]:
    shares: list[list[Output]] = [[] for _ in range(processes)]
    for start in range(0, len(outputs), _RUN):
        shares[start // _RUN % processes].extend(outputs[start : start + _RUN])
    return shares


def _processes(outputs: int) -> int:
    """Give how many processes suit so many outputs.

    Only Linux copies a process safely and at no cost, and only one that does a single thing: a preview has threads.
    """
    if outputs < WORTH_SHARING or sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return max(1, min(len(os.sched_getaffinity(0)), MOST_PROCESSES))
