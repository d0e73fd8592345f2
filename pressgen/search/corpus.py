"""All that a site hands to the search: plain values, from which its files follow."""

from __future__ import annotations

from dataclasses import dataclass

from pressgen.search.catalogue import ReleaseFacts
from pressgen.search.entries import EntrySource
from pressgen.search.results import ResultSource

Label = str | tuple[str, str, str]
"""The name of a value; with its language and direction where the page has to mark it."""
Labels = tuple[tuple[str, tuple[tuple[str, Label], ...]], ...]
"""For each filter the names of its values in the order in which they are shown: `((filter, ((value, name), …)), …)`."""


@dataclass(frozen=True, slots=True)
class LanguageFacts:
    """A language of the site: the scripts that it is written in, and what it calls filters and shows of each entry."""

    tag: str
    scripts: tuple[str, ...]
    labels: Labels = ()
    results: tuple[ResultSource, ...] = ()


@dataclass(frozen=True, slots=True)
class TextFile:
    """The text of an entry that is no release, of which excerpts are shown; `path` is below the search's folder."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Corpus:
    """What can be found: `languages`, the first of the site first, and `entries`, whose places are their numbers.

    The first entries are the listed releases, from the oldest on. `releases` has the facts by which they are filtered,
    with values of each of `facets`; `others` has the languages of each further entry.
    """

    languages: tuple[LanguageFacts, ...]
    entries: tuple[EntrySource, ...]
    facets: tuple[str, ...] = ()
    releases: tuple[ReleaseFacts, ...] = ()
    others: tuple[tuple[str, ...], ...] = ()
    texts: tuple[TextFile, ...] = ()
