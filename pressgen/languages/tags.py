"""What is known of a language tag, script or country code without any words: is it one, and what goes with it.

The sources are CLDR's likely subtags and territory information, as Babel carries them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:[-_](?P<script>[A-Z][a-z]{3}))?(?:[-_](?P<region>[A-Z]{2}|[0-9]{3}))?(?:[-_].*)?"
)

# Scripts that are several scripts of Unicode written together (ISO 15924's own definitions).
_WRITTEN_TOGETHER = {
    "Jpan": ("Hani", "Hira", "Kana"),
    "Kore": ("Hang", "Hani"),
    "Hans": ("Hani",),
    "Hant": ("Hani",),
    "Hanb": ("Hani", "Bopo"),
    "Hrkt": ("Hira", "Kana"),
    "Aran": ("Arab",),
}


@cache
def _global(name: str) -> Mapping[str, Any]:
    from babel.core import get_global  # noqa: PLC0415  # Babel is loaded when it is first needed

    data: Mapping[str, Any] = get_global(name)  # type: ignore[arg-type]  # Babel lists the names as literals
    return data


def parent_exceptions() -> Mapping[str, str]:
    """Give the locales that inherit from another than their name says, each with that other."""
    return _global("parent_exceptions")


def likely(subtags: str) -> tuple[str, str, str]:
    """Give the likely language, script and country of what is known of a language, by CLDR; empty where unknown."""
    full = _global("likely_subtags").get(subtags)
    match = _TAG.fullmatch(full) if full else None
    return (match["language"], match["script"] or "", match["region"] or "") if match else ("", "", "")


@cache
def parts_of(tag: str) -> tuple[str, str, str]:
    """Give the language, script and region of a tag, the script being the likely one where the tag names none."""
    match = _TAG.fullmatch(tag)
    if not match:
        return ("", "", "")
    name, script, region = match["language"], match["script"] or "", match["region"] or ""
    if not script and region:
        script = likely(f"{name}_{region}")[1]
    return (name, script or likely(name)[1], region)


@cache
def is_language(tag: str) -> bool:
    """Say whether `tag` is a language that CLDR knows, with a script and region that exist where it names them.

    ISO 639 has more than 7,000 languages; CLDR's likely subtags name nearly all that are written.
    """
    from pressgen.languages import cldr  # noqa: PLC0415  # it needs the parts of tags
    from pressgen.languages.countries import is_country  # noqa: PLC0415  # likewise

    match = _TAG.fullmatch(tag)
    if not match or tag != f"{match['language']}{_joined(match['script'])}{_joined(match['region'])}":
        return False
    name, script, region = match["language"], match["script"], match["region"]
    return (
        (cldr.is_named("languages", name) or name in _global("likely_subtags"))
        and name not in {"und", "mul", "zxx", "mis"}
        and (not script or cldr.is_named("scripts", script))
        and (not region or is_country(region) or (region.isdigit() and cldr.is_named("territories", region)))
    )


def _joined(part: str | None) -> str:
    return f"-{part}" if part else ""


@cache
def language_of_country(code: str) -> str:
    """Give the language that is most used officially in a country (KH: km, NO: nb), or nothing where unknown."""
    spoken = _global("territory_languages").get(code.upper(), {})
    written = [
        (tag, facts) for tag, facts in spoken.items() if re.fullmatch(r"[a-z]{2,3}", tag) and tag not in {"und", "no"}
    ]
    official = [pair for pair in written if pair[1]["official_status"] in {"official", "de_facto_official"}]
    most = max(official or written, key=lambda pair: float(pair[1]["population_percent"] or 0), default=None)
    return str(most[0]) if most else ""


@cache
def country_of_language(tag: str) -> str:
    """Give the country in which a language is most used (km: KH), or nothing where unknown."""
    return likely(parts_of(tag)[0])[2]


@cache
def default_language_of_script(script: str) -> str:
    """Give the language most often written in a script (Khmr: km, Latn: en), or nothing where unknown."""
    return "en" if script == "Latn" else likely(f"und_{script}")[0]  # CLDR takes Latin for granted


@cache
def scripts_of(tag: str) -> frozenset[str]:
    """Give the scripts, as Unicode's Script property names them, that a language is written in.

    A tag that names its script has that one; otherwise all in which CLDR has the language (Serbian: Cyrl and Latn).
    """
    name, script, _ = parts_of(tag)
    codes = {script} if script else set()
    if not re.search(r"[-_][A-Z][a-z]{3}", tag):
        for subtags, full in _global("likely_subtags").items():
            if subtags == name or subtags.startswith(f"{name}_"):
                code = _TAG.fullmatch(full)
                if code and code["script"]:
                    codes.add(code["script"])
    return frozenset(single for code in codes for single in _WRITTEN_TOGETHER.get(code, (code,)))
