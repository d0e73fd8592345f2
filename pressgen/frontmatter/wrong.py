"""The error for a text that does not mean what is wanted: it carries the problem's code, message and hint."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic_core import PydanticCustomError

from pressgen.frontmatter.tree import shown
from pressgen.problems import Code, codes

_TURNS = "\u200e\u200f\u061c"
"""Marks of direction, which keyboards of right-to-left languages leave around days and codes."""


def wrong(code: Code, message: str, hint: str = "", key: str = "", right: Sequence[str] = ()) -> PydanticCustomError:
    """Return the error that becomes a problem of `code`, at the value of `key` where one of several keys is at fault.

    `right` are values that may have been meant; the hint shows the line with them, and goes on with `hint`.
    """
    return PydanticCustomError(
        code.id, "{message}", {"message": message, "hint": hint, "key": key, "right": tuple(right)}
    )


def _unquoted(text: str) -> str:
    """Take off quotation marks that a word processor put around a value."""
    return text.strip(" \t\n\u00a0\"'“”„‟‘’‚«»")


def single_text(given: object, what: str, example: str) -> str:
    """Return the text that stands for a value that is one word, or raise the error for anything else.

    `what` and `example` say in its message what is wanted.
    """
    if given is None:
        hint = f"take it away, or write {example}; a word such as null needs quotation marks"
        raise wrong(codes.NO_WORD, f"{what} is wanted here, and nothing to YAML stands here", hint)
    if not isinstance(given, str):
        kind = "a list" if isinstance(given, list) else "a mapping"
        raise wrong(codes.WRONG_TYPE, f"{what} is wanted here, not {kind}", f"write it as {example}")
    text = given.strip().strip(_TURNS)
    if text != (bare := _unquoted(text)) and bare:
        raise wrong(
            codes.YAML_QUOTE,
            f"these quotation marks are part of the value: {shown(text)}",
            f"write {shown(bare)} without quotation marks",
        )
    return text
