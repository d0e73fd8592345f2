"""Wrong names of files as people and programs write them, and the names that they should have."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.load.misnamed import edition_meant, original_of
from pressgen.load.names import copy_problem
from pressgen.settings import Settings
from tests.load.project import SETTINGS, Load, english, khmer, reported

TAGS = ("en", "fr", "ar", "km")
CALL = "2026-11-27-call"


@pytest.mark.parametrize(
    "name",
    [
        "2026-11-27-call_fr.md",
        "2026-11-27-call-fr.md",
        "2026-11-27-call fr.md",
        "2026-11-27-call (fr).md",
        "2026-11-27-call.FR.md",
        "2026-11-27-call.fr_FR.md",
        "2026-11-27-call_fr-FR.md",
        "2026-11-27-call.French.md",
        "2026-11-27-call.français.md",
        "2026-11-27-call.fra.md",
        "2026-11-27-call.fr.md.txt",
        "2026-11-27-call.fr.txt",
        "2026-11-27-call.fr.MD",
        "2026-11-27 Call.fr.md",
    ],
)
def test_the_edition_that_a_name_is_meant_for(name: str) -> None:
    assert edition_meant(name, TAGS) == "2026-11-27-call.fr.md"


@pytest.mark.parametrize(
    "name, meant",
    [
        ("a.md.txt", "a.md"),
        ("talks-in-the-no.md", "talks-in-the-no.md"),
        ("fr.md", "fr.md"),
        ("…", ""),
    ],
)
def test_what_is_no_language_belongs_to_the_slug(name: str, meant: str) -> None:
    assert edition_meant(name, TAGS) == meant


COPIES = [
    "Copy of 2026-11-27-call.en.md",
    "Copy (2) of 2026-11-27-call.en.md",
    "Kopie von 2026-11-27-call.en.md",
    "copie de 2026-11-27-call.en.md",
    "نسخة من 2026-11-27-call.en.md",
    "2026-11-27-call.en - Copy.md",
    "2026-11-27-call.en - Copy (3).md",
    "2026-11-27-call - Copie.en.md",
    "2026-11-27-call.en (1).md",
    "2026-11-27-call (12).en.md",
    "2026-11-27-call.en copy.md",
    "2026-11-27-call.en copy 2.md",
    "2026-11-27-call.en (copy).md",
    "2026-11-27-call.en (another copy).md",
    "2026-11-27-call.en (3rd copy).md",
    "2026-11-27-call.en - نسخة.md",
    "2026-11-27-call.en - نسخة (2).md",
    "2026-11-27-call.en – Kopie.md",
]


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_beside_its_original_is_reported_as_that_and_not_published(loading: Load, name: str) -> None:
    loaded = loading({f"{CALL}.en.md": english("slug: 2022-02-15-call"), name: english()})
    (problem,) = loaded.problems
    assert problem.code.id == "PG030"
    assert problem.message == f"this looks like a copy of '{CALL}.en.md', which stands beside it"
    assert problem.hint == "compare the two, and remove one"
    assert [release.id for release in loaded.releases] == ["2022-02-15-call"]


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_alone_may_be_all_there_is(name: str) -> None:
    problem = copy_problem(f"releases/{name}", ())
    assert problem is not None
    assert problem.hint == f"rename it to '{CALL}.en.md' if it is the only one; else remove it"


@pytest.mark.parametrize("name", ["2022-02-15-copyright.en.md", "copy-of-a-letter.en.md", "photo-copy.md", "a-1.en.md"])
def test_a_proper_name_is_no_copy(loading: Load, name: str) -> None:
    assert loading({name: english()}).problems == ()


@given(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True), st.sampled_from(["", ".en", ".fr", ".km"]))
def test_no_proper_name_is_taken_for_a_copy(slug: str, language: str) -> None:
    assert copy_problem(f"releases/{slug}{language}.md", ()) is None


@given(st.text(min_size=1, max_size=80))
def test_any_name_is_read(name: str) -> None:
    meant = edition_meant(name, TAGS)
    assert meant == "" or meant.endswith(".md")
    assert original_of(name) != unicodedata.normalize("NFC", name)


@pytest.mark.parametrize(
    "files, hint",
    [
        ([f"{CALL}.en.md.txt"], f"rename it to '{CALL}.en.md': a release's name ends with .md"),
        ([f"{CALL}.en.txt"], f"rename it to '{CALL}.en.md': a release's name ends with .md"),
        ([f"{CALL}.txt"], f"rename it to '{CALL}.md': a release's name ends with .md"),
        (["a.en.md", "a.en.md.txt"], "'a.en.md' stands beside it: compare the two, and remove one"),
        (["a.en.md", "a.en.md~"], "it looks like a copy of 'a.en.md': compare the two, and remove one"),
        (["a.en.md.bak"], "it looks like a copy: rename it to 'a.en.md' if it is the only one; else remove it"),
        (
            ["notes.txt"],
            "put the files of a release into a folder beside it",
        ),
    ],
)
def test_what_a_stray_file_is_meant_to_be(loading: Load, files: list[str], hint: str) -> None:
    (problem,) = loading({name: english() for name in files}).problems
    assert problem.code.id == "PG037"
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize(
    "name, code, hint",
    [
        ("a.fr_FR.md", "PG024", "rename the file to 'a.fr.md'"),
        ("a.FR.md", "PG025", "rename the file to 'a.fr.md'"),
        ("a.french.md", "PG024", "rename the file to 'a.fr.md'"),
        ("a b.FR.md", "PG025", "rename the file to 'a-b.fr.md'"),
        ("a_fr.md", "PG030", "rename it to 'a.fr.md'"),
    ],
)
def test_a_language_that_is_written_otherwise(loading: Load, name: str, code: str, hint: str) -> None:
    settings = Settings.model_validate({**SETTINGS.model_dump(), "languages": ("en", "fr", "km")})
    reported = [(problem.code.id, problem.hint) for problem in loading({name: english()}, settings).problems]
    assert (code, hint) in reported


def test_a_name_that_is_anothers_and_a_language_is_asked_about(loading: Load) -> None:
    (problem,) = loading({"a.en.md": english(), "a-km.md": english()}).problems
    assert (problem.code.id, problem.hint) == ("PG075", "is it that release in Khmer? Then rename it to 'a.km.md'")
    files = {
        "a.en.md": english(),
        "a.km.md": khmer(),
        "a-km.md": english(),
        "a-copy.md": english(),
        "b-km.md": english(),
    }
    assert reported(loading(files)) == [("a-copy.md:1:1", "PG075"), ("a-km.md:1:1", "PG075")]


@pytest.mark.parametrize(
    "name, meant",
    [
        ("2026-11-28-call-norway.km.md", "2026-11-27-call-norway.km.md"),
        ("2026-11-27-cal-norway.km.md", "2026-11-27-call-norway.km.md"),
        ("2026-11-27-call-to-norway.km.md", "2026-11-27-call-norway.km.md"),
        ("2026-11-27-call-norway-km.md", "2026-11-27-call-norway.km.md"),
        ("2026-11-27-call-norway-km.km.md", "2026-11-27-call-norway.km.md"),
        ("2026-11-27-aid-to-flooded-provinces.km.md", ""),
        ("2026-11-28-visit-of-the-king.km.md", ""),
    ],
)
@pytest.mark.parametrize("lines", [(), ("translation: courtesy",)])
def test_a_translation_with_a_slip_in_its_name(loading: Load, name: str, meant: str, lines: tuple[str, ...]) -> None:
    original = english().replace("2022-02-15", "2026-11-27")
    other = {"2026-11-27-visit.en.md": original, "2026-11-27-visit.km.md": khmer()}
    loaded = loading({"2026-11-27-call-norway.en.md": original, name: khmer(*lines), **other})
    if not meant:
        assert {problem.code.id for problem in loaded.problems} == {"PG027" if lines else "PG019"}
        return
    (problem,) = loaded.problems
    assert problem.code.id == "PG027"
    assert f"is it the translation of {meant.removesuffix('.km.md')}? Then rename it to '{meant}'" in problem.hint


@pytest.mark.parametrize(
    "names, hint",
    [
        (["topics.yaml"], "rename it to 'topics.yml'"),
        (["Topics.yml.txt"], "rename it to 'topics.yml'"),
        (["Copy of topics.yml", "topics.yml"], "'topics.yml' stands beside it: compare the two, and remove one"),
        (["topics (1).yml", "topics.yml"], "'topics.yml' stands beside it: compare the two, and remove one"),
        (["themes.yml"], "the register's files are people.yml, countries.yml"),
    ],
)
def test_files_of_the_register(loading: Load, names: list[str], hint: str) -> None:
    (problem,) = loading({f"register/{name}": "a: {names: A}\n" for name in names}).problems
    assert problem.code.id == "PG037"
    assert problem.hint.startswith(hint)


def test_the_day_of_the_name_is_proposed_for_the_date(loading: Load) -> None:
    loaded = loading({"2026-11-27-a.en.md": "---\ntitle: A\nkind: readout\n---\n\nText.\n"})
    assert [problem.hint for problem in loaded.problems] == ["add a line `date: 2026-11-27`"]
