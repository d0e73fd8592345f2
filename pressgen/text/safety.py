"""Decide what may be published of the HTML that an author writes.

There are two walls. `Tags` reads the tags of an author, keeps the elements and attributes of an allow-list, and reports
everything else with its place. The `CLEANER`, nh3 (ammonia), then parses each block as a browser would and keeps
nothing that is not on the list; safety rests on it and not on our reading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape, unescape

import nh3

from pressgen.problems import codes
from pressgen.text.joining import BREAK
from pressgen.text.reading import Spot, TextReading
from pressgen.text.targets import is_active, is_outside, target_of


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


_ANY_ELEMENT = _names("lang dir title")
_CELL = _names("colspan rowspan scope")
ALLOWED: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        _names(
            "abbr address b bdi bdo blockquote br caption cite code dd del dfn div dl dt em figcaption figure hr i "
            "ins kbd li mark p q rp rt ruby s samp section small span strong sub sup table tbody td tfoot th "
            "thead time tr u ul var wbr"
        ),
        frozenset(),
    ),
    "a": _names("href"),
    "img": _names("src alt"),
    "ol": _names("start type reversed"),
    "li": _names("value"),
    "td": _CELL,
    "th": _CELL,
    "time": _names("datetime"),
    "col": _names("span"),
    "colgroup": _names("span"),
}
VOID = _names("br hr img wbr col")
# HTML itself closes these before the next of their kind and at the end of their parent.
_ENDS_ITSELF = _names("li dt dd tr td th thead tbody tfoot rt rp colgroup")

ACTIVE = _names(
    "script style iframe frame frameset object embed applet param form input button select option optgroup textarea "
    "label fieldset legend datalist output keygen isindex svg math template noscript noembed noframes meta base link "
    "title head html body portal slot video audio source track canvas map area dialog xmp plaintext listing "
    "image foreignobject"
)
_NO_TEXT = _names("script style svg math template title textarea select noembed noframes xmp")
PRESENTATIONAL = _names(
    "font center big tt strike blink marquee nobr acronym dir basefont h1 h2 h3 h4 h5 h6 hgroup pre article aside nav "
    "main header footer details summary menu picture data meter progress search spacer layer"
)
KNOWN = frozenset(ALLOWED) | ACTIVE | PRESENTATIONAL
# What begins a block of HTML where it begins a line.
BLOCKS = _names(
    "address blockquote div dl figure hr ol p section table ul article aside center details footer form header main "
    "nav pre script style iframe object svg math template noscript frameset h1 h2 h3 h4 h5 h6 fieldset select textarea "
    "video audio canvas dialog map head html body menu"
)

TAG = re.compile(
    r"""<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*(?::[A-Za-z]+)?)(?=[\s/>\x1d])"""
    r"""(?P<rest>(?>(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*))>"""
)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_OFFICE = re.compile(r"(?:o|v|w|m|st1):", re.IGNORECASE)
# What a browser would read as a tag, although `TAG` does not.
_LOOSE = re.compile(r"</?\s*(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<rest>[^<>]{0,2000})")
_HANDLER = re.compile(r"(?:^|[\s\"'/])on[a-z]+\s*=", re.IGNORECASE)
DEEPEST = 40

CLEANER = nh3.Cleaner(
    tags={*ALLOWED, "h2", "h3", "h4", "h5", "h6"},
    clean_content_tags={"script", "style"},
    attributes={
        "*": {*_ANY_ELEMENT, "id", "class"},
        "a": {"href", "rel"},
        "img": {"src", "alt"},
        **{name: set(allowed) for name, allowed in ALLOWED.items() if allowed and name not in {"a", "img"}},
    },
    url_schemes={"http", "https", "mailto", "tel", "pressgen"},
    link_rel=None,
)


@dataclass(slots=True)
class _Open:
    name: str
    part: int
    spot: Spot
    says_language: bool


@dataclass(slots=True)
class Tags:
    """The tags that an author wrote in one block: those that are open, and the HTML in place of each."""

    reading: TextReading
    parts: list[str]
    spot_of: Callable[[int], Spot]
    stack: list[_Open] = field(default_factory=list)
    ended_early: Counter[str] = field(default_factory=Counter)
    _endless: set[str] = field(default_factory=set)

    def read(self, tag: re.Match[str]) -> int | None:
        """Write a tag as far as it may be published; return where the text continues, or None if it is no tag."""
        name = tag["name"].lower()
        if name not in KNOWN and not _OFFICE.match(name):
            return None
        spot = self.spot_of(tag.start())
        if name in ALLOWED:
            if tag["end"]:
                self._end(name, spot)
            else:
                self._begin(name, tag, spot)
            return tag.end()
        return self._refuse(name, tag, spot)

    def loose(self, text: str, start: int) -> None:
        """Report what looks like an active tag that was never finished; it is text."""
        match = _LOOSE.match(text, start)
        if match and (
            match["name"].lower() in ACTIVE or (match["name"].lower() in KNOWN and _HANDLER.search(match["rest"]))
        ):
            self._unsafe(f"<{match['name'].lower()}> is not published", self.spot_of(start))

    def close(self) -> None:
        """Report the elements that are open at the end of a block, and end them."""
        while self.stack:
            left = self.stack.pop()
            if left.name in _ENDS_ITSELF:
                self.parts.append(f"</{left.name}>")
                continue
            self._unclosed(left)
            self.parts.append(f"</{left.name}>")

    @property
    def says_language(self) -> bool:
        """True if an open element says what language the text is in."""
        return any(element.says_language for element in self.stack)

    def _begin(self, name: str, tag: re.Match[str], spot: Spot) -> None:
        attributes = self.attributes_of(name, tag["rest"], spot)
        if name == "img" and not attributes.get("src"):
            return
        written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
        if name not in VOID:
            if len(self.stack) >= DEEPEST:
                return
            self.stack.append(_Open(name, len(self.parts), spot, "lang" in attributes))
        self.parts.append(f"<{name}{written}>")

    def _end(self, name: str, spot: Spot) -> None:
        if name in VOID:
            return
        if self.ended_early[name]:
            self.ended_early[name] -= 1
            return
        if not any(element.name == name for element in self.stack):
            self.reading.report(
                codes.UNCLOSED_HTML,
                spot,
                f"</{name}> ends an element that is not open here",
                f"open it with <{name}> or remove it",
            )
            return
        while (inner := self.stack.pop()).name != name:
            if inner.name not in _ENDS_ITSELF:
                self._unclosed(inner)
                self.ended_early[inner.name] += 1
            self.parts.append(f"</{inner.name}>")
        self.parts.append(f"</{name}>")

    def _refuse(self, name: str, tag: re.Match[str], spot: Spot) -> int:
        """Leave a tag out and report it. The text of a script is left out too, other text stays."""
        if name not in ACTIVE:
            if not tag["end"]:
                self.reading.report(
                    codes.PRESENTATIONAL_HTML,
                    spot,
                    f"<{name}> only says how text looks and is left out; its text stays",
                    "write headings with ##, emphasis with * and leave the looks to the site",
                )
                self.attributes_of(name, tag["rest"], spot)
            return tag.end()
        if not tag["end"]:
            self._unsafe(f"<{name}> is not published", spot)
        if name in _NO_TEXT and not tag["end"] and not tag["rest"].rstrip().endswith("/") and name not in self._endless:
            end = re.compile(rf"</{name}[^<>]*>", re.IGNORECASE).search(tag.string, tag.end())
            if end:
                return end.end()
            self._endless.add(name)
        return tag.end()

    def attributes_of(self, name: str, rest: str, spot: Spot) -> dict[str, str]:
        """Return the attributes of a tag that may be published, and report others that would do something."""
        kept: dict[str, str] = {}
        for attribute in _ATTRIBUTE.finditer(rest.replace(BREAK, " ")):
            key = attribute[1].lower()
            written = unescape(attribute[2] or attribute[3] or attribute[4] or "")
            value = (self.reading.seen(written, spot) if "&" in attribute[0] else written).strip()
            if (key.startswith("on") and key != "on") or key in {"style", "srcdoc", "formaction"}:
                self._unsafe(f"{key} on <{name}> is not published", spot)
            elif is_active(value) and key not in {"title", "alt"}:
                self._unsafe(f"the address {value[:60]!r} is not published", spot)
            elif key in {"href", "src"} and key in ALLOWED.get(name, ()):
                kept |= self._address(key, value, spot)
            elif key not in kept and (key in _ANY_ELEMENT or key in ALLOWED.get(name, ())):
                kept[key] = value
        if name == "img":
            kept.setdefault("alt", "")
            if not kept["alt"]:
                report_missing_alt(self.reading, spot)
        return kept

    def _address(self, key: str, value: str, spot: Spot) -> dict[str, str]:
        picture = key == "src"
        address = target_of(value, picture=picture) or target_of(f"<{value}>", picture=picture)
        if not address:
            self._unsafe(f"the address {value[:60]!r} is not published", spot, "use https:, mailto: or a file's path")
            return {}
        if is_outside(address):
            if picture:
                report_outside_picture(self.reading, address, spot)
                return {}
            return {"href": address} | ({"rel": OUTSIDE} if address.lower().startswith("http") else {})
        return {key: self.reading.address(address, spot, picture=picture)}

    def _unsafe(
        self, message: str, spot: Spot, hint: str = "remove it; a release is words, links and pictures"
    ) -> None:
        self.reading.report(codes.UNSAFE_HTML, spot, message, hint)

    def _unclosed(self, left: _Open) -> None:
        self.reading.report(
            codes.UNCLOSED_HTML,
            left.spot,
            f"<{left.name}> is not closed where its surroundings end",
            f"close it with </{left.name}> in the same paragraph, in the order of opening",
        )


OUTSIDE = "external noopener"


def report_missing_alt(reading: TextReading, spot: Spot) -> None:
    """Report a picture without a text for those who cannot see it."""
    reading.report(
        codes.MISSING_ALT,
        spot,
        "a picture has no alternative text",
        "say in the brackets what it shows: ![The Ministers sign](photo.jpg)",
    )


def report_outside_picture(reading: TextReading, address: str, spot: Spot) -> None:
    """Report a picture on another site; nothing is ever loaded from there."""
    reading.report(
        codes.MISSING_PICTURE,
        spot,
        f"the picture {address[:80]!r} lies on another site",
        "put the picture into the release's folder",
    )
