"""Digests of outputs: equal where outputs are declared with equal values, in every process and on every machine.

A value is written in a canonical form, each type in its own way, and the form is hashed (BLAKE2b). There is no form for
what differs between processes or machines, such as a path or an open file: to ask for its digest is an error. The order
of a map is part of it, since pages show maps in their order; sets have none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from hashlib import blake2b
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from pressgen.model import Body, ValueWithDigest
from pressgen.site.output import Call, CopyOutput, Output

_SIZE = 32


class Digests:
    """Digests of values, each written once however many outputs share it."""

    def __init__(self) -> None:
        # The values are kept with their digests, so that no other gets the identity of one of them.
        self._known: dict[int, tuple[object, bytes]] = {}

    def of(self, output: Output) -> bytes:
        """Return the digest of an output. Raises TypeError for a value that has no canonical form.

        Of a copy it is that of its path and its bytes, wherever they are read from.
        """
        known = (output.path, output.size, output.digest) if isinstance(output, CopyOutput) else output
        return self._part(known)

    def value(self, value: object) -> bytes:
        """Return the digest of any value that outputs are declared with. Raises TypeError as `of` does."""
        return blake2b(self._part(value), digest_size=_SIZE).digest()

    def _part(self, value: Any) -> bytes:  # noqa: ANN401  # whatever a view may take
        """Return a value that holds no others as it is written, and of any other the digest."""
        name, write = _form(type(value))  # type: ignore[arg-type]  # types have hashes
        if write:
            return name + b" " + write(value)
        if id(value) not in self._known:
            form = blake2b(name, digest_size=_SIZE)
            for part in self._parts(value):
                form.update(len(part).to_bytes(8, "big"))
                form.update(part)
            self._known[id(value)] = (value, form.digest())
        return self._known[id(value)][1]

    def _parts(self, value: Any) -> Iterator[bytes]:  # noqa: ANN401  # likewise
        """List what a value holds."""
        if isinstance(value, Mapping):
            yield from map(self._part, (part for item in value.items() for part in item))
        elif isinstance(value, tuple):
            yield from map(self._part, value)
        elif isinstance(value, frozenset):
            yield from sorted(map(self._part, value))
        elif isinstance(value, Body | ValueWithDigest):
            yield value.digest
        elif isinstance(value, Call):
            yield _name(value.function)
            yield from map(self._part, (value.positional, value.named))
        else:
            for name in _fields(type(value)):  # type: ignore[arg-type]  # likewise
                yield name.encode()
                yield self._part(getattr(value, name))


@cache
def _fields(type_: type) -> tuple[str, ...]:
    """Return the names of a value's fields, without those that do not tell it from others."""
    if issubclass(type_, BaseModel):
        return tuple(type_.model_fields)
    if is_dataclass(type_):
        return tuple(field.name for field in fields(type_) if field.compare)
    message = f"{type_.__qualname__} has no canonical form"
    raise TypeError(message)


@cache
def _form(type_: type) -> tuple[bytes, Callable[..., bytes] | None]:
    """Return a type's name, and how its values are written; nothing for a type whose values hold others."""
    return _name(type_), next((write for plain, write in _PLAIN.items() if issubclass(type_, plain)), None)


def _name(thing: Callable[..., object]) -> bytes:
    """Return the full name of a type or a function of a module; a function within another has none."""
    name = getattr(thing, "__qualname__", "<nameless>")
    if "<" in name:
        message = f"a function that has no name of its own has no canonical form: {thing!r}"
        raise TypeError(message)
    return f"{thing.__module__}.{name}".encode()


_PLAIN: Mapping[type, Callable[..., bytes]] = {
    bool: lambda value: b"1" if value else b"0",
    type(None): lambda _: b"",
    Enum: lambda value: value.name.encode(),
    str: str.encode,
    bytes: bytes,
    int: lambda value: str(value).encode(),
    float: lambda value: value.hex().encode(),
    datetime: lambda value: f"{value.isoformat()} {value.tzinfo}".encode(),
    date: lambda value: value.isoformat().encode(),
    ZoneInfo: lambda value: value.key.encode(),
}
"""The values that hold no others, and how each is written; types before those that they are kinds of."""
