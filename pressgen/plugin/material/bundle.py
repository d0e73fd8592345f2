"""Keep the theme's script from requesting files that no site of pressgen's has."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.structure.files import Files

_TRANSLATIONS = '"link[rel=alternate]"'
"""The selector in the theme's script."""

_NOTHING = '"link[rel=alternate]:not(*)"'
"""The selector that takes its place; it matches no element."""


def without_sitemap_requests(files: Files) -> None:
    """Change the theme's script among `files` so that it requests no sitemaps of translations.

    Material takes each `<link rel=alternate>` for the root of another site, and requests that site's sitemap to find
    the page's translation. pressgen's links lead to the translations themselves, to feeds and to data, so that every
    page would request files that do not exist.
    """
    for file in files:
        if file.src_uri.startswith("assets/javascripts/bundle.") and file.src_uri.endswith(".js"):
            script = file.content_string
            if _TRANSLATIONS in script:
                file.content_string = script.replace(_TRANSLATIONS, _NOTHING)
