"""The files of `docs/` that options name: pages of the colophon's links, and the emblem."""

from __future__ import annotations

from pathlib import Path

import pytest

from pressgen.load.site_files import problems_of_named_files
from pressgen.problems import Place
from pressgen.settings import Location, parse

FILES = ("imprint.md", "imprint.km.md", "arms.svg", "arms.png", "notes.txt")


def place(location: Location, *, at_key: bool) -> Place:  # as options have it
    return Place(".".join(map(str, location)))


def told(docs: Path, options: dict[str, object]) -> list[tuple[str, str, str]]:
    settings, problems = parse({"languages": ["en", "km"], **options}, place)
    assert problems == ()
    found = problems_of_named_files(settings, docs, "docs", FILES, place)
    return [(problem.place.path, problem.message, problem.hint) for problem in found]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "arms.svg").write_text('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>')
    (tmp_path / "arms.png").write_text("no picture")
    (tmp_path / "notes.txt").write_text("x")
    return tmp_path


@pytest.mark.parametrize(
    "links",
    [
        {"imprint": "imprint.md"},
        {"imprint": {"en": "imprint.md", "km": "imprint.km.md"}, "terms": "https://example.org/terms"},
        {"accessibility": "mailto:access@example.org"},
        {},
    ],
)
def test_pages_and_complete_addresses_are_links(docs: Path, links: dict[str, object]) -> None:
    assert told(docs, {"links": links}) == []


def test_a_page_that_is_not_there_is_told_with_the_nearest(docs: Path) -> None:
    assert told(docs, {"links": {"imprint": {"en": "imprit.md"}, "privacy": "arms.svg"}}) == [
        ("links.privacy", "there is no page 'arms.svg' in docs (option 'links.privacy')",
         "name a page there, such as imprint.md, or a complete address that begins with https://"),
        ("links.imprint.en", "there is no page 'imprit.md' in docs (option 'links.imprint')",
         "did you mean 'imprint.md'?"),
    ]  # fmt: skip


def test_no_link_runs_a_script(docs: Path) -> None:
    assert len(told(docs, {"links": {"terms": "javascript:alert(1)"}})) == 1


@pytest.mark.parametrize(
    ("emblem", "message"),
    [
        ("arms.svg", ""),
        ("arm.svg", "there is no file 'arm.svg' in docs (option 'issuer.emblem')"),
        ("arms.png", "'arms.png' is no picture that browsers show (option 'issuer.emblem')"),
        ("notes.txt", "'notes.txt' is no picture that browsers show (option 'issuer.emblem')"),
    ],
)
def test_an_emblem_is_a_picture_that_is_there(docs: Path, emblem: str, message: str) -> None:
    found = told(docs, {"issuer": {"name": {"en": "A", "km": "ក"}, "emblem": emblem}})

    assert [problem[1] for problem in found] == ([message] if message else [])


def test_an_unknown_link_is_told() -> None:
    _, problems = parse({"links": {"imprin": "a.md"}}, place)

    assert [(problem.message, problem.hint) for problem in problems] == [
        ("unknown option 'links.imprin'", "did you mean 'imprint'?")
    ]
