"""The rule of words in Python: what the vectors say, and what holds for any text."""

import unicodedata
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pressgen.search.words import FILLER, cluster_words, index_words, tokens, vocabulary
from pressgen.search.words.table import kind_of, ranges, word_table
from tests.search.words.checks import VECTORS, matches, texts
from tests.search.words.query import query_phrases


def _with(key: str) -> list[Any]:
    return [
        pytest.param(vector, id=f"{vector['language']}-{place}")
        for place, vector in enumerate(VECTORS)
        if key in vector
    ]


@pytest.mark.parametrize("vector", _with("tokens"))
def test_a_text_has_these_words(vector: dict[str, Any]) -> None:
    assert " ".join(token.text for token in tokens(vector["text"])) == str(vector["tokens"])


@pytest.mark.parametrize("vector", _with("same"))
def test_spellings_of_a_word_are_one(vector: dict[str, Any]) -> None:
    first, *others = [[token.text for token in tokens(str(spelling))] for spelling in vector["same"]]
    assert first
    assert others == [first] * len(others)


@pytest.mark.parametrize("vector", _with("same"))
def test_each_spelling_finds_each_other(vector: dict[str, Any]) -> None:
    spellings = [str(spelling) for spelling in vector["same"]]
    assert [(one, other) for one in spellings for other in spellings if not matches(one, other)] == []


@pytest.mark.parametrize("vector", _with("finds"))
def test_a_text_is_found_by_these_queries(vector: dict[str, Any]) -> None:
    assert [query for query in vector["finds"] if not matches(str(query), vector["text"])] == []


@pytest.mark.parametrize("vector", _with("misses"))
def test_a_text_is_not_found_by_other_queries(vector: dict[str, Any]) -> None:
    wrong = [
        query for query in vector["misses"] if query_phrases(str(query)).phrases and matches(str(query), vector["text"])
    ]
    assert wrong == []


def test_the_vectors_are_many_and_of_many_languages() -> None:
    expected = {"en", "fr", "cy", "km", "ar", "fa", "th", "lo", "my", "zh", "ja", "ko", "hi", "he", "ru", "el", "vi"}
    assert len(VECTORS) >= 120
    assert expected <= {vector["language"] for vector in VECTORS}


def test_the_parts_of_a_printed_word_share_its_place() -> None:
    found = tokens("paid ½ dollar")
    assert [(token.text, token.start, token.end, token.before.joined) for token in found] == [
        ("paid", 0, 4, False),
        ("1", 5, 6, False),
        ("2", 5, 6, True),
        ("dollar", 7, 13, False),
    ]


def test_a_token_says_what_stands_before_it() -> None:
    between = [token.before for token in tokens("a b-c. D, e・f")]
    assert [one.joined for one in between] == [False, False, True, False, False, True]
    assert [one.breaks for one in between] == [True, False, True, True, True, False]
    assert [one.link for one in between] == ["", "", "-", ".", "", ""]
    assert [token.before.link for token in tokens("Sana'a l’un")] == ["", "'", "", "'"]
    assert [token.before.stops for token in tokens("a,b; c/d—e")] == [False, True, True, False, True]


def test_each_two_clusters_are_a_word_and_one_by_itself_is_one() -> None:
    found = tokens("ភ្នំពេញ x ក។ខគ")
    assert len(index_words(found)) == len(["ភ្នំ+ពេ", "ពេ+ញ", "x", "ក", "ខ+គ"])
    assert len(cluster_words(found)) == len(["ភ្នំ", "ពេ", "ញ", "ក", "ខ", "គ"])
    assert not set(index_words(tokens("ភ្នំពេញ"))) & cluster_words(found)


def test_words_of_codes_are_letters_that_no_stemmer_changes() -> None:
    words = {word for vector in VECTORS for word in index_words(tokens(vector.get("text", "")))}
    codes = {word for word in words if word.startswith("q") and not set(word) & set("aeiouy")}
    assert len(codes) > 100
    assert {letter for word in codes for letter in word} <= set("bcdfghjklmnpqrtvwxz")


def test_no_query_asks_for_the_filler() -> None:
    assert index_words(tokens(FILLER)) != [FILLER]
    assert query_phrases(FILLER).phrases[0].words != (FILLER,)


def test_the_vocabulary_leads_from_what_is_typed_to_the_words_of_the_index() -> None:
    found = tokens("Norway's co-operation ភ្នំពេញ")
    words = {*index_words(found), *cluster_words(found)}
    known = vocabulary(found)
    assert {"norway", "co", "operation", "cooperation", "ភ្នំ", "ភ្នំពេ", "ពេញ"} <= set(known)
    assert set(known.values()) == words - {FILLER}


