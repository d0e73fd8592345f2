"""What filters are called: the values of the catalogue and their names in a language go in, one file comes out.

The file has for each filter (`year`, `kind`, `country`, `person`, `organisation`, `topic`, `language`) an object with
the name of each of its values, `{"NO": "Norway"}`, in the order in which a reader of the language looks for names;
years are the newest first, languages as the site has them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from pressgen.languages import sort_key


def labels(named: Mapping[str, Mapping[str, str]], ordered: Mapping[str, Mapping[str, str]], language: str) -> bytes:
    """Give the file of a language: `named` are to be put into the order of names, `ordered` are in theirs."""
    sorted_ = {
        name: dict(sorted(found.items(), key=lambda label: (sort_key(language, label[1]), label[0])))
        for name, found in named.items()
    }
    return json.dumps({**ordered, **sorted_}, ensure_ascii=False, separators=(",", ":")).encode()
