"""The digest of everything but the entries by which an index is made."""

from __future__ import annotations

import sys
import unicodedata
import zlib
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib import resources
from importlib.resources.abc import Traversable

from pressgen.search.documents import Owners


def rules_digest(owners: Owners, stemmers: str) -> bytes:
    """Return the digest of the rules by which entries are split and indexed; `stemmers` is the version of these.

    What a site takes from CLDR reaches the search as values: the scripts of languages as `owners`, names as entries.
    """
    digest = blake2b(_code_digest(), digest_size=16)
    digest.update(stemmers.encode())
    for scripts in (owners.languages, *((script, *tags) for script, tags in owners.scripts)):
        digest.update("\0".join(["", *scripts]).encode())
    return digest.digest()


@cache
def _code_digest() -> bytes:
    """Return the digest of the package's code and tables, and of what Python, its libraries and the machine decide."""
    digest = blake2b(digest_size=16)
    versions = f"{sys.version_info[:3]} {unicodedata.unidata_version} {zlib.ZLIB_RUNTIME_VERSION} {sys.byteorder}"
    digest.update(versions.encode())
    for path, file in sorted(_rule_files(resources.files("pressgen.search"))):
        content = file.read_bytes()
        digest.update(f"\0{path} {len(content)}\0".encode())
        digest.update(content)
    return digest.digest()


def _rule_files(folder: Traversable, path: str = "") -> Iterator[tuple[str, Traversable]]:
    """List the Python modules and tables below a folder of the package; scripts and stemmers stand apart from it."""
    for item in folder.iterdir():
        if item.is_dir() and item.name in ("words", "data"):
            yield from _rule_files(item, f"{path}{item.name}/")
        elif item.name.endswith((".py", ".json", ".yml")):
            yield f"{path}{item.name}", item
