"""What every part of a release's page is made from: one edition of a release, at one address of the site."""

from __future__ import annotations

from dataclasses import dataclass

from pressgen.addresses import Address, relative
from pressgen.languages import Language
from pressgen.model import Edition, Record, Release
from pressgen.views.facts import SiteFacts
from pressgen.views.templates import in_own_language


@dataclass(frozen=True, slots=True)
class Shown:
    """An edition of a release on the page at `address`, with the words of its language."""

    facts: SiteFacts
    release: Release
    edition: Edition
    words: Language
    address: Address

    @property
    def record(self) -> Record:
        """The facts of the release."""
        return self.release.record

    @property
    def tag(self) -> str:
        """The edition's language."""
        return self.edition.language

    def say(self, key: str, **values: str) -> str:
        """Give interface words fit for the page."""
        return in_own_language(self.words.say(key, None, **values), self.words)

    def to(self, target: Address) -> str:
        """Give the link from the page to an address of the site."""
        return relative(self.address, target)

    def to_release(self, tag: str, release: str) -> str:
        """Give the link from the page to a release in a language."""
        return self.to(self.facts.addresses.release(tag, release))
