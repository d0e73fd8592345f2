"""The keys that an author may write in a release's front matter, each with what it means.

These models are what a file may say, not what a release is: `load` makes a Record and its Editions of them. Their
descriptions are the manual's and the JSON Schema's.
"""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from pressgen.frontmatter.scalars import (
    CountryCode,
    CountryList,
    Day,
    DayOrMoment,
    Moment,
    Slug,
    SlugList,
    Text,
    Truth,
    Word,
    WordList,
)
from pressgen.frontmatter.wrong import wrong
from pressgen.model import Kind, Mode, Status, Translation, Value, Words
from pressgen.model.docstrings import keep_docstrings
from pressgen.problems import codes
from pressgen.problems.ignoring import NO_REASON, code_fault

_WORDING_SCHEMA = {
    "anyOf": [
        {"type": ["string", "number", "boolean"]},
        {
            "type": "object",
            "description": "the same words by language",
            "propertyNames": {"pattern": "^([A-Za-z]{2,3}|[iIxX])(-[A-Za-z0-9]{1,8})*$"},
            "additionalProperties": {"type": ["string", "number", "boolean"]},
        },
    ]
}
Wording = Annotated[Words, WithJsonSchema(_WORDING_SCHEMA)]
"""Words as plain text, which are then in the file's own language, or by language."""


class Keys(Value):
    """A mapping of the front matter: frozen, and without keys that nobody knows."""


class ParticipantKeys(Keys):
    """A person or delegation taking part."""

    name: Wording | None = Field(default=None, description="The name as the release prints it, without honorific.")
    honorific: Wording | None = Field(default=None, description="What stands before the name, such as His Excellency.")
    role: Wording | None = Field(default=None, description="The office in which the person took part.")
    country: CountryCode | None = Field(
        default=None,
        description="The country represented: its ISO 3166-1 alpha-2 code, or an id of register/countries.yml.",
    )
    organisation: Word | None = Field(
        default=None, description="The organisation represented, where it is no country: an id of the register."
    )
    person: Word | None = Field(
        default=None,
        description="The person's id in register/people.yml, which supplies name, honorific, role and country as of "
        "the day of issue. What the release itself writes wins.",
    )

    @model_validator(mode="after")
    def _is_somebody(self) -> Self:
        if not (self.name or self.person or self.role or self.country or self.organisation):
            raise wrong(codes.MISSING_KEY, "a participant needs a name, or the id of a person", "add `name: …`")
        if self.country and self.organisation:
            raise wrong(
                codes.CONTRADICTORY_KEYS,
                "a participant stands for a country or for an organisation, not for both",
                "keep `country` or `organisation`",
            )
        return self


class EventKeys(Keys):
    """What the release reports."""

    date: Day | None = Field(default=None, description="The day of the event.")
    start: Day | None = Field(default=None, description="The first day of an event of several days.")
    end: Day | None = Field(default=None, description="Its last day.")
    mode: Mode | None = Field(default=None, description="How it was held.")
    place: Wording | None = Field(default=None, description="Where it was held.")
    occasion: Wording | None = Field(default=None, description="On what occasion.")

    @model_validator(mode="after")
    def _days_agree(self) -> Self:
        if self.date and (self.start or self.end):
            raise wrong(
                codes.CONTRADICTORY_KEYS,
                "an event has a `date`, or a `start` and an `end`, not both",
                "keep `date` for one day, `start` and `end` for several",
            )
        if self.end and not self.start:
            raise wrong(codes.MISSING_KEY, "an event with an `end` needs a `start`", "add `start: …`")
        if self.start and self.end and self.end < self.start:
            raise wrong(
                codes.CONTRADICTORY_KEYS,
                f"the event ends ({self.end.isoformat()}) before it begins ({self.start.isoformat()})",
                "exchange `start` and `end`, or look at the year",
            )
        return self


class WithdrawnKeys(Keys):
    """When and why the release was withdrawn."""

    date: Day = Field(description="The day of the withdrawal.")
    reason: Wording = Field(description="Why, in a sentence for the reader.")


class ValidityKeys(Keys):
    """While the release is in force."""

    start: DayOrMoment | None = Field(
        default=None,
        alias="from",
        description="The first day on which it is in force, or the time with its zone. Without it, it is in force from "
        "its issue.",
    )
    until: DayOrMoment | None = Field(
        default=None,
        description="The last day on which it is in force, or the time with its zone at which that ends. Without it, "
        "it is in force until further notice.",
    )

    @model_validator(mode="after")
    def _says_when(self) -> Self:
        if not (self.start or self.until):
            raise wrong(
                codes.VALIDITY_WITHOUT_DAYS,
                "`valid` says neither from when nor until when",
                "add `from: …` or `until: …` below it, or take it away",
            )
        return self


