"""Every tag of IANA's registry is a language that pages can be in."""

from __future__ import annotations

import datetime as dt
import random
from importlib.resources import files

import pytest

from pressgen.languages import as_recommended, is_language, language, scripts_of, sort_key
from tests.languages.versions import by_cldr

DAY = dt.date(2026, 3, 2)
ROWS = [
    line.split("\t")[:2]
    for line in (files("pressgen") / "data" / "subtags.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
NOT_LANGUAGES = {"und", "mul", "zxx", "mis"}


@pytest.mark.parametrize(
    "tag",
    [
        "prs", "zh-yue", "yue", "zh-cmn-Hans-CN", "sr-Latn-RS", "sl-rozaj-biske-1994", "de-CH-1901",
        "es-419", "en-GB-oed", "i-klingon", "art-lojban", "sgn-BE-FR", "x-seaspeak", "qaa", "qaa-Qaaa-QM",
        "en-x-official", "ca-valencia", "iw", "hy-Latn-IT-arevela", "th-TH-u-ca-buddhist", "in", "tl",
        "az-Arab", "ku-Arab", "ff-Adlm", "nqo", "rhg", "syr", "aaa",
    ],
)  # fmt: skip
def test_a_tag_of_the_registry_is_a_language(tag: str) -> None:
    assert is_language(tag)
    assert as_recommended(tag.upper()) == tag


@pytest.mark.parametrize(
    "tag",
    [
        "", "xx", "english", "kh", "zz", "EN", "zh-hant", "en-UK", "en-Xxxx", "de-1996-1996", "en-a-bb-a-cc", "en-",
        "-en", "en--GB", "x", "x-", "en-x", "zh-abc", "en_GB", "und", "mul", "../en", "en/fr", "en GB", "e",
        "i-nothing", "en" * 60,
    ],
)  # fmt: skip
def test_what_is_no_tag_is_no_language(tag: str) -> None:
    assert not is_language(tag)


def test_every_subtag_of_the_registry_makes_a_language() -> None:
    refused = []
    for kind, subtag in ROWS:
        for code in dict.fromkeys(subtag.split("..")):
            tag = code if kind in {"language", "grandfathered"} else f"zh-{code}" if kind == "extlang" else f"en-{code}"
            if not is_language(tag) and tag not in NOT_LANGUAGES:
                refused.append(tag)
    assert len(ROWS) > 9000
    assert refused == []


def test_any_language_of_the_registry_has_all_that_a_page_asks_for() -> None:
    chance = random.Random(17)  # always the same
    tags = [subtag for kind, subtag in ROWS if kind in {"language", "grandfathered"} and ".." not in subtag]
    for tag in chance.sample(tags, 150):
        known = language(tag)
        written = (known.date(DAY), known.short_date(DAY), known.month(2026, 3), known.number(12345.6), known.autonym)
        assert all(written), tag
        assert "M03" not in "".join(written), tag
        assert known.say("search"), tag
        assert known.country("NO") == "Norway" or known.country("NO") != "NO", tag
        assert known.direction in {"ltr", "rtl"}, tag
        assert sort_key(tag, "Å") >= sort_key(tag, ""), tag
        assert isinstance(scripts_of(tag), frozenset), tag


@pytest.mark.parametrize(
    ("tag", "autonym", "direction", "script", "date"),
    [
        ("prs", "دری", "rtl", "Arab", "۲ مارچ ۲۰۲۶"),
        ("dv", "ދިވެހިބަސް", "rtl", "Thaa", "2026-03-02"),
        ("ug", "ئۇيغۇرچە", "rtl", "Arab", "2-مارت، 2026"),
        ("nqo", "ߒߞߏ", "rtl", "Nkoo", None),
        ("rhg", None, "rtl", "Rohg", "2026-03-02"),
        ("syr", "ܣܘܪܝܝܐ", "rtl", "Syrc", None),
        ("az-Arab", None, "rtl", "Arab", "۲۰۲۶-۰۳-۰۲"),
        ("ku-Arab", None, "rtl", "Arab", by_cldr("2 March 2026", "2026-03-02")),
        ("pa-Arab", "پنجابی (عربی)", "rtl", "Arab", None),
        ("ks", "کٲشُر", "rtl", "Arab", None),
        ("sd", "سنڌي", "rtl", "Arab", None),
        ("haz", "Hazaragi", "rtl", "Arab", "2 March 2026"),
        ("azb", "South Azerbaijani", "rtl", "Arab", "2 March 2026"),
        ("yi", "ייִדיש", "rtl", "Hebr", None),
        ("iw", "עברית", "rtl", "Hebr", "2 במרץ 2026"),
        ("arb", "العربية", "rtl", "Arab", "2 مارس 2026"),
        ("zh-yue", "粵語", "ltr", "Hant", None),
        ("i-klingon", "Klingon", "ltr", "", "2 March 2026"),
        ("x-seaspeak", "x-seaspeak", "ltr", "", "2 March 2026"),
        ("aaa", "Ghotuo", "ltr", "Latn", "2 March 2026"),
    ],
)
def test_a_language_is_called_dated_and_directed_as_well_as_is_known(
    tag: str, autonym: str | None, direction: str, script: str, date: str | None
) -> None:
    known = language(tag)

    assert (known.direction, known.script) == (direction, script)
    assert autonym is None or known.autonym == autonym
    assert date is None or known.date(DAY) == date


def test_words_of_a_language_by_another_name_are_its_own() -> None:
    assert (language("arb").complete, language("arb").words_in) == (True, "ar")
    assert language("fr").name_of("prs") == "dari"
    assert language("fr").name_of("zh-yue") == "cantonais"
