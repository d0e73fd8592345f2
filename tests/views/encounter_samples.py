"""An archive of meetings for the tests of profiles and of the ledger, made of values alone."""

from datetime import date
from typing import Any

from pressgen.archive import Archive
from pressgen.archive.sides import owner_of
from pressgen.load import Loaded
from pressgen.model import (
    Body,
    Country,
    Edition,
    Event,
    Issued,
    Issuer,
    Kind,
    Mode,
    Organisation,
    Participant,
    Person,
    Record,
    Register,
    Release,
    Term,
    Topic,
    Words,
)
from pressgen.settings import Settings
from pressgen.site import Site
from pressgen.site.output import bytes_of
from pressgen.views.facts import SiteFacts
from pressgen.views.page import Shell, ShellKey
from tests.test_archive import NOON

EXAMPLIA = Issuer(
    country="XA",
    state=Words({"en": "Republic of Examplia", "ar": "جمهورية إكسامبليا"}),
    name=Words({"en": "Ministry of Foreign Affairs", "ar": "وزارة الشؤون الخارجية"}),
)
REGISTER = Register(
    people={
        "una-corrigall": Person(
            names=Words({"en": "Una Corrigall", "ar": "أونا كوريغال"}),
            honorific=Words({"en": "Her Excellency", "ar": "معالي السيدة"}),
            terms=(
                Term.model_validate({
                    "role": {"en": "Ambassador", "ar": "سفيرة"},
                    "country": "NO",
                    "from": date(2012, 1, 1),
                    "to": date(2018, 5, 31),
                }),
                Term.model_validate({
                    "role": {"en": "Minister of Foreign Affairs", "ar": "وزيرة الخارجية"},
                    "country": "NO",
                    "from": date(2018, 6, 1),
                }),
            ),
        ),
    },
    countries={
        "NO": Country(
            names=Words({"en": "Norway", "ar": "النرويج"}),
            official=Words({"en": "Kingdom of Norway", "ar": "مملكة النرويج"}),
        ),
        "XA": Country(names=Words({"en": "Examplia", "ar": "إكسامبليا"})),
    },
    organisations={"asean": Organisation(names=Words({"en": "ASEAN", "ar": "آسيان"}))},
    topics={
        "trade": Topic(names=Words({"en": "Trade", "ar": "التجارة"})),
        "fisheries": Topic(names=Words({"en": "Fisheries", "ar": "الصيد"}), parent="trade"),
        "empty": Topic(names=Words({"en": "Nothing was said of it"})),
    },
)  # fmt: skip
SETTINGS = Settings(languages=("en", "ar"), timezone="Etc/UTC", issuer=EXAMPLIA)
FACTS = SiteFacts.of(SETTINGS, REGISTER, site_name="Press releases", site_url="https://press.example/")

OURS = Participant(
    name=Words({"en": "Karim BEN SALAH"}), honorific=Words({"en": "H.E."}), role=Words({"en": "Minister"}), country="XA"
)
UNA = Participant(
    name="Una Corrigall",
    honorific=Words({"en": "Her Excellency", "ar": "معالي السيدة"}),
    role=Words({"en": "Minister of Foreign Affairs", "ar": "وزيرة الخارجية"}),
    country="NO",
    person="una-corrigall",
)


def release(
    id_: str,
    day: date,
    *participants: Participant,
    kind: Kind = Kind.MEETING,
    mode: Mode | None = None,
    tags: tuple[str, ...] = ("en", "ar"),
    title: str = "",
    **record: Any,  # noqa: ANN401 - any fact of a record
) -> Release:
    event = record.pop("event", None) or (Event(start=day, mode=mode, place=Words({"en": "Oslo"})) if mode else None)
    issuers = record.pop("issuers", (EXAMPLIA,))
    facts = Record(
        issued=Issued(day=day),
        kind=kind,
        event=event,
        participants=participants,
        issuers=issuers,
        authoritative=("en",),
        **record,
    )
    editions = {
        tag: Edition(
            release=id_,
            language=tag,
            title=title or f"Meeting {id_}",
            summary="",
            place="",
            body=Body(),
        )
        for tag in tags
    }
    return Release(id=id_, record=facts, original=tags[0], editions=editions)


def site(*releases: Release, register: Register = REGISTER, facts: SiteFacts = FACTS) -> Site:
    loaded = Loaded(releases=releases, register=register, problems=())
    archive = Archive.of(loaded, NOON, owner=owner_of(facts.issuer, register.organisations))
    return Site(archive, facts, SETTINGS)


def article_shell(_key: ShellKey) -> Shell:
    """Return a shell that is nothing beside the article."""
    return Shell(("", ""), ("article",))


def pages(made: Site) -> dict[str, str]:
    """Return the article of every page of the site, by the path of its file."""
    return {
        output.path: bytes_of(output, article_shell).decode()
        for output in made.outputs()
        if output.path.endswith("index.html")
    }


AMBASSADOR = UNA.model_copy(update={"role": Words("Ambassador")})
MEETINGS = (
    release("2015-03-02-first", date(2015, 3, 2), OURS, AMBASSADOR, kind=Kind.VISIT, topics=("trade",)),
    release("2019-05-06-second", date(2019, 5, 6), OURS, UNA, topics=("fisheries",)),
    release("2019-09-01-asean", date(2019, 9, 1), OURS, Participant(name="Lim Jock Hoi", organisation="asean")),
    release("2022-02-15-call", date(2022, 2, 15), OURS, UNA, kind=Kind.READOUT, mode=Mode.VIDEO, tags=("en",)),
    release("2023-01-01-statement", date(2023, 1, 1), kind=Kind.STATEMENT, countries=("NO",), topics=("fisheries",)),
)
