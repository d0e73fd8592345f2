"""Measure what the search index costs: seconds, memory and bytes, from nothing and for one release more.

The same archive is built by whole processes without search, with it from nothing, again from the cache, and with one
new release beside the cache; what search adds is the difference to a build without it, in the same run:

    python -m benchmarks.search.index --releases 1000 10000

Memory is the peak of all processes together (Linux).
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.archive import PLUGIN, releases_of_a_project
from benchmarks.measuring import Measured, build, size_of, write

SECONDS_FOR_ONE = 2.0
"""At most so many seconds more than a build from the cache takes a build with one new release."""
MEBIBYTES = {1_000: 6.5, 10_000: 60.0}
"""At most so large is the search of so many releases, in two languages."""

SEARCH = "more/assets/pressgen/search"
NEW = """\
---
title: "A treaty on the protection of lighthouses"
date: 2024-12-31
kind: signing
---

The Ministers signed a treaty on the protection of lighthouses, and thanked the keepers of all of them.
"""


def measured(folder: Path) -> Iterator[tuple[str, Measured]]:
    """Build the project in each of the ways; give what was done, and what it took."""
    configuration = folder / "mkdocs.yml"
    configuration.write_text(f"{PLUGIN}      search: false\n", encoding="utf-8")
    yield "without search", build(folder, folder / "without")
    configuration.write_text(PLUGIN, encoding="utf-8")
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    yield "from nothing", build(folder, folder / "cold")
    yield "from the cache", build(folder, folder / "warm")
    (folder / "releases/2024/2024-12-31-lighthouses.en.md").write_text(NEW, encoding="utf-8")
    yield "one release more", build(folder, folder / "more")


def main() -> int:
    """Measure, print, and say whether the goals are met (exit code 0) or not (1)."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--releases", type=int, nargs="+", default=[1_000, 10_000])
    options = arguments.parse_args()
    print(f"two languages, {os.cpu_count()} cores, Python {sys.version.split()[0]}")
    met = True
    for releases in options.releases:
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            write(folder, releases_of_a_project(releases))
            took: dict[str, Measured] = {}
            for name, one in measured(folder):
                took[name] = one
                seconds, processors = (one[at] - took["without search"][at] for at in (0, 1))
                print(
                    f"{releases:6} releases, {name:16} {one.seconds:7.2f} s ({seconds:+.2f}), "
                    f"{one.processors:7.2f} s of processors ({processors:+.2f}), {one.together:5.0f} MiB together"
                )
            files, mebibytes = size_of(folder / SEARCH)
            _, kept = size_of(folder / ".cache")
        more, processors = (took["one release more"][at] - took["from the cache"][at] for at in (0, 1))
        most = MEBIBYTES.get(releases, float("inf"))
        print(f"{releases:6} releases: {files} files, {mebibytes:.1f} MiB (goal: {most}), cache {kept:.1f} MiB")
        print(
            f"{releases:6} releases: one more takes {more:.2f} s more (goal: {SECONDS_FOR_ONE}), "
            f"{processors:.2f} s of processors"
        )
        met = met and more <= SECONDS_FOR_ONE and mebibytes <= most
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
