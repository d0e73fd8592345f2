"""The file that names the values of filters in one language.

It has for each filter (`year`, `kind`, `country`, `person`, `organisation`, `topic`, `language`) an object with the
name of each of its values, `{"NO": "Norway"}`, in the order in which readers of the language look for them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping


def labels(names: Mapping[str, Mapping[str, str]]) -> bytes:
    """Write the file: by filter the names of its values, in the order in which they are shown."""
    return json.dumps(names, ensure_ascii=False, separators=(",", ":")).encode()
