"""Write values that a memo keeps, and read them again: without their texts, and no others than values of ours.

A pickle can call whatever it names. So nothing is read but classes of values of this program and a few of Python's own;
whoever has changed a memo can make it say something wrong, and can make it run nothing.
"""

from __future__ import annotations

import io
import pickle
import zlib
from collections.abc import Callable
from copyreg import dispatch_table
from dataclasses import is_dataclass
from enum import Enum
from functools import partial
from importlib import import_module
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from pressgen.model import Body, FrozenMap, Reference, Texts

_PROTOCOL = 5
_COMPRESSION = 1
_PACKAGES = tuple(f"pressgen.{name}" for name in ("frontmatter", "load", "model", "problems", "stamps", "text"))
_PYTHON = {
    ("builtins", "frozenset"): frozenset,
    **{("datetime", name): getattr(import_module("datetime"), name) for name in ("date", "datetime", "timedelta")},
    ("datetime", "timezone"): import_module("datetime").timezone,
}
_CODE = ("pressgen.problems", "_code")
"""The function by which a problem's code is pickled."""


def light_pickle(value: object) -> bytes:
    """Pickle a value; bodies in it are pickled by the digests of their texts, which a store keeps."""
    written = io.BytesIO()
    pickler = pickle.Pickler(written, _PROTOCOL)
    pickler.dispatch_table = _REDUCED
    pickler.dump(value)
    return written.getvalue()


def light_unpickle(data: bytes | None, texts: Texts) -> Any:  # noqa: ANN401  # whatever was pickled; the caller checks
    """Read such a pickle; its bodies fetch their texts from `texts`. Nothing for one that cannot be read."""
    if data is None:
        return None
    try:
        return _Unpickler(io.BytesIO(data), texts).load()
    except Exception:  # noqa: BLE001  # bytes of another's making can raise anything
        return None


def dense_pickle(value: object) -> bytes:
    """Pickle a value in the same way, and compress that: for what is seldom read."""
    return zlib.compress(light_pickle(value), _COMPRESSION)


def dense_unpickle(data: bytes | None, texts: Texts) -> Any:  # noqa: ANN401  # likewise
    """Read such a pickle. Nothing for one that cannot be read."""
    try:
        return light_unpickle(data and zlib.decompress(data), texts)
    except zlib.error:
        return None


def _body(text_digest: bytes, references: tuple[Reference, ...]) -> Body:
    """Stand in a pickle for the body that `_Unpickler` makes."""
    raise NotImplementedError


def _zone(key: str) -> ZoneInfo:
    return ZoneInfo(key)


_REDUCED: dict[type, Callable[[Any], Any]] = {
    **dispatch_table,
    Body: lambda body: (_body, (body.text_digest, body.references)),
    ZoneInfo: lambda zone: (_zone, (zone.key,)),
}


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, texts: Texts) -> None:
        super().__init__(file)
        self._texts = texts

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401  # a class or a function
        if module == __name__:
            return {"_body": partial(_stored, self._texts), "_zone": _zone}[name]
        if (module, name) in _PYTHON:
            return _PYTHON[module, name]
        found = None
        if any(module == package or module.startswith(f"{package}.") for package in _PACKAGES):
            found = getattr(import_module(module), name)
        if (module, name) == _CODE or _is_value(found):
            return found
        message = f"{module}.{name} is no value"
        raise pickle.UnpicklingError(message)


def _stored(texts: Texts, text_digest: bytes, references: tuple[Reference, ...]) -> Body:
    return Body.stored(text_digest, references, texts)


def _is_value(found: object) -> bool:
    """Return whether something is a class of values."""
    return isinstance(found, type) and (issubclass(found, BaseModel | FrozenMap | Enum | tuple) or is_dataclass(found))
