"""Weekdays that are not those of their dates, in every language that pressgen has words in."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.languages import complete_languages, language
from pressgen.load.weekdays import wrong_weekdays
from tests.load.project import Load, english, khmer, reported

# Each is of 15 February 2022, a Tuesday, or of 1 March 2022, a Tuesday too.
RIGHT = {
    "en": [
        "Tuesday, 15 February 2022",
        "TUESDAY 15 FEBRUARY 2022",
        "Tuesday, February 15, 2022",
        "Tues. 15 Feb. 2022",
        "Tuesday, the 15th day of February, 2022",
        "Tuesday\u00a015\u00a0February\u00a02022",
        "On **Tuesday**, 15 February\n2022",
        "15 February 2022 (Tuesday)",
    ],
    "fr": [
        "mardi 15 février 2022",
        "Le mardi 1er mars 2022",
        "Mardi 1<sup>er</sup> mars 2022",
        "15 février 2022 (mardi)",
    ],
    "ar": [
        "يوم الثلاثاء 15 فبراير 2022",
        "الثلاثاء، ١٥ فبراير ٢٠٢٢",
        "الثلاثاء الموافق 15 شباط/فبراير 2022",
        "الثلاثاء 15 فيفري 2022",
        "الثلاثاء 1 آذار (مارس) 2022",
    ],
    "cy": ["Dydd Mawrth, 15 Chwefror 2022", "ddydd Mawrth 15fed o Chwefror 2022", "dydd Mawrth 1af o Fawrth 2022"],
    "km": ["ថ្ងៃអង្គារ ទី១៥ ខែកុម្ភៈ ឆ្នាំ២០២២", "នៅថ្ងៃអង្គារទី១ខែមីនាឆ្នាំ២០២២", "ថ្ងៃអង្គារ 15 កុម្ភៈ 2022"],
}
WEDNESDAY = {
    "en": ("Tue", "Wedne"),
    "fr": ("mardi", "mercredi"),
    "ar": ("الثلاثاء", "الاربعاء"),
    "cy": ("ydd Mawrth", "ydd Mercher"),
    "km": ("អង្គារ", "ពុធ"),
}
TEXTS = [(tag, text) for tag, texts in RIGHT.items() for text in texts]


def test_every_complete_language_is_read() -> None:
    assert RIGHT.keys() == set(complete_languages())


@pytest.mark.parametrize("tag, text", TEXTS)
def test_a_right_weekday_is_nothing_to_tell(tag: str, text: str) -> None:
    assert list(wrong_weekdays(text, tag)) == []


@pytest.mark.parametrize("tag, text", [(tag, text) for tag, text in TEXTS if not text.startswith("Tues.")])
def test_another_weekday_is_reported_with_the_right_one(tag: str, text: str) -> None:
    right, wrong = WEDNESDAY[tag]
    for capitals in (str, str.upper, str.capitalize):
        text = text.replace(capitals(right), capitals(wrong))
    (found,) = wrong_weekdays(text, tag)
    assert found.day in (date(2022, 2, 15), date(2022, 3, 1))
    assert right.casefold() in found.right.casefold()


@pytest.mark.parametrize(
    "text",
    [
        "Wednesday, 15 to 17 February 2022",
        "Wednesday 15, Thursday 17 February 2022",
        "Wednesday\n\n15 February 2022",
        "Wednesday, 15 February",
        "Wednesday, 15 February 2565",
        "Wednesday 15 February 20222",
        "midWednesday 15 February 2022",
        "Wednesday of the week of 15 February 2022",
        "Wednesday’s talks. 15 February 2022",
        "15 February 2022, Wednesday’s papers said",
        "",
    ],
)
def test_what_does_not_stand_together_is_not_compared(text: str) -> None:
    assert list(wrong_weekdays(text, "en")) == []


def test_a_language_that_is_not_known_well_is_left_alone() -> None:
    assert list(wrong_weekdays("Mittwoch, 15. Februar 2022", "de")) == []
    assert [one.right for one in wrong_weekdays("Wednesday, 15 February 2022", "en-GB")] == ["Tuesday"]


@pytest.mark.parametrize(
    "tag, text",
    [
        ("en", "{}, 15/02/2022"),
        ("en", "{}, 02/15/2022"),
        ("en", "{} 2022-02-15"),
        ("en", "{} (15 February 2022)"),
        ("fr", "{} 15.02.2022"),
        ("fr", "le {} 15/2/2022"),
        ("ar", "{}، ١٥/٠٢/٢٠٢٢"),
        ("ar", "{} \u200f15 فبراير\u200f 2022"),
        ("km", "ថ្ងៃ{} ទី១៥/០២/២០២២"),
    ],
)
def test_dates_in_figures_and_brackets(tag: str, text: str) -> None:
    names = {"en": ("Tuesday", "Wednesday"), "km": ("អង្គារ", "ពុធ")}
    right, wrong = names.get(tag) or WEDNESDAY[tag]
    assert list(wrong_weekdays(text.format(right), tag)) == []
    assert [one.day for one in wrong_weekdays(text.format(wrong), tag)] == [date(2022, 2, 15)]


def test_of_a_date_that_may_be_two_days_neither_is_guessed() -> None:
    # 3 February 2022 was a Thursday, 2 March a Wednesday.
    assert list(wrong_weekdays("Thursday, 03/02/2022 and Wednesday, 03/02/2022", "en")) == []
    assert len(list(wrong_weekdays("Friday, 03/02/2022", "en"))) == 1


def test_a_lunar_date_is_no_date_of_this_calendar() -> None:
    assert list(wrong_weekdays("ថ្ងៃពុធ ១៤កើត ខែមាឃ ឆ្នាំឆ្លូវ ត្រីស័ក ព.ស.២៥៦៥", "km")) == []
    assert list(wrong_weekdays("الأربعاء 14 رجب 1443", "ar")) == []


def test_a_day_that_the_calendar_has_not() -> None:
    (found,) = wrong_weekdays("Tuesday, 31 February 2022", "en")
    assert found.day is None


@given(
    tag=st.sampled_from(["en", "fr", "ar", "cy", "km"]),
    day=st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 31)),
    off=st.integers(0, 6),
)
def test_every_date_as_the_interface_writes_it(tag: str, day: date, off: int) -> None:
    words = language(tag)
    named = words.weekday(date.fromordinal((day.toordinal() + off - 1) % 7 + 1))
    before = "ថ្ងៃ" if tag == "km" else ""
    text = f"– {before}{named} {words.date(day)}."
    assert [one.day for one in wrong_weekdays(text, tag)] == ([day] if off else [])


@given(st.text(max_size=300), st.sampled_from(["en", "fr", "ar", "cy", "km"]))
def test_any_text_is_read_at_the_places_where_it_stands(text: str, tag: str) -> None:
    for found in wrong_weekdays(unicodedata.normalize("NFC", text), tag):
        assert found.words


def test_places_and_hints(loading: Load) -> None:
    files = {
        "2022-02-15-a.en.md": english(body="They met.\n\nOn\u200b Wednesday, 15\nFebruary 2022 they met."),
        "2022-02-15-a.km.md": khmer("summary: ថ្ងៃពុធ ទី១៥ ខែកុម្ភៈ ឆ្នាំ២០២២", body="នៅថ្ងៃអង្គារទី១ខែមីនាឆ្នាំ២០២២"),
    }
    loaded = loading(files)
    assert reported(loaded) == [("2022-02-15-a.en.md:9:5", "PG074"), ("2022-02-15-a.km.md:3:10", "PG074")]
    assert loaded.problems[0].message == "'Wednesday, 15 February 2022': 15 February 2022 is a Tuesday"
    assert loaded.problems[0].hint == "write 'Tuesday', or correct the date"
    assert loaded.problems[1].hint == "write 'អង្គារ', or correct the date"
