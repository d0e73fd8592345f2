"""The box in the header: reached by keys and by touch, answering as one types, and out of the way again."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.search.conftest import Serve

Visit = Callable[..., Page]
PHONE = {"width": 360, "height": 740}


def opened(page: Page, text: str = "sea") -> Page:
    page.keyboard.press("/")
    page.keyboard.type(text)
    expect(page.locator(".pg-finder__panel")).to_be_visible()
    return page


def test_nothing_is_loaded_before_a_reader_uses_the_box(browser: Browser, host: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.removeprefix(host)))
    page.goto(f"{host}/en/about/", wait_until="networkidle")

    assert [url for url in loaded if "search" in url and url.endswith(".js")] == ["/assets/pressgen/search/box.js"]
    with page.expect_request("**/search/search-*.js"):
        page.locator(".pg-finder__field").click()
    context.close()


def test_the_slash_leads_to_the_box_and_the_arrows_through_its_results(visit: Visit) -> None:
    page = opened(visit("en/about/"))
    titles = page.locator(".pg-finder__panel .pg-result__title a")

    expect(titles).to_have_count(6)
    expect(page.locator(".pg-finder").get_by_role("status")).to_have_text("31 results")
    page.keyboard.press("ArrowDown")
    expect(titles.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(titles.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".pg-finder__field")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("link", name="See all results")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/releases/*/?h=sea")


def test_coming_back_to_the_field_leaves_the_results_as_they_are(visit: Visit) -> None:
    page = opened(visit("en/about/"))
    more = page.get_by_role("link", name="See all results")
    more.evaluate("one => { one.dataset.seen = '' }")

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.wait_for_timeout(600)

    # Made anew, they would take the focus away from whoever is among them by then.
    expect(more).to_have_attribute("data-seen", "")


def test_enter_leads_to_the_search_page(visit: Visit) -> None:
    page = opened(visit("fr/about/"), "mer")

    page.keyboard.press("Enter")

    page.wait_for_url("**/fr/search/?q=mer")


@pytest.mark.parametrize("keys", ["Control+k", "Meta+k", "/"])
def test_keys_lead_to_the_box_but_not_while_one_types(visit: Visit, keys: str) -> None:
    page = visit("en/about/")
    page.keyboard.press(keys)
    expect(page.locator(".pg-finder__field")).to_be_focused()

    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<input id=form>')")
    page.locator("#form").focus()
    page.keyboard.press(keys)

    expect(page.locator("#form")).to_be_focused()


@pytest.mark.parametrize("key,code,opens", [("៊", "Slash", True), ("-", "Slash", False), ("ع", "KeyK", False)])
def test_keyboards_of_other_scripts_have_the_same_key(visit: Visit, key: str, code: str, *, opens: bool) -> None:
    page = visit("en/about/")

    page.evaluate(
        "([key, code]) => document.body.dispatchEvent(new KeyboardEvent('keydown', {key, code, bubbles: true}))",
        [key, code],
    )

    assert page.evaluate("document.activeElement.matches('.pg-finder__field')") is opens


def test_escape_closes_and_gives_the_focus_back(visit: Visit) -> None:
    page = visit("en/about/")
    link = page.locator(".pg-places a").nth(1)
    link.focus()
    opened(page)
    page.keyboard.press("ArrowDown")

    page.keyboard.press("Escape")

    expect(page.locator(".pg-finder__panel")).to_be_hidden()
    expect(link).to_be_focused()


def test_escape_leads_back_into_a_field_that_was_gone_to(visit: Visit) -> None:
    page = visit("en/about/")
    page.locator(".pg-finder__field").click()
    page.keyboard.type("sea")
    expect(page.locator(".pg-finder__panel")).to_be_visible()
    page.keyboard.press("ArrowDown")

    page.keyboard.press("Escape")

    expect(page.locator(".pg-finder__field")).to_be_focused()
    page.wait_for_timeout(400)
    expect(page.locator(".pg-finder__panel")).to_be_hidden()


def test_leaving_the_box_closes_it(visit: Visit) -> None:
    page = opened(visit("en/about/"))

    page.locator("h1").click(position={"x": 5, "y": 5})

    expect(page.locator(".pg-finder__panel")).to_be_hidden()


def test_a_phone_has_a_button_that_opens_the_box(visit: Visit) -> None:
    page = visit("en/about/", **PHONE)
    button = page.locator(".pg-finder__open")
    expect(page.locator(".pg-finder__field")).to_be_hidden()

    button.click()
    page.keyboard.type("sea")

    expect(page.locator(".pg-finder__panel .pg-result")).to_have_count(6)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.get_by_role("button", name="Close the search").click()
    expect(page.locator(".pg-finder__field")).to_be_hidden()
    expect(button).to_be_focused()


def test_without_javascript_the_button_is_a_link_and_the_box_a_form(visit: Visit) -> None:
    page = visit("ar/about/", scripts=False, **PHONE)
    page.locator(".pg-finder__open").click()
    page.wait_for_url("**/ar/search/")

    page = visit("ar/about/", scripts=False)
    page.locator(".pg-finder__field").fill("البحر")
    page.locator(".pg-finder__field").press("Enter")
    page.wait_for_url("**/ar/search/?q=*")


@pytest.mark.parametrize(
    "fails,said",
    [
        ("", "Nothing was found for “xyzzy”."),
        ("?fails=unreachable", "The search index could not be loaded."),
        ("?fails=unbuilt", re.compile("^Words cannot be searched for at present.")),
    ],
)
def test_nothing_found_and_nothing_arrived_are_said(visit: Visit, fails: str, said: str | re.Pattern[str]) -> None:
    page = opened(visit(f"en/about/{fails}"), "xyzzy")

    expect(page.locator(".pg-finder").get_by_role("status")).to_have_text(said)
    page.get_by_role("link", name="Browse the archive").click()
    page.wait_for_url("**/en/search/?q=xyzzy")


def test_a_box_whose_scripts_do_not_arrive_is_still_a_form(page: Page, host: str) -> None:
    page.route("**/search/search-*.js", lambda route: route.abort())
    page.goto(f"{host}/en/about/")
    page.locator(".pg-finder__field").fill("sea")

    page.locator(".pg-finder__field").press("Enter")

    page.wait_for_url("**/en/search/?q=sea")


def test_a_site_below_a_path_of_its_host_is_searched(browser: Browser, invented: Path, serve: Serve) -> None:
    address = serve(invented, "a/press")
    context = browser.new_context()
    page = context.new_page()
    lost: list[str] = []
    page.on("response", lambda response: lost.append(response.url) if response.status >= 400 else None)
    page.goto(f"{address}/a/press/en/about/")
    opened(page)

    page.locator(".pg-finder__panel .pg-result__title a").first.click()

    page.wait_for_url(re.compile(re.escape(f"{address}/a/press/en/releases/")))
    page.goto(f"{address}/a/press/ar/search/?q=%D8%A7%D9%84%D8%A8%D8%AD%D8%B1")
    expect(page.locator(".pg-results > li")).to_have_count(10)
    assert lost == []
    context.close()


def test_the_page_for_unknown_addresses_has_the_box_too(visit: Visit) -> None:
    page = opened(visit("en/no/such/page/", missing=True))

    page.keyboard.press("Enter")

    page.wait_for_url("**/en/search/?q=sea")
