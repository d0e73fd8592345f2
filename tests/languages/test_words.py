import re
import string
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from babel import Locale

from pressgen.languages import complete_languages, language
from pressgen.languages.locales import Text, locale_file
from pressgen.model import Kind, Mode, Translation

MASTER = locale_file("en").words


def texts_of(text: Text) -> tuple[str, ...]:
    return tuple(text.values()) if isinstance(text, Mapping) else (text,)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_the_complete_languages() -> None:
    assert complete_languages() == ("ar", "cy", "en", "fr", "km")


@pytest.mark.parametrize("tag", complete_languages())
def test_a_complete_language_has_the_keys_and_placeholders_of_the_master(tag: str) -> None:
    words = locale_file(tag).words
    assert set(words) == set(MASTER)
    for key, text in words.items():
        wanted = set().union(*map(placeholders, texts_of(MASTER[key])))
        for form in texts_of(text):
            # A dual or a singular may say its number by itself: `بيانان`.
            assert placeholders(form) in (wanted, wanted - {"count"}), key


def categories(tag: str) -> set[str]:
    """Return the plural categories of a language, as CLDR has them."""
    return {*Locale.parse(tag).plural_form.tags, "other"}


@pytest.mark.parametrize("tag", complete_languages())
def test_plurals_have_the_categories_of_the_language(tag: str) -> None:
    plurals = {key: text for key, text in locale_file(tag).words.items() if isinstance(text, Mapping)}
    assert {key for key, text in MASTER.items() if isinstance(text, Mapping)} == set(plurals)
    for text in plurals.values():
        assert set(text) == categories(tag)


def test_arabic_and_welsh_have_six_plural_categories() -> None:
    six = {"zero", "one", "two", "few", "many", "other"}
    assert categories("ar") == categories("cy") == six


@pytest.mark.parametrize(
    "tag,counts",
    [
        ("en", {0: "0 releases", 1: "1 release", 2: "2 releases", 1234: "1,234 releases"}),
        ("km", {0: "សេចក្តីប្រកាសព័ត៌មានចំនួន ០", 1: "សេចក្តីប្រកាសព័ត៌មានចំនួន ១", 12: "សេចក្តីប្រកាសព័ត៌មានចំនួន ១២"}),
        (
            "fr",
            {0: "0 communiqué", 1: "1 communiqué", 2: "2 communiqués", 1_000_000: "1\u202f000\u202f000 de communiqués"},
        ),
        ("ar", {0: "لا بيانات صحفية", 1: "بيان صحفي واحد", 2: "بيانان صحفيان", 3: "3 بيانات صحفية"}),
        ("ar-EG", {3: "٣ بيانات صحفية", 11: "١١ بيانًا صحفيًا", 100: "١٠٠ بيان صحفي"}),
        (
            "cy",
            {
                0: "0 datganiad",
                1: "1 datganiad",
                2: "2 ddatganiad",
                3: "3 datganiad",
                6: "6 datganiad",
                9: "9 datganiad",
            },
        ),
        ("th", {1: "๑ release", 2: "๒ releases"}),
    ],
)
def test_counts(tag: str, counts: dict[int, str]) -> None:
    assert {count: language(tag).say("releases-count", count=count) for count in counts} == counts


@pytest.mark.parametrize("tag", complete_languages())
def test_every_kind_mode_status_and_translation_has_a_word(tag: str) -> None:
    words = language(tag)
    values = {"kind": tuple(Kind), "mode": tuple(Mode), "translation": tuple(Translation)}
    keys = {prefix: [f"{prefix}-{value.value}" for value in each] for prefix, each in values.items()}
    keys["status"] = ["status-draft", "status-embargo", "status-withdrawn"]
    for each in keys.values():
        texts = [words.say(key) for key in each]
        assert len(set(texts)) == len(texts)


def test_every_key_is_used(repository: Path) -> None:
    files = [path for path in (repository / "pressgen").rglob("*") if path.suffix in {".py", ".html", ".js"}]
    source = "\n".join(path.read_text("utf-8") for path in files)
    whole = set(re.findall(r"""["'`]([a-z-]+)["'`]""", source))
    parts = re.findall(r'f"([a-z-]*)\{[^}"]+\}([a-z-]*)"', source)
    composed = re.compile(
        "|".join(f"{before}[a-z-]+{after}" for before, after in set(parts) if len(before + after) > 2)
    )

    assert [key for key in MASTER if key not in whole and not composed.fullmatch(key)] == []


def test_the_words_of_the_letterhead() -> None:
    texts = {tag: language(tag).say("press-release") for tag in complete_languages()}
    assert texts == {
        "ar": "بيان صحفي",
        "cy": "Datganiad i’r wasg",
        "en": "Press release",
        "fr": "Communiqué de presse",
        "km": "សេចក្តីប្រកាសព័ត៌មាន",
    }


@pytest.mark.parametrize(
    "tag,sentence",
    [
        ("en", "Available only in Khmer"),
        ("km", "មានតែជាភាសាខ្មែរ"),
        ("fr", "Disponible uniquement en khmer"),
        ("ar", "متاح باللغة الخميرية فقط"),
        ("cy", "Ar gael yn: Chmereg yn unig"),
        ("th", "Available only in Khmer"),
    ],
)
def test_names_of_languages_stand_in_sentences(tag: str, sentence: str) -> None:
    words = language(tag)
    assert words.say("only-in", language=words.name_of("km")) == sentence


def test_values_with_braces_are_only_values() -> None:
    assert language("en").say("notice-reason", reason="{count} {x}") == "Reason: {count} {x}"


def test_a_pattern_keeps_its_placeholders_for_markup() -> None:
    assert language("en").pattern("releases-count", 1) == "{count} release"
    assert language("en").pattern("only-in") == "Available only in {language}"


def test_a_key_that_does_not_exist_is_a_mistake_of_the_programs() -> None:
    with pytest.raises(KeyError):
        language("th").say("no-such-key")


def test_no_locale_holds_a_zero_width_space_or_loses_its_french_spaces() -> None:
    for entry in (files("pressgen") / "locales").iterdir():
        assert "\u200b" not in entry.read_text(encoding="utf-8"), entry.name
    for key, text in locale_file("fr").words.items():
        for form in texts_of(text):
            assert " :" not in form, key
            assert "« " not in form, key


@pytest.mark.parametrize("tag", complete_languages())
def test_nothing_in_the_interface_shouts(tag: str) -> None:
    assert not [key for key, text in locale_file(tag).words.items() for form in texts_of(text) if "!" in form]


def test_locale_files_say_nothing_twice_and_nothing_unknown() -> None:
    known = {"autonym", "direction", "digits", "list", "dates", "days", "eras", "words"}
    for entry in (files("pressgen") / "locales").iterdir():
        node = yaml.compose(entry.read_text(encoding="utf-8"))
        assert isinstance(node, yaml.MappingNode)
        assert {key.value for key, _ in node.value} <= known, entry.name
        for _, value in node.value:
            if isinstance(value, yaml.MappingNode):
                keys = [key.value for key, _ in value.value]
                assert len(keys) == len(set(keys)), entry.name
