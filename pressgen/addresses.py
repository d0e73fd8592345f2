"""Build the address of each page and file of the site.

An address is the path of a page or file below the site's root, without a leading slash: that of a page ends with a
slash (`en/releases/<slug>/`), that of the root is empty. Addresses never change, and only this module builds them.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple, NewType
from urllib.parse import quote, unquote

from pressgen.model import Release
from pressgen.model.frozen import FrozenMap
from pressgen.model.groups import GROUPS, Group, Subject
from pressgen.settings import Settings

Address = NewType("Address", str)

ROOT = Address("")
"""The site's root, where the reader chooses a language; on a site with one language it redirects to the home page."""
NOT_FOUND = Address("404.html")
SITEMAP = Address("sitemap.xml")
ASSETS = Address("assets/pressgen/")
"""The folder of style sheets, scripts and fonts."""
SCREEN_STYLE = Address("assets/pressgen/css/screen.css")
PRINT_STYLE = Address("assets/pressgen/css/print.css")
"""The two style sheets of every page; the one for print comes second."""
FEED_STYLE = Address("assets/pressgen/css/feed.css")
"""The style sheet of a feed that a reader opens in a browser."""
SCRIPT = Address("assets/pressgen/js/pages.js")
"""The script of every page beside the search."""
REDIRECT_SCRIPT = Address("assets/pressgen/js/redirect.js")
SEARCH = Address("assets/pressgen/search/")
SEARCH_BOX = Address("assets/pressgen/search/box.js")
"""The script of the search in every page, which loads the rest when a reader first uses it."""

X_DEFAULT = "x-default"
"""The key of the page for readers of every other language, in a set of translations."""


ATOM = "feed.xml"
JSON_FEED = "feed.json"
CALENDAR_FILE = "calendar.ics"
DATA = "index.json"
"""The names of the files for machines, in the folder of the page with the same content."""

TABLE = Address("releases.csv")
"""The archive as a table, one line for each edition; where that is too long, its latest years."""


RESERVED = frozenset((NOT_FOUND, SITEMAP, TABLE, "robots.txt", ASSETS.partition("/")[0], "search"))
"""Names at the site's root that belong to the archive, the theme or the host, which no older address may take."""

_RELEASES = "releases"


