"""Find what is not public yet in files that plugins and themes add, and in rendered pages.

The folder of pages is checked before the build. Other plugins add files during the build, and extensions of Markdown
include texts from anywhere, so those are checked as they come.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path

from mkdocs.structure.files import File, Files, InclusionLevel

from pressgen.load.identity import Releases
from pressgen.load.names import printable
from pressgen.load.origins import Origins
from pressgen.model import Release
from pressgen.problems import Place, Problem, codes

log = logging.getLogger("mkdocs.plugins.pressgen")

_HINT = "leave it out there: what stands among the releases is published by pressgen alone, when it is public"
_TAG = re.compile(r"<[^>]*>")
_SHORTEST = 20
"""Passages with fewer letters are not compared: other texts may have the same."""


@dataclass(frozen=True)
class Secrets:
    """The releases that are not public, and which files are those of releases.

    `project` is the folder that the paths of editions begin at.
    """

    hidden: Sequence[Release]
    releases: Releases
    project: Path
    origins: Origins

    def among(self, files: Files) -> Iterator[tuple[File, Problem]]:
        """Find the files that are files of releases, or contain the text of a hidden one, each with a problem."""
        for file in files:
            if file.inclusion.value <= InclusionLevel.DRAFT.value:
                continue
            path = file.abs_src_path
            if self._is_of_releases(path) if path else self._has_hidden_text(file):
                by = f"the plugin '{file.generated_by}'" if file.generated_by else "a plugin or the theme"
                message = f"{by} has added this, which is a file of the releases"
                yield file, codes.WAY_TO_RELEASES.at(Place(printable(file.src_uri)), message, _HINT)

    def said_in(self, html: str, source: str) -> Iterator[Problem]:
        """Report a page of `docs/` that contains the whole text of a hidden release."""
        if not self.hidden:
            return
        plain = _solid(unescape(_TAG.sub(" ", html)))
        for release, passages in self._passages:
            if all(passage in plain for passage in passages):
                message = f"this page says what the release '{release.id}' says, which is not public yet"
                yield codes.WAY_TO_RELEASES.at(Place(printable(source)), message, "take it out of the page until then")

    def _is_of_releases(self, path: str) -> bool:
        try:
            return self.releases.holds_file(path, os.stat(path))  # noqa: PTH116  # as the folder was looked through
        except OSError:
            return False

    def _has_hidden_text(self, file: File) -> bool:
        content = file.content_bytes if self.hidden else b""
        return any(text in content for text in self._texts)

    @cached_property
    def _texts(self) -> Sequence[bytes]:
        """The texts below the front matter, and the other files, of the releases that are not public."""
        texts: list[bytes] = []
        for release in self.hidden:
            paths = [self.project / self.origins.path(release.id, language) for language in release.editions]
            for path in [*paths, *(Path(self.origins.files[release.id, file.name]) for file in release.files)]:
                try:
                    data = path.read_bytes()
                except OSError:  # then no plugin can have read it either
                    continue
                text = data.split(b"\n---", 1)[-1].strip() if path.suffix == ".md" else data
                if len(text) >= _SHORTEST:
                    texts.append(text)
        return texts

    @cached_property
    def _passages(self) -> Sequence[tuple[Release, Sequence[str]]]:
        """The passages of the hidden releases' texts, an entry for each edition."""
        editions = (
            (release, _long(block.text for block in edition.body.blocks))
            for release in self.hidden
            for edition in release.editions.values()
        )
        return [(release, passages) for release, passages in editions if passages]


def _long(texts: Iterable[str]) -> Sequence[str]:
    return [solid for text in texts if len(solid := _solid(text)) >= _SHORTEST]


def _solid(text: str) -> str:
    """Return a text without spaces, which a page may have in other places."""
    return "".join(text.split())
