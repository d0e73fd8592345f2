"""The partners of a joint release: the same in every place of a site, whichever issuer comes first."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen.archive.sides import own, owner_of, parties_of
from pressgen.model import Issuer, Participant, Release, Side, Words
from pressgen.model.groups import COUNTRIES, FILTERS, ORGANISATIONS
from pressgen.site import Site
from pressgen.site.front import recently_met
from pressgen.site.keys import SliceKeys
from pressgen.site.lists import chosen
from pressgen.site.output import bytes_of
from pressgen.site.search import corpus
from tests.views.encounter_samples import EXAMPLIA, FACTS, REGISTER, article_shell, release, site

CODES = ("FI", "NO", "SE", "XA")
ISSUERS = {code: Issuer(name=Words(f"Ministry of {code}"), country=code) for code in CODES} | {"XA": EXAMPLIA}
SECRETARIAT = Issuer(name=Words("Secretariat"))
COUNTRYLESS = replace(FACTS, issuer=SECRETARIAT)

codes = st.lists(st.sampled_from(CODES), unique=True, max_size=3)


class Built(NamedTuple):
    """A site, and those of its files that this test reads."""

    site: Site
    files: Mapping[str, bytes]


def _other_countries(names: list[str]) -> set[str]:
    return {name for name in names if name != "XA"}


def built(found: Site) -> Built:
    wanted = (
        "en/countries/", "countries/", "en/releases/r/", "releases/r/", "ledger/index", "en/releases/2024/index.html"
    )  # fmt: skip
    outputs = [output for output in found.outputs() if output.path.startswith(wanted)]
    return Built(found, {output.path: bytes_of(output, article_shell) for output in outputs})


def _profiles(ending: str) -> Callable[[Built], set[str]]:
    def countries(made: Built) -> set[str]:
        paths = {code: f"en/countries/{code.lower()}/{ending}" for code in CODES}
        return {code for code, path in paths.items() if b"releases/r/" in made.files.get(path, b"")}

    return countries


def _data_of_profiles(made: Built) -> set[str]:
    paths = {code: f"countries/{code.lower()}/index.json" for code in CODES}
    return {code for code, path in paths.items() if b'"r"' in made.files.get(path, b"")}


def _ledger(made: Built) -> set[str]:
    told = json.loads(made.files.get("ledger/index.json", b'{"encounters": []}'))["encounters"]
    return {side["id"] for one in told for side in one["sides"]}


def _data(made: Built) -> set[str]:
    return {one["id"] for one in json.loads(made.files["releases/r/release.json"]).get("countries", [])}


def _filters(made: Built) -> set[str]:
    return {code for code in CODES if chosen(made.site, [("country", [code])])}


def _search(made: Built) -> set[str]:
    (facts,) = corpus(made.site, SliceKeys(made.site), ()).releases
    return set(facts.values[FILTERS.index(COUNTRIES)])


def _lists(made: Built) -> set[str]:
    (entry,) = made.site.entries(["r"])
    names = {partner.names["en"] for partner in entry.partners}
    return {code for code in CODES if FACTS.side(Side(country=code), "en") in names}


PLACES: Mapping[str, Callable[[Built], set[str]]] = {
    "profiles": _profiles("index.html"),
    "feeds": _profiles("feed.xml"),
    "data of profiles": _data_of_profiles,
    "data of the release": _data,
    "ledger": _ledger,
    "recently met": lambda made: {one.side.country for one in recently_met(made.site, 9)},
    "filters of lists": _filters,
    "filters of search": _search,
    "lists": _lists,
}
"""For each place of a site where a meeting names a country, how to read the countries that it names."""


def joint(issuers: list[str], people: list[str]) -> Release:
    participants = (Participant(name=f"The Minister of {code}", country=code) for code in people)
    return release("r", date(2024, 5, 13), *participants, issuers=tuple(ISSUERS[code] for code in issuers))


@settings(max_examples=25)
@given(first=st.permutations(CODES), count=st.integers(1, 4), people=codes)
def test_every_place_names_the_same_partners(first: list[str], count: int, people: list[str]) -> None:
    issuers = first[:count]
    made = built(site(joint(issuers, people)))

    expected = _other_countries([*issuers, *people])
    assert {place: read(made) for place, read in PLACES.items()} == dict.fromkeys(PLACES, expected)


@pytest.mark.parametrize("issuers", [["XA", "NO"], ["NO", "XA"], ["NO", "SE", "XA"]])
def test_a_release_that_another_side_leads_is_one_with_that_side(issuers: list[str]) -> None:
    made = site(joint(issuers, ["XA", "NO"]))

    assert {one.subject.id for one in made.archive.groups[COUNTRIES]} == {*issuers} - {"XA"}
    assert [side.country for one in made.archive.encounters for side in one.sides].count("NO") == 1


def test_neighbours_are_those_with_the_side_that_leads() -> None:
    before = release("before", date(2024, 1, 1), Participant(name="Una", country="NO"))
    made = site(before, joint(["NO", "XA"], []))

    relations = made.archive.relations["r"]
    assert (relations.companion, relations.earlier) == (Side(country="NO"), "before")


@pytest.mark.parametrize(
    "issuers,home,ours",
    [
        (["XA"], "XA", "XA"),
        (["NO", "XA"], "XA", "XA"),
        (["NO"], "XA", "XA"),  # the paper of another, on our site
        # A site without a country of its own: each release says whose it is.
        (["NO"], "", "NO"),
        (["NO", "SE"], "", "NO"),
    ],
)
def test_who_we_are(issuers: list[str], home: str, ours: str) -> None:
    assert own(joint(issuers, []).record, Side(country=home)) == Side(country=ours)


def test_an_organisation_has_no_country_and_is_with_all() -> None:
    shared = release("r", date(2024, 5, 13), issuers=(ISSUERS["NO"], SECRETARIAT, ISSUERS["SE"]))

    assert own(shared.record, Side()) == Side()
    assert parties_of(shared, Side()).met == (Side(country="NO"), Side(country="SE"))
    made = built(site(shared, facts=COUNTRYLESS))
    assert {place: read(made) for place, read in PLACES.items()} == {place: {"NO", "SE"} for place in PLACES}


def test_the_site_of_an_organisation_is_no_partner_of_itself() -> None:
    secretary = Participant(name="Lim Jock Hoi", organisation="asean")
    theirs = Participant(name="Una", country="NO")
    asean = Issuer(name=Words({"en": "The Secretariat"}), state=Words({"en": "ASEAN"}))
    facts = replace(FACTS, issuer=asean)
    told = release("r", date(2024, 5, 13), secretary, theirs, issuers=(asean,), organisations=("asean",))
    made = built(site(told, facts=facts))

    assert {place: read(made) for place, read in PLACES.items()} == {place: {"NO"} for place in PLACES}
    assert ORGANISATIONS not in made.site.archive.groups
    assert "Lim Jock Hoi" in made.files["en/countries/no/index.html"].decode(), "those who stood for us"
    # The organisation is a partner on the site of a country, whatever its name.
    ours = EXAMPLIA.model_copy(update={"state": asean.state})
    assert owner_of(ours, REGISTER.organisations) == Side(country="XA")
    assert owner_of(SECRETARIAT, REGISTER.organisations) == Side()


def test_what_took_part_is_not_named_again_among_what_it_is_about() -> None:
    told = release("r", date(2024, 5, 13), Participant(name="Una", country="NO"), countries=("XA", "SE", "NO"))

    assert parties_of(told, Side(country="XA")).about == (Side(country="SE"),)
    assert site(told).archive.relations["r"].partners == (Side(country="NO"),)
