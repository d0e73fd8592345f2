"""Codes for the texts of releases."""

from __future__ import annotations

from pressgen.problems import Code, Severity
from pressgen.problems.codes.examples import NAME, english, original, titled, with_files

_PICTURE = f"![Two ministers at their screens]({NAME}/handshake.jpg)\n"

SKIPPED_HEADING = Code(
    "PG040",
    "Skipped heading level",
    Severity.WARNING,
    "A heading is more than one level below the one before it. People who hear a page move through it by its "
    "headings, and look for the level between. Headings in a release begin with `##`; those below them have "
    "`###`.",
    original(body="## Bilateral relations\n\nThe Ministers met.\n\n#### Trade\n\nThey spoke of trade.\n"),
    original(body="## Bilateral relations\n\nThe Ministers met.\n\n### Trade\n\nThey spoke of trade.\n"),
)
SECOND_TITLE = Code(
    "PG041",
    "Second title",
    Severity.WARNING,
    "A heading with one `#` is a title, and a page has one already: the front matter's `title`. Write `##` for a "
    "heading within the text, or remove it if it repeats the title.",
    original(body="# Bilateral relations\n\nThe Ministers met.\n"),
    original(body="## Bilateral relations\n\nThe Ministers met.\n"),
)
MISSING_TARGET = Code(
    "PG042",
    "Missing target of a link",
    Severity.ERROR,
    "A link points to a file that does not exist, or that lies outside of the project, or to a place that a text does "
    "not have, such as a paragraph by a number that is not printed. A text may link to another "
    "release by its file, to a file in the release's own folder, and to a page of `docs/`; the path is written "
    "from the file that the link stands in.",
    original(body=f"See [the declaration]({NAME}/declaration.pdf).\n"),
    with_files(english(body=f"See [the declaration]({NAME}/declaration.pdf).\n"), "declaration.pdf"),
)
MISSING_PICTURE = Code(
    "PG043",
    "Missing picture",
    Severity.ERROR,
    "The file of a picture does not exist. Put it into the release's own folder, which stands beside the release "
    "and has its name without the language, and write its path from the file that it stands in.",
    original(body=_PICTURE),
    with_files(english(body=_PICTURE), "handshake.jpg"),
)
MISSING_ALT = Code(
    "PG045",
    "Picture without description",
    Severity.WARNING,
    "Readers who cannot see a picture hear its description, and search engines read it. Write what the picture "
    "shows: in the text between the brackets, `![Two ministers shake hands](photo.jpg)`; under `attachments` as "
    "`alt`. A caption does not replace it.",
    with_files(english("attachments: [{file: handshake.jpg}]"), "handshake.jpg"),
    with_files(english("attachments: [{file: handshake.jpg, alt: Two ministers at their screens}]"), "handshake.jpg"),
)
UNCLOSED_HTML = Code(
    "PG046",
    "Unclosed HTML",
    Severity.ERROR,
    "An HTML element is opened and never closed, so that what follows would be swallowed by it. Close it, or "
    "write the same in Markdown. A sign `<` that is only a sign is written `&lt;`.",
    original(body="The Ministers met.\n\n<div>\nThey spoke of trade.\n"),
    original(body="The Ministers met.\n\n<div>\nThey spoke of trade.\n</div>\n"),
)
UNSAFE_HTML = Code(
    "PG047",
    "Unsafe HTML",
    Severity.ERROR,
    "Scripts, event attributes, addresses that run something, frames and styles never reach a page: authors are "
    "trusted with words, not with programs. Remove it. A video or a map goes into the text as a link.",
    original(body="The Ministers met.\n\n<script>alert(1)</script>\n"),
    original(body="The Ministers met.\n"),
)
EMPTY_BODY = Code(
    "PG048",
    "Release without text",
    Severity.WARNING,
    "Below the front matter stands nothing. If the release is a document, say in a sentence what it is and attach "
    "the document; if it is unfinished, write `status: draft`.",
    original(body=""),
    original(),
)
UNDERLINED_LINE = Code(
    "PG049",
    "Underlined line",
    Severity.WARNING,
    "A line of hyphens or equals signs below a text makes a heading of it in Markdown, which is seldom meant in a "
    "printed release. Put an empty line between the two, or write the heading with `##`.",
    original(body="The Ministers met.\n---\nThey spoke of trade.\n"),
    original(body="The Ministers met.\n\nThey spoke of trade.\n"),
)
PRESENTATIONAL_HTML = Code(
    "PG052",
    "HTML for looks",
    Severity.WARNING,
    "An HTML element says only how a text looks, such as `<font>` or `<center>`. Pages of an archive look alike, "
    "in light and dark and in print, so the element is left out and its text kept. Write the text without it.",
    original(body="<center>The Ministers met.</center>\n"),
    original(body="The Ministers met.\n"),
)
FAILED_LINK = Code(
    "PG090",
    "Link that failed",
    Severity.WARNING,
    "What looks like a link or a picture is none, and readers will see the brackets as they are typed. The address is "
    "missing, or lacks its `https://`, or is a path of one computer, or has spaces; a release is named by its file, "
    "with `.md`. Editors' brackets before parentheses, `[for Foreign Affairs](Ukraine)`, are text and are not told.",
    original(body="See [our site](www.mfa.example).\n"),
    original(body="See [our site](https://www.mfa.example).\n"),
)
FAILED_EMPHASIS = Code(
    "PG091",
    "Emphasis that failed",
    Severity.WARNING,
    "Bold or italic type is opened and never closed in the same paragraph, or the other way round, so that readers "
    "will see the stars. Close it behind the last of the words, without a space before it. A star that is a printed "
    "note's mark, behind a name or before a note, is text; to say so of two stars, write `\\*\\*`.",
    original(body="The **Ministers met on Monday.\n"),
    original(body="The **Ministers** met on Monday.\n"),
)
FAILED_HEADING = Code(
    "PG092",
    "Heading that failed",
    Severity.WARNING,
    "A line begins with `##` and is no heading, since the space behind it is missing or spaces stand before it. "
    "Readers will see the signs.",
    original(body="##Trade\n\nThe Ministers met.\n"),
    original(body="## Trade\n\nThe Ministers met.\n"),
)
FAILED_TABLE = Code(
    "PG093",
    "Table that failed",
    Severity.WARNING,
    "Lines look like a table and are none: they were pasted with tabs, whose columns are lost, or the row of dashes "
    "below the first row is missing or has another number of cells. A table has a bar between its cells and, below its "
    "first row, as many cells of dashes.",
    original(body="| State | Minister |\n| Norway | Anniken Huitfeldt |\n| Cambodia | PRAK Sokhonn |\n"),
    original(body="| State | Minister |\n|---|---|\n| Norway | Anniken Huitfeldt |\n| Cambodia | PRAK Sokhonn |\n"),
)
FAILED_LIST = Code(
    "PG094",
    "List that failed",
    Severity.WARNING,
    "Lines look like a list and are none: the space behind the hyphen is missing, or the list follows the lines of a "
    "paragraph directly. Leave a blank line before a list, or end the line above it with a colon.",
    original(body="The Ministers spoke of three subjects.\n- trade\n- aid\n- the climate\n"),
    original(body="The Ministers spoke of three subjects.\n\n- trade\n- aid\n- the climate\n"),
)
WRAPPED_LINES = Code(
    "PG095",
    "Wrapped lines",
    Severity.WARNING,
    "The lines of a paragraph end in the middle of sentences, as a mail program breaks them, and the breaks will be "
    "shown. A text keeps the lines that its author writes, since those of a signature or an address are meant; lines "
    "that were broken evenly at one width are joined again. Write a paragraph as one line, however long. A break that "
    "is meant in the middle of a sentence ends with two spaces.",
    original(body="The Ministers, who had met for the first time in Geneva last autumn,\nspoke of\ntrade.\n"),
    original(body="The Ministers, who had met for the first time in Geneva last autumn, spoke of trade.\n"),
)
HALF_A_NOTE = Code(
    "PG096",
    "Half of a note",
    Severity.WARNING,
    "A note's mark `[^1]` has no note, or a note has no mark in the text, or nothing refers to the line that says "
    "where links lead. Readers will see it as it is typed. A note is a line of its own, `[^1]: The text of the note`.",
    original(body="The Ministers met.[^1]\n"),
    original(body="The Ministers met.[^1]\n\n[^1]: By video.\n"),
)
NUMBER_OUT_OF_ORDER = Code(
    "PG097",
    "Number out of order",
    Severity.WARNING,
    "The printed number of a paragraph leaves one out or repeats one. Paragraphs of a communiqué are cited by their "
    "numbers, so they are shown as they are printed and never changed; look whether a paragraph was lost on the way. "
    "Where the document has it so, say it in the file's `ignore`. Numbers that begin anew at 1, after a heading or in "
    "another list, are right.",
    original(body="1. The Ministers met.\n\n2. They spoke of trade.\n\n4. They spoke of aid.\n"),
    original(body="1. The Ministers met.\n\n2. They spoke of trade.\n\n3. They spoke of aid.\n"),
)
OTHER_DIALECT = Code(
    "PG098",
    "Markup of another dialect",
    Severity.WARNING,
    "Marks for code, for struck-out or highlighted words, for boxes, contents or attributes, and Markdown inside "
    "HTML, mean nothing in a release, and readers will see them as they are typed. Leave the marks out, or take the "
    "HTML away from around the Markdown.",
    original(body="The Ministers met in `Geneva`.\n"),
    original(body="The Ministers met in Geneva.\n"),
)
MARKUP_IN_WORDS = Code(
    "PG110",
    "Markup in words",
    Severity.WARNING,
    "A title, a summary, an office or other words of the front matter or the register hold tags of HTML, bold type or "
    "a link. They are plain text, which goes into lists, feeds and citations as well, so that readers will see the "
    "marks. Leave them out. A title of several lines is written with `title: |`.",
    titled("title: Outcomes of the **Video Call**"),
    titled("title: Outcomes of the Video Call"),
)
