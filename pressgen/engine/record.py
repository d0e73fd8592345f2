"""Keep what a build found out for the next one, in a SQLite database in the cache.

Each value is bytes under a kind and a key, with a checksum of all three. Nothing depends on the record: where it is
missing, damaged, of another program, locked by another build, read-only, or on a full disk, values are missing or are
not kept, nothing is raised, and the build finds out again. Whoever reads a value checks that it means what it should;
the record promises no more than that its bytes are those that were kept.

One process writes; each process that reads, forked ones among them, opens the database for itself. What is deleted is
overwritten, since texts that are not public stand here too.
"""

from __future__ import annotations

import os
import sqlite3
import weakref
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

FILE = "record.sqlite"
"""The name of the database in the folder of the cache."""
FORM = 1
"""The version of the tables' form; a database of another form is begun anew."""

_PATIENCE = 2.0
"""How many seconds to wait for another process that is writing."""
_CHECKSUM = 8
_TABLES = (
    "CREATE TABLE program (digest BLOB NOT NULL)",
    "CREATE TABLE kept (kind TEXT NOT NULL, key BLOB NOT NULL, value BLOB NOT NULL, PRIMARY KEY (kind, key))",
)
_UNWRITABLE = frozenset(
    (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
    )
)
"""The errors after which a database may still be read."""

_inherited: list[sqlite3.Connection] = []
"""Connections of the process that this one was forked from: to close one here could end locks of that process."""


class BuildRecord:
    """The record of a project, or of none: then it keeps nothing.

    `program` is the digest of all that values depend on beside their keys: what another program kept is deleted, unless
    the record is only to be read (not `writes`).
    """

    def __init__(self, folder: Path | None, program: bytes = b"", *, writes: bool = True) -> None:
        self._path = folder / FILE if folder else None
        self._program = program
        self._process = os.getpid()
        self._is_writable = writes
        self._connection: sqlite3.Connection | None = self._opened()
        self._close_at_the_end()

    @property
    def is_writable(self) -> bool:
        """Whether values can be kept, as far as is known by now."""
        return self._connection is not None and self._is_writable

    def get(self, kind: str, key: bytes) -> bytes | None:
        """Return a value, or nothing if there is none or it was damaged."""
        for _, value in self._rows("SELECT key, value FROM kept WHERE kind = ? AND key = ?", kind, key):
            return value
        return None

    def all(self, kind: str) -> dict[bytes, bytes]:
        """Return all values of a kind that are whole, by their keys."""
        return dict(self._rows("SELECT key, value FROM kept WHERE kind = ?", kind))

    def keys(self, kind: str) -> frozenset[bytes]:
        """Return the keys of a kind; the value of one may be damaged."""
        with self._reading() as connection:
            if connection:
                return frozenset(key for (key,) in connection.execute("SELECT key FROM kept WHERE kind = ?", (kind,)))
        return frozenset()

    def put(self, kind: str, values: Mapping[bytes, bytes]) -> bool:
        """Keep values by their keys, all or none, and say whether they were kept."""
        rows = [(kind, key, _checksum(kind, key, value) + value) for key, value in values.items()]
        return self._write("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)

    def keep_only(self, kind: str, keys: Collection[bytes]) -> bool:
        """Delete all other values of a kind, and say whether none is left."""
        others = [(kind, key) for key in self.keys(kind) - frozenset(keys)]
        return self._write("DELETE FROM kept WHERE kind = ? AND key = ?", others) if others else self.is_writable

    def close(self) -> None:
        """Let go of the database; the record keeps nothing from then on."""
        if self._connection is not None and self._process == os.getpid():
            self._connection.close()
            self._connection = None

    def _close_at_the_end(self) -> None:
        """Close the database when nobody holds the record any more, such as the texts that are read from it."""
        if self._connection:
            weakref.finalize(self, _close, self._connection, self._process).atexit = False

    def _rows(self, query: str, kind: str, *key: bytes) -> Iterator[tuple[bytes, bytes]]:
        found: list[tuple[bytes, object]] = []
        with self._reading() as connection:
            if connection:
                found = connection.execute(query, (kind, *key)).fetchall()
        for key_, value in found:
            if isinstance(value, bytes) and value[:_CHECKSUM] == _checksum(kind, key_, value[_CHECKSUM:]):
                yield key_, value[_CHECKSUM:]

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection | None]:
        """Run a block that reads; where that fails, nothing was found.

        Who has waited in vain for another process waits no more: thousands of values are read.
        """
        if self._process != os.getpid():
            self._open_after_fork()
        try:
            yield self._connection
        except sqlite3.Error as error:
            if self._connection and error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                self._connection.execute("PRAGMA busy_timeout = 0")

    def _write(self, statement: str, rows: Iterable[tuple[object, ...]]) -> bool:
        """Change all rows or none; where that fails, nothing is written any more."""
        if self._connection is None or not self._is_writable or self._process != os.getpid():
            return False
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany(statement, rows)
            self._connection.execute("COMMIT")
        except sqlite3.Error:
            self._is_writable = False
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
        return self._is_writable

    def _open_after_fork(self) -> None:
        if self._connection:
            _inherited.append(self._connection)
            self._connection = None
            with suppress(sqlite3.Error):
                self._connection = _connected(self._path, "mode=ro") if self._path else None
        self._process = os.getpid()
        self._close_at_the_end()
        self._is_writable = False

    def _opened(self) -> sqlite3.Connection | None:
        """Open the database, and begin it anew where it cannot be used; nothing where that is impossible, too."""
        path = self._path
        if path is None or (os.path.lexists(path) and not path.is_file()):  # to open a named pipe is to wait for ever
            return None
        if not self._is_writable:
            return self._read_only(path)
        for _ in range(2):
            try:
                return self._ready(path)
            except _OtherError:
                pass
            except sqlite3.Error as error:
                if error.sqlite_errorcode & 0xFF in _UNWRITABLE:
                    return self._read_only(path)
            except OSError:
                return self._read_only(path)
            with suppress(OSError):
                _remove(path)
        return None

    def _ready(self, path: Path) -> sqlite3.Connection:
        """Open a database that can be written. Raises _OtherError if it is of another program or form."""
        path.parent.mkdir(parents=True, exist_ok=True)
        ignored = path.parent / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", encoding="ascii")
        connection = _connected(path, "mode=rwc")
        try:
            # What a crash of the system leaves is found by checksums; a crash of this process leaves nothing.
            for pragma in ("synchronous = OFF", "secure_delete = ON", "journal_mode = TRUNCATE"):
                connection.execute(f"PRAGMA {pragma}")
            if not _is_of(connection, self._program):
                _begin(connection, self._program)
        except BaseException:
            connection.close()
            raise
        return connection

    def _read_only(self, path: Path) -> sqlite3.Connection | None:
        """Open a database that can only be read, if it is there and of this program."""
        self._is_writable = False
        with suppress(sqlite3.Error):
            connection = _connected(path, "mode=ro")
            with suppress(sqlite3.Error):
                if _is_of(connection, self._program):
                    return connection
            connection.close()
        return None


