"""One build: that no other writes to the same folder, how the site stands, and what the system did not allow."""

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
        """Keep other builds out of the folder until the end of this one; stop where one is writing there."""
        try:
            self._lock = lock.acquire(self.site, cache)
        except lock.BusyError as error:
            message = f"{error}. Wait until it has ended, and build again. Nothing was built."
            raise Abort(message) from None

    def touches(self) -> None:
        """Know that the host removes the previous site now."""
        self._touched = True

    def end(self) -> None:
        """Let other builds have the folder."""
        self._lock.release()

    @property
    def state(self) -> str:
        """How the site stands if the build ends here."""
        if self.preview:
            return _PREVIEW
        return _INCOMPLETE.format(site=self.site) if self._touched else UNTOUCHED

    def aborted(self, reason: str) -> Abort:
        """Give what ends the build: the reason, and how the site stands."""
        return Abort(f"{reason}\n{self.state}")