class CorrectionKeys(Keys):
    """A correction made after publication."""

    date: Day = Field(description="The day of the correction.")
    note: Wording = Field(description="What was corrected, in a sentence for the reader.")


class IssuerKeys(Keys):
    """An issuing body, over the site's own letterhead."""

    name: Wording | None = Field(default=None, description="The body's name.")
    country: CountryCode | None = Field(default=None, description="Its country's ISO 3166-1 alpha-2 code.")
    state: Wording | None = Field(default=None, description="The state's name as the letterhead prints it.")
    motto: Wording | None = Field(default=None, description="The state's motto.")
    place: Wording | None = Field(default=None, description="Where the body has its seat.")


class AttachmentKeys(Keys):
    """A file published with the release."""

    file: Text = Field(
        min_length=1,
        description="The file's name in the release's own folder, which stands beside it and is named after it.",
    )
    title: Wording | None = Field(default=None, description="What the file is.")
    alt: Wording | None = Field(
        default=None, description="For a picture: what it shows, for readers who cannot see it."
    )
    caption: Wording | None = Field(default=None, description="For a picture: the line printed below it.")
    credit: Wording | None = Field(default=None, description="For a picture: whose it is.")


def _one_or_more(key: str, model: type[Keys]) -> BeforeValidator:
    """Take a text or a mapping for a list of one; a text stands for a mapping with one key."""

    def items(given: object) -> object:
        listed = given if isinstance(given, list) else [given]
        return [{key: one} if isinstance(one, str) else one for one in listed]

    return BeforeValidator(items, json_schema_input_type=str | model | list[str | model])  # type: ignore[valid-type]


def _some(listed: tuple[Any, ...]) -> tuple[Any, ...]:
    if not listed:
        raise wrong(codes.WRONG_VALUE, "this list is empty", "leave the key out, or write something into the list")
    return listed


Participants = Annotated[tuple[ParticipantKeys, ...], AfterValidator(_some)]
Issuers = Annotated[tuple[IssuerKeys, ...], _one_or_more("name", IssuerKeys), AfterValidator(_some)]
Attachments = Annotated[tuple[AttachmentKeys, ...], _one_or_more("file", AttachmentKeys)]


def _warning(given: object) -> str:
    if fault := code_fault(str(given)):
        raise wrong(codes.WRONG_VALUE, *fault)
    return str(given)


def _reason(given: object) -> str:
    if not isinstance(given, str) or not given.strip():
        raise wrong(codes.MISSING_KEY, "the reason is missing", NO_REASON.format(code="PG037"))
    return given.strip()


def _by_code(given: object) -> object:
    """Take single codes and lists of them for codes whose reasons are missing."""
    listed = [given] if isinstance(given, str) else given
    if isinstance(listed, list) and all(isinstance(one, str) for one in listed):
        codes_given = [one for text in listed for one in text.replace(",", " ").split()]
        example = codes_given[0] if codes_given and not code_fault(codes_given[0]) else "PG037"
        raise wrong(codes.WRONG_TYPE, "each code needs its reason", f"write below `ignore:` a line `  {example}: why`")
    return given


Ignored = Annotated[
    dict[
        Annotated[str, BeforeValidator(_warning), WithJsonSchema({"type": "string", "pattern": "^PG[0-9]{3}$"})],
        Annotated[str, BeforeValidator(_reason), WithJsonSchema({"type": "string", "minLength": 1})],
    ],
    BeforeValidator(_by_code),
    WithJsonSchema(
        {
            "type": "object",
            "description": "codes of warnings, each with its reason",
            "propertyNames": {"pattern": "^PG[0-9]{3}$"},
            "additionalProperties": {"type": "string", "minLength": 1},
        }
    ),
]
Title = Annotated[
    str,
    StringConstraints(strip_whitespace=True, strict=True, min_length=1),
    WithJsonSchema({"type": ["string", "number", "boolean"], "minLength": 1}),
]


