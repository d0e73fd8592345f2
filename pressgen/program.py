"""The digest of the program: of all that the files of a site depend on beside the inputs of its outputs.

That is pressgen's own code, templates, words, data and assets, the words and templates that a site adds, and the
versions of what pressgen calls: Python with its tables of Unicode, zlib, the time zones, and the libraries. Where this
digest and that of an output (`site.digest`) are what they were, so is the file. The shells around pages are rendered by
the host, which has a program of its own.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
import zoneinfo
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from importlib import metadata
from pathlib import Path
from platform import python_implementation, python_version

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
    project: Path | None = None, package: Path = PACKAGE, versions: Mapping[str, str] | None = None
) -> bytes:
    """Return the digest of the program as the site in the folder `project` extends it.

    `package` is pressgen's own folder, and `versions` are those of what it calls (`versions_in_use`).
    """
    called = versions_in_use() if versions is None else versions
    digest = blake2b(digest_size=_SIZE)
    for part in (*_files(_package_files(package), package), *_extension(project), *_texts(sorted(called.items()))):
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
    waiting = [name]
    while waiting:
        requirements = metadata.requires(waiting.pop()) or ()
        for line in (line for line in requirements if "extra ==" not in line):
            match = _DISTRIBUTION.match(line)
            needed = match[0].lower() if match else ""
            with suppress(metadata.PackageNotFoundError):  # another system or another Python needs it
                if needed and needed not in versions:
                    versions[needed] = metadata.version(needed)
                    waiting.append(needed)
    return versions


def _version_of_zones() -> str:
    """Return the version of the system's time zones, which Python prefers to those of tzdata; nothing without them."""
    for folder in zoneinfo.TZPATH:
        table = Path(folder) / "tzdata.zi"
        if table.is_file():
            with table.open(encoding="utf-8") as lines:
                return lines.readline().strip()
    return ""


def _package_files(package: Path) -> list[Path]:
    return sorted(path for path in package.rglob("*") if path.is_file() and _COMPILED not in path.parts)


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
