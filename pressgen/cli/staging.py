"""Write a project's archive as plain Markdown files into a folder, for `pressgen stage`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath

import click

from pressgen import engine
from pressgen.archive import build_time
from pressgen.cli.project import find
from pressgen.cli.summary import stops_publication
from pressgen.engine import lock
from pressgen.engine.failing import failure
from pressgen.load.identity import Releases
from pressgen.problems import report
from pressgen.site import Site
from pressgen.site.output import Call, FileOutput, Output
from pressgen.stage import front_matter_shell
from pressgen.stage import stage as staged
from pressgen.views.templates import SiteTemplateError

INVENTORY = ".pressgen-stage"
"""The file in a staged folder that lists the files written by this command, one on each line."""


def stage_project(folder: Path, config_file: Path | None, *, strict: bool) -> int | None:
    """Write the archive's pages to `folder` and return the number of files; None if problems stop publication.

    The problems are reported in both cases. Raises click's errors if the command was used wrongly or a file cannot be
    written.
    """
    project = find(None, config_file)
    loaded = project.load()
    problems = project.checked(loaded, project.docs()).problems
    click.echo(report.FORMATS["text"](problems), nl=False, err=True)
    if stops_publication(problems, strict=strict):
        return None
    if Releases(project.folders.releases).holds(folder):
        message = f"{folder} lies within the releases, which would read it as one of them"
        raise click.UsageError(message)
    try:
        now = build_time()
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    configuration = project.configuration
    name, url = configuration.site_name, configuration.site_url
    site = Site.of(loaded, configuration.settings, name=name, url=url, now=now)
    outputs = _with_inventory([*staged(site)])
    _write(outputs, folder, configuration.folder)
    return len(outputs) - 1


def _write(outputs: Sequence[Output], folder: Path, project: Path) -> None:
    """Write the files into the folder, in place of those of an earlier run; the folder is locked meanwhile."""
    try:
        held = lock.acquire(folder, project / lock.CACHE)
    except lock.BusyError as error:
        message = f"{error}. Wait until it has ended, and run this again. Nothing was written."
        raise click.ClickException(message) from None
    try:
        _clear(folder, outputs)
        engine.write_all(outputs, front_matter_shell, folder)
    except (OSError, MemoryError) as error:
        message = f"{failure(error, project)}\n{folder} is incomplete: run this again when that is mended."
        raise click.ClickException(message) from None
    except SiteTemplateError as error:
        message = f"{error}\n{folder} is incomplete: run this again when that is mended."
        raise click.ClickException(message) from None
    finally:
        held.release()


def _with_inventory(outputs: Sequence[Output]) -> list[Output]:
    names = sorted(output.path for output in outputs)
    return [*outputs, FileOutput(INVENTORY, Call.of(_lines, tuple(names)))]


def _lines(names: tuple[str, ...]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode()


def _clear(folder: Path, outputs: Sequence[Output]) -> None:
    """Remove from `folder` the files of an earlier run.

    Raises click.UsageError, before anything is removed, if a file that is not of an earlier run would be replaced.
    """
    inventory = folder / INVENTORY
    if not folder.exists():
        return
    if not inventory.is_file() and any(folder.iterdir()):
        message = f"{folder} is not empty, and was not written by this command"
        raise click.UsageError(message)
    before = set(_inventory(inventory))
    in_the_way = [output.path for output in outputs if output.path not in before and (folder / output.path).exists()]
    if [path for path in in_the_way if path != INVENTORY]:
        message = f"{folder / in_the_way[0]} is in the way, and was not written by this command"
        raise click.UsageError(message)
    for name in before:
        (folder / name).unlink(missing_ok=True)
    for parent in sorted({parent for name in before for parent in PurePosixPath(name).parents}, reverse=True):
        with suppress(OSError):  # the folder has other files
            (folder / parent).rmdir()


def _inventory(path: Path) -> Iterator[str]:
    """List the files that the inventory names, and none outside its folder."""
    if path.is_file():
        for name in path.read_text("utf-8", errors="replace").splitlines():
            steps = PurePosixPath(name)
            if name and not steps.is_absolute() and ".." not in steps.parts:
                yield name
