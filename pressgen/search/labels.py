"""The file that names the values of filters in one language.

It has for each filter an object with the name of each of its values, `{"NO": "Norway"}`, in the order in which readers
of the language look for them. A name that the page has to mark is `[name, language, direction]`.
"""

from __future__ import annotations

from collections.abc import Iterable

from pressgen.search.packing import compact_json


def labels(names: Iterable[tuple[str, Iterable[tuple[str, object]]]]) -> bytes:
    """Write the file: for each filter its values with their names, in the order in which they are shown."""
    return compact_json({name: dict(values) for name, values in names})
