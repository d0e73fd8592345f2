"""While a release is in force: days count whole, in the ministry's zone, and what cannot be is reported."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from pressgen.model import WITH_VALIDITY, Kind, Validity
from tests.load.project import Load, english, khmer, reported

ZONE = ZoneInfo("Asia/Phnom_Penh")


def advisory(*lines: str, kind: str = "advisory") -> str:
    return english(*lines).replace("kind: readout", f"kind: {kind}")


def valid_of(loading: Load, *lines: str) -> Validity | None:
    loaded = loading({"a.en.md": advisory(*lines)})
    assert reported(loaded) == []
    valid: Validity | None = loaded.releases[0].record.valid
    return valid


def test_days_count_whole_in_the_ministrys_zone(loading: Load) -> None:
    valid = valid_of(loading, "valid: {from: 2022-03-03, until: 2022-06-30}")

    assert valid == Validity(
        start=datetime(2022, 3, 3, tzinfo=ZONE),
        end=datetime(2022, 7, 1, tzinfo=ZONE),
    )
    assert (valid.first, valid.last) == (date(2022, 3, 3), date(2022, 6, 30))


def test_moments_are_those_of_the_ministrys_zone(loading: Load) -> None:
    valid = valid_of(loading, "valid:", "  from: 2022-03-03T06:00Z", "  until: 2022-06-30T18:00+07:00")

    assert valid is not None
    assert (valid.start, valid.end) == (
        datetime(2022, 3, 3, 6, tzinfo=UTC),
        datetime(2022, 6, 30, 11, tzinfo=UTC),
    )
    assert isinstance(valid.first, datetime)
    assert valid.first.hour == 13
    assert valid.last == valid.end


def test_either_may_be_missing_and_nothing_is_said_without_the_key(loading: Load) -> None:
    first = valid_of(loading, "valid: {from: 2022-03-03}")
    last = valid_of(loading, "valid: {until: 2022-03-03}")

    assert first == Validity(start=datetime(2022, 3, 3, tzinfo=ZONE))
    assert first.last is None
    assert last == Validity(end=datetime(2022, 3, 4, tzinfo=ZONE))
    assert last.first is None
    assert valid_of(loading) is None


@pytest.mark.parametrize(
    "line, found",
    [
        ("valid: {from: 2022-03-04, until: 2022-03-03}", [("a.en.md:5:34", "PG120")]),
        ("valid: {from: 2022-03-03, until: 2022-03-03}", []),
        ("valid: {from: 2022-03-03T12:00+07:00, until: 2022-03-03}", []),
        ("valid: {from: 2022-03-03T12:00+07:00, until: 2022-03-03T12:00+07:00}", [("a.en.md:5:46", "PG120")]),
        ("valid: {}", [("a.en.md:5:8", "PG121")]),
        ("valid: {until: 2022-02-14}", [("a.en.md:5:16", "PG123")]),
        ("valid: {until: 2022-02-15}", []),
        ("valid: {until: 2022-02-15T08:00+07:00}", []),
        ("valid: {from: 2021-03-03, until: 2021-06-30}", [("a.en.md:5:34", "PG123")]),
    ],
)
def test_what_cannot_be_is_reported_at_its_place(loading: Load, line: str, found: list[tuple[str, str]]) -> None:
    assert reported(loading({"a.en.md": advisory(line)})) == found


@pytest.mark.parametrize("kind", Kind)
def test_kinds_that_are_never_in_force_are_told(loading: Load, kind: Kind) -> None:
    found = reported(loading({"a.en.md": advisory("valid: {until: 2022-06-30}", kind=kind.value)}))

    assert found == ([] if kind in WITH_VALIDITY else [("a.en.md:5:1", "PG122")])


@pytest.mark.parametrize(
    "lines, hint",
    [
        (("valid:", "  from: 2022-03-03", "  to: 2022-06-30"), "the keys here are from, until"),
        (("validity:", "  until: 2022-06-30"), "did you mean 'valid'?"),
        (("expires: 2022-06-30",), "did you mean 'valid'?"),
    ],
)
def test_a_key_of_another_name_is_proposed(loading: Load, lines: tuple[str, ...], hint: str) -> None:
    (problem,) = loading({"a.en.md": advisory(*lines)}).problems

    assert (problem.code.id, problem.hint) == ("PG018", hint)


def test_a_translation_agrees_or_both_files_are_named(loading: Load) -> None:
    original = advisory("valid: {from: 2022-03-03, until: 2022-06-30}")
    right = loading({"a.en.md": original, "a.km.md": khmer("valid: {until: 2022-06-30}")})
    wrong = loading({"a.en.md": original, "a.km.md": khmer("valid: {until: 2022-06-29}")})
    alone = loading({"a.en.md": advisory(), "a.km.md": khmer("valid: {until: 2022-06-29}")})

    assert reported(right) == []
    assert reported(wrong) == reported(alone) == [("a.km.md:3:16", "PG028")]
