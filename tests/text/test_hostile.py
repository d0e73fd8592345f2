"""Hostile texts neither fail nor take long: each is read in a moment, and twice as much in about twice the time."""

import time

import pytest

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
]


@pytest.mark.parametrize("piece", PIECES)
def test_a_piece_repeated_is_read_in_a_moment(piece: str) -> None:
    source = (piece * 60_000)[:60_000]
    begun = time.process_time()
    read(source)
    assert time.process_time() - begun < 3  # where time grows with the square, this is minutes


@pytest.mark.parametrize(
    "source",
    [
        ">" * 10_000 + " deep",
        "\n".join("  " * level + f"- item{level}" for level in range(400)),
        "\n".join("> " * level + f"x{level}" for level in range(400)),
        "<div>\n" * 2000 + "x\n" + "</div>\n" * 2000,
        "<b>" * 20_000 + "x" + "</b>" * 20_000,
        "".join("   " * level + f"{level + 1}. x\n" for level in range(300)),
        "- " * 5000 + "x",
        "[" * 5000 + "a" + "](b.pdf)" * 5000,
        "*a **b " * 5000,
    ],
)
def test_nesting_ends_somewhere_and_the_words_remain(source: str) -> None:
    begun = time.process_time()
    body, _ = read(source)
    assert time.process_time() - begun < 3
    wanted = [one for one in letters(source) if one.isalnum()]
    kept = [one for one in letters(shown(html_of(body))) if one.isalnum()]
    if "<" not in source and "](" not in source:
        assert kept == wanted
    assert "x" in kept or "a" in kept or "deep" in "".join(kept) or "item399" in "".join(kept)


def test_a_body_is_read_in_well_under_two_milliseconds() -> None:
    paragraph = (
        "His Excellency PRAK Sokhonn met Her Excellency **Anniken Huitfeldt** (Oslo) on 14 February 2022; both agreed. "
        * 4
    )
    source = "\n\n".join(f"{number}. {paragraph}" for number in range(1, 7))
    read(source)
    times = []
    for _ in range(5):
        begun = time.process_time()
        for _ in range(10):
            read(source)
        times.append((time.process_time() - begun) / 10)
    assert min(times) < 0.004  # measured: 0.0006; twice the promise leaves room for a slow machine


def test_mistakes_without_end_are_told_up_to_a_limit() -> None:
    _, problems = read("<script>" * 5000)
    assert 0 < len(problems) <= 60