class FrontMatter(Keys):
    """What a release's file says of itself between its two lines of `---`.

    The file of the original carries the record: `title`, `date` and `kind`, and whatever else is known. The file of
    a translation carries words only; a fact that it restates must agree with the original.
    """

    title: Title = Field(description="The title as printed.")
    date: DayOrMoment | None = Field(
        default=None,
        description="The day of issue, `YYYY-MM-DD`, or the time with its zone, such as `2022-02-15T10:00+07:00`.",
    )
    kind: Kind | None = Field(default=None, description="What sort of release it is.")
    place: Wording | None = Field(
        default=None, description="Where it was issued. Without it, the place of the site's letterhead serves."
    )
    dateline: Truth | None = Field(
        default=None,
        description="Whether place and day are set below the text, where it does not close with them itself: `false` "
        "leaves them out. Without it, the site's option `dateline` decides.",
    )
    number: Text | None = Field(
        default=None, min_length=1, description="The reference as printed; no other release of the archive has it."
    )
    summary: Text | None = Field(
        default=None, description="One paragraph for lists and search engines. Without it, the text's first serves."
    )
    event: EventKeys | None = Field(default=None, description="What the release reports: when, how and where.")
    participants: Participants | None = Field(
        default=None, description="Who took part, in the order in which the release names them."
    )
    countries: CountryList = Field(
        default=(),
        description="Countries that it is about, beyond those of its participants: ISO 3166-1 alpha-2 codes.",
    )
    organisations: WordList = Field(
        default=(), description="Organisations that it is about, beyond those of its participants: ids of the register."
    )
    topics: WordList = Field(default=(), description="What it is about: ids of register/topics.yml.")
    series: WordList = Field(
        default=(),
        description="What it is one of, such as a chairmanship, a summit or a weekly briefing: "
        "ids of register/series.yml.",
    )
    related: SlugList = Field(default=(), description="Releases on the same matter, by id.")
    supersedes: SlugList = Field(default=(), description="Releases that this one replaces, by id.")
    corrects: SlugList = Field(default=(), description="Releases that this one corrects, by id.")
    status: Status | None = Field(
        default=None,
        description="Where it stands: published (which goes without saying), draft, or withdrawn.",
    )
    withdrawn: WithdrawnKeys | None = Field(
        default=None, description="When and why it was withdrawn; with `status: withdrawn`."
    )
    embargo: Moment | None = Field(
        default=None, description="A time with its zone. Until then the release does not exist for the public."
    )
    valid: ValidityKeys | None = Field(
        default=None,
        description="While an advisory or an announcement is in force. The page and lists say so, the page of its kind "
        "lists first what is in force, and what has ended says that as well.",
    )
    corrections: tuple[CorrectionKeys, ...] = Field(
        default=(), description="What was corrected after publication, each with its day."
    )
    issuer: Issuers | None = Field(
        default=None,
        description="The issuing body's name, or what its letterhead prints where that differs from the site's; "
        "a list for a joint release.",
    )
    authoritative: WordList = Field(
        default=(), description="The languages whose texts are authentic. Without it, the original's alone."
    )
    contacts: WordList = Field(default=(), description="Contacts for the press: ids of register/contacts.yml.")
    attachments: Attachments = Field(
        default=(), description="Files published with it, from the release's own folder; pictures need `alt`."
    )
    aliases: WordList = Field(
        default=(),
        description="Older addresses that lead here, as paths from the site's root: `news/2011/17`, "
        "`en/press/old.html`. One that begins with a language of the site leads to the release in that language, any "
        "other to the edition whose file names it; a translation may have its own. `releases/<slug>` is a slug that "
        "the release had: all its pages lead on, in every language.",
    )
    translation: Translation | None = Field(
        default=None,
        description="In the file of a translation: how far a reader may rely on it. Official goes without saying.",
    )
    translator: Text | None = Field(default=None, description="In the file of a translation: who made it.")
    slug: Slug | None = Field(
        default=None, description="The release's id, where it is to differ from the file's name; it never changes."
    )
    language: Word | None = Field(default=None, description="The language of the file, restating the file's name.")
    ignore: Ignored = Field(
        default={},
        description="Warnings that are switched off for this file, each by its code with the reason: "
        "`PG037: kept for the archive`. An error cannot be switched off.",
    )

    @model_validator(mode="after")
    def _status_and_withdrawal_agree(self) -> Self:
        if self.status is Status.WITHDRAWN and not self.withdrawn:
            raise wrong(
                codes.MISSING_KEY,
                "a withdrawn release needs `withdrawn` with its `date` and `reason`",
                "add `withdrawn: {date: 2022-03-01, reason: …}`",
                "status",
            )
        if self.withdrawn and self.status not in (None, Status.WITHDRAWN):
            raise wrong(
                codes.CONTRADICTORY_KEYS,
                f"the release is withdrawn, and its status is {self.status}",
                "write `status: withdrawn`, or take `withdrawn` away",
                "status",
            )
        return self


DECISIVE = ("date", "kind", "status", "withdrawn", "embargo", "slug", "language", "translation")
"""Keys that decide what a file is and who may see it. One that stands there without a value is a mistake: to take it
for left out would publish a release whose hour was yet to be filled in."""

keep_docstrings(__name__)
