"""The files beside the index: bundles, catalogue, results, labels and vocabulary, each from values alone."""

from __future__ import annotations

import gzip
import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from pressgen.search import bundles as rule
from pressgen.search.bundles import Bundle, bundles, rules_digest
from pressgen.search.catalogue import ReleaseFacts, catalogue
from pressgen.search.documents import Owners
from pressgen.search.entries import EntryText, SearchEntry
from pressgen.search.results import Result, ResultEdition, shard
from pressgen.search.vocabulary import LINES, pieces
from tests.search.owners import owners_of

EN_KM = owners_of("en", "km")


def entries(*years: int) -> list[SearchEntry]:
    return [SearchEntry(f"e{at}", year, "en", (EntryText("en", f"T {at}", ()),)) for at, year in enumerate(years)]


def divided(*years: int) -> dict[str, list[int]]:
    return {one.name: [entry.year for entry in one.entries] for one in bundles(entries(*years), "en")}


def test_a_small_archive_is_one_bundle() -> None:
    assert divided(2020, 2021, 0) == {"all": [2020, 2021, 0]}
    assert divided() == {}
    assert list(divided(*range(2000, 2000 + rule.MOST_IN_ONE))) == ["all"]


def test_a_large_one_is_its_newest_year_with_the_pages_and_all_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rule, "MOST_IN_ONE", 3)

    assert divided(2019, 2020, 2021, 2021, 0) == {"current": [2021, 2021, 0], "closed": [2019, 2020]}
    assert [one.first for one in bundles(entries(2019, 2020, 2021, 2021, 0), "en")] == [2, 0]
    assert divided(2021, 2021, 2021, 2021, 0) == {"all": [2021, 2021, 2021, 2021, 0]}
    assert divided(0, 0, 0, 0) == {"all": [0, 0, 0, 0]}


def test_the_fingerprint_is_of_the_words_and_of_what_makes_the_index_of_them() -> None:
    (one,) = bundles(entries(2020, 2021), "en")
    (turned,) = bundles(entries(2020, 2021)[::-1], "en")
    moved = Bundle("en", "all", 5, one.entries)
    (khmer,) = bundles(entries(2020, 2021), "km")
    (more,) = bundles(entries(2020, 2021, 2021), "en")

    same = one.fingerprint(rules_digest(EN_KM), "3.1.1")
    assert moved.fingerprint(rules_digest(EN_KM), "3.1.1") == same
    others = {
        turned.fingerprint(rules_digest(EN_KM), "3.1.1"),
        khmer.fingerprint(rules_digest(EN_KM), "3.1.1"),
        more.fingerprint(rules_digest(EN_KM), "3.1.1"),
        one.fingerprint(rules_digest(EN_KM), "3.1.2"),
        one.fingerprint(rules_digest(owners_of("km", "en")), "3.1.1"),
    }
    assert len(others | {same}) == 6


def test_the_rules_are_the_code_the_tables_and_the_scripts_of_languages() -> None:
    folder = Path(rule.__file__).parent
    files = {path for path, _ in rule._rule_files(folder)}
    package = {path.relative_to(folder).as_posix() for path in folder.rglob("*.py")}
    assert files >= package | {"data/words.json", "data/spellings.yml"}

    digests = [
        rules_digest(Owners.of(languages))
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
        "15 February 2022", "Readout", ("Norway",),
    )  # fmt: skip
    page = Result("en/about/", ("À propos", "fr", "ltr"), "texts/x.json", ())

    assert json.loads(shard([release, page])) == [
        {
            "type": "release",
            "address": "en/releases/a/",
            "title": ["A call", "", ""],
            "day": "2022-02-15",
            "date": "15 February 2022",
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


def test_a_vocabulary_is_cut_into_files_that_their_first_words_lead_to() -> None:
    words = {f"w{number:04}": f"w{number:04}" for number in range(LINES + 1)} | {"ក": "qqb", "𠀀": "qzz"}
    found = pieces(words)

    assert found.firsts == ("w0000", f"w{LINES:04}")
    assert found.files[1].decode() == f"w{LINES:04}\nក\tqqb\n𠀀\tqzz\n"
    assert [file.count(b"\n") for file in found.files] == [LINES, 3]
    assert pieces({}).files == ()
