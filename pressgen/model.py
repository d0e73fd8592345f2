"""The values that everything else speaks of: releases, their editions and the facts they carry.

Nothing goes in but plain data; what comes out is frozen and checked. The words are those of the design:
a Release is one act of communication, an Edition is its text in one language, the Record holds the facts
that no language changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal, NamedTuple, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, RootModel, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from pressgen import languages


class Value(BaseModel):
    """A frozen value that accepts no key it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


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


class Phrase(NamedTuple):
    """Words and the tag of the language they are in (`und` where the author did not say)."""

    text: str
    language: str


def _is_tag(tag: str) -> str:
    if tag != "und" and not languages.is_language(tag):
        error = "language_tag"
        raise PydanticCustomError(error, "unknown language")
    return tag


LanguageTag = Annotated[str, AfterValidator(_is_tag)]
Wording = Annotated[str, StringConstraints(strip_whitespace=True)]


class Words(RootModel[dict[LanguageTag, Wording]]):
    """The same words in several languages, by language tag; `und` holds words given without a language."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _plain_text(cls, given: object) -> object:
        return {"und": given} if isinstance(given, str) else given

    def __bool__(self) -> bool:
        return bool(self.root)

    def __iter__(self) -> Iterator[Phrase]:  # type: ignore[override]  # pydantic iterates over fields
        return (Phrase(text, language) for language, text in self.root.items())

    def in_language(self, language: str) -> Phrase:
        """Give the words in `language`, or else those without a language, or else the first given."""
        for tag in (language, "und", *self.root):
            if tag in self.root:
                return Phrase(self.root[tag], tag)
        return Phrase("", language)


class Issued(Value):
    """When a release was issued: the day, and the time with its zone where the release gives one."""

    day: date
    time: datetime | None = None

    @property
    def order(self) -> tuple[date, float]:
        """What releases are ordered by: the day, then the time (UTC), a release without one first in its day."""
        return (self.day, self.time.timestamp() if self.time else 0.0)


class Side(NamedTuple):
    """Whom people stand for, or a release is about: a country by its code or an organisation by its id; or nobody."""

    country: str = ""
    organisation: str = ""


class Participant(Value):
    """A person or delegation taking part: words in the edition's language, facts from the record."""

    name: str = ""
    honorific: str = ""
    role: str = ""
    country: str = ""
    organisation: str = ""
    person: str = ""

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


class Record(Value):
    """The facts of a release, which no language changes."""

    issued: Issued
    kind: Kind
    number: str = ""
    event: Event | None = None
    countries: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    corrects: tuple[str, ...] = ()
    status: Status = Status.PUBLISHED
    withdrawn: Withdrawal | None = None
    embargo: datetime | None = None
    corrections: tuple[Correction, ...] = ()
    issuers: tuple[Issuer, ...]
    authoritative: tuple[str, ...]
    contacts: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        """The day of issue, by which the archive is ordered."""
        return self.issued.day


BlockKind = Literal[
    "heading", "paragraph", "list", "table", "quote", "definitions", "figure", "end-mark", "notes", "html"
]


class Block(Value):
    """One block of a text: what a page shows of it, and the same as plain text.

    `html` is sanitised; in it, a link or picture whose address depends on the site is written
    `pressgen:N`, N being the index of its entry in the body's `references`. `anchor` is its id within the
    page; a list's items have ids of their own in `html`. `level` is a heading's, else 0.
    """

    kind: BlockKind
    anchor: str
    html: str
    text: str
    level: int = 0


class Reference(Value):
    """A link or picture in a text that points to another file of the project, as its author wrote it.

    The text gives the first four; the loader, which knows the other files, says what it leads to: an edition
    (`release` and `language`), a file of this or another release's folder (`release` and `file`), or a page of
    `docs/` (`page`, its path there), with the `fragment` behind the `#`.
    """

    target: str
    picture: bool
    line: int
    column: int
    release: str = ""
    language: str = ""
    file: str = ""
    page: str = ""
    fragment: str = ""


class Section(Value):
    """A heading with the blocks up to the next heading; the first section may have no heading."""

    heading: Block | None = None
    blocks: tuple[Block, ...] = ()


