"""Read a built page for the checker: its text, its ids and its links."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

# What stands in these attributes is fetched or gone to.
_POINTERS = ("href", "src", "data", "poster", "action", "cite", "xlink:href")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


@dataclass
class ReadPage(HTMLParser):
    """One page, read once from its first letter to its last."""

    links: list[str] = field(default_factory=list)
    """Everything it points to, as written."""
    ways: list[str] = field(default_factory=list)
    """What a reader can go to from it."""
    ids: Counter[str] = field(default_factory=Counter)
    names: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)
    alternates: dict[str, str] = field(default_factory=dict)
    """The page in other languages, by their tags."""
    files: list[tuple[str, str]] = field(default_factory=list)
    """The files for machines that it names: each type with its address."""
    canonical: list[str] = field(default_factory=list)
    language: str = ""
    direction: str = ""
    title: str = ""
    headings: int = 0
    """How many headings of the first level it has."""
    referred: list[str] = field(default_factory=list)
    """The ids that labels and descriptions in it refer to."""
    indexed: bool = True
    redirect: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._within: str = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self._within = tag if tag in ("title", "script") else self._within
        self._note(tag, attributes)
        self.links.extend(attributes[name] for name in _POINTERS if name in attributes and tag not in ("base", "data"))
        for name in ("srcset", "imagesrcset"):
            self.links.extend(one.split()[0] for one in attributes.get(name, "").split(",") if one.strip())
        if tag in ("a", "area") and "href" in attributes:
            self.ways.append(attributes["href"])
        elif tag == "link":
            self._note_link(attributes)
        elif tag == "meta":
            self._note_meta(attributes)

    def _note(self, tag: str, attributes: dict[str, str]) -> None:
        if "id" in attributes:
            self.ids[attributes["id"]] += 1
        if tag == "a" and attributes.get("name"):
            self.names.add(attributes["name"])
        self.classes.update(attributes.get("class", "").split())
        self.headings += tag == "h1"
        if tag == "html":
            self.language = attributes.get("lang", "")
        if tag in ("html", "body"):
            self.direction = attributes.get("dir", self.direction)
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list", "form"):
            self.referred.extend(attributes.get(name, "").split())
        self._configuration = tag == "script" and attributes.get("id") == "__config"

    def _note_link(self, attributes: dict[str, str]) -> None:
        relations = attributes.get("rel", "").split()
        if "canonical" in relations:
            self.canonical.append(attributes.get("href", ""))
        if "alternate" in relations and "hreflang" in attributes and "type" not in attributes:
            self.alternates[attributes["hreflang"]] = attributes.get("href", "")
        elif "alternate" in relations:
            self.files.append((attributes.get("type", ""), attributes.get("href", "")))

    def _note_meta(self, attributes: dict[str, str]) -> None:
        if attributes.get("name") == "robots":
            self.indexed = "noindex" not in attributes.get("content", "")
        if attributes.get("http-equiv", "").lower() == "refresh":
            _, _, target = attributes.get("content", "").partition("=")
            self.redirect = target.strip().strip("'\"") or "."
            self.links.append(self.redirect)
            self.ways.append(self.redirect)

    def handle_data(self, data: str) -> None:
        if self._within == "title":
            self.title += data
        elif self._within == "script" and self._configuration:
            # What the theme's script fetches: the site's root and, on pages of docs/, its worker for the search.
            linked_data = json.loads(data)
            self.links += [f"{linked_data['base']}/", *filter(None, [linked_data.get("search")])]

    def handle_endtag(self, tag: str) -> None:
        if tag == self._within:
            self._within = ""


def read_page(html: str) -> ReadPage:
    """Read a page."""
    page = ReadPage()
    page.feed(html)
    page.close()
    return page
