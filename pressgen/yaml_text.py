"""Find words of an author in YAML text that a hash or a comma would cut off.

YAML ends a text at a hash behind a space and, between braces, at a comma. This module finds both, with the line as it
should be written, for front matter, the register and `mkdocs.yml`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import yaml

_ENTRY = re.compile(r"""(?:^|,)\s*(?:(["'])([^"'\n]{1,40})\1|([^\s,:"'{}\[\]]{1,40}))\s*:(?=[\s,}]|$)""")
_UNSPACED = re.compile(r"(?:^|,)\s*([A-Za-z][A-Za-z_-]{0,39}):(?=[^\s,}/:])")
_KEYLIKE = re.compile(r"#\s*(?:-\s|-?\s*[A-Za-z_-]{2,30}:(\s|$))")
_SIGNS = "-?:,[]{}#&*!|>'\"%@`"
_LONGEST_LINE = 1_000
NOTHINGS = frozenset({"~", "null", "Null", "NULL"})
"""The words for null in the core schema of YAML 1.2."""

_BLOCK_STYLES = frozenset({"|", ">"})


class PureParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """PyYAML's own parser: for installations without libyaml, and for files that PyYAML's own loader reads."""

    def __init__(self, text: str) -> None:
        yaml.reader.Reader.__init__(self, text)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)


def parser(text: str) -> Any:  # noqa: ANN401  # the two parsers have no type in common
    """Return a parser of YAML's events, libyaml's if PyYAML has it."""
    if yaml.__with_libyaml__:
        return yaml.cyaml.CParser(text)  # type: ignore[attr-defined]  # its types do not export it
    return PureParser(text)


def empty_block(style: str | None, text: str) -> tuple[str, str] | None:
    """Return what is wrong with a text of several lines that has none, and the hint, or None where it has some."""
    if style not in _BLOCK_STYLES or text.strip():
        return None
    message = f"nothing stands below this sign, {style}, which begins a text of several lines"
    return message, "write the text below it, indented; a text that is the sign itself needs quotation marks"


def quoted(text: str) -> str:
    """Put quotation marks around a text, of the kind that needs the fewest escapes in it."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class Scalar(NamedTuple):
    """The place of a text: the index of its first character and of the one behind its last.

    `style` is the sign that begins it: a quotation mark, or `|` or `>` of a block, or empty.
    """

    start: int
    end: int
    style: str = ""


class Comment(NamedTuple):
    """A comment that shares its line with something else, or ends a text that would go on in its line.

    `at` is the index of its hash; `text` includes the hash. `before` is the text that stands directly before it, None
    if there is none. `glued` is true if no space follows the hash, as in `#12`.
    """

    at: int
    text: str
    before: Scalar | None
    glued: bool


def comments(text: str, scalars: Sequence[Scalar]) -> Iterator[Comment]:
    """List the comments that do not stand on lines of their own; `scalars` are all of the text, in their order."""
    starts = [scalar.start for scalar in scalars]
    at = text.find("#")
    while at >= 0:
        line = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        number = bisect_right(starts, at) - 1
        before = scalars[number] if number >= 0 else None
        if before and _holds(text, before, at):
            at = text.find("#", at + 1)
            continue
        comment = text[at:end].rstrip()
        alone = not text[line:at].strip(" \t")
        adjoining = before if before and before.start < before.end and not text[before.end : at].strip() else None
        glued = comment[1:2].strip("# \t!") != ""
        if not alone or (adjoining and _goes_on(text, adjoining, at - line) and not _KEYLIKE.match(comment)):
            yield Comment(at, comment, adjoining if adjoining and not adjoining.style.strip("\"'") else None, glued)
        at = text.find("#", end)


def _holds(text: str, scalar: Scalar, at: int) -> bool:
    """True if a hash belongs to a text; behind the sign that begins a block it does not."""
    if not scalar.start <= at < scalar.end:
        return False
    return scalar.style not in {"|", ">"} or "\n" in text[scalar.start : at]


def _goes_on(text: str, scalar: Scalar, column: int) -> bool:
    """True if a line that begins in a column would continue the text at the end of the line above."""
    if scalar.style or text.count("\n", scalar.end, len(text)) == 0:
        return False
    line = text.rfind("\n", 0, scalar.start) + 1
    lead = len(text[line : scalar.start]) - len(text[line : scalar.start].lstrip(" -"))
    if line + lead == scalar.start:
        lead = text[line : scalar.start].rfind("-")
    return column > lead


def is_bare(text: str, end: int) -> bool:
    """True if a key that ends at `end` has no colon: it is the rest of a text that a comma cut."""
    while end < len(text) and text[end].isspace():
        end += 1
    return text[end : end + 1] != ":"


