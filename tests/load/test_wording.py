"""Words missing in a language that shows them, texts that are said to be equals, countries without names."""

import pytest

from pressgen.problems import Problem
from pressgen.settings import Settings
from tests.load.project import SETTINGS, Load, english, khmer, reported

FOUR = Settings.model_validate({**SETTINGS.model_dump(), "languages": ("en", "km", "fr", "en-GB"), "ignore": {}})
NAME = "2022-02-15-a"


def french(*lines: str) -> str:
    return "\n".join(("---", "title: A", *lines, "---", "", "Les ministres se sont rencontrés.", ""))


def release(*lines: str, en: tuple[str, ...] = (), fr: tuple[str, ...] = ()) -> dict[str, str]:
    return {f"{NAME}.en.md": english(*en, *lines), f"{NAME}.fr.md": french(*fr)}


def problems_in(loading: Load, files: dict[str, str]) -> list[Problem]:
    return [problem for problem in loading(files, FOUR).problems if problem.code.id == "PG076"]


PERSON = ("participants:", "  - {name: Ann Lee, honorific: H.E., role: Minister of Trade, country: NO}")


@pytest.mark.parametrize(
    "lines, fr, missing",
    [
        ((), (), []),
        (PERSON, (), ["participants[1].honorific", "participants[1].role"]),
        (PERSON, ("participants:", "  - {role: Ministre, honorific: S.E.}"), []),
        (PERSON, ("participants:", "  - {role: Ministre}"), ["participants[1].honorific"]),
        (("participants: [{name: Ann Lee, country: NO}]",), (), []),
        (("participants: [{name: ប្រាក់ សុខុន}]",), (), ["participants[1].name"]),
        (("participants: [{name: {en: A, fr: B}, role: {en: C, fr: D}}]",), (), []),
        (("event: {date: 2022-02-14, place: Palace of the Republic}",), (), ["event.place"]),
        (("event: {date: 2022-02-14, place: Phnom Penh}",), (), []),
        (("event: {date: 2022-02-14, place: {en: Geneva, fr: Genève}}",), (), []),
        (("event: {date: 2022-02-14, occasion: A call}",), (), ["event.occasion"]),
        (("event: {date: 2022-02-14, occasion: A call}",), ("event: {occasion: Un appel}",), []),
        (("corrections: [{date: 2022-02-16, note: A name}]",), (), ["corrections[1].note"]),
        (("withdrawn: {date: 2022-02-16, reason: An error}",), (), ["withdrawn.reason"]),
        (("issuer: {name: Another ministry}",), (), ["issuer[1].name"]),
        (("issuer: {name: {en: Another ministry, fr: Un autre ministère}}",), (), []),
        (("place: Hall of the Nations",), (), ["place"]),
        (("place: Hall of the Nations",), ("place: Salle des Nations",), []),
        (("place: Geneva",), (), []),
    ],
)
def test_words_of_a_release_that_a_translation_lacks(
    loading: Load, lines: tuple[str, ...], fr: tuple[str, ...], missing: list[str]
) -> None:
    problems = problems_in(loading, release(*lines, fr=fr))
    if not missing:
        assert problems == []
        return
    (problem,) = problems
    assert str(problem.place) == f"releases/{NAME}.fr.md:1:1"
    named = ", ".join(f"`{one}`" for one in missing)
    assert f"has no words in French for {named}, and shows" in problem.message


def test_a_variety_of_the_same_language_lacks_nothing(loading: Load) -> None:
    files = {f"{NAME}.en.md": english(*PERSON, "place: Hall of the Nations"), f"{NAME}.en-GB.md": french()}
    assert problems_in(loading, files) == []


def test_many_missing_words_are_reported_once(loading: Load) -> None:
    lines = ["participants:", *(f"  - {{name: A{n}, role: Minister, country: NO}}" for n in range(40))]
    (problem,) = problems_in(loading, release(*lines))
    assert "`participants[6].role` and 34 more, and shows" in problem.message


REGISTER = {
    "register/people.yml": (
        "ann:\n  names: {en: Ann Lee, km: ក}\n  honorific: {en: H.E., km: ខ, fr: S.E.}\n"
        "  terms: [{role: {en: Minister, km: គ}, country: NO}]\nbob: {names: {en: Bob}}\n"
    ),
    "register/organisations.yml": "un: {names: United Nations}\n",
    "register/topics.yml": "a: {names: {en: A, km: A}, parent: b}\nb: {names: {en: B}}\nc: {names: {en: C}}\n",
    "register/countries.yml": "MM: {names: {en: Myanmar, km: ក}}\nLA: {names: {en: Laos}}\n",
    "register/contacts.yml": "press: {names: {en: P, km: P, fr: P}, role: {en: day and night, fr: jour et nuit}}\n",
}


