"""Participants and the register: who is linked to whom, and which problems are reported."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.load import Loaded
from pressgen.load.offices import same_office
from pressgen.load.spelling import fits, nearly, spelling
from tests.growth import TIMES, grows_with_its_input
from tests.load.project import Load, english, khmer, reported, words_of

PEOPLE = """\
anniken-huitfeldt:
  names: {en: Anniken Huitfeldt, km: អានីកេន ហ៊ុយតហ្វែល}
  variants: [Annichen Huitfeldt]
  honorific: {en: Her Excellency, km: លោកជំទាវ}
  terms:
    - {role: {en: Minister of Labour, km: រដ្ឋមន្ត្រីការងារ}, country: NO, from: 2012-09-21, to: 2013-10-16}
    - {role: {en: Minister of Foreign Affairs, km: រដ្ឋមន្ត្រីការបរទេស}, country: NO, from: 2021-10-14, to: 2023-10-16}
espen-barth-eide:
  names: {en: Espen Barth Eide}
  terms: [{role: {en: Minister of Foreign Affairs}, country: NO, from: 2023-10-16}]
prak-sokhonn:
  names: {en: PRAK Sokhonn, km: ប្រាក់ សុខុន}
  terms: [{role: {en: Minister of Foreign Affairs and International Cooperation}, country: KH, from: 2016-04-05}]
antonio-guterres:
  names: {en: António Guterres}
  terms: [{role: {en: Secretary-General}, organisation: un, from: 2017-01-01}]
