"""Find the lists of releases that pages of `docs/` ask for in a comment.

An author writes `<!-- pressgen: latest count=5 country=NO -->` on a line of its own. Elsewhere, on GitHub say, the
comment is invisible. In samples of code it is a sample.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from pressgen.load.lookup import Lookup
from pressgen.load.names import printable
from pressgen.load.unreadable import not_text, unreadable
from pressgen.model import Kind, Register
from pressgen.model.groups import BY_NAME, BY_SINGULAR, COUNTRIES
from pressgen.problems import Place, Problem, codes

MOST = 100
"""The most entries of one list; a longer one is a page of its own."""


LATEST, MET, YEARS, FRONT = "latest", "met", "years", "front"
LISTS = (LATEST, MET, *BY_NAME, YEARS, FRONT)
"""What a list shows: the latest releases, countries by their latest contact, or ways in with their counts.

The `front` shows all of these. It opens a home page, above what its author wrote unless that says where.
"""
YEAR = "year"
FILTERS = (*BY_SINGULAR, YEAR)
"""By what the latest releases can be chosen: the entries of each group, and the year."""


@dataclass(frozen=True, slots=True)
class ListRequest:
    """A list that a page asks for: what it shows (one of `LISTS`), how many entries at most, and which releases.

    A release is shown that has, under each filter (one of `FILTERS`), any of its values.
    """

    name: str
    count: int | None = None
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()


_COMMENT = re.compile(r"<!--[ \t]*pressgen(?![-\w])[ \t]*(?P<colon>[:：]?)(?P<asked>[^\n]*?)-->", re.IGNORECASE)
_BEGUN = re.compile(r"<!--[ \t]*(?P<word>pressgen(?![-\w])|[a-z][a-z-]{4,11}(?=[ \t]*:))", re.IGNORECASE)
_NEARLY = re.compile(
    r"[ \t]*(?:<[ \t]*!?[ \t]*[-–—]+|<!|&lt;!--|\{[{%]|\[{1,2})[ \t]*(?P<word>p\w{2,6}[- ]?\w{0,6})[ \t]*[:：;=]?[ \t]*"
    rf"(?:{'|'.join(LISTS)})\b(?!-)",
    re.IGNORECASE,
)
"""A line that means to ask for a list and is no comment of HTML, or has no colon by which a comment could be told."""
_FENCE = re.compile(r"[ \t]*(?:>[ \t]*)*(`{3,}|~{3,})")
_INLINE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_CONTAINER = re.compile(r"(?:[-*+]|\d+[.)])[ \t]|!!!|\?\?\?|===|:[ \t]|\[\^")
_PART = re.compile(r"""(?P<key>[^\s="',]+)[ \t]*[=:][ \t]*(?P<value>"[^"]*"|'[^']*'|[^\s"']+)|(?P<word>[^\s,]+)""")
_KEYS = (*FILTERS, "count")
_KINDS = tuple(kind.value for kind in Kind)
_EXAMPLE = "write, for example, `<!-- pressgen: latest count=5 country=NO -->`"


@dataclass(frozen=True, slots=True)
class Asked:
    """A comment that asks for a list: its place, what it asks for, and what is wrong with where it stands.

    It has a `colon` behind its first word, or is understood without. It `counts`, or is no more than nearly a comment.
    """

    place: Place
    words: str
    fault: str = ""
    hint: str = ""
    colon: bool = True
    counts: bool = True


def asked_for(text: str, path: str) -> Iterator[Asked]:
    """List every comment of a page that asks for a list, or means to, in the order of the page."""
    for number, line in prose(text):
        nearly = _NEARLY.match(line)
        if nearly and not _BEGUN.match(line.lstrip()) and _means_pressgen(nearly["word"]):
            place = Place(path, number, len(line) - len(line.lstrip()) + 1)
            yield Asked(place, "", "this looks like a list that is asked for, and is none", _EXAMPLE, counts=False)
            continue
        for found in _BEGUN.finditer(line):
            place = Place(path, number, found.start() + 1)
            word = found["word"]
            if word.lower() != "pressgen":
                if _means_pressgen(word):
                    yield Asked(place, "", f"'{word}' is not 'pressgen'", _EXAMPLE)
                continue
            whole = _COMMENT.match(line, found.start())
            if whole is None:
                yield Asked(place, "", "this comment does not end on its line", "end it with `-->`")
            elif (line[: whole.start()] + line[whole.end() :]).strip():
                yield Asked(place, "", "this list stands within a line", "give the comment a line of its own")
            else:
                yield Asked(place, whole["asked"].strip(), colon=whole["colon"] == ":")


def _means_pressgen(word: str) -> bool:
    plain = word.lower().replace("-", "").replace(" ", "")
    return bool(get_close_matches(plain, ["pressgen"], cutoff=0.8))


def prose(text: str) -> Iterator[tuple[int, str]]:
    """List the lines of a page with their numbers, without samples of code: those have as many spaces."""
    fence, contained = "", False
    for number, line in enumerate(text.split("\n"), 1):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
                fence = ""
            continue
        if mark and "`" not in line[mark.end() :]:
            fence = mark[1]
            continue
        indented = line.startswith(("    ", "\t"))
        if line.strip() and not indented:
            contained = bool(_CONTAINER.match(line.lstrip()))
        if not indented or contained:
            yield number, _INLINE.sub(lambda code: " " * len(code[0]), line)


def request_of(words: str, register: Register) -> tuple[ListRequest | None, Sequence[tuple[str, str]]]:
    """Read what a comment asks for; give the request, or nothing and each fault with its hint."""
    reading = _Reading(register)
    for part in _PART.finditer(words):
        if part["word"]:
            reading.word(part["word"])
        else:
            reading.pair(part["key"], part["value"].strip("\"'"))
    return reading.request(), reading.faults


class _Reading:
    """Reads one comment, part by part."""

    def __init__(self, register: Register) -> None:
        self.lookup = Lookup(register, frozenset(), {})
        self.name: str | None = None
        self.count: int | None = None
        self.filters: dict[str, tuple[str, ...]] = {}
        self.faults: list[tuple[str, str]] = []

    def fault(self, message: str, hint: str) -> None:
        self.faults.append((message, hint))

    def word(self, word: str) -> None:
        if self.name is None and word.lower() in LISTS:
            self.name = word.lower()
        elif word in _KEYS:
            self.fault(f"'{word}' has no value", f"write `{word}=…`")
        elif self.name is not None:
            self.fault(f"'{word}' stands alone", _nearest(word, _KEYS, "write `key=value`; the keys are"))
        else:
            self.fault(f"there is no list '{word}'", _nearest(word, LISTS, "the lists are"))

    def pair(self, key: str, value: str) -> None:
        low = key.lower()
        if low == "count":
            self._count(value)
        elif low not in FILTERS:
            self.fault(f"there is no key '{key}'", _nearest(low, _KEYS, "the keys are"))
        elif low in self.filters:
            self.fault(f"'{low}' stands twice", f"write several values with commas: `{low}=…,…`")
        else:
            values = tuple(one.strip() for one in value.split(",") if one.strip())
            self.filters[low] = tuple(self._value(low, one) for one in values)

    def _count(self, value: str) -> None:
        if value.isascii() and value.isdigit() and 1 <= int(value[:4]) <= MOST:
            self.count = int(value)
        else:
            self.fault(f"'{value}' is no number of entries", f"write a number from 1 to {MOST}")

    def _value(self, by: str, value: str) -> str:
        if by == YEAR:
            if not re.fullmatch("[0-9]{4}", value):
                self.fault(f"'{value}' is no year", "write a year such as 2022")
            return value
        if not BY_SINGULAR[by].register:
            if value.lower() not in _KINDS:
                self.fault(f"there is no kind '{value}'", _nearest(value, _KINDS, "the kinds are"))
            return value.lower()
        if by == COUNTRIES.singular:
            value = value.upper()
        for problem in self.lookup.problems(by, value, Place(""), by):
            self.fault(problem.message, problem.hint)
        return value

    def request(self) -> ListRequest | None:
        if self.name is None and not self.faults:
            self.fault("this asks for no list", _EXAMPLE)
        if self.name == FRONT and self.count:
            self.fault("the front has no 'count'", "write `<!-- pressgen: front -->`")
        if self.name not in (None, LATEST) and self.filters:
            first = next(iter(self.filters))
            self.fault(
                f"the list '{self.name}' has no '{first}'", "only `latest` can be chosen from; the others have `count`"
            )
        if self.faults or self.name is None:
            return None
        return ListRequest(self.name, self.count, tuple(self.filters.items()))


def _nearest(word: str, known: Sequence[str], otherwise: str) -> str:
    found = get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    return f"did you mean '{found[0]}'?" if found else f"{otherwise} {', '.join(known)}"


def list_problems(text: str, path: str, register: Register, *, is_home: bool = True) -> Iterator[Problem]:
    """Report what is wrong with the lists that a page asks for; `is_home` if it is the home page of a language."""
    for asked in asked_for(text, path):
        if asked.fault:
            code = codes.WRONG_LIST if asked.counts else codes.NEARLY_A_LIST
            yield code.at(asked.place, asked.fault, asked.hint)
            continue
        if not asked.colon:
            hint = f"write `<!-- pressgen: {asked.words} -->`"
            yield codes.NEARLY_A_LIST.at(asked.place, "the colon behind 'pressgen' is missing", hint)
        request, faults = request_of(asked.words, register)
        for message, hint in faults:
            yield codes.WRONG_LIST.at(asked.place, message, hint)
        if request and request.name == FRONT and not is_home:
            hint = "write it in the `index.md` of a language, or ask for a list"
            yield codes.WRONG_LIST.at(asked.place, "the front stands on home pages only", hint)


def _is_home_page(source: str) -> bool:
    """True if a page of `docs/`, by its path there, can be the home page of a language."""
    return source.partition(".")[0] in ("index", "README")


def places_front(html: str) -> bool:
    """True if a page says where the front of the archive stands in it."""
    return any(asked["asked"].strip().lower() == FRONT for asked in _COMMENT.finditer(html))


def problems_of_lists(docs: Path, docs_dir: str, pages: Iterable[str], register: Register) -> Iterator[Problem]:
    """Report what is wrong with the lists that the `pages` below `docs` ask for."""
    for source in pages:
        place = Place(printable(f"{docs_dir}/{source}"))
        try:
            text = (docs / source).read_text(encoding="utf-8-sig")
        except OSError as error:
            yield unreadable(place, error)
        except UnicodeDecodeError:
            yield not_text(place)
        else:
            yield from list_problems(text, place.path, register, is_home=_is_home_page(source))


def with_lists(html: str, register: Register, made: Callable[[ListRequest], str]) -> str:
    """Return a page's HTML with each list in the place of the comment that asks for it.

    Samples of code hold no comments by then: what is written in them is escaped.
    """

    def placed(found: re.Match[str]) -> str:
        request, _ = request_of(found["asked"].strip(), register)
        return made(request) if request else ""

    return _COMMENT.sub(placed, html)
