"""The record returns what was kept, or nothing, whatever has happened to it."""

from __future__ import annotations

import gc
import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pressgen.engine.record import FILE, BuildRecord

PROGRAM = b"one program"
VALUES = {b"a": b"first", b"b": b"", bytes(range(256)): random.Random(0).randbytes(40_000)}


def kept(folder: Path) -> dict[bytes, bytes]:
    """Read what a record holds, and end it."""
    record = BuildRecord(folder, PROGRAM)
    try:
        return record.all("text")
    finally:
        record.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a record that holds some values."""
    record = BuildRecord(tmp_path / "cache", PROGRAM)
    assert record.put("text", VALUES)
    assert record.put("other", {b"a": b"another kind"})
    record.close()
    return tmp_path / "cache"


def test_values_come_back(folder: Path) -> None:
    record = BuildRecord(folder, PROGRAM)
    assert record.is_writable
    assert record.all("text") == VALUES
    assert record.keys("text") == VALUES.keys()
    assert {key: record.get("text", key) for key in VALUES} == VALUES
    assert record.get("text", b"c") is None
    assert record.get("third", b"a") is None
    assert record.put("text", {b"a": b"changed"})
    assert record.get("text", b"a") == b"changed"
    assert (folder / ".gitignore").read_text("ascii") == "*\n"


def test_without_a_folder_nothing_is_kept() -> None:
    record = BuildRecord(None)
    assert not record.is_writable
    assert not record.put("text", VALUES)
    assert record.all("text") == {}
    record.keep_only("text", [])
    record.close()


def test_a_record_that_nobody_holds_closes_its_database(folder: Path) -> None:
    record = BuildRecord(folder, PROGRAM)
    connection = record._connection
    assert connection
    del record
    gc.collect()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute("SELECT 1")


def test_what_is_no_longer_needed_is_deleted_and_overwritten(folder: Path) -> None:
    record = BuildRecord(folder, PROGRAM)
    secret = b"under embargo " * 20
    assert record.put("text", {b"secret": secret})
    assert secret in (folder / FILE).read_bytes()
    record.keep_only("text", [b"a", b"missing"])
    assert record.all("text") == {b"a": b"first"}
    assert record.all("other") == {b"a": b"another kind"}
    record.close()
    assert b"under embargo" not in (folder / FILE).read_bytes()
    assert {path.name for path in folder.iterdir()} <= {FILE, ".gitignore", f"{FILE}-journal"}
    assert b"".join(path.read_bytes() for path in folder.glob("*-journal")) == b""


def test_another_program_finds_nothing_and_leaves_nothing(folder: Path) -> None:
    record = BuildRecord(folder, b"another program")
    assert record.all("text") == {}
    assert record.put("text", {b"a": b"new"})
    record.close()
    assert VALUES[bytes(range(256))] not in (folder / FILE).read_bytes()
    assert kept(folder) == {}


def test_two_processes_have_one_record(folder: Path) -> None:
    one, other = BuildRecord(folder, PROGRAM), BuildRecord(folder, PROGRAM)
    assert one.put("text", {b"c": b"of one"})
    assert other.put("text", {b"d": b"of another"})
    assert one.get("text", b"d") == b"of another"
    assert other.get("text", b"c") == b"of one"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
def test_a_forked_process_reads_and_writes_nothing(folder: Path) -> None:
    record = BuildRecord(folder, PROGRAM)
    child = os.fork()
    if not child:
        good = record.all("text") == VALUES and not record.put("text", {b"c": b""}) and not record.is_writable
        os._exit(0 if good else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert record.put("text", {b"c": b"of the parent"})
    assert kept(folder) == {**VALUES, b"c": b"of the parent"}


def test_a_locked_record_is_read_and_not_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pressgen.engine.record._PATIENCE", 0.01)
    holding = sqlite3.connect(folder / FILE, isolation_level=None)
    holding.execute("BEGIN IMMEDIATE")
    record = BuildRecord(folder, PROGRAM)
    assert record.all("text") == VALUES
    assert not record.put("text", {b"c": b""})
    assert not record.is_writable
    record.keep_only("text", [])
    holding.close()
    assert kept(folder) == VALUES


def test_where_another_writes_at_this_moment_nothing_is_found(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pressgen.engine.record._PATIENCE", 0.01)
    holding = sqlite3.connect(folder / FILE, isolation_level=None)
    holding.execute("BEGIN EXCLUSIVE")
    record = BuildRecord(folder, PROGRAM)
    assert record.all("text") == {}
    assert not record.put("text", {b"c": b""})
    holding.close()
    assert kept(folder) == VALUES


def test_nobody_waits_twice_for_another_that_writes(folder: Path) -> None:
    record = BuildRecord(folder, PROGRAM)
    record._connection.execute("PRAGMA busy_timeout = 10")
    holding = sqlite3.connect(folder / FILE, isolation_level=None)
    holding.execute("BEGIN EXCLUSIVE")
    assert record.get("text", b"a") is None
    assert record._connection.execute("PRAGMA busy_timeout").fetchone() == (0,)
    holding.close()
    assert record.get("text", b"a") == b"first"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_record_is_read(folder: Path) -> None:
    (folder / FILE).chmod(0o444)
    folder.chmod(0o555)
    try:
        record = BuildRecord(folder, PROGRAM)
        assert record.all("text") == VALUES
        assert not record.put("text", {b"c": b""})
        assert BuildRecord(folder, b"another program").all("text") == {}
    finally:
        folder.chmod(0o755)
    assert record.all("text") == VALUES


def test_on_a_full_disk_nothing_is_kept(folder: Path) -> None:
    record = BuildRecord(folder, PROGRAM)
    pages = record._connection.execute("PRAGMA page_count").fetchone()[0]
    record._connection.execute(f"PRAGMA max_page_count = {pages}")
    assert not record.put("text", {b"small": b"", b"large": bytes(1_000_000)})
    assert record.all("text") == VALUES
    assert not record.put("text", {b"small": b""}), "what could not be written once is not tried again"
    record.close()
    assert kept(folder) == VALUES


def executed(path: Path, statement: str) -> None:
    """Run a statement of SQL on a database."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


