"""Codes of what a site adds to pressgen, and of the theme that pressgen extends."""

from pressgen.problems import Code, Example, Severity

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
