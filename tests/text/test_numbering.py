"""Printed numbers that skip or repeat a number are reported, and shown as they are printed."""

import pytest

from tests.text.page import html_of, read


def reported(source: str) -> list[str]:
    _, problems = read(source)
    return [f"{one.place.line}:{one.place.column} {one.message}" for one in problems if one.code.id == "PG097"]


@pytest.mark.parametrize(
    ("source", "messages"),
    [
        ("1. A\n\n2. B\n\n4. C\n\n4. D", ["5:1 before 4. a number is left out", "7:1 the number 4. is printed twice"]),
        ("1. A\n\n3. B", ["3:1 before 3. a number is left out"]),
        ("1. A\n\n5. B", ["3:1 before 5. 3 numbers are left out"]),
        ("1. A\n1. B\n1. C", ["2:1 the number 1. is printed twice", "3:1 the number 1. is printed twice"]),
        ("១. ក\n\n៣. ខ", ["3:1 before ៣. a number is left out"]),
        ("١. أ\n\n٢. ب\n\n٢. ج", ["5:1 the number ٢. is printed twice"]),
        ("(1) A\n\n(2) B\n\n(4) C", ["5:1 before (4) a number is left out"]),
        ("(a) A\n\n(b) B\n\n(d) C", ["5:1 before (d) a number is left out"]),
        ("(i) A\n\n(ii) B\n\n(iv) C", ["5:1 before (iv) a number is left out"]),
        ("1. A\n   (a) x\n   (c) y\n\n2. B", ["3:4 before (c) a number is left out"]),
        ("1.1. A\n\n1.3. B", ["3:1 before 1.3. a number is left out"]),
        ("5. A\n\n6. B\n\n8. C", ["5:1 before 8. a number is left out"]),
        ("1. A\n\n## Trade\n\n2. B\n\n## Aid\n\n4. C", ["9:1 before 4. a number is left out"]),
        ("1. A\n\n2. B\n\n3. C\n\n2. D", ["7:1 the number 2. is printed twice"]),
    ],
)
def test_a_number_that_does_not_follow_is_reported(source: str, messages: list[str]) -> None:
    assert reported(source) == messages
    body, _ = read(source)
    assert html_of(body).count('class="mark"') == sum(1 for line in source.split("\n") if line and line[0] != "#")


@pytest.mark.parametrize(
    "source",
    [
        "1. A\n\n2. B\n\n3. C",
        "3. An extract\n\n4. goes on",
        "7. An extract\n\n12. and another",
        "1. A\n\n2. B\n\n## Trade\n\n1. C\n\n2. D",
        "1. A\n\n## Trade\n\n1. B",
        "1. A\n   (a) x\n   (b) y\n\n2. B\n   (a) x\n   (b) y",
        "1. A\n\n(a) x\n\n(b) y\n\n2. B\n\n(a) x\n\n(b) y\n\n3. C",
        "I said:\n\n1. A\n\n2. B\n\nAnd:\n\n1. C\n\n2. D",
        "(a) A\n\n(b) B\n\n(c) C\n\n(d) D\n\n(e) E\n\n(f) F\n\n(g) G\n\n(h) H\n\n(i) I\n\n(j) J",
        "(i) A\n\n(ii) B\n\n(iii) C\n\n(iv) D\n\n(v) E\n\n(vi) F",
        "1.1. A\n\n1.2. B\n\n2.1. C\n\n2.2. D",
        "1. A\n   1.1. x\n   1.2. y\n2. B\n   2.1. z",
        "> 3. A quotation\n>\n> 7. of two",
        "2022. The year\n\n15. februar",
        "أ- واحد\n\nج- ثلاثة",
    ],
)
def test_numbers_in_order_are_not_reported(source: str) -> None:
    assert reported(source) == []


def test_days_at_the_beginning_of_paragraphs_are_no_numbers() -> None:
    body, problems = read("1. März: Ankunft\n\n3. März – Unterzeichnung\n\n7. März (Samstag): Abreise", "de", ("de",))

    assert problems == ()
    assert [block.kind for block in body.blocks] == ["paragraph", "paragraph", "paragraph"]
