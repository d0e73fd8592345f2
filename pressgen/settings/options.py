"""Define the plugin's options: each with its type, its default and its description."""

from __future__ import annotations

from typing import Annotated, Literal, Protocol
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, field_validator

from pressgen.languages.cldr import numbering_systems
from pressgen.model import FrozenMap, FrozenMapping, Issuer, Kind, Value, Words
from pressgen.problems import Place

Location = tuple[str | int, ...]
"""The location of a value in a configuration: keys and list indexes from its top."""


class PlaceOf(Protocol):
    """A function that finds the place of an option: of its key if `at_key`, else of its value."""

    def __call__(self, location: Location, /, *, at_key: bool) -> Place:
        """Return the place of the option at `location`."""


def _existing_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        message = f"unknown time zone {name!r}; use a name of the IANA database such as Europe/Oslo"
        raise ValueError(message) from None
    return name


def _known_numbering(system: str) -> str:
    if system not in numbering_systems():
        message = f"unknown numbering system {system!r}"
        raise ValueError(message)
    return system


SiteLanguage = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$")]
ZoneName = Annotated[str, AfterValidator(_existing_zone)]
NumberingSystem = Annotated[str, AfterValidator(_known_numbering)]
Reason = Annotated[str, BeforeValidator(lambda reason: "" if reason is None else reason)]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]


def is_complete_address(link: str) -> bool:
    """True if a link leads elsewhere by itself, and is no page of `docs/`."""
    return link.startswith(("https://", "http://", "mailto:"))


class SiteLinks(Value):
    """The site's own links in the colophon: each a page of `docs/` or a complete address, by language or not."""

    accessibility: Words = Words({})
    terms: Words = Words({})
    privacy: Words = Words({})
    imprint: Words = Words({})


class Settings(Value):
    """What a site says of itself in `mkdocs.yml` under `plugins: - pressgen:`."""

    languages: tuple[SiteLanguage, ...] = Field(
        default=("en",),
        min_length=1,
        description="The languages of the site, as BCP 47 tags. The first is the site's first language: a file "
        "without a language in its name is in it. Addresses begin with the language, those of a site with one as well, "
        "so that a second language moves nothing.",
    )
    releases_dir: str = Field(
        default="releases",
        min_length=1,
        description="The folder of the releases, relative to `mkdocs.yml`.",
    )
    timezone: ZoneName = Field(
        default="UTC",
        description="The ministry's time zone (a name of the IANA database). It decides on which day a time "
        "falls, and pages show times in it: as those of `issuer.place`, or else of the zone's city.",
    )
    colour: Colour = Field(
        default="#1b3a6b",
        description="The ministry's colour, as `#rrggbb`, for rules, links and the current place.",
    )
    search: bool = Field(
        default=True,
        description="Whether the site has a search of its own, with an index of every release and page.",
    )
    host: Literal["", "github-pages", "gitlab-pages", "cloudflare-pages"] = Field(
        default="",
        description="Where the site is published: `github-pages`, `gitlab-pages` or `cloudflare-pages`. A build then "
        "says what nears the limits of that host, or is over one that counts in some plans; what is refused for sure "
        "is [PG119](problems.md#PG119).",
    )
    issuer: Issuer = Field(
        default=Issuer(name=Words({"und": "Ministry of Foreign Affairs"})),
        description="The issuing body as its letterhead prints it: `name`, and where they are printed `state`, "
        "`motto` and `place`, each as plain text (on a site with one language) or by language; `country` is its "
        "ISO 3166-1 alpha-2 code; `emblem` is a picture among the files of `docs/`, such as `assets/arms.svg`, for "
        "letterhead, masthead, chooser and paper.",
    )
    links: SiteLinks = Field(
        default=SiteLinks(),
        description="The site's own links in the colophon of every page: its accessibility statement, terms of use, "
        "privacy and imprint. Each is a page of `docs/` (`imprint.md`, whose translations are found) or a complete "
        "address, for all languages or by language. Many states require some; a site that needs none has `links: {}`.",
    )

    headings: FrozenMapping[Kind, Words] = Field(
        default=FrozenMap(),
        description="What stands over the releases of a kind, by language: "
        "`readout: {en: Press statement, fr: Communiqué}`. Without it, statements, announcements, messages, speeches, "
        "briefings, advisories and corrections are headed by their kind, and all others as press releases.",
    )

    dateline: bool = Field(
        default=True,
        description="Whether place and day are set below the texts of releases that do not close with them themselves. "
        "A release's file has a key of the same name for itself.",
    )

    digits: FrozenMapping[str, NumberingSystem] = Field(
        default=FrozenMap(),
        description="The digits of the interface by language, as CLDR's names of numbering systems: "
        "`{ar: arab, km: latn}`. They are those of dates, times, counts and years that pressgen writes, with CLDR's "
        "marks of thousands and decimals for them, and count before those of `locales/`; the text of a release and its "
        "number keep theirs. A language that is not named has its usual ones. The names are "
        f"{', '.join(f'`{name}`' for name in numbering_systems())}.",
    )

    nav_titles: FrozenMapping[str, Words] = Field(
        default=FrozenMap(),
        description="Titles of sections and outside links in `nav` by language, each under the title that `nav` gives "
        "it: `Manual: {fr: Manuel}`. A language that is not named has the title of `nav`. Pages need none: each "
        "translation has a title of its own.",
    )

    ignore: FrozenMapping[str, Reason] = Field(
        default=FrozenMap(),
        description="Warnings that are switched off for the whole site, each by its code with the reason: "
        "`PG037: the scans are kept beside the releases`. A release's file has a key of the same name for itself. "
        "An error cannot be switched off.",
    )

    @field_validator("languages")
    @classmethod
    def _languages_differ(cls, languages: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(languages)) != len(languages):
            message = "a language is named twice"
            raise ValueError(message)
        return languages

    @property
    def first_language(self) -> str:
        """The language of files without a language in their names."""
        return self.languages[0]

    @property
    def zone(self) -> ZoneInfo:
        """The time zone itself."""
        return ZoneInfo(self.timezone)
