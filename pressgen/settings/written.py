"""Find words of options in `mkdocs.yml` that YAML would drop; each hint has the line as it should be.

In `mkdocs.yml` a comment may follow a value, unless the value is a text of words, which might go on behind the hash.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

import yaml

from pressgen.letters import BIDI, curled
from pressgen.model import Words, is_key_at, keys_at, model_at
from pressgen.problems import Place, Problem, codes
from pressgen.settings.options import Settings
from pressgen.yaml_text import (
    PureParser,
    Scalar,
    comment_hint,
    comments,
    empty_block,
    is_bare,
    line_with,
    mended_flow,
    needs_quotes,
    quoted,
)

Path = tuple[str | int, ...]
_LONGEST_FLOW = 4_000
_ANCHOR = re.compile(r"&([\w-]+)")


@dataclass(slots=True)
class OptionFindings:
    """Problems with how options are written, and the paths of keys that are not options but the rest of a text."""

    problems: list[Problem] = field(default_factory=list)
    cut: list[Path] = field(default_factory=list)


def check_writing(text: str, options: yaml.Node | None, name: str, words: Iterable[yaml.Node] = ()) -> OptionFindings:
    """Check how the plugin's options are written in a file called `name`; `options` is their node in its `text`.

    `words` are the nodes of other options whose texts readers see.
    """
    findings = OptionFindings()
    reading = _Reading(text, name, findings)
    for node in words:
        if isinstance(node, yaml.ScalarNode):
            reading.words.add(node.start_mark.index)
            reading.block(node)
    if isinstance(options, yaml.MappingNode):
        reading.mapping(options, ())
    reading.comments()
    findings.problems.sort(key=lambda problem: problem.sort_key)
    return findings


class _Reading:
    """Checks the options of one file."""

    def __init__(self, text: str, name: str, findings: OptionFindings) -> None:
        self.text = text
        self.name = name
        self.findings = findings
        self.words: set[int] = set()
        self.values: set[int] = set()
        self.empty: set[int] = set()

    def place(self, index: int) -> Place:
        line = self.text.rfind("\n", 0, index) + 1
        return Place(self.name, self.text.count("\n", 0, index) + 1, index - line + 1)

    def mapping(self, node: yaml.MappingNode, path: Path) -> None:
        """Check the keys and values of one mapping."""
        seen: dict[str, yaml.Node] = {}
        for key, value in node.value:
            word = str(key.value)
            if word in seen:
                line = self.place(seen[word].start_mark.index).line
                message = f"the option '{word}' stands here twice"
                hint = f"it stands first on line {line}; keep one of them"
                self.findings.problems.append(codes.DOUBLED_KEY.at(self.place(key.start_mark.index), message, hint))
            seen.setdefault(word, key)
            self.value(value, (*path, word))
        if node.flow_style:
            self.cut(node, path)

    def value(self, node: yaml.Node, path: Path) -> None:
        """Check one value."""
        if isinstance(node, yaml.MappingNode):
            self.mapping(node, path)
        elif isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                self.value(item, (*path, index))
        elif isinstance(node, yaml.ScalarNode):
            start = node.start_mark.index
            self.values.add(start)
            self.block(node)
            if not node.value:
                self.empty.add(self.place(start).line)
            of_words = model_at(Settings, path) is Words or model_at(Settings, path[:-1]) is Words
            if of_words or " " in node.value:
                self.words.add(start)
            if of_words:
                self.curled(node)
                self.tagged(node)
            if BIDI.search(node.value):
                message = "an invisible character turns the order of the letters around it"
                self.findings.problems.append(codes.BIDI_CONTROL.at(self.place(start), message, "remove it"))

    def block(self, node: yaml.ScalarNode) -> None:
        """Report a text of several lines that is empty."""
        if fault := empty_block(node.style, node.value):
            self.findings.problems.append(codes.YAML_SYNTAX.at(self.place(node.start_mark.index), *fault))

    def tagged(self, node: yaml.ScalarNode) -> None:
        """Report words that begin with what is a tag or an anchor to YAML.

        MkDocs' own tag of variables is none of them, nor is an anchor that an alias refers to.
        """
        start, end = node.start_mark.index, node.end_mark.index
        if (self.text.startswith("!", start) and not self.text.startswith("!ENV ", start)) or self.is_unused(start):
            what = "tag" if self.text[start] == "!" else "anchor"
            message = f"a text that begins with this sign is a YAML {what}, which is not used here"
            hint = f"write {line_with(self.text, start, end, quoted(self.text[start:end].strip()))}"
            self.findings.problems.append(codes.YAML_ANCHOR.at(self.place(start), message, hint))

    def is_unused(self, at: int) -> bool:
        """True if an anchor stands at this index of the text, and no alias refers to it."""
        anchor = _ANCHOR.match(self.text, at)
        return anchor is not None and not re.search(rf"\*{re.escape(anchor[1])}(?![\w-])", self.text)

    def cut(self, node: yaml.MappingNode, path: Path) -> None:
        """Report texts between braces that a comma cuts."""
        begun: tuple[int, str] | None = None
        for position, (key, _) in enumerate(node.value):
            word = str(key.value)
            bare = is_bare(self.text, key.end_mark.index)
            if bare or (position and not self.is_key(path, word)):
                begun = begun or (key.start_mark.index, word)
                self.findings.cut.append((*path, word))
        if begun is None:
            return
        start, end = node.start_mark.index, node.end_mark.index
        hint = "put the whole text between quotation marks"
        if end - start <= _LONGEST_FLOW:
            mended = mended_flow(self.text[start:end], lambda key: self.is_key(path, key))
            hint = f"write {line_with(self.text, start, end, mended)}"
        at, word = begun
        key, colon, _ = word.partition(":")
        if colon and self.is_key(path, key):
            place = self.place(at + len(key))
            self.findings.problems.append(codes.YAML_COLON.at(place, "a space is missing after this colon", hint))
            return
        message = f"between braces a comma ends a text, and '{word}' would be lost"
        hint = f"put quotation marks around the whole text: {hint}; on a line of its own it needs none"
        self.findings.problems.append(codes.CUT_TEXT.at(self.place(at), message, hint))

    @staticmethod
    def is_key(path: Path, key: str) -> bool:
        """True if a word is an option's key or a misspelt one."""
        known = is_key_at(Settings, path, key)
        return known is not False or bool(get_close_matches(key, keys_at(Settings, path), n=1))

    def curled(self, node: yaml.ScalarNode) -> None:
        """Report words between curly quotation marks: a word processor may have changed those of YAML into them."""
        raw = node.value
        if node.style is None and curled(raw):
            start, end = node.start_mark.index, node.end_mark.index
            bare = raw[1:-1].strip()
            right = line_with(self.text, start, end, quoted(bare) if needs_quotes(bare) else bare)
            hint = f"write {right}; if they are meant, write {line_with(self.text, start, end, quoted(raw))}"
            message = "these quotation marks are part of the text, and will be printed"
            self.findings.problems.append(codes.CURLY_QUOTES.at(self.place(start), message, hint))

    def comments(self) -> None:
        """Report comments that may be the rest of a text."""
        if "#" not in self.text:
            return
        for comment in comments(self.text, list(_scalars(self.text))):
            before = comment.before
            if before is None:
                lost = comment.glued and self.place(comment.at).line in self.empty
            elif before.style:
                lost = before.end == comment.at and before.start in self.words
            else:
                lost = before.start in self.words or (comment.glued and before.start in self.values)
            if lost:
                message = f"this is a comment to YAML and would be lost: {comment.text}"
                problem = codes.LOST_TEXT.at(self.place(comment.at), message, comment_hint(self.text, comment))
                self.findings.problems.append(problem)


def _scalars(text: str) -> Iterator[Scalar]:
    events: Any = PureParser(text)  # as `mkdocs.yml` is read: libyaml takes some tags for mistakes
    while (event := events.get_event()) is not None:
        if isinstance(event, yaml.ScalarEvent) and event.start_mark and event.end_mark:
            yield Scalar(event.start_mark.index, event.end_mark.index, event.style or "")
