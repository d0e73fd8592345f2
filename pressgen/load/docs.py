"""The folder of ordinary pages goes in; the paths of those that the host publishes, and which it cannot read, come out.

The host chooses the files, so this keeps its rules: those of MkDocs 1.6.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from pressgen.problems import Place, Problem, codes

MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""The endings by which the host knows a page."""


def docs_files(docs: Path, releases: Path, excluded: Callable[[str], bool]) -> Sequence[str]:
    """Give the paths of the files below `docs` that are published, with slashes, in order.

    `excluded` tells of a path whether the configuration leaves it out. Releases that stand there are no pages.
    """
    found: list[str] = []
    for folder, names, files in os.walk(docs, followlinks=True):
        here = Path(folder)
        names[:] = sorted(name for name in names if here / name != releases)
        if "index.md" in files and "README.md" in files:
            files.remove("README.md")
        found += [(here / name).relative_to(docs).as_posix() for name in sorted(files)]
    return [
        source
        for source in found
        if not source.startswith(("templates/", ".")) and "/." not in source and not excluded(source)
    ]


def unreadable(docs: Path, docs_dir: str, pages: Iterable[str]) -> Iterator[tuple[str, Problem]]:
    """Tell of the `pages` that the host could not read, and where it would end with a traceback, each by its path.

    `docs_dir` is what the folder is called in problems.
    """
    for source in pages:
        place = Place(f"{docs_dir}/{source}")
        try:
            data = (docs / source).read_bytes()
            data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = data[: error.start]
            where = Place(place.path, before.count(b"\n") + 1, len(before) - before.rfind(b"\n"))
            yield source, codes.NOT_UTF8.at(where, "this is not UTF-8 text", "save the file as UTF-8")
        except OSError as error:
            reason = error.strerror or "no reason given"
            yield source, codes.UNREADABLE_FILE.at(place, f"this file cannot be read: {reason}")
