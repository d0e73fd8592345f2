"""Render the bodies of pages with the templates of `pressgen/templates/` and a site's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from traceback import extract_tb

from jinja2 import ChoiceLoader, Environment, FunctionLoader, PackageLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

from pressgen.languages import Language, language
from pressgen.views.marking import FILTERS
from pressgen.views.template_code import TemplateCode
from pressgen.views.titles import kept, set_name

_PACKAGE = Path(str(resources.files("pressgen")))


class SiteTemplateError(Exception):
    """A template of a site's own failed while a page was rendered; the message has its file and line."""


_site: Mapping[str, tuple[str, str]] = {}


def site_templates() -> Mapping[str, tuple[str, str]]:
    """Return the templates of the site that this process uses."""
    return _site


def use_site_templates(sources: Mapping[str, tuple[str, str]]) -> None:
    """Use a site's own templates in this process from now on: the path and the source of each, by its name."""
    global _site  # noqa: PLW0603  # a build has one site, and all views ask for templates
    if sources != _site:
        _site = dict(sources)
        environment.cache_clear()
        _macro.cache_clear()


@cache
def environment() -> Environment:
    """Return the environment of the templates, the same for a whole build.

    A template is looked for among the site's own first; `pressgen/<name>` is always pressgen's. Everything is escaped,
    and nothing may be undefined.
    """
    own, bundled = _site, PackageLoader("pressgen", "templates")

    def of_site(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        return (own[name][1], own[name][0], lambda: True) if name in own else None

    jinja = Environment(
        loader=ChoiceLoader([FunctionLoader(of_site), PrefixLoader({"pressgen": bundled}), bundled]),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        bytecode_cache=TemplateCode([str(_PACKAGE)]),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    jinja.filters.update(FILTERS, kept=kept, set_name=set_name)
    return jinja


def render(template: str, view: object, words: Language) -> str:
    """Render a template with one view's value and the page's language.

    In a template, `say` returns interface words, marked if they are not in the page's language; `words` is the language
    itself, for attributes. Raises SiteTemplateError if a template of the site's own fails.
    """
    try:
        return environment().get_template(template).render(view=view, words=words, say=_say_function(words))
    except Exception as error:
        if message := _place_in_site_template(error):
            raise SiteTemplateError(message) from error
        raise


def _place_in_site_template(error: Exception) -> str:
    """Return the place in a site's own template where an error was raised, with the error; empty if in none."""
    paths = {path for path, _ in _site.values()}
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename in paths]
    return f"{frames[-1].filename}:{frames[-1].lineno}: {error}" if frames else ""


def piece(template: str, macro: str, value: object, words: Language) -> Markup:
    """Render a macro of a template with a value, the words of the page's language and `say`: a piece of many pages."""
    return _macro(template, macro)(value, words, _say_function(words))


@cache
def _macro(template: str, name: str) -> Callable[..., Markup]:
    macro: Callable[..., Markup] = getattr(environment().get_template(template).module, name)
    return macro


@cache
def _say_function(words: Language) -> Callable[..., str]:
    def say(key: str, count: int | None = None, **values: str) -> str:
        return in_own_language(words.say(key, count, **values), words, key)

    return say


def in_own_language(text: str, words: Language, key: str) -> str:
    """Mark the interface words of `key` with their language if the page's language has none for it."""
    foreign = words.foreign(key)
    if not foreign:
        return text
    tag = language(foreign)
    return Markup('<span lang="{}" dir="{}">{}</span>').format(tag.tag, tag.direction, text)
