"""What people see of a build that takes long, at a terminal and in a log."""

from __future__ import annotations

import io
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pressgen.engine import progress
from pressgen.engine.pool import apart
from pressgen.engine.progress import Progress
from pressgen.plugin.stages import LoggedProgress, TerminalProgress, progress_for


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.fixture
def log() -> Iterator[logging.Logger]:
    """A log of its own, whose messages come to `log.handlers[0].stream`."""
    log = logging.getLogger("tests.plugin.test_stages")
    log.setLevel(logging.INFO)
    log.propagate = False
    log.handlers.clear()
    log.addHandler(logging.StreamHandler(io.StringIO()))
    yield log
    progress.report_to(None)


def written(log: logging.Logger) -> str:
    """Return what was logged."""
    handler = log.handlers[0]
    assert isinstance(handler, logging.StreamHandler)
    return str(handler.stream.getvalue())


def test_a_terminal_shows_in_one_line_what_a_long_build_does(log: logging.Logger) -> None:
    clock, stream = Clock(), Terminal()
    progress.report_to(TerminalProgress(stream, log, clock))
    progress.stage("making pages", 4000)
    progress.advance()
    assert stream.getvalue() == ""

    clock.now += 2
    progress.advance(1999)
    assert stream.getvalue() == "\r\x1b[Kmaking pages, 2,000 of 4,000"

    progress.advance()  # at once: no eye could follow
    assert stream.getvalue().count("\r") == 1
    progress.stage("sending letters")
    assert stream.getvalue().endswith("\r\x1b[Ksending letters")
    progress.report_to(None)
    assert stream.getvalue().endswith("\r\x1b[K")


def test_the_line_gives_way_to_messages_of_the_host(log: logging.Logger) -> None:
    clock, stream = Clock(), Terminal()
    log.handlers[0].setStream(stream)  # type: ignore[attr-defined]
    progress.report_to(TerminalProgress(stream, log, clock))
    clock.now += 3
    progress.stage("reading", None)
    log.warning("A link leads nowhere")
    clock.now += 1
    progress.advance()

    assert stream.getvalue() == "\r\x1b[Kreading, 0\r\x1b[KA link leads nowhere\n\r\x1b[Kreading, 1"


def test_a_line_is_never_longer_than_the_terminal(log: logging.Logger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    clock, stream = Clock(), Terminal()
    progress.report_to(TerminalProgress(stream, log, clock))
    clock.now += 3
    progress.stage("making pages and files", 4000)

    assert stream.getvalue() == "\r\x1b[Kmaking pages and fi"


def test_a_log_has_a_line_for_each_stage_of_a_long_build(log: logging.Logger) -> None:
    clock = Clock()
    progress.report_to(LoggedProgress(log, clock))
    progress.stage("reading", None)
    apart(str, range(3), processes=1)
    clock.now += 1.5
    progress.stage("making pages", 4)
    assert written(log) == ""

    clock.now += 1
    progress.advance(4)
    progress.stage("sending letters")
    assert written(log) == "reading, 3: 1.5 s\nmaking pages, 4: 1.0 s\n"
    clock.now += 0.25
    progress.report_to(None)
    assert written(log).endswith("sending letters: 0.2 s\n")


@pytest.mark.parametrize("kind", [TerminalProgress, LoggedProgress])
def test_a_short_build_shows_nothing(kind: type[TerminalProgress | LoggedProgress], log: logging.Logger) -> None:
    clock, stream = Clock(), Terminal()
    progress.report_to(kind(stream, log, clock) if kind is TerminalProgress else LoggedProgress(log, clock))
    for name in ("reading", "making pages"):
        progress.stage(name, 5)
        clock.now += 0.9
        progress.advance(5)
    progress.report_to(None)

    assert stream.getvalue() == written(log) == ""


def test_what_other_processes_make_is_counted(log: logging.Logger) -> None:
    progress.report_to(LoggedProgress(log, Clock()))
    progress.stage("making pages", 400)
    apart(str, range(400), processes=2)
    log_progress = progress._shown
    assert isinstance(log_progress, LoggedProgress)

    assert log_progress._done == 400


def test_nobody_is_shown_anything_who_wants_quiet(log: logging.Logger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    log.setLevel(logging.ERROR)
    assert type(progress_for(log, Terminal())) is Progress

    log.setLevel(logging.INFO)
    assert isinstance(progress_for(log, Terminal()), TerminalProgress)
    assert isinstance(progress_for(log, io.StringIO()), LoggedProgress)
    monkeypatch.setenv("TERM", "dumb")
    assert isinstance(progress_for(log, Terminal()), LoggedProgress)


BUILD = """\
import sys
import pressgen.plugin.stages as stages
stages.SOON = -1.0
from mkdocs.__main__ import cli
cli(sys.argv[1:])
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one release and one page."""
    files = {
        "mkdocs.yml": "site_name: M\nsite_url: https://mfa.example/\ntheme: material\nplugins: [pressgen]\n",
        "docs/about.md": "# About\n",
        "releases/2022/call.en.md": "---\ntitle: A call\ndate: 2022-02-15\nkind: readout\n---\n\nThey spoke.\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


STAGES = ("reading releases", "reading pages of docs/", "making pages of docs/", "making pages and files")


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="there are no pseudo terminals here")
def test_a_build_at_a_terminal_shows_its_stages_and_leaves_only_messages(project: Path) -> None:
    ours, theirs = os.openpty()
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "1000", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-c", BUILD, "build"]
    with subprocess.Popen(command, cwd=project, env=environment, stderr=theirs, stdout=theirs) as build:
        os.close(theirs)
        shown = b"".join(_chunks(ours)).decode()
    os.close(ours)

    assert build.returncode == 0
    for stage in STAGES:
        assert f"\r\x1b[K{stage}" in shown
    # What remains of each line is what follows its last erasure.
    lines = [line.rpartition("\r\x1b[K")[2] for line in shown.replace("\r\n", "\n").split("\n")]
    assert [line for line in lines if line and not line.startswith(("INFO", "WARNING"))] == []


def _chunks(terminal: int) -> Iterator[bytes]:
    """Read what comes to a terminal until nobody writes to it any more."""
    while True:
        try:
            chunk = os.read(terminal, 65536)
        except OSError:  # on Linux, when the last writer has closed it
            return
        if not chunk:
            return
        yield chunk


@pytest.mark.parametrize(("arguments", "shown"), [(["build"], True), (["build", "--quiet"], False)])
def test_a_build_in_a_log_says_what_it_did_unless_it_is_quiet(arguments: list[str], shown: bool, project: Path) -> None:
    command = [sys.executable, "-c", BUILD, *arguments]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)

    assert "\x1b[K" not in done.stderr
    for stage in STAGES:
        assert done.stderr.count(f"INFO    -  {stage}") == shown