class ReleasePage(NamedTuple):
    """The parts of the address of a release's page: its language, empty for the page of all editions, and the id."""

    language: str
    release: str


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of a site in these languages, the site's first language first."""

    languages: tuple[str, ...]

    @classmethod
    def of(cls, settings: Settings) -> Addresses:
        """Return the addresses of the site with these settings."""
        return cls(settings.languages)

    @property
    def several(self) -> bool:
        """True if there is a language to choose: a site with one has neither a chooser at its root nor a menu."""
        return len(self.languages) > 1

    def home(self, language: str) -> Address:
        """Return the home page's address.

        It has the language even on a site with one, so that a second language moves nothing.
        """
        return Address(f"{language}/")

    def releases(self, language: str) -> Address:
        """Return the address of the whole archive."""
        return Address(f"{self.home(language)}{_RELEASES}/")

    def year(self, language: str, year: int) -> Address:
        """Return the address of one year of the archive."""
        return Address(f"{self.releases(language)}{year:04}/")

    def release(self, language: str, release: str) -> Address:
        """Return a release's address."""
        return Address(f"{self.releases(language)}{release}/")

    def month(self, language: str, year: int, month: int) -> Address:
        """Return the address of one month of the archive."""
        return Address(f"{self.year(language, year)}{month:02}/")

    def editions(self, release: str) -> Address:
        """Return the address of a release under no language: of all its editions side by side, or leading to the one.

        What belongs to the release in every language stands below it: pictures, annexes, data.
        """
        return Address(f"{_RELEASES}/{release}/")

    def release_page(self, path: str) -> ReleasePage | None:
        """Read the address of a release's page, with or without its language and last slash; None for any other."""
        language, rest = self._language_of(path)
        match rest.strip("/").split("/"):
            case [start, release] if start == _RELEASES and release:
                return ReleasePage(language, release)
        return None

    def is_list_of_releases(self, path: str) -> bool:
        """True for the address of the whole archive, a year or a month of it, with or without language and slash."""
        _, rest = self._language_of(path)
        start, *period = rest.strip("/").split("/")
        digits = [len(part) for part in period if part.isascii() and part.isdigit()]
        return start == _RELEASES and digits in ([], [4], [4, 2]) and len(digits) == len(period)

    def _language_of(self, path: str) -> tuple[str, str]:
        """Split a path into the language that it begins with, or an empty text, and the rest."""
        first, slash, rest = path.partition("/")
        return (first, rest) if slash and first in self.languages else ("", path)

    def profiles(self, language: str, group: Group) -> Address:
        """Return the address of the list of all entries of a group."""
        return Address(f"{self.home(language)}{group.name}/")

    def profile(self, language: str, subject: Subject) -> Address:
        """Return the address of the profile of one entry of a group."""
        return Address(f"{self.profiles(language, subject.group)}{quote(subject.id.lower())}/")

    def profile_years(self, language: str, subject: Subject, first: int, last: int) -> Address:
        """Return the address of a year, or of a decade, of a profile whose releases are too many for one page."""
        years = f"{first:04}" if first == last else f"{first:04}-{last:04}"
        return Address(f"{self.profile(language, subject)}{years}/")

    def calendar(self, language: str) -> Address:
        """Return the address of the calendar of events."""
        return Address(f"{self.home(language)}calendar/")

    def calendar_year(self, language: str, year: int) -> Address:
        """Return the address of one year of the calendar; each of its months has the anchor `YYYY-MM`."""
        return Address(f"{self.calendar(language)}{year:04}/")

    def ledger(self, language: str) -> Address:
        """Return the address of the meetings and contacts: with whom, and through which channel."""
        return Address(f"{self.home(language)}ledger/")

    def ledger_year(self, language: str, year: int) -> Address:
        """Return the address of the encounters of one year."""
        return Address(f"{self.ledger(language)}{year:04}/")

    def ledger_years(self, language: str, first: int, last: int) -> Address:
        """Return the address of the ledger's countries by the years from `first` to `last`, both included."""
        return Address(f"{self.ledger(language)}{first:04}-{last:04}/")

    def search(self, language: str) -> Address:
        """Return the address of the search page; `?q=` after it asks for something."""
        return Address(f"{self.home(language)}search/")

    def search_words(self, language: str, version: str) -> Address:
        """Return the address of what the search says in a language, named by its content's `version`."""
        return Address(f"{SEARCH}interface-{language}-{version}.json")

    def beside(self, page: Address, name: str) -> Address:
        """Return the address of a file for machines that says what the page at `page` says, such as `feed.xml`."""
        return Address(f"{page}{name}")

    def data(self, page: Address) -> Address:
        """Return the address of the data of a list, the same for its page in every language: of `en/ledger/`, say."""
        return Address(f"{self._language_of(page)[1]}{DATA}")

    def lines(self, year: int, month: int = 0) -> Address:
        """Return the address of a year of the archive, or of a month of it, as compressed JSON Lines."""
        return Address(f"{_RELEASES}/{year:04}{f'-{month:02}' if month else ''}.jsonl.gz")

    def table(self, year: int) -> Address:
        """Return the address of the table of one year, where the archive is too long for one."""
        return Address(f"{_RELEASES}/{year:04}.csv")

    def release_data(self, release: str) -> Address:
        """Return the address of a release as data, the same for every language."""
        return Address(f"{self.editions(release)}release.json")

    def schema(self, name: str) -> Address:
        """Return the address of the JSON Schema that describes data of this name."""
        return Address(f"schema/{name}.json")

    def file(self, release: str, name: str) -> Address:
        """Return the address of a release's photograph or annex, the same for every language."""
        return Address(f"{self.editions(release)}{quote(name)}")

    def release_of_file(self, path: str) -> str:
        """Read the id of the release in whose folder of files a path is; empty if it is in none."""
        match path.split("/"):
            case [start, release, *_] if start == _RELEASES:
                return release
        return ""

    def alias(self, alias: str) -> Address:
        """Return the address that an older one of a release redirects from, as its author wrote it."""
        path = quote(alias.strip("/"), safe="/%")
        return Address(path if path.endswith((".html", ".htm")) else f"{path}/")

    def docs_file(self, source: str) -> tuple[str, str]:
        """Return the language of a page of `docs/`, and its path without the language: `about.km.md` is km, `about.md`.

        A page that names none of the site's languages is in the first.
        """
        path = PurePosixPath(source)
        stem, _, language = path.stem.rpartition(".")
        if stem and language in self.languages:
            return language, str(path.with_name(stem + path.suffix))
        return self.languages[0], source

    def docs_page(self, source: str) -> Address:
        """Return the address of a page of `docs/` by its path there."""
        language, neutral = self.docs_file(source)
        path = PurePosixPath(neutral)
        folder = path.parent if path.stem in ("index", "README") else path.with_suffix("")
        return Address(self.home(language) + ("" if folder == PurePosixPath() else f"{quote(str(folder))}/"))

    def translations(
        self, address_in: Callable[[str], Address], languages: Iterable[str], default: Address | None = None
    ) -> Mapping[str, Address]:
        """Return a page's addresses by language, and under `x-default` its `default`, by default the first.

        Empty if the page is in one language only.
        """
        places = {language: address_in(language) for language in languages}
        if len(places) < 2:  # noqa: PLR2004  # a translation takes two
            return FrozenMap()
        return FrozenMap({**places, X_DEFAULT: next(iter(places.values())) if default is None else default})

    def home_translations(self) -> Mapping[str, Address]:
        """Return the home pages by language; readers of any other choose at the root."""
        return self.translations(self.home, self.languages, ROOT)

    def release_translations(self, release: Release) -> Mapping[str, Address]:
        """Return the pages of a release's editions by language; readers of any other get all of them side by side."""
        return self.translations(
            lambda language: self.release(language, release.id),
            self.languages_of(release),
            self.editions(release.id),
        )

    def languages_of(self, release: Release) -> tuple[str, ...]:
        """List the languages of a release's editions in the order of the site's."""
        return tuple(language for language in self.languages if language in release.editions)


