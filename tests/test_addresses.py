"""Where everything is: addresses, links between them, and the pages of `docs/` by language."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.addresses import ROOT, X_DEFAULT, Address, Addresses, ReleasePage, file_of, relative, way_up

BILINGUAL = Addresses(("en", "km"))
MONOLINGUAL = Addresses(("cy",))


def test_addresses_begin_with_the_language() -> None:
    assert BILINGUAL.home("km") == "km/"
    assert BILINGUAL.year("en", 2022) == "en/releases/2022/"
    assert BILINGUAL.release("km", "2022-02-15-norway") == "km/releases/2022-02-15-norway/"


def test_those_of_a_site_with_one_language_do_as_well() -> None:
    assert MONOLINGUAL.home("cy") == "cy/"
    assert MONOLINGUAL.release("cy", "neges") == "cy/releases/neges/"
    assert MONOLINGUAL.docs_page("about.md") == "cy/about/"


def test_the_ledger_has_years_and_spans_of_years() -> None:
    assert BILINGUAL.ledger_year("km", 2022) == "km/ledger/2022/"
    assert MONOLINGUAL.ledger_years("cy", 990, 2009) == "cy/ledger/0990-2009/"


def test_a_photograph_has_one_address_for_all_languages() -> None:
    assert BILINGUAL.file("x", "Ministres réunis.jpg") == "releases/x/Ministres%20r%C3%A9unis.jpg"


@pytest.mark.parametrize(
    ("alias", "address"),
    [
        ("/news/2011/17", "news/2011/17/"),
        ("news/2011/17/", "news/2011/17/"),
        ("en/press/old.html", "en/press/old.html"),
        ("ដំណឹង/១", "%E1%9E%8A%E1%9F%86%E1%9E%8E%E1%9E%B9%E1%9E%84/%E1%9F%A1/"),
    ],
)
def test_an_alias_keeps_its_form(alias: str, address: str) -> None:
    assert BILINGUAL.alias(alias) == address


@pytest.mark.parametrize(
    ("source", "language", "address"),
    [
        ("index.md", "en", "en/"),
        ("index.km.md", "km", "km/"),
        ("about.km.md", "km", "km/about/"),
        ("v1.2.md", "en", "en/v1.2/"),
        ("notes.fr.md", "en", "en/notes.fr/"),
        ("manual/README.md", "en", "en/manual/"),
        ("manual/how to.km.md", "km", "km/manual/how%20to/"),
        ("km.md", "en", "en/km/"),
    ],
)
def test_a_page_of_docs_goes_to_the_language_in_its_name(source: str, language: str, address: str) -> None:
    assert BILINGUAL.docs_file(source)[0] == language
    assert BILINGUAL.docs_page(source) == address


def test_translations_are_listed_only_if_there_are_two() -> None:
    assert BILINGUAL.translations(BILINGUAL.releases, ["en"]) == {}
    assert BILINGUAL.home_translations() == {"en": "en/", "km": "km/", X_DEFAULT: ROOT}


addresses = st.lists(st.sampled_from(["en", "km", "releases", "2022", "x"]), max_size=5).map(
    lambda parts: Address("".join(f"{part}/" for part in parts))
)


@given(source=addresses, target=addresses, base=st.sampled_from(["https://mfa.example/", "https://mfa.example/a/b/"]))
def test_a_relative_link_leads_to_its_target_below_any_path(source: Address, target: Address, base: str) -> None:
    assert urljoin(base + source, relative(source, target)) == base + target


@given(addresses)
def test_a_page_is_a_file_named_index(address: Address) -> None:
    assert file_of(address) == f"{address}index.html"
    assert file_of(Address("404.html")) == "404.html"


@pytest.mark.parametrize(("page", "way"), [("", ""), ("404.html", ""), ("en/", "../"), ("en/releases/b/", "../../../")])
def test_a_page_leads_up_to_the_root(page: str, way: str) -> None:
    assert way_up(Address(page)) == way


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("en/releases/call/", ReleasePage("en", "call")),
        ("km/releases/call", ReleasePage("km", "call")),
        ("releases/call", ReleasePage("", "call")),
        ("en/releases/", None),
        ("en/releases/call/more", None),
        ("fr/releases/call", None),
        ("en/topics/call", None),
    ],
)
def test_the_address_of_a_releases_page_is_read_back(path: str, page: ReleasePage | None) -> None:
    assert BILINGUAL.release_page(path) == page


def test_lists_of_releases_are_known_by_their_addresses() -> None:
    lists = [
        BILINGUAL.releases("en"),
        BILINGUAL.year("km", 2022),
        BILINGUAL.month("en", 2022, 2),
        Address("releases/2022"),
    ]
    assert all(BILINGUAL.is_list_of_releases(path) for path in lists)
    others = [
        "en/releases/call/",
        "en/releases/22/",
        "en/releases/2022/2/",
        "en/releases/٢٠٢٢",
        "en/",
        "en/releases//02",
    ]
    assert not any(BILINGUAL.is_list_of_releases(path) for path in others)


def test_the_path_of_a_file_has_its_release() -> None:
    assert BILINGUAL.release_of_file(BILINGUAL.file("call", "photo.jpg")) == "call"
    assert BILINGUAL.release_of_file("en/releases/call/") == ""
