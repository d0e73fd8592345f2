"""The theme's page around the archive's: the real theme goes in, a `Shell` for each key comes out.

The theme renders its own page, with the site's overrides and configuration, for a placeholder whose title, content and
links are words that occur nowhere else. Cut at those words, the page is a shell: what is put between its pieces stands
where the theme would have put it, so that a page placed into a shell equals the page rendered whole, byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import mkdocs
from jinja2 import TemplateError
from mkdocs import utils
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from pressgen.addresses import Address, Addresses, Group, relative
from pressgen.plugin.mends import mended
from pressgen.plugin.search_box import with_box
from pressgen.plugin.speech import Alternate, Tongue, speaking
from pressgen.views.page import PageType, Shell, ShellKey

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig

    from pressgen.plugin.navigation import LanguageNavigation

ARTICLE_ID = "article"
"""The id of the article that every view writes, to which the theme's skip link leads."""

HIDDEN = ("navigation", "toc", "path", "tags", "feedback", "footer")
"""What the theme leaves out beside an archive page, in Material's words: a state paper is not a chapter of a manual."""

ANY = "~"
"""A folder's name in a placeholder's address: the theme links nowhere below it."""

_THEME_ALTERNATE = re.compile(r'[ \t]*<link rel="alternate" href="(?![a-z]+:)[^"]*" hreflang="[^"]*">\s*?\n?')
_END_OF_HEAD = "</head>"
_LANGUAGE = re.compile(r'<html lang="([^"]*)"')

_GROUPS = {PageType(group.value): group for group in Group}


@dataclass(frozen=True)
class Saying:
    """What a page says to the theme: each text as the theme's templates get it, that is, escaped.

    `alternates` are links from the site's root, or complete ones.
    """

    title: str
    description: str
    article: str
    alternates: Sequence[Alternate]


class UnusableThemeError(Exception):
    """The theme gives pressgen no place for its content."""


class Shells:
    """The shells of one build, each rendered when it is first asked for."""

    def __init__(  # noqa: PLR0913, PLR0917 - all that a page of the theme is rendered from
        self,
        config: MkDocsConfig,
        env: Environment,
        pages: Sequence[File],
        navigations: Mapping[str, LanguageNavigation],
        tongues: Mapping[str, Tongue],
        box: Callable[[str, str], str],
    ) -> None:
        """Take what MkDocs renders with, and how the theme speaks each language; `pages` are the files of `docs/`.

        `box` gives the search box in a language, whose form leads to an address.
        """
        self._config = config
        self._env = env
        self._pages = pages
        self._navigations = navigations
        self._tongues = tongues
        self._box = box
        self._addresses = Addresses(tuple(navigations))
        self._rendered: dict[ShellKey, Shell] = {}

    def __call__(self, key: ShellKey) -> Shell:
        """Give the shell of `key`."""
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
        saying = Saying(**slots, alternates=[Alternate(tag, before + _slot(f"alternate-{tag}")) for tag in self._tags])
        try:
            if key.type is PageType.NOT_FOUND:
                html = self._render_not_found(key.language, saying)
            else:
                html = self._render(key, saying)
                links = {name: before + slot for name, slot in links.items()}
        except TemplateError as error:
            message = f"the theme cannot render a page of pressgen's ({key.type}): {error}"
            raise UnusableThemeError(message) from error
        slots |= links
        slots["head"] = _slot("head")
        shell = cut(with_box(with_head(html, slots["head"]), self._box_for(key)), slots)
        if "article" not in shell.slots or "head" not in shell.slots:
            message = "the theme's main.html shows no page content or has no head, so pressgen cannot use it"
            raise UnusableThemeError(message)
        return shell

    def _box_for(self, key: ShellKey) -> str:
        """Give the search box of a shell; the search page is a box itself."""
        if key.type is PageType.SEARCH:
            return ""
        target = self._addresses.search(key.language)
        if key.type is PageType.NOT_FOUND:
            return self._box(key.language, host_root(self._config) + target)
        return self._box(key.language, relative(address_for(key, self._addresses), target))

    @property
    def _tags(self) -> Sequence[str]:
        return self._addresses.languages if self._addresses.several else ()

    def _render(self, key: ShellKey, saying: Saying) -> str:
        address = address_for(key, self._addresses)
        navigation = self._navigations[key.language]
        page = navigation.page_at(address) or self._page(address, saying.title)
        titled = key.type not in (PageType.HOME, PageType.CHOOSER)
        with (
            speaking(self._config, page, self._tongue(key.language, saying)),
            _dressed(page, saying, titled=titled),
            _active(navigation, key.type),
        ):
            return self._env.get_template("main.html").render(self._context(navigation, page, ""))

    def _render_not_found(self, tag: str, saying: Saying) -> str:
        context = self._context(self._navigations[tag], None, host_root(self._config))
        with speaking(self._config, None, self._tongue(tag, saying)):
            return self._env.get_template("pressgen-404.html").render(context | {"pressgen": saying})

    def _tongue(self, tag: str, saying: Saying) -> Tongue:
        return replace(self._tongues[tag], alternates=saying.alternates)

    def _page(self, address: Address, title: str) -> Page:
        return Page(title, archive_file(self._config, address), self._config)

    def _context(self, navigation: LanguageNavigation, page: Page | None, base_url: str) -> dict[str, Any]:
        """Give what the host's own `get_context` gives; a test compares the two."""
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
    """Give the file that stands for a page of the archive where the host asks for one; it is not among its files."""
    file = File.generated(config, f"{address}index.md", content="")
    file.url = address or "./"
    return file


