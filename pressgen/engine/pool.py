"""A function and items go in; what it gives for each comes out in their order, made in several processes if it pays.

The processes are forked: they inherit the items, so that nothing but results travels. Each takes the next run of
neighbouring items, which often have something in common, as soon as it has made its last; the process that forked them
takes its part. What one process gives is what several give, byte for byte, because the function depends on its item
alone.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, NoReturn, TypeAlias, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

MOST_PROCESSES = 4
"""What is done before and after takes as long however many share the rest, and each takes some 45 MiB of its own."""
LEAST_ITEMS = 150
"""A process that gets fewer costs more than it saves."""
WINDOW = 2048
"""So many items are in memory at once."""
RUN = 32
"""So many neighbouring items one process takes at a time: what it has found out for one may serve the next."""
MOST_RUNS = 1024
"""So many runs can be dealt out: their numbers, two bytes each, fit into the smallest pipe that Linux gives."""


_LENGTH = 8
"""So many bytes before what a process sends tell how much it is: one that is ended may have sent a part."""


class _Failure(NamedTuple):
    """What an item's function raised, and which item it was."""

    at: int
    error: Exception


_Part: TypeAlias = tuple[list[int], list[Result], _Failure | None]
"""What one process gives: the places of its items up to the first that fails, their results, and that one's failure."""


class _Worker(NamedTuple):
    """A forked process and the pipe that its results come through."""

    pid: int
    pipe: BinaryIO


def windows(items: Iterable[Item]) -> Iterator[Sequence[Item]]:
    """Give items in portions that may be in memory at once."""
    rest = iter(items)
    while window := tuple(islice(rest, WINDOW)):
        yield window


def processes_for(count: int) -> int:
    """Give how many processes should share so many items: one wherever forking is not known to be safe."""
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
    """Say whether there are threads that Python did not begin; only Linux tells."""
    tasks = Path("/proc/self/task")
    try:
        return len(os.listdir(tasks)) > 1  # noqa: PTH208  # names are enough
    except OSError:
        return False


def apart(function: Callable[[Item], Result], items: Sequence[Item], processes: int = 0) -> list[Result]:
    """Give what `function` gives for each item, in the order of the items.

    Raises what the function raised for the first item that it raised anything for, and ChildProcessError where
    a process was ended from outside. `processes` is for tests; without it as many take part as pay.
    """
    processes = processes or processes_for(len(items))
    with without_collection():
        parts = _parts(function, items, processes)
    failures = [failure for *_, failure in parts if failure]
    if failures:
        raise min(failures, key=lambda failure: failure.at).error
    results: list[Result | None] = [None] * len(items)
    for places, given, _ in parts:
        for at, result in zip(places, given, strict=True):
            results[at] = result
    return results  # type: ignore[return-value]  # every place has been filled


@contextmanager
def _dealt(count: int, processes: int) -> Iterator[Iterator[int]]:
    """Give the places of so many items, run by run: each run to that of the forked processes which asks next.

    Runs go out in their order, so that whatever lies before a run that has gone out has gone out as well.
    """
    run = max(min(RUN, -(-count // processes)), -(-count // MOST_RUNS), 1)
    reading, writing = os.pipe()
    try:
        # The pipe is the one thing that all processes share: a number read from it is gone for the others.
        os.write(writing, b"".join(number.to_bytes(2, "big") for number in range(-(-count // run))))
        os.close(writing)
        yield (
            at
            for number in iter(lambda: os.read(reading, 2), b"")
            for start in [int.from_bytes(number, "big") * run]
            for at in range(start, min(start + run, count))
        )
    finally:
        os.close(reading)


def _parts(function: Callable[[Item], Result], items: Sequence[Item], processes: int) -> list[_Part[Result]]:
    """Give what each process makes of its items."""
    workers: list[_Worker] = []
    try:
        with _dealt(len(items), processes) as places:
            try:
                for _ in range(1, processes):
                    workers.append(_forked(function, items, places))  # noqa: PERF401  # those begun must be known
            except OSError:  # no more processes are allowed: one can do without
                _end(workers)
                return [_part(function, items, range(len(items)))]
            parts = [_part(function, items, places), *map(_received, workers)]
    except BaseException:
        _end(workers)
        raise
    for worker in workers:
        worker.pipe.close()
        os.waitpid(worker.pid, 0)
    return parts


def _part(
    function: Callable[[Item], Result], items: Sequence[Item], places: Iterable[int], parent: int = 0
) -> _Part[Result]:
    """Give the results for some items, up to the first that raises an error; end with the process `parent`."""
    made: list[int] = []
    given: list[Result] = []
    for at in places:
        if parent and os.getppid() != parent:
            os._exit(1)
        try:
            given.append(function(items[at]))
        except Exception as error:  # noqa: BLE001  # raised again by `apart`
            return made, given, _Failure(at, error)
        made.append(at)
    return made, given, None


def _forked(function: Callable[[Item], Result], items: Sequence[Item], places: Iterable[int]) -> _Worker:
    """Begin a process that makes some items."""
    parent = os.getpid()
    reading, writing = os.pipe()
    try:
        pid = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        raise
    if pid == 0:
        _work(function, items, places, parent, writing)
    os.close(writing)
    return _Worker(pid, os.fdopen(reading, "rb"))


def _work(
    function: Callable[[Item], Result], items: Sequence[Item], places: Iterable[int], parent: int, writing: int
) -> NoReturn:
    """Make some items and send what comes of them; nothing that the parent would do at its end is done here."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        part = _part(function, items, places, parent)
        with os.fdopen(writing, "wb") as pipe:
            data = _pickled(part)
            pipe.write(len(data).to_bytes(_LENGTH, "big"))
            pipe.write(data)
        code = 0
    finally:
        os._exit(code)


def _pickled(part: _Part[Result]) -> bytes:
    made, given, failure = part
    if failure:
        # A traceback cannot be sent: its text goes with the error, which itself may be one that cannot be.
        story = "".join(traceback.format_exception(failure.error))
        failure.error.add_note(f"In the process that made it:\n{story}")
        try:
            pickle.loads(pickle.dumps(failure))  # noqa: S301  # our own
        except Exception:  # noqa: BLE001  # whatever an error's own methods raise
            failure = _Failure(failure.at, RuntimeError(story))
    try:
        return pickle.dumps((made, given, failure), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001  # likewise
        return pickle.dumps(([], [], _Failure(-1, RuntimeError(f"A result cannot be sent: {error}"))))


def _received(worker: _Worker) -> _Part[Any]:
    data = worker.pipe.read()
    if len(data) < _LENGTH or len(data) - _LENGTH != int.from_bytes(data[:_LENGTH], "big"):
        # Nothing has come, or not all of it.
        message = f"process {worker.pid}, which made a part of the site, was ended from outside"
        raise ChildProcessError(message)
    part: _Part[Any] = pickle.loads(memoryview(data)[_LENGTH:])  # noqa: S301  # our own process sent it
    return part


def _end(workers: Iterable[_Worker]) -> None:
    """End processes whose results nobody waits for any more."""
    for worker in workers:
        worker.pipe.close()
        os.kill(worker.pid, signal.SIGKILL)
        os.waitpid(worker.pid, 0)


@contextmanager
def without_collection() -> Iterator[None]:
    """Let nothing be searched for garbage while many values are made that stay, within the block or the function.

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
