"""The manual's page on problems: each with its entry, a wrong example and a right one."""

from __future__ import annotations

from collections.abc import Iterator

from pressgen.load.names import escaped
from pressgen.manual.wording import capitalise, fence_code
from pressgen.problems import Example, Link, codes

_PROBLEMS = """\
Every mistake in every file is reported in one run, with its file, line and column. An error always stops the
publication of the site; a warning stops it under `--strict`. Codes never change their meaning.
"""


def problems_page() -> Iterator[str]:
    """Describe every problem that pressgen reports."""
    yield _PROBLEMS
    yield "| code | problem | severity |\n|---|---|---|"
    yield from (f"| [{code.id}](#{code.id}) | {code.name} | {code.severity} |" for code in codes.ALL)
    yield ""
    for code in codes.ALL:
        yield f"## {code.id}: {code.name} {{ #{code.id} }}\n"
        yield f"{capitalise(code.severity)}. {code.entry.strip()}\n"
        for title, example in (("Wrong", code.wrong), ("Right", code.right)):
            if example.files:
                yield f"{title}:\n"
                yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    for name, content in example.files.items():
        path = escaped(name)
        if isinstance(content, Link):
            yield f"`{path}` is a symbolic link to `{content.target}`.\n"
        elif isinstance(content, bytes):
            shown = repr(content[:60])[2:-1] + ("…" if len(content) > 60 else "")  # noqa: PLR2004  # a line of it
            yield f"`{path}` ({len(content)} bytes):\n\n{fence_code(shown, 'text')}\n"
        elif not content:
            yield f"`{path}` is empty.\n"
        else:
            language = "yaml" if path.endswith((".yml", ".yaml")) else "markdown"
            yield f"`{path}`:\n\n{fence_code(_shown(content), language)}\n"


def _shown(content: str) -> str:
    """Return a text as a page shows it: cut where it is long, with escapes for what a reader could not see."""
    lines = [line if len(line) <= 200 else line[:100] + " …" for line in content.rstrip("\n").split("\n")]  # noqa: PLR2004
    lines = [*lines[:20], "…"] if len(lines) > 24 else lines  # noqa: PLR2004
    text = "\n".join(lines)
    return "".join(letter if letter in "\n\t" or _visible(letter) else ascii(letter)[1:-1] for letter in text)


def _visible(letter: str) -> bool:
    return letter.isprintable() or letter == "\u00a0"