def test_entries_of_the_register_that_are_shown(loading: Load) -> None:
    lines = ("participants: [{person: ann}]", "organisations: un", "topics: a", "countries: MM", "contacts: press")
    problems = problems_in(loading, {**REGISTER, f"{NAME}.en.md": english(*lines)})
    assert [(str(one.place).removeprefix("releases/register/"), one.hint) for one in problems] == [
        ("contacts.yml:1:45", "add `km: …`"),
        ("countries.yml:1:13", "add `fr: …`"),
        ("people.yml:4:18", "add `fr: …`"),
        ("topics.yml:1:12", "add `fr: …`"),
        ("topics.yml:2:12", "add `km: …`, `fr: …`"),
    ]


def test_entries_that_no_release_names_are_not_checked(loading: Load) -> None:
    assert problems_in(loading, {**REGISTER, f"{NAME}.en.md": english()}) == []


# Authentic texts


def authentic(loading: Load, km: str, *lines: str, body: str = "1. A.\n\n2. B.\n\n3. C.") -> list[str]:
    loaded = loading({f"{NAME}.en.md": english("authoritative: [en, km]", *lines, body=body), f"{NAME}.km.md": km})
    return [f"{problem.place} {problem.message}".removeprefix("releases/") for problem in loaded.problems]


@pytest.mark.parametrize("body", ["1. ក\n\n2. ខ\n\n3. គ", "១. ក\n\n២. ខ\n\n៣. គ", "ក\n\n១. ក\n\n២. ខ\n\n៣. គ"])
def test_texts_of_one_length_are_equals(loading: Load, body: str) -> None:
    assert authentic(loading, khmer(body=body)) == []


def test_a_text_of_another_length_is_reported(loading: Load) -> None:
    assert authentic(loading, khmer(body="១. ក\n\n២. ខ")) == [
        f"{NAME}.km.md:1:1 2 numbered paragraphs here, and 3 in the original: both texts are said to be authentic"
    ]
    assert authentic(loading, khmer(body="ក\n\nខ"), body="A.") == [
        f"{NAME}.km.md:1:1 2 paragraphs here, and 1 in the original: both texts are said to be authentic"
    ]


@pytest.mark.parametrize("translation", ["courtesy", "provisional", "machine"])
def test_a_translation_that_calls_itself_less_is_reported(loading: Load, translation: str) -> None:
    assert authentic(loading, khmer(f"translation: {translation}", body="1. A")) == [
        (
            f"{NAME}.km.md:3:14 this is a {translation} translation, "
            f"and releases/{NAME}.en.md:5 says that its text is authentic"
        )
    ]


def test_a_language_without_an_edition_is_reported_once(loading: Load) -> None:
    assert reported(loading({f"{NAME}.en.md": english("authoritative: [en, km]")})) == [(f"{NAME}.en.md:5:21", "PG077")]
    unreadable = {f"{NAME}.en.md": english("authoritative: [en, km]"), f"{NAME}.km.md": ""}
    assert reported(loading(unreadable)) == [(f"{NAME}.km.md:1:1", "PG002")]
    unknown = {f"{NAME}.en.md": english("authoritative: [en, de]"), f"{NAME}.km.md": khmer()}
    assert reported(loading(unknown)) == [(f"{NAME}.en.md:5:21", "PG024")]


def test_what_is_not_said_to_be_authentic_is_not_compared(loading: Load) -> None:
    files = {f"{NAME}.en.md": english(body="1. A.\n\n2. B."), f"{NAME}.km.md": khmer("translation: courtesy")}
    assert reported(loading(files)) == []


# Countries


def test_a_code_without_a_name_is_reported_where_it_first_stands(loading: Load) -> None:
    files = {
        "a.en.md": english("countries: [NO, XV]"),
        "b.en.md": english("participants: [{name: A, country: XV}, {name: B, country: XW}]", "countries: [XK]"),
    }
    loaded = loading(files)
    assert reported(loaded) == [("a.en.md:5:17", "PG080"), ("b.en.md:5:59", "PG080")]
    assert loaded.problems[0].hint == "add it to register/countries.yml: `XV: {names: {en: …, km: …}}`"
    names = {"register/countries.yml": "XV: {names: V}\nXW: {names: W}\n"}
    assert reported(loading({**files, **names})) == []


@pytest.mark.parametrize(
    "country, state, expected",
    [
        ("XV", {}, [("a.en.md:5:35", "PG080")]),
        ("XV", {"en": "Veldoria", "km": "វ"}, []),
        ("Veldoria", {}, [("mkdocs.yml:1:1", "PG012"), ("a.en.md:5:35", "PG080")]),
    ],
)
def test_the_ministrys_own_country(
    loading: Load, country: str, state: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    issuer = {**SETTINGS.issuer.model_dump(), "country": country, "state": state}
    settings = Settings.model_validate({**SETTINGS.model_dump(), "issuer": issuer})
    files = {"a.en.md": english("participants: [{name: A, country: XV}]")}
    loaded = loading(files, settings)
    assert [(place.removeprefix("releases/"), code) for place, code in reported(loaded)] == expected
    own = [problem.hint for problem in loaded.problems if "`state:" in problem.hint]
    assert bool(own) == (country == "XV" and not state)
