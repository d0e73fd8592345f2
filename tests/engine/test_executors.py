"""Outputs are made by whoever the executor stands for: processes of this machine, or those of a cluster."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

import pytest

from pressgen.engine import executors, pool, remote
from pressgen.engine.executors import CLUSTER, ForkedExecutor, Workers, workers
from pressgen.engine.remote import Parcel, make_parcel
from pressgen.engine.writing import Task
from pressgen.languages import Contents, use_site_locales
from pressgen.languages.locales import with_digits
from pressgen.site.digest import Digests
from pressgen.site.output import IndexOutput, PageOutput
from pressgen.stage import front_matter_shell
from pressgen.views.page import Shell, ShellKey
from tests.site.edits import PROJECT, write
from tests.site.projects import site_at

Shells = dict[ShellKey, Shell]


@pytest.fixture
def tasks(tmp_path: Path) -> list[Task]:
    """Return the outputs of a small site that has every case of one."""
    write(tmp_path / "project", dict(PROJECT))
    outputs = site_at(tmp_path / "project").outputs()
    return [Task(output) for output in outputs if not isinstance(output, IndexOutput)]


@pytest.fixture
def shells(tasks: Sequence[Task]) -> Shells:
    keys = {task.output.shell for task in tasks if isinstance(task.output, PageOutput)}
    return {key: front_matter_shell(key) for key in keys}


def files_below(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def made(crew: Workers, tasks: Sequence[Task], folder: Path, shells: Shells) -> tuple[object, dict[str, bytes]]:
    written = [*crew.make(tasks, folder, shells)]
    return [one and (one.inputs, one.digest, one.status.size) for one in written], files_below(folder)


class Sent(ThreadPoolExecutor):
    """Stands for a cluster: what is done is sent as pickles, and so are the results."""

    def map(self, fn: object, *iterables: object, **_: object) -> Iterator[object]:  # type: ignore[override]
        for item in zip(*iterables, strict=True):  # type: ignore[call-overload]
            function, arguments = pickle.loads(pickle.dumps((fn, item)))
            yield pickle.loads(pickle.dumps(function(*arguments)))


def test_whoever_makes_them_outputs_are_the_same(tasks: Sequence[Task], shells: Shells, tmp_path: Path) -> None:
    here = made(Workers(ForkedExecutor()), tasks, tmp_path / "here", shells)
    with Sent() as sent:
        there = made(Workers(sent, 7, 3, elsewhere=True), tasks, tmp_path / "there", shells)
    with ThreadPoolExecutor(2) as threads:
        threaded = made(Workers(threads), tasks, tmp_path / "threads", shells)

    assert len(here[1]) == len(tasks)
    assert there == here
    assert threaded == here


def test_what_has_the_inputs_of_before_is_not_made(tasks: Sequence[Task], shells: Shells, tmp_path: Path) -> None:
    digests = Digests()
    known = [Task(task.output, digests.of(task.output).hex() if at % 2 else "x") for at, task in enumerate(tasks)]
    here = made(Workers(ForkedExecutor()), known, tmp_path / "here", shells)
    with Sent() as sent:
        there = made(Workers(sent, elsewhere=True), known, tmp_path / "there", shells)

    assert here[1].keys() == {task.output.path for task in tasks[::2]}
    assert there == here


def test_a_machine_with_another_program_is_refused(
    tasks: Sequence[Task], shells: Shells, monkeypatch: pytest.MonkeyPatch
) -> None:
    parcel = Parcel.of(tuple(tasks[:1]), shells)
    monkeypatch.setattr(remote, "own_program", lambda: b"another")
    with pytest.raises(RuntimeError, match="has another pressgen or other libraries"):
        make_parcel(parcel)


@pytest.mark.parametrize(
    "locales", [{"en": {"words": {"kind-statement": "Note"}}}, with_digits({}, {"en": "arab"})], ids=["words", "digits"]
)
def test_the_sites_own_words_and_digits_are_sent(
    locales: Mapping[str, Contents], tasks: Sequence[Task], shells: Shells
) -> None:
    pages = tuple(task for task in tasks if task.output.path == "en/kinds/statement/index.html")
    use_site_locales(locales)
    parcel = Parcel.of(pages, shells)
    use_site_locales({})
    before = Parcel.of(pages, shells)

    assert make_parcel(parcel) != make_parcel(before)
    assert make_parcel(parcel) == make_parcel(parcel)


def test_this_machine_makes_where_no_cluster_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CLUSTER, "")
    with workers() as crew:
        assert isinstance(crew.executor, ForkedExecutor)
        assert not crew.elsewhere


def test_a_cluster_without_its_extra_is_an_error_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CLUSTER, "tcp://127.0.0.1:9")
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(OSError, match=r"install pressgen\[cluster\]"), workers():
        pass


def test_a_single_call_is_made_at_once() -> None:
    executor: Executor = ForkedExecutor()
    assert executor.submit(divmod, 7, 2).result() == (3, 1)
    with pytest.raises(ZeroDivisionError):
        executor.submit(divmod, 7, 0).result()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this platform does not fork")
def test_forked_processes_share_the_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "processes_for", lambda _: 2)
    runs = [(number, number + 1) for number in range(9)]
    assert list(ForkedExecutor().map(sum, runs)) == [sum(run) for run in runs]
    assert executors.CLUSTER == "PRESSGEN_CLUSTER"


@pytest.mark.parametrize("count", [0, 1, 1024, 1025, 4600])
def test_portions_are_of_nearly_the_same_length(count: int) -> None:
    portions = list(executors._portions(range(count), 1024))
    assert [at for portion in portions for at in portion] == [*range(count)]
    assert all(0 < len(portion) <= 1024 for portion in portions)
    assert len({len(portion) for portion in portions[:-1]}) <= 1
    assert not portions or len(portions[0]) - len(portions[-1]) < len(portions)
