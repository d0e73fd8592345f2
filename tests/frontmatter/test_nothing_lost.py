"""Nothing that an author wrote in a field of words is dropped, cut or changed in silence."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from pressgen.frontmatter import FrontMatter, check_values, read, read_register
from pressgen.load.register import MODELS
from pressgen.problems import Severity
from tests.words import (
    ONE_LINE,
    TEXTS,
    WordsField,
    at,
    fields_of_words,
    in_braces,
    is_plain,
    normalised,
    without_comma,
    written,
)

FRONT = list(fields_of_words(FrontMatter))
REGISTER = [(name, field) for name, model in MODELS.items() for field in fields_of_words(model)]
STYLES = st.sampled_from(["plain", "single", "double", "block"])
FLOWS = st.sampled_from(["plain", "single", "double"])


def test_every_field_of_words_is_among_them() -> None:
    named = {str(field) for field in FRONT}
    assert {"title", "summary", "place", "place.en", "participants.0.role", "event.occasion.en"} <= named
    assert {"corrections.0.note", "issuer.0.motto", "attachments.0.alt.en", "withdrawn.reason", "translator"} <= named
    register = {f"{name}:{field}" for name, field in REGISTER}
    assert {
        "people:x1.terms.0.role.en",
        "people:x1.variants.0",
        "contacts:x1.phone",
        "countries:x1.official",
    } <= register


def front_matter(field: WordsField, text: str, style: str, *, braces: bool) -> tuple[str, int]:
    lines, line = (in_braces if braces else written)(field, text, style)
    return f"---\n{lines}---\nText.\n", 1 + line


def holds(field: WordsField, text: str, style: str, *, braces: bool) -> None:
    style = "double" if style == "plain" and not is_plain(text) else style
    file, line = front_matter(field, text, style, braces=braces)
    found = read(file.encode(), "x.md")
    if any(problem.place.line in {line, line + 1} for problem in found.problems):
        return
    assert found.front_matter is not None
    assert (at(found.front_matter, field.path) or "") == normalised(text), (file, found.problems)


@settings(max_examples=400)
@given(st.sampled_from(FRONT), TEXTS, STYLES)
@example(FRONT[0], "Statement # 12 on the harbour", "plain")
@example(FRONT[0], "Trade &amp; Industry talks", "plain")
def test_a_text_on_its_own_line_is_read_whole_or_reported(field: WordsField, text: str, style: str) -> None:
    holds(field, ONE_LINE.sub(" ", text), style, braces=False)


@settings(max_examples=400)
@given(st.sampled_from(FRONT), TEXTS, FLOWS)
@example(FRONT[0], "Minister of Foreign Affairs, Trade and Culture", "plain")
def test_a_text_between_braces_is_read_whole_or_reported(field: WordsField, text: str, style: str) -> None:
    text = ONE_LINE.sub(" ", text).strip()
    holds(field, without_comma(text) if style == "plain" else text, style, braces=True)


def whole(model: BaseModel, field: WordsField) -> str | None:
    """Return what a field holds; of an item in a list, what the whole list holds."""
    if not isinstance(field.path[-1], int):
        return at(model, field.path)
    items = at(model, field.path[:-1])
    return ", ".join(items) if items else None


@settings(max_examples=300)
@example(
    ("countries", next(field for name, field in REGISTER if str(field) == "x1.variants.0")), "“, \\", "plain", True
)
@given(st.sampled_from(REGISTER), TEXTS, STYLES, st.booleans())
def test_the_same_holds_for_the_register(named: tuple[str, WordsField], text: str, style: str, braces: bool) -> None:
    name, field = named
    text = ONE_LINE.sub(" ", text).strip()
    style = "double" if style == "plain" and not is_plain(text) else style
    if braces and style in {"plain", "block"}:
        text, style = without_comma(text), "plain"
    lines, line = (in_braces if braces else written)(field, text, style)
    found = read_register(lines.encode(), f"register/{name}.yml")
    problems = list(found.problems)
    value = None
    if found.values is not None:
        checked = check_values(MODELS[name], found, {})
        problems += checked.problems
        value = whole(checked.value, field) if checked.value and checked.value.root else None
    if any(problem.place.line in {line, line + 1} for problem in problems if problem.severity is Severity.ERROR):
        return
    expected = normalised(text)
    # Between brackets a comma parts the items of a list, and nothing of either is lost.
    parted = braces and style == "plain" and isinstance(field.path[-1], int)
    assert (value or "") == (re.sub(r"\s*,\s*", ", ", expected) if parted else expected), (lines, problems)


@pytest.mark.parametrize("field", FRONT, ids=str)
def test_an_office_with_commas_is_reported_in_every_field_between_braces(field: WordsField) -> None:
    if len(field.path) > 1 and isinstance(field.path[-1], str):
        file, line = front_matter(field, "Foreign Affairs, Trade and Culture", "plain", braces=True)
        problems = read(file.encode(), "x.md").problems
        assert [(one.code.id, one.place.line) for one in problems] == [("PG065", line)]
        assert '"Foreign Affairs, Trade and Culture"' in problems[0].hint
