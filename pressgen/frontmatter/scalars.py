"""What a text of the front matter means: a day, a time with its zone, a file, an address, a code.

Each reader takes the text that stands in the file and gives the value, or a pydantic error whose type is the id of
a problem's code, with the message and the hint in its context.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import month_name, monthrange
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Annotated, Any

from pydantic import PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from pressgen.frontmatter.tree import shown
from pressgen.problems import Code, codes

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
_EARLIEST, _LATEST = 1000, 9998
_BUDDHIST = range(2443, 2643)
"""Years of the Buddhist era from 1900 to 2099: nobody dates a release, or an embargo, so far ahead."""
_FURTHEST_ZONE = timedelta(hours=14)
_LONGEST = 60
_TURNS = "\u200e\u200f\u061c"
"""Marks of direction, which keyboards of right-to-left languages leave around days and codes."""


def wrong(code: Code, message: str, hint: str = "", key: str = "") -> PydanticCustomError:
    """Give the error that becomes a problem of `code`, at the value of `key` where one of several keys is at fault."""
    return PydanticCustomError(code.id, "{message}", {"message": message, "hint": hint, "key": key})


def _unquoted(text: str) -> str:
    """Take off quotation marks that a word processor put around a value."""
    return text.strip(" \t\n\u00a0\"'“”„‟‘’‚«»")


def _written(given: object, what: str, example: str) -> str:
    if not isinstance(given, str):
        kind = "a list" if isinstance(given, list) else "a mapping" if isinstance(given, dict) else "nothing"
        raise wrong(codes.WRONG_TYPE, f"{what} is wanted here, not {kind}", f"write it as {example}")
    text = given.strip().strip(_TURNS)
    if text != (bare := _unquoted(text)) and bare:
        raise wrong(
            codes.YAML_QUOTE,
            f"these quotation marks are part of the value: {shown(text)}",
            f"write {shown(bare)} without quotation marks",
        )
    return text


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
    """Give the days that a text in another form may mean, in years of the common era."""
    days = _written_days(text.strip(" ,;."))
    return [
        found for day in days if (found := _day(day.year - 543, day.month, day.day) if day.year in _BUDDHIST else day)
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


def _time_hint(text: str) -> str:
    """Propose a time for one that is written in another form: `15/02/2022 10:00 (UTC+7)`."""
    plain = _ascii_digits(text)
    clock = re.search(r"(?<![0-9])([0-9]{1,2})[:h]([0-9]{2})(?![0-9])", plain)
    days = _likely_days(plain[: clock.start()].strip(" T,;")) if clock else []
    if clock is None or len(days) != 1 or int(clock[1]) > 23 or int(clock[2]) > 59:  # noqa: PLR2004
        return "write a day, an hour and a zone, for example 2022-02-15T10:00+07:00"
    zone = re.search(r"([+\u2212-])([0-9]{1,2})(?::?([0-9]{2}))?", plain[clock.end() :])
    offset = f"{'+' if zone[1] == '+' else '-'}{int(zone[2]):02}:{zone[3] or '00'}" if zone else "+07:00"
    behind = "" if zone else ", with the difference of your clocks from UTC at its end"
    return f"write it as {days[0].isoformat()}T{int(clock[1]):02}:{clock[2]}{offset}{behind}"


def _existing_day(text: str) -> date:
    match = _ISO_DAY.fullmatch(text)
    if not match:
        raise wrong(codes.WRONG_VALUE, f"not a day: '{shown(text)}'", _day_hint(text[:_LONGEST]))
    year, month, day = (int(part) for part in match.groups())
    if not 1 <= month <= 12:  # noqa: PLR2004
        swapped = _day(year, day, month) if year else None
        hint = f"did you mean {swapped.isoformat()}?" if swapped else "the form is YYYY-MM-DD"
        raise wrong(codes.IMPOSSIBLE_DATE, f"there is no month {month:02}: '{text}'", hint)
    if year in _BUDDHIST and (meant := _day(year - 543, month, day)):
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
    text = _written(given, "a day", "2022-02-15")
    if (match := _TIME.fullmatch(text)) is not None:
        raise wrong(codes.WRONG_VALUE, f"a day is wanted here, not a time: '{shown(text)}'", f"write it as {match[1]}")
    return _existing_day(text)


def read_time(given: object) -> datetime:
    """Read a time with its zone, written `2022-02-15T10:00+07:00` (RFC 3339; a space may stand for the T)."""
    text = _written(given, "a time with its zone", "2022-02-15T10:00+07:00")
    match = _TIME.fullmatch(text)
    if not match:
        if _ISO_DAY.fullmatch(text):
            _existing_day(text)
            hint = f"write it as {text}T10:00+07:00"
        else:
            hint = _time_hint(text[:_LONGEST])
        raise wrong(codes.WRONG_VALUE, f"not a time with its zone: '{shown(text)}'", hint)
    day = _existing_day(match[1])
    hour, minute, second = int(match[2]), int(match[3]), int(match[4] or 0)
    if hour > 23 or minute > 59 or second > 59:  # noqa: PLR2004
        raise wrong(codes.IMPOSSIBLE_DATE, f"there is no such time of day: '{shown(text)}'", "hours run from 00 to 23")
    zone = _zone(match[5], text)
    try:
        moment = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=zone)
    except ValueError:
        raise wrong(codes.IMPOSSIBLE_DATE, f"there is no such time: '{shown(text)}'") from None
    return moment


def _zone(offset: str | None, text: str) -> timezone:
    if offset is None:
        hint = "write the difference from UTC after it, for example +07:00 for Phnom Penh, or Z for UTC"
        raise wrong(codes.IMPOSSIBLE_ZONE, f"a time needs its zone: '{shown(text)}'", hint)
    if offset.upper() in {"Z", "UTC", "GMT"}:
        return UTC
    digits = offset[1:].replace(":", "")
    hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))  # noqa: PLR2004
    difference = timedelta(hours=hours, minutes=minutes)
    if difference > _FURTHEST_ZONE or minutes > 59:  # noqa: PLR2004
        hint = "zones lie between -12:00 and +14:00"
        raise wrong(codes.IMPOSSIBLE_ZONE, f"there is no zone {offset}: '{shown(text)}'", hint)
    return timezone(difference if offset[0] == "+" else -difference)


def read_day_or_time(given: object) -> date | datetime:
    """Read a day, or a time with its zone."""
    if isinstance(given, str) and _TIME.fullmatch(given.strip()):
        return read_time(given)
    return read_day(given)


SLUG = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_SLUG = 100
_FILE_ENDING = re.compile(r"(?:\.[A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?)?\.md$")


def mended_slug(text: str) -> str:
    """Propose a slug for a text: its letters without accents, all else as hyphens; empty where nothing is left."""
    plain = unicodedata.normalize("NFKD", text[:400]).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall("[a-z0-9]+", plain))
    return slug if len(slug) <= LONGEST_SLUG else slug[: LONGEST_SLUG + 1].rpartition("-")[0] or slug[:LONGEST_SLUG]


def slug_fault(slug: str) -> str:
    """Say what keeps a text from being a slug, or nothing."""
    if SLUG.fullmatch(slug):
        return "" if len(slug) <= LONGEST_SLUG else f"is {len(slug)} characters long; {LONGEST_SLUG} are allowed"
    hidden = [letter for letter in slug if unicodedata.category(letter) in {"Cf", "Cc", "Zs", "Zl", "Zp"}]
    if not slug:
        return "is empty"
    if hidden and hidden != [" "] * len(hidden):
        worst = next(letter for letter in hidden if letter != " ")
        return f"holds an invisible character (U+{ord(worst):04X})"
    reasons = (
        (any(letter in "/\\" for letter in slug), "holds a slash"),
        ("." in slug, "holds a dot"),
        (" " in slug, "holds a space"),
        (any(letter.isupper() for letter in slug), "holds capital letters"),
        ("_" in slug, "holds an underscore"),
        (not slug.isascii(), "holds letters other than a to z"),
        (slug[0] == "-" or slug[-1] == "-" or "--" in slug, "has a hyphen too many"),
    )
    return next((reason for holds, reason in reasons if holds), "holds more than a to z, 0 to 9 and hyphens")


def read_slug(given: object) -> str:
    """Read the id of a release: small letters, digits and single hyphens."""
    text = _written(given, "the id of a release", "2022-02-15-norway-video-call")
    if fault := slug_fault(text):
        # Of a file's path, the id is the file's name without language and ending.
        proposed = mended_slug(_FILE_ENDING.sub("", text.replace("\\", "/").rstrip("/").rpartition("/")[2]))
        hint = f"write it as '{proposed}'" if proposed else "use the letters a to z, digits and hyphens"
        raise wrong(codes.BAD_SLUG, f"the slug '{shown(text)}' {fault}", hint)
    return text


def read_code(given: object) -> str:
    """Read a word that names something elsewhere: a country's code, an id, a tag; whether it exists is asked later."""
    return _written(given, "a single word", "NO")


