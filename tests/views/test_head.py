"""The head of a page, for search engines and other programs."""

import json
import re
from dataclasses import replace
from typing import Any

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen.archive import Hidden
from pressgen.model import Register, Release, Side, Status, Words
from pressgen.settings import Settings
from pressgen.views.facts import SiteFacts
from pressgen.views.head import script_data
from pressgen.views.lists.archive import year_page
from pressgen.views.lists.listing import Connections
from pressgen.views.page import Page
from pressgen.views.pages.chooser import chooser_page
from pressgen.views.pages.home import Front, home_page
from pressgen.views.pages.not_found import not_found_page
from pressgen.views.release.page import release_page
from tests.views.samples import CAMBODIAN_SITE, COMMUNIQUE, EXAMPLIAN_SITE, FRENCH_ONLY, SEED

HOME = "https://press.example/mfaic/"
SEED_PAGE = "releases/2022-02-15-norway-video-call/"


def data_of(page: Page) -> dict[str, Any]:
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.head, re.DOTALL)
    data: dict[str, Any] = json.loads(block)
    return data


def hreflang(page: Page) -> dict[str, str]:
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', page.head))


def titled(release: Release, title: str) -> Release:
    edition = release.editions["en"].model_copy(update={"title": title})
    return release.model_copy(update={"editions": {**release.editions, "en": edition}})


def test_a_release_in_two_languages_names_both_and_a_default() -> None:
    page = release_page(CAMBODIAN_SITE, "km", SEED)

    assert hreflang(page) == {
        "en": f"{HOME}en/{SEED_PAGE}",
        "km": f"{HOME}km/{SEED_PAGE}",
        "x-default": f"{HOME}{SEED_PAGE}",
    }
    assert f'<link rel="canonical" href="{HOME}km/{SEED_PAGE}">' in page.head


def test_a_release_in_one_language_has_no_hreflang() -> None:
    record = FRENCH_ONLY.record.model_copy(update={"status": Status.PUBLISHED, "withdrawn": None})
    page = release_page(EXAMPLIAN_SITE, "fr", FRENCH_ONLY.model_copy(update={"record": record}))

    assert hreflang(page) == {}
    assert 'rel="canonical"' in page.head
    assert "noindex" not in page.head


def test_a_withdrawn_release_keeps_out_of_search_engines_and_keeps_its_text() -> None:
    page = release_page(EXAMPLIAN_SITE, "fr", FRENCH_ONLY)

    assert '<meta name="robots" content="noindex">' in page.head
    assert 'rel="canonical"' not in page.head
    assert "se félicite de ses résultats" in page.article
    assert '<a href="../../../fr/releases/2023/">2023</a>' in page.article, "its year keeps its line"
    assert page.article.index("La réunion est reportée.") < page.article.index("pg-letterhead")


def test_a_release_names_its_files_for_machines() -> None:
    page = release_page(CAMBODIAN_SITE, "en", SEED)
    files = re.findall(r'<link rel="alternate" type="([^"]+)" title="([^"]+)" href="([^"]+)">', page.head)

    assert files == [
        ("application/atom+xml", "Press releases", "../../../en/feed.xml"),
        ("application/json", "JSON", f"../../../{SEED_PAGE}release.json"),
    ]
    assert "release.json" not in release_page(CAMBODIAN_SITE, "en", SEED, hidden=Hidden.DRAFT).head


def test_a_release_with_one_partner_leads_to_the_feed_of_that_partner_as_well() -> None:
    connections = Connections(partner=Side(country="NO"))
    link = '<link rel="alternate" type="application/atom+xml" title="{}" href="{}">'

    page = release_page(CAMBODIAN_SITE, "km", SEED, connections=connections)
    assert link.format("ន័រវែស", "../../../km/countries/no/feed.xml") in page.head
    hidden = release_page(CAMBODIAN_SITE, "km", SEED, connections=connections, hidden=Hidden.DRAFT)
    assert "countries/no" not in hidden.head, "of a partner of hidden releases alone there is no feed"
    unknown = replace(CAMBODIAN_SITE, site_url="")
    assert "atom" not in release_page(unknown, "km", SEED, connections=connections).head


