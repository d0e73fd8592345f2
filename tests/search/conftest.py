"""The proof's archive as a site, built once by the real command, below a folder of its host and under its policy."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Request, Route

from tests.browser.conftest import hosted, policy_of_the_manual
from tests.browser.tabs import Tab, Tabs
from tests.conftest import made_once
from tests.search.plain import ARCHIVE

BELOW = "press"
"""The folder of the host below which the site stands, as `site_url` in its mkdocs.yml says."""
PATIENCE = 60_000
"""Milliseconds for an answer; a busy machine must fail no test."""


@dataclass(frozen=True)
class Built:
    """A site as its files, with what the command printed."""

    folder: Path
    printed: str


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the site of the proof's archive, which is built once for all processes of this run."""
    top = made_once("queries", tmp_path_factory, _build)
    return Built(top / "host" / BELOW, (top / "printed.txt").read_text("utf-8"))


def _build(top: Path) -> None:
    project = top / "project"
    shutil.copytree(ARCHIVE, project, ignore=shutil.ignore_patterns(".cache", "site"))
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(top / "host" / BELOW)],
        cwd=project,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1767225600", "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (top / "printed.txt").write_text(done.stdout + done.stderr, "utf-8")


@pytest.fixture(scope="session")
def address(built: Built, repository: Path) -> Iterator[str]:
    """Serve the site under the manual's policy, and return its address, with a slash at its end."""
    with hosted(built.folder.parent, policy_of_the_manual(repository, built.folder)) as host:
        yield f"{host}/{BELOW}/"


@dataclass(frozen=True)
class Answer:
    """What the search page shows: its state, the ids in the order of its list, and whether it says that parts lack."""

    state: str
    found: tuple[str, ...]
    partial: bool


class Reader:
    """A reader in a browser who asks the search page, and sees to it that all that it asks for is the site's own."""

    def __init__(self, tab: Tab, address: str) -> None:
        self.address = address
        self.complaints: list[str] = []
        self.faults = False
        """Whether files are kept from arriving, of which the browser's console speaks."""
        self.page = tab.page
        self.before = ""
        """The language of the search page that is open; empty before one is."""
        tab.listen("request", self._note)
        tab.listen("console", self._hear)
        tab.listen("pageerror", lambda error: self.complaints.append(str(error)))

    def _note(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.complaints.append(f"asked for {request.url}")

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not (self.faults and "Failed to load resource" in message.text):
            self.complaints.append(message.text)

    def heard(self) -> list[str]:
        """Return the errors of the browser since the last call."""
        complaints, self.complaints = self.complaints, []
        return complaints

    def open(self, query: str, language: str = "en") -> None:
        """Open the search page with a query, and wait for what it says."""
        self.page.goto(f"{self.address}{language}/search/?q={quote(query)}")
        self.page.wait_for_function(SETTLED, timeout=PATIENCE)
        self.before = language

    def ask_next(self, query: str, language: str = "en") -> Answer:
        """Ask in the field of the search page that is open, or else open it with the query; read its list to the end.

        To open the page for each query costs twice as much.
        """
        if self.before != language:
            return self.ask(query, language)
        self.page.evaluate(SENT, query)
        self.page.wait_for_function(SETTLED, timeout=PATIENCE)
        assert parse_qs(urlsplit(self.page.url).query)["q"] == [query]
        return self.read()

    def ask(self, query: str, language: str = "en") -> Answer:
        """Open the search page with a query, and read its list to the end."""
        self.open(query, language)
        return self.read()

    def read(self) -> Answer:
        """Read what the page shows, to the end of its list."""
        more = self.page.locator(".pg-search__more button")
        while more.is_visible() and more.get_attribute("aria-disabled") != "true":
            shown = self.page.locator(".pg-result").count()
            more.click()
            self.page.wait_for_function(
                "shown => document.querySelectorAll('.pg-result').length > shown", arg=shown, timeout=PATIENCE
            )
        links = self.page.locator(".pg-result__title a").evaluate_all("all => all.map(one => one.href)")
        state = self.page.locator(".pg-search").get_attribute("data-state")
        partial = self.page.locator(".pg-search__partial").is_visible()
        failed = self.page.locator(".pg-search__failed").is_visible()
        return Answer("failed" if failed else str(state), tuple(map(id_of, links)), partial)

    def spoil(self, pattern: str, how: Callable[[Route], None]) -> None:
        """Do something to every answer whose address fits a pattern, from now on."""
        self.faults = True
        self.page.route(pattern, how)

    def mend(self) -> None:
        """Let all requests through again."""
        self.page.unroute_all()


SETTLED = """() => document.querySelector('.pg-search[data-state]')
  || document.querySelector('.pg-search__failed:not([hidden])')"""

# The field is filled and sent as by a reader who is quick: no letter is asked for before the last.
SENT = """query => {
  delete document.querySelector('.pg-search').dataset.state
  const field = document.querySelector('.pg-ask__field')
  field.value = query
  field.form.requestSubmit()
}"""


def id_of(link: str) -> str:
    """Return the id of the release or of the page of docs/ that a result links to."""
    parts = urlsplit(link).path.strip("/").split("/")
    return parts[-1] if parts[-2] == "releases" else f"page:{parts[-1]}"


@pytest.fixture(scope="session")
def reader(tabs: Tabs, address: str) -> Iterator[Reader]:
    """Return a reader who asks one query after the other; the browser keeps the files that it has fetched."""
    with tabs.taken() as tab:
        yield Reader(tab, address)


@pytest.fixture
def new_reader(tabs: Tabs, address: str) -> Iterator[Callable[[], Reader]]:
    """Return a function that returns a new reader; files that are spoilt are never those that a browser has kept."""
    with ExitStack() as closing:

        def come(at: str = address) -> Reader:
            return Reader(closing.enter_context(tabs.taken()), at)

        yield come
