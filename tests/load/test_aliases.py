"""Older addresses: paths from the host's root that nothing else of the site has."""

import pytest

from pressgen.settings import Settings
from tests.load.project import SETTINGS, Load, english, told

ONE_LANGUAGE = Settings.model_validate({**SETTINGS.model_dump(), "languages": ("en",)})


@pytest.mark.parametrize(
    "alias",
    ["news/2011/17", "/news/2011/17/", "en/press/old.html", "en/releases/a-former-slug", "releases/2011/17", "247",
     "ព័ត៌មាន/១៧", "caf%C3%A9", "en/about-us", "a/index.html", "en/releases/x-old"],
)  # fmt: skip
def test_addresses_that_lead_to_a_release(loading: Load, alias: str) -> None:
    loaded = loading({"x.en.md": english(f'aliases: ["{alias}"]')})
    assert told(loaded) == []
    assert loaded.releases[0].record.aliases == (alias.strip("/"),)
    assert [(key, place.line) for key, place in loaded.aliases.items()] == [(alias, 5)]


@pytest.mark.parametrize(
    ("alias", "hint"),
    [
        ("https://mfa.example/news/17", "write it without the host: `news/17`"),
        ("news?id=17", "redirect it in the host's own configuration"),
        ("../outside", "write the path below the host's root"),
        ("%2e%2e/outside", "write the path below the host's root"),
        ("a//b", "write the path"), ("a\\\\b", "write the path"), (".well-known/x", "write the path"),
        ("a b", "write the path"),
    ],
)  # fmt: skip
def test_what_is_no_address(loading: Load, alias: str, hint: str) -> None:
    loaded = loading({"x.en.md": english(f'aliases: ["{alias}"]')})
    assert told(loaded) == [("x.en.md:5:11", "PG021")]
    assert hint in loaded.problems[0].hint
    assert loaded.releases[0].record.aliases == ()


@pytest.mark.parametrize(
    "alias",
    ["en", "en/releases", "km/releases/2011", "en/releases/2011/04", "en/releases/x", "km/releases/y/side-by-side",
     "releases/y/photo", "404.html", "assets/x", "index.html", "releases.csv"],
)  # fmt: skip
def test_addresses_that_are_taken(loading: Load, alias: str) -> None:
    loaded = loading({"x.en.md": english(f"aliases: [{alias}]"), "y.en.md": english()})
    assert told(loaded) == [("x.en.md:5:11", "PG035")]


@pytest.mark.parametrize("alias", ["en/releases", "en/releases/2011", "en/releases/y", "releases/y", "sitemap.xml"])
def test_addresses_of_a_site_in_one_language(loading: Load, alias: str) -> None:
    loaded = loading({"x.md": english(f"aliases: [{alias}]"), "y.md": english()}, ONE_LANGUAGE)
    assert told(loaded) == [("x.md:5:11", "PG035")]


@pytest.mark.parametrize("other", ["news/17", "/news/17/", "news/17/index.html", "news/%31%37"])
def test_one_address_leads_to_one_release(loading: Load, other: str) -> None:
    loaded = loading({"x.en.md": english("aliases: [news/17]"), "y.en.md": english(f'aliases: ["{other}"]')})
    assert told(loaded) == [("y.en.md:5:11", "PG035")]
    assert "releases/x.en.md:5" in loaded.problems[0].message