def _listed(read: Callable[[object], str]) -> Callable[[object], tuple[str, ...]]:
    """Give a reader of a list of words, which takes a single word for a list of one."""

    def read_list(given: object) -> tuple[str, ...]:
        if isinstance(given, dict):
            raise wrong(codes.WRONG_TYPE, "a list is wanted here, not a mapping", "write it as [NO, SE]")
        return tuple(read(one) for one in (given if isinstance(given, list) else [given]))

    return read_list


def _schema(**parts: Any) -> WithJsonSchema:  # noqa: ANN401
    return WithJsonSchema({"type": "string", **parts})


_DAY = {"pattern": r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "examples": ["2022-02-15"]}
_MOMENT = {
    "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ] ?[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)? ?"
    r"(Z|z|UTC|GMT|[+\u2212-][0-9]{1,2}(:?[0-9]{2})?)$",
    "examples": ["2022-02-15T10:00+07:00"],
}
_SLUG = {"pattern": f"^{SLUG.pattern}$", "maxLength": LONGEST_SLUG}

Day = Annotated[date, PlainValidator(read_day), _schema(**_DAY)]
Moment = Annotated[datetime, PlainValidator(read_time), _schema(**_MOMENT)]
DayOrMoment = Annotated[
    date | datetime,
    PlainValidator(read_day_or_time),
    WithJsonSchema({"anyOf": [{"type": "string", **_DAY}, {"type": "string", **_MOMENT}]}),
]
Slug = Annotated[str, PlainValidator(read_slug), _schema(**_SLUG)]
Word = Annotated[str, PlainValidator(read_code), _schema()]
CountryCode = Annotated[str, PlainValidator(read_code), _schema(pattern="^[A-Z]", examples=["NO", "KH"])]


def _list_schema(**parts: Any) -> WithJsonSchema:  # noqa: ANN401
    one = {"type": "string", **parts}
    return WithJsonSchema({"anyOf": [{"type": "array", "items": one}, one]})


WordList = Annotated[tuple[str, ...], PlainValidator(_listed(read_code)), _list_schema()]
CountryList = Annotated[
    tuple[str, ...], PlainValidator(_listed(read_code)), _list_schema(pattern="^[A-Z]", examples=["NO"])
]
SlugList = Annotated[tuple[str, ...], PlainValidator(_listed(read_slug)), _list_schema(**_SLUG)]

Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, strict=True),
    WithJsonSchema({"type": ["string", "number", "boolean"]}),
]
"""A text. A number or a word such as `true` typed for it is the text that stands there."""
