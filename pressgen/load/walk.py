"""Find the files of the releases' folder, in order: those of editions, of the register and of each release.

Only folders and ordinary files are opened. A symbolic link is followed to a file within the releases' folder and
nowhere else; a device, a socket or a named pipe is never opened. Names that begin with a dot are passed over.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import unicodedata
from collections.abc import Collection, Container, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pressgen.load.misnamed import edition_meant, original_of
from pressgen.load.names import Source, copy_problem, doubled_names, is_utf8, not_utf8, printable, source_of
from pressgen.load.unreadable import forbidden, unreadable, what_it_is
from pressgen.model import Register
from pressgen.problems import Place, Problem, codes
from pressgen.stamps import Stamp, stamp_of

REGISTER_FILES = tuple(f"{list_}.yml" for list_ in Register.model_fields)
_REGISTER = "register"
_README = "readme.md"
_DEEPEST = 32
_MARKDOWN = (".md", ".markdown", ".mdown", ".mdx", ".mkd")
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}-")
_IGNORED = {"thumbs.db", "desktop.ini", "__macosx"}


@dataclass(frozen=True, slots=True)
class Walked:
    """What stands in the releases' folder.

    `folders` holds, by path, each release's own folder: its files by their path in it (in Unicode's composed form),
    each with where to read it. `register` holds the register's files by name. `stamps` holds what the system tells of
    each file, by where to read it.
    """

    sources: tuple[Source, ...]
    folders: Mapping[str, Mapping[str, str]]
    register: Mapping[str, str]
    problems: tuple[Problem, ...]
    stamps: Mapping[str, Stamp] = field(default_factory=dict)

    def folder_state(self, path: str, noted: int) -> bytes | None:
        """Write the names and stamps of all files in a release's own folder, alike while none has changed.

        Empty where there is no such folder; nothing where a file was too young at the time `noted` to be trusted.
        """
        files = self.folders.get(path)
        if files is None:
            return b""
        stamps = [(name, self.stamps[file]) for name, file in sorted(files.items())]
        if not all(stamp.is_older_than(noted) for _, stamp in stamps):
            return None
        return repr([(name, *stamp) for name, stamp in stamps]).encode("utf-8", "backslashreplace")


def top_of(releases_dir: str) -> str:
    """Return the path of the releases' folder as problems name it; empty for the project's folder itself."""
    top = os.path.normpath(releases_dir).replace(os.sep, "/")
    return "" if top == "." else top


def below_of(path: str, name: str) -> str:
    """Return the path of what stands in a folder."""
    return f"{path}/{name}" if path else name


class _Walk:
    def __init__(
        self, project: Path, releases_dir: str, languages: tuple[str, ...], apart: Collection[Path] = ()
    ) -> None:
        self.languages = languages
        self.top = top_of(releases_dir)
        self.root = project / releases_dir
        self.real_root = os.path.realpath(self.root)
        self.apart = {os.path.realpath(folder) for folder in apart} - {self.real_root}
        self.sources: list[Source] = []
        self.folders: dict[str, dict[str, str]] = {}
        self.register: dict[str, str] = {}
        self.problems: list[Problem] = []
        self.stamps: dict[str, Stamp] = {}

    def entries(self, folder: str, path: str) -> list[os.DirEntry[str]]:
        """List what stands in a folder, in order of name, without what nobody looks at."""
        try:
            with os.scandir(folder) as found:
                listed = [one for one in found if one.name[0] != "." and one.name.lower() not in _IGNORED]
        except OSError as error:
            self.unreadable(path, error)
            return []
        return sorted(listed, key=lambda one: one.name)

    def unreadable(self, path: str, error: OSError) -> None:
        self.problems.append(unreadable(Place(printable(path)), error))

    def kind(self, entry: os.DirEntry[str], path: str, within: str) -> str:
        """Return what an entry is, `folder` or `file`, or nothing if it is reported and left alone."""
        place = Place(printable(path))
        try:
            if entry.is_symlink():
                return self.linked(entry, place, within)
            found = entry.stat(follow_symlinks=False)
        except OSError as error:
            self.unreadable(path, error)
            return ""
        if not stat.S_ISDIR(found.st_mode):
            return self.ordinary(entry, found, place)
        if entry.name.lower().endswith(".md"):
            message = "this is a folder with the name of a file"
            self.problems.append(codes.UNREADABLE_FILE.at(place, message, "rename it, or put the file in its place"))
            return ""
        return "folder"

    def ordinary(self, entry: os.DirEntry[str], found: os.stat_result, place: Place) -> str:
        mode = found.st_mode
        if stat.S_ISREG(mode):
            self.stamps[entry.path] = stamp_of(found)
            return "file"
        self.problems.append(
            codes.UNREADABLE_FILE.at(place, f"this is {what_it_is(mode)}", "remove it from the folder")
        )
        return ""

    def linked(self, entry: os.DirEntry[str], place: Place, within: str) -> str:
        target = os.path.realpath(entry.path)
        try:
            found = os.stat(target)  # noqa: PTH116  # the rest of the walk is os.scandir's
        except OSError as error:
            loops = error.errno == errno.ELOOP
            message = "this symbolic link leads in a circle" if loops else "this symbolic link leads nowhere"
            self.problems.append(codes.UNSAFE_LINK.at(place, message, "put the file itself in its place"))
            return ""
        if not target.startswith(within + os.sep) and target != within:
            message = "this symbolic link leaves the folder"
            self.problems.append(codes.UNSAFE_LINK.at(place, message, "put the file itself in its place"))
            return ""
        if stat.S_ISDIR(found.st_mode):
            circle = f"{os.path.realpath(entry.path)}{os.sep}"
            loops = f"{os.path.abspath(entry.path)}{os.sep}".startswith(circle)  # noqa: PTH100
            message = "this symbolic link leads in a circle" if loops else "this symbolic link leads to another folder"
            hint = "a folder is read where it stands: remove the link"
            self.problems.append(codes.UNSAFE_LINK.at(place, message, hint))
            return ""
        return self.ordinary(entry, found, place)

    def run(self) -> None:
        waiting = [(str(self.root), self.top, 0)]
        while waiting:
            folder, path, depth = waiting.pop()
            if depth > _DEEPEST:
                hint = "put the releases into fewer folders"
                self.problems.append(codes.TOO_DEEP.at(Place(printable(path)), "this folder lies too deep", hint))
                continue
            below = self.folder(folder, path)
            waiting += [(inner, inner_path, depth + 1) for inner, inner_path in reversed(below)]

    def folder(self, folder: str, path: str) -> list[tuple[str, str]]:
        """Take one folder; give those in it that hold further releases."""
        folders: list[os.DirEntry[str]] = []
        stems: dict[str, Source] = {}
        others: list[str] = []
        entries = self.entries(folder, path)
        beside = frozenset(unicodedata.normalize("NFC", entry.name) for entry in entries)
        for entry in entries:
            inner = below_of(path, entry.name)
            kind = self.kind(entry, inner, self.real_root)
            if kind == "folder":
                folders.append(entry)
            elif kind == "file" and _is_edition(entry.name) and (copied := copy_problem(inner, beside)):
                self.problems.append(copied)
            elif kind == "file" and _is_edition(entry.name):
                source = source_of(inner, entry.path, self.languages)
                self.sources.append(source)
                stems[source.stem] = source
            elif kind == "file":
                others.append(inner)
        self.problems += [_stray(other, beside, self.languages) for other in others]
        below = []
        for entry in folders:
            inner = below_of(path, entry.name)
            if self.apart and os.path.realpath(entry.path) in self.apart:
                # That they lie here is told of the configuration, once.
                continue
            if entry.name in stems:
                self.folders[inner] = self.files(entry.path, inner)
            elif path == self.top and entry.name == _REGISTER:
                self.register_files(entry.path, inner)
            else:
                below.append((entry.path, inner))
        return below

    def files(self, top: str, path: str) -> dict[str, str]:
        """Return every file of a release's own folder."""
        within = os.path.realpath(top)
        found: dict[str, str] = {}
        names: list[str] = []
        waiting = [(top, path, "")]
        while waiting:
            folder, folder_path, prefix = waiting.pop()
            for entry in self.entries(folder, folder_path):
                inner = below_of(folder_path, entry.name)
                name = unicodedata.normalize("NFC", f"{prefix}{entry.name}")
                kind = self.kind(entry, inner, within)
                if kind == "folder" and prefix.count("/") < _DEEPEST:
                    waiting.append((entry.path, inner, f"{name}/"))
                elif kind == "file" and entry.name.lower().endswith(_MARKDOWN):
                    hint = "move it out of this folder, which holds the photographs and annexes of one release"
                    message = "a release stands in another release's folder"
                    self.problems.append(codes.STRAY_FILE.at(Place(printable(inner)), message, hint))
                elif kind == "file" and not is_utf8(inner):
                    self.problems.append(not_utf8(Place(printable(inner))))
                elif kind == "file" and self.can_be_read(entry.path, inner):
                    names.append(inner[len(path) + 1 :])
                    found[name] = entry.path
        self.problems += doubled_names(sorted(names), path)
        return found

    def can_be_read(self, file: str, path: str) -> bool:
        """Return whether a file that is copied later can be read, and report one that cannot."""
        readable = os.access(file, os.R_OK)
        if not readable:
            self.unreadable(path, forbidden())
        return readable

    def register_files(self, folder: str, path: str) -> None:
        entries = self.entries(folder, path)
        # Its own files first, so that others can be told to stand beside them.
        for entry in sorted(entries, key=lambda entry: entry.name not in REGISTER_FILES):
            inner = below_of(path, entry.name)
            kind = self.kind(entry, inner, self.real_root)
            if kind == "file" and entry.name in REGISTER_FILES:
                self.register[entry.name] = entry.path
            elif kind:
                message = "no file of the register has this name"
                hint = _register_hint(entry.name, self.register)
                self.problems.append(codes.STRAY_FILE.at(Place(printable(inner)), message, hint))


