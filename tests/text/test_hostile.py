"""Hostile texts neither fail nor take long: the time grows with the text, not with its square."""

from collections.abc import Callable
from math import isqrt

import pytest

from tests.growth import grows_with_its_input
from tests.text.page import html_of, letters, read, shown

PIECES = [
    "*",
    "_",
    "[",
    "]",
    "(",
    "<",
    ">",
    "!",
    "![",
    "[](",
    "[a](b)",
    "[a](#b)",
    "[a](",
    "&",
    "&lt;",
    "|",
    "#",
    "-",
    "~",
    "1.",
    "1. ",
    "(a)",
    "- ",
    "> ",
    "> - ",
    "1. - ",
    "*a* ",
    "**a",
    "a**",
    "_a ",
    "<b>",
    "</b>",
    "<b ",
    "<a href=",
    "<!--",
    "<!-- ",
    "<script>",
    "<script ",
    "<div>",
    "<div>\n",
    "<div>\n\n",
    "</div>\n",
    "<svg>",
    "<b><i></b>",
    "http://",
    "https://a.b/....a",
    "@",
    "a@",
    "a@b.c",
    "[^1]",
    "\n[^1]: x",
    "[1]: http://a.b\n",
    "[a]: http://a\n[a]",
    "\n: a",
    "a\n: b\n\n",
    "a|b\n-|-\n",
    "|-",
    "• ",
    "– x\n",
    "១. ",
    "។ ",
    "-o0",
    "x  \n",
    "x\\\n",
    "a\n",
    "\u200b",
    "\x02",
    "អa",
    "ا.",
    "漢あ",
    "[[",
    '[a]("',
    '<a b="',
    "<td>",
    "# a\n",
    "- a\n\n",
    "°",
    "**A:** b\n",
    "Q: a\nA: b\n",
]


@pytest.mark.parametrize("piece", PIECES)
def test_the_time_for_a_piece_repeated_grows_with_the_text(piece: str) -> None:
    assert grows_with_its_input(lambda size: (piece * size)[:size], read, 7_500)


# Where each line is deeper than the one before, the text grows with the square of its lines.
NESTED: dict[str, Callable[[int], str]] = {
    "marks of quotations": lambda size: ">" * size + " deep",
    "lists": lambda size: "\n".join("  " * level + f"- item{level}" for level in range(isqrt(16 * size))),
    "quotations": lambda size: "\n".join("> " * level + f"x{level}" for level in range(isqrt(16 * size))),
    "blocks of HTML": lambda size: "<div>\n" * (size // 5) + "x\n" + "</div>\n" * (size // 5),
    "tags": lambda size: "<b>" * (2 * size) + "x" + "</b>" * (2 * size),
    "numbered lists": lambda size: "".join("   " * level + f"{level + 1}. x\n" for level in range(isqrt(9 * size))),
    "marks of lists": lambda size: "- " * (size // 2) + "x",
    "links": lambda size: "[" * (size // 2) + "a" + "](b.pdf)" * (size // 2),
    "emphasis": lambda size: "*a **b " * (size // 2),
}


@pytest.mark.parametrize("text", NESTED.values(), ids=NESTED.keys())
def test_the_time_for_nesting_grows_with_the_text(text: Callable[[int], str]) -> None:
    assert grows_with_its_input(text, read, 1_250)


@pytest.mark.parametrize("text", NESTED.values(), ids=NESTED.keys())
def test_nesting_ends_somewhere_and_the_words_remain(text: Callable[[int], str]) -> None:
    source = text(10_000)
    body, _ = read(source)
    wanted = [one for one in letters(source) if one.isalnum()]
    kept = [one for one in letters(shown(html_of(body))) if one.isalnum()]
    if "<" not in source and "](" not in source:
        assert kept == wanted
    assert "x" in kept or "a" in kept or "deep" in "".join(kept) or "item399" in "".join(kept)


def test_mistakes_without_end_are_reported_up_to_a_limit() -> None:
    _, problems = read("<script>" * 5000)
    assert 0 < len(problems) <= 60
