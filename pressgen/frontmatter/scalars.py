"""What a text of the front matter means: a file, an address, a code, a day; and the JSON Schema of each.

Each reader takes the text that stands in the file and gives the value, or a pydantic error whose type is the id of
a problem's code, with the message and the hint in its context.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import PlainValidator, StringConstraints, WithJsonSchema

from pressgen.frontmatter.times import read_day, read_day_or_time, read_time
from pressgen.frontmatter.tree import shown
from pressgen.frontmatter.wrong import single_text, wrong
from pressgen.letters import named
from pressgen.problems import codes

SLUG = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_SLUG = 100
_FILE_ENDING = re.compile(r"(?:\.[A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?)?\.md$")


def mended_slug(text: str) -> str:
    """Propose a slug for a text: its letters without accents, all else as hyphens; empty where nothing is left."""
    plain = unicodedata.normalize("NFKD", text[:400]).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall("[a-z0-9]+", plain))
    return slug if len(slug) <= LONGEST_SLUG else slug[: LONGEST_SLUG + 1].rpartition("-")[0] or slug[:LONGEST_SLUG]


def slug_fault(slug: str) -> str:
    """Return what keeps a text from being a slug, or nothing."""
    if SLUG.fullmatch(slug):
        return "" if len(slug) <= LONGEST_SLUG else f"is {len(slug)} characters long; {LONGEST_SLUG} are allowed"
    hidden = [letter for letter in slug if unicodedata.category(letter) in {"Cf", "Cc", "Zs", "Zl", "Zp"}]
    if not slug:
        return "is empty"
    if hidden and hidden != [" "] * len(hidden):
        worst = next(letter for letter in hidden if letter != " ")
        return f"holds an invisible character ({named(worst)})"
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
    text = single_text(given, "the id of a release", "2022-02-15-norway-video-call")
    if fault := slug_fault(text):
        # Of a file's path, the id is the file's name without language and ending.
        proposed = mended_slug(_FILE_ENDING.sub("", text.replace("\\", "/").rstrip("/").rpartition("/")[2]))
        hint = f"write it as '{proposed}'" if proposed else "use the letters a to z, digits and hyphens"
        raise wrong(codes.BAD_SLUG, f"the slug '{shown(text)}' {fault}", hint)
    return text


def read_code(given: object) -> str:
    """Read a word that names something elsewhere: a country's code, an id, a tag; whether it exists is asked later."""
    return single_text(given, "a single word", "NO")


def read_truth(given: object) -> bool:
    """Read `true` or `false`, as YAML's core schema spells them."""
    text = single_text(given, "true or false", "false")
    if text not in _TRUTHS:
        raise wrong(codes.WRONG_VALUE, f"true or false is wanted here, not '{shown(text)}'", "write true or false")
    return _TRUTHS[text]


_TRUTHS = {text: meant for meant in (True, False) for text in (str(meant), str(meant).lower(), str(meant).upper())}


def _listed(read: Callable[[object], str]) -> Callable[[object], tuple[str, ...]]:
    """Return a reader of a list of words, which takes a single word for a list of one."""

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
Truth = Annotated[bool, PlainValidator(read_truth), WithJsonSchema({"type": "boolean"})]
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
