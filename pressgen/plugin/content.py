"""What a build publishes: the project's files go in; the archive, the facts of the site and every problem come out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pressgen import engine
from pressgen.addresses import Address, Addresses, Group, file_of
from pressgen.archive import Archive, build_time, hidden
from pressgen.load import load
from pressgen.load.asked import ListRequest, problems_of_lists, with_lists
from pressgen.load.docs import unreadable
from pressgen.plugin.links import Sources
from pressgen.plugin.navigation import WAYS
from pressgen.plugin.pages import DocsPage, DocsPages, docs_sources
from pressgen.problems import Place, Problem
from pressgen.problems.ignoring import Ignored
from pressgen.settings import PlaceOf, no_site_url, read, somewhere
from pressgen.site import Output, Shells, Site
from pressgen.site.collisions import collisions, redirect_file
from pressgen.site.front import front
from pressgen.site.lists import list_html
from pressgen.views.facts import SiteFacts
from pressgen.views.head import Head, head
from pressgen.views.home import Front, home_fragment, home_head
from pressgen.views.page import PageType, Shell, ShellKey
from pressgen.views.search_form import search_box

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from pressgen.settings import Settings


@dataclass(frozen=True)
class Content:
    """All that one build is made from, before anything is rendered; `unread` are pages that the host cannot read.

    `ignored` are the warnings that are switched off, of whatever the build tells beside `problems`.
    `ways` are the ways into the archive that it has, as places of the navigation. `told` is what the chapters of the
    site have told of the archive, which is the same before and after the host has read its pages.
    """

    archive: Archive
    facts: SiteFacts
    pages: DocsPages
    sources: Sources
    problems: tuple[Problem, ...] = ()
    ignored: Ignored = field(default_factory=Ignored)
    unread: frozenset[str] = frozenset()
    ways: tuple[PageType, ...] = ()
    told: Sequence[Output] = ()

    def with_pages(self, pages: DocsPages) -> Content:
        """Give the same with the pages of `docs/` as the host has them, those that other plugins made among them."""
        return replace(self, pages=pages, sources=replace(self.sources, pages=pages))

    def site(self, shells: Shells) -> Site:
        """Give the site in these shells."""
        return Site(self.archive, self.facts, shells, self.pages.written(), told=self.told)

    def is_home(self, page: DocsPage) -> bool:
        """Say whether a page of `docs/` is the home page of its language."""
        return page.address == self.facts.addresses.home(page.language)

    def places(self, language: str) -> Iterator[tuple[PageType, str, Address]]:
        """Give the pages of the archive that are places of the navigation: each with its name and its address."""
        addresses = self.facts.addresses
        yield PageType.HOME, "home", addresses.home(language)
        yield PageType.LISTING, "releases", addresses.releases(language)
        for way in self.ways:
            yield way, way.value, way_in(way, language, addresses)

    def home(self, language: str) -> str:
        """Give what stands below the text of an authored home page."""
        return home_fragment(self.facts, language, self._front)

    def with_lists(self, html: str, page: DocsPage) -> str:
        """Give the HTML of a page of `docs/` with the lists that it asks for."""

        def made(request: ListRequest) -> str:
            return list_html(self._site, request, page.language, page.address)

        return with_lists(html, self.archive.register, made)

    @cached_property
    def _site(self) -> Site:
        return self.site(_no_shell)

    @cached_property
    def _front(self) -> Front:
        return front(self._site)

    def head(self, page: DocsPage, title: str, description: str) -> str:
        """Give the HTML for the head of a page of `docs/`."""
        if self.is_home(page):
            return home_head(self.facts, page.language, title, description)
        translations = self.pages.translations(page)
        return head(Head(page.address, page.language, title, description, translations), self.facts)

    def search_box(self, language: str, action: str) -> str:
        """Give the search box of the header in a language, whose form leads to `action`; nothing without a search."""
        return search_box(self.facts, language, action) if self.facts.settings.search else ""

    def menu(self, page: DocsPage) -> Mapping[str, Address]:
        """Give where the language menu leads from a page: to the page in each language, or to the language's home."""
        places, found = self.facts.addresses, {page.language: page.address, **self.pages.translations(page)}
        return {tag: found.get(tag, places.home(tag)) for tag in places.languages} if places.several else {}


@engine.without_collection()
def gather(config: MkDocsConfig, settings: Settings, *, preview: bool) -> Content:
    """Read and check everything that the site is made from. A `preview` shows what is not public yet, marked.

    Raises ValueError where the time of the build is set to what is no time.
    """
    project = project_folder(config)
    now = build_time()
    docs_dir = _within(project, Path(config.docs_dir))
    loaded = load(project, settings, each=engine.each, docs_dir=docs_dir, now=now, place=option_place(config))
    archive = Archive.of(loaded, now, home=settings.issuer.country, preview=preview)
    site_url = config.site_url.rstrip("/") + "/" if config.site_url else ""
    facts = SiteFacts.of(settings, loaded.register, site_name=config.site_name, site_url=site_url)
    releases = (project / settings.releases_dir).resolve()
    pages = DocsPages.of(docs_sources(config, releases, preview=preview), Addresses.of(settings))
    sources = Sources(
        archive,
        pages,
        docs_dir,
        _within(project, releases),
        frozenset(release.id for release in loaded.releases if hidden(release.record, now)),
    )
    content = Content(archive, facts, pages, sources)
    content = replace(content, told=content.site(_no_shell).chapters())
    paths = [output.path for output in content.site(_no_shell).outputs()]
    redirects = {redirect_file(alias, facts.addresses) for alias in loaded.aliases}
    unread = dict(unreadable(Path(config.docs_dir), docs_dir, pages.pages))
    problems = [
        *loaded.problems,
        *unread.values(),
        *problems_of_lists(Path(config.docs_dir), docs_dir, [*pages.pages], unread, loaded.register),
        *pages.collisions(docs_dir, (path for path in paths if path not in redirects)),
        *collisions([*paths, *pages.files], loaded.aliases, facts.addresses),
    ]
    if not facts.site_url:
        problems.append(no_site_url(configuration_place(config)))
    made = frozenset(paths)
    ways = tuple(way for way in WAYS if file_of(way_in(way, settings.first_language, facts.addresses)) in made)
    return replace(
        content, problems=loaded.ignored.told(problems), ignored=loaded.ignored, unread=frozenset(unread), ways=ways
    )


def way_in(way: PageType, language: str, places: Addresses) -> Address:
    """Give the address of the first page of a way into the archive."""
    if way is PageType.CALENDAR:
        return places.calendar(language)
    return places.ledger(language) if way is PageType.LEDGER else places.profiles(language, Group(way.value))


def project_folder(config: MkDocsConfig) -> Path:
    """Give the folder of the configuration's file; the working folder where it came from elsewhere."""
    return Path(config.config_file_path).resolve().parent if config.config_file_path else Path.cwd()


def option_place(config: MkDocsConfig) -> PlaceOf:
    """Give what tells where each of the plugin's options stands."""
    return read(Path(config.config_file_path)).place if config.config_file_path else somewhere


def configuration_place(config: MkDocsConfig) -> Place:
    """Give the place of what concerns the whole configuration."""
    return Place(Path(config.config_file_path).name if config.config_file_path else "mkdocs.yml")


def _within(project: Path, folder: Path) -> str:
    """Give a folder's path from the project, with slashes, wherever it is."""
    return Path(os.path.relpath(folder.resolve(), project)).as_posix()


def _no_shell(_key: ShellKey) -> Shell:
    return Shell(("",), ())
