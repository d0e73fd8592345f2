"""Apply a function to items, in several processes if that pays; the results come in the order of the items.

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
from itertools import islice, pairwise, starmap
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pressgen.engine import progress

Item = TypeVar("Item")
Result = TypeVar("Result")

MOST_PROCESSES = 4
"""More would hardly help: they only share a part of a build, and each takes some 45 MiB of its own."""
LEAST_ITEMS = 150
"""The fewest items for which a process saves more time than it costs."""
WINDOW = 2048
"""How many items are in memory at once."""
RUN = 32
"""How many neighbouring items a process takes at a time: memoised results of one may serve the next."""
_PARTS_AT_THE_END = 4
"""How many times as short the last runs are."""

_BETWEEN_LOOKS = 0.2
"""After how many seconds a process checks again whether its parent still runs."""
_LOOKS, _MOMENT = 50, 0.002
"""How often, and after how many seconds, to look again whether a thread has ended."""
_BETWEEN_COLLECTIONS = 50_000
"""After how many new objects a process looks for what nothing refers to any more: hardly anything is in circles."""


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
    """Return how many processes should share `count` items: one if forking may not be safe."""
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
    """True if there are threads that Python did not begin; only known on Linux.

    A thread of Python's that has ended is for a moment still one of the system's, as those of the last executor are.
    """
    tasks = Path("/proc/self/task")
    try:
        for _ in range(_LOOKS):
            if len(os.listdir(tasks)) == 1:  # noqa: PTH208  # names are enough
                return False
            time.sleep(_MOMENT)
    except OSError:
        return False
    return True


def apart(
    function: Callable[[Item], Result], items: Sequence[Item], processes: int = 0, length: int = RUN
) -> list[Result]:
    """Return the results of `function` for all items, in their order; each process takes so many at a time.

    Raises the first error of the function, in the order of the items, and ChildProcessError if a process was ended from
    outside. `processes` is for tests; by default it is `processes_for` the items.
    """
    results: list[Result] = []
    for part in result_parts(function, items, processes or processes_for(len(items)), length):
        results += part
        progress.advance(len(part))
    return results


def result_parts(
    function: Callable[[Item], Result], items: Sequence[Item], processes: int, length: int
) -> Iterator[list[Result]]:
    """Yield the results of `function` for all items as they come, in their order; raises as `apart`.

    Each process takes at most `length` neighbouring items at a time.
    """
    with without_collection():
        if processes > 1:
            try:
                executor = _forked(function, items, processes)
            except OSError:  # no more processes are allowed: this one does all the work
                _end_processes()
            else:
                yield from _results(executor, runs(len(items), processes, length))
                return
        for item in items:
            yield [function(item)]


def each(function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
    """Yield the results of a function for every item in their order, as `map` does, in several processes if it pays.

    The processes inherit the items; the results are pickled.
    """
    for window in windows(items):
        yield from apart(function, window)


def runs(count: int, processes: int, most: int = 0) -> list[range]:
    """Divide the indexes of `count` items into runs, shorter ones if there are few items for each process.

    Shorter are also the last of each process, so that none waits long until all others have ended.
    """
    most = most or RUN
    length = max(1, min(most, -(-count // processes)))
    shorter = length if processes == 1 or length < most else max(1, length // _PARTS_AT_THE_END)
    first_short = max(0, count - processes * length)
    first_short -= first_short % length
    starts = [*range(0, first_short, length), *range(first_short, count, shorter), count]
    return list(starmap(range, pairwise(starts)))


def _forked(function: Callable[[Item], Result], items: Sequence[Item], processes: int) -> ProcessPoolExecutor:
    """Start the processes, which inherit the work. Raises OSError if the system allows no more."""
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


def _results(executor: ProcessPoolExecutor, places: Iterable[range]) -> Iterator[list[Any]]:
    """Yield the results of all runs in their order, and end the processes."""
    try:
        yield from _received(lambda: executor.map(_applied, places))
    except BaseException:
        _end_processes()
        raise
    finally:
        executor.shutdown(cancel_futures=True)


def _received(begin: Callable[[], Iterator[list[object] | _Failure]]) -> Iterator[list[object]]:
    """Begin the work, and yield the results that the processes send.

    Raises the function's error, or ChildProcessError if a process was ended, be it before it had any work.
    """
    parts: Iterator[list[object] | _Failure] | None = None
    while True:
        try:
            parts = parts or begin()
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
    """Kill the processes that this one has started, whatever they are doing."""
    for process in multiprocessing.active_children():
        process.kill()
        process.join()


def _begin(parent: int) -> None:
    """Prepare a forked process: signals end it, and so does the end of the process that began it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.freeze()  # what was inherited is never looked at, which would copy it; what is made here is collected
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    gc.enable()
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
    """Disable garbage collection while a block or function builds many long-lived objects.

    These objects are frozen at its end: the collector does not look at them again before the next such block.
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
