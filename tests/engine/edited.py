"""A project that is edited again and again, and sites built of it without a host: each page in a plain shell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from pressgen import engine
from pressgen.engine.finishing import finish
from pressgen.engine.known import SiteRecord
from pressgen.engine.making import Made, Workshop
from pressgen.engine.next_site import NextSite
from pressgen.engine.planning import Plan, plan_site
from pressgen.engine.record import BuildRecord
from pressgen.extension import read_extension
from pressgen.program import program_digest
from pressgen.search.pages import PagePart, PagePassage, PageText
from pressgen.site import Site
from pressgen.site.docs_pages import DocsPages
from pressgen.views.page import Shell, ShellKey
from pressgen.views.site_templates import read_site_templates
from tests.engine.conftest import PLACE
from tests.site.edits import Files, write
from tests.site.projects import NOW, site_at


@dataclass
class Edited:
    """A project in a folder, and the files in it."""

    folder: Path
    files: Files = field(default_factory=dict)

    def write(self, files: Mapping[str, str]) -> None:
        write(self.folder, files, self.files)
        self.files = dict(files)

    def read(self, now: datetime = NOW) -> tuple[Site, DocsPages]:
        assert read_extension(self.folder).problems == ()
        assert read_site_templates(self.folder) == ()
        site = site_at(self.folder, now=now)
        docs = (path.removeprefix("docs/") for path in self.files if path.startswith("docs/"))
        return site, DocsPages.of(docs, site.facts.addresses)

    def _texts(self, pages: DocsPages) -> list[PageText]:
        return [
            PageText(
                page.neutral,
                (PagePart(page.language, "Page", page.address, (PagePassage("", self.files[f"docs/{name}"]),)),),
            )
            for name, page in sorted(pages.pages.items())
        ]

    def _shell(self, key: ShellKey) -> Shell:
        """Return a shell that tells its key, and the title and the head of the page."""
        about = f"<html><!-- {self.files.get('theme')} {key.language} {key.depth} {key.type} --><title>"
        return Shell((about, "</title>", "<body>", "</html>"), ("title", "head", "article"))

    def build(self, read: tuple[Site, DocsPages], cache: Path, folder: Path) -> tuple[Plan, Made]:
        """Build what was `read` into the folder of a site, from the record in a cache."""
        site, pages = read
        store = BuildRecord(cache, program_digest(self.folder))
        record, place = SiteRecord(store, folder), NextSite.of(folder, cache)
        place.begin(alone=True)
        plan = plan_site(site, record.site, pages.sitemap_entries(), self._texts(pages))
        made = engine.make(plan, Workshop(self._shell, place.folder, place.site, cache / "search", PLACE))
        assert finish(made, place.folder, place.site, record).left == ()
        place.remove()
        store.close()
        return plan, made


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the files of a site."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