def damaged_at_random(path: Path, chance: random.Random) -> None:
    """Overwrite some bytes of a file."""
    content = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 30)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path.write_bytes(content)


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"no database at all" * 1000),
        lambda path: path.write_bytes(path.read_bytes()[:5000]),
        lambda path: path.write_bytes(path.read_bytes()[:-100]),
        lambda path: path.unlink(),
        lambda path: (path.unlink(), path.mkdir()),
        lambda path: (path.unlink(), path.symlink_to("nowhere/at/all")),
        lambda path: (path.unlink(), os.mkfifo(path)) if hasattr(os, "mkfifo") else path.unlink(),
        lambda path: executed(path, "DROP TABLE kept"),
        lambda path: executed(path, "DROP TABLE program"),
        lambda path: executed(path, "PRAGMA user_version = 9"),
        lambda path: path.with_name(f"{path.name}-journal").write_bytes(b"no journal" * 100),
    ],
)
def test_a_damaged_record_returns_nothing_wrong(folder: Path, damage: Callable[[Path], object]) -> None:
    damage(folder / FILE)
    for value in (b"again", b"and again"):
        record = BuildRecord(folder, PROGRAM)
        assert record.all("text").items() <= {**VALUES, b"new": b"again"}.items()
        if record.put("text", {b"new": value}):
            assert record.get("text", b"new") == value
        record.close()


@pytest.mark.parametrize("seed", range(40))
def test_bytes_changed_at_random_return_nothing_wrong(folder: Path, seed: int) -> None:
    damaged_at_random(folder / FILE, random.Random(seed))
    record = BuildRecord(folder, PROGRAM)
    assert record.all("text").items() <= VALUES.items()
    for key, value in VALUES.items():
        assert record.get("text", key) in (value, None)
    record.put("text", {b"new": b"value"})
    assert record.get("text", b"new") in (b"value", None)
    record.close()


def test_a_value_under_another_key_is_none(folder: Path) -> None:
    connection = sqlite3.connect(folder / FILE, isolation_level=None)
    connection.execute("UPDATE kept SET key = x'63' WHERE kind = 'text' AND key = x'61'")
    connection.execute("UPDATE kept SET value = 'text' WHERE kind = 'text' AND key = x'62'")
    connection.close()
    assert kept(folder) == {key: value for key, value in VALUES.items() if len(key) > 1}
