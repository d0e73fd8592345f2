"""Warn of options that are valid and probably wrong: a colour too pale to read, a bad address, missing words."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from pressgen.languages import language
from pressgen.model import Words
from pressgen.problems import Place, Problem, codes
from pressgen.settings.options import PlaceOf, Settings

READABLE = 4.5
"""The least contrast of a text with its background: https://www.w3.org/TR/WCAG22/#contrast-minimum"""


def contrast_with_white(colour: str) -> float:
    """Return the contrast of a colour (`#rrggbb`) with white, from 1 to 21.

    The formula is that of https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    """
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)  # noqa: PLR2004
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def readable(colour: str) -> str:
    """Return the lightest colour of the same hue that can be read on white."""
    shares = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    for percent in range(100, -1, -1):
        darker = "#" + "".join(f"{share * percent // 100:02x}" for share in shares)
        if contrast_with_white(darker) >= READABLE:
            return darker
    return "#000000"


def option_problems(settings: Settings, place: PlaceOf) -> Iterator[Problem]:
    """Warn of options that are probably wrong."""
    yield from _colour(settings, place)
    yield from _words(settings, place)


def _colour(settings: Settings, place: PlaceOf) -> Iterator[Problem]:
    contrast = contrast_with_white(settings.colour)
    if contrast < READABLE:
        # Cut, not rounded: 4.49 is not 4.5.
        ratio = int(contrast * 10) / 10
        message = f"'{settings.colour}' has a contrast of {ratio}:1 on white (option 'colour'); text needs {READABLE}:1"
        hint = f"take a darker one: '{readable(settings.colour)}' is of the same hue and can be read"
        yield codes.PALE_COLOUR.at(place(("colour",), at_key=False), message, hint)


def _words(settings: Settings, place: PlaceOf) -> Iterator[Problem]:
    """Warn of words of the letterhead that are missing in languages of the site."""
    if "issuer" not in settings.model_fields_set:
        return
    for key in ("name", "state", "motto", "place"):
        words: Words = getattr(settings.issuer, key)
        # Plain text serves all languages for a motto or a city; a ministry's name is in one language.
        in_one = words.root.keys() == {"und"} and key in {"name", "state"}
        missing = [tag for tag in settings.languages if words and not said_in(words, tag)]
        missing = list(settings.languages[1:]) if in_one else missing
        if missing:
            named = spoken(missing)
            hint = f"add them: {{{', '.join(f'{tag}: …' for tag in missing)}}}"
            if others := [tag for tag in words.root if tag != "und" and tag not in settings.languages]:
                hint += f"; '{others[0]}' is no language of this site"
            message = f"the words of option 'issuer.{key}' are missing in {named}"
            yield codes.MISSING_WORDS.at(place(("issuer", key), at_key=False), message, hint)


def said_in(words: Words, tag: str) -> bool:
    """True if there are words in a language or in a variety of it, or words for all languages."""
    main = tag.partition("-")[0]
    return any(other == "und" or other.partition("-")[0] == main for other, text in words.root.items() if text)


def spoken(tags: list[str]) -> str:
    """Write the names of languages for a message."""
    english = language("en")
    return english.join(english.name_of(tag) for tag in tags)


def complete_site_url(site_url: str | None) -> str:
    """Return a site's address with one slash at its end, or nothing if the site does not know its own."""
    return site_url.rstrip("/") + "/" if site_url else ""


def site_url_problem(site_url: str, place: Place) -> Problem | None:
    """Report a site's address that has no scheme or no host."""
    parts = urlsplit(site_url)
    if not site_url or (parts.scheme in {"http", "https"} and parts.netloc):
        return None
    bare = site_url.partition("://")[2] or site_url.lstrip("/")
    message = f"'{site_url}' is no address of a site (option 'site_url'): it begins with https:// or http://"
    return codes.WRONG_SITE_URL.at(place, message, f"write site_url: https://{bare.rstrip('/')}/")
