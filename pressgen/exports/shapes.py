"""What the JSON files of a site hold, as typed values: each is also its JSON Schema and its entry in the manual.

Every key is always there: what is not known is empty or null. Words that exist in several languages are objects by
language tag, `und` where the author gave no language. Every `url` is complete; on a site that does not know its own
address it is the path from the site's root.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from pressgen.model import BlockKind, Kind, Mode, Translation

Words = dict[str, str]
Moment = Annotated[str, Field(json_schema_extra={"format": "date-time"})]


class Shape(BaseModel):
    """A frozen value that accepts no key it does not know."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        model_title_generator=lambda shape: shape.__name__.removesuffix("Shape"),
    )


class DescribedShape(Shape):
    """A whole file, or a line of one, which names its schema."""

    schema_: str = Field(alias="$schema")
    """The address of this schema."""


class NamedShape(Shape):
    """A country, organisation, topic or person, with its names by language."""

    id: str
    """A country's ISO 3166-1 alpha-2 code, or the id in the ministry's register."""
    names: Words
    """Its short name in each language of the site."""


class IssuerShape(Shape):
    """A body in whose name the release speaks."""

    name: Words
    """What it is called."""
    state: Words
    """The state it belongs to, as its letterhead prints it."""
    country: str
    """The code of its country, or nothing."""


class EventShape(Shape):
    """What the release reports."""

    start: date | None
    """Its first day."""
    end: date | None
    """Its last day, where it took more than one."""
    mode: Mode | None
    """How it was held."""
    place: Words
    """Where."""
    occasion: Words
    """On what occasion."""


class WithdrawalShape(Shape):
    """When and why the release was withdrawn."""

    date: date | None
    """The day."""
    reason: Words
    """Why."""


class CorrectionShape(Shape):
    """One correction of the published text."""

    date: date
    """The day."""
    note: Words
    """What was corrected."""


class FileShape(Shape):
    """A photograph or annex published with the release."""

    url: str
    """Its address."""
    type: str
    """Its media type."""
    size: int | None
    """Its size in bytes."""
    title: Words
    """What it is called."""
    alt: Words
    """What a picture shows, for those who do not see it."""
    caption: Words
    """What stands below a picture."""
    credit: Words
    """Whose picture it is."""


class RelationsShape(Shape):
    """The ids of the releases that this one is connected with."""

    related: tuple[str, ...] = ()
    """Those it names as related."""
    supersedes: tuple[str, ...] = ()
    """Those whose place it takes."""
    superseded_by: tuple[str, ...] = ()
    """Those that take its place."""
    corrects: tuple[str, ...] = ()
    """Those it corrects."""
    corrected_by: tuple[str, ...] = ()
    """Those that correct it."""


class ParticipantShape(Shape):
    """A person or delegation taking part, in the words of the edition."""

    name: str
    """The name as the release writes it; empty for a delegation known by its role."""
    honorific: str
    """What stands before the name."""
    role: str
    """The office on the day of the release."""
    country: str
    """The code of the country that they stand for, or nothing."""
    organisation: str
    """The id of the organisation that they stand for, or nothing."""
    person: str
    """The person's id in the register, or nothing."""


class BlockShape(Shape):
    """One block of a text, in the order of reading."""

    kind: BlockKind
    """What it is."""
    level: int
    """A heading's level, else 0."""
    anchor: str
    """Its id within the page, stable for citation."""
    url: str
    """The address of the block itself."""
    text: str
    """Its plain text, as printed."""
    html: str
    """Its sanitised HTML, with complete addresses."""


class WordsShape(Shape):
    """What a release says in one language, but for its text."""

    language: str
    """Its language, a BCP 47 tag."""
    direction: str
    """`ltr` or `rtl`."""
    original: bool
    """Whether it is the original, which the others translate."""
    translation: Translation | None
    """How far a reader may rely on a translation; null for the original."""
    translator: str
    """Who translated it."""
    url: str
    """Its page."""
    title: str
    """Its title in one line."""
    summary: str
    """Its summary, or the beginning of its first paragraph."""
    place: str
    """Where it was issued."""
    participants: tuple[ParticipantShape, ...]
    """Who took part, in the same order in every edition."""


class LineEditionShape(WordsShape):
    """The text of the release in one language."""

    text: str
    """The whole text as printed, its blocks separated by an empty line."""


