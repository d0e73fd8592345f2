"""What a check found in a project, and its last lines: advice, what was checked, and how many problems there are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from pressgen.problems import Problem, Severity


class CheckedProject(NamedTuple):
    """What a check found in a whole project: all its problems, and how much there is of what was checked.

    `folder` is the project's, `shown` the same as messages write it; `lists` are the files of the register, `pages`
    those of `docs/`. `unlinked` is true of a site that says nothing of the links that many states require.
    """

    folder: str
    shown: str
    releases: int
    editions: int
    lists: int
    pages: int
    problems: tuple[Problem, ...]
    unlinked: bool = False

    def within(self, asked: str) -> tuple[Problem, ...]:
        """Return the problems of one file or folder of the project, by its path as messages write it; all for none."""
        if not asked:
            return self.problems
        return tuple(one for one in self.problems if f"{one.place.path}/".startswith(f"{asked}/"))


def check_summary(checked: CheckedProject, asked: str, problems: Sequence[Problem]) -> str:
    """Write in one line what was checked, and how many problems were reported of what was `asked` about."""
    counts = [
        f"{_counted(checked.releases, 'release')} in {_counted(checked.editions, 'edition')}",
        *([f"{_counted(checked.lists, 'file')} of the register"] if checked.lists else []),
        *([_counted(checked.pages, "page")] if checked.pages else []),
    ]
    whole = f"{', '.join(counts)} in {checked.shown}"
    what = f"{asked} among {whole}" if asked else whole
    where = "" if not problems or Path.cwd() == Path(checked.folder) else "; their paths begin there"
    return f"checked {what}: {_result(problems)}{where}"


def advice(checked: CheckedProject, asked: str) -> str:
    """Write in one line what many states require of a site and this one has said nothing about, or nothing."""
    if asked or not checked.unlinked:
        return ""
    return (
        "advice: many states require an accessibility statement, an imprint, terms of use or a word on privacy: the "
        "option 'links' names their pages for the colophon (links: {} where none is needed)"
    )


def stops_publication(problems: tuple[Problem, ...], *, strict: bool) -> bool:
    """True if a site with these problems must not be published."""
    return any(strict or problem.severity is Severity.ERROR for problem in problems)


def _result(problems: Sequence[Problem]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    counts = [(errors, "error"), (len(problems) - errors, "warning")]
    return " and ".join(_counted(count, name) for count, name in counts if count) or "nothing to mend"


def _counted(count: int, name: str) -> str:
    return f"{count or 'no'} {name}{'' if count == 1 else 's'}"
