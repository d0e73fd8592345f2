"""Impossible and improbable days are reported as warnings, and possible ones are not."""

from datetime import UTC, datetime

import pytest

from pressgen.load.plausible import REPORTING
from pressgen.model import Kind
from tests.load.project import Load, english, khmer, reported

NOON = datetime(2022, 2, 14, 12, tzinfo=UTC)
"""In Phnom Penh, whose zone the tests' site has, it is 19:00 of the same day."""


def release(day: str, *lines: str, kind: str = "readout") -> str:
    return english(*lines).replace("date: 2022-02-15", f"date: {day}", 1).replace("kind: readout", f"kind: {kind}")


def problems_in(loading: Load, text: str, name: str = "a", now: datetime | None = NOON) -> list[tuple[str, str]]:
    return reported(loading({f"{name}.en.md": text}, now=now))


@pytest.mark.parametrize("day", ["2022-02-14", "2022-02-13", "1993-09-24", "2022-02-14T23:00+07:00"])
def test_what_was_issued_by_today_is_right(loading: Load, day: str) -> None:
    assert problems_in(loading, release(day)) == []


@pytest.mark.parametrize("day", ["2022-02-15", "2062-02-14", "2022-02-14T18:00Z"])
def test_a_day_of_issue_in_the_future_is_reported(loading: Load, day: str) -> None:
    assert problems_in(loading, release(day)) == [("a.en.md:3:7", "PG070")]


def test_what_a_build_without_a_time_cannot_know_it_does_not_tell(loading: Load) -> None:
    assert problems_in(loading, release("2062-02-15"), now=None) == []


def test_the_day_is_that_of_the_ministrys_zone(loading: Load) -> None:
    text = release("2022-02-15")
    assert problems_in(loading, text, now=datetime(2022, 2, 14, 17, tzinfo=UTC)) == []
    assert problems_in(loading, text, now=datetime(2022, 2, 14, 16, 59, tzinfo=UTC)) == [("a.en.md:3:7", "PG070")]


def test_a_draft_waits_and_a_withdrawn_release_is_reported(loading: Load) -> None:
    assert problems_in(loading, release("2022-03-01", "status: draft")) == []
    withdrawn = release("2022-03-01", "withdrawn: {date: 2022-03-02, reason: An error}")
    assert problems_in(loading, withdrawn) == [("a.en.md:3:7", "PG070")]


@pytest.mark.parametrize(
    "day, embargo, right",
    [
        ("2022-03-01", "2022-03-01T00:00+07:00", True),
        ("2022-03-01", "2022-03-01T10:00+07:00", True),
        ("2022-03-01", "2022-03-02T10:00+07:00", True),
        ("2022-03-01", "2022-02-28T23:59+07:00", False),
        ("2022-03-01", "2022-02-28T18:00Z", True),
        ("2022-03-01T10:00+07:00", "2022-03-01T10:00+07:00", True),
        ("2022-03-01T10:00+07:00", "2022-03-01T09:00+07:00", False),
        ("2022-03-01", "2022-02-01T10:00+07:00", False),
    ],
)
def test_an_embargo_makes_it_right_where_it_lasts_until_then(
    loading: Load, day: str, embargo: str, right: bool
) -> None:
    assert problems_in(loading, release(day, f"embargo: {embargo}")) == ([] if right else [("a.en.md:3:7", "PG070")])


def test_the_hint_keeps_the_release_back_in_the_sites_zone(loading: Load) -> None:
    (problem,) = loading({"a.en.md": release("2022-03-01")}, now=NOON).problems
    assert "`embargo: 2022-03-01T09:00+07:00`" in problem.hint


def test_an_embargo_that_cannot_be_read_is_reported_alone(loading: Load) -> None:
    assert [code for _, code in problems_in(loading, release("2022-03-01", "embargo: tomorrow"))] == ["PG021"]


