"""Which words stand in which language's document, and in which part of it."""

from __future__ import annotations

from itertools import pairwise, takewhile

from hypothesis import given
from hypothesis import strategies as st

from pressgen.search.documents import Owners, documents, language_runs
from pressgen.search.entries import EntryText, SearchEntry
from pressgen.search.words import FILLER, index_words, tokens
from pressgen.search.words.texts import split_texts, word_of
from tests.search.flat import FlatDocument, flat
from tests.search.owners import owners_of
from tests.search.words.query import query_phrases

EN_KM = owners_of("en", "km")
Texts = dict[str, tuple[str, str]]


def entry(texts: Texts, *names: str) -> SearchEntry:
    made = tuple(EntryText(tag, title, (text,)) for tag, (title, text) in texts.items())
    return SearchEntry("a", 2022, next(iter(texts)), made, names)


def made(texts: Texts, *names: str, owners: Owners = EN_KM) -> dict[str, FlatDocument]:
    return {tag: flat(one) for tag, one in documents(entry(texts, *names), owners, owners.languages).items()}


def has(document: FlatDocument, text: str) -> bool:
    """True if the words of a text stand in a document one after the other."""
    words = list(takewhile(lambda word: word != FILLER, index_words(tokens(text))))
    assert words
    whole = document.words
    return any(whole[at : at + len(words)] == tuple(words) for at in range(len(whole)))


