"""How options are written in `mkdocs.yml`: no word is lost, and comments may stand where everybody puts them."""

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pressgen.plugin.options import settings_from
from pressgen.problems import Severity, codes
from pressgen.settings import Settings, read_configuration
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

HEAD = "site_url: https://press.example/\nplugins:\n  - search # of the theme\n  - pressgen:\n"
FIELDS = [
    field
    for field in fields_of_words(Settings)
    # A country is a code: behind it a comment loses no words, and a text that is no code is reported where it is read.
    if field.path[0] in {"issuer", "nav_titles"} and field.path != ("issuer", "country")
]


def file_with(folder: Path, options: str) -> Path:
    path = folder / "mkdocs.yml"
    path.write_text(HEAD + "".join(f"      {line}\n" for line in options.splitlines()), encoding="utf-8")
    return path


def reported(path: Path) -> list[tuple[str, int, int, str]]:
    return [(one.code.id, one.place.line, one.place.column, one.hint) for one in read_configuration(path).problems]


@pytest.mark.parametrize(
    "options",
    [
        "languages: [en, km] # the first is the site's first language",
        "languages:\n  - en # English\n  - km",
        "timezone: Etc/GMT-3 # three hours ahead of UTC",
        "issuer: # who we are\n  name: A\n  country: XA # ours",
        'issuer:\n  name: "Ministry" # quoted\n  # a line of its own\n  place: {en: Oslo} # by language',
        "search: false # for now\ncolour: '#1b3a6b' # blue",
        "issuer:\n  name: |\n    Ministry # 1\n",
    ],
)
def test_comments_that_cut_no_text_are_let_be(tmp_path: Path, options: str) -> None:
    assert reported(file_with(tmp_path, options)) == []


@pytest.mark.parametrize(
    ("options", "line", "column", "hint"),
    [
        ("issuer:\n  name: Ministry # 1", 6, 24, 'write name: "Ministry # 1"'),
        ("issuer:\n  name: {en: Ministry # 1\n   }", 6, 29, 'write name: {en: "Ministry # 1"'),
        ("issuer:\n  name: 'Ministry'#1", 6, 25, 'write name: "Ministry#1"'),
        ("releases_dir: press #2", 5, 27, 'write releases_dir: "press #2"'),
        ("nav_titles:\n  Manual:\n    fr: Manuel # 2", 7, 22, 'write fr: "Manuel # 2"'),
    ],
)
def test_a_comment_behind_words_is_reported_with_the_line_rightly_written(
    tmp_path: Path, options: str, line: int, column: int, hint: str
) -> None:
    ((code, *place, said),) = reported(file_with(tmp_path, options))
    assert (code, place) == ("PG053", [line, column])
    assert hint in said
    assert "on a line of its own" in said


def test_a_colour_without_quotation_marks_is_written_rightly(tmp_path: Path) -> None:
    problems = reported(file_with(tmp_path, "colour: #1b3a6b"))
    assert 'write colour: "#1b3a6b"' in next(hint for code, *_, hint in problems if code == "PG053")


@pytest.mark.parametrize(
    ("options", "code", "place", "hint"),
    [
        (
            "issuer:\n  name: {en: Ministry of Trade, Industry and Culture, km: x}",
            "PG065",
            (6, 39),
            'write name: {en: "Ministry of Trade, Industry and Culture", km: x}',
        ),
        ("issuer: {name: A, B, place: C}", "PG065", (5, 25), 'write issuer: {name: "A, B", place: C}'),
        ("issuer: {name: A, note: b, place: C}", "PG065", (5, 25), 'write issuer: {name: "A, note: b", place: C}'),
        ("issuer:\n  name: {en:A, km: B}", "PG014", (6, 18), "write name: {en: A, km: B}"),
        ("issuer:\n  name: A\n  name: B", "PG017", (7, 9), "it stands first on line 6"),
        ("issuer:\n  name: |\n  place: X", "PG011", (6, 15), "write the text below it, indented"),
        ("issuer:\n  name: {en: X, km: Y}\n  place: >-", "PG011", (7, 16), "write the text below it, indented"),
        ("issuer:\n  name: “Ministry”", "PG068", (6, 15), "write name: Ministry"),
        ("issuer:\n  name: A\u202eB", "PG007", (6, 15), "remove it"),
        ("issuer:\n  name: [A, B]", "PG060", (6, 15), '"A, B"'),
        ("issuer:\n  name: A\n  moto:", "PG060", (7, 9), "did you mean 'motto'?"),
    ],
)
def test_words_that_would_be_lost_are_reported(
    tmp_path: Path, options: str, code: str, place: tuple[int, int], hint: str
) -> None:
    # What is cut is no language, so that one is missed as well.
    found = [one for one in reported(file_with(tmp_path, options)) if one[0] != "PG076"]
    assert [one[:3] for one in found] == [(code, *place)]
    assert hint in found[0][3]


