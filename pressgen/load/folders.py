"""How a project's folders stand to each other, and whether the site's can be written.

A build removes from the folder of the site what is not of it, and whatever stands below the folder of the releases is
read as one of them. So none of the two may hold another folder of the project.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pressgen.problems import Place, Problem, codes

_BLOCK = 4096
_HINT = "look at its permissions, make room, or name another folder with `site_dir`"


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of a project, and the place of what concerns them: its configuration's file."""

    place: Place
    project: Path
    releases: Path
    docs: Path
    site: Path


def overlaps(folders: Folders) -> Iterator[Problem]:
    """Report folders that lie within each other; links are followed."""
    releases, docs, site = ((folders.releases, "releases_dir"), (folders.docs, "docs_dir"), (folders.site, "site_dir"))
    for (inner, name), (outer, around), why in (
        (docs, releases, "so that its pages would be read as releases"),
        (site, releases, "so that the finished site would be read as releases"),
        (site, docs, "so that the finished site would be read as pages"),
        (releases, site, "from which each build removes what is not of the site"),
        (docs, site, "from which each build removes what is not of the site"),
        ((folders.project, "the project"), site, "from which each build removes what is not of the site"),
    ):
        if _is_within(inner, outer):
            what = name if name.startswith("the") else f"the folder of `{name}`"
            moved = "docs_dir" if "site_dir" not in (name, around) else "site_dir"
            hint = f"give `{moved}` a folder of its own, such as `{moved.removesuffix('_dir')}`"
            yield codes.OVERLAPPING_FOLDERS.at(folders.place, f"{what} lies within that of `{around}`, {why}", hint)
            return
    if _is_within(folders.project, folders.docs) and _is_within(folders.docs, folders.project):
        message = f"the folder of `docs_dir` is that of {folders.place.path} itself, which MkDocs refuses"
        hint = "give `docs_dir` a folder of its own, such as `docs`"
        yield codes.OVERLAPPING_FOLDERS.at(folders.place, message, hint)


def _is_within(inner: Path, outer: Path) -> bool:
    real, around = os.path.realpath(inner), os.path.realpath(outer)
    return real == around or real.startswith(around.rstrip(os.sep) + os.sep)


def no_folder(place: Place, site: Path) -> Iterator[Problem]:
    """Report a site whose folder can be none, because a file stands there or above."""
    for step in (site, *site.parents):
        if step.is_dir():
            return
        if os.path.lexists(step):
            what = "a symbolic link that leads nowhere" if step.is_symlink() else "a file"
            yield codes.UNWRITABLE_SITE.at(place, f"the site cannot be written to {site}: {step.name} is {what}", _HINT)
            return


def unwritable(place: Place, site: Path) -> Iterator[Problem]:
    """Report a site whose folder cannot be written, which is tried where it is there."""
    yield from (problems := [*no_folder(place, site)])
    if problems:
        return
    try:
        if not site.exists():
            above = next(step for step in site.parents if step.is_dir())
            if not os.access(above, os.W_OK | os.X_OK):
                raise PermissionError(13, "Permission denied")  # told as what writing there would raise
            return
        with tempfile.TemporaryFile(dir=site, prefix=".", buffering=0) as file:
            file.write(bytes(_BLOCK))
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        yield codes.UNWRITABLE_SITE.at(place, f"the site cannot be written to {site}: {reason}", _HINT)
