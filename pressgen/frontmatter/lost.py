"""What an author wrote and YAML would drop: words behind a comma, keys without a value, words for nothing.

All of it is found by how the values are written, before what they mean is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from pydantic import BaseModel, RootModel

from pressgen.frontmatter.errors import MOST_REPORTED, ErrorReporter
from pressgen.frontmatter.keys import DECISIVE
from pressgen.frontmatter.tree import Path, Yaml, path_shown, shown
from pressgen.model import Words, is_key_at, model_at
from pressgen.problems import Problem, codes
from pressgen.yaml_text import line_with, needs_quotes, quoted

_NAMES = frozenset({"title", "name", "names", "official", "honorific", "role", "place", "state"})
"""Keys of words that are hardly ever a quotation as a whole."""


def lost(model: type[BaseModel], found: Yaml, reporter: ErrorReporter) -> Iterator[Problem]:
    """Report everything that would be dropped or changed in silence, the first hundred of each sort."""
    yield from islice(_cut(found, reporter), MOST_REPORTED)
    yield from islice(_empty(model, found, reporter), MOST_REPORTED)
    yield from islice(_curled(found), MOST_REPORTED)


def _cut(found: Yaml, reporter: ErrorReporter) -> Iterator[Problem]:
    """Report texts between braces that a comma has cut, each with its line written rightly."""
    for path, at in found.written.bare.items():
        _start, end = found.written.flows.get(path, (at, at))
        rest = shown(found.text[at:end].split(",")[0].rstrip("}] \n"), 40)
        line = reporter.whole(path)
        if (unspaced := _UNSPACED.match(rest)) and reporter.is_key(path, unspaced[1]):
            place = found.marks.place_of(at + unspaced.end(1))
            yield codes.YAML_COLON.at(place, f"a space is missing after this colon{_where(path)}", f"write {line}")
            continue
        message = f"between braces a comma ends a text, and '{rest}' would be lost{_where(path)}"
        hint = f"put quotation marks around the whole text: write {line}" if line else "put it between quotation marks"
        yield codes.CUT_TEXT.at(found.marks.place_of(at), message, f"{hint}; on a line of its own it needs none")


def _empty(model: type[BaseModel], found: Yaml, reporter: ErrorReporter) -> Iterator[Problem]:
    """Report keys that nobody knows and that have no value, and words that are nothing to YAML."""
    for path in found.empty:
        nothing = found.written.nothings.get(path)
        known = is_key_at(model, path[:-1], str(path[-1]))
        if known is None:
            continue
        if not known:
            in_words = model_at(model, path[:-1]) is Words
            yield reporter.unknown_language(path) if in_words else reporter.unknown_key(path)
        elif nothing and path not in _DECISIVE:
            place = found.marks.value(*path)
            written = line_with(found.text, *_span(found, path, nothing), quoted(nothing))
            message = f"{nothing} is nothing to YAML, and no word{_where(path)}"
            yield codes.NO_WORD.at(place, message, f"take the key away; if the word is meant, write {written}")
        elif len(path) == 1 and issubclass(model, RootModel):
            yield codes.MISSING_KEY.at(found.marks.key(*path), f"nothing is said of '{shown(path[0])}'", _SAY)


_UNSPACED = re.compile(r"([A-Za-z_-]{2,40}):\S")
_DECISIVE = frozenset((key,) for key in DECISIVE)
_SAY = "write its keys below it, each indented by two spaces, or take the line away"


def _curled(found: Yaml) -> Iterator[Problem]:
    """Report names and titles between curly quotation marks, which a word processor made of those of YAML."""
    for path in found.written.curled:
        if not any(part in _NAMES for part in path):
            continue
        start, end = _span(found, path)
        raw = " ".join(found.text[start:end].split())
        bare = raw[1:-1].strip()
        right = line_with(found.text, start, end, quoted(bare) if needs_quotes(bare) else bare)
        kept = line_with(found.text, start, end, quoted(raw))
        message = f"these quotation marks are part of the text, and will be printed{_where(path)}"
        hint = f"write {right}; if they are meant, write {kept}"
        yield codes.CURLY_QUOTES.at(found.marks.value(*path), message, hint)


def _span(found: Yaml, path: Path, text: str = "") -> tuple[int, int]:
    """Return where a plain value begins and ends in the text."""
    start = found.marks.at[path][1]
    return start, start + len(text) if text else found.written.curled[path]


def _where(path: Path) -> str:
    return f" ({path_shown(path)})" if path else ""
