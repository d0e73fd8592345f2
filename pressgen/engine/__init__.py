"""Make the files of a site from its declared outputs: what has changed since the last build, by several processes.

An output depends on its declaration alone, and so does a parsed file on its own bytes, so that both can be made in any
order (`pool`), and need not be made where nothing of it has changed. Planning (`plan`) says which slices of the site
are as they were; making (`make`) makes the outputs of the others that differ; publishing (`finishing`) puts them into
the site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from pressgen.engine import progress
from pressgen.engine.making import Made, Workshop, make_planned
from pressgen.engine.planning import Plan, plan
from pressgen.engine.pool import apart, windows, without_collection
from pressgen.engine.publishing import tree_of
from pressgen.engine.writing import OutputWriter
from pressgen.site.output import IndexOutput, Output, PageOutput, Shells

__all__ = ["Made", "Plan", "Workshop", "each", "make", "plan", "without_collection", "write_all"]

Item = TypeVar("Item")
Result = TypeVar("Result")


def make(planned: Plan, shop: Workshop) -> Made:
    """Make the outputs of a plan that differ from what is in the site, each page in the shell of its key.

    Raises OSError where the folder cannot be written or the site not be read; an error that making an output raises,
    with a note that names its path; of several the first in the order of the outputs.
    """
    return make_planned(planned, shop, tree_of(shop.site))


def write_all(outputs: Iterable[Output], shells: Shells, folder: Path) -> None:
    """Write every output but a search index below `folder`, whose files it replaces. Raises as `make`."""
    # All at once: whatever a process touches after a fork is copied, so that every further fork costs its memory anew.
    files = [output for output in outputs if not isinstance(output, IndexOutput)]
    keys = dict.fromkeys(output.shell for output in files if isinstance(output, PageOutput))
    progress.stage("making pages and files", len(files))
    apart(OutputWriter(str(folder), {key: shells(key) for key in keys}).write, files)


def each(function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
    """Yield the results of a function for every item in their order, as `map` does, in several processes if it pays.

    The processes inherit the items; the results are pickled.
    """
    for window in windows(items):
        yield from apart(function, window)
