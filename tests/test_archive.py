"""Which releases the public may see, and in what order."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.archive import Archive, Force, Hidden, build_time, hidden
from pressgen.archive.due import due_between
from pressgen.load import Loaded
from pressgen.model import (
    Body,
    Edition,
    Issued,
    Issuer,
    Kind,
    Record,
    Reference,
    Register,
    Release,
    ReleaseFile,
    Side,
    Status,
    Validity,
    Words,
)
from pressgen.model.groups import COUNTRIES, KINDS, SERIES, Subject
from tests.growth import grows_with_its_input

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def release(id_: str, day: date = date(2026, 1, 5), time: datetime | None = None, **record: object) -> Release:
    edition = Edition(
        release=id_,
        language="en",
        title=id_,
        summary="",
        place="",
        body=Body(),
    )
    facts = Record(
        issued=Issued(day=day, time=time),
        kind=Kind.STATEMENT,
        issuers=(Issuer(name=Words("Ministry")),),
        authoritative=("en",),
        **record,
    )
    return Release(id=id_, record=facts, original="en", editions={"en": edition})


def archive(*releases: Release, preview: bool = False, now: datetime = NOON) -> Archive:
    return Archive.of(Loaded(releases=releases, register=Register(), problems=()), now, preview=preview)


def neighbours(archive_: Archive, id_: str) -> tuple[str, str]:
    return archive_.relations[id_].earlier, archive_.relations[id_].later


def ids(archive_: Archive) -> list[str]:
    return [release.id for release in archive_.releases]


def test_an_embargo_ends_at_its_moment_and_not_before() -> None:
    record = release("x", embargo=NOON).record
    assert hidden(record, NOON - timedelta(microseconds=1)) is Hidden.EMBARGO
    assert hidden(record, NOON) is None


def test_a_draft_is_hidden_whatever_its_embargo() -> None:
    assert hidden(release("x", status=Status.DRAFT, embargo=NOON - timedelta(days=1)).record, NOON) is Hidden.DRAFT


def test_the_neighbours_of_a_release_share_its_companion() -> None:
    about_two = release("b", date(2026, 1, 6), countries=("FR", "NO"))
    releases = (release("a", countries=("NO",)), about_two, release("c", date(2026, 1, 7), countries=("NO",)))
    found = archive(*releases)

    assert found.relations["a"].companion == Side(country="NO")
    assert neighbours(found, "a") == ("", "b")
    assert neighbours(found, "c") == ("b", "")


def test_a_release_with_two_partners_has_no_neighbours() -> None:
    about_two = release("b", date(2026, 1, 6), countries=("FR", "NO"))
    found = archive(release("a", countries=("NO",)), about_two)

    assert found.relations["b"].companion == Side()
    assert neighbours(found, "b") == ("", "")


def test_a_release_that_is_alone_or_withdrawn_has_no_neighbours() -> None:
    withdrawn = release("w", countries=("NO",), status=Status.WITHDRAWN)
    found = archive(release("a", countries=("NO",)), release("b", countries=("NO",)), withdrawn, release("z"))

    assert neighbours(found, "w") == ("", "")
    assert neighbours(found, "z") == ("", "")


def test_the_public_sees_of_a_preview_what_will_be_published() -> None:
    releases = (
        release("draft", status=Status.DRAFT, supersedes=("now",), countries=("NO",)),
        release("later", embargo=NOON + timedelta(days=1)),
        release("now", related=("draft", "later"), countries=("NO",)),
    )
    preview, published = archive(*releases, preview=True), archive(*releases)

    assert preview.public == published
    assert preview.relations["now"].superseded_by == ("draft",)
    assert preview.public.relations["now"].superseded_by == ()
    assert published.public is published


def test_the_preview_shows_what_is_hidden_and_says_why() -> None:
    hidden_ones = (release("draft", status=Status.DRAFT), release("later", embargo=NOON + timedelta(days=1)))
    assert ids(archive(*hidden_ones, release("now"))) == ["now"]
    preview = archive(*hidden_ones, release("now"), preview=True)
    assert sorted(ids(preview)) == ["draft", "later", "now"]
    assert preview.previewed == {"draft": Hidden.DRAFT, "later": Hidden.EMBARGO}


def test_the_newest_comes_first_and_the_order_does_not_depend_on_the_files() -> None:
    day = date(2026, 1, 5)
    releases = [
        release("b", day),
        release("a", day),
        release("evening", day, datetime(2026, 1, 5, 18, tzinfo=UTC)),
        release("older", date(2025, 12, 31)),
    ]
    assert ids(archive(*releases)) == ids(archive(*reversed(releases))) == ["evening", "b", "a", "older"]


def test_a_withdrawn_release_stands_in_its_year_and_for_nothing() -> None:
    gone = release("gone", status=Status.WITHDRAWN)
    found = archive(gone, release("here"))
    assert "gone" in found.by_id
    assert [release.id for release in found.listed] == ["here"]
    assert [release.id for release in found.by_year[2026]] == ["here", "gone"]
    assert [release.id for release in found.by_month[2026, 1]] == ["here", "gone"]
    statements = found.holdings[Subject(KINDS, "statement")]
    assert [release.id for release in statements.releases] == ["here"]
    assert [release.id for release in statements.all] == ["here", "gone"]


def test_relations_are_known_from_both_ends() -> None:
    found = archive(release("old"), release("new", supersedes=("old",)), release("note", corrects=("old",)))
    assert (found.relations["old"].superseded_by, found.relations["old"].corrected_by) == (("new",), ("note",))
    assert found.relations["new"].supersedes == found.relations["note"].corrects == ("old",)


def test_what_the_archive_knows_is_the_same_whatever_the_order_of_the_files() -> None:
    releases = [
        release("a", countries=("NO", "SE"), topics=("trade",), series=("chair",)),
        release("b", date(2026, 1, 6), countries=("NO",), related=("a",)),
        release("w", date(2026, 1, 7), countries=("SE",), status=Status.WITHDRAWN),
    ]
    one, other = archive(*releases), archive(*reversed(releases))

    assert {hash(relations) for relations in one.relations.values()} == set(map(hash, other.relations.values()))
    assert list(one.holdings) == list(other.holdings) == sorted(one.holdings)
    assert one.holdings == other.holdings
    assert {subject.id for subject in one.holdings if subject.group is COUNTRIES} == {"NO", "SE"}
    assert one.relations["a"].ids_in(SERIES) == ("chair",)


def test_only_subjects_with_a_listed_release_have_profiles() -> None:
    gone = release("gone", countries=("SE",), status=Status.WITHDRAWN)
    found = archive(gone, release("here", countries=("NO",)))

    assert [one.subject.id for one in found.groups[COUNTRIES]] == ["NO"]
    assert [found.has_profile(Subject(COUNTRIES, code)) for code in ("NO", "SE", "FI")] == [True, False, False]
    assert found.holdings[Subject(COUNTRIES, "SE")].all == (found.by_id["gone"],)


def test_a_reference_to_a_hidden_release_leads_nowhere() -> None:
    found = archive(release("here"), release("later", embargo=NOON + timedelta(days=1)))
    to_hidden = Reference(target="later.en.md", picture=False, release="later", language="en")
    assert not found.holds(to_hidden)
    assert found.holds(to_hidden.model_copy(update={"release": "here"}))
    assert found.holds(to_hidden.model_copy(update={"release": "", "page": "about.md"}))


def test_a_file_that_its_release_does_not_publish_cannot_be_followed() -> None:
    published = ReleaseFile(name="named.pdf", size=1)
    found = archive(release("here").model_copy(update={"files": (published,)}))
    reference = Reference(target="x", picture=False, release="here")

    assert found.holds(reference.model_copy(update={"file": "named.pdf"}))
    assert not found.holds(reference.model_copy(update={"file": "notes.pdf"}))


relations = st.sampled_from(["related", "supersedes", "corrects"])


@given(
    names=st.sets(st.sampled_from("abcdef"), min_size=1),
    secret=st.sampled_from([{"embargo": NOON + timedelta(hours=1)}, {"status": Status.DRAFT}]),
    relation=relations,
)
def test_an_archive_with_a_hidden_release_equals_the_archive_without_it(
    names: set[str], secret: dict[str, Any], relation: str
) -> None:
    without = archive(*(release(name) for name in sorted(names)))
    named = (release(name, **{relation: ("secret",)}) for name in sorted(names))
    assert archive(*named, release("secret", **secret, **{relation: tuple(names)})) == without


def test_the_build_time_is_the_clocks_or_that_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert abs(build_time() - datetime.now(UTC)) < timedelta(minutes=1)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert build_time() == datetime(1970, 1, 2, tzinfo=UTC)


@pytest.mark.parametrize("epoch", ["", "tomorrow", "1e99", "9" * 30])
def test_a_build_time_that_is_none_is_refused_in_plain_words(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(ValueError, match="whole number of seconds"):
        build_time()


DAY = timedelta(days=1)


@pytest.mark.parametrize(
    "valid, stands",
    [
        (Validity(start=NOON), Force.NOW),
        (Validity(start=NOON + timedelta(microseconds=1)), Force.AHEAD),
        (Validity(end=NOON), Force.ENDED),
        (Validity(end=NOON + timedelta(microseconds=1)), Force.NOW),
        (Validity(start=NOON - DAY, end=NOON + DAY), Force.NOW),
        (Validity(start=NOON - 2 * DAY, end=NOON - DAY), Force.ENDED),
        (Validity(start=NOON + DAY, end=NOON + 2 * DAY), Force.AHEAD),
    ],
)
def test_a_release_is_in_force_from_its_first_moment_to_its_last(valid: Validity, stands: Force) -> None:
    assert archive(release("a", valid=valid), release("b")).force == {"a": stands}


def test_nothing_is_said_of_what_was_withdrawn_or_replaced() -> None:
    valid = Validity(end=NOON + DAY)
    old, new = release("old", valid=valid), release("new", supersedes=("old",))

    assert archive(release("a", valid=valid, status=Status.WITHDRAWN)).force == {}
    assert archive(old, new).force == {}
    assert archive(old, release("new", supersedes=("old",), status=Status.WITHDRAWN)).force == {"old": Force.NOW}
    draft = release("new", supersedes=("old",), status=Status.DRAFT)
    assert archive(old, draft).force == {"old": Force.NOW}
    preview = archive(old, draft, preview=True)
    assert (preview.force, preview.public.force) == ({}, {"old": Force.NOW})


def test_the_site_is_due_when_something_comes_into_force_or_falls_out_of_it() -> None:
    later = release("later", valid=Validity(start=NOON + DAY, end=NOON + 3 * DAY))
    draft = release("draft", status=Status.DRAFT, valid=Validity(end=NOON + DAY))
    gone = release("gone", status=Status.WITHDRAWN, valid=Validity(end=NOON + DAY))
    hidden_ = release("hidden", embargo=NOON + 2 * DAY, valid=Validity(start=NOON + DAY, end=NOON + 4 * DAY))
    old = release("old", valid=Validity(end=NOON + 5 * DAY))
    new = release("new", supersedes=("old",), embargo=NOON + 4 * DAY)

    due = due_between([later, draft, gone, hidden_, old, new], NOON)

    assert {moment: [one.id for one in releases] for moment, releases in due.items()} == {
        NOON + DAY: ["later"],
        NOON + 2 * DAY: ["hidden"],
        NOON + 3 * DAY: ["later"],
        NOON + 4 * DAY: ["new", "hidden"],
    }


def test_the_time_to_find_what_is_due_grows_with_the_releases() -> None:
    def in_force(count: int) -> list[Release]:
        ends = (NOON + day * DAY for day in range(1, count + 1))
        return [release(f"{end:%Y-%m-%d}", valid=Validity(start=NOON, end=end)) for end in ends]

    assert grows_with_its_input(in_force, lambda releases: due_between(releases, NOON), 100)
