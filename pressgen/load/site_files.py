"""Check the files of `docs/` that options name: the pages of the colophon's links, and the emblem."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path

from pressgen.load.docs import MARKDOWN
from pressgen.load.pictures import size_of
from pressgen.model import fields_of_words, is_picture
from pressgen.problems import Problem, codes
from pressgen.settings import Location, PlaceOf, Settings, SiteLinks, is_complete_address

_DRAWING = ".svg"
_BEGINNING = 4096
"""How many bytes of a drawing are read to find its root."""


def problems_of_named_files(
    settings: Settings, docs: Path, docs_dir: str, files: Collection[str], place: PlaceOf
) -> Iterator[Problem]:
    """Report links of the colophon to pages that do not exist, and an emblem that is no picture.

    `files` are the paths in the folder `docs`, which problems call `docs_dir`.
    """
    pages = [file for file in files if file.endswith(MARKDOWN)]
    for key in fields_of_words(SiteLinks):
        for tag, target in getattr(settings.links, key).root.items():
            if not is_complete_address(target) and target not in pages:
                location: Location = ("links", key) if tag == "und" else ("links", key, tag)
                message = f"there is no page '{target}' in {docs_dir} (option 'links.{key}')"
                near = get_close_matches(target, pages, n=1)
                otherwise = "name a page there, such as imprint.md, or a complete address that begins with https://"
                hint = f"did you mean '{near[0]}'?" if near else otherwise
                yield codes.WRONG_OPTION.at(place(location, at_key=False), message, hint, "links")
    if emblem := settings.issuer.emblem:
        yield from _emblem(emblem, docs, docs_dir, files, place)


def _emblem(emblem: str, docs: Path, docs_dir: str, files: Collection[str], place: PlaceOf) -> Iterator[Problem]:
    where = place(("issuer", "emblem"), at_key=False)
    if emblem not in files:
        near = get_close_matches(emblem, files, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"write its path below {docs_dir}, such as assets/arms.svg"
        message = f"there is no file '{emblem}' in {docs_dir} (option 'issuer.emblem')"
        yield codes.WRONG_OPTION.at(where, message, hint, "issuer")
    elif not _is_drawn(docs / emblem):
        message = f"'{emblem}' is no picture that browsers show (option 'issuer.emblem')"
        yield codes.WRONG_OPTION.at(where, message, "take an SVG drawing, or a PNG, JPEG, WebP or AVIF", "issuer")


def _is_drawn(file: Path) -> bool:
    if file.suffix.lower() == _DRAWING:
        with file.open("rb") as opened:
            return b"<svg" in opened.read(_BEGINNING)
    return is_picture(file.name) and size_of(str(file)) is not None
