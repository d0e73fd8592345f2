"""The older addresses of all releases go in; where each is written comes out, with those that cannot be served.

An older address is one of the host that the site stands on, from its root: `news/2011/17`, `en/press/old.html`. What
collides with a page that only the whole site knows of is told by whoever makes the site.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import unquote, urlsplit

from pressgen.frontmatter import shown
from pressgen.load.names import printable
from pressgen.load.pair import ReleaseFiles
from pressgen.problems import Place, Problem, codes

_PATH = re.compile(r"/?[^\s/?#\\:<>\"|*]+(/[^\s/?#\\:<>\"|*]+)*/?")
_LIST_OF_RELEASES = re.compile(r"releases(/[0-9]{4}(/[0-9]{2})?)?")
_OF_A_RELEASE = re.compile(r"releases/([^/]+)(/side-by-side)?")
_ROOT = frozenset(("404.html", "sitemap.xml", "robots.txt", "releases.jsonl", "releases.csv", "assets", "search"))
_HINT = "write the path below the host's root, such as `news/2022/247` or `en/press/old.html`"


def aliases(
    releases: Iterable[ReleaseFiles], ids: Collection[str], languages: tuple[str, ...]
) -> tuple[Mapping[str, Place], tuple[Problem, ...]]:
    """Give the place of each older address, as its author wrote it, and what is wrong with them."""
    known = _Known(ids, languages)
    places: dict[str, Place] = {}
    problems: list[Problem] = []
    for release in releases:
        file = release.original
        for index, alias in enumerate(file.front.aliases):
            place = file.parsed.marks.value("aliases", index)
            found = list(known.problems(release.id, alias, place))
            if not found:
                places[alias] = place
            problems += found
    return places, tuple(problems)


def usable(alias: str) -> bool:
    """Say whether a host can have a page at an older address."""
    return not _fault(alias, _plain(alias))


def _plain(alias: str) -> str:
    """Give the path that a host looks for: without slashes around it, and without what it adds itself."""
    path = unicodedata.normalize("NFC", unquote(alias)).strip("/")
    return "" if path == "index.html" else path.removesuffix("/index.html")


def _fault(alias: str, path: str) -> str:
    parts = path.split("/")
    if "?" in alias or "#" in alias:
        return "has a query or a fragment, by which a host finds no file"
    if not _PATH.fullmatch(alias) or {".", ".."} & set(parts) or not path.isprintable() or "\\" in path:
        return "is no address within the site"
    if any(part.startswith(".") for part in parts):
        return "has a name that begins with a dot, which hosts do not serve"
    return ""


def _hint(alias: str) -> str:
    if "?" in alias:
        return "redirect it in the host's own configuration"
    found = urlsplit(alias)
    if found.scheme in ("http", "https") and found.path.strip("/"):
        return f"write it without the host: `{found.path.strip('/')}`"
    return _HINT


class _Known:
    """The addresses that are taken, as far as the releases tell."""

    def __init__(self, ids: Collection[str], languages: tuple[str, ...]) -> None:
        self.ids = ids
        self.languages = languages
        self.taken: dict[str, Place] = {}

    def problems(self, release: str, alias: str, place: Place) -> Iterator[Problem]:
        path = _plain(alias)
        if fault := _fault(alias, path):
            yield codes.WRONG_VALUE.at(place, f"'{shown(alias)}' {fault} (aliases)", _hint(alias))
            return
        other = self.taken.setdefault(path, place)
        if other is not place:
            message = f"the address '{shown(path)}' leads to a release already, {printable(other.path)}:{other.line}"
            yield codes.DOUBLED_ADDRESS.at(place, message, "take it away from one of the two")
        elif whose := self.whose(path, release):
            yield codes.DOUBLED_ADDRESS.at(place, f"the address '{shown(path)}' is {whose}", "take it away")

    def whose(self, path: str, release: str) -> str:
        """Say whose address a path is already, or nothing."""
        first, _, rest = path.partition("/")
        if not path or first in _ROOT:
            return "one of the site's own"
        if first in self.languages:
            return self.of_a_language(rest, release)
        files = first == "releases" and rest.split("/")[0] in self.ids
        return "in the folder of a release's files" if files else ""

    def of_a_language(self, path: str, release: str) -> str:
        """Say whose address a path below a language's home page is already, or nothing."""
        if not path:
            return "that of a home page"
        if _LIST_OF_RELEASES.fullmatch(path):
            return "that of a list of releases"
        found = _OF_A_RELEASE.fullmatch(path)
        if not found or found[1] not in self.ids:
            return ""
        return "this release's own" if found[1] == release else "that of another release"
