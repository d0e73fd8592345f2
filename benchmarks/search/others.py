"""Run the proof's queries in other engines: Material's own search, and Pagefind with its defaults.

Both are given the texts of tests/search/archive as ordinary pages, one for each edition, with its facts printed as a
ministry would print them; each is asked every query of tests/search/queries.yml in Chromium, through its own box or its
own programme. A release counts as found when any of its pages is. Prints a table for each engine:

    python -m benchmarks.search.others

Pagefind comes with the package pagefind-bin, which pressgen itself does without.
"""

from __future__ import annotations

import html
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import markdown
import yaml
from babel.dates import format_date
from pagefind_bin import get_executable
from playwright.sync_api import Error, Page, sync_playwright

from benchmarks.search.serving import serving
from tests.browser.chromium import find, flags
from tests.search.plain import ARCHIVE, LANGUAGES, Ask, asks

MATERIAL = """\
site_name: Releases
theme: {name: material}
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
plugins:
  - search:
      lang: {languages}
"""
HIDDEN = "held"
LONGEST = 60
"""Scrolls after which the list of Material's results is taken to be whole."""
PAUSE = 200
"""Milliseconds that Material has for its list once it has said how long that is."""


def editions() -> Iterator[tuple[str, str, str, str]]:
    """List each published edition and each page of docs/: its language, its id, its title and its Markdown."""
    for path in sorted((ARCHIVE / "releases").rglob("*.md")):
        if HIDDEN in path.parts:
            continue
        slug, language, _ = path.name.split(".")
        original = next(one for one in path.parent.glob(f"{slug}.*.md") if "\ndate:" in one.read_text("utf-8"))
        head, body = path.read_text("utf-8").split("---\n", 2)[1:]
        facts = yaml.safe_load(original.read_text("utf-8").split("---\n", 2)[1])
        own = yaml.safe_load(head)
        yield language, slug, " ".join(own["title"].split()), f"{_facts({**facts, **own}, language)}\n\n{body}"
    for path in sorted((ARCHIVE / "docs").glob("*.md")):
        name, *tag = path.name.split(".")[:-1]
        title, body = path.read_text("utf-8").removeprefix("# ").split("\n", 1)
        yield (tag or ["en"])[0], f"page:{name}", title, body


def _facts(facts: dict[str, Any], language: str) -> str:
    """Print a release's number, place, day, participants and countries in a language."""
    registers = {
        name: yaml.safe_load((ARCHIVE / f"releases/register/{name}.yml").read_text("utf-8"))
        for name in ("people", "countries")
    }
    people = [
        one["name"] if "name" in one else registers["people"][one["person"]] for one in facts.get("participants", ())
    ]
    countries = [registers["countries"].get(code) for code in facts.get("countries", ())]
    named = [*people, *(one["names"] if one else "" for one in countries)]
    words = [one if isinstance(one, str) else one.get("names", one).get(language, "") for one in named]
    day = format_date(facts["date"], "long", language)
    return ", ".join(filter(None, [str(facts.get("number", "")), str(facts.get("place", "")), day, *words]))


