"""Every letter of every language whose script has a bundled font is in that font, in both families and both weights."""

import re
import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import pytest
from fontTools.ttLib import TTFont

ASSETS = files("pressgen") / "assets"
RULE = re.compile(
    r'font-family: "(?P<family>[^"]+)";\s+font-style: (?P<style>\w+);\s+font-weight: (?P<weight>\d+);.*?'
    r'fonts/(?P<file>[^"]+)"\).*?unicode-range: (?P<ranges>[^;]+);',
    re.DOTALL,
)
EXEMPLARS = Path(__file__).parent / "languages" / "exemplars.tsv"
ELSEWHERE = set("〈〉⟨⟩⋅")  # brackets of Chinese and of mathematics, and a dot of it, which no Noto Sans has
FACES = [("Noto Sans", 400), ("Noto Sans", 700), ("Noto Serif", 400), ("Noto Serif", 700)]


class Face(NamedTuple):
    family: str
    style: str
    weight: int
    file: str
    ranges: str

    @property
    def serves(self) -> frozenset[str]:
        """The characters that it has and that the style sheet asks it for."""
        return letters_of(self.file) & frozenset(map(chr, self.asked))

    @property
    def asked(self) -> set[int]:
        pairs = (each.strip().removeprefix("U+").partition("-") for each in self.ranges.split(","))
        return {code for first, _, last in pairs for code in range(int(first, 16), int(last or first, 16) + 1)}


@cache
def letters_of(file: str) -> frozenset[str]:
    with TTFont(str(ASSETS / "fonts" / file), lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


@cache
def faces() -> tuple[Face, ...]:
    sheet = (ASSETS / "css" / "fonts.css").read_text(encoding="utf-8")
    found = tuple(
        Face(rule["family"], rule["style"], int(rule["weight"]), rule["file"], rule["ranges"])
        for rule in RULE.finditer(sheet)
    )
    assert len(found) == sheet.count("@font-face")
    return found


def upright(family: str, weight: int) -> list[Face]:
    return [face for face in faces() if (face.family, face.style, face.weight) == (family, "normal", weight)]


def exemplars() -> dict[str, set[str]]:
    lines = (line.split("\t") for line in EXEMPLARS.read_text(encoding="utf-8").splitlines()[1:])
    return {tag: {each for letter in letters for each in letter + letter.upper()} for tag, letters in lines}


def is_seen(letter: str) -> bool:
    return unicodedata.category(letter) not in {"Cf", "Zs"} or letter == "\u202f"


@pytest.mark.parametrize(("family", "weight"), FACES)
def test_every_letter_of_a_language_is_in_the_bundled_fonts(family: str, weight: int) -> None:
    served = frozenset().union(*(face.serves for face in upright(family, weight)))
    missing = {
        tag: "".join(sorted(lacking))
        for tag, letters in exemplars().items()
        if (lacking := {letter for letter in letters - served - ELSEWHERE if is_seen(letter)})
    }
    assert len(exemplars()) > 300
    assert missing == {}


@pytest.mark.parametrize(("family", "weight"), FACES)
def test_an_accent_stands_in_one_font_with_the_letters_below_it(family: str, weight: int) -> None:
    together = [face.serves for face in upright(family, weight)]
    for tag, letters in exemplars().items():
        latin = {letter for letter in letters if unicodedata.name(letter, "").startswith("LATIN") and letter.isalpha()}
        accents = {letter for letter in letters if 0x300 <= ord(letter) < 0x370}
        if accents and len(latin) > 20:
            assert any(latin | accents <= one for one in together), tag


def test_a_font_of_another_script_is_not_loaded_for_latin_words() -> None:
    printed = set(map(ord, "–—‘’“”…‐‑№€°×" + "".join(map(chr, range(0x20, 0x100)))))
    for face in faces():
        if "-latin-" not in face.file and "-accents-" not in face.file:
            shared = set(map(chr, face.asked & printed)) - {"№", "‐", "‑"}
            assert not shared, face.file


def test_every_font_that_is_published_is_asked_for() -> None:
    published = {Path(str(file)).name for file in (ASSETS / "fonts").iterdir() if file.name.endswith(".woff2")}
    assert published == {face.file for face in faces()}
