"""Words that YAML would drop are reported at their places, with the line as it should be."""

from dataclasses import dataclass

import pytest

from pressgen.frontmatter import read, read_register
from pressgen.frontmatter.read import check_values
from pressgen.load.register import MODELS
from pressgen.problems import Problem

FACTS = "title: A\ndate: 2022-02-15\nkind: readout\n"


def problems(front: str, body: str = "Text.\n") -> list[Problem]:
    found = read(f"---\n{FACTS}{front}\n---\n{body}".encode(), "x.md").problems
    return sorted(found, key=lambda problem: problem.sort_key)


def register_problems(name: str, text: str) -> list[Problem]:
    found = read_register(text.encode(), f"register/{name}.yml")
    checked = check_values(MODELS[name], found, {})
    return [*found.problems, *checked.problems]


@dataclass(frozen=True)
class Cut:
    written: str
    told: tuple[str, int, int]
    right: str


CUTS = {
    "an office": Cut(
        "participants:\n  - {name: Ann Lee, role: Minister of Foreign Affairs, Trade and Culture, country: PT}",
        ("PG065", 6, 56),
        'write - {name: Ann Lee, role: "Minister of Foreign Affairs, Trade and Culture", country: PT}',
    ),
    "several commas": Cut(
        "participants:\n  - {name: Ann Lee, role: Minister of Trade, Industry, and Culture}",
        ("PG065", 6, 46),
        'write - {name: Ann Lee, role: "Minister of Trade, Industry, and Culture"}',
    ),
    "in several lines": Cut(
        "participants:\n  - {name: Ann Lee, role: Minister of Trade,\n     Industry, country: PT}",
        ("PG065", 7, 6),
        'write - {name: Ann Lee, role: "Minister of Trade, Industry", country: PT}',
    ),
    "behind quotation marks": Cut(
        'participants:\n  - {name: Ann Lee, role: "Minister", acting, country: PT}',
        ("PG065", 6, 39),
        'write - {name: Ann Lee, role: "Minister, acting", country: PT}',
    ),
    "in another script": Cut(
        "place: {en: Phnom Penh, km: ភ្នំពេញ, ខេត្ត}", ("PG065", 5, 38), 'write place: {en: Phnom Penh, km: "ភ្នំពេញ, ខេត្ត"}'
    ),
    "deeper": Cut(
        "issuer: {name: {en: Ministry of Foreign Affairs, African Cooperation and Expatriates, fr: Ministère}}",
        ("PG065", 5, 50),
        'write issuer: {name: {en: "Ministry of Foreign Affairs, African Cooperation and Expatriates", fr: Ministère}}',
    ),
    "a note": Cut(
        "corrections:\n  - {date: 2026-11-02, note: {en: It was on 14 February, not 15 February.}}",
        ("PG065", 6, 58),
        'write - {date: 2026-11-02, note: {en: "It was on 14 February, not 15 February."}}',
    ),
    "with a colon behind the comma": Cut(
        "participants:\n  - {name: Ann Lee, role: Minister of Trade, see: annex, country: PT}",
        ("PG018", 6, 46),
        'to the text before it, write - {name: Ann Lee, role: "Minister of Trade, see: annex", country: PT}',
    ),
    "with a colon where a language is wanted": Cut(
        "place: {en: Oslo, note: by video, fr: Oslo}",
        ("PG024", 5, 19),
        'if it belongs to the text before it, write place: {en: "Oslo, note: by video", fr: Oslo}',
    ),
    "with a colon in its parentheses": Cut(
        "place: {en: Oslo (see: map), fr: Oslo}", ("PG014", 5, 22), 'write place: {en: "Oslo (see: map)", fr: Oslo}'
    ),
    "with brackets": Cut(
        "participants:\n  - {name: Ann Lee, role: Minister [acting], country: PT}",
        ("PG011", 6, 36),
        'write - {name: Ann Lee, role: "Minister [acting]", country: PT}',
    ),
    "with brackets behind the comma": Cut(
        "participants:\n  - {name: Ann Lee, role: Minister, [acting], country: PT}",
        ("PG011", 6, 37),
        '{name: Ann Lee, role: "Minister, [acting]", country: PT}',
    ),
    "with quotation marks behind the comma": Cut(
        'participants:\n  - {name: Ann Lee, role: Minister of Trade, "Sea" and Air}',
        ("PG015", 6, 52),
        "write - {name: Ann Lee, role: 'Minister of Trade, \"Sea\" and Air'}",
    ),
    "with a hash": Cut(
        "participants:\n  - {name: Ann Lee, role: Secretary # 2, country: PT}",
        ("PG053", 6, 54),
        'write - {name: Ann Lee, role: "Secretary # 2", country: PT}',
    ),
    "with no space behind a colon": Cut(
        "place: {en:Oslo, fr: Oslo}", ("PG014", 5, 11), "write place: {en: Oslo, fr: Oslo}"
    ),
    "with a key without a value at the end": Cut(
        "event: {date: 2022-02-14, place:}", ("PG014", 5, 32), "write event: {date: 2022-02-14, place: }"
    ),
    "with nothing between two commas": Cut("countries: [NO, , SE]", ("PG011", 5, 12), "write countries: [NO, SE]"),
    "brackets around a text": Cut("place: [Oslo, Norway]", ("PG020", 5, 8), "write place: Oslo, Norway"),
    "brackets around a text with a colon": Cut("summary: [a, b: c]", ("PG020", 5, 10), 'write summary: "a, b: c"'),
}


