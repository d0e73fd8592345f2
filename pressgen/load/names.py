"""Read the release's id and the language from a file's name, and find what is wrong with names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from pressgen import languages
from pressgen.frontmatter import SLUG, language_problem, slug_fault
from pressgen.load.misnamed import edition_meant, original_of, tag_meant
from pressgen.problems import Place, Problem, codes

_PROPER = re.compile(rf"{SLUG.pattern}(\.[A-Za-z]{{2,3}}([_-][A-Za-z0-9]{{2,4}})*)?")
"""A name, without ending, that is a slug with or without a language, whatever words are in it."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the releases' folder that holds an edition, and what its name says.

    `path` is relative to the project's folder; `file` is where to read it. `stem` is the name without language and
    ending. `language` is empty where the name gives one that cannot be used. `slug_problem` is told unless the
    front matter's `slug` overrides the name.
    """

    path: str
    file: str
    stem: str
    language: str
    language_problem: Problem | None = None
    slug_problem: Problem | None = None

    @property
    def folder(self) -> str:
        """Return the path of the folder that the file stands in."""
        return self.path.rpartition("/")[0]

    @property
    def own_folder(self) -> str:
        """Return the path of the folder for the release's own files, whether it exists or not."""
        return f"{self.folder}/{self.stem}" if self.folder else self.stem


def printable(text: str) -> str:
    """Write a path for a message: what cannot be printed on one line is written as an escape."""
    if text.isprintable() and text.isascii():
        return text
    return "".join(
        letter if letter.isprintable() or unicodedata.category(letter) in {"Mn", "Mc"} else ascii(letter)[1:-1]
        for letter in text
    )


def attachment_name(file: str, stem: str) -> str:
    """Return an attachment's path in the release's own folder, also where it is written with that folder's name."""
    path = unicodedata.normalize("NFC", file).removeprefix("./")
    return path.removeprefix(f"{stem}/")


def source_of(path: str, file: str, tags: tuple[str, ...]) -> Source:
    """Read what the name of an edition's file says: `<slug>.<language>.md`."""
    name = path.rpartition("/")[2]
    place = Place(printable(path))
    base, _, ending = name.rpartition(".")
    slug_problem = None
    if ending != "md":
        proposed = edition_meant(name, tags) or f"{printable(base)}.md"
        message = f"the file's name ends with .{printable(ending)}"
        slug_problem = codes.BAD_SLUG.at(place, message, f"rename it to '{proposed}'")
    stem, dot, suffix = base.rpartition(".")
    if not dot:
        stem, suffix = base, ""
    wrong_language = None
    language = suffix if suffix in tags else "" if suffix else tags[0]
    if suffix and not language:
        if _is_language_like(suffix, tags):
            wrong_language = _language_problem(suffix, stem, place, tags)
        else:
            # What stands behind the last dot is no language: the dots belong to the slug.
            stem, language = base, tags[0]
    fault = slug_fault(stem)
    if fault and not slug_problem:
        slug_problem = _slug_problem(name, stem, fault, place, tags)
    return Source(path, file, stem, language, wrong_language, slug_problem)


def _is_language_like(suffix: str, tags: tuple[str, ...]) -> bool:
    low = suffix.lower().replace("_", "-")
    return (
        bool(tag_meant(suffix, tags))
        or languages.is_language(suffix)
        or languages.is_language(low)
        or (len(suffix) in {2, 3} and suffix.isalpha() and suffix.isascii())
        or (len(suffix) == 2 and languages.is_country(suffix.upper()))  # noqa: PLR2004
        or suffix.lower() in {"eng", "english", "khmer", "french", "arabic"}
    )


def _language_problem(suffix: str, stem: str, place: Place, tags: tuple[str, ...]) -> Problem:
    problem = language_problem(suffix, place, "", tags)
    spoken = languages.language_of_country(suffix.upper())
    if meant := tag_meant(suffix, tags) or (spoken if spoken in tags else ""):
        name = f"{printable(stem)}.{meant}.md" if not slug_fault(stem) else edition_meant(f"{stem}.{meant}.md", tags)
        return problem.code.at(place, problem.message, f"rename the file to '{name}'")
    return problem


def copy_problem(path: str, beside: Container[str]) -> Problem | None:
    """Report an edition's file whose name says that it is a copy; nothing where it says no such thing.

    `beside` are the names of the files in its folder.
    """
    name = path.rpartition("/")[2]
    # Nearly all names are right, and there are thousands: they are not looked at further.
    original = "" if _PROPER.fullmatch(name.rpartition(".")[0]) else original_of(name)
    if not original:
        return None
    place = Place(printable(path))
    shown_name = printable(original)
    if original in beside:
        message = f"this looks like a copy of '{shown_name}', which stands beside it"
        return codes.BAD_SLUG.at(place, message, "compare the two, and remove one")
    hint = f"rename it to '{shown_name}' if it is the only one; else remove it"
    return codes.BAD_SLUG.at(place, f"this looks like a copy of '{shown_name}'", hint)


def _slug_problem(name: str, stem: str, fault: str, place: Place, tags: tuple[str, ...]) -> Problem:
    proposed = edition_meant(name, tags)
    hint = f"rename it to '{proposed}'" if proposed else "use the letters a to z, digits and single hyphens"
    return codes.BAD_SLUG.at(place, f"the slug '{printable(stem)[:120]}' {fault}", hint)


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
