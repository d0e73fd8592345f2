"""The register's values: which office a person held on which day."""

from datetime import date

from pressgen.model import Person


def test_a_term_includes_its_first_and_its_last_day() -> None:
    person = Person.model_validate(
        {
            "names": "A",
            "terms": [
                {"role": "B", "from": date(2021, 10, 14), "to": date(2023, 10, 16)},
                {"role": "C", "from": date(2023, 10, 16)},
            ],
        }
    )
    assert person.terms_between(date(2021, 10, 13), date(2021, 10, 13)) == ()
    assert person.terms_between(date(2021, 10, 14), date(2021, 10, 14)) == (0,)
    assert person.terms_between(date(2023, 10, 16), date(2023, 10, 16)) == (0, 1)
    assert person.terms_between(date(2021, 10, 1), date(2021, 10, 14)) == (0,)
    assert person.terms_between(date(2050, 1, 1), date(2050, 1, 1)) == (1,)
    office = person.term_on(date(2023, 10, 16))
    assert office is not None
    assert office.role.root == {"und": "C"}  # of two on one day, the one that began last
    assert person.term_on(date(2020, 1, 1)) is None
