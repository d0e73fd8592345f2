"""Write what was measured as the tables of the manual, with the goals beside it."""

from __future__ import annotations

import math
import os
import platform
import statistics
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from benchmarks.measuring import Measured
from benchmarks.peers import Peers
from benchmarks.runs import Results

BEGIN, END = "<!-- what benchmarks print -->", "<!-- to here -->"
"""Between these lines of the manual's page the tables stand."""

OF_A_RELEASE = (("one edit", 0.3), ("nothing changed", 0.2), ("one release more", 0.4), ("register", 0.4))
"""At most this part of the time of Hugo's own rebuild."""
LONG = {
    "cold": "pressgen, from nothing",
    "one edit": "one sentence more in a release",
    "nothing changed": "nothing changed",
    "one release more": "one release more",
    "register": "a name of the register corrected",
}
COLD, MEMORY, CHECK, SERVED, OWN = 1.0, 500, 0.6, 1.2, 2.0
GROWTH = {"cold": 1.05, "one edit": 0.6}


def text(results: Results, releases: int, peers: Peers | None) -> str:
    """Write all tables."""
    lines = [*_heading(peers), "", *_main_table(results, releases, peers), "", *_sizes(results)]
    return "\n".join(lines) + "\n"


def put_into(page: Path, tables: str) -> None:
    """Replace the tables of a page of the manual."""
    before, _, rest = page.read_text("utf-8").partition(f"{BEGIN}\n")
    page.write_text(f"{before}{BEGIN}\n\n{tables}\n{END}{rest.partition(END)[2]}", encoding="utf-8", newline="\n")


def _heading(peers: Peers | None) -> Iterator[str]:
    git = ["git", "log", "-1", "--format=%h of %cs"]
    commit = subprocess.run(git, cwd=Path(__file__).parent, capture_output=True, text=True, check=False).stdout.strip()
    programs = [f"MkDocs {version('mkdocs')} with Material {version('mkdocs-material')}"]
    programs += [f"Hugo {peers.hugo_version}", f"Pagefind {peers.pagefind_version}"] if peers else []
    machine = f"Python {platform.python_version()} on {platform.system()}, {os.cpu_count()} processors"
    # Where the corpora stand and where the tables go is of no interest.
    asked = list(sys.argv[1:])
    if "--folder" in asked:
        at = asked.index("--folder")
        del asked[at : at + 2]
    command = " ".join(["python -m benchmarks", *(word for word in asked if word != "--write")])
    yield f"Commit {commit or 'unknown'}; {', '.join(programs)}; {machine}. `{command}`"


def _main_table(results: Results, releases: int, peers: Peers | None) -> Iterator[str]:
    columns = "seconds | of processors | MiB | files written | goal | reached (by seconds of processors)"
    yield f"| {releases:,} releases in two languages | {columns} |"
    yield "|---|---|---|---|---|---|---|"
    rebuild = _median(results, "hugo, one edit", releases)
    from_nothing = _together(results, releases)
    if peers:
        yield from _row("Hugo, from nothing", _median(results, "hugo, cold", releases))
        yield from _row("Hugo after one edit: it makes all again", rebuild)
        yield from _row("Hugo and Pagefind, from nothing", from_nothing)
    yield from _row("plain pages of MkDocs with Material", _median(results, "mkdocs, cold", releases))
    cold = _median(results, "cold", releases)
    yield from _against("cold", cold, from_nothing, COLD, "Hugo and Pagefind", results, releases)
    for name, most in OF_A_RELEASE:
        yield from _against(name, _median(results, name, releases), rebuild, most, "Hugo's", results, releases)
    if cold:
        most = max(
            run.together
            for (name, size), runs in results.runs.items()
            if size == releases and name in LONG
            for run in runs
        )
        yield f"| most memory of pressgen's builds, all processes | | | {most:.0f} | | {MEMORY} MiB | {most:.0f} MiB |"
    if one := _median(results, "check", releases):
        yield from _row(
            "`pressgen check`, nothing changed", one, "", f"{CHECK} s of a processor", f"{one.processors:.2f} s"
        )
    if results.served:
        served = statistics.median(results.served)
        yield f"| `mkdocs serve`, from saving a release to its page | {served:.2f} | | | | {SERVED} s | {served:.2f} |"
    for name, most in GROWTH.items():
        yield from _growth(results, name, releases, most)
    ours, theirs = _median(results, "own site", 1), _median(results, "own site, plain", 1)
    if ours and theirs:
        yield from _row("this site's pages with MkDocs and Material alone", theirs)
        yield from _row("this site, nothing changed", ours, "", f"{OWN:.0f} of that", _ratio(ours, theirs))


