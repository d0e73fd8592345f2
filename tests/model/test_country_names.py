from datetime import date

import pytest

from pressgen.model import Country, FormerNames, Issuer, Phrase, Words, country_name, is_named

NAMELESS = Issuer(name=Words("Ministry"), country="XA")
EXAMPLIA = Issuer(
    name=Words("Ministry"), country="XA", state=Words({"en": "Republic of Examplia", "fr": "République d’Examplie"})
)
NORWAY = Issuer(name=Words("Ministry"), country="NO", state=Words({"en": "Kingdom of Norway"}))
REGISTER = {
    "XA": Country(
        names=Words({"en": "Examplia"}), former=(FormerNames(names=Words({"en": "Oldland"}), until=date(2000, 1, 1)),)
    )
}


@pytest.mark.parametrize(
    "code,tag,own,name",
    [
        ("XA", "en", EXAMPLIA, Phrase("Republic of Examplia", "en")),
        ("XA", "fr", EXAMPLIA, Phrase("République d’Examplie", "fr")),
        ("XA", "ar", EXAMPLIA, Phrase("Republic of Examplia", "en")),  # marked, so that nobody takes it for Arabic
        ("XB", "en", EXAMPLIA, Phrase("XB", "und")),
        ("XA", "en", NAMELESS, Phrase("XA", "und")),
        ("ZZ", "en", EXAMPLIA, Phrase("ZZ", "und")),
        ("NO", "en", EXAMPLIA, Phrase("Norway", "en")),
        # Where a short name is known, it stands: a letterhead's state is long in a list.
        ("NO", "en", NORWAY, Phrase("Norway", "en")),
        ("NO", "fr", NORWAY, Phrase("Norvège", "fr")),
    ],
)
def test_a_country_that_the_register_does_not_know(code: str, tag: str, own: Issuer, name: Phrase) -> None:
    assert country_name(code, tag, {}, own) == name
    assert is_named(code, {}, own) == (name.text != code)


def test_the_register_comes_first() -> None:
    assert country_name("XA", "en", REGISTER, EXAMPLIA) == Phrase("Examplia", "en")
    assert country_name("XA", "en", REGISTER, EXAMPLIA, date(1999, 1, 1)) == Phrase("Oldland", "en")
    assert is_named("XA", REGISTER, NAMELESS)
