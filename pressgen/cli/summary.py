"""Write the last line of `pressgen check`: what was checked, in which folder, and how many problems there are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pressgen.cli.project import Project
from pressgen.load import Loaded
from pressgen.load.names import printable
from pressgen.problems import Problem, Severity


def summary(project: Project, loaded: Loaded, pages: Sequence[str], problems: Sequence[Problem]) -> str:
    """Write in one line what was checked, and how many problems were reported."""
    folder = project.configuration.folder
    editions = sum(len(release.editions) for release in loaded.releases)
    counts = [
        f"{_counted(len(loaded.releases), 'release')} in {_counted(editions, 'edition')}",
        *([f"{_counted(loaded.lists, 'file')} of the register"] if loaded.lists else []),
        *([_counted(len(pages), "page")] if pages else []),
    ]
    whole = f"{', '.join(counts)} in {printable(str(folder))}"
    what = f"{printable(project.asked)} among {whole}" if project.asked else whole
    where = "" if not problems or Path.cwd() == folder else "; their paths begin there"
    return f"checked {what}: {_result(problems)}{where}"


def _result(problems: Sequence[Problem]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    counts = [(errors, "error"), (len(problems) - errors, "warning")]
    return " and ".join(_counted(count, name) for count, name in counts if count) or "nothing to mend"


def _counted(count: int, name: str) -> str:
    return f"{count or 'no'} {name}{'' if count == 1 else 's'}"
