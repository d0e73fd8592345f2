"""Pages placed into shells equal pages that the theme renders whole, byte for byte but for several spaces in a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from mkdocs.commands.build import build as build_site
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from pressgen.languages import language
from pressgen.model.groups import COUNTRIES, KINDS, ORGANISATIONS, PEOPLE, TOPICS
from pressgen.plugin import PressgenPlugin
from pressgen.plugin.material.fixes import squeezed, without_second_drawer
from pressgen.plugin.material.frame import Frame
from pressgen.plugin.material.language import MenuLink
from pressgen.views.page import PageType, ShellKey

LANGUAGES = ("en", "km", "ar")
ISSUER = "issuer: {country: KH, name: {en: Ministry, km: ក្រសួង}}"
PLAIN = f"""\
site_name: Ministry
site_url: https://example.org/press/
theme: {{name: material}}
plugins: [pressgen: {{languages: [en, km, ar], {ISSUER}}}]
"""
RICH = f"""\
site_name: Ministry & Co
site_url: https://example.org/
copyright: © Ministry
repo_url: https://example.org/repo
theme:
  name: material
  custom_dir: overrides
  features: [navigation.tabs, navigation.tabs.sticky, navigation.instant, navigation.indexes, navigation.path,
    navigation.footer, navigation.top, search.suggest, content.action.edit, header.autohide, announce.dismiss]
  logo: logo.svg
  palette:
    - {{media: "(prefers-color-scheme)", toggle: {{icon: material/brightness-auto, name: Light}}}}
    - {{scheme: default, primary: black, toggle: {{icon: material/weather-night, name: Dark}}}}
    - {{scheme: slate, toggle: {{icon: material/weather-sunny, name: System}}}}
extra_css: [own.css, en/releases/own.css]
extra_javascript: [own.js, {{path: en/releases/own.js, defer: true}}]
extra:
  analytics: {{feedback: {{title: Good, ratings: [{{icon: material/heart, name: Fine, data: 1, note: Thanks}}]}}}}
