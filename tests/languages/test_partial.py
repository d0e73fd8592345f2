"""A locale file that lacks words: they are English, each marked so, and the language is not complete."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from pressgen.languages import complete_languages, language, locales
from pressgen.model.groups import KINDS, Subject
from pressgen.problems import Place
from pressgen.settings.parsing import parse
from pressgen.views.templates import in_own_language
from tests.views.samples import EXAMPLIAN_SITE

Contents = Mapping[str, Any]
Write = Callable[[str, Contents], None]
ENGLISH = locales.locale_file("en").words


@pytest.fixture
def write(monkeypatch: pytest.MonkeyPatch) -> Iterator[Write]:
    """Put a locale file in the place of what is there for a language."""
    read = locales._contents
    written: dict[str, Contents] = {}
    monkeypatch.setattr(locales, "_contents", lambda tag: written[tag] if tag in written else read(tag))

    def write(tag: str, contents: Contents) -> None:
        written[tag] = contents
        forget()

    def forget() -> None:
        for known in (locales.locale_file, locales.complete_languages, language):
            known.cache_clear()

    yield write
    written.clear()
    forget()


def told(tags: list[str]) -> list[str]:
    _, problems = parse({"languages": tags}, lambda _where, *, at_key: Place("mkdocs.yml"))
    return [f"{one.code.id} {one.message}" for one in problems if one.code.id == "PG061"]


def test_a_file_without_words_leaves_its_language_in_english(write: Write) -> None:
    write("th", {"dates": {"long": "{day} {month} พ.ศ. {year}"}})

    thai = language("th")
    assert (thai.complete, thai.words_in, thai.missing) == (False, "en", frozenset(ENGLISH))
    assert thai.say("search") == "Search"
    assert "th" not in complete_languages()
    assert told(["en", "th"]) == [
        "PG061 pressgen has no interface words in ไทย (th); its pages show English ones",
    ]


def test_a_word_that_a_file_lacks_is_english_and_marked_so(write: Write) -> None:
    write("th", {"words": {key: text for key, text in ENGLISH.items() if key != "search"} | {"kind-visit": "เยือน"}})

    thai = language("th")
    assert (thai.complete, thai.words_in, thai.missing) == (False, "th", {"search"})
    assert in_own_language(thai.say("search"), thai, "search") == '<span lang="en" dir="ltr">Search</span>'
    assert in_own_language(thai.say("kind-visit"), thai, "kind-visit") == "เยือน"
    assert EXAMPLIAN_SITE.name(Subject(KINDS, "visit"), "th").language == "th"
    assert told(["en", "th"]) == [
        "PG061 pressgen has not all interface words in ไทย (th): 1 lacks; its pages show English for it",
    ]


def test_a_word_that_is_english_has_the_plurals_of_english(write: Write) -> None:
    own = {key: text for key, text in ENGLISH.items() if key != "releases-count"}
    write("ar", {"words": own})

    assert language("ar").say("releases-count", 3) == language("en").say("releases-count", 3)


def test_a_file_with_all_words_is_complete(write: Write) -> None:
    write("th", {"words": dict(ENGLISH)})

    assert (language("th").complete, language("th").words_in) == (True, "th")
    assert told(["en", "th"]) == []
