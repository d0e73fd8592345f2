"""The paths of everything a site consists of go in; older addresses of releases that collide with any come out.

A host can keep one file at a path, and neither a folder where there is a file nor a file where there is a folder.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

from pressgen.addresses import Addresses, file_of
from pressgen.problems import Place, Problem, codes


def redirect_file(alias: str, places: Addresses) -> str:
    """Give the path of the file that leads from an older address to its release, as the host looks for it."""
    return unquote(file_of(places.alias(alias)))


def collisions(paths: Iterable[str], aliases: Mapping[str, Place], places: Addresses) -> Iterator[Problem]:
    """Tell of older addresses where another file of the site stands; `paths` hold those of the redirects as well."""
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
