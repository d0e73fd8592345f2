"""A cluster of two machines makes the same bytes as this one; needs the extra `cluster` (`make cluster`)."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli

from pressgen.engine.executors import CLUSTER, ClusterExecutor, workers
from tests.plugin.conftest import FILES, Built, files_below, write_files

distributed: ModuleType = pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")
pytestmark = pytest.mark.filterwarnings("default")  # those of its libraries are theirs


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Start a scheduler and two workers, each a process of its own."""
    cluster = distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1")
    with cluster:
        yield cluster.scheduler_address


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_files(tmp_path, {**FILES, "locales/en.yml": "words:\n  kind-readout: Note of a call\n"})
    annex = "attachments: [{file: annex.pdf, title: Annex}]\n---\n"
    visit = FILES["releases/2022/visit.en.md"].replace("---\n\n", f"{annex}\n", 1)
    write_files(tmp_path, {"releases/2022/visit.en.md": visit, "releases/2022/visit/annex.pdf": "%PDF"})
    return tmp_path


@pytest.fixture
def build(project: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Built]:
    def run(*arguments: str) -> Built:
        monkeypatch.chdir(project)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
        result = CliRunner().invoke(cli, ["build", *arguments])
        return Built(result.exit_code, result.output)

    return run


def test_two_machines_make_every_byte_alike(
    build: Callable[..., Built], project: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert build("--site-dir", str(project / "here")).code == 0
    here = files_below(project / "here")
    monkeypatch.setenv(CLUSTER, address)
    built = build("--site-dir", str(project / "there"))

    assert built.code == 0, built.log
    assert files_below(project / "there") == here
    assert "releases/visit/annex.pdf" in here
    page = project / "releases/2022/call.en.md"
    page.write_text(page.read_text("utf-8").replace("spoke", "talked"), "utf-8")
    assert build("--site-dir", str(project / "there")).code == 0
    monkeypatch.delenv(CLUSTER)
    assert build("--site-dir", str(project / "again")).code == 0
    assert files_below(project / "there") == files_below(project / "again")


def test_both_machines_work(address: str) -> None:
    with ClusterExecutor(address) as executor:
        assert executor.submit(os.getpid).result() != os.getpid()
        assert list(executor.map(divmod, range(5), [2] * 5)) == [divmod(number, 2) for number in range(5)]


def ended(_: object) -> None:
    os._exit(1)


def test_a_machine_that_is_ended_is_reported() -> None:
    cluster = distributed.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None, host="127.0.0.1")
    reported = pytest.raises(ChildProcessError, match="was ended")
    with cluster, ClusterExecutor(cluster.scheduler_address) as executor, reported:
        list(executor.map(ended, range(1)))


def test_a_scheduler_that_does_not_answer_is_reported(
    build: Callable[..., Built], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pressgen.engine.executors._PATIENCE", 0.5)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        monkeypatch.setenv(CLUSTER, f"tcp://127.0.0.1:{free.getsockname()[1]}")
    with pytest.raises(OSError), workers():
        pass
    built = build()
    assert built.code == 1
    assert "Traceback" not in built.log
    assert "Nothing was published. The previous site is as it was." in built.log
