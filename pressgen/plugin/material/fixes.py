"""Remove from the theme's HTML what no option, block or partial of the theme can leave out.

Everything else that pressgen changes in the theme's HTML is in the templates of `pressgen/theme/`.
"""

from __future__ import annotations

import re

# The only block around these links also has the theme's version in it, so that it cannot be copied.
_TRANSLATION_LINK = re.compile(r'[ \t]*<link rel="alternate" href="(?![a-z]+:)[^"]*" hreflang="[^"]*">\s*?\n?')

# It is outside of all blocks.
_DRAWER = re.compile(r'<input class="md-toggle" data-md-toggle="drawer" [^>]*>\s*')


def without_translation_links(head: str) -> str:
    """Return a page's head without the theme's links to translations.

    They are relative, which search engines do not accept; pressgen adds complete ones.
    """
    return _TRANSLATION_LINK.sub("", head)


def without_second_drawer(body: str) -> str:
    """Return a page's body without the theme's own check box for the menu, if pressgen's header has one.

    A site's own `partials/header.html` may have none; then the theme's stays.
    """
    first = _DRAWER.search(body)
    return body[: first.start()] + body[first.end() :] if first and _DRAWER.search(body, first.end()) else body
