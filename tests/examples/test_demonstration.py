"""The demonstration archive loads without a problem, has every case that it should show, and says what it is."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from itertools import combinations
from pathlib import Path

import pytest

from pressgen import settings
from pressgen.archive import Archive, Hidden
from pressgen.load import Loaded, load
from pressgen.model import Edition, Kind, Mode, Release, Status, Translation
from pressgen.model.groups import SERIES
from tests.blocks import html_of_blocks
from tests.conftest import built_strictly

FOLDER = Path(__file__).parent.parent.parent / "examples" / "marevia"
LANGUAGES = ("en", "fr", "ar")
NOW = datetime(2026, 1, 1, tzinfo=UTC)
INVENTED = {
    "en": "This ministry is invented, and so is its state.",
    "fr": "Ce ministère est inventé, et son État aussi.",
    "ar": "هذه الوزارة متخيَّلة، وكذلك دولتها.",
}
LARGEST_PICTURE = 60_000


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    configuration = settings.read_configuration(FOLDER / "mkdocs.yml")
    assert configuration.problems == ()
    return load(FOLDER, configuration.settings, docs_dir=configuration.docs_dir)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_strictly(FOLDER, tmp_path_factory)


def _editions(loaded: Loaded) -> Iterator[Edition]:
    for release in loaded.releases:
        yield from release.editions.values()


def _blocks(loaded: Loaded) -> set[str]:
    return {block.kind for edition in _editions(loaded) for block in edition.body.blocks}


def _html(release: Release, language: str) -> str:
    return html_of_blocks(release.editions[language].body.blocks)


def _release(loaded: Loaded, id_: str) -> Release:
    return next(release for release in loaded.releases if release.id == id_)


def test_it_loads_without_a_problem(loaded: Loaded) -> None:
    assert loaded.problems == ()


def test_it_has_about_forty_releases_over_three_years(loaded: Loaded) -> None:
    assert 38 <= len(loaded.releases) <= 46
    assert {release.record.day.year for release in loaded.releases} == {2023, 2024, 2025}


@pytest.mark.parametrize("kind", Kind)
def test_it_shows_every_kind(loaded: Loaded, kind: Kind) -> None:
    archive = Archive.of(loaded, NOW)
    assert any(release.record.kind is kind for release in archive.listed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_some_originals_are_in_each_language(loaded: Loaded, language: str) -> None:
    assert any(release.original == language for release in loaded.releases)


@pytest.mark.parametrize(
    "languages",
    [("en", "fr", "ar"), *combinations(LANGUAGES, 2), ("en",)],
    ids="-".join,
)
def test_translations_are_missing_in_several_ways(loaded: Loaded, languages: tuple[str, ...]) -> None:
    assert any(set(release.editions) == set(languages) for release in Archive.of(loaded, NOW).listed)


CASES: dict[str, Callable[[Release], bool]] = {
    "joint": lambda release: len(release.record.issuers) > 1,
    "issued by another body of the state": lambda release: "Embassy" in release.record.issuers[0].name.root["en"],
    "equally authentic in two languages": lambda release: release.record.authoritative == ("en", "fr"),
    "equally authentic in three languages": lambda release: set(release.record.authoritative) == set(LANGUAGES),
    "corrected in its text": lambda release: bool(release.record.corrections),
    "corrected twice": lambda release: len(release.record.corrections) == 2,
    "correcting another": lambda release: release.record.kind is Kind.CORRECTION and bool(release.record.corrects),
    "superseding": lambda release: bool(release.record.supersedes),
    "related": lambda release: len(release.record.related) > 2,
    "withdrawn with a reason in three languages": lambda release: (
        release.record.withdrawn is not None and set(release.record.withdrawn.reason.root) == set(LANGUAGES)
    ),
    "moved": lambda release: len(release.aliases) > 1,
    "issued at a time of the ministry's zone": lambda release: _written_in("+03:00", release),
    # On its page that is a time of the ministry's zone as well.
    "issued at a time of another zone": lambda release: _written_in("+01:00", release),
    "over several days": lambda release: _days(release) > 1,
    "on an occasion": lambda release: release.record.event is not None and bool(release.record.event.occasion),
    "issued elsewhere": lambda release: release.editions[release.original].place not in ("Almadine", "ألمادين"),
    "without a number": lambda release: not release.record.number,
    "with a number in Arabic-Indic digits": lambda release: "٢" in release.record.number,
    "with a title of four lines": lambda release: release.editions[release.original].title.count("\n") == 3,
    "with a summary of its own": lambda release: (
        "eight states" in release.editions["en"].summary if "en" in release.editions else False
    ),
    "in force until further notice": lambda release: (
        release.record.valid is not None and release.record.valid.end is None
    ),
    "with a picture": lambda release: any(one.file.endswith(".jpg") for one in release.record.attachments),
    "with a PDF": lambda release: any(one.file.endswith(".pdf") for one in release.record.attachments),
    "with a picture in its text": lambda release: any(
        reference.picture for edition in release.editions.values() for reference in edition.body.references
    ),
    "linking to another": lambda release: any(
        reference.release != release.id
        for edition in release.editions.values()
        for reference in edition.body.references
    ),
    "with nine participants": lambda release: len(release.record.participants) == 9,
    "with an entity outside ISO 3166": lambda release: "SIRELLE" in release.record.countries,
}


@pytest.mark.parametrize("case", CASES)
def test_it_shows_releases(loaded: Loaded, case: str) -> None:
    assert any(CASES[case](release) for release in Archive.of(loaded, NOW).releases)


def _written_in(zone: str, release: Release) -> bool:
    """True if the file of the original has the time of issue with a zone."""
    (file,) = FOLDER.glob(f"releases/**/{release.id}.{release.original}.md")
    text = file.read_text(encoding="utf-8")
    return re.search(rf"^date: \S+T[\d:]+{re.escape(zone)}$", text, re.MULTILINE) is not None


def _days(release: Release) -> int:
    event = release.record.event
    return (event.end - event.start).days + 1 if event and event.start and event.end else 0


@pytest.mark.parametrize("mode", Mode)
def test_it_shows_every_way_of_meeting(loaded: Loaded, mode: Mode) -> None:
    assert any(release.record.event and release.record.event.mode is mode for release in loaded.releases)


@pytest.mark.parametrize("translation", Translation)
def test_it_shows_every_rank_of_a_translation(loaded: Loaded, translation: Translation) -> None:
    assert any(edition.translation is translation for edition in _editions(loaded))


@pytest.mark.parametrize(
    "kind",
    ["heading", "paragraph", "list", "table", "quote", "definitions", "figure", "end-mark", "notes"],
)
def test_its_texts_have_every_sort_of_block(loaded: Loaded, kind: str) -> None:
    assert kind in _blocks(loaded)


@pytest.mark.parametrize(("language", "nine", "ten"), [("en", "9.", "10."), ("fr", "9.", "10."), ("ar", "٩.", "١٠.")])
def test_the_communique_keeps_its_numbers(loaded: Loaded, language: str, nine: str, ten: str) -> None:
    html = _html(_release(loaded, "2023-11-22-almadine-communique"), language)
    assert html.count(f'<span class="mark">{nine}</span>') == 2
    assert html.count(f'<span class="mark">{ten}</span>') == 1
    assert "(i)" in html or "(أ)" in html


def test_questions_are_asked_and_answered(loaded: Loaded) -> None:
    html = _html(_release(loaded, "2023-05-30-spokesperson-briefing"), "en")
    assert html.count('<b class="speaker">Question (') == 4
    assert html.count('<b class="speaker">Answer:</b>') == 4
    assert "CHECK AGAINST DELIVERY<br>" in html


def test_arabic_texts_hold_foreign_names_and_both_kinds_of_digits(loaded: Loaded) -> None:
    arabic = ["\n".join(block.text for block in one.body.blocks) for one in _editions(loaded) if one.language == "ar"]
    assert any("Aurelia Dawn" in text for text in arabic)
    assert any("٢٠٢٣" in text for text in arabic)
    assert any("2025" in text for text in arabic)


def test_side_by_side_has_equal_and_unequal_editions(loaded: Loaded) -> None:
    def counts(release: Release) -> set[int]:
        return {len(list(edition.body.blocks)) for edition in release.editions.values()}

    several = [release for release in loaded.releases if len(release.editions) > 1]
    unequal = [release.id for release in several if len(counts(release)) > 1]
    assert unequal == ["2025-08-20-joint-statement-spawning-grounds"]


def test_people_hold_the_office_of_the_day(loaded: Loaded) -> None:
    def role(id_: str, person: str) -> str:
        return next(one.role.root["en"] for one in _release(loaded, id_).record.participants if one.person == person)

    assert role("2024-06-05-hydrographic-agreement-brannoch", "amina-verel").startswith("Minister of Foreign Affairs")
    assert role("2024-10-15-visit-brannoch", "amina-verel") == "Prime Minister"
    assert role("2024-05-07-search-rescue-first-session", "sofie-lindgarde") == "Minister of Maritime Affairs"
    assert role("2025-03-04-congratulation-lindgarde", "sofie-lindgarde") == "Minister for External Relations"


def test_participants_are_given_by_id_and_written_out(loaded: Loaded) -> None:
    participants = [one for release in loaded.releases for one in release.record.participants]
    written_out = next(one for one in loaded.releases if one.id == "2024-04-16-joint-statement-ostrelle")
    assert written_out.record.participants[0].person == "amina-verel"
    assert any(one.person for one in participants)
    assert any(not one.person and one.name for one in participants)
    assert any(not one.name and one.organisation for one in participants)


def test_every_person_of_the_register_has_a_part_or_an_office(loaded: Loaded) -> None:
    taking_part = {one.person for release in loaded.releases for one in release.record.participants if one.person}
    # The former Prime Minister is only spoken of.
    assert set(loaded.register.people) - taking_part == {"tomas-ardent"}
    assert all(person.terms for person in loaded.register.people.values())


def test_the_register_has_all_its_lists_in_three_languages(loaded: Loaded) -> None:
    register = loaded.register
    for list_ in type(register).model_fields:
        entries = getattr(register, list_)
        assert entries
        for id_, entry in entries.items():
            assert set(entry.names.root) == set(LANGUAGES), id_
    assert any(topic.parent for topic in register.topics.values())
    assert [contact.end for contact in register.contacts.values() if contact.end] == [date(2024, 6, 30)]


def test_some_releases_are_one_of_a_series(loaded: Loaded) -> None:
    series = Archive.of(loaded, NOW).groups[SERIES]
    assert {one.subject.id: len(one.releases) for one in series} == {
        "chair-of-2023": 3,
        "commission-for-search-and-rescue": 2,
        "spokespersons-briefings": 2,
    }
    assert loaded.register.series["chair-of-2023"].end == date(2023, 12, 31)


def test_no_country_is_a_real_one(loaded: Loaded) -> None:
    named = {country for release in loaded.releases for country in release.record.countries}
    named |= {issuer.country for release in loaded.releases for issuer in release.record.issuers}
    named |= {one.country for release in loaded.releases for one in release.record.participants}
    assert named - {""} == set(loaded.register.countries)
    assert set(loaded.register.countries) == {f"X{letter}" for letter in "ABCDEFGH"} | {"SIRELLE"}


def test_one_draft_and_one_release_under_embargo_are_hidden(loaded: Loaded) -> None:
    archive = Archive.of(loaded, NOW)
    hidden = {release.id for release in loaded.releases} - set(archive.by_id)
    assert hidden == {"2025-12-02-draft-fifteenth-session", "2025-12-16-third-light-vessel"}
    assert set(Archive.of(loaded, NOW, preview=True).previewed.values()) == {Hidden.DRAFT, Hidden.EMBARGO}
    embargoed = _release(loaded, "2025-12-16-third-light-vessel")
    assert embargoed.record.embargo is not None
    assert embargoed.record.embargo.year == 2099
    assert [file.name for file in embargoed.files] == ["light-vessel.jpg"]


def test_one_release_is_withdrawn(loaded: Loaded) -> None:
    withdrawn = [release.id for release in loaded.releases if release.record.status is Status.WITHDRAWN]
    assert withdrawn == ["2024-02-27-consulate-halme"]


def test_its_texts_are_of_real_length(loaded: Loaded) -> None:
    for edition in _editions(loaded):
        words = sum(len(block.text.split()) for block in edition.body.blocks)
        # Arabic joins to a word what the others write apart.
        assert words >= (110 if edition.language == "ar" else 150), (edition.release, edition.language)
    longest = max(sum(len(block.text.split()) for block in edition.body.blocks) for edition in _editions(loaded))
    assert longest > 500


def test_its_files_are_small(loaded: Loaded) -> None:
    files = [file for release in loaded.releases for file in release.files]
    assert len(files) >= 8
    assert {Path(file.name).suffix for file in files} == {".jpg", ".png", ".webp", ".pdf"}
    assert max(file.size for file in files) < LARGEST_PICTURE


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_home_page_says_that_it_is_invented(site: Path, language: str) -> None:
    page = (site / language / "index.html").read_text(encoding="utf-8")
    assert f"<strong>{INVENTED[language]}</strong>" in page


def test_the_built_site_holds_nothing_that_is_hidden(site: Path) -> None:
    assert not list(site.rglob("*third-light-vessel*"))
    assert not list(site.rglob("light-vessel.jpg"))
    for page in site.rglob("*"):
        if page.name.endswith((".html", ".xml", ".json", ".csv", ".jsonl.gz", ".ics")):
            content = page.read_bytes()
            text = (gzip.decompress(content) if page.suffix == ".gz" else content).decode()
            assert "third-light-vessel" not in text, page
            assert "draft-fifteenth-session" not in text, page


def test_the_command_finds_no_problem() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pressgen.cli", "check", "--strict", "--format", "json"],
        cwd=FOLDER,
        env={**os.environ, "PYTHONPATH": str(FOLDER.parent.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout)["problems"] == []
