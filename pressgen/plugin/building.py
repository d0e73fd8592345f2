"""The state of a build: the lock on the folder of the site, and whether the site is complete."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.exceptions import Abort

from pressgen.engine import lock

UNTOUCHED = "Nothing was built. The previous site is as it was."
_INCOMPLETE = "The site in {site} is incomplete: do not publish it. The next build that ends well makes it whole."
_PREVIEW = "The preview is incomplete until that is mended."


@dataclass
class Building:
    """A build of a project into the folder of its site."""

    project: Path = field(default_factory=Path)
    site: Path = field(default_factory=Path)
    preview: bool = False
    _touched: bool = False
    _lock: lock.Lock = field(default_factory=lambda: lock.Lock(None))

    def begin(self, cache: Path) -> None:
        """Lock the folder until the end of this build. Raises Abort if another build is writing to it."""
        try:
            self._lock = lock.acquire(self.site, cache)
        except lock.BusyError as error:
            message = f"{error}. Wait until it has ended, and build again. Nothing was built."
            raise Abort(message) from None

    def touches(self) -> None:
        """Note that MkDocs removes the previous site now."""
        self._touched = True

    def end(self) -> None:
        """Unlock the folder."""
        self._lock.release()

    @property
    def state(self) -> str:
        """The sentence about the site if the build ends now."""
        if self.preview:
            return _PREVIEW
        return _INCOMPLETE.format(site=self.site) if self._touched else UNTOUCHED

    def aborted(self, reason: str) -> Abort:
        """Return the exception that ends the build, with the reason and the state of the site."""
        return Abort(f"{reason}\n{self.state}")