@pytest.mark.parametrize("cut", CUTS.values(), ids=CUTS.keys())
def test_a_text_that_is_cut_is_reported_with_its_line_rightly_written(cut: Cut) -> None:
    (problem,) = problems(cut.written)
    assert (problem.code.id, problem.place.line, problem.place.column) == cut.told
    assert cut.right in problem.hint


@pytest.mark.parametrize(
    "front",
    [
        "participants: [{name: Ann Lee, role: 'Minister, acting', country: NO}]",
        "event: {date: 2022-02-14, mode: video, }",
        "event: {date: 2022-02-14, place: }",
        "place: {en: Oslo, km: }",
        "countries: [NO, SE,]",
        "event: {\n  date: 2022-02-14,\n  mode: video,\n  }",
        'event: {"date":2022-02-14, "place" : Oslo}',
    ],
)
def test_what_is_written_rightly_between_braces_is_let_be(front: str) -> None:
    assert problems(front) == []


@pytest.mark.parametrize("nothing", ["", " ~", " null", ' ""', " x"])
@pytest.mark.parametrize(
    ("front", "line", "column", "hint"),
    [
        ("plaice:", 5, 1, "did you mean 'place'?"),
        ("event:\n  plaice:", 6, 3, "did you mean 'place'?"),
        ("participants:\n  - name: A\n    rolle:", 7, 5, "did you mean 'role'?"),
        ("issuer:\n  - moto:", 6, 5, "did you mean 'motto'?"),
        ("corrections:\n  - date: 2022-02-16\n    note: x\n    nute:", 8, 5, "did you mean 'note'?"),
        ("place:\n  xx:", 6, 3, "BCP 47"),
    ],
)
def test_a_key_that_nobody_knows_is_reported_with_a_value_or_without(
    front: str, line: int, column: int, hint: str, nothing: str
) -> None:
    (problem,) = problems(f"{front}{nothing}")
    assert (problem.place.line, problem.place.column) == (line, column)
    assert problem.code.id in {"PG018", "PG024"}
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("name", "text", "code", "line"),
    [
        ("people", "a:\n  names: {en: A}\n  onorific:\n", "PG018", 3),
        ("people", "a:\n  names: {en: A}\n  terms:\n    - role: x\n      frm: ~\n", "PG018", 5),
        ("people", "a:\n  names: {en: A}\n  terms: [{role: {en: Minister of Trade, Industry}}]\n", "PG065", 3),
        ("people", "a:\n  names: ~\n", "PG069", 2),
        ("people", "a:\n", "PG019", 1),
        ("countries", "MM: {names: {en: Myanmar, Burma}}\n", "PG065", 1),
        ("contacts", "a:\n  names: The Spokesperson # on duty\n", "PG053", 2),
        ("contacts", "a: {names: Desk, phone: 1, 2}\n", "PG065", 1),
        ("topics", "a: {names: {en: Trade}} # all of it\n", "PG053", 1),
        ("organisations", "a:\n  names: A\n  official:\n    en: Null\n", "PG069", 4),
    ],
)
def test_the_register_is_read_as_strictly(name: str, text: str, code: str, line: int) -> None:
    (problem,) = register_problems(name, text)
    assert (problem.code.id, problem.place.line) == (code, line)


