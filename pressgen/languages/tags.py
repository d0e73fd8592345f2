"""What is known of a language tag, script or country code without any words: is it one, and what goes with it.

The sources are CLDR's likely subtags and territory information, as Babel carries them, and IANA's registry of subtags.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from pressgen.languages import registry

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
def meant(tag: str) -> str:
    """Give the tag by which CLDR knows a language: `fa-AF` for Dari (`prs`), `he` for `iw`, `yue` for `zh-yue`."""
    current = registry.preferred(tag.replace("_", "-"))
    name, _, _ = current.partition("-")
    alias = _global("language_aliases").get(name)
    if not alias or name in _KEPT:
        return current
    match, others = _TAG.fullmatch(alias), _TAG.fullmatch(current)
    if not match or not others:
        return current
    parts = (match["language"], others["script"] or match["script"], others["region"] or match["region"])
    return "-".join(part for part in parts if part)


# Norwegian is written in Bokmål where it does not say, and CLDR has it so by its own name.
_KEPT = frozenset({"no"})


@cache
def parts_of(tag: str) -> tuple[str, str, str]:
    """Give the language, script and region of a tag, as CLDR knows it; where it names no script, the likely one.

    Of a language that CLDR does not know, the script is the usual one by IANA's registry, or that of its macrolanguage.
    """
    match = _TAG.fullmatch(meant(tag))
    if not match:
        return ("", "", "")
    name, script, region = match["language"], match["script"] or "", match["region"] or ""
    if not script and region:
        script = likely(f"{name}_{region}")[1]
    return (name, script or likely(name)[1] or _script_by_registry(name), region)


def _script_by_registry(name: str) -> str:
    wider = registry.macrolanguage_of(name)
    return registry.usual_script(name) or (likely(wider)[1] or registry.usual_script(wider) if wider else "")


def is_language(tag: str) -> bool:
    """Say whether `tag` is a language: a tag of BCP 47, whose subtags IANA's registry has, written as usual."""
    return registry.is_tag(tag)


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
        for subtags, full in _global("likely_subtags").items() if name else ():
            if subtags == name or subtags.startswith(f"{name}_"):
                code = _TAG.fullmatch(full)
                if code and code["script"]:
                    codes.add(code["script"])
    return frozenset(single for code in codes for single in _WRITTEN_TOGETHER.get(code, (code,)))
