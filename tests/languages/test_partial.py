"""A locale file that lacks words: they are English, each marked so, and the language is not complete."""

from __future__ import annotations

from pressgen.languages import complete_languages, language, locales, use_site_locales
from pressgen.languages.locales import Contents
from pressgen.model.groups import KINDS, Subject
from pressgen.problems import Place
from pressgen.settings.parsing import parse
from pressgen.views.templates import in_own_language
from tests.views.samples import EXAMPLIAN_SITE

ENGLISH = locales.locale_file("en").words


def write(tag: str, contents: Contents) -> None:
    """Add a site's own locale file of a language."""
    use_site_locales({tag: contents})


def reported(tags: list[str]) -> list[str]:
    _, problems = parse({"languages": tags}, lambda _where, *, at_key: Place("mkdocs.yml"))
    return [f"{one.code.id} {one.message}" for one in problems if one.code.id == "PG061"]


def test_a_file_without_words_leaves_its_language_in_english() -> None:
    write("th", {"dates": {"long": "{day} {month} พ.ศ. {year}"}})

    thai = language("th")
    assert (thai.complete, thai.words_in, thai.missing) == (False, "en", frozenset(ENGLISH))
    assert thai.say("search") == "Search"
    assert "th" not in complete_languages()
    assert reported(["en", "th"]) == [
        "PG061 pressgen has no interface words in ไทย (th); its pages show English ones",
    ]


def test_a_word_that_a_file_lacks_is_english_and_marked_so() -> None:
    write("th", {"words": {key: text for key, text in ENGLISH.items() if key != "search"} | {"kind-visit": "เยือน"}})

    thai = language("th")
    assert (thai.complete, thai.words_in, thai.missing) == (False, "th", {"search"})
    assert in_own_language(thai.say("search"), thai, "search") == '<span lang="en" dir="ltr">Search</span>'
    assert in_own_language(thai.say("kind-visit"), thai, "kind-visit") == "เยือน"
    assert EXAMPLIAN_SITE.name(Subject(KINDS, "visit"), "th").language == "th"
    assert reported(["en", "th"]) == [
        "PG061 pressgen has not all interface words in ไทย (th): 1 lacks; its pages show English for it",
    ]


def test_a_word_that_is_english_has_the_plurals_of_english() -> None:
    write("ru", {"words": {"search": "Поиск"}})

    assert language("ru").say("search") == "Поиск"
    assert language("ru").say("releases-count", 1) == language("en").say("releases-count", 1)
    assert language("ru").say("releases-count", 22) == language("en").say("releases-count", 22)


def test_a_file_with_all_words_is_complete() -> None:
    write("th", {"words": dict(ENGLISH)})

    assert (language("th").complete, language("th").words_in) == (True, "th")
    assert reported(["en", "th"]) == []
