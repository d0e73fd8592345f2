"""A text and the languages of a site go in; the text as HTML comes out, foreign scripts marked with `lang` and `dir`.

A reader's browser chooses fonts, line breaks and voices by `lang`: a Khmer name in an English sentence, or a Latin
one in an Arabic sentence, has to say what it is. Which language a foreign run is in cannot be known from its
letters; it is taken to be the site's own language written in that script, or else the script's most usual one.

The table holds the letters and marks of each script (Unicode 15.1, property Script), for the scripts that CLDR
knows living languages of. Digits and punctuation belong to no script. A table, because the standard library
knows no scripts: names of characters would have to be looked up one by one, a regular expression scans a
paragraph in microseconds.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape

from pressgen.languages import default_language_of_script, language, scripts_of
from pressgen.text import numbers

_RANGES = {
    "Latn": "41-5A 61-7A C0-D6 D8-F6 F8-2B8 2E0-2E4 1D00-1D25 1D2C-1D5C 1D62-1D65 1D6B-1D77 1D79-1DBE 1E00-1EFF 2071 "
    "207F 2090-209C 212A-212B 2132 214E 2183-2184 2C60-2C7F A722-A787 A78B-A7FF AB30-AB5A AB5C-AB64 "
    "AB66-AB69 FB00-FB06 FF21-FF3A FF41-FF5A",
    "Cyrl": "400-484 487-52F 1C80-1C88 1D2B 1D78 2DE0-2DFF A640-A672 A674-A67D A67F-A69F FE2E-FE2F",
    "Arab": "610-61A 620-63F 641-64A 656-65F 66E-66F 671-6D3 6D5-6DC 6DF-6E8 6EA-6EF 6FA-6FC 6FF 750-77F 870-887 "
    "889-88E 898-8E1 8E3-8FF FB50-FBB1 FBD3-FD3D FD50-FDC7 FDF0-FDFB FE70-FEFC",
    "Grek": "370-373 376-37D 37F 386 388-3E1 3F0-3F5 3F7-3FF 1D26-1D2A 1D5D-1D61 1D66-1D6A 1DBF 1F00-1FBC 1FBE "
    "1FC2-1FCC 1FD0-1FDB 1FE0-1FEC 1FF2-1FFC 2126 AB65",
    "Hani": "3005 303B 3400-4DBF 4E00-9FFF F900-FAD9 20000-3134A",
    "Hira": "3041-3096 309D-309F 1B001-1B11F 1B150-1B152",
    "Kana": "30A1-30FA 30FD-30FF 31F0-31FF FF66-FF6F FF71-FF9D",
    "Hang": "1100-11FF 302E-302F 3131-318E A960-A97C AC00-D7FB FFA0-FFDC",
    "Bopo": "3105-312F 31A0-31BF",
    "Khmr": "1780-17D3 17D7 17DC-17DD",
    "Thai": "E01-E3A E40-E4E",
    "Laoo": "E81-ECD EDC-EDF",
    "Mymr": "1000-103F 1050-108F 109A-109D A9E0-A9EF A9FA-A9FE AA60-AA76 AA7A-AA7F",
    "Tibt": "F00 F18-F19 F35 F37 F39 F3E-F84 F86-FBC FC6",
    "Deva": "900-950 955-963 971-97F A8E0-A8F7 A8FB A8FD-A8FF",
    "Beng": "980-9E3 9F0-9F1 9FC 9FE",
    "Guru": "A01-A5E A70-A75",
    "Gujr": "A81-AE3 AF9-AFF",
    "Orya": "B01-B63 B71",
    "Taml": "B82-BD7",
    "Telu": "C00-C63",
    "Knda": "C80-C83 C85-CE3 CF1-CF2",
    "Mlym": "D00-D4E D54-D57 D5F-D63 D7A-D7F",
    "Sinh": "D81-DDF DF2-DF3",
    "Hebr": "591-5BD 5BF 5C1-5C2 5C4-5C5 5C7-5F2 FB1D-FB28 FB2A-FB4F",
    "Armn": "531-559 560-588 FB13-FB17",
    "Geor": "10A0-10FA 10FC-10FF 1C90-1CBF 2D00-2D2D",
    "Ethi": "1200-135F 1380-138F 2D80-2DDE AB01-AB2E",
    "Syrc": "710-74F 860-86A",
    "Thaa": "780-7B1",
    "Nkoo": "7CA-7F5 7FA-7FD",
    "Tfng": "2D30-2D6F 2D7F",
    "Cher": "13A0-13FD AB70-ABBF",
    "Cans": "1401-166C 166F-167F 18B0-18F5",
    "Mong": "180B-180D 180F 1820-18AA",
    "Copt": "3E2-3EF 2C80-2CE4 2CEB-2CF3",
    "Vaii": "A500-A60C A610-A61F A62A-A62B",
    "Olck": "1C5A-1C7D",
    "Yiii": "A000-A48C",
    "Java": "A980-A9C0",
    "Bali": "1B00-1B4C",
    "Sund": "1B80-1BAF 1BBA-1BBF",
    "Lana": "1A20-1A7F 1AA7",
    "Talu": "1980-19C9",
    "Tavt": "AA80-AADD",
    "Mtei": "AAE0-AAEF AAF2-AAF6 ABC0-ABEA ABEC-ABED",
    "Lisu": "A4D0-A4FD",
    "Cakm": "11100-11134 11144-11147",
    "Adlm": "1E900-1E94B",
    "Rohg": "10D00-10D27",
    "Hmnp": "1E100-1E13D 1E14E",
    "Osge": "104B0-104FB",
}


def _characters(*scripts: str) -> str:
    """Give the inside of a regular expression's character class with the letters and marks of `scripts`."""
    parts = []
    for script in scripts:
        for item in _RANGES[script].split():
            first, _, last = item.partition("-")
            parts.append(f"{chr(int(first, 16))}-{chr(int(last or first, 16))}")
    return "".join(parts)


