"""Declare the style sheets, scripts and fonts of every page.

A page asks for one style sheet for the screen, one for print and one script. They are bundled from the files in
`pressgen/assets`; the search brings its own files.
"""

from __future__ import annotations

import string
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from pathlib import Path

from pressgen import addresses
from pressgen.languages import language
from pressgen.site.materials import Materials
from pressgen.site.output import Call, FileOutput, Output, copy_output
from pressgen.views.script_words import script_words

FOLDER = Path(str(resources.files("pressgen"))) / "assets"
"""The sources; below it everything stands as it does below `addresses.ASSETS`, so that links of style sheets hold."""

SCREEN_STYLES = (
    "fonts",
    "tokens",
    "theme",
    "masthead",
    "page",
    "letterhead",
    "release",
    "text",
    "lists",
    "home",
    "search",
    "search-box",
    "exports",
    "accessibility",
    "side-by-side",
    "profiles",
    "charts",
    "grid",
)
"""The style sheets of the bundle for the screen in their order, below `css/`: variables before what uses them."""

PRINT_STYLES = ("print",)
"""The style sheets of the bundle for print, which comes after the one for the screen and overrides it."""

FEED_STYLES = ("feed",)
"""The style sheet of feeds, which have no other."""

SCRIPTS = ("early", "print", "cite", "copy", "masthead", "colours", "tabs")
"""The scripts of every page, below `js/`. It stands in the head; everything can be read without them as well."""


def asset_outputs(site: Materials) -> Iterator[Output]:
    """Declare the bundles, the script that stands alone, and the fonts with their licence."""
    colour = site.settings.colour
    yield FileOutput(addresses.SCREEN_STYLE, Call.of(screen_style, colour, _sources("css", SCREEN_STYLES)))
    yield FileOutput(addresses.PRINT_STYLE, Call.of(print_style, site.languages, _sources("css", PRINT_STYLES)))
    if site.facts.site_url:
        yield FileOutput(addresses.FEED_STYLE, Call.of(feed_style, colour, _sources("css", FEED_STYLES)))
    yield FileOutput(addresses.SCRIPT, Call.of(script, site.languages, _sources("js", SCRIPTS)))
    yield copy_output(addresses.REDIRECT_SCRIPT, str(FOLDER / "js" / "redirect.js"))
    for font in sorted((FOLDER / "fonts").iterdir()):
        yield copy_output(f"{addresses.ASSETS}fonts/{font.name}", str(font))


def screen_style(colour: str, sources: Sequence[bytes]) -> bytes:
    """Return the style sheet for the screen, which begins with the ministry's colour (`#rrggbb`)."""
    return f":root {{\n  --pressgen-colour: {colour};\n}}\n\n".encode() + joined(sources)


def print_style(languages: Sequence[str], sources: Sequence[bytes]) -> bytes:
    """Return the style sheet for print, which ends with the digits of page numbers in the languages of the site."""
    return joined([*sources, "".join(_page_numbers(tag) for tag in languages).encode()])


def _page_numbers(tag: str) -> str:
    """Write the rules by which the sheets of pages in a language are counted in its digits; none for those of ASCII."""
    digits = language(tag).digits(string.digits)
    if digits == string.digits:
        return ""
    symbols = " ".join(f'"{digit}"' for digit in digits)
    return (
        f"@counter-style pg-{tag} {{\n  system: numeric;\n  symbols: {symbols};\n}}\n\n"
        f"html:lang({tag}) {{\n  --pg-figures: pg-{tag};\n}}\n\n"
    )


def feed_style(colour: str, sources: Sequence[bytes]) -> bytes:
    """Return the style sheet of feeds, which begins with the ministry's colour (`#rrggbb`)."""
    return f"feed {{\n  --pressgen-colour: {colour};\n}}\n\n".encode() + joined(sources)


def script(languages: Sequence[str], sources: Sequence[bytes]) -> bytes:
    """Return one script of several, each in a block of its own, so that none sees the names of another.

    Before them stands what they say in the languages of the site.
    """
    return joined([script_words(languages), *(b"{\n" + source + b"}\n" for source in sources)])


def joined(sources: Sequence[bytes]) -> bytes:
    """Return files of text, one behind the other, an empty line between them."""
    return b"\n".join(sources)


@cache
def _sources(kind: str, names: tuple[str, ...]) -> tuple[bytes, ...]:
    """Read the files of a bundle; `kind` is their folder and ending."""
    return tuple((FOLDER / kind / f"{name}.{kind}").read_bytes() for name in names)
