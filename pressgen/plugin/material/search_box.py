"""The search box in the theme's header: a rendered page and the box go in, the page with the box comes out.

It stands where the theme has its own search, which it takes the place of. A site whose own header has another form says
where by including `partials/pressgen-search.html`.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.plugins.pressgen")

PLACE = "<!-- pressgen-search -->"
"""What the partial writes."""

_HEADER = '<nav class="md-header__inner'
# The theme's own search stands before the link to the source, which is the last thing in the header.
_END_OF_HEADER = re.compile(r'[ \t]*<div class="md-header__source">|[ \t]*</nav>')

_THEME_SEARCH = ("material/search", "search")


def with_box(html: str, box: str) -> str:
    """Give a page with the search box in its header: in the place that the site chose, or else where the theme's is.

    A header that has neither stays as it is.
    """
    if not box:
        return html.replace(PLACE, "")
    if PLACE in html:
        return html.replace(PLACE, box, 1).replace(PLACE, "")
    start = html.find(_HEADER)
    end = _END_OF_HEADER.search(html, start) if start >= 0 else None
    return f"{html[: end.start()]}{box}\n{html[end.start() :]}" if end else html


def replace_search(config: MkDocsConfig) -> None:
    """Switch the theme's own search off, so that there are not two."""
    for name in _THEME_SEARCH:
        plugin = config.plugins.get(name)
        if plugin is not None and plugin.config.get("enabled"):
            plugin.config["enabled"] = False
            log.info("pressgen's search takes the place of the theme's: 'search' may be left out of 'plugins'")
