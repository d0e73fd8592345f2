"""The index as a site publishes it: what its files say, and that they are the same however they were made."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pressgen.engine import pool
from pressgen.engine.indexing import making, rewriting
from pressgen.search import bundles
from pressgen.search.documents import Owners, documents
from pressgen.search.entries import Entry
from tests.engine.conftest import ABOUT, ENTRIES, QASIRA, RESCUE, SORVIK, Index, Made, entry, searchable

NEW = entry("treaty", 2022, ("Lumeira",), en="A treaty | They signed a treaty at sea.", km="សន្ធិសញ្ញា | ចុះហត្ថលេខា។")


@pytest.fixture
def _two_bundles(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the archive of four entries be a large one."""
    monkeypatch.setattr(bundles, "MOST_IN_ONE", 3)


def numbers(made: Made, language: str) -> list[int]:
    return sorted(int(id_.split(".")[0], 36) for id_ in made.ids(language))


def noting_what_is_cut(patch: pytest.MonkeyPatch) -> list[str]:
    """Note the entries whose texts are cut into words."""
    noted: list[str] = []

    def noting(one: Entry, owners: Owners, languages: tuple[str, ...]) -> object:
        noted.append(one.name)
        return documents(one, owners, languages)

    patch.setattr(making, "documents", noting)
    patch.setattr(pool, "processes_for", lambda _: 1)
    return noted


def test_the_id_of_a_page_says_which_entry_it_is_and_where_its_title_and_names_end(index: Index) -> None:
    made = index()
    owners = Owners.of(("en", "km"))

    assert made.problems == ()
    for tag in ("en", "km"):
        expected = set()
        for number, one in enumerate(ENTRIES):
            document = documents(one, owners, (tag,))[tag]
            if document:
                expected.add((number, document.title_end, document.names_end))
        assert {tuple(int(part, 36) for part in id_.split(".")) for id_ in made.ids(tag)} == expected


SCRIPTS = {
    "en": "Łódź, Ærø and Þórshöfn; naïve 1,204 people’s co-operation: MFA/2022/17 q qx zzz «ﬁn» x² ½ ①",
    "ar": "التقى معالي الوزير بنظيره في القاهرة، وأكّدا أهمية التعاون (٢٠٢٢).",
    "ru": "Встреча министров ёлка 15-го февраля",
    "el": "Συνάντηση Υπουργών Εξωτερικών",
    "he": "שַׁלוֹם פגישה",
    "hi": "विदेश मंत्री की बैठक",
    "km": "រដ្ឋមន្ត្រីការបរទេស បានជួប ASEAN ថ្ងៃទី១៥",
    "th": "รัฐมนตรีว่าการกระทรวงการต่างประเทศ ๒๕๖๕",
    "my": "နိုင်ငံခြားရေးဝန်ကြီး",
    "ja": "外務大臣は2022年2月15日にカンボジアを訪問した。",
    "ko": "외교부 장관 회담",
    "ka": "საგარეო საქმეთა მინისტრი",
    "am": "የውጭ ጉዳይ ሚኒስትር",
}


@pytest.mark.parametrize("language", sorted(SCRIPTS))
def test_the_engine_counts_words_as_the_ids_do(index: Index, language: str) -> None:
    text = " ".join(SCRIPTS.values())
    one = entry("a", 2022, (text,), **{language: f"{text} | {text}"})
    made = index(searchable([one], (language,)))

    words = documents(one, Owners.of((language,)), (language,))[language].words
    assert made.places(language) == list(range(len(words)))


def test_a_word_is_found_with_its_entries_and_no_other(index: Index) -> None:
    words = index().words("en")

    assert {number for number, found in words.items() if "sorvik" in found} == {0, 2}
    assert {number for number, found in words.items() if "agreement" in found} == {1}
    assert {number for number, found in words.items() if "asean" in found} == {2}  # it stands in the Khmer text alone
    assert {number for number, found in words.items() if "offic" in found} == {3}  # stemmed


