"""By what each release and page can be found, and which are found at all."""

from __future__ import annotations

from datetime import UTC, date, datetime

from pressgen.archive import Archive
from pressgen.load import Loaded
from pressgen.model import (
    Attachment,
    Correction,
    Country,
    Event,
    FormerNames,
    Issuer,
    Kind,
    Organisation,
    Participant,
    Person,
    Register,
    Release,
    Side,
    Status,
    Term,
    Topic,
    Words,
)
from pressgen.search.entries import SearchEntry
from pressgen.search.pages import PagePart, PagePassage, PageText
from pressgen.site.search.entries import entries
from tests.views.encounter_samples import release
from tests.views.samples import body_of

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
REGISTER = Register(
    people={
        "una": Person(
            names=Words({"en": "Una Corrigall", "ar": "أونا كوريغال"}),
            variants=("U. Corrigal",),
            honorific=Words({"en": "Her Excellency"}),
            terms=(
                Term.model_validate({"role": {"en": "Ambassador", "ar": "سفيرة"}, "to": date(2018, 5, 31)}),
                Term.model_validate({"role": {"en": "Minister", "ar": "وزيرة"}, "from": date(2018, 6, 1)}),
            ),
        )
    },
    countries={
        "MM": Country(
            names=Words({"en": "Myanmar"}),
            official=Words({"en": "Republic of the Union of Myanmar"}),
            variants=("Birmanie",),
            former=(FormerNames(names=Words({"en": "Burma"}), official=Words({}), until=date(1989, 6, 18)),),
        )
    },
    organisations={
        "asean": Organisation(
            names=Words({"en": "ASEAN"}),
            official=Words({"en": "Association of Southeast Asian Nations"}),
            variants=("آسيان",),
        )
    },
    topics={
        "trade": Topic(names=Words({"en": "Trade"}), variants=("Commerce",)),
        "fish": Topic(names=Words({"en": "Fisheries"}), parent="trade"),
    },
)


def archive(*releases: Release, preview: bool = False) -> Archive:
    return Archive.of(Loaded(releases, REGISTER, ()), NOON, owner=Side("XA"), preview=preview)


def searchable(
    *releases: Release, preview: bool = False, languages: tuple[str, ...] = ("en", "ar")
) -> tuple[SearchEntry, ...]:
    return tuple(one.read() for one in entries(archive(*releases, preview=preview), languages, digest_of, ()))


def digest_of(one: Release) -> bytes:
    return one.digest


def names(one: Release) -> set[str]:
    return set(searchable(one)[0].names)


A = release("a", date(2024, 2, 1))


def test_what_the_public_does_not_see_or_lists_do_not_show_is_no_entry() -> None:
    secret = release("secret", date(2024, 3, 1), embargo=datetime(2027, 1, 1, tzinfo=UTC))
    draft = release("draft", date(2024, 3, 1), status=Status.DRAFT)
    withdrawn = release("withdrawn", date(2024, 3, 1), status=Status.WITHDRAWN)

    for preview in (False, True):
        everything = searchable(A, secret, draft, withdrawn, preview=preview)
        assert [one.name for one in everything] == ["a"]
        assert everything == searchable(A)


def test_entries_are_numbered_from_the_oldest_on_then_the_pages() -> None:
    page = PageText("about/", (PagePart("en", "About", "en/about/", (PagePassage("", "The press office."),)),))
    days = [("c", 2), ("b", 1), ("a", 2)]
    releases = [release(id_, date(2024, 1, day)) for id_, day in days]

    numbered = [one.read() for one in entries(archive(*releases), ("en", "ar"), digest_of, (page,))]

    assert [one.name for one in numbered] == ["b", "a", "c", "/about/"]
    assert [one.year for one in numbered] == [2024, 2024, 2024, 0]
    assert numbered[-1].texts[0].passages == ("The press office.",)


