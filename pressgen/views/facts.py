"""What every view may know of the site: its settings and register go in, names, links and marked words come out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from urllib.parse import urlsplit

from pressgen.addresses import Address, Addresses
from pressgen.archive.sides import own_organisation
from pressgen.languages import default_language_of_script, language, scripts_of
from pressgen.letters import decoded
from pressgen.model import (
    Contact,
    Country,
    Issuer,
    Organisation,
    Person,
    Phrase,
    Register,
    Side,
    Topic,
    Words,
    country_name,
)
from pressgen.settings import Settings
from pressgen.text.scripts import first_script

UNDETERMINED = "und"


@dataclass(frozen=True, slots=True)
class Marked:
    """Words for a page, with the language and direction to mark them with, both empty where they are the page's."""

    text: str
    lang: str = ""
    dir: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)


NOTHING = Marked("")


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What is the same for every page of a site.

    `site_url` is absolute and ends with a slash, or is empty where the site does not know where it will stand;
    then nothing absolute is written. The register's entries are by id; `addresses` says where everything is.
    """

    settings: Settings
    site_name: str
    site_url: str = ""
    countries: Mapping[str, Country] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    # Every page asks where everything is some thirty times.
    addresses: Addresses = field(init=False, repr=False, compare=False)
    # The country or organisation whose site this is, as far as the site says it.
    own: Side = field(init=False, repr=False, compare=False)

    @classmethod
    def of(cls, settings: Settings, register: Register, *, site_name: str, site_url: str) -> SiteFacts:
        """Give the facts of a site with these settings and this register; its name is read as all words are."""
        return cls(
            settings,
            decoded(site_name),
            site_url,
            countries=register.countries,
            organisations=register.organisations,
            contacts=register.contacts,
            people=register.people,
            topics=register.topics,
        )

    def __post_init__(self) -> None:
        object.__setattr__(self, "addresses", Addresses.of(self.settings))
        own = Side(self.issuer.country, own_organisation(self.issuer, self.organisations))
        object.__setattr__(self, "own", own)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the site, the first language first."""
        return self.settings.languages

    @property
    def issuer(self) -> Issuer:
        """The body whose site this is."""
        return self.settings.issuer

    def name_in(self, tag: str) -> str:
        """Give the site's name in a language: where it is called as its issuer is, the issuer's name in it."""
        names = self.issuer.name
        return names.in_language(tag).text if self.site_name in names.root.values() else self.site_name

    def absolute(self, address: Address) -> str:
        """Give the whole address of a page or file, or nothing where the site does not know its own."""
        return f"{self.site_url}{address}" if self.site_url else ""

    def from_root(self, address: Address) -> str:
        """Give a link that works from any depth of the host, as the page for missing addresses needs."""
        return f"{urlsplit(self.site_url).path or '/'}{address}"

    def country(self, code: str, tag: str, day: date | None = None) -> Phrase:
        """Name a country for readers of a language: as the register does, as of a `day` where one is given."""
        return country_name(code, tag, self.countries, self.issuer, day)

    def organisation(self, entry: str, tag: str) -> Phrase:
        """Give an organisation's name in a language: the register's, or else what the author wrote."""
        known = self.organisations.get(entry)
        return known.names.in_language(tag) if known else Phrase(entry, UNDETERMINED)

    def topic(self, entry: str, tag: str) -> Phrase:
        """Give a topic's name in a language: the register's, or else what the author wrote."""
        known = self.topics.get(entry)
        return known.names.in_language(tag) if known else Phrase(entry, UNDETERMINED)

    def person(self, entry: str, tag: str) -> Phrase:
        """Give the name of a person of the register in a language."""
        known = self.people.get(entry)
        return known.names.in_language(tag) if known else Phrase(entry, UNDETERMINED)

    def side(self, side: Side, tag: str, day: date | None = None) -> Phrase:
        """Give the name of a country or organisation in a language, a country's as of a `day` where one is given."""
        if side.organisation:
            return self.organisation(side.organisation, tag)
        return self.country(side.country, tag, day) if side.country else Phrase("", tag)


def mark(phrase: Phrase, page_language: str) -> Marked:
    """Mark words with their language where it is not the page's.

    Words of no declared language are taken for the page's, unless their script says otherwise.
    """
    if phrase.language == UNDETERMINED:
        return mark_name(phrase.text, page_language)
    if phrase.language == page_language or not phrase.text:
        return Marked(phrase.text)
    return Marked(phrase.text, phrase.language, language(phrase.language).direction)


def mark_words(words: Words, page_language: str) -> Marked:
    """Choose the words for a page and mark them where they are in another language."""
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
