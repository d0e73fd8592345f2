"""Who makes outputs: forked processes of this machine, or the machines of a cluster.

Both are executors of `concurrent.futures`, which are given runs of neighbouring outputs. Forked processes inherit
everything and write files themselves; machines of a cluster are sent the outputs and send back bytes, since they share
no disk with this one. Nothing else of the engine knows which of the two it is.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from pressgen.engine import pool, progress
from pressgen.engine.remote import Parcel, is_sent, make_parcel
from pressgen.engine.writing import OutputWriter, Task, Written
from pressgen.site.output import CopyOutput, PiecedOutput
from pressgen.views.page import Shell, ShellKey

P = ParamSpec("P")
Result = TypeVar("Result")
Run = tuple[Task, ...]

CLUSTER = "PRESSGEN_CLUSTER"
"""The variable of the environment with the address of the cluster's scheduler, such as `tcp://10.0.0.5:8786`."""

_REMOTE_RUN = 64
"""How many outputs a machine of a cluster is sent at a time."""
_REMOTE_RUNS = 32
"""How many runs are on their way at a time: what is sent is in memory, here and at the scheduler."""
_FORKED_RUNS = 32
"""After how many runs processes are forked anew."""
_PATIENCE = 20
"""For how many seconds a scheduler that does not answer is waited for."""


class ForkedExecutor(Executor):
    """Applies a function to runs of items in forked processes, if that pays (`pool`): they inherit both."""

    def submit(self, fn: Callable[P, Result], /, *args: P.args, **kwargs: P.kwargs) -> Future[Result]:
        """Call a function in this process: for a single call none is forked."""
        future: Future[Result] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001  # the future raises it
            future.set_exception(error)
        return future

    def map(
        self,
        fn: Callable[..., Result],
        *iterables: Iterable[Any],
        timeout: float | None = None,  # noqa: ARG002  # a site takes as long as it takes
        chunksize: int = 1,
    ) -> Iterator[Result]:
        """Yield the results for all runs, in their order; raises as `pool.apart`."""
        calls = list(zip(*iterables, strict=False))
        processes = pool.processes_for(sum(len(run) for run, *_ in calls))
        for part in pool.result_parts(lambda call: fn(*call), calls, processes, chunksize):
            yield from part


class ClusterExecutor(Executor):
    """Applies functions on the machines of a Dask cluster, whose scheduler is at an address.

    Raises OSError if the scheduler does not answer, or the extra `cluster` is not installed.
    """

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client  # noqa: PLC0415  # most machines have none, and it takes a second to load
        except ImportError:
            message = f"{CLUSTER} names a cluster, for which this needs more: install pressgen[cluster]"
            raise OSError(message) from None
        self._client = Client(address, timeout=_PATIENCE, set_as_default=False)
        self._executor: Executor = self._client.get_executor(pure=False)

    def submit(self, fn: Callable[P, Result], /, *args: P.args, **kwargs: P.kwargs) -> Future[Result]:
        """Call a function on one of the machines."""
        return self._executor.submit(fn, *args, **kwargs)

    def map(
        self,
        fn: Callable[..., Result],
        *iterables: Iterable[Any],
        timeout: float | None = None,  # noqa: ARG002  # a site takes as long as it takes
        chunksize: int = 1,  # noqa: ARG002  # what is sent is divided already
    ) -> Iterator[Result]:
        """Yield the results in their order. Raises ChildProcessError if the machines were ended or are out of reach."""
        from distributed import KilledWorker  # noqa: PLC0415  # as above
        from distributed.comm import CommClosedError  # noqa: PLC0415  # as above

        try:
            yield from self._executor.map(fn, *iterables)
        except (KilledWorker, CommClosedError) as error:
            message = f"a machine of the cluster, which made a part of the site, was ended: {error}"
            raise ChildProcessError(message) from None

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002  # as it is
        """Leave the cluster, which goes on."""
        self._executor.shutdown(wait=wait and not cancel_futures)
        self._client.close()


@dataclass(frozen=True)
class Workers:
    """An executor, and how outputs are given to it: in runs of a `length`, so many of them at a time.

    What forked processes touch is copied in each, and freed when they end. So they are forked anew now and then.
    """

    executor: Executor
    length: int = pool.RUN
    at_a_time: int = _FORKED_RUNS
    elsewhere: bool = False

    def make(self, tasks: Sequence[Task], folder: Path, shells: Mapping[ShellKey, Shell]) -> list[Written | None]:
        """Make outputs into a folder, and return for each what was written; raises as `engine.make`."""
        writer = OutputWriter(str(folder), shells)
        processes = 1 if self.elsewhere else pool.processes_for(len(tasks))
        # What making an output of each sort loads is shared by all processes that are forked after it.
        results = {at: writer(tasks[at]) for at in (_first_of_each_sort(tasks) if processes > 1 else ())}
        rest = [at for at in range(len(tasks)) if at not in results]
        for portion in _portions(rest, self.length * self.at_a_time):
            some = [[portion[at] for at in run] for run in pool.runs(len(portion), processes, self.length)]
            taken = [tuple(tasks[at] for at in run) for run in some]
            parts = self._sent(taken, writer, shells) if self.elsewhere else self._written(taken, writer)
            for run, written in zip(some, parts, strict=True):
                progress.advance(len(written))
                results.update(zip(run, written, strict=True))
        return [results[at] for at in range(len(tasks))]

    def _written(self, runs: Sequence[Run], writer: OutputWriter) -> Iterator[list[Written | None]]:
        yield from self.executor.map(writer.run, runs)

    def _sent(
        self, runs: Sequence[Run], writer: OutputWriter, shells: Mapping[ShellKey, Shell]
    ) -> Iterator[list[Written | None]]:
        parcels = [Parcel.of(tuple(filter(is_sent, run)), shells) for run in runs]
        for run, made in zip(runs, self.executor.map(make_parcel, parcels), strict=True):
            arrived = iter(made)
            yield [_stored(next(arrived), task, writer) if is_sent(task) else writer(task) for task in run]


def _portions(places: Sequence[int], most: int) -> Iterator[Sequence[int]]:
    """Divide places into portions of nearly the same length: the last is worth as many processes as the others."""
    size = -(-len(places) // max(1, -(-len(places) // most)))
    for begin in range(0, len(places), max(1, size)):
        yield places[begin : begin + size]


def _first_of_each_sort(tasks: Sequence[Task]) -> list[int]:
    """Return the place of the first task of each function and shell."""
    first: dict[object, int] = {}
    for at, task in enumerate(tasks):
        output = task.output
        if not isinstance(output, CopyOutput | PiecedOutput):
            first.setdefault((output.content.function, getattr(output, "shell", None)), at)
    return list(first.values())


def _stored(made: tuple[str, bytes] | None, task: Task, writer: OutputWriter) -> Written | None:
    return Written(made[0], *writer.store(task.output.path, made[1])) if made else None


@contextmanager
def workers() -> Iterator[Workers]:
    """Return who makes outputs, until the end of the block: the cluster that the environment names, or this machine.

    Raises OSError if the cluster cannot be reached.
    """
    address = os.environ.get(CLUSTER, "").strip()
    if not address:
        yield Workers(ForkedExecutor())
        return
    with ClusterExecutor(address) as executor:
        yield Workers(executor, _REMOTE_RUN, _REMOTE_RUNS, elsewhere=True)
