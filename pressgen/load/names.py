"""A file's name goes in; the release's id and the language that it says come out, with what is wrong about it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from pressgen import languages
from pressgen.frontmatter import language_problem, mended_slug, slug_fault
from pressgen.problems import Place, Problem, codes


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
        """Give the path of the folder that the file stands in."""
        return self.path.rpartition("/")[0]

    @property
    def own_folder(self) -> str:
        """Give the path of the folder for the release's own files, whether it exists or not."""
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
    """Give an attachment's path in the release's own folder, also where it is written with that folder's name."""
    path = unicodedata.normalize("NFC", file).removeprefix("./")
    return path.removeprefix(f"{stem}/")


def source_of(path: str, file: str, tags: tuple[str, ...]) -> Source:
    """Read what the name of an edition's file says: `<slug>.<language>.md`."""
    name = path.rpartition("/")[2]
    place = Place(printable(path))
    base, _, ending = name.rpartition(".")
    slug_problem = None
    if ending != "md":
        proposed = f"{base}.md"
        message = f"the file's name ends with .{printable(ending)}"
        slug_problem = codes.BAD_SLUG.at(place, message, f"rename it to '{printable(proposed)}'")
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
        slug_problem = _slug_problem(stem, suffix if language == suffix else "", fault, place)
    return Source(path, file, stem, language, wrong_language, slug_problem)


def _is_language_like(suffix: str, tags: tuple[str, ...]) -> bool:
    low = suffix.lower().replace("_", "-")
    return (
        low in {tag.lower() for tag in tags}
        or languages.is_language(suffix)
        or languages.is_language(low)
        or (len(suffix) in {2, 3} and suffix.isalpha() and suffix.isascii())
        or (len(suffix) == 2 and languages.is_country(suffix.upper()))  # noqa: PLR2004
        or suffix.lower() in {"eng", "english", "khmer", "french", "arabic"}
    )


def _language_problem(suffix: str, stem: str, place: Place, tags: tuple[str, ...]) -> Problem:
    problem = language_problem(suffix, place, "", tags)
    near = next((tag for tag in tags if tag.lower() == suffix.lower().replace("_", "-")), "")
    if near:
        message = f"unknown language '{printable(suffix)}'"
        return codes.UNKNOWN_LANGUAGE.at(place, message, f"rename the file to '{printable(stem)}.{near}.md'")
    return problem


def _slug_problem(stem: str, suffix: str, fault: str, place: Place) -> Problem:
    proposed = mended_slug(stem)
    name = f"{proposed}.{suffix}.md" if suffix else f"{proposed}.md"
    hint = f"rename it to '{name}'" if proposed else "use the letters a to z, digits and single hyphens"
    return codes.BAD_SLUG.at(place, f"the slug '{printable(stem)[:120]}' {fault}", hint)
