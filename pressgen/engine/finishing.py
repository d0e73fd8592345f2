"""Finish a build: show other plugins the whole site, publish it, and keep in the record what is in it.

What has not changed is not made, so that the folder of the next site lacks it. Whoever wants to look through the whole
site, or to change it, gets copies: a link to the site's own file would let it be changed in its place. That costs
reading and writing the site once, without the processor on file systems that share what is copied.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from pressgen.engine.known import KnownOutput, KnownSlice, SiteRecord, WrittenFile
from pressgen.engine.making import Made
from pressgen.engine.publishing import FolderTree, Published, publish
from pressgen.engine.writing import FileStatus


def copy_kept(made: Made, site: Path, folder: Path) -> Mapping[str, FileStatus]:
    """Copy the files that the site keeps to the folder of the next one.

    Returns what the system says of the copies. Raises OSError.
    """
    copies: dict[str, FileStatus] = {}
    for path in made.kept:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / path, target)
        copies[path] = FileStatus.of(os.lstat(target))
    return copies


def finish(
    made: Made, folder: Path, site: Path, record: SiteRecord, copies: Mapping[str, FileStatus] | None = None
) -> Published:
    """Publish the next site from its folder, and keep in the record what it consists of. Raises as `publish`.

    `copies` are those of kept files that other plugins were shown. What they have changed, removed or replaced is
    published so, and made again by the next build.
    """
    copies = copies or {}
    new = FolderTree.of(folder)
    touched = {path for path, status in {**made.written, **copies}.items() if not _is_as_left(new, path, status)}
    touched |= (made.kept.keys() & new.files.keys()) - copies.keys()
    for path in copies.keys() - touched:
        del new.files[path]
    published = publish(folder, site, made.kept.keys() - touched, new, made.site)
    if not published.left:
        others = touched | made.written.keys()
        slices = {name: _in_the_site(one, made, touched, others, site) for name, one in made.slices.items()}
        record.keep(slices, made.plan)
        record.note(made.inputs, made.when)
    return published


def _is_as_left(tree: FolderTree, path: str, status: FileStatus) -> bool:
    found = tree.files.get(path)
    return found is not None and FileStatus.of(found) == status


def _in_the_site(one: KnownSlice, made: Made, touched: set[str], others: set[str], site: Path) -> KnownSlice:
    """Return a slice with its files as they are in the site now; outputs that others have touched are without any.

    All but the `others` are as they were.
    """

    def published(file: WrittenFile) -> WrittenFile:
        return file.seen(os.lstat(site / file.path)) if file.path in made.written else file

    def output(row: KnownOutput) -> KnownOutput:
        if others.isdisjoint([file.path for file in row.files]):
            return row
        if any(file.path in touched for file in row.files):
            return row.with_files(())
        return row.with_files(tuple(map(published, row.files)))

    return one.with_outputs(map(output, one.outputs))