class EditionShape(WordsShape):
    """The text of the release in one language, in blocks."""

    blocks: tuple[BlockShape, ...]
    """The text block by block, in the order of reading."""


class RecordShape(Shape):
    """The facts of a release, which no language changes."""

    id: str
    """The release's id and the last part of its addresses, for ever."""
    url: str
    """The page of the original."""
    data: str
    """The release as JSON, with its texts in blocks."""
    status: str
    """`published` or `withdrawn`; nothing else is public."""
    kind: Kind
    """What sort of release it is."""
    number: str
    """The reference as printed."""
    date: date
    """The day of issue."""
    published: Moment
    """When it came out; midnight of the ministry's zone where the record has a day only."""
    updated: Moment
    """When it was last corrected or withdrawn, or else when it came out."""
    original: str
    """The language of the original, a BCP 47 tag."""
    authoritative: tuple[str, ...]
    """The languages whose texts are authentic."""
    issuers: tuple[IssuerShape, ...]
    """Who issued it: several for a joint release."""
    event: EventShape | None
    """What it reports."""
    countries: tuple[NamedShape, ...]
    """The countries it is with or about, but for the ministry's own."""
    organisations: tuple[NamedShape, ...]
    """The organisations it is with or about."""
    topics: tuple[NamedShape, ...]
    """Its topics, each followed by those it belongs to."""
    people: tuple[NamedShape, ...]
    """The people of the register who took part."""
    relations: RelationsShape
    """Its connections with other releases."""
    corrections: tuple[CorrectionShape, ...]
    """What was corrected since it came out."""
    withdrawn: WithdrawalShape | None
    """When and why it was withdrawn, or null. Its text is kept."""
    attachments: tuple[FileShape, ...]
    """The files published with it."""


class LineShape(RecordShape, DescribedShape):
    """A line of `releases.jsonl`: a release with its texts."""

    editions: tuple[LineEditionShape, ...]
    """Its texts by language, the original first."""


class ReleaseShape(RecordShape, DescribedShape):
    """A release with its texts in blocks, in all its languages."""

    editions: tuple[EditionShape, ...]
    """Its texts by language, the original first."""


class ListedShape(Shape):
    """One release of a list."""

    id: str
    """The release's id."""
    date: date
    """The day of issue."""
    kind: Kind
    """What sort of release it is."""
    language: str
    """The language of the title: the list's own, or else the original's."""
    title: str
    """Its title in one line."""
    languages: tuple[str, ...]
    """The languages it is in."""
    url: str
    """Its page in the list's language."""
    data: str
    """The release as JSON."""


class YearShape(Shape):
    """One year of a list."""

    year: int
    """The year."""
    count: int
    """How many releases it lists."""
    data: str
    """The list of that year as JSON; empty where it has none of its own."""


class SubjectShape(Shape):
    """What the releases of a list have in common."""

    group: str
    """`countries`, `people`, `organisations`, `topics` or `kinds`."""
    id: str
    """Its id, as in addresses."""
    name: str
    """Its name in the list's language."""


class ListShape(DescribedShape):
    """A list of releases: of the archive, a year of it, or a profile."""

    title: str
    """What it is called."""
    language: str
    """The language of its words."""
    url: str
    """The page that says the same."""
    subject: SubjectShape | None
    """What the releases have in common; null for the archive and its years."""
    count: int
    """How many releases there are in all."""
    years: tuple[YearShape, ...]
    """How many there are in each year, the latest first."""
    releases: tuple[ListedShape, ...]
    """The releases, the latest first: all of them, or the latest where years have lists of their own."""


class ProfileShape(Shape):
    """One country, person, organisation, topic or kind of a list."""

    id: str
    """Its id."""
    name: str
    """Its name in the list's language."""
    count: int
    """How many releases it has."""
    latest: date
    """The day of the latest."""
    url: str
    """Its page."""
    data: str
    """Its releases as JSON."""


class ProfilesShape(DescribedShape):
    """A list of all countries, people, organisations, topics or kinds that releases are about."""

    group: str
    """`countries`, `people`, `organisations`, `topics` or `kinds`."""
    language: str
    """The language of its words."""
    url: str
    """The page that says the same."""
    profiles: tuple[ProfileShape, ...]
    """All of them, in the order of their ids."""
