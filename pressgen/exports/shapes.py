"""What the JSON files of a site hold, as typed values: each is also its JSON Schema and its entry in the manual.

A key of which there is nothing to say is left out. Words that exist in several languages are objects by language tag,
`und` where the author gave no language. Every `url` is complete; on a site that does not know
its own address it is the path from the site's root.
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
Bound = Annotated[str, Field(json_schema_extra={"anyOf": [{"format": "date"}, {"format": "date-time"}]})]


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
    state: Words = Field(default={}, description="The state it belongs to, as its letterhead prints it.")
    country: str = Field(default="", description="The code of its country.")


class EventShape(Shape):
    """What the release reports."""

    start: dt.date | None = Field(default=None, description="Its first day.")
    end: dt.date | None = Field(default=None, description="Its last day, where it took more than one.")
    mode: Mode | None = Field(default=None, description="How it was held.")
    place: Words = Field(default={}, description="Where.")
    occasion: Words = Field(default={}, description="On what occasion.")


class WithdrawalShape(Shape):
    """When and why the release was withdrawn."""

    date: dt.date | None = Field(default=None, description="The day.")
    reason: Words = Field(default={}, description="Why.")


class ValidityShape(Shape):
    """While the release is in force: days, or moments where it tells the time."""

    start: Bound | None = Field(
        default=None, alias="from", description="The first day; missing where it is in force from its issue."
    )
    until: Bound | None = Field(
        default=None, description="The last day; missing where it is in force until further notice."
    )


class CorrectionShape(Shape):
    """One correction of the published text."""

    date: dt.date = Field(description="The day.")
    note: Words = Field(description="What was corrected.")


class FileShape(Shape):
    """A photograph or annex published with the release."""

    url: str = Field(description="Its address.")
    type: str = Field(description="Its media type.")
    size: int | None = Field(default=None, description="Its size in bytes.")
    title: Words = Field(default={}, description="What it is called.")
    alt: Words = Field(default={}, description="What a picture shows, for those who do not see it.")
    caption: Words = Field(default={}, description="What stands below a picture.")
    credit: Words = Field(default={}, description="Whose picture it is.")


class RelationsShape(Shape):
    """The ids of the releases that this one is connected with."""

    related: tuple[str, ...] = Field(default=(), description="Those it names as related.")
    supersedes: tuple[str, ...] = Field(default=(), description="Those whose place it takes.")
    superseded_by: tuple[str, ...] = Field(default=(), description="Those that take its place.")
    corrects: tuple[str, ...] = Field(default=(), description="Those it corrects.")
    corrected_by: tuple[str, ...] = Field(default=(), description="Those that correct it.")


class ParticipantShape(Shape):
    """A person or delegation taking part, in the words of the edition."""

    name: str = Field(
        default="", description="The name as the release writes it; empty for a delegation known by its role."
    )
    honorific: str = Field(default="", description="What stands before the name.")
    role: str = Field(default="", description="The office on the day of the release.")
    country: str = Field(default="", description="The code of the country that they stand for.")
    organisation: str = Field(default="", description="The id of the organisation that they stand for.")
    person: str = Field(default="", description="The person's id in the register.")


class LinkShape(Shape):
    """A link in a block."""

    text: str = Field(description="Its words, which the text has too; those of a reference to a note, its mark.")
    url: str = Field(description="Where it leads.")


class PictureShape(Shape):
    """A picture in a block."""

    url: str = Field(description="Its address.")
    alt: str = Field(description="What it shows, for those who do not see it.")
    width: int | None = Field(default=None, description="Its width in pixels, as far as its file tells.")
    height: int | None = Field(default=None, description="Its height.")


class AnchorShape(Shape):
    """A paragraph or item within a block that can be cited."""

    anchor: str = Field(description="Its id within the page.")
    line: int = Field(description="The line of the block's text that it begins; the first is 0.")


class BlockShape(Shape):
    """One block of a text, in the order of reading."""

    kind: BlockKind = Field(default="paragraph", description="What it is.")
    anchor: str = Field(description="Its id within the page, stable for citation: its address is `url#anchor`.")
    text: str = Field(description="Its plain text, as printed: a line for each line, item or row.")
    level: int | None = Field(default=None, description="A heading's level.")
    anchors: tuple[AnchorShape, ...] = Field(default=(), description="Where its other items begin that can be cited.")
    links: tuple[LinkShape, ...] = Field(default=(), description="Its links, with complete addresses.")
    pictures: tuple[PictureShape, ...] = Field(default=(), description="Its pictures.")
    rows: tuple[tuple[str, ...], ...] = Field(default=(), description="A table's rows, cell by cell.")


class WordsShape(Shape):
    """What a release says in one language, but for its text."""

    language: str = Field(description="Its language, a BCP 47 tag.")
    direction: str = Field(description="`ltr` or `rtl`.")
    translation: Translation | None = Field(
        default=None, description="How far a reader may rely on a translation; none for the original."
    )
    translator: str = Field(default="", description="Who translated it.")
    url: str = Field(description="Its page.")
    title: str = Field(description="Its title in one line.")
    summary: str = Field(default="", description="Its summary; empty where that is the beginning of the text.")
    place: str = Field(default="", description="Where it was issued.")
    participants: tuple[ParticipantShape, ...] = Field(
        default=(), description="Who took part, in the same order in every edition."
    )


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
    number: str = Field(default="", description="The reference as printed.")
    date: dt.date = Field(description="The day of issue.")
    published: Moment = Field(
        description="When it came out; midnight of the ministry's zone where the record has a day only."
    )
    updated: Moment = Field(description="When it was last corrected or withdrawn, or else when it came out.")
    original: str = Field(description="The language of the original, a BCP 47 tag.")
    authoritative: tuple[str, ...] = Field(description="The languages whose texts are authentic.")
    issuers: tuple[IssuerShape, ...] = Field(description="Who issued it: several for a joint release.")
    event: EventShape | None = Field(default=None, description="What it reports.")
    countries: tuple[NamedShape, ...] = Field(
        default=(), description="The countries it is with or about, but for the ministry's own."
    )
    organisations: tuple[NamedShape, ...] = Field(default=(), description="The organisations it is with or about.")
    topics: tuple[NamedShape, ...] = Field(default=(), description="Its topics, each followed by those it belongs to.")
    series: tuple[NamedShape, ...] = Field(
        default=(), description="The series that it is one of, such as a chairmanship."
    )
    people: tuple[NamedShape, ...] = Field(default=(), description="The people of the register who took part.")
    relations: RelationsShape = Field(default=RelationsShape(), description="Its connections with other releases.")
    corrections: tuple[CorrectionShape, ...] = Field(default=(), description="What was corrected since it came out.")
    valid: ValidityShape | None = Field(default=None, description="While it is in force.")
    withdrawn: WithdrawalShape | None = Field(
        default=None, description="When and why it was withdrawn. Its text is kept."
    )
    attachments: tuple[FileShape, ...] = Field(default=(), description="The files published with it.")


class LineShape(RecordShape, DescribedShape):
    """A line of the whole archive: a release with its texts."""

    editions: tuple[LineEditionShape, ...] = Field(description="Its texts by language, the original first.")


class ReleaseShape(RecordShape, DescribedShape):
    """A release with its texts in blocks, in all its languages."""

    editions: tuple[EditionShape, ...] = Field(description="Its texts by language, the original first.")


class ListedShape(Shape):
    """One release of a list."""

    id: str = Field(description="The release's id.")
    date: dt.date = Field(description="The day of issue.")
    number: str = Field(default="", description="The reference as printed.")
    kind: Kind = Field(description="What sort of release it is.")
    status: str = Field(
        default="published", description="`published` or `withdrawn`; lists of the archive and of its years keep both."
    )
    titles: Words = Field(description="Its title in one line, in each language that it is in, the original first.")


class SubjectShape(Shape):
    """A country, an organisation, a person, a topic, a series or a kind."""

    group: str = Field(description=_GROUP_NAMES)
    id: str = Field(description="Its id.")
    names: Words = Field(description="What it is called in each language of the site.")


class YearShape(Shape):
    """One year of a list."""

    year: int = Field(description="The year.")
    count: int = Field(description="How many there are.")
    data: str = Field(description="The list of that year as JSON; empty where it has none of its own.")


class ArchiveYearShape(YearShape):
    """One year of the archive."""

    lines: tuple[str, ...] = Field(description="Its releases with their texts as JSON Lines, the latest first.")
    table: str = Field(description="The table that has its rows.")


class ListingShape(DescribedShape):
    """What every list says of itself."""

    titles: Words = Field(description="What it is called, by language.")
    urls: Words = Field(description="The pages that say the same, by language.")
    release_page: str = Field(description="The page of a release: a URI template (RFC 6570) of `language` and `id`.")
    release_data: str = Field(description="A release as JSON: a URI template of `id`.")
    count: int = Field(description="How many there are in all.")


class YearListShape(ListingShape):
    """The releases of a year of the archive."""

    year: int = Field(description="The year.")
    releases: tuple[ListedShape, ...] = Field(description="All of them, the latest first.")


class SubjectYearShape(Shape):
    """One year of a profile."""

    year: int = Field(description="The year.")
    releases: tuple[str, ...] = Field(description="The ids of all its releases, the latest first.")
    data: str = Field(description="What lists say of them: the list of the archive's year as JSON.")


class ListShape(ListingShape):
    """The releases of a profile."""

    subject: SubjectShape = Field(description="What they have in common.")
    years: tuple[SubjectYearShape, ...] = Field(description="All releases by their ids, the latest year first.")
    releases: tuple[ListedShape, ...] = Field(
        description="Those that the profile's own page lists, the latest first: all of them, or the latest of many."
    )


class ArchiveShape(ListingShape):
    """The archive: what it holds in each year and where, and its latest releases."""

    years: tuple[ArchiveYearShape, ...] = Field(description="Its years, the latest first.")
    releases: tuple[ListedShape, ...] = Field(description="Its latest releases.")


class ProfileShape(Shape):
    """One entry of a list of profiles, such as a country."""

    id: str = Field(description="Its id.")
    names: Words = Field(description="What it is called in each language of the site.")
    count: int = Field(description="How many releases it has.")
    latest: dt.date = Field(description="The day of the latest.")
    urls: Words = Field(description="Its pages, by language.")
    data: str = Field(description="Its releases as JSON.")


class ProfilesShape(DescribedShape):
    """A list of all entries of a group that releases are about, such as all countries."""

    group: str = Field(description=_GROUP_NAMES)
    urls: Words = Field(description="The pages that say the same, by language.")
    profiles: tuple[ProfileShape, ...] = Field(description="All of them, in the order of their ids.")


keep_docstrings(__name__)
