"""What a build says of the size of the site, and of its host."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from pressgen.engine import hosts
from pressgen.engine.hosts import Host, Limit
from tests.plugin.conftest import CONFIGURATION, Built

Build = Callable[..., Built]
Write = Callable[[Mapping[str, str | None]], None]

SUMMARY = re.compile(r"2 releases in 3 editions: ([0-9,]+) files, [0-9.]+ MB")


def limited_to(most: int, *, sure: bool) -> dict[str, Host]:
    limit = Limit(
        "files", most, sure, "https://host.example/limits", date(2026, 11, 27), "" if sure else "in some plan"
    )
    return {"github-pages": Host("GitHub Pages", (limit,))}


def on_a_host(write: Write) -> None:
    write({"mkdocs.yml": CONFIGURATION.replace("languages:", "host: github-pages\n      languages:")})


def test_a_build_says_how_large_the_site_is(build: Build, project: Path) -> None:
    built = build("--strict")
    assert built.code == 0, built.log
    found = SUMMARY.search(built.log)
    assert found, built.log
    assert int(found[1].replace(",", "")) == sum(path.is_file() for path in (project / "site").rglob("*"))


def test_a_quiet_build_is_quiet(build: Build, write: Write) -> None:
    on_a_host(write)
    built = build("--quiet")
    assert (built.code, built.log) == (0, "")


def test_what_a_host_may_refuse_is_said_and_stops_nothing(
    build: Build, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hosts, "hosts", lambda: limited_to(20, sure=False))
    on_a_host(write)
    built = build("--strict")
    assert built.code == 0, built.log
    assert "files of at most 20 files (in some plan)" in built.log


def test_what_a_host_refuses_for_sure_stops_a_strict_build_whose_site_is_whole(
    build: Build, write: Write, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hosts, "hosts", lambda: limited_to(20, sure=True))
    on_a_host(write)
    built = build("--strict")
    assert built.code == 1
    assert "warning PG119: GitHub Pages takes at most 20 files, and this site has" in built.log
    assert (project / "site/sitemap.xml").is_file()
    assert build().code == 0
