"""Whatever happens to the stemmers or to the cache: the site is built, and what is missing is reported."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest

from pressgen.engine import indexing
from pressgen.problems import Severity, codes
from pressgen.search import stemming
from tests.engine.conftest import PLACE, Index, Made, corpus, entry


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
    kept |= {f"{folder}0.json" for folder in manifest["results"].values()}
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


def test_a_named_pipe_in_the_cache_is_not_waited_for(index: Index, tmp_path: Path) -> None:
    sound = index(cache=tmp_path / "cache")
    for kept in (tmp_path / "cache").rglob("*.zip"):
        kept.unlink()
        os.mkfifo(kept)

    assert index(cache=tmp_path / "cache").files == sound.files


def test_a_cache_that_cannot_be_written(index: Index, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    built = index(cache=tmp_path / "file" / "cache")

    assert built.problems == ()
    assert built.files == index().files


def words_in(cache: Path) -> str:
    """Return the content of all indexes of a cache, unpacked."""
    found = []
    for path in cache.rglob("*.zip"):
        with zipfile.ZipFile(path) as kept:
            found += [kept.read(name).decode("utf-8", "replace") for name in kept.namelist() if name != "chunks"]
    return "\n".join(found)


def test_the_cache_keeps_itself_out_of_git_and_no_word_that_is_hidden_again(index: Index, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = corpus([entry("a", 2022, en="A call | They spoke.", km="ការហៅ")], ("en", "km"))
    index(
        corpus([*first.entries, entry("b", 2022, en="Zubrowka | A treaty with Zubrowka.")], ("en", "km")),
        cache=cache,
    )
    assert "zubrowka" in words_in(cache)
    (cache / "en" / "all-left.zip.123").write_bytes(b"zubrowka")

    index(first, cache=cache)

    assert (cache / ".gitignore").read_text() == "*\n"
    assert "zubrowka" not in words_in(cache)
    assert [path.name.partition("-")[0] for path in sorted(cache.glob("*/*"))] == ["all", "all"]
    index(corpus([entry("a", 2022, en="A call | They spoke.")], ("en",)), cache=cache)
    assert not list(cache.glob("km/*"))
    assert list(indexing.forget(cache, PLACE)) == []
    assert list(cache.glob("*/*")) == []


def test_a_cache_that_keeps_words_is_reported(index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index(corpus([entry("a", 2022, en="A call | They spoke.")], ("en",)), cache=tmp_path / "cache")

    def refused(path: Path, *, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "unlink", refused)
    built = index(corpus([entry("a", 2022, en="A call | They met.")], ("en",)), cache=tmp_path / "cache")

    assert [problem.code for problem in built.problems] == [codes.KEPT_WORDS]
    assert built.manifest["available"] is True
