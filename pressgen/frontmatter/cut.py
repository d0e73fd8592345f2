"""Decode a file, and cut it into front matter and body.

The text that comes out holds line feeds only, no byte order mark and no control character; lines and columns stay
those of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from pressgen.letters import BIDI, CONTROLS, named
from pressgen.problems import Code, Place, Problem, codes

LARGEST_FILE = 1_048_576
LARGEST_FRONT_MATTER = 131_072
MOST_LINES = 25_000
"""So many lines are read in about a second, whatever stands in them; the longest communiqués have a tenth of that."""
_MOST_TOLD = 20
_HYPHENS = re.compile(r"[-\u2010-\u2015\u2212]{1,6}\s*")
_KEY = re.compile(r"[A-Za-z_]{2,30}\s?:(\s|$)")
_SIGNATURES = (
    (b"PK\x03\x04", "a Word document or ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a compressed file"),
)


class Text(NamedTuple):
    """What a file's bytes say, or None where they say nothing that can be read."""

    text: str | None
    problems: tuple[Problem, ...]


class Cut(NamedTuple):
    """A file's front matter (None where there is none) and body, with the file's number of each one's first line."""

    front: str | None
    front_line: int
    body: str
    body_line: int
    problems: tuple[Problem, ...]


def decode(data: bytes, path: str, largest: int = LARGEST_FILE) -> Text:
    """Read bytes as UTF-8 text, reporter of what no text may hold."""
    place = Place(path)
    if len(data) > largest:
        hint = "a photograph or a document belongs beside the text, not in it"
        # Whoever read the file read no more of it than one byte too many.
        return Text(None, (codes.ENORMOUS_FILE.at(place, f"the file has more than {largest:,} bytes", hint),))
    if not data.strip(b" \t\r\n\xef\xbb\xbf"):
        hint = "write the release, or remove the file"
        return Text(None, (codes.EMPTY_FILE.at(place, "the file is empty", hint),))
    kind = next((name for start, name in _SIGNATURES if data.startswith(start)), "")
    if not kind and (wide := _wide_encoding(data)):
        hint = "save the file as UTF-8"
        return Text(None, (codes.NOT_UTF8.at(place, f"the file is in {wide}, not in UTF-8", hint),))
    if kind or b"\0" in data:
        hint = "a release is a text in Markdown"
        return Text(None, (codes.BINARY_FILE.at(place, f"this is {kind or 'no text'}", hint),))
    problems: tuple[Problem, ...] = ()
    try:
        text = data.decode("utf-8").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", "replace").lstrip("\ufeff")
        problems = (_not_utf8(data, error.start, path),)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # A text of printable characters alone, as most are, has none of either: that is known ten times as quickly.
    is_printable = text.replace("\n", "").isprintable()
    for pattern, code in () if is_printable else ((CONTROLS, codes.CONTROL_CHARACTER), (BIDI, codes.BIDI_CONTROL)):
        if pattern.search(text):
            problems = (*problems, *_controls(text, pattern, code, path))
            text = pattern.sub(lambda match: " " * len(match[0]), text)
    return Text(text, problems)


