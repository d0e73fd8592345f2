"""Keep the theme's script from requesting files that no site of pressgen's has, and leave out what nothing requests."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

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


_MAPS = re.compile(r"assets/(javascripts|stylesheets)/.*\.map")
_SCRIPTS = re.compile(r"assets/javascripts/(bundle|workers/search)\..*\.js")
_LANGUAGES = re.compile(r"assets/javascripts/lunr/.*")
_NAMED_MAP = re.compile(r"//# sourceMappingURL=\S+\s*$")


def without_unused_files(files: Files, folders: Collection[str], *, search: bool) -> None:
    """Leave out the source maps of the theme in `folders`, and the languages of its search where a site has pressgen's.

    They are 2.3 MB, a third of a small site. A source map serves who debugs the theme; its scripts say no longer where
    it is. The one of its search stays: pages of docs/ name it.
    """
    for file in [file for file in files if file.src_dir in folders]:
        if _SCRIPTS.fullmatch(file.src_uri):
            file.content_string = _NAMED_MAP.sub("", file.content_string)
        elif _MAPS.fullmatch(file.src_uri) or (search and _LANGUAGES.fullmatch(file.src_uri)):
            files.remove(file)
