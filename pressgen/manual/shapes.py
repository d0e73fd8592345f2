"""Values of a JSON Schema: what a reference stands for, and the mapping that a value is or holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def mapping_within(value: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the mapping that a value is, or that it is a list of, or None where it is neither."""
    value = resolve(value, schema)
    if "properties" in value:
        return value
    inner = [*value.get("anyOf", ()), *([value["items"]] if "items" in value else ())]
    return next((found for part in inner if (found := mapping_within(part, schema))), None)


def resolve(value: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the definition that a value refers to (`$ref`), or the value itself where it refers to none."""
    ref = value.get("$ref")
    found: Mapping[str, Any] = schema["$defs"][ref.rpartition("/")[2]] if ref else value
    return found