def _against(  # noqa: PLR0913, PLR0917  # the cells of a row
    name: str, one: Measured | None, other: Measured | None, most: float, whose: str, results: Results, releases: int
) -> Iterator[str]:
    written = f"{results.written.get((name, releases), 0):,}"
    reached = _ratio(one, other) if one and other else ""
    yield from _row(LONG[name], one, written, f"{most} of {whose}", reached)


def _row(name: str, one: Measured | None, written: str = "", goal: str = "", reached: str = "") -> Iterator[str]:
    if one:
        yield f"| {name} | {_cells(one)} | {written} | {goal} | {reached} |"


def _ratio(one: Measured, other: Measured) -> str:
    """Write what one took as parts of what another took, by the wall's clock and by the processors'."""
    return f"{one.seconds / other.seconds:.2f} ({one.processors / other.processors:.2f})"


def _cells(one: Measured) -> str:
    return f"{one.seconds:.2f} | {one.processors:.2f} | {one.together:.0f}"


def _growth(results: Results, name: str, releases: int, most: float) -> Iterator[str]:
    less, more = (_median(results, name, size) for size in (releases, 2 * releases))
    if less and more:
        seconds, processors = (math.log2(more[at] / less[at]) for at in (0, 1))
        reached = f"{seconds:.2f} ({processors:.2f})"
        written = f"{results.written.get((name, 2 * releases), 0):,}"
        yield from _row(f"{LONG[name]}, {2 * releases:,} releases", more, written, f"exponent {most}", reached)


def _sizes(results: Results) -> Iterator[str]:
    yield "| releases | whose site | files | MB | from nothing, s | of processors | MiB | one edit, s |"
    yield "|---|---|---|---|---|---|---|---|"
    for (whose, releases), (files, mebibytes) in sorted(
        results.sizes.items(), key=lambda item: (item[0][1], item[0][0])
    ):
        prefix = "hugo, " if whose == "hugo" else ""
        cold, edit = (_median(results, f"{prefix}{name}", releases) for name in ("cold", "one edit"))
        if cold and edit:
            megabytes = mebibytes * 2**20 / 1e6
            yield f"| {releases:,} | {whose} | {files:,} | {megabytes:.0f} | {_cells(cold)} | {edit.seconds:.2f} |"


def _median(results: Results, name: str, releases: int) -> Measured | None:
    """Return the medians of all rounds, and the most memory of any; None where the run was left out."""
    runs = results.runs.get((name, releases))
    if not runs:
        return None
    seconds, processors = (statistics.median(run[at] for run in runs) for at in (0, 1))
    return Measured(seconds, processors, *(max(run[at] for run in runs) for at in (2, 3)))


def _together(results: Results, releases: int) -> Measured | None:
    """Return what Hugo and Pagefind take, one after the other."""
    hugo, pagefind = (_median(results, name, releases) for name in ("hugo, cold", "pagefind"))
    if not hugo or not pagefind:
        return None
    memory = max(hugo.mebibytes, pagefind.mebibytes), max(hugo.together, pagefind.together)
    return Measured(hugo.seconds + pagefind.seconds, hugo.processors + pagefind.processors, *memory)
