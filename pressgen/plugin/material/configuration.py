"""Add pressgen's templates, style sheets and scripts to the configuration of a site's theme.

The site has the last word: its overrides come before pressgen's templates, its style sheets after pressgen's. Adding
everything twice to one configuration changes nothing.
"""

from __future__ import annotations

import logging
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.exceptions import Abort

from pressgen import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown.extensions import Extension
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.plugins.pressgen")

FOLDER = Path(str(resources.files("pressgen"))) / "theme"
"""What pressgen adds to the theme's own folders; every file in it is published, templates excepted."""

STYLES = (addresses.SCREEN_STYLE, addresses.PRINT_STYLE)
"""The style sheets of every page, in their order."""

MODULES = (addresses.SEARCH_BOX,)
"""The module of every page: the search, which loads the rest of itself when a reader first asks for something."""

_TABS = "navigation.tabs"


def add_to(config: MkDocsConfig, extension: Extension, watched: Iterable[Path]) -> None:
    """Add pressgen's files and its Markdown `extension` to `config`, and the folders that a preview watches."""
    theme = config.theme
    if not any((Path(folder) / "partials" / "language.html").is_file() for folder in theme.dirs):
        message = "pressgen needs the theme Material for MkDocs: write 'theme: {name: material}' into the configuration"
        raise Abort(message)
    if str(FOLDER) not in theme.dirs:
        theme.dirs.insert(1 if theme.custom_dir else 0, str(FOLDER))
    theme["font"] = False
    # pressgen's style sheets have their own colours, light and dark, between which the colophon switches.
    theme["palette"] = None
    # The theme names itself in English on pages of every language; a site that wants it says so.
    config.extra.setdefault("generator", False)
    # Most pages of the archive have no list of pages beside them: without tabs there would be no way in.
    features = list(theme.get("features") or ())
    theme["features"] = [*features, *(() if _TABS in features else (_TABS,))]
    theme.static_templates -= {addresses.SITEMAP, addresses.NOT_FOUND}
    config.extra_css = [*STYLES, *(sheet for sheet in config.extra_css if sheet not in STYLES)]
    ours = set(MODULES)
    theirs = [script for script in config.extra_javascript if str(script) not in ours]
    config.extra_javascript = [*map(_module, MODULES), *theirs]
    # The host passes instances of extensions on to Markdown as it does their names.
    extensions: list[object] = config.markdown_extensions  # type: ignore[assignment]
    if extension not in extensions:
        extensions.append(extension)
    config.watch += [str(folder) for folder in watched if folder.is_dir() and str(folder) not in config.watch]


def require_folders(config: MkDocsConfig) -> None:
    """Switch `use_directory_urls` on again, after all plugins: `offline` switches it off."""
    if not config.use_directory_urls:
        log.warning(
            "pressgen's addresses end with a slash, so 'use_directory_urls: false', which the plugin 'offline' sets "
            "too, has no effect: this site is read from a host"
        )
        config.use_directory_urls = True


def _module(path: str) -> ExtraScriptValue:
    """Return a script that the theme loads as a module."""
    script = ExtraScriptValue(path)
    script.type = "module"
    return script
