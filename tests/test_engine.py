"""Several processes return the results and errors of one process, in the same order."""

import multiprocessing
import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from pressgen import engine, settings
from pressgen.engine import pool
from pressgen.load import load
from pressgen.site.output import Call, FileOutput, Output
from pressgen.stage import front_matter_shell

forks = pytest.mark.skipif(not hasattr(os, "fork") or sys.platform == "darwin", reason="this platform does not fork")


@pytest.fixture(params=[1, 2, 5])
def processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    if request.param > 1 and (not hasattr(os, "fork") or sys.platform == "darwin"):
        pytest.skip("this platform does not fork")
    monkeypatch.setattr(pool, "processes_for", lambda _: request.param)
    return int(request.param)


@pytest.fixture
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_processors", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(pool, "_threads_of_libraries", lambda: False)


def numbered(number: int) -> bytes:
    return f"page {number}\n".encode() * number


def pages(count: int) -> Iterator[Output]:
    for number in range(count):
        yield FileOutput(f"{number % 7}/page-{number}/index.html", Call.of(numbered, number))


def files_below(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("count", [0, 1, 4, 23])
def test_every_file_is_made_by_however_many(processes: int, count: int, tmp_path: Path) -> None:
    engine.write_all(pages(count), front_matter_shell, tmp_path)
    assert files_below(tmp_path) == {f"{n % 7}/page-{n}/index.html": numbered(n) for n in range(count)}


def test_results_keep_the_order_of_the_items(processes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "WINDOW", 10)
    assert list(engine.each(str, range(33))) == [str(number) for number in range(33)]


@pytest.mark.parametrize(
    ("count", "lengths"),
    [(0, []), (1, [1]), (21, [4, 4, 4, *(1 for _ in range(9))]), (3, [2, 1])],
    ids=["none", "one", "many", "few"],
)
def test_neighbours_are_taken_together_and_in_order(
    count: int, lengths: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "RUN", 4)
    found = pool.runs(count, 2)
    assert [len(run) for run in found] == lengths
    assert [at for run in found for at in run] == [*range(count)]


@forks
def test_processes_that_end_before_they_have_work_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    class Ended(ProcessPoolExecutor):
        def map(self, *_args: object, **_named: object) -> Iterator[object]:  # type: ignore[override]
            raise BrokenProcessPool

    monkeypatch.setattr(pool, "ProcessPoolExecutor", Ended)
    with pytest.raises(ChildProcessError, match="was ended from outside"):
        pool.apart(shared(lambda _: os.getpid()), range(6), 2)


@forks
def test_no_process_and_no_thread_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    before = threading.active_count()  # a server of another test may still be there
    for _ in range(2):
        assert pool.apart(shared(lambda _: os.getpid()), range(6), 2)[0] != MAIN
        assert multiprocessing.active_children() == []
        assert threading.active_count() == before


def test_an_archive_is_read_alike(processes: int, repository: Path) -> None:
    found = settings.read_configuration(repository / "mkdocs.yml")
    assert load(found.folder, found.settings, each=engine.each) == load(found.folder, found.settings)


def test_items_are_asked_for_in_portions(processes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "WINDOW", 4)
    asked: list[int] = []

    def items() -> Iterator[int]:
        for number in range(12):
            asked.append(number)
            yield number

    next(iter(engine.each(str, items())))
    assert asked == [0, 1, 2, 3]


def failing(number: int) -> bytes:
    if number in {4, 9, 11}:
        message = f"no page {number}"
        raise LookupError(message)
    return b""


def test_the_first_error_is_raised_with_the_output_that_it_befell(processes: int, tmp_path: Path) -> None:
    outputs = [FileOutput(f"{number}.html", Call.of(failing, number)) for number in range(20)]
    with pytest.raises(LookupError, match="no page 4") as caught:
        engine.write_all(outputs, front_matter_shell, tmp_path)
    assert "4.html" in caught.value.__notes__[0]


def test_a_folder_that_cannot_be_written_is_an_os_error(processes: int, tmp_path: Path) -> None:
    (tmp_path / "3").write_text("a file where a folder is wanted")
    with pytest.raises(OSError, match="3") as caught:
        engine.write_all(pages(20), front_matter_shell, tmp_path)
    assert "3/page-3/index.html" in caught.value.__notes__[0]


MAIN = os.getpid()


class UnpicklableError(Exception):
    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} and {other}")


