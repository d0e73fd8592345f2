import datetime as dt
import pickle
from zoneinfo import ZoneInfo

import pytest
from babel import Locale

from pressgen.languages import Language, cldr, language
from tests.languages.versions import by_cldr

DAY = dt.date(2022, 2, 15)
PLUS_SEVEN = dt.timezone(dt.timedelta(hours=7))
NBSP = "\u00a0"

# The form of a state paper in each complete language: day of issue, first of the year, signature.
OFFICIAL = {
    "en": ("15 February 2022", "1 January 2022", "Phnom Penh, 15 February 2022"),
    "km": ("ថ្ងៃទី១៥ ខែកុម្ភៈ ឆ្នាំ២០២២", "ថ្ងៃទី១ ខែមករា ឆ្នាំ២០២២", "រាជធានីភ្នំពេញ ថ្ងៃទី១៥ ខែកុម្ភៈ ឆ្នាំ២០២២"),
    "fr": ("15 février 2022", "1er janvier 2022", "Paris, le 15 février 2022"),
    "ar": ("15 فبراير 2022", "1 يناير 2022", "الرباط، 15 فبراير 2022"),
    "cy": ("15 Chwefror 2022", "1 Ionawr 2022", "Caerdydd, 15 Chwefror 2022"),
}
PLACES = {"en": "Phnom Penh", "km": "រាជធានីភ្នំពេញ", "fr": "Paris", "ar": "الرباط", "cy": "Caerdydd"}


@pytest.mark.parametrize("tag", OFFICIAL)
def test_official_forms(tag: str) -> None:
    words = language(tag)
    assert (words.date(DAY), words.date(dt.date(2022, 1, 1)), words.signature(PLACES[tag], DAY)) == OFFICIAL[tag]


def test_a_signature_without_a_place_is_the_date() -> None:
    assert language("fr").signature("", DAY) == "15 février 2022"


@pytest.mark.parametrize(
    "tag,month,year,short,day_month",
    [
        ("en", "February 2022", "2022", "15 Feb 2022", "15 February"),
        ("km", "ខែកុម្ភៈ ឆ្នាំ២០២២", "ឆ្នាំ២០២២", "១៥ កុម្ភៈ ២០២២", "ថ្ងៃទី១៥ ខែកុម្ភៈ"),
        ("fr", "février 2022", "2022", "15 févr. 2022", "15 février"),
        ("ar", "فبراير 2022", "2022", "15 فبراير 2022", "15 فبراير"),
        ("cy", "Chwefror 2022", "2022", "15 Chwef 2022", "15 Chwefror"),
    ],
)
def test_headings_and_columns(tag: str, month: str, year: str, short: str, day_month: str) -> None:
    words = language(tag)
    assert words.month(2022, 2) == month
    assert words.year(2022) == year
    assert words.short_date(DAY) == short
    assert words.day_month(DAY) == day_month


@pytest.mark.parametrize(
    "tag,same_month,same_year",
    [
        ("en", "14–16 February", "28 February – 1 March"),
        ("km", "ថ្ងៃទី១៤–១៦ ខែកុម្ភៈ", "ថ្ងៃទី២៨ ខែកុម្ភៈ – ថ្ងៃទី១ ខែមីនា"),
        ("fr", "14–16 février", "28 février – 1er mars"),
        ("ar", "14–16 فبراير", "28 فبراير – 1 مارس"),
        ("cy", "14–16 Chwefror", "28 Chwefror – 1 Mawrth"),
        (
            "de",
            by_cldr("14.–16. Feb.", "14.–16. Februar"),
            by_cldr("28. Feb.\u2009–\u20091. März", "28. Februar\u2009–\u20091. März"),
        ),
        ("ja", "2月14日～16日", "2月28日～3月1日"),
        (
            "hu",
            by_cldr("febr. 14–16.", "február 14–16."),
            by_cldr("febr. 28.\u2009–\u2009márc. 1.", "február 28.\u2009–\u2009március 1."),
        ),
    ],
)
def test_spans_under_the_heading_of_their_year(tag: str, same_month: str, same_year: str) -> None:
    words, february, march = language(tag), dt.date(2022, 2, 14), dt.date(2022, 3, 1)
    assert words.days(february, dt.date(2022, 2, 16)) == same_month
    assert words.days(dt.date(2022, 2, 28), march) == same_year
    assert words.days(february, february) == words.day_month(february)
    assert words.days(february, dt.date(2023, 1, 1)) == words.span(february, dt.date(2023, 1, 1))


