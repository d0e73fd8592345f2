"""What a text means as a day or as a time with its zone; where it is neither, what was probably meant."""

from __future__ import annotations

import re
import unicodedata
from calendar import month_name, monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from pressgen.frontmatter.tree import shown
from pressgen.frontmatter.wrong import single_text, wrong
from pressgen.languages import BUDDHIST
from pressgen.problems import codes

_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ] ?([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]{1,6})?)?"
    r" ?(Z|z|UTC|GMT|[+\u2212-][0-9]{1,2}(?::?[0-9]{2})?)?"
)
_NUMBERS = re.compile(r"([0-9]{1,4})[-‐‑–—−/. ]{1,2}([0-9]{1,2})[-‐‑–—−/. ]{1,2}([0-9]{1,4})")
_WORDED = re.compile(
    r"(?:[a-z]{3,6}day,? )?"
    r"(?:([0-9]{1,2})(?:st|nd|rd|th)?,?[ -]+([a-z]{3,9})\.?|([a-z]{3,9})\.?[ -]+([0-9]{1,2})(?:st|nd|rd|th)?)"
    r",?[ -]+([0-9]{4})",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![0-9:+\u2212-])([0-9]{1,2})(?:[:h]([0-9]{2})(?::[0-9]{2})?(?: ?([ap]\.?m\b\.?))?| ?([ap]\.?m\b\.?))(?![0-9])",
    re.IGNORECASE,
)
_ZONE_NAME = re.compile(r"[A-Z][A-Za-z_]+/[A-Za-z_/+-]+")
_EARLIEST, _LATEST = 1000, 9998
_BUDDHIST = range(1900 + BUDDHIST, 2100 + BUDDHIST)
"""Years of the Buddhist era from 1900 to 2099: nobody dates a release, or an embargo, so far ahead."""
_FURTHEST_ZONE = timedelta(hours=14)
_LONGEST = 60


def _ascii_digits(text: str) -> str:
    return "".join(str(unicodedata.digit(letter)) if letter.isdigit() else letter for letter in text)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(word: str) -> int:
    low = word.lower()
    return next((number for number in range(1, 13) if month_name[number].lower().startswith(low)), 0)


def _likely_days(text: str) -> list[date]:
    """List the days that a text in another form may mean, in years of the common era."""
    days = _written_days(text.strip(" ,;."))
    return [
        found
        for day in days
        if (found := _day(day.year - BUDDHIST, day.month, day.day) if day.year in _BUDDHIST else day)
    ]


def _written_days(text: str) -> list[date]:
    if match := _NUMBERS.fullmatch(text):
        first, middle, last = (int(part) for part in match.groups())
        if len(match[1]) == 4:  # noqa: PLR2004
            orders = [(first, middle, last), (first, last, middle)]
        else:
            year = last if len(match[3]) == 4 else 2000 + last  # noqa: PLR2004
            orders = [(year, middle, first), (year, first, middle)]
        days = [found for order in orders if (found := _day(*order))]
        return days[:1] if len(match[1]) == 4 else list(dict.fromkeys(days))  # noqa: PLR2004
    if match := _WORDED.fullmatch(text):
        found = _day(int(match[5]), _month(match[2] or match[3]), int(match[1] or match[4]))
        return [found] if found else []
    if re.fullmatch("[0-9]{8}", text):
        found = _day(int(text[:4]), int(text[4:6]), int(text[6:]))
        return [found] if found else []
    return []


def _day_hint(text: str) -> str:
    days = _likely_days(_ascii_digits(text))
    if not days:
        return "write a day as YYYY-MM-DD, for example 2022-02-15"
    return "write it as " + " or ".join(
        f"{day.isoformat()} ({day.day} {month_name[day.month]})" if len(days) > 1 else day.isoformat() for day in days
    )


_NO_TIME = "write a day, an hour and a zone, for example "


