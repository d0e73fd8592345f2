"""Folders at random, of anything that a file system can hold."""

from __future__ import annotations

import os
import random
import socket
from collections.abc import Iterator
from pathlib import Path

from tests.load.project import english

NAMES = [
    "a", "b.md", "c.en.md", "d.png", "index.md", "README.md", "caf\u00e9.md", "cafe\u0301.md", os.fsdecode(b"\xff.md"),
    "line\nbreak.md", "100%.md", "q?.md", "#.md", ".git", "templates", "x y.md", "ក.md", "A.md", "a.md",
    "x" * 240 + ".md", "%41.md",
    "releases.md", "CON.md", "-.md", "'.md", '".md', "<b>.md", "\\.md", "*.md",
]  # fmt: skip


def grown(folder: Path, chance: random.Random, depth: int = 0) -> Iterator[str]:
    """Create anything in a folder that a file system can have."""
    for name in chance.sample(NAMES, chance.randint(1, 7)):
        path = folder / name
        if path.exists() or path.is_symlink():
            continue
        kind = chance.choice(
            ["page", "page", "bytes", "empty", "pipe", "socket", "link", "link", "folder", "huge", "release"]
        )
        yield f"{kind} {name!r}"
        if kind == "pipe":
            os.mkfifo(path)
        elif kind == "socket" and len(os.fsencode(name)) < 90:
            bound(folder, name)
        elif kind == "link":
            path.symlink_to(
                chance.choice([".", "..", name, "nothing", "/dev/null", "../releases", "../docs", "b.md", "/dev/zero"])
            )
        elif kind == "folder" and depth < 3:
            path.mkdir()
            yield from grown(path, chance, depth + 1)
        elif kind == "huge":
            with path.open("wb") as file:
                file.truncate(3_000_000)
        else:
            content = {"empty": b"", "bytes": chance.randbytes(60), "release": english().encode()}
            path.write_bytes(content.get(kind, b"# A page\n\n[a](b.md) ![c](../releases/c/d.png)\n"))


def bound(folder: Path, name: str) -> None:
    """Create a socket in a folder, even if the folder's path is too long for a socket."""
    here = Path.cwd()
    os.chdir(folder)
    try:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(name)
    finally:
        os.chdir(here)
