"""Collect what one build publishes: the site, the pages of `docs/`, and every problem in the project's files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen import engine
from pressgen.addresses import Address, Addresses, file_of
from pressgen.archive import hidden
from pressgen.archive.hidden_files import hidden_files, hidden_files_in_docs
from pressgen.engine import Plan, progress
from pressgen.engine.known import KnownSite
from pressgen.engine.planning import plan_site
from pressgen.languages import site_locales, use_site_locales
from pressgen.load import Loaded, Memo, load
from pressgen.load.asked import FRONT, ListRequest, places_front, problems_of_lists, with_lists
from pressgen.load.docs import Docs, docs_folder, ways_to_releases
from pressgen.load.folders import Folders, overlaps, unwritable
from pressgen.load.identity import Releases
from pressgen.load.site_files import problems_of_named_files
from pressgen.load.walk import top_of
from pressgen.model.groups import Group
from pressgen.plugin.links import Sources
from pressgen.plugin.navigation import WAYS
from pressgen.plugin.secrets import Secrets
from pressgen.problems import Place, Problem
from pressgen.problems.ignoring import Ignored
from pressgen.search.pages import PageText
from pressgen.settings import Location, PlaceOf, complete_site_url, no_site_url, read_configuration
from pressgen.site import Site
from pressgen.site.collisions import collisions
from pressgen.site.docs_pages import DocsPage, DocsPages
from pressgen.site.foot import foot_of
from pressgen.site.front import front
from pressgen.site.lists import list_html
from pressgen.views.facts import SiteFacts
from pressgen.views.head import Head, head
from pressgen.views.page import PageType
from pressgen.views.pages.colophon import colophon
from pressgen.views.pages.home import Front, home_fragment, home_head
from pressgen.views.pages.search_form import search_box

if TYPE_CHECKING:
    from datetime import datetime

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

    from pressgen.plugin.material.language import MenuLink
    from pressgen.settings import Settings


@dataclass(frozen=True)
class Content:
    """What one build publishes, before anything is rendered; `docs` has the files in the folder of pages.

    `pages` are those of `docs/`, first the files of the folder, then the host's. `ignored` are the warnings that are
    switched off among those that the build reports beside `problems`. `ways` are the ways into the archive, as places
    of the navigation.
    """

    site: Site
    pages: DocsPages
    sources: Sources
    docs: Docs
    secrets: Secrets
    problems: tuple[Problem, ...] = ()
    ignored: Ignored = field(default_factory=Ignored)
    ways: tuple[PageType | Group, ...] = ()
    plan: Plan = field(default_factory=lambda: Plan(()))

    @property
    def facts(self) -> SiteFacts:
        """The facts of the site."""
        return self.site.facts

    def with_pages(self, pages: DocsPages) -> Content:
        """Return the same content with the pages of `docs/` that the host has, those of other plugins among them."""
        return replace(self, pages=pages, sources=replace(self.sources, pages=pages))

    def is_left_out(self, file: File, config: MkDocsConfig) -> bool:
        """True if a file of `docs/` is one of the releases, or one that was reported and cannot be published."""
        own = file.src_dir == config.docs_dir and not file.generated_by
        path = file.abs_src_path
        return own and (self.docs.leaves_out(file.src_uri) or bool(path and self.secrets.releases.holds(Path(path))))

    def planned(self, known: KnownSite, docs_texts: Sequence[PageText] | None = None) -> Content:
        """Return the same content with a plan of every file that pressgen publishes beside the pages of `docs/`.

        `known` is what the record knows of the site; `docs_texts` are the texts of those pages for the search index.
        """
        plan = plan_site(self.site, known, self.pages.sitemap_entries(), docs_texts, self.plan)
        return replace(self, plan=plan)

    def is_home(self, page: DocsPage) -> bool:
        """True if a page of `docs/` is the home page of its language."""
        return page.address == self.facts.addresses.home(page.language)

    def places(self, language: str) -> Iterator[tuple[PageType | Group, str, Address]]:
        """List the pages of the archive that the navigation leads to, each with its name and its address."""
        addresses = self.facts.addresses
        yield PageType.HOME, "home", addresses.home(language)
        yield PageType.LISTING, "releases", addresses.releases(language)
        for way in self.ways:
            name = way.name if isinstance(way, Group) else _WAYS[way]
            yield way, name, way_in(way, language, addresses)

    def home(self, language: str) -> str:
        """Render the front of the archive for an authored home page."""
        return home_fragment(self.facts, language, self._front)

    def with_lists(self, html: str, page: DocsPage) -> str:
        """Put the lists that a page of `docs/` asks for into its HTML.

        A home page opens with the front of the archive, unless it says where that stands.
        """
        is_home = self.is_home(page)

        def html_of(request: ListRequest) -> str:
            if request.name == FRONT:
                return self.home(page.language) if is_home else ""
            return list_html(self.site, request, page.language, page.address)

        if is_home and not places_front(html):
            html = f"{self.home(page.language)}\n{html}"
        return with_lists(html, self.site.archive.register, html_of)

    @cached_property
    def _front(self) -> Front:
        return front(self.site)

    def head(self, page: DocsPage, title: str, description: str) -> str:
        """Render what pressgen adds to the head of a page of `docs/`."""
        if self.is_home(page):
            return home_head(self.facts, page.language, title, description)
        translations = self.pages.translations(page)
        return head(Head(page.address, page.language, title, description, translations), self.facts)

    def search_box(self, language: str, action: str) -> str:
        """Render the search box of the header, whose form leads to `action`; nothing on a site without a search."""
        return search_box(self.facts, language, action) if self.facts.search else ""

    def colophon(
        self, language: str, type_: PageType | Group | None, to: Callable[[Address], str], menu: Sequence[MenuLink]
    ) -> str:
        """Render the colophon of a page of a type, of `docs/` if it is None, with the links of the language menu."""
        others = [(link.language, link.link) for link in menu]
        return colophon(self.facts, language, foot_of(self.site, self.pages, language, type_), to, others)

    def menu(self, page: DocsPage) -> Mapping[str, Address]:
        """Return the addresses of the language menu: of the page in each language, or of the language's home page."""
        places, translations = self.facts.addresses, {page.language: page.address, **self.pages.translations(page)}
        return {tag: translations.get(tag, places.home(tag)) for tag in places.languages} if places.several else {}


