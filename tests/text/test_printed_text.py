import re
from pathlib import Path

import markdown
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from pressgen.text.extension import PrintedText
from tests.blocks import html_of_block
from tests.text.page import html_of, letters, read, shown

SEED = Path(__file__).parent / "seed.txt"

LETTERS = [
    *"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéßøŁžı",
    *"ΩαοшЖѣកខគធន្សុខាំុះអ",
    *"ทตมก่ีเລາວကျွန်",
    *"שלוםبالسيدأُ٠١٢٣४५६०១២៣៧៩๑๒๓0123456789",
    *"日本語한국中国あア𠮷",
    "\u0301",
    "\u00ad",
    "\u200c",
    "\u200d",
]
BEFORE = [
    "",
    "",
    "",
    "«",
    "„",
    "“",
    '"',
    "'",
    "(",
    "[",
    "‘",
    "「",
    "¿",
    "#",
    "$",
    "€",
    "@",
    "-",
    "—",
    "&",
    "/",
    "+",
    "=",
    "^",
    "~",
    "`",
    "{",
    "%",
    "§",
    "'",
]
AFTER = [
    "",
    "",
    "",
    ".",
    ",",
    ";",
    ":",
    "!",
    "?",
    "»",
    "”",
    ")",
    "]",
    "'",
    "’",
    "…",
    "។",
    "៕",
    "؟",
    "،",
    "、",
    "*",
    "**",
    "†",
    "%",
    "@",
    "/",
    "°",
    "}",
    "|",
    "&",
    "^",
    "~",
    "`",
    "$",
    ">",
    "'",
]
STARTS = [
    "",
    "",
    "",
    "7. ",
    "7) ",
    "(7) ",
    "(a) ",
    "(iv) ",
    "a) ",
    "1.1. ",
    "1.1 ",
    "៧. ",
    "(១២) ",
    "٧) ",
    "๓. ",
    "2022. ",
    "15. ",
    "12. 3. 2022 ",
    "I. ",
    "II. ",
    "M. ",
    "V. ",
    "A. ",
    "• ",
    "◦ ",
    "ο ",
    "° ",
    "+ ",
    "※ ",
    "– ",
    "— ",
    "·",
    "1- ",
    "     ",
    "\t",
    "   7. ",
    "     • ",
    "#1 ",
    "##",
    "№ ",
    "* * * ",
    "—— ",
    "<3 ",
    "< ",
    "&c. ",
    "-",
    "--- ",
    "=",
    "1.",
    "(a)",
    "...",
    "~",
    "[",
    "]: ",
    "^",
]
MARK_LINES = [
    "* * *",
    "* *** *",
    ". . . . .",
    "***",
    "___",
    "---",
    "- - -",
    "=====",
    "# # #",
    "-o0o-",
    "…",
    "៕",
    "_______________",
]

words = st.builds(
    lambda before, word, after: before + word + after,
    st.sampled_from(BEFORE),
    st.text(st.sampled_from(LETTERS), min_size=1, max_size=9),
    st.sampled_from(AFTER),
)
spaces = st.sampled_from(
    [
        " ",
        " ",
        " ",
        "  ",
        "\u00a0",
        "\u202f",
        "\u2011",
        " - ",
        " – ",
        " * ",
        " _ ",
        " < ",
        " > ",
        " & ",
        " = ",
        " | ",
        "\u200b",
    ]
)


@st.composite
def lines(draw: st.DrawFn) -> str:
    if draw(st.integers(0, 11)) == 0:
        return draw(st.sampled_from(MARK_LINES))
    parts = [draw(st.sampled_from(STARTS))]
    for word in draw(st.lists(words, min_size=1, max_size=12)):
        parts += (word, draw(spaces))
    parts.pop()
    return "".join(parts)


texts = st.lists(
    st.tuples(lines(), st.sampled_from(["\n", "\n", "\n\n", "  \n", "\r\n", "\n\n\n"])), min_size=1, max_size=9
).map(lambda pairs: "".join(line + end for line, end in pairs))


def is_markup(text: str) -> bool:
    """Whether a drawn text happens to hold what is Markdown beyond doubt, such as a quote behind an item's number."""
    return bool(
        re.search(r"(?m)^\s*(?:[-*] +\S|(?:\S+[.)] +)?>|#{1,6}[ \t]|: +\S|\|?\s*:?-+:?\s*\||.*\|\s*:?-)", text)
        or re.search(r"\*(?=[^\s*])|</?[A-Za-z]|&\w+;|\]\([^)]*\.\w+\)|\]:|\[\^", text)
    )


@settings(max_examples=250)
@given(texts, st.sampled_from(["en", "km", "ar", "de", "el", "fr"]))
def test_every_character_of_a_text_without_markup_comes_back_in_order(source: str, language: str) -> None:
    assume(not is_markup(source))
    assert_comes_back(source, language)


