"""Stemmers: what they make of words, and that a browser makes the same of any word."""

from __future__ import annotations

import ast
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import snowballstemmer
from playwright.sync_api import Browser, Page

from pressgen.search import stemming
from pressgen.search.stemming import is_stemmed, javascript, stemmer
from pressgen.search.words import index_words, tokens
from tests.browser.conftest import hosted
from tests.search.test_spellings import SAME, pairs

LANGUAGES = sorted(stemming.ALGORITHMS)
WORDS = 600
BROWSER = Path(stemming.__file__).parent / "browser"
PACKAGE = Path(snowballstemmer.__file__).parent


@pytest.mark.parametrize(
    "language, words",
    [
        ("en", ["minister", "ministers"]),
        ("en-GB", ["negotiate", "negotiated", "negotiating", "negotiates"]),
        ("fr", ["negociation", "negociations"]),
        ("ar", ["وزير", "وزيران"]),
        ("nb", ["avtale", "avtaler", "avtalen"]),
        ("ru", ["встреча", "встречи", "встречу"]),
    ],
)
def test_forms_of_a_word_have_one_stem(language: str, words: list[str]) -> None:
    assert is_stemmed(language)
    assert len({stemmer(language)(word) for word in words}) == 1


@pytest.mark.parametrize("language", ["en", "fr", "lt", "tr"])
def test_what_is_no_word_of_a_language_is_left_as_it_is(language: str) -> None:
    for word in ("2022", "qx", "qzbcs", "qqbds", "qcfgs"):
        assert stemmer(language)(word) == word


@pytest.mark.parametrize("language", ["km", "th", "cy", "ja", "zh-Hant"])
def test_a_language_without_a_stemmer(language: str) -> None:
    assert not is_stemmed(language)
    assert stemmer(language)("ministers") == "ministers"


def test_every_stemmer_of_the_package_serves() -> None:
    # `porter` and `dutch_porter` are older ones for languages that have another.
    assert set(stemming.ALGORITHMS.values()) == set(snowballstemmer.algorithms()) - {"porter", "dutch_porter"}


def test_a_published_stemmer_names_its_source_and_licence() -> None:
    script = javascript("en").decode()

    assert "Generated from english.sbl by Snowball 3.1" in script
    assert "Copyright (c) 2001, Dr Martin Porter" in script
    assert "THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS" in script


@pytest.fixture(scope="module")
def stemmers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a page beside every stemmer."""
    site = tmp_path_factory.mktemp("stemmers")
    shutil.copyfile(BROWSER / "stems.js", site / "stems.js")
    for language in (*LANGUAGES, "hr"):
        (site / f"{language}.js").write_bytes(javascript(language))
    (site / "index.html").write_text("<!doctype html><title>Stems</title><link rel=icon href=data:,>", "utf-8")
    with hosted(site, "script-src 'self'; object-src 'none'") as address:
        yield address


@pytest.fixture(scope="module")
def page(browser: Browser, stemmers: str) -> Iterator[Page]:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{stemmers}/index.html")
        yield page


STEMS = """async ([language, words]) => {
  const { stemOf } = await import("/stems.js");
  return words.map(stemOf(await import(`/${language}.js`)));
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_browser_finds_the_same_stems(page: Page, language: str) -> None:
    words = likely_words(language)
    expected = [stemmer(language)(word) for word in words]

    assert page.evaluate(STEMS, [language, words]) == expected
    assert sum(stem != word for stem, word in zip(expected, words, strict=True)) > WORDS / 10


@pytest.mark.parametrize("language", [language for language in SAME if is_stemmed(language) and language != "bs"])
def test_a_browser_makes_the_same_of_spellings(page: Page, language: str) -> None:
    written = [
        word for own, *two in pairs(SAME) if own == language for text in two for word in index_words(tokens(text))
    ]

    assert page.evaluate(STEMS, [language, written]) == list(map(stemmer(language), written))


def likely_words(language: str) -> list[str]:
    """Build words of what a stemmer looks for: letters, endings and beginnings in its source."""
    source = (PACKAGE / f"{stemming.ALGORITHMS[language]}_stemmer.py").read_text("utf-8")
    texts = {node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)}
    parts = sorted(text for text in texts if isinstance(text, str) and 0 < len(text) < 15 and text.isalpha())
    letters = sorted(set("".join(parts)))
    chance = random.Random(language)  # always the same

    def word() -> str:
        begin = chance.choices(letters, k=chance.randint(0, 6))
        return "".join([*begin, *chance.choices(parts, k=chance.randint(1, 3))])

    return [word() for _ in range(WORDS)]
