"""A reader with the keyboard alone: everything is reached, in its order, the focus shows, and nothing holds it."""

from __future__ import annotations

import pytest

from tests.proof.conftest import SITES, Open, Sites
from tests.proof.keyboard import faults, press, walk
from tests.proof.samples import kind_of


def one_of_each_kind(sites: Sites, name: str, language: str) -> list[str]:
    """Return, for each kind, the path of its page with the fewest links in a language, so that a walk is short."""
    site = sites(name)
    found: dict[str, str] = {}
    for address, page in sorted(site.pages.items(), key=lambda one: (len(one[1].ways), one[0])):
        if not page.redirect and page.language == language:
            path = address.removeprefix(site.address)
            found.setdefault(kind_of(path, site.languages), path)
    return list(found.values())


@pytest.mark.parametrize("width", [1440, 360])
@pytest.mark.parametrize(("name", "language"), [(name, "en" if name == "own" else "ar") for name in SITES])
def test_everything_is_reached(sites: Sites, open_page: Open, name: str, language: str, width: int) -> None:
    paths = one_of_each_kind(sites, name, language)
    assert len(paths) >= 5

    found: list[str] = []
    for path in paths:
        found += faults(open_page(name, path, width=width))

    assert found == []


def test_everything_is_reached_without_scripts(open_page: Open) -> None:
    # Playwright's own questions need scripts; the browser's answer to a key needs none.
    page = open_page("own", "en/", width=360, scripts=False)
    page.locator("#__drawer").focus()
    page.keyboard.press("Space")

    assert page.locator("#__drawer").is_checked()
    assert page.locator(".pg-places a").first.is_visible()


def test_the_skip_link_comes_first_and_leads_past_the_menu(open_page: Open) -> None:
    page = open_page("own", "en/releases/")

    first = press(page)
    assert first
    assert "skip" in str(page.evaluate("document.activeElement.className"))
    assert page.evaluate("getComputedStyle(document.activeElement).opacity") == "1"
    page.keyboard.press("Enter")
    after = press(page)

    assert after
    assert after.inside


def test_the_other_languages_are_links_of_the_masthead(open_page: Open) -> None:
    page = open_page("own", "en/releases/")
    page.locator(".pg-masthead__name").focus()

    assert press(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/km/releases/")


def test_the_arrow_keys_choose_light_or_dark_and_the_choice_is_kept(open_page: Open) -> None:
    page = open_page("own", "en/")
    chosen = page.locator("input[name=pg-colours]:checked")
    assert chosen.get_attribute("value") == ""
    chosen.focus()
    seen = []
    for _ in range(2):
        stop = press(page, "ArrowDown")
        assert stop
        assert stop.marked
        seen.append(page.evaluate("document.documentElement.dataset.mdColorScheme"))

    assert seen == ["default", "slate"]
    page.goto(page.url.replace("/en/", "/km/releases/"))
    assert page.evaluate("document.documentElement.dataset.mdColorScheme") == "slate"
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    assert chosen.get_attribute("value") == "slate"
    chosen.focus()
    press(page, "ArrowDown")
    assert page.evaluate("document.documentElement.dataset.mdColorScheme") == "default"
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("document.documentElement.dataset.mdColorScheme === 'slate'")


def test_the_ways_into_the_site_open_in_their_place_on_a_phone(open_page: Open) -> None:
    page = open_page("own", "en/", width=360)
    links, box = page.locator(".pg-places a"), page.locator("#__drawer")
    assert links.locator("visible=true").count() == 0
    page.locator(".pg-menu").click()
    assert box.is_checked()
    assert links.locator("visible=true").count() == links.count() > 5

    page.keyboard.press("Space")
    assert not box.is_checked()
    assert links.locator("visible=true").count() == 0


def test_the_menu_of_a_phone_opens_to_all_its_depths_and_closes(open_page: Open) -> None:
    page = open_page("own", "en/manual/samples/", width=360)
    links = page.locator(".md-nav--primary a.md-nav__link")
    drawer = page.locator("#__drawer")
    drawer.focus()
    page.keyboard.press("Space")
    assert drawer.is_checked()

    opened = 0
    for stop in walk(page):
        assert stop.marked, stop
        assert stop.within, stop
        if stop.name.startswith("input __nav_") and opened < 2:
            page.keyboard.press("Space")
            opened += 1
    reached = links.locator("visible=true")
    assert opened == 2
    assert reached.count() > 5

    drawer.focus()
    page.keyboard.press("Space")
    assert not drawer.is_checked()
    assert links.locator("visible=true").count() == 0


def test_a_closed_menu_takes_no_focus(open_page: Open) -> None:
    page = open_page("own", "en/manual/samples/", width=360)

    within = [page.evaluate("Boolean(document.activeElement.closest('.md-nav--primary'))") for _ in walk(page)]

    assert within
    assert not any(within)


def test_a_page_that_holds_the_focus_or_hides_it_is_found(open_page: Open) -> None:
    page = open_page("own", "en/releases/")
    page.evaluate(
        """() => document.querySelector('main').insertAdjacentHTML('beforeend',
        '<a href="#x" tabindex="-1">never</a><a href="#y" style="outline: none">unseen</a>'
        + '<a href="#z" style="position: absolute; left: -90px">aside</a>')"""
    )

    found = " ".join(faults(page))

    assert 'not reached: <a href="#x"' in found
    assert "does not show: a #y" in found
    assert "off the screen: a #z" in found