@pytest.mark.parametrize(
    "tag,words,opening",
    [
        ("fr", "novembre 2023", "Novembre 2023"),
        ("el", "έργα", "Έργα"),
        ("tr", "ilkbahar", "İlkbahar"),
        ("hu", "2023. november", "2023. november"),
        ("ar", "نوفمبر 2023", "نوفمبر 2023"),
        ("km", "ខែវិច្ឆិកា ឆ្នាំ២០២៣", "ខែវិច្ឆិកា ឆ្នាំ២០២៣"),
        ("ka", "ნოემბერი", "ნოემბერი"),
        ("fr", "", ""),
    ],
)
def test_a_heading_begins_with_a_capital_where_its_script_has_them(tag: str, words: str, opening: str) -> None:
    assert language(tag).opening(words) == opening


@pytest.mark.parametrize(
    "tag,same_month,same_year,apart",
    [
        ("en", "14–16 February 2022", "28 February – 1 March 2022", "31 December 2021 – 1 January 2022"),
        (
            "km",
            "ពីថ្ងៃទី១៤ ដល់ថ្ងៃទី១៦ ខែកុម្ភៈ ឆ្នាំ២០២២",
            "ពីថ្ងៃទី២៨ ខែកុម្ភៈ ដល់ថ្ងៃទី១ ខែមីនា ឆ្នាំ២០២២",
            "ពីថ្ងៃទី៣១ ខែធ្នូ ឆ្នាំ២០២១ ដល់ថ្ងៃទី១ ខែមករា ឆ្នាំ២០២២",
        ),
        ("fr", "du 14 au 16 février 2022", "du 28 février au 1er mars 2022", "du 31 décembre 2021 au 1er janvier 2022"),
        ("ar", "من 14 إلى 16 فبراير 2022", "من 28 فبراير إلى 1 مارس 2022", "من 31 ديسمبر 2021 إلى 1 يناير 2022"),
        ("cy", "14–16 Chwefror 2022", "28 Chwefror – 1 Mawrth 2022", "31 Rhagfyr 2021 – 1 Ionawr 2022"),
    ],
)
def test_spans(tag: str, same_month: str, same_year: str, apart: str) -> None:
    words = language(tag)
    assert words.span(dt.date(2022, 2, 14), dt.date(2022, 2, 16)) == same_month
    assert words.span(dt.date(2022, 2, 28), dt.date(2022, 3, 1)) == same_year
    assert words.span(dt.date(2021, 12, 31), dt.date(2022, 1, 1)) == apart
    assert words.span(DAY, DAY) == words.span(DAY) == words.date(DAY)


@pytest.mark.parametrize(
    "tag,time",
    [
        ("en", "15:30 (UTC+07:00)"),
        ("km", "ម៉ោង១៥:៣០ (UTC+07:00)"),
        ("fr", f"15{NBSP}h{NBSP}30 (UTC+07:00)"),
        ("ar", "الساعة 15:30 (UTC+07:00)"),
        ("cy", "15:30 (UTC+07:00)"),
        ("th", "๑๕:๓๐ น. (UTC+07:00)"),
        ("nb", "15:30 (UTC+07:00)"),
    ],
)
def test_times_carry_their_zone(tag: str, time: str) -> None:
    assert language(tag).time(dt.datetime(2022, 2, 15, 15, 30, tzinfo=PLUS_SEVEN)) == time


@pytest.mark.parametrize(
    "tag,place,time",
    [
        ("en", "", "15:30 (Phnom Penh time)"),
        ("km", "", "ម៉ោង១៥:៣០ (ម៉ោងនៅភ្នំពេញ)"),
        ("fr", "", f"15{NBSP}h{NBSP}30 (heure locale, Phnom Penh)"),
        ("ar", "", "الساعة 15:30 (بتوقيت بنوم بنه)"),
        ("cy", "", "15:30 (amser Phnom Penh)"),
        ("de", "", "15:30 (Phnom Penh, Ortszeit)"),
        ("en", "Siem Reap", "15:30 (Siem Reap time)"),
    ],
)
def test_the_time_of_a_city_is_called_by_it(tag: str, place: str, time: str) -> None:
    moment = dt.datetime(2022, 2, 15, 15, 30, tzinfo=ZoneInfo("Asia/Phnom_Penh"))
    assert language(tag).time(moment, place) == time


@pytest.mark.parametrize(
    "tag,zone,said",
    [
        ("en", "Etc/GMT-3", "UTC+03:00"),
        ("en", "UTC", "UTC"),
        ("en", "Europe/Kiev", "Kyiv time"),
        ("en", "Europe/Kyiv", "Kyiv time"),
        ("en", "Asia/Calcutta", "Kolkata time"),
        ("uk", "Europe/Kiev", "час: Київ"),
        ("uk", "Europe/Kyiv", "час: Київ"),
        ("en", "America/Argentina/Buenos_Aires", "Buenos Aires time"),
        ("ka", "Europe/Paris", "დრო: პარიზი"),
        ("ar", "America/Indiana/Winamac", "بتوقيت ويناماك"),
        ("fr", "Europe/London", "heure locale, Londres"),
    ],
)
def test_what_the_time_of_a_zone_is_called(tag: str, zone: str, said: str) -> None:
    moment = dt.datetime(2022, 2, 15, 15, 30, tzinfo=ZoneInfo(zone))
    assert language(tag).time(moment).partition("(")[2].removesuffix(")") == said