nav: [Start: index.md, Ministry: [About us: about.md, More: more.md], Elsewhere: https://example.com/]
plugins: [pressgen: {{languages: [en, km, ar], {ISSUER}}}]
"""
SINGLE = PLAIN.replace("[en, km, ar]", "[en]")
NOWHERE = PLAIN.replace("site_url: https://example.org/press/\n", "")
CONFIGURATIONS = {"plain": PLAIN, "rich": RICH, "single": SINGLE, "nowhere": NOWHERE}
FILES = {
    "docs/index.md": "# Welcome\n",
    "docs/about.md": "# About us\n",
    "docs/about.ar.md": "# حول\n",
    "docs/more.md": "# More\n",
    "docs/logo.svg": "<svg/>",
    "overrides/main.html": '{% extends "base.html" %}\n{% block announce %}<b>News</b>{% endblock %}\n'
    '{% block extrahead %}<meta name="own" content="{{ page.url }}">{% endblock %}\n'.replace("{{ page.url }}", "x"),
    "overrides/partials/header.html": "<header>{% if page %}{{ page.meta.title or page.title }}{% endif %}"
    '{% include "partials/alternate.html" %}{{ config.theme.language }}</header>',
}
ADDRESSES = {
    PageType.HOME: ("",),
    PageType.LISTING: ("releases/", "releases/2022/"),
    PageType.RELEASE: ("releases/a-call/",),
    PageType.SIDE_BY_SIDE: ("releases/a-call/",),
    COUNTRIES: ("countries/", "countries/no/", "countries/no/2022/"),
    PEOPLE: ("people/", "people/a-minister/"),
    ORGANISATIONS: ("organisations/", "organisations/asean/"),
    TOPICS: ("topics/", "topics/trade/"),
    KINDS: ("kinds/", "kinds/visit/2022/"),
    PageType.LEDGER: ("ledger/", "ledger/2022/"),
    PageType.CALENDAR: ("calendar/", "calendar/2022/"),
    PageType.SEARCH: ("search/",),
}
ARCHIVE = (PageType.LISTING, PageType.RELEASE, PageType.SIDE_BY_SIDE, KINDS)
"""The pages that stand under the archive's place of the navigation; the others have places of their own, or none."""
SAID = {
    "title": "A call &lt;&amp;&gt; &#39;ការហៅ&#39;",
    "description": "What &quot;they&quot; said",
    "article": '<div id="article"><h1>A \\1 call</h1>\n<p>They </head> spoke.</p></div>',
    "head": '<link rel="canonical" href="https://example.org/x/">',
}


@pytest.fixture(params=CONFIGURATIONS)
def plugin(
    request: pytest.FixtureRequest, project: Path, write: Callable[[Mapping[str, str | None]], None]
) -> PressgenPlugin:
    write({**FILES, "mkdocs.yml": CONFIGURATIONS[request.param]})
    if request.param == "single":
        write({"docs/about.km.md": None, "docs/about.ar.md": None, "releases/2022/call.km.md": None})
    config = load_config(str(project / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build_site(config)
    found: PressgenPlugin = config.plugins["pressgen"]  # type: ignore[assignment]
    return found


def whole(plugin: PressgenPlugin, tag: str, type_: PageType, address: str, links: Mapping[str, str]) -> str:
    """Render a page as MkDocs renders its own, with what it says in the places where MkDocs has it."""
    shells = plugin.shells
    config, navigation = shells._config, plugin._navigations[tag]
    page = next((place for place in navigation.places.values() if place.url == address), None)
    if page is None:
        file = File(f"{address}index.md", None, config.site_dir, use_directory_urls=True)
        page = Page(SAID["title"], file, config)
    page.content = SAID["article"]
    page.meta = {
        "description": SAID["description"],
        "hide": ["navigation", "toc", "path", "tags", "feedback", "footer"],
    }
    if type_ is not PageType.HOME:
        page.meta["title"] = SAID["title"]
    page.toc = TableOfContents([AnchorLink("x", "article", 1)])
    page.canonical_url = page.edit_url = None
    place = navigation.archive if type_ in ARCHIVE else navigation.places.get(type_)
    config.theme["language"] = plugin._theme_languages[tag].name
    config.site_name = {"km": "ក្រសួង"}.get(tag, "Ministry") if config.site_name != "Ministry & Co" else config.site_name
    config.theme["direction"] = language(tag).direction
    if links:
        config.extra["alternate"] = [
            {"name": language(other).autonym, "link": link, "lang": other} for other, link in links.items()
        ]
    if place:
        place.active = True
    target, up = plugin.content.facts.addresses.search(tag), "../" * address.count("/")
    box = "" if type_ is PageType.SEARCH else plugin.content.search_box(tag, up + target)
    menu = [MenuLink(other, link) for other, link in links.items()]
    colophon = plugin.content.colophon(tag, type_, lambda there: up + there, menu)
    frame = Frame(language=tag, search_box=box, colophon=colophon, archive=True)
    context = get_context(navigation.nav, shells._pages, config, page) | {"pressgen": frame}
    html = shells._env.get_template("main.html").render(context)
    if place:
        place.active = False
    return without_second_drawer(html.replace("</head>", SAID["head"] + "</head>", 1))


def test_a_spliced_page_is_the_page_rendered_whole(plugin: PressgenPlugin) -> None:
    places = plugin.content.facts.addresses
    links = {tag: f"https://menu.example/{tag}/" for tag in places.languages} if places.several else {}
    values = SAID | {f"alternate:{tag}": link for tag, link in links.items()}
    compared = 0
    for tag in places.languages:
        for type_, addresses in ADDRESSES.items():
            for rest in addresses:
                # The page of all editions stands below no language.
                address = rest if type_ is PageType.SIDE_BY_SIDE else places.home(tag) + rest
                spliced = plugin.shells(ShellKey(tag, address.count("/"), type_)).fill(values).decode()
                assert SAID["article"] in spliced
                assert squeezed(spliced) == squeezed(whole(plugin, tag, type_, address, links)), (tag, type_, address)
                assert f'<html lang="{tag}"' in spliced
                compared += 1
    assert compared == sum(map(len, ADDRESSES.values())) * len(places.languages)


def test_the_context_is_the_hosts_own(plugin: PressgenPlugin) -> None:
    shells, navigation = plugin.shells, next(iter(plugin._navigations.values()))
    ours = shells._context(navigation, navigation.archive, "")
    hosts = get_context(navigation.nav, shells._pages, shells._config, navigation.archive)
    assert ours == {**hosts, "build_date_utc": ours["build_date_utc"]}
