"""Measure a site, and compare it with the limits of its host, which are in `data/hosts.yml`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import NamedTuple

import yaml

from pressgen.problems import Place, Problem, codes

NEAR = 0.8
"""The share of a limit from which on a site is near it."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a site is: its files, its files and folders, its bytes, and those of its largest file."""

    files: int
    entries: int
    bytes: int
    largest: int

    @classmethod
    def of(cls, folder: str) -> Size:
        """Measure the site in a folder; what vanishes meanwhile is not counted."""
        sizes: list[int] = []
        entries = 0
        for path, folders, names in os.walk(folder):
            entries += len(folders) + len(names)
            for name in names:
                try:
                    sizes.append(os.lstat(os.path.join(path, name)).st_size)  # noqa: PTH118  # a path a file
                except OSError:
                    continue
        return cls(len(sizes), entries, sum(sizes), max(sizes, default=0))

    def measured(self, what: str) -> int:
        """Return the number that a limit is on."""
        numbers = {"files": self.files, "entries": self.entries, "bytes": self.bytes, "bytes of a file": self.largest}
        return numbers[what]


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit of a host: on what, its number, whether more is refused for `sure`, or when, and who says so."""

    of: str
    most: int
    sure: bool
    source: str
    read: date
    note: str = ""


class Host(NamedTuple):
    """A host of sites, and its limits."""

    name: str
    limits: tuple[Limit, ...]


@cache
def hosts() -> Mapping[str, Host]:
    """Return the hosts whose limits are known, by the value of the option `host`."""
    text = resources.files("pressgen").joinpath("data/hosts.yml").read_text("utf-8")
    return {
        key: Host(host["name"], tuple(Limit(**limit) for limit in host["limits"]))
        for key, host in yaml.safe_load(text).items()
    }


def near_limits(size: Size, host: str) -> Iterator[str]:
    """Say which limits of a host the site nears or may exceed, a line for each."""
    named = hosts()[host]
    for limit in named.limits:
        measured = size.measured(limit.of)
        if measured >= NEAR * limit.most and not (limit.sure and measured > limit.most):
            note = f" ({limit.note})" if limit.note else ""
            yield f"{named.name}: {_written(measured, limit.of)} of at most {_written(limit.most, limit.of)}{note}"


def refused(size: Size, host: str, place: Place) -> Iterator[Problem]:
    """Report what the host refuses for sure; `place` is that of the configuration."""
    named = hosts()[host]
    for limit in named.limits:
        measured = size.measured(limit.of)
        if limit.sure and measured > limit.most:
            message = (
                f"{named.name} takes at most {_written(limit.most, limit.of)}, and this site has "
                f"{_written(measured, limit.of)}"
            )
            yield codes.HOST_LIMIT.at(place, message, f"see {limit.source}, and Large archives in the manual")


def _written(number: int, what: str) -> str:
    if what.startswith("bytes"):
        in_one = " in a file" if what == "bytes of a file" else ""
        return f"{number / 1e6:,.1f} MB{in_one}"
    return f"{number:,} {'files and folders' if what == 'entries' else what}"


def summary(size: Size, releases: int, editions: int) -> str:
    """Say in a line how large a site is."""
    return f"{releases:,} releases in {editions:,} editions: {size.files:,} files, {size.bytes / 1e6:,.1f} MB"