_ANY = _characters(*_RANGES)
_NEVER = re.compile(r"(?!)")
_BEYOND = re.compile("[\U00010000-\U0010ffff]-[\U00010000-\U0010ffff]")
# Japanese mixes three scripts and Korean may mix two: a text that begins with Han may turn out to be either.
_MIXED = {
    "Hira": re.compile(f"[{_characters('Hani')}]*+[{_characters('Hira', 'Kana')}]"),
    "Hang": re.compile(f"[{_characters('Hani')}]*+[{_characters('Hang')}]"),
}
_READ_AS = {"Kana": "Hira"}
_WITH = {"Hira": ("Hira", "Kana", "Hani"), "Hang": ("Hang", "Hani")}


@cache
def _starts() -> tuple[list[int], list[tuple[int, str]]]:
    """Give the first character of each range in order, and beside it the range's last one and its script."""
    ranges = sorted(
        (int(first, 16), int(last or first, 16), script)
        for script, items in _RANGES.items()
        for first, _, last in (item.partition("-") for item in items.split())
    )
    return [first for first, _, _ in ranges], [(last, script) for _, last, script in ranges]


@lru_cache(maxsize=4096)
def script_of(character: str) -> str:
    """Give the script of a letter or mark (ISO 15924), or nothing for any other character."""
    firsts, ranges = _starts()
    at = bisect_right(firsts, ord(character)) - 1
    return ranges[at][1] if at >= 0 and ord(character) <= ranges[at][0] else ""


def first_script(text: str) -> str:
    """Give the script of the first letter of a text that has one, or nothing."""
    return next((script for letter in text if (script := script_of(letter))), "")


@cache
def _run_of(script: str) -> re.Pattern[str]:
    """Give what matches a run of one script from its first letter to its last, with what stands between words."""
    letters = _characters(*_WITH.get(script, (script,)))
    return re.compile(f"[{letters}](?>(?:[{letters}]++|[^{_ANY}]++(?=[{letters}]))*)")


