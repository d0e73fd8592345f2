"""The part of a text that is shown with a result: the best place, cut between words or clusters, and marked."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from tests.search.words.checks import texts

_EXCERPT = """async ([blocks, query]) => {
  const { excerpt } = await import("/browser/excerpt.js");
  const { queryPhrases } = await import("/browser/query.js");
  return excerpt(JSON.parse(blocks), queryPhrases(query));
}"""


def excerpt(page: Page, query: str, *blocks: str) -> dict[str, Any]:
    import json  # noqa: PLC0415

    numbered = [{"anchor": f"p{place}", "text": text} for place, text in enumerate(blocks, start=1)]
    found: dict[str, Any] = page.evaluate(_EXCERPT, [json.dumps(numbered), query])
    return found


def shown(found: dict[str, Any]) -> str:
    return "".join(f"[{part['text']}]" if part["marked"] else part["text"] for part in found["parts"])


LONG = " ".join(f"word{chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(200))


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("norway", "The Minister of Norway’s, today.", "The Minister of [Norway’s], today."),
        ("covid-19", "Of COVID-19 they spoke.", "Of [COVID-19] they spoke."),
        ("1204", "paid 1,204 dollars", "paid [1,204] dollars"),
        ("50.000", "paid 50 000 dollars", "paid [50 000] dollars"),
        ("UN", "the U.N. Council", "the [U.N]. Council"),
        ("cooperation", "of co-operation here", "of [co-operation] here"),
        ("minist", "the ministers met", "the [ministers] met"),
        ("meetings ", "the meeting ended", "the [meeting] ended"),
        ('"foreign affairs"', "affairs of Foreign Affairs", "affairs of [Foreign Affairs]"),
        ("កម្ពុជា", "ព្រះរាជាណាចក្រកម្ពុជា។", "ព្រះរាជាណាចក្រ[កម្ពុជា]។"),
        ("ជា", "ព្រះរាជាណាចក្រ", "ព្រះរា[ជា]ណាចក្រ"),
        ("2022", "ឆ្នាំ២០២២ នេះ", "ឆ្នាំ[២០២២] នេះ"),
        ("وزارة", "في الوزارة.", "في [الوزارة]."),
        ("会談", "東京で会談した。", "東京で[会談]した。"),
    ],
)
def test_what_was_found_is_marked(words_page: Page, query: str, text: str, expected: str) -> None:
    found = excerpt(words_page, query, text)
    assert shown(found) == expected
    assert found["anchor"] == "p1"
    assert (found["before"], found["after"]) == (False, False)


def test_the_place_with_the_most_phrases_is_taken_and_the_earliest_of_these(words_page: Page) -> None:
    found = excerpt(words_page, "norway asean", "Norway alone.", "ASEAN and Norway.", "Norway and ASEAN.")
    assert (found["anchor"], shown(found)) == ("p2", "[ASEAN] and [Norway].")
    assert excerpt(words_page, "norway asean", "x", "Norway.", "ASEAN.")["anchor"] == "p2"
    assert excerpt(words_page, "minister", "The Ministry.", "The Minister.")["anchor"] == "p2"


def test_phrases_that_stand_far_apart_are_not_together(words_page: Page) -> None:
    found = excerpt(words_page, "norway asean", f"Norway {LONG} ASEAN {LONG} ASEAN of Norway")
    assert "[ASEAN] of [Norway]" in shown(found)


def test_a_long_text_is_cut_between_words(words_page: Page) -> None:
    found = excerpt(words_page, "wordda", LONG)
    words = "".join(part["text"] for part in found["parts"]).split(" ")
    assert 25 <= len(words) <= 31
    assert set(words) <= set(LONG.split(" "))
    assert (found["before"], found["after"]) == (True, True)
    assert shown(found).index("[wordda]") < len(shown(found)) / 2


def test_a_chain_of_joined_words_is_not_taken_apart(words_page: Page) -> None:
    filling = " ".join(["x"] * 27)
    found = excerpt(words_page, "norway", f"Norway {filling} MFA/2022/17/en {LONG}")
    assert shown(found).endswith(("x", "MFA/2022/17/en"))


def test_a_long_text_without_spaces_is_cut_between_clusters(words_page: Page) -> None:
    cluster = "ស្ត្រី"
    found = excerpt(words_page, "កម្ពុជា", cluster * 300 + "កម្ពុជា" + cluster * 300)
    before, marked, after = (part["text"] for part in found["parts"])
    assert marked == "កម្ពុជា"
    assert before.replace(cluster, "") == after.replace(cluster, "") == ""
    assert 100 <= (before + after).count(cluster) <= 120


def test_a_text_without_spaces_is_cut_at_one_of_its_spaces_where_one_is_near(words_page: Page) -> None:
    phrase = "ស្ត្រី" * 9
    found = excerpt(words_page, "កម្ពុជា", " ".join([phrase] * 20 + ["កម្ពុជា"] + [phrase] * 20))
    assert set(shown(found).split(" ")) == {phrase, "[កម្ពុជា]"}


def test_where_nothing_stands_in_the_text_its_beginning_is_shown(words_page: Page) -> None:
    found = excerpt(words_page, "norway", "“" + LONG)
    assert shown(found).startswith("“wordaa wordab")
    assert (found["anchor"], found["before"], found["after"]) == (None, False, True)


def test_a_text_without_words_has_no_excerpt(words_page: Page) -> None:
    assert excerpt(words_page, "norway", "* * *", "")["parts"] == []


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.lists(texts(), min_size=1, max_size=4), texts())
def test_an_excerpt_is_a_piece_of_one_block(words_page: Page, blocks: list[str], query: str) -> None:
    parts = excerpt(words_page, query.encode("utf-16", "replace").decode("utf-16"), *blocks)["parts"]
    piece = "".join(part["text"] for part in parts)
    assert not parts or any(piece in block for block in blocks)
