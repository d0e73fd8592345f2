"""Find a mapping between braces that YAML cannot read because of a sign in one of its texts, and correct it."""

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
    """What is wrong between braces: the column of the sign, from 0, and the line as it should be."""

    column: int
    code: Code
    message: str
    fixed: str


def broken(line: str, known: Collection[str]) -> Broken | None:
    """Return what is wrong between the braces of a line; None if they can be read, or there are none.

    `known` are the keys of front matter and register, or the options; the tags of languages are keys as well.
    """
    opening = next((match for match in _OPENING.finditer(line[:_LONGEST]) if _is_key(match[1], known)), None)
    if opening is None or len(line) > _LONGEST:
        return None
    start = opening.start()
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
    """Return the index at which YAML stops reading a text between braces; None if it reads the whole."""
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
    """Name the sign that YAML stops at, with the code of the problem."""
    if re.search(r"\s#", flow[:at]) and at >= len(flow):
        return codes.LOST_TEXT, "a hash"
    sign = flow[at : at + 1]
    before = flow[:at].rstrip()[-1:]
    if sign == ":":
        return codes.YAML_COLON, "a colon"
    if sign in {'"', "'"} or before in {'"', "'"}:
        return codes.YAML_QUOTE, "quotation marks"
    return codes.YAML_SYNTAX, f"{sign}" if sign.strip() else "such a sign"
