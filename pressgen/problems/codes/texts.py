"""Codes for the texts of releases."""

from __future__ import annotations

from pressgen.problems import Code, Severity
from pressgen.problems.codes.examples import NAME, english, original, with_files

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
    "A link points to a file that does not exist, or that lies outside of the project. A text may link to another "
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
