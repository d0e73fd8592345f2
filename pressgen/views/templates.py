"""The bodies of pages: the name of a template and one view's value go in, HTML comes out."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from pressgen.addresses import Address, placed_at
from pressgen.languages import Language, language
from pressgen.views.marking import FILTERS
from pressgen.views.titles import kept, set_name


class _Templates(Environment):
    """An environment for many pages with much in common: what templates do most often takes a fraction of the time."""

    # Templates read attributes of values; Jinja's own looks for items of mappings, too.
    getattr = staticmethod(getattr)  # type: ignore[assignment]

    def _generate(self, *given: Any, **named: Any) -> str:  # noqa: ANN401  # whatever Jinja hands on
        """Have a template escape what it writes with `escaped`, which gives what Jinja's own gives."""
        return f"{super()._generate(*given, **named)}\nescape = environment.escaped\n"

    @staticmethod
    def escaped(value: object) -> Markup:
        """Give a value as HTML; labels, names and titles stand in many pages, and are known."""
        if isinstance(value, Markup):
            return value
        return _escaped_text(value) if type(value) is str else escape(value)


@lru_cache(maxsize=4096)
def _escaped_text(text: str) -> Markup:
    return escape(text)


@cache
def environment() -> Environment:
    """Give the templates' environment, once for each process: everything is escaped, nothing may be undefined."""
    made = _Templates(
        loader=PackageLoader("pressgen", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(FILTERS, kept=kept, set_name=set_name)
    return made


def render(template: str, view: object, words: Language, address: Address | None = None) -> str:
    """Render the `body` of a template of `pressgen/templates/` with one view's value and the page's language.

    In a template `say` gives interface words fit for a page, and `words` the language itself, for attributes. With the
    `address` of the page the links of what pages share lead from there; without it they begin with `UP` still.
    """
    html = environment().get_template(template).render(view=view, words=words, say=_saying(words))
    return html if address is None else placed_at(html, address)


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
