"""Find facts on which a translation contradicts the original.

The facts are the original's. A translation may restate them, and then both must agree: two texts of one
communiqué that differ in a date are worse than one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from pressgen.frontmatter import FrontMatter, shown
from pressgen.load.names import attachment_name
from pressgen.load.pair import EditionFile, ReleaseFiles
from pressgen.model import Participant, day_of
from pressgen.model.groups import GROUPS
from pressgen.problems import Problem, codes
from pressgen.text.folding import fold

_SETS = (
    *(group.key for group in GROUPS if group.listed_by_author),
    "related",
    "supersedes",
    "corrects",
    "authoritative",
    "contacts",
)
_EVENT = ("date", "start", "end", "mode")


def _days(given: date | datetime, zone: ZoneInfo) -> date:
    return day_of(given, zone) if isinstance(given, datetime) else given


def _dates_agree(zone: ZoneInfo) -> Callable[[Any, Any], bool]:
    def agree(one: date | datetime, other: date | datetime) -> bool:
        if isinstance(one, datetime) and isinstance(other, datetime):
            return one == other
        return _days(one, zone) == _days(other, zone)

    return agree


def _same(one: Any, other: Any) -> bool:  # noqa: ANN401
    return bool(one == other)


def _same_set(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return set(one) == set(other)


def _same_number(one: str | None, other: str | None) -> bool:
    return fold(one or "", digits=True) == fold(other or "", digits=True)


def contradictions(release: ReleaseFiles, participants: tuple[Participant, ...], zone: ZoneInfo) -> Iterator[Problem]:
    """Report where translations contradict the original; `participants` are those of the record."""
    for translation in release.translations:
        comparing = _Comparing(release.original, translation)
        yield from comparing.facts(zone)
        yield from comparing.participants(participants)


class _Comparing:
    """Compares one translation with the original."""

    def __init__(self, original: EditionFile, translation: EditionFile) -> None:
        self.original = original
        self.translation = translation

    def facts(self, zone: ZoneInfo) -> Iterator[Problem]:
        mine, its = self.original.front, self.translation.front
        yield from self.fact(("date",), mine.date, its.date, _dates_agree(zone))
        yield from self.fact(("kind",), mine.kind, its.kind)
        yield from self.fact(("dateline",), mine.dateline, its.dateline)
        yield from self.fact(("number",), mine.number, its.number, _same_number)
        yield from self.fact(("status",), mine.status or "published", its.status)
        yield from self.fact(("embargo",), mine.embargo, its.embargo)
        for key in _SETS:
            yield from self.fact((key,), getattr(mine, key), getattr(its, key), _same_set)
        if its.event:
            for key in _EVENT:
                theirs = getattr(its.event, key)
                yield from self.fact(("event", key), self.event(mine, key), theirs)
        if its.valid:
            for key, name in (("start", "from"), ("until", "until")):
                ours = getattr(mine.valid, key, None)
                yield from self.fact(("valid", name), ours, getattr(its.valid, key), _dates_agree(zone))
        if its.withdrawn:
            day = mine.withdrawn.date if mine.withdrawn else None
            yield from self.fact(("withdrawn", "date"), day, its.withdrawn.date)
        yield from self.listed(
            "corrections", [one.date for one in mine.corrections], [one.date for one in its.corrections]
        )
        yield from self.listed("attachments", _attached(self.original), _attached(self.translation))
        ours = [one.country or "" for one in mine.issuer or ()]
        theirs = [one.country or "" for one in its.issuer or ()]
        if its.issuer and len(ours) != len(theirs):
            yield from self.told(("issuer",), _number(theirs, "issuer"), _number(ours, "issuer") if ours else _NOTHING)

    @staticmethod
    def event(front: FrontMatter, key: str) -> object:
        """Return a fact of the original's event: `date` and an event of one day are the same."""
        if not front.event:
            return None
        if key == "date" and front.event.start == (front.event.end or front.event.start):
            return front.event.date or front.event.start
        return getattr(front.event, key)

    def fact(
        self,
        path: tuple[str, ...],
        ours: object,
        theirs: object,
        agree: Callable[[Any, Any], bool] = _same,
    ) -> Iterator[Problem]:
        if theirs in (None, ()) or path[0] in self.original.parsed.unread:
            return
        if ours in (None, ()) or not agree(ours, theirs):
            yield from self.told(path, _shown(theirs), _shown(ours))

    def listed(self, key: str, ours: list[Any], theirs: list[Any]) -> Iterator[Problem]:
        if theirs and ours != theirs and key not in self.original.parsed.unread:
            yield from self.told((key,), _shown(tuple(theirs)), _shown(tuple(ours)))

    def told(self, path: tuple[str | int, ...], theirs: str, ours: str) -> Iterator[Problem]:
        marks = self.original.parsed.marks
        name = ".".join(str(part) for part in path)
        if ours == _NOTHING:
            message = f"`{name}` is {theirs} here, and not given in {self.original.path}"
            hint = "facts stand in the original's file: write it there, or take it away here"
        else:
            place = marks.value(*path) if marks.has(*path[:1]) else marks.key()
            message = f"`{name}` is {theirs} here, and {ours} in {self.original.path}:{place.line}"
            hint = "correct one of the two files; a translation need not restate a fact"
        yield codes.CONTRADICTED_FACT.at(self.translation.parsed.marks.value(*path), message, hint)

    def participants(self, ours: tuple[Participant, ...]) -> Iterator[Problem]:
        theirs = self.translation.front.participants
        if not theirs or "participants" in self.original.parsed.unread:
            return
        marks = self.translation.parsed.marks
        line = self.original.parsed.marks.key("participants").line
        hint = "name the same people in the same order, each with the texts of this language"
        if len(theirs) != len(ours):
            its_number, my_number = _number(theirs, "participant"), _number(ours, "participant")
            message = f"{its_number} here, {my_number} in {self.original.path}:{line}"
            yield codes.PARTICIPANTS_DIFFER.at(marks.key("participants"), message, hint)
            return
        for index, (mine, its) in enumerate(zip(ours, theirs, strict=True)):
            for key in ("country", "organisation", "person"):
                theirs_ = getattr(its, key)
                ours_ = getattr(mine, key)
                if theirs_ and theirs_ != ours_:
                    line = self.original.parsed.marks.value("participants", index, key).line
                    message = (
                        f"`participants[{index + 1}].{key}` is {shown(theirs_)} here, "
                        f"and {shown(ours_) or _NOTHING} in {self.original.path}:{line}"
                    )
                    yield codes.PARTICIPANTS_DIFFER.at(marks.value("participants", index, key), message, hint)


_NOTHING = "nothing"


def _attached(file: EditionFile) -> list[str]:
    return [attachment_name(one.file, file.source.stem) for one in file.front.attachments]


def _number(listed: Sequence[object], what: str) -> str:
    return f"{len(listed) or 'no'} {what}{'' if len(listed) == 1 else 's'}"


def _shown(value: object) -> str:
    if value in (None, ()):
        return _NOTHING
    if isinstance(value, tuple):
        return shown(", ".join(str(one) for one in value), 100)
    if isinstance(value, bool):
        return str(value).lower()
    return shown(value.isoformat() if isinstance(value, date) else value, 100)
