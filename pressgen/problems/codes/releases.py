"""Codes for what is wrong between the files of a release, and between releases."""

from __future__ import annotations

from pressgen.problems import Code, Example, Severity
from pressgen.problems.codes.examples import (
    EN,
    KM,
    NAME,
    PICTURE,
    both,
    english,
    khmer,
    original,
    with_files,
)

_OTHER = "2022-02-15-aid.en.md"

DOUBLED_EDITION = Code(
    "PG026",
    "Two files for one edition",
    Severity.ERROR,
    "Two files have the same slug and the same language, in whatever folders, and which of them is to be "
    "published would be a guess. A file without a language in its name is in the site's first. Remove one of the "
    "two, or give one another slug.",
    Example({EN: english(), "2022/2022-02-15-norway-video-call.md": english()}),
    Example({EN: english(), "2022/2022-02-15-norway-visit.md": english()}),
)
MISSING_ORIGINAL = Code(
    "PG027",
    "Translation without original",
    Severity.ERROR,
    "Every file of the release says that it is a translation, and none carries the facts. The original is the "
    "file without `translation` that has a `date` and a `kind`. Add its file, with the same slug; or, if this is "
    "the original, take `translation` away and write the facts.",
    Example({KM: khmer("translation: courtesy")}),
    both(english(), khmer("translation: courtesy")),
)
CONTRADICTED_FACT = Code(
    "PG028",
    "Contradicted fact",
    Severity.ERROR,
    "A translation restates a fact otherwise than its original, and two texts of one release that differ in a "
    "date are worse than one. Both files are named. Correct one, or take the key out of the translation: facts "
    "are the original's, and hold for every edition.",
    both(english(), khmer("date: 2022-02-16")),
    both(english(), khmer("date: 2022-02-15")),
)
PARTICIPANTS_DIFFER = Code(
    "PG029",
    "Participants differ",
    Severity.ERROR,
    "A translation names the same participants in the same order as its original, each with the words of its "
    "language; by their order they are known. Add or remove participants so that both lists agree, or leave the "
    "list out of the translation.",
    both(
        english("participants:", "  - {name: PRAK Sokhonn, country: KH}", "  - {name: Anniken Huitfeldt, country: NO}"),
        khmer("participants:", "  - {name: ប្រាក់ សុខុន}"),
    ),
    both(
        english("participants:", "  - {name: PRAK Sokhonn, country: KH}", "  - {name: Anniken Huitfeldt, country: NO}"),
        khmer("participants:", "  - {name: ប្រាក់ សុខុន}", "  - {name: អានីកេន ហ៊ុយតហ្វែល}"),
    ),
)
UNKNOWN_RELEASE = Code(
    "PG033",
    "Unknown release",
    Severity.ERROR,
    "`related`, `supersedes` and `corrects` name releases by their ids: the file's name without the language and "
    "`.md`. No release has this id. Correct it; the hint names the nearest.",
    Example({EN: english(), _OTHER: english("related: [2022-02-15-norway-videocall]")}),
    Example({EN: english(), _OTHER: english("related: [2022-02-15-norway-video-call]")}),
)
DOUBLED_NUMBER = Code(
    "PG034",
    "Doubled number",
    Severity.ERROR,
    "Two releases have the same printed reference, by which readers cite them. Both files are named; digits of "
    "other scripts count as the same. Correct one of the two.",
    Example({EN: english('number: "247"'), _OTHER: english('number: "247"')}),
    Example({EN: english('number: "247"'), _OTHER: english('number: "248"')}),
)
DOUBLED_ADDRESS = Code(
    "PG035",
    "Doubled address",
    Severity.ERROR,
    "An older address under `aliases` leads to two releases or to two editions of one, or is the address of another "
    "page, so that a reader would come to the wrong one. Take it away from one of the two. A slug of "
    "four digits is the address of a year of the archive.",
    Example({EN: english("aliases: [news/247]"), _OTHER: english("aliases: [news/247]")}),
    Example({EN: english("aliases: [news/247]"), _OTHER: english("aliases: [news/248]")}),
)
MISSING_ATTACHMENT = Code(
    "PG044",
    "Missing attachment",
    Severity.ERROR,
    "A file named under `attachments` does not stand in the release's own folder, which stands beside the release "
    "and has its name without the language. Put it there, or correct the name; capitals count.",
    original("attachments:", "  - {file: declaration.pdf, title: Joint declaration}"),
    with_files(english("attachments:", "  - {file: declaration.pdf, title: Joint declaration}"), "declaration.pdf"),
)
UNUSED_FILE = Code(
    "PG050",
    "Unused file",
    Severity.WARNING,
    "A file stands in a release's own folder, and neither its texts nor its `attachments` name it. Only files "
    "that are named get published, so readers will not see it. Name it, or remove it.",
    with_files(english(), "handshake.jpg"),
    with_files(english("attachments: [{file: handshake.jpg, alt: Two ministers at their screens}]"), "handshake.jpg"),
)
HIDDEN_TARGET = Code(
    "PG051",
    "Link to what is not public",
    Severity.ERROR,
    "The text links to a release that is a draft. Its readers would be led nowhere. Publish the other release first, "
    "or take the link away. A link to a release under embargo needs no such care, nor do `related` and the like: "
    "they are left out until the other release is public.",
    Example({EN: english(body=f"See [the offer of aid]({_OTHER}).\n"), _OTHER: english("status: draft")}),
    Example({EN: english(body=f"See [the offer of aid]({_OTHER}).\n"), _OTHER: english()}),
)
ACTIVE_FILE = Code(
    "PG059",
    "File that runs something",
    Severity.ERROR,
    "A file that the release attaches, shows or links to could run something in a reader's browser or computer: a web "
    "page, a script, a program, or a drawing (SVG) with a script in it. Such files are not published. Attach a PDF, a "
    "picture or a table; save a drawing without scripts.",
    with_files(english("attachments: [{file: statement.html, title: The statement}]"), "statement.html"),
    with_files(english("attachments: [{file: statement.pdf, title: The statement}]"), "statement.pdf"),
)
HIDDEN_FILE = Code(
    "PG105",
    "File of what is not public",
    Severity.ERROR,
    "A text, or a page of `docs/`, shows or links to a picture or annex of a release that will become public later "
    "than the text itself. Its readers would see an empty place, its description or its size, and learn that "
    "something is coming. Take it away until then, or give the release that shows it a copy in its own folder, if "
    "that may be seen.",
    Example(
        {
            EN: english("embargo: 2999-01-01T10:00Z", "attachments: [{file: offer.jpg, alt: The offer}]"),
            f"{NAME}/offer.jpg": PICTURE,
            _OTHER: english(body=f"![The offer]({NAME}/offer.jpg)\n"),
        }
    ),
    Example(
        {
            EN: english("embargo: 2999-01-01T10:00Z", "attachments: [{file: offer.jpg, alt: The offer}]"),
            f"{NAME}/offer.jpg": PICTURE,
            _OTHER: english(),
        }
    ),
)
LONE_HONORIFIC = Code(
    "PG067",
    "Honorific without a name",
    Severity.WARNING,
    "A participant has an honorific and no name. The honorific is printed before the office; more likely a name is "
    "missing, or the honorific is part of the office. Add the name, or take the honorific away.",
    original(
        "participants:", "  - honorific: H.E. Ms.", "    role: Ambassador of the Kingdom of Norway", "    country: NO"
    ),
    original("participants:", "  - role: Ambassador of the Kingdom of Norway", "    country: NO"),
)