class Body(Value):
    """The text of an edition, in sections, with what it points to."""

    sections: tuple[Section, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def blocks(self) -> Iterator[Block]:
        """Every block in the order of reading, headings among them."""
        for section in self.sections:
            if section.heading:
                yield section.heading
            yield from section.blocks

    @cached_property
    def first_paragraph(self) -> str:
        """The plain text of the first paragraph, or nothing."""
        return next((block.text for block in self.blocks if block.kind == "paragraph"), "")


class Edition(Value):
    """The text of a release in one language, complete: facts that the original owns are filled in."""

    release: str
    language: str
    path: str
    title: str
    summary: str
    place: str
    participants: tuple[Participant, ...]
    body: Body
    translation: Translation | None = None
    translator: str = ""

    @property
    def title_line(self) -> str:
        """The title on one line, whatever lines its author gave it."""
        return " ".join(self.title.split())


class ReleaseFile(Value):
    """A photograph or annex that a release names: its path in the release's folder, its source and its bytes."""

    name: str
    source: str
    size: int


class Release(Value):
    """One act of communication: its id, its record and its editions, the original's among them.

    `files` are those of its folder that it names, and no others: only they are published.
    """

    id: str
    record: Record
    original: str
    editions: Mapping[str, Edition]
    files: tuple[ReleaseFile, ...] = ()

    @model_validator(mode="after")
    def _has_its_original(self) -> Self:
        if self.original not in self.editions:
            message = f"release {self.id!r} lacks its original edition {self.original!r}"
            raise ValueError(message)
        return self

    def edition_for(self, language: str) -> Edition:
        """Give the edition in `language`, or else the original."""
        return self.editions.get(language) or self.editions[self.original]


class Term(Value):
    """An office of a person, with its first and last day where known."""

    role: Words
    country: str = ""
    organisation: str = ""
    start: date | None = Field(default=None, alias="from")
    end: date | None = Field(default=None, alias="to")


class Person(Value):
    """A person of the register."""

    names: Words
    variants: tuple[str, ...] = ()
    honorific: Words = Words({})
    terms: tuple[Term, ...] = ()


class FormerNames(Value):
    """Names that a country had until a day, that day included, in the languages in which it has others now."""

    names: Words = Words({})
    official: Words = Words({})
    until: date


class Country(Value):
    """A country or other entity of the register: house policy on its names, and those that it had before."""

    names: Words
    official: Words = Words({})
    variants: tuple[str, ...] = ()
    former: tuple[FormerNames, ...] = ()

    def names_on(self, day: date) -> Words:
        """Give the short names that were valid on a day."""
        return self._on(day, self.names, lambda one: one.names)

    def official_on(self, day: date) -> Words:
        """Give the formal names that were valid on a day."""
        return self._on(day, self.official, lambda one: one.official)

    def _on(self, day: date, now: Words, of: Callable[[FormerNames], Words]) -> Words:
        if not self.former:
            return now
        # What a language does not name otherwise for those days, it names as it did after them.
        valid = sorted((one for one in self.former if day <= one.until), key=lambda one: one.until, reverse=True)
        found: dict[str, str] = dict(now.root)
        for one in valid:
            found |= of(one).root
        return Words.model_construct(found) if valid else now


class Organisation(Value):
    """An organisation of the register."""

    names: Words
    official: Words = Words({})
    variants: tuple[str, ...] = ()


class Topic(Value):
    """A subject of the register, with the wider subject it belongs to."""

    names: Words
    variants: tuple[str, ...] = ()
    parent: str = ""


class Contact(Value):
    """A contact for the press, in force until `end` where that is given."""

    names: Words
    email: str = ""
    phone: str = ""
    role: Words = Words({})
    end: date | None = Field(default=None, alias="to")


class Register(Value):
    """The ministry's own lists, each by id."""

    people: Mapping[str, Person] = {}
    countries: Mapping[str, Country] = {}
    organisations: Mapping[str, Organisation] = {}
    topics: Mapping[str, Topic] = {}
    contacts: Mapping[str, Contact] = {}


def day_of(moment: datetime, zone: ZoneInfo) -> date:
    """Give the day on which `moment` falls in `zone`."""
    return moment.astimezone(zone).date()