kim-a: {names: {en: Kim Sora}, terms: [{role: {en: Ambassador}, country: KR}]}
kim-b: {names: {en: Kim Sora}, terms: [{role: {en: Ambassador}, country: KP}]}
kim-c: {names: {en: Kim Sora}, terms: [{role: {en: Ambassador}, country: KP}]}
nobody-knows: {names: {en: Jane Roe}}
"""
REGISTER = {"register/people.yml": PEOPLE, "register/organisations.yml": "un: {names: United Nations}\n"}


def release(*participants: str, issued: str = "2022-02-15") -> str:
    text = english("participants:", *(f"  - {{{one}}}" for one in participants))
    return text.replace("2022-02-15", issued)


def linked(loaded: Loaded) -> list[str]:
    return [one.person for one in loaded.releases[0].record.participants]


@pytest.mark.parametrize(
    ("participant", "person"),
    [
        ("name: Anniken Huitfeldt, country: NO", "anniken-huitfeldt"),
        ("name: H.E. Ms Anniken HUITFELDT, country: NO", "anniken-huitfeldt"),
        ("name: HUITFELDT Anniken", "anniken-huitfeldt"),
        ("name: Annichen Huitfeldt, country: NO", "anniken-huitfeldt"),
        ("name: អានីកេនហ៊ុយតហ្វែល, country: NO", "anniken-huitfeldt"),
        ("name: A. Huitfeldt, country: NO, role: Foreign Minister", "anniken-huitfeldt"),
        ("name: Anniken S. Huitfeldt, country: NO", "anniken-huitfeldt"),
        ("name: Anniken Huitfeldt, role: Minister of Foreign Affairs of the Kingdom of Norway, country: NO",
         "anniken-huitfeldt"),
        ("name: Anniken Huitfeldt, role: former Minister of Labour, country: NO", "anniken-huitfeldt"),
        ("name: Anniken Huitfeldt, role: Head of Delegation, country: NO", "anniken-huitfeldt"),
        ("name: His Excellency Sokhonn Prak, country: KH", "prak-sokhonn"),
        ("name: Antonio Guterres, organisation: un, role: Secretary-General of the United Nations", "antonio-guterres"),
        ("name: António Guterres, country: PT", "antonio-guterres"),
        ("name: Kim Sora, country: KR", "kim-a"),
        ("name: Jane Roe, country: US, role: Ambassador", "nobody-knows"),
        ("name: Anniken Hansen, country: NO", ""),
        ("name: A. Huitfeldt, country: SE", ""),
        ("name: A. Huitfeldt, country: NO, role: Ambassador", ""),
        ("name: Huitfeldt, country: NO", ""),
        ("name: Barth Anniken, country: SE", ""),
        ("name: The Ministers", ""),
    ],
)  # fmt: skip
def test_who_is_linked_without_a_word(loading: Load, participant: str, person: str) -> None:
    loaded = loading({**REGISTER, "x.en.md": release(participant)})
    assert linked(loaded) == [person]
    assert reported(loaded) == []


@pytest.mark.parametrize(
    ("participant", "code", "column"),
    [
        ("name: Kim Sora, country: KP", "PG054", 12),
        ("name: Kim Sora", "PG054", 12),
        ("name: Aniken Huitfeldt, country: NO", "PG055", 12),
        ("name: Prak Sokhon, country: KH", "PG055", 12),
        ("name: ប្រាក់ សុខុនន, country: KH", "PG055", 12),
        ("person: anniken-huitfeldt, name: Somebody Else", "PG055", 39),
        ("name: Anniken Huitfeldt, role: Minister of Labour, country: NO", "PG056", 37),
        ("name: Anniken Huitfeldt, role: Deputy Minister of Foreign Affairs, country: NO", "PG056", 37),
        ("name: Anniken Huitfeldt, country: SE", "PG056", 40),
        ("person: espen-barth-eide", "PG056", 14),
        ("name: Espen Barth Eide, role: Minister, country: NO", "PG056", 36),
        ("person: anniken-huitfeldt, role: Minister of Labour", "PG056", 39),
    ],
)
def test_what_is_at_odds_with_the_register(loading: Load, participant: str, code: str, column: int) -> None:
    loaded = loading({**REGISTER, "x.en.md": release(participant)})
    assert [(problem.code.id, problem.place.line) for problem in loaded.problems] == [(code, 6)]
    assert loaded.problems[0].place.column == column
    assert "releases/register/people.yml:" in loaded.problems[0].message


def test_who_stands_for_another_country_is_not_linked_before_somebody_says_so(loading: Load) -> None:
    named = "name: Anniken Huitfeldt, country: SE"
    assert linked(loading({**REGISTER, "x.en.md": release(named)})) == [""]
    assert linked(loading({**REGISTER, "x.en.md": release(f"{named}, person: anniken-huitfeldt")})) == [
        "anniken-huitfeldt"
    ]


def test_both_places_are_named(loading: Load) -> None:
    loaded = loading({**REGISTER, "x.en.md": release("name: Anniken Huitfeldt, role: Minister of Labour")})
    assert loaded.problems[0].message == (
        "'Minister of Labour' is 'Minister of Foreign Affairs' on 2022-02-15 in the register, "
        "releases/register/people.yml:7"
    )


@pytest.mark.parametrize(("issued", "codes"), [("2023-10-16", []), ("2023-10-17", ["PG056"]), ("2012-12-24", [])])
def test_the_day_of_issue_decides(loading: Load, issued: str, codes: list[str]) -> None:
    role = "Minister of Labour" if issued < "2014" else "Minister of Foreign Affairs"
    loaded = loading({**REGISTER, "x.en.md": release(f"name: Anniken Huitfeldt, role: {role}", issued=issued)})
    assert [problem.code.id for problem in loaded.problems] == codes


def test_an_event_before_the_handover_is_reported_after_it(loading: Load) -> None:
    text = english(
        "event: {date: 2023-10-15}", "participants: [{name: Anniken Huitfeldt, role: Foreign Minister, country: NO}]"
    ).replace("2022-02-15", "2023-10-18")
    assert loading({**REGISTER, "x.en.md": text}).problems == ()


def test_a_translation_has_the_registers_words_where_it_has_none(loading: Load) -> None:
    participants = "participants: [{name: Anniken Huitfeldt, role: Foreign Minister, country: NO}]"
    loaded = loading({**REGISTER, "x.en.md": english(participants), "x.km.md": khmer()})
    (participant,) = loaded.releases[0].record.participants
    assert words_of(participant, "en") == ("", "Anniken Huitfeldt", "Foreign Minister")
    assert words_of(participant, "km") == ("", "អានីកេន ហ៊ុយតហ្វែល", "រដ្ឋមន្ត្រីការបរទេស")
    assert participant.person == "anniken-huitfeldt"


def test_another_office_than_the_registers_has_none_of_its_words(loading: Load) -> None:
    text = english("participants:", "  - {person: anniken-huitfeldt, role: Acting Minister}")
    (participant,) = loading({**REGISTER, "x.en.md": text}).releases[0].record.participants
    assert participant.role.root == {"en": "Acting Minister"}


def test_a_participant_keeps_the_offices_held_on_the_days_of_the_release(loading: Load) -> None:
    event = "event: {start: 2013-10-16, end: 2022-02-14}"
    for lines, offices in (("", ["Foreign Affairs"]), (event, ["Labour", "Foreign Affairs"])):
        text = english("participants:", "  - {person: anniken-huitfeldt}", *filter(None, [lines]))
        (participant,) = loading({**REGISTER, "x.en.md": text}).releases[0].record.participants
        assert [office.root["en"] for office in participant.offices] == [f"Minister of {office}" for office in offices]
        assert participant.role.root == {"en": "Minister of Foreign Affairs", "km": "រដ្ឋមន្ត្រីការបរទេស"}


def test_editions_that_name_two_people_are_reported(loading: Load) -> None:
    names = "participants: [{name: PRAK Sokhonn, country: KH}, {name: Anniken Huitfeldt, country: NO}]"
    swapped = "participants: [{name: អានីកេន ហ៊ុយតហ្វែល}, {name: ប្រាក់ សុខុន}]"
    loaded = loading({**REGISTER, "x.en.md": english(names), "x.km.md": khmer(swapped)})
    assert {problem.code.id for problem in loaded.problems} == {"PG054"}
    assert {problem.place.path for problem in loaded.problems} == {"releases/x.km.md"}
    assert linked(loaded) == ["", ""]


def test_a_role_is_compared_in_its_own_language(loading: Load) -> None:
    names = "participants: [{name: Anniken Huitfeldt, role: Foreign Minister, country: NO}]"
    wrong = "participants: [{name: អានីកេន ហ៊ុយតហ្វែល, role: រដ្ឋមន្ត្រីការងារ}]"
    loaded = loading({**REGISTER, "x.en.md": english(names), "x.km.md": khmer(wrong)})
    assert [(str(problem.place), problem.code.id) for problem in loaded.problems] == [
        ("releases/x.km.md:3:49", "PG056")
    ]


@pytest.mark.parametrize(
    ("terms", "lines"),
    [
        ("{role: A, country: NO, from: 2010-01-01, to: 2012-01-01}|{role: A, country: NO, from: 2012-01-01}", []),
        ("{role: A, country: NO, from: 2010-01-01, to: 2012-01-01}|{role: a, country: NO, from: 2011-12-31}", [5]),
        ("{role: A, country: NO, from: 2010-01-01}|{role: B, country: NO, from: 2011-12-31}", []),
        ("{role: A, country: NO, from: 2010-01-01}|{role: B, country: SE, from: 2011-12-31}", [5]),
        ("{role: A, country: NO}|{role: A, organisation: un}", []),
        ("{role: A, country: NO}|{role: A, country: NO}", [5]),
    ],
)
def test_terms_that_overlap(loading: Load, terms: str, lines: list[int]) -> None:
    people = "x:\n  names: X\n  terms:\n" + "".join(f"    - {term}\n" for term in terms.split("|"))
    loaded = loading({**REGISTER, "register/people.yml": people, "x.en.md": english()})
    assert reported(loaded) == [(f"register/people.yml:{line}:7", "PG057") for line in lines]


def test_a_contact_no_longer_in_force(loading: Load) -> None:
    contacts = {"register/contacts.yml": "press: {names: Press, to: 2022-02-14}\nnew: {names: New, to: 2022-02-15}\n"}
    loaded = loading({**contacts, "x.en.md": english("contacts: [new, press]")})
    assert reported(loaded) == [("x.en.md:5:17", "PG058")]
    assert "releases/register/contacts.yml:1" in loaded.problems[0].message


COUNTRIES = """\
SZ:
  names: {en: Eswatini, fr: Eswatini}
  official: {en: Kingdom of Eswatini}
  former:
    - {names: {en: Swaziland, fr: Swaziland}, official: {en: Kingdom of Swaziland}, until: 2018-04-18}
