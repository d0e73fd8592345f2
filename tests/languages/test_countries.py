import re
from itertools import product
from string import ascii_uppercase

import pytest
from babel import localedata

from pressgen.languages import (
    complete_languages,
    countries,
    has_country_name,
    is_country,
    is_user_assigned,
    language,
    nearest_countries,
)


def test_the_codes_of_iso_3166() -> None:
    assert len(countries()) == 249
    assert list(countries()) == sorted(countries())
    assert all(is_country(code) for code in ("KH", "NO", "MM", "PS", "GB"))
    # Reserved, withdrawn, user-assigned and CLDR's own.
    assert not any(is_country(code) for code in ("", "no", "UK", "EU", "UN", "XK", "XA", "ZZ", "SU", "AC", "NOR", "QO"))


def test_no_name_takes_a_side() -> None:
    for tag in [*complete_languages(), *sorted({name.split("_")[0] for name in localedata.locale_identifiers()})]:
        words = language(tag)
        for code in (*countries(), "XK"):
            name = words.country(code)
            assert name
            assert not re.search(r"[()\uff08\uff09\[\]/\u200b]|\bSAR\b|R\.A\.S\.", name), (tag, code, name)
        assert words.country("HK") != words.country("MO")
        assert not re.search(r"[Bb]urm|[Bb]irm|Barm|ភូមា|بورما|Бирм", words.country("MM")), tag


@pytest.mark.parametrize(
    "code,names",
    [
        ("MM", {"en": "Myanmar", "km": "មីយ៉ាន់ម៉ា", "fr": "Myanmar", "ar": "ميانمار", "cy": "Myanmar", "th": "เมียนมา"}),
        ("PS", {"en": "Palestine", "km": "ប៉ាឡេស្ទីន", "fr": "Palestine", "ar": "فلسطين", "cy": "Palesteina"}),
        (
            "HK",
            {"en": "Hong Kong", "km": "ហុងកុង", "fr": "Hong Kong", "ar": "هونغ كونغ", "zh-TW": "香港"},
        ),
        ("MO", {"en": "Macao", "zh": "澳门", "zh-Hant": "澳門", "zh-TW": "澳門"}),
        ("CD", {"en": "Democratic Republic of the Congo", "fr-BE": "République démocratique du Congo"}),
        ("FK", {"en": "Falkland Islands", "cy": "Ynysoedd Falkland", "de": "Falklandinseln"}),
        ("TW", {"en": "Taiwan", "km": "តៃវ៉ាន់"}),
        ("XK", {"en": "Kosovo", "ar": "كوسوفو"}),
        ("VA", {"en": "Holy See", "fr": "Saint-Siège"}),
        ("CI", {"en": "Côte d’Ivoire"}),
        ("TR", {"en": "Türkiye", "fr": "Türkiye", "ar": "تركيا"}),
        ("MK", {"en": "North Macedonia"}),
        ("CZ", {"en": "Czechia"}),
        ("AG", {"en": "Antigua and Barbuda"}),
        ("NO", {"en": "Norway", "km": "ន័រវែស", "fr": "Norvège", "ar": "النرويج", "cy": "Norwy", "nb": "Norge"}),
        ("KH", {"en": "Cambodia", "km": "កម្ពុជា"}),
        ("QQ", {"en": "QQ", "km": "QQ"}),
    ],
)
def test_names(code: str, names: dict[str, str]) -> None:
    assert {tag: language(tag).country(code) for tag in names} == names


USER_ASSIGNED = {
    one + two
    for one in ascii_uppercase
    for two in ascii_uppercase
    if one == "X" or one + two in {"AA", "ZZ"} or (one == "Q" and two >= "M")
}


def test_codes_left_to_users_take_no_name_from_cldr() -> None:
    assert {
        code for code in map("".join, product(ascii_uppercase, repeat=2)) if is_user_assigned(code)
    } == USER_ASSIGNED
    for tag in (*complete_languages(), "de", "nb", "sr-Latn", "zh-TW"):
        words = language(tag)
        assert {code: words.country(code) for code in USER_ASSIGNED - {"XK"}} == {
            code: code for code in USER_ASSIGNED - {"XK"}
        }
    assert [code for code in sorted(USER_ASSIGNED) if has_country_name(code)] == ["XK"]


def test_bodies_have_the_names_that_iso_3166_reserves_their_codes_for() -> None:
    assert language("en").country("EU") == "European Union"
    assert language("fr").country("UN") == "Nations Unies"
    assert language("en").country("EZ") == "EZ", "no body: the countries that have the euro"
    assert not has_country_name("EZ")
    assert all(has_country_name(code) for code in (*countries(), "EU", "UN"))


@pytest.mark.parametrize("tag", complete_languages())
def test_every_country_has_a_name_of_its_own(tag: str) -> None:
    names = [language(tag).country(code) for code in countries()]
    same = {name for name in names if names.count(name) > 1}
    assert not same


@pytest.mark.parametrize(
    "typed,likeliest",
    [
        ("NW", "NO"),
        ("UK", "GB"),
        ("NOR", "NO"),
        ("KHM", "KH"),
        ("no", "NO"),
        (" kh ", "KH"),
        ("Norway", "NO"),
        ("norvay", "NO"),
        ("Kambodia", "KH"),
        ("Burma", "MM"),
        ("SW", "SE"),
        ("Hong Kong SAR", "HK"),
        ("EL", "GR"),
        ("England", "GB"),
        ("Russian Federation", "RU"),
        ("DPRK", "KP"),
        ("Republic of Korea", "KR"),
        ("Lao PDR", "LA"),
        ("the Kingdom of Norway", "NO"),
        ("Federal Republic of Germany", "DE"),
        ("Socialist Republic of Viet Nam", "VN"),
        ("Norvège", "NO"),
        ("កម្ពុជា", "KH"),
        ("الأردن", "JO"),
    ],
)
def test_what_an_author_may_have_meant(typed: str, likeliest: str) -> None:
    assert nearest_countries(typed)[0] == likeliest


@pytest.mark.parametrize("typed", ["", "Z", "ZZ", "XX", "XK", "1", "?!", "q" * 1000, "ខ្មែរ"])
def test_where_nothing_is_like_what_was_typed_nothing_is_proposed(typed: str) -> None:
    assert nearest_countries(typed) == ()
