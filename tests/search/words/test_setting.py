"""The browser sets results as pages are set: from the same rules the same HTML."""

from __future__ import annotations

import random
import re
from html import unescape

import pytest
from playwright.sync_api import Page

from pressgen.text.javascript import regular_expression
from pressgen.text.numbers import PATTERNS
from pressgen.views.facts import Marked
from pressgen.views.marking import name
from pressgen.views.titles import WORDS, kept, short_names, words_writer

# What texts are made of: names, known words, numbers, addresses, and what stands between them.
PIECES = (
    *("PRAK Sokhonn", "Consulate-General", "Her Excellency", "a&b", "<i>", "·", ", ", " – ", "(", ")", "°C", "x" * 23),
    *(
        "+962 6 573 5150",
        "(06) 573 5150",
        "85%",
        "2020-2022",
        "A/RES/77/1",
        "USD 1.5 million",
        "٢٠-٢٢",
        "(٠٦) ٥٧٣ ٥١٥٠",
    ),
    *("www.mfa.example", "press@mfa.example", "GB29 NWBK 6016 1331 9268 19", "10 °C", "12 345,5", "27/2025", "No. 7"),
    *("قال الوزير", "في عمان", "و", "לשכה", "រដ្ឋមន្ត្រីការបរទេស", "ខែកុម្ភៈ", "ប្រាក់ សុខុន", "ថ្ងៃទី១៥", "រដ្ឋមន្ត្រី"),
)
SET = """
async cases => {
  const { named, running, titled } = await import("/browser/setting.js");
  const html = nodes => { const box = document.createElement("div"); box.append(...nodes); return box.innerHTML };
  const plain = text => [{ text, marked: false }];
  return cases.map(([text, tag, names]) => [
    html(titled(plain(text), tag, names)), html(running(plain(text), tag, names)), html([named([text, tag, ""])]),
  ]);
}
"""
MARKED = """
async ([parts, tag, names]) => {
  const { titled } = await import("/browser/setting.js");
  const box = document.createElement("div");
  box.append(...titled(parts, tag, names));
  return box.innerHTML;
}
"""


def texts() -> list[tuple[str, str, tuple[str, ...]]]:
    """Join pieces at random, each time the same."""
    chance = random.Random(12)
    found = [(piece, tag, ()) for piece in PIECES for tag in ("en", "ar", "km", "")]
    for _ in range(400):
        text = "".join(chance.choice(PIECES) + chance.choice(("", " ")) for _ in range(chance.randint(1, 5)))
        names = tuple(chance.sample(("PRAK Sokhonn", "ប្រាក់ សុខុន", "Her Excellency"), chance.randint(0, 2)))
        found.append((text, chance.choice(("en", "ar", "km", "")), names))
    return found


def test_the_browser_sets_titles_names_and_running_text_as_pages_do(words_page: Page) -> None:
    cases = texts()

    set_ = words_page.evaluate(SET, [[text, tag, list(names)] for text, tag, names in cases])

    for (text, tag, names), (title, _, named) in zip(cases, set_, strict=True):
        assert unescape(title) == unescape(str(kept(text, tag, names))), (text, tag, names)
        assert unescape(named) == unescape(str(name(Marked(text, tag)))), (text, tag)


def test_running_text_keeps_names_and_words_as_paragraphs_do(words_page: Page) -> None:
    cases = [one for one in texts() if not re.search("[<&\u0590-\u06ff]", one[0])]

    set_ = words_page.evaluate(SET, [[text, tag, list(names)] for text, tag, names in cases])

    assert len(cases) > 80
    for (text, tag, names), (_, running, _) in zip(cases, set_, strict=True):
        assert running == words_writer(tag, names)(text), (text, tag, names)


def test_what_is_marked_may_reach_into_a_name_and_a_number(words_page: Page) -> None:
    cut = [{"text": "رقم +962 6", "marked": True}, {"text": " 573 5150 PRAK ", "marked": False}]
    parts = [*cut, {"text": "Sokhonn", "marked": True}]

    assert words_page.evaluate(MARKED, [parts, "ar", ["PRAK Sokhonn"]]) == (
        '<mark>رقم </mark><span dir="ltr"><mark>+962 6</mark> 573 5150</span> <w->PRAK <mark>Sokhonn</mark></w->'
    )


def test_every_known_word_stays_whole_in_a_result(words_page: Page) -> None:
    cases = [[f"ដោយ{word}នៅ", "km", []] for word in WORDS["km"]]

    for (text, *_), (title, running, _) in zip(cases, words_page.evaluate(SET, cases), strict=True):
        assert title == running
        assert "<w->" in title, text


def test_names_that_find_no_room_are_the_same_for_both(words_page: Page) -> None:
    names = ["PRAK Sokhonn", "An extraordinarily long name of a person", "Sokhonn", "សុខុន"]
    text = " / ".join(names)

    ((_, running, _),) = words_page.evaluate(SET, [[text, "en", names]])

    assert short_names(names) == ("PRAK Sokhonn", "Sokhonn", "សុខុន")
    assert running == words_writer("en", names)(text)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"a(?:b|c)*+d", r"a(?=(?<a1>(?:b|c)*))\k<a1>d"),
        (r"[\w.]++\d", r"(?=(?<a1>[\p{L}\p{N}_.]+))\k<a1>[\p{Nd}]"),
        (r"(?:x(?:y){2,}+)?+", r"(?=(?<a2>(?:x(?=(?<a1>(?:y){2,}))\k<a1>)?))\k<a2>"),
        (r"\+(?<!\w)[^\W\d_]+", r"\+(?<![\p{L}\p{N}_])\p{L}+"),
    ],
)
def test_patterns_in_the_words_of_javascript(written: str, read: str) -> None:
    assert regular_expression(written) == read


def test_every_pattern_is_read_by_the_browser(words_page: Page) -> None:
    for pattern in PATTERNS.values():
        assert words_page.evaluate("one => new RegExp(one, 'gu').flags", regular_expression(pattern)) == "gu"
