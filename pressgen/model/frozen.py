"""Values that never change: models and maps that have a hash, and whose pickles are the same in every process."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from hashlib import blake2b
from typing import Annotated, Any, NoReturn, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict

K = TypeVar("K")
V = TypeVar("V")

_DIGEST_SIZE = 32


class FrozenMap(dict[K, V]):
    """A map that cannot be changed. Two are equal if they hold the same in the same order, for order has a meaning."""

    def _refuse(self, *_args: object, **_named: object) -> NoReturn:
        message = "a frozen map cannot be changed"
        raise TypeError(message)

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(self.items()))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FrozenMap):
            return tuple(self.items()) == tuple(other.items())
        return dict.__eq__(self, other) is True

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __reduce__(self) -> tuple[type[FrozenMap[K, V]], tuple[tuple[tuple[K, V], ...]]]:
        return type(self), (tuple(self.items()),)


FrozenMapping = Annotated[Mapping[K, V], AfterValidator(FrozenMap)]
"""A field that takes a mapping and keeps a `FrozenMap`."""


class Value(BaseModel):
    """A frozen value that accepts no key it does not know."""

    # Its validator is built when the first value is checked: a command that needs none does not wait for it.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    # Fields alone are pickled. Pydantic adds which of them were given, in a set, whose order depends on the process,
    # and more that no value has, which takes time where a whole archive is unpickled.

    def __getstate__(self) -> dict[str, Any]:
        return {name: self.__dict__[name] for name in type(self).model_fields}

    def __setstate__(self, state: dict[str, Any]) -> None:
        set_fields(self, state)


_GIVEN: set[str] = set()
"""What all values share that are kept long, where pydantic notes in a set for each which of its fields were given."""


def share_given(value: object) -> None:
    """Have a value, and all values in it, note nothing of which fields were given: that is two fifths of their room."""
    if isinstance(value, BaseModel):
        object.__setattr__(value, "__pydantic_fields_set__", _GIVEN)
        share_given(tuple(value.__dict__.values()))
    elif isinstance(value, Mapping):
        share_given(tuple(value.values()))
    elif isinstance(value, tuple):
        for part in value:
            share_given(part)


def set_fields(value: BaseModel, fields: dict[str, Any]) -> None:
    """Set the fields of a value that is being unpickled."""
    set_ = object.__setattr__
    set_(value, "__dict__", fields)
    set_(value, "__pydantic_fields_set__", _GIVEN)
    set_(value, "__pydantic_extra__", None)
    set_(value, "__pydantic_private__", None)


class ValueWithDigest(Value):
    """A value that knows its digest, the same in every process and on every machine.

    Values of one type with equal digests are equal. A pickle holds the digest, so that nobody computes it again.
    """

    @cached_property
    def digest(self) -> bytes:
        """The digest of all fields, in their order; the order of a map counts."""
        return blake2b(self.canonical(), digest_size=_DIGEST_SIZE).digest()

    def canonical(self) -> bytes:
        """Write all fields, always in the same way."""
        return self.model_dump_json().encode()

    def __copy__(self) -> Self:
        # A copy is made to be another value (`model_copy`).
        copied = super().__copy__()
        copied.__dict__.pop("digest", None)
        return copied

    def __getstate__(self) -> dict[str, Any]:
        return {**super().__getstate__(), "digest": self.digest}
