"""Switch the theme to the language of each page.

Material has one language for a whole build, which its templates read from the configuration. The configuration is
therefore changed before each page is rendered, and put back afterwards.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, DictLoader, Environment, TemplateNotFound

from pressgen.languages import language, meant

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class MenuLink:
    """An entry of the language menu: a language, and the link to the page in that language."""

    language: str
    link: str


def theme_languages(env: Environment, languages: Iterable[str]) -> Mapping[str, str]:
    """Add to the theme the `languages` that it lacks, and return the theme's name for each.

    The theme's own file of words is used where its `lang` and `dir` are right. Where it has no file, or one with
    another tag (Material's `pt-BR` calls itself `pt`), a template of ours has the right `lang` and `dir`, and takes the
    words from the nearest language that the theme has; from English if there is none.
    """
    names: dict[str, str] = {}
    wrappers: dict[str, str] = {}
    for tag in languages:
        base = _nearest(env, tag)
        if base == tag and _lang_and_dir(env, tag) == (tag, language(tag).direction):
            names[tag] = tag
        else:
            names[tag] = f"pressgen-{tag}"
            wrappers[_path(names[tag])] = _wrapper(tag, base)
    if wrappers:
        env.loader = ChoiceLoader([env.loader, DictLoader(wrappers)] if env.loader else [DictLoader(wrappers)])
    return names


@dataclass(frozen=True, slots=True)
class ThemeLanguage:
    """A language of the site, as the theme needs it.

    `tag`: its BCP 47 tag. `name`: the theme's name for it. `site_name`: the site's name in it. `alternates`: the links
    of the language menu; without any there is no menu.
    """

    tag: str
    name: str
    site_name: str
    alternates: Sequence[MenuLink] = ()


@contextmanager
def switched_to(config: MkDocsConfig, page: Page | None, chosen: ThemeLanguage) -> Iterator[None]:
    """Switch the theme to a language within a `with` block."""
    switch = LanguageSwitch(config, page)
    switch.begin(chosen)
    try:
        yield
    finally:
        switch.end()


class LanguageSwitch:
    """Changes the settings that decide a page's language, and puts them back.

    The page's canonical address is removed with them: pressgen writes it into the head of every page itself.
    """

    def __init__(self, config: MkDocsConfig, page: Page | None) -> None:
        """Keep the present settings of the configuration and the page."""
        self._config = config
        self._page = page
        self._theme = {key: config.theme.get(key) for key in ("language", "direction")}
        self._site_name = config.site_name
        self._alternate = config.extra.get("alternate")
        self._canonical = page.canonical_url if page else None

    def begin(self, chosen: ThemeLanguage) -> None:
        """Set the configuration and the page to a language."""
        config = self._config
        config.theme["language"] = chosen.name
        config.theme["direction"] = language(chosen.tag).direction
        config.site_name = chosen.site_name
        if chosen.alternates:
            config.extra["alternate"] = [
                {"name": language(other.language).autonym, "link": other.link, "lang": other.language}
                for other in chosen.alternates
            ]
        if self._page:
            self._page.canonical_url = None

    def end(self) -> None:
        """Put the settings back."""
        for key, value in self._theme.items():
            self._config.theme[key] = value
        self._config.site_name = self._site_name
        if self._alternate is None:
            self._config.extra.pop("alternate", None)
        else:
            self._config.extra["alternate"] = self._alternate
        if self._page:
            self._page.canonical_url = self._canonical


def _path(name: str) -> str:
    return f"partials/languages/{name}.html"


def _nearest(env: Environment, tag: str) -> str:
    """Return the theme's language that is nearest to a tag: the longest part of it that the theme has, or English."""
    for subtags in (tag.split("-"), meant(tag).split("-")):
        for end in range(len(subtags), 0, -1):
            beginning = "-".join(subtags[:end])
            with suppress(TemplateNotFound):
                env.get_template(_path(beginning))
                return beginning
    return ENGLISH


def _lang_and_dir(env: Environment, name: str) -> tuple[str, str]:
    words = env.get_template(_path(name)).make_module().t  # type: ignore[attr-defined]  # the partial's macro
    return str(words("language")).strip(), str(words("direction")).strip() or "ltr"


def _wrapper(tag: str, base: str) -> str:
    own = json.dumps({"language": tag, "direction": language(tag).direction})
    return (
        f'{{% import "{_path(base)}" as base %}}\n'
        f"{{% macro t(key) %}}{{{{ {own}[key] or base.t(key) }}}}{{% endmacro %}}"
    )
