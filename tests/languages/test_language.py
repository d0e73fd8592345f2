import re
import subprocess
import sys
import unicodedata
from datetime import date

import pytest
from babel import Locale, localedata

from pressgen.languages import (
    complete_languages,
    country_of_language,
    default_language_of_script,
    is_language,
    language,
    language_of_country,
    scripts_of,
    use_site_locales,
)
from pressgen.languages.cldr import digits_of, numbering_systems
from pressgen.languages.locales import with_digits


@pytest.mark.parametrize(
    "tag,autonym,direction,script,words_in",
    [
        ("en", "English", "ltr", "Latn", "en"),
        ("km", "ភាសាខ្មែរ", "ltr", "Khmr", "km"),
        ("fr", "Français", "ltr", "Latn", "fr"),
        ("ar", "العربية", "rtl", "Arab", "ar"),
        ("cy", "Cymraeg", "ltr", "Latn", "cy"),
        ("ar-EG", "العربية (مصر)", "rtl", "Arab", "ar"),
        ("fr-CH", "Français (Suisse)", "ltr", "Latn", "fr"),
        ("th", "ไทย", "ltr", "Thai", "en"),
        ("lo", "ລາວ", "ltr", "Laoo", "en"),
        ("my", "မြန်မာ", "ltr", "Mymr", "en"),
        ("zh", "中文", "ltr", "Hans", "en"),
        ("zh-Hant", "繁體中文", "ltr", "Hant", "en"),
        ("zh-TW", "中文 (台灣)", "ltr", "Hant", "en"),
        ("nb", "Norsk bokmål", "ltr", "Latn", "en"),
        ("sr-Latn", "Srpski (latinica)", "ltr", "Latn", "en"),
        ("ks", "کٲشُر", "rtl", "Arab", "en"),
        ("dv", "ދިވެހިބަސް", "rtl", "Thaa", "en"),
        ("xx", "xx", "ltr", "", "en"),
        # A script that is not the words' own has none of them.
        ("ar-Latn", "العربية (اللاتينية)", "ltr", "Latn", "en"),
    ],
)
def test_languages(tag: str, autonym: str, direction: str, script: str, words_in: str) -> None:
    known = language(tag)
    assert (known.tag, known.direction, known.script) == (tag, direction, script)
    assert (known.autonym, known.words_in) == (autonym, words_in)


def test_a_language_is_complete_when_it_has_words() -> None:
    assert [language(tag).complete for tag in ("en", "km", "ar-EG", "en-US", "th", "xx", "ar-Latn")] == [
        True, True, True, True, False, False, False,
    ]  # fmt: skip


def test_no_locale_of_babel_fails() -> None:
    for identifier in filter(re.compile("[a-z]+(_[A-Z][a-z]+)?").fullmatch, localedata.locale_identifiers()):
        known = language(identifier.replace("_", "-"))
        written = (known.number(1234567.5), known.join("abc"), known.month(2022, 2), known.autonym, known.country("MM"))
        assert all(written)
        assert "\u200b" not in "".join(written)


@pytest.mark.parametrize(
    "tag,number,decimal",
    [
        ("en", "1,234,567", "12.5"),
        ("km", "១,២៣៤,៥៦៧", "១២.៥"),
        ("fr", "1\u202f234\u202f567", "12,5"),
        ("ar", "1,234,567", "12.5"),
        ("ar-EG", "١٬٢٣٤٬٥٦٧", "١٢٫٥"),
        ("cy", "1,234,567", "12.5"),
        ("hi", "12,34,567", "12.5"),
        ("my", "၁,၂၃၄,၅၆၇", "၁၂.၅"),
    ],
)
def test_numbers(tag: str, number: str, decimal: str) -> None:
    assert language(tag).number(1234567) == number
    assert language(tag).number(12.5) == decimal
    assert language(tag).number(7) == language(tag).digits("7")


@pytest.mark.parametrize("octets,size", [(0, "1 KB"), (214_400, "214 KB"), (2_140_000, "2.1 MB")])
def test_sizes(octets: int, size: str) -> None:
    assert language("en").size(octets) == size


def test_sizes_are_written_in_the_language() -> None:
    assert language("fr").size(2_140_000) == "2,1 Mo"
    assert language("km").size(214_000) == "២១៤ គីឡូបៃ"


