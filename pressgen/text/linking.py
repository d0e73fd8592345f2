"""Where a text's links lead: sanitised HTML and addresses go in, HTML with the addresses in their places comes out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import escape

# Only whole tags are looked at: the same characters in the text are somebody's words.
_LINKED_TAG = re.compile(r'<(?:a|img|source)\b(?:\s+[\w:-]+(?:="[^"]*")?)*\s*/?>')
_REFERENCE = re.compile(r'\s(href|src)="(?:pressgen:(\d+)|#([^"]*))"')


def linked(html: str, links: Sequence[str], page: str = "") -> str:
    """Put `links[N]` in the place of `pressgen:N`, and `page` before links within the text.

    Where the address is empty or missing nobody can follow it: the words stay and the link goes.
    """
    if "pressgen:" not in html and not (page and '="#' in html):
        return html

    def link(found: re.Match[str]) -> str:
        name, number, fragment = found.groups()
        if number is None:
            return f' {name}="{escape(page)}#{fragment}"'
        address = links[int(number)] if int(number) < len(links) else ""
        return f' {name}="{escape(address)}"' if address else ""

    return _LINKED_TAG.sub(lambda tag: _REFERENCE.sub(link, tag[0]), html)