@pytest.mark.parametrize(
    "offset,zone",
    [
        (dt.timedelta(0), "(UTC)"),
        (dt.timedelta(hours=-3, minutes=-30), "(UTC-03:30)"),
        (dt.timedelta(hours=5, minutes=45), "(UTC+05:45)"),
    ],
)
def test_zones(offset: dt.timedelta, zone: str) -> None:
    assert language("en").time(dt.datetime(2022, 2, 15, 9, 5, tzinfo=dt.timezone(offset))) == f"09:05 {zone}"


def test_a_moment_is_its_day_and_its_time() -> None:
    moment = dt.datetime(2022, 2, 15, 15, 30, tzinfo=PLUS_SEVEN)
    assert language("en").moment(moment) == "15 February 2022, 15:30 (UTC+07:00)"
    assert language("km").moment(moment) == "ថ្ងៃទី១៥ ខែកុម្ភៈ ឆ្នាំ២០២២ វេលាម៉ោង១៥:៣០ (UTC+07:00)"


@pytest.mark.parametrize(
    "tag,date,span",
    [
        ("th", "วันที่ ๑๕ กุมภาพันธ์ พ.ศ. ๒๕๖๕", "วันที่ ๑๔–๑๖ กุมภาพันธ์ พ.ศ. ๒๕๖๕"),
        ("lo", "15 ກຸມພາ 2022", "14/02/2022 – 16/02/2022"),
        ("my", "၂၀၂၂ ဖေဖော်ဝါရီ ၁၅", "၂၀၂၂ ဖေ ၁၄ – ၁၆"),
        ("zh", "2022年2月15日", by_cldr("2022年2月14日至16日", "2022年2月14日\u2009–\u200916日")),
        ("nb", "15. februar 2022", "14.–16. feb. 2022"),
        ("fa", by_cldr("۱۵ فوریهٔ ۲۰۲۲", "۱۵ فوریه ۲۰۲۲"), "۱۴ تا ۱۶ فوریه ۲۰۲۲"),
        ("xx", "15 February 2022", "14–16 February 2022"),
    ],
)
def test_other_languages_have_their_own_dates(tag: str, date: str, span: str) -> None:
    assert language(tag).date(DAY) == date
    assert language(tag).span(dt.date(2022, 2, 14), dt.date(2022, 2, 16)) == span


def test_regional_forms() -> None:
    assert language("ar-EG").date(DAY) == "١٥ فبراير ٢٠٢٢"
    assert language("en-US").date(DAY) == "February 15, 2022"
    assert language("en-US").span(DAY, dt.date(2022, 2, 16)) == "February 15–16, 2022"
    assert language("en-GB").date(DAY) == "15 February 2022"
    assert language("ar-MA").date(dt.date(2021, 12, 31)) == "31 دجنبر 2021"


def test_a_language_does_not_depend_on_which_was_asked_first() -> None:
    # Babel gives Persian the months of Lao once Lao was asked for.
    dict(Locale.parse("lo").months["stand-alone"]["abbreviated"])
    dict(Locale.parse("he").months["stand-alone"]["wide"])
    cldr._data.cache_clear()
    assert cldr.months("fa", "stand-alone", "abbreviated")[1] == "فوریه"
    assert cldr.months("nb", "stand-alone", "wide")[1] == "februar"


def test_a_language_is_made_once_and_never_changes() -> None:
    assert language("km") is language("km")
    with pytest.raises(AttributeError):
        language("km").tag = "en"  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(language("km"))) is language("km")
    assert isinstance(language("km"), Language)


@pytest.mark.parametrize("tag", ["en", "fr", "ar", "cy", "km", "de", "fa", "ja", "ru", "th", "vi"])
@pytest.mark.parametrize("day", [dt.date(2026, 3, 1), dt.date(2022, 11, 28)])
def test_a_script_writes_a_day_by_its_form(tag: str, day: dt.date) -> None:
    form = language(tag).day_form()
    own = str.maketrans("0123456789", form.digits) if form.digits else {}
    name = form.days[day.day - 1] if day.day <= len(form.days) else ""

    written = form.pattern.format(
        day=name or str(day.day).translate(own),
        day2=f"{day.day:02}".translate(own),
        month=form.months[day.month - 1] if form.months else "",
        month1=str(day.month).translate(own),
        month2=f"{day.month:02}".translate(own),
        year=str(day.year).translate(own),
        **{name: str(day.year + ahead).translate(own) for name, ahead in form.years},
    )

    assert written == language(tag).date(day)
