"""The digest of the program: of all that the files of a site depend on beside the inputs of its outputs.

That is pressgen's own code, templates, words, data and assets, the words and templates that a site adds, and the
versions of what pressgen calls: Python with its tables of Unicode, zlib, the time zones, and the libraries. Where this
digest and that of an output (`site.digest`) are what they were, so is the file. The shells around pages are rendered by
the host, which has a program of its own.
"""

from __future__ import annotations

import os
import re
import unicodedata
import zlib
import zoneinfo
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from importlib import metadata
from pathlib import Path
from platform import python_implementation, python_version
from types import MappingProxyType
from typing import NamedTuple

PACKAGE = Path(__file__).parent
"""The folder of pressgen itself."""

LOCALES = "locales"
"""The folder of a site's own locale files, `<tag>.yml`, below its project."""

TEMPLATES = "templates"
"""The folder of a site's own templates, below its project."""

FOLDERS = (LOCALES, TEMPLATES)
"""The folders of a project whose files pressgen reads, to be watched in a preview."""

_SIZE = 32
_COMPILED = "__pycache__"
_DISTRIBUTION = re.compile(r"[\w.-]+")


def program_digest(
    project: Path | None = None,
    package: Path = PACKAGE,
    versions: Mapping[str, str] | None = None,
    digits: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """Return the digest of the program as the site in the folder `project` extends it.

    `package` is pressgen's own folder, `versions` are those of what it calls (`versions_in_use`), and `digits` the
    numbering systems that the site chose by language, which change every date and number as a locale file does.
    """
    called = versions_in_use() if versions is None else versions
    digest = blake2b(digest_size=_SIZE)
    parts = (*_package_files(package), *_extension(project), *_texts(sorted(called.items())))
    for part in (*parts, *_texts(sorted(digits.items()))):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()


def versions_in_use() -> dict[str, str]:
    """Return the versions of what pressgen calls, by name: of Python, and of every library that it needs."""
    return {
        "python": f"{python_implementation()} {python_version()}",
        "unicode": unicodedata.unidata_version,
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        "zones of the system": _version_of_zones(),
        **_libraries("pressgen"),
    }


def _libraries(name: str) -> dict[str, str]:
    """Return the versions of all libraries that one needs, directly or not, by name."""
    versions: dict[str, str] = {}
    waiting = [_about(name)]
    while waiting:
        for line in (line for line in waiting.pop().requirements if "extra ==" not in line):
            match = _DISTRIBUTION.match(line)
            needed = match[0].lower() if match else ""
            if needed and needed not in versions:
                with suppress(metadata.PackageNotFoundError):  # another system or another Python needs it
                    about = _about(needed)
                    versions[needed] = about.version
                    waiting.append(about)
    return versions


class _About(NamedTuple):
    version: str
    requirements: tuple[str, ...]


def _about(name: str) -> _About:
    """Read what a library says of itself. Python's own reader is one of e-mail, and takes five times as long."""
    distribution = metadata.distribution(name)
    text = distribution.read_text("METADATA") or distribution.read_text("PKG-INFO") or ""
    lines = [line.partition(": ")[::2] for line in text.partition("\n\n")[0].splitlines()]
    versions = [value for key, value in lines if key == "Version"]
    return _About(versions[0] if versions else "", tuple(value for key, value in lines if key == "Requires-Dist"))


def _version_of_zones() -> str:
    """Return the version of the system's time zones, which Python prefers to those of tzdata; nothing without them."""
    for folder in zoneinfo.TZPATH:
        table = Path(folder) / "tzdata.zi"
        if table.is_file():
            with table.open(encoding="utf-8") as lines:
                return lines.readline().strip()
    return ""


def _package_files(package: Path) -> Iterator[bytes]:
    """List the names of the files of the package, each with what it holds: with `os`, since every build waits."""
    for name, path in sorted(_below(str(package), "")):
        yield name.encode()
        with open(path, "rb") as file:  # noqa: PTH123
            yield file.read()


def _below(folder: str, place: str) -> Iterator[tuple[str, str]]:
    """List all files below a folder, but for what Python has compiled: each as its name from there, and its path."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file():
                yield f"{place}{entry.name}", entry.path
            elif entry.name != _COMPILED and entry.is_dir():
                yield from _below(entry.path, f"{place}{entry.name}/")


def _extension(project: Path | None) -> Iterable[bytes]:
    return _files(extension_files(project), project) if project else ()


def _files(files: Iterable[Path], folder: Path) -> Iterable[bytes]:
    """List the names of files below a folder, each with what it holds."""
    return (part for file in files for part in (file.relative_to(folder).as_posix().encode(), file.read_bytes()))


def extension_files(project: Path) -> tuple[Path, ...]:
    """List all files by which a project extends pressgen, sorted: every page may depend on each of them."""
    files = (path for folder in FOLDERS for path in (project / folder).rglob("*") if path.is_file())
    return tuple(sorted(files))


def _texts(pairs: Iterable[tuple[str, str]]) -> Iterable[bytes]:
    return (text.encode() for pair in pairs for text in pair)
