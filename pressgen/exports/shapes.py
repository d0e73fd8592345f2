"""What the JSON files of a site hold, as typed values: each is also its JSON Schema and its entry in the manual.

Every key is always there: what is not known is empty or null. Words that exist in several languages are objects by
language tag, `und` where the author gave no language. Every `url` is complete; on a site that does not know its own
address it is the path from the site's root.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from pressgen.model import BlockKind, Kind, Mode, Translation
from pressgen.model.docstrings import keep_docstrings
from pressgen.model.groups import GROUPS

Words = Mapping[str, str]
_GROUP_NAMES = f"`{'`, `'.join(group.name for group in GROUPS[:-1])}` or `{GROUPS[-1].name}`."
Moment = Annotated[str, Field(json_schema_extra={"format": "date-time"})]


class Shape(BaseModel):
    """A frozen value that accepts no key it does not know."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        defer_build=True,
        model_title_generator=lambda shape: shape.__name__.removesuffix("Shape"),
    )


class DescribedShape(Shape):
    """A whole file, or a line of one, which names its schema."""

    schema_: str = Field(alias="$schema", description="The address of this schema.")


class NamedShape(Shape):
    """An entry of a group, such as a country, with its names by language."""

    id: str = Field(description="A country's ISO 3166-1 alpha-2 code, or the id in the ministry's register.")
    names: Words = Field(description="Its short name in each language of the site.")


class IssuerShape(Shape):
    """A body in whose name the release speaks."""

    name: Words = Field(description="What it is called.")
    state: Words = Field(description="The state it belongs to, as its letterhead prints it.")
    country: str = Field(description="The code of its country, or nothing.")


class EventShape(Shape):
    """What the release reports."""

    start: dt.date | None = Field(description="Its first day.")
    end: dt.date | None = Field(description="Its last day, where it took more than one.")
    mode: Mode | None = Field(description="How it was held.")
    place: Words = Field(description="Where.")
    occasion: Words = Field(description="On what occasion.")


class WithdrawalShape(Shape):
    """When and why the release was withdrawn."""

    date: dt.date | None = Field(description="The day.")
    reason: Words = Field(description="Why.")


class CorrectionShape(Shape):
    """One correction of the published text."""

    date: dt.date = Field(description="The day.")
    note: Words = Field(description="What was corrected.")


class FileShape(Shape):
    """A photograph or annex published with the release."""

    url: str = Field(description="Its address.")
    type: str = Field(description="Its media type.")
    size: int | None = Field(description="Its size in bytes.")
    title: Words = Field(description="What it is called.")
    alt: Words = Field(description="What a picture shows, for those who do not see it.")
    caption: Words = Field(description="What stands below a picture.")
    credit: Words = Field(description="Whose picture it is.")


class RelationsShape(Shape):
    """The ids of the releases that this one is connected with."""

    related: tuple[str, ...] = Field(default=(), description="Those it names as related.")
    supersedes: tuple[str, ...] = Field(default=(), description="Those whose place it takes.")
    superseded_by: tuple[str, ...] = Field(default=(), description="Those that take its place.")
    corrects: tuple[str, ...] = Field(default=(), description="Those it corrects.")
    corrected_by: tuple[str, ...] = Field(default=(), description="Those that correct it.")


class ParticipantShape(Shape):
    """A person or delegation taking part, in the words of the edition."""

    name: str = Field(description="The name as the release writes it; empty for a delegation known by its role.")
    honorific: str = Field(description="What stands before the name.")
    role: str = Field(description="The office on the day of the release.")
    country: str = Field(description="The code of the country that they stand for, or nothing.")
    organisation: str = Field(description="The id of the organisation that they stand for, or nothing.")
    person: str = Field(description="The person's id in the register, or nothing.")


class BlockShape(Shape):
    """One block of a text, in the order of reading."""

    kind: BlockKind = Field(description="What it is.")
    level: int = Field(description="A heading's level, else 0.")
    anchor: str = Field(description="Its id within the page, stable for citation.")
    url: str = Field(description="The address of the block itself.")
    text: str = Field(description="Its plain text, as printed.")
    html: str = Field(description="Its sanitised HTML, with complete addresses.")


class WordsShape(Shape):
    """What a release says in one language, but for its text."""

    language: str = Field(description="Its language, a BCP 47 tag.")
    direction: str = Field(description="`ltr` or `rtl`.")
    original: bool = Field(description="Whether it is the original, which the others translate.")
    translation: Translation | None = Field(
        description="How far a reader may rely on a translation; null for the original."
    )
    translator: str = Field(description="Who translated it.")
    url: str = Field(description="Its page.")
    title: str = Field(description="Its title in one line.")
    summary: str = Field(description="Its summary, or the beginning of its first paragraph.")
    place: str = Field(description="Where it was issued.")
    participants: tuple[ParticipantShape, ...] = Field(description="Who took part, in the same order in every edition.")


