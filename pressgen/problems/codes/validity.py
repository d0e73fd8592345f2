"""Codes for what a release says of the time in which it is in force (`valid`)."""

from __future__ import annotations

from pressgen.problems import Code, Example, Severity
from pressgen.problems.codes.examples import english, one


def _advisory(*lines: str, kind: str = "advisory") -> Example:
    """Return an example of one advisory with further lines of front matter."""
    return one(english(*lines).replace("readout", kind))


_GOOD = _advisory("valid: {from: 2022-02-15, until: 2022-03-31}")

VALIDITY_REVERSED = Code(
    "PG120",
    "Validity that ends before it begins",
    Severity.ERROR,
    "`valid` has an `until` before its `from`, so that the release would never be in force. Mostly the two were "
    "exchanged, or a year was mistyped. Both days count whole: `{from: 2022-03-03, until: 2022-03-03}` is one day.",
    _advisory("valid: {from: 2022-03-31, until: 2022-02-15}"),
    _GOOD,
)
VALIDITY_WITHOUT_DAYS = Code(
    "PG121",
    "Validity without days",
    Severity.ERROR,
    "`valid` has neither `from` nor `until`. Without `from` a release is in force from its issue, without `until` "
    "until further notice; where both are so, readers are told of a time that nobody has set. Write one of the two, or "
    "leave `valid` out.",
    _advisory("valid: {}"),
    _GOOD,
)
VALIDITY_OF_A_REPORT = Code(
    "PG122",
    "Validity of what is never in force",
    Severity.WARNING,
    "`valid` is for advisories and announcements (`advisory`, `announcement`, `other`): what holds for a time, and "
    "then no more. A readout, a statement or a message stays what it is. A statement that was replaced is named by the "
    "`supersedes` of the new one, one that should not have come out is `withdrawn`.",
    _advisory("valid: {until: 2022-03-31}", kind="readout"),
    _GOOD,
)
VALIDITY_BEFORE_ISSUE = Code(
    "PG123",
    "Validity that was over before the issue",
    Severity.WARNING,
    "`valid` ends before the day of issue, so that the release was never in force. Mostly the year was mistyped.",
    _advisory("valid: {until: 2021-03-31}"),
    _GOOD,
)
