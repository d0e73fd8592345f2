"""Codes of what a site adds to pressgen, and of the theme that pressgen extends."""

from pressgen.problems import Code, Example, Severity

WRONG_LOCALE = Code(
    "PG109",
    "Wrong locale file",
    Severity.ERROR,
    "A file of the site's own words, `locales/<tag>.yml`, cannot be read, or one of its values is not of the kind that "
    "its key asks for. The file is not used. The manual says under “Add a language” what each key holds.",
    Example({"locales/th.yml": "eras:\n  - {name: พ.ศ., from: 543 BC}\n"}),
    Example({"locales/th.yml": "eras:\n  - {name: พ.ศ., ahead: 543}\n"}),
)
CHANGED_THEME = Code(
    "PG111",
    "Theme that pressgen does not know",
    Severity.WARNING,
    "pressgen changes some places of Material for MkDocs, which the manual lists (Reference, Material). The version "
    "that is installed does not have one of them, so that pages may look or work differently there. Install a "
    "version of mkdocs-material that pressgen was tried with, and report the version to pressgen.",
    Example({"requirements.txt": "pressgen\nmkdocs-material==9.99.0\n"}),
    Example({"requirements.txt": "pressgen\nmkdocs-material==9.8.2\n"}),
)
UNKNOWN_LOCALE_KEY = Code(
    "PG112",
    "Unknown key of a locale file",
    Severity.ERROR,
    "A file of the site's own words, `locales/<tag>.yml`, has a key that pressgen does not know. Its text would "
    "be shown nowhere. The hint names the nearest. The keys of the words are those of pressgen's own English file.",
    Example({"locales/en.yml": "words:\n  press-relase: Media note\n"}),
    Example({"locales/en.yml": "words:\n  press-release: Media note\n"}),
)
WRONG_PLURAL = Code(
    "PG113",
    "Wrong plural forms",
    Severity.ERROR,
    "A text of `locales/<tag>.yml` that depends on a number needs each plural form that the language has, and no "
    "other: English has `one` and `other`, Arabic six, Thai `other` alone. The message names the form. A text that has "
    "no plural forms in pressgen's own English file has none in any language.",
    Example({"locales/en.yml": 'words:\n  releases-count: {one: "{count} note", few: "{count} notes"}\n'}),
    Example({"locales/en.yml": 'words:\n  releases-count: {one: "{count} note", other: "{count} notes"}\n'}),
)
WRONG_FIELD = Code(
    "PG114",
    "Wrong field",
    Severity.ERROR,
    "A text of `locales/<tag>.yml` has a field in braces that nothing is put in, or lacks one that its text is for. "
    "The hint lists the fields of the text. A brace that is to be printed is written twice.",
    Example({"locales/th.yml": 'dates:\n  long: "{day} {month} พ.ศ. {budhist}"\n'}),
    Example({"locales/th.yml": 'dates:\n  long: "{day} {month} พ.ศ. {buddhist}"\n'}),
)
WRONG_TEMPLATE = Code(
    "PG115",
    "Wrong template",
    Severity.ERROR,
    "A template of the site's own, a file in `templates/`, cannot be read: its Jinja is wrong, or it names a template "
    "that does not exist. The file is not used. pressgen's own templates have names below `pressgen/`.",
    Example({"templates/release.html": '{% extends "pressgen/release.html" %}\n{% block colophon %}\n'}),
    Example({"templates/release.html": '{% extends "pressgen/release.html" %}\n{% block colophon %}{% endblock %}\n'}),
)
UNKNOWN_TEMPLATE = Code(
    "PG116",
    "Template or block that pressgen does not have",
    Severity.ERROR,
    "A file in `templates/` has the name of no template that a site can extend, or a block that pressgen's template "
    "does not have, so that nothing would show it. The hint names the nearest. Templates that only the site's own "
    "include are in a folder below, such as `templates/own/note.html`.",
    Example({"templates/relaese.html": '{% extends "pressgen/release.html" %}\n'}),
    Example({"templates/release.html": '{% extends "pressgen/release.html" %}\n'}),
)
