"""Measure what a search costs a reader: bytes, requests and time to the first result, for first and later searches.

An invented archive in two languages is built once and served as a host would serve it. Chromium opens the search page
with a query, as from a link, with nothing in its cache; then it asks more in the same page:

    python -m benchmarks.search.queries --releases 1000 10000 --keep folder

Bytes are those of answers with their headers, as they go over the wire, until the first result stands on the page:
`search` of what only search needs, `all` with the page itself, its styles and fonts. Times are medians on this
machine, without a network between.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks import archive
from benchmarks.search.serving import Counted, serving
from benchmarks.search.vocabulary import english_word, khmer_company, paragraphs
from tests.browser.chromium import find, flags

GOALS = {
    # By the number of releases, for each sort of query the KB of a first search.
    1_000: {"English word": 125, "English phrase": 200, "Khmer word": 250, "Khmer phrase": 250},
    10_000: {"English word": 250, "English phrase": 400, "Khmer word": 500, "Khmer phrase": 500},
}
FIRST = 1.0
"""Seconds to the first result of a first search, at most."""
LATER = 0.15
"""Seconds to the first result of a later one, at most."""
QUERIES = {
    "English word": (english_word(40), english_word(400), english_word(4_000), "fisheries", "grid"),
    "English phrase": ('"clearance of remnants"', '"double taxation"', '"unhindered humanitarian access"'),
    "Khmer word": (khmer_company(40), khmer_company(400), "ជលផល", "ទិដ្ឋាការ", "និស្សិត"),
    "Khmer phrase": ("ការបោសសម្អាតមីន", "ការស្រាវជ្រាវនិងសង្គ្រោះ", "ថាមពលស្អាតនិងបណ្តាញ"),
}
"""Common words, middling and rare ones; phrases of texts. The Khmer phrases have eight clusters or more."""
PATIENCE = 60_000


class Searched(NamedTuple):
    """One search: requests, bytes that only search needs, all bytes, seconds to the first result."""

    requests: int
    search: int
    all: int
    seconds: float


def write(folder: Path, releases: int) -> None:
    """Write the project, half of each text in rarer words."""
    for name, text in archive.releases_of_a_project(releases):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(rarer(path.name, text) if name.startswith("releases/2") else text, encoding="utf-8")


def rarer(name: str, text: str) -> str:
    """Write a release's text with every second paragraph in rarer words."""
    slug, language, _ = name.split(".")
    head, *blocks = text.split("\n\n")
    invented = paragraphs(slug, language, len(blocks) // 2)
    blocks[1::2] = invented
    return "\n\n".join([head, *blocks])


def build(folder: Path) -> float:
    """Build the site where it is not built yet; give the seconds."""
    if (folder / "site" / "index.html").exists():
        return 0.0
    began = time.perf_counter()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, env=environment, check=True)
    return time.perf_counter() - began


def first_search(browser: Browser, site: str, counted: Counted, query: str) -> Searched:
    """Search with a browser that has nothing of the site."""
    context = browser.new_context()
    context.add_init_script(FIRST_RESULT)
    page = context.new_page()
    counted.clear()
    page.goto(f"{site}en/search/?q={quote(query)}", wait_until="commit")
    page.wait_for_function("() => window.firstResult", timeout=PATIENCE)
    began, there = page.evaluate("() => [performance.timeOrigin / 1000, window.firstResult]")
    context.close()
    until = [(path, size) for moment, path, size in counted.answers if moment < began + there / 1000]
    own = sum(size for path, size in until if belongs_to_search(path))
    return Searched(len(until), own, sum(size for _, size in until), there / 1000)


# The moment at which the first result stands on the page, in milliseconds since the page was asked for.
FIRST_RESULT = """new MutationObserver((_, observer) => {
  if (document.querySelector('.pg-result')) { window.firstResult = performance.now(); observer.disconnect() }
}).observe(document, {childList: true, subtree: true})"""


def belongs_to_search(path: str) -> bool:
    """Whether a file is of no use to a page without a search."""
    return path.startswith("assets/pressgen/search/")


def later_searches(page: Page, site: str, queries: list[str]) -> Iterator[float]:
    """Search again and again in one page, as a reader does who types; give the seconds of each."""
    page.goto(f"{site}en/search/?q=consultations", wait_until="networkidle")
    page.wait_for_selector(".pg-result", timeout=PATIENCE)
    for query in queries:
        yield page.evaluate(SEARCH_AGAIN, query) / 1000


# The time within the page: the driver's own way to it and back would be counted otherwise.
SEARCH_AGAIN = """query => new Promise(resolve => {
  const field = document.querySelector('.pg-ask__field')
  const list = document.querySelector('.pg-results')
  list.replaceChildren()
  const began = performance.now()
  new MutationObserver((_, observer) => {
    if (list.querySelector('.pg-result')) { observer.disconnect(); resolve(performance.now() - began) }
  }).observe(list, {childList: true})
  field.value = query
  field.form.requestSubmit()
})"""


def size_of(site: Path) -> str:
    """Print the size of the site's index."""
    files = [path for path in (site / "assets/pressgen/search").rglob("*") if path.is_file()]
    return f"{len(files)} files, {sum(path.stat().st_size for path in files) / 1e6:.1f} MB"


def rows(releases: int, searched: dict[str, list[Searched]], later: dict[str, list[float]]) -> Iterator[str]:
    """Write the lines of the table, with the goals where there are any."""
    yield "| | requests | search KB | goal | all KB | first s | goal | later ms | goal |"
    yield "|---|---|---|---|---|---|---|---|---|"
    goals = GOALS.get(releases, {})
    for sort, each in searched.items():
        requests, own, everything, seconds = (statistics.median(one[at] for one in each) for at in range(4))
        yield (
            f"| {sort} | {requests:.0f} | {own / 1000:.0f} | {goals.get(sort, '')} | {everything / 1000:.0f} | "
            f"{seconds:.2f} | {FIRST} | {statistics.median(later[sort]) * 1000:.0f} | {LATER * 1000:.0f} |"
        )


def measure(folder: Path, releases: int, rounds: int) -> None:
    """Build, search and print the table of one archive."""
    if not (folder / "mkdocs.yml").exists():
        write(folder, releases)
    seconds = build(folder)
    with sync_playwright() as playwright, serving(folder / "site") as (site, counted):
        browser = playwright.chromium.launch(executable_path=str(find()), args=flags())
        first_search(browser, site, counted, "consultations")  # the host reads and packs its files once
        searched = {
            sort: [first_search(browser, site, counted, query) for query in queries for _ in range(rounds)]
            for sort, queries in QUERIES.items()
        }
        page = browser.new_page()
        later = {sort: list(later_searches(page, site, list(queries))) for sort, queries in QUERIES.items()}
        browser.close()
    print(f"\n{releases} releases in two languages, index {size_of(folder / 'site')}, built in {seconds:.0f} s\n")
    print("\n".join(rows(releases, searched, later)))


def main() -> int:
    """Measure archives of several sizes."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--releases", type=int, nargs="+", default=[1_000, 10_000])
    arguments.add_argument("--rounds", type=int, default=3, help="first searches for each query")
    arguments.add_argument("--keep", type=Path, help="write the projects to this folder, and use what is there")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        for releases in options.releases:
            measure((options.keep or Path(temporary)) / str(releases), releases, options.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
