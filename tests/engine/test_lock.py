"""One build at a time into one folder, whatever the file system makes of locks."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pressgen.engine import lock

HOLDING = """\
import sys, time
from pathlib import Path
from pressgen.engine import lock
held = lock.acquire(Path(sys.argv[1]), Path(sys.argv[2]))
print("held", flush=True)
sys.stdin.read()
"""


def test_another_process_is_named_and_its_end_ends_the_lock(tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    (tmp_path / "link").symlink_to("site")
    command = [sys.executable, "-c", HOLDING, str(tmp_path / "link"), str(cache)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        with pytest.raises(lock.BusyError, match=f"another build is writing to .*site: process {other.pid} on "):
            lock.acquire(site, cache)
        lock.acquire(tmp_path / "elsewhere", cache).release()
        other.kill()
    lock.acquire(site, cache).release()
    assert (cache / ".gitignore").read_text() == "*\n"


def test_a_lock_that_is_given_up_says_nothing_more(tmp_path: Path) -> None:
    held = lock.acquire(tmp_path / "site", tmp_path)
    held.release()
    held.release()
    [file] = tmp_path.glob("*.lock")
    assert file.read_text() == ""


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP])
def test_a_file_system_without_locks_stops_no_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(_file: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(lock, "_lock", refuse)
    assert lock.acquire(tmp_path / "site", tmp_path).file is None


def test_a_cache_that_cannot_be_written_stops_no_build(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    held = lock.acquire(tmp_path / "site", tmp_path / "file" / "cache")
    assert held.file is None
    held.release()
