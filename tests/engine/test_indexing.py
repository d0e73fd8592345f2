"""The index as a site publishes it: what its files say, and that they are the same whichever way they were built."""

from __future__ import annotations

import itertools
import os
import random
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pressgen.engine import pool
from pressgen.engine.indexing import write_index
from pressgen.engine.indexing.cache import IndexCache
from pressgen.search import bundles, chunks, parts, vocabulary
from pressgen.search import index as search_index
from pressgen.search import rules as search_rules
from pressgen.search.catalogue import ReleaseFacts
from pressgen.search.corpus import Corpus, LanguageFacts
from pressgen.search.documents import Owners, documents
from pressgen.search.entries import EntryText, SearchEntry
from pressgen.search.indexing import IndexHost
from pressgen.search.places import NAMES, STEP, TEXT, TITLE
from pressgen.search.stemming import stemmer
from pressgen.search.words.texts import word_of
from tests.engine.conftest import ABOUT, ENTRIES, PLACE, QASIRA, RESCUE, SORVIK, Index, Made, corpus, entry, names_in
from tests.search.owners import owners_of

NEW = entry("treaty", 2022, ("Lumeira",), en="A treaty | They signed a treaty at sea.", km="សន្ធិសញ្ញា | ចុះហត្ថលេខា។")