class _OtherError(Exception):
    """A database is of another program, or of another form."""


def _close(connection: sqlite3.Connection, process: int) -> None:
    """Close a connection in the process that has opened it; in one that was forked from it, keep it from closing."""
    if process == os.getpid():
        connection.close()
    else:
        _inherited.append(connection)


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?{mode}"
    return sqlite3.connect(address, uri=True, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)


def _begin(connection: sqlite3.Connection, program: bytes) -> None:
    """Begin a new database. Raises _OtherError if there is another one."""
    connection.execute("BEGIN IMMEDIATE")
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
        for statement in _TABLES:
            connection.execute(statement)
        connection.execute("INSERT INTO program VALUES (?)", (program,))
        connection.execute(f"PRAGMA user_version = {FORM}")
    elif not _is_of(connection, program):  # another process may have begun it meanwhile
        raise _OtherError
    connection.execute("COMMIT")


def _is_of(connection: sqlite3.Connection, program: bytes) -> bool:
    """Return whether a database has this form and is of this program."""
    if connection.execute("PRAGMA user_version").fetchone()[0] != FORM:
        return False
    return bool(connection.execute("SELECT digest FROM program").fetchall() == [(program,)])


def _remove(path: Path) -> None:
    for name in (path, path.with_name(f"{path.name}-journal")):
        name.unlink(missing_ok=True)


def _checksum(kind: str, key: bytes, value: bytes) -> bytes:
    digest = blake2b(f"{kind}\0{len(key)}\0".encode(), digest_size=_CHECKSUM)
    digest.update(key)
    digest.update(value)
    return digest.digest()
