"""Lock a folder so that only one build writes to it: two would remove each other's files.

The lock is the operating system's, on a file in the cache, so that it ends with the process, however that ends: there
is no stale one. The file is named after the folder that is written to; what stands in it is only for people.
"""

from __future__ import annotations

import errno
import os
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

CACHE = ".cache/pressgen"
"""The folder below the project's for what is kept from build to build: indexes, and the locks of builds."""

_HELD = frozenset((errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK))
# Windows locks bytes against reading too: one where nothing stands leaves the file readable.
_BYTE = 1 << 30


class BusyError(Exception):
    """Another build is writing to the folder; the message says which."""


@dataclass
class Lock:
    """A lock that this process holds; without a file if the file system has no locks."""

    file: IO[str] | None

    def release(self) -> None:
        """Release the lock; a second time does nothing."""
        file, self.file = self.file, None
        if file:
            with suppress(OSError):  # what stands there is only for people
                file.truncate(0)
            file.close()


def acquire(folder: Path, cache: Path) -> Lock:
    """Lock a folder for this process. The file of the lock is in `cache`.

    Raises BusyError where another process holds the lock. Where the cache cannot be written, or is on a file system
    without locks, as some networks' are, the folder is not locked.
    """
    path = (
        cache / f"{blake2b(os.path.realpath(folder).encode(errors='surrogateescape'), digest_size=8).hexdigest()}.lock"
    )
    try:
        cache.mkdir(parents=True, exist_ok=True)
        (cache / ".gitignore").write_text("*\n", encoding="ascii")
        file = path.open("a+", encoding="utf-8")
    except OSError:
        return Lock(None)
    try:
        _lock(file)
    except OSError as error:
        with file:
            if error.errno not in _HELD:
                return Lock(None)
            file.seek(0)
            who = file.read(200).strip()
        message = f"another build is writing to {folder}" + (f": {who}" if who else "")
        raise BusyError(message) from None
    file.truncate(0)
    file.write(f"process {os.getpid()} on {socket.gethostname()}, begun at {datetime.now():%H:%M:%S}\n")  # noqa: DTZ005
    file.flush()
    return Lock(file)


def _lock(file: IO[str]) -> None:
    """Lock a file, or raise OSError at once."""
    if sys.platform == "win32":
        file.seek(_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
