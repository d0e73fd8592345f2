"""Report problems in MkDocs' log, and the reason why nothing was built."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable

from pressgen.problems import Problem, Severity, report

log = logging.getLogger("mkdocs.plugins.pressgen")


def log_problems(problems: Iterable[Problem]) -> None:
    """Write problems to MkDocs' log, which counts the warnings of a strict build."""
    for problem in problems:
        level = logging.ERROR if problem.severity is Severity.ERROR else logging.WARNING
        log.log(level, "%s", report.FORMATS["text"]([problem]).rstrip())


def stop_a_build(problems: Collection[Problem], *, strict: bool) -> bool:
    """True if a site with these problems must not be built."""
    return any(strict or problem.severity is Severity.ERROR for problem in problems)


def refusal(problems: Collection[Problem]) -> str:
    """Write the line that nothing was built, with the number of problems."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    counts = [(errors, "error"), (len(problems) - errors, "warning")]
    written = " and ".join(f"{count} {name}{'s' if count > 1 else ''}" for count, name in counts if count)
    return f"Nothing was built: {written}, told above. The previous site is as it was."