@dataclass(frozen=True, slots=True)
class _Zone:
    """The site's time zone, in which a time is told that has no zone of its own."""

    name: str

    def written(self, day: date, hour: int, minute: int, second: str = "") -> tuple[str, ...]:
        """Write a time of that day as it is in this zone; twice for an hour that the clocks of that day show twice."""
        local = datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001  # the zone comes next
        moments = [local.replace(tzinfo=ZoneInfo(self.name), fold=fold) for fold in (0, 1)]
        offsets = dict.fromkeys(_offset(moment) for moment in moments)
        return tuple(f"{day.isoformat()}T{hour:02}:{minute:02}{second}{offset}" for offset in offsets)

    def hint(self, written: Sequence[str]) -> str:
        """Say in which zone a time is told."""
        if len(written) > 1:
            return f": the clocks of {self.name}, the site's time zone, are changed in that hour"
        return f", which is that time in {self.name}, the site's time zone"


def _offset(moment: datetime) -> str:
    difference = moment.utcoffset() or timedelta()
    sign, minutes = ("-" if difference < timedelta() else "+"), abs(difference) // timedelta(minutes=1)
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}"


def _zone_of(info: ValidationInfo) -> _Zone:
    return _Zone(str((info.context or {}).get("zone", "UTC")))


def _likely_time(text: str, zone: _Zone) -> tuple[tuple[str, ...], str]:
    """Propose a time for one in another form, such as `15/02/2022 10:00 (UTC+7)`, and say of which zone it is."""
    plain = _ascii_digits(text)
    clock = _CLOCK.search(plain)
    days = _likely_days(plain[: clock.start()].strip(" T,;").removesuffix(" at").strip(" ,;")) if clock else []
    if clock is None or len(days) != 1:
        return (), ""
    day, hour, minute = days[0], int(clock[1]), int(clock[2] or 0)
    if half := (clock[3] or clock[4] or "").replace(".", "").lower():
        hour = hour % 12 + (12 if half == "pm" else 0)
    if (hour, minute) == (24, 0):
        day, hour = day + timedelta(days=1), 0
    if hour > 23 or minute > 59:  # noqa: PLR2004
        return (), ""
    return _in_zone(day, hour, minute, plain[clock.end() :], zone)


def _in_zone(day: date, hour: int, minute: int, behind: str, zone: _Zone) -> tuple[tuple[str, ...], str]:
    """Write a time in the zone that is named behind it, or else in the site's."""
    if given := re.search(r"([+\u2212-])([0-9]{1,2})(?::?([0-9]{2}))?", behind):
        hours, minutes = int(given[2]), given[3] or "00"
        offset = f"{'+' if given[1] == '+' else '-'}{hours:02}:{minutes}"
        possible = timedelta(hours=hours, minutes=int(minutes)) <= _FURTHEST_ZONE
        return ((f"{day.isoformat()}T{hour:02}:{minute:02}{offset}",) if possible else ()), ""
    if (found := _ZONE_NAME.search(behind)) and found[0] in available_timezones():
        return _Zone(found[0]).written(day, hour, minute), ""
    if re.search(r"\b(UTC|GMT|Z)\b", behind):
        return _Zone("UTC").written(day, hour, minute), ""
    written = zone.written(day, hour, minute)
    return written, zone.hint(written)


def _existing_day(text: str) -> date:
    match = _ISO_DAY.fullmatch(text)
    if not match:
        raise wrong(codes.WRONG_VALUE, f"not a day: '{shown(text)}'", _day_hint(text[:_LONGEST]))
    year, month, day = (int(part) for part in match.groups())
    if not 1 <= month <= 12:  # noqa: PLR2004
        swapped = _day(year, day, month) if year else None
        hint = f"did you mean {swapped.isoformat()}?" if swapped else "the form is YYYY-MM-DD"
        raise wrong(codes.IMPOSSIBLE_DATE, f"there is no month {month:02}: '{text}'", hint)
    if year in _BUDDHIST and (meant := _day(year - BUDDHIST, month, day)):
        message = f"the year {year} is of the Buddhist era: '{text}'"
        raise wrong(codes.IMPOSSIBLE_DATE, message, f"did you mean {meant.isoformat()}?")
    if not _EARLIEST <= year <= _LATEST:
        raise wrong(codes.IMPOSSIBLE_DATE, f"this cannot be the year: '{text}'", "look at the year")
    length = monthrange(year, month)[1]
    if not 1 <= day <= length:
        raise wrong(
            codes.IMPOSSIBLE_DATE,
            f"there is no such day: '{text}'",
            f"{month_name[month]} {year} has {length} days",
        )
    return date(year, month, day)


