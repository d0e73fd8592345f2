"""The bodies of pages: the name of a template and one view's value go in, HTML comes out."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pressgen.languages import Language, language
from pressgen.views.marking import FILTERS
from pressgen.views.titles import kept, set_name


@cache
def environment() -> Environment:
    """Give the templates' environment, once for each process: everything is escaped, nothing may be undefined."""
    made = Environment(
        loader=PackageLoader("pressgen", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(FILTERS, kept=kept, set_name=set_name)
    return made


def render(template: str, view: object, words: Language) -> str:
    """Render a template of `pressgen/templates/` with a view and the language of the page.

    In a template `say` gives interface words fit for a page, and `words` the language itself, for attributes.
    """
    return environment().get_template(template).render(view=view, words=words, say=_saying(words))


def piece(template: str, macro: str, value: object, words: Language) -> Markup:
    """Give what a macro of a template makes of a value, the words of the page's language and `say`.

    All that a template says is in macros: its imports are followed once, not for each page.
    """
    return _macro(template, macro)(value, words, _saying(words))


@cache
def _macro(template: str, name: str) -> Callable[..., Markup]:
    found: Callable[..., Markup] = getattr(environment().get_template(template).module, name)
    return found


@cache
def _saying(words: Language) -> Callable[..., str]:
    def say(key: str, count: int | None = None, **values: str) -> str:
        return in_own_language(words.say(key, count, **values), words, key)

    return say


def in_own_language(text: str, words: Language, key: str) -> str:
    """Mark the interface words of `key` as English where the page's language has none of its own for it."""
    foreign = words.foreign(key)
    if not foreign:
        return text
    tag = language(foreign)
    return Markup('<span lang="{}" dir="{}">{}</span>').format(tag.tag, tag.direction, text)
