"""Read a site's own locale files, and report what is wrong in them at its line.

What the keys mean is documented in `pressgen.languages.locales`.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path

import yaml

from pressgen.languages import as_recommended, is_language
from pressgen.languages.cldr import plural_categories
from pressgen.languages.locales import DATE_PATTERNS, LIST_PATTERNS, Contents, master_words
from pressgen.problems import Code, Place, Problem, codes

LARGEST = 256 * 1024
"""The largest locale file that is read, in bytes; pressgen's own have about 20,000."""

_KEYS = ("autonym", "direction", "digits", "list", "dates", "days", "eras", "words")
_ERA_KEYS = ("name", "from", "ahead", "first")
_DAYS = tuple(map(str, range(1, 32)))
_PLAIN = (yaml.ScalarNode,)


def read_locales(folder: Path, name: str) -> tuple[Mapping[str, Contents], tuple[Problem, ...]]:
    """Read the locale files of a folder, which problems call `name`: contents by language tag, and the problems.

    A file with a problem is left out of the contents.
    """
    contents: dict[str, Contents] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.y*ml")) if folder.is_dir() else ():
        content, wrong = read_locale(path, f"{name}/{path.name}")
        problems += wrong
        if content and not wrong:
            contents[path.stem] = content
    return contents, tuple(problems)


def read_locale(path: Path, name: str) -> tuple[Contents, tuple[Problem, ...]]:
    """Read one locale file, which problems call `name`: its content, and its problems."""
    if problem := _name_problem(path, name):
        return {}, (problem,)
    try:
        with path.open("rb") as file:
            text = file.read(LARGEST + 1)
        if len(text) > LARGEST:
            return {}, (codes.WRONG_LOCALE.at(Place(name), f"the file has more than {LARGEST:,} bytes"),)
        root = _Loader(text.decode("utf-8-sig")).get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        return {}, (codes.WRONG_LOCALE.at(place, f"the file cannot be read: {error.problem or 'not YAML'}"),)
    except (yaml.YAMLError, OSError, ValueError, RecursionError) as error:
        reason = str(error).split("\n", 1)[0] or "not YAML"
        return {}, (codes.WRONG_LOCALE.at(Place(name), f"the file cannot be read: {reason}"),)
    if root is None:
        return {}, ()
    problems = tuple(_Check(name, path.stem).file(root))
    return (_value(root) if not problems else {}), problems


class _Loader(yaml.SafeLoader):
    """Reads YAML without aliases, which could make a small file a large one."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(None, None, "an alias (*) is not allowed here", event.start_mark)
        node: yaml.Node | None = super().compose_node(parent, index)
        return node


def _name_problem(path: Path, name: str) -> Problem | None:
    if not path.is_file():  # to open a named pipe is to wait for ever
        return codes.WRONG_LOCALE.at(Place(name), "it is not a file")
    if path.suffix != ".yml":
        return codes.WRONG_LOCALE.at(Place(name), "the file is not read", f"name it {path.stem}.yml")
    if is_language(path.stem):
        return None
    usual = as_recommended(path.stem)
    hint = f"name it {usual}.yml" if is_language(usual) else "name it by the BCP 47 tag of its language, such as th.yml"
    return codes.WRONG_LOCALE.at(Place(name), f"'{path.stem}' is not a language tag", hint)


def _value(node: yaml.Node) -> Contents:
    """Return the value of a checked node: every scalar is a text, as in pressgen's own files."""

    def value(inner: yaml.Node) -> object:
        if isinstance(inner, yaml.MappingNode):
            return {key.value: value(each) for key, each in inner.value}
        return [value(each) for each in inner.value] if isinstance(inner, yaml.SequenceNode) else inner.value

    content = value(node)
    return content if isinstance(content, dict) else {}


