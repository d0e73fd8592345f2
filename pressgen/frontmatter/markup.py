"""Markup in words of front matter and register, which are plain text: readers would see it as it is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pressgen.frontmatter.tree import Path, Yaml, path_shown, shown
from pressgen.problems import Problem, codes

_MARKUP = re.compile(
    r"</?(?:a|b|big|br|center|div|em|font|h[1-6]|i|li|ol|p|small|span|strong|sub|sup|u|ul)(?:\s[^<>]{0,200})?/?>"
    r"|\*\*[^\s*](?:[^*\n]{0,300}[^\s*])?\*\*"
    r"|!?\[[^\[\]\n]{1,200}\]\((?:https?:|mailto:|www\.)[^()\s]{1,300}\)",
    re.IGNORECASE,
)
_SIGNS = ("<", "**", "](")


def markup_in_words(found: Yaml) -> Iterator[Problem]:
    """Report tags of HTML, bold type and links in texts that are read as they stand."""
    if not any(sign in found.text for sign in _SIGNS):
        return
    for path, text in _texts(found.values or {}, ()):
        if (markup := _MARKUP.search(text)) is not None:
            message = f"'{shown(markup[0])}' is shown as it is typed: this is no Markdown ({path_shown(path)})"
            hint = "leave the marks out"
            if markup[0].lower().startswith("<br"):
                hint = (
                    f"write `{path[-1]}: |` and each line below it, indented" if path == ("title",) else "leave it out"
                )
            yield codes.MARKUP_IN_WORDS.at(found.marks.value(*path), message, hint)


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:  # noqa: ANN401  # plain values of any sort
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _texts(one, (*path, key))
    elif isinstance(value, Sequence):
        for index, one in enumerate(value):
            yield from _texts(one, (*path, index))
