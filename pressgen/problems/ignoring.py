"""Warnings that a site or a file switches off by their codes, with a reason for each: `ignore: {PG037: why}`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from pressgen.problems import Problem, Severity, codes

_CODE = re.compile(r"(?i)PG[ -]?([0-9]{1,3})|([0-9]{2,3})")


@dataclass(frozen=True, slots=True)
class Ignored:
    """The codes of the warnings that are switched off: those of the whole site, and those of each file by its path."""

    everywhere: frozenset[str] = frozenset()
    by_file: Mapping[str, Collection[str]] = field(default_factory=dict)

    def reported(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """List the problems to report, each once, in the order of files and lines: all but those switched off.

        Errors are always reported.
        """
        kept = (problem for problem in dict.fromkeys(problems) if not self._holds(problem))
        return tuple(sorted(kept, key=lambda problem: problem.sort_key))

    def _holds(self, problem: Problem) -> bool:
        if problem.severity is Severity.ERROR:
            return False
        return problem.code.id in self.everywhere or problem.code.id in self.by_file.get(problem.place.path, ())


def code_fault(code: str) -> tuple[str, str] | None:
    """Return why a code cannot be switched off, as a message and a hint; nothing where it is a warning's."""
    known = codes.BY_ID.get(code)
    if known is None:
        return f"there is no problem with the code '{code[:40]}'", _hint(code)
    if known.severity is Severity.ERROR:
        return f"{code} ({known.name}) is an error, and only warnings can be switched off", "mend what it tells of"
    return None


NO_REASON = "say why behind the colon, for whoever reads it later: `{code}: the hall has no other photograph`"
"""The hint for a code without its reason."""


def _hint(code: str) -> str:
    written = _CODE.fullmatch(code.strip())
    meant = f"PG{int(written[1] or written[2]):03}" if written else ""
    warnings = {one.id: one.name for one in codes.ALL if one.severity is Severity.WARNING}
    by_name = {name.casefold(): id_ for id_, name in warnings.items()}
    named = get_close_matches(code.casefold().replace("-", " ").replace("_", " "), by_name, n=1, cutoff=0.7)
    likely = meant if meant in warnings else by_name[named[0]] if named else ""
    if likely:
        return f"did you mean {likely} ({warnings[likely]})?"
    return "write the code that the warning has, such as PG037; the manual's page of problems lists them all"
