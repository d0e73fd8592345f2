"""The theme's language: a language of the site goes in, a theme that speaks it comes out.

Material speaks one language for each build, which it reads from the configuration whenever it renders a page. So the
configuration is changed for the page at hand, and put back after it.
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
class Alternate:
    """An entry of the theme's language menu: a language and the link to the page in it."""

    language: str
    link: str


def teach(env: Environment, languages: Iterable[str]) -> Mapping[str, str]:
    """Let the theme speak all `languages`, and give the name by which it knows each.

    The theme's own words serve where they say the right `lang` and `dir`. Where it has none, or says another tag
    (Material's `pt-BR` calls itself `pt`), a wrapper says the right ones and leaves the words to the nearest language
    that the theme has, at last to English.
    """
    names: dict[str, str] = {}
    wrappers: dict[str, str] = {}
    for tag in languages:
        base = _nearest(env, tag)
        if base == tag and _says(env, tag) == (tag, language(tag).direction):
            names[tag] = tag
        else:
            names[tag] = f"pressgen-{tag}"
            wrappers[_path(names[tag])] = _wrapper(tag, base)
    if wrappers:
        env.loader = ChoiceLoader([env.loader, DictLoader(wrappers)] if env.loader else [DictLoader(wrappers)])
    return names


@dataclass(frozen=True, slots=True)
class Tongue:
    """How the theme is to speak on a page: a language of the site, the theme's name for it, the site's name in it.

    The menu offers `alternates`, where there are any.
    """

    tag: str
    theme_language: str
    site_name: str
    alternates: Sequence[Alternate] = ()


@contextmanager
def speaking(config: MkDocsConfig, page: Page | None, tongue: Tongue) -> Iterator[None]:
    """Have the theme speak a language within the block."""
    speech = Speech(config, page)
    speech.begin(tongue)
    try:
        yield
    finally:
        speech.end()


class Speech:
    """What says the language of one page, so that it can be changed and put back.

    The canonical address goes with it: pressgen writes it into the head of every page, so the theme must not.
    """

    def __init__(self, config: MkDocsConfig, page: Page | None) -> None:
        """Remember how the configuration and the page are now."""
        self._config = config
        self._page = page
        self._theme = {key: config.theme.get(key) for key in ("language", "direction", "palette")}
        self._site_name = config.site_name
        self._alternate = config.extra.get("alternate")
        self._canonical = page.canonical_url if page else None

    def begin(self, tongue: Tongue) -> None:
        """Change to a language."""
        config = self._config
        config.theme["language"] = tongue.theme_language
        config.theme["direction"] = language(tongue.tag).direction
        if self._theme["palette"]:
            config.theme["palette"] = _palette_in(self._theme["palette"], tongue.tag)
        config.site_name = tongue.site_name
        if tongue.alternates:
            config.extra["alternate"] = [
                {"name": language(other.language).autonym, "link": other.link, "lang": other.language}
                for other in tongue.alternates
            ]
        if self._page:
            self._page.canonical_url = None

    def end(self) -> None:
        """Put everything back."""
        for key, value in self._theme.items():
            self._config.theme[key] = value
        self._config.site_name = self._site_name
        if self._alternate is None:
            self._config.extra.pop("alternate", None)
        else:
            self._config.extra["alternate"] = self._alternate
        if self._page:
            self._page.canonical_url = self._canonical


def _palette_in(palette: object, tag: str) -> object:
    """Give Material's palette with the names of its toggles in one language, where they are given by language."""
    if isinstance(palette, list):
        return [_palette_in(option, tag) for option in palette]
    toggle = palette.get("toggle") if isinstance(palette, dict) else None
    names = toggle.get("name") if isinstance(toggle, dict) else None
    if not isinstance(palette, dict) or not isinstance(toggle, dict) or not isinstance(names, dict) or not names:
        return palette
    return palette | {"toggle": toggle | {"name": names.get(tag) or next(iter(names.values()))}}


def _path(name: str) -> str:
    return f"partials/languages/{name}.html"


def _nearest(env: Environment, tag: str) -> str:
    """Give the longest beginning of `tag`, or of another tag of its language, that the theme knows, or English."""
    for subtags in (tag.split("-"), meant(tag).split("-")):
        for end in range(len(subtags), 0, -1):
            beginning = "-".join(subtags[:end])
            with suppress(TemplateNotFound):
                env.get_template(_path(beginning))
                return beginning
    return ENGLISH


def _says(env: Environment, name: str) -> tuple[str, str]:
    words = env.get_template(_path(name)).make_module().t  # type: ignore[attr-defined]  # the partial's macro
    return str(words("language")).strip(), str(words("direction")).strip() or "ltr"


def _wrapper(tag: str, base: str) -> str:
    own = json.dumps({"language": tag, "direction": language(tag).direction})
    return (
        f'{{% import "{_path(base)}" as base %}}\n'
        f"{{% macro t(key) %}}{{{{ {own}[key] or base.t(key) }}}}{{% endmacro %}}"
    )
