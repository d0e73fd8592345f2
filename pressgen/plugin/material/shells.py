"""Render the theme's page once for each language, depth and type of page, as a `Shell` for pages of the archive.

The theme renders a placeholder page, with the site's overrides and configuration, whose title, content and links are
words that occur nowhere else. The page is cut at those words. Texts put between the pieces are exactly where the theme
would have put them, so that a page in a shell equals the page rendered whole, byte for byte.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

import mkdocs
from jinja2 import TemplateError
from mkdocs import utils
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from pressgen.addresses import Address, Addresses, relative
from pressgen.model.groups import Group
from pressgen.plugin.material.fixes import squeezed, without_second_drawer
from pressgen.plugin.material.frame import Frame
from pressgen.plugin.material.language import MenuLink, ThemeLanguage, switched_to
from pressgen.views.page import PageType, Shell, ShellKey

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig

    from pressgen.plugin.navigation import LanguageNavigation

log = logging.getLogger("mkdocs.plugins.pressgen")

ARTICLE_ID = "article"
"""The id of the article that every view writes, to which the theme's skip link leads."""

HIDDEN = ("navigation", "toc", "path", "tags", "feedback", "footer")
"""What the theme leaves out beside an archive page, in Material's words: a state paper is not a chapter of a manual."""

ANY = "~"
"""A folder's name in a placeholder's address: the theme links nowhere below it."""

_END_OF_HEAD = "</head>"


@dataclass(frozen=True, kw_only=True)
class PageWords(Frame):
    """The texts of a page that the theme's templates show, escaped.

    `alternates`: the links to the page in each language, complete or from the site's root.
    """

    title: str
    description: str
    article: str
    alternates: Sequence[MenuLink]


class Around(Protocol):
    """What pressgen itself puts around the content of a page; `to` returns the link from the page to an address."""

    def search_box(self, language: str, action: str) -> str:
        """Render the search box, whose form leads to `action`; nothing on a site without a search."""

    def colophon(
        self, language: str, type_: PageType | Group | None, to: Callable[[Address], str], menu: Sequence[MenuLink]
    ) -> str:
        """Render the colophon of a page of a type, of `docs/` if it is None, with the links of the language menu."""


class UnusableThemeError(Exception):
    """The site's theme has no place for the content of a page, or cannot render it."""


class Shells:
    """The shells of one build, each rendered when it is first asked for."""

    def __init__(  # noqa: PLR0913, PLR0917 - all that a page of the theme is rendered from
        self,
        config: MkDocsConfig,
        env: Environment,
        pages: Sequence[File],
        navigations: Mapping[str, LanguageNavigation],
        languages: Mapping[str, ThemeLanguage],
        around: Around,
    ) -> None:
        """Keep what MkDocs renders pages with; `pages` are the files of `docs/`."""
        self._config = config
        self._env = env
        self._pages = pages
        self._navigations = navigations
        self._theme_languages = languages
        self._around = around
        self._addresses = Addresses(tuple(navigations))
        self._rendered: dict[ShellKey, Shell] = {}
        self._reported_box = False

    def __call__(self, key: ShellKey) -> Shell:
        """Return the shell of `key`."""
        if key not in self._rendered:
            self._rendered[key] = self._cut(key)
        return self._rendered[key]

    def _cut(self, key: ShellKey) -> Shell:
        links = {f"alternate:{tag}": _slot(f"alternate-{tag}") for tag in self._navigations if self._addresses.several}
        # A link that begins with a slash passes through the theme as it is. The page for unknown addresses stands at
        # any depth, so there the links of the menu begin at the root of the host.
        before = host_root(self._config) if key.type is PageType.NOT_FOUND else "/"
        slots = {
            "title": _slot("title"),
            "description": _slot("description"),
            "article": f"<h1>{_slot('article')}</h1>",
        }
        menu = [MenuLink(tag, before + _slot(f"alternate-{tag}")) for tag in self._tags]
        colophon = self._around.colophon(key.language, key.type, self._links_from(key), menu)
        words = PageWords(
            **slots,
            alternates=menu,
            language=key.language,
            search_box=self._box_for(key),
            colophon=colophon,
            archive=True,
        )
        try:
            if key.type is PageType.NOT_FOUND:
                html = self._render_not_found(key.language, words)
            else:
                html = self._render(key, words)
                links = {name: before + slot for name, slot in links.items()}
        except TemplateError as error:
            message = f"the theme cannot render a page of pressgen's ({key.type}): {error}"
            raise UnusableThemeError(message) from error
        if words.search_box not in html and not self._reported_box:
            self._reported_box = True
            log.info("the site's own header has no search box; it includes 'partials/pressgen-search.html' to have one")
        slots |= links
        slots["head"] = _slot("head")
        shell = cut_shell(squeezed(with_head(html, slots["head"])), slots)
        if "article" not in shell.slots or "head" not in shell.slots:
            message = "the theme's main.html shows no page content or has no head, so pressgen cannot use it"
            raise UnusableThemeError(message)
        return shell

    def _box_for(self, key: ShellKey) -> str:
        """Return the search box of a shell; the search page needs none in its header."""
        if key.type is PageType.SEARCH:
            return ""
        return self._around.search_box(key.language, self._links_from(key)(self._addresses.search(key.language)))

    def _links_from(self, key: ShellKey) -> Callable[[Address], str]:
        """Return the function that writes links from the pages of a shell to addresses."""
        if key.type is PageType.NOT_FOUND:
            return lambda target: host_root(self._config) + target
        source = address_for(key, self._addresses)
        return lambda target: relative(source, target)

    @property
    def _tags(self) -> Sequence[str]:
        return self._addresses.languages if self._addresses.several else ()

    def _render(self, key: ShellKey, words: PageWords) -> str:
        address = address_for(key, self._addresses)
        navigation = self._navigations[key.language]
        page = navigation.page_at(address) or self._page(address, words.title)
        titled = key.type not in (PageType.HOME, PageType.CHOOSER)
        with (
            switched_to(self._config, page, self._theme_language(key.language, words)),
            _with_words(page, words, titled=titled),
            _active(navigation, key.type),
        ):
            context = self._context(navigation, page, "") | {"pressgen": words}
            return self._env.get_template("main.html").render(context)

    def _render_not_found(self, tag: str, words: PageWords) -> str:
        context = self._context(self._navigations[tag], None, host_root(self._config))
        with switched_to(self._config, None, self._theme_language(tag, words)):
            return self._env.get_template("pressgen-404.html").render(context | {"pressgen": words})

    def _theme_language(self, tag: str, words: PageWords) -> ThemeLanguage:
        return replace(self._theme_languages[tag], alternates=words.alternates)

    def _page(self, address: Address, title: str) -> Page:
        return Page(title, archive_file(self._config, address), self._config)

    def _context(self, navigation: LanguageNavigation, page: Page | None, base_url: str) -> dict[str, Any]:
        """Return the context that MkDocs' own `get_context` returns; a test compares the two."""
        if page is not None:
            base_url = utils.get_relative_url(".", page.url)
        config = self._config
        return {
            "nav": navigation.nav,
            "pages": self._pages,
            "base_url": base_url,
            "extra_css": [utils.normalize_url(path, page, base_url) for path in config.extra_css],
            "extra_javascript": [
                utils.normalize_url(str(script), page, base_url) for script in config.extra_javascript
            ],
            "mkdocs_version": host_version(),
            "build_date_utc": utils.get_build_datetime(),
            "config": config,
            "page": page,
        }


