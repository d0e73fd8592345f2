"""Remove from the theme's HTML what no option, block or partial of the theme can leave out: a check box, and spaces.

Everything else that pressgen changes in the theme's HTML is in the templates of `pressgen/theme/`.
"""

from __future__ import annotations

import re

# It is outside of all blocks.
_DRAWER = re.compile(r'<input class="md-toggle" data-md-toggle="drawer" [^>]*>\s*')


def without_second_drawer(body: str) -> str:
    """Return a page's body without the theme's own check box for the menu, if pressgen's header has one.

    A site's own `partials/header.html` may have none; then the theme's stays.
    """
    first = _DRAWER.search(body)
    return body[: first.start()] + body[first.end() :] if first and _DRAWER.search(body, first.end()) else body


# Elements in which each space counts, tags with their attributes, and text between them.
_PARTS = re.compile(
    r"""(<(pre|textarea|script|style)\b.*?</\2\s*>|<!--.*?-->|<(?:[^<>"']|"[^"]*"|'[^']*')*>)|[^<]+""", re.DOTALL
)
_SPACES = re.compile(r"[ \t\r\n]+")


def squeezed(html: str) -> str:
    """Return a page of the theme with one space or line end wherever several stand between its words and tags.

    Browsers show the same: half of what the theme writes around a page is the indentation of its templates.
    """
    return _PARTS.sub(lambda part: part[0] if part[1] else _SPACES.sub(_one, part[0]), html)


def _one(spaces: re.Match[str]) -> str:
    return "\n" if "\n" in spaces[0] else " "