@pytest.mark.parametrize(
    "tag,two,four",
    [
        ("en", "a and b", "a, b, c and d"),
        ("en-US", "a and b", "a, b, c, and d"),
        ("km", "a និងb", "a b c និងd"),
        ("fr", "a et b", "a, b, c et d"),
        ("ar", "a وb", "a وb وc وd"),
        ("cy", "a, b", "a, b, c, d"),
        ("zh", "a和b", "a、b、c和d"),
    ],
)
def test_lists(tag: str, two: str, four: str) -> None:
    words = language(tag)
    assert (words.join([]), words.join(["a"]), words.join("ab"), words.join("abcd")) == ("", "a", two, four)


def test_items_with_braces_are_only_items() -> None:
    assert language("en").join(["{0}", "{1}", "{x}"]) == "{0}, {1} and {x}"


@pytest.mark.parametrize(
    "tag", ["km", "en", "nb", "no", "yue", "haw", "zh-Hant", "sr-Latn", "en-US", "es-419", "zh-Hant-TW"]
)
def test_codes_of_languages(tag: str) -> None:
    assert is_language(tag)


@pytest.mark.parametrize(
    "tag",
    ["", "kh", "xx", "zz", "und", "KM", "km-kh", "km-UK", "km-Xxxx", "khmer", "km-KHM", "e", "km\n", "<km>"],
)
def test_what_is_no_language(tag: str) -> None:
    assert not is_language(tag)


def test_countries_scripts_and_languages_go_together() -> None:
    assert [language_of_country(code) for code in ("KH", "NO", "no", "LA", "MA", "AQ", "ZZ")] == [
        "km", "nb", "nb", "lo", "ar", "", "",
    ]  # fmt: skip
    assert [country_of_language(tag) for tag in ("km", "nb", "xx")] == ["KH", "NO", ""]
    scripts = ("Khmr", "Latn", "Arab", "Hani", "Deva", "Xxxx")
    assert [default_language_of_script(script) for script in scripts] == ["km", "en", "ar", "zh", "hi", ""]
    assert scripts_of("km") == {"Khmr"}
    assert scripts_of("sr") == {"Cyrl", "Latn"}
    assert scripts_of("sr-Latn") == {"Latn"}
    assert scripts_of("ja") == {"Hani", "Hira", "Kana"}
    assert scripts_of("xx") == frozenset()


def test_importing_languages_does_not_import_babel() -> None:
    code = "import sys, pressgen.languages; print('babel' in sys.modules)"
    written = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert written.stdout.strip() == "False"


def test_babel_is_read_once_for_a_language(monkeypatch: pytest.MonkeyPatch) -> None:
    words = language("km")
    words.country("NO"), words.number(1_000_000), words.name_of("en")
    monkeypatch.setattr(Locale, "parse", None)
    monkeypatch.setattr("pickle.loads", None)
    assert words.country("NO") == "ន័រវែស"
    assert words.number(1_000_000) == "១,០០០,០០០"
    assert language("km").name_of("en") == "អង់គ្លេស"


def test_a_site_chooses_the_digits_of_one_language_with_their_marks() -> None:
    use_site_locales(with_digits({"ar": {"digits": "๐๑๒๓๔๕๖๗๘๙"}}, {"ar": "arab", "km": "latn", "my": "latn"}))

    assert language("ar").number(12345.5) == "١٢٬٣٤٥٫٥"
    assert language("ar").date(date(2022, 2, 15)) == "١٥ فبراير ٢٠٢٢"
    assert language("ar").day_form().digits == "٠١٢٣٤٥٦٧٨٩"
    assert (language("km").number(12345.5), language("km").day_form().digits) == ("12,345.5", "")
    assert language("my").digits("15") == "15"
    assert language("ar-SA").digits("15") == "๑๕"  # a regional form has its file's, until the site names it
    assert "my" not in complete_languages()


def test_to_choose_the_usual_digits_changes_nothing() -> None:
    def written(tag: str) -> tuple[str, str]:
        return language(tag).number(12345.5), language(tag).date(date(2022, 2, 15))

    before = [written(tag) for tag in ("km", "ar-EG", "en")]
    use_site_locales(with_digits({}, {"km": "khmr", "ar-EG": "arab", "en": "latn"}))
    assert [written(tag) for tag in ("km", "ar-EG", "en")] == before


@pytest.mark.parametrize("system", numbering_systems())
def test_a_numbering_system_is_that_of_unicode(system: str) -> None:
    digits = digits_of(system)
    assert [unicodedata.decimal(digit) for digit in digits] == list(range(10))
    assert len({unicodedata.name(digit).rsplit(" ", 1)[0] for digit in digits}) == 1
