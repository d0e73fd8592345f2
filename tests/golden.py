"""Compare results with the files of `golden/`; `PRESSGEN_GOLDEN=1 pytest tests/text tests/views` writes them again."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml


def assert_golden(path: Path, text: str) -> None:
    """Compare a text with a golden file."""
    if _renewed():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), f"{path.name} differs; see tests/golden.py"


def assert_golden_values(path: Path, values: Mapping[str, Any]) -> None:
    """Compare values with a golden YAML file, whatever its layout."""
    if _renewed():
        text = yaml.dump(dict(values), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
        path.write_text(text, encoding="utf-8")
    assert values == yaml.safe_load(path.read_text(encoding="utf-8")), f"{path.name} differs; see tests/golden.py"


def _renewed() -> bool:
    return bool(os.environ.get("PRESSGEN_GOLDEN"))


class _Dumper(yaml.SafeDumper):
    """Write texts of several lines as they are."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)
