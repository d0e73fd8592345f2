"""Where a printed page says that it is from: its whole address, and on which day it was printed.

The line is drawn by the style sheet from attributes of an empty element. It is no text of the page, so that no program
that extracts the text of a release takes it for a part of it.
"""

from __future__ import annotations

from markupsafe import Markup

from pressgen.languages import Language, language


def source(address: str, words: Language) -> Markup:
    """Build the element for the page at the whole address `address`; nothing where the site does not know its own.

    `data-address` is what is printed without a script; `print.js` fills the pattern `data-dated` with the address and
    the day of printing, as the language writes one.
    """
    if not address:
        return Markup()
    said = ""
    if foreign := words.foreign("printed-from"):
        tongue = language(foreign)
        said = Markup(' lang="{}" dir="{}"').format(tongue.tag, tongue.direction)
    form = words.day_form()
    # No name of a month has the sign that stands between them.
    day = {"form": form.pattern, "months": "|".join(form.months), "days": "|".join(form.days), "digits": form.digits}
    day |= {"ahead": str(form.ahead)} if form.ahead else {}
    written = Markup("").join(Markup(' data-{}="{}"').format(name, value) for name, value in day.items() if value)
    return Markup('<div class="pg-source"{} data-address="{}" data-dated="{}"{}></div>').format(
        said, address, words.pattern("printed-from"), written
    )


def with_source(article: str, address: str, words: Language) -> str:
    """Add the element to the article of the page at the whole address `address`."""
    line = source(address, words)
    return f"{article}\n{line}" if line else article