def read_day(given: object) -> date:
    """Read a day, written `2022-02-15`."""
    text = single_text(given, "a day", "2022-02-15")
    if (match := _TIME.fullmatch(text)) is not None:
        raise wrong(codes.WRONG_VALUE, f"a day is wanted here, not a time: '{shown(text)}'", f"write it as {match[1]}")
    return _existing_day(text)


def read_time(given: object, info: ValidationInfo) -> datetime:
    """Read a time with its zone, written `2022-02-15T10:00+07:00` (RFC 3339; a space may stand for the T).

    Where the zone is missing, the time is proposed in the site's, which the validation's context names.
    """
    zone = _zone_of(info)
    text = single_text(given, "a time with its zone", "2022-02-15T10:00+07:00")
    match = _TIME.fullmatch(text)
    if not match:
        raise _no_time(text, zone)
    try:
        day = _existing_day(match[1])
    except PydanticCustomError as error:
        raise _other_day(error, text, zone) from None
    hour, minute, second = int(match[2]), int(match[3]), int(match[4] or 0)
    if hour > 23 or minute > 59 or second > 59:  # noqa: PLR2004
        message, hint = f"there is no such time of day: '{shown(text)}'", "hours run from 00 to 23"
        right, where = _likely_time(text, zone)
        raise wrong(codes.IMPOSSIBLE_DATE, message, f"{where}; {hint}" if right else hint, right=right)
    offset = _difference(match, day, text, zone)
    try:
        moment = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=offset)
    except ValueError:
        raise wrong(codes.IMPOSSIBLE_DATE, f"there is no such time: '{shown(text)}'") from None
    return moment


def _no_time(text: str, zone: _Zone) -> PydanticCustomError:
    """Report a text that is no time, with the time that was probably meant."""
    message = f"not a time with its zone: '{shown(text)}'"
    example = zone.written(date(2022, 2, 15), 10, 0)[0]
    right, hint = _likely_time(text[:_LONGEST], zone)
    if not right and _ISO_DAY.fullmatch(text):
        right = zone.written(_existing_day(text), 10, 0)
        hint = ", with the hour that is meant"
    return wrong(codes.WRONG_VALUE, message, hint if right else f"{_NO_TIME}{example}", right=right)


def _other_day(error: PydanticCustomError, text: str, zone: _Zone) -> PydanticCustomError:
    """Report a time on a day that does not exist, with the time on the day that was probably meant."""
    context = error.context or {}
    meant = re.search(r"did you mean ([0-9]{4})-([0-9]{2})-([0-9]{2})", str(context["hint"]))
    right, where = _likely_time(f"{'-'.join(meant.groups())}{text[10:]}", zone) if meant else ((), "")
    return wrong(codes.BY_ID[error.type], context["message"], where if right else context["hint"], right=right)


def _difference(match: re.Match[str], day: date, text: str, zone: _Zone) -> timezone:
    """Return how far a time is from UTC."""
    offset = match[5]
    right = zone.written(day, int(match[2]), int(match[3]), f":{match[4]}" if match[4] else "")
    if offset is None:
        raise wrong(codes.IMPOSSIBLE_ZONE, f"a time needs its zone: '{shown(text)}'", zone.hint(right), right=right)
    if offset.upper() in {"Z", "UTC", "GMT"}:
        return UTC
    digits = offset[1:].replace(":", "")
    hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))  # noqa: PLR2004
    difference = timedelta(hours=hours, minutes=minutes)
    if difference > _FURTHEST_ZONE or minutes > 59:  # noqa: PLR2004
        hint = f"{zone.hint(right)}; zones lie between -12:00 and +14:00"
        raise wrong(codes.IMPOSSIBLE_ZONE, f"there is no zone {offset}: '{shown(text)}'", hint, right=right)
    return timezone(difference if offset[0] == "+" else -difference)


def read_day_or_time(given: object, info: ValidationInfo) -> date | datetime:
    """Read a day, or a time with its zone."""
    if isinstance(given, str) and (_TIME.fullmatch(given.strip()) or re.search("[0-9]:[0-9]{2}", given[:_LONGEST])):
        return read_time(given, info)
    return read_day(given)
