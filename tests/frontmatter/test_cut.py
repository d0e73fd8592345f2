"""Where front matter begins and ends, and files that are no texts."""

import pytest

from pressgen.frontmatter import LARGEST_FILE, Reading, read
from pressgen.frontmatter.cut import MOST_LINES
from pressgen.problems import Code, codes

FRONT = "title: A\ndate: 2022-02-15\nkind: readout\n"


def reported(data: str | bytes) -> list[tuple[Code, int, int]]:
    problems = read(data.encode() if isinstance(data, str) else data, "x.md").problems
    return [(problem.code, problem.place.line, problem.place.column) for problem in problems]


def good(data: str | bytes) -> Reading:
    found = read(data.encode() if isinstance(data, str) else data, "x.md")
    assert found.problems == ()
    assert found.front_matter is not None
    assert found.front_matter.title == "A"
    return found


@pytest.mark.parametrize(
    "data",
    [
        f"---\n{FRONT}---\nText.\n\nMore.\n",
        f"\ufeff---\n{FRONT}---\nText.\n\nMore.\n",
        f"---\n{FRONT}---\nText.\n\nMore.\n".replace("\n", "\r\n"),
        f"---\n{FRONT}---\nText.\n\nMore.\n".replace("\n", "\r"),
        f"---  \n{FRONT}--- \t\nText.\n\nMore.\n",
        f"---\n{FRONT}...\nText.\n\nMore.\n",
    ],
)
def test_front_matter_and_body_are_parted(data: str) -> None:
    found = good(data)
    assert found.body == "Text.\n\nMore.\n"
    assert found.first_line == 6


def test_a_file_may_end_with_its_front_matter() -> None:
    assert good(f"---\n{FRONT}---").body == ""


def test_a_line_of_hyphens_in_the_text_is_text() -> None:
    assert good(f"---\n{FRONT}---\nA\n\n---\nB\n").body == "A\n\n---\nB\n"


def test_hyphens_within_a_text_of_several_lines_do_not_end_it() -> None:
    found = good(f"---\n{FRONT}summary: |\n  a\n  ---\n  b\n---\nText.\n")
    assert found.front_matter is not None
    assert found.front_matter.summary == "a\n---\nb"


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("Just a text.\n", (1, 1)),
        ("\n\nJust a text.\n", (3, 1)),
        (f"\n\n---\n{FRONT}---\nText.\n", (3, 1)),
        (f"—\n{FRONT}---\nText.\n", (1, 1)),
        (f"----\n{FRONT}---\nText.\n", (1, 1)),
        (f"{FRONT}---\nText.\n", (1, 1)),
        (f" ---\n{FRONT}---\nText.\n", (1, 1)),
        ("+++\ntitle = 'A'\n+++\nText.\n", (1, 1)),
    ],
)
def test_front_matter_that_is_not_opened_is_reported(data: str, place: tuple[int, int]) -> None:
    assert reported(data) == [(codes.NO_FRONT_MATTER, *place)]


def test_what_stands_in_front_matter_that_is_not_opened_rightly_is_checked_all_the_same() -> None:
    assert reported(f"\n---\n{FRONT}plaice: B\n---\n") == [(codes.NO_FRONT_MATTER, 2, 1), (codes.UNKNOWN_KEY, 6, 1)]


@pytest.mark.parametrize("data", [f"---\n{FRONT}\nThe Ministers met.\n", f"---\n{FRONT}"])
def test_front_matter_that_is_not_closed_is_reported_with_the_line_it_ends_on(data: str) -> None:
    problems = read(data.encode(), "x.md").problems
    assert [(one.code, one.place.line) for one in problems] == [(codes.UNCLOSED_FRONT_MATTER, 1)]
    assert "below line 4" in problems[0].hint


@pytest.mark.parametrize("line", ["----", "———", " ---", "–"])
def test_a_line_that_was_to_close_the_front_matter_is_named(line: str) -> None:
    (problem,) = read(f"---\n{FRONT}{line}\nThe Ministers met.\n".encode(), "x.md").problems
    assert problem.code is codes.UNCLOSED_FRONT_MATTER
    assert problem.hint == f"line 5 is '{line.strip()}': write three hyphens, ---, in its place"


@pytest.mark.parametrize("data", [b"", b"\n\n \t\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"])
def test_an_empty_file_is_reported(data: bytes) -> None:
    assert reported(data) == [(codes.EMPTY_FILE, 1, 1)]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04 word/document.xml", "Word document"),
        (b"%PDF-1.7", "PDF"),
        (b"{\\rtf1 x}", "RTF"),
        (b"---\ntitle: A\x00\n---\n", "no text"),
    ],
)
def test_a_file_that_is_no_text_is_reported(data: bytes, words: str) -> None:
    (problem,) = read(data, "x.md").problems
    assert problem.code is codes.BINARY_FILE
    assert words in problem.message


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"), ("utf-32", "UTF-32")],
)
def test_utf16_is_reported_as_such(encoding: str, name: str) -> None:
    (problem,) = read(f"---\n{FRONT}---\n".encode(encoding), "x.md").problems
    assert problem.code is codes.NOT_UTF8
    assert name in problem.message


