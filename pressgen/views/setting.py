"""Write texts so that numbers stand as typed among letters that are read from right to left."""

from __future__ import annotations

from markupsafe import Markup, escape

from pressgen.text.numbers import element_of, expressions, is_turned


def set_text(text: str, within: str = "") -> Markup:
    """Write a text as HTML; if it has letters that are read from right to left, its numbers stand as typed.

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
