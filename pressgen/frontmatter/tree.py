"""YAML text goes in; plain values come out, with the position of every key and value, and what is not allowed.

The reader takes YAML's events (from libyaml where PyYAML has it) and builds nothing but texts, lists and mappings:
every scalar is the text that stands there. What a text means (a day, a country, a word) is decided by whoever
asked for it, so `NO` stays Norway, `on` a word and `2022-02-30` a text to be told about. This is the core schema
of YAML 1.2 as far as front matter needs it: nothing in it is a number or a boolean.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

import yaml

from pressgen.letters import BIDI, CONTROLS, curled, decoded
from pressgen.problems import Code, Place, Problem, codes
from pressgen.yaml_text import (
    NOTHINGS,
    Scalar,
    comment_hint,
    comments,
    empty_block,
    flow_end,
    is_bare,
    line_with,
    mended_flow,
    parser,
)

Path = tuple[str | int, ...]
"""Where a value stands within the front matter: keys, and the positions of list items counted from 0."""

DEEPEST = 12
MOST_NODES = 50_000
MOST_FAULTS = 100
_ZWSP = "\u200b"
_SEPARATORS = str.maketrans("\u2028\u2029", "\ufdd0\ufdd1")
_SEPARATED = str.maketrans("\ufdd0\ufdd1", "\u2028\u2029")
"""YAML 1.1, which the parsers read, ends lines at these separators; YAML 1.2 and every editor do not. While it
is read, two code points that are no characters stand for them."""


class Fault(NamedTuple):
    """What is wrong at a position of the text, counted in characters; `first` is that of what it repeats."""

    at: int
    code: Code
    message: str
    hint: str = ""
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """Where the keys and values of one front matter stand in its file.

    `at` holds the position of the key and of the value for each path, as characters from the text's beginning;
    `lines` holds where each line begins; `first` is the number of the first of these lines in the file. Where the
    text was mended, `lengths` holds how long its lines are in the file.
    """

    path: str
    first: int
    lines: tuple[int, ...]
    at: Mapping[Path, tuple[int, int]]
    lengths: tuple[int, ...] = ()

    def place_of(self, index: int) -> Place:
        """Give the place in the file of the character at `index`."""
        line = bisect_right(self.lines, index)
        column = index - self.lines[line - 1]
        if self.lengths:
            column = min(column, self.lengths[line - 1])
        return Place(self.path, self.first + line - 1, column + 1)

    def value(self, *path: str | int) -> Place:
        """Give the place of the value at `path`, or of the nearest value around it."""
        return self._place(path, 1)

    def key(self, *path: str | int) -> Place:
        """Give the place of the key (or list item) at `path`, or of the nearest around it."""
        return self._place(path, 0)

    def has(self, *path: str | int) -> bool:
        """Say whether the author wrote a value at `path`."""
        return path in self.at

    def _place(self, path: Path, which: int) -> Place:
        known: Path = ()
        for part in path:
            # One value may stand where a list is meant; its position in that list was never written.
            if (*known, part) in self.at:
                known = (*known, part)
        if not known:
            return Place(self.path, max(self.first - 1, 1))
        return self.place_of(self.at[known][which if len(known) == len(path) else 1])


@dataclass(slots=True)
class WrittenForms:
    """How an author wrote some values: what tells that words may be lost.

    `flows` are lists between brackets and mappings between braces, with where each begins and ends. `bare` are those
    mappings of them in which something is no key, and where the first such thing begins: a comma has cut it off from
    the text before. `nothings` are values that are words to an author and nothing to YAML; `curled` are texts that
    stand within curly quotation marks and no others, with where each ends.
    """

    flows: dict[Path, tuple[int, int]] = field(default_factory=dict)
    bare: dict[Path, int] = field(default_factory=dict)
    nothings: dict[Path, str] = field(default_factory=dict)
    curled: dict[Path, int] = field(default_factory=dict)


class Tree(NamedTuple):
    """What a text holds: its value (None where nothing stands), where everything stands, and what is wrong."""

    value: Any
    at: dict[Path, tuple[int, int]]
    faults: tuple[Fault, ...]
    written: WrittenForms


class _Frame:
    """A list or mapping that is being filled."""

    __slots__ = ("container", "flow", "index", "key", "key_end", "key_index", "path", "wanted")

    def __init__(self, container: dict[str, Any] | list[Any], path: Path, index: int, *, flow: bool) -> None:
        self.container = container
        self.path = path
        self.index = index
        self.flow = flow
        self.key_end = 0
        self.key: str | None = None
        self.key_index = 0
        self.wanted = True


class _Builder:
    """Builds one tree from events, without recursion, so that no depth of nesting can exhaust the stack."""

    def __init__(self, text: str, most_nodes: int) -> None:
        self.text = text
        self.hashed = "#" in text
        self.scalars: list[Scalar] = []
        self.escaped = "\\" in text
        self.entities = "&" in text and ";" in text
        self.separated = "\ufdd0" in text or "\ufdd1" in text
        self.stack: list[_Frame] = []
        self.root: Any = None
        self.at: dict[Path, tuple[int, int]] = {}
        self.faults: list[Fault] = []
        self.left = most_nodes
        self.documents = 0
        self.written = WrittenForms()

    def fault(self, index: int, code: Code, message: str, hint: str = "", first: int | None = None) -> None:
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(index, code, message, hint, first))

    def spend(self, index: int) -> bool:
        """Count one value; say whether there are too many."""
        self.left -= 1
        if self.left >= 0:
            return False
        self.fault(index, codes.ENORMOUS_FILE, "there are too many values here")
        return True

    def place(self, value: Any, index: int) -> Path:  # noqa: ANN401
        """Put a value where it belongs; give its path."""
        if not self.stack:
            self.root = value
            self.at[()] = (index, index)
            return ()
        frame = self.stack[-1]
        if isinstance(frame.container, list):
            path: Path = (*frame.path, len(frame.container))
            frame.container.append(value)
            self.at[path] = (index, index)
            return path
        key, frame.key = frame.key or "", None
        path = (*frame.path, key)
        if frame.wanted:
            frame.container[key] = value
            self.at[path] = (frame.key_index, index)
        else:
            path = (*frame.path, key, -1)
        return path

    def take_key(self, frame: _Frame, key: str, index: int, *, merge: bool, end: int = 0) -> None:
        """Remember a key of a mapping until its value comes."""
        frame.key, frame.key_index, frame.wanted = key, index, True
        if frame.flow and end and is_bare(self.text, end):
            self.written.bare.setdefault(frame.path, index)
            frame.wanted = False
        elif merge:
            self.fault(index, codes.YAML_ANCHOR, "merge keys (<<) are not used here", "write the keys out")
            frame.wanted = False
        elif key in frame.container:
            first = self.at[(*frame.path, key)][0]
            self.fault(index, codes.DOUBLED_KEY, f"the key '{shown(key)}' stands here twice", first=first)
            frame.wanted = False

    def scalar(self, event: Any) -> None:  # noqa: ANN401
        """Take a text: a key or a value."""
        index, end, plain = event.start_mark.index, event.end_mark.index, event.implicit[0]
        text = self.letters(event, index)
        frame = self.stack[-1] if self.stack else None
        if self.hashed:
            self.scalars.append(Scalar(index, end, event.style or ""))
        if frame and isinstance(frame.container, dict) and frame.key is None:
            self.take_key(frame, text, index, merge=plain and text == "<<", end=end)
            return
        if self.entities and "&" in text:
            text = self.seen(decoded(text).replace(_ZWSP, ""), index)
        if fault := empty_block(event.style, text):
            self.fault(index, codes.YAML_SYNTAX, *fault)
        nothing = plain and text in NOTHINGS
        wanted = frame is None or frame.wanted
        path = self.place(None if plain and (nothing or not text) else text, index)
        if wanted and nothing:
            self.written.nothings[path] = text
        elif wanted and plain and curled(text):
            self.written.curled[path] = end

    def letters(self, event: Any, index: int) -> str:  # noqa: ANN401
        """Give the letters of a text that can be seen, and tell of those that it may not have."""
        text = str(event.value)
        if event.anchor or (event.tag and not event.implicit[0]):
            self.not_allowed(event, index)
            text = f"&{event.anchor} {text}".strip() if event.anchor else text
        if _ZWSP in text:
            text = text.replace(_ZWSP, "")
        if self.separated:
            text = text.translate(_SEPARATED)
        return self.seen(text, index) if self.escaped else text

    def seen(self, value: str, index: int) -> str:
        """Tell of invisible characters that escapes stand for, and give the value without them."""
        for pattern, code in ((CONTROLS, codes.CONTROL_CHARACTER), (BIDI, codes.BIDI_CONTROL)):
            if pattern.search(value):
                message = "an escape or an entity stands for an invisible control character"
                self.fault(index, code, message, "remove the backslash or the ampersand, and its number")
                value = pattern.sub(" ", value)
        return value

    def lose(self, text: str) -> None:
        """Tell of what stands behind a value and is a comment to YAML: `Meeting #5`."""
        for comment in islice(comments(text, self.scalars), MOST_FAULTS):
            message = f"this is a comment to YAML and would be lost: {shown(comment.text, 40)}"
            self.fault(comment.at, codes.LOST_TEXT, message, comment_hint(text, comment))

    def not_allowed(self, event: Any, index: int) -> None:  # noqa: ANN401
        """Tell of an anchor or a tag."""
        what = f"anchor (&{shown(event.anchor)})" if event.anchor else f"tag ({shown(event.tag)})"
        self.fault(
            index,
            codes.YAML_ANCHOR,
            f"a YAML {what} is not used here",
            "put quotation marks around a text that begins with & or !",
        )

    def alias(self, event: Any) -> None:  # noqa: ANN401
        """Tell of an alias, and let its own letters stand in its place."""
        index = event.start_mark.index
        self.fault(
            index,
            codes.YAML_ANCHOR,
            f"a YAML alias (*{shown(event.anchor)}) is not used here",
            "write the value out; put quotation marks around a text that begins with *",
        )
        frame = self.stack[-1] if self.stack else None
        if frame and isinstance(frame.container, dict) and frame.key is None:
            self.take_key(frame, "", index, merge=False)
            frame.wanted = False
        else:
            self.place(f"*{event.anchor}", index)

    def open(self, event: Any, container: dict[str, Any] | list[Any]) -> bool:  # noqa: ANN401
        """Begin a list or mapping; say whether it lies too deep."""
        index = event.start_mark.index
        if event.anchor or event.tag:
            self.not_allowed(event, index)
        frame = self.stack[-1] if self.stack else None
        if frame and isinstance(frame.container, dict) and frame.key is None:
            hint = "put quotation marks around a text that begins with [ or { or ?"
            if frame.flow:
                end = flow_end(self.text, frame.index)
                written = mended_flow(self.text[frame.index : end], str.isidentifier)
                hint = f"put quotation marks around the whole text: {line_with(self.text, frame.index, end, written)}"
            self.fault(index, codes.YAML_SYNTAX, "a key must be a word, not a list or mapping", hint)
            return True
        if len(self.stack) >= DEEPEST:
            self.fault(index, codes.TOO_DEEP, f"values are nested more than {DEEPEST} deep")
            return True
        path = self.place(container, index)
        self.stack.append(_Frame(container, path, index, flow=event.flow_style))
        return False

    def close(self, event: Any) -> None:  # noqa: ANN401
        """End a list or mapping."""
        frame = self.stack.pop()
        if frame.flow:
            self.written.flows[frame.path] = (frame.index, event.end_mark.index)

    def take(self, event: Any) -> bool:  # noqa: ANN401
        """Take one event; say whether to stop."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self.scalar(event)
        elif kind is yaml.MappingStartEvent:
            return self.open(event, {}) or self.spend(event.start_mark.index)
        elif kind is yaml.SequenceStartEvent:
            return self.open(event, []) or self.spend(event.start_mark.index)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.close(event)
        elif kind is yaml.AliasEvent:
            self.alias(event)
        elif kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                self.fault(event.start_mark.index, codes.YAML_SYNTAX, "a second YAML document begins here")
                return True
        return kind is yaml.ScalarEvent and self.spend(event.start_mark.index)


