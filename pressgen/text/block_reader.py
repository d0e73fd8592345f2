"""What all readers of blocks share: the tree that they add to, the ids of the page, and the words of a block."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from pressgen.model import BlockKind
from pressgen.text.anchors import Anchors
from pressgen.text.inline import Html, Inline
from pressgen.text.joining import JoinedLines
from pressgen.text.marks import indent_of
from pressgen.text.reading import SourceLine, Spot, TextReading


class BlockElement(Element):
    """A block at the top of the tree; `kind` and `level` are those of the `Block` that it becomes."""

    kind: BlockKind
    level: int = 0


class BlockReader(ABC):
    """Adds the blocks of one text to the tree at `root`; `lists`, `tables` and `html_blocks` read theirs with it."""

    def __init__(self, reading: TextReading) -> None:
        self.reading = reading
        self.root = Element("div")
        self.anchors = Anchors()
        self.inline = Inline(reading, self.anchors)
        self.ends: dict[tuple[int, str], tuple[Sequence[SourceLine], dict[int, int]]] = {}
        """Where HTML elements end, as `html_blocks` has found for lists of lines."""

    @abstractmethod
    def parse(self, parent: Element, lines: Sequence[SourceLine], depth: int, *, item: bool = False) -> None:
        """Read the blocks of `lines` into `parent`. In an `item` of a list, indented marks begin lists."""

    @staticmethod
    def spot(line: SourceLine) -> Spot:
        """Return the place of the first character of a line that is not a space."""
        return Spot(line.number, line.column + indent_of(line.text))

    def piece(self, tag: str, kind: BlockKind, parent: Element) -> BlockElement:
        """Add an element to `parent`. Its kind matters only at the top of the tree."""
        element = BlockElement(tag)
        element.kind = kind
        parent.append(element)
        return element

    def words(self, element: Element, passage: JoinedLines) -> Html:
        """Write the HTML of a text. If the text as a whole is in a foreign language, `element` gets the language."""
        foreign = self.reading.scripts.attributes(passage.text) if self.reading.marking else {}
        if not foreign:
            return self.inline.passage(passage)
        for name, value in foreign.items():
            element.set(name, value)
        with self.reading.speaking(foreign["lang"]):
            return self.inline.passage(passage)
