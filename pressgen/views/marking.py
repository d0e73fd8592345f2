"""Write words that are in another language than the page, marked with their language.

Dozens of them stand in a page, so they are functions, which templates use as filters.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from pressgen.views.facts import Marked
from pressgen.views.titles import kept, set_name, stays_whole

_NOTHING = Markup("")


def marks(words: Marked) -> Markup:
    """Write the attributes of an element that holds only these words; empty if they are in the page's language."""
    if not words.lang:
        return _NOTHING
    return Markup(f' lang="{escape(words.lang)}" dir="{escape(words.dir)}"')  # noqa: S704 - escaped


def marked(words: Marked) -> Markup:
    """Write the words, in an element of their own if they are in another language."""
    text = kept(words.text, words.lang)
    return Markup(f"<span{marks(words)}>{text}</span>") if words.lang else text  # noqa: S704 - escaped


def name(words: Marked) -> Markup:
    """Write a name, which keeps its own direction whatever stands beside it, and of which no word is broken."""
    lang = f' lang="{escape(words.lang)}"' if words.lang else ""
    if stays_whole(words.text):
        return Markup(f'<bdi class="pg-kept"{lang}>{escape(words.text)}</bdi>')  # noqa: S704 - escaped
    return Markup(f"<bdi{lang}>{set_name(words.text, words.lang)}</bdi>")  # noqa: S704 - escaped


def set_unless_html(text: str) -> Markup:
    """Write running text in which known words stay whole and numbers stand as typed; HTML stays as it is."""
    return text if isinstance(text, Markup) else kept(text)


FILTERS = {"marks": marks, "marked": marked, "name": name, "set_text": set_unless_html}
"""The filters by their names in templates."""
