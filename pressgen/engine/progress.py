"""What a build is doing: who works reports it here, and who started the build decides how it is shown.

A build consists of stages, one after the other. A stage may count what it has done, and know how much there is to do.
The counts are those of the process that started the build: it receives what other processes have made.
"""

from __future__ import annotations

__all__ = ["Progress", "advance", "report_to", "stage"]


class Progress:
    """Shows nothing, and is what others that show something extend."""

    def stage(self, name: str, total: int | None) -> None:
        """Begin a stage; `total` is how much there is to do in it: 0 if that is not counted, None if nobody knows."""

    def advance(self, count: int) -> None:
        """Count what the stage has done since it was asked last."""

    def end(self) -> None:
        """End the last stage."""


_shown = Progress()


def report_to(progress: Progress | None) -> None:
    """Report what this process builds from now on to `progress`; or to nobody, which ends what is shown."""
    global _shown  # noqa: PLW0603  # a process has one build at a time, and everything in it reports
    _shown.end()
    _shown = progress or Progress()


def stage(name: str, total: int | None = 0) -> None:
    """Begin a stage of the build, which ends the one before; see `Progress.stage`."""
    _shown.stage(name, total)


def advance(count: int = 1) -> None:
    """Count what the present stage has done."""
    _shown.advance(count)
