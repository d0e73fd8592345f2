"""Older addresses beside everything else of a site."""

import pytest

from pressgen.addresses import Addresses
from pressgen.problems import Place
from pressgen.site.collisions import collisions, redirect_file

PLACES = Addresses(("en", "km"))
SITE = ["index.html", "en/index.html", "en/countries/no/index.html", "feed.xml", "assets/a.css"]


@pytest.mark.parametrize(
    ("alias", "collides"),
    [
        ("en/countries/no", True), ("en/countries/se", False), ("en/countries", False), ("feed.xml", True),
        ("en/index.html", True), ("assets/a.css/b.html", True), ("en/countries/no.html", False), ("news/17", False),
    ],
)  # fmt: skip
def test_what_collides(alias: str, collides: bool) -> None:
    aliases = {alias: Place("x.md", 5)}
    found = list(collisions([*SITE, redirect_file(alias, PLACES)], aliases, PLACES))
    assert [problem.code.id for problem in found] == ["PG035"] * collides


def test_a_file_where_a_folder_is() -> None:
    aliases = {"news.html": Place("x.md", 5), "news.html/17": Place("y.md", 5)}
    paths = [*SITE, *(redirect_file(alias, PLACES) for alias in aliases)]
    assert {problem.place.path for problem in collisions(paths, aliases, PLACES)} == {"x.md", "y.md"}


def test_a_redirect_stands_where_a_host_looks_for_it() -> None:
    assert redirect_file("caf%C3%A9", PLACES) == "café/index.html"
    assert redirect_file("ព័ត៌មាន", PLACES) == "ព័ត៌មាន/index.html"
