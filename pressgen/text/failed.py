"""Report markup that failed: text that looks like a link, a picture or emphasis and will be shown as it is typed.

Official texts are full of brackets, stars and underscores that are no markup. So each rule asks for something that
cannot be words: an address, the name of a file, one half of a pair.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from pressgen.problems import codes
from pressgen.text.emphasis import Run
from pressgen.text.joining import BREAK, JoinedLines
from pressgen.text.reading import Star, TextReading
from pressgen.text.targets import is_active, looks_like_site, target_of, written_at

_LONGEST_SHOWN = 80
_ENDINGS = "pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|zip|md|jpe?g|png|gif|webp|avif|svg"
_MAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+$")
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]{1,11})(?P<mark>:/{0,3}|/{2,3})(?=\S)")
_WEB = re.compile(r"h[a-z]{0,3}t[a-z]{0,2}s?$|https?\w?$", re.IGNORECASE)
_KNOWN_SCHEME = re.compile(r"(?:https?|mailto|tel|ftp|sms|geo):", re.IGNORECASE)
_COMPUTER = re.compile(r"[A-Za-z]:[\\/]|\\\\\w|[^\s\\]+\\\S*\.[A-Za-z0-9]{2,5}$")
_FILE = re.compile(rf"[^\x1d]*[^\s.\x1d]\.(?:{_ENDINGS})$", re.IGNORECASE)
_RELEASE = re.compile(
    r"(?P<path>(?:[\w\-]+/){0,9}\d{4}-\d{2}-\d{2}-[a-z0-9\-]+(?P<language>\.[a-z]{2,3}(?:-\w+)?)?)/?$"
)
_APART = re.compile(r"[ \t]{1,2}(?=\()")
_REVERSED = re.compile(r"(?:https?://|www\.)[^\s\[\]\x1d]+$", re.IGNORECASE)
_UNCLOSED = re.compile(
    r"\((?P<address>(?:https?://|www\.|mailto:)[^\s()\x1d]+(?:\([^\s()\x1d]*\)?)?"
    rf"|[^\s()<>\x1d]+(?:\([^\s()\x1d]*)?\.(?:{_ENDINGS})(?![^\s.,;:)\x1d]))",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\[([^\[\]\x1d]{0,200})\]")
_A_LINK = "[the agreement](https://www.mfa.example/agreement)"
_A_PICTURE = "![The Ministers sign](photo.jpg)"


class _Reason(NamedTuple):
    """Why an address is not one, with the right form of it, or with a whole hint."""

    why: str
    right: str = ""
    hint: str = ""


def _reason(inside: str, *, picture: bool) -> _Reason | None:  # noqa: PLR0911 - a list of what authors write
    """Say why the text in parentheses is no address; None if it may be words."""
    written = inside.strip("<> \t")
    if not written:
        return _Reason("nothing stands in the parentheses")
    if _MAIL.match(written):
        return _Reason("an e-mail address is written with mailto:", f"mailto:{written}")
    if _COMPUTER.match(written):
        name = re.split(r"[\\/]", written)[-1]
        return _Reason("it is a path of one computer; put the file into the release's own folder", name)
    scheme = _SCHEME.match(written)
    if scheme and (_KNOWN_SCHEME.match(written) or "//" in scheme["mark"] or _WEB.match(scheme["scheme"])):
        return _of_scheme(written, scheme)
    if looks_like_site(written):
        return _Reason("an address of the web begins with https://", f"https://{written}")
    if match := _RELEASE.match(written):
        language = "" if match["language"] else ".en"
        return _Reason("a release is named by its file, with its language and .md", f"{match['path']}{language}.md")
    if _FILE.match(written) and " " in written:
        return _Reason("spaces end an address; put it between < and >", f"<{written}>")
    if picture or inside.startswith("<"):
        return _Reason("the parentheses hold no address and no name of a file")
    return None


def _of_scheme(written: str, scheme: re.Match[str]) -> _Reason:
    if " " in written or BREAK in written:
        return _Reason("an address has no spaces", re.sub(r"[\s\x1d]+", "%20", written))
    if _WEB.match(scheme["scheme"]):
        return _Reason("an address of the web begins with https://", f"https://{written[scheme.end() :]}")
    return _Reason("an address begins with https://, mailto: or tel:")


def report_link(reading: TextReading, passage: JoinedLines, opened: int, closed: int, *, picture: bool) -> None:
    """Report brackets from `opened` to the `]` at `closed` that look like a link or a picture and are none."""
    text, end = passage.text, closed + 1
    if picture and opened and text[opened - 1].isalnum():
        return  # an exclamation mark before brackets of an editor
    words = text[opened + (2 if picture else 1) : closed]
    match = _failed(text, opened, words, end, picture=picture)
    if match is None:
        return
    reason, whole = match
    kind = "picture" if picture else "link"
    bang = "!" if picture else ""
    example = _A_PICTURE if picture else _A_LINK
    hint = reason.hint or f"write {f'{bang}[{_short(words)}]({reason.right})' if reason.right else example}"
    message = f"'{_short(whole)}' looks like a {kind} and will be shown as it is typed: {reason.why}"
    reading.report(codes.FAILED_LINK, passage.spot_of(opened), message, hint)


def _failed(  # noqa: PLR0911 - likewise
    text: str, opened: int, words: str, end: int, *, picture: bool
) -> tuple[_Reason, str] | None:
    """Say why brackets that end before `end` make no link, with the text as typed; None if not meant as one."""
    if text.startswith("(", end):
        if written := written_at(text, end):
            if is_active(written.address.lstrip("<")):
                return None  # which has been reported
            reason = _reason(written.address, picture=picture)
            if target_of(written.address, picture=picture):
                reason = _Reason("a link cannot stand within another", hint="leave the inner one or the outer one")
            return (reason, text[opened : written.end]) if reason else None
        if begun := _UNCLOSED.match(text, end):
            address = begun["address"]
            reason = _Reason("the parentheses are not closed", f"<{address}>" if "(" in address else address)
            return reason, text[opened : begun.end()]
        return None
    if apart := _APART.match(text, end):
        written = written_at(text, apart.end())
        if written and target_of(written.address, picture=picture) and (picture or "/" in written.address):
            reason = _Reason("no space may stand between the brackets and the parentheses", written.address)
            return reason, text[opened : written.end]
        return None
    if _REVERSED.match(words) and text[opened - 1 : opened] == ")" and (start := text.rfind("(", 0, opened)) >= 0:
        label_words = text[start + 1 : opened - 1]
        hint = f"write [{_short(label_words)}]({words})"
        return _Reason("the words belong into the brackets, the address into the parentheses", hint=hint), text[
            start:end
        ]
    label = _LABEL.match(text, end)
    if label and not label[1].startswith("^") and _refers(words, label[1]):
        address_label = label[1] or words
        hint = f"write the address on a line of its own, [{_short(address_label)}]: https://www.mfa.example/"
        return _Reason("no line says where it leads", hint=hint), text[opened : label.end()]
    return None


def _refers(words: str, label: str) -> bool:
    """True if the second of two pairs of brackets is a label, and not an alternative or a remark."""
    if not label or len(label) <= len("ref"):
        return True
    if " " in label.strip():
        return False
    return " " in words or not label.isalpha() or label.casefold() in words.casefold()


def report_note(reading: TextReading, passage: JoinedLines, note: re.Match[str]) -> None:
    """Report a mark of a note that does not exist, or a note that no mark refers to."""
    if note.start() == 0 and passage.text.startswith(":", note.end()):
        why, hint = "nothing in the text refers to this note", f"write {note[0]} where the note belongs"
    else:
        why, hint = "the note has no text", f"write its text on a line of its own: {note[0]}: …"
    reading.report(codes.HALF_A_NOTE, passage.spot_of(note.start()), f"{note[0]} is shown as it is typed: {why}", hint)


def _short(text: str) -> str:
    text = text.replace(BREAK, " ")
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


_ANGLE = re.compile(r"<([^\s<>/]+\.[^\s<>]+)>")


def report_angle(reading: TextReading, passage: JoinedLines, at: int) -> None:
    """Report an address between `<` and `>` that lacks its `https://`."""
    match = _ANGLE.match(passage.text, at)
    if match and looks_like_site(match[1]):
        why = "an address of the web begins with https://"
        message = f"'{_short(match[0])}' looks like a link and will be shown as it is typed: {why}"
        reading.report(codes.FAILED_LINK, passage.spot_of(at), message, f"write <https://{match[1]}>")


def note_stars(reading: TextReading, passage: JoinedLines, runs: list[Run], loose: list[tuple[str, int]]) -> None:
    """Collect the marks of one block that pair with none; `report_stars` judges them when the whole text is read.

    `loose` are marks with spaces on both sides, each with its place in the text.
    """
    text = passage.text
    for run in sorted(runs, key=lambda run: run.at):
        at = run.at
        if run.count != run.length:
            continue
        begins = at == 0 or text[at - 1] == BREAK
        after = text[at + run.length : at + run.length + 1]
        if run.opens and not run.closes and after.isalpha():
            kind = "beginning" if begins else "opening"
        elif run.closes and not run.opens:
            kind = "closing"
        else:
            continue
        reading.stars.append(Star(run.character * run.length, kind, _about(text, at, run.length), passage.spot_of(at)))
    for (marks, at), (other, after_at) in pairwise(loose):
        between = text[at + len(marks) : after_at]
        if marks == other and BREAK not in between and any(map(str.isalpha, between)):
            words = f"{marks}{between}{marks}"
            reading.stars.append(Star(marks, "spaced", _short(words), passage.spot_of(at)))
    if loose and loose[0][1] == 0:
        reading.stars.append(Star(loose[0][0], "note", "", passage.spot_of(0)))


def _about(text: str, at: int, length: int) -> str:
    """Return a mark with the words beside it."""
    before = re.split(r"[\s\x1d]", text[max(0, at - 20) : at])[-1]
    behind = text[at : at + length + 24].partition(BREAK)[0]
    return before + (behind if len(behind) < length + 24 else behind.rpartition(" ")[0] or behind)


def report_stars(reading: TextReading) -> None:
    """Report emphasis that is opened and not closed, or closed and not opened.

    Stars behind a name and before a note are marks of a note in printed texts, and so is a single star before a
    paragraph.
    """
    stars = reading.stars
    last_note = {star.marks: at for at, star in enumerate(stars) if star.kind in {"beginning", "note"}}
    before: set[str] = set()
    for at, star in enumerate(stars):
        length = len(star.marks)
        what = "bold type" if length > 1 else "italic type"
        if star.kind == "spaced":
            _report(reading, star, f"no space may stand inside the marks of {what}", f"write {_closed_up(star)}")
        elif star.kind == "opening" or (star.kind == "beginning" and star.marks != "*" and star.marks not in before):
            hint = f"close it where the words end, {star.words.rstrip(' .,;')}{star.marks}, or write {_escaped(star)}"
            _report(reading, star, f"{what} is opened here and closed nowhere in the paragraph", hint)
        elif (
            star.kind == "closing"
            and length > 1
            and last_note.get(star.marks, 0) <= at
            and star.marks[1:] not in before
        ):
            hint = f"open it where the words begin, {star.marks}{star.words.rstrip(' .,;')}, or write {_escaped(star)}"
            _report(reading, star, f"{what} is closed here and opened nowhere in the paragraph", hint)
        if star.kind == "closing":
            before.add(star.marks)


def _escaped(star: Star) -> str:
    return "".join(f"\\{mark}" for mark in star.marks) + " for a printed sign"


def _closed_up(star: Star) -> str:
    return star.marks + star.words.removeprefix(star.marks).removesuffix(star.marks).strip() + star.marks


def _report(reading: TextReading, star: Star, why: str, hint: str) -> None:
    message = f"'{_short(star.words)}' looks like emphasis and will be shown as it is typed: {why}"
    reading.report(codes.FAILED_EMPHASIS, star.spot, message, hint)
