"""What is wrong with the name of a file, whatever the file holds."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from pressgen.load.names import printable
from pressgen.problems import Place, Problem, codes


def doubled_names(paths: Sequence[str], folder: str) -> Iterator[Problem]:
    """Report files whose names are one once their letters are composed, or where capitals do not count."""
    composed: dict[str, str] = {}
    folded: dict[str, str] = {}
    for path in paths:
        name = unicodedata.normalize("NFC", path)
        place = Place(printable(f"{folder}/{path}" if folder else path))
        other = composed.setdefault(name, path)
        if other != path:
            message = f"this name and '{escaped(other)}' are one: their accents are only stored in two ways"
            yield codes.DOUBLED_NAME.at(place, message, "remove one of the two, or give it another name")
            continue
        alike = folded.setdefault(name.casefold(), path)
        if alike != path:
            message = f"this name and '{printable(alike)}' differ only in capitals"
            yield codes.NAMES_DIFFER_IN_CASE.at(place, message, "give one of the two another name")


def escaped(path: str) -> str:
    """Write a path in letters of which nobody doubts how they are stored."""
    return path.encode("ascii", "backslashreplace").decode()


def not_utf8(place: Place) -> Problem:
    """Report a file or folder whose name is no text."""
    hint = "rename it; the letters a to z, digits and hyphens always serve"
    return codes.NAME_NOT_UTF8.at(place, "this name is not UTF-8 text, so it has no address", hint)


def is_utf8(path: str) -> bool:
    """Return whether a path's name is text: others have no address."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True
