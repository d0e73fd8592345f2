"""A mapping between braces that YAML cannot read, for the sake of a sign in one of its texts, and the same mended."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

import yaml

from pressgen import languages
from pressgen.problems import Code, codes
from pressgen.yaml_text import flow_end, mended_flow, parser

_OPENING = re.compile(r"""\{\s*["']?([^\s:"'{}\[\],]{2,40})["']?:""")
_LONGEST = 4_000


class Broken(NamedTuple):
    """What is wrong within braces: the column of the sign, from 0, and the line mended."""

    column: int
    code: Code
    message: str
    fixed: str


def broken(line: str, known: Collection[str]) -> Broken | None:
    """Return what is wrong within the braces of a line; nothing where they can be read, or there are none.

    `known` are the keys of front matter and register, or the options; the tags of languages are keys as well.
    """
    found = next((one for one in _OPENING.finditer(line[:_LONGEST]) if _is_key(one[1], known)), None)
    if found is None or len(line) > _LONGEST:
        return None
    start = found.start()
    end = flow_end(line, start)
    if line[end:].strip() and not line[end:].lstrip().startswith("#"):
        end = len(line.rstrip())
    flow = line[start:end]
    at = _fault(flow)
    if at is None:
        return None
    fixed = mended_flow(flow, lambda key: _is_key(key, known))
    if _fault(fixed) is not None:
        return None
    code, what = _sign(flow, at)
    message = f"between braces, a text with {what} in it needs quotation marks"
    return Broken(start + at, code, message, f"{line[:start]}{fixed}{line[end:]}")


def _is_key(key: str, known: Collection[str]) -> bool:
    return key in known or languages.is_language(key)


def _fault(flow: str) -> int | None:
    """Return where a text between braces stops being readable, or nothing where it can be read."""
    events = parser(flow)
    try:
        while events.get_event() is not None:
            pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return min(mark.index, len(flow)) if mark else 0
    except yaml.YAMLError:
        return 0
    return None


def _sign(flow: str, at: int) -> tuple[Code, str]:
    """Return which sign a mapping stumbles over, and by which code that is told."""
    if re.search(r"\s#", flow[:at]) and at >= len(flow):
        return codes.LOST_TEXT, "a hash"
    sign = flow[at : at + 1]
    before = flow[:at].rstrip()[-1:]
    if sign == ":":
        return codes.YAML_COLON, "a colon"
    if sign in {'"', "'"} or before in {'"', "'"}:
        return codes.YAML_QUOTE, "quotation marks"
    return codes.YAML_SYNTAX, f"{sign}" if sign.strip() else "such a sign"
