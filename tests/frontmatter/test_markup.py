"""Markup in words that are plain text is reported at its place."""

import pytest

from pressgen.frontmatter import check_values, read, read_register
from pressgen.load.register import MODELS


def reported(*lines: str, title: str = "A") -> list[tuple[str, int, str, str]]:
    front = "\n".join(("---", f"title: {title}", "date: 2022-02-15", "kind: readout", *lines, "---", "", "Text.", ""))
    return [(one.code.id, one.place.line, one.message, one.hint) for one in read(front.encode(), "x.md").problems]


@pytest.mark.parametrize(
    ("words", "markup"),
    [
        ("The **Ministers** met", "**Ministers**"),
        ("The <b>Ministers</b> met", "<b>"),
        ('<span style="x">The</span> Ministers', '<span style="x">'),
        ("CO<sub>2</sub> and trade", "<sub>"),
        ("See [our site](https://mfa.example)", "[our site](https://mfa.example)"),
    ],
)
@pytest.mark.parametrize(
    "line",
    ["summary: '{}'", "place: {{en: '{}'}}", "participants:\n  - name: A\n    role: '{}'", "event: {{occasion: '{}'}}"],
)
def test_markup_is_reported_in_every_field(line: str, words: str, markup: str) -> None:
    ((code, at, message, hint),) = [one for one in reported(line.format(words)) if one[0] == "PG110"]
    assert (code, at, hint) == ("PG110", 5 + line.count("\n"), "leave the marks out")
    assert message.startswith(f"'{markup}' is shown as it is typed")


def test_the_hint_parts_a_title_into_lines() -> None:
    ((_, line, message, hint),) = reported(title="Joint Statement<br>on Trade")
    assert (line, "<br>" in message, "`title: |`" in hint) == (2, True, True)


@pytest.mark.parametrize(
    "title", ["5 < 6 and 7 > 3", "A * B ** C", "Talks [on trade](Geneva)", "<Trade>", "A*** and B***", "Note **"]
)
def test_signs_that_are_words_are_let_be(title: str) -> None:
    assert reported(title=f"'{title}'") == []


def test_the_register_is_read_as_strictly() -> None:
    found = read_register(b"trade: {names: {en: '**Trade**'}}\n", "register/topics.yml")
    assert [one.code.id for one in check_values(MODELS["topics"], found, {}).problems] == ["PG110"]
