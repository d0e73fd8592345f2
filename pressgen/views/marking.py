"""Words in another language than the page's: marked words go in, HTML that carries their language comes out.

They are the smallest pieces of a page and stand in it by dozens, so they are functions, which templates use as filters.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from pressgen.text.numbers import element_of, expressions, is_turned
from pressgen.views.facts import Marked

_NOTHING = Markup("")


def marks(words: Marked) -> Markup:
    """Give the attributes of an element that holds these words alone; nothing where they are in the page's language."""
    if not words.lang:
        return _NOTHING
    return Markup(f' lang="{escape(words.lang)}" dir="{escape(words.dir)}"')  # noqa: S704 - escaped


def set_text(text: str, within: str = "") -> Markup:
    """Give a text as HTML; where it has letters that are read from right to left, its numbers stand as written.

    `within` is the whole that the text is a part of, if it is one.
    """
    spans = [*expressions(text)] if is_turned(within or text) else []
    if not spans:
        return escape(text)
    parts = []
    done = 0
    for start, end in spans:
        element = Markup(element_of(text[start:end]))  # noqa: S704 - a name of HTML
        parts.append(Markup('{0}<{1} dir="ltr">{2}</{1}>').format(text[done:start], element, text[start:end]))
        done = end
    return Markup("").join([*parts, text[done:]])


def marked(words: Marked) -> Markup:
    """Give the words, in an element of their own where they are in another language."""
    text = set_text(words.text)
    return Markup(f"<span{marks(words)}>{text}</span>") if words.lang else text  # noqa: S704 - escaped


def name(words: Marked) -> Markup:
    """Give a name, which keeps its own direction whatever stands beside it."""
    lang = f' lang="{escape(words.lang)}"' if words.lang else ""
    return Markup(f"<bdi{lang}>{escape(words.text)}</bdi>")  # noqa: S704 - escaped


FILTERS = {"marks": marks, "marked": marked, "name": name, "set_text": set_text}
"""What templates call them."""
