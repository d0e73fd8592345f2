"""Codes for front matter that cannot be read."""

from __future__ import annotations

from pressgen.problems import Code, Severity
from pressgen.problems.codes.examples import BODY, GOOD, english, one, original, titled

NO_FRONT_MATTER = Code(
    "PG009",
    "No front matter",
    Severity.ERROR,
    "A release's file begins with its front matter: a line of three hyphens, the keys, and another such line. "
    "Without it nobody knows the release's title and date. The first line of hyphens must be the first line of "
    "the file, and a word processor must not have made a dash of it.",
    one(BODY),
    GOOD,
)
UNCLOSED_FRONT_MATTER = Code(
    "PG010",
    "Unclosed front matter",
    Severity.ERROR,
    "The line of three hyphens that ends the front matter is missing, so that the release's text would be read as "
    "keys. Write `---` on a line of its own below the last key.",
    one(english().replace("\n---\n", "\n")),
    GOOD,
)
YAML_SYNTAX = Code(
    "PG011",
    "YAML that cannot be read",
    Severity.ERROR,
    "The front matter is YAML: a key, a colon, a space and a value on each line; what belongs to a key stands "
    "below it, indented by two spaces; each item of a list begins with `- `. At the place given something else "
    "stands. Keys of one level must begin in the same column, and a text that begins with a bracket or another "
    "sign needs quotation marks.",
    original("participants:", "  - name: PRAK Sokhonn", "     country: KH"),
    original("participants:", "  - name: PRAK Sokhonn", "    country: KH"),
)
YAML_TAB = Code(
    "PG013",
    "Tab in YAML",
    Severity.ERROR,
    "A tab stands where YAML wants spaces: it looks as wide as the editor likes, so that nobody can tell which "
    "key a value belongs to. Put two spaces for each level. Most editors can be told to do so for YAML.",
    original("participants:", "\t- name: PRAK Sokhonn"),
    original("participants:", "  - name: PRAK Sokhonn"),
)
YAML_COLON = Code(
    "PG014",
    "Colon in YAML",
    Severity.ERROR,
    "A colon followed by a space ends a key. In a text that holds one, put quotation marks around the whole text; "
    "the hint shows the line rightly written. After a key, the space behind the colon must not be missing.",
    titled("title: Outcomes: the Video Call"),
    titled('title: "Outcomes: the Video Call"'),
)
YAML_QUOTE = Code(
    "PG015",
    "Quotation marks in YAML",
    Severity.ERROR,
    "A value that begins with a straight quotation mark ends with the same mark, and nothing but a comment "
    "follows. A text that itself begins with a quotation mark goes between quotation marks of the other kind. "
    "Curly marks, which word processors make, are letters of the text and hold nothing together.",
    titled('title: "Growing together" and other results'),
    titled("title: '\"Growing together\" and other results'"),
)
YAML_ANCHOR = Code(
    "PG016",
    "Anchors and tags of YAML",
    Severity.ERROR,
    "YAML's anchors (`&`), aliases (`*`), tags (`!`) and merge keys (`<<`) are not used here: front matter is to "
    "be read by people, and with aliases a small file can stand for an enormous one. Write the value out. A text "
    "that begins with one of these signs needs quotation marks.",
    original("countries: &partners [NO]"),
    original("countries: [NO]"),
)
DOUBLED_KEY = Code(
    "PG017",
    "Doubled key",
    Severity.ERROR,
    "A key stands twice in the same mapping, and which of its values is meant would be a guess. Both lines are "
    "named. Keep one of them; several values of one key go into a list.",
    original("place: Oslo", "place: Phnom Penh"),
    original("place: Phnom Penh"),
)
LOST_TEXT = Code(
    "PG053",
    "Text lost behind a hash",
    Severity.ERROR,
    "In YAML a hash behind a space begins a comment, so that the rest of the line would not be published. If it "
    "belongs to the text, put quotation marks around the whole text; if it is a comment, put it on a line of its own. "
    "In `mkdocs.yml`, a comment may stand behind an option that has no words.",
    titled("title: Outcomes of Meeting # 5 of the Joint Committee"),
    titled('title: "Outcomes of Meeting # 5 of the Joint Committee"'),
)
CUT_TEXT = Code(
    "PG065",
    "Text cut by a comma",
    Severity.ERROR,
    "Between braces a comma ends a text, and what follows it would be a key without a value: the rest of an office, a "
    "place or a ministry's name would not be published. Put quotation marks around the whole text, or better, put each "
    "key on a line of its own, where a comma is a comma. The hint shows the line rightly written.",
    original("participants:", "  - {name: Ann Lee, role: Minister of Foreign Affairs, Trade and Culture, country: NO}"),
    original(
        "participants:",
        "  - name: Ann Lee",
        "    role: Minister of Foreign Affairs, Trade and Culture",
        "    country: NO",
    ),
)
SECOND_FRONT_MATTER = Code(
    "PG066",
    "Second front matter",
    Severity.ERROR,
    "Keys of the front matter stand between lines of hyphens in the text, where they would be printed and would mean "
    "nothing: a release with its `embargo` there would be published at once. Move the keys up into the front matter, "
    "which is one block at the beginning of the file. A line of hyphens between paragraphs of prose is a rule.",
    one(english(body="---\nembargo: 2040-01-01T10:00+07:00\n---\n\n" + BODY)),
    original("embargo: 2040-01-01T10:00+07:00"),
)
CURLY_QUOTES = Code(
    "PG068",
    "Curly quotation marks around a name",
    Severity.WARNING,
    "A title, a name, an office or a place stands between curly quotation marks. A word processor makes them of the "
    "straight ones that hold a text together in YAML, and curly ones are printed. Take them away; where the text is a "
    "quotation, put straight ones around them.",
    titled("title: “Outcomes of the Video Call”"),
    titled("title: Outcomes of the Video Call"),
)
NO_WORD = Code(
    "PG069",
    "Nothing in the place of a word",
    Severity.ERROR,
    "`~` and `null` are nothing in YAML: no word would be published, be it a person's name. Take the key away where "
    "there is nothing to say, and put quotation marks around the word where it is meant.",
    original("participants:", "  - name: Null", "    role: Minister of Foreign Affairs"),
    original("participants:", '  - name: "Null"', "    role: Minister of Foreign Affairs"),
)
