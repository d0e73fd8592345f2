"""A reader's browser before the repository's own site, which a server on this machine gives as a host would."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, ViewportSize


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


@pytest.fixture
def visit(browser: Browser, host: str) -> Iterator[Visit]:
    """Open addresses of the site, each in a fresh browser.

    With `again` it is the browser of the page that was opened last, which is closed, and the page is not waited for
    until it has asked for nothing for a while. When the test ends, it fails where a page asked another host for
    anything, or complained to the console.
    """
    complaints: list[str] = []
    last: list[Page] = []

    with ExitStack() as closing:

        def reader(size: ViewportSize, options: dict[str, Any]) -> BrowserContext:
            context = browser.new_context(viewport=size, **options)
            closing.callback(context.close)
            return context

        def visit(
            path: str,
            *,
            width: int = 1440,
            height: int = 900,
            missing: bool = False,
            again: bool = False,
            **options: Any,  # noqa: ANN401  # Playwright's own
        ) -> Page:
            size: ViewportSize = {"width": width, "height": height}
            context = last[-1].context if again and last else reader(size, options)
            page = context.new_page()
            page.set_viewport_size(size)
            if again and last:
                last[-1].close()
            last.append(page)

            def note_request(url: str) -> None:
                if not url.startswith((host + "/", "data:", "blob:", "about:")):
                    complaints.append(f"{path}: asked for {url}")

            def note_message(kind: str, text: str) -> None:
                if kind in ("error", "warning") and not (missing and "404" in text):
                    complaints.append(f"{path}: {text}")

            page.on("request", lambda request: note_request(request.url))

            def note_failure(request: Request) -> None:
                # What a page no longer wants, because it is left or closed, is no fault of anybody's.
                if request.failure != "net::ERR_ABORTED":
                    complaints.append(f"{path}: failed {request.url} ({request.failure})")

            page.on("requestfailed", note_failure)
            page.on("console", lambda message: note_message(message.type, message.text))
            page.on("pageerror", lambda error: complaints.append(f"{path}: {error}"))
            response = page.goto(f"{host}/{path}", wait_until="load" if again else "networkidle")
            assert response, path
            assert response.status == (404 if missing else 200), path
            return page

        yield visit
    assert complaints == []


@pytest.fixture(scope="session")
def pages(demo: Path) -> tuple[str, ...]:
    """List the address of every page of the site."""
    files = sorted(demo.rglob("*.html"))
    return tuple(
        path.relative_to(demo).as_posix().removesuffix("index.html") for path in files if path.name == "index.html"
    )