def address_for(key: ShellKey, places: Addresses) -> Address:
    """Give the address at which the theme renders the shell of `key`.

    The theme's links are relative, and as short as can be: from one release to the archive's first page it writes
    `../`. So the folders that pages of the type have in common stand in the address; below them it has `ANY`.
    A new part of the site needs a new PageType with its own folder here.
    """
    if key.type in (PageType.HOME, PageType.CHOOSER):
        return Address("") if key.type is PageType.CHOOSER else places.home(key.language)
    folder = _folder(key, places)
    return Address(folder + f"{ANY}/" * (key.depth - folder.count("/")))


def _folder(key: ShellKey, places: Addresses) -> Address:
    """Give the folder that all pages of a type stand in."""
    if key.type is PageType.CALENDAR:
        return places.calendar(key.language)
    if key.type is PageType.LEDGER:
        return places.ledger(key.language)
    if key.type is PageType.SEARCH:
        return places.search(key.language)
    if key.type in _GROUPS:
        return places.profiles(key.language, _GROUPS[key.type])
    return places.releases(key.language)


def host_root(config: MkDocsConfig) -> str:
    """Give the path from the host's root to the site's, with a slash at both ends."""
    return (urlsplit(config.site_url or "/").path.rstrip("/") or "") + "/"


def host_version() -> str:
    """Give the host's version as it names itself in the pages it renders."""
    return f"ProperDocs {mkdocs.__version__}" if mkdocs.__name__ == "properdocs" else mkdocs.__version__


def with_head(html: str, head: str) -> str:
    """Give a rendered page, mended, with `head` at the end of its own, and without the theme's links to translations.

    Those are relative, which search engines do not accept; `head` has them complete.
    """
    own, end, rest = html.partition(_END_OF_HEAD)
    language = _LANGUAGE.search(own)
    body = mended(rest, language[1] if language else "")
    return _THEME_ALTERNATE.sub("", own) + head + end + body if end else html


def cut(html: str, slots: Mapping[str, str]) -> Shell:
    """Cut a page wherever the text of a slot stands in it."""
    names = {text: name for name, text in slots.items()}
    found = re.compile("|".join(re.escape(text) for text in sorted(names, key=len, reverse=True)))
    return Shell(pieces=tuple(found.split(html)), slots=tuple(names[text] for text in found.findall(html)))


def _slot(name: str) -> str:
    """Give a word that stands for the value of a slot; no filter of a template changes it."""
    return f"pressgen-slot-{name}-tolsnegsserp"


@contextmanager
def _dressed(page: Page, saying: Saying, *, titled: bool) -> Iterator[None]:
    """Have `page` say what is to be said, within the block.

    A page that is not `titled` has the name of its place in the navigation: a home page is not called after the site.
    """
    before = (page.meta, page.content, page.toc)
    page.meta = {"description": saying.description, "hide": list(HIDDEN)}
    if titled:
        page.meta["title"] = saying.title
    page.content = saying.article
    # One entry of the first level: the skip link leads to it, and the table of contents stays empty.
    page.toc = TableOfContents([AnchorLink(saying.title, ARTICLE_ID, 1)])
    try:
        yield
    finally:
        page.meta, page.content, page.toc = before


@contextmanager
def _active(navigation: LanguageNavigation, type_: PageType) -> Iterator[None]:
    """Mark the place of the navigation where pages of this type stand, within the block."""
    place = navigation.place_of(type_)
    if place is not None:
        place.active = True
    try:
        yield
    finally:
        if place is not None:
            place.active = False
