"""A page that leads from an older address to a release: two addresses go in, the bytes of a small page come out."""

from __future__ import annotations

from dataclasses import dataclass

from pressgen.addresses import Address, relative
from pressgen.languages import language
from pressgen.views.templates import render


@dataclass(frozen=True, slots=True)
class RedirectView:
    """What the template may see: the new address, for links and, where the site knows its own, whole."""

    href: str
    canonical: str


def redirect(source: Address, target: Address, site_url: str = "") -> bytes:
    """Give the page at `source` that leads the reader to `target`, without script and also by hand.

    It stands alone, in English and with nothing but a link, since a browser leaves it at once.
    """
    view = RedirectView(relative(source, target), f"{site_url}{target}" if site_url else "")
    return render("redirect.html", view, language("en")).encode()
