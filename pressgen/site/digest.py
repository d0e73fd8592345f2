"""Digests of outputs: equal where outputs are declared with equal values, in every process and on every machine.

A value is written in a canonical form, each type in its own way, and the form is hashed (BLAKE2b). There is no form for
what differs between processes or machines, such as a path or an open file: to ask for its digest is an error. The order
of a map is part of it, since pages show maps in their order; sets have none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from hashlib import blake2b
from typing import Any, NamedTuple
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
        form = _form(type(value))  # type: ignore[arg-type]  # types have hashes
        if form.write:
            return form.name + b" " + form.write(value)
        known = self._known.get(id(value))
        if known is None:
            parts = [form.name]
            for part in form.parts(value, self._part):
                parts += (len(part).to_bytes(8, "big"), part)
            known = (value, blake2b(b"".join(parts), digest_size=_SIZE).digest())
            self._known[id(value)] = known
        return known[1]


_Part = Callable[[Any], bytes]
"""Returns a value as it is written, or its digest."""


class _Form(NamedTuple):
    """How values of a type are digested.

    `write` writes one that holds no others, and is nothing for other types; `parts` lists what one holds.
    """

    name: bytes
    write: Callable[[Any], bytes] | None
    parts: Callable[[Any, _Part], Iterable[bytes]]


def _parts_of_map(value: Mapping[object, object], part: _Part) -> Iterable[bytes]:
    return [part(one) for item in value.items() for one in item]


def _parts_of_tuple(value: tuple[object, ...], part: _Part) -> Iterable[bytes]:
    return map(part, value)


def _parts_of_set(value: frozenset[object], part: _Part) -> Iterable[bytes]:
    return sorted(map(part, value))


def _own_digest(value: Body | ValueWithDigest, _: _Part) -> Iterable[bytes]:
    return (value.digest,)


def _parts_of_call(value: Call[object], part: _Part) -> Iterable[bytes]:
    return (_name(value.function), part(value.positional), part(value.named))


_HOLDING: Mapping[Any, Callable[[Any, _Part], Iterable[bytes]]] = {
    Mapping: _parts_of_map,
    tuple: _parts_of_tuple,
    frozenset: _parts_of_set,
    Body: _own_digest,
    ValueWithDigest: _own_digest,
    Call: _parts_of_call,
}
"""The values that hold others, and how these are listed; of all other types they are the fields."""


def _parts_of_fields(type_: type) -> Callable[[Any, _Part], Iterable[bytes]]:
    """Return a function that lists the names of the fields of a type, each with what a value has in it."""
    names = [(name, name.encode()) for name in _fields(type_)]

    def parts(value: object, part: _Part) -> Iterable[bytes]:
        return [one for name, written in names for one in (written, part(getattr(value, name)))]

    return parts


def _fields(type_: type) -> tuple[str, ...]:
    """Return the names of a value's fields, without those that do not tell it from others."""
    if issubclass(type_, BaseModel):
        return tuple(type_.model_fields)
    if is_dataclass(type_):
        return tuple(field.name for field in fields(type_) if field.compare)
    message = f"{type_.__qualname__} has no canonical form"
    raise TypeError(message)


@cache
def _form(type_: type) -> _Form:
    """Return how values of a type are digested. Raises TypeError for a type that has no canonical form."""
    name = _name(type_)
    write = next((write for plain, write in _PLAIN.items() if issubclass(type_, plain)), None)
    if write:
        return _Form(name, write, _parts_of_tuple)
    found = next((parts for holding, parts in _HOLDING.items() if issubclass(type_, holding)), None)
    return _Form(name, None, found or _parts_of_fields(type_))


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
