"""The facts of the site that a view may use: its constants, and the names of the subjects that a page shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from pressgen.addresses import Address, Addresses
from pressgen.languages import default_language_of_script, language, scripts_of
from pressgen.letters import decoded
from pressgen.model import (
    Country,
    Issuer,
    Kind,
    Person,
    Phrase,
    Register,
    RegisterEntry,
    Side,
    Words,
    country_name,
)
from pressgen.model.frozen import FrozenMap
from pressgen.model.groups import COUNTRIES, GROUPS, Subject, subject_of
from pressgen.settings import Settings
from pressgen.text.script_table import first_script
from pressgen.views.remembering import remembered

if TYPE_CHECKING:
    from pydantic import BaseModel

UNDETERMINED = "und"


@dataclass(frozen=True, slots=True)
class Marked:
    """Words for a page, with the language and direction to mark them with, both empty if they are the page's."""

    text: str
    lang: str = ""
    dir: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)


NOTHING = Marked("")


@dataclass(frozen=True, slots=True)
class Names:
    """What the register calls the entries of groups: all of them, or those that one page names.

    An entry is None if the register does not have the subject. Among the names of one page, asking for any other is an
    error: the page was declared without something that it shows.
    """

    entries: Mapping[Subject, RegisterEntry | None] = FrozenMap()
    of_page: bool = False

    @classmethod
    def of(cls, register: Register) -> Names:
        """Return all names of a register."""
        groups = [group for group in GROUPS if group.register]
        entries = {Subject(group, id_): entry for group in groups for id_, entry in register.entries(group).items()}
        return cls(FrozenMap(entries))

    def entry(self, subject: Subject) -> RegisterEntry | None:
        """Return the register's entry of a subject, or None. Raises LookupError if the page was declared without it."""
        if self.of_page and subject.group.register and subject not in self.entries:
            message = f"the page was declared without the name of {subject.id!r} ({subject.group.name})"
            raise LookupError(message)
        return self.entries.get(subject)

    def only(self, subjects: Iterable[Subject], *, profiles: Iterable[Subject] = ()) -> Names:
        """Return the names of some subjects alone; those of `profiles` with all that a profile shows."""
        entries = {
            subject: _named(self.entries.get(subject))
            for subject in sorted(set(subjects), key=lambda one: (one.group.name, one.id))
        }
        entries |= {subject: self.entries.get(subject) for subject in profiles}
        return Names(FrozenMap(entries), of_page=True)


@remembered(16384)
def _named(entry: RegisterEntry | None) -> RegisterEntry | None:
    """Return an entry without what serves the search alone, and a person without the offices, which profiles show."""
    if entry is None:
        return None
    unseen: tuple[str, ...] = ("variants", "terms") if isinstance(entry, Person) else ("variants",)
    return cast("RegisterEntry", cast("BaseModel", entry).model_copy(update=dict.fromkeys(unseen, ())))


NO_NAMES = Names(of_page=True)
"""The names of a page that shows none of the register."""


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What is the same for every page of a site, and the `names` of the register that this page shows.

    `site_url` is absolute and ends with a slash; it is empty if the site does not know its own address, and then no
    absolute addresses are written. `search` is true if the site has a search.
    """

    languages: tuple[str, ...]
    """The languages of the site, the first language first."""
    issuer: Issuer
    """The body that publishes the site."""
    site_name: str = ""
    site_url: str = ""
    search: bool = True
    names: Names = NO_NAMES
    headings: Mapping[Kind, Words] = FrozenMap()
    """What the site has over releases, for the kinds that it names."""
    # A field, not a property: every page asks for addresses some thirty times.
    addresses: Addresses = field(init=False, repr=False, compare=False)

    @classmethod
    def of(cls, settings: Settings, register: Register, *, site_name: str, site_url: str) -> SiteFacts:
        """Return the facts of a site with these settings, and all names of its register.

        The site's name is read as all words are.
        """
        names = Names.of(register)
        return cls(
            settings.languages,
            settings.issuer,
            decoded(site_name),
            site_url,
            settings.search,
            names,
            settings.headings,
        )

    def __post_init__(self) -> None:
        object.__setattr__(self, "addresses", addresses_in(self.languages))

    def name_in(self, tag: str) -> str:
        """Return the site's name in a language; a site that has its issuer's name has the issuer's in each language."""
        names = self.issuer.name
        return names.in_language(tag).text if self.site_name in names.root.values() else self.site_name

    def absolute(self, address: Address) -> str:
        """Return the complete address of a page or file; empty if the site does not know its own."""
        return f"{self.site_url}{address}" if self.site_url else ""

    def from_root(self, address: Address) -> str:
        """Return a link from the host's root, which works at any depth: the page for missing addresses needs it."""
        return f"{urlsplit(self.site_url).path or '/'}{address}"

    def entry(self, subject: Subject) -> RegisterEntry | None:
        """Return the register's entry of a subject, or None."""
        return self.names.entry(subject)

    def name(self, subject: Subject, tag: str, day: date | None = None) -> Phrase:
        """Name a subject for readers of a language, a country as of a `day` if one is passed.

        A subject that the register does not have is called as the author wrote it.
        """
        if subject.group.words:
            words, key = language(tag), f"{subject.group.words}-{subject.id}"
            return Phrase(words.say(key), words.foreign(key) or tag)
        entry = self.entry(subject)
        if subject.group is COUNTRIES:
            known = {subject.id: entry} if isinstance(entry, Country) else {}
            return country_name(subject.id, tag, known, self.issuer, day)
        return entry.names.in_language(tag) if entry else Phrase(subject.id, UNDETERMINED)

    def side(self, side: Side, tag: str, day: date | None = None) -> Phrase:
        """Name a country or organisation in a language, a country as of a `day` if one is passed."""
        return self.name(subject_of(side), tag, day) if side != Side() else Phrase("", tag)


@cache
def addresses_in(languages: tuple[str, ...]) -> Addresses:
    """Return the addresses of a site in these languages, the same value each time."""
    return Addresses(languages)


def mark(phrase: Phrase, page_language: str) -> Marked:
    """Mark words with their language if it is not the page's.

    Words without a language are taken for the page's, unless the page's language is not written in their script.
    """
    if phrase.language == UNDETERMINED:
        return mark_name(phrase.text, page_language)
    if phrase.language == page_language or not phrase.text:
        return Marked(phrase.text)
    return Marked(phrase.text, phrase.language, language(phrase.language).direction)


def mark_words(words: Words, page_language: str) -> Marked:
    """Choose the words for a page and mark them if they are in another language."""
    return mark(words.in_language(page_language), page_language)


def mark_name(name: str, page_language: str) -> Marked:
    """Mark a name that is written in a script which the page's language is not written in."""
    script = _script_of(name)
    if not script or script in scripts_of(page_language):
        return Marked(name)
    tag = default_language_of_script(script) if script in _ONE_LANGUAGE else f"und-{script}"
    return Marked(name, tag, language(tag).direction)


# Scripts whose language is beyond doubt. A name in Cyrillic may be Ukrainian, one in Arabic letters Persian.
_ONE_LANGUAGE = frozenset({"Khmr", "Thai", "Laoo", "Grek", "Geor", "Armn", "Hang", "Sinh", "Thaa"})
_script_of = lru_cache(maxsize=4096)(first_script)
