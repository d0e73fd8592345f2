"""Say in words how it stands with a release that is in force for a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from pressgen.archive import Force
from pressgen.languages import Language
from pressgen.model import Validity


def force_key(force: Force) -> str:
    """Return the key of the words that say whether a release is in force, will be, or was."""
    return "not-in-force" if force is Force.ENDED else "in-force"


def days_in_force(valid: Validity, force: Force, words: Language, moment: Callable[[datetime], str]) -> str:
    """Write from when until when a release is in force, or since when no more; `moment` writes a time of day.

    It goes on where the words of `force_key` end: "In force", "from 3 March to 30 June 2026".
    """

    def written(bound: date | datetime) -> str:
        return moment(bound) if isinstance(bound, datetime) else words.date(bound)

    first, last = valid.first, valid.last
    if force is Force.ENDED and valid.end:
        end = valid.end
        # The first day on which it is not in force: its last is that before.
        return words.say("since-date", date=written(end if last == end else end.date()))
    if first and first == last:
        return written(first)
    if first and last:
        short = not isinstance(first, datetime) and first.year == last.year
        return words.say("from-to", start=words.day_month(first) if short else written(first), end=written(last))
    until = words.say("until-date", date=written(last)) if last else words.say("until-further-notice")
    return f"{words.say('from-date', date=written(first))} {until}" if first else until


def in_force_in_short(valid: Validity, force: Force, words: Language) -> str:
    """Say for a list until which day a release is in force, or from which, or that it is no more."""
    said = words.say(force_key(force))
    if force is Force.ENDED:
        return said
    if force is Force.AHEAD and valid.start:
        return f"{said} {words.say('from-date', date=words.date(valid.start))}"
    last = valid.last
    return f"{said} {words.say('until-date', date=words.date(last)) if last else words.say('until-further-notice')}"