def test_the_plugin_reports_what_the_command_reports(tmp_path: Path) -> None:
    path = file_with(tmp_path, "issuer:\n  name: {en: Trade, Industry}\n  place: Oslo # the capital")
    given = {"issuer": {"name": {"en": "Trade", "Industry": None}, "place": "Oslo"}}
    _, problems = settings_from(given, str(path))
    assert sorted(problems, key=lambda one: one.sort_key) == list(read_configuration(path).problems)
    assert [problem.code.id for problem in problems] == ["PG065", "PG053"]


def test_a_tag_that_libyaml_does_not_read_stops_nothing(tmp_path: Path) -> None:
    path = file_with(tmp_path, "issuer:\n  name: !,\n  place: Oslo # the capital")
    assert [one[1] for one in reported(path)] == [6, 7]


@pytest.mark.parametrize(("text", "count"), [("!-", 1), ("!Now talks", 1), ("!ENV NAME", 0), ("Now!", 0)])
def test_words_that_begin_as_a_tag_are_reported(tmp_path: Path, text: str, count: int) -> None:
    path = file_with(tmp_path, f"issuer:\n  name: {text}\n  place: Oslo")
    problems = [one for one in reported(path) if one[0] == codes.YAML_ANCHOR.id]
    assert [one[1:3] for one in problems] == [(6, 15)] * count
    assert all(f'write name: "{text}"' in hint for *_, hint in problems)


@pytest.mark.parametrize(
    ("name", "place", "count"),
    [
        ("&Sons Ltd", "Oslo", 1),
        ("&Sons Ltd", "{en: *Sons}", 0),
        ("&Sons Ltd", "A *Sonsy", 1),
        ("Sons & Ltd", "Oslo", 0),
    ],
)
def test_words_that_begin_as_an_anchor_are_reported(tmp_path: Path, name: str, place: str, count: int) -> None:
    path = file_with(tmp_path, f"issuer:\n  name: {name}\n  place: {place}")
    problems = [one for one in reported(path) if one[0] == codes.YAML_ANCHOR.id]
    assert [one[1:3] for one in problems] == [(6, 15)] * count
    assert all(f'write name: "{name}"' in hint for *_, hint in problems)


def test_entities_are_read_as_letters(tmp_path: Path) -> None:
    path = file_with(tmp_path, "issuer:\n  name: Trade &amp; Industry\n  place: {en: Gen&egrave;ve}")
    issuer = read_configuration(path).settings.issuer
    assert (issuer.name.root, issuer.place.root) == ({"und": "Trade & Industry"}, {"en": "Genève"})
    assert settings_from({"issuer": {"name": "A &amp; B"}}, None)[0].issuer.name.root == {"und": "A & B"}


@settings(max_examples=150)
@given(st.sampled_from(FIELDS), TEXTS, st.sampled_from(["plain", "single", "double"]), st.booleans())
def test_a_text_is_read_whole_or_reported(
    tmp_path_factory: pytest.TempPathFactory,
    field: WordsField,
    text: str,
    style: str,
    braces: bool,
) -> None:
    text = ONE_LINE.sub(" ", text).strip()
    style = "double" if style == "plain" and not is_plain(text) else style
    if braces and style == "plain":
        text = without_comma(text)
        assume(", country: " not in text)  # between braces that is another option, rightly written
    options, line = (in_braces if braces else written)(field, text, style)
    # In a folder of its own: a configuration above the folders of other tests would be taken for theirs.
    folder = tmp_path_factory.getbasetemp() / "read_whole"
    folder.mkdir(exist_ok=True)
    configuration = read_configuration(file_with(folder, options))
    problems = [one for one in configuration.problems if one.severity is Severity.ERROR]
    if any(one.place.line in {4 + line, 5 + line} or one.place.line == 1 for one in problems):
        return
    assert (at(configuration.settings, field.path) or "") == normalised(text), (options, problems)


def test_words_of_other_options_are_not_cut_either(tmp_path: Path) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_text(
        "site_name: Press # releases\nsite_url: https://a.example/ # ours\ntheme: x # of\nplugins:\n  - pressgen\n"
    )
    assert [(code, line, column) for code, line, column, _hint in reported(path)] == [("PG053", 1, 18)]


def test_a_hash_between_braces_is_reported_with_the_line_rightly_written(tmp_path: Path) -> None:
    path = file_with(tmp_path, "issuer:\n  name: {en: Ministry # 1, km: x}\n  place: Oslo")
    assert [one[:3] for one in reported(path)] == [("PG053", 6, 40)]
    assert 'write name: {en: "Ministry # 1", km: x}' in reported(path)[0][3]
    # Braces over several lines are another mistake.
    path = file_with(tmp_path, "issuer:\n  name: {en: Ministry,\n    km x: ]\n")
    assert [one[0] for one in reported(path)] == ["PG060"]
