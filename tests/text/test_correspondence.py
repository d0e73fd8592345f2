"""The parts of a letter are marked, in the languages that are offered, and every letter stays as printed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.page import html_of, read, read_without_marks, shown

PARTS = re.compile(r'<p(?: [^>]*)? class="(address|salutation|signed)"[^>]*>(.*?)</p>', re.DOTALL)


def parts(source: str, language: str = "en") -> list[tuple[str, str]]:
    """Return the parts of letters that are marked, each with its words on one line."""
    found = PARTS.findall(html_of(read(source, language)[0]))
    return [(name, " ".join(shown(words).split())) for name, words in found]


TEXT = "I have learned with sorrow of the floods in the valley of the Lohme, and of the dead.\n\nWe share it."


@pytest.mark.parametrize(
    ("language", "before", "behind", "found"),
    [
        ("en", "Excellency,", "Clara DUVAL", ["Excellency,", "Clara DUVAL"]),
        ("en", "Dear Sir,", "Yours,\n\nClara DUVAL\nMinister", ["Dear Sir,", "Yours,", "Clara DUVAL Minister"]),
        ("en", "Dear Mr. Secretary:", "Clara DUVAL", ["Dear Mr. Secretary:", "Clara DUVAL"]),
        ("es", "Excelentísimo Señor:", "Clara DUVAL", ["Excelentísimo Señor:", "Clara DUVAL"]),
        ("en", "Mr. President,", "C. Duval Jr.", ["Mr. President,", "C. Duval Jr."]),
        ("fr", "Monsieur le Ministre,", "Clara DUVAL", ["Monsieur le Ministre,", "Clara DUVAL"]),
        ("ar", "معالي الوزير،", "إدريس كالاواي", ["معالي الوزير،", "إدريس كالاواي"]),
        ("km", "ឯកឧត្តមរដ្ឋមន្ត្រី ជាទីគោរព", "ប្រាក់ សុខុន", ["ឯកឧត្តមរដ្ឋមន្ត្រី ជាទីគោរព", "ប្រាក់ សុខុន"]),
        ("cy", "Annwyl Weinidog,", "Yn gywir,\n\nCarys Dafydd", ["Annwyl Weinidog,", "Yn gywir,", "Carys Dafydd"]),
    ],
)  # fmt: skip
def test_a_letter_greets_and_is_signed(language: str, before: str, behind: str, found: list[str]) -> None:
    source = f"{before}\n\n{TEXT}\n\n{behind}"
    quoted = "She wrote:\n\n" + "\n".join(f"> {line}" for line in source.splitlines()) + "\n\nIt was sent today."

    assert [words for _, words in parts(source, language)] == found
    assert parts(source, language) == parts(quoted, language)
    assert parts(source, language)[0][0] == "salutation"
    assert {name for name, _ in parts(source, language)[1:]} == {"signed"}


def test_what_announces_a_letter_is_no_address() -> None:
    source = f"The Minister wrote:\n\nExcellency,\n\n{TEXT}\n\nClara DUVAL"

    assert [name for name, _ in parts(source)] == ["salutation", "signed"]


def test_place_and_day_and_an_address_may_stand_above() -> None:
    address = "Her Excellency\nSigrid Lund\nMinister of Foreign Affairs"
    source = f"Exampolis, 30 March 2026\n\n{address}\n\nExcellency,\n\n{TEXT}\n\nClara DUVAL\n\n* * *"

    assert parts(source) == [
        ("address", "Her Excellency Sigrid Lund Minister of Foreign Affairs"),
        ("salutation", "Excellency,"),
        ("signed", "Clara DUVAL"),
    ]


@pytest.mark.parametrize(
    "source",
    [
        f"Excellencies,\n\n{TEXT}\n\nI thank you.",
        f"Mr. President,\n\n{TEXT}\n\nI thank you",
        f"معالي الوزير،\n\n{TEXT}\n\nوالسلام عليكم",
        f"Monsieur le Président,\n\n{TEXT}\n\nVive la République",
        f"Mr. Chairman,\nExcellencies,\nLadies and gentlemen,\n\n{TEXT}\n\nClara DUVAL",
        f"Minister Duval received the Ambassador of Norland\n\n{TEXT}\n\nClara DUVAL",
        f"{TEXT}\n\nClara DUVAL",
        f"Excellency,\n\n{TEXT}",
        f"Excellency,\n\n{TEXT}\n\nContact: +00 1 555 0100",
        "Excellency,\n\nClara DUVAL",
        f"{'The Minister wrote to her colleague. ' * 3}\n\nExcellency,\n\n{TEXT}\n\nClara DUVAL",
        f"Minister Day met:\n\n{TEXT}\n\nClara DUVAL",
        f"President of the Republic of Norway:\n\n{TEXT}\n\nOslo",
        f"Mr Lund:\n\n{TEXT}\n\nMinistry of Foreign Affairs",
    ],
)  # fmt: skip
def test_what_only_greets_or_is_only_signed_is_no_letter(source: str) -> None:
    assert parts(source) == []


PIECES = st.sampled_from(
    [
        *(
            "Excellency,",
            "Dear Minister,",
            "Clara DUVAL",
            "Clara DUVAL\nMinister",
            "Havn, 3 March 2026",
            "We share it.",
        ),
        *("> ", "معالي الوزير،", "ឯកឧត្តម", "* * *", "- one\n- two", "## Part", "![A](a.png)", "**Q:** When?"),
        *("**A:** Now.", "Yours,", "| a | b |\n|---|---|\n| 1 | 2 |", "note[^1]", "[^1]: Below.", "1. First.", ""),
        *("<b>Name</b>", "&amp; *Name*"),
    ]
)


@given(st.lists(st.tuples(PIECES, st.booleans()), max_size=9), st.sampled_from(["en", "fr", "ar", "km"]))
def test_nothing_of_a_text_is_lost_or_moved(pieces: list[tuple[str, bool]], language: str) -> None:
    quoted = ("\n".join(f"> {line}" for line in piece.split("\n")) if quote else piece for piece, quote in pieces)
    source = "\n\n".join(quoted)

    marked, plain = read_without_marks(source, language, "mark_letters")

    assert re.sub(' class="(?:address|salutation|signed)"', "", html_of(marked)) == html_of(plain)
