"""What a list of results shows: entries as a language shows them go in, files with some of them each come out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

SHARD = 32
"""How many entries a file has: results stand near each other in time, and a file is a few kilobytes."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A language that an entry can be read in beside that of its line: its name for itself, and the address there."""

    language: str
    name: str
    address: str
    direction: str


@dataclass(frozen=True, slots=True)
class Result:
    """An entry as the list of results shows it in one language.

    `address` and `text` are from the site's root; `text` has the entry's texts in blocks. The `title` has the
    language and direction to mark it with, both empty where they are the page's. A page of `docs/` has no day. The
    `status` says that a release was withdrawn; no text of it is shown. `names` are those that the title says and no
    line breaks.
    """

    address: str
    title: tuple[str, str, str]
    text: str
    editions: tuple[Edition, ...]
    day: date | None = None
    date: str = ""
    kind: str = ""
    partners: tuple[str, ...] = ()
    status: str = ""
    names: tuple[str, ...] = ()


def shard(results: Sequence[Result]) -> bytes:
    """Give the file of some results in the order of their numbers."""
    return json.dumps([_result(one) for one in results], ensure_ascii=False, separators=(",", ":")).encode()


def _result(one: Result) -> dict[str, object]:
    return {
        "type": "release" if one.day else "page",
        "address": one.address,
        "title": one.title,
        "day": one.day.isoformat() if one.day else "",
        "date": one.date,
        "kind": one.kind,
        **({"status": one.status} if one.status else {}),
        "partners": one.partners,
        **({"names": one.names} if one.names else {}),
        "editions": [
            {"language": each.language, "name": each.name, "address": each.address, "dir": each.direction}
            for each in one.editions
        ],
        "text": one.text,
    }