def mended_flow(flow: str, is_key: Callable[[str], bool]) -> str:
    """Write a mapping between braces so that its texts are whole: a part without a key belongs to the text before.

    `flow` begins with the opening brace; the closing one may be missing.
    """
    inner = flow.strip().removeprefix("{")
    inner = inner[:-1] if inner.endswith("}") and not _balanced(inner) else inner
    inner = _UNSPACED.sub(lambda match: f"{match[0]} " if is_key(match[1]) else match[0], inner)
    entries: list[tuple[str, int, int]] = []
    for match in _ENTRY.finditer(inner):
        key = match[2] or match[3]
        if is_key(key) and _depth(inner[: match.start()]) == 0:
            entries.append((key, match.start(), match.end()))
    if not entries:
        return "{" + inner + "}"
    ends = [*(start for _, start, _ in entries[1:]), len(inner)]
    lead = inner[: entries[0][1]].strip(" ,\n")
    written = [lead] if lead else []
    for (key, _, begin), end in zip(entries, ends, strict=True):
        value = " ".join(inner[begin:end].split()).rstrip(",").rstrip()
        written.append(f"{key}: {in_flow(value, is_key)}" if value else f"{key}: ")
    return "{" + ", ".join(written) + "}"


def flow_end(text: str, start: int) -> int:
    """Return the index behind the bracket that ends a mapping or list, or else that of the end of its line."""
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    depth = 0
    for at in range(start, line_end):
        depth += (text[at] in "[{") - (text[at] in "]}")
        if depth == 0:
            return at + 1
    return line_end


def in_flow(value: str, is_key: Callable[[str], bool]) -> str:
    """Write a value as it may stand between braces: quoted if it could be cut."""
    if value[:1] in {'"', "'"}:
        if _is_quoted(value):
            return value
        return quoted(value.replace(value[0], "") if value.count(value[0]) == 2 else value)  # noqa: PLR2004
    if value[:1] in {"{", "["} and _balanced(value) and value[-1:] in {"}", "]"}:
        return mended_flow(value, is_key) if value[0] == "{" else value
    return quoted(value) if needs_quotes(value) or re.search(r"[,\[\]{}]", value) else value


def needs_quotes(value: str) -> bool:
    """True if a text that is alone behind its key on a line needs quotation marks."""
    return (
        value[:1] in _SIGNS
        or ": " in value
        or value.endswith(":")
        or bool(re.search(r"\s#", value))
        or (value in NOTHINGS or value != value.strip())
    )


def _is_quoted(value: str) -> bool:
    mark, inner = value[0], value[1:-1]
    if len(value) < 2 or value[-1] != mark:  # noqa: PLR2004
        return False
    plain = inner.replace("''", "") if mark == "'" else re.sub(r"\\.", "", inner)
    return mark not in plain


def _depth(text: str) -> int:
    return sum(text.count(opening) for opening in "[{") - sum(text.count(closing) for closing in "]}")


def _balanced(text: str) -> bool:
    return _depth(text) == 0


def line_with(text: str, start: int, end: int, written: str) -> str:
    """Return the line of a text with the part from `start` to `end` replaced."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = f"{text[first:start]}{written}{text[end : len(text) if last < 0 else last]}"
    line = " ".join(line.split("\n")).strip()
    return line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}…"


def whole_text(text: str, comment: Comment) -> str:
    """Write the line of a text that a comment cuts, with the whole text between quotation marks."""
    scalar = comment.before
    assert scalar is not None  # noqa: S101  # the callers check it
    raw = text[scalar.start : scalar.end]
    bare = " ".join(raw.split())
    if scalar.style:
        bare = raw[1:-1].replace("''", "'") if scalar.style == "'" else re.sub(r'\\(["\\])', r"\1", raw[1:-1])
    end = comment.at + len(comment.text)
    within = comment.text
    if _depth(text[text.rfind("\n", 0, scalar.start) + 1 : scalar.start]) > 0:
        within = re.split(r",\s|[\]}]", comment.text, maxsplit=1)[0].rstrip()
        end = comment.at + len(within)
    gap = " " if text[scalar.end : comment.at] else ""
    return line_with(text, scalar.start, end, quoted(f"{bare}{gap}{within}"))


def comment_hint(text: str, comment: Comment) -> str:
    """Write the hint for a line with a comment: to quote the whole text, or to move the comment to its own line."""
    line = text[text.rfind("\n", 0, comment.at) + 1 : comment.at]
    alone = f"write the comment on a line of its own above: {_short('# ' + comment.text.lstrip('# '))}"
    if comment.before is not None:
        return f"if it belongs to the text, write {whole_text(text, comment)}; if it does not, {alone}"
    if comment.glued and line.rstrip().endswith((":", "-")):
        written = line_with(text, comment.at, comment.at + len(comment.text), quoted(comment.text))
        return f"if it is the value, write {written}; if it is not, {alone}"
    return alone


def _short(line: str) -> str:
    return line if len(line) <= 120 else f"{line[:119]}…"  # noqa: PLR2004
