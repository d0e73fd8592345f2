"""Read what a site adds to pressgen: its own words and date forms in `locales/`, its own templates in `templates/`.

Both folders are in the project, beside `mkdocs.yml`, and both are optional. Their files are written by the maintainer
of the site, not by the authors of releases. `read_extension` is called wherever a project is opened, so that
`check`, `build`, `serve` and `stage` know the same words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pressgen.extension.locale_files import read_locales
from pressgen.languages import use_site_locales
from pressgen.languages.locales import Contents
from pressgen.problems import Problem

LOCALES = "locales"
"""The folder of a site's own locale files, `<tag>.yml`, below its project."""

TEMPLATES = "templates"
"""The folder of a site's own templates, below its project."""

FOLDERS = (LOCALES, TEMPLATES)
"""The folders of a project whose files pressgen reads, to be watched in a preview."""


@dataclass(frozen=True, slots=True)
class Extension:
    """What a site adds to pressgen: its `locales` by language tag, and the `problems` in its files."""

    locales: Mapping[str, Contents] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_extension(project: Path) -> Extension:
    """Read the locale files of a project, and use them in this process from now on.

    A file with a problem is not used. A project without the folder has pressgen's words alone.
    """
    locales, problems = read_locales(project / LOCALES, LOCALES)
    use_site_locales(locales)
    return Extension(locales, problems)


def extension_files(project: Path) -> tuple[Path, ...]:
    """List all files by which a project extends pressgen, sorted: every page may depend on each of them."""
    files = (path for folder in FOLDERS for path in (project / folder).rglob("*") if path.is_file())
    return tuple(sorted(files))