def _wide_encoding(data: bytes) -> str:
    """Return the encoding of a file whose characters have two bytes or four, marked at its beginning or not."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    start = data[:200]
    halves = start[::2].count(0), start[1::2].count(0)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or (sum(halves) * 3 > len(start) and min(halves) == 0):
        return "UTF-16"
    return ""


def _not_utf8(data: bytes, start: int, path: str) -> Problem:
    """Report the byte at `start`, which is no UTF-8."""
    before = data[:start].decode("utf-8", "replace").removeprefix("\ufeff")
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    place = Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
    byte = data[start : start + 1]
    likely = byte.decode("cp1252", "replace")
    guess = f" (in Windows-1252 it is '{likely}')" if likely.isprintable() and likely != "\ufffd" else ""
    return codes.NOT_UTF8.at(place, f"the byte 0x{byte.hex()} is no UTF-8{guess}", "save the file as UTF-8")


def _controls(text: str, pattern: re.Pattern[str], code: Code, path: str) -> Iterator[Problem]:
    """Report the first control characters of one sort; the last that is reported says how many more there are."""
    line, line_start = 1, 0
    for number, match in enumerate(islice(pattern.finditer(text), _MOST_TOLD), 1):
        at = match.start()
        line += text.count("\n", line_start, at)
        line_start = text.rfind("\n", 0, at) + 1
        more = number == _MOST_TOLD and len(pattern.findall(text)) - _MOST_TOLD
        message = f"an invisible character ({named(match[0][0])})" + (f", and {more} more" if more else "")
        hint = "it turns the order of the letters around it; remove it"
        if code is codes.CONTROL_CHARACTER:
            hint = "a line break of Word; put a real one" if match[0] in "\x0b\x0c" else "remove it"
            hint = _windows(match[0][0]) or hint
        yield code.at(Place(path, line, at - line_start + 1), message, hint)


def _windows(letter: str) -> str:
    """Return what a C1 control character was in Windows-1252, where it came from."""
    if "\x80" <= letter <= "\x9f":
        likely = letter.encode("latin-1").decode("cp1252", "replace")
        if likely.isprintable() and likely != "\ufffd":
            return f"it was probably '{likely}' in Windows-1252"
    return ""


def cut(text: str, path: str) -> Cut:
    """Part front matter and body."""
    lines = text.split("\n")
    if len(lines) > MOST_LINES:
        hint = "a document as long as that belongs beside the text, not in it"
        message = f"the file has more than {MOST_LINES:,} lines"
        return Cut(None, 1, "", 1, (codes.ENORMOUS_FILE.at(Place(path), message, hint),))
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    opening, place = lines[first].rstrip(), Place(path, first + 1)
    if opening == "---":
        message = f"the front matter begins on line {first + 1}"
        hint = "it must begin on the first line: remove the empty lines above it"
        return _parted(lines, first + 1, path, (codes.NO_FRONT_MATTER.at(place, message, hint),) if first else ())
    if _HYPHENS.fullmatch(lines[first].strip()) and _keys_follow(lines, first + 1):
        hint = "the front matter begins with a line of three hyphens, ---"
        problem = codes.NO_FRONT_MATTER.at(place, f"this line is '{opening}', not '---'", hint)
        return _parted(lines, first + 1, path, (problem,))
    if _KEY.match(opening) and _closing(lines, first) is not None:
        hint = "put a line of three hyphens, ---, above it"
        return _parted(lines, first, path, (codes.NO_FRONT_MATTER.at(place, "the front matter is not opened", hint),))
    return _uncut(text, path, first + 1, opening)


def _uncut(text: str, path: str, line: int, opening: str) -> Cut:
    toml = opening.startswith("+++")
    message = "this front matter is TOML, not YAML" if toml else "the file has no front matter"
    hint = "begin the file with a line ---, then `title: …`, `date: …`, `kind: …`, then a line ---"
    return Cut(None, 1, text, 1, (codes.NO_FRONT_MATTER.at(Place(path, line), message, hint),))


def _keys_follow(lines: list[str], begin: int) -> bool:
    return any(_KEY.match(line) for line in lines[begin : begin + 3])


def _closing(lines: list[str], begin: int) -> int | None:
    """Return the index of the line that closes the front matter."""
    return next(
        (n for n in range(begin, len(lines)) if lines[n][:3] in {"---", "..."} and not lines[n][3:].strip()), None
    )


def _parted(lines: list[str], begin: int, path: str, problems: tuple[Problem, ...]) -> Cut:
    """Part front matter that begins on a line from the body; `problems` are those of its beginning."""
    end = _closing(lines, begin)
    body_at = (end or 0) + 1
    if end is None:
        end = body_at = _likely_end(lines, begin)
        before = f"below line {end}" if end else "below the last key"
        hint = f"write a line of three hyphens, ---, {before}"
        if end < len(lines) and (written := lines[end].strip()) and _HYPHENS.fullmatch(written):
            hint = f"line {end + 1} is '{written}': write three hyphens, ---, in its place"
        place = Place(path, max(begin, 1))
        problems = (*problems, codes.UNCLOSED_FRONT_MATTER.at(place, "the front matter is not closed", hint))
    front = "\n".join(lines[begin:end]) + "\n"
    if len(front) > LARGEST_FRONT_MATTER:
        hint = f"{LARGEST_FRONT_MATTER:,} characters are allowed; the text of the release belongs below it"
        message = f"the front matter has {len(front):,} characters"
        problem = codes.ENORMOUS_FILE.at(Place(path, begin + 1), message, hint)
        return Cut(None, begin + 1, "", body_at + 1, (*problems, problem))
    # A file that ends with its front matter has no line for a text; its last line serves.
    return Cut(front, begin + 1, "\n".join(lines[body_at:]), min(body_at + 1, len(lines)), problems)


def _likely_end(lines: list[str], begin: int) -> int:
    """Return the index of the line before which unclosed front matter probably ends: where no key follows a blank."""
    for number in range(begin, len(lines)):
        line = lines[number]
        if line.strip() and _HYPHENS.fullmatch(line.strip()) and number > begin:
            return number
        if not line.strip():
            rest = next((later for later in lines[number + 1 : number + 50] if later.strip()), "")
            if not (_KEY.match(rest) or rest.startswith((" ", "- ", "#"))):
                return number
    return len(lines)
