"""Older addresses: paths from the site's root that nothing else of the site has, each for one edition."""

import pytest

from pressgen.load import Loaded
from pressgen.model import Alias
from pressgen.settings import Settings
from tests.load.project import SETTINGS, Load, english, khmer, reported

ONE_LANGUAGE = Settings.model_validate({**SETTINGS.model_dump(), "languages": ("en",)})


@pytest.mark.parametrize(
    "alias",
    ["news/2011/17", "/news/2011/17/", "en/press/old.html", "en/releases/a-former-slug", "releases/2011/17", "247",
     "ព័ត៌មាន/១៧", "caf%C3%A9", "en/about-us", "a/index.html", "en/releases/x-old"],
)  # fmt: skip
def test_addresses_that_lead_to_a_release(loading: Load, alias: str) -> None:
    loaded = loading({"x.en.md": english(f'aliases: ["{alias}"]')})
    assert reported(loaded) == []
    assert loaded.releases[0].aliases[0] == Alias(path=alias.strip("/"), language="en")
    assert {place.line for place in loaded.aliases.values()} == {5}


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
    assert reported(loaded) == [("x.en.md:5:11", "PG021")]
    assert hint in loaded.problems[0].hint
    assert loaded.releases[0].aliases == ()


@pytest.mark.parametrize(
    "alias",
    ["en", "en/releases", "km/releases/2011", "en/releases/2011/04", "en/releases/x", "km/releases/y", "releases/y",
     "releases/y/photo", "404.html", "assets/x", "index.html", "releases.csv"],
)  # fmt: skip
def test_addresses_that_are_taken(loading: Load, alias: str) -> None:
    loaded = loading({"x.en.md": english(f"aliases: [{alias}]"), "y.en.md": english()})
    assert reported(loaded) == [("x.en.md:5:11", "PG035")]


@pytest.mark.parametrize("alias", ["en/releases", "en/releases/2011", "en/releases/y", "releases/y", "sitemap.xml"])
def test_addresses_of_a_site_in_one_language(loading: Load, alias: str) -> None:
    loaded = loading({"x.md": english(f"aliases: [{alias}]"), "y.md": english()}, ONE_LANGUAGE)
    assert reported(loaded) == [("x.md:5:11", "PG035")]


@pytest.mark.parametrize("other", ["news/17", "/news/17/", "news/17/index.html", "news/%31%37"])
def test_one_address_leads_to_one_release(loading: Load, other: str) -> None:
    loaded = loading({"x.en.md": english("aliases: [news/17]"), "y.en.md": english(f'aliases: ["{other}"]')})
    assert reported(loaded) == [("y.en.md:5:11", "PG035")]
    assert "releases/x.en.md:5" in loaded.problems[0].message


def led(loaded: Loaded) -> dict[str, str]:
    """Return the older addresses of the first release, each with the language that it leads to."""
    return {alias.path: alias.language for alias in loaded.releases[0].aliases}


def test_each_leads_to_the_edition_of_its_language(loading: Load) -> None:
    aliases = "aliases: [news/17, en/press/17, km/press/17, english/17, km.html]"
    loaded = loading({"x.en.md": english(aliases), "x.km.md": khmer("aliases: [ព័ត៌មាន/១៧, km/press/18]")})
    assert reported(loaded) == []
    assert led(loaded) == {
        "news/17": "en", "en/press/17": "en", "km/press/17": "km", "english/17": "en", "km.html": "en",
        "ព័ត៌មាន/១៧": "km", "km/press/18": "km",
    }  # fmt: skip


@pytest.mark.parametrize(
    "alias", ["releases/a-former-slug", "en/releases/a-former-slug", "/km/releases/a-former-slug/"]
)
def test_an_older_slug_leads_on_in_every_language(loading: Load, alias: str) -> None:
    loaded = loading({"x.en.md": english(f"aliases: [{alias}]"), "x.km.md": khmer()})
    assert reported(loaded) == []
    assert led(loaded) == {
        "releases/a-former-slug": "",
        "en/releases/a-former-slug": "en",
        "km/releases/a-former-slug": "km",
    }


def test_the_other_languages_of_a_single_edition_lead_on_too(loading: Load) -> None:
    loaded = loading({"x.en.md": english("aliases: [en/releases/a-former-slug]")})
    assert led(loaded) == {
        "en/releases/a-former-slug": "en", "km/releases/a-former-slug": "km", "releases/a-former-slug": "",
    }  # fmt: skip


def test_what_follows_from_an_older_slug_takes_no_address_that_is_written(loading: Load) -> None:
    loaded = loading({
        "x.en.md": english("aliases: [en/releases/old]"), "x.km.md": khmer(),
        "y.en.md": english("aliases: [km/releases/old, releases/old]"),
    })  # fmt: skip
    assert reported(loaded) == []
    assert "km/releases/old" not in led(loaded)
    assert "releases/old" not in led(loaded)
    assert [alias.path for alias in loaded.releases[1].aliases] == ["km/releases/old", "releases/old"]


@pytest.mark.parametrize("alias", ["releases/2011", "releases/2011/04", "en/releases/Old_Name", "en/release/old"])
def test_what_is_no_slug_stands_for_itself_alone(loading: Load, alias: str) -> None:
    loaded = loading({"x.en.md": english(f"aliases: [{alias}]")})
    assert reported(loaded) == []
    assert led(loaded) == {alias: "en"}


def test_a_translation_may_restate_them(loading: Load) -> None:
    aliases = "aliases: [en/press/17, km/press/17, releases/old]"
    loaded = loading({"x.en.md": english(aliases), "x.km.md": khmer("aliases: [km/press/17, en/press/17]")})
    assert reported(loaded) == []


def test_one_address_leads_to_one_edition(loading: Load) -> None:
    loaded = loading({"x.en.md": english("aliases: [news/17]"), "x.km.md": khmer("aliases: [/news/17/]")})
    assert reported(loaded) == [("x.km.md:3:11", "PG035")]
    assert "leads to the edition in 'en' already, releases/x.en.md:5" in loaded.problems[0].message


def test_one_address_is_written_once(loading: Load) -> None:
    loaded = loading({"x.en.md": english("aliases: [news/17, /news/17]")})
    assert reported(loaded) == [("x.en.md:5:20", "PG035")]
