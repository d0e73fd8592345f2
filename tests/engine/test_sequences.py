"""After any sequence of edits, a build from the record gives the site that a clean build gives, and makes no more."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from random import Random

import pytest

from pressgen import engine
from pressgen.addresses import SEARCH
from pressgen.engine import pool
from pressgen.engine.finishing import finish
from pressgen.engine.known import SiteRecord
from pressgen.engine.making import Workshop
from pressgen.engine.next_site import NextSite
from pressgen.engine.planning import plan_site
from pressgen.engine.record import BuildRecord
from pressgen.extension import read_extension
from pressgen.search.pages import PagePart, PagePassage, PageText
from pressgen.site import Site
from pressgen.site.docs_pages import DocsPages
from pressgen.site.program import program_digest
from pressgen.views.page import Shell, ShellKey
from pressgen.views.site_templates import read_site_templates
from tests.engine.conftest import PLACE
from tests.site.edits import EDITS, PROGRAM_EDITS, PROJECT, Edit, Files, configuration, write
from tests.site.projects import site_at

PROCESSES = (1, 2, 4)
"""How many processes make the outputs, in turns."""
STEPS = 20

ALWAYS_IN_VAIN = re.compile(
    r"assets/pressgen/search/"  # the search compares the parts of its index itself
    r"|(\w\w/)?releases/[^/]+/[^/]*"  # the pages of a release that changed, whatever they show of it
    r"|releases\.(csv|jsonl)"
)
"""The outputs that may be made again though their bytes stay the same, after any edit."""
EVERYTHING = (*PROGRAM_EDITS, configuration)
"""Edits of what every output depends on, whether it shows it or not."""
OFTEN_IN_VAIN = re.compile(rf"{ALWAYS_IN_VAIN.pattern}|\w\w/.*index\.(html|json)|.*\.ics|.*feed\.(xml|json)")
"""The same after edits of what lists know of releases: not each list shows all of it."""
NARROW = ("nothing", "comment", "text", "attachment", "contact", "colour", "page", "theme")
"""Edits of what lists know nothing of."""


@pytest.fixture(autouse=True)
def without_extension(tmp_path: Path) -> Iterator[None]:
    """Take the words and templates of the site away after a test."""
    yield
    nothing = tmp_path / "nothing"
    read_extension(nothing)
    read_site_templates(nothing)


@dataclass
class Edited:
    """A project that is edited, and the sites that are built of it."""

    folder: Path
    files: Files = field(default_factory=dict)

    def write(self, files: Mapping[str, str]) -> None:
        write(self.folder / "project", files, self.files)
        self.files = dict(files)

    def read(self) -> tuple[Site, DocsPages]:
        project = self.folder / "project"
        assert read_extension(project).problems == ()
        assert read_site_templates(project) == ()
        site = site_at(project)
        docs = (path.removeprefix("docs/") for path in self.files if path.startswith("docs/"))
        return site, DocsPages.of(docs, site.facts.addresses)

    def texts(self, pages: DocsPages) -> list[PageText]:
        return [
            PageText(
                page.neutral,
                (PagePart(page.language, "Page", page.address, (PagePassage("", self.files[f"docs/{name}"]),)),),
            )
            for name, page in sorted(pages.pages.items())
        ]

    def shell(self, key: ShellKey) -> Shell:
        """Return a shell that tells its key, and the title and the head of the page."""
        about = f"<html><!-- {self.files.get('theme')} {key.language} {key.depth} {key.type} --><title>"
        return Shell((about, "</title>", "<body>", "</html>"), ("title", "head", "article"))

    def build(self, name: str, site: Site, pages: DocsPages) -> tuple[set[str], set[str]]:
        """Build into the site of a name, from its record; return the outputs that were made, and all outputs."""
        cache, folder = self.folder / f"cache-{name}", self.folder / f"site-{name}"
        store = BuildRecord(cache, program_digest(self.folder / "project"))
        record, place = SiteRecord(store, folder), NextSite.of(folder, cache)
        place.begin(alone=True)
        plan = plan_site(site, record.slices, pages.sitemap_entries(), self.texts(pages))
        made = engine.make(plan, Workshop(self.shell, place.folder, place.site, cache / "search", PLACE))
        assert finish(made, place.folder, place.site, record).left == ()
        place.remove()
        store.close()
        return set(made.made), set(plan.paths)

    def site(self, name: str) -> dict[str, bytes]:
        """Return the files of a site."""
        folder = self.folder / f"site-{name}"
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def clean(self, site: Site, pages: DocsPages) -> dict[str, bytes]:
        """Build a site from nothing, and return its files."""
        for name in ("cache-clean", "site-clean"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        self.build("clean", site, pages)
        return self.site("clean")


def theme(random: Random, files: Files) -> None:
    """Change what stands around every page, as an update of the theme does."""
    files["theme"] = f"theme {random.randrange(99)}"


def nothing(random: Random, files: Files) -> None:
    """Change nothing."""


def differing(before: Mapping[str, bytes], after: Mapping[str, bytes], outputs: set[str]) -> set[str]:
    """Return the outputs whose files differ; all files of the search index are one output."""
    paths = {path for path, content in after.items() if before.get(path) != content}
    return {path if path in outputs else SEARCH for path in paths}


@pytest.mark.parametrize("seed", [1, 2])
def test_every_build_equals_a_clean_one_and_makes_what_differs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    random, project = Random(seed), Edited(tmp_path)
    before: dict[str, bytes] = {}
    project.write(PROJECT)
    edits: list[Edit] = [nothing, *random.choices((*EDITS, *PROGRAM_EDITS, theme), k=STEPS)]
    for edit, processes in zip(edits, cycle(PROCESSES), strict=False):
        files = dict(project.files)
        edit(random, files)
        project.write(files)
        monkeypatch.setattr(pool, "processes_for", lambda count, most=processes: max(1, min(most, count)))
        site, pages = project.read()
        made, outputs = project.build("edited", site, pages)
        clean = project.clean(site, pages)

        assert project.site("edited") == clean, edit.__name__
        differ = differing(before, clean, outputs)
        assert differ - made == set(), edit.__name__
        if edit not in EVERYTHING:
            allowed = ALWAYS_IN_VAIN if edit.__name__ in NARROW else OFTEN_IN_VAIN
            assert [path for path in made - differ if not allowed.fullmatch(path)] == [], edit.__name__
        before = clean
