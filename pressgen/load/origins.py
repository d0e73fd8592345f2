"""Where releases are written: what problems, links and copies need to know, and no page may depend on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pressgen.load.names import printable
from pressgen.problems import Place


@dataclass(frozen=True, slots=True)
class Origins:
    """Where releases are written in a project.

    `editions` holds the path of each edition's file from the project's folder, by the release's id and the language.
    `references` holds, by the same, the line and column of each reference of its text. `files` holds where each file
    that a release publishes is read, by the release's id and the file's name.
    """

    editions: Mapping[tuple[str, str], str] = field(default_factory=dict)
    references: Mapping[tuple[str, str], tuple[tuple[int, int], ...]] = field(default_factory=dict)
    files: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def path(self, release: str, language: str) -> str:
        """Return the path of an edition's file from the project's folder."""
        return self.editions[release, language]

    def place(self, release: str, language: str, reference: int) -> Place:
        """Return the place of a reference, by its number in the edition's text."""
        return Place(printable(self.path(release, language)), *self.references[release, language][reference])

    def folders(self) -> Mapping[str, str]:
        """Map the path of each release's own folder, whether it exists or not, to the release's id."""
        return {
            path.removesuffix(".md").removesuffix(f".{language}"): release
            for (release, language), path in self.editions.items()
        }


NOWHERE = Origins()
"""The origins of releases that were not read from files."""
