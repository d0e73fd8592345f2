"""List every field of words that an author may fill in, from the models, and draw texts to test it with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel, PlainValidator, RootModel
from pydantic.fields import FieldInfo

from pressgen.letters import decoded
from pressgen.model import Words, models_in
from pressgen.yaml_text import NOTHINGS, quoted

Path = tuple[str | int, ...]
ID = "x1"
"""The key of an entry, where authors choose the keys."""

_PIECES = st.sampled_from(
    [
        ", ",
        ",",
        ": ",
        ":",
        " #",
        "#",
        " # ",
        "[",
        "]",
        "{",
        "}",
        "'",
        '"',
        "“",
        "”",
        "«",
        "»",
        "&amp;",
        "&eacute;",
        "&#233;",
        "&",
        "&nope;",
        "*",
        "!",
        "|",
        ">",
        "-",
        "- ",
        "?",
        "~",
        "null",
        "Null",
        "%",
        "@",
        "`",
        "\\",
        "\\n",
        "\t",
        "\u00a0",
        "\u00ad",
        "\u200b",
        "\u200f",
        "\ufeff",
        "Minister",
        "Trade and Culture",
        "ខេត្ត",
        "،",
        "وزير",
        ";",
        "/",
        "…",
        "country: NO",
        "en: Oslo",
        "name",
        "role",
        "fr",
        "no",
        "see: annex",
        "(3)",
        "1",
        "12:30",
        "---",
        "<b>",
        " ",
        "  ",
    ]
)
TEXTS = st.one_of(
    st.lists(_PIECES, min_size=1, max_size=8).map("".join),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=30),
)


@dataclass(frozen=True)
class WordsField:
    """A field of words: its path, and the keys that must stand beside it at each level of that path."""

    path: Path
    beside: Mapping[Path, Mapping[str, str]]

    def __str__(self) -> str:
        return ".".join(map(str, self.path))


def fields_of_words(model: type[BaseModel], path: Path = ()) -> Iterator[WordsField]:
    """Find the fields of words at and below a model: those of one text, those of words by language, and lists."""
    yield from _fields(model, path, {})


def _fields(model: type[BaseModel], path: Path, beside: Mapping[Path, Mapping[str, str]]) -> Iterator[WordsField]:
    if issubclass(model, RootModel):
        inner = models_in(model.model_fields["root"].annotation)[0]
        yield from _fields(inner, (*path, ID), beside)
        return
    names = {name: field.alias or name for name, field in model.model_fields.items()}
    for name, field in model.model_fields.items():
        needed = {
            names[other]: _filled(one)
            for other, one in model.model_fields.items()
            if one.is_required() and other != name
        }
        if "person" in model.model_fields and name != "name":
            needed["name"] = "Ann"
        here = {**beside, path: needed}
        yield from _below(field, (*path, names[name]), here)


def _below(field: FieldInfo, path: Path, beside: Mapping[Path, Mapping[str, str]]) -> Iterator[WordsField]:
    listed = _is_list(field.annotation)
    mapped = get_origin(field.annotation) is Mapping
    for inner in models_in(field.annotation):
        at: Path = (*path, 0) if listed else (*path, ID) if mapped else path
        if inner is Words:
            yield WordsField(at, beside)
            yield WordsField((*at, "en"), beside)
        else:
            yield from _fields(inner, at, beside)
    if _is_text(field):
        yield WordsField((*path, 0) if listed else path, beside)


def _is_list(annotation: object) -> bool:
    return get_origin(annotation) is tuple or any(_is_list(part) for part in get_args(annotation))


def _is_text(field: FieldInfo) -> bool:
    """True if a field is a text: no day, code or word of a closed list, which have readers of their own."""
    return not _is_read(field.metadata) and _has_text(field.annotation)


def _has_text(annotation: Any) -> bool:  # noqa: ANN401
    if hasattr(annotation, "__metadata__"):
        return not _is_read(annotation.__metadata__) and _has_text(annotation.__origin__)
    if get_origin(annotation) is Mapping:
        return False
    return annotation is str or any(_has_text(part) for part in get_args(annotation))


def _is_read(metadata: Sequence[object]) -> bool:
    return any(isinstance(item, PlainValidator) for item in metadata)


def _filled(field: FieldInfo) -> str:
    return "2022-02-15" if field.annotation in (date, datetime, date | datetime) else "x"


def written(field: WordsField, text: str, style: str) -> tuple[str, int]:
    """Write a field with its text in a style, and the keys beside it; return the YAML and the line of the text."""
    lines: list[str] = []
    parents = [field.path[:length] for length in range(len(field.path))]
    scalar = _scalar(text, style)
    indent, lead = 0, ""
    for number, parent in enumerate(parents):
        part = field.path[number]
        last = number == len(parents) - 1
        if isinstance(part, int):
            lead = " " * indent + "- "
            indent += 2
            if last:
                lines.append(lead + _block(scalar, indent))
            continue
        for key, value in field.beside.get(parent, {}).items():
            lines.append(f"{lead or ' ' * indent}{key}: {value}")
            lead = ""
        if not last:
            lines.append(f"{lead or ' ' * indent}{part}:")
            indent += 2
        else:
            lines.append(f"{lead or ' ' * indent}{part}: {_block(scalar, indent + 2)}")
        lead = ""
    return "\n".join(lines) + "\n", len(lines)


def in_braces(field: WordsField, text: str, style: str) -> tuple[str, int]:
    """Write a field as `written` does, with its mapping or list between braces or brackets."""
    last = field.path[-1]
    parent = field.path[:-1]
    siblings = [f"{key}: {value}" for key, value in field.beside.get(parent, {}).items()]
    item = _scalar(text, style)
    flow = f"[{item}]" if isinstance(last, int) else "{" + ", ".join([*siblings, f"{last}: {item}"]) + "}"
    if not parent:
        return written(field, text, style)
    return written(WordsField(parent, field.beside), flow, "plain")


def without_comma(text: str) -> str:
    """Return a text without a comma at its end: before a closing brace, YAML reads it as a separator."""
    return re.sub(r"[\s,]+$", "", text) or "x"


def is_plain(text: str) -> bool:
    """True if YAML reads a text without quotation marks as it is, and it does not begin with one or a brace."""
    return text.strip()[:1] not in {'"', "'", "{"}


def _scalar(text: str, style: str) -> str:
    if style == "single":
        return "'" + text.replace("'", "''") + "'"
    return quoted(text) if style == "double" else text if style == "plain" else f"|-\n{text}"


def _block(scalar: str, indent: int) -> str:
    return scalar if not scalar.startswith("|-\n") else "|-\n" + " " * indent + scalar[3:]


def normalised(text: str) -> str:
    """Return a text as pressgen reads it: entities as letters, no invisible spaces, no spaces at the ends."""
    return decoded(text.replace("\u200b", "")).replace("\u200b", "").strip()


def at(value: Any, path: Sequence[str | int]) -> str | None:  # noqa: ANN401
    """Find the words at a path of a model that was read."""
    for part in path:
        if isinstance(value, Words):
            return value.root.get(str(part))
        if isinstance(value, RootModel):
            value = value.root
        if isinstance(part, int) or isinstance(value, Mapping):
            value = value.get(part) if isinstance(value, Mapping) else next(iter(value[part : int(part) + 1]), None)
        else:
            names = {one.alias or name: name for name, one in type(value).model_fields.items()}
            value = getattr(value, names[part])
        if value is None:
            return None
    return value.root.get("und") if isinstance(value, Words) else value


ONE_LINE = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""The characters that end a line, or are reported as line breaks of a word processor."""

__all__ = [
    "NOTHINGS",
    "ONE_LINE",
    "TEXTS",
    "WordsField",
    "at",
    "fields_of_words",
    "in_braces",
    "is_plain",
    "normalised",
    "without_comma",
    "written",
]