def test_the_page_of_a_list_leads_to_the_feed_of_the_whole_archive_once() -> None:
    year = year_page(CAMBODIAN_SITE, "en", 2022, (), ())
    link = '<link rel="alternate" type="application/atom+xml" title="Press releases" href="../../../en/feed.xml">'

    assert year.head.count(link) == 1
    assert home_page(CAMBODIAN_SITE, "en", Front()).head.count("feed.xml") == 1


def test_the_menu_offers_every_language_also_where_the_release_lacks_it() -> None:
    page = release_page(EXAMPLIAN_SITE, "fr", FRENCH_ONLY)

    assert set(page.alternates) == {"fr", "ar"}


@pytest.mark.parametrize(
    "page",
    [
        not_found_page(EXAMPLIAN_SITE),
        release_page(CAMBODIAN_SITE, "en", SEED, hidden=Hidden.DRAFT),
        release_page(CAMBODIAN_SITE, "en", SEED, hidden=Hidden.EMBARGO),
    ],
    ids=["not found", "draft", "embargo"],
)
def test_kept_out_of_search_engines(page: Page) -> None:
    assert '<meta name="robots" content="noindex">' in page.head
    assert "canonical" not in page.head
    assert hreflang(page) == {}


def test_published_pages_are_indexed() -> None:
    assert "robots" not in release_page(CAMBODIAN_SITE, "en", SEED).head


def test_a_site_that_does_not_know_its_address_writes_none() -> None:
    page = release_page(replace(CAMBODIAN_SITE, site_url=""), "en", SEED)

    assert "http" not in page.head.replace("https://schema.org", "")
    assert "url" not in data_of(page)


def test_readers_of_other_languages_are_sent_to_the_chooser() -> None:
    assert hreflang(chooser_page(CAMBODIAN_SITE))["x-default"] == HOME


def test_news_article() -> None:
    data = data_of(release_page(CAMBODIAN_SITE, "en", SEED))

    assert data["@type"] == "NewsArticle"
    assert data["headline"].startswith("Outcomes of the Video Call between His Excellency PRAK Sokhonn,")
    assert data["datePublished"] == "2022-02-15"
    assert "dateModified" not in data
    assert data["inLanguage"] == "en"
    assert data["publisher"]["@type"] == "GovernmentOrganization"
    assert data["publisher"]["name"] == "Ministry of Foreign Affairs and International Cooperation"
    assert data["author"] == {"@id": data["publisher"]["@id"]}
    # What the tags of the head say is not said again.
    assert not {"description", "url", "identifier", "dateline"} & set(data)
    assert [work["inLanguage"] for work in data["workTranslation"]] == ["km"]
    assert "translationOfWork" not in data


def test_event_with_those_who_attended() -> None:
    event = data_of(release_page(CAMBODIAN_SITE, "en", SEED))["about"][0]

    assert event["@type"] == "Event"
    assert event["startDate"] == "2022-02-14"
    assert "endDate" not in event
    assert event["location"]["@type"] == "VirtualLocation"
    sokhonn, huitfeldt = event["attendee"]
    assert sokhonn["honorificPrefix"] == "His Excellency"
    assert huitfeldt["name"] == "Anniken Huitfeldt"
    assert huitfeldt["jobTitle"] == "Minister of Foreign Affairs"
    assert huitfeldt["hasOccupation"]["occupationLocation"] == {
        "@type": "Country",
        "name": "Norway",
        "identifier": "NO",
    }


def test_a_translation_names_its_original_and_a_correction_its_day() -> None:
    km = data_of(release_page(CAMBODIAN_SITE, "km", SEED))
    fr = data_of(release_page(EXAMPLIAN_SITE, "fr", COMMUNIQUE))

    assert km["translationOfWork"]["url"] == f"{HOME}en/{SEED_PAGE}"
    assert fr["dateModified"] == "2023-05-06"
    assert fr["datePublished"] == "2023-05-04T18:30:00+01:00"
    assert fr["about"][0]["endDate"] == "2023-05-04"
    assert fr["about"][0]["location"] == {"@type": "Place", "name": "Exampole"}


