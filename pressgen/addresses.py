"""Where everything is in the site: a language and an id go in, an address comes out.

An address is the path of a page or file below the site's root, without a leading slash: a page's ends with a
slash (`en/releases/<slug>/`), the root's is empty. Addresses are for ever; nothing else builds one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType
from urllib.parse import quote

from pressgen.settings import Settings

Address = NewType("Address", str)

CHOOSER = Address("")
NOT_FOUND = Address("404.html")
SITEMAP = Address("sitemap.xml")
STYLE = Address("assets/pressgen/ministry.css")


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one site: `prefixed` where it has more than one language."""

    prefixed: bool

    @classmethod
    def of(cls, settings: Settings) -> Addresses:
        """Give the addresses of the site with these settings."""
        return cls(prefixed=len(settings.languages) > 1)

    def home(self, language: str) -> Address:
        """Give the home page's address."""
        return Address(f"{language}/" if self.prefixed else "")

    def releases(self, language: str) -> Address:
        """Give the address of the whole archive."""
        return Address(f"{self.home(language)}releases/")

    def year(self, language: str, year: int) -> Address:
        """Give the address of one year of the archive."""
        return Address(f"{self.releases(language)}{year:04}/")

    def release(self, language: str, release: str) -> Address:
        """Give a release's address."""
        return Address(f"{self.releases(language)}{release}/")

    def file(self, release: str, name: str) -> Address:
        """Give the address of a release's photograph or annex, the same for every language."""
        return Address(f"releases/{release}/{quote(name)}")

    def alias(self, alias: str) -> Address:
        """Give the address that an older one of a release redirects from, as its author wrote it."""
        path = quote(alias.strip("/"), safe="/%")
        return Address(path if path.endswith((".html", ".htm")) else f"{path}/")


def file_of(address: Address) -> str:
    """Give the path of the file that a host serves at `address`."""
    return f"{address}index.html" if address == "" or address.endswith("/") else address


def relative(source: Address, target: Address) -> str:
    """Give the link from the page at `source` to `target`, which works below any path of a host."""
    return "../" * source.count("/") + target or "./"
