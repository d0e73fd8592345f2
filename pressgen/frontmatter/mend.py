"""Find what an author did where YAML cannot read a front matter, and write the lines rightly.

YAML's own messages speak of tokens and simple keys. Here the line is looked at as an author sees it: a key, a colon,
a text. Where the mistake is one of the usual ones, the mended lines let reading go on, so that the mistakes
behind it are told in the same run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple, get_args, get_origin

import yaml
from pydantic import BaseModel, RootModel

from pressgen import braces
from pressgen.frontmatter.keys import DECISIVE, FrontMatter
from pressgen.frontmatter.other_words import SYNONYMS
from pressgen.frontmatter.tree import shown
from pressgen.letters import named
from pressgen.model import Register, models_in
from pressgen.problems import Code, codes
from pressgen.yaml_text import quoted


def _holds_a_list(annotation: object) -> bool:
    """Whether a key whose value has this type may hold a list."""
    return get_origin(annotation) is tuple or any(map(_holds_a_list, get_args(annotation)))


def _keys_of(model: type[BaseModel]) -> set[str]:
    """List the keys that may stand in a model and in the models within it, as an author writes them."""
    keys = set()
    for name, field in model.model_fields.items():
        if not issubclass(model, RootModel):
            keys.add(field.alias or name)
        for inner in models_in(field.annotation):
            keys |= _keys_of(inner)
    return keys


_CURLY = "“”„‟‘’‚‛"
_QUOTES = "\"'" + _CURLY
_SPACES = "\u00a0\u2002\u2003\u2009\u202f\u3000"
_BACK = 40
_MAPPINGS = {"event", "withdrawn", "valid"}
_NOTHING_BETWEEN = re.compile(r",\s*(?=[,\]])|(?<=\[)\s*,\s*")
_LISTS = _MAPPINGS | {key for key, field in FrontMatter.model_fields.items() if _holds_a_list(field.annotation)}
_ODD_ESCAPE = re.compile(
    r"""\\(?:[^0abtnvfre "/\\N_LPxuU\t]|x(?![0-9A-Fa-f]{2})|u(?![0-9A-Fa-f]{4})|U(?![0-9A-Fa-f]{8}))"""
)
"""A backslash and letters that mean nothing together between double quotation marks (YAML 1.2, 5.7)."""
_BULLETS = "–—‐‑−•·*"
_KEYS = _keys_of(FrontMatter) | _keys_of(Register) | set(SYNONYMS)


class Finding(NamedTuple):
    """A mistake of YAML: its line (from 0) and column (from 0), and the lines mended, or None if that is a guess."""

    line: int
    column: int
    code: Code
    message: str
    hint: str
    mended: tuple[str, ...] | None


class _Line(NamedTuple):
    """A line as an author sees it: what stands before the key, the key, and the value with its column."""

    lead: str
    key: str
    value: str
    column: int

    def with_value(self, value: str) -> str:
        """Write the line with another value."""
        return f"{self.lead}{self.key}: {value}" if self.key else f"{self.lead}{value}"


def _seen(line: str) -> _Line:
    start = 0
    while start < len(line) and line[start] in " \t" + _SPACES:
        start += 1
    while line.startswith("- ", start):
        start += 2
        while start < len(line) and line[start] == " ":
            start += 1
    rest = line[start:].rstrip()
    colon = rest.find(": ")
    if colon < 0 and rest.endswith(":"):
        colon = len(rest) - 1
    key = rest[:colon].rstrip() if colon > 0 else ""
    if not key or key[0] in "[{" + _QUOTES or len(key) > 40 or " " in key:  # noqa: PLR2004
        return _Line(line[:start], "", rest, start)
    value = rest[colon + 1 :].lstrip()
    return _Line(line[:start], key, value, start + len(rest) - len(value))


def _spaces(number: int) -> str:
    return "one space" if number == 1 else f"{number or 'no'} spaces"


def _bare(value: str) -> str:
    """Take off the quotation marks that an author meant for YAML, and leave those of the text."""
    for opening, closing in (('"', '"'), ("'", "'"), ("“", "”"), ("”", "”"), ("„", "“"), ("‘", "’"), ("’", "’")):
        if not value.startswith(opening):
            continue
        inner = value[1:]
        if not inner.endswith(closing):
            return inner if closing not in inner else value
        inner = inner[:-1]
        first = inner.find(closing)
        closes_early = first >= 0 and (first + 1 == len(inner) or not inner[first + 1].isalnum())
        opens_again = first >= 0 and first < inner.rfind(closing)
        return (
            value
            if closes_early and inner.count(closing) > 1 and not opens_again
            else inner
            if not (
                closes_early and inner.count(closing) == 2 and inner[first - 1] not in " ("  # noqa: PLR2004
            )
            else value
        )
    return value


def _well_quoted(value: str) -> bool:
    """Return whether a value that begins with a straight quotation mark ends with its partner, a comment apart."""
    mark = value[0]
    index = 1
    while index < len(value):
        if value[index] == "\\" and mark == '"':
            index += 2
            continue
        if value[index] == mark:
            if mark == "'" and value[index + 1 : index + 2] == "'":
                index += 2
                continue
            rest = value[index + 1 :].strip()
            # Within brackets, further items may follow.
            return not rest.strip(",]}") or rest.startswith("#") or (rest[0] == "," and ": " in rest)
        index += 1
    return False


class _Mistake:
    """One error of YAML over the lines that it was found in."""

    def __init__(self, lines: tuple[str, ...], error: yaml.MarkedYAMLError) -> None:
        self.lines = lines
        mark = error.problem_mark or error.context_mark
        context = error.context_mark or mark
        # What YAML misses at the end of the text, an author misses at the end of the last line.
        last = max((number for number, line in enumerate(lines) if line.strip()), default=0)
        beyond = mark is not None and mark.line > last
        self.at = min(mark.line, last) if mark else 0
        self.column = len(lines[last]) if beyond else mark.column if mark else 0
        self.context = min(context.line, last) if context else self.at
        self.problem = f"{error.problem or ''}"

    def found(self, at: tuple[int, int], code: Code, message: str, hint: str, fixed: str | None) -> Finding:
        line, column = at
        mended = None if fixed is None or fixed == self.lines[line] else self._replaced(line, fixed)
        return Finding(line, column, code, message, hint, mended)

    def _replaced(self, line: int, fixed: str) -> tuple[str, ...]:
        return (*self.lines[:line], fixed, *self.lines[line + 1 :])

    def diagnose(self) -> Finding:
        """Return what the author did."""
        for rule in RULES.values():
            if (finding := rule(self)) is not None:
                return finding
        message = "this cannot be read as YAML"
        hint = f"look at this line and the one above it ({self.problem})" if self.problem else "look at this line"
        return self.found((self.at, self.column), codes.YAML_SYNTAX, message, hint, None)

    def near(self) -> list[int]:
        """List the lines that the mistake may stand in, the likeliest first."""
        lowest = max(min(self.at, self.context), self.at - _BACK, 0)
        return [self.at, *range(self.at - 1, lowest - 1, -1)]

    def directive(self) -> Finding | None:
        """A line that only a file of nothing but YAML begins with."""
        number = next((n for n in range(self.at, -1, -1)[:_BACK] if self.lines[n].startswith(("%YAML", "%TAG"))), None)
        if number is None:
            return None
        message = f"a YAML directive is not used here: {shown(self.lines[number])}"
        return self.found((number, 0), codes.YAML_SYNTAX, message, "remove this line", "")

    def flow(self) -> Finding | None:
        for number in dict.fromkeys((self.context, self.at)):
            if (broken := braces.broken(self.lines[number], _KEYS)) is not None:
                hint = f"write {broken.fixed.strip()}; on a line of its own, a text needs fewer quotation marks"
                return self.found((number, broken.column), broken.code, broken.message, hint, broken.fixed)
        return None

    def tab(self) -> Finding | None:
        for number in self.near()[:3]:
            line = self.lines[number]
            lead = line[: len(line) - len(line.lstrip(" \t-"))]
            if "\t" in lead:
                hint = "YAML wants spaces before a key: two for each level"
                fixed = lead.replace("-\t", "- ").replace("\t", "  ") + line[len(lead) :]
                return self.found((number, lead.index("\t")), codes.YAML_TAB, "a tab stands here", hint, fixed)
        return None

    def bullet(self) -> Finding | None:
        """An item that begins with a dash or a bullet, into which a word processor turns a hyphen."""
        for number in range(self.at, max(self.at - _BACK, -1), -1):
            line = self.lines[number]
            words = line.lstrip(" ")
            if words[:1] in _BULLETS and words[1:2] == " " and _seen(words[2:]).key in _KEYS:
                column = len(line) - len(words)
                fixed = f"{line[:column]}-{words[1:]}"
                message = f"an item begins with a hyphen, not with '{words[0]}'"
                return self.found((number, column), codes.YAML_SYNTAX, message, f"write {shown(fixed.strip())}", fixed)
        return None

    def odd_space(self) -> Finding | None:
        for number in self.near()[:3]:
            line = self.lines[number]
            lead = line[: len(line) - len(line.lstrip())]
            odd = next((index for index, letter in enumerate(lead) if letter in _SPACES), None)
            if odd is not None:
                message = f"a space of another kind ({named(lead[odd])}) stands before the text"
                fixed = " " * len(lead) + line[len(lead) :]
                return self.found((number, odd), codes.YAML_SYNTAX, message, "put ordinary spaces there", fixed)
        return None

    def quotation(self) -> Finding | None:
        for number in self.near():
            seen = _seen(self.lines[number])
            value = seen.value
            if not value or value[0] not in _QUOTES:
                continue
            curly = value[0] in _CURLY
            escaped = value[0] == '"' and _ODD_ESCAPE.search(value) is not None
            if not curly and _well_quoted(value) and not escaped:
                continue
            if curly and number != self.at:
                continue
            fixed = seen.with_value(quoted(_bare(value)))
            message = (
                "curly quotation marks do not hold a text together" if curly else "this quotation mark has no partner"
            )
            if escaped:
                message = "a backslash has a meaning of its own between double quotation marks"
            elif not curly and value[1:].count(value[0]):
                message = "the text goes on after the closing quotation mark"
            hint = f"write {shown(fixed.strip(), 200)}"
            return self.found((number, seen.column), codes.YAML_QUOTE, message, hint, fixed)
        return None

    def indentation(self) -> Finding | None:
        """A known key that stands deeper, or less deep, than the keys that it belongs to."""
        line = self.lines[self.at]
        seen = _seen(line)
        if seen.key not in _KEYS or seen.lead.strip() or self.at == 0:
            return None
        above = next((n for n in range(self.at - 1, max(self.at - _BACK, -1), -1) if self.lines[n].strip()), None)
        if above is None:
            return None
        upper = _seen(self.lines[above])
        wanted = len(upper.lead)
        if not upper.key or wanted == len(seen.lead) or (not upper.value and wanted < len(seen.lead)):
            return None
        if wanted > len(seen.lead):
            higher = {len(_seen(self.lines[n]).lead) for n in range(max(above - _BACK, 0), above + 1)}
            wanted = min((width for width in higher if width > len(seen.lead)), default=wanted)
        message = (
            f"the key '{seen.key}' is indented by {_spaces(len(seen.lead))}, the keys beside it by {_spaces(wanted)}"
        )
        hint = f"put {_spaces(wanted)} before it" if wanted else "remove what stands before it"
        fixed = " " * wanted + line.lstrip()
        return self.found((self.at, len(seen.lead)), codes.YAML_SYNTAX, message, hint, fixed)

    def colon_in_text(self) -> Finding | None:
        for number in (self.at, self.context, self.at - 1):
            seen = self._seen_at(number)
            if seen.value[:1] in {"|", ">", "[", "{"}:
                continue
            if seen.key and (": " in seen.value or seen.value.endswith(":")):
                return self._colon_in(number, seen)
            if not seen.key and (finding := self._unspaced(number, seen)):
                return finding
        return None

    def _seen_at(self, number: int) -> _Line:
        return _seen(self.lines[number]) if 0 <= number < len(self.lines) else _Line("", "", "", 0)

    def _colon_in(self, number: int, seen: _Line) -> Finding:
        column = seen.column + (seen.value.find(": ") if ": " in seen.value else len(seen.value) - 1)
        fixed = seen.with_value(quoted(_bare(seen.value)))
        message = "a colon stands in a text that has no quotation marks"
        if seen.key in _MAPPINGS and seen.value.partition(":")[0] in _KEYS:
            fixed = seen.with_value("{" + seen.value + "}")
            message = f"the keys of '{seen.key}' stand below it, or between braces"
        return self.found((number, column), codes.YAML_COLON, message, f"write {shown(fixed.strip(), 200)}", fixed)

    def _unspaced(self, number: int, seen: _Line) -> Finding | None:
        """A known key with no space behind its colon, or with the wide colon of Chinese and Japanese keyboards."""
        for colon in (":", "\uff1a"):
            key, found, value = seen.value.partition(colon)
            if found and value and key.strip().lower() in _KEYS:
                fixed = f"{seen.lead}{key.strip()}: {value.strip()}"
                message = "a space is missing after this colon" if colon == ":" else "this is not the colon of YAML"
                hint = f"write {shown(fixed.strip(), 200)}"
                return self.found((number, seen.column + len(key)), codes.YAML_COLON, message, hint, fixed)
        return None

    def continued(self) -> Finding | None:
        """A text that goes on in a further line, where a colon stands in it or the line is not indented."""
        seen = _seen(self.lines[self.at])
        if ": " in seen.value or seen.value.endswith(":") or seen.key:
            for above in range(self.at - 1, max(self.at - _BACK, -1), -1):
                upper = _seen(self.lines[above])
                if not upper.key or len(upper.lead) >= len(seen.lead):
                    continue
                if not upper.value:
                    break
                parts = [upper.value, *(self.lines[n].strip() for n in range(above + 1, self.at + 1))]
                text = quoted(" ".join(parts))
                mended = [
                    *self.lines[:above],
                    upper.with_value(text),
                    *[""] * (self.at - above),
                    *self.lines[self.at + 1 :],
                ]
                message = "a colon stands in a text that has no quotation marks"
                hint = f"put quotation marks around the whole text, which begins on the line of '{upper.key}'"
                return Finding(self.at, self.column, codes.YAML_COLON, message, hint, tuple(mended))
        number = self.context
        line = self.lines[number]
        if not _seen(line).key and number > 0 and line.strip():
            message = "this line has no key"
            hint = "indent it by two spaces if it continues the text above, or write `key: ` before it"
            # Taken for a part of a day or a word above it, it would make a mistake of that too.
            fixed = "" if _seen(self.lines[number - 1]).key in DECISIVE else f"  {line}"
            return self.found((number, 0), codes.YAML_SYNTAX, message, hint, fixed)
        return None

    def first_letter(self) -> Finding | None:
        for number in (self.at, self.context):
            seen = _seen(self.lines[number])
            if not seen.value or seen.value[0] not in "*&!@`%[{|>-?,]}":
                continue
            letter = seen.value[0]
            if letter in "[{" and not seen.key and not seen.lead:
                continue
            closing = {"[": "]", "{": "}"}.get(letter, "")
            if seen.key in _LISTS and closing and closing not in seen.value:
                fixed = seen.with_value(seen.value.rstrip(", ") + closing)
                message = f"a bracket is opened here and not closed: {letter}"
                hint = f"write {shown(fixed.strip(), 200)}"
                return self.found((number, seen.column), codes.YAML_SYNTAX, message, hint, fixed)
            if seen.key in _LISTS and letter == "[" and (whole := _NOTHING_BETWEEN.sub("", seen.value)) != seen.value:
                fixed = seen.with_value(whole)
                message = "nothing stands between two commas"
                hint = f"write {shown(fixed.strip(), 200)}"
                return self.found((number, seen.column), codes.YAML_SYNTAX, message, hint, fixed)
            fixed = seen.with_value(quoted(seen.value))
            code = codes.YAML_ANCHOR if letter in "*&!" else codes.YAML_SYNTAX
            message = f"a text that begins with {letter} needs quotation marks"
            return self.found((number, seen.column), code, message, f"write {shown(fixed.strip(), 200)}", fixed)
        return None


RULES: Mapping[str, Callable[[_Mistake], Finding | None]] = {
    "a directive": _Mistake.directive,
    "braces": _Mistake.flow,
    "a tab": _Mistake.tab,
    "a bullet for a hyphen": _Mistake.bullet,
    "a space of another kind": _Mistake.odd_space,
    "quotation marks": _Mistake.quotation,
    "indentation": _Mistake.indentation,
    "a colon in a text": _Mistake.colon_in_text,
    "a first letter with a meaning": _Mistake.first_letter,
    "a text that goes on": _Mistake.continued,
}
"""What is looked for in lines that YAML cannot read, in this order; the first rule that finds its mistake decides."""


def diagnose(lines: tuple[str, ...], error: yaml.YAMLError) -> Finding:
    """Return what is wrong with lines that YAML could not read."""
    if isinstance(error, yaml.MarkedYAMLError):
        return _Mistake(lines, error).diagnose()
    return Finding(0, 0, codes.YAML_SYNTAX, "this cannot be read as YAML", shown(error, 120), None)
