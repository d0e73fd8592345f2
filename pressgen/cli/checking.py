"""Check a project: from the last check where nothing has changed, or else by reading what has."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import time_ns
from typing import TYPE_CHECKING

from pressgen.cli.kept_check import CheckMemo, LookedAt, keep_check, kept_check
from pressgen.cli.places import configuration_of, part_of
from pressgen.cli.summary import CheckedProject
from pressgen.engine.lock import CACHE
from pressgen.program import FOLDERS
from pressgen.stamps import GRAIN

if TYPE_CHECKING:
    from pressgen.cli.project import Project


def check_project(path: Path | None, config_file: Path | None) -> tuple[CheckedProject, str]:
    """Return what a check finds in the project of a path, and the path of the part that was asked about.

    Raises click.UsageError where there is no project, the path is no part of it, or `SOURCE_DATE_EPOCH` is no time.
    """
    configuration = configuration_of(path, config_file)
    # A time that is given may be before that of the last check.
    if configuration and "SOURCE_DATE_EPOCH" not in os.environ:
        cache = configuration.parent / CACHE
        if kept := kept_check(configuration, cache, datetime.now(UTC)):
            part = part_of(configuration.parent, Path(kept.looked.releases), Path(kept.looked.docs), path)
            if part.isascii() and part.isprintable():
                return kept.checked, part
    return _checked(path, config_file)


def _checked(path: Path | None, config_file: Path | None) -> tuple[CheckedProject, str]:
    begun, begun_at = time_ns(), datetime.now(UTC)
    from pressgen.cli.project import find  # noqa: PLC0415  # a check that is known needs nothing of it
    from pressgen.load.names import printable  # noqa: PLC0415  # likewise

    project = find(path, config_file)
    looked = _looked_at(project)
    try:
        state = looked.state() if looked.configuration else None
    except OSError:
        state = None
    loaded = project.load()
    checked = project.checked(loaded, project.docs())
    if state and state[1] < begun - GRAIN and "SOURCE_DATE_EPOCH" not in os.environ:
        cache = project.configuration.folder / CACHE
        looked = replace(looked, existing=dict(loaded.existing))
        keep_check(cache, CheckMemo(looked, state[0], checked, begun_at, loaded.until))
    return checked, printable(project.asked)


def _looked_at(project: Project) -> LookedAt:
    """Return what a check of a project looks at, as far as its configuration tells."""
    configuration, folders = project.configuration, project.folders
    more = [*FOLDERS, *([configuration.custom_dir] if configuration.custom_dir else [])]
    return LookedAt(
        str(configuration.folder),
        str(folders.releases),
        str(folders.docs),
        str(folders.site),
        tuple(map(str, (folders.releases, folders.docs, *(configuration.folder / one for one in more)))),
        configuration.files,
        environment=configuration.reads_environment,
    )
