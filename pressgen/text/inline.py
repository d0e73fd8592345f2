"""Write the words of one block as HTML: emphasis, links, pictures, notes, and tags that its author wrote.

The text is scanned once, in time proportional to its length. Whatever is not markup beyond doubt is text, and is shown
as it is typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape, unescape
from html.entities import html5
from typing import ClassVar

from pressgen.problems import codes
from pressgen.text import emphasis, failed
from pressgen.text.anchors import Anchors
from pressgen.text.joining import BREAK, JoinedLines, join_lines
from pressgen.text.lines import label_of
from pressgen.text.numbers import isolated
from pressgen.text.plain import text_of
from pressgen.text.reading import SourceLine, Spot, TextReading
from pressgen.text.safety import OUTSIDE, TAG, Tags, report_missing_alt, report_outside_picture
from pressgen.text.targets import is_active, is_outside, target_of, written_at

_TRIGGER = re.compile(r"[*_\[\]<&\\@]")
_TOKEN = re.compile(
    r"""\\[!"#$&'()*+,\-./:;<>\[\\\]^_`{|}~]|\*+|(?<!\w)_++|(?<=[^\W_])_++(?!\w)|!?\[|\]|[<&@]|(?<![^\W_])https?://"""
)
_TAGS_ONLY = re.compile(r"[<&]")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:|tel:)[^\s<>\x1d]{1,2000})>", re.IGNORECASE)
_AUTOMAIL = re.compile(r"<([\w.+\-]{1,64}@[\w.\-]{1,250})>")
_BARE = re.compile(r"https?://[^\s<>\"«»“”„‟「」『』【】〈〉《》\x1d]{1,2001}")
_AFTER_BARE = "]*_.,:;!?'’‘…។៕៚、。，．！？：；،؛؟।॥๏๛"
_LOCAL = re.compile(r"[A-Za-z0-9](?:[\w.+\-]{0,63})$")
_DOMAIN = re.compile(r"(?:[^\W_](?:[\w\-]{0,62})\.){1,8}[^\W\d_]{2,24}(?![\w\-@])")
_ENTITY = re.compile(r"&(?:([A-Za-z][A-Za-z0-9]{1,31};)|#([0-9]{1,7});|#[xX]([0-9A-Fa-f]{1,6});)")
_NOTE = re.compile(r"\[\^([^\s\[\]^]{1,64})\]")
_LONGEST_TARGET = 2000
_LONGEST_LABEL = 200
_MOST_BRACKETS = 50
# The sanitiser takes time in proportion to the square of a text without a tag in it. No real paragraph is as long.
LONGEST_TEXT = 8000
_SHORTER = re.compile(rf".{{1,{LONGEST_TEXT // 2}}}(?:(?<= )|$)|.{{1,{LONGEST_TEXT // 2}}}", re.DOTALL)


class Html(str):
    """Finished HTML, in which text is escaped."""

    __slots__ = ()


class Plain(Html):
    """Escaped text without markup; its only tags are ours, for foreign scripts and line ends."""

    __slots__ = ()


class Inline:
    """Writes the words of all blocks of one text."""

    def __init__(self, reading: TextReading, anchors: Anchors) -> None:
        self.reading = reading
        self.anchors = anchors
        self.cited: dict[str, list[str]] = {}
        """The ids of the places that cite a note, by its label."""

    def html(self, lines: Sequence[SourceLine]) -> Html:
        """Write the HTML of the lines of a block."""
        return self.passage(join_lines(lines))

    def passage(self, passage: JoinedLines) -> Html:
        """Write the HTML of lines that are joined."""
        text = passage.text
        if not _TRIGGER.search(text) and "://" not in text:
            return Plain(self.words(text)) if len(text) <= LONGEST_TEXT else Html(self.words(text))
        return Html(_Scan(self, passage).html(_TOKEN))

    def raw(self, lines: Sequence[SourceLine]) -> Html:
        """Write HTML that an author wrote, as far as it may be published."""
        passage = join_lines(lines, keep_lines=True)
        return Html(_Scan(self, passage).html(_TAGS_ONLY))

    def words(self, text: str) -> str:
        """Write plain text as HTML, with its breaks, and with foreign scripts marked."""
        if len(text) > LONGEST_TEXT:
            return "<wbr>".join(map(self.words, _SHORTER.findall(text)))
        reading = self.reading
        marked = reading.scripts.html(text) if reading.marking else isolated(text)
        return marked.replace(BREAK, "<br>\n") if BREAK in marked else marked


