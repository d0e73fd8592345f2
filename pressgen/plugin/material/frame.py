"""What pressgen's versions of the theme's templates show, under the name `pressgen`."""

from __future__ import annotations

from dataclasses import dataclass

from pressgen.languages import language as language_of


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What stands around the content of a page in a language.

    `search_box` and `colophon` are HTML, or nothing. `archive` is true for pages of the archive.
    """

    language: str = "en"
    search_box: str = ""
    colophon: str = ""
    archive: bool = False

    @property
    def menu(self) -> str:
        """What the button says that opens the menu on narrow screens."""
        return language_of(self.language).say("menu")

    @property
    def sections(self) -> str:
        """The name of the ways into the site, for those who do not see them."""
        return language_of(self.language).say("sections")

    @property
    def languages(self) -> str:
        """The name of the links to other languages, for those who do not see them."""
        return language_of(self.language).say("languages")
