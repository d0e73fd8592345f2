"""Offices as releases write them: the register's, longer or shorter, or another."""

import pytest

from pressgen.load.offices import is_past, same_office

SAME = [
    ("Minister of Foreign Affairs of the Kingdom of Norway", "Minister of Foreign Affairs"),
    ("Minister for Foreign Affairs", "Minister of Foreign Affairs"),
    ("Foreign Minister", "Minister of Foreign Affairs"),
    ("Minister of External Affairs", "Foreign Minister"),
    ("Federal Minister for European and International Affairs", "Minister for European and International Affairs"),
    ("Deputy Prime Minister and Minister of Foreign Affairs", "Minister of Foreign Affairs"),
    ("Deputy Prime Minister, Minister of Foreign Affairs and International Cooperation", "Minister of Foreign Affairs"),
    ("Foreign Secretary", "Secretary of State for Foreign, Commonwealth and Development Affairs"),
    ("Minister of Foreign Affairs and Trade", "Minister of Foreign Affairs and Cooperation"),
    ("Ambassador Extraordinary and Plenipotentiary of Norway to Cambodia", "Ambassador to Cambodia"),
    ("Minister", "Minister of Foreign Affairs"),
    ("MFA", "Minister of Foreign Affairs"),
    ("President of the Republic", "President"),
    ("Ministre de l’Europe et des Affaires étrangères", "ministre des affaires étrangères"),
    ("Ambassadrice de France", "Ambassadeur de France"),
    ("Ministra de Relaciones Exteriores", "Ministro de Relaciones Exteriores"),
    ("وزير الخارجية والتعاون الدولي", "وزير الخارجية"),
    ("نائب رئيس الوزراء ووزير الخارجية", "وزير الخارجية"),
    ("រដ្ឋមន្ត្រីក្រសួងការបរទេស និងសហប្រតិបត្តិការអន្តរជាតិ", "រដ្ឋមន្ត្រីការបរទេស"),
    ("ឧបនាយករដ្ឋមន្ត្រី រដ្ឋមន្ត្រីក្រសួងការបរទេស", "រដ្ឋមន្ត្រី\u200bការបរទេស"),
    ("Norwegian Foreign Minister", "Minister of Foreign Affairs"),
    ("Foreign Minister of the Russian Federation", "Minister of Foreign Affairs"),
    ("UK Foreign Secretary and Minister for Women and Equalities",
     "Secretary of State for Foreign, Commonwealth and Development Affairs"),
    ("EU High Representative/Vice-President",
     "High Representative of the Union for Foreign Affairs and Security Policy"),
    ("Deputy Prime Minister/Minister of Foreign Affairs", "Minister of Foreign Affairs"),
    ("Prif Weinidog Cymru", "Y Prif Weinidog"),
]  # fmt: skip
OTHERS = [
    ("Deputy Minister of Foreign Affairs and International Cooperation",
     "Minister of Foreign Affairs and International Cooperation"),
    ("Ambassador for International Cooperation", "Minister of Foreign Affairs and International Cooperation"),
    ("Deputy Minister of Foreign Affairs", "Minister of Foreign Affairs"),
    ("Vice-Minister of Foreign Affairs", "Minister of Foreign Affairs"),
    ("Deputy Foreign Minister", "Minister of Foreign Affairs"),
    ("Minister of State for Foreign Affairs", "Minister of Foreign Affairs"),
    ("Deputy Prime Minister", "Prime Minister"),
    ("Prime Minister", "Minister of Foreign Affairs"),
    ("Minister of Defence", "Minister of Foreign Affairs"),
    ("State Secretary", "Minister of Foreign Affairs"),
    ("Ambassador", "Minister of Foreign Affairs"),
    ("Vice President", "President"),
    ("Ministre des Armées", "Ministre des Affaires étrangères"),
    ("vice-ministre des Affaires étrangères", "ministre des Affaires étrangères"),
    ("Viceministro de Relaciones Exteriores", "Ministro de Relaciones Exteriores"),
    ("نائب وزير الخارجية", "وزير الخارجية"),
    ("وزير الدفاع", "وزير الخارجية"),
    ("Министр обороны", "Министр иностранных дел"),
    ("Заместитель министра иностранных дел", "Министр иностранных дел"),
    ("ឧបនាយករដ្ឋមន្ត្រី", "នាយករដ្ឋមន្ត្រី"),
    ("外交部副部长", "外交部长"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "known"), SAME)
def test_an_office_in_other_words(written: str, known: str) -> None:
    assert same_office(written, known)
    assert same_office(known, written)


@pytest.mark.parametrize(("written", "known"), OTHERS)
def test_another_office(written: str, known: str) -> None:
    assert not same_office(written, known)
    assert not same_office(known, written)


@pytest.mark.parametrize(
    "role",
    ["former Minister", "then Foreign Minister", "Ambassador-designate", "ancienne ministre", "وزير الخارجية السابق",
     "អតីតរដ្ឋមន្ត្រី"],
)  # fmt: skip
def test_an_office_that_is_over_or_to_come(role: str) -> None:
    assert is_past(role)
    assert not is_past("Minister of Foreign Affairs")
