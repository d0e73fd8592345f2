"""Make what a plan says, or write all outputs of a site: the steps of the engine that others call."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pressgen.engine import progress
from pressgen.engine.making import Made, Workshop, make_planned
from pressgen.engine.planning import Plan
from pressgen.engine.pool import apart
from pressgen.engine.publishing import tree_of
from pressgen.engine.writing import OutputWriter
from pressgen.site.output import IndexOutput, Output, PageOutput, Shells


def make(planned: Plan, shop: Workshop) -> Made:
    """Make the outputs of a plan that differ from what is in the site, each page in the shell of its key.

    Raises OSError where the folder cannot be written or the site not be read; an error that making an output raises,
    with a note that names its path; of several always the same.
    """
    return make_planned(planned, shop, tree_of(shop.site))


def write_all(outputs: Iterable[Output], shells: Shells, folder: Path) -> None:
    """Write every output but a search index below `folder`, whose files it replaces. Raises as `make`."""
    # All at once: whatever a process touches after a fork is copied, so that every further fork costs its memory anew.
    files = [output for output in outputs if not isinstance(output, IndexOutput)]
    keys = dict.fromkeys(output.shell for output in files if isinstance(output, PageOutput))
    progress.stage("making pages and files", len(files))
    apart(OutputWriter(str(folder), {key: shells(key) for key in keys}).write, files)