TR:
  names: {en: Türkiye, fr: Turquie}
  former: [{names: {en: Turkey}, until: 2022-06-01}]
CD:
  names: {en: Democratic Republic of the Congo}
  former:
    - {names: {en: Zaire}, until: 1997-05-16}
    - {names: {en: Belgian Congo}, until: 1960-06-29}
"""


@pytest.mark.parametrize(
    ("code", "language", "day", "name"),
    [
        ("SZ", "en", date(2018, 4, 18), "Swaziland"),
        ("SZ", "en", date(2018, 4, 19), "Eswatini"),
        ("TR", "en", date(2022, 6, 1), "Turkey"),
        ("TR", "fr", date(2022, 6, 1), "Turquie"),
        ("TR", "en", date(2022, 6, 2), "Türkiye"),
        ("CD", "en", date(1950, 1, 1), "Belgian Congo"),
        ("CD", "en", date(1997, 5, 16), "Zaire"),
        ("CD", "en", date(2000, 1, 1), "Democratic Republic of the Congo"),
    ],
)
def test_names_of_countries_by_day(loading: Load, code: str, language: str, day: date, name: str) -> None:
    loaded = loading({"register/countries.yml": COUNTRIES, "x.en.md": english()})
    assert reported(loaded) == []
    assert loaded.register.countries[code].names_on(day).in_language(language).text == name


@pytest.mark.parametrize(
    "former", ["[{names: {en: A}}]", "[{names: {en: A}, until: soon}]",
               "[{names: {en: A}, until: 2020-01-01}, {names: {en: B}, until: 2020-01-01}]"],
)  # fmt: skip
def test_former_names_need_an_end_of_their_own(loading: Load, former: str) -> None:
    loaded = loading({"register/countries.yml": f"TR:\n  names: {{en: T}}\n  former: {former}\n", "x.en.md": english()})
    assert [str(problem.place).rpartition(":")[0] for problem in loaded.problems][:1] != []
    assert {problem.place.path for problem in loaded.problems} == {"releases/register/countries.yml"}


@pytest.mark.parametrize(
    ("participant", "lone"),
    [
        ("honorific: H.E. Ms., role: Ambassador of Norway, country: NO", True),
        ("honorific: Her Excellency, country: NO", True),
        ("honorific: H.E. Ms., name: Jane Roe", False),
        ("honorific: H.E. Ms., person: anniken-huitfeldt, role: Minister of Foreign Affairs", False),
        ("role: Ambassador of Norway, country: NO", False),
    ],
)
def test_an_honorific_before_no_name_is_reported_and_kept(loading: Load, participant: str, lone: bool) -> None:
    loaded = loading({**REGISTER, "x.en.md": release(participant)})
    assert reported(loaded) == ([("x.en.md:6:17", "PG067")] if lone else [])
    if lone:
        assert loaded.releases[0].record.participants[0].honorific.in_language("en").text.startswith("H")


@pytest.mark.parametrize(
    ("participant", "code", "name"),
    [
        (
            "name: Anniken Huitfeldt, role: Mini\u00adster of Foreign Affairs, country: NO",
            "PG056",
            "soft hyphen, U+00AD",
        ),
        ("name: Jane Roe, country: N\u200eO", "PG012", "left-to-right mark, U+200E"),
        ("person: anniken\u00ad-huitfeldt", "PG032", "soft hyphen, U+00AD"),
    ],
)
def test_what_differs_by_an_invisible_character_is_reported_with_its_name(
    loading: Load, participant: str, code: str, name: str
) -> None:
    loaded = loading({**REGISTER, "x.en.md": release(participant)})
    (problem,) = loaded.problems
    assert problem.code.id == code
    assert name in problem.hint


def test_the_register_of_the_manual_is_right(loading: Load) -> None:
    page = (Path(__file__).parents[2] / "docs" / "manual" / "register.md").read_text(encoding="utf-8")
    samples = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    files = {found[1]: sample for sample in samples if (found := re.match(r"# releases/(\S+)", sample))}
    assert len(files) == 6
    participants = [sample for sample in samples if sample.startswith("participants:")]
    for sample in participants:
        loaded = loading({**files, "x.en.md": english(sample.strip(), "contacts: [spokesperson]", "topics: [trade]")})
        assert reported(loaded) == []
        assert set(linked(loaded)) == {"anniken-huitfeldt"}


def test_the_time_for_names_grows_with_them(loading: Load) -> None:
    people = "".join(f"p-{n}: {{names: Ali Hassan Number{n:05}, variants: [អានីកេនហ៊ុយតហ្វែល{n}]}}\n" for n in range(1000))
    long = f"  - {{name: {'ក' * 9000}, role: {'ខ' * 9000}}}\n  - {{name: {'Ali ' * 3000}}}\n"

    def release(number: int) -> str:
        names = "".join(f"  - {{name: Ali Hassan Numbre{n:05}, country: NO}}\n" for n in range(number))
        return english().replace("---\n\n", f"participants:\n{long}{names}---\n\n", 1)

    def read(text: str) -> None:
        loaded = loading({"register/people.yml": people, "x.en.md": text})
        assert loaded.releases, loaded.problems
        assert len(linked(loaded)) == text.count("name: ")

    assert grows_with_its_input(release, read, 1800 // TIMES)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_names_and_offices_can_be_compared(one: str, other: str) -> None:
    ours, theirs = spelling(one), spelling(other)
    assert fits(ours, theirs) == fits(theirs, ours)
    assert nearly(ours, theirs) == nearly(theirs, ours)
    assert same_office(one, other) == same_office(other, one)