class _Check:
    """Finds what is wrong in one locale file."""

    def __init__(self, name: str, tag: str) -> None:
        self._name = name
        self._categories = plural_categories(tag)
        self._sections: Mapping[str, Callable[[yaml.Node], Iterator[Problem]]] = {
            "autonym": self._text,
            "direction": self._direction,
            "digits": self._digits,
            "list": lambda node: self._patterns(node, {key: {"0", "1"} for key in LIST_PATTERNS}, needed={"0", "1"}),
            "dates": lambda node: self._patterns(node, DATE_PATTERNS),
            "days": lambda node: self._mapping(node, _DAYS, lambda _key, value: self._text(value)),
            "eras": self._eras,
            "words": lambda node: self._mapping(node, master_words(), self._word),
        }

    def file(self, node: yaml.Node) -> Iterator[Problem]:
        """Find what is wrong in the whole file."""
        yield from self._mapping(node, _KEYS, lambda key, value: self._sections[key](value))

    def _at(self, code: Code, node: yaml.Node, message: str, hint: str = "") -> Problem:
        return code.at(Place(self._name, node.start_mark.line + 1, node.start_mark.column + 1), message, hint)

    def _mapping(
        self, node: yaml.Node, known: Collection[str], check: Callable[[str, yaml.Node], Iterator[Problem]]
    ) -> Iterator[Problem]:
        """Check that a node is a mapping of `known` keys, each once, and `check` each of its values."""
        if not isinstance(node, yaml.MappingNode):
            yield self._at(codes.WRONG_LOCALE, node, "keys and values are expected here")
            return
        seen: set[str] = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.value not in known:
                yield self._unknown(key, known)
            elif key.value in seen:
                yield self._at(codes.DOUBLED_KEY, key, f"the key '{key.value}' is here twice", "keep one of them")
            else:
                seen.add(key.value)
                yield from check(key.value, value)

    def _unknown(self, key: yaml.Node, known: Collection[str]) -> Problem:
        written = str(key.value)[:60] if isinstance(key, yaml.ScalarNode) else "…"
        likely = get_close_matches(written, [str(key) for key in known], n=1, cutoff=0.6)
        hint = f"did you mean '{likely[0]}'?" if likely else "the manual lists the keys under “Add a language”"
        return self._at(codes.UNKNOWN_LOCALE_KEY, key, f"unknown key '{written}'", hint)

    def _text(self, node: yaml.Node) -> Iterator[Problem]:
        if not isinstance(node, _PLAIN) or not node.value.strip():
            yield self._at(codes.WRONG_LOCALE, node, "a text is expected here")

    def _direction(self, node: yaml.Node) -> Iterator[Problem]:
        if not isinstance(node, _PLAIN) or node.value not in {"ltr", "rtl"}:
            yield self._at(codes.WRONG_LOCALE, node, "the direction is 'ltr' or 'rtl'")

    def _digits(self, node: yaml.Node) -> Iterator[Problem]:
        if not isinstance(node, _PLAIN) or len(node.value) != 10 or len(set(node.value)) != 10:  # noqa: PLR2004
            yield self._at(codes.WRONG_LOCALE, node, "ten different digits are expected here, from 0 to 9", _QUOTE)

    def _eras(self, node: yaml.Node) -> Iterator[Problem]:
        if not isinstance(node, yaml.SequenceNode):
            yield self._at(codes.WRONG_LOCALE, node, "a list of eras is expected here")
            return
        for era in node.value:
            problems = tuple(self._mapping(era, _ERA_KEYS, self._era_value))
            yield from problems
            keys = {key.value for key, _ in era.value} if isinstance(era, yaml.MappingNode) else set()
            if not problems and ("name" not in keys or ("from" in keys) == ("ahead" in keys)):
                yield self._at(codes.WRONG_LOCALE, era, "an era has a 'name', and either 'from' or 'ahead'")

    def _era_value(self, key: str, node: yaml.Node) -> Iterator[Problem]:
        if problems := tuple(self._text(node)):
            yield from problems
        elif key == "from" and not _is_day(node.value):
            yield self._at(codes.WRONG_LOCALE, node, f"not a day: '{node.value[:40]}'", "the form is YYYY-MM-DD")
        elif key == "ahead" and not re.fullmatch(r"-?[0-9]{1,4}", node.value):
            yield self._at(codes.WRONG_LOCALE, node, f"not a number of years: '{node.value[:40]}'")

    def _patterns(
        self, node: yaml.Node, known: Mapping[str, Collection[str]], needed: Collection[str] = ()
    ) -> Iterator[Problem]:
        def check(key: str, value: yaml.Node) -> Iterator[Problem]:
            yield from self._fields(value, known[key], needed)

        yield from self._mapping(node, known, check)

    def _word(self, key: str, node: yaml.Node) -> Iterator[Problem]:
        master = master_words()[key]
        allowed = fields_of(*(master.values() if isinstance(master, Mapping) else (master,)))
        if not isinstance(node, yaml.MappingNode):
            yield from self._fields(node, allowed, allowed - {"count"})
        elif isinstance(master, str):
            yield self._at(codes.WRONG_PLURAL, node, f"'{key}' has one text, without plural forms")
        else:
            yield from self._plural(key, node, allowed)

    def _plural(self, key: str, node: yaml.MappingNode, allowed: Collection[str]) -> Iterator[Problem]:
        needed = set(allowed) - {"count"}
        yield from self._mapping(node, _CATEGORIES, lambda _key, value: self._fields(value, allowed, needed))
        written = [name.value for name, _ in node.value]
        for name, _ in node.value:
            if name.value in _CATEGORIES and name.value not in self._categories:
                message = f"the language has no plural form '{name.value}'"
                yield self._at(codes.WRONG_PLURAL, name, message, f"its forms are {', '.join(self._categories)}")
        if lacking := [name for name in self._categories if name not in written]:
            yield self._at(codes.WRONG_PLURAL, node, f"'{key}' lacks the plural form {', '.join(lacking)}")

    def _fields(self, node: yaml.Node, allowed: Collection[str], needed: Collection[str] = ()) -> Iterator[Problem]:
        """Check the text of a node: the fields in its braces are `allowed`, and those that are `needed` are there."""
        if problems := tuple(self._text(node)):
            yield from problems
            return
        try:
            fields = fields_of(node.value)
        except ValueError:
            message, hint = "the braces of this text cannot be read", "write a brace that is to be printed twice"
            yield self._at(codes.WRONG_FIELD, node, message, hint)
            return
        hint = "the fields of this text: " + (", ".join(f"{{{name}}}" for name in sorted(allowed)) or "none")
        for name in sorted(fields - set(allowed)):
            yield self._at(codes.WRONG_FIELD, node, f"unknown field {{{name}}}", hint)
        for name in sorted(set(needed) - fields):
            yield self._at(codes.WRONG_FIELD, node, f"the field {{{name}}} is missing", hint)


_QUOTE = "put them in quotation marks"
_CATEGORIES = ("zero", "one", "two", "few", "many", "other")


def fields_of(*texts: str) -> set[str]:
    """Return the names of the fields in texts. Raises ValueError if a brace is not closed, or a field has a format."""
    fields = set()
    for text in texts:
        for _, name, form, conversion in string.Formatter().parse(text):
            if form or conversion:
                raise ValueError(text)
            fields |= {name} if name is not None else set()
    return fields


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text)) and bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text))
    except ValueError:
        return False
