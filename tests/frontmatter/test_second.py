"""Keys of the front matter in the text: a second front matter is reported, prose between two rules is not."""

import pytest

from pressgen.frontmatter import read
from pressgen.problems import codes

FRONT = "---\ntitle: A\ndate: 2022-02-15\nkind: readout\n---\n"


def reported(body: str, front: str = FRONT) -> list[int]:
    problems = read(f"{front}{body}".encode(), "x.md").problems
    return [one.place.line for one in problems if one.code is codes.SECOND_FRONT_MATTER]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("embargo: 2040-01-01T10:00Z\n---\nText.\n", 6),
        ("---\nembargo: 2040-01-01T10:00Z\n---\nText.\n", 7),
        ("\n---\n\nstatus: draft\n\n---\nText.\n", 9),
        ("Text.\n\n---\nembargo: 2040-01-01T10:00Z\nkind: visit\n---\nText.\n", 9),
        ("Text.\n\n---\nembargo: 2040-01-01T10:00Z\n", 9),
        ("Text.\n\n——\ntitle: B\nparticipants:\n  - name: C\n----\nText.\n", 9),
        ("\ufeff---\ntitle: B\n---\nText.\n", 7),
        ("# a comment\nembargo: 2040-01-01T10:00Z\n\nText.\n", 7),
        ("Text.\n\n---\nEmbargo: 2040-01-01T10:00Z\n---\nText.\n", 9),
        ("...\nembargo: 2040-01-01T10:00Z\n...\nText.\n", 7),
    ],
)
def test_a_second_front_matter_is_reported_at_its_first_key(body: str, line: int) -> None:
    assert reported(body) == [line]


def test_each_further_front_matter_is_reported() -> None:
    assert reported("---\ntitle: B\n---\nText.\n\n---\nstatus: draft\n---\n") == [7, 12]


def test_front_matter_behind_some_text_is_reported() -> None:
    assert reported("\n---\ntitle: B\ndate: 2022-02-15\n---\nText.\n", "Some text.\n") == [4]


@pytest.mark.parametrize(
    "body",
    [
        "Text.\n\n---\n\nMore text.\n",
        "Text.\n\n---\n\nDate: Monday, 14 February\nPlace: Phnom Penh\n\n---\n\nText.\n",
        "Text.\n\n---\nNote: the Ministers met again.\n",
        "Contact: press@mfa.example\n---\nText.\n",
        "title: the book that was presented\nand what it is about\n",
        "Text.\n\n* * *\n\nplace: Oslo\n",
        "Embargo: 10 a.m. on Monday\n\nText.\n",
        "The Ministers agreed:\n---\nto meet again.\n",
        "---\n---\n",
        "- place: Oslo\n- date: Monday\n",
    ],
)
def test_rules_and_colons_in_prose_are_let_be(body: str) -> None:
    assert reported(body) == []
