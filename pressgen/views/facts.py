"""What every view may know of the site: its settings and register go in, names, links and marked words come out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from urllib.parse import urlsplit

from pressgen.addresses import Address, Addresses
from pressgen.languages import default_language_of_script, language, scripts_of
from pressgen.letters import decoded
from pressgen.model import (
    Entry,
    Issuer,
    Phrase,
    Register,
    Side,
    Words,
    country_name,
)
from pressgen.model.groups import COUNTRIES, Subject, subject_of
from pressgen.settings import Settings
from pressgen.text.script_table import first_script

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
    then nothing absolute is written. `addresses` says where everything is.
    """

    settings: Settings
    site_name: str
    site_url: str = ""
    register: Register = field(default_factory=Register)
    # Every page asks where everything is some thirty times.
    addresses: Addresses = field(init=False, repr=False, compare=False)

    @classmethod
    def of(cls, settings: Settings, register: Register, *, site_name: str, site_url: str) -> SiteFacts:
        """Give the facts of a site with these settings and this register; its name is read as all words are."""
        return cls(settings, decoded(site_name), site_url, register)

    def __post_init__(self) -> None:
        object.__setattr__(self, "addresses", Addresses.of(self.settings))

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

    def entry(self, subject: Subject) -> Entry | None:
        """Return what the register says of an entry of a group, or nothing."""
        return self.register.entries(subject.group).get(subject.id)

    def name(self, subject: Subject, tag: str, day: date | None = None) -> Phrase:
        """Name an entry of a group for readers of a language: a country as of a `day`, where one is given.

        What the register does not have is called as the author wrote it.
        """
        if subject.group is COUNTRIES:
            return country_name(subject.id, tag, self.register.countries, self.issuer, day)
        if subject.group.words:
            words, key = language(tag), f"{subject.group.words}-{subject.id}"
            return Phrase(words.say(key), words.foreign(key) or tag)
        entry = self.entry(subject)
        return entry.names.in_language(tag) if entry else Phrase(subject.id, UNDETERMINED)

    def side(self, side: Side, tag: str, day: date | None = None) -> Phrase:
        """Name a country or organisation in a language, a country as of a `day` where one is given."""
        return self.name(subject_of(side), tag, day) if side != Side() else Phrase("", tag)


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