@pytest.mark.parametrize(
    ("typed", "prefix"),
    [
        ("norw*", "norw"),
        ("norw *", None),
        ("norw", "norw"),
        ("norw ", None),
        ("norw.", None),
        ('"norw', None),
        ("ភ្នំពេ", "ភ្នំពេ"),
        ("ក", "ក"),
        ("U.N.", None),
        ("covid-1", "1"),
    ],
)
def test_the_last_word_may_be_a_beginning(typed: str, prefix: str | None) -> None:
    assert query_phrases(typed).phrases[-1].prefix == prefix


def test_a_query_says_which_scripts_each_phrase_is_in() -> None:
    phrases = query_phrases("norway ភ្នំពេញ 2022 covid-19").phrases
    assert [set(phrase.scripts) for phrase in phrases] == [{"Latn"}, {"Khmr"}, {"Zyyy"}, {"Latn", "Zyyy"}]


@pytest.mark.parametrize("typed", ["", " ", "\n", "...", "“”", '"', "—", "\u200b", "\ud800", "🕊️"])
def test_what_has_no_words_asks_for_nothing(typed: str) -> None:
    assert query_phrases(typed).phrases == ()


def test_a_query_has_limits() -> None:
    assert len(query_phrases(" ".join(f"w{number}x" for number in range(500))).phrases) == 24
    assert query_phrases("a" * 1000).phrases[0].words == ("a" * 200,)


@pytest.mark.parametrize("language", ["en", "km", "zh", "numbers"])
def test_a_long_text_is_found_by_itself(language: str) -> None:
    text = {
        "en": "The two ministers welcomed the co-operation of the past year, and thanked each other. " * 12,
        "km": "រដ្ឋមន្ត្រីទាំងពីរបានស្វាគមន៍កិច្ចសហប្រតិបត្តិការរវាងប្រទេសទាំងពីរនៃព្រះរាជាណាចក្រកម្ពុជា " * 12,
        "zh": "两国外长对过去一年的合作表示欢迎，并就地区局势交换了意见。" * 30,
        "numbers": "1 204 500 12 300 2022, " * 40,
    }[language]
    for start in [0, *(place + 1 for place in range(90) if text[place] == " " and language == "en")]:
        assert matches(text[start:], text)
        assert matches(f'"{text[start:]}"', text)


def test_every_letter_of_the_table_is_a_letter_in_every_unicode_that_is_in_use() -> None:
    seen: set[int] = set()
    for items in word_table()["scripts"].values():
        codes = {code for first, last in ranges(items) for code in range(first, last + 1)}
        assert not codes & seen
        assert {unicodedata.category(chr(code))[0] for code in codes} <= {"L", "M", "N"}
        seen |= codes


def test_what_stands_for_other_characters_stands_for_ordinary_ones() -> None:
    for first, last in ranges(word_table()["compatible"]):
        for code in range(first, last + 1):
            assert "Zyyy" not in set(map(kind_of, unicodedata.normalize("NFKC", chr(code))))


@given(texts())
def test_normalising_twice_changes_nothing(text: str) -> None:
    for token in tokens(text):
        assert [(again.text, again.script) for again in tokens(token.text)] == [(token.text, token.script)]


@given(texts())
def test_offsets_point_to_the_words(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert token.start >= end or text[token.start : token.end] == text[token.start : end]
        end = token.end
        assert (token.text, token.script) in {(one.text, one.script) for one in tokens(text[token.start : token.end])}


@given(texts(), st.data())
def test_any_part_of_a_text_finds_it(text: str, data: st.DataObject) -> None:
    found = tokens(text)
    assume(found)
    first = data.draw(st.integers(0, len(found) - 1))
    last = data.draw(st.integers(first, min(first + 15, len(found) - 1)))
    part = text[found[first].start : found[last].end]
    assume(len(part) < 190)
    assert matches(part, text)
    assert matches(f'"{part}"', text)


@pytest.mark.parametrize(
    "text",
    [
        "ကက" + " " * 50_000,
        "ក" + "\u17d2" * 50_000,
        "ก\u0e4d" + " " * 50_000,
        "a" + "\u00ad" * 50_000,
        "1,111" * 10_000,
        "1 111 " * 10_000,
        "a." * 10_000,
        'א"' * 50_000,
        "①" * 50_000,
    ],
    ids=["Burmese", "Khmer", "Thai", "unseen", "groups", "spaces", "initials", "Hebrew", "circles"],
)
def test_a_text_that_was_made_to_be_slow_is_read_all_the_same(text: str) -> None:
    found = tokens(text)
    assert found
    assert len(index_words(found)) >= len(found) - 1
    assert query_phrases(text).phrases
