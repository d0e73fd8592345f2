"""Every query of queries.yml, asked in a browser through the search page: all that must be found, and nothing else.

One query follows the other in one page, which is opened for the first: no answer shows anything of the one before it.

The site stands below a folder of its host and is served under the policy of the manual, and the browser complains of
every request that leaves it.
"""

from __future__ import annotations

import pytest

from tests.search.conftest import Built, Reader
from tests.search.plain import LANGUAGES, Ask, asks


@pytest.mark.parametrize("ask", asks(), ids=lambda ask: ascii(ask.query))
def test_the_search_page_finds_exactly_what_is_expected(reader: Reader, ask: Ask) -> None:
    answer = reader.ask_next(ask.query)
    assert reader.heard() == []
    missing, wrong = ask.find - set(answer.found), set(answer.found) - ask.find
    assert (missing, wrong) == (set(), set()), f"{ask.query}: {ask.why}"
    assert len(answer.found) == len(set(answer.found)), "a release is one result"
    assert answer.state == ("found" if ask.find else "none")
    assert not answer.partial


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag != "en"])
def test_every_language_of_the_interface_finds_the_same(reader: Reader, language: str) -> None:
    own = LANGUAGES.index(language)
    for ask in asks()[own :: 4 * len(LANGUAGES)]:
        answer = reader.ask_next(ask.query, language)
        assert set(answer.found) == ask.find, f"{ask.query}: {ask.why}"
    assert reader.heard() == []


def test_languages_without_interface_words_are_built_with_a_warning(built: Built) -> None:
    warnings = [line for line in built.printed.splitlines() if "WARNING" in line]
    assert len(warnings) == 5, built.printed
    assert all("PG061" in line for line in warnings), built.printed
    for language in LANGUAGES:
        page = (built.folder / language / "search" / "index.html").read_text("utf-8")
        assert f'lang="{language}"' in page
