"""The proof's archive and queries are as described: a second, plain search agrees with their expected results."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.search.plain import ARCHIVE, LANGUAGES, Ask, asks, fold, search, texts


@pytest.mark.parametrize("ask", asks(), ids=lambda ask: ascii(ask.query))
def test_plain_search_finds_exactly_what_is_expected(ask: Ask) -> None:
    assert search(ask) == ask.find, ask.why


def test_no_query_is_asked_twice_and_each_says_why() -> None:
    assert [query for query, times in Counter(ask.query for ask in asks()).items() if times > 1] == []
    assert [ask.query for ask in asks() if not ask.why.strip()] == []


def test_there_are_enough_queries_and_enough_with_no_answer() -> None:
    groups = Counter(ask.group for ask in asks())
    assert sum(groups.values()) >= 90
    assert sum(not ask.find for ask in asks()) >= 20
    assert min(groups.values()) >= 10


def test_every_release_is_asked_for_and_none_that_is_hidden() -> None:
    asked = frozenset[str]().union(*(ask.find for ask in asks()))
    assert asked == set(texts())
    assert not [slug for slug in asked if list((ARCHIVE / "releases" / "held").glob(f"{slug}.*"))]


def test_every_language_has_three_releases_of_real_length() -> None:
    signs = {"zh": 400, "ja": 500}  # a page of an official release; other scripts need more signs for it
    long = Counter(
        language
        for path in (ARCHIVE / "releases").rglob("20??/*.md")
        for language in [path.name.split(".")[1]]
        if len(path.read_text("utf-8").split("---\n", 2)[2]) >= signs.get(language, 700)
    )
    assert {language: long[language] >= 3 for language in LANGUAGES} == dict.fromkeys(LANGUAGES, True)


@pytest.mark.parametrize(
    "spelling",
    [
        pytest.param("\u17d2\u178f", id="coeng TA"),
        pytest.param("\u17d2\u178a", id="coeng DA"),
        pytest.param("\u17d2\u179a\u17d2\u178f", id="coeng RO first"),
        pytest.param("\u17d2\u178f\u17d2\u179a", id="coeng RO last"),
        pytest.param("\u17c1\u17b6", id="vowel OO in two pieces"),
        pytest.param("\u17c1\u17b8", id="vowel OE in two pieces"),
        pytest.param("\u200b", id="zero width space"),
        pytest.param("\u00ad", id="soft hyphen"),
        pytest.param("\u2011", id="non-breaking hyphen"),
        pytest.param("\ufb01", id="ligature fi"),
        pytest.param("œ", id="ligature oe"),
        pytest.param("\u0640", id="tatweel"),
        pytest.param("\u0651", id="shadda"),
        pytest.param("\u0edc", id="Lao ligature HO NO"),
        pytest.param("\u0edd", id="Lao ligature HO MO"),
        pytest.param("４", id="full-width digit"),
        pytest.param("๕", id="Thai digit"),
        pytest.param("၅", id="Burmese digit"),
    ],
)
def test_the_archive_has_each_spelling(spelling: str) -> None:
    assert any(spelling in path.read_text("utf-8") for path in (ARCHIVE / "releases").rglob("*.md"))


def test_folding_twice_changes_nothing_and_keeps_other_words_apart() -> None:
    assert [slug for slug, text in texts().items() if fold(text) != text] == []
    assert fold("ปา") != fold("ป่า")
    assert fold("ក") != fold("ខ")


def test_the_archive_names_no_state_that_is_not_invented() -> None:
    named = {
        code
        for path in ARCHIVE.rglob("*.md")
        for code in re.findall(r"country: \"?(\w\w)|countries: \[([\w, ]+)\]", path.read_text("utf-8"))
        for code in re.findall(r"\w\w", " ".join(code))
    }
    assert named <= {"XA", "XB", "XC", "XD", "XE", "IS"}  # Iceland sends observers, for the names that CLDR has


def test_the_manual_describes_this_set(repository: Path) -> None:
    page = (repository / "docs/manual/search-proof.md").read_text("utf-8")
    row = re.compile(r"^\| ([^*|]+) \| (\d+) \|", re.MULTILINE)
    found, answered = (dict(row.findall(part)) for part in page.split("Questions"))
    groups = {ask.group: [other for other in asks() if other.group == ask.group] for ask in asks()}
    assert answered == {group: str(len(each)) for group, each in groups.items()}
    counted = {group: sum(len(ask.find) for ask in each) for group, each in groups.items()}
    assert found == {group: str(count) for group, count in counted.items() if count}