def _register_hint(name: str, found: Container[str]) -> str:
    """Propose another name for a file in the register's folder; `found` are its files that were found before."""
    plain = (original_of(name) or name).lower().removesuffix(".txt")
    meant = f"{plain.rpartition('.')[0] or plain}.yml"
    if meant not in REGISTER_FILES:
        return f"the register's files are {', '.join(REGISTER_FILES)}"
    if meant in found:
        return f"'{meant}' stands beside it: compare the two, and remove one"
    return f"rename it to '{meant}'"


def _is_edition(name: str) -> bool:
    return name.lower().endswith(_MARKDOWN) and name.lower() != _README


def _stray(path: str, beside: Container[str], languages: tuple[str, ...]) -> Problem:
    """Report a file that belongs to no release; `beside` are the names of what stands in its folder."""
    name = path.rpartition("/")[2]
    place = Place(printable(path))
    if name.lower() == _README:
        hint = "keep it outside of the folder of the releases"
        return codes.STRAY_FILE.at(place, "this file is no release", hint)
    return codes.STRAY_FILE.at(place, "this file belongs to no release", _stray_hint(name, beside, languages))


def _stray_hint(name: str, beside: Container[str], languages: tuple[str, ...]) -> str:
    original, edition = original_of(name), edition_meant(name, languages)
    if original and original in beside:
        return f"it looks like a copy of '{printable(original)}': compare the two, and remove one"
    if original and _is_edition(original):
        return f"it looks like a copy: rename it to '{printable(original)}' if it is the only one; else remove it"
    if name.lower().endswith((".txt", ".text")) and _means_edition(name, edition):
        if edition in beside:
            return f"'{edition}' stands beside it: compare the two, and remove one"
        return f"rename it to '{edition}': a release's name ends with .md"
    if name.lower().endswith((".docx", ".doc", ".odt", ".rtf", ".html", ".htm", ".pages")):
        return "a release is a Markdown file: <slug>.<language>.md"
    return "put the files of a release into a folder beside it that is named after it, without the language"


def _means_edition(name: str, edition: str) -> bool:
    """Return whether a text's name is that of an edition but for its ending: by `.md`, a language, or the day."""
    return ".md." in name.lower() or edition.count(".") > 1 or bool(_DAY.match(edition))


def walk(project: Path, releases_dir: str, languages: tuple[str, ...], apart: Collection[Path] = ()) -> Walked:
    """Find every file of the releases' folder but for folders that are kept `apart` from it.

    The order is that of the names, on every system.
    """
    walking = _Walk(project, releases_dir, languages, apart)
    if not walking.root.is_dir():
        message = f"there is no folder '{printable(walking.top)}' for the releases"
        hint = "make it, or say in mkdocs.yml where they are: `releases_dir: …`"
        return Walked((), {}, {}, (codes.WRONG_OPTION.at(Place("mkdocs.yml"), message, hint),))
    walking.run()
    walking.sources.sort(key=lambda source: source.path)
    return Walked(tuple(walking.sources), walking.folders, walking.register, tuple(walking.problems), walking.stamps)
