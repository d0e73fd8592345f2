"""Codes for folders, for what stands in them beside texts, and for the names of files."""

from __future__ import annotations

from pressgen.problems import Code, Example, Link, Severity
from pressgen.problems.codes.examples import EN, NAME, PICTURE, english

_SITE = "site_name: Press releases\nsite_url: https://press.example/\nplugins: [pressgen]\n"
_INDEX = "# Press office\n"

WAY_TO_RELEASES = Code(
    "PG100",
    "Way to the releases",
    Severity.ERROR,
    "A file or folder of `docs/`, or of the theme's `custom_dir`, is one of the releases under another name: a "
    "symbolic link or a hard link leads there. It would be published as an ordinary page or file, whatever its "
    "embargo says. Remove the link. A page may link to a release by its file, and a picture of a release stands in "
    "the release's own folder only.",
    Example({"docs/index.md": _INDEX, "docs/archive": Link("../releases")}),
    Example({"docs/index.md": _INDEX}),
)
NAME_NOT_UTF8 = Code(
    "PG101",
    "Name that is not UTF-8",
    Severity.ERROR,
    "The name of a file or folder is stored in another encoding than UTF-8, as old archives and old systems leave "
    "them. Nobody could write its address. Rename it; the letters a to z, digits and hyphens always serve.",
    Example({EN: english(), f"{NAME}/caf\udce9.jpg": PICTURE}),
    Example({EN: english("attachments: [{file: cafe.jpg, alt: A coffee house}]"), f"{NAME}/cafe.jpg": PICTURE}),
)
DOUBLED_NAME = Code(
    "PG102",
    "Two files of one name",
    Severity.ERROR,
    "Two files in one folder have the same name, of which only the accents are stored in two ways (composed and "
    "decomposed), as happens between macOS and other systems. Which of the two is meant would be a guess. Remove one,"
    " or give it another name.",
    Example(
        {
            EN: english("attachments: [{file: caf\u00e9.jpg, alt: A coffee house}]"),
            f"{NAME}/caf\u00e9.jpg": PICTURE,
            f"{NAME}/cafe\u0301.jpg": PICTURE,
        }
    ),
    Example(
        {EN: english("attachments: [{file: caf\u00e9.jpg, alt: A coffee house}]"), f"{NAME}/caf\u00e9.jpg": PICTURE}
    ),
)
NAMES_DIFFER_IN_CASE = Code(
    "PG103",
    "Names that differ in capitals",
    Severity.WARNING,
    "Two files in one folder have names that differ only in capital letters. On Windows, on macOS and on some hosts "
    "they are one file, and one of the two is lost when the folder is copied there. Give one of them another name.",
    Example(
        {
            EN: english("attachments: [{file: annex.pdf, title: Annex}, {file: Annex.pdf, title: Second annex}]"),
            f"{NAME}/annex.pdf": b"%PDF-1",
            f"{NAME}/Annex.pdf": b"%PDF-2",
        }
    ),
    Example(
        {
            EN: english("attachments: [{file: annex-1.pdf, title: Annex}, {file: annex-2.pdf, title: Second annex}]"),
            f"{NAME}/annex-1.pdf": b"%PDF-1",
            f"{NAME}/annex-2.pdf": b"%PDF-2",
        }
    ),
)
OVERLAPPING_FOLDERS = Code(
    "PG104",
    "Folders within each other",
    Severity.ERROR,
    "`releases_dir`, `docs_dir` and `site_dir` lie so that one would be taken for the other: pages would be read as "
    "releases, the finished site would be read again, or the folder of the site, from which each build removes what is"
    " not of the site, holds what somebody wrote. Give each a folder of its own; `docs_dir: .`, the project itself, is "
    "none and is refused. Only the releases may lie within `docs/`.",
    Example({"mkdocs.yml": f"{_SITE}site_dir: releases/site\n"}),
    Example({"mkdocs.yml": f"{_SITE}site_dir: site\n"}),
)
UNWRITABLE_SITE = Code(
    "PG106",
    "Site that cannot be written",
    Severity.ERROR,
    "The folder that the site is to be written to is a file, or nothing can be written there: it belongs to somebody "
    "else, or its disk is full or read-only. Look at its permissions, make room, or name another folder with "
    "`site_dir`.",
    Example({"mkdocs.yml": f"{_SITE}site_dir: mkdocs.yml\n"}),
    Example({"mkdocs.yml": f"{_SITE}site_dir: site\n"}),
)
KEPT_WORDS = Code(
    "PG107",
    "Words kept in the cache",
    Severity.WARNING,
    "The cache `.cache/pressgen/` keeps the search index of the last build, and that of an earlier one cannot be "
    "removed from it. It holds the words of the texts of then, those among them that are hidden now. Remove the "
    "folder; the next build makes a new one.",
    Example({"mkdocs.yml": _SITE}),
    Example({"mkdocs.yml": f"{_SITE}use_directory_urls: true\n"}),
)
