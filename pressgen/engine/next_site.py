"""Make the next site in a folder beside the previous one, which stands until the next is finished.

The folder has a hidden name and can be entered by nobody else; the files in it get the permissions of any file of the
site. It is on the same file system where that is possible, so that a file is put into its place by renaming it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_MARK = ".pressgen-"
_PRIVATE = 0o700


@dataclass(frozen=True, slots=True)
class NextSite:
    """Where the next site is made: `folder` is what will be the site, within a private folder of this process."""

    site: Path
    private: Path

    @classmethod
    def of(cls, site: Path, cache: Path) -> NextSite:
        """Choose the place for the next site; nothing is written yet.

        That is beside the folder of the site, links followed. Where nothing can be written there, as beside a mounted
        disk, it is in the `cache`, and what has changed is copied at the end.
        """
        real = Path(os.path.realpath(site))
        above = next(step for step in real.parents if step.exists())
        parent = real.parent if os.access(above, os.W_OK | os.X_OK) else cache
        return cls(real, parent / f".{real.name}{_MARK}{os.getpid()}")

    @property
    def folder(self) -> Path:
        """The folder to write to."""
        return self.private / "site"

    def begin(self, *, alone: bool) -> None:
        """Make the folder, empty. Raises OSError where that is not possible.

        `alone`: no other build writes to this site, so that what an interrupted one has left is removed.
        """
        for left in self._left(alone=alone):
            remove_tree(left)
        self.private.mkdir(parents=True)
        self.private.chmod(_PRIVATE)
        (self.private / ".gitignore").write_text("*\n", encoding="ascii")
        self.folder.mkdir()

    def remove(self) -> None:
        """Remove the folder; what cannot be removed now, the next build removes."""
        with suppress(OSError):
            remove_tree(self.private)

    def _left(self, *, alone: bool) -> Iterator[Path]:
        if alone:
            name = self.private.name.rpartition("-")[0]
            with suppress(FileNotFoundError):
                yield from (path for path in self.private.parent.iterdir() if path.name.rpartition("-")[0] == name)
        elif os.path.lexists(self.private):
            yield self.private


def remove_tree(path: Path) -> None:
    """Remove a file, a link, or a folder with all that is in it; no link is followed. Raises OSError."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
