"""The MkDocs plugin: a build's events come in, and the archive is published through the site's own theme.

The events stand in the order in which MkDocs sends them; together they tell the story of a build. Everything that
takes thought is in the modules beside this one and in the core below it, none of which knows of a build's events.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from markupsafe import Markup
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page

from pressgen import engine, extension
from pressgen.addresses import relative
from pressgen.archive import build_time
from pressgen.engine import indexing
from pressgen.engine.failing import Failure, failure
from pressgen.engine.lock import CACHE
from pressgen.languages import language
from pressgen.plugin.building import Building
from pressgen.plugin.content import Content, configuration_place, gather, project_folder
from pressgen.plugin.links import Link, SourceLinks, finished
from pressgen.plugin.material.bundle import without_sitemap_requests
from pressgen.plugin.material.configuration import add_to, require_folders
from pressgen.plugin.material.language import LanguageSwitch, MenuLink, ThemeLanguage, theme_languages
from pressgen.plugin.material.search import replace_search
from pressgen.plugin.material.shells import Shells, UnusableThemeError, archive_file, with_head
from pressgen.plugin.material.templates import extend, theme_folders
from pressgen.plugin.material.touches import theme_problems
from pressgen.plugin.navigation import LanguageNavigation, in_language, titles_of
from pressgen.plugin.options import as_errors, beside_another, settings_from
from pressgen.plugin.secrets import remains
from pressgen.plugin.texts import DocsTexts
from pressgen.problems import Problem, Severity, report
from pressgen.settings import OTHER_LANGUAGE_PLUGIN, Settings
from pressgen.site.docs_pages import DocsPage, DocsPages
from pressgen.site.search import corpus
from pressgen.views.page import PageType
from pressgen.views.site_templates import read_site_templates
from pressgen.views.templates import SiteTemplateError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jinja2 import Environment
    from mkdocs.config.base import ConfigErrors, ConfigWarnings
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.utils.templates import TemplateContext

log = logging.getLogger("mkdocs.plugins.pressgen")

_NO_DIRTY = (
    "pressgen does not build with --dirty: what has been hidden since the site was built last would stay in it. "
    "Leave --dirty away. Nothing was built. The previous site is as it was."
)


class PressgenPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # its options are `Settings`
    """Publishes the releases of a project beside its pages."""

    settings: Settings
    content: Content
    shells: Shells

    def __init__(self) -> None:
        super().__init__()
        self._preview = False
        self._option_problems: Sequence[Problem] = ()
        self._links = SourceLinks()
        self._navigations: Mapping[str, LanguageNavigation] = {}
        self._theme_languages: Mapping[str, ThemeLanguage] = {}
        self._switch: LanguageSwitch | None = None
        self._texts = DocsTexts()
        self._dirty = False
        self._building = Building()

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Read the options into `settings`, their only form; warnings are told with those of the content."""
        self.settings, self._option_problems = settings_from(options, config_file_path)
        return as_errors(self._option_problems), []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Know whether this is an author's preview, and refuse a build that would leave a part of the last one."""
        self._preview, self._dirty = command == "serve", dirty
        if dirty and not self._preview:
            raise Abort(_NO_DIRTY)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add to the site's theme what pressgen brings, and leave to the site what it decides."""
        if OTHER_LANGUAGE_PLUGIN in config.plugins:
            raise Abort(report.FORMATS["text"]([beside_another(config)]).rstrip())
        project = project_folder(config)
        add_to(config, self._links, (project / name for name in (self.settings.releases_dir, *extension.FOLDERS)))
        if self.settings.search:
            replace_search(config)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check everything, and stop before the previous site is touched where something is wrong.

        A preview leaves out what is broken and shows the rest, so that its author sees it come back when mended.
        """
        require_folders(config)
        self._building = Building(project_folder(config), Path(config.site_dir), preview=self._preview)
        self._building.begin(project_folder(config) / CACHE)
        try:
            now = build_time()
        except ValueError as error:
            raise Abort(str(error)) from None
        own = (*extension.read(project_folder(config)).problems, *read_site_templates(project_folder(config)))
        self.content = gather(config, self.settings, now, preview=self._preview)
        missing = indexing.unavailable(configuration_place(config)) if self.settings.search else ()
        changed = theme_problems(theme_folders(config.theme.dirs), configuration_place(config))
        found = [*self._option_problems, *own, *self.content.problems, *missing, *changed]
        problems = self.content.ignored.told(found)
        tell(problems)
        errors = sum(problem.severity is Severity.ERROR for problem in problems)
        stops = self.content.docs.endless if self._preview else errors or (problems and config.strict)
        if stops:
            raise Abort(_refusal(errors, len(problems) - errors))
        self._building.touches()

    @event_priority(100)
    def _on_files_first(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Stop where the host could not empty the folder of the site: what is hidden now may still stand there."""
        left = [] if self._dirty else remains(Path(config.site_dir))
        if left:
            named = ", ".join(left[:3])
            message = (
                f"this could not be removed from the previous site in {config.site_dir}: {named}; remove it yourself"
            )
            raise self._building.aborted(message)
        return files

    def _on_files_main(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Give each page of `docs/` its address in its language, and keep releases from being taken for pages."""
        self._texts = DocsTexts()
        kept = [file for file in files if not self.content.is_left_out(file, config)]
        included = InclusionLevel.is_in_serve if self._preview else InclusionLevel.is_included
        written = Files(kept).documentation_pages(inclusion=included)
        pages = DocsPages.of((file.src_uri for file in written), self.content.facts.addresses)
        self.content = self.content.with_pages(pages)
        for file in written:
            page = pages.pages[file.src_uri]
            file.name = page.name
            file.dest_uri = page.file
            file.url = page.address
            file.__dict__.pop("abs_dest_path", None)
            if page.language != self.settings.first_language and pages.twin(page.source, self.settings.first_language):
                file.inclusion = min(file.inclusion, InclusionLevel.NOT_IN_NAV, key=lambda level: level.value)
        without_sitemap_requests(files)
        return Files(kept)

    @event_priority(-100)
    def _on_files_last(self, files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG002
        """Stop where another plugin has added a file of a release."""
        return self._without_secrets(files)

    on_files = CombinedEvent(_on_files_first, _on_files_main, _on_files_last)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Make one navigation for each language out of the site's own."""
        for title in self.settings.nav_titles.keys() - set(titles_of(nav.items)):
            log.warning("'nav_titles' names '%s', which is no section or link of the navigation", title)
        self._navigations = {tag: self._navigation(nav, tag, config, files) for tag in self.settings.languages}
        return self._navigations[self.settings.first_language].nav

    def _on_env_first(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Let the theme speak every language of the site, and have it ready to render shells."""
        extend(env, config.theme.dirs)
        self._theme_languages = {
            tag: ThemeLanguage(tag, name, self.content.facts.name_in(tag))
            for tag, name in theme_languages(env, self.settings.languages).items()
        }
        first = self.settings.first_language
        config.theme["language"] = self._theme_languages[first].name
        config.theme["direction"] = language(first).direction
        pages = files.documentation_pages()
        self.shells = Shells(config, env, pages, self._navigations, self._theme_languages, self.content.search_box)
        return env

    @event_priority(-100)
    def _on_env_last(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Look once more at the files: after this event the host copies them."""
        self._without_secrets(files)
        return env

    on_env = CombinedEvent(_on_env_first, _on_env_last)

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Follow the links of this page to releases, and tell of those that lead nowhere."""
        written = self._written(page)
        level = config.validation.links.not_found

        def rewrite(url: str) -> str | None:
            def warn(reason: str) -> None:
                log.log(level, "Doc file '%s' contains a link '%s', %s", written.source, url, reason)

            return self.content.sources.resolve(Link(written.source, written.language, url), warn)

        self._links.rewrite = rewrite
        return markdown

    @event_priority(-100)
    def _on_page_content_last(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Stop where a page turns out to say what is not public yet."""
        if not self._preview:
            self._stop_for(self.content.secrets.said_in(html, page.file.src_uri))
        return html

    def _on_page_content_first(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Put links and lists in their places, and the latest releases below what the home page says."""
        written = self._written(page)
        if page.file.inclusion.value > InclusionLevel.DRAFT.value:
            self._texts.add(written, html, page.meta)
        html = self.content.with_lists(finished(html, written.address), written)
        if self.content.is_home(written):
            html += self.content.home(written.language)
        return html

    on_page_content = CombinedEvent(_on_page_content_first, _on_page_content_last)

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,  # noqa: ARG002
    ) -> TemplateContext:
        """Have the theme speak the language of this page, with its translations in the menu."""
        written = self._written(page)
        menu = tuple(MenuLink(tag, link) for tag, link in self.content.menu(written).items())
        self._switch = LanguageSwitch(config, page)
        self._switch.begin(replace(self._theme_languages[written.language], alternates=menu))
        context["nav"] = self._navigations[written.language].nav
        action = relative(written.address, self.content.facts.addresses.search(written.language))
        own = {"pressgen": {"search_box": self.content.search_box(written.language, action)}}
        context.update(own)  # type: ignore[typeddict-item]  # a name of pressgen's own templates
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Write what this page says of itself to machines into its head."""
        if self._switch:
            self._switch.end()
        written = self._written(page)
        named = "" if self.content.is_home(written) else page.title
        title = Markup(page.meta.get("title") or named or self.content.facts.name_in(written.language)).striptags()  # noqa: S704
        self._texts.name(written, title)
        description = str(page.meta.get("description") or config.site_description or "")
        return with_head(output, self.content.head(written, title, description))

    def _on_post_build_first(self, *, config: MkDocsConfig) -> None:
        """Make the search index, and every page and file of the archive, each page in the theme's shell."""
        folder = Path(config.site_dir)
        cache = project_folder(config) / CACHE / "search"
        if self.settings.search:
            contents = corpus(self.content.site, self._texts.collected(self.content.pages))
            tell(indexing.write_index(contents, folder, cache, configuration_place(config)))
        else:
            tell(indexing.forget(cache, configuration_place(config)))
        try:
            engine.make(self.content.outputs(), self.shells, folder)
        except UnusableThemeError as error:
            raise self._building.aborted(str(error)) from None

    @event_priority(-100)
    def _on_post_build_last(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Let other builds have the folder of the site."""
        self._building.end()

    on_post_build = CombinedEvent(_on_post_build_first, _on_post_build_last)

    def on_build_error(self, *, error: Exception) -> None:
        """Tell in a line what the system did not allow, and how the site stands."""
        self._building.end()
        if isinstance(error, SiteTemplateError):
            raise self._building.aborted(str(error)) from None
        if isinstance(error, Failure):
            raise self._building.aborted(failure(error, self._building.project)) from None

    def on_shutdown(self) -> None:
        """Let other builds have the folder of the site, however this one has ended."""
        self._building.end()

    @event_priority(-100)  # after plugins that hand the builder they were given back to the server
    def on_serve(self, server: LiveReloadServer, *, builder: Callable[[], None], **_: object) -> LiveReloadServer:
        """Have a preview tell of a configuration that cannot be read, where MkDocs would show a traceback."""

        def build() -> None:
            try:
                builder()
            except MkDocsException as error:
                raise Abort(error.format_message()) from None

        server.builder = build
        return server

    def _without_secrets(self, files: Files) -> Files:
        """Give the files without those of releases; for them a build stops."""
        found = [*self.content.secrets.among(files)]
        for file, _ in found:
            files.remove(file)
        self._stop_for(problem for _, problem in found)
        return files

    def _stop_for(self, problems: Iterable[Problem]) -> None:
        if found := [*problems]:
            tell(found)
            if not self._preview:
                raise Abort(self._building.state)

    def _written(self, page: Page) -> DocsPage:
        source = page.file.src_uri
        return self.content.pages.pages.get(source) or DocsPage.of(source, self.content.facts.addresses)

    def _navigation(self, nav: Navigation, tag: str, config: MkDocsConfig, files: Files) -> LanguageNavigation:
        places, pages, words = self.content.facts.addresses, self.content.pages, language(tag)

        def twin(page: Page) -> Page | None:
            found = pages.twin(page.file.src_uri, tag)
            file = files.get_file_from_path(found.source) if found else None
            return file.page if file else None

        home = pages.at(places.home(tag))
        home_file = files.get_file_from_path(home.source) if home else None
        made = {
            type_: Page(words.say(name), archive_file(config, address), config)
            for type_, name, address in self.content.places(tag)
        }
        authored = home_file.page if home_file else None
        if authored and authored.title is None:
            # The site's nav gives it no name, and what it says itself may be what the archive is called.
            authored.title = made[PageType.HOME].title
        if authored:
            made[PageType.HOME] = authored
        given = {title: words.root for title, words in self.settings.nav_titles.items()}
        titles = {title: words.get(tag) or words.get("und") or title for title, words in given.items()}
        return in_language(nav, twin, made, titles)


def tell(problems: Iterable[Problem]) -> None:
    """Tell of problems in the host's log, which counts the warnings of a strict build."""
    for problem in problems:
        level = logging.ERROR if problem.severity is Severity.ERROR else logging.WARNING
        log.log(level, "%s", report.FORMATS["text"]([problem]).rstrip())


def _refusal(errors: int, warnings: int) -> str:
    """Say why nothing was built."""
    counts = [(errors, "error"), (warnings, "warning")]
    told = " and ".join(f"{count} {name}{'s' if count > 1 else ''}" for count, name in counts if count)
    return f"Nothing was built: {told}, told above. The previous site is as it was."