def test_only_what_a_browser_asks_for_is_published(index: Index) -> None:
    made = index()

    assert not [name for name in made.files if "fragment" in name or "-ui" in name or "highlight" in name]
    named = {
        "manifest.json",
        made.manifest["engine"],
        made.manifest["catalogue"],
        *made.manifest["labels"].values(),
        "texts/about.json",
    }
    folders = (
        *(f"{name}/" for tag in ("en", "km") for name in made.bundles(tag)),
        *(made.manifest["languages"][tag]["words"]["path"] for tag in ("en", "km")),
        *made.manifest["results"].values(),
    )
    assert [name for name in made.files if name not in named and not name.startswith(folders)] == []
    assert all((made.folder / name).exists() for name in (*named, *folders))


def test_the_manifest_says_whom_to_ask(index: Index) -> None:
    manifest = index().manifest

    assert manifest["version"] == 1
    assert manifest["available"] is True
    assert manifest["owners"]["Khmr"] == ["km"]
    assert manifest["owners"]["Latn"] == ["en"]
    assert manifest["owners"]["*"] == ["en"]
    assert (manifest["entries"], manifest["pages"], manifest["shard"]) == (4, 3, 32)


def test_words_can_be_completed_from_the_vocabulary(index: Index) -> None:
    vocabulary = index().vocabulary("en")

    assert {"sorvik", "ministers", "agreement", "office"} <= vocabulary.keys()
    assert vocabulary["ministers"] == "ministers"
    assert "រដ្ឋ" in index().vocabulary("km")
    assert not [key for key in vocabulary if "\u1780" <= key[0] <= "\u17ff"]


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_every_build_gives_the_same_bytes(
    index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    if processes > 1 and (not hasattr(os, "fork") or sys.platform == "darwin"):
        pytest.skip("this platform does not fork")
    without_cache = index().files
    monkeypatch.setattr(pool, "processes_for", lambda _: processes)
    monkeypatch.setattr(making, "BATCH", 1)

    cold = index(cache=tmp_path / "cache")
    warm = index(cache=tmp_path / "cache")

    assert cold.files == without_cache
    assert warm.files == without_cache


def test_what_has_not_changed_is_not_indexed_again(index: Index, tmp_path: Path, ran: list[str]) -> None:
    index(cache=tmp_path / "cache")
    assert sorted(ran) == ["en-all", "km-all"]

    index(cache=tmp_path / "cache")
    assert sorted(ran) == ["en-all", "km-all"]


@pytest.mark.usefixtures("_two_bundles")
def test_a_new_release_leaves_the_closed_years_as_they_are(index: Index, tmp_path: Path, ran: list[str]) -> None:
    before = index(cache=tmp_path / "cache")
    assert sorted(ran) == ["en-closed", "en-current", "km-closed", "km-current"]
    ran.clear()
    with pytest.MonkeyPatch.context() as patch:
        cut = noting_what_is_cut(patch)
        after = index(searchable((SORVIK, QASIRA, RESCUE, NEW, ABOUT)), cache=tmp_path / "cache")

    assert sorted(ran) == ["en-current", "km-current"]
    assert cut == ["treaty"]
    assert after.files == index(searchable((SORVIK, QASIRA, RESCUE, NEW, ABOUT))).files
    assert after.bundles("en")[1] == before.bundles("en")[1]
    assert after.bundles("en")[0] != before.bundles("en")[0]


@pytest.mark.usefixtures("_two_bundles")
def test_numbers_that_shift_index_nothing_again(index: Index, tmp_path: Path, ran: list[str]) -> None:
    index(cache=tmp_path / "cache")
    ran.clear()
    shifted = searchable((ABOUT, RESCUE, QASIRA, SORVIK))

    after = index(shifted, cache=tmp_path / "cache")

    assert ran == []
    assert after.files == index(shifted).files
    assert numbers(after, "en") == [0, 1, 2]
    assert [id_.split(".")[0] for id_ in after.ids("en", 1)] == ["3"]


def test_a_release_that_is_gone_leaves_no_word_behind(index: Index, tmp_path: Path) -> None:
    with_it = index(searchable((*ENTRIES, NEW)), cache=tmp_path / "cache")
    assert "treaty" in with_it.vocabulary("en")

    without = index(cache=tmp_path / "cache")

    assert "treaty" not in without.vocabulary("en")
    assert without.files == index().files


def test_another_rule_of_words_indexes_everything_again(
    index: Index, tmp_path: Path, ran: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    index(cache=tmp_path / "cache")
    ran.clear()
    cut = noting_what_is_cut(monkeypatch)
    monkeypatch.setattr(bundles, "_rules", lambda: "another")

    index(cache=tmp_path / "cache")

    assert sorted(ran) == ["en-all", "km-all"]
    assert cut == [one.name for one in ENTRIES]


def test_nothing_of_an_earlier_build_is_left(index: Index, tmp_path: Path) -> None:
    index(site="preview", cache=tmp_path / "cache")
    index(searchable((SORVIK, QASIRA)), site="preview", cache=tmp_path / "cache")

    assert index(site="preview", cache=tmp_path / "cache").files == index().files


@pytest.mark.parametrize(
    "languages, told",
    [
        (("en",), {"en": "en"}),
        (("ar", "fr"), {"ar": "ar", "fr": "fr"}),
        (("cy", "km"), {"cy": None, "km": None}),
        (("pt-BR", "zh-Hant"), {"pt-BR": "pt", "zh-Hant": None}),
        (("nb", "en-US"), {"nb": "no", "en-US": "en"}),
        (("sr", "ja", "my"), {"sr": "sr", "ja": None, "my": None}),
    ],
)
def test_languages_that_the_engine_stems_and_others(
    index: Index, languages: tuple[str, ...], told: dict[str, str | None]
) -> None:
    texts = {"en": "Call", "km": "ហៅ", "ar": "قصيرة", "ja": "会談", "zh-Hant": "會談", "my": "ခေါ်ဆိုမှု", "sr": "Позив"}
    names = tuple(texts.values())
    made = index(searchable([entry("a", 2022, names, **{languages[0]: "A call | They spoke."})], languages))

    assert made.problems == ()
    assert made.manifest["languages"].keys() == told.keys()
    for tag, stemmer in told.items():
        kept = [name for name in made.files if name.startswith(made.bundles(tag)[0]) and "wasm" in name]
        assert [name.rpartition("wasm.")[2] for name in kept] == [f"{stemmer or 'unknown'}.pagefind"]


def test_an_archive_of_nothing(index: Index) -> None:
    made = index(searchable(()))

    assert made.problems == ()
    assert made.manifest["available"] is True
    assert made.manifest["languages"] == {}
    assert made.manifest["entries"] == 0


def test_an_archive_of_one_release(index: Index) -> None:
    made = index(searchable((SORVIK,)))

    assert numbers(made, "en") == numbers(made, "km") == [0]


def test_a_site_with_pages_of_docs_alone(index: Index) -> None:
    english = entry("/en/about/", 0, (), en="About | The press office.")
    made = index(searchable((english,)))

    assert made.problems == ()
    assert numbers(made, "en") == [0]
    assert made.manifest["languages"].keys() == {"en"}  # nothing has a word of Khmer
    assert made.manifest["pages"] == 0


def test_an_id_longer_than_the_name_of_a_file_can_be(index: Index) -> None:
    made = index(searchable((replace(SORVIK, name="a" * 300), QASIRA)))

    assert made.problems == ()
    assert numbers(made, "en") == [0, 1]


def test_a_chunk_of_several_words_is_small_and_has_no_word_outside_its_range(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = index()
    monkeypatch.setattr(rewriting, "FEWEST_PLACES", 12)
    monkeypatch.setattr(rewriting, "isqrt", lambda _: 0)
    cut = index()

    assert len(cut.chunks("en")) > len(whole.chunks("en"))
    for first, last, words in cut.chunks("en"):
        assert len(words) == 1 or sum(words.values()) <= 12
        assert [word for word in words if not (word.startswith(first) or first < word)] == []
        assert [word for word in words if not (word.startswith(last) or word < last)] == []
    assert cut.words("en") == whole.words("en")


def test_chunks_grow_more_slowly_than_an_index() -> None:
    assert rewriting.most_places(0) == rewriting.FEWEST_PLACES
    assert rewriting.most_places(1_000_000) == 2_000
    assert rewriting.most_places(100_000_000) == 20_000
