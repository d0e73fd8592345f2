"""Turn the tree of a text into blocks: sanitise their HTML, cut it into pieces, and read its plain text."""

from __future__ import annotations

import re
from html import escape
from xml.etree.ElementTree import Element

from pressgen.model import Block, BlockKind
from pressgen.text.block_reader import BlockElement
from pressgen.text.holes import pieces_of
from pressgen.text.inline import Html, Plain
from pressgen.text.plain import text_of
from pressgen.text.safety import CLEANER, VOID

# Characters that the sanitiser would change in an attribute.
_WRITTEN_OTHERWISE = re.compile("[&<>\"'\u00a0]")


def block_of(element: Element) -> Block | None:
    """Sanitise one block by itself, so that it cannot reach into the next; None if nothing is left of it."""
    html = _html_of(element)
    html = html.replace("\u00a0", "&nbsp;") if _holds_text_alone(element) else CLEANER.clean(html)
    text = text_of(html)
    if not text and "<img" not in html:
        return None
    kind: BlockKind = element.kind if isinstance(element, BlockElement) else "html"
    level = element.level if isinstance(element, BlockElement) else 0
    anchor = element.get("id") or next((child.get("id", "") for child in element.iter("li")), "")
    return Block(kind=kind, anchor=anchor, pieces=pieces_of(html, kind), text=text, level=level)


_MAY_HOLD = {
    **dict.fromkeys(("p", "h2", "h3", "h4", "h5", "h6"), frozenset[str]()),
    **dict.fromkeys(("ol", "ul"), frozenset({"li"})),
    "li": frozenset({"p", "ol", "ul"}),
}


def _holds_text_alone(element: Element, within: frozenset[str] = frozenset(_MAY_HOLD)) -> bool:
    """True if an element holds nothing that an author could have turned into markup.

    The sanitiser would return such HTML as it is, except for spaces that do not break, which it writes as entities.
    Most blocks of most texts are like this and need not be parsed.
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