@pytest.mark.parametrize(
    ("front", "place", "right"),
    [
        ("place: Oslo # the capital", (5, 13), 'write place: "Oslo # the capital"'),
        ("place: Oslo\t# the capital", (5, 13), 'write place: "Oslo # the capital"'),
        ("place: Oslo #2", (5, 13), 'write place: "Oslo #2"'),
        ('place: "Oslo" # the capital', (5, 15), 'write place: "Oslo # the capital"'),
        ("place: 'Oslo'#2", (5, 14), 'write place: "Oslo#2"'),
        ("number: #12", (5, 9), 'write number: "#12"'),
        ("countries: [NO] # and others", (5, 17), "on a line of its own above: # and others"),
        ("countries:\n  - NO # Norway", (6, 8), 'write - "NO # Norway"'),
        ("countries:\n  - # Norway\n    NO", (6, 5), "on a line of its own"),
        ("participants: # in order\n  - name: A", (5, 15), "on a line of its own"),
        ("event: {date: 2022-02-14, # in Oslo\n  mode: video}", (5, 27), "on a line of its own"),
        ("event: {place: Oslo # 2\n  , mode: video}", (5, 21), 'write event: {place: "Oslo # 2"'),
        ("summary: | # short\n  Text # 2", (5, 12), "on a line of its own"),
        ("summary: A text\n  of two lines # 2", (6, 16), 'write summary: "A text of two lines # 2"'),
        ("place: 'L''Aquila' # Italy", (5, 20), 'write place: "L\'Aquila # Italy"'),
        ('place: "The \\"Hague\\"" # 2', (5, 24), "write place: 'The \"Hague\" # 2'"),
        ("summary: Meeting\n  # 5 of the Committee", (6, 3), 'write summary: "Meeting # 5 of the Committee"'),
        ("summary: Meeting\n  of\n  # 5 nations", (7, 3), 'write summary: "Meeting of # 5 nations"'),
        ("summary: Meeting\n  #5 of the Committee", (6, 3), 'write summary: "Meeting #5 of the Committee"'),
    ],
)
def test_what_yaml_takes_for_a_comment_behind_something_is_reported(
    front: str, place: tuple[int, int], right: str
) -> None:
    (problem,) = problems(front)
    assert (problem.code.id, problem.place.line, problem.place.column) == ("PG053", *place)
    assert right in problem.hint


@pytest.mark.parametrize(
    "front",
    [
        "# above\nplace: Oslo",
        "#place: Oslo",
        "participants:\n  # first\n  - name: A\n    # his office\n    role: B",
        "place: Oslo\n  # region: Norway",
        "countries:\n  - NO\n    # - SE",
        "summary: |\n  # 1\n  Text # 2",
        "summary: >-\n  Text #2",
        "event: {date: 2022-02-14,\n  # between\n  mode: video}",
        "place: C#",
        "place: Oslo\n#embargo: 2040-01-01T10:00Z",
    ],
)
def test_comments_on_lines_of_their_own_and_hashes_in_texts_are_let_be(front: str) -> None:
    assert problems(front) == []


