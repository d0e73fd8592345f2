"""The files beside the index: bundles, catalogue, results, labels and vocabulary, each from values alone."""

from __future__ import annotations

import gzip
import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.search import bundles as bundling
from pressgen.search import parts as parting
from pressgen.search import rules as rule
from pressgen.search.bundles import bundles
from pressgen.search.catalogue import ReleaseFacts, catalogue
from pressgen.search.divisions import groups
from pressgen.search.documents import Owners
from pressgen.search.entries import EntryText, SearchEntry
from pressgen.search.parts import parts
from pressgen.search.results import Result, ResultEdition, shard, shard_size
from pressgen.search.rules import rules_digest
from pressgen.search.vocabulary import LINES, pieces
from tests.search.owners import owners_of

EN_KM = owners_of("en", "km")


def entries(*years: int) -> list[SearchEntry]:
    return [SearchEntry(f"e{at}", year, "en", (EntryText("en", f"T {at}", ()),)) for at, year in enumerate(years)]


def divided(*years: int) -> dict[str, list[int]]:
    return {
        one.name: [entry.year for part in one.parts for entry in part.entries]
        for one in bundles(parts(entries(*years)))
    }


def test_a_small_archive_is_one_bundle() -> None:
    assert divided(2020, 2021, 0) == {"all": [2020, 2021, 0]}
    assert divided() == {}
    assert list(divided(*range(2000, 2000 + bundling.MOST_IN_ONE))) == ["all"]


def test_a_large_one_is_its_newest_year_with_the_pages_and_all_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundling, "MOST_IN_ONE", 3)

    assert divided(2019, 2020, 2021, 2021, 0) == {"current": [2021, 2021, 0], "closed": [2019, 2020]}
    assert [one.first for one in bundles(parts(entries(2019, 2020, 2021, 2021, 0)))] == [2, 0]
    assert divided(2021, 2021, 2021, 2021, 0) == {"all": [2021, 2021, 2021, 2021, 0]}
    assert divided(0, 0, 0, 0) == {"all": [0, 0, 0, 0]}


def test_parts_are_of_a_year_and_not_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parting, "MOST_ENTRIES", 2)
    found = parts(entries(2020, 2021, 2021, 2021, 0))

    assert [(one.name, one.first, len(one.entries)) for one in found] == [
        ("2020-0", 0, 1), ("2021-0", 1, 2), ("2021-1", 3, 1), ("0-0", 4, 1)
    ]  # fmt: skip


def test_a_part_is_known_by_its_entries_and_the_rules_but_not_by_where_it_stands() -> None:
    (one,) = parts(entries(2021, 2021))
    (turned,) = parts(entries(2021, 2021)[::-1])
    (more,) = parts(entries(2021, 2021, 2021))
    rules = rules_digest(EN_KM, "3.1.1")

    assert replace(one, first=5).key(rules) == one.key(rules)
    others = {
        turned.key(rules),
        more.key(rules),
        one.key(rules_digest(EN_KM, "3.1.2")),
        one.key(rules_digest(owners_of("km", "en"), "3.1.1")),
    }
    assert len(others | {one.key(rules)}) == 5


def test_the_rules_are_the_code_the_tables_and_the_scripts_of_languages() -> None:
    folder = Path(rule.__file__).parent
    files = {path for path, _ in rule._rule_files(folder)}
    package = {path.relative_to(folder).as_posix() for path in folder.rglob("*.py")}
    assert files >= package | {"data/words.json", "data/spellings.yml"}

    digests = [
        rules_digest(Owners.of(languages), "3.1.1")
        for languages in (
            {"en": ["Latn"]},
            {"en": ["Latn", "Cyrl"]},
            {"fr": ["Latn"]},
            {"en": ["Latn"], "fr": ["Latn"]},
        )
    ]
    assert len(set(digests)) == len(digests)


