"""The search page: a query has results and announcements, is kept in the address, and survives leaving the page."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

Visit = Callable[..., Page]


# Letter after letter, with no pause between, however busy the machine is.
TYPE = """
(field, text) => [...text].forEach((letter) => {
  field.value += letter
  field.dispatchEvent(new InputEvent('input', {bubbles: true}))
})
"""


def results(page: Page) -> int:
    return page.locator(".pg-results > li").count()


def asked(page: Page) -> list[str]:
    found: list[str] = page.evaluate("(window.asked ?? []).map(({text}) => text)")
    return found


def shown(page: Page) -> Page:
    expect(page.locator(".pg-results > li").first).to_be_visible()
    return page


def test_an_address_with_a_question_shows_its_answer(visit: Visit) -> None:
    page = shown(visit("en/search/?q=ministry"))

    expect(page.get_by_role("status")).to_have_text("13 results")
    expect(page.locator("#q")).to_have_value("ministry")
    expect(page).to_have_title(re.compile("^Search: ministry - "))
    assert results(page) == 10


def test_results_come_as_one_types_and_the_address_says_what_is_asked(visit: Visit) -> None:
    page = visit("en/search/")
    before = page.evaluate("history.length")

    page.locator("#q").evaluate(TYPE, "ministry")

    expect(page.get_by_role("status")).to_have_text("13 results")
    expect(page).to_have_url(re.compile(r"\?q=ministry$"))
    assert page.evaluate("history.length") == before
    assert asked(page) == ["ministry"]


def test_what_is_typed_before_the_script_has_come_is_kept_and_answered(visit: Visit) -> None:
    page = visit("en/search/")
    held: list[Route] = []
    typed = False

    def hold(route: Route) -> None:
        if typed:
            route.continue_()
        else:
            held.append(route)

    page.route(re.compile(r"/search/[^/]*\.js$"), hold)
    page.goto(page.url, wait_until="commit")
    page.locator("#q").fill("ministry")
    assert held

    typed = True
    for route in held:
        route.continue_()

    expect(page.get_by_role("status")).to_have_text("13 results")
    expect(page.locator("#q")).to_have_value("ministry")
    expect(page).to_have_url(re.compile(r"\?q=ministry$"))


def test_the_last_question_is_answered_however_late_another_answer_comes(visit: Visit) -> None:
    page = visit("en/search/?q=slow")
    page.locator("#q").fill("ministry")
    expect(page.get_by_role("status")).to_have_text("13 results")

    page.wait_for_timeout(1700)

    assert asked(page) == ["slow", "ministry"]
    expect(page.get_by_role("status")).to_have_text("13 results")


def test_a_reader_who_waits_is_reported(visit: Visit) -> None:
    page = visit("en/search/")

    page.locator("#q").fill("slow")

    expect(page.get_by_role("status")).to_have_text("Searching…")
    expect(page.get_by_role("status")).to_have_text("2 results")


def test_a_filter_narrows_and_can_be_gone_back_from(visit: Visit) -> None:
    page = shown(visit("en/search/?q=ministry"))
    yasmara = page.get_by_role("checkbox", name=re.compile("Yasmara"))
    others = page.locator('[data-facet="country"] li').count()

    yasmara.check()

    expect(page).to_have_url(re.compile(r"\?q=ministry&country=XD$"))
    expect(page.get_by_role("status")).not_to_have_text("13 results")
    expect(page.get_by_role("button", name="Remove the filter: Yasmara")).to_be_visible()
    assert page.locator('[data-facet="country"] li').count() == others
    expect(page.locator(":focus")).to_have_value("XD")
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("13 results")
    expect(yasmara).not_to_be_checked()
    page.go_forward()
    expect(yasmara).to_be_checked()


def test_a_chosen_filter_is_named_and_taken_away(visit: Visit) -> None:
    page = shown(visit("en/search/?q=ministry&country=XD&year=2023"))
    two = page.get_by_role("status").text_content()

    page.get_by_role("button", name="Remove the filter: 2023").click()

    expect(page.get_by_role("status")).not_to_have_text(two or "")
    expect(page).to_have_url(re.compile(r"\?q=ministry&country=XD$"))
    expect(page.locator("#results")).to_be_focused()
    page.get_by_role("button", name="Remove the filter: Yasmara").click()
    expect(page).to_have_url(re.compile(r"\?q=ministry$"))
    expect(page.locator(".pg-chosen")).to_be_hidden()


def test_a_long_list_of_values_opens_and_is_searched(visit: Visit) -> None:
    page = shown(visit("en/search/?q=the"))
    people = page.locator('[data-facet="person"]')
    people.locator("summary").click()
    few = people.get_by_role("checkbox").count()

    people.get_by_role("button", name=re.compile("^Show all")).click()

    expect(people.get_by_role("searchbox")).to_be_focused()
    assert people.get_by_role("checkbox").count() > few
    people.get_by_role("searchbox").fill("leontine")
    expect(people.get_by_role("checkbox")).to_have_count(1)
    people.get_by_role("checkbox", name=re.compile("Léontine")).check()
    expect(page).to_have_url(re.compile("person=leontine-darce"))
    expect(people.get_by_role("checkbox", name=re.compile("Léontine"))).to_be_checked()


def test_filters_alone_are_a_question(visit: Visit) -> None:
    page = shown(visit("fr/search/?kind=briefing"))

    expect(page.get_by_role("status")).to_have_text("2 résultats")


def test_the_newest_come_first_when_asked_so(visit: Visit) -> None:
    page = shown(visit("en/search/?q=ministry"))

    page.get_by_role("radio", name="Newest first").check()

    expect(page).to_have_url(re.compile("order=date"))
    expect(page.locator(".pg-results time").first).to_have_attribute("datetime", "2025-11-18")
    days = page.locator(".pg-results time").evaluate_all("all => all.map(one => one.dateTime)")
    assert days == sorted(days, reverse=True)


def test_more_results_come_below_and_the_button_keeps_the_focus(visit: Visit) -> None:
    page = shown(visit("en/search/?q=ministry"))
    more = page.get_by_role("button", name="More results")
    more.focus()

    page.keyboard.press("Enter")

    expect(page.locator(".pg-results > li")).to_have_count(13)
    expect(page.get_by_role("status")).to_have_text("Shown: 13 of 13")
    last = page.get_by_role("button", name="All results are shown.")
    expect(last).to_be_focused()
    expect(last).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("Enter")
    assert len(asked(page)) == 2


def test_coming_back_from_a_release_shows_what_was_shown(visit: Visit) -> None:
    page = shown(visit("en/search/?q=ministry"))
    page.get_by_role("button", name="More results").click()
    expect(page.locator(".pg-results > li")).to_have_count(13)
    link = page.locator(".pg-result__title a").nth(11)
    link.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    link.click()
    page.wait_for_url("**/releases/**", wait_until="networkidle")

    page.go_back()

    expect(page.locator(".pg-results > li")).to_have_count(13)
    page.wait_for_function("before => Math.abs(scrollY - before) < 60", arg=before)


def test_a_result_opens_with_the_question_to_be_marked(visit: Visit) -> None:
    page = shown(visit("fr/search/?q=mer%20d%E2%80%99Ambre"))

    href = page.locator(".pg-result__title a").first.get_attribute("href")

    assert re.search(r"/fr/releases/[^/]+/\?h=mer\+d%E2%80%99Ambre$", href or "")
    others = page.locator(".pg-result__editions a").first
    expect(others).to_have_attribute("href", re.compile(r"/(en|ar)/releases/[^/]+/\?h="))
    expect(others).to_have_attribute("lang", re.compile("en|ar"))


def test_excerpts_are_marked_and_say_their_language(visit: Visit) -> None:
    page = shown(visit("en/search/?q=%D8%A7%D9%84%D8%A8%D8%AD%D8%B1"))  # an Arabic word, asked on an English page
    excerpt = page.locator(".pg-result__excerpt").first

    expect(excerpt.locator("mark")).to_have_text("البحر")
    expect(excerpt).to_have_attribute("lang", "ar")
    expect(excerpt).to_have_attribute("dir", "rtl")
    expect(
        shown(visit("ar/search/?q=%D8%A7%D9%84%D8%A8%D8%AD%D8%B1")).locator(".pg-result__excerpt[lang]")
    ).to_have_count(0)


def test_an_empty_search_shows_what_can_be_browsed(visit: Visit) -> None:
    page = visit("en/search/")

    expect(page.locator(".pg-search__what")).to_be_visible()
    expect(page.get_by_role("navigation", name="Browse the archive")).to_be_visible()
    expect(page.locator(".pg-search__without")).to_have_count(0)
    page.locator("#q").fill("ministry")
    expect(page.locator(".pg-search__what")).to_be_hidden()
    page.locator("#q").fill("")
    expect(page.locator(".pg-search__what")).to_be_visible()
    expect(page.locator(".pg-search__found")).to_be_hidden()
    assert page.url.endswith("/en/search/")


def test_nothing_found_says_so_and_what_may_help(visit: Visit) -> None:
    page = visit("en/search/?q=%22nothing%20such%22&year=2023")

    expect(page.get_by_role("status")).to_have_text("Nothing was found for “nothing such”.")
    hints = page.locator(".pg-search__none")
    expect(hints).to_contain_text("Leave out the quotation marks.")
    expect(page.get_by_role("navigation", name="Browse the archive")).to_be_visible()
    page.locator("#q").fill("ministry")
    page.locator("#q").fill("zebra")
    expect(page.get_by_role("status")).to_have_text("Nothing was found for “zebra”.")
    expect(hints).not_to_contain_text("quotation", use_inner_text=True)
    page.get_by_role("button", name="Remove all filters").click()
    expect(page).to_have_url(re.compile(r"\?q=zebra$"))


def test_what_did_not_arrive_is_said_with_a_way_to_try_again(visit: Visit) -> None:
    page = visit("en/search/?q=sea&fails=unreachable")

    expect(page.locator(".pg-search__failed")).to_contain_text("could not be loaded")
    expect(page.get_by_role("link", name="Try again")).to_have_attribute("href", page.url)
    expect(page.get_by_role("navigation", name="Browse the archive")).to_be_visible()


def test_what_arrived_in_part_is_said_beside_its_results(visit: Visit) -> None:
    page = shown(visit("en/search/?q=sea&fails=partial"))

    expect(page.locator(".pg-search__partial")).to_contain_text("there may be more results")


@pytest.mark.parametrize("lost", ["**/search/search-*.js", "**/interface-en-*.json"])
def test_a_script_that_does_not_arrive_is_said(page: Page, host: str, lost: str) -> None:
    page.route(lost, lambda route: route.abort())
    page.goto(f"{host}/en/search/?q=sea")

    expect(page.locator(".pg-search__failed")).to_be_visible()
    expect(page.locator("#q")).to_have_value("sea")
    expect(page.get_by_role("link", name="Try again")).to_have_attribute("href", page.url)


def test_a_site_without_an_index_has_its_filters(page: Page, host: str) -> None:
    def without_field(route: Route) -> None:
        answer = route.fetch()
        body = re.sub(r'<form class="pg-ask".*?</form>', "", answer.text(), flags=re.DOTALL)
        route.fulfill(response=answer, body=body)

    page.route("**/en/search/*", without_field)
    page.goto(f"{host}/en/search/?q=sea")

    expect(page.get_by_role("status")).to_have_text("40 results")
    page.get_by_role("checkbox", name=re.compile("Yasmara")).check()
    expect(page).to_have_url(re.compile(r"/en/search/\?country=XD$"))
    expect(page.get_by_role("status")).to_have_text("12 results")
    expect(page.get_by_role("navigation", name="Browse the archive")).to_be_visible()


def test_without_javascript_the_page_says_so_and_leads_on(visit: Visit) -> None:
    page = visit("en/search/?q=sea", scripts=False)

    expect(page.locator(".pg-search__without")).to_contain_text("needs JavaScript")
    expect(
        page.get_by_role("navigation", name="Browse the archive").get_by_role("link", name="Calendar")
    ).to_be_visible()
    expect(page.locator(".pg-order")).to_be_hidden()


def test_the_masthead_has_a_form_that_leads_here(visit: Visit) -> None:
    page = visit("en/", scripts=False)
    field = page.locator("header input[name=q]")
    field.fill("sea")

    field.press("Enter")

    page.wait_for_url("**/en/search/?q=sea")


def test_addresses_that_make_no_sense_do_no_harm(visit: Visit) -> None:
    page = visit("en/search/?q=" + "x" * 500 + "&order=sideways&country=&country=ZZ&country=%3Cb%3E&year=abc")

    expect(page.get_by_role("status")).to_contain_text("Nothing was found")
    assert page.evaluate("window.asked[0].text.length") == 240
    expect(page.get_by_role("button", name="Remove the filter: <b>")).to_be_visible()
    assert page.locator(".pg-search b").count() == 0
