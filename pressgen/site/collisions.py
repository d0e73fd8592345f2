"""Find addresses that two files of the site would have: pages of `docs/`, the archive's files, older addresses.

A host can keep one file at a path, and neither a folder where there is a file nor a file where there is a folder.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import unquote

from pressgen.addresses import Addresses, file_of
from pressgen.problems import Place, Problem, codes
from pressgen.site import Site
from pressgen.site.docs_pages import DocsPages


def redirect_file(alias: str, places: Addresses) -> str:
    """Return the path of the file that leads from an older address to its release, as the host looks for it."""
    return unquote(file_of(places.alias(alias)))


def collisions(
    paths: Sequence[str], pages: DocsPages, docs_dir: str, aliases: Mapping[str, Place]
) -> Iterator[Problem]:
    """Report addresses that two files of the site would have, for the build and for `pressgen check`.

    `paths` are those of all files of the site but `docs/`, which the problems call `docs_dir`.
    """
    redirects = {redirect_file(alias, pages.addresses) for alias in aliases}
    own = {path for path in paths if path not in redirects}
    yield from pages.collisions(docs_dir, own)
    yield from pages.reserved(docs_dir, own)
    yield from pages.misplaced(docs_dir)
    yield from _of_aliases([*paths, *pages.files], aliases, pages.addresses)


def declared_paths(site: Site, pages: DocsPages) -> Sequence[str]:
    """Return the path of every file that a site consists of but for its pages of `docs/`."""
    return [output.path for output in site.outputs(pages.sitemap_entries())]


def _of_aliases(paths: Iterable[str], aliases: Mapping[str, Place], places: Addresses) -> Iterator[Problem]:
    """Report older addresses that another file of the site has; `paths` include those of the redirects."""
    files = {redirect_file(alias, places): alias for alias in aliases}
    if not files:
        return
    seen: Counter[str] = Counter()
    folders: set[str] = set()
    for path in paths:
        seen[path] += 1
        folders.update(folder for folder in _folders(path) if folder in files)
    for file, alias in files.items():
        if seen[file] > 1 or file in folders or any(folder in seen for folder in _folders(file)):
            message = f"the address '{alias.strip('/')}' is that of another page or file of the site"
            yield codes.DOUBLED_ADDRESS.at(aliases[alias], message, "take it away")


def _folders(path: str) -> Iterator[str]:
    at = path.find("/")
    while at >= 0:
        yield path[:at]
        at = path.find("/", at + 1)
