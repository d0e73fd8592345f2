"""YAML as section 3 of the design has it: core scalars, nothing clever, and every mistake in an author's words."""

from dataclasses import dataclass

import pytest
import yaml

from pressgen.frontmatter import Reading, mend, read
from pressgen.problems import Code, codes

FACTS = "date: 2022-02-15\nkind: readout\n"


def reading(front: str, body: str = "The Ministers met.\n") -> Reading:
    return read(f"---\n{front}---\n{body}".encode(), "releases/x.md")


def reported(front: str) -> list[tuple[str, int, int]]:
    problems = sorted(reading(front).problems, key=lambda problem: problem.sort_key)
    return [(problem.code.id, problem.place.line, problem.place.column) for problem in problems]


@pytest.mark.parametrize(
    "word", ["NO", "on", "off", "yes", "true", "nil", "0o14", "12:30:45", "1e3", ".inf", "2022-02-30"]
)
def test_a_scalar_is_the_text_that_stands_there(word: str) -> None:
    front = reading(f"title: {word}\nplace: {word}\n{FACTS}").front_matter
    assert front is not None
    assert front.title == word
    assert front.place is not None
    assert front.place.root == {"und": word}


@pytest.mark.parametrize("nothing", ["", "  ", "\n# said later"])
def test_a_key_without_value_says_nothing(nothing: str) -> None:
    found = reading(f"title: A\nplace: {nothing}\nnumber:\n{FACTS}")
    assert found.problems == ()
    assert found.front_matter is not None
    assert found.front_matter.place is None
    assert found.front_matter.embargo is None


def test_a_required_key_without_value_is_reported_at_the_key() -> None:
    assert reported(f"{FACTS}title:\n") == [("PG019", 4, 1)]


@dataclass(frozen=True)
class Mistake:
    front: str
    code: Code
    line: int
    column: int
    hint: str
    title: str = ""


