"""The state of a build: the lock on the folder of the site, and the folder in which the next site is made."""

from __future__ import annotations

import logging
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort
from mkdocs.utils import CountHandler

from pressgen import engine
from pressgen.engine import Made, Plan, Workshop, lock, progress
from pressgen.engine.finishing import copy_kept, finish
from pressgen.engine.known import KnownSite, SiteRecord
from pressgen.engine.next_site import NextSite
from pressgen.engine.publishing import Published
from pressgen.engine.record import BuildRecord
from pressgen.engine.writing import FileStatus
from pressgen.load.memo import NO_MEMO, Memo
from pressgen.problems import Place, Problem
from pressgen.program import program_digest
from pressgen.site.output import Shells

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.plugins.pressgen")

UNTOUCHED = "Nothing was published. The previous site is as it was."
_MIXED = (
    "The site in {site} is partly the new one and partly the previous one, each file whole. "
    "The next build that ends well completes it."
)
_PREVIEW = "The preview shows what it showed before, until that is mended."


@dataclass
class Building:
    """A build of a project into the folder of its site.

    MkDocs and all plugins are told the folder of the next site as that of the site, from `redirect` to the end.
    """

    project: Path = field(default_factory=Path)
    site: Path = field(default_factory=Path)
    preview: bool = False
    _config: MkDocsConfig | None = None
    _next: NextSite | None = None
    _publishing: bool = False
    _store: BuildRecord | None = None
    _record: SiteRecord | None = None
    _made: Made | None = None
    _copies: Mapping[str, FileStatus] = field(default_factory=dict)
    _lock: lock.Lock = field(default_factory=lambda: lock.Lock(None))

    @property
    def cache(self) -> Path:
        """The folder for what is kept from build to build."""
        return self.project / lock.CACHE

    @property
    def search_cache(self) -> Path:
        """The folder for the search's indexes."""
        return self.cache / "search"

    @property
    def memo(self) -> Memo:
        """What was kept of the files that earlier builds have read."""
        return self._store or NO_MEMO

    @property
    def known(self) -> KnownSite:
        """What the record knows of the site."""
        return self._record.site if self._record else KnownSite({})

    @property
    def made(self) -> Mapping[str, str]:
        """The outputs that this build has made, by their paths, and why."""
        return self._made.made if self._made else {}

    def redirect(self, config: MkDocsConfig) -> None:
        """Have everybody write to the folder of the next site; where somebody has named another folder, again."""
        told = Path(config.site_dir)
        if self._next and (self._next.folder == told or self._next.folder in told.parents):
            told = self.site / told.relative_to(self._next.folder)
        self.site, self._config = told, config
        self._next = NextSite.of(told, self.cache)
        config.site_dir = str(self._next.folder)

    def begin(self, digits: Mapping[str, str]) -> None:
        """Lock the folder until the end of this build. Raises Abort if another build is writing to it.

        `digits` are the numbering systems that the site chose by language.
        """
        try:
            self._lock = lock.acquire(self.site, self.cache)
        except lock.BusyError as error:
            message = f"{error}. Wait until it has ended, and build again. Nothing was built."
            raise Abort(message) from None
        self._program = program_digest(self.project, digits=digits)
        self._store = BuildRecord(self.cache, self._program)
        self._record = SiteRecord(self._store, self.site)

    def make(self, plan: Plan, shells: Shells, place: Place) -> tuple[Problem, ...]:
        """Make what has changed, in the folder of the next site. Returns the problems of the search, at `place`."""
        if not self._next:
            return ()
        shop = Workshop(shells, self._next.folder, self._next.site, self.search_cache, place, self._program)
        self._made = engine.make(plan, shop)
        return self._made.problems

    def show_to(self, onlookers: Collection[str]) -> None:
        """Put the whole site before plugins that may look through it, or what small files they may change."""
        if self._made and self._next and onlookers:
            self._copies = copy_kept(self._made, self._next.site, self._next.folder)

    def make_folder(self) -> None:
        """Make the folder of the next site. Raises OSError where that is not possible."""
        if self._next:
            self._next.begin(alone=self._lock.file is not None)

    def publish(self) -> None:
        """Put the next site into the place of the previous one. Raises OSError, and Abort where something stays."""
        if not (self._next and self._made and self._record):
            return
        if self._config and self._config.strict and (counts := _warnings()):
            message = f"Aborted with {counts} in strict mode!\n{self.state}"
            raise Abort(message)
        self._publishing = True
        progress.stage("publishing what differs")
        published = finish(self._made, self._next.folder, self._next.site, self._record, self._copies)
        if published.left:
            named = ", ".join(os.path.relpath(error.filename, self._next.site) for error in published.left[:3])
            message = f"this could not be removed from the previous site in {self.site}: {named}; remove it yourself"
            raise self.aborted(message)
        self._publishing = False
        log.info("The site in %s is the new one: %s", self.site, _counted(published))

    def end(self) -> None:
        """Remove what is left of the next site, unlock the folder, and show no longer what is done.

        A second time it does nothing.
        """
        progress.report_to(None)
        if self._config:
            self._config.site_dir = str(self.site)
        if self._next:
            self._next.remove()
        self._config = self._next = None
        self._copies = {}
        if self._store:
            self._store.close()
        self._record = self._store = None
        self._lock.release()

    @property
    def state(self) -> str:
        """The sentence about the site if the build ends now."""
        if self._publishing:
            return _MIXED.format(site=self.site)
        return _PREVIEW if self.preview else UNTOUCHED

    def aborted(self, reason: str) -> Abort:
        """Return the exception that ends the build, with the reason and the state of the site."""
        return Abort(f"{reason}\n{self.state}")


def _warnings() -> str:
    """Return how many warnings and errors the host has counted, which stop a strict build; nothing without any."""
    counters = (
        handler
        for name in ("mkdocs", "properdocs")
        for handler in logging.getLogger(name).handlers
        if isinstance(handler, CountHandler)
    )
    counts = next((counts for counter in counters if (counts := counter.get_counts())), [])
    return ", ".join(f"{count} {level.lower()}s" for level, count in counts)


def _counted(published: Published) -> str:
    """Write how many files of the site were touched."""
    counts = (published.added, "added"), (published.changed, "changed"), (published.removed, "removed")
    return ", ".join(f"{len(paths)} files {what}" for paths, what in counts)
