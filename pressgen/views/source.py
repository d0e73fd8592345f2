"""The line under a printed page that says where it is from: the page's whole address goes in, HTML comes out."""

from __future__ import annotations

from markupsafe import Markup, escape

from pressgen.languages import Language
from pressgen.views.templates import in_own_language


def source(address: str, words: Language) -> Markup:
    """Give the line in two forms, of which a page prints one; nothing where the site does not know its own address.

    A script puts the day of printing into the place for it; without one the page prints the address alone.
    """
    if not address:
        return Markup()
    return Markup('<p class="pg-source"><bdi>{}</bdi></p>\n<p class="pg-source pg-source--dated" hidden>{}</p>').format(
        address, _dated(address, words)
    )


def with_source(article: str, address: str, words: Language) -> str:
    """Give the article of the page at the whole address `address`, with the line below it."""
    line = source(address, words)
    return f"{article}\n{line}" if line else article


def _dated(address: str, words: Language) -> Markup:
    pattern = str(escape(words.pattern("printed-from")))
    # After Arabic letters the parts of 2026-11-24 would stand the other way round.
    day = '<bdi class="pg-source__day" dir="ltr"></bdi>'
    line = Markup(pattern.format(address=f"<bdi>{escape(address)}</bdi>", date=day))  # noqa: S704 - escaped above
    return Markup(in_own_language(line, words))  # noqa: S704 - escaped above
