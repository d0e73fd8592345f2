"""Show what a build is doing: at a terminal in a line that vanishes at its end, in a log with a line for each stage.

A build of less than two seconds shows nothing.
"""

from __future__ import annotations

import logging
import math
import os
import shutil
import sys
import time
from collections.abc import Callable
from typing import TextIO

from pressgen.engine.progress import Progress

SOON = 2.0
"""After how many seconds of a build people want to know what it does."""

_BETWEEN_LINES = 0.1
_ERASE = "\r\x1b[K"


def progress_for(log: logging.Logger, stream: TextIO | None = None) -> Progress:
    """Choose how a build is shown that logs to `log`, and whose messages people read on `stream` (standard error).

    Where the host was asked to be quiet, nothing is shown.
    """
    stream = stream or sys.stderr
    if not log.isEnabledFor(logging.INFO):
        return Progress()
    if stream.isatty() and os.environ.get("TERM", "") not in ("", "dumb"):
        return TerminalProgress(stream, log)
    return LoggedProgress(log)


class TerminalProgress(Progress):
    """One line, written over and over, that gives way to every message of the host."""

    def __init__(self, stream: TextIO, log: logging.Logger, clock: Callable[[], float] = time.monotonic) -> None:
        """Write to `stream`, to which messages of `log` and of those above it go as well."""
        self._stream = stream
        self._clock = clock
        self._began, self._written = clock(), -math.inf
        self._name, self._done = "", 0
        self._total: int | None = 0
        self._visible = False
        self._handlers = [*_handlers(log)]
        for handler in self._handlers:
            handler.addFilter(self._give_way)

    def stage(self, name: str, total: int | None) -> None:
        """Show the name of a stage."""
        self._name, self._done, self._total = name, 0, total
        self._written = -math.inf
        self._show()

    def advance(self, count: int) -> None:
        """Show how far the stage is, a few times in a second."""
        self._done += count
        self._show()

    def end(self) -> None:
        """Remove the line."""
        self._erase()
        for handler in self._handlers:
            handler.removeFilter(self._give_way)

    def _show(self) -> None:
        now = self._clock()
        if now - self._began < SOON or now - self._written < _BETWEEN_LINES:
            return
        self._written, self._visible = now, True
        line = f"{self._name}{_amount(self._done, self._total)}"
        self._stream.write(f"{_ERASE}{line[: shutil.get_terminal_size().columns - 1]}")
        self._stream.flush()

    def _erase(self) -> None:
        if self._visible:
            self._visible = False
            self._stream.write(_ERASE)
            self._stream.flush()

    def _give_way(self, _: logging.LogRecord) -> bool:
        self._erase()
        return True


class LoggedProgress(Progress):
    """A line for each stage when it has ended, with what it did and how long it took."""

    def __init__(self, log: logging.Logger, clock: Callable[[], float] = time.monotonic) -> None:
        """Write to `log`, as information."""
        self._log = log
        self._clock = clock
        self._began = self._since = clock()
        self._name, self._done, self._counted = "", 0, False
        self._lines: list[str] = []

    def stage(self, name: str, total: int | None) -> None:
        """End the stage before, and begin one."""
        self.end()
        self._name, self._done, self._since = name, 0, self._clock()
        self._counted = total != 0

    def advance(self, count: int) -> None:
        """Count what the stage has done."""
        self._done += count

    def end(self) -> None:
        """Write the stage's line. Those of a build's first seconds are written once it turns out to be a long one."""
        now = self._clock()
        if self._name:
            amount = f", {self._done:,}" if self._counted else ""
            self._lines.append(f"{self._name}{amount}: {now - self._since:.1f} s")
            self._name = ""
        if now - self._began >= SOON:
            for line in self._lines:
                self._log.info("%s", line)
            self._lines.clear()


def _amount(done: int, total: int | None) -> str:
    if total is None:
        return f", {done:,}"
    return f", {min(done, total):,} of {total:,}" if total else ""


def _handlers(log: logging.Logger) -> list[logging.Handler]:
    """List the handlers that a message of `log` reaches."""
    handlers: list[logging.Handler] = []
    logger: logging.Logger | None = log
    while logger:
        handlers += logger.handlers
        logger = logger.parent if logger.propagate else None
    return handlers