OWN = frozenset(
    [
        *(group.name for group in GROUPS),
        *("releases", "calendar", "ledger", "search", "schema"),
        *(ATOM, JSON_FEED, CALENDAR_FILE, DATA, TABLE, NOT_FOUND, SITEMAP),
    ]
)
"""The beginnings of the archive's addresses behind the language, without those of the home pages."""


def is_archives(file: str, languages: Iterable[str]) -> bool:
    """True if a file of the site, by its path there, has a place that only the archive's own files have."""
    parts = file.split("/")
    if parts[0] in languages:
        parts = parts[1:]
    return parts[0] in OWN or parts[:2] == ["assets", "pressgen"]


def may_collide(sources: Iterable[str], places: Addresses, pages: Container[str]) -> bool:
    """True if files of `docs/` may have the place of others or of the archive's own; `pages` are the pages among them.

    It is quicker than listing all files of the site, and called before that.
    """
    taken: set[str] = set()
    for source in sources:
        file = unquote(file_of(places.docs_page(source))) if source in pages else source
        is_home = source not in pages and file.endswith("index.html") and file.count("/") < 2  # noqa: PLR2004
        in_a_languages_folder = source.split("/")[0] in places.languages
        if file in taken or is_home or in_a_languages_folder or is_archives(file, places.languages):
            return True
        taken.add(file)
    return False


def sitemap_part(part: int) -> Address:
    """Return the address of a part of the sitemap; 0 is the whole."""
    return Address(f"sitemap-{part}.xml") if part else SITEMAP


def file_of(address: Address) -> str:
    """Return the path of the file that a host serves at `address`."""
    return f"{address}index.html" if address == "" or address.endswith("/") else address


def way_up(source: Address) -> str:
    """Return the way from the page at `source` up to the site's root: `../` for each folder that it stands in."""
    return "../" * source.count("/")


def relative(source: Address, target: Address) -> str:
    """Return the link from the page at `source` to `target`, which works below any path of a host."""
    return way_up(source) + target or "./"
