"""Readers find countries by the names that people use, and no name of one country finds another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest

from pressgen.languages import complete_languages, countries, country_variants, language
from pressgen.search.documents import Owners, documents
from pressgen.search.entries import SearchEntry
from pressgen.search.stemming import stemmer
from tests.search.flat import flat
from tests.search.owners import owners_of
from tests.search.words.query import names_in, query_phrases

LANGUAGES = complete_languages()
USED = {
    "Vietnam": "VN", "Viet Nam": "VN", "Turkey": "TR", "Türkiye": "TR", "Turkiye": "TR", "South Korea": "KR",
    "Republic of Korea": "KR", "ROK": "KR", "North Korea": "KP", "DPRK": "KP", "USA": "US", "U.S.A.": "US",
    "United States": "US", "United States of America": "US", "America": "US", "UK": "GB", "U.K.": "GB",
    "Britain": "GB", "Great Britain": "GB", "Ivory Coast": "CI", "Côte d'Ivoire": "CI", "cote d’ivoire": "CI",
    "Czech Republic": "CZ", "Vatican": "VA", "Holy See": "VA", "Cape Verde": "CV", "East Timor": "TL",
    "Swaziland": "SZ", "Burma": "MM", "Russian Federation": "RU", "DRC": "CD", "DR Congo": "CD", "Congo-Kinshasa": "CD",
    "congo kinshasa": "CD", "UAE": "AE", "U.A.E.": "AE", "Emirates": "AE", "Holland": "NL", "Macedonia": "MK",
    "Moldova": "MD", "Laos": "LA", "Lao PDR": "LA", "Syria": "SY", "Iran": "IR", "Tanzania": "TZ", "Bolivia": "BO",
    "Venezuela": "VE", "Brunei": "BN", "Micronesia": "FM", "Palestine": "PS", "Taiwan": "TW", "Hong Kong": "HK",
    "Kingdom of Norway": "NO", "KINGDOM OF NORWAY": "NO", "French Republic": "FR", "Federal Republic of Germany": "DE",
    "People's Republic of China": "CN", "People’s Republic of China": "CN", "Hellenic Republic": "GR",
    "République française": "FR", "Royaume de Norvège": "NO", "Corée du Sud": "KR", "États-Unis": "US",
    "États-Unis d’Amérique": "US", "Birmanie": "MM", "Grande-Bretagne": "GB", "grande bretagne": "GB",
    "Saint-Siège": "VA", "République tchèque": "CZ", "Cap-Vert": "CV", "Biélorussie": "BY",
    "كوريا الجنوبية": "KR", "الولايات المتحدة": "US", "أمريكا": "US", "بريطانيا": "GB", "ساحل العاج": "CI",
    "بورما": "MM", "De Corea": "KR", "Unol Daleithiau": "US", "Prydain": "GB", "Arfordir Ifori": "CI",
    "កូរ៉េខាងត្បូង": "KR", "អាមេរិក": "US", "អង់គ្លេស": "GB", "ភូមា": "MM", "វៀតណាម": "VN",
}  # fmt: skip


Indexed = dict[str, str]
"""The words of a country's document in each language, as its index has them, with spaces around."""


@cache
def stem_of(tag: str):  # noqa: ANN201
    return stemmer(tag)


@cache
def owners() -> Owners:
    return owners_of(*LANGUAGES)


def entry(code: str) -> SearchEntry:
    """Return the entry of the search for a release with a country and nothing else."""
    printed = tuple(language(tag).country(code) for tag in LANGUAGES)
    variants = tuple(name for tag in LANGUAGES for name in country_variants(tag, code))
    return SearchEntry(code, 2026, "en", (), (code, *printed), variants)


def indexed(one: SearchEntry) -> Indexed:
    made = documents(one, owners(), LANGUAGES)
    return {tag: needle(flat(made[tag]).words, tag) for tag in LANGUAGES}


def needle(words: Sequence[str], tag: str) -> str:
    return f" {' '.join(map(stem_of(tag), words))} "


@cache
def archive() -> dict[str, Indexed]:
    return {code: indexed(entry(code)) for code in countries()}


@cache
def archive_without() -> dict[str, Indexed]:
    return {code: indexed(replace(entry(code), wholes=())) for code in countries()}


def found(question: str, among: dict[str, Indexed]) -> set[str]:
    """List the countries that have all phrases of a question, or a name in it."""
    phrases = query_phrases(f"{question} ").phrases
    kept = set(among) if phrases else set()
    ways: list[list[tuple[str, str]]] = []
    for phrase in phrases:
        tags = {tag for script in phrase.scripts for tag in owners()(script)}
        ways.append([(tag, needle(one.words, tag)) for one in (phrase, *phrase.instead) for tag in tags])
    for name in names_in(phrases):
        for way in ways[name.first : name.last + 1]:
            way.append((owners().languages[0], needle([name.word], owners().languages[0])))
    for way in ways:
        kept = {code for code in kept if any(words in among[code][tag] for tag, words in way)}
    return kept


@pytest.mark.parametrize("name", USED)
def test_a_country_is_found_by_a_name_that_people_use(name: str) -> None:
    assert USED[name] in found(name, archive())


@pytest.mark.parametrize("name", USED)
def test_the_rest_of_the_question_has_to_be_found_as_well(name: str) -> None:
    assert found(f"{name} lighthouse", archive()) == set()


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_variant_finds_its_country_and_drags_in_no_other(tag: str) -> None:
    missed, dragged = [], []
    for code in countries():
        for name in country_variants(tag, code):
            codes = found(name, archive())
            if code not in codes:
                missed.append((name, code))
            # "Congo" finds both, as it did before: both are printed with that word.
            if others := codes - {code} - found(name, archive_without()):
                dragged.append((name, code, others))
    assert missed == []
    assert dragged == []


@pytest.mark.parametrize(
    ("question", "not_found"),
    [
        ("Ireland", "GB"), ("China", "TW"), ("China", "HK"), ("Niger", "NG"), ("Dominica", "DO"),
        ("South Korea", "KP"), ("North Korea", "KR"), ("United States", "MX"), ("United States", "AE"),
        ("Congo-Brazzaville", "CD"), ("Republic of the Congo", "AO"), ("Georgia", "US"),
    ],
)  # fmt: skip
def test_a_name_does_not_find_its_neighbours(question: str, not_found: str) -> None:
    assert not_found not in found(question, archive())


def test_words_of_two_countries_do_not_make_the_name_of_a_third() -> None:
    emirates = replace(entry("AE"), names=entry("AE").names + entry("QA").names, wholes=entry("QA").wholes)

    assert found("United States", {"both": indexed(emirates)}) == set()