HOSTILE = st.sampled_from(["</script><script>alert(1)</script>", "<!--", "\u2028", '"><img src=x>', "&lt;", "]]>", "'"])


@given(st.lists(HOSTILE | st.text(max_size=20), min_size=1, max_size=4).map("".join))
def test_data_stays_within_its_element_and_comes_back(title: str) -> None:
    block = str(script_data({"headline": title}))

    assert not re.search("[<>&\u2028\u2029]", block)
    assert json.loads(block) == {"headline": title}


@settings(max_examples=30)
@given(st.lists(HOSTILE | st.text("ab <&\"'>", max_size=20), min_size=1, max_size=4).map("".join))
def test_a_hostile_title_stays_text_everywhere(title: str) -> None:
    release = titled(SEED, title + "x")
    page = release_page(CAMBODIAN_SITE, "en", release)
    shown = " ".join(release.editions["en"].title_line.split())  # lines that would run together are parted by a dash

    tree = html5lib.parse(
        f"<!doctype html><html><head>{page.head}</head><body>{page.article}</body></html>", namespaceHTMLElements=False
    )

    assert len(tree.findall(".//script")) == 1
    assert [image.get("src") for image in tree.iter("img")] == []
    assert data_of(page)["headline"] == shown
    assert tree.find(".//meta[@property='og:title']").get("content") == shown
    assert " ".join("".join(tree.find(".//h1").itertext()).split()) == shown


def test_a_site_called_as_its_issuer_is_has_its_name_in_every_language() -> None:
    site = replace(CAMBODIAN_SITE, site_name=CAMBODIAN_SITE.issuer.name.root["en"])

    assert (
        f'<meta property="og:site_name" content="{site.issuer.name.root["km"]}">' in home_page(site, "km", Front()).head
    )
    assert home_page(site, "km", Front()).title == site.issuer.name.root["km"]
    assert home_page(CAMBODIAN_SITE, "km", Front()).title == "Press releases"


def test_a_site_in_one_language_has_no_menu() -> None:
    site = replace(CAMBODIAN_SITE, languages=("en",), site_name="x", site_url=HOME)

    page = release_page(site, "en", SEED)

    assert page.alternates == {}
    assert page.address == f"en/{SEED_PAGE}"
    assert hreflang(page) == {}


def test_our_own_ministry_links_to_its_home_on_a_joint_letterhead_too() -> None:
    ours, theirs = COMMUNIQUE.record.issuers
    record = COMMUNIQUE.record.model_copy(
        update={"issuers": (theirs, ours.model_copy(update={"motto": Words({"fr": "Paix"})}))}
    )
    data = data_of(release_page(EXAMPLIAN_SITE, "fr", COMMUNIQUE.model_copy(update={"record": record})))

    assert [one.get("url", "") for one in data["publisher"]] == ["", "https://diplomatie.example/fr/"]


def test_the_locale_is_the_languages_own_and_not_the_issuers() -> None:
    site = replace(CAMBODIAN_SITE, languages=("en", "pt-BR", "ar", "ar-EG", "prs", "km"))

    heads = {tag: home_page(site, tag, Front()).head for tag in site.languages}

    assert re.findall(r'og:locale" content="([^"]*)"', heads["pt-BR"]) == ["pt_BR"]
    assert re.findall(r'og:locale" content="([^"]*)"', heads["prs"]) == []
    assert not any("locale:alternate" in page_head for page_head in heads.values())


def test_entities_in_the_sites_name_are_read_as_letters() -> None:
    facts = SiteFacts.of(Settings(), Register(), site_name="Trade &amp; Industry", site_url="")
    assert facts.name_in("en") == "Trade & Industry"