def test_a_release_is_found_by_its_kind_number_places_and_occasion() -> None:
    event = Event(
        start=date(2024, 1, 30), place=Words({"en": "Sorvik"}), occasion=Words({"ar": "القمة"})
    )  # fmt: skip
    one = release("a", date(2024, 2, 1), kind=Kind.READOUT, number="MFA/2024/17", event=event)
    edition = one.editions["en"].model_copy(update={"place": "Exampolis"})
    one = one.model_copy(update={"editions": {**one.editions, "en": edition}})

    assert {"Readout", "MFA/2024/17", "Sorvik", "القمة", "Exampolis", "30 January 2024"} <= names(one)


def test_a_withdrawn_release_is_an_entry_of_its_number_alone_behind_all_others() -> None:
    page = PageText("about/", (PagePart("en", "About", "en/about/", (PagePassage("", "The press office."),)),))
    gone = release("gone", date(2023, 1, 1), status=Status.WITHDRAWN, number="9/2023", countries=("NO",))
    secret = release(
        "secret", date(2023, 1, 1), status=Status.WITHDRAWN, number="8", embargo=datetime(2027, 1, 1, tzinfo=UTC)
    )

    for preview in (False, True):
        found = entries(archive(A, gone, secret, preview=preview), ("en", "ar"), digest_of, (page,))
        numbered = [one.read() for one in found]
        assert [one.name for one in numbered] == ["a", "/about/", "gone"]
        assert numbered[-1] == SearchEntry("gone", 0, "en", (), number="9/2023")


def test_a_release_is_found_by_names_of_its_countries_that_no_text_prints() -> None:
    one = searchable(release("a", date(2024, 2, 1), countries=("MM", "KR")))[0]

    assert {"South Korea", "كوريا الجنوبية", "Republic of Korea", "ROK", "بورما"} <= set(one.wholes)
    assert "កូរ៉េខាងត្បូង" not in one.wholes
    assert not {"South Korea", "ROK"} & set(one.names)


def test_a_release_is_found_by_every_name_of_whom_it_is_about() -> None:
    one = release("a", date(2024, 2, 1), countries=("MM", "NO"), organisations=("asean", "unknown"), topics=("fish",))

    assert {
        "MM", "Myanmar", "Republic of the Union of Myanmar", "Birmanie", "Burma", "ميانمار",
        "NO", "Norway", "النرويج",
        "ASEAN", "Association of Southeast Asian Nations", "آسيان", "unknown",
        "Fisheries", "Trade", "Commerce",
    } <= names(one)  # fmt: skip


def test_a_release_is_found_by_every_spelling_of_its_people() -> None:
    written = Participant(name="Mrs U. CORRIGALL", honorific="H.E.", role="Minister of the Sea", person="una")
    one = release("a", date(2024, 2, 1), written)

    assert {
        "H.E. Mrs U. CORRIGALL", "Minister of the Sea", "Una Corrigall", "أونا كوريغال", "U. Corrigal",
        "Her Excellency",
    } <= names(one)  # fmt: skip


def test_a_release_is_found_by_the_initials_of_its_people() -> None:
    written = Participant(name="HUN Rithy", honorific="His Excellency", role="")
    one = release("a", date(2024, 2, 1), written, Participant(name="Una", person="una", role=""))

    assert {"H. Rithy", "R. HUN", "H.E.", "U. Corrigall"} <= names(one)
    assert not {"أ. كوريغال", "U."} & names(one)


def test_a_release_is_found_by_the_id_of_an_organisation() -> None:
    assert "asean" in names(release("a", date(2024, 2, 1), organisations=("asean",)))


def test_a_release_is_found_by_the_offices_of_its_days_in_languages_that_it_is_not_in() -> None:
    offices = (Words({"en": "Ambassador", "ar": "سفيرة"}), Words({"en": "Minister", "ar": "وزيرة"}))
    una = Participant(name="Una Corrigall", role="Minister of the Sea", person="una", offices=offices)

    assert {"Ambassador", "سفيرة", "Minister", "وزيرة"} <= names(release("a", date(2018, 6, 1), una, tags=("en",)))


