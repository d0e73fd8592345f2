"""A release's page shows every word that its front matter says, letter for letter."""

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen.frontmatter import FrontMatter
from pressgen.load import load
from pressgen.settings import Settings
from pressgen.views.release.page import release_page
from tests.views.samples import CAMBODIAN_SITE
from tests.words import ONE_LINE, TEXTS, WordsField, fields_of_words, is_plain, normalised, written

SHOWN = ("title", "number", "place", "participants", "event", "corrections", "issuer")
FIELDS = [field for field in fields_of_words(FrontMatter) if field.path[0] in SHOWN]


@settings(max_examples=120)
@given(st.sampled_from(FIELDS), TEXTS, st.sampled_from(["plain", "single", "double", "block"]))
def test_the_page_shows_a_text_whole_or_a_problem_names_its_line(
    tmp_path_factory: pytest.TempPathFactory, field: WordsField, text: str, style: str
) -> None:
    text = ONE_LINE.sub(" ", text).strip()
    lines, line = written(field, text, "double" if style == "plain" and not is_plain(text) else style)
    first = "---\n" if "title" in {*field.path, *field.beside.get((), {})} else "---\ntitle: A\n"
    front = f"{first}{lines}date: 2022-02-16\nkind: meeting\n---\nText.\n"
    path = tmp_path_factory.getbasetemp() / "shown" / "releases" / "x.en.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(front.encode())
    loaded = load(path.parents[1], Settings(languages=("en", "km")))
    line += first.count("\n")
    if any(problem.place.line in {line, line + 1} for problem in loaded.problems):
        return
    assert loaded.releases, (front, loaded.problems)
    html = release_page(CAMBODIAN_SITE, "en", loaded.releases[0]).article
    assert plain(normalised(text)) in plain(unescape(re.sub(r"<[^>]*>", "", html))), front


def plain(text: str) -> str:
    """Return a text without spaces and without marks for line breaks and directions."""
    return re.sub(r"[\s\u00a0\u200e\u200f\u2060\u2066-\u2069]+", "", text)


def test_the_page_of_a_title_with_everything_in_it(tmp_path: Path) -> None:
    path = tmp_path / "releases" / "x.en.md"
    path.parent.mkdir()
    path.write_text('---\ntitle: "A: # [b] {c}, &amp; “d”"\ndate: 2022-02-16\nkind: meeting\n---\nText.\n', "utf-8")
    (release,) = load(tmp_path, Settings()).releases
    assert "A: # [b] {c}, & “d”" in unescape(release_page(CAMBODIAN_SITE, "en", release).article)
