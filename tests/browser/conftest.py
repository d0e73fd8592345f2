"""A reader's browser before the repository's own site, which a server on this machine gives as a host would."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import ConsoleMessage, Error, Page, Request

from tests.browser.tabs import Tab, Tabs


class Host(SimpleHTTPRequestHandler):
    """A host as the manual asks for: folders by their index.html, 404.html for the rest, and its policy."""

    policy = ""

    def end_headers(self) -> None:
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        missing = Path(self.directory) / "404.html"
        if code != 404 or not missing.is_file():
            super().send_error(code, message, explain)
            return
        content = missing.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_args: object) -> None:
        """Log nothing."""


def policy_of_the_manual(repository: Path, site: Path) -> str:
    """Return the policy that the manual's own script prints for a site."""
    page = (repository / "docs/manual/security.md").read_text("utf-8")
    (script,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    printed: list[str] = []
    exec(compile(script, "security.md", "exec"), {"print": printed.append, "SITE": str(site)})
    return "".join(printed).strip()


@contextmanager
def hosted(site: Path, policy: str = "") -> Iterator[str]:
    """Serve a site on this machine; give its address, without a slash at its end."""
    handler = type("PolicedHost", (Host,), {"policy": policy})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def host(demo: Path, repository: Path) -> Iterator[str]:
    """Serve the repository's own site under the manual's policy, and return its address."""
    with hosted(demo, policy_of_the_manual(repository, demo)) as address:
        yield address


Visit = Callable[..., Page]


class Complaints:
    """What the pages of a test did that they should not: they asked another host, or told the console of a fault."""

    def __init__(self, host: str) -> None:
        self._own = (host + "/", "data:", "blob:", "about:")
        self.told: list[str] = []
        self.path = ""
        """The path that was opened last."""
        self.missing = False
        """Whether there is to be nothing at it, of which the console speaks."""

    def listen_to(self, tab: Tab) -> None:
        """Note what the pages of a tab do."""
        tab.listen("request", self._note_request)
        tab.listen("requestfailed", self._note_failure)
        tab.listen("console", self._note_message)
        tab.listen("pageerror", self._note_error)

    def _note_request(self, request: Request) -> None:
        if not request.url.startswith(self._own):
            self.told.append(f"{self.path}: asked for {request.url}")

    def _note_failure(self, request: Request) -> None:
        # What a page no longer wants, because it is left or closed, is no fault of anybody's.
        if request.failure != "net::ERR_ABORTED":
            self.told.append(f"{self.path}: failed {request.url} ({request.failure})")

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not (self.missing and "404" in message.text):
            self.told.append(f"{self.path}: {message.text}")

    def _note_error(self, error: Error) -> None:
        self.told.append(f"{self.path}: {error}")


@pytest.fixture
def visit(tabs: Tabs, host: str) -> Iterator[Visit]:
    """Go to addresses of the site, each as a new reader.

    With `again` it is the reader of the page that was opened last, and the page is not waited for until it has asked
    for nothing for a while. When the test ends, it fails where a page asked another host for anything, or complained to
    the console.
    """
    complaints = Complaints(host)
    taken: dict[bool, Tab] = {}

    with ExitStack() as closing:

        def tab_of(*, scripts: bool, again: bool) -> Tab:
            if scripts not in taken:
                taken[scripts] = closing.enter_context(tabs.taken(scripts=scripts))
                complaints.listen_to(taken[scripts])
            elif not again:
                taken[scripts].forget()
            return taken[scripts]

        def visit(
            path: str,
            *,
            width: int = 1440,
            height: int = 900,
            scheme: Literal["light", "dark"] = "light",
            scripts: bool = True,
            missing: bool = False,
            again: bool = False,
        ) -> Page:
            tab = tab_of(scripts=scripts, again=again)
            tab.look(width=width, height=height, scheme=scheme)
            complaints.path, complaints.missing = path, missing
            response = tab.page.goto(f"{host}/{path}", wait_until="load" if again else "networkidle")
            assert response, path
            assert response.status == (404 if missing else 200), path
            return tab.page

        yield visit
    assert complaints.told == []


@pytest.fixture(scope="session")
def pages(demo: Path) -> tuple[str, ...]:
    """List the address of every page of the site."""
    files = sorted(demo.rglob("*.html"))
    return tuple(
        path.relative_to(demo).as_posix().removesuffix("index.html") for path in files if path.name == "index.html"
    )
