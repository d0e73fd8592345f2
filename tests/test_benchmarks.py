"""That the benchmarks run, if only at a size whose figures mean nothing, and give the peers what pressgen is given."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from benchmarks import table
from benchmarks.archive import releases_of_a_project
from benchmarks.hugo_site import hugo_files
from benchmarks.measuring import Measured, run, write
from benchmarks.peers import Peers
from benchmarks.runs import Results
from benchmarks.steps import add_release, correct_name, edit

REPOSITORY = Path(__file__).parent.parent


def test_a_small_archive_is_measured_without_the_network(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "benchmarks", "--releases", "6", "--only", "pressgen", "check", "growth"]
    done = subprocess.run([*command, "--folder", tmp_path], cwd=REPOSITORY, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    rows = [line.split(" | ") for line in done.stdout.splitlines() if line.startswith("| ")]
    named = {row[0].removeprefix("| "): row for row in rows}
    for name in (
        *table.LONG.values(),
        "`pressgen check`, nothing changed",
        "one sentence more in a release, 12 releases",
    ):
        assert float(named[name][2]) > 0
    written = {name: int(named[table.LONG[name]][4].replace(",", "")) for name in table.LONG}
    assert written["nothing changed"] == 0
    assert 0 < written["one edit"] < written["cold"]
    assert not (tmp_path / "peers").exists()


def test_hugo_is_given_the_same_texts() -> None:
    ours = {path.rpartition("/")[2]: text for path, text in releases_of_a_project(12) if "/20" in path}
    theirs = {path: text for path, text in hugo_files(12) if path.endswith(".md") and "_index" not in path}

    assert len(theirs) == len(ours) == 24
    for path, text in theirs.items():
        twin = ours[f"{Path(path).stem}.{path.split('/')[1]}.md"]
        assert text.split("---\n", 2)[2] == twin.split("---\n", 2)[2]
        assert yaml.safe_load(text.split("---\n", 2)[1])["title"] == yaml.safe_load(twin.split("---\n", 2)[1])["title"]
    configuration = tomllib.loads(dict(hugo_files(1))["hugo.toml"])
    assert (set(configuration["languages"]), len(configuration["taxonomies"])) == ({"en", "km"}, 2)


def test_each_step_changes_something_and_leaves_nothing_wrong(tmp_path: Path) -> None:
    write(tmp_path, releases_of_a_project(8))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    for number in range(2):
        edit(tmp_path / "releases", number)
        add_release(tmp_path, number)
        correct_name(tmp_path, number)
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    assert len(after) == len(before) + 4
    assert len([path for path in before if before[path] != after[path]]) == 3
    done = subprocess.run(
        [sys.executable, "-m", "pressgen.cli", "check", "--strict"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_tables_compare_with_hugo_in_the_same_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "argv", ["benchmarks"])
    results = Results()
    for name, seconds in (("hugo, cold", 8), ("hugo, one edit", 10), ("pagefind", 12), ("cold", 15), ("one edit", 2)):
        results.add(name, 5000, Measured(seconds, 2 * seconds, 100, 300 + seconds))
        results.add(name, 5000, Measured(seconds, 2 * seconds, 100, 200))
    results.add("cold", 10_000, Measured(60, 60, 100, 400))
    tables = table.text(results, 5000, Peers("hugo", "0.168.0", "pagefind", "1.5.2"))

    assert "| pressgen, from nothing | 15.00 | 30.00 | 315 | 0 | 1.0 of Hugo and Pagefind | 0.75 (0.75) |" in tables
    assert "| one sentence more in a release | 2.00 | 4.00 | 302 | 0 | 0.3 of Hugo's | 0.20 (0.20) |" in tables
    assert "| exponent 1.05 | 2.00 (1.00) |" in tables
    assert "pressgen check" not in tables

    page = tmp_path / "page.md"
    page.write_text(f"Before\n\n{table.BEGIN}\nold\n{table.END}\n\nAfter\n", "utf-8")
    table.put_into(page, tables)
    table.put_into(page, tables)
    assert page.read_text("utf-8") == f"Before\n\n{table.BEGIN}\n\n{tables}\n{table.END}\n\nAfter\n"


def test_what_all_processes_take_is_measured(tmp_path: Path) -> None:
    work = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'sum(range(3_000_000))'])"
    alone, none = (run([sys.executable, "-c", code], tmp_path) for code in (work, "pass"))

    assert alone.processors > none.processors
    assert alone.together >= alone.mebibytes > 1
    with pytest.raises(SystemExit, match=re.escape("ended with 3")):
        run([sys.executable, "-c", "raise SystemExit(3)"], tmp_path)
