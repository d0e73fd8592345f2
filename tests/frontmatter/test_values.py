"""The values that keys may have, and the problems of others."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.frontmatter import FrontMatter, mended_slug, read, slug_fault
from pressgen.model import PURPOSES, Kind
from pressgen.problems import Code, Problem, codes


def read_front(*lines: str) -> tuple[FrontMatter | None, tuple[Problem, ...]]:
    found = read("\n".join(("---", "title: A", *lines, "---", "Text.")).encode(), "x.md", "Asia/Phnom_Penh")
    return found.front_matter, tuple(sorted(found.problems, key=lambda problem: problem.sort_key))


def front(*lines: str) -> FrontMatter:
    found, problems = read_front(*lines)
    assert problems == ()
    assert found is not None
    return found


def problem(*lines: str) -> Problem:
    (only,) = read_front(*lines)[1]
    return only


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2442, 12, 31)) | st.just(date(2999, 1, 1)))
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    assert front(f"date: {day.isoformat()}").date == day


ICT = timezone(timedelta(hours=7))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2022-02-15T10:00+07:00", datetime(2022, 2, 15, 10, tzinfo=ICT)),
        ("2022-02-15 10:00 +07:00", datetime(2022, 2, 15, 10, tzinfo=ICT)),
        ("2022-02-15T10:00:30.5+0700", datetime(2022, 2, 15, 10, 0, 30, tzinfo=ICT)),
        ("2022-02-15t9:05+07", datetime(2022, 2, 15, 9, 5, tzinfo=ICT)),
        ("2022-02-15T10:00Z", datetime(2022, 2, 15, 10, tzinfo=UTC)),
        ("2022-02-15 10:00 UTC", datetime(2022, 2, 15, 10, tzinfo=UTC)),
        ("2022-02-15T10:00\u221203:30", datetime(2022, 2, 15, 10, tzinfo=timezone(-timedelta(hours=3, minutes=30)))),
        ("2022-02-15T10:00+14:00", datetime(2022, 2, 15, 10, tzinfo=timezone(timedelta(hours=14)))),
    ],
)
def test_a_time_is_read_with_its_zone(text: str, moment: datetime) -> None:
    assert front(f"embargo: {text}").embargo == moment
    assert front(f"date: {text}").date == moment


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("2022-02-30", codes.IMPOSSIBLE_DATE, "February 2022 has 28 days"),
        ("2024-02-30", codes.IMPOSSIBLE_DATE, "February 2024 has 29 days"),
        ("2022-15-02", codes.IMPOSSIBLE_DATE, "did you mean 2022-02-15?"),
        ("2022-00-10", codes.IMPOSSIBLE_DATE, "YYYY-MM-DD"),
        ("2565-02-15", codes.IMPOSSIBLE_DATE, "did you mean 2022-02-15?"),
        ("0022-02-15", codes.IMPOSSIBLE_DATE, "look at the year"),
        ("15/02/2022", codes.WRONG_VALUE, "write it as 2022-02-15"),
        ("15.02.2022", codes.WRONG_VALUE, "write it as 2022-02-15"),
        ("02/15/2022", codes.WRONG_VALUE, "write it as 2022-02-15"),
        ("03/02/2022", codes.WRONG_VALUE, "2022-02-03 (3 February) or 2022-03-02 (2 March)"),
        ("2022/2/5", codes.WRONG_VALUE, "write it as 2022-02-05"),
        ("20220215", codes.WRONG_VALUE, "write it as 2022-02-15"),
        ("18th February 2022", codes.WRONG_VALUE, "write it as 2022-02-18"),
        ("February 18, 2022", codes.WRONG_VALUE, "write it as 2022-02-18"),
        ("18th", codes.WRONG_VALUE, "YYYY-MM-DD"),
        ("today", codes.WRONG_VALUE, "YYYY-MM-DD"),
        ("2022", codes.WRONG_VALUE, "YYYY-MM-DD"),
        ("២០២២-០២-១៥", codes.WRONG_VALUE, "write it as 2022-02-15"),
        ("٢٠٢٢-٠٢-١٥", codes.WRONG_VALUE, "write it as 2022-02-15"),
        ("“2022-02-15”", codes.YAML_QUOTE, "without quotation marks"),
        ("[2022-02-15]", codes.WRONG_TYPE, "2022-02-15"),
        ("2022-02-15T10:00", codes.IMPOSSIBLE_ZONE, "+07:00"),
        ("2022-02-15T10:00+25:00", codes.IMPOSSIBLE_ZONE, "between -12:00 and +14:00"),
        ("2022-02-15T10:00+07:75", codes.IMPOSSIBLE_ZONE, "between -12:00 and +14:00"),
        ("2022-02-15T24:30+07:00", codes.IMPOSSIBLE_DATE, "00 to 23"),
    ],
)
def test_a_day_that_is_none_is_reported_with_the_day_that_was_meant(text: str, code: Code, hint: str) -> None:
    found = problem(f"date: {text}")
    assert found.code is code
    assert (found.place.line, found.place.column) == (3, 7)
    assert hint in found.hint


def test_an_embargo_is_a_time_and_not_a_day() -> None:
    found = problem("embargo: 2022-02-15")
    assert found.code is codes.WRONG_VALUE
    assert "2022-02-15T10:00+07:00" in found.hint


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("kind: redout", "did you mean 'readout'?"),
        ("kind: Readout", "did you mean 'readout'?"),
        ("kind: joint statement", "did you mean 'joint-statement'?"),
        ("status: publish", "did you mean 'published'?"),
        ("translation: offical", "did you mean 'official'?"),
        ("event: {mode: vidoe}", "did you mean 'video'?"),
    ],
)
def test_the_nearest_word_of_a_closed_list_is_proposed(line: str, hint: str) -> None:
    found = problem(line)
    assert found.code is codes.WRONG_VALUE
    assert found.hint.startswith(hint)


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("plaice: A", "did you mean 'place'?"),
        ("Place: A", "did you mean 'place'?"),
        ("tags: [a]", "did you mean 'topics'?"),
        ("lang: km", "did you mean 'language'?"),
        ("draft: true", "did you mean `status: draft`?"),
        ("role: A", "it belongs below `participants`"),
        ("mode: video", "it belongs below `event`"),
        ("participants: [{nmae: B}]", "did you mean 'name'?"),
        ("participants: [{name: B, number: C}]", "it belongs to the release itself"),
        ("\u00a0\u00a0place: A", "ordinary spaces"),
    ],
)
def test_the_nearest_key_is_proposed(line: str, hint: str) -> None:
    found = problem(line)
    assert found.code is codes.UNKNOWN_KEY
    assert hint in found.hint


def test_a_misspelt_key_is_not_reported_as_a_missing_one_too() -> None:
    found = read(b"---\ntittle: A\n---\nText.\n", "x.md")
    assert [one.code for one in found.problems] == [codes.UNKNOWN_KEY]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("participants: A", codes.WRONG_TYPE),
        ("participants: {name: A}", codes.WRONG_TYPE),
        ("participants: [A]", codes.WRONG_TYPE),
        ("participants: []", codes.WRONG_VALUE),
        ("participants: [{honorific: Mr}]", codes.MISSING_KEY),
        ("participants: [{name: A, country: NO, organisation: un}]", codes.CONTRADICTORY_KEYS),
        ("event: 2022-02-14", codes.WRONG_TYPE),
        ("event: {end: 2022-02-14}", codes.MISSING_KEY),
        ("event: {start: 2022-02-14, end: 2022-02-13}", codes.CONTRADICTORY_KEYS),
        ("event: {date: 2022-02-14, end: 2022-02-15}", codes.CONTRADICTORY_KEYS),
        ("place: [Oslo]", codes.WRONG_TYPE),
        ("place: {KH: Phnom Penh}", codes.COUNTRY_FOR_LANGUAGE),
        ("place: {xx: Phnom Penh}", codes.UNKNOWN_LANGUAGE),
        ("kind: [readout]", codes.WRONG_TYPE),
        ("countries: {NO: Norway}", codes.WRONG_TYPE),
        ("status: withdrawn", codes.MISSING_KEY),
        ("withdrawn: {date: 2022-02-16}", codes.MISSING_KEY),
        ("corrections: [{date: 2022-02-16}]", codes.MISSING_KEY),
        ("related: [Some_Release]", codes.BAD_SLUG),
        ("slug: a/b", codes.BAD_SLUG),
        ('number: ""', codes.WRONG_VALUE),
    ],
)
def test_values_of_the_wrong_form_are_reported_once(line: str, code: Code) -> None:
    assert problem(line).code is code


def test_a_withdrawal_contradicts_a_draft() -> None:
    found = problem("status: draft", "withdrawn: {date: 2022-02-16, reason: A}")
    assert found.code is codes.CONTRADICTORY_KEYS


def test_one_value_stands_for_a_list_of_one() -> None:
    found = front("countries: NO", "topics: trade", "related: other", "issuer: A", "attachments: [a.pdf]")
    assert (found.countries, found.topics, found.related) == (("NO",), ("trade",), ("other",))
    assert found.issuer is not None
    assert [one.name.root if one.name else None for one in found.issuer] == [{"und": "A"}]
    assert [one.file for one in found.attachments] == ["a.pdf"]


def test_what_is_right_is_read_beside_what_is_wrong() -> None:
    found, problems = read_front("kind: redout", "number: 7", "participants: [{nam: B}]", "place: Oslo")
    assert len(problems) == 2
    assert found is not None
    assert (found.number, found.kind, found.participants) == ("7", None, None)


@pytest.mark.parametrize(
    ("slug", "fault"),
    [
        ("a/b", "slash"),
        ("a.b", "dot"),
        ("Ab", "capital"),
        ("a b", "space"),
        ("a_b", "underscore"),
        ("a\u200bb", "U+200B"),
        ("a\u202eb", "U+202E"),
        ("a\tb", "U+0009"),
        ("-a", "hyphen"),
        ("a--b", "hyphen"),
        ("ភ្នំពេញ", "letters other than"),
        ("café", "letters other than"),
        ("", "empty"),
        ("a" * 101, "101 characters"),
        ("a!b", "more than"),
    ],
)
def test_what_keeps_a_text_from_being_a_slug_is_said(slug: str, fault: str) -> None:
    assert fault in slug_fault(slug)


@given(st.text(max_size=300))
def test_a_corrected_slug_is_a_slug_or_empty(text: str) -> None:
    mended = mended_slug(text)
    assert mended == "" or slug_fault(mended) == ""


def test_a_corrected_slug_keeps_the_letters() -> None:
    assert mended_slug("2022.02.15 Visite à Genève") == "2022-02-15-visite-a-geneve"


@pytest.mark.parametrize("key", ["date", "kind", "status", "withdrawn", "embargo", "slug", "language", "translation"])
@pytest.mark.parametrize("value", ["", " ~", " null"])
def test_a_key_that_decides_who_may_see_a_release_is_not_taken_for_left_out_where_it_has_no_value(
    key: str, value: str
) -> None:
    reported = problem(f"{key}:{value}")
    assert (reported.code, reported.place.line, reported.place.column) == (codes.MISSING_KEY, 3, 1)
    assert reported.message == f"the key '{key}' has no value"


@pytest.mark.parametrize("hash_", ["#", "# "])
def test_an_hour_that_a_comment_hides_is_reported_once(hash_: str) -> None:
    assert problem("date: 2022-02-15", f"embargo: {hash_}2031-02-15T10:00+07:00").code is codes.LOST_TEXT


def test_other_keys_may_wait_for_their_values() -> None:
    assert front("date: 2022-02-15", "place:", "number:", "participants:").place is None


@pytest.mark.parametrize("typed", ["2022/a-b.en.md", "a-b.en.md", "a-b.md", "../2022/a-b", "A-B", "a_b.zh-Hant.md"])
def test_of_a_files_path_the_id_is_proposed(typed: str) -> None:
    assert problem(f"related: {typed}").hint == "write it as 'a-b'"


def test_a_withdrawal_without_its_day_is_reported_at_the_status() -> None:
    reported = problem("date: 2022-02-15", "status: withdrawn")
    assert (reported.code, reported.place.line, reported.place.column) == (codes.MISSING_KEY, 4, 9)


def test_a_withdrawal_that_cannot_be_read_is_reported_once() -> None:
    reported = problem("date: 2022-02-15", "status: withdrawn", "withdrawn: yes")
    assert (reported.code, reported.place.line) == (codes.WRONG_TYPE, 5)


@pytest.mark.parametrize(
    "text",
    ["15/02/2565", "2022–02–15", "2022-02-15,", "Tuesday, 15 February 2022", "Tuesday 15 Feb. 2022", "15.02.2022."],
)
def test_a_day_in_another_form_is_proposed_in_its_own(text: str) -> None:
    reported = problem(f"date: {text}")
    assert (reported.code, reported.hint) == (codes.WRONG_VALUE, "write it as 2022-02-15")


@pytest.mark.parametrize(
    "text",
    [
        "2030-01-31 10:00 UTC+7",
        "2030-01-31 10:00 (UTC+07:00)",
        "31/01/2030 10:00 GMT+7",
        "31 January 2030, 10h00 +07",
        "២០៣០-០១-៣១T១០:០០+០៧:០០",
    ],
)
def test_a_time_in_another_form_is_proposed_in_its_own(text: str) -> None:
    reported = problem("date: 2022-02-15", f'embargo: "{text}"')
    assert (reported.code, reported.hint) == (codes.WRONG_VALUE, "write embargo: 2030-01-31T10:00+07:00")


@pytest.mark.parametrize("text", ["tomorrow", "10:00", "2030-01-31 25:00 Asia/Phnom_Penh", "03/02/2030 10:00 +07:00"])
def test_a_time_that_is_a_guess_is_not_proposed(text: str) -> None:
    reported = problem("date: 2022-02-15", f"embargo: {text}")
    assert reported.hint == "write a day, an hour and a zone, for example 2022-02-15T10:00+07:00"


@pytest.mark.parametrize(
    ("line", "likely"),
    [
        ("kind: Joint Communiqué", "joint-statement"),
        ("kind: press release", "announcement"),
        ("kind: Readout", "readout"),
        ("event: {mode: telephone}", "call"),
        ("event: {mode: virtual}", "video"),
    ],
)
def test_words_that_other_ministries_use_are_understood(line: str, likely: str) -> None:
    assert problem(line).hint.startswith(f"did you mean '{likely}'?")


@pytest.mark.parametrize("line", ["draft: true", "published: false", "publish: no", "hidden: yes", "visibility: none"])
def test_whether_a_release_is_public_is_said_by_its_status(line: str) -> None:
    assert problem(line).hint == "did you mean `status: draft`?"


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u061c"])
def test_marks_of_direction_around_a_day_or_a_code_are_no_part_of_it(mark: str) -> None:
    found = front(f"date: {mark}2022-02-15{mark}", f"countries: [{mark}NO]")
    assert (found.date, found.countries) == (date(2022, 2, 15), ("NO",))


def time_problem(text: str, zone: str = "Europe/Vienna") -> Problem:
    front_matter = f"---\ntitle: A\ndate: 2022-02-15\nembargo: {text}\n---\nText.\n"
    (found,) = read(front_matter.encode(), "x.md", zone).problems
    return found


@pytest.mark.parametrize(
    ("text", "zone", "code", "right"),
    [
        ("2026-11-28 10:00", "Europe/Vienna", codes.IMPOSSIBLE_ZONE, "2026-11-28T10:00+01:00"),
        ("2026-07-28 10:00", "Europe/Vienna", codes.IMPOSSIBLE_ZONE, "2026-07-28T10:00+02:00"),
        ("2026-11-28T10:00:30", "Asia/Kathmandu", codes.IMPOSSIBLE_ZONE, "2026-11-28T10:00:30+05:45"),
        ("2026-11-28 10:00", "America/St_Johns", codes.IMPOSSIBLE_ZONE, "2026-11-28T10:00-03:30"),
        ("2026-11-28 10:00", "UTC", codes.IMPOSSIBLE_ZONE, "2026-11-28T10:00+00:00"),
        ("2026-11-28T10:00+25:00", "Europe/Vienna", codes.IMPOSSIBLE_ZONE, "2026-11-28T10:00+01:00"),
        ("28.11.2026 10:00", "Europe/Vienna", codes.WRONG_VALUE, "2026-11-28T10:00+01:00"),
        ("28 November 2026, 10:00 CET", "Europe/Vienna", codes.WRONG_VALUE, "2026-11-28T10:00+01:00"),
        ("28 July 2026 at 3:15 p.m.", "Europe/Vienna", codes.WRONG_VALUE, "2026-07-28T15:15+02:00"),
        ("12 am, 28 July 2026", "Europe/Vienna", codes.WRONG_VALUE, None),
        ("28 July 2026, 12 am", "Europe/Vienna", codes.WRONG_VALUE, "2026-07-28T00:00+02:00"),
        ("2026-28-11 10:00", "Europe/Vienna", codes.IMPOSSIBLE_DATE, "2026-11-28T10:00+01:00"),
        ("2026-11-28T24:00", "Europe/Vienna", codes.IMPOSSIBLE_DATE, "2026-11-29T00:00+01:00"),
        ("2569-11-28T10:00", "Asia/Bangkok", codes.IMPOSSIBLE_DATE, "2026-11-28T10:00+07:00"),
        ("2026-11-28", "Europe/Vienna", codes.WRONG_VALUE, "2026-11-28T10:00+01:00"),
        ("2026-11-28 10:00 Asia/Tokyo", "Europe/Vienna", codes.WRONG_VALUE, "2026-11-28T10:00+09:00"),
        ("28.11.2026 10:00 UTC", "Europe/Vienna", codes.WRONG_VALUE, "2026-11-28T10:00+00:00"),
    ],
)
def test_a_time_is_written_out_in_the_sites_zone_on_that_day(
    text: str, zone: str, code: Code, right: str | None
) -> None:
    reported = time_problem(text, zone)
    assert reported.code is code
    if right is None:
        assert reported.hint.startswith("write a day, an hour and a zone, for example 2022-02-15T10:00")
        return
    assert f"write embargo: {right}" in reported.hint
    found = read(f"---\ntitle: A\nembargo: {right}\n---\nText.\n".encode(), "x.md", zone)
    assert found.problems == ()


def test_an_hour_that_the_clocks_show_twice_is_written_out_twice() -> None:
    hint = time_problem("2026-10-25 02:30").hint
    assert hint.startswith("write embargo: 2026-10-25T02:30+02:00 or embargo: 2026-10-25T02:30+01:00")


def test_a_time_of_issue_is_written_out_as_well() -> None:
    found = read(b"---\ntitle: A\ndate: 2026-07-01 9:30\n---\nText.\n", "x.md", "Europe/Oslo")
    assert "write date: 2026-07-01T09:30+02:00" in found.problems[0].hint


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("call", "readout"),
        ("telephone", "readout"),
        ("Phone Call", "readout"),
        ("press conference", "briefing"),
        ("press_conference", "briefing"),
        ("transcript", "briefing"),
        ("interview", "briefing"),
        ("communiqué", "statement"),
        ("joint communiqué", "joint-statement"),
        ("note", "statement"),
        ("condolences", "condolence"),
        ("travel advice", "advisory"),
        ("memorandum of understanding", "signing"),
        ("remarks", "speech"),
        ("meting", "meeting"),
    ],
)
def test_words_that_people_use_lead_to_the_kind(word: str, kind: str) -> None:
    hint = problem("date: 2022-02-15", f"kind: {word}").hint
    first, *rest = hint.split("\n")
    assert first == f"did you mean '{kind}'? the kinds are:"
    assert rest == [f"{one} - {PURPOSES[one]}" for one in Kind]


def test_an_unknown_kind_is_shown_what_each_is_for() -> None:
    hint = problem("date: 2022-02-15", "kind: zzzz").hint
    assert hint.startswith("the kinds are:\nreadout - what was said in a call")
    assert all(purpose and "\n" not in purpose for purpose in PURPOSES.values())