@pytest.mark.parametrize(
    ("source", "language"),
    [
        ("7. The two sides agreed.\n\n##Trade\n\n7. Twice.\n\n8. Further.", "en"),
        ("2022. The year.\n\n15. Februar 2022\n\nI. Kant\n\n15.02. fand statt", "de"),
        ("[for Foreign Affairs](Ukraine) and [sic](U.S.) <Ukraine> a < b <3 {x} [1] [a][b] [c]: d", "en"),
        ("Sokhonn* met Huitfeldt*, 5 * 3 and 2**3 or 2**3 and 4**5, a_b_c, `Qur`an and ``so''.", "en"),
        ("**The Ministers met and never closed the mark", "en"),
        ("Name: ______ Date: ______ ______Place______", "en"),
        ("(7)\nThe two sides", "en"),
        ("7.The two sides\n\n7.5 million\n\n1.1 The sides", "en"),
        ("* Provisional translation", "en"),
        ("Kosovo*\n\n* This designation is without prejudice to positions on status.", "en"),
        ("#1 in the list\n\n#ASEAN2022\n\n#", "en"),
        ("— A question?\n\n— An answer.\n\n– one\n– two", "fr"),
        ("Dear Sir,\n---\nText\n===\nmore", "en"),
        ("     Indented as in a letter\n\tand with a tab", "en"),
        ("ៗ. តាម (១២) ។ ៧. មួយ\n\n២០២២. ឆ្នាំ៖", "km"),
        ("AT&T & R&D; &c. 5 &lt 6 a&b=c", "en"),
        ("[^1]: no reference leads here\n\n[x]: https://example.org/ is no definition", "en"),
        ("# # #\n\n###\n\n-30-\n\n***", "en"),
    ],
)
def test_official_texts_come_back(source: str, language: str) -> None:
    assert_comes_back(source, language)


def assert_comes_back(source: str, language: str) -> None:
    body, _ = read(source, language)
    wanted = letters(source.replace("\u200b", ""))
    assert letters(shown(html_of(body))) == wanted
    assert letters("".join(block.text for block in body.blocks)) == wanted


@settings(max_examples=150)
@given(st.text(st.one_of(st.characters(), st.sampled_from("*_[]()<>!&#\\|:-+.`\n\n\n  >1.")), max_size=200))
@example("\x02klzzwxh:0000\x03 \x02amp\x03 \x02wzxhzdk:0\x03")
@example("\ud800 half a pair")
@example("a\x00b\x1d\x1ec\u2028d\u0085e")
def test_reading_any_text_never_fails_and_always_gives_the_same(source: str) -> None:
    assert read(source) == read(source)


@settings(max_examples=100)
@given(texts)
def test_plain_text_is_what_the_html_shows(source: str) -> None:
    body, _ = read(source)
    for block in body.blocks:
        assert letters(shown(html_of_block(block))) == letters(block.text)


def test_ids_are_unique_in_a_page_and_blocks_know_theirs() -> None:
    source = "## One\n\n## One\n\n7. a\n\n7. b\n\n7) c\n\n## p1\n\ntext\n\n- x\n- y"
    source += "\n\n## para-7\n\n## notes\n\na[^1] b[^1]\n\n[^1]: n\n\n[^1]: m"
    body, _ = read(source)
    ids = re.findall(r'id="([^"]*)"', html_of(body))
    assert len(ids) == len(set(ids))
    assert all(block.anchor in ids for block in body.blocks)


def test_the_seed_comes_back_word_for_word() -> None:
    source = SEED.read_text(encoding="utf-8")
    body, problems = read(source)
    assert letters(shown(html_of(body))) == letters(source.replace("**", ""))
    assert problems == ()
    assert "<strong>KINGDOM OF CAMBODIA<br>\nNATION RELIGION KING</strong>" in html_of(body)
    paragraphs = [one for one in source.split("\n\n") if one.strip().startswith(("On ", "His Excellency PRAK"))]
    assert len(paragraphs) == 4
    for one in paragraphs:
        assert one.strip() in [block.text for block in body.blocks]


def test_the_extension_serves_by_itself() -> None:
    converter = markdown.Markdown(extensions=[PrintedText(language="en", languages=("en",))])
    for _ in range(2):
        converter.reset()
        assert converter.convert("7. As printed.\n\n[a](b.pdf) <script>x</script>") == (
            '<ol class="printed"><li id="para-7"><span class="mark">7.</span> As printed.</li></ol>\n'
            '<p id="p1"><a href="b.pdf">a</a> </p>'
        )


@pytest.mark.parametrize("source", ["", "  \n\n", "\ufeff", "<!-- only a note -->", "<script>x</script>"])
def test_a_body_without_text_is_reported(source: str) -> None:
    body, problems = read(source)
    assert body.sections == ()
    assert "PG048" in [problem.code.id for problem in problems]


def test_paragraphs_are_counted_alike_in_every_language() -> None:
    english, _ = read("7. One.\n\nTwo.\n\n- a\n- b\n\nThree.", "en")
    khmer, _ = read("៧. មួយ។\n\nពីរ។\n\n- ក\n- ខ\n\nបី។", "km")
    assert (
        [block.anchor for block in english.blocks]
        == [block.anchor for block in khmer.blocks]
        == ["para-7", "p1", "p2", "p4"]
    )