MISTAKES = {
    "a colon in a title": Mistake("title: A: b\n", codes.YAML_COLON, 2, 9, 'write title: "A: b"', "A: b"),
    "a colon at the end": Mistake("title: A:\n", codes.YAML_COLON, 2, 9, 'write title: "A:"', "A:"),
    "a colon in a text with quotation marks inside": Mistake(
        'title: A: "b"\n', codes.YAML_COLON, 2, 9, "write title: 'A: \"b\"'", 'A: "b"'
    ),
    "a colon in the second line of a text": Mistake(
        "title: A\n  with: b\n", codes.YAML_COLON, 3, 7, "which begins on the line of 'title'", "A with: b"
    ),
    "no space behind the colon": Mistake("title:Foo\n", codes.YAML_COLON, 2, 6, "write title: Foo", "Foo"),
    "the wide colon": Mistake("place: X\ntitle：Foo\n", codes.YAML_COLON, 3, 6, "write title: Foo", "Foo"),
    "text behind quotation marks": Mistake('title: "A" b\n', codes.YAML_QUOTE, 2, 8, "write title: '\"A\" b'", '"A" b'),
    "two quoted texts": Mistake(
        "title: 'A' and 'B'\n", codes.YAML_QUOTE, 2, 8, "write title: \"'A' and 'B'\"", "'A' and 'B'"
    ),
    "an apostrophe": Mistake("title: 'It's ours'\n", codes.YAML_QUOTE, 2, 8, 'write title: "It\'s ours"', "It's ours"),
    "quotation marks within such": Mistake(
        'title: "He said "yes""\n', codes.YAML_QUOTE, 2, 8, "write title: 'He said \"yes\"'", 'He said "yes"'
    ),
    "no closing quotation mark": Mistake('title: "A\n', codes.YAML_QUOTE, 2, 8, 'write title: "A"', "A"),
    "curly quotation marks": Mistake("title: “A: b”\n", codes.YAML_QUOTE, 2, 8, 'write title: "A: b"', "A: b"),
    "a backslash": Mistake('title: "C:\\docs"\n', codes.YAML_QUOTE, 2, 8, "write title: 'C:\\docs'", "C:\\docs"),
    "an apostrophe between braces": Mistake(
        "title: A\nevent: {mode: call, place: 'It's here'}\n",
        codes.YAML_QUOTE,
        3,
        32,
        "needs fewer quotation marks",
        "A",
    ),
    "a space of another kind": Mistake(
        "title: A\nevent:\n  place: Oslo\n \u00a0mode: video\n",
        codes.YAML_SYNTAX,
        5,
        2,
        "put ordinary spaces there",
        "A",
    ),
    "no space behind the colon of a last line": Mistake(
        "title: A\nevent:\n  mode: call\nnumber:7\n", codes.YAML_COLON, 5, 7, "write number: 7", "A"
    ),
    "a tab": Mistake("title: A\nevent:\n\tmode: video\n", codes.YAML_TAB, 4, 1, "two for each level", "A"),
    "a tab behind a hyphen": Mistake(
        "title: A\nparticipants:\n  -\tname: B\n    role: C\n", codes.YAML_TAB, 4, 4, "", "A"
    ),
    "an at sign": Mistake("title: @mfa\n", codes.YAML_SYNTAX, 2, 8, 'write title: "@mfa"', "@mfa"),
    "a bracket": Mistake("title: [Draft] A\n", codes.YAML_SYNTAX, 2, 8, 'write title: "[Draft] A"', "[Draft] A"),
    "asterisks": Mistake("title: *** A ***\n", codes.YAML_ANCHOR, 2, 8, 'write title: "*** A ***"', "*** A ***"),
    "an anchor": Mistake("title: &a A\n", codes.YAML_ANCHOR, 2, 8, "quotation marks"),
    "an alias": Mistake("title: A\ncountries: [*a]\n", codes.YAML_ANCHOR, 3, 13, "write the value out", "A"),
    "a tag": Mistake("title: !!str A\n", codes.YAML_ANCHOR, 2, 8, "quotation marks", "A"),
    "a tag without a name": Mistake("title: ! A\n", codes.YAML_ANCHOR, 2, 8, "quotation marks", "A"),
    "a merge key": Mistake("title: A\n<<: {a: b}\n", codes.YAML_ANCHOR, 3, 1, "write the keys out", "A"),
    "a key too deep": Mistake(
        "title: A\nparticipants:\n  - name: B\n     role: C\n", codes.YAML_SYNTAX, 5, 6, "put 4 spaces before it", "A"
    ),
    "a key not deep enough": Mistake(
        "title: A\nparticipants:\n  - name: B\n   role: C\n", codes.YAML_SYNTAX, 5, 4, "put 4 spaces before it", "A"
    ),
    "a line without key": Mistake("title: A\nof the call\n", codes.YAML_SYNTAX, 3, 1, "indent it", "A of the call"),
    "a line without key below a word": Mistake(
        "title: A\nstatus: draft\nplace Phnom Penh\n", codes.YAML_SYNTAX, 4, 1, "write `key: ` before it", "A"
    ),
    "a dash for a hyphen": Mistake(
        "title: A\nparticipants:\n  – name: B\n    role: C\n", codes.YAML_SYNTAX, 4, 3, "write - name: B", "A"
    ),
    "a bullet for a hyphen": Mistake(
        "title: A\nparticipants:\n  • name: B\n    role: C\n", codes.YAML_SYNTAX, 4, 3, "write - name: B", "A"
    ),
    "keys behind a key": Mistake(
        "title: A\nevent: mode: call\n", codes.YAML_COLON, 3, 12, "write event: {mode: call}", "A"
    ),
    "a list that is not closed": Mistake(
        "title: A\ncountries: [NO, SE\n", codes.YAML_SYNTAX, 3, 12, "write countries: [NO, SE]", "A"
    ),
    "a value that is a comment": Mistake("title: A\nnumber: #12\n", codes.LOST_TEXT, 3, 9, 'write number: "#12"', "A"),
    "a directive": Mistake("%YAML 1.2\ntitle: A\n", codes.YAML_SYNTAX, 2, 1, "remove this line", "A"),
    "a key that is a list": Mistake("title: A\n[a, b]: c\n", codes.YAML_SYNTAX, 3, 1, "quotation marks"),
    "a doubled key": Mistake("title: A\nplace: B\ntitle: C\n", codes.DOUBLED_KEY, 4, 1, "first on line 2", "A"),
    "a key doubled within": Mistake(
        "title: A\nevent: {mode: call, mode: video}\n", codes.DOUBLED_KEY, 3, 21, "line 3", "A"
    ),
    "a comment that is a text": Mistake(
        "title: Meeting #5\n", codes.LOST_TEXT, 2, 16, 'write title: "Meeting #5"', "Meeting"
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_reported_at_its_place_with_the_way_to_mend_it(mistake: Mistake) -> None:
    found = reading(mistake.front + FACTS)
    assert [(problem.code.id, problem.place.line, problem.place.column) for problem in found.problems] == [
        (mistake.code.id, mistake.line, mistake.column)
    ]
    assert mistake.hint in found.problems[0].hint
    if mistake.title:
        assert found.front_matter is not None
        assert found.front_matter.title == mistake.title


@pytest.mark.parametrize("rule", mend.RULES)
def test_each_rule_has_a_mistake_that_it_alone_finds(rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def found() -> list[object]:
        return [reading(mistake.front + FACTS).problems for mistake in MISTAKES.values()]

    with_rule = found()
    monkeypatch.setattr(mend, "RULES", {name: find for name, find in mend.RULES.items() if name != rule})
    assert found() != with_rule


def test_mistakes_behind_a_mistake_are_reported_in_the_same_run() -> None:
    front = 'title: A: b\nplace: "X" y\nkind: redout\ndate: 2022-02-30\n'
    assert reported(front) == [("PG014", 2, 9), ("PG015", 3, 8), ("PG021", 4, 7), ("PG022", 5, 7)]


def test_columns_are_counted_in_characters_whatever_their_width() -> None:
    front = f"title: A\n{FACTS}place: {{en: 𝒳ភ្នំ🇰🇭, KH: x}}\n"
    assert reported(front) == [("PG025", 5, len("place: {en: 𝒳ភ្នំ🇰🇭, ") + 1)]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029"])
def test_lines_end_where_an_editor_ends_them(separator: str) -> None:
    found = reading(f"title: A{separator}B\n{FACTS}kinds: x\n")
    assert [(one.code, one.place.line) for one in found.problems] == [(codes.UNKNOWN_KEY, 5)]
    assert found.front_matter is not None
    assert found.front_matter.title == f"A{separator}B"


@pytest.mark.parametrize("line", ["country: NO\n    # Norway", '"name": "No. #5"', "name: No.#5", "name: 'No. # 5'"])
def test_comments_on_their_own_lines_and_hashes_in_texts_are_let_be(line: str) -> None:
    assert reported(f"title: A\n{FACTS}participants:\n  - {line}\n") == []


def test_an_invisible_space_is_taken_out_of_values_and_keys() -> None:
    found = reading(f"title: \u200bលទ្ធផល\u200bនៃ\n\u200bplace: X\n{FACTS}")
    assert found.problems == ()
    assert found.front_matter is not None
    assert found.front_matter.title == "លទ្ធផលនៃ"


def test_values_nested_too_deep_are_reported_and_not_read() -> None:
    assert reported(f"title: A\nplace: {'[' * 5000}\n") == [("PG031", 3, 8 + 11)]


def test_a_hundred_mistakes_of_one_sort_are_enough() -> None:
    found = reading(f"title: A\n{FACTS}" + "".join(f"k{number}: x\n" for number in range(300)))
    assert len(found.problems) == 100
    assert found.problems[-1].message.endswith("and 200 more mistakes")


def test_python_without_libyaml_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    fronts = [mistake.front + FACTS for mistake in MISTAKES.values()]
    with_libyaml = [reading(front) for front in fronts]
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    for front, expected in zip(fronts, with_libyaml, strict=True):
        found = reading(front)
        assert [(one.code, one.place) for one in found.problems] == [(one.code, one.place) for one in expected.problems]
        assert found.front_matter == expected.front_matter
