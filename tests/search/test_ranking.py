"""What stands first among results: titles, then names and places, then texts; the newest among equals."""

from __future__ import annotations

import pytest

from tests.search.conftest import Reader

TEA, LUMEIRA, FLOOD = "2025-02-11-tea-and-textiles", "2024-05-20-credentials-lumeira", "2023-03-08-flood-relief"
WAIVER, BRIDGE, BRIEFING = "2022-11-03-visa-waiver-notice", "2022-09-14-border-bridge", "2025-06-18-weekly-briefing"
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
