"""While a release is in force: the moments that its days mean, and what cannot be or can hardly be about them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from pressgen.frontmatter import ValidityKeys
from pressgen.load.pair import OriginalFile
from pressgen.model import WITH_VALIDITY, Record, Validity, day_of
from pressgen.problems import Problem, codes


def validity(keys: ValidityKeys | None, zone: ZoneInfo) -> Validity | None:
    """Return from which moment to which a release is in force; a day counts whole, in `zone`."""
    if keys is None:
        return None
    return Validity(start=_moment(keys.start, zone), end=_moment(keys.until, zone, after=timedelta(days=1)))


def _moment(given: date | datetime | None, zone: ZoneInfo, after: timedelta = timedelta()) -> datetime | None:
    """Return a moment in a zone; of a day, the midnight that is so long `after` its own."""
    if given is None or isinstance(given, datetime):
        return given and given.astimezone(zone)
    return datetime.combine(given + after, time(), zone)


def implausible_validity(original: OriginalFile, facts: Record, zone: ZoneInfo) -> Iterator[Problem]:
    """Report a release that is in force for no time at all, before it was issued, or though its kind never is."""
    valid, keys, marks = facts.valid, original.front.valid, original.parsed.marks
    if valid is None or keys is None:
        return
    if facts.kind not in WITH_VALIDITY:
        kinds = ", ".join(sorted(f"`{kind}`" for kind in WITH_VALIDITY))
        message = f"a release of the kind `{facts.kind}` is not in force for a time"
        hint = f"`valid` is for {kinds}: take it away, or correct the kind"
        yield codes.VALIDITY_OF_A_REPORT.at(marks.key("valid"), message, hint)
    if valid.end is None or keys.until is None:
        return
    place, until = marks.value("valid", "until"), keys.until.isoformat()
    if valid.start and keys.start and valid.end <= valid.start:
        message = f"it is in force until {until}, and only from {keys.start.isoformat()} on"
        yield codes.VALIDITY_REVERSED.at(place, message, "exchange `from` and `until`, or look at the year")
    elif day_of(valid.end - timedelta(microseconds=1), zone) < facts.day:
        message = f"it was in force until {until}, before it was issued, {facts.day.isoformat()}"
        yield codes.VALIDITY_BEFORE_ISSUE.at(place, message, "correct one of the two days; mostly the year is wrong")
