"""Applies a function to items, in several processes if that pays; the results come in the order of the items.

The processes are forked by `concurrent.futures`: they inherit the function and the items, so that nothing but results
is sent. Each takes the next run of neighbouring items, which often have something in common, when it has finished its
last. What one process returns is what several return, byte for byte, because the function depends on its item alone.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

MOST_PROCESSES = 4
"""What is done before and after takes as long however many share the rest, and each takes some 45 MiB of its own."""
LEAST_ITEMS = 150
"""A process that gets fewer costs more than it saves."""
WINDOW = 2048
"""So many items are in memory at once."""
RUN = 32
"""So many neighbouring items one process takes at a time: what it remembers of one may serve the next."""

_BETWEEN_LOOKS = 0.2
"""Seconds between two looks of a process at whether the one that began it is still there."""


class _Failure(NamedTuple):
    """What the function raised for an item."""

    error: Exception


class _Work(NamedTuple):
    """What forked processes inherit."""

    function: Callable[[Any], object]
    items: Sequence[Any]


_inherited = _Work(repr, ())


def windows(items: Iterable[Item]) -> Iterator[Sequence[Item]]:
    """Yield items in portions that may be in memory at once."""
    rest = iter(items)
    while window := tuple(islice(rest, WINDOW)):
        yield window


def processes_for(count: int) -> int:
    """Return how many processes should share so many items: one wherever forking is not known to be safe."""
    if not hasattr(os, "fork") or sys.platform == "darwin":  # macOS's own libraries do not survive a fork
        return 1
    # A fork copies one thread and the locks that the others hold, as they are under `mkdocs serve`.
    if threading.active_count() > 1 or _threads_of_libraries():
        return 1
    return max(1, min(MOST_PROCESSES, _processors(), count // LEAST_ITEMS))


def _processors() -> int:
    if hasattr(os, "process_cpu_count"):  # from Python 3.13 on
        return os.process_cpu_count() or 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _threads_of_libraries() -> bool:
    """True if there are threads that Python did not begin; only Linux tells."""
    tasks = Path("/proc/self/task")
    try:
        return len(os.listdir(tasks)) > 1  # noqa: PTH208  # names are enough
    except OSError:
        return False


def apart(function: Callable[[Item], Result], items: Sequence[Item], processes: int = 0) -> list[Result]:
    """Return the results of `function` for all items, in their order.

    Raises what the function raised for the first item that it raised anything for, and ChildProcessError where
    a process was ended from outside. `processes` is for tests; without it as many take part as pay.
    """
    processes = processes or processes_for(len(items))
    with without_collection():
        if processes > 1:
            try:
                executor = _forked(function, items, processes)
            except OSError:  # no more processes are allowed: one can do without
                _end_processes()
            else:
                return _results(executor, runs(len(items), processes))
        return [function(item) for item in items]


def runs(count: int, processes: int) -> list[range]:
    """Divide the places of so many items into runs, the shorter the fewer items there are for each process."""
    length = max(1, min(RUN, -(-count // processes)))
    return [range(start, min(start + length, count)) for start in range(0, count, length)]


def _forked(function: Callable[[Item], Result], items: Sequence[Item], processes: int) -> ProcessPoolExecutor:
    """Begin the processes, which inherit the work. Raises OSError where the system allows no more."""
    global _inherited  # noqa: PLW0603  # a forked process inherits what the module holds
    _inherited = _Work(function, items)
    fork = multiprocessing.get_context("fork")
    executor = ProcessPoolExecutor(processes, fork, initializer=_begin, initargs=(os.getpid(),))
    try:
        executor.submit(_nothing)  # the first task has all processes forked, before there is any thread
    finally:
        _inherited = _Work(repr, ())
    return executor


def _nothing() -> None:
    """Do nothing: a first task."""


def _results(executor: ProcessPoolExecutor, places: Iterable[range]) -> list[Any]:
    """Collect the results of all runs in their order, and end the processes."""
    results: list[Any] = []
    try:
        for part in _received(executor.map(_applied, places)):
            results += part
    except BaseException:
        _end_processes()
        raise
    finally:
        executor.shutdown(cancel_futures=True)
    return results


def _received(parts: Iterator[list[object] | _Failure]) -> Iterator[list[object]]:
    """Yield the results that the processes send. Raises what the function raised, or why a process sent nothing."""
    while True:
        try:
            part = next(parts, None)
        except BrokenProcessPool:
            message = "a process, which made a part of the site, was ended from outside"
            raise ChildProcessError(message) from None
        except Exception as error:
            message = f"A result cannot be sent: {error}"
            raise RuntimeError(message) from error
        if part is None:
            return
        if isinstance(part, _Failure):
            raise part.error
        yield part


def _end_processes() -> None:
    """End the processes that this one has begun, whatever they are doing."""
    for process in multiprocessing.active_children():
        process.kill()
        process.join()


def _begin(parent: int) -> None:
    """Prepare a forked process: signals end it, and so does the end of the process that began it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_BETWEEN_LOOKS)
    os._exit(1)


def _applied(places: range) -> list[object] | _Failure:
    """Apply the function to a run of items, in a forked process, up to the first that raises an error."""
    results: list[object] = []
    for at in places:
        try:
            results.append(_inherited.function(_inherited.items[at]))
        except Exception as error:  # noqa: BLE001  # raised again by `_results`
            return _sendable(error)
    return results


def _sendable(error: Exception) -> _Failure:
    # A traceback cannot be sent: its text goes with the error, which itself may be one that cannot be.
    story = "".join(traceback.format_exception(error))
    error.add_note(f"In the process that made it:\n{story}")
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301  # our own
    except Exception:  # noqa: BLE001  # whatever an error's own methods raise
        return _Failure(RuntimeError(story))
    return _Failure(error)


@contextmanager
def without_collection() -> Iterator[None]:
    """Do not search for garbage, within the block or the function, while many values are made that stay.

    What has been made by its end is not looked at again before the next such block: it would be found to be in use.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    gc.unfreeze()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
