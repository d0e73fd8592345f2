"""Files of the index that do not arrive: the page says so, never says that there are no results, and can try again."""

from __future__ import annotations

from collections.abc import Callable
from urllib.request import urlopen

import pytest
from playwright.sync_api import Route

from tests.search.conftest import Answer, Reader

NewReader = Callable[..., Reader]
How = Callable[[Route], None]

LIGHTHOUSES = "2023-09-21-joint-statement-lighthouses"
BRIEFING = "2025-06-18-weekly-briefing"


def lost(route: Route) -> None:
    route.abort("connectionreset")


def missing(route: Route) -> None:
    route.fulfill(status=404, content_type="text/html", body="<!doctype html><title>Not found</title>")


def broken(route: Route) -> None:
    route.fulfill(status=503, body="")


def cut_short(route: Route) -> None:
    response = route.fetch()
    route.fulfill(response=response, body=response.body()[: len(response.body()) // 2])


EVERY = [pytest.param(how, id=how.__name__) for how in (lost, missing, broken)]
# What no search can do without, and a query that needs it.
NEEDED = [
    ("the manifest", "**/assets/pressgen/search/manifest.json", "parrot"),
    ("the stemmer", "**/assets/pressgen/search/stemmer-*.js*", "parrot"),
    ("the list of chunks", "**/*.list", "parrot"),
    ("a chunk of the index", "**/*.chunk", "parrot"),
    ("a chunk of the index, in Khmer", "**/*.chunk", "ស្រមោច"),
    ("the lines of results", "**/assets/pressgen/search/results-en/*.lines", "parrot"),
    ("the words to complete a beginning", "**/*.txt", "lacquerw"),
    ("the script", "**/assets/pressgen/search/search-*.js", "parrot"),
]
# What makes no sense by halves, when a site was not uploaded whole.
WHOLE = (
    "the manifest", "the stemmer", "the list of chunks", "a chunk of the index", "the lines of results",
    "the script",
)  # fmt: skip


def is_told(answer: Answer) -> bool:
    """Whether the page says that it could not search all."""
    return answer.state == "failed" or answer.partial


@pytest.mark.parametrize("how", EVERY)
@pytest.mark.parametrize("pattern, query", [pytest.param(*needed[1:], id=needed[0]) for needed in NEEDED])
def test_the_page_says_that_results_did_not_arrive(new_reader: NewReader, pattern: str, query: str, how: How) -> None:
    reader = new_reader()
    hits: list[str] = []

    def spoil(route: Route) -> None:
        hits.append(route.request.url)
        how(route)

    reader.spoil(pattern, spoil)
    answer = reader.ask(query)
    assert hits, "the query needs no such file"
    assert is_told(answer), answer
    assert answer.state != "none", "it never says that there is nothing"


@pytest.mark.parametrize("pattern", [needed[1] for needed in NEEDED if needed[0] in WHOLE])
def test_the_page_says_that_half_a_file_arrived(new_reader: NewReader, pattern: str) -> None:
    reader = new_reader()
    reader.spoil(pattern, cut_short)
    assert is_told(reader.ask("parrot"))


@pytest.mark.parametrize("pattern", ["**/*.chunk", "**/*.list", "**/stemmer-*.js*"])
def test_a_reader_who_tries_again_finds_all(new_reader: NewReader, pattern: str) -> None:
    reader = new_reader()
    reader.spoil(pattern, lost)
    assert is_told(reader.ask("parrot"))
    reader.mend()
    again = reader.page.locator(".pg-search__again:visible")
    assert again.count() == 1
    again.click()
    reader.page.wait_for_selector(".pg-search[data-state=found]")
    assert reader.read() == Answer("found", (BRIEFING,), partial=False)


def test_a_failed_search_offers_what_can_be_browsed(new_reader: NewReader) -> None:
    reader = new_reader()
    reader.spoil("**/manifest.json", lost)
    assert reader.ask("parrot").state == "failed"
    links = reader.page.locator(".pg-search__browse a:visible").evaluate_all("all => all.map(one => one.href)")
    assert any("/releases/" in link for link in links)
    for link in links:
        with urlopen(link.split("#")[0]) as response:
            assert response.status == 200, link


def test_what_one_language_could_not_say_others_say(new_reader: NewReader) -> None:
    reader = new_reader()
    reader.spoil("**/search/fr/**", lost)
    answer = reader.ask("Hvalsund")
    assert answer.partial
    assert set(answer.found) >= {"2022-02-15-sorvik-video-call", "2024-05-20-credentials-lumeira", BRIEFING}
    assert not is_told(reader.ask("ស្រមោច")), "a language of another script is whole"


@pytest.mark.parametrize(
    "pattern", ["**/catalogue-*", "**/labels-*", "**/release.json"], ids=["catalogue", "names", "texts"]
)
def test_results_do_without_filters_and_excerpts(new_reader: NewReader, pattern: str) -> None:
    reader = new_reader()
    reader.spoil(pattern, lost)
    assert reader.ask("gardiens phare").found == (LIGHTHOUSES,)


def test_a_filter_that_cannot_be_applied_is_reported(new_reader: NewReader) -> None:
    reader = new_reader()
    reader.spoil("**/catalogue-*", lost)
    reader.page.goto(f"{reader.address}en/search/?q=sea&year=2023")
    reader.page.wait_for_selector(".pg-search[data-state]")
    assert is_told(reader.read())


@pytest.mark.parametrize("pattern", ["**/*.chunk", "**/stemmer-*.js*"])
def test_a_file_that_never_comes_is_reported(new_reader: NewReader, pattern: str) -> None:
    reader = new_reader()
    reader.spoil(pattern, lambda _route: None)
    assert is_told(reader.ask("parrot"))


def test_a_request_that_leaves_the_site_would_be_noticed(new_reader: NewReader) -> None:
    reader = new_reader()
    reader.ask("parrot")
    assert reader.heard() == []
    reader.page.evaluate("() => fetch('https://elsewhere.example/').catch(() => null)")
    for _ in range(600):
        if reader.complaints:
            break
        reader.page.wait_for_timeout(100)
    assert reader.heard()
