"""The facts of a release, which no language changes: who, when, how, in whose name, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from pressgen.model.docstrings import keep_docstrings
from pressgen.model.frozen import Value
from pressgen.model.words import Words


class Kind(StrEnum):
    """What sort of release it is."""

    READOUT = "readout"
    MEETING = "meeting"
    VISIT = "visit"
    STATEMENT = "statement"
    JOINT_STATEMENT = "joint-statement"
    ANNOUNCEMENT = "announcement"
    CONDOLENCE = "condolence"
    CONGRATULATION = "congratulation"
    SIGNING = "signing"
    CREDENTIALS = "credentials"
    AID = "aid"
    BRIEFING = "briefing"
    SPEECH = "speech"
    ADVISORY = "advisory"
    CORRECTION = "correction"
    OTHER = "other"


PURPOSES: Mapping[Kind, str] = {
    Kind.READOUT: "what was said in a call, a video conference or talks",
    Kind.MEETING: "that a meeting, a courtesy call or a session took place",
    Kind.VISIT: "a visit, to us or by us, with its programme",
    Kind.STATEMENT: "our position on an event or a question",
    Kind.JOINT_STATEMENT: "a text agreed with others, such as a declaration or a final document",
    Kind.ANNOUNCEMENT: "what will happen, or was decided: a visit to come, an appointment, opening hours",
    Kind.CONDOLENCE: "sympathy after a death or a disaster",
    Kind.CONGRATULATION: "good wishes on an election, an appointment or a national day",
    Kind.SIGNING: "an agreement, a treaty or a memorandum that was signed or has entered into force",
    Kind.CREDENTIALS: "letters of credence, presented or received",
    Kind.AID: "help that was given or received: relief, grants, scholarships",
    Kind.BRIEFING: "questions and answers: a press conference, an interview, a transcript",
    Kind.SPEECH: "the words of a speech or address, as they were spoken",
    Kind.ADVISORY: "advice to travellers and to citizens abroad",
    Kind.CORRECTION: "what another release should have said",
    Kind.OTHER: "what none of these fits",
}
"""What each kind of release is for, in a line; hints and the manual show it."""


def kinds_told() -> str:
    """List the kinds, each on a line of its own with what it is for."""
    return "\n".join(["the kinds are:", *(f"{kind} - {purpose}" for kind, purpose in PURPOSES.items())])


LETTERS = frozenset({Kind.CONDOLENCE, Kind.CONGRATULATION})
"""The kinds of releases whose text may be a letter, with place and day above it."""

WITH_VALIDITY = frozenset({Kind.ADVISORY, Kind.ANNOUNCEMENT, Kind.OTHER})
"""The kinds of releases that may be in force for a time. All others report, or say what holds once it is said."""


class Mode(StrEnum):
    """How an event was held."""

    IN_PERSON = "in-person"
    CALL = "call"
    VIDEO = "video"
    WRITTEN = "written"


class Status(StrEnum):
    """Where a release stands on its way to the public."""

    PUBLISHED = "published"
    DRAFT = "draft"
    WITHDRAWN = "withdrawn"


class Translation(StrEnum):
    """How far a reader may rely on a translated edition."""

    OFFICIAL = "official"
    COURTESY = "courtesy"
    PROVISIONAL = "provisional"
    MACHINE = "machine"


class Issued(Value):
    """When a release was issued: the day, and the time in the ministry's zone where the release gives one."""

    day: date
    time: datetime | None = None


class Side(NamedTuple):
    """Whom people stand for, or a release is about: a country by its code or an organisation by its id; or nobody."""

    country: str = ""
    organisation: str = ""


class Participant(Value):
    """A person or delegation taking part: words by language, whom they stood for, and their id in the register.

    The words in the original's language are first, so that they serve where a language has none. `offices` are those
    that the register gives the person on the days of the release, in its words.
    """

    name: Words = Words({})
    honorific: Words = Words({})
    role: Words = Words({})
    country: str = ""
    organisation: str = ""
    person: str = ""
    offices: tuple[Words, ...] = ()

    @property
    def side(self) -> Side:
        """Whom they stood for: the organisation where one is given, or else the country."""
        return Side(organisation=self.organisation) if self.organisation else Side(country=self.country)


class Event(Value):
    """What a release reports: its first and last day, how it was held, where, and on what occasion."""

    start: date | None = None
    end: date | None = None
    mode: Mode | None = None
    place: Words = Words({})
    occasion: Words = Words({})


class Withdrawal(Value):
    """When and why a release was withdrawn."""

    date: date
    reason: Words


class Correction(Value):
    """When a published release was corrected, and what was corrected."""

    date: date
    note: Words


class Validity(Value):
    """While a release is in force: from its first moment to the first after it, in the ministry's zone.

    A day that an author writes counts whole: it begins, and the day after it ends, at midnight. A moment is missing
    where nobody said it: until further notice, or since before the release.
    """

    start: datetime | None = None
    end: datetime | None = None

    @property
    def first(self) -> date | datetime | None:
        """The first day, or the moment at which it comes into force where that is no midnight."""
        return self.start.date() if self.start and self.start.time() == time() else self.start

    @property
    def last(self) -> date | datetime | None:
        """The last day, or the moment at which it ends where that is no midnight."""
        return self.end.date() - timedelta(days=1) if self.end and self.end.time() == time() else self.end


class Attachment(Value):
    """A file published with a release: `file` is its path within the release's folder."""

    file: str
    title: Words = Words({})
    alt: Words = Words({})
    caption: Words = Words({})
    credit: Words = Words({})


class Issuer(Value):
    """The body in whose name a release speaks, as its letterhead prints it."""

    name: Words
    country: str = ""
    state: Words = Words({})
    motto: Words = Words({})
    place: Words = Words({})
    emblem: str = ""


class Record(Value):
    """The facts of a release, which no language changes.

    `dateline` is false where place and day are not to be set below its text.
    """

    issued: Issued
    kind: Kind
    number: str = ""
    dateline: bool = True
    event: Event | None = None
    participants: tuple[Participant, ...] = ()
    countries: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    corrects: tuple[str, ...] = ()
    status: Status = Status.PUBLISHED
    withdrawn: Withdrawal | None = None
    embargo: datetime | None = None
    corrections: tuple[Correction, ...] = ()
    valid: Validity | None = None
    issuers: tuple[Issuer, ...]
    authoritative: tuple[str, ...]
    contacts: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()

    @property
    def day(self) -> date:
        """The day of issue, by which the archive is ordered."""
        return self.issued.day

    @property
    def moments(self) -> tuple[datetime | None, ...]:
        """Every moment that the record tells, or None for each that it does not."""
        valid = (self.valid.start, self.valid.end) if self.valid else ()
        return (self.issued.time, self.embargo, *valid)

    @property
    def is_withdrawn(self) -> bool:
        """Whether the release was withdrawn: lists by time keep it, and it stands for nothing else."""
        return self.status is Status.WITHDRAWN


def day_of(moment: datetime, zone: ZoneInfo) -> date:
    """Return the day on which `moment` falls in `zone`."""
    return moment.astimezone(zone).date()


keep_docstrings(__name__)