def write_material(folder: Path, languages: str = "[en]") -> Path:
    """Build the pages with MkDocs, Material and its search; give the folder of the site."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(MATERIAL.replace("{languages}", languages), encoding="utf-8")
    (folder / "docs/index.md").write_text("# Releases\n", encoding="utf-8")
    for language, slug, title, text in editions():
        path = folder / "docs" / language / f"{slug.replace(':', '-')}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"# {title}\n\n{text}", encoding="utf-8")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, env=environment, check=True)
    return folder / "site"


def write_pagefind(folder: Path) -> Path:
    """Write the pages as plain HTML with their languages, and index them with Pagefind; give the folder."""
    for language, slug, title, text in editions():
        path = folder / language / f"{slug.replace(':', '-')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        body = f"<h1>{html.escape(title)}</h1>{markdown.markdown(text)}"
        path.write_text(
            f'<!doctype html><html lang="{language}"><title>{html.escape(title)}</title><body>{body}', encoding="utf-8"
        )
    subprocess.run([get_executable(), "--site", str(folder), "--quiet"], check=True, capture_output=True)
    for language in LANGUAGES:
        page = f'<!doctype html><html lang="{language}"><title>Search</title>'
        (folder / language / "index.html").write_text(page, encoding="utf-8")
    return folder


def ask_material(page: Page, _address: str, ask: Ask) -> frozenset[str]:
    """Ask Material's search box, and read its list to the end."""
    page.keyboard.press("/")
    field, said, known = page.locator(".md-search__input"), page.locator(".md-search-result__meta"), -1
    field.fill("")
    field.press("End")  # it listens to keys
    page.wait_for_timeout(PAUSE)
    before = said.inner_text()
    field.fill(ask.query)
    field.press("End")
    with suppress(Error):  # it says nothing of a query that is no word to it
        page.wait_for_function(
            "([one, before]) => one.innerText !== before", arg=[said.element_handle(), before], timeout=3000
        )
    page.wait_for_timeout(PAUSE)
    for _ in range(LONGEST):
        links = page.locator(".md-search-result__list a").evaluate_all("all => all.map(one => one.href)")
        if len(links) == known:
            break
        known = len(links)
        page.locator(".md-search__scrollwrap").evaluate("one => one.scrollTo(0, one.scrollHeight)")
        page.wait_for_timeout(60)
    return frozenset(_id(link) for link in links)


def ask_pagefind(page: Page, address: str, ask: Ask) -> frozenset[str]:
    """Ask Pagefind's own programme in each of the languages, and join what it finds."""
    found = set[str]()
    for language in LANGUAGES:
        links = page.evaluate(
            """async ([address, language, query]) => {
                document.documentElement.lang = language
                window.opened ??= {}
                const own = await import(`${address}pagefind/pagefind.js?${language}`)
                if (!window.opened[language]) await own.init()
                window.opened[language] = true
                const {results} = await own.search(query)
                return Promise.all(results.map(async one => (await one.data()).raw_url ?? (await one.data()).url))
            }""",
            [address, language, ask.query],
        )
        found |= {_id(link) for link in links}
    return frozenset(found)


def _id(link: str) -> str:
    """Return the id that a page's address stands for."""
    name = urlsplit(link).path.strip("/").split("/")[-1]
    return name.removesuffix(".html").replace("page-", "page:")


def rows(answers: dict[str, frozenset[str]]) -> Iterator[str]:
    """Write the lines of the table: for each group releases found, queries answered exactly, and nothing found."""
    groups = dict.fromkeys(ask.group for ask in asks())
    yield "| group | releases found | queries answered exactly |\n|---|---|---|"
    total = [0, 0, 0, 0]
    for group in groups:
        own = [ask for ask in asks() if ask.group == group]
        expected = sum(len(ask.find) for ask in own)
        found = sum(len(ask.find & answers[ask.query]) for ask in own)
        exact = sum(ask.find == answers[ask.query] for ask in own)
        total = [one + more for one, more in zip(total, (found, expected, exact, len(own)), strict=True)]
        yield f"| {group} | {f'{found} / {expected}' if expected else ''} | {exact} / {len(own)} |"
    yield f"| all | {total[0]} / {total[1]} | {total[2]} / {total[3]} |"


def main() -> int:
    """Build, ask and print."""
    engines: dict[str, tuple[Callable[[Path], Path], Callable[[Page, str, Ask], frozenset[str]]]] = {
        "Material": (write_material, ask_material),
        "Material with the languages it has": (
            partial(write_material, languages="[en, fr, ar, th, ja, zh]"),
            ask_material,
        ),
        "Pagefind": (write_pagefind, ask_pagefind),
    }
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(find()), args=flags())
        for name, (write, ask_it) in engines.items():
            with serving(write(Path(temporary) / name)) as (address, _):
                page = browser.new_page()
                page.goto(f"{address}{'en/' if name == 'Pagefind' else ''}", wait_until="networkidle")
                answers = {ask.query: ask_it(page, address, ask) for ask in asks()}
                page.close()
            print(f"\n{name}\n\n" + "\n".join(rows(answers)))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
