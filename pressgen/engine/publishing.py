"""Publish a finished site: move what has changed into the folder of the previous one, of which every file stands whole.

Only files whose bytes differ are touched, each by one renaming: all others keep their times, so that what copies the
site to elsewhere sends only what has changed. New files come first, then changed ones (pages after what they show), and
those that the site has no more are removed last. Whenever that is interrupted, even by the end of the process, each
file is the old or the new one, and the next build completes it.

Nothing waits until the disk has written: what is renamed is whole for every process, but after a power cut a new file
may be empty. The next build finds that by its size.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pressgen.engine.next_site import remove_tree

_PORTION = 1_048_576
_BESIDE = ".pressgen-"
"""How the name of a file begins that is copied from another disk, until it is put into its place."""


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing changed: paths of files, from the folder of the site. `left` could not be removed."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    left: tuple[OSError, ...] = ()


@dataclass(slots=True)
class FolderTree:
    """What stands below a folder: the status of each file or link by its path, and the paths of the folders."""

    files: dict[str, os.stat_result] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, top: Path, without: Collection[str] = ()) -> FolderTree:
        """Look through a folder, `without` some names in it. Links are not followed. Raises OSError."""
        tree = cls()
        tree._add(str(top), "", without)
        return tree

    def _add(self, folder: str, prefix: str, without: Collection[str] = ()) -> None:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name in without:
                    continue
                path = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    self.folders.add(path)
                    self._add(entry.path, f"{path}/")
                else:
                    self.files[path] = entry.stat(follow_symlinks=False)


def tree_of(site: Path, shown: Collection[str] = ()) -> FolderTree:
    """Look through the folder of a site; one that is not there holds nothing. Raises OSError.

    Names in it that begin with a dot belong to others, and are left out if they are not among those `shown`.
    """
    if not site.is_dir():
        return FolderTree()
    return FolderTree.of(site, {name for name in os.listdir(site) if _belongs_to_others(name) and name not in shown})  # noqa: PTH208


def publish(
    made: Path,
    site: Path,
    kept: Collection[str] = (),
    new: FolderTree | None = None,
    old: FolderTree | None = None,
) -> Published:
    """Make the site what has been `made`, and the files of it that are `kept`. Moves the files out of `made`.

    `new` is what of `made` counts, which is all of it by default. `old` is what stood in the site a moment ago, as
    `tree_of` tells without the names of others; it is looked through once more where that is not known.

    What stands in the site under a name that begins with a dot belongs to others, such as `.git`, and stays.
    Raises OSError where a file cannot be read or written; the site is then partly the new one, of whole files.
    """
    new = new or FolderTree.of(made)
    if not os.path.lexists(site):
        site.parent.mkdir(parents=True, exist_ok=True)
        with suppress(OSError):  # the site is on another disk
            made.rename(site)
            return Published(added=tuple(sorted(new.files)))
        site.mkdir()
    names = {path.partition("/")[0] for path in (*new.files, *new.folders)}
    if old is None or any(map(_belongs_to_others, names)):
        old = tree_of(site, names)
    return _Publication(str(made), str(site), new, old, kept).run()


@dataclass
class _Publication:
    """One publishing, from the folder `made` to that of the site, in which `old` stands and some files are `kept`."""

    made: str
    site: str
    new: FolderTree
    old: FolderTree
    kept: Collection[str]

    def run(self) -> Published:
        added = [path for path in self.new.files if path not in self.old.files]
        changed = [path for path in self.new.files if path in self.old.files and self._differs(path)]
        for folder in self._new_folders():
            self._clear(folder)
            _move_folder(f"{self.made}/{folder}", f"{self.site}/{folder}")
        for path in _pages_last(path for path in added if path.rpartition("/")[0] in self._before):
            self._clear(path)
            self._move(path)
        for path in _pages_last(changed):
            self._move(path)
        removed, left = self._remove_vanished()
        return Published(tuple(sorted(added)), tuple(sorted(changed)), tuple(removed), tuple(left))

    @cached_property
    def _before(self) -> set[str]:
        """The folders that the site has, its own among them."""
        return {"", *self.old.folders}

    def _differs(self, path: str) -> bool:
        new, old = self.new.files[path], self.old.files[path]
        if not stat.S_ISREG(new.st_mode) or not stat.S_ISREG(old.st_mode) or new.st_size != old.st_size:
            return not _is_same_link(f"{self.made}/{path}", f"{self.site}/{path}", new, old)
        return not _have_same_bytes(f"{self.made}/{path}", f"{self.site}/{path}")

    def _new_folders(self) -> Iterator[str]:
        """List the folders that the site does not have, without those within them."""
        for folder in sorted(self.new.folders - self.old.folders):
            if folder.rpartition("/")[0] in self._before:
                yield folder

    def _clear(self, path: str) -> None:
        """Remove a folder from where there will be a file, or a file or link from where there will be a folder."""
        if path in self.old.folders and any(name.startswith(f"{path}/") for name in self.kept):
            raise IsADirectoryError(
                errno.EISDIR, "the site has a file of this name, and others in a folder of it", path
            )
        if path in self.old.folders or path in self.old.files:
            remove_tree(Path(self.site, path))

    def _move(self, path: str) -> None:
        _move_file(f"{self.made}/{path}", f"{self.site}/{path}")

    def _remove_vanished(self) -> tuple[list[str], list[OSError]]:
        """Remove what the site has no more: files, then empty folders. Returns the files, and what went wrong."""
        removed: list[str] = []
        left: list[OSError] = []
        for path in sorted(self.old.files.keys() - self.new.files.keys() - set(self.kept)):
            if _belongs_to_others(path) or self._is_another_spelling(path):
                continue
            try:
                if path not in self._standing:  # a folder took its place
                    Path(self.site, path).unlink(missing_ok=True)
                removed.append(path)
            except NotADirectoryError:  # a file of the new site stands where its folder was
                removed.append(path)
            except OSError as error:
                left.append(error)
        for folder in sorted(self.old.folders - self._standing, reverse=True):
            if not _belongs_to_others(folder):
                with suppress(OSError):  # what is still in it has been noted
                    Path(self.site, folder).rmdir()
        return removed, left

    @cached_property
    def _standing(self) -> set[str]:
        """The folders that the new site has."""
        standing = set(self.new.folders)
        for path in (*self.new.files, *self.kept):
            while (path := path.rpartition("/")[0]) and path not in standing:
                standing.add(path)
        return standing

    @cached_property
    def _spellings(self) -> dict[str, str]:
        return {path.casefold(): path for path in (*self.new.files, *self.kept)}

    def _is_another_spelling(self, path: str) -> bool:
        """True if a path leads to a file of the new site, as on file systems where capitals do not matter."""
        other = self._spellings.get(path.casefold())
        if other is None:
            return False
        with suppress(OSError):
            return os.path.samestat(os.lstat(f"{self.site}/{path}"), os.lstat(f"{self.site}/{other}"))
        return False


def _belongs_to_others(path: str) -> bool:
    return path.startswith(".") and not path.startswith(_BESIDE)


def _pages_last(paths: Iterable[str]) -> list[str]:
    return sorted(paths, key=lambda path: (path.endswith(".html"), path))


def _is_same_link(one: str, other: str, new: os.stat_result, old: os.stat_result) -> bool:
    return stat.S_ISLNK(new.st_mode) and stat.S_ISLNK(old.st_mode) and Path(one).readlink() == Path(other).readlink()


def _have_same_bytes(one: str, other: str) -> bool:
    with open(one, "rb", buffering=0) as file, open(other, "rb", buffering=0) as second:  # noqa: PTH123  # for speed
        while portion := file.read(_PORTION):
            if portion != second.read(_PORTION):
                return False
    return True


def _move_file(source: str, target: str) -> None:
    """Put a file or link into its place in one step, from another disk by copying it beside that place first."""
    try:
        os.replace(source, target)  # noqa: PTH105  # for speed
    except OSError as error:
        if error.errno != errno.EXDEV:
            error.filename = target
            raise
        beside = f"{target.rpartition('/')[0]}/{_BESIDE}{os.getpid()}"
        shutil.copyfile(source, beside, follow_symlinks=False)
        os.replace(beside, target)  # noqa: PTH105


def _move_folder(source: str, target: str) -> None:
    """Put a folder where there is none, in one step where it is on the same disk."""
    try:
        os.rename(source, target)  # noqa: PTH104  # for speed
    except OSError as error:
        if error.errno != errno.EXDEV:
            error.filename = target
            raise
        os.mkdir(target)  # noqa: PTH102
        for name in sorted(os.listdir(source)):  # noqa: PTH208
            inner, place = f"{source}/{name}", f"{target}/{name}"
            folder = os.path.isdir(inner) and not os.path.islink(inner)  # noqa: PTH112, PTH114
            (_move_folder if folder else _move_file)(inner, place)
