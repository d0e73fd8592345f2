"""Measure how long it takes from saving a release to its page being served by `mkdocs serve`."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.measuring import environment
from benchmarks.steps import SENTENCE, edit

PATIENCE = 1800.0
"""Seconds after which a page is given up."""
BETWEEN_LOOKS = 0.02


def seconds_to_serve(project: Path, saves: int) -> Iterator[float]:
    """Serve a project of pressgen, and save one release after the other; yield the seconds until each is served."""
    with _served(project) as address:
        for number in range(saves + 1):
            path = edit(project / "releases", number)
            saved = time.perf_counter()
            page = f"{address}en/releases/{path.name.removesuffix('.en.md')}/"
            _wait_for(page, SENTENCE.format(number=number + 2).strip())
            if number:  # the first save has the server compile and load what it keeps
                yield time.perf_counter() - saved


@contextmanager
def _served(project: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", place]
    server = subprocess.Popen(command, cwd=project, env=environment())
    try:
        _wait_for(f"http://{place}/press/en/", "</html>")
        yield f"http://{place}/press/"
    finally:
        server.terminate()
        server.wait()


def _wait_for(address: str, words: str) -> None:
    """Ask for a page until it has these words."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310  # our own server
                if words in answer.read().decode("utf-8"):
                    return
        except (URLError, ConnectionError):
            pass
        time.sleep(BETWEEN_LOOKS)
    sys.exit(f"{address} never had these words: {words}")
