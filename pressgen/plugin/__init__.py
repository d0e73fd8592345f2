"""The MkDocs plugin, which publishes the archive through the site's own theme.

The events are in the order of a build, in which MkDocs sends them. The work is done by the modules beside this one, and
by the packages below them, which know nothing of events.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files, InclusionLevel

from pressgen import extension
from pressgen.addresses import Address, relative
from pressgen.archive import build_time
from pressgen.engine import indexing, progress
from pressgen.engine.failing import Failure, failure
from pressgen.languages import language
from pressgen.plugin.building import Building
from pressgen.plugin.content import Content, configuration_place, gather, project_folder
from pressgen.plugin.docs_files import docs_page, docs_title, place_pages, without_releases
from pressgen.plugin.links import SourceLinks, WrittenLink, finished
from pressgen.plugin.material.bundle import without_sitemap_requests, without_unused_files
from pressgen.plugin.material.configuration import add_to, require_folders
from pressgen.plugin.material.frame import Frame
from pressgen.plugin.material.language import LanguageSwitch, MenuLink, ThemeLanguage, theme_languages
from pressgen.plugin.material.search import replace_search
from pressgen.plugin.material.shells import Shells, UnusableThemeError, with_head
from pressgen.plugin.material.templates import extend_templates, theme_folders
from pressgen.plugin.material.touches import theme_problems
from pressgen.plugin.navigation import LanguageNavigation, titles_of
from pressgen.plugin.onlookers import onlookers
from pressgen.plugin.options import as_errors, beside_another, settings_from
from pressgen.plugin.reporting import log_problems, refusal, stop_a_build
from pressgen.plugin.site_navigation import language_navigation
from pressgen.plugin.size import report_size
from pressgen.plugin.stages import progress_for
from pressgen.plugin.texts import DocsTexts
from pressgen.problems import Problem, report
from pressgen.settings import OTHER_LANGUAGE_PLUGIN, Settings
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
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from pressgen.site.docs_pages import DocsPage

log = logging.getLogger("mkdocs.plugins.pressgen")

_FIRST, _LAST = 1_000_000, -1_000_000
"""The priorities of what must happen before or after all that other plugins do."""


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
        self._building = Building()

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Read the options. MkDocs reports the errors among their problems; the rest is reported with the content's."""
        self.settings, self._option_problems = settings_from(options, config_file_path)
        return as_errors(self._option_problems), []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Keep whether this is a preview. A `dirty` build is like any other, since the next site's folder is empty."""
        self._preview = command == "serve"

    @event_priority(_FIRST)
    def _on_config_first(self, config: MkDocsConfig) -> MkDocsConfig:
        """Have MkDocs and all plugins write to the folder of the next site."""
        self._building = Building(project_folder(config), preview=self._preview)
        self._building.redirect(config)
        return config

    def _on_config_main(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add pressgen's templates, style sheets and scripts to the site's theme."""
        if OTHER_LANGUAGE_PLUGIN in config.plugins:
            raise Abort(report.FORMATS["text"]([beside_another(config)]).rstrip())
        project = project_folder(config)
        add_to(config, self._links, (project / name for name in (self.settings.releases_dir, *extension.FOLDERS)))
        if self.settings.issuer.emblem and not config.theme.get("logo"):
            config.theme["logo"] = self.settings.issuer.emblem
        if self.settings.search:
            replace_search(config)
        return config

    on_config = CombinedEvent(_on_config_first, _on_config_main)

    @event_priority(_FIRST)
    def _on_pre_build_first(self, *, config: MkDocsConfig) -> None:
        """Lock the folder of the site, which another plugin may have named."""
        self._building.redirect(config)
        self._building.begin(self.settings.digits)
        progress.report_to(progress_for(log))

    def _on_pre_build_main(self, *, config: MkDocsConfig) -> None:
        """Read and check everything, and stop before the previous site is touched if something is wrong.

        A preview leaves out what has errors and shows the rest.
        """
        require_folders(config)
        project, place = project_folder(config), configuration_place(config)
        try:
            now = build_time()
        except ValueError as error:
            raise Abort(str(error)) from None
        added = extension.read_extension(project, self.settings.digits)
        problems = [*self._option_problems, *added.problems, *read_site_templates(project)]
        building = self._building
        site, known, memo = building.site, building.known, building.memo
        self.content = gather(config, self.settings, now, site=site, known=known, memo=memo, preview=self._preview)
        problems += [*self.content.problems, *theme_problems(theme_folders(config.theme.dirs), place)]
        problems += indexing.unavailable(place) if self.settings.search else ()
        reported = self.content.ignored.reported(problems)
        log_problems(reported)
        if self.content.docs.endless if self._preview else stop_a_build(reported, strict=config.strict):
            raise Abort(refusal(reported))
        self._building.make_folder()

    on_pre_build = CombinedEvent(_on_pre_build_first, _on_pre_build_main)

    def _on_files_main(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave out the files of releases, and give each page of `docs/` its address in its language."""
        self._texts = DocsTexts()
        kept = without_releases(files, self.content, config)
        self.content = self.content.with_pages(place_pages(kept, self.content, preview=self._preview))
        without_sitemap_requests(kept)
        without_unused_files(kept, config.theme.dirs, search=self.settings.search)
        progress.stage("reading pages of docs/", len(kept.documentation_pages()))
        return kept

    @event_priority(-100)
    def _on_files_last(self, files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG002
        """Stop if another plugin has added a file of a release."""
        return self._without_secrets(files)

    on_files = CombinedEvent(_on_files_main, _on_files_last)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Build one navigation for each language from the site's own."""
        for title in self.settings.nav_titles.keys() - set(titles_of(nav.items)):
            log.warning("'nav_titles' names '%s', which is no section or link of the navigation", title)
        languages = self.settings.languages
        self._navigations = {tag: language_navigation(nav, tag, self.content, config, files) for tag in languages}
        return self._navigations[self.settings.first_language].nav

    def _on_env_first(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Prepare the theme for each language of the site, and for the pages of the archive."""
        extend_templates(env, config.theme.dirs)
        self._theme_languages = {
            tag: ThemeLanguage(tag, name, self.content.facts.name_in(tag))
            for tag, name in theme_languages(env, self.settings.languages).items()
        }
        first = self.settings.first_language
        config.theme["language"] = self._theme_languages[first].name
        config.theme["direction"] = language(first).direction
        pages = files.documentation_pages()
        self.shells = Shells(config, env, pages, self._navigations, self._theme_languages, self.content)
        return env

    @event_priority(-100)
    def _on_env_last(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Check the files once more: MkDocs copies them after this event."""
        self._without_secrets(files)
        progress.stage("making pages of docs/", len(files.documentation_pages()))
        return env

    on_env = CombinedEvent(_on_env_first, _on_env_last)

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Prepare to follow the page's links to releases, and to report those that lead nowhere."""
        written = docs_page(page, self.content)
        level = config.validation.links.not_found

        def rewrite(url: str) -> str | None:
            def warn(reason: str) -> None:
                log.log(level, "Doc file '%s' contains a link '%s', %s", written.source, url, reason)

            return self.content.sources.resolve(WrittenLink(written.source, written.language, url), warn)

        self._links.rewrite = rewrite
        return markdown

    @event_priority(-100)
    def _on_page_content_last(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Stop if the page says what is not public yet."""
        if not self._preview:
            self._stop_for(self.content.secrets.said_in(html, page.file.src_uri))
        return html

    def _on_page_content_first(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Fill in links and lists, the front of the archive among them on a home page."""
        progress.advance()
        written = docs_page(page, self.content)
        if page.file.inclusion.value > InclusionLevel.DRAFT.value:
            self._texts.add(written, html, page.meta)
        return self.content.with_lists(finished(html, written.address), written)

    on_page_content = CombinedEvent(_on_page_content_first, _on_page_content_last)

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,  # noqa: ARG002
    ) -> TemplateContext:
        """Switch the theme to the language of the page, with its translations in the menu."""
        written = docs_page(page, self.content)
        menu = tuple(MenuLink(tag, link) for tag, link in self.content.menu(written).items())
        self._switch = LanguageSwitch(config, page)
        self._switch.begin(replace(self._theme_languages[written.language], alternates=menu))
        context["nav"] = self._navigations[written.language].nav
        own = {"pressgen": self._frame(written, menu)}
        context.update(own)  # type: ignore[typeddict-item]  # a name of pressgen's own templates
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Add the page's description for programs to its head."""
        progress.advance()
        if self._switch:
            self._switch.end()
        written = docs_page(page, self.content)
        title = docs_title(page, written, self.content)
        self._texts.name(written, title)
        description = str(page.meta.get("description") or config.site_description or "")
        return with_head(output, self.content.head(written, title, description))

    def _on_post_build_first(self, *, config: MkDocsConfig) -> None:
        """Make the search index, and every page and file of the archive that has changed, in the theme's shells."""
        place, texts = configuration_place(config), self._texts.collected(self.content.pages)
        self.content = self.content.planned(self._building.known, texts)
        try:
            log_problems(self._building.make(self.content.plan, self.shells, place))
        except UnusableThemeError as error:
            raise self._building.aborted(str(error)) from None
        if not self.settings.search:
            log_problems(indexing.forget(self._building.search_cache, place))
        self._building.show_to(onlookers(config, self))

    @event_priority(_LAST)
    def _on_post_build_last(self, *, config: MkDocsConfig) -> None:
        """Publish what MkDocs, pressgen and the other plugins have made, and say how large the site is."""
        self._building.publish()
        if not self._preview:
            archive, place = self.content.site.archive, configuration_place(config)
            report_size(self._building.site, archive, self.settings.host, place)
        self._building.end()

    on_post_build = CombinedEvent(_on_post_build_first, _on_post_build_last)

    def on_build_error(self, *, error: Exception) -> None:
        """Report an error of the system or of a site's template in one line, with the state of the site."""
        self._building.end()
        if isinstance(error, SiteTemplateError):
            raise self._building.aborted(str(error)) from None
        if isinstance(error, Failure):
            raise self._building.aborted(failure(error, self._building.project)) from None

    def on_shutdown(self) -> None:
        """Leave nothing behind, however the build ended."""
        self._building.end()

    @event_priority(-100)  # after plugins that give the builder that they got back to the server
    def on_serve(self, server: LiveReloadServer, *, builder: Callable[[], None], **_: object) -> LiveReloadServer:
        """Report a configuration that cannot be read in one line, where MkDocs would show a traceback."""

        def build() -> None:
            try:
                builder()
            except MkDocsException as error:
                raise Abort(error.format_message()) from None

        server.builder = build
        return server

    def _frame(self, page: DocsPage, menu: Sequence[MenuLink]) -> Frame:
        """Return what stands around the content of a page of `docs/`; `menu` has its translations by address."""

        def to(target: Address) -> str:
            return relative(page.address, target)

        links = [replace(link, link=to(Address(link.link))) for link in menu]
        type_ = PageType.HOME if self.content.is_home(page) else None
        return Frame(
            language=page.language,
            search_box=self.content.search_box(page.language, to(self.content.facts.addresses.search(page.language))),
            colophon=self.content.colophon(page.language, type_, to, links),
        )

    def _without_secrets(self, files: Files) -> Files:
        """Return the files without those of releases, because of which a build stops."""
        secret = [*self.content.secrets.among(files)]
        for file, _ in secret:
            files.remove(file)
        self._stop_for(problem for _, problem in secret)
        return files

    def _stop_for(self, problems: Iterable[Problem]) -> None:
        if reported := [*problems]:
            log_problems(reported)
            if not self._preview:
                raise Abort(self._building.state)
