"""Names as the world writes them: the same person's, a slip, or somebody else's."""

import pytest

from pressgen.load.spelling import fits, nearly, spelling


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("H.E. Mr Jonas Gahr Støre", "Jonas Gahr Støre"),
        ("H. E. Jonas Gahr STØRE", "Jonas Gahr Store"),
        ("His Excellency PRAK Sokhonn", "Sokhonn Prak"),
        ("Sokhonn, PRAK", "Prak Sokhonn"),
        ("HE Wang Yi", "WANG Yi"),
        ("S.E.M. Jean-Yves LE DRIAN", "Jean-Yves Le Drian"),
        ("M. Jean‑Yves Le Drian", "Jean Yves Le Drian"),
        ("S.E. Mme Élisabeth Borne", "Elisabeth Borne"),
        ("The Rt Hon. David Lammy", "David Lammy"),
        ("Dame Alice O’Brien", "Alice O'Brien"),
        ("Dr. Sigurður Þórðarson", "Sigurdur Thordarson"),
        ("NGUYỄN Thị Bích-Hà", "Nguyen Thi Bich Ha"),
        ("ឯកឧត្តម ប្រាក់ សុខុន", "ប្រាក់សុខុន"),
        ("ប្រាក់\u200bសុខុន", "ប្រាក់ សុខុន"),
        ("ផ្នភ ฯ", "ផ្នភ ฯ"),
        ("ฯพณฯ นายดอน ปรมัตถ์วินัย", "ดอน ปรมัตถ์วินัย"),
        ("معالي السيد أيمن الصفدي", "ايمن الصفدي"),
        ("سعادة الدكتور أَيْمَن الصفدي", "أيمن الصفدي"),
        ("Г-н Сергей Иванов", "ИВАНОВ Сергей"),
        ("王毅先生", "王毅"),
        ("Anniken Huitfeldt (Norway)", "Anniken Huitfeldt"),
    ],
)
def test_the_same_name(written: str, known: str) -> None:
    assert spelling(written).key == spelling(known).key


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("J. G. Støre", "Jonas Gahr Støre"),
        ("Jonas Støre", "Jonas Gahr Støre"),
        ("STØRE Jonas", "Jonas Gahr Støre"),
        ("Anniken S. Huitfeldt", "Anniken Huitfeldt"),
        ("A. Huitfeldt", "Anniken Huitfeldt"),
        ("Maria Fernanda Espinosa", "María Fernanda Espinosa Garcés"),
        ("Mohammed bin Salman", "Mohammed bin Salman bin Abdulaziz Al Saud"),
        ("Keir Starmer KCB", "Sir Keir Starmer"),
    ],
)
def test_fewer_names_or_initials_fit(written: str, known: str) -> None:
    assert fits(spelling(written), spelling(known))
    assert not nearly(spelling(written), spelling(known))


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Aniken Huitfeldt", "Anniken Huitfeldt"),
        ("Anniken Huitfedlt", "Anniken Huitfeldt"),
        ("PRAK Sokhon", "Prak Sokhonn"),
        ("Prak Sok Khonn", "Prak Sokkhonn"),
        ("Muhammad Ali", "Mohammed Ali"),
        ("ប្រាក់ សុខុនន", "ប្រាក់ សុខុន"),
        ("Сергей Ивановв", "Сергей Иванов"),
    ],
)
def test_a_slip(written: str, known: str) -> None:
    assert nearly(spelling(written), spelling(known))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hun Many", "Hun Manet"),
        ("Li Wei", "Li Wen"),
        ("Daniel Silva", "Daniela Silva"),
        ("Mario Rossini", "Maria Rossini"),
        ("Petr Ivanov", "Petra Ivanova"),
        ("Anniken Hansen", "Anniken Huitfeldt"),
        ("Jan Berg", "Jon Berg"),
        ("Ali", "Ali Hassan"),
        ("Ban Ki-moon", "Park Geun-hye"),
        ("bin Salman", "bin Zayed"),
        ("Anders Huitfeldt", "Anniken Huitfeldt"),
        ("សុខ", "សុខា"),
        ("Ayman Safadi", "أيمن الصفدي"),
    ],
)
def test_somebody_else(one: str, other: str) -> None:
    ours, theirs = spelling(one), spelling(other)
    assert ours.key != theirs.key
    assert not fits(ours, theirs)
    assert not nearly(ours, theirs)


def test_an_honorific_alone_stays_a_name() -> None:
    assert spelling("Sir").words == ("sir",)
    assert spelling("លោក").words == ("លោក",)
    assert spelling("…").words == ()