def test_two_byte_order_marks_are_read_as_one() -> None:
    assert good(f"\ufeff\ufeff---\n{FRONT}---\nText.\n").body == "Text.\n"


def test_a_byte_of_another_encoding_is_reported_at_its_place_and_the_rest_is_checked() -> None:
    data = f"---\n{FRONT}kinds: x\nplace: Genève\n---\n".encode("latin-1")
    problems = sorted(read(data, "x.md").problems, key=lambda problem: problem.sort_key)
    assert [(one.code, one.place.line, one.place.column) for one in problems] == [
        (codes.UNKNOWN_KEY, 5, 1),
        (codes.NOT_UTF8, 6, 11),
    ]
    assert "'è'" in problems[1].message


def test_a_file_over_the_limit_is_reported_and_not_read() -> None:
    assert reported(f"---\n{FRONT}---\n".encode() + b"x" * LARGEST_FILE) == [(codes.ENORMOUS_FILE, 1, 1)]


def test_a_file_of_too_many_lines_is_reported_and_not_read() -> None:
    assert reported(f"---\n{FRONT}---\n" + "- a\n" * MOST_LINES) == [(codes.ENORMOUS_FILE, 1, 1)]
    assert reported(f"---\n{FRONT}---\n" + "a\n" * (MOST_LINES - 9)) == []


def test_front_matter_over_the_limit_is_reported_and_not_read() -> None:
    assert reported(f"---\n{FRONT}summary: {'x' * 200_000}\n---\n") == [(codes.ENORMOUS_FILE, 2, 1)]


@pytest.mark.parametrize("letter", ["\x01", "\x0b", "\x7f", "\x85", "\x93", "\ufffe", "\ufff9", "\ufdd0", "\U000e0041"])
def test_control_characters_are_reported_wherever_they_stand(letter: str) -> None:
    data = f"---\n{FRONT}place: X{letter}Y\n---\nText.\nMore {letter}text.\n"
    assert reported(data) == [(codes.CONTROL_CHARACTER, 5, 9), (codes.CONTROL_CHARACTER, 8, 6)]


@pytest.mark.parametrize("escape", [r"\0", r"\x02", r"\e", r"\u001f", r"\x7f"])
def test_escapes_of_control_characters_are_reported_and_give_none(escape: str) -> None:
    reading = read(f'---\n{FRONT}place: "X{escape}Y"\n---\nText.\n'.encode(), "x.md")
    assert [(one.code, one.place.line) for one in reading.problems] == [(codes.CONTROL_CHARACTER, 5)]
    assert reading.front_matter
    assert "X Y" in str(reading.front_matter.place)


def test_hidden_tags_are_reported_and_those_of_a_flag_are_let_be() -> None:
    wales = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
    assert good(f"---\n{FRONT}---\nText {wales} text.\n").body == f"Text {wales} text.\n"
    assert reported(f"---\n{FRONT}---\nText \U000e0067\U000e0062 text\x01.\n") == [
        (codes.CONTROL_CHARACTER, 6, 6),
        (codes.CONTROL_CHARACTER, 6, 13),
    ]


@pytest.mark.parametrize("escape", [r"\u202e", r"\u2066", r"\U00002069"])
def test_escapes_of_bidirectional_controls_are_reported_and_give_none(escape: str) -> None:
    reading = read(f'---\n{FRONT}place: "X{escape}Y"\n---\nText.\n'.encode(), "x.md")
    assert [(one.code, one.place.line) for one in reading.problems] == [(codes.BIDI_CONTROL, 5)]
    assert "X Y" in str(reading.front_matter and reading.front_matter.place)


@pytest.mark.parametrize("letter", ["\u202a", "\u202e", "\u2066", "\u2069"])
def test_bidirectional_controls_are_reported_wherever_they_stand(letter: str) -> None:
    data = f"---\n{FRONT}place: X{letter}Y\n---\nText {letter}text.\n"
    assert reported(data) == [(codes.BIDI_CONTROL, 5, 9), (codes.BIDI_CONTROL, 7, 6)]


@pytest.mark.parametrize("letter", ["\u200e", "\u200f", "\u061c", "\u200d", "\u200c", "\u00ad", "\u00a0", "\t"])
def test_marks_that_languages_need_are_let_be(letter: str) -> None:
    assert good(f"---\n{FRONT}---\nText{letter}text.\n").body == f"Text{letter}text.\n"


def test_a_windows_quotation_mark_is_recognised() -> None:
    (problem,) = read(f"---\n{FRONT}---\n\x93Text\n".encode(), "x.md").problems
    assert "'“'" in problem.hint


def test_many_control_characters_are_reported_in_few_problems() -> None:
    problems = read(f"---\n{FRONT}---\n".encode() + b"\x01\n" * 1000, "x.md").problems
    assert len(problems) == 20
    assert "980 more" in problems[-1].message
