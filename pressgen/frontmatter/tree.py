"""Read YAML into plain values, with the position of every key and value, and what is not allowed.

The reader takes YAML's events (from libyaml where PyYAML has it) and builds nothing but texts, lists and mappings:
every scalar is the text that stands there. What a text means (a day, a country, a word) is decided by whoever
asked for it, so `NO` stays Norway, `on` a word and `2022-02-30` a text to be told about. This is the core schema
of YAML 1.2 as far as front matter needs it: nothing in it is a number or a boolean.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import Any, NamedTuple, NoReturn

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
        """Return the place in the file of the character at `index`."""
        line = bisect_right(self.lines, index)
        column = index - self.lines[line - 1]
        if self.lengths:
            column = min(column, self.lengths[line - 1])
        return Place(self.path, self.first + line - 1, column + 1)

    def value(self, *path: str | int) -> Place:
        """Return the place of the value at `path`, or of the nearest value around it."""
        return self._place(path, 1)

    def key(self, *path: str | int) -> Place:
        """Return the place of the key (or list item) at `path`, or of the nearest around it."""
        return self._place(path, 0)

    def has(self, *path: str | int) -> bool:
        """Return whether the author wrote a value at `path`."""
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


class _Stop(Exception):  # noqa: N818  # no error: reading ends
    """Reading ends here: there is too much, or something that no front matter holds."""


Hold = Callable[[Any], None]
"""Puts a value into the list or mapping that it belongs to."""


class _Reader:
    """Reads one text: a function for each sort of node, which takes PyYAML's events in their order.

    PyYAML's own nodes do not tell an alias from what it repeats, nor `!` before a text from a text without, and need
    all of a text before the first is there. A value is put into its place before what it holds is read, so that a text
    that is not read to its end gives what it has.
    """

    def __init__(self, text: str, most_nodes: int) -> None:
        self.text = text
        self.events = parser(text)
        self.hashed = "#" in text
        self.scalars: list[Scalar] = []
        self.escaped = "\\" in text
        self.entities = "&" in text and ";" in text
        self.separated = "\ufdd0" in text or "\ufdd1" in text
        self.root: Any = None
        self.at: dict[Path, tuple[int, int]] = {}
        self.faults: list[Fault] = []
        self.left = most_nodes
        self.depth = 0
        self.written = WrittenForms()

    def next(self) -> Any:  # noqa: ANN401  # events have no types
        return self.events.get_event()

    def fault(self, index: int, code: Code, message: str, hint: str = "", first: int | None = None) -> None:
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(index, code, message, hint, first))

    def count(self, index: int) -> None:
        """Count one key or value; stop where there are too many."""
        self.left -= 1
        if self.left < 0:
            self.fault(index, codes.ENORMOUS_FILE, "there are too many values here")
            raise _Stop

    def document(self) -> None:
        """Read the one document that a text may hold."""

        def hold(value: object) -> None:
            self.root = value

        self.next()  # the stream begins
        if type(self.next()) is yaml.StreamEndEvent:
            return
        self.value(self.next(), (), hold)
        self.next()  # the document ends
        event = self.next()
        index = event.start_mark.index
        if type(event) is yaml.DocumentStartEvent:
            self.fault(index, codes.YAML_SYNTAX, "a second YAML document begins here")
            raise _Stop

    def value(self, event: Any, path: Path, hold: Hold | None, key_at: int | None = None) -> None:  # noqa: ANN401
        """Read the value that begins with an event; without `hold` it is read and dropped."""
        index = event.start_mark.index
        if type(event) is yaml.AliasEvent:
            self.alias(event)
            self.put(f"*{event.anchor}", event, path, hold, key_at)
        elif type(event) is yaml.ScalarEvent:
            self.scalar(event, path, hold, key_at)
            self.count(index)
        else:
            self.collection(event, path, hold, key_at)

    def put(self, value: Any, event: Any, path: Path, hold: Hold | None, key_at: int | None) -> None:  # noqa: ANN401
        if hold:
            index = event.start_mark.index
            self.at[path] = (index if key_at is None else key_at, index)
            hold(value)

    def collection(self, start: Any, path: Path, hold: Hold | None, key_at: int | None) -> None:  # noqa: ANN401
        """Read a list or a mapping."""
        index = start.start_mark.index
        if start.anchor or start.tag:
            self.not_allowed(start, index)
        if self.depth >= DEEPEST:
            self.fault(index, codes.TOO_DEEP, f"values are nested more than {DEEPEST} deep")
            raise _Stop
        is_list = type(start) is yaml.SequenceStartEvent
        container: Any = [] if is_list else {}
        self.put(container, start, path, hold, key_at)
        self.count(index)
        self.depth += 1
        end = self.items(container, path) if is_list else self.entries(start, container, path)
        self.depth -= 1
        if start.flow_style:
            self.written.flows[path] = (index, end.end_mark.index)

    def items(self, items: list[Any], path: Path) -> Any:  # noqa: ANN401
        """Read the items of a list; return the event of its end."""
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            self.value(event, (*path, len(items)), items.append)
        return event

    def entries(self, start: Any, entries: dict[str, Any], path: Path) -> Any:  # noqa: ANN401
        """Read the keys and values of a mapping; return the event of its end."""
        while type(event := self.next()) is not yaml.MappingEndEvent:
            index = event.start_mark.index
            key, wanted = self.key(event, start, entries, path)
            hold = partial(entries.__setitem__, key) if wanted else None
            self.value(self.next(), (*path, key) if wanted else (*path, key, -1), hold, index)
        return event

    def key(self, event: Any, start: Any, entries: Mapping[str, Any], path: Path) -> tuple[str, bool]:  # noqa: ANN401
        """Read a key of a mapping that began with `start`; say whether its value is wanted."""
        index = event.start_mark.index
        if type(event) is yaml.AliasEvent:
            self.alias(event)
            return "", False
        if type(event) is not yaml.ScalarEvent:
            self.no_word(event, start)
        key = self.letters(event, index)
        end = self.note(event)
        wanted = False
        if start.flow_style and is_bare(self.text, end):
            self.written.bare.setdefault(path, index)
        elif key == "<<" and event.implicit[0]:
            self.fault(index, codes.YAML_ANCHOR, "merge keys (<<) are not used here", "write the keys out")
        elif key in entries:
            message = f"the key '{shown(key)}' stands here twice"
            self.fault(index, codes.DOUBLED_KEY, message, first=self.at[(*path, key)][0])
        else:
            wanted = True
        self.count(index)
        return key, wanted

    def no_word(self, event: Any, start: Any) -> NoReturn:  # noqa: ANN401
        """Report a list or mapping in the place of a key, and stop."""
        index, begun = event.start_mark.index, start.start_mark.index
        if event.anchor or event.tag:
            self.not_allowed(event, index)
        hint = "put quotation marks around a text that begins with [ or { or ?"
        if start.flow_style:
            end = flow_end(self.text, begun)
            written = mended_flow(self.text[begun:end], str.isidentifier)
            hint = f"put quotation marks around the whole text: {line_with(self.text, begun, end, written)}"
        self.fault(index, codes.YAML_SYNTAX, "a key must be a word, not a list or mapping", hint)
        raise _Stop

    def scalar(self, event: Any, path: Path, hold: Hold | None, key_at: int | None) -> None:  # noqa: ANN401
        """Read a text."""
        index, plain = event.start_mark.index, event.implicit[0]
        text = self.letters(event, index)
        end = self.note(event)
        if self.entities and "&" in text:
            text = self.seen(decoded(text).replace(_ZWSP, ""), index)
        if fault := empty_block(event.style, text):
            self.fault(index, codes.YAML_SYNTAX, *fault)
        is_nothing = plain and text in NOTHINGS
        self.put(None if plain and (is_nothing or not text) else text, event, path, hold, key_at)
        if hold and is_nothing:
            self.written.nothings[path] = text
        elif hold and plain and curled(text):
            self.written.curled[path] = end

    def note(self, event: Any) -> int:  # noqa: ANN401
        """Note where a text stands if there may be comments; return where it ends."""
        end: int = event.end_mark.index
        if self.hashed:
            self.scalars.append(Scalar(event.start_mark.index, end, event.style or ""))
        return end

    def letters(self, event: Any, index: int) -> str:  # noqa: ANN401
        """Return the letters of a text that can be seen, and report those that it may not have."""
        text = str(event.value)
        if event.anchor or (event.tag and not event.implicit[0]) or self.text.startswith("!", index):
            self.not_allowed(event, index)
            text = f"&{event.anchor} {text}".strip() if event.anchor else text
        if _ZWSP in text:
            text = text.replace(_ZWSP, "")
        if self.separated:
            text = text.translate(_SEPARATED)
        return self.seen(text, index) if self.escaped else text

    def seen(self, value: str, index: int) -> str:
        """Report invisible characters that escapes stand for, and return the value without them."""
        for pattern, code in ((CONTROLS, codes.CONTROL_CHARACTER), (BIDI, codes.BIDI_CONTROL)):
            if pattern.search(value):
                message = "an escape or an entity stands for an invisible control character"
                self.fault(index, code, message, "remove the backslash or the ampersand, and its number")
                value = pattern.sub(" ", value)
        return value

    def lose(self, text: str) -> None:
        """Report what stands behind a value and is a comment to YAML: `Meeting #5`."""
        for comment in islice(comments(text, self.scalars), MOST_FAULTS):
            message = f"this is a comment to YAML and would be lost: {shown(comment.text, 40)}"
            self.fault(comment.at, codes.LOST_TEXT, message, comment_hint(text, comment))

    def not_allowed(self, event: Any, index: int) -> None:  # noqa: ANN401
        """Report an anchor or a tag."""
        what = f"anchor (&{shown(event.anchor)})" if event.anchor else f"tag ({shown(event.tag or '!')})"
        hint = "put quotation marks around a text that begins with & or !"
        self.fault(index, codes.YAML_ANCHOR, f"a YAML {what} is not used here", hint)

    def alias(self, event: Any) -> None:  # noqa: ANN401
        """Report an alias; its own letters stand in its place."""
        message = f"a YAML alias (*{shown(event.anchor)}) is not used here"
        hint = "write the value out; put quotation marks around a text that begins with *"
        self.fault(event.start_mark.index, codes.YAML_ANCHOR, message, hint)


def compose(text: str, most_nodes: int = MOST_NODES) -> Tree:
    """Read YAML; raise `yaml.YAMLError` where it cannot be read at all.

    Reading stops at the first value too many or too deep, so that no text takes long.
    """
    reader = _Reader(text.translate(_SEPARATORS) if "\u2028" in text or "\u2029" in text else text, most_nodes)
    with suppress(_Stop):
        reader.document()
        if reader.hashed:
            reader.lose(text)
    return Tree(reader.root, reader.at, tuple(reader.faults), reader.written)


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
    """List the index at which each line of a text begins; lines end with a line feed."""
    starts = [0]
    index = text.find("\n")
    while index >= 0:
        starts.append(index + 1)
        index = text.find("\n", index + 1)
    return tuple(starts)


def shown(text: object, most: int = 60) -> str:
    """Return a text for a message: on one line, and cut where it is long."""
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
