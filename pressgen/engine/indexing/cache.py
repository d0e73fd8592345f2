"""Keep what the search index is made from in a folder, so that a later build need not make it again.

Each name is one file, which is written beside its place and then put there; its checksum tells if it was damaged, and
then it counts for nothing. The folder may be deleted at any time, and that it cannot be written is no error.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

_CHECKSUM = 16


@dataclass(frozen=True, slots=True)
class IndexCache:
    """A store of the search in a folder; without a folder it keeps nothing.

    `program` is the digest of all that values depend on beside what they are made from: what another program kept
    counts for nothing.
    """

    folder: Path | None
    program: bytes = b""
    _unsaved: set[str] = field(default_factory=set, compare=False)

    def load(self, name: str) -> bytes | None:
        """Read what was saved last under a name; None if there is nothing, or it cannot be read."""
        path = self._path(name)
        if not path or not path.is_file():  # to open a named pipe is to wait for ever
            return None
        try:
            data = path.read_bytes()
        except OSError:
            return None
        if data[:_CHECKSUM] != self._checksum(name, data[_CHECKSUM:]):
            return None
        return data[_CHECKSUM:]

    def save(self, name: str, content: bytes) -> bool:
        """Keep content under a name, and say whether that was possible."""
        path = self._path(name)
        if not path or not self.folder:
            return False
        beside = path.with_name(f"{name}.{os.getpid()}.new")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            (self.folder / ".gitignore").write_text("*\n", encoding="ascii")
            beside.write_bytes(self._checksum(name, content) + content)
            beside.replace(path)
        except OSError:
            self._unsaved.add(name)
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
            return False
        return True

    def keep_only(self, names: frozenset[str]) -> tuple[Path, OSError] | None:
        """Remove whatever has another name, and what an interrupted build has left.

        It holds words of texts, in their order: what is hidden again must not stay readable here. Returns the first
        that cannot be removed, and why.
        """
        for path in sorted(self.folder.rglob("*")) if self.folder else ():
            try:
                if path.name not in names - self._unsaved | {".gitignore"} and not path.is_dir():
                    path.unlink(missing_ok=True)
            except OSError as error:
                return path, error
        return None

    def _path(self, name: str) -> Path | None:
        return self.folder / name if self.folder else None

    def _checksum(self, name: str, content: bytes) -> bytes:
        digest = blake2b(name.encode(), digest_size=_CHECKSUM, key=self.program)
        digest.update(content)
        return digest.digest()
