"""The body rules of a release as one extension of Python-Markdown: official text in, safe HTML out.

markdown.Markdown(extensions=[PrintedText()]).convert(source)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.util import Registry

from pressgen.model import Block, BlockKind
from pressgen.text.blocks import BlockElement, PrintedBlocks
from pressgen.text.filling import Filling, fill
from pressgen.text.holes import pieces_of
from pressgen.text.inline import Html, Plain
from pressgen.text.lines import printable
from pressgen.text.plain import text_of
from pressgen.text.reading import Reading
from pressgen.text.safety import CLEANER, VOID

# Characters that an attribute may not hold as they are.
_WRITTEN_OTHERWISE = re.compile("[&<>\"'\u00a0]")


class PrintedText(Extension):
    """Shows the printed text as it is printed, and lets nothing active pass.

    It brings its own blocks, inline rules and sanitiser and takes out Python-Markdown's, so that no other
    extension's patterns change an official text. `language` is the text's, `languages` are the site's: they decide
    how foreign scripts are marked. After `convert`, `reading` holds the problems, and `blocks` what was made.
    """

    def __init__(self, *, language: str = "en", languages: Sequence[str] = ()) -> None:
        super().__init__()
        self.language = language
        self.languages = tuple(languages)
        self.reading = Reading(language, self.languages)
        self.blocks: list[Block] = []
        self._next: Reading | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # its name in Python-Markdown
        """Put the rules in the place of Python-Markdown's own."""
        self.parser = PrintedBlocks(md)
        md.parser = self.parser
        md.preprocessors = Registry()
        md.preprocessors.register(_Beginning(md, self), "printed", 0)
        md.inlinePatterns = Registry()
        md.treeprocessors = Registry()
        md.postprocessors = Registry()
        md.stripTopLevelTags = False
        # Python-Markdown chooses its serializer by name after extensions have been loaded.
        md.output_formats = dict.fromkeys(md.output_formats, self._serialise)  # type: ignore[misc]  # this instance only

    def prepare(self, reading: Reading) -> None:
        """Say what the next conversion is of."""
        self._next = reading

    def begin(self) -> None:
        """Begin a conversion."""
        self.reading = self._next or Reading(self.language, self.languages)
        self._next = None
        self.blocks = []
        self.parser.begin(self.reading)

    def _serialise(self, root: Element) -> str:
        self.blocks = [block for child in root if (block := _block_of(child))]
        return "\n".join(fill(block, Filling()) for block in self.blocks)


class _Beginning(Preprocessor):
    """Begins each conversion, and gives the lines of a text without what is never printed."""

    def __init__(self, md: Markdown, extension: PrintedText) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        self.extension.begin()
        return printable("\n".join(lines)).split("\n")


def _block_of(piece: Element) -> Block | None:
    """Give a block of the model, cleaned by itself, so that no block can reach into the next."""
    html = _html_of(piece)
    html = html.replace("\u00a0", "&nbsp;") if _holds_text_alone(piece) else CLEANER.clean(html)
    text = text_of(html)
    if not text and "<img" not in html:
        return None
    kind: BlockKind = piece.kind if isinstance(piece, BlockElement) else "html"
    level = piece.level if isinstance(piece, BlockElement) else 0
    anchor = piece.get("id") or next((child.get("id", "") for child in piece.iter("li")), "")
    return Block(kind=kind, anchor=anchor, pieces=pieces_of(html, kind), text=text, level=level)


_MAY_HOLD = {
    **dict.fromkeys(("p", "h2", "h3", "h4", "h5", "h6"), frozenset[str]()),
    **dict.fromkeys(("ol", "ul"), frozenset({"li"})),
    "li": frozenset({"p", "ol", "ul"}),
}


def _holds_text_alone(element: Element, within: frozenset[str] = frozenset(_MAY_HOLD)) -> bool:
    """Say whether an element holds nothing that an author could have made markup of.

    The sanitiser would give such HTML back as it is, but for the spaces that do not break, which it writes as
    entities: most blocks of most texts are such, and need not be parsed to know it.
    """
    if element.tag not in within or (element.text and type(element.text) is not Plain):
        return False
    if any(_WRITTEN_OTHERWISE.search(value) for value in element.attrib.values()):
        return False
    may_hold = _MAY_HOLD[element.tag]
    return all(_holds_text_alone(child, may_hold) for child in element)


def _html_of(element: Element) -> str:
    parts: list[str] = []
    _write(element, parts)
    return "".join(parts)


def _write(element: Element, parts: list[str]) -> None:
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in element.items())
    parts.append(f"<{element.tag}{attributes}>")
    if text := element.text:
        parts.append(text if isinstance(text, Html) else escape(text, quote=False))
    for child in element:
        _write(child, parts)
    if element.tag not in VOID:
        parts.append(f"</{element.tag}>")
