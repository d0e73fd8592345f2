"""What folding leaves out, and what it keeps since it tells texts apart."""

import pytest

from pressgen.text.folding import ascii_digits, fold, fold_letters, fold_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Minister of  State", "minister\nof STATE"),
        ("Straße", "STRASSE"),
        ("Pha\u0301n", "Ph\u00e1n"),
        ("No.\u00a012", "no. 12"),
        ("ឯកឧត្តម  ប្រាក់ សុខុន", "ឯកឧត្តម ប្រាក់ សុខុន"),
    ],
)
def test_case_composition_and_spaces_do_not_matter(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Phan", "Phán"), ("MoFA-12", "MoFA 12"), ("១២", "12"), ("កា", "ក")])
def test_accents_signs_and_digits_tell_texts_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_digits_are_folded_where_asked_for() -> None:
    assert fold("លេខ ១២៣/٤٥", digits=True) == "លេខ 123/45"
    assert fold("½ ②", digits=True) == "½ ②"  # no decimal digits


def test_marks_are_left_out_where_asked_for() -> None:
    assert fold("Întocmit la", marks=False) == fold("INTOCMIT la", marks=False) == "intocmit la"
    assert fold("حُرِّرَ", marks=False) == "حرر"


def test_words_are_without_accents_apostrophes_and_what_stands_between_them() -> None:
    assert fold_words("Jean-Noël  d’Avila,  M.P.") == ("jean", "noel", "davila", "m", "p")
    assert fold_words("Łukasz Bjørn Œuvre") == ("lukasz", "bjorn", "oeuvre")
    assert fold_words("الأُسْتَاذَة") == fold_words("الاستاذه")


def test_words_keep_the_vowels_of_khmer_and_thai() -> None:
    assert fold_words("សុខុន") != fold_words("សខន")
    assert fold_words("มานี") != fold_words("มาน")


def test_letters_are_without_punctuation_spaces_and_width() -> None:
    assert fold_letters("Phnom Penh, 15. FEBRUARY ២០២២") == "phnompenh15february2022"
    assert fold_letters("１５ Ｆｅｂ") == "15feb"
    assert fold_letters("Orléans") != fold_letters("Orleans")


def test_only_decimal_digits_become_those_of_ascii() -> None:
    assert ascii_digits("១៥ ۱۵ ୧୫ 15 ①") == "15 15 15 15 ①"
