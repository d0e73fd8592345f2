"""A text goes in; its words come out as search compares them: tokens, words of the index, phrases of a query.

One rule for every script, and two programs that keep it: this package for the index, `theme/assets/pressgen/js/
search/query.js` for the query. What the rule knows of letters stands in `pressgen/data/words.json`, which both read.
"""

from __future__ import annotations

from pressgen.text.words.index import FILLER, cluster_words, index_words, is_code, vocabulary
from pressgen.text.words.query import Phrase, Query, Wording, query_phrases
from pressgen.text.words.table import javascript
from pressgen.text.words.tokens import Between, Token, tokens
from pressgen.text.words.wholes import Named, names_in, whole_name, whole_number

__all__ = [
    "FILLER",
    "Between",
    "Named",
    "Phrase",
    "Query",
    "Token",
    "Wording",
    "cluster_words",
    "index_words",
    "is_code",
    "javascript",
    "names_in",
    "query_phrases",
    "tokens",
    "vocabulary",
    "whole_name",
    "whole_number",
]
