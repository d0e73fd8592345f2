"""Read a release's file: its front matter checked against the keys, its body, and what is wrong with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, Generic, NamedTuple, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from pressgen.frontmatter.cut import cut, decode
from pressgen.frontmatter.errors import MOST_REPORTED, ErrorReporter
from pressgen.frontmatter.keys import DECISIVE, FrontMatter
from pressgen.frontmatter.lost import lost
from pressgen.frontmatter.markup import markup_in_words
from pressgen.frontmatter.mend import diagnose
from pressgen.frontmatter.second import second_blocks
from pressgen.frontmatter.tree import (
    MOST_NODES,
    Fault,
    Marks,
    Path,
    Tree,
    WrittenForms,
    Yaml,
    compose,
    line_starts,
    path_shown,
)
from pressgen.problems import Place, Problem, codes
from pressgen.problems.ignoring import NO_REASON

M = TypeVar("M", bound=BaseModel)
_MOST_MENDED = 20
_MOST_MENDED_IN_LINE = 2
_MOST_PASSES = 4
_UNREAD_TITLE = "…"
LARGEST_REGISTER = 4 * 1_048_576
_MOST_REGISTER_NODES = 500_000


@dataclass(frozen=True, slots=True)
class Checked(Generic[M]):
    """Plain values as a model, or None; `unread` names the keys whose values were wrong and are left out."""

    value: M | None
    unread: frozenset[str]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file says.

    `front_matter` is None where it cannot be read; a key whose value is wrong is left out of it and named in
    `unread`, so that whoever goes on does not tell of it again. `first_line` is the number of the body's first
    line in the file.
    """

    path: str
    front_matter: FrontMatter | None
    marks: Marks
    unread: frozenset[str]
    body: str
    first_line: int
    problems: tuple[Problem, ...]


def read(data: bytes, path: str, zone: str = "UTC") -> Reading:
    """Read a release's file; `path` is relative to the project's folder, with slashes.

    `zone` is the site's time zone by its name in the IANA database: a time without its zone is told in that one.
    """
    decoded = decode(data, path)
    nothing = Marks(path, 1, (0,), {})
    if decoded.text is None:
        return Reading(path, None, nothing, frozenset(), "", 1, decoded.problems)
    parts = cut(decoded.text, path)
    second = second_blocks(parts.body.split("\n"), parts.body_line, path)
    problems = (*decoded.problems, *parts.problems, *islice(second, MOST_REPORTED))
    if parts.front is None:
        return Reading(path, None, nothing, frozenset(), parts.body, parts.body_line, problems)
    found = read_yaml(parts.front, path, parts.front_line)
    problems += found.problems
    if found.values is None:
        return Reading(path, None, found.marks, frozenset(), parts.body, parts.body_line, problems)
    checked = check_values(FrontMatter, found, {"title": _UNREAD_TITLE}, zone)
    empty = [key for key in DECISIVE if found.marks.has(key) and key not in found.values]
    # What stands there as a comment has been told of already.
    before = {problem.place.line for problem in found.problems if problem.code is codes.LOST_TEXT}
    told = (_without_value(key, found.marks) for key in empty if found.marks.key(key).line not in before)
    problems += (*checked.problems, *told, *_without_reason(found))
    unread = checked.unread.union(empty)
    return Reading(path, checked.value, found.marks, unread, parts.body, parts.body_line, problems)


def _without_value(key: str, marks: Marks) -> Problem:
    hint = "write its value behind the colon, or take the line away"
    return codes.MISSING_KEY.at(marks.key(key), f"the key '{key}' has no value", hint)


def _without_reason(found: Yaml) -> Iterator[Problem]:
    """Report warnings that are switched off by their code alone."""
    for path in found.empty:
        if path[:1] == ("ignore",) and len(path) > 1:
            hint = NO_REASON.format(code=path[1])
            yield codes.MISSING_KEY.at(found.marks.key(*path), f"the reason is missing ({path_shown(path)})", hint)


def read_register(data: bytes, path: str) -> Yaml:
    """Read a file of the register as plain values."""
    decoded = decode(data, path, LARGEST_REGISTER)
    if decoded.text is None:
        empty = all(problem.code is codes.EMPTY_FILE for problem in decoded.problems)
        return Yaml(None, Marks(path, 1, (0,), {}), () if empty else decoded.problems, whole=False)
    found = read_yaml(decoded.text, path, 1, _MOST_REGISTER_NODES)
    return replace(found, problems=(*decoded.problems, *found.problems))