@engine.without_collection()
def gather(  # noqa: PLR0913  # all that a site is made from
    config: MkDocsConfig,
    settings: Settings,
    now: datetime,
    *,
    site: Path,
    known: KnownSite,
    memo: Memo,
    preview: bool,
) -> Content:
    """Read and check everything that the `site` is made from, which the record knows already, or a part of it.

    `memo` knows what the files say that have not changed. A `preview` shows what is not public yet, marked.
    """
    project = project_folder(config)
    docs_dir = _within(config, config.docs_dir)
    folders = Folders(
        configuration_place(config), project, project / settings.releases_dir, Path(config.docs_dir), site
    )
    progress.stage("reading releases", None)
    loaded = _load(config, settings, folders, now, memo)
    progress.stage("relating releases and declaring the site")
    name, url = config.site_name, complete_site_url(config.site_url)
    declared = Site.of(loaded, settings, name=name, url=url, now=now, preview=preview)
    releases = Releases(folders.releases)
    docs = docs_of(config, docs_dir, releases, preview=preview)
    pages = DocsPages.of(docs.files, Addresses.of(settings))
    unseen = {release.id: hidden(release.record, now) for release in loaded.releases}
    unseen_folders = {path: why for path, id_ in loaded.origins.folders().items() if (why := unseen.get(id_))}
    sources = Sources(declared.archive, pages, docs_dir, top_of(settings.releases_dir), unseen_folders)
    secrets = Secrets([release for release in loaded.releases if unseen[release.id]], releases, project, loaded.origins)
    content = Content(declared, pages, sources, docs, secrets).planned(known)
    paths = content.plan.paths
    problems = [
        *overlaps(folders),
        *(() if preview else unwritable(folders.place, folders.site)),
        *loaded.problems,
        *docs.problems,
        *problems_of_named_files(settings, folders.docs, docs_dir, docs.files, option_place(config)),
        *_theme_problems(config, releases),
        *hidden_files(loaded.releases, loaded.origins, now),
        *hidden_files_in_docs(folders.docs, docs_dir, pages.pages, loaded, now),
        *problems_of_lists(folders.docs, docs_dir, pages.pages, loaded.register),
        *collisions(paths, pages, docs_dir, loaded.aliases),
    ]
    if not url:
        problems.append(no_site_url(configuration_place(config)))
    published = frozenset(paths)
    ways = tuple(way for way in WAYS if file_of(way_in(way, settings.first_language, pages.addresses)) in published)
    return replace(content, problems=loaded.ignored.reported(problems), ignored=loaded.ignored, ways=ways)


