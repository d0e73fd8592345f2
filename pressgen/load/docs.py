"""The folder of ordinary pages: which files the host publishes from it, and which of them it must not or cannot.

The host chooses the files, so this keeps its rules, those of MkDocs 1.6. It follows every symbolic link, and ends with
a traceback, after the previous site is gone, where a file cannot be copied. So everything is looked at before: what is
no file, what cannot be read, and what is a file of a release, by whatever way it is reached.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pressgen.load.identity import Identity, Releases, identity
from pressgen.load.names import doubled_names, is_utf8, not_utf8, printable
from pressgen.load.unreadable import forbidden, not_text, unreadable, what_it_is
from pressgen.problems import Code, Place, Problem, codes

MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""The endings by which the host knows a page."""

_MOST_WAYS = 16
"""A folder that is reached in more ways is meant by nobody, and the host would walk through it each time."""


@dataclass(frozen=True, slots=True)
class Docs:
    """What stands in the folder of ordinary pages.

    `files` are the paths of those that the host publishes, with slashes, in order. `faulty` are paths of files and
    folders that it must not be given. `endless` says that the host's own walk through the folder might never end.
    """

    files: tuple[str, ...] = ()
    faulty: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    endless: bool = False

    @property
    def pages(self) -> tuple[str, ...]:
        """The paths of the pages."""
        return tuple(source for source in self.files if source.endswith(MARKDOWN))

    def leaves_out(self, source: str) -> bool:
        """Return whether a file must not be given to the host, by itself or with a folder that it stands in."""
        steps = source.split("/")
        return any("/".join(steps[:end]) in self.faulty for end in range(1, len(steps) + 1))


def docs_folder(docs: Path, docs_dir: str, releases: Releases, excluded: Callable[[str], bool]) -> Docs:
    """Look through the folder `docs`, which problems call `docs_dir`.

    `excluded` tells of a path whether the configuration leaves it out. Releases that stand in the folder are no pages.
    """
    if releases.holds(docs):
        # That the two folders lie within each other is told of the configuration.
        return Docs()
    walk = _Walk(docs, docs_dir, releases, excluded)
    walk.run()
    files = tuple(source for source in walk.found if source not in walk.faulty)
    problems = (*walk.problems, *doubled_names(files, docs_dir))
    return Docs(files, frozenset(walk.faulty), problems, walk.endless)