def shared(others: Callable[[int], object]) -> Callable[[int], object]:
    """Have another process do its part by `others`, for which this one waits with its own."""
    reading, writing = os.pipe()

    def part(number: int) -> object:
        if os.getpid() != MAIN:
            os.write(writing, b".")
            return others(number)
        select.select([reading], [], [], 120)
        return number

    return part


def not_to_be_sent(_number: int) -> int:
    raise UnpicklableError(*("this", "that"))


@forks
def test_an_error_that_cannot_be_sent_is_reported_in_words() -> None:
    with pytest.raises(RuntimeError, match="UnpicklableError: this and that"):
        pool.apart(shared(not_to_be_sent), range(6), 2)


@forks
def test_a_result_that_cannot_be_sent_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="cannot be sent"):
        pool.apart(shared(lambda number: lambda: number), range(6), 2)


def ended(_number: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@forks
def test_a_process_that_is_ended_from_outside_is_reported() -> None:
    with pytest.raises(ChildProcessError, match="ended from outside"):
        pool.apart(shared(ended), range(6), 2)


@forks
def test_one_process_does_where_no_more_are_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refused)
    assert pool.apart(str, range(5), 3) == ["0", "1", "2", "3", "4"]


@forks
@pytest.mark.usefixtures("two_processors")
def test_few_items_are_not_worth_a_process() -> None:
    assert pool.processes_for(2 * pool.LEAST_ITEMS - 1) == 1
    assert pool.processes_for(2 * pool.LEAST_ITEMS) == 2
    assert pool.processes_for(1_000_000) == 2


@forks
@pytest.mark.usefixtures("two_processors")
def test_no_more_processes_than_serve(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_processors", lambda: 64)
    assert pool.processes_for(1_000_000) == pool.MOST_PROCESSES


@pytest.mark.usefixtures("two_processors")
def test_nothing_is_forked_beside_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert pool.processes_for(1_000_000) == 1
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(pool, "_threads_of_libraries", lambda: True)
    assert pool.processes_for(1_000_000) == 1


def test_a_thread_that_is_ending_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system lists a thread for a moment after Python has joined it: work is shared all the same."""
    looks = iter((["1", "2"], ["1", "2"], ["1"]))
    monkeypatch.setattr(os, "listdir", lambda _: next(looks))
    assert not pool._threads_of_libraries()
    monkeypatch.setattr(os, "listdir", lambda _: ["1", "2"])
    monkeypatch.setattr(pool, "_MOMENT", 0.0)
    assert pool._threads_of_libraries()


@forks
@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="this system does not list threads")
def test_no_library_of_ours_starts_a_thread() -> None:
    """A process with threads is not forked: numpy's library for matrices would start some."""
    everything = "import os, pressgen.plugin, pressgen.engine.making, pressgen.search.parts, pressgen.search.postings"
    command = [sys.executable, "-W", "ignore", "-c", f"{everything}; print(len(os.listdir('/proc/self/task')))"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split()[-1] == "1"


# A shell's background jobs, CI's among them, begin with SIGINT ignored, and so does what they begin.
SLOW = """
import os, signal, sys, time
from pressgen.engine import pool
signal.signal(signal.SIGINT, signal.default_int_handler)
def slow(number):
    os.write(1, b"%d\\n" % os.getpid())
    time.sleep(0.02)
pool.apart(slow, range(6000), 3)
"""


@forks
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_interruption_ends_every_process(sign: signal.Signals) -> None:
    seen: set[int] = set()
    with subprocess.Popen([sys.executable, "-c", SLOW], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout
        while len(seen) < 3:
            seen.add(int(process.stdout.readline()))
        process.send_signal(sign)
        assert process.wait(timeout=120) != 0
    for pid in seen:
        for _ in range(6000):
            if not _runs(pid):
                break
            time.sleep(0.02)
        assert not _runs(pid)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A process that has ended, and that nobody has asked how, is still listed.
    state = Path(f"/proc/{pid}/stat")
    try:
        return not state.parent.is_dir() or state.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
