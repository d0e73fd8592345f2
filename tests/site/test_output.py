"""Outputs: the type checker compares each with its function's parameters, and a copy must have the declared bytes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mypy import api

from pressgen import engine
from pressgen.site.output import bytes_of, copy_output
from pressgen.stage import front_matter_shell

DECLARATIONS = """\
from pressgen.addresses import ROOT
from pressgen.exports import schema_file
from pressgen.site import Site
from pressgen.site.output import Call, FileOutput, PageOutput
from pressgen.views.pages.chooser import chooser_page
from pressgen.views.lists.archive import archive_page
from pressgen.views.page import PageType, ShellKey

KEY = ShellKey("en", 0, PageType.CHOOSER)

def declare(site: Site) -> None:
    FileOutput("list.json", Call.of(schema_file, "list", "https://example.org/"))
    Call.of(schema_file, 1, "https://example.org/")  # error: arg-type
    Call.of(schema_file, "list")  # error: call-arg
    Call.of(schema_file, "list", "https://example.org/", colour="red")  # error: call-arg
    FileOutput("index.html", Call.of(chooser_page, site.facts))  # error: arg-type
    PageOutput("index.html", KEY, Call.of(chooser_page, site.facts))
    PageOutput("index.html", KEY, Call.of(chooser_page))  # error: call-arg
    PageOutput("index.html", KEY, Call.of(schema_file, "list", ""))  # error: arg-type
    PageOutput("index.html", "home", Call.of(chooser_page, site.facts))  # error: arg-type
    home = site.facts.addresses.home
    facts, years, latest = site.nameless, site.years(), site.latest()
    list(site.in_every_language(PageType.LISTING, home, None, facts, archive_page, years=years, latest=latest))
    list(site.in_every_language(PageType.LISTING, home, None, facts, archive_page, years=years))  # error: call-arg
    list(site.in_every_language(PageType.LISTING, home, None, facts, archive_page, years, years))  # error: arg-type
    list(site.in_every_language(PageType.LISTING, ROOT, None, facts, archive_page, years, latest))  # error: arg-type
    list(site.in_every_language(PageType.LISTING, home, None, years, archive_page, years, latest))  # error: arg-type
"""


def test_a_wrong_missing_or_further_input_is_an_error_of_types(repository: Path, tmp_path: Path) -> None:
    file = tmp_path / "declarations.py"
    file.write_text(DECLARATIONS, encoding="utf-8")
    options = ["--config-file", str(repository / "pyproject.toml"), "--cache-dir", str(repository / ".mypy_cache")]
    told, failed, _ = api.run([*options, "--no-pretty", "--show-error-codes", str(file)])

    assert failed == ""
    errors = {int(line): code for line, code in re.findall(r"declarations\.py:(\d+): error: .*\[([a-z-]+)\]", told)}
    meant = {
        number: code[1]
        for number, line in enumerate(DECLARATIONS.splitlines(), 1)
        if (code := re.search(r"# error: ([a-z-]+)", line))
    }
    assert errors == meant


@pytest.mark.parametrize("later", [b"one more", b"another"], ids=["another size", "the same size"])
def test_a_copy_of_what_has_changed_is_an_error(later: bytes, tmp_path: Path) -> None:
    source = tmp_path / "annex.pdf"
    source.write_bytes(b"the one")
    output = copy_output("annex.pdf", str(source))
    engine.write_all([output], front_matter_shell, tmp_path / "site")
    assert (tmp_path / "site" / "annex.pdf").read_bytes() == bytes_of(output, front_matter_shell) == b"the one"

    source.write_bytes(later)
    with pytest.raises(OSError, match="it changed while the site was made"):
        engine.write_all([output], front_matter_shell, tmp_path / "site")
    with pytest.raises(OSError, match="it changed while the site was made"):
        bytes_of(output, front_matter_shell)


def test_where_a_copy_is_read_from_says_nothing_of_what_it_is(tmp_path: Path) -> None:
    sources = [tmp_path / name for name in ("here.pdf", "there.pdf")]
    for source in sources:
        source.write_bytes(b"an annex")
    here, there = (copy_output("annex.pdf", str(source)) for source in sources)
    assert here == there
