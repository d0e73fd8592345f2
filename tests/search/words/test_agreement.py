"""The rule of words in JavaScript: the same as in Python for the vectors, and for any text."""

import json
from collections.abc import Sequence
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from pressgen.search.words import index_words, tokens, whole_name, whole_number
from pressgen.search.words.texts import (
    as_typed,
    clusters_of,
    numbers_of_words,
    read_line,
    split_texts,
    vocabulary_lines,
    word_of,
)
from tests.search.words.checks import SPELLINGS, texts
from tests.search.words.query import names_in, query_phrases

_READ = """async (texts) => {
  const folder = "/browser";
  const [{ tokens }, { indexWords }, { queryPhrases }, { namesIn, wholeName, wholeNumber }] = await Promise.all(
    ["tokens", "words", "query", "wholes"].map((name) => import(`${folder}/${name}.js`)));
  return JSON.parse(texts).map((text) => {
    const found = tokens(text);
    return {
      tokens: found.map(({ text, script, start, end, before: { joined, breaks, link, stops }, capitals }) =>
        [text, script, start, end, joined, breaks, link, stops, capitals]),
      words: indexWords(found),
      phrases: queryPhrases(text).map(({ words, scripts, prefix, tokens, instead }) =>
        [words, [...scripts].sort(), prefix, tokens.map((token) => token.text),
          instead.map(({ words, prefix }) => [words, prefix])]),
      wholes: [wholeName(found), wholeNumber(text)],
      names: namesIn(queryPhrases(text)).map(({ first, last, word }) => [first, last, word]),
    };
  });
}"""


def _in_javascript(page: Page, texts: Sequence[str]) -> list[dict[str, Any]]:
    # As ASCII: halves of surrogate pairs do not survive the way to the browser otherwise.
    read: list[dict[str, Any]] = page.evaluate(_READ, json.dumps(texts))
    return read


def _in_python(text: str) -> dict[str, Any]:
    found = tokens(text)
    return {
        "tokens": [
            [one.text, one.script, _units(text[: one.start]), _units(text[: one.end]), *one.before, one.capitals]
            for one in found
        ],
        "words": index_words(found),
        "phrases": [
            [
                list(phrase.words),
                sorted(phrase.scripts),
                phrase.prefix,
                [token.text for token in phrase.tokens],
                [[list(wording.words), wording.prefix] for wording in phrase.instead],
            ]
            for phrase in query_phrases(text).phrases
        ],
        "wholes": [whole_name(found), whole_number(text)],
        "names": [list(name) for name in names_in(query_phrases(text).phrases)],
    }


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def test_both_read_the_vectors_alike(words_page: Page) -> None:
    assert _in_javascript(words_page, SPELLINGS) == [_in_python(text) for text in SPELLINGS]


@settings(
    max_examples=6,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.data_too_large, HealthCheck.too_slow],
)
@given(st.lists(texts(), min_size=60, max_size=120))
def test_both_read_any_text_alike(words_page: Page, some: list[str]) -> None:
    for text, read in zip(some, _in_javascript(words_page, some), strict=True):
        assert read == _in_python(text)


def test_both_read_the_lines_of_a_vocabulary_alike(words_page: Page) -> None:
    numbers = {number for text in SPELLINGS for number in _numbers(text)}
    lines = sorted(line for line in vocabulary_lines(numbers) if not line.startswith("\t"))

    assert {read_line(line) for line in lines} == {
        (as_typed(number), word_of(number)) for number in numbers if as_typed(number)
    }
    read = words_page.evaluate(_WHOLE_WORDS, [line.split("\t") for line in lines if "\t" in line])
    assert read == [read_line(line)[1] for line in lines if "\t" in line]
    assert sum(len(line) for line in lines) < sum(len(as_typed(number)) + len(word_of(number)) for number in numbers)


_WHOLE_WORDS = """async (lines) => {
  const { wholeWord } = await import("/browser/words.js");
  return lines.map(([typed, word]) => wholeWord(typed, word));
}"""


def _numbers(text: str) -> set[int]:
    (split,) = split_texts([text])
    return {*numbers_of_words(split), *clusters_of(split.units)}
