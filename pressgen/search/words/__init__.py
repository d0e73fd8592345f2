"""Split texts into tokens, and write tokens as words of the index.

The browser does the same with a query (`tokens.js`, `words.js` and `query.js` in `search/browser`). Both programs read
what they know of scripts from one table, `pressgen/search/data/words.json`, and `tests/search/words` compares their
results.
"""

from __future__ import annotations

from pressgen.search.words.codes import FILLER, is_code
from pressgen.search.words.normal import NUMBER
from pressgen.search.words.texts import cluster_words, index_words, vocabulary
from pressgen.search.words.tokens import Between, Token, tokens
from pressgen.search.words.wholes import whole_name, whole_number

__all__ = [
    "FILLER",
    "NUMBER",
    "Between",
    "Token",
    "cluster_words",
    "index_words",
    "is_code",
    "tokens",
    "vocabulary",
    "whole_name",
    "whole_number",
]
