"""Read what a site adds to pressgen: its own words and date forms in `locales/`, its own templates in `templates/`.

Both folders are in the project, beside `mkdocs.yml`, and both are optional. Their files are written by the maintainer
of the site, not by the authors of releases. `read_extension` is called wherever a project is opened, and
`use_digits` wherever its options are read, so that `check`, `build`, `serve` and `stage` know the same words and
digits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from pressgen.extension.locale_files import read_locales
from pressgen.languages import use_site_locales
from pressgen.languages.locales import Contents, with_digits
from pressgen.problems import Problem
from pressgen.program import FOLDERS, LOCALES, TEMPLATES, extension_files

__all__ = ["FOLDERS", "LOCALES", "TEMPLATES", "Extension", "extension_files", "read_extension"]


@dataclass(frozen=True, slots=True)
class Extension:
    """What a site adds to pressgen: its `locales` by language tag, and the `problems` in its files."""

    locales: Mapping[str, Contents] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def use_digits(self, digits: Mapping[str, str]) -> None:
        """Use these locale files in this process from now on, with a numbering system for each language in `digits`."""
        use_site_locales(with_digits(self.locales, digits))


def read_extension(project: Path, digits: Mapping[str, str] = MappingProxyType({})) -> Extension:
    """Read the locale files of a project, and use them in this process from now on.

    `digits` are the numbering systems that the site's options choose by language; they count before the files. A file
    with a problem is not used. A project without the folder has pressgen's words alone.
    """
    locales, problems = read_locales(project / LOCALES, LOCALES)
    extension = Extension(locales, problems)
    extension.use_digits(digits)
    return extension
