"""Where a text's links lead: sanitised HTML and addresses go in, HTML with the addresses in their places comes out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from markupsafe import escape

# Only whole tags are looked at: the same characters in the text, or in an attribute, are somebody's words.
_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)\b((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*/?>')
_REFERENCE = re.compile(r'\s(href|src)="(?:pressgen:(\d+)|#([^"]*))"')
_ID = re.compile(r'\sid="[^"]*"')


def linked(html: str, links: Sequence[str], page: str = "") -> str:
    """Put `links[N]` in the place of `pressgen:N`, and `page` before links within the text.

    Where the address is empty or missing nobody can follow it: of a link only the words stay, of a picture nothing.
    """
    if "pressgen:" not in html and not (page and '="#' in html):
        return html

    def address(number: str) -> str:
        return links[int(number)] if int(number) < len(links) else ""

    def link(found: re.Match[str]) -> str:
        name, number, fragment = found.groups()
        if number is None:
            return f' {name}="{escape(page)}#{fragment}"'
        return f' {name}="{escape(address(number))}"'

    def leads_nowhere(attributes: str) -> bool:
        return any(number and not address(number) for _, number, _ in _REFERENCE.findall(attributes))

    return without_dead(html, leads_nowhere, lambda tag: _REFERENCE.sub(link, tag))


def without_dead(html: str, leads_nowhere: Callable[[str], bool], kept: Callable[[str], str] = str) -> str:
    """Give HTML without the tags of links and pictures whose attributes lead nowhere; the words of links stay.

    An empty tag would tell that something is coming. Of the other tags of that kind is given what `kept` makes of them.
    """
    closing: list[str] = []

    def tag(found: re.Match[str]) -> str:
        ends, name, attributes = found.groups()
        if name not in ("a", "img", "source"):
            return found[0]
        if ends:
            return closing.pop() if name == "a" and closing else found[0]
        dead = leads_nowhere(attributes)
        if name != "a":
            return "" if dead else kept(found[0])
        # What else in the text leads to this place still finds it.
        anchor = _ID.search(attributes)
        closing.append("" if dead and not anchor else "</span>" if dead else "</a>")
        return (f"<span{anchor[0]}>" if anchor else "") if dead else kept(found[0])

    return _TAG.sub(tag, html)
