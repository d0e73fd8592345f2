"""Words in another language than the page's: marked words go in, HTML that carries their language comes out.

They are the smallest pieces of a page and stand in it by dozens, so they are functions, which templates use as filters.
"""

from __future__ import annotations

from markupsafe import Markup, escape

from pressgen.views.facts import Marked

_NOTHING = Markup("")


def marks(words: Marked) -> Markup:
    """Give the attributes of an element that holds these words alone; nothing where they are in the page's language."""
    if not words.lang:
        return _NOTHING
    return Markup(f' lang="{escape(words.lang)}" dir="{escape(words.dir)}"')  # noqa: S704 - escaped


def marked(words: Marked) -> Markup:
    """Give the words, in an element of their own where they are in another language."""
    return Markup(f"<span{marks(words)}>{escape(words.text)}</span>") if words.lang else escape(words.text)  # noqa: S704


def name(words: Marked) -> Markup:
    """Give a name, which keeps its own direction whatever stands beside it."""
    lang = f' lang="{escape(words.lang)}"' if words.lang else ""
    return Markup(f"<bdi{lang}>{escape(words.text)}</bdi>")  # noqa: S704 - escaped


FILTERS = {"marks": marks, "marked": marked, "name": name}
"""What templates call them."""
