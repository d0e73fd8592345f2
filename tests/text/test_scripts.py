import unicodedata

import pytest

from pressgen.text.script_table import script_of
from pressgen.text.scripts import scripts_for
from tests.text.page import html_of, read

NAMES = {
    "Latn": "LATIN",
    "Cyrl": "CYRILLIC",
    "Arab": "ARABIC",
    "Grek": "GREEK",
    "Khmr": "KHMER",
    "Thai": "THAI",
    "Laoo": "LAO",
    "Mymr": "MYANMAR",
    "Tibt": "TIBETAN",
    "Deva": "DEVANAGARI",
    "Beng": "BENGALI",
    "Hebr": "HEBREW",
    "Armn": "ARMENIAN",
    "Geor": "GEORGIAN",
    "Ethi": "ETHIOPIC",
    "Hang": "HANGUL",
    "Hira": "HIRAGANA",
    "Kana": "KATAKANA",
    "Sinh": "SINHALA",
    "Taml": "TAMIL",
}


@pytest.mark.parametrize("script", NAMES)
def test_the_table_has_every_letter_of_a_script(script: str) -> None:
    for code in range(0x41, 0x10000):
        character = chr(code)
        name = unicodedata.name(character, "")
        if name.startswith(f"{NAMES[script]} LETTER ") and unicodedata.category(character) in {"Lo", "Ll", "Lu"}:
            assert script_of(character) in {script, "Copt"}, name


@pytest.mark.parametrize("character", "0៧٧१ .,«»“”។؟、\u200d\u00a0\u0301€°")
def test_digits_marks_and_joiners_belong_to_no_script(character: str) -> None:
    assert script_of(character) == ""


@pytest.mark.parametrize(
    ("text", "language", "languages", "html"),
    [
        ("PRAK Sokhonn", "en", ["en", "km"], "PRAK Sokhonn"),
        ("ប្រាក់ សុខុន", "en", ["en", "km"], '<span lang="km">ប្រាក់ សុខុន</span>'),
        ("លោក Jean-Yves Le Drian។", "km", ["km", "fr"], 'លោក <span lang="fr">Jean-Yves Le Drian</span>។'),
        ("السيد Dupont", "ar", ["fr", "ar"], 'السيد <span lang="fr" dir="ltr">Dupont</span>'),
        ("Mr. محمد (2)", "fr", ["fr", "ar"], 'Mr. <span lang="ar" dir="rtl">محمد</span> (2)'),
        (
            "في UTC+3 و COVID-19",
            "ar",
            ["ar"],
            'في <span lang="en" dir="ltr">UTC+3</span> و <span lang="en" dir="ltr">COVID-19</span>',
        ),
        ("وشبكة 5G", "ar", ["ar"], 'وشبكة <span lang="en" dir="ltr">5G</span>'),
        ("(UN) هنا", "ar", ["ar"], '(<span lang="en" dir="ltr">UN</span>) هنا'),
        (
            "هنا A (B) [C",
            "ar",
            ["ar"],
            'هنا <span lang="en" dir="ltr">A (B)</span> [<span lang="en" dir="ltr">C</span>',
        ),
        ("القرار (S/RES/2254)", "ar", ["ar"], 'القرار (<span lang="en" dir="ltr">S/RES/2254</span>)'),
        (
            "The name الأردن (عمان",
            "en",
            ["en", "ar"],
            'The name <span lang="ar" dir="rtl">الأردن</span> (<span lang="ar" dir="rtl">عمان</span>',
        ),
        ("דוד ו محمد", "ar", ["ar"], '<span lang="he">דוד ו</span> محمد'),
        ("習近平 and 金正恩", "ko", ["ko"], '習近平 <span lang="en">and</span> 金正恩'),
        ("岸田文雄は", "en", ["en", "ja"], '<span lang="ja">岸田文雄は</span>'),
        ("Београд Beograd", "sr", ["sr"], "Београд Beograd"),
        ("a < b & c", "en", ["en"], "a &lt; b &amp; c"),
        ("Ω & Ж", "en", ["en"], '<span lang="el">Ω</span> &amp; <span lang="ru">Ж</span>'),
    ],
)
def test_runs_of_a_foreign_script_say_their_language(text: str, language: str, languages: list[str], html: str) -> None:
    assert scripts_for(language, tuple(languages)).html(text) == html


def test_a_text_in_one_foreign_script_is_distinguished_from_a_mixed_one() -> None:
    scripts = scripts_for("en", ("en", "km"))
    assert scripts.attributes("ជាតិ សាសនា 2022") == {"lang": "km"}
    assert scripts.attributes("ជាតិ Nation") == {}
    assert scripts.attributes("ជាតิ".replace("ิ", "") + " ไทย") == {}
    assert scripts.attributes("2022 – 2023") == {}


def test_an_ampersand_between_foreign_words_belongs_to_them() -> None:
    html = html_of(read("صحيفة *Nord & Sund* وشركة AT&T اليوم", "ar", ("ar", "en"))[0])

    assert html.count('<span lang="en" dir="ltr">Nord &amp; Sund</span>') == 1
    assert html.count('<span lang="en" dir="ltr">AT&amp;T</span>') == 1