def _load(config: MkDocsConfig, settings: Settings, folders: Folders, now: datetime, memo: Memo) -> Loaded:
    """Load the releases and the register of the project."""
    return load(
        folders.project,
        settings,
        each=engine.each,
        docs_dir=_within(config, config.docs_dir),
        site_dir=str(folders.site),
        now=now,
        place=option_place(config),
        memo=memo,
    )


def docs_of(config: MkDocsConfig, docs_dir: str, releases: Releases, *, preview: bool) -> Docs:
    """Look through the folder of pages as the host will; `docs_dir` is what problems call it.

    Drafts are the host's own, and shown in a preview only.
    """
    specs = [spec for spec in (config.exclude_docs, None if preview else config.draft_docs) if spec]
    excluded = lambda source: any(spec.match_file(source) for spec in specs)  # noqa: E731  # it is one expression
    return docs_folder(Path(config.docs_dir), docs_dir, releases, excluded)


_WAYS = {PageType.LEDGER: "encounters", PageType.CALENDAR: "calendar"}
"""What the ways are called that lead to no group."""


def way_in(way: PageType | Group, language: str, places: Addresses) -> Address:
    """Return the address of the first page of a way into the archive."""
    if way is PageType.CALENDAR:
        return places.calendar(language)
    return places.profiles(language, way) if isinstance(way, Group) else places.ledger(language)


def project_folder(config: MkDocsConfig) -> Path:
    """Return the folder of the configuration's file; the working folder if the configuration has no file."""
    return Path(config.config_file_path).resolve().parent if config.config_file_path else Path.cwd()


def option_place(config: MkDocsConfig) -> PlaceOf:
    """Return a function that finds the place of each of the plugin's options, reading the file when it is asked."""
    file = config.config_file_path

    def place(location: Location, /, *, at_key: bool) -> Place:
        if not file:
            return Place("mkdocs.yml")
        used = site_locales()
        try:
            return read_configuration(Path(file)).place(location, at_key=at_key)
        finally:
            use_site_locales(used)  # MkDocs may have changed the options after it read them

    return place


def configuration_place(config: MkDocsConfig) -> Place:
    """Return the place of problems with the whole configuration."""
    return Place(Path(config.config_file_path).name if config.config_file_path else "mkdocs.yml")


def _within(config: MkDocsConfig, folder: str) -> str:
    """Return a folder's path from the project, with slashes, wherever it is."""
    project = os.path.dirname(os.path.abspath(config.config_file_path)) if config.config_file_path else str(Path.cwd())  # noqa: PTH100, PTH120  # links are not followed
    return Path(os.path.relpath(folder, project)).as_posix()


def _theme_problems(config: MkDocsConfig, releases: Releases) -> Sequence[Problem]:
    """Report files of releases in the folder of the site's own theme."""
    own = config.theme.custom_dir
    return ways_to_releases(Path(own), _within(config, own), releases) if own else ()
