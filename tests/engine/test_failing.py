"""Whatever happens to the stemmers or to the cache: the site is built, and what is missing is reported."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest

from pressgen.engine import indexing
from pressgen.problems import Severity, codes
from pressgen.search import stemming
from tests.engine.conftest import ENTRIES, PLACE, Index, Made, corpus, entry


def is_without_index(built: Made, reason: str) -> bool:
    """True if everything but the index was written, and the problem has this reason."""
    assert [problem.code for problem in built.problems] == [codes.NO_SEARCH_INDEX]
    [problem] = built.problems
    assert (problem.severity, problem.place) == (Severity.WARNING, PLACE)
    assert reason in problem.message, problem.message
    assert "Traceback" not in problem.message
    manifest = built.manifest
    assert manifest["available"] is False
    assert manifest["languages"] == {}
    kept = {"manifest.json", manifest["catalogue"], *manifest["labels"].values(), "texts/about.json"}
    kept |= {f"results-{tag}/{name}.lines" for tag, names in manifest["results"].items() for name in names}
    assert set(built.files) == kept
    return True


def test_stemmers_that_are_there(index: Index) -> None:
    assert indexing.unavailable(PLACE) == ()
    assert index().problems == ()


def test_stemmers_that_are_missing(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stemming, "PACKAGE", "not-installed-anywhere")

    assert is_without_index(index(), "not-installed-anywhere is not installed")
    assert [problem.code for problem in indexing.unavailable(PLACE)] == [codes.NO_SEARCH_INDEX]


@pytest.mark.parametrize("told", ["3.0.1", "3.10.0", "3.1.1b1", "4.0.0", ""])
def test_another_version(index: Index, monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    monkeypatch.setattr(metadata, "version", lambda _: told)

    assert is_without_index(index(), f"snowballstemmer has the version {told}, which pressgen does not know")
    assert [problem.code for problem in indexing.unavailable(PLACE)] == [codes.NO_SEARCH_INDEX]


def test_a_package_that_lacks_a_language(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_name: str) -> None:
        raise ImportError

    monkeypatch.setattr(stemming.importlib, "import_module", missing)

    assert is_without_index(index(), "snowballstemmer lacks the stemmer of english")


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
    for kept in files_in(tmp_path / "cache"):
        kept.write_bytes(damage(kept.read_bytes()))
    ran.clear()

    mended = index(cache=tmp_path / "cache")

    assert ran == ["2021-0", "2022-0", "0-0"]
    assert mended.problems == ()
    assert mended.files == sound.files
    ran.clear()
    assert index(cache=tmp_path / "cache").files == sound.files
    assert ran == []


@pytest.mark.parametrize(
    "name", ["parts", "2021-0.documents", "2021-0.en", "2022-0.km", "all.en", "words.km", "results.en"]
)
def test_one_file_of_the_cache_that_is_damaged_or_lost_changes_nothing(index: Index, tmp_path: Path, name: str) -> None:
    changed = corpus((entry("sorvik", 2021, en="A call | They met."), *ENTRIES[1:]))
    sound = [index().files, index(changed).files]
    for spoil in (lambda path: path.write_bytes(b"zu" + path.read_bytes()), lambda path: path.unlink(missing_ok=True)):
        for some, files in zip((corpus(), changed), sound, strict=True):
            index(cache=tmp_path / "cache")
            spoil(tmp_path / "cache" / name)
            assert index(some, cache=tmp_path / "cache").files == files


def test_a_named_pipe_in_the_cache_is_not_waited_for(index: Index, tmp_path: Path) -> None:
    sound = index(cache=tmp_path / "cache")
    for kept in files_in(tmp_path / "cache"):
        kept.unlink()
        os.mkfifo(kept)

    assert index(cache=tmp_path / "cache").files == sound.files


def test_a_cache_that_cannot_be_written(index: Index, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    built = index(cache=tmp_path / "file" / "cache")

    assert built.problems == ()
    assert built.files == index().files


def files_in(cache: Path) -> list[Path]:
    """List the files of a cache but the one that keeps it out of git."""
    return sorted(path for path in cache.rglob("*") if path.is_file() and path.name != ".gitignore")


def words_in(cache: Path) -> str:
    """Return the content of all files of a cache."""
    return "\n".join(path.read_bytes().decode("utf-8", "replace") for path in files_in(cache))


def test_the_cache_keeps_itself_out_of_git_and_no_word_that_is_hidden_again(index: Index, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = corpus([entry("a", 2022, en="A call | They spoke.", km="ការហៅ")], ("en", "km"))
    index(
        corpus([*first.entries, entry("b", 2022, en="Zubrowka | A treaty with Zubrowka.")], ("en", "km")),
        cache=cache,
    )
    assert "zubrowka" in words_in(cache)
    (cache / "2022-0.en.123.new").write_bytes(b"zubrowka")
    (cache / "en").mkdir()  # as an earlier program had it
    (cache / "en" / "all-1f.zip").write_bytes(b"zubrowka")

    index(first, cache=cache)

    assert (cache / ".gitignore").read_text() == "*\n"
    assert "zubrowka" not in words_in(cache)
    assert {path.name for path in files_in(cache)} == {
        "parts", "2022-0.documents", "2022-0.en", "2022-0.km", "all.en", "all.km", "words.en", "words.km",
        "results.en", "results.km",
    }  # fmt: skip
    index(corpus([entry("a", 2022, en="A call | They spoke.")], ("en",)), cache=cache)
    assert not list(cache.glob("*.km"))
    assert list(indexing.forget(cache, PLACE)) == []
    assert files_in(cache) == []


def test_a_cache_that_keeps_words_is_reported(index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index(corpus([entry("a", 2022, en="A call | They spoke.")], ("en",)), cache=tmp_path / "cache")

    def refused(path: Path, *, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "unlink", refused)
    built = index(corpus([entry("a", 2021, en="A call | They met.")], ("en",)), cache=tmp_path / "cache")

    assert [problem.code for problem in built.problems] == [codes.KEPT_WORDS]
    assert built.manifest["available"] is True


def test_words_that_cannot_be_written_over_are_removed_or_reported(
    index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, _to: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    index(corpus([entry("a", 2022, en="A call | Zubrowka.")], ("en",)), cache=tmp_path / "cache")
    monkeypatch.setattr(Path, "replace", refused)
    built = index(corpus([entry("a", 2022, en="A call | They met.")], ("en",)), cache=tmp_path / "cache")

    assert built.problems == ()
    assert "zubrowka" not in words_in(tmp_path / "cache")
    assert built.manifest["available"] is True
