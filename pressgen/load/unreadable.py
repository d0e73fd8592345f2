"""Why something cannot be read as a file. What is no ordinary file is never opened, for reading it might never end."""

from __future__ import annotations

import errno
import os
import stat

from pressgen.problems import Place, Problem, codes

_SPECIAL = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISCHR, "a device"),
)


def what_it_is(mode: int) -> str:
    """Return what is no ordinary file, by its mode as `os.stat` gives it; nothing of an ordinary file."""
    if stat.S_ISREG(mode):
        return ""
    return next((name for test, name in _SPECIAL if test(mode)), "no ordinary file")


def unreadable(place: Place, error: OSError) -> Problem:
    """Report what the system does not let be read."""
    gone = isinstance(error, FileNotFoundError)
    hint = "it was there a moment ago: try again when nobody works on it" if gone else "look at its permissions"
    reason = (error.strerror or "it cannot be opened").lower()
    return codes.UNREADABLE_FILE.at(place, f"this cannot be read: {reason}", hint)


def not_text(place: Place) -> Problem:
    """Report a page that is not UTF-8."""
    return codes.NOT_UTF8.at(place, "this is not UTF-8 text", "save the file as UTF-8")


def forbidden() -> OSError:
    """Return the error of a file that may not be read."""
    return PermissionError(errno.EACCES, os.strerror(errno.EACCES))
