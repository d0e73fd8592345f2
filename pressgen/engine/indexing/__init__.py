"""Write the search index of a site: its parts are built by several processes, and kept from one build to the next.

All files stand below one folder of the site, which is emptied first.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from pressgen.engine import pool
from pressgen.engine.indexing.cache import IndexCache
from pressgen.engine.writing import write_file
from pressgen.problems import Place, Problem, codes
from pressgen.search.corpus import Corpus
from pressgen.search.stemming import StemmingError, version

__all__ = ["WrittenIndex", "forget", "unavailable", "write_index"]

Item = TypeVar("Item")
Result = TypeVar("Result")

_HINT = "install pressgen again with what it needs, or write 'search: false' into the options of pressgen"


def unavailable(place: Place) -> tuple[Problem, ...]:
    """Report, before anything is built, that the stemmers are missing without which there is no index."""
    try:
        version()
    except StemmingError as error:
        return (_problem(place, str(error)),)
    return ()


class WrittenIndex(NamedTuple):
    """The problems of an index, and the paths of its files that the site has already, which were not written."""

    problems: tuple[Problem, ...]
    standing: tuple[str, ...]


def _nothing_stands(_path: str) -> bool:
    return False


def write_index(
    corpus: Corpus, folder: Path, store: IndexCache, place: Place, stands: Callable[[str], bool] = _nothing_stands
) -> WrittenIndex:
    """Write the search index of a site to its folder, where nothing of an earlier one is left.

    `store` keeps what need not be built again; `stands` says of a path whether the site has a file there
    that an earlier build wrote. Where words cannot be indexed, which is a problem at `place`, everything else of the
    search is written. Raises OSError if the site's folder cannot be written.
    """
    # With numpy behind it, they take a tenth of a second to import, which commands that build nothing need not wait.
    from pressgen.search.index import index  # noqa: PLC0415
    from pressgen.search.indexing import IndexHost  # noqa: PLC0415

    shutil.rmtree(folder, ignore_errors=True)
    built = index(corpus, IndexHost(_share, store, stands))
    for name, content in built.files.items():
        if content is not None:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            write_file(str(path), content)
    missing = (_problem(place, built.unavailable),) if built.unavailable else ()
    standing = tuple(name for name, content in built.files.items() if content is None)
    return WrittenIndex((*missing, *_pruned(store, built.kept, place)), standing)


def forget(cache: Path, place: Place) -> Iterator[Problem]:
    """Remove all kept indexes, of a site that has no search any more."""
    return _pruned(IndexCache(cache), frozenset(), place)


def _share(function: Callable[[Item], Result], items: Sequence[Item], entries: int, /) -> Sequence[Result]:
    # Items of many entries each take long: whoever has made one takes the next.
    length = 1 if entries > len(items) else pool.RUN
    return pool.apart(function, items, pool.processes_for(entries), length)


def _pruned(store: IndexCache, kept: frozenset[str], place: Place) -> Iterator[Problem]:
    if left := store.keep_only(kept):
        path, error = left
        reason = (error.strerror or "no reason given").lower()
        message = f"the index of an earlier build cannot be removed from the cache: {path.name}: {reason}"
        yield codes.KEPT_WORDS.at(place, message, f"remove the folder {store.folder} yourself")


def _problem(place: Place, reason: str) -> Problem:
    return codes.NO_SEARCH_INDEX.at(place, f"the site has no search: {reason}", _HINT)