class LineEditionShape(WordsShape):
    """The text of the release in one language."""

    text: str = Field(description="The whole text as printed, its blocks separated by an empty line.")


class EditionShape(WordsShape):
    """The text of the release in one language, in blocks."""

    blocks: tuple[BlockShape, ...] = Field(description="The text block by block, in the order of reading.")


class RecordShape(Shape):
    """The facts of a release, which no language changes."""

    id: str = Field(description="The release's id and the last part of its addresses, for ever.")
    url: str = Field(description="The page of the original.")
    data: str = Field(description="The release as JSON, with its texts in blocks.")
    status: str = Field(description="`published` or `withdrawn`; nothing else is public.")
    kind: Kind = Field(description="What sort of release it is.")
    number: str = Field(description="The reference as printed.")
    date: dt.date = Field(description="The day of issue.")
    published: Moment = Field(
        description="When it came out; midnight of the ministry's zone where the record has a day only."
    )
    updated: Moment = Field(description="When it was last corrected or withdrawn, or else when it came out.")
    original: str = Field(description="The language of the original, a BCP 47 tag.")
    authoritative: tuple[str, ...] = Field(description="The languages whose texts are authentic.")
    issuers: tuple[IssuerShape, ...] = Field(description="Who issued it: several for a joint release.")
    event: EventShape | None = Field(description="What it reports.")
    countries: tuple[NamedShape, ...] = Field(
        description="The countries it is with or about, but for the ministry's own."
    )
    organisations: tuple[NamedShape, ...] = Field(description="The organisations it is with or about.")
    topics: tuple[NamedShape, ...] = Field(description="Its topics, each followed by those it belongs to.")
    series: tuple[NamedShape, ...] = Field(description="The series that it is one of, such as a chairmanship.")
    people: tuple[NamedShape, ...] = Field(description="The people of the register who took part.")
    relations: RelationsShape = Field(description="Its connections with other releases.")
    corrections: tuple[CorrectionShape, ...] = Field(description="What was corrected since it came out.")
    withdrawn: WithdrawalShape | None = Field(description="When and why it was withdrawn, or null. Its text is kept.")
    attachments: tuple[FileShape, ...] = Field(description="The files published with it.")


class LineShape(RecordShape, DescribedShape):
    """A line of `releases.jsonl`: a release with its texts."""

    editions: tuple[LineEditionShape, ...] = Field(description="Its texts by language, the original first.")


class ReleaseShape(RecordShape, DescribedShape):
    """A release with its texts in blocks, in all its languages."""

    editions: tuple[EditionShape, ...] = Field(description="Its texts by language, the original first.")


class ListedShape(Shape):
    """One release of a list."""

    id: str = Field(description="The release's id.")
    date: dt.date = Field(description="The day of issue.")
    kind: Kind = Field(description="What sort of release it is.")
    status: str = Field(description="`published` or `withdrawn`; lists of the archive and of its years keep both.")
    language: str = Field(description="The language of the title: the list's own, or else the original's.")
    title: str = Field(description="Its title in one line.")
    languages: tuple[str, ...] = Field(description="The languages it is in.")
    url: str = Field(description="Its page in the list's language.")
    data: str = Field(description="The release as JSON.")


class YearShape(Shape):
    """One year of a list."""

    year: int = Field(description="The year.")
    count: int = Field(description="How many releases it lists.")
    data: str = Field(description="The list of that year as JSON; empty where it has none of its own.")


class SubjectShape(Shape):
    """What the releases of a list have in common."""

    group: str = Field(description=_GROUP_NAMES)
    id: str = Field(description="Its id, as in addresses.")
    name: str = Field(description="Its name in the list's language.")


class ListShape(DescribedShape):
    """A list of releases: of the archive, a year of it, or a profile."""

    title: str = Field(description="What it is called.")
    language: str = Field(description="The language of its words.")
    url: str = Field(description="The page that says the same.")
    subject: SubjectShape | None = Field(
        description="What the releases have in common; null for the archive and its years."
    )
    count: int = Field(description="How many releases there are in all.")
    years: tuple[YearShape, ...] = Field(description="How many there are in each year, the latest first.")
    releases: tuple[ListedShape, ...] = Field(
        description="The releases, the latest first: all of them, or the latest where years have lists of their own."
    )


class ProfileShape(Shape):
    """One entry of a list of profiles, such as a country."""

    id: str = Field(description="Its id.")
    name: str = Field(description="Its name in the list's language.")
    count: int = Field(description="How many releases it has.")
    latest: dt.date = Field(description="The day of the latest.")
    url: str = Field(description="Its page.")
    data: str = Field(description="Its releases as JSON.")


class ProfilesShape(DescribedShape):
    """A list of all entries of a group that releases are about, such as all countries."""

    group: str = Field(description=_GROUP_NAMES)
    language: str = Field(description="The language of its words.")
    url: str = Field(description="The page that says the same.")
    profiles: tuple[ProfileShape, ...] = Field(description="All of them, in the order of their ids.")


keep_docstrings(__name__)
