"""Choose a few pages of a built site that together have everything that the site has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from tests.proof.checker import BuiltSite

_PARTS = ("releases", "countries", "people", "organisations", "topics", "kinds", "calendar", "ledger", "search")


def kind_of(path: str, languages: frozenset[str]) -> str:
    """Return the kind of the page at a path: its address, with a word for each part that is particular to it."""
    first, *rest = path.split("/")
    if first not in languages:
        return re.sub(r"[^/]+(?=/)", "page", path)
    if rest[0] not in _PARTS:
        return "docs" if rest[0] else "home"
    return "/".join((rest[0], *(_word(one) for one in rest[1:] if one)))


def _word(folder: str) -> str:
    if re.fullmatch(r"\d{4}-\d{4}", folder):
        return "years"
    if re.fullmatch(r"\d{4}", folder):
        return "year"
    if re.fullmatch(r"\d{2}", folder):
        return "month"
    return "one"


def sample(site: BuiltSite, languages: frozenset[str], only: frozenset[str] | None = None) -> list[str]:
    """Return the paths of pages that together show every kind of page, and every class of element, in each language.

    `only` leaves out the languages that are not in it. Greedy: the page that shows most that no other has shown comes
    first, so that the pages are few; the same site always gives the same pages.
    """
    left = {
        address: features
        for address, page in site.pages.items()
        if not page.redirect and (only is None or page.language in only)
        if (features := set(_features(site, address, languages)))
    }
    shown: set[tuple[str, str]] = set()
    chosen = []
    while left:
        best = max(left, key=lambda address: (len(left[address] - shown), address))
        if left[best] <= shown:
            break
        shown |= left.pop(best)
        chosen.append(best.removeprefix(site.address))
    return chosen


def _features(site: BuiltSite, address: str, languages: frozenset[str]) -> Iterator[tuple[str, str]]:
    page = site.pages[address]
    path = urlsplit(address).path.removeprefix(urlsplit(site.address).path)
    yield page.language, kind_of(path, languages)
    for name in page.classes:
        # The theme's own elements, and the colours of code, are the same on every page of a kind.
        if not name.startswith(("md-", "language-")) and len(name) > 2:
            yield page.language, f".{name}"