@dataclass(frozen=True, slots=True)
class Scripts:
    """How the texts of one edition mark what is foreign to it: `own` is its language, `languages` the site's."""

    own: str
    languages: tuple[str, ...]
    foreign: re.Pattern[str]
    native: re.Pattern[str]
    _near: re.Pattern[str]
    _within_ascii: bool

    def first(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Find the first foreign letter from `start` on.

        A class of characters that reaches beyond U+FFFF range by range is searched five times as slowly as one that
        does not, so those letters are told apart only where a text has any.
        """
        if not self._within_ascii and text.isascii():
            return None
        found = self._near.search(text, start)
        return found if found is None or found[0] <= "\uffff" else self.foreign.search(text, found.start())

    def attributes(self, text: str) -> dict[str, str]:
        """Give the `lang` and `dir` of a text that is wholly in one foreign script; of any other, nothing.

        A text that is read in the other direction may hold words of our own, such as an abbreviation in parentheses: it
        takes its direction as a whole if it begins in the foreign script and is mostly written in it.
        """
        first = self.first(text)
        if first is None:
            return {}
        script, end = _run_at(text, first.start())
        pairs = _attributes_of(script, self.own, self.languages)
        own = self.native.search(text)
        if own is None:
            return {} if self.first(text, end) else dict(pairs)
        if len(pairs) == 1 or own.start() < first.start():
            return {}
        return dict(pairs) if len(_letters_of(script).findall(text)) > len(self.native.findall(text)) else {}

    def html(self, text: str) -> str:
        """Give plain text as HTML, each run of a foreign script in a `span` with its language.

        Where text is read from right to left, numbers and addresses within it stand as they are written.
        """
        runs = self._runs(text)
        spans = _merged(runs, numbers.expressions(text)) if self._is_turned else runs
        parts = []
        done = 0
        for start, after, pairs in spans:
            tag = "".join(f' {name}="{value}"' for name, value in pairs)
            words = text[start:after]
            inner = numbers.isolated(words) if ("dir", "rtl") in pairs else escape(words, quote=False)
            name = numbers.element_of(words) if _LEFT_TO_RIGHT[0] in pairs else "span"
            parts.append(f"{escape(text[done:start], quote=False)}<{name}{tag}>{inner}</{name}>")
            done = after
        if not parts:
            return escape(text, quote=False)
        parts.append(escape(text[done:], quote=False))
        return "".join(parts)

    @property
    def _is_turned(self) -> bool:
        return language(self.own).direction == "rtl"

    def _runs(self, text: str) -> Iterator[_Span]:
        """Find the runs of foreign scripts, each with the attributes that say so."""
        done = 0
        while first := self.first(text, done):
            script, end = _run_at(text, first.start())
            pairs = _attributes_of(script, self.own, self.languages)
            turned = len(pairs) > 1
            for start, after in _turned(text, done, first.start(), end, pairs) if turned else ((first.start(), end),):
                yield start, after, pairs
                done = after


_Span = tuple[int, int, tuple[tuple[str, str], ...]]
_LEFT_TO_RIGHT = (("dir", "ltr"),)


def _merged(runs: Iterable[_Span], expressions: Iterable[tuple[int, int]]) -> list[_Span]:
    """Join the runs that are written from left to right with the numbers that they touch or stand in."""
    spans = sorted([*runs, *((start, end, _LEFT_TO_RIGHT) for start, end in expressions)], key=lambda one: one[:2])
    merged: list[_Span] = []
    for span in spans:
        last = merged[-1] if merged else None
        if last and span[0] <= last[1] and _LEFT_TO_RIGHT[0] in last[2] and _LEFT_TO_RIGHT[0] in span[2]:
            merged[-1] = (last[0], max(last[1], span[1]), max(last[2], span[2], key=len))
        elif not last or span[0] >= last[1]:
            merged.append(span)
    return merged


@cache
def _letters_of(script: str) -> re.Pattern[str]:
    return re.compile(f"[{_characters(*_WITH.get(script, (script,)))}]")


_MIRRORED = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›"}
_BRACKET = re.compile(r"[()\[\]{}«»‹›]")
_BETWEEN = " \t\n\u00a0\u202f,;:.…-–—\x1d"
# What belongs to a Latin word as its letters do: `5G`, `@MFA`, `COVID-19`, `UTC+3`, `S/RES/2254`, and numbers behind
# it: `COP 28`, `Article 7(1)`. The bidirectional algorithm (its rule W7) takes them so where no element parts them.
_ATTACHED_BEFORE = re.compile(r"(?:[@#]|[0-9]+[.,/\-\u2011–]?)+$")
_ATTACHED_AFTER = re.compile(r"(?:[+\-\u2011–/._:]?[0-9]+|[ \u00a0][0-9]+(?![0-9]*,)|[ \u00a0]?\([0-9]+\))+%?")
_LONGEST_ATTACHED = 24


def _turned(
    text: str, done: int, start: int, end: int, attributes: tuple[tuple[str, str], ...]
) -> Iterator[tuple[int, int]]:
    """Give the parts of a run that is written in the other direction: the numbers attached to it belong to it.

    A bracket whose partner stands outside does not, for the two would be mirrored differently.
    """
    if ("dir", "ltr") in attributes:
        begin = max(done, start - _LONGEST_ATTACHED)
        if before := _ATTACHED_BEFORE.search(text[begin:start]):
            start = begin + before.start()
        if after := _ATTACHED_AFTER.match(text, end):
            end = after.end()
    opened: list[int] = []
    alone: list[int] = []
    for bracket in _BRACKET.finditer(text, start, end):
        if bracket[0] in _MIRRORED:
            opened.append(bracket.start())
        elif opened and _MIRRORED[text[opened[-1]]] == bracket[0]:
            opened.pop()
        else:
            alone.append(bracket.start())
    while opened and text[end : end + 1] == _MIRRORED[text[opened[-1]]]:
        opened.pop()
        end += 1
    for cut in (*sorted((*opened, *alone)), end):
        part = text[start:cut]
        if stripped := part.strip(_BETWEEN):
            first = start + part.index(stripped)
            yield first, first + len(stripped)
        start = cut + 1


def _run_at(text: str, start: int) -> tuple[str, int]:
    script = script_of(text[start])
    script = _READ_AS.get(script, script)
    if script == "Hani":
        script = next((mixed for mixed, pattern in _MIXED.items() if pattern.match(text, start)), script)
    run = _run_of(script).match(text, start)
    return script, run.end() if run else start + 1


@lru_cache(maxsize=1024)
def _attributes_of(script: str, own: str, languages: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    of_site = (tag for tag in languages if script in scripts_of(tag))
    tag = next(of_site, "") or default_language_of_script(script) or f"und-{script}"
    direction = language(tag).direction
    return (("lang", tag), ("dir", direction)) if direction != language(own).direction else (("lang", tag),)


@lru_cache(maxsize=64)
def scripts_for(own: str, languages: tuple[str, ...]) -> Scripts:
    """Give the marking for texts in the language `own` on a site with these `languages`."""
    native = [script for script in _RANGES if script in scripts_of(own)]
    # A language whose script the table lacks marks nothing: better no marks than wrong ones.
    foreign = [script for script in _RANGES if native and script not in native]
    return Scripts(
        own,
        languages,
        re.compile(f"[{_characters(*foreign)}]") if foreign else _NEVER,
        re.compile(f"[{_characters(*native)}]") if native else _NEVER,
        re.compile(f"[{_BEYOND.sub('', _characters(*foreign))}\U00010000-\U0010ffff]") if foreign else _NEVER,
        "Latn" in foreign,
    )
