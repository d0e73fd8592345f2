"""Read the lists of words and phrases in `pressgen/data/`, by which names, offices and texts are recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

import yaml

OPEN = "…"
"""Stands at the end of a phrase that may go on within a word."""


def word_lists(name: str) -> Mapping[str, Any]:
    """Read a file of lists by its name without ending; every scalar is a text."""
    text = (files("pressgen") / "data" / f"{name}.yml").read_text(encoding="utf-8")
    # The base loader makes every scalar a text: in a list of words `no` is a word.
    lists: Mapping[str, Any] = yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506
    return lists


def phrase_list(by_language: Mapping[str, str]) -> Iterator[str]:
    """List the phrases of all languages, which stand with a bar between them."""
    for listed in by_language.values():
        yield from (phrase.strip() for phrase in listed.split("|"))


def beginning_pattern(by_language: Mapping[str, str]) -> str:
    """Write a regular expression for texts that begin with one of the phrases."""
    found = phrase_list(by_language)
    return "|".join(re.escape(phrase.removesuffix(OPEN)) + ("" if phrase.endswith(OPEN) else r"\b") for phrase in found)