@pytest.fixture
def _two_bundles(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the archive of four entries be a large one."""
    monkeypatch.setattr(bundles, "MOST_IN_ONE", 3)


def numbers(built: Made, language: str) -> list[int]:
    return sorted(built.words(language))


def noting_what_is_cut(patch: pytest.MonkeyPatch) -> list[str]:
    """Note the entries whose texts are cut into words."""
    noted: list[str] = []

    def noting(one: SearchEntry, owners: Owners, languages: tuple[str, ...]) -> object:
        noted.append(one.name)
        return documents(one, owners, languages)

    patch.setattr(parts, "documents", noting)
    patch.setattr(pool, "processes_for", lambda _: 1)
    return noted


def test_a_place_says_whether_it_is_in_the_title_the_names_or_the_text(index: Index) -> None:
    built = index()
    owners = owners_of("en", "km")

    assert built.problems == ()
    for tag in ("en", "km"):
        found = built.postings(tag)
        for number, one in enumerate(ENTRIES):
            document = documents(one, owners, (tag,))[tag]
            for begin, end, part in zip((TITLE, NAMES, TEXT), (NAMES, TEXT, TEXT * 2), document, strict=True):
                for word in (*part.clusters, *(word for piece in part.pieces for word in piece if word)):
                    assert any(begin <= place < end for place in found[stemmer(tag)(word_of(word))][number])


def test_phrases_do_not_reach_from_a_title_to_what_follows_however_long_it_is(index: Index) -> None:
    words = ["w" + str(number).translate(str.maketrans("0123456789", "bcdfghjklm")) for number in range(NAMES + 10)]
    one = entry("a", 2022, cy=f"{' '.join(words)} | Siaradodd.")
    found = index(corpus([one], ("cy",))).postings("cy")

    assert [found[word][0] for word in words] == [[2 + place] for place in range(NAMES + 10)]
    assert found["sorvik"][0][0] > 2 + NAMES + 10
    assert found["siaradodd"][0][0] > TEXT  # behind the place that keeps it from what is before


def test_clusters_share_the_first_place_of_their_part_and_no_phrase_begins_with_one(index: Index) -> None:
    one = entry("a", 2022, ("គឃង",), km="កខគ | ចឆជ")
    found = index(corpus([one], ("km",))).postings("km")

    begins = {place for word, entries in found.items() if word.startswith("qq") for place in entries[0]}
    assert begins == {TITLE, NAMES, TEXT}
    others = {place for word, entries in found.items() if not word.startswith("qq") for place in entries[0]}
    assert not others & {begin + at for begin in begins for at in range(2)}


def test_what_becomes_longer_leaves_other_passages_where_they_are(index: Index) -> None:
    def places(first: str) -> dict[str, list[int]]:
        texts = (EntryText("cy", "A", (first, "Yr ail.", "Y trydydd.")),)
        found = index(corpus([SearchEntry("a", 2022, "cy", texts)], ("cy",))).postings("cy")
        return {word: entries[0] for word, entries in found.items() if word in ("ail", "trydydd")}

    short, long = places("Un."), places("Un " * (STEP // 2))
    assert short == long
    assert short["trydydd"][0] - short["ail"][0] == STEP
    assert places("Un " * STEP)["ail"][0] - short["ail"][0] == STEP


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
def test_words_stand_in_the_index_as_in_the_document(index: Index, language: str) -> None:
    text = " ".join(SCRIPTS.values())
    one = entry("a", 2022, (text,), **{language: f"{text} | {text}"})
    built = index(corpus([one], (language,)))

    (piece,) = documents(one, owners_of(language), (language,))[language].text.pieces
    words = [stemmer(language)(word_of(word)) if word else "" for word in piece]
    at = {place: word for word, entries in built.postings(language).items() for place in entries[0]}
    assert [at.get(TEXT + 2 + place, "") for place in range(len(words))] == words


def test_a_word_is_found_with_its_entries_and_no_other(index: Index) -> None:
    words = index().words("en")

    assert {number for number, found in words.items() if "sorvik" in found} == {0, 2}
    assert {number for number, found in words.items() if "agreement" in found} == {1}
    assert {number for number, found in words.items() if "asean" in found} == {2}  # it stands in the Khmer text alone
    assert {number for number, found in words.items() if "offic" in found} == {3}  # stemmed


def test_only_what_a_browser_asks_for_is_published(index: Index) -> None:
    built = index()

    named = {
        "manifest.json",
        built.manifest["languages"]["en"]["stemmer"],
        built.manifest["catalogue"],
        *built.manifest["labels"].values(),
        "texts/about.json",
    }
    for tag in ("en", "km"):
        named |= {path for bundle in built.bundles(tag) for path in bundle}
        named |= {f"{tag}/{name}.txt" for name in names_in(built.listed(tag)["words"]["names"])}
        named |= {f"results-{tag}/{name}.lines" for name in built.manifest["results"][tag]}
        named.add(built.manifest["languages"][tag]["list"])
    assert built.files.keys() == named


def test_the_manifest_says_whom_to_ask(index: Index) -> None:
    manifest = index().manifest

    assert manifest["version"] == 2
    assert manifest["available"] is True
    assert manifest["owners"]["Khmr"] == ["km"]
    assert manifest["owners"]["Latn"] == ["en"]
    assert manifest["owners"]["*"] == ["en"]
    assert (manifest["entries"], manifest["pages"], manifest["shard"]) == (4, 3, 32)


def test_names_of_filters_stand_in_their_order(index: Index) -> None:
    values = (("SE", "Öland"), ("AT", ("Austria", "en", "ltr")))
    english = LanguageFacts("en", ("Latn",), (("country", values), ("year", (("2022", "2022"),))))
    built = index(Corpus((english,), (SORVIK,), releases=(ReleaseFacts(date(2021, 1, 1), ("en",)),)))

    names = '{"country":{"SE":"Öland","AT":["Austria","en","ltr"]},"year":{"2022":"2022"}}'
    assert built.files[built.manifest["labels"]["en"]] == names.encode()


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
    monkeypatch.setattr(parts, "MOST_ENTRIES", 1)

    cold = index(cache=tmp_path / "cache")
    warm = index(cache=tmp_path / "cache")

    assert cold.files == without_cache
    assert warm.files == without_cache


def test_the_files_depend_on_a_hashable_value_alone(index: Index) -> None:
    assert hash(corpus()) == hash(corpus())
    assert search_index.index(corpus()).files == index().files


def test_what_has_not_changed_is_not_indexed_again(index: Index, tmp_path: Path, ran: list[str]) -> None:
    index(cache=tmp_path / "cache")
    assert ran == ["2021-0", "2022-0", "0-0"]

    index(cache=tmp_path / "cache")
    assert ran == ["2021-0", "2022-0", "0-0"]


@pytest.mark.usefixtures("_two_bundles")
def test_a_new_release_leaves_the_closed_years_as_they_are(index: Index, tmp_path: Path, ran: list[str]) -> None:
    before = index(cache=tmp_path / "cache")
    ran.clear()
    with pytest.MonkeyPatch.context() as patch:
        cut = noting_what_is_cut(patch)
        after = index(corpus((SORVIK, QASIRA, RESCUE, NEW, ABOUT)), cache=tmp_path / "cache")

    assert ran == ["2022-0"]
    assert cut == ["treaty"]
    assert after.files == index(corpus((SORVIK, QASIRA, RESCUE, NEW, ABOUT))).files
    assert after.bundles("en")[1] == before.bundles("en")[1]
    assert after.bundles("en")[0] != before.bundles("en")[0]


@pytest.mark.usefixtures("_two_bundles")
def test_an_older_release_leaves_the_newest_year_as_it_is(index: Index, tmp_path: Path, ran: list[str]) -> None:
    before = index(cache=tmp_path / "cache")
    ran.clear()
    older = entry("older", 2020, en="An older call | They spoke of fisheries.")
    shifted = corpus((older, *ENTRIES))

    after = index(shifted, cache=tmp_path / "cache")

    assert ran == ["2020-0"]
    assert after.files == index(shifted).files
    assert after.bundles("en")[0] == before.bundles("en")[0]
    assert after.postings("en")["fisheri"].keys() == {0, 2}


def test_a_release_that_is_gone_leaves_no_word_behind(index: Index, tmp_path: Path) -> None:
    with_it = index(corpus((*ENTRIES, NEW)), cache=tmp_path / "cache")
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
    monkeypatch.setattr(search_rules, "_code_digest", lambda: b"another")

    index(cache=tmp_path / "cache")

    assert ran == ["2021-0", "2022-0", "0-0"]
    assert cut == [one.name for one in ENTRIES]


def test_another_program_indexes_everything_again(index: Index, tmp_path: Path, ran: list[str]) -> None:
    index(cache=tmp_path / "cache", program=b"one")
    ran.clear()
    index(cache=tmp_path / "cache", program=b"one")
    assert ran == []
    index(cache=tmp_path / "cache", program=b"another")
    assert ran == ["2021-0", "2022-0", "0-0"]


def test_nothing_of_an_earlier_build_is_left(index: Index, tmp_path: Path) -> None:
    index(site="preview", cache=tmp_path / "cache")
    index(corpus((SORVIK, QASIRA)), site="preview", cache=tmp_path / "cache")

    assert index(site="preview", cache=tmp_path / "cache").files == index().files


@pytest.mark.parametrize(
    "languages, stemmed",
    [
        (("en",), {"en"}),
        (("ar", "fr"), {"ar", "fr"}),
        (("cy", "km"), set()),
        (("pt-BR", "zh-Hant"), {"pt-BR"}),
        (("nb", "en-US"), {"nb", "en-US"}),
        (("sr", "ja", "my"), {"sr"}),
    ],
)
def test_languages_that_are_stemmed_and_others(index: Index, languages: tuple[str, ...], stemmed: set[str]) -> None:
    texts = {"en": "Call", "km": "ហៅ", "ar": "قصيرة", "ja": "会談", "zh-Hant": "會談", "my": "ខေါ်ဆိုမှု", "sr": "Позив"}
    names = tuple(texts.values())
    built = index(corpus([entry("a", 2022, names, **{languages[0]: "A call | They spoke."})], languages))

    assert built.problems == ()
    told = built.manifest["languages"]
    assert told.keys() == set(languages)
    assert {tag for tag in told if told[tag]["stemmer"]} == stemmed
    assert {told[tag]["stemmer"] for tag in stemmed} == {name for name in built.files if name.endswith(".js")}


def test_an_archive_of_nothing(index: Index) -> None:
    built = index(corpus(()))

    assert built.problems == ()
    assert built.manifest["available"] is True
    assert built.manifest["languages"] == {}
    assert built.manifest["entries"] == 0


def test_an_archive_of_one_release(index: Index) -> None:
    built = index(corpus((SORVIK,)))

    assert numbers(built, "en") == numbers(built, "km") == [0]


def test_a_site_with_pages_of_docs_alone(index: Index) -> None:
    english = entry("/en/about/", 0, (), en="About | The press office.")
    built = index(corpus((english,)))

    assert built.problems == ()
    assert numbers(built, "en") == [0]
    assert built.manifest["languages"].keys() == {"en"}  # nothing has a word of Khmer
    assert built.manifest["pages"] == 0


def test_a_chunk_of_several_words_is_small_and_is_found_by_the_beginning_of_its_words(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = index()
    monkeypatch.setattr(chunks, "LEAST_BYTES", 8)
    cut = index()

    found = cut.chunks("en")
    assert len(found) > len(whole.chunks("en")) == 1
    for words in found.values():
        assert len(words) == 1 or sum(map(len, words.values())) <= 2 * 8
    for first, before, words in zip([*found][1:], found.values(), [*found.values()][1:], strict=False):
        assert max(before) < first <= min(words)
        assert max(before) >= first[:-1]  # no shorter one would do
    assert cut.words("en") == whole.words("en")


def test_chunks_grow_in_steps_with_an_index() -> None:
    assert chunks.usual_bytes(0) == chunks.LEAST_BYTES
    sizes = [chunks.usual_bytes(size) for size in range(10**6, 10**8, 10**5)]
    assert sizes == sorted(sizes)
    assert {round(after / before, 2) for before, after in itertools.pairwise(sizes)} == {1, 1.41}


def changed(entries: list[SearchEntry], chance: random.Random, number: int) -> list[SearchEntry]:
    """Add an entry, remove one, or write another text for one; releases stand in the order of their years."""
    words = chance.choices(
        ("treaty", "visit", "lighthouses", "fisheries", "ASEAN", "co-operation", "H.E.", "2022"), k=9
    )
    khmer = chance.choices(("សន្ធិសញ្ញា", "ជលផល", "រដ្ឋមន្ត្រី", "១២"), k=4)
    one = entry(
        f"e{number}",
        chance.choice((2019, 2020, 2021)),
        en=f"{words[0]} | {' '.join(words)}",
        km=f"ការ | {''.join(khmer)}",
    )
    match chance.choice(("add", "add", "edit", "edit", "remove")) if entries else "add":
        case "add":
            entries = [*entries, one]
        case "edit":
            at = chance.randrange(len(entries))
            entries = [*entries[:at], replace(one, name=entries[at].name, year=entries[at].year), *entries[at + 1 :]]
        case "remove":
            entries = chance.sample(entries, len(entries) - 1)
    return sorted(entries, key=lambda found: (found.year or 9999, found.name))


class KilledStore:
    """The store of a build that is killed when it has saved some things."""

    def __init__(self, folder: Path, most: int) -> None:
        self._store, self._left = IndexCache(folder), most

    def load(self, name: str) -> bytes | None:
        return self._store.load(name)

    def save(self, name: str, content: bytes) -> bool:
        if not self._left:
            raise KeyboardInterrupt
        self._left -= 1
        return self._store.save(name, content)


def test_any_sequence_of_changes_gives_the_bytes_of_a_clean_build_and_makes_no_file_in_vain(
    index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seeds: Callable[[int], range]
) -> None:
    for module, name, value in (
        (parts, "MOST_ENTRIES", 3), (bundles, "MOST_IN_ONE", 6), (chunks, "LEAST_BYTES", 40), (vocabulary, "LINES", 4)
    ):  # fmt: skip
        monkeypatch.setattr(module, name, value)
    for seed in seeds(3):
        chance = random.Random(seed)
        store = IndexCache(tmp_path / f"cache-{seed}")
        entries: list[SearchEntry] = [ABOUT]
        site: dict[str, bytes] = {}
        for step in range(20):
            entries = changed(entries, chance, step)
            kept = sorted((tmp_path / f"cache-{seed}").glob("*"))
            if kept and chance.random() < 0.2:
                chance.choice(kept).unlink()
            killed = KilledStore(tmp_path / f"cache-{seed}", chance.randrange(12))
            with suppress(KeyboardInterrupt):
                search_index.index(corpus(changed(entries, chance, 100 + step)), IndexHost(store=killed))
            folder = tmp_path / f"{seed}-{step}"
            written = write_index(corpus(entries), folder, store, PLACE, site.__contains__)
            made = Made(folder, written.problems).files
            assert made.keys() & site.keys() <= {"manifest.json"}
            site = made | {name: site[name] for name in written.standing}
            assert site == index(corpus(entries)).files, (seed, step)
