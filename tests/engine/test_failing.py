"""Whatever happens to the search engine's program or to the cache: the site is built, and what is missing is told."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pressgen.engine import indexing
from pressgen.engine.indexing import pagefind
from pressgen.problems import Severity, codes
from tests.engine.conftest import PLACE, Index, Made, entry, searchable

posix = pytest.mark.skipif(sys.platform == "win32", reason="the programs of these tests are shell scripts")
VERSION = 'if [ "$1" = --version ]; then echo "pagefind 1.5.2"; exit; fi\n'
Install = Callable[[str | None], Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Have a shell script be the program, or nothing."""

    def place(script: str | None) -> Path:
        program = tmp_path / "pagefind"
        if script is not None:
            program.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
            program.chmod(0o755)
        monkeypatch.setattr(pagefind, "_installed", lambda: program if script is not None else None)
        return program

    return place


def is_without_index(made: Made, reason: str) -> bool:
    """Say whether all but the index is there, and the problem tells this reason."""
    assert [problem.code for problem in made.problems] == [codes.NO_SEARCH_INDEX]
    [problem] = made.problems
    assert (problem.severity, problem.place) == (Severity.WARNING, PLACE)
    assert reason in problem.message, problem.message
    assert "Traceback" not in problem.message
    manifest = made.manifest
    assert manifest["available"] is False
    assert manifest["languages"] == {}
    kept = {"manifest.json", manifest["catalogue"], *manifest["labels"].values(), "texts/about.json"}
    kept |= {f"{folder}0.json" for folder in manifest["results"].values()}
    assert set(made.files) == kept
    return True


def test_a_program_that_is_missing(index: Index, install: Install) -> None:
    install(None)

    assert is_without_index(index(), "Pagefind is not installed")
    assert [problem.code for problem in indexing.unavailable(PLACE)] == [codes.NO_SEARCH_INDEX]


def test_a_program_that_is_there(index: Index) -> None:
    assert indexing.unavailable(PLACE) == ()
    assert index().problems == ()


def test_a_system_without_the_package_may_have_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = pagefind.find().path
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(pagefind.NotIndexedError, match="is not installed"):
        pagefind.find()

    (tmp_path / installed.name).symlink_to(installed)
    assert pagefind.find().version == "1.5.2"


@posix
def test_a_program_that_may_not_be_run(index: Index, install: Install) -> None:
    install(VERSION).chmod(stat.S_IRUSR)

    assert is_without_index(index(), "Pagefind does not run (Permission denied)")


@posix
def test_a_program_for_another_machine(index: Index, install: Install) -> None:
    install("").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(64))

    assert is_without_index(index(), "Pagefind does not run (Exec format error)")


@posix
@pytest.mark.parametrize("told", ["pagefind 1.6.0", "pagefind 1.4.0", "pagefind 1.5.2-beta.1", "pagefind 0.12.0", ""])
def test_another_version(index: Index, install: Install, told: str) -> None:
    install(f'echo "{told}"\n')

    assert is_without_index(index(), f"Pagefind has the version {told.removeprefix('pagefind ') or 'unknown'}")


@posix
def test_a_program_that_does_not_tell_its_version(index: Index, install: Install) -> None:
    install("exit 4\n")

    assert is_without_index(index(), "Pagefind does not run (it ended with code 4)")


@posix
def test_a_program_that_fails(index: Index, install: Install) -> None:
    install(f'{VERSION}echo "first line" >&2; echo "no room left" >&2; exit 3\n')

    assert is_without_index(index(), "Pagefind ended with code 3: no room left")


@posix
def test_a_program_that_is_ended_from_outside(index: Index, install: Install) -> None:
    install(f"{VERSION}kill -9 $$\n")

    assert is_without_index(index(), "Pagefind ended with code -9, perhaps for want of memory")


@posix
def test_a_program_that_does_not_end_is_ended(
    index: Index, install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(f"{VERSION}echo $$ >> {tmp_path}/begun; exec sleep 600\n")
    # Long enough for every program to begin on a busy machine.
    monkeypatch.setattr(pagefind, "SECONDS", 5.0)

    assert is_without_index(index(), "Pagefind did not end in 5 seconds")
    for begun in (tmp_path / "begun").read_text().split():
        assert not _runs(int(begun))


def _runs(process: int) -> bool:
    for _ in range(50):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.1)
    return True


@posix
@pytest.mark.parametrize(
    "output",
    [
        "",
        'echo "{}" > "$8/pagefind-entry.json"',
        'echo "not JSON" > "$8/pagefind-entry.json"',
        (
            'echo > "$8/pagefind.x.pf_meta"\n'
            'echo \'{"languages":{"en":{"hash":"x","wasm":null}}}\' > "$8/pagefind-entry.json"'
        ),
    ],
)
def test_a_program_that_writes_something_else(index: Index, install: Install, output: str) -> None:
    install(f'{VERSION}mkdir -p "$8"; {output}\n')

    assert is_without_index(index(), "Pagefind's files are not as pressgen knows them")


def damage_end(data: bytes) -> bytes:
    return data[: len(data) // 2]


def damage_content(data: bytes) -> bytes:
    middle = len(data) // 3
    return data[:middle] + bytes(byte ^ 0xFF for byte in data[middle : middle + 40]) + data[middle + 40 :]


def nothing(_data: bytes) -> bytes:
    return b""


def another_archive(_data: bytes) -> bytes:
    return b"PK\x05\x06" + bytes(18)


@pytest.mark.parametrize("damage", [damage_end, damage_content, nothing, another_archive])
def test_what_is_damaged_in_the_cache_is_made_anew(
    index: Index, tmp_path: Path, ran: list[str], damage: Callable[[bytes], bytes]
) -> None:
    sound = index(cache=tmp_path / "cache")
    for kept in (tmp_path / "cache").rglob("*.zip"):
        kept.write_bytes(damage(kept.read_bytes()))
    ran.clear()

    mended = index(cache=tmp_path / "cache")

    assert sorted(ran) == ["en-all", "km-all"]
    assert mended.problems == ()
    assert mended.files == sound.files
    ran.clear()
    assert index(cache=tmp_path / "cache").files == sound.files
    assert ran == []


def test_a_cache_that_cannot_be_written(index: Index, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    made = index(cache=tmp_path / "file" / "cache")

    assert made.problems == ()
    assert made.files == index().files


def test_the_cache_keeps_itself_out_of_git_and_few_old_indexes(index: Index, tmp_path: Path) -> None:
    for number in range(8):
        found = searchable([entry("a", 2022, en=f"A call | They spoke {number} times.")], ("en",))
        index(found, cache=tmp_path / "cache")

    assert (tmp_path / "cache" / ".gitignore").read_text() == "*\n"
    assert len(list((tmp_path / "cache" / "en").iterdir())) == 5


@posix
def test_documents_that_cannot_be_written(index: Index, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))

    assert is_without_index(index(), "the documents for the search index cannot be written")
