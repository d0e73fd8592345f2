"""What is wrong with the content: values that carry a code, a place, a message and the way to mend it.

Nothing here raises: whoever reads content returns the problems it found beside what it could read.
The codes themselves stand in `codes`, one entry each, which is also their entry in the manual.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """Whether a problem stops publication always (`error`) or only under `--strict` (`warning`)."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in the content something stands: the file, and the line and column, both counted from 1.

    `path` is relative to the project's folder and written with slashes on every system.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    def __reduce__(self) -> tuple[type[Place], tuple[str, int, int]]:
        # A third of the time that what is generated for dataclasses takes: an archive has thousands.
        return Place, (self.path, self.line, self.column)


@dataclass(frozen=True, slots=True)
class Link:
    """In an example's files: a symbolic link to `target`."""

    target: str


@dataclass(frozen=True, slots=True)
class Example:
    """A small `releases/` folder that shows a problem, or the same mended: each file by its path."""

    files: Mapping[str, str | bytes | Link]


def _code(id_: str) -> Code:
    """Return the code with an id, in whatever process this runs."""
    from pressgen.problems import codes  # noqa: PLC0415  # the codes are made of what stands here

    return codes.BY_ID[id_]


# There is one of each code: it is compared by what it is, and pickled by its id without entry and examples.
@dataclass(frozen=True, slots=True, eq=False)
class Code:
    """One kind of mistake, with its entry in the manual.

    `id` is stable for ever; `name` is the entry's title; `entry` says in Markdown why it matters and how to
    mend it. `wrong` shows the mistake and `right` the same content mended; a test runs both.
    """

    id: str
    name: str
    severity: Severity
    entry: str
    wrong: Example = field(compare=False)
    right: Example = field(compare=False)

    def __reduce__(self) -> tuple[Callable[[str], Code], tuple[str]]:
        return (_code, (self.id,))

    def at(self, place: Place, message: str, hint: str = "", about: str = "") -> Problem:
        """Return the problem of this code at `place`."""
        return Problem(place, self, message, hint, about)


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake at one place, with words by which an author can mend it.

    `about` is the key or option that it is about, rightly written, for code that goes on from here; where a problem
    is about none it is empty. No decision hangs on the words of `message` and `hint`.
    """

    place: Place
    code: Code
    message: str
    hint: str = ""
    about: str = field(default="", compare=False)

    @property
    def severity(self) -> Severity:
        """The severity of its code."""
        return self.code.severity

    @property
    def sort_key(self) -> tuple[Place, str, str]:
        """Problems are told by file, then line, then column."""
        return (self.place, self.code.id, self.message)
