"""Read the lists of words by which names and offices are compared: `pressgen/data/names.yml` and `offices.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import yaml


def word_lists(name: str) -> Mapping[str, Any]:
    """Read a file of lists by its name without ending; every scalar is a text."""
    text = (files("pressgen") / "data" / f"{name}.yml").read_text(encoding="utf-8")
    # The base loader makes every scalar a text: in a list of words `no` is a word.
    lists: Mapping[str, Any] = yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506
    return lists