@pytest.mark.parametrize(
    "name, lines, wrong",
    [
        ("2022-02-13-a", [], False),
        ("2022-02-12-a", [], True),
        ("2021-02-13-a", [], True),
        ("2022-02-30-a", [], True),
        ("2022-02-12-a", ["event: {date: 2022-02-12}"], False),
        ("2022-02-12-a", ["event: {start: 2022-02-11, end: 2022-02-12}"], False),
        ("2022-02-10-a", ["event: {start: 2022-02-11, end: 2022-02-12}"], True),
        ("a-2022-02-12", [], False),
        ("2022-02-125", [], False),
        ("2022-02-12-a", ["slug: 2022-02-13-a"], False),
        ("2022-02-13-a", ["slug: 2022-02-12-a"], True),
        ("2022-02-12-a", ["slug: a"], True),
        ("20220213-a", [], False),
        ("20220212-a", [], True),
        ("20229912-a", [], False),
    ],
)
def test_the_day_in_a_files_name(loading: Load, name: str, lines: list[str], wrong: bool) -> None:
    place = f"{name}.en.md:3:7"
    assert problems_in(loading, release("2022-02-13", *lines), name) == ([(place, "PG071")] if wrong else [])


def test_a_name_is_compared_with_the_day_in_the_ministrys_zone(loading: Load) -> None:
    assert problems_in(loading, release("2022-02-12T20:00Z"), "2022-02-13-a") == []


def test_the_day_as_the_time_of_issue_is_written_is_right_in_a_name_as_well(loading: Load) -> None:
    written = release("2022-02-12T20:00Z")
    assert problems_in(loading, written, "2022-02-12-a") == []
    assert problems_in(loading, written, "2022-02-11-b") == [("2022-02-11-b.en.md:3:7", "PG071")]


@pytest.mark.parametrize("kind", Kind)
def test_an_event_after_the_release_that_reports_it(loading: Load, kind: Kind) -> None:
    text = release("2022-02-13", "event: {date: 2022-03-13}", kind=kind)
    assert problems_in(loading, text) == ([("a.en.md:5:15", "PG072")] if kind in REPORTING else [])


def test_an_event_that_goes_on_is_right(loading: Load) -> None:
    assert (
        problems_in(loading, release("2022-02-13", "event: {start: 2022-02-12, end: 2022-02-20}", kind="visit")) == []
    )
    assert problems_in(loading, release("2022-02-13", "event: {start: 2022-02-14, end: 2022-02-20}", kind="visit")) == [
        ("a.en.md:5:16", "PG072")
    ]


@pytest.mark.parametrize(
    "line, place",
    [
        ("corrections: [{date: 2022-02-13, note: A name}, {date: 2022-02-14, note: A day}]", ""),
        ("corrections: [{date: 2022-02-13, note: A name}, {date: 2022-02-12, note: A day}]", "5:56"),
        ("corrections: [{date: 2022-02-15, note: A name}]", "5:22"),
        ("withdrawn: {date: 2022-02-14, reason: An error}", ""),
        ("withdrawn: {date: 2022-02-12, reason: An error}", "5:19"),
        ("withdrawn: {date: 2022-02-15, reason: An error}", "5:19"),
    ],
)
def test_days_of_corrections_and_withdrawals(loading: Load, line: str, place: str) -> None:
    assert problems_in(loading, release("2022-02-13", line)) == ([(f"a.en.md:{place}", "PG073")] if place else [])


def test_a_release_that_corrects_a_later_one(loading: Load) -> None:
    files = {
        "a.en.md": release("2022-02-12", "corrects: b", kind="correction"),
        "b.en.md": release("2022-02-13"),
        "c.en.md": release("2022-02-13", "corrects: b", "supersedes: a", kind="correction"),
    }
    assert reported(loading(files, now=NOON)) == [("a.en.md:5:11", "PG073")]


def test_a_wrong_day_is_reported_for_the_original_alone(loading: Load) -> None:
    files = {"2022-02-12-a.en.md": release("2022-02-13"), "2022-02-12-a.km.md": khmer("date: 2022-02-13")}
    assert reported(loading(files, now=NOON)) == [("2022-02-12-a.en.md:3:7", "PG071")]
