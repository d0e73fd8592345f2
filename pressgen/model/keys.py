"""Which keys may stand where: of a model, at a path of keys and positions in lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, get_args, get_origin

from pydantic import BaseModel, RootModel

from pressgen import languages
from pressgen.model.words import Words


def models_in(annotation: Any) -> list[type[BaseModel]]:  # noqa: ANN401
    """List the models that a type is made of: those of its parts, where it is a list or has alternatives."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in models_in(part)]


def model_at(model: type[BaseModel], path: Sequence[str | int]) -> type[BaseModel] | None:
    """Return the model of what stands at a path, or nothing where no model says what may stand there.

    A list has the model of its items. Of a mapping whose keys authors choose, no model says what they are.
    """
    here: type[BaseModel] | None = model
    waiting = False
    for part in path:
        if waiting:
            waiting = False
        elif here is None or here is Words:
            return None
        elif isinstance(part, str):
            annotation = _annotation(here, part)
            waiting = get_origin(annotation) is Mapping
            here = next(iter(models_in(annotation)), None)
    return None if waiting else here


def _annotation(model: type[BaseModel], key: str) -> object:
    """Return the type of what stands behind a key."""
    if issubclass(model, RootModel):
        return get_args(model.model_fields["root"].annotation)[-1]
    return next((one.annotation for name, one in model.model_fields.items() if key == (one.alias or name)), None)


def choices_at(model: type[BaseModel], path: Sequence[str | int]) -> tuple[str, ...]:
    """List the words among which an author chooses at a path, in their order; none where any text may stand."""
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    parent = model_at(model, path[: len(path) - [*reversed(path)].index(key) - 1]) if key else None
    enum = _enum_in(_annotation(parent, key)) if parent else None
    return tuple(str(choice.value) for choice in enum) if enum else ()


def _enum_in(annotation: object) -> type[Enum] | None:
    """Find the closed list of words that a type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return annotation
    return next((enum for part in get_args(annotation) if (enum := _enum_in(part))), None)


def keys_at(model: type[BaseModel], path: Sequence[str | int]) -> list[str]:
    """List the keys that may stand at a path, as an author writes them; none where authors choose them."""
    here = model_at(model, path)
    if here is None or issubclass(here, RootModel):
        return []
    return [field.alias or name for name, field in here.model_fields.items()]


def is_key_at(model: type[BaseModel], path: Sequence[str | int], key: str) -> bool | None:
    """Return whether a key may stand at a path, or nothing where that cannot be said."""
    here = model_at(model, path)
    if here is None:
        return None
    if here is Words:
        return languages.is_language(key)
    if issubclass(here, RootModel):
        return True
    return key in keys_at(model, path)