def compose(text: str, most_nodes: int = MOST_NODES) -> Tree:
    """Read YAML; raise `yaml.YAMLError` where it cannot be read at all.

    Reading stops at the first value too many or too deep, so that no text takes long.
    """
    given = text
    if "\u2028" in text or "\u2029" in text:
        text = text.translate(_SEPARATORS)
    events = parser(text)
    builder = _Builder(text, most_nodes)
    whole = False
    while not whole:
        event = events.get_event()
        whole = event is None or type(event) is yaml.StreamEndEvent
        if not whole and builder.take(event):
            break
    if whole and builder.hashed:
        builder.lose(given)
    return Tree(builder.root, builder.at, tuple(builder.faults), builder.written)


@dataclass(frozen=True, slots=True)
class Yaml:
    """The plain values of some YAML, with their marks, and what is wrong; `whole` if all of it could be read.

    `empty` are the paths of keys that have no value; in `values` they are left out. `text` is what was read, and
    `written` how it was.
    """

    values: Mapping[str, Any] | None
    marks: Marks
    problems: tuple[Problem, ...]
    whole: bool
    empty: tuple[Path, ...] = ()
    text: str = ""
    written: WrittenForms = field(default_factory=WrittenForms)


def line_starts(text: str) -> tuple[int, ...]:
    """Give the index at which each line of a text begins; lines end with a line feed."""
    starts = [0]
    index = text.find("\n")
    while index >= 0:
        starts.append(index + 1)
        index = text.find("\n", index + 1)
    return tuple(starts)


def shown(text: object, most: int = 60) -> str:
    """Give a text for a message: on one line, and cut where it is long."""
    line = " ".join(str(text).split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def path_shown(path: Sequence[str | int]) -> str:
    """Write a path as an author reads it, items counted from 1: `participants[2].country`."""
    written = ""
    for part in path:
        if isinstance(part, int):
            written += f"[{part + 1}]"
        else:
            written += f".{shown(part, 40)}" if written else shown(part, 40)
    return written
