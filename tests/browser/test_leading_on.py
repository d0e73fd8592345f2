"""Pages that lead on: the root of a site in one language, and older addresses of a release."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import hosted, policy_of_the_manual

Visit = Callable[..., Page]
FILES = {
    "mkdocs.yml": """\
site_name: Ministry of Foreign Affairs
site_url: https://mfa.example/press/
site_dir: host/press
theme: {name: material}
plugins:
  - pressgen:
      languages: [en]
      issuer: {country: XA, name: Ministry of Foreign Affairs}
""",
    "docs/about.md": "# About\n\nThe press office.\n",
    "releases/2026-03-02-visit.md": """\
---
title: A visit
date: 2026-03-02
kind: visit
aliases: [news/2026/17, releases/a-visit]
---

1. The Ministers met.

2. They agreed.
""",
}


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[str]:
    """Serve the site below the root of a host, under the manual's policy, and return its address."""
    folder = tmp_path_factory.mktemp("leading-on")
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    with hosted(folder / "host", policy_of_the_manual(repository, folder / "host" / "press")) as address:
        yield address


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "en/"),
        ("?utm_source=mail#main", "en/?utm_source=mail#main"),
        ("news/2026/17/#para-2", "en/releases/2026-03-02-visit/#para-2"),
        ("en/releases/a-visit/?from=%C3%A9#para-2", "en/releases/2026-03-02-visit/?from=%C3%A9#para-2"),
    ],
)
def test_the_query_and_the_fragment_come_along(visit: Visit, host: str, old: str, new: str) -> None:
    page = visit(f"press/{old}")

    page.wait_for_url(f"{host}/press/{new}")
    assert page.evaluate("history.length") == visit(f"press/{new}").evaluate("history.length")


@pytest.mark.parametrize(("old", "new"), [("", "en/"), ("news/2026/17/", "en/releases/2026-03-02-visit/")])
def test_readers_without_scripts_are_led_on(visit: Visit, host: str, old: str, new: str) -> None:
    page = visit(f"press/{old}", scripts=False)

    page.wait_for_url(f"{host}/press/{new}")
    assert page.locator("h1").count() == 1
