"""The JSON Schema of the front matter, by which editors complete and check it."""

from __future__ import annotations

from typing import Any

from pressgen.frontmatter.keys import FrontMatter

_NAMED = ("properties", "$defs")


def _tidy(part: Any) -> Any:  # noqa: ANN401  # JSON has no better type
    """Take away what pydantic adds and no editor shows: titles made from names, and defaults of nothing."""
    if isinstance(part, list):
        return [_tidy(one) for one in part]
    if isinstance(part, str):
        return f"#/$defs/{_name(part)}" if part.startswith("#/$defs/") else part
    if not isinstance(part, dict):
        return part
    return {
        key: {_name(name): _tidy(one) for name, one in value.items()} if key in _NAMED else _tidy(value)
        for key, value in part.items()
        if not (key == "title" and isinstance(value, str)) and not (key == "default" and not value)
    }


def _name(name: str) -> str:
    """Name a definition by its word of the design: `ParticipantKeys` are the keys of a Participant."""
    return name.rpartition("/")[2].removesuffix("Keys")


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a release's front matter.

    A file without `translation` is taken for an original, which needs `date` and `kind`.
    """
    made = _tidy(FrontMatter.model_json_schema())
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Front matter of a release",
        **made,
        "if": {"required": ["translation"]},
        "then": {},
        "else": {"required": ["date", "kind"]},
    }
