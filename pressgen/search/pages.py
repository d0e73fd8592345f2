"""Read the passages of a page of `docs/` from its HTML, each with its nearest anchor."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass(frozen=True, slots=True)
class PagePassage:
    """A paragraph, heading, item or cell: its plain text, and the nearest anchor at or above it, or nothing."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class PagePart:
    """A page in one language: its title, its address and its text."""

    language: str
    title: str
    address: str
    passages: tuple[PagePassage, ...]


@dataclass(frozen=True, slots=True)
class PageText:
    """A page of `docs/` in the languages that it has, in the site's order.

    `name` is its address as it is in the site's first language, whether it has that one or not.
    """

    name: str
    parts: tuple[PagePart, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it has."""
        return tuple(part.language for part in self.parts)

    def part_for(self, language: str) -> PagePart:
        """Return the page in a language, or in the first that it has."""
        return next((part for part in self.parts if part.language == language), self.parts[0])


def passages(html: str) -> tuple[PagePassage, ...]:
    """Read the passages of a page in the order of reading; scripts, styles and pictures have none."""
    parser = _PassageParser()
    parser.feed(html)
    parser.close()
    parser.end_passage()
    return tuple(parser.passages)


_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "mark", "output", "q", "rp", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
    "tt", "u", "var", "wbr",
})  # fmt: skip
_SILENT = frozenset({
    "script", "style", "svg", "math", "template", "noscript", "object", "iframe", "rt", "select", "button", "head",
    "title",
})  # fmt: skip
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))


@dataclass
class _PassageParser(HTMLParser):
    """Collects passages; an element that is not part of a line ends the one before it."""

    passages: list[PagePassage] = field(default_factory=list)
    anchor: str = ""
    text: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.silent or tag in _SILENT or _is_permalink(tag, attrs):
            if tag not in _VOID:
                self.silent.append(tag)
            return
        if tag not in _INLINE:
            self.end_passage()
        if tag in _HEADINGS:
            self.anchor = next((value for name, value in attrs if name == "id" and value), self.anchor)

    def handle_endtag(self, tag: str) -> None:
        if self.silent:
            if tag in self.silent:
                del self.silent[len(self.silent) - 1 - self.silent[::-1].index(tag) :]
            return
        if tag not in _INLINE:
            self.end_passage()

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.text.append(data)

    def end_passage(self) -> None:
        """End the current passage, unless it has no word."""
        text = " ".join("".join(self.text).split())
        self.text = []
        if text:
            self.passages.append(PagePassage(self.anchor, text))


_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"
})  # fmt: skip


def _is_permalink(tag: str, attrs: list[tuple[str, str | None]]) -> bool:
    return tag == "a" and any(name == "class" and value and "headerlink" in value.split() for name, value in attrs)
