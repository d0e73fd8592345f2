"""Read the plain text of a block from its HTML, for summaries, search and lists."""

from __future__ import annotations

import re
from html import unescape

# A single space is its own replacement, and most of a text's spaces are single.
_SPACES = re.compile(r"[ \t\n]{2,}|[\t\n]")
_NOT_TEXT = re.compile(r'<sup class="footnote-ref"[^>]*>.*?</sup>|\s*<a class="footnote-back"[^>]*>.*?</a>', re.DOTALL)
_LINE_ENDS = re.compile(
    r"<(?:br|/p|/li|/tr|/dt|/dd|/div|/blockquote|/caption|/figcaption|/h[1-6]|/ul|/ol|/table)>|<(?:ul|ol|p|div)[ >]"
)
_CELL_ENDS = re.compile(r"</t[dh]>")
_TAG = re.compile(r'<(?>(?:[^<>"]++|"[^"]*+")*)>')


def text_of(html: str) -> str:
    """Return the plain text of sanitised HTML, with one line for each line, item or row."""
    if "<" not in html:
        return _single_spaced(unescape(html)).strip(" ")
    if 'class="footnote-' in html:
        html = _NOT_TEXT.sub("", html)
    html = _single_spaced(html)
    html = _LINE_ENDS.sub(lambda end: f"\n{end[0]}", html)
    html = _TAG.sub("", _CELL_ENDS.sub(" ", html))
    lines = (line.strip(" ") for line in unescape(html).split("\n"))
    return "\n".join(line for line in lines if line)


def _single_spaced(text: str) -> str:
    """Replace each run of spaces, tabs and line ends by one space."""
    return _SPACES.sub(" ", text) if "\n" in text or "  " in text or "\t" in text else text