def ways_to_releases(folder: Path, name: str, releases: Releases) -> Sequence[Problem]:
    """Report what in a folder that is published otherwise, such as a theme's, is a file of a release."""
    if releases.holds(folder):
        hint = "keep it in a folder of its own"
        return [codes.WAY_TO_RELEASES.at(Place(printable(name)), "this folder is one of the releases", hint)]
    walk = _Walk(folder, name, releases, lambda _: False)
    walk.run()
    return [problem for problem in walk.problems if problem.code is codes.WAY_TO_RELEASES]


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder on the way: its path, whether a link led there, and which folders really are above it."""

    path: str
    linked: bool = False
    above: frozenset[Identity] = field(default_factory=frozenset)


class _Walk:
    def __init__(self, top: Path, name: str, releases: Releases, excluded: Callable[[str], bool]) -> None:
        self.top = top
        self.name = name
        self.releases = releases
        self.excluded = excluded
        self.found: list[str] = []
        self.faulty: set[str] = set()
        self.problems: list[Problem] = []
        self.endless = False
        self._ways: dict[Identity, int] = {}

    def run(self) -> None:
        waiting = [_Folder("")]
        while waiting:
            folder = waiting.pop()
            waiting += reversed([*self.folder(folder)])

    def folder(self, folder: _Folder) -> Iterator[_Folder]:
        """Look through one folder; give those in it that are to be looked through."""
        try:
            here = identity(os.stat(self.top / folder.path))  # noqa: PTH116  # like the rest of the walk
            with os.scandir(self.top / folder.path) as listed:
                entries = sorted(listed, key=lambda entry: entry.name)
        except OSError as error:
            if folder.path or not isinstance(error, FileNotFoundError):
                self.unread_at(folder.path, error)
            return
        names = {entry.name for entry in entries}
        for entry in entries:
            path = f"{folder.path}/{entry.name}" if folder.path else entry.name
            if entry.name == "README.md" and "index.md" in names:
                continue
            below = self.entry(entry, path, folder)
            if below:
                yield _Folder(path, folder.linked or entry.is_symlink(), folder.above | {here})

    def entry(self, entry: os.DirEntry[str], path: str, folder: _Folder) -> bool:
        """Look at one entry; say whether it is a folder to be looked through."""
        left_out = self.is_left_out(path)
        try:
            found = os.stat(entry.path)  # noqa: PTH116  # Windows tells no identity by `entry.stat()`
        except OSError as error:
            if not left_out:
                self.unfollowed(entry, path, error)
            return False
        if stat.S_ISDIR(found.st_mode):
            return self.is_walked(entry, path, folder, identity(found))
        if left_out:
            return False
        if not is_utf8(path):
            self.problems.append(not_utf8(self.place(path)))
            self.faulty.add(path)
        elif self.releases.holds_file(entry.path, found):
            self.way(path, is_link=entry.is_symlink() or folder.linked)
        elif what := what_it_is(found.st_mode):
            self.tell(path, codes.UNREADABLE_FILE, f"this is {what}", "remove it from the folder")
        elif fault := self.unread(entry, path):
            self.faulty.add(path)
            self.problems.append(fault)
        self.found.append(path)
        return False

    def is_left_out(self, path: str) -> bool:
        """Return whether the host leaves a path out, by its own rules or the configuration's."""
        return path.startswith(("templates/", ".")) or "/." in path or self.excluded(path)

    def is_walked(self, entry: os.DirEntry[str], path: str, folder: _Folder, found: Identity) -> bool:
        linked = folder.linked or entry.is_symlink()
        if found in folder.above or found == identity(os.stat(self.top / folder.path)):  # noqa: PTH116
            # The host walks through what is left out as well.
            self.endless = True
            message = "this symbolic link leads in a circle"
            self.tell(path, codes.UNSAFE_LINK, message, "remove the link, or link to the files themselves")
            return False
        if self.releases.holds_folder(entry.path, found):
            if linked and not self.releases.is_named(self.top / path) and not self.is_left_out(f"{path}/x"):
                self.way(path, is_link=True)
            return False
        self._ways[found] = self._ways.get(found, 0) + 1
        if self._ways[found] > _MOST_WAYS:
            self.endless = True
            message = "so many symbolic links lead to this folder that looking through it would take for ever"
            self.tell(path, codes.UNSAFE_LINK, message, "remove the links, or link to the files themselves")
            return False
        return True

    def unfollowed(self, entry: os.DirEntry[str], path: str, error: OSError) -> None:
        """Report an entry that leads nowhere, or of which the system says nothing."""
        if not entry.is_symlink():
            self.unread_at(path, error)
            return
        where = "nowhere" if isinstance(error, FileNotFoundError | NotADirectoryError) else "in a circle"
        self.tell(path, codes.UNSAFE_LINK, f"this symbolic link leads {where}", "put the file itself in its place")

    def way(self, path: str, *, is_link: bool) -> None:
        what = "this symbolic link leads" if is_link else "this file is a second name (a hard link) that leads"
        hint = "remove it: what stands among the releases is published by pressgen alone, when it is public"
        self.tell(path, codes.WAY_TO_RELEASES, f"{what} to the releases", hint)

    def unread_at(self, path: str, error: OSError) -> None:
        self.faulty.add(path)
        self.problems.append(unreadable(self.place(path), error))

    def tell(self, path: str, code: Code, message: str, hint: str) -> None:
        self.faulty.add(path)
        self.problems.append(code.at(self.place(path), message, hint))

    def place(self, path: str) -> Place:
        return Place(printable(f"{self.name}/{path}" if path else self.name))

    def unread(self, entry: os.DirEntry[str], path: str) -> Problem | None:
        """Return why a file cannot be read, or a page not as text; nothing where it can be."""
        if not entry.name.endswith(MARKDOWN):
            return None if os.access(entry.path, os.R_OK) else unreadable(self.place(path), forbidden())
        try:
            data = Path(entry.path).read_bytes()
            data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = data[: error.start]
            line, column = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
            where = Place(self.place(path).path, line, column)
            return not_text(where)
        except OSError as error:
            return unreadable(self.place(path), error)
        return None
