"""The other ways to run a build: the preview that an author works with, and the other host."""

from __future__ import annotations

import gzip
import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

Write = Callable[[Mapping[str, str | None]], None]
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
HANGS = 1800
"""After so many seconds a wait is given up: only what hangs for ever takes them, no machine that is slow."""
BROKEN = "---\ntitle: A call\ndate: 2022-02-30\nkind: readout\n---\n\nText.\n"
EMBARGOED = """\
---
title: A secret
date: 2022-03-01
kind: statement
embargo: 2099-01-01T00:00:00+00:00
---

Not yet.
"""


def fetch(address: str) -> str:
    """Return a page, or None."""
    try:
        with urllib.request.urlopen(address, timeout=HANGS) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError:
        return ""


def until(true: Callable[[], bool], again: Callable[[], object] = lambda: None) -> bool:
    """Wait until something is true, however long that takes here; now and then do `again` what should make it so.

    The host takes its first look at the files in a thread of its own. What is written before that look, it never
    notices: so what an author saves once, on a machine that is busy, is saved again.
    """
    end, turn = time.monotonic() + HANGS, 0
    while time.monotonic() < end:
        if true():
            return True
        turn += 1
        if turn % 100 == 0:
            again()
        time.sleep(0.1)
    return False


def saved(write: Write, path: str, text: str) -> Callable[[], None]:
    """Save a file as its author does; give what saves it again."""
    write({path: text})
    return lambda: write({path: text})


@pytest.fixture
def preview(project: Path, write: Write) -> Iterator[tuple[str, Path]]:
    """Run `mkdocs serve` on the project with an embargoed release; give its address and its log."""
    write({"releases/2022/secret.en.md": EMBARGOED, "docs/draft.md": "# Not yet\n"})
    with (project / "mkdocs.yml").open("a") as configuration:
        configuration.write("draft_docs: draft.md\n")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = project / "log"
    with log.open("w") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=project, env=ENVIRONMENT, stdout=out, stderr=out,
        )  # fmt: skip
    try:
        assert until(lambda: "Serving on" in log.read_text("utf-8")), log.read_text("utf-8")
        yield f"http://127.0.0.1:{port}/press/", log
    finally:
        server.terminate()
        server.wait()


def test_a_preview_follows_the_author(preview: tuple[str, Path], write: Write, files: Mapping[str, str]) -> None:
    address, log = preview
    assert "A secret" in fetch(f"{address}en/releases/secret/")
    assert "The two spoke" in fetch(f"{address}en/releases/call/")

    again = saved(write, "releases/2022/call.en.md", BROKEN)
    assert until(lambda: "error PG022" in log.read_text("utf-8"), again), log.read_text("utf-8")
    assert until(lambda: not fetch(f"{address}en/releases/call/"))
    assert "One visited the other" in fetch(f"{address}en/releases/visit/")

    again = saved(write, "releases/2022/call.en.md", files["releases/2022/call.en.md"].replace("spoke", "talked"))
    assert until(lambda: "The two talked" in fetch(f"{address}en/releases/call/"), again), log.read_text("utf-8")

    again = saved(write, "mkdocs.yml", "plugins: [\n")
    assert until(lambda: "error parsing the configuration file" in log.read_text("utf-8"), again)
    assert "Traceback" not in log.read_text("utf-8")


def vocabulary_in(search: str, manifest: dict[str, Any]) -> str:
    """Return the address of the words of English that beginnings can be completed to."""
    with urllib.request.urlopen(f"{search}{manifest['languages']['en']['list']}", timeout=HANGS) as response:
        names = json.loads(gzip.decompress(response.read()))["words"]["names"]
    return f"{search}en/{names}.txt"


def test_a_preview_finds_what_the_author_writes_and_keeps_nothing_of_before(
    preview: tuple[str, Path], write: Write, files: Mapping[str, str]
) -> None:
    search, log = f"{preview[0]}assets/pressgen/search/", preview[1]

    def manifest() -> dict[str, Any]:
        text = fetch(f"{search}manifest.json")
        return dict(json.loads(text)) if text else {}

    before = manifest()
    assert before["entries"] == 4  # neither the release under embargo nor the draft, which the preview shows
    assert "Not yet" in fetch(f"{preview[0]}en/draft/")
    words = vocabulary_in(search, before)
    assert "spoke" in fetch(words)

    again = saved(write, "releases/2022/call.en.md", files["releases/2022/call.en.md"].replace("spoke", "talked"))
    assert until(lambda: manifest() not in ({}, before), again), log.read_text("utf-8")
    assert not fetch(words)
    assert "talked" in fetch(vocabulary_in(search, manifest()))


def test_the_other_host_builds_the_same_site(project: Path) -> None:
    def built(host: str) -> dict[str, str]:
        folder = project / host
        done = subprocess.run(
            [sys.executable, "-m", host, "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", str(folder)],
            cwd=project, env=ENVIRONMENT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        pages = (path for path in folder.rglob("*.html"))
        return {
            str(page.relative_to(folder)): re.sub(r'content="mkdocs-[^,]*,', "", page.read_text("utf-8"))
            for page in pages
        }

    assert built("properdocs") == built("mkdocs")


def test_the_other_host_counts_problems_too(project: Path, write: Write) -> None:
    write({"docs/about.md": "# About\n\n[gone](../releases/2022/gone.en.md)\n"})
    done = subprocess.run(
        [sys.executable, "-m", "properdocs", "build", "--strict"],
        cwd=project, env=ENVIRONMENT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "contains a link '../releases/2022/gone.en.md', but there is no such release" in done.stderr
