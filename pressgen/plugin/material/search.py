"""Switch the theme's own search off on a site that has pressgen's."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.plugins.pressgen")

_THEME_SEARCH = ("material/search", "search")
"""The names that the theme's plugin has in a configuration."""


def replace_search(config: MkDocsConfig) -> None:
    """Switch the theme's own search off, so that a page has only one search box."""
    for name in _THEME_SEARCH:
        plugin = config.plugins.get(name)
        if plugin is not None and plugin.config.get("enabled"):
            plugin.config["enabled"] = False
            log.info("pressgen's search takes the place of the theme's: 'search' may be left out of 'plugins'")
