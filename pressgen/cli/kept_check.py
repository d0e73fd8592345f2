"""Answer a check from the last one, where nothing has changed of all that it looked at.

The answer stands in the cache with the state of what it depends on: the names and stamps of all files in the project's
folders, where these really are, and the program. It holds until the first time at which a problem begins or ends by
itself. It is kept only if no file was changed so short a time before that its stamp could stay the same after another
change (`stamps`), and if no symbolic link leads to a folder whose files are not looked at here. A damaged answer, or
one of another program, is none.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from pressgen.cli.summary import CheckedProject
from pressgen.problems import Place, Problem, codes
from pressgen.program import program_digest
from pressgen.stamps import stamp_of

FILE = "check.json"
_DAMAGED = (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What reading an answer raises that is not what was written."""


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What a check looked at: paths from the root, or from the project's `folder` in `existing`.

    `folders` are those of which it looked at every file, or for which it looked. `configuration` are the files that
    options were read from, the named one first. `existing` tells of other paths whether a file was there.
    `environment` says that options are read from the environment. `releases` and `docs` are the folders of these.
    """

    folder: str
    releases: str
    docs: str
    site: str
    folders: tuple[str, ...]
    configuration: tuple[str, ...]
    existing: Mapping[str, bool] = field(default_factory=dict)
    environment: bool = False

    def is_as_it_was(self) -> bool:
        """Return whether files that stand in no folder of the project are there, or not, as they were."""
        return all(os.path.isfile(f"{self.folder}/{path}") == there for path, there in self.existing.items())  # noqa: PTH113

    def state(self) -> tuple[str, int]:
        """Return the digest of all this but of `existing`, and when the last file was changed, in nanoseconds.

        Raises OSError where something cannot be looked at, or a link leads to a folder.
        """
        state = _State()
        for path in self.configuration:
            state.file(path, os.stat(path))  # noqa: PTH116  # with what os.scandir tells
        for path in dict.fromkeys(self.folders):
            state.tree(path)
        for path in (self.folder, self.releases, self.docs, self.site):
            state.note(os.path.realpath(path))
        state.note(next((os.path.isdir(step) for step in _above(self.site) if os.path.lexists(step)), None))  # noqa: PTH112
        state.note(sorted(os.environ.items()) if self.environment else None)
        state.note(os.geteuid() if hasattr(os, "geteuid") else None)
        return state.digest.hexdigest(), state.youngest


class _State:
    """Gathers what is seen of files."""

    def __init__(self) -> None:
        self.digest = blake2b(digest_size=32)
        self.youngest = 0

    def note(self, *seen: object) -> None:
        self.digest.update(f"{seen!r}\n".encode("utf-8", "backslashreplace"))

    def file(self, name: str, found: os.stat_result) -> None:
        stamp = stamp_of(found)
        self.note(name, found.st_mode, found.st_dev, *stamp)
        if not stat.S_ISDIR(found.st_mode):
            self.youngest = max(self.youngest, stamp.modified, stamp.changed)

    def tree(self, top: str) -> None:
        waiting = [top] if os.path.lexists(top) else []
        self.note(top, bool(waiting))
        while waiting:
            folder = waiting.pop()
            self.note(folder, os.stat(folder).st_mode)  # noqa: PTH116  # likewise
            with os.scandir(folder) as listed:
                entries = sorted(listed, key=lambda entry: entry.name)
            for entry in entries:
                found = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(found.st_mode):
                    waiting.append(entry.path)
                    continue
                self.file(entry.name, found)
                if stat.S_ISLNK(found.st_mode):
                    self.link(entry.path)

    def link(self, path: str) -> None:
        found = os.stat(path)  # noqa: PTH116  # likewise
        if stat.S_ISDIR(found.st_mode):
            message = "a link to a folder, whose files would have to be looked at too"
            raise OSError(message)
        self.note(os.path.realpath(path))
        self.file(path, found)


def _above(path: str) -> Iterable[str]:
    return (path, *map(str, Path(path).parents))


class CheckMemo(NamedTuple):
    """A check that was made: what it looked at, the state of that, what it found, its time, and until when it holds."""

    looked: LookedAt
    state: str
    checked: CheckedProject
    since: datetime
    until: datetime | None

    def holds(self, now: datetime) -> bool:
        """Return whether a check at a time would find the same. Raises OSError where something cannot be looked at."""
        if now < self.since or (self.until and now >= self.until):
            return False
        return self.looked.is_as_it_was() and self.state == self.looked.state()[0]


def kept_check(configuration: Path, cache: Path, now: datetime) -> CheckMemo | None:
    """Return the last check of a project, by its configuration's file, if one at the time `now` would find the same."""
    try:
        checksum, _, content = (cache / FILE).read_bytes().partition(b"\n")
        if checksum != _checksum(content):
            return None
        written = json.loads(content)
        if written["program"] != _program(configuration.parent):
            return None
        memo = _read(written)
        return memo if memo.looked.configuration[0] == str(configuration) and memo.holds(now) else None
    except _DAMAGED:
        return None


def keep_check(cache: Path, memo: CheckMemo) -> None:
    """Keep a check, if the cache can be written."""
    looked, state, checked, since, until = memo
    counts = checked._asdict()
    problems = [
        [one.place.path, one.place.line, one.place.column, one.code.id, one.message, one.hint, one.about]
        for one in counts.pop("problems")
    ]
    written = {
        "program": _program(Path(looked.folder)),
        "looked": asdict(looked),
        "state": state,
        "since": since.isoformat(),
        "until": until and until.isoformat(),
        "checked": counts,
        "problems": problems,
    }
    beside = cache / f"{FILE}.{os.getpid()}"
    with suppress(OSError, ValueError):
        try:
            content = json.dumps(written).encode("ascii")
            beside.write_bytes(_checksum(content) + b"\n" + content)
            beside.replace(cache / FILE)
        finally:
            beside.unlink(missing_ok=True)


def _checksum(content: bytes) -> bytes:
    return blake2b(content, digest_size=16).hexdigest().encode("ascii")


def _program(project: Path) -> str:
    return program_digest(project).hex()


def _read(written: dict[str, Any]) -> CheckMemo:
    looked: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in written["looked"].items()
    }
    problems = (
        Problem(Place(path, line, column), codes.BY_ID[code], message, hint, about)
        for path, line, column, code, message, hint, about in written["problems"]
    )
    until = written["until"]
    return CheckMemo(
        LookedAt(**looked),
        written["state"],
        CheckedProject(**written["checked"], problems=tuple(problems)),
        datetime.fromisoformat(written["since"]),
        datetime.fromisoformat(until) if until else None,
    )
