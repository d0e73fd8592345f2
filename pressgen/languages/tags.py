"""Facts about language tags, scripts and country codes: which exist, and which belong together.

The sources are CLDR's likely subtags and territory information, as Babel has them, and IANA's registry of subtags.
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
    """Return the locales that do not inherit from the locale that their name suggests, with the one that they do."""
    return _global("parent_exceptions")


def likely(subtags: str) -> tuple[str, str, str]:
    """Return the likely language, script and country for some subtags, by CLDR; empty if unknown."""
    full = _global("likely_subtags").get(subtags)
    match = _TAG.fullmatch(full) if full else None
    return (match["language"], match["script"] or "", match["region"] or "") if match else ("", "", "")


@cache
def meant(tag: str) -> str:
    """Return the tag by which CLDR knows a language: `fa-AF` for Dari (`prs`), `he` for `iw`, `yue` for `zh-yue`."""
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
    """Return the language, script and region of a tag, as CLDR has them; the likely script if the tag has none.

    If CLDR does not have the language, the script is the usual one by IANA's registry, or that of its macrolanguage.
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
    """Return whether `tag` is a language tag of BCP 47 in the usual spelling, with subtags of IANA's registry."""
    return registry.is_tag(tag)


@cache
def language_of_country(code: str) -> str:
    """Return the official language that most people of a country use (KH: km, NO: nb), or nothing if unknown."""
    spoken = _global("territory_languages").get(code.upper(), {})
    written = [
        (tag, facts) for tag, facts in spoken.items() if re.fullmatch(r"[a-z]{2,3}", tag) and tag not in {"und", "no"}
    ]
    official = [pair for pair in written if pair[1]["official_status"] in {"official", "de_facto_official"}]
    most = max(official or written, key=lambda pair: float(pair[1]["population_percent"] or 0), default=None)
    return str(most[0]) if most else ""


@cache
def country_of_language(tag: str) -> str:
    """Return the country in which a language is most used (km: KH), or nothing if unknown."""
    return likely(parts_of(tag)[0])[2]


@cache
def default_language_of_script(script: str) -> str:
    """Return the language that is most often written in a script (Khmr: km, Latn: en), or nothing if unknown."""
    return "en" if script == "Latn" else likely(f"und_{script}")[0]  # CLDR takes Latin for granted


@cache
def scripts_of(tag: str) -> frozenset[str]:
    """Return the scripts in which a language is written, by their names in Unicode's Script property.

    A tag with a script has that one, any other all in which CLDR has the language (Serbian: Cyrl and Latn).
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
