"""Mark foreign scripts in a text with `lang` and `dir`.

A browser chooses fonts, line breaks and voices by `lang`: a Khmer name in an English sentence, or a Latin one in an
Arabic sentence, has to say what it is. The letters alone do not tell the language of a foreign run. It is taken to be
the language of the site that is written in the script, or else the most usual language of the script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape

from pressgen.languages import default_language_of_script, language, scripts_of
from pressgen.text import numbers
from pressgen.text.script_table import SCRIPTS, letters_of, script_of

_ANY = letters_of(*SCRIPTS)
_NEVER = re.compile(r"(?!)")
_BEYOND = re.compile("[\U00010000-\U0010ffff]-[\U00010000-\U0010ffff]")
# Japanese mixes three scripts and Korean may mix two: a text that begins with Han may turn out to be either.
_MIXED = {
    "Hira": re.compile(f"[{letters_of('Hani')}]*+[{letters_of('Hira', 'Kana')}]"),
    "Hang": re.compile(f"[{letters_of('Hani')}]*+[{letters_of('Hang')}]"),
}
_READ_AS = {"Kana": "Hira"}
_WITH = {"Hira": ("Hira", "Kana", "Hani"), "Hang": ("Hang", "Hani")}


@cache
def _run_of(script: str) -> re.Pattern[str]:
    """Return a pattern for a run of one script, from its first letter to its last, with what stands between words."""
    letters = letters_of(*_WITH.get(script, (script,)))
    return re.compile(f"[{letters}](?>(?:[{letters}]++|[^{_ANY}]++(?=[{letters}]))*)")


@dataclass(frozen=True, slots=True)
class Scripts:
    """How foreign scripts are marked in the texts of one edition: `own` is its language, `languages` the site's."""

    own: str
    languages: tuple[str, ...]
    foreign: re.Pattern[str]
    native: re.Pattern[str]
    _near: re.Pattern[str]
    _within_ascii: bool

    def first(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Find the first foreign letter from `start` on.

        A character class with ranges beyond U+FFFF is searched five times as slowly as one without, so those letters
        are distinguished only where a text has any.
        """
        if not self._within_ascii and text.isascii():
            return None
        match = self._near.search(text, start)
        return match if match is None or match[0] <= "\uffff" else self.foreign.search(text, match.start())

    def attributes(self, text: str) -> dict[str, str]:
        """Return the `lang` and `dir` of a text that is wholly in one foreign script; empty for any other text.

        A text that is read in the other direction may hold words of our own, such as an abbreviation in parentheses. It
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
        """Write plain text as HTML, each run of a foreign script in a `span` with its language.

        Where text is read from right to left, numbers and addresses within it stand as they are typed.
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
        """Find the runs of foreign scripts, each with its attributes."""
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
    """Join the runs that are read from left to right with the numbers that they touch or stand in."""
    spans = sorted([*runs, *((start, end, _LEFT_TO_RIGHT) for start, end in expressions)], key=lambda span: span[:2])
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
    return re.compile(f"[{letters_of(*_WITH.get(script, (script,)))}]")


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
    """Split a run that is read in the other direction; numbers that are attached to it belong to it.

    A bracket does not if its partner stands outside, for the two would be mirrored differently.
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
    """Return how foreign scripts are marked in texts in the language `own`, on a site with these `languages`."""
    native = [script for script in SCRIPTS if script in scripts_of(own)]
    # A language whose script the table lacks marks nothing: better no marks than wrong ones.
    foreign = [script for script in SCRIPTS if native and script not in native]
    return Scripts(
        own,
        languages,
        re.compile(f"[{letters_of(*foreign)}]") if foreign else _NEVER,
        re.compile(f"[{letters_of(*native)}]") if native else _NEVER,
        re.compile(f"[{_BEYOND.sub('', letters_of(*foreign))}\U00010000-\U0010ffff]") if foreign else _NEVER,
        "Latn" in foreign,
    )