def test_every_rule_counts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shutil.copytree(Path(rule.__file__).parent, tmp_path / "search", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(rule.resources, "files", lambda _package: tmp_path / "search")

    def digest() -> bytes:
        return rule._code_digest.__wrapped__()

    before = digest()
    for path, file in [*rule._rule_files(tmp_path / "search")]:
        content = file.read_bytes()
        Path(str(file)).write_bytes(content + b" ")
        assert digest() != before, path
        Path(str(file)).write_bytes(content)
    assert digest() == before


FACTS = (
    ReleaseFacts(date(2022, 2, 15), ("en", "km"), (("readout",), ("NO", "MM"))),
    ReleaseFacts(date(2022, 2, 15), ("km",), (("aid",), ())),
    ReleaseFacts(date(2022, 3, 1), ("en",), (("readout",), ("MM", "NO"))),
)
FACETS = ("kind", "country")


def test_the_catalogue_has_a_column_for_each_fact() -> None:
    columns = json.loads(gzip.decompress(catalogue(FACETS, FACTS, [("km",), ("en", "km")], ("en", "km"))))

    assert columns == {
        "days": [19038, 0, 14],
        "languages": [3, 2, 1, 2, 3],
        "languageIds": ["en", "km"],
        "facets": {
            "kind": {"ids": ["aid", "readout"], "sets": [[1], [0]], "of": [0, 1, 0]},
            "country": {"ids": ["MM", "NO"], "sets": [[0, 1], []], "of": [0, 1, 0]},
        },
        "pages": 3,
    }


def test_the_catalogue_of_nothing() -> None:
    columns = json.loads(gzip.decompress(catalogue((), (), (), ("en",))))

    assert (columns["days"], columns["pages"], columns["facets"]) == ([], 0, {})


def test_a_catalogue_is_the_same_whenever_it_is_made() -> None:
    assert catalogue(FACETS, FACTS, (), ("en", "km"))[4:8] == bytes(4)  # the time in the head of a compressed file
    assert catalogue(FACETS, FACTS, (), ("en", "km")) == catalogue(FACETS, FACTS, (), ("en", "km"))


def test_a_result_is_all_that_a_list_shows() -> None:
    khmer = ResultEdition("km", "ភាសាខ្មែរ", "km/releases/a/", "ltr")
    release = Result(
        "en/releases/a/", ("A call", "", ""), "releases/a/release.json", (khmer,), date(2022, 2, 15),
        "15 February 2022", "7/2022", "Readout", ("Norway",),
    )  # fmt: skip
    page = Result("en/about/", ("À propos", "fr", "ltr"), "texts/x.json", ())

    assert json.loads(gzip.decompress(shard([release, page]))) == [
        {
            "type": "release",
            "address": "en/releases/a/",
            "title": ["A call", "", ""],
            "day": "2022-02-15",
            "date": "15 February 2022",
            "number": "7/2022",
            "kind": "Readout",
            "partners": ["Norway"],
            "editions": [{"language": "km", "name": "ភាសាខ្មែរ", "address": "km/releases/a/", "dir": "ltr"}],
            "text": "releases/a/release.json",
        },
        {
            "type": "page",
            "address": "en/about/",
            "title": ["À propos", "fr", "ltr"],
            "day": "",
            "date": "",
            "kind": "",
            "partners": [],
            "editions": [],
            "text": "texts/x.json",
        },
    ]


def test_a_vocabulary_is_divided_into_files_that_their_first_words_lead_to() -> None:
    lines = [*(f"w{number:04}" for number in range(3 * LINES)), "ក\tqqb", "𠀀\tqzz", "w0000"]
    found = pieces(lines)

    assert b"".join(found.files).decode().splitlines() == sorted({*lines})
    assert all(LINES // 2 <= file.count(b"\n") <= 2 * LINES for file in found.files[:-1])
    assert len(found.firsts) == len(found.files) > 1
    for first, before, file in zip(found.firsts[1:], found.files, found.files[1:], strict=False):
        assert before.decode().splitlines()[-1] < first <= file.decode().splitlines()[0]
    assert pieces([]).files == ()


def test_one_word_more_changes_few_files() -> None:
    lines = [f"{number * 7919 % 99_991:05}" for number in range(20_000)]
    before, after = pieces(lines), pieces([*lines, "000001"])

    assert len({*after.files} - {*before.files}) <= 2
    assert len(before.files) > 20


@given(st.lists(st.tuples(st.text("abc", min_size=1, max_size=6), st.integers(1, 40)), max_size=80), st.integers(1, 60))
def test_files_have_half_to_twice_the_usual_size(some: list[tuple[str, int]], usual: int) -> None:
    words, sizes = sorted({word for word, _ in some}), [size for _, size in some]
    found = list(groups(words, sizes[: len(words)], usual))

    assert [at for one in found for at in one] == list(range(len(words)))
    for number, one in enumerate(found):
        size = sum(sizes[one.start : one.stop])
        assert size <= 2 * usual or len(one) == 1
        following = found[number + 1] if number + 1 < len(found) else range(0)
        assert (
            2 * size >= usual or not following or sizes[following[0]] >= usual or size + sizes[following[0]] > 2 * usual
        )


def test_a_large_archive_has_larger_files_of_results() -> None:
    assert [shard_size(entries) for entries in (0, 32 * 256, 32 * 256 + 1, 10**5)] == [32, 32, 64, 512]
