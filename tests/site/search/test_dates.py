"""In which forms a day is looked for."""

from __future__ import annotations

from datetime import date

from pressgen.site.search.dates import dates


def test_days_are_known_in_every_language_and_in_numbers() -> None:
    forms = dates(date(2022, 2, 5), ("en", "km"))

    assert {
        "5 February 2022", "5 Feb 2022", "February 2022", "ថ្ងៃទី៥ ខែកុម្ភៈ ឆ្នាំ២០២២",
        "2022-02-05", "05/02/2022", "5/2/2022", "2022/2/5",
    } <= set(forms)  # fmt: skip
    assert "02/05/2022" not in forms
    assert {"02/05/2022", "2/5/2022"} <= set(dates(date(2022, 2, 5), ("en-US",)))
    assert {"0999-01-02", "02/01/0999"} <= set(dates(date(999, 1, 2), ("en",)))


def test_what_a_language_usually_writes_and_cldr_does_not_have() -> None:
    day = date(2022, 9, 15)

    assert {"15 Sep 2022", "15 Sept 2022", "September 15, 2022", "15 of September 2022"} <= set(dates(day, ("en",)))
    assert "le 15 septembre 2022" in dates(day, ("fr",))
    assert {"15 سبتمبر 2022", "١٥ أيلول ٢٠٢٢", "15 أيلول/سبتمبر 2022"} <= set(dates(day, ("ar",)))
    assert {"วันที่ 15 กันยายน 2565", "15 กันยายน พ.ศ. 2565", "วันที่ 15 กันยายน 2022"} <= set(dates(day, ("th",)))
    assert "ວັນທີ 15 ເດືອນກັນຍາ ປີ 2022" in dates(day, ("lo",))
    assert "2022 ခုနှစ် စက်တင်ဘာလ 15 ရက်" in dates(day, ("my",))


def test_a_day_in_the_figures_of_han() -> None:
    found = {day.day: dates(day, ("zh-Hant",)) for day in (date(2022, 12, number) for number in (1, 10, 11, 20, 25))}

    written = {1: "一", 10: "十", 11: "十一", 20: "二十", 25: "二十五"}
    assert [f"二〇二二年十二月{text}日" in found[number] for number, text in written.items()] == [True] * 5


def test_a_day_in_the_years_of_a_reign() -> None:
    first, last = date(2019, 5, 1), date(2019, 4, 30)
    written = {date(2022, 2, 5): "令和4", first: "令和元", last: "平成31", date(1989, 1, 7): "昭和64"}

    assert [f"{year}年{day.month}月{day.day}日" in dates(day, ("ja",)) for day, year in written.items()] == [True] * 4
    assert "1900年2月5日" in dates(date(1900, 2, 5), ("ja",))
