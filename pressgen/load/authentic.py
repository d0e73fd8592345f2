"""Texts that are said to be equally authentic: whether they are there, call themselves so, and are of one length."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pressgen.languages import language
from pressgen.load.names import printable
from pressgen.load.pair import EditionFile, ReleaseFiles
from pressgen.model import Translation
from pressgen.problems import Problem, codes


def authentic_texts(release: ReleaseFiles, taken: Collection[str], languages: Collection[str]) -> Iterator[Problem]:
    """Report where the texts of `authoritative` languages cannot be what the release says of them.

    `taken` are the languages that the release has files in, readable or not; `languages` are the site's.
    """
    original = release.original
    by_language = {file.language: file for file in release.files}
    for index, tag in enumerate(original.front.authoritative):
        place = original.parsed.marks.value("authoritative", index)
        file = by_language.get(tag)
        if file is None:
            if tag not in taken and tag in languages:
                message = f"the text in {language('en').name_of(tag)} is said to be authentic, and there is none"
                hint = f"add the file '{printable(original.source.stem)}.{tag}.md', or take '{tag}' away"
                yield codes.AUTHENTIC_TEXTS.at(place, message, hint)
        elif file is not original:
            yield from _compared(original, file, f"{original.path}:{place.line}")


def _compared(original: EditionFile, file: EditionFile, where: str) -> Iterator[Problem]:
    marks, translation = file.parsed.marks, file.front.translation
    if translation not in (None, Translation.OFFICIAL):
        message = f"this is a {translation} translation, and {where} says that its text is authentic"
        hint = f"take `translation` away here, or '{file.language}' there"
        yield codes.AUTHENTIC_TEXTS.at(marks.value("translation"), message, hint)
        return
    ours, theirs = original.parsed.paragraphs, file.parsed.paragraphs
    what, number = ("numbered paragraphs", 0) if ours[0] or theirs[0] else ("paragraphs", 1)
    if ours[number] != theirs[number]:
        counted = f"{theirs[number]} {what} here, and {ours[number]} in the original"
        message = f"{counted}: both texts are said to be authentic"
        hint = f"compare it with {original.path}, or take '{file.language}' out of `authoritative`"
        yield codes.AUTHENTIC_TEXTS.at(marks.key(), message, hint)
