"""Stem words of a language, here for the index and in the browser for a query: `minister` for `ministers`.

The stemmers are Snowball's (https://snowballstem.org). Those for the index come from the package `snowballstemmer`.
Those for the browser stand in `stemmers/`: Snowball's compiler wrote both from one source, and `tools/snowball.py`
renews them. A version of the package may find other stems than the version before, so that both are of one version.

Before a word is stemmed, its spellings are made one, as `recognise` and `recognize` (`data/spellings.yml`).
"""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib import metadata, resources

import yaml

from pressgen.search.words import is_code

PACKAGE = "snowballstemmer"
VERSIONS = re.compile(r"3\.1\.\d+")
"""The versions whose stems are those of `stemmers/`; `pyproject.toml` asks for the same."""

Stem = Callable[[str], str]

ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish",
    "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian",
    "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "st": "sesotho", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
"""The stemmer of each language, as Snowball calls it."""


class StemmingError(Exception):
    """The package of stemmers is missing, or its stems are not those of the browser; the message says which."""


def version() -> str:
    """Return the version of the package of stemmers. Raises StemmingError where there is none that can be used."""
    try:
        installed = metadata.version(PACKAGE)
    except metadata.PackageNotFoundError:
        message = f"{PACKAGE} is not installed"
        raise StemmingError(message) from None
    if not VERSIONS.fullmatch(installed):
        message = f"{PACKAGE} has the version {installed}, which pressgen does not know"
        raise StemmingError(message)
    return installed


def is_available() -> bool:
    """True if the package of stemmers can be used, without which there is no index of words."""
    try:
        version()
    except StemmingError:
        return False
    return True


def is_stemmed(language: str) -> bool:
    """True if words of a language have stems, or spellings that are made one."""
    return _algorithm(language) is not None or bool(spellings(language))


def stemmer(language: str) -> Stem:
    """Return the function that stems a word of a language; it changes nothing where there is nothing to change.

    Raises StemmingError where the package of stemmers lacks the language.
    """
    algorithm, rules = _algorithm(language), spellings(language)
    stem = _snowball(algorithm) if algorithm else _unchanged
    if not rules:
        return _CachedStems(stem).__getitem__ if algorithm else _unchanged
    # Nearly every word is written in one way: a first look at all rules together spares it each by itself.
    any_rule = re.compile("|".join(f"(?:{pattern})" for pattern, _ in rules))
    patterns = [(re.compile(pattern), re.sub(r"\$(\d)", r"\\\1", replacement)) for pattern, replacement in rules]

    def stem_of_spelling(word: str) -> str:
        if any_rule.search(word):
            for pattern, replacement in patterns:
                word = pattern.sub(replacement, word)
        return stem(word)

    return _CachedStems(stem_of_spelling).__getitem__


@cache
def spellings(language: str) -> tuple[tuple[str, str], ...]:
    """List the rules that make spellings of a language one: patterns and their replacements, as JavaScript has them."""
    rules = _all_spellings().get(language.split("-", 1)[0], [])
    return tuple((pattern, replacement) for pattern, replacement in rules)


@cache
def _all_spellings() -> Mapping[str, list[list[str]]]:
    text = (resources.files("pressgen.search") / "data" / "spellings.yml").read_text(encoding="utf-8")
    # The base loader makes every scalar a text: `no` is Norwegian here.
    rules: Mapping[str, list[list[str]]] = yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506
    return rules


@cache
def javascript(language: str) -> bytes:
    """Return the module that stems in the browser: it exports the function `stem` and the rules of `spellings`.

    It stands by itself, with the licence of Snowball where it has a stemmer.
    """
    algorithm = _algorithm(language)
    parts = [f"export const spellings = {json.dumps(spellings(language), ensure_ascii=False)};\n"]
    if algorithm:
        licence = "".join(f"// {line}".rstrip() + "\n" for line in _vendored("COPYING").splitlines())
        base = _vendored("base-stemmer.js").replace("export default class BaseStemmer", "class BaseStemmer")
        own = _vendored(f"{algorithm}-stemmer.js").replace("import B from './base-stemmer.js'\n", "")
        own = own.replace("export default class extends B", "class Stemmer extends BaseStemmer")
        parts = [licence, *map(_without_indents, (base, own)), *parts]
        parts += ["const stemmer = new Stemmer();\n", "export const stem = (word) => stemmer.stemWord(word);\n"]
    else:
        parts.append("export const stem = (word) => word;\n")
    return "".join(parts).encode()


def _without_indents(source: str) -> str:
    """Leave out the spaces that lines begin with and the empty lines; Snowball writes no text over several lines."""
    return re.sub(r"^[ \t]+|^\n", "", source, flags=re.MULTILINE)


def _vendored(name: str) -> str:
    return (resources.files("pressgen.search") / "stemmers" / name).read_text(encoding="utf-8")


class _CachedStems(dict[str, str]):
    """The stems of words by word; codes are their own."""

    def __init__(self, stem: Stem) -> None:
        super().__init__()
        self._stem = stem

    def __missing__(self, word: str) -> str:
        self[word] = word if is_code(word) else self._stem(word)
        return self[word]


def _algorithm(language: str) -> str | None:
    return ALGORITHMS.get(language.split("-", 1)[0])


def _snowball(algorithm: str) -> Stem:
    try:
        module = importlib.import_module(f"{PACKAGE}.{algorithm}_stemmer")
    except ImportError as error:
        message = f"{PACKAGE} lacks the stemmer of {algorithm}"
        raise StemmingError(message) from error
    stem: Stem = getattr(module, f"{algorithm.title()}Stemmer")().stemWord
    return stem


def _unchanged(word: str) -> str:
    return word
