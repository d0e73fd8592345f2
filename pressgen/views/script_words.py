"""Collect what the scripts of every page say, in each language of a site, so that no page has to hold it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from pressgen.languages import language

GLOBAL = "pressgen"
"""The property of the browser's window in which the scripts find it."""


def script_words(tags: Iterable[str]) -> bytes:
    """Write the script that the others follow: what they say, by the language of a page."""
    said = json.dumps({tag: _said(tag) for tag in tags}, ensure_ascii=False, separators=(",", ":"))
    return f"// What the scripts below say, in each language of the site.\nwindow.{GLOBAL} = {said};\n".encode()


def _said(tag: str) -> Mapping[str, object]:
    """Return the words, their own language and direction, and the form of a day with its names."""
    words = language(tag)
    own, day = language(words.words_in), words.day_form()
    return {
        "lang": own.tag,
        "dir": own.direction,
        "english": language("en").name_of(tag),
        **{name: words.say(key) for name, key in _WORDS.items()},
        "printed": words.pattern("printed-from"),
        "day": day.pattern,
        "months": day.months,
        "days": day.days,
        "digits": day.digits,
        "years": dict(day.years),
    }


_WORDS = {
    "copy": "copy",
    "copied": "copied",
    "linkCopied": "link-copied",
    "download": "download",
    "colours": "colours",
    "auto": "colours-auto",
    "light": "colours-light",
    "dark": "colours-dark",
}
