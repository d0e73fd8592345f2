"""The bodies of pages: the name of a template and one view's value go in, HTML comes out."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pressgen.addresses import Address, placed_at
from pressgen.languages import Language, language
from pressgen.views.marking import FILTERS
from pressgen.views.titles import kept


class _Templates(Environment):
    """The environment of templates that read attributes of values and nothing of mappings, in a fifth of the time."""

    getattr = staticmethod(getattr)  # type: ignore[assignment]  # Jinja's own looks for items too


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
    made.filters.update(FILTERS, kept=kept)
    return made


def render(template: str, view: object, words: Language, address: Address | None = None) -> str:
    """Render a template of `pressgen/templates/` with one view's value and the words of the page's language.

    In a template `say` gives interface words fit for a page, and `words` the language itself, for attributes. With the
    `address` of the page the links of what pages share lead from there; without it they begin with `UP` still.
    """
    html = environment().get_template(template).render(view=view, words=words, say=_saying(words))
    return html if address is None else placed_at(html, address)


def piece(template: str, macro: str, value: object, words: Language) -> Markup:
    """Give what a macro of a template makes of a value, the words of the page's language and `say`."""
    return _macro(template, macro)(value, words, _saying(words))


@cache
def _macro(template: str, name: str) -> Callable[..., Markup]:
    found: Callable[..., Markup] = getattr(environment().get_template(template).module, name)
    return found


@cache
def _saying(words: Language) -> Callable[..., str]:
    def say(key: str, count: int | None = None, **values: str) -> str:
        return in_own_language(words.say(key, count, **values), words)

    return say


def in_own_language(text: str, words: Language) -> str:
    """Mark interface words as English where the page's language has none of its own."""
    if words.words_in == words.tag or words.complete:
        return text
    tag = language(words.words_in)
    return Markup('<span lang="{}" dir="{}">{}</span>').format(tag.tag, tag.direction, text)