def archive_file(config: MkDocsConfig, address: Address) -> File:
    """Return a file for a page of the archive, for MkDocs' `Page`; it is not among the files that MkDocs builds."""
    file = File.generated(config, f"{address}index.md", content="")
    file.url = address or "./"
    return file


def address_for(key: ShellKey, places: Addresses) -> Address:
    """Return the address at which the theme renders the shell of `key`.

    The theme's links are relative and as short as possible: from a release to the archive's first page it writes `../`.
    The address therefore begins with the folders that all pages of the type have in common, followed by `ANY` for each
    deeper one. A new part of the site needs a PageType with its own folder here.
    """
    if key.type in (PageType.HOME, PageType.CHOOSER):
        return Address("") if key.type is PageType.CHOOSER else places.home(key.language)
    folder = _folder(key, places)
    return Address(folder + f"{ANY}/" * (key.depth - folder.count("/")))


def _folder(key: ShellKey, places: Addresses) -> Address:
    """Return the folder that all pages of a type are in."""
    if key.type is PageType.CALENDAR:
        return places.calendar(key.language)
    if key.type is PageType.LEDGER:
        return places.ledger(key.language)
    if key.type is PageType.SEARCH:
        return places.search(key.language)
    if key.type is PageType.SIDE_BY_SIDE:
        return places.editions(ANY)
    if isinstance(key.type, Group):
        return places.profiles(key.language, key.type)
    return places.releases(key.language)


def host_root(config: MkDocsConfig) -> str:
    """Return the path from the root of the host to that of the site, with a slash at both ends."""
    return (urlsplit(config.site_url or "/").path.rstrip("/") or "") + "/"


def host_version() -> str:
    """Return the version of MkDocs or ProperDocs as it names itself in pages."""
    return f"ProperDocs {mkdocs.__version__}" if mkdocs.__name__ == "properdocs" else mkdocs.__version__


def with_head(html: str, head: str) -> str:
    """Return a page of the theme with `head` at the end of its own head, and with the fixes of the theme's HTML."""
    own, end, rest = html.partition(_END_OF_HEAD)
    return own + head + end + without_second_drawer(rest) if end else html


def cut_shell(html: str, slots: Mapping[str, str]) -> Shell:
    """Cut a page at every text of a slot in it."""
    names = {text: name for name, text in slots.items()}
    pattern = re.compile("|".join(re.escape(text) for text in sorted(names, key=len, reverse=True)))
    return Shell(pieces=tuple(pattern.split(html)), slots=tuple(names[text] for text in pattern.findall(html)))


def _slot(name: str) -> str:
    """Return a word that marks the place of a slot; no filter of a template changes it."""
    return f"pressgen-slot-{name}-tolsnegsserp"


@contextmanager
def _with_words(page: Page, words: PageWords, *, titled: bool) -> Iterator[None]:
    """Set the title, description, content and headings of `page` within a `with` block.

    A page that is not `titled` keeps the name of its place in the navigation: the home page has no title of its own.
    """
    before = (page.meta, page.content, page.toc)
    page.meta = {"description": words.description, "hide": list(HIDDEN)}
    if titled:
        page.meta["title"] = words.title
    page.content = words.article
    # One entry of the first level: the skip link leads to it, and the table of contents stays empty.
    page.toc = TableOfContents([AnchorLink(words.title, ARTICLE_ID, 1)])
    try:
        yield
    finally:
        page.meta, page.content, page.toc = before


@contextmanager
def _active(navigation: LanguageNavigation, type_: PageType | Group) -> Iterator[None]:
    """Mark the navigation's place for pages of this type as active within a `with` block."""
    place = navigation.place_of(type_)
    if place is not None:
        place.active = True
    try:
        yield
    finally:
        if place is not None:
            place.active = False