def read_yaml(text: str, path: str, first_line: int, most_nodes: int = MOST_NODES) -> Yaml:
    """Read YAML that must hold a mapping; `first_line` is the number of its first line in the file."""
    mended = _mended(text, path, first_line, most_nodes)
    tree = mended.tree
    lengths = () if mended.text is text else tuple(len(line) for line in text.split("\n"))
    marks = Marks(path, first_line, line_starts(mended.text), tree.at, lengths)
    problems = (*mended.problems, *(_problem_of(fault, marks) for fault in tree.faults))
    is_unlimited = any(fault.code in (codes.TOO_DEEP, codes.ENORMOUS_FILE) for fault in tree.faults)
    value = None if is_unlimited else tree.value
    if value is None and not problems:
        value = {}
    if isinstance(value, dict):
        whole = mended.is_read and not mended.problems
        empty = tuple(_empty_keys(value, ()))
        return Yaml(_without_empty(value), marks, problems, whole, empty, mended.text, tree.written)
    if not problems:
        kind = "a list" if isinstance(value, list) else "a text"
        hint = "write keys, each on a line of its own with a colon, a space and its value"
        problems = (codes.WRONG_TYPE.at(marks.place_of(0), f"keys are wanted here, not {kind}", hint),)
    return Yaml(None, marks, problems, whole=False)


def _problem_of(fault: Fault, marks: Marks) -> Problem:
    hint = fault.hint
    if fault.first is not None:
        hint = f"it stands first on line {marks.place_of(fault.first).line}; keep one of them"
    return fault.code.at(marks.place_of(fault.at), fault.message, hint)


class _Mended(NamedTuple):
    """A text of YAML with its usual mistakes mended, what was wrong, and whether all of it could be read."""

    tree: Tree
    text: str
    problems: tuple[Problem, ...]
    is_read: bool


def _mended(text: str, path: str, first: int, most_nodes: int) -> _Mended:
    """Read YAML, mending the usual mistakes so that those behind them are found too."""
    lines = written = tuple(text.split("\n"))
    problems: list[Problem] = []
    mends: Counter[int] = Counter()
    for _ in range(_MOST_MENDED):
        try:
            tree = compose(text, most_nodes)
        except yaml.YAMLError as error:
            finding = diagnose(lines, error)
            column = min(finding.column, len(written[finding.line]))
            place = Place(path, first + finding.line, column + 1)
            if any(place == problem.place for problem in problems):
                break
            problems.append(finding.code.at(place, finding.message, finding.hint))
            mends[finding.line] += 1
            # A line that needs mending again and again is none of the usual mistakes.
            if finding.mended is None or mends[finding.line] > _MOST_MENDED_IN_LINE:
                break
            lines = finding.mended
        else:
            spaced = _unspaced_keys(lines) if isinstance(tree.value, str) else {}
            if not spaced:
                return _Mended(tree, text, tuple(problems), is_read=True)
            for number, (column, line) in spaced.items():
                place = Place(path, first + number, column)
                problems.append(codes.YAML_COLON.at(place, "a space is missing after this colon", f"write {line}"))
            lines = tuple(spaced[number][1] if number in spaced else line for number, line in enumerate(lines))
        text = "\n".join(lines)
    return _Mended(Tree(None, {}, (), WrittenForms()), text, tuple(problems), is_read=False)


def _unspaced_keys(lines: Sequence[str]) -> Mapping[int, tuple[int, str]]:
    """Find lines such as `title:Foo`, which YAML takes for a text: the column of each colon, and the line mended."""
    found = {}
    for number, line in enumerate(lines[:_MOST_MENDED]):
        key, colon, value = line.partition(":")
        if colon and value and value[0] != " " and key.isidentifier():
            found[number] = (len(key) + 1, f"{key}: {value.strip()}")
    return found


def _empty_keys(value: object, path: Path) -> Iterator[Path]:
    """List the keys that have no value."""
    if isinstance(value, dict):
        yield from ((*path, key) for key, inner in value.items() if inner is None)
    inners = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for part, inner in inners:
        if isinstance(inner, dict | list):
            yield from _empty_keys(inner, (*path, part))


def _without_empty(value: Any) -> Any:  # noqa: ANN401
    """Leave out keys that have no value: one that waits for its value says nothing."""
    if isinstance(value, dict):
        return {key: _without_empty(inner) for key, inner in value.items() if inner is not None}
    return [_without_empty(inner) for inner in value] if isinstance(value, list) else value


def check_values(model: type[M], found: Yaml, fallbacks: Mapping[str, Any], zone: str = "UTC") -> Checked[M]:
    """Check plain values against a model.

    Where a value is wrong its key is left out and the rest is checked again, so that every mistake is told
    and what can be read is read. `fallbacks` stand in for keys that the model cannot do without; `zone` is the
    site's time zone.
    """
    values = dict(found.values or {})
    reporter = ErrorReporter(model, found)
    problems: list[Problem] = [*lost(model, found, reporter), *islice(markup_in_words(found), MOST_REPORTED)]
    unread: set[str] = set()
    for _ in range(_MOST_PASSES):
        try:
            return Checked(model.model_validate(values, context={"zone": zone}), frozenset(unread), tuple(problems))
        except ValidationError as error:
            details = error.errors(include_url=False)
        problems += reporter.problems(details)
        for detail in details:
            key = str(detail["loc"][0]) if detail["loc"] else ""
            unread.add(key)
            if key in fallbacks:
                values[key] = fallbacks[key]
            else:
                values.pop(key, None)
        if any(not detail["loc"] for detail in details) or "withdrawn" in unread:
            # Keys that contradict each other are told once; none of them is believed.
            for key in ("status", "withdrawn"):
                values.pop(key, None)
    return Checked(None, frozenset(unread), tuple(problems))
