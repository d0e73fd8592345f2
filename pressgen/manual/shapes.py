"""Values of a JSON Schema: what a reference stands for, and the mapping that a value is or holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def mapping_within(value: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the mapping that a value is, or that it is a list of; None for any other value."""
    value = resolve(value, schema)
    if "properties" in value:
        return value
    inner = [*value.get("anyOf", ()), *([value["items"]] if "items" in value else ())]
    return next((mapping for part in inner if (mapping := mapping_within(part, schema))), None)


def resolve(value: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the definition that a value refers to (`$ref`), or else the value itself."""
    ref = value.get("$ref")
    definition: Mapping[str, Any] = schema["$defs"][ref.rpartition("/")[2]] if ref else value
    return definition
