"""What stands first among results: titles, then names and places, then texts; the newest among equals."""

from __future__ import annotations

import pytest

from tests.search.conftest import Reader

TEA, LUMEIRA, FLOOD = "2025-02-11-tea-and-textiles", "2024-05-20-credentials-lumeira", "2023-03-08-flood-relief"
WAIVER, BRIDGE, BRIEFING = "2022-11-03-visa-waiver-notice", "2022-09-14-border-bridge", "2025-06-18-weekly-briefing"
FEES = "2023-02-01-consular-fees"
QASIRA = "2022-06-30-fisheries-agreement-qasira"


@pytest.mark.parametrize(
    "query, order",
    [
        pytest.param("tea", (TEA, LUMEIRA, FLOOD), id="a title, then texts, the newer first"),
        pytest.param("visa", (WAIVER, BRIDGE, BRIEFING), id="a title, then a topic, then a newer text"),
    ],
)
def test_what_stands_in_a_better_place_comes_first(reader: Reader, query: str, order: tuple[str, ...]) -> None:
    assert reader.ask(query).found == order


def test_a_word_itself_comes_before_words_that_begin_so(reader: Reader) -> None:
    found = reader.ask("no").found

    # The older prints "no", the newer only "not" and "notes".
    assert found.index(QASIRA) < found.index(BRIEFING)


@pytest.mark.parametrize("query", ["MFA/2023/9", "No. MFA/2023/9", "mfa/2023/៩", "No MFA 2023 9"])
def test_an_exact_number_comes_first_and_alone(reader: Reader, query: str) -> None:
    assert reader.ask(query).found == (FLOOD,)

    line = reader.page.locator(".pg-result")
    assert line.locator(".pg-result__number").inner_text() == "MFA/2023/9"


def test_figures_alone_find_more_than_the_release_of_that_number(reader: Reader) -> None:
    assert len(reader.ask("2023").found) > 1


@pytest.mark.parametrize("query", ["CONS/2023/5", "no. cons/2023/5", "CONS/២០២៣/៥", "CONS/2023/05"])
def test_a_withdrawn_release_is_found_by_its_number(reader: Reader, query: str) -> None:
    assert reader.ask(query).found[0] == FEES


@pytest.mark.parametrize(
    "query", ["consular fees", "schedule approved", "CONS", "2023/5", "CONS/2023", "", "February 2023"]
)
def test_nothing_but_its_number_finds_a_withdrawn_release(reader: Reader, query: str) -> None:
    assert FEES not in reader.ask(query).found


def test_a_withdrawn_release_is_marked_and_its_text_not_shown(reader: Reader) -> None:
    reader.ask("CONS/2023/5", "fr")

    line = reader.page.locator(".pg-result", has=reader.page.locator(f"a[href*='{FEES}']"))
    assert line.locator(".pg-result__status").inner_text() == "Retiré"
    assert line.locator(".pg-result__excerpt").count() == 0
