"""The order of names in lists, by the rules of each language's own dictionaries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.languages import complete_languages, sort_key

ORDERED = {
    "en": "Åland Azerbaijan Côte Cuba Zambia",
    "fr": "Comores Corée Côte Croatie Égypte Équateur Érythrée États Zambie",
    "cy": "Cuba Chile Denmarc Ghana Gwlad Lebanon Llundain Rwsia Rhufain Tonga Thai",
    "sv": "Albanien Zambia Åland Ärlig Österrike",
    "es": "Nauru Nicaragua Ñandú Omán",
    "cs": "Dánsko Honduras Chile Island",
    "tr": "Irak Isparta İran Japonya",
    "ar": "إسبانيا أفغانستان ألبانيا النرويج بلغاريا تونس فرنسا مصر نيبال وليد يوسف",
    "km": "កេនយ៉ា ជប៉ុន ន័រវែស បារាំង រុស្ស៊ី ឫទ្ធី លាវ វៀតណាម អេហ្ស៊ីប ឥណ្ឌា",
    "th": "เกาหลี ไทย นอร์เวย์ เวียดนาม",
    "uk": "Габон Гана Греція Ґана Індія Їжак Йорданія",
}


@pytest.mark.parametrize("tag", ORDERED)
def test_the_order_is_the_languages_own(tag: str) -> None:
    names = ORDERED[tag].split()

    shuffled = names[1::2] + names[::2]

    assert sorted(shuffled, key=lambda name: sort_key(tag, name)) == names


def test_words_come_before_the_letters_that_follow_them() -> None:
    names = ["New Zealand", "Newark", "Netherlands"]

    assert sorted(names, key=lambda name: sort_key("en", name)) == ["Netherlands", "New Zealand", "Newark"]


def test_accents_and_capitals_decide_only_between_equals() -> None:
    assert sorted(["Perú", "Peru", "Persia"], key=lambda name: sort_key("en", name)) == ["Persia", "Peru", "Perú"]
    assert sort_key("en", "peru")[0] == sort_key("en", "PERÚ")[0]


def test_names_in_another_script_come_after_the_languages_own() -> None:
    for tag, own in (("km", "អេហ្ស៊ីប"), ("ar", "يوسف")):
        assert sort_key(tag, own) < sort_key(tag, "Angola")


@given(st.sampled_from([*complete_languages(), "th", "zh", "hi", "xx"]), st.text(), st.text())
def test_two_names_have_one_key_only_where_they_are_one(tag: str, one: str, other: str) -> None:
    assert (sort_key(tag, one) == sort_key(tag, other)) == (one == other)
