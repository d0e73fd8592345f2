"""Older addresses of releases: to which page each leads, where it is written, and which cannot be served.

An older address is one of the host that the site stands on, from its root: `news/2011/17`, `en/press/old.html`. What
collides with a page that only the whole site knows of is told by whoever makes the site.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from pressgen.addresses import RESERVED, Addresses, ReleasePage
from pressgen.frontmatter import shown, slug_fault
from pressgen.load.known_release import KnownRelease
from pressgen.load.names import printable
from pressgen.model import Alias
from pressgen.problems import Place, Problem, codes

_PATH = re.compile(r"/?[^\s/?#\\:<>\"|*]+(/[^\s/?#\\:<>\"|*]+)*/?")
_HINT = "write the path below the host's root, such as `news/2022/247` or `en/press/old.html`"


@dataclass(frozen=True, slots=True)
class Older:
    """The older addresses of the releases by their ids, where each is written, and what is wrong with others."""

    addresses: Mapping[str, tuple[Alias, ...]]
    places: Mapping[str, Place]
    problems: tuple[Problem, ...]


def older_addresses(releases: Sequence[KnownRelease], ids: Collection[str], languages: tuple[str, ...]) -> Older:
    """Return the older addresses of all releases: those that their files name, and those that follow from an older id.

    One that begins with a language of the site leads to the page in that language, any other to that of the edition
    which names it. `releases/<id>`, with or without a language, is an id that the release had: then its pages in every
    language have moved, and the page of all editions, which is under no language. No such address takes the place of
    one that is written out.
    """
    addresses = Addresses(languages)
    known = _Known(ids, addresses)
    problems: list[Problem] = []
    named: dict[str, list[tuple[Alias, Place]]] = {}
    for release in releases:
        found = named.setdefault(release.id, [])
        for file in release.editions:
            for text, place in file.older:
                alias = Alias(path=text.strip("/"), language=_language(_plain(text), addresses, file.language))
                told = list(known.problems(release.id, text, alias, place))
                problems += told
                if not told:
                    found.append((alias, place))
    for release in releases:
        found = named[release.id]
        for alias, place in tuple(found):
            for moved in _moved(alias, addresses):
                if known.free(release.id, moved):
                    found.append((moved, place))
    return Older(
        {id_: tuple(dict.fromkeys(alias for alias, _ in found)) for id_, found in named.items()},
        {alias.path: place for found in named.values() for alias, place in found},
        tuple(problems),
    )


def _language(path: str, addresses: Addresses, language: str) -> str:
    """Return the language that a path begins with, nothing for the page of all editions, and else `language`."""
    first, slash, _ = path.partition("/")
    if slash and first in addresses.languages:
        return first
    return "" if _former_page(path, addresses) else language


def _former_page(path: str, addresses: Addresses) -> ReleasePage | None:
    """Return which page of a release with another id had an address, if one can have had it."""
    page = addresses.release_page(path)
    is_none = page is None or slug_fault(page.release) or addresses.is_list_of_releases(path)
    return None if is_none else page


def _moved(alias: Alias, addresses: Addresses) -> Iterator[Alias]:
    """List the addresses that all pages of a release had, if an alias is the address that one of them had."""
    page = _former_page(_plain(alias.path), addresses)
    if page is None:
        return
    for language in addresses.languages:
        yield Alias(path=addresses.release(language, page.release).rstrip("/"), language=language)
    yield Alias(path=addresses.editions(page.release).rstrip("/"), language="")


def _plain(alias: str) -> str:
    """Return the path that a host looks for: without slashes around it, and without what it adds itself."""
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

    def __init__(self, ids: Collection[str], addresses: Addresses) -> None:
        self.ids = ids
        self.addresses = addresses
        self.taken: dict[str, tuple[str, Alias, Place]] = {}

    def free(self, release: str, alias: Alias) -> bool:
        """Take an address of a release where nobody has, and say whether that was so."""
        mine = (release, alias, Place(""))
        return not self.whose(alias.path, release) and self.taken.setdefault(alias.path, mine) is mine

    def problems(self, release: str, text: str, alias: Alias, place: Place) -> Iterator[Problem]:
        """Take the address that is written as `text`, and tell why it cannot lead to a release."""
        path = _plain(text)
        if fault := _fault(text, path):
            yield codes.WRONG_VALUE.at(place, f"'{shown(text)}' {fault} (aliases)", _hint(text))
            return
        whom, other, where = self.taken.setdefault(path, (release, alias, place))
        written = f"{printable(where.path)}:{where.line}"
        if whom != release or (other.language == alias.language and where.path == place.path and where is not place):
            message = f"the address '{shown(path)}' leads to a release already, {written}"
            yield codes.DOUBLED_ADDRESS.at(place, message, "take it away from one of the two")
        elif other.language != alias.language:
            message = f"the address '{shown(path)}' leads to the edition in '{other.language}' already, {written}"
            yield codes.DOUBLED_ADDRESS.at(place, message, "one address leads to one edition: take it away from one")
        elif whose := self.whose(path, release):
            yield codes.DOUBLED_ADDRESS.at(place, f"the address '{shown(path)}' is {whose}", "take it away")

    def whose(self, path: str, release: str) -> str:
        """Return whose address a path is already, or nothing."""
        first, _, rest = path.partition("/")
        if not path or first in RESERVED:
            return "one of the site's own"
        if first not in self.addresses.languages:
            return "in the folder of a release's files" if self.addresses.release_of_file(path) in self.ids else ""
        if not rest:
            return "that of a home page"
        if self.addresses.is_list_of_releases(path):
            return "that of a list of releases"
        page = self.addresses.release_page(path)
        if page is None or page.release not in self.ids:
            return ""
        return "this release's own" if page.release == release else "that of another release"