@pytest.mark.parametrize("word", ["~", "null", "Null", "NULL"])
@pytest.mark.parametrize(
    "front", ["place: ", "event:\n  place: ", "participants:\n  - role: x\n    name: ", "place:\n  en: "]
)
def test_nothing_in_the_place_of_words_is_reported(front: str, word: str) -> None:
    (problem,) = problems(f"{front}{word}")
    assert (problem.code.id, problem.place.line) == ("PG069", front.count("\n") + 5)
    assert f'{front.rsplit(chr(10), maxsplit=1)[-1].strip()} "{word}"' in problem.hint
    assert problems(f'{front}"{word}"') == []


@pytest.mark.parametrize(
    ("front", "right"),
    [
        ("place: “Oslo”", 'write place: Oslo; if they are meant, write place: "“Oslo”"'),
        ("participants:\n  - name: ‘Ann Lee’", "write - name: Ann Lee;"),
        ("participants:\n  - name: A\n    role:\n      en: “Minister # 2”", None),
        ("place: {en: „Wien“}", "write place: {en: Wien};"),
    ],
)
def test_curly_quotation_marks_around_a_whole_name_are_asked_about(front: str, right: str | None) -> None:
    found = problems(front)
    if right is None:
        assert [one.code.id for one in found] == ["PG053"]
        return
    (problem,) = found
    assert problem.code.id == "PG068"
    assert right in problem.hint


@pytest.mark.parametrize(
    "front",
    ["place: The “Oslo” Hotel", 'place: "“Oslo”"', "summary: “We agree.”", "place: “A” and “B” ", "number: “7”"],
)
def test_curly_quotation_marks_that_are_text_are_let_be(front: str) -> None:
    assert problems(front) == []


def test_entities_are_read_in_every_field_as_in_the_text() -> None:
    front = (
        "place: Gen&egrave;ve &amp; Bern\nsummary: '&#233;&#xE9;&nbsp;&lt;b&gt; &nope; &copy R&D;'\nnumber: &amp;amp;"
    )
    found = read(f"---\n{FACTS}{front}\n---\nText.\n".encode(), "x.md")
    assert [one.code.id for one in found.problems] == ["PG016"]
    quoted = read(
        f"---\n{FACTS}{front.replace('number: &amp;amp;', 'number: 7&amp;amp;8')}\n---\nText.\n".encode(), "x.md"
    )
    assert quoted.problems == ()
    assert quoted.front_matter is not None
    assert str(quoted.front_matter.place and quoted.front_matter.place.root["und"]) == "Genève & Bern"
    assert quoted.front_matter.summary == "éé\u00a0<b> &nope; &copy R&D;"
    assert quoted.front_matter.number == "7&amp;8"


def test_an_entity_hides_no_character_that_turns_others() -> None:
    (problem,) = problems("place: Oslo&#8238;")
    assert (problem.code.id, problem.place.line, problem.place.column) == ("PG007", 5, 8)


@pytest.mark.parametrize(
    ("front", "name"),
    [
        ("participants:\n  - name: A\n\u00a0\u00a0\u00a0 country: NO", "no-break space, U+00A0"),
        ("participants:\n  - name: A\n    r\u00adole: B", "soft hyphen, U+00AD"),
        ("\u200fplace: Oslo", "right-to-left mark, U+200F"),
        ("pl\ufefface: Oslo", "byte order mark, U+FEFF"),
        ("status: dr\u00adaft", "soft hyphen, U+00AD"),
        ("place:\n  e\u200dn: Oslo", "zero-width joiner, U+200D"),
        ("related: a\u00adb", "soft hyphen, U+00AD"),
        ("embargo: 2026-11-28T10:00\u00a0+01:00", "no-break space, U+00A0"),
        ("place\u00a0: x", "no-break space, U+00A0"),
    ],
)
def test_invisible_characters_are_named_where_they_cause_an_error(front: str, name: str) -> None:
    (problem,) = problems(front)
    assert name in problem.hint + problem.message
    assert any(word in problem.hint for word in ("remove it", "ordinary space", "write it as"))