def test_an_issuer_finds_only_releases_with_an_unusual_issuer() -> None:
    ours = Issuer(country="XA", name=Words({"en": "Ministry of Examplia"}))
    theirs = Issuer(country="NO", name=Words({"en": "Utenriksdepartementet"}), state=Words({"en": "Kingdom of Norway"}))

    def issued(id_: str, *issuers: Issuer) -> Release:
        return A.model_copy(update={"id": id_, "record": A.record.model_copy(update={"issuers": issuers})})

    everything = searchable(issued("a", ours), issued("b", ours), issued("c", theirs), issued("d", ours, theirs))
    usual, again, foreign, joint = (set(one.names) for one in everything)
    assert "Ministry of Examplia" not in usual | again | foreign
    assert {"Utenriksdepartementet", "Kingdom of Norway"} <= foreign
    assert {"Ministry of Examplia", "Utenriksdepartementet"} <= joint


def test_the_ministrys_own_country_finds_no_release_since_it_is_in_all() -> None:
    one = release("a", date(2024, 2, 1), countries=("XA", "NO"))

    assert "XA" not in names(one)


def test_all_that_the_page_says_is_the_text() -> None:
    one = release(
        "a",
        date(2024, 2, 1),
        attachments=(Attachment(file="a.png", title=Words({"en": "A picture"}), caption=Words({"en": "Two people"})),),
        corrections=(Correction(date=date(2024, 2, 2), note=Words({"en": "A name was wrong"})),),
    )
    said = {"summary": "They met.", "translator": "E. Lin", "body": body_of("First.", "Second.")}
    edition = one.editions["en"].model_copy(update=said)
    one = one.model_copy(update={"editions": {**one.editions, "en": edition}})

    passages = searchable(one)[0].texts[0].passages
    assert passages == ("First.", "Second.", "They met.", "E. Lin", "A picture", "Two people", "A name was wrong")


def test_a_summary_that_is_the_beginning_of_the_text_is_said_once() -> None:
    edition = A.editions["en"].model_copy(
        update={"summary": "They met at\nsea", "body": body_of("They met at sea. It rained.")}
    )
    one = A.model_copy(update={"editions": {"en": edition}})

    assert searchable(one)[0].texts[0].passages == ("They met at sea. It rained.",)


def test_whatever_changes_changes_the_fingerprint() -> None:
    fingerprints = {
        searchable(one)[0].digest
        for one in (
            A,
            A.model_copy(update={"id": "b"}),
            A.model_copy(update={"original": "ar"}),
            release("a", date(2024, 2, 2)),
            release("a", date(2024, 2, 1), number="1"),
            A.model_copy(update={"editions": {"en": A.editions["en"]}}),
            A.model_copy(
                update={"editions": {**A.editions, "en": A.editions["en"].model_copy(update={"body": body_of("B.")})}}
            ),
            A.model_copy(
                update={
                    "editions": {**A.editions, "en": A.editions["en"].model_copy(update={"body": body_of("B", ".")})}
                }
            ),
        )
    }
    assert len(fingerprints) == 8
    assert searchable(A)[0].digest == searchable(release("a", date(2024, 2, 1)))[0].digest


def test_an_entry_is_read_when_it_is_asked_for_and_known_by_all_that_it_is_made_from() -> None:
    (one,) = entries(archive(A), ("en", "ar"), digest_of, ())
    (same,) = entries(archive(release("a", date(2024, 2, 1))), ("en", "ar"), digest_of, ())
    (other,) = entries(archive(release("a", date(2024, 2, 1), number="7")), ("en", "ar"), digest_of, ())
    issued = [release(f"i{day}", date(2024, 3, day), issuers=(Issuer(name=Words({"en": "Court"})),)) for day in (1, 2)]
    among_others = entries(archive(A, *issued), ("en", "ar"), digest_of, ())[0]

    assert (one.name, one.year) == ("a", 2024)
    assert one.digest == same.digest != other.digest
    # Only an issuer that is not that of most releases is among the names of a release.
    assert among_others.read() != one.read()
    assert among_others.digest != one.digest
