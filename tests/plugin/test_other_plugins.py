"""Plugins that many sites have, all in one site: what they make is in it, after every build and under both hosts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import build_strictly
from tests.plugin.conftest import CONFIGURATION, FILES, files_below, write_files

OTHERS = """\
  - tags
  - macros
  - redirects: {redirect_maps: {old.md: about.md}}
  - minify: {minify_html: true}
  - rss: {use_git: false, match_path: 'news/.*', date_from_meta: {as_creation: date}}
extra: {telephone: +855 23 1234}
"""
NEWS = """\
---
title: {title}
date: 2024-03-12
tags: [Visits]
---

# {title}

Ask  the  press  desk:   {{{{ telephone }}}}.
"""
SITE = {
    **FILES,
    "mkdocs.yml": CONFIGURATION + OTHERS,
    "docs/news/desk.md": NEWS.format(title="A press desk"),
    "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n",
}
EDITS = {
    "docs/news/desk.md": NEWS.format(title="The new press desk"),
    "releases/2022/visit.en.md": FILES["releases/2022/visit.en.md"].replace("One visited", "One has visited"),
}
TIME_OF_BUILD = re.compile(rb"<lastBuildDate>[^<]*</lastBuildDate>|<pubDate>[^<]*</pubDate>|\"date_\w+\": \"[^\"]*\"")
"""What the feeds of `rss` say of the clock, not of the site."""


def files_of(project: Path) -> Mapping[str, bytes]:
    """Return the files of a site, without the times of builds."""
    return {path: TIME_OF_BUILD.sub(b"", content) for path, content in files_below(project / "site").items()}


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project that was built, edited and built again."""
    project = tmp_path_factory.mktemp("edited")
    write_files(project, SITE)
    build_strictly("mkdocs", project)
    write_files(project, EDITS)
    build_strictly("mkdocs", project)
    return project


def test_what_other_plugins_make_is_in_the_site(edited: Path) -> None:
    site = edited / "site"
    page = (site / "en/news/desk/index.html").read_text("utf-8")
    assert "Ask the press desk: +855 23 1234." in page, "macros fills in, minify takes spaces out"
    assert "href=../../tags/#tag:visits" in page
    assert "The new press desk" in (site / "en/tags/index.html").read_text("utf-8")
    assert "../en/about/" in (site / "old/index.html").read_text("utf-8")
    assert "The new press desk" in (site / "feed_rss_created.xml").read_text("utf-8")
    assert "One has visited the other." in (site / "en/releases/visit/index.html").read_text("utf-8")


def test_the_other_host_makes_the_same_of_the_last_texts(edited: Path, tmp_path: Path) -> None:
    write_files(tmp_path, {**SITE, **EDITS})
    build_strictly("properdocs", tmp_path)
    mine, theirs = files_of(edited), files_of(tmp_path)
    assert sorted(mine) == sorted(theirs)
    assert [path for path in mine if mine[path] != theirs[path]] == []
