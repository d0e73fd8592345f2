"""Keep the byte code of templates, so that a build compiles none a second time.

It stands in the cache folder of the person who builds, where only they may write. It is not in the `.cache` of a
project, which machines of CI hand on to each other: nothing that stands there is ever run.

A damaged file, or a folder that cannot be written, costs the time of compiling and nothing else.
"""

from __future__ import annotations

import marshal
import os
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING

import platformdirs
from jinja2.bccache import Bucket, BytecodeCache

if TYPE_CHECKING:
    from jinja2 import Environment

_DIGEST = 16
_KEPT_SECONDS = 60 * 24 * 60 * 60
_KNOWN = frozenset(("_operator", "builtins", "jinja2", "markupsafe", "mkdocs", "operator", "pressgen", "properdocs"))
"""The packages whose filters are known here: with constant arguments, a filter runs when its template is compiled."""

_OPTIONS = (
    "block_start_string", "block_end_string", "variable_start_string", "variable_end_string",
    "comment_start_string", "comment_end_string", "line_statement_prefix", "line_comment_prefix",
    "trim_blocks", "lstrip_blocks", "newline_sequence", "keep_trailing_newline", "optimized", "autoescape",
)  # fmt: skip


class TemplateCode(BytecodeCache):
    """The byte code of the templates in some folders, those of the program itself.

    A site's own templates change while they are written; they are compiled at every build.
    """

    def __init__(self, folders: Iterable[str], store: Path | None = None) -> None:
        """Keep the code of templates below `folders` in the folder `store`: by default one of the person's own."""
        self._folders = tuple(f"{folder}{os.sep}" for folder in folders)
        self._store = store or platformdirs.user_cache_path("pressgen", appauthor=False) / "templates"
        self._usable = _belongs_to_us(self._store)
        self._writing = False
        self._callables: tuple[object, ...] = ()
        self._environment_key: bytes | None = None

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return Jinja's bucket for a template, with its code if that is kept; its key is empty if it never is."""
        kept = self._usable and filename and filename.startswith(self._folders)
        shared = self._key_of(environment) if kept else None
        key = _digest((shared, name.encode(), str(filename).encode(), source.encode())).hex() if shared else ""
        bucket = Bucket(environment, key, "")
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a bucket its code, if that is kept and whole."""
        with suppress(OSError, ValueError, EOFError, TypeError):
            if bucket.key:
                content = (self._store / bucket.key).read_bytes()
                digest, data = content[:_DIGEST], content[_DIGEST:]
                # `marshal` may crash over damaged data, and does not say so.
                code = marshal.loads(data) if digest == _digest((data,)) else None  # noqa: S302  # of our own folder
                bucket.code = code if isinstance(code, CodeType) else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a bucket, and drop what older programs have left."""
        if not bucket.key or bucket.code is None:
            return
        data = marshal.dumps(bucket.code)
        with suppress(OSError):
            if not self._store.is_dir():
                self._store.parent.mkdir(parents=True, exist_ok=True)
                self._store.mkdir(mode=0o700, exist_ok=True)
            if not self._writing:
                self._writing = True
                _drop_old(self._store)
            # Another process may be reading it, or writing the same.
            with tempfile.NamedTemporaryFile(dir=self._store, delete=False) as file:
                file.write(_digest((data,)) + data)
            try:
                Path(file.name).replace(self._store / bucket.key)
            except OSError:
                Path(file.name).unlink(missing_ok=True)
                raise

    def _key_of(self, environment: Environment) -> bytes | None:
        """Return the digest of what an environment compiles templates by; None where that cannot be known."""
        callables = (*environment.filters.values(), *environment.tests.values(), environment.finalize)
        if callables != self._callables:
            self._callables, self._environment_key = callables, _environment_key(environment)
        return self._environment_key


def _belongs_to_us(folder: Path) -> bool:
    """True if nobody else may write to a folder, or if it does not exist yet.

    On Windows it stands in the person's own profile.
    """
    try:
        about = folder.stat()
    except OSError:
        return True
    return os.name == "nt" or (about.st_uid == os.geteuid() and not about.st_mode & (stat.S_IWGRP | stat.S_IWOTH))


def _drop_old(store: Path) -> None:
    """Remove what was kept long ago: by a program that is another now, or else it is compiled once more."""
    oldest = time.time() - _KEPT_SECONDS
    for path in store.iterdir():
        with suppress(OSError):
            if path.stat().st_mtime < oldest:
                path.unlink()


def _environment_key(environment: Environment) -> bytes | None:
    called = [*environment.filters.items(), *environment.tests.items()]
    names = [f"{name} {_place(function)}" for name, function in sorted(called, key=lambda pair: pair[0])]
    extensions = sorted(environment.extensions)
    modules = {_module(function) for _, function in called} | set(extensions) | {"jinja2"}
    packages = {module.partition(".")[0] for module in modules}
    if packages - _KNOWN or environment.finalize is not None or callable(environment.autoescape):
        return None
    options = (f"{option}={getattr(environment, option)!r}" for option in _OPTIONS)
    texts = (*names, *extensions, *options, *_files(packages))
    return _digest((MAGIC_NUMBER, *(text.encode() for text in texts)))


def _module(function: Callable[..., object]) -> str:
    return getattr(function, "__module__", None) or type(function).__module__


def _place(function: Callable[..., object]) -> str:
    return f"{_module(function)}.{getattr(function, '__qualname__', '')}"


def _files(packages: Iterable[str]) -> Iterator[str]:
    """List the modules of packages with size and time: a package may be changed where it stands."""
    for package in sorted(packages):
        file = getattr(sys.modules.get(package), "__file__", None)
        if file and Path(file).name == "__init__.py":
            yield from _modules_below(os.path.dirname(file))  # noqa: PTH120  # many files, at every start


def _modules_below(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir(follow_symlinks=False):
                yield from _modules_below(entry.path)
            elif entry.name.endswith(".py"):
                about = entry.stat()
                yield f"{entry.path} {about.st_size} {about.st_mtime_ns}"


def _digest(parts: Iterable[bytes]) -> bytes:
    digest = blake2b(digest_size=_DIGEST)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()
