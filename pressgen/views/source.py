"""Write the line of a printed page that says where it is from and on which day it was printed.

The style sheet draws the line from the attributes of an empty element. It is no text of the page, so that no program
that extracts the text of a release takes it for a part of it.
"""

from __future__ import annotations

from markupsafe import Markup

from pressgen.languages import Language, language


def source(address: str, words: Language) -> Markup:
    """Write the element for the page at the complete address `address`; empty if the site does not know its address.

    `data-address` is printed if no script runs. `print.js` fills the pattern `data-dated` with the address and the day
    of printing, as the language writes one.
    """
    if not address:
        return Markup()
    language_marks = ""
    if foreign := words.foreign("printed-from"):
        tag = language(foreign)
        language_marks = Markup(' lang="{}" dir="{}"').format(tag.tag, tag.direction)
    form = words.day_form()
    # No name of a month has the sign that separates them.
    day = {"form": form.pattern, "months": "|".join(form.months), "days": "|".join(form.days), "digits": form.digits}
    day["years"] = "|".join(f"{name}:{ahead}" for name, ahead in form.years)
    written = Markup("").join(Markup(' data-{}="{}"').format(name, value) for name, value in day.items() if value)
    return Markup('<div class="pg-source"{} data-address="{}" data-dated="{}"{}></div>').format(
        language_marks, address, words.pattern("printed-from"), written
    )


def with_source(article: str, address: str, words: Language) -> str:
    """Add the element to the article of the page at the complete address `address`."""
    line = source(address, words)
    return f"{article}\n{line}" if line else article