def parts(document: FlatDocument) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the words of the title, of the names and of the text, without initials and separators."""
    cut = (0, document.title_end, document.names_end, len(document.words))
    title, names, text = (
        tuple(word for word in document.words[begin:end] if not word.startswith(FILLER)) for begin, end in pairwise(cut)
    )
    return title, names, text


def test_a_document_has_the_title_then_names_then_the_text() -> None:
    found = made({"en": ("A call", "They spoke.")}, "Sorvik", "MFA/22")["en"]

    assert parts(found) == (("a", "call"), ("sorvik", "mfa", "22"), ("they", "spoke"))


def test_no_phrase_goes_from_one_part_to_the_next() -> None:
    found = made({"en": ("A call", "They spoke.")}, "Sorvik", "Qasira")["en"]

    for phrase in ("call Sorvik", "Sorvik Qasira", "Qasira they"):
        assert not has(found, phrase)


def test_scripts_belong_to_the_languages_written_in_them_or_to_the_first() -> None:
    owners = owners_of("ar", "fr", "en", "ja", "sr")

    assert owners("Latn") == ("fr", "en", "sr")
    assert owners("Arab") == ("ar",)
    assert owners("Hani") == owners("Hira") == owners("Kana") == ("ja",)
    assert owners("Cyrl") == ("sr",)
    assert owners("Khmr") == owners("Zyyy") == ("ar",)


def test_foreign_words_stay_in_place_and_stand_with_their_owner_too() -> None:
    found = made({"en": ("A call", "They spoke."), "km": ("ការហៅ", "រដ្ឋមន្ត្រី ASEAN Summit បាននិយាយ។")})

    assert has(found["km"], "រដ្ឋមន្ត្រី")
    assert has(found["km"], "ASEAN Summit")
    assert has(found["en"], "ASEAN Summit")
    assert not has(found["en"], "រដ្ឋ")


def test_languages_of_one_script_keep_their_texts_to_themselves() -> None:
    owners = owners_of("en", "fr", "ar")
    found = made(
        {"en": ("A call", "No treaty."), "fr": ("Entretien", "Aucun accord."), "ar": ("لقاء", "بيان OSCE")},
        owners=owners,
    )

    assert not has(found["fr"], "treaty")
    assert not has(found["en"], "accord")
    assert not has(found["en"], "Entretien")
    assert has(found["en"], "OSCE")
    assert not has(found["fr"], "OSCE")  # one owner is enough: a phrase is asked of all


def test_numbers_stand_with_the_first_language_and_with_the_words_beside_them() -> None:
    found = made({"km": ("ការហៅ", "ថ្ងៃទី ១៥ កុម្ភៈ ២០២២ សេចក្តីសម្រេច UNSC 1325 និយាយ។")})

    assert has(found["km"], "២០២២")
    for phrase in ("15", "2022", "UNSC 1325", "1325"):
        assert has(found["en"], phrase)


def test_numbers_of_the_first_language_are_not_said_to_the_others() -> None:
    found = made({"en": ("A call", "They spoke for 45 minutes."), "km": ("ការហៅ", "រដ្ឋមន្ត្រីបាននិយាយ។")})

    assert not has(found["km"], "45")


def test_names_stand_in_every_language_that_can_be_asked_for_them() -> None:
    owners = owners_of("fr", "en", "km")
    found = made({"fr": ("Appel", "Ils ont parlé.")}, "Norvège", "Norway", "ន័រវែស", "2022", owners=owners)

    assert parts(found["fr"])[1] == ("norvege", "norway", "2022")
    assert parts(found["en"])[1] == ("norvege", "norway")
    assert has(found["km"], "ន័រវែស")
    assert not has(found["km"], "Norway")


def test_a_title_in_another_language_is_a_title_in_the_documents_of_its_words() -> None:
    found = made({"km": ("កិច្ចប្រជុំ ASEAN", "បាននិយាយ។")}, "Sorvik")["en"]

    assert parts(found)[0] == ("asean",)


def test_the_same_name_and_the_same_run_stand_once() -> None:
    found = made({"km": ("ក", "ASEAN ក ASEAN ខ ASEAN")}, "Norway", "NORWAY", "15/02/2022", "15.02.2022")["en"]

    assert parts(found)[1] == ("norway", "15", "02", "2022")
    assert parts(found)[2] == ("asean",)


def test_a_cluster_stands_in_the_first_part_that_has_it() -> None:
    found = made({"km": ("កខ", "ខគឃ")}, "គង")["km"]

    title, names, text = (
        {cluster for cluster in "កខគឃង" if index_words(tokens(cluster))[0] in part} for part in parts(found)
    )
    assert (title, names, text) == (set("កខ"), set("គង"), set("ឃ"))


def test_each_cluster_stands_once_by_itself() -> None:
    found = made({"km": ("ក", "ខគខគ")})["km"]

    (alone,) = index_words(tokens("ខ"))
    assert found.words.count(alone) == 1
    assert found.words.index(alone) >= found.names_end


def test_an_entry_without_words_in_a_language_has_no_document_there() -> None:
    found = made({"en": ("A call", "They spoke.")}, "Sorvik")

    assert not found["km"]
    assert found["en"]


MIXED = st.text(st.sampled_from("abé កខគ្រា ១២ 34 قس العربية 会談 Ж .,-«»"), max_size=40)


@given(MIXED, MIXED)
def test_whatever_stands_in_a_text_is_found_with_the_owners_of_its_script(english: str, khmer: str) -> None:
    found = made({"en": ("", english), "km": ("", khmer)})
    for text in (english, khmer):
        for token in tokens(text):
            asked = EN_KM(token.script)
            word = index_words([token])[0]
            assert any(word in found[tag].words for tag in asked), token


@given(MIXED)
def test_runs_are_of_one_owner_and_lose_none_of_its_words(text: str) -> None:
    cut = tokens(text)
    for tag in EN_KM.languages:
        own = [token for token in cut if tag in EN_KM(token.script) and token.script != "Zyyy"]
        runs = list(language_runs(split_texts([text])[0], tag, EN_KM))
        kept = {word_of(number) for run in runs for number in (*run.words, *run.clusters)}
        assert kept >= {word for token in own for word in index_words([token])}
        others = {word for token in cut if token.script != "Zyyy" and token not in own for word in index_words([token])}
        assert not kept & others


def test_a_question_asks_the_document_that_has_its_answer() -> None:
    found = made({"en": ("A call", "They spoke."), "km": ("ការហៅ", "រដ្ឋមន្ត្រី ASEAN Summit ២០២២ បាននិយាយ។")})

    for question in ('"ASEAN Summit"', "២០២២", "រដ្ឋមន្ត្រី", "2022"):
        (phrase,) = query_phrases(f"{question} ").phrases
        scripts = [script for script in phrase.scripts if script != "Zyyy"] or ["Zyyy"]
        asked = [tag for script in scripts for tag in EN_KM(script)]
        words = tuple(phrase.words)
        assert any(
            words == found[tag].words[at : at + len(words)] for tag in asked for at in range(len(found[tag].words))
        ), question
