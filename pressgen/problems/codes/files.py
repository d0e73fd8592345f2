"""Codes for files that cannot be read as texts."""

from __future__ import annotations

from pressgen.problems import Code, Example, Link, Severity
from pressgen.problems.codes.examples import BODY, EN, GOOD, english, one, original

UNREADABLE_FILE = Code(
    "PG001",
    "Unreadable file",
    Severity.ERROR,
    "The file cannot be opened, or is no ordinary file: a folder with the name of a file, a named pipe, a device, "
    "a file without permission to read. Nothing of it is published. Put an ordinary text file in its place, or "
    "remove it.",
    Example({f"{EN}/text.txt": BODY}),
    GOOD,
)
EMPTY_FILE = Code(
    "PG002",
    "Empty file",
    Severity.ERROR,
    "The file holds nothing, perhaps because saving it failed. Write the release, or remove the file; to keep an "
    "unfinished release, write its front matter with `status: draft`.",
    one(""),
    GOOD,
)
ENORMOUS_FILE = Code(
    "PG003",
    "Enormous file",
    Severity.ERROR,
    "A release's file may have 1 MiB and 25,000 lines, its front matter 131,072 characters; the longest communiqués "
    "have a tenth of that. A larger file is usually a picture or a document pasted into the text. Put it into the "
    "release's own folder and name it under `attachments`.",
    original(body="On 14 February 2022, the two Ministers had a video call.\n\n" * 20_000),
    GOOD,
)
BINARY_FILE = Code(
    "PG004",
    "Binary file",
    Severity.ERROR,
    "The file is no text, whatever its name: a Word document, a PDF, a picture. Save the text as Markdown, and "
    "put the document itself, if it is to be published, into the release's own folder.",
    one(b"PK\x03\x04\x14\x00\x06\x00 word/document.xml"),
    GOOD,
)
NOT_UTF8 = Code(
    "PG005",
    "Not UTF-8",
    Severity.ERROR,
    "The file is saved in another encoding than UTF-8, so that its letters would be guessed. The place given is "
    "that of the first byte that cannot be read. Open the file in an editor, look that its letters are right, and "
    "save it as UTF-8.",
    one(english(title="title: Visite du ministre à Genève").encode("latin-1")),
    one(english(title="title: Visite du ministre à Genève")),
)
CONTROL_CHARACTER = Code(
    "PG006",
    "Control character",
    Severity.ERROR,
    "An invisible control character stands in the file, usually pasted from a word processor or left by a wrong "
    "encoding. It is no part of the text, and browsers and feed readers fail over it. Remove it at the place "
    "given; most editors can show such characters.",
    original(body="On 14 February 2022,\x0bthe two Ministers had a video call.\n"),
    GOOD,
)
BIDI_CONTROL = Code(
    "PG007",
    "Bidirectional control",
    Severity.ERROR,
    "Invisible characters that turn the order of the letters (U+202A to U+202E, U+2066 to U+2069) let a text read "
    "otherwise than it is written, in the page and in the file. They are refused everywhere. Remove them: a page "
    "gives each language its direction by itself. The marks U+200E, U+200F and U+061C are allowed.",
    original(body="The two Ministers agreed on \u202edoog\u202c terms.\n"),
    original(body="The two Ministers agreed on good terms.\n"),
)
UNSAFE_LINK = Code(
    "PG008",
    "Unsafe symbolic link",
    Severity.ERROR,
    "A symbolic link leads out of the folder of the releases, in a circle, nowhere, or to another folder. It is "
    "not followed, for it could publish a file of the computer that nobody meant to publish. In `docs/`, links "
    "may lead elsewhere, but not nowhere or in a circle. Put the file itself in its place.",
    Example({EN: Link("../../../etc/hostname")}),
    GOOD,
)
TOO_DEEP = Code(
    "PG031",
    "Too deep",
    Severity.ERROR,
    "Values nested more than 12 deep, or folders more than 32 deep, say nothing about a release, and reading them "
    "could take for ever. Write the value flatter; usually brackets were typed that belong to a text, which then "
    "needs quotation marks.",
    original("place: [[[[[[[[[[[[[Phnom Penh]]]]]]]]]]]]]"),
    original("place: Phnom Penh"),
)
STRAY_FILE = Code(
    "PG037",
    "Stray file",
    Severity.WARNING,
    "The file is no edition, nor in a release's own folder, nor a file of the register, so that nothing can name "
    "it and it is not published. Put photographs and annexes into a folder beside the release that has its name "
    "without the language, and everything else outside of the folder of the releases.",
    Example({EN: english(), "handshake.jpg": b"\xff\xd8\xff"}),
    GOOD,
)