@dataclass(slots=True)
class _Bracket:
    part: int
    at: int
    picture: bool
    runs: int
    autolinks: int


@dataclass(slots=True)
class _Scan:
    """One scan over one text; `parts` is its HTML so far."""

    inline: Inline
    passage: JoinedLines
    parts: list[str] = field(default_factory=list)
    runs: list[emphasis.Run] = field(default_factory=list)
    unpaired: list[emphasis.Run] = field(default_factory=list)
    loose: list[tuple[str, int]] = field(default_factory=list)
    brackets: list[_Bracket] = field(default_factory=list)
    autolinks: list[tuple[int, str]] = field(default_factory=list)
    unlinkable: int = 0
    tags: Tags = field(init=False)

    def __post_init__(self) -> None:
        self.tags = Tags(self.inline.reading, self.parts, self.passage.spot_of)

    def html(self, tokens: re.Pattern[str]) -> str:
        """Write the HTML of the lines of a block."""
        text = self.passage.text
        done = at = 0
        while token := tokens.search(text, at):
            start = token.start()
            first = token[0][0]
            if first in "@&":
                # Where it begins nothing it is a word among others: `Nord & Sund` is read in one direction.
                at = self._mail(token, done) if first == "@" else self._entity(token, done)
                done = max(done, at) if at > token.end() else done
                continue
            if start > done:
                self._words(text[done:start])
            at = done = self._readers[first](self, token)
        if done < len(text):
            self._words(text[done:])
        self._emphasise(0)
        if self.unpaired or self.loose:
            failed.note_stars(self.inline.reading, self.passage, self.unpaired, self.loose)
        self.tags.close()
        return "".join(self.parts if len(text) < LONGEST_TEXT else _shortened(self.parts))

    def _words(self, words: str) -> None:
        if self.tags.stack and self.tags.says_language:
            self.parts.append(isolated(words).replace(BREAK, "<br>\n"))
        else:
            self.parts.append(self.inline.words(words))

    def _emphasise(self, since: int) -> None:
        emphasis.pair_runs(self.runs[since:])
        for run in self.runs[since:]:
            self.parts[run.part] = run.html()
            if run.count:
                self.unpaired.append(run)
        del self.runs[since:]

    def _escape(self, token: re.Match[str]) -> int:
        self.parts.append(escape(token[0][1], quote=False))
        return token.end()

    def _run(self, token: re.Match[str]) -> int:
        text = self.passage.text
        marks = token[0]
        run = emphasis.run_of(
            marks, text[token.start() - 1 : token.start()], text[token.end() : token.end() + 1], len(self.parts)
        )
        if run:
            run.at = token.start()
            self.runs.append(run)
        elif len(marks) == 2:  # noqa: PLR2004  # two marks are strong
            self.loose.append((marks, token.start()))
        self.parts.append(marks)
        return token.end()

    def _open(self, token: re.Match[str]) -> int:
        note = _NOTE.match(self.passage.text, token.end() - 1)
        if note and note[1] in self.inline.reading.notes:
            return self._note(token, note)
        if note:
            failed.report_note(self.inline.reading, self.passage, note)
        if len(self.brackets) < _MOST_BRACKETS:
            self.unlinkable = min(self.unlinkable, len(self.brackets))
            picture = token[0] == "!["
            self.brackets.append(_Bracket(len(self.parts), token.start(), picture, len(self.runs), len(self.autolinks)))
        self.parts.append(token[0])
        return token.end()

    def _note(self, token: re.Match[str], note: re.Match[str]) -> int:
        if token[0] == "![":
            self.parts.append("!")
        label = note[1]
        anchor = self.inline.anchors.named(f"fnref-{label}")
        self.inline.cited.setdefault(label, []).append(anchor)
        self.parts.append(
            f'<sup class="footnote-ref" id="{escape(anchor)}"><a href="#fn-{escape(label)}">{escape(label)}</a></sup>'
        )
        return note.end()

    def _close(self, token: re.Match[str]) -> int:
        if not self.brackets:
            self.parts.append("]")
            return token.end()
        bracket = self.brackets.pop()
        linkable = bracket.picture or len(self.brackets) >= self.unlinkable
        target = self._target(bracket, token) if linkable else None
        if target is None:
            failed.report_link(self.inline.reading, self.passage, bracket.at, token.start(), picture=bracket.picture)
            self.parts.append("]")
            return token.end()
        address, title, end = target
        spot = self.passage.spot_of(bracket.at)
        self._emphasise(bracket.runs)
        if bracket.picture:
            self._picture(bracket, address, title, spot)
        else:
            self._link(bracket, address, title, spot)
        return end

    def _target(self, bracket: _Bracket, token: re.Match[str]) -> tuple[str, str, int] | None:
        """Read the address and title behind a closing bracket, and where they end; None if there are none."""
        text, end = self.passage.text, token.end()
        if text.startswith("(", end) and (direct := self._direct(bracket, end)):
            return direct
        reading = self.inline.reading
        if not reading.targets:
            return None
        inner = (
            text[bracket.at + (2 if bracket.picture else 1) : token.start()]
            if token.start() - bracket.at < _LONGEST_LABEL
            else ""
        )
        if text.startswith("[", end):
            close = text.find("]", end, end + _LONGEST_LABEL)
            if close > 0:
                label = text[end + 1 : close] or inner
                if target := reading.targets.get(label_of(label)):
                    return target.address, target.title, close + 1
        target = reading.targets.get(label_of(inner)) if inner else None
        return (target.address, target.title, end) if target else None

    def _direct(self, bracket: _Bracket, start: int) -> tuple[str, str, int] | None:
        reading, spot = self.inline.reading, self.passage.spot_of(start + 1)
        written = written_at(self.passage.text, start)
        if written is None:
            return None
        if is_active(written.address.lstrip("<")):
            message = f"the address {written.address[:60]!r} is not published"
            reading.report(codes.UNSAFE_HTML, spot, message, "remove the link")
        address = target_of(written.address.replace("&amp;", "&"), picture=bracket.picture)
        title = reading.seen(unescape(written.title), spot) if written.title else ""
        return (address, title.replace(BREAK, " "), written.end) if address else None

    def _link(self, bracket: _Bracket, address: str, title: str, spot: Spot) -> None:
        self.unlinkable = len(self.brackets)
        for part, plain in self.autolinks[bracket.autolinks :]:
            self.parts[part] = plain
        del self.autolinks[bracket.autolinks :]
        named = f' title="{escape(title)}"' if title else ""
        if is_outside(address):
            self.parts[bracket.part] = f"{_outside(address)[:-1]}{named}>"
        else:
            self.parts[bracket.part] = (
                f'<a href="{escape(self.inline.reading.address(address, spot, picture=False))}"{named}>'
            )
        self.parts.append("</a>")

    def _picture(self, bracket: _Bracket, address: str, title: str, spot: Spot) -> None:
        reading = self.inline.reading
        alt = text_of("".join(self.parts[bracket.part + 1 :]))
        if not alt.strip():
            report_missing_alt(reading, spot)
        del self.parts[bracket.part :]
        self.autolinks = [autolink for autolink in self.autolinks if autolink[0] < bracket.part]
        named = f' title="{escape(title)}"' if title else ""
        if is_outside(address):
            report_outside_picture(reading, address, spot)
            self.parts.append(f"{_outside(address)}{escape(alt or address, quote=False)}</a>")
        else:
            source = reading.address(address, spot, picture=True)
            self.parts.append(f'<img src="{escape(source)}" alt="{escape(alt)}"{named}>')

    def _less(self, token: re.Match[str]) -> int:
        text, start = self.passage.text, token.start()
        if link := _AUTOLINK.match(text, start):
            self._autolink(link[1], link[1])
            return link.end()
        if mail := _AUTOMAIL.match(text, start):
            self._autolink(f"mailto:{mail[1]}", mail[1])
            return mail.end()
        if text[start + 1 : start + 2].isalpha() or text.startswith("</", start):
            tag = TAG.match(text, start)
            end = self.tags.read(tag) if tag else None
            if end is not None:
                return end
            if tag is None:
                self.tags.loose(text, start)
                failed.report_angle(self.inline.reading, self.passage, start)
        self.parts.append("&lt;")
        return token.end()

    def _entity(self, token: re.Match[str], done: int) -> int:
        text, start = self.passage.text, token.start()
        entity = _ENTITY.match(text, start)
        if entity is None or (entity[1] and entity[1] not in html5):
            return token.end()
        if start > done:
            self._words(text[done:start])
        self._words(self.inline.reading.seen(unescape(entity[0]), self.passage.spot_of(start)))
        return entity.end()

    def _bare(self, token: re.Match[str]) -> int:
        bare = _BARE.match(self.passage.text, token.start())
        written = _trimmed(bare[0]) if bare else ""
        end = max(token.end(), token.start() + len(written))
        if len(token[0]) < len(written) <= _LONGEST_TARGET:
            self._autolink(written, written)
        else:
            self._words(self.passage.text[token.start() : end])
        return end

    def _mail(self, token: re.Match[str], done: int) -> int:
        text, at = self.passage.text, token.start()
        local = _LOCAL.search(text[max(done, at - 64) : at])
        domain = _DOMAIN.match(text, at + 1) if local else None
        if not local or not domain:
            return token.end()
        start = at - len(local[0])
        if start > done:
            self._words(text[done:start])
        self._autolink(f"mailto:{text[start : domain.end()]}", text[start : domain.end()])
        return domain.end()

    def _autolink(self, address: str, words: str) -> None:
        plain = escape(words, quote=False)
        turned = ' dir="ltr"' if self.inline.reading.is_turned else ""
        if any(element.name == "a" for element in self.tags.stack):
            self.parts.append(plain)
            return
        self.autolinks.append((len(self.parts), plain))
        self.parts.append(f"{_outside(address)[:-1]}{turned}>{plain}</a>")

    # The method that reads each kind of token, by its first character.
    _readers: ClassVar[dict[str, Callable[[_Scan, re.Match[str]], int]]] = {
        "\\": _escape,
        "*": _run,
        "_": _run,
        "!": _open,
        "[": _open,
        "]": _close,
        "<": _less,
        "h": _bare,
    }


def _shortened(parts: Sequence[str]) -> Iterator[str]:
    """Split the parts of an enormous text, with a place to break after each so many characters."""
    length = 0
    for part in parts:
        length += len(part)
        if length > LONGEST_TEXT:
            length = len(part)
            yield "<wbr>"
        yield part


def _outside(address: str) -> str:
    relation = f' rel="{OUTSIDE}"' if address[:4].lower() == "http" else ""
    return f'<a href="{escape(address)}"{relation}>'


def _trimmed(address: str) -> str:
    """Return an address without the punctuation of the sentence around it."""
    while True:
        shorter = address.rstrip(_AFTER_BARE)
        if shorter.endswith((")", "}")) and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter
