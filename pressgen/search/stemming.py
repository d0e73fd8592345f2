"""A word of a language goes in; its stem comes out, which is what the index holds: `minister` for `ministers`.

The stemmers are Snowball's (https://snowballstem.org), of which the package `snowballstemmer` has those of some thirty
languages in Python. The browser has to find the same stems for a query, so it gets the same stemmer, translated from
the installed source. What is translated is known by version. Before a word is stemmed, its spellings become one, as
`recognise` and `recognize` (`pressgen/search/data/spellings.yml`).
"""

from __future__ import annotations

import importlib
import inspect
import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib import metadata, resources
from types import ModuleType

import yaml

from pressgen.search.translating import TranslationError, translated
from pressgen.search.words import is_code

PACKAGE = "snowballstemmer"
KNOWN = re.compile(r"3\.1\.\d+")
"""The versions whose source is known; `pyproject.toml` asks for the same."""
BASE = "../js/search/stemmer.js"
"""The base of all stemmers in the browser, seen from the folder of the index."""

Stem = Callable[[str], str]

_ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish",
    "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian",
    "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "st": "sesotho", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


class StemmingError(Exception):
    """The stemmers are not there, or not as they are known; the message says which."""


def version() -> str:
    """Give the version of the stemmers. Raises StemmingError where there are none that are known."""
    try:
        found = metadata.version(PACKAGE)
    except metadata.PackageNotFoundError:
        message = f"{PACKAGE} is not installed"
        raise StemmingError(message) from None
    if not KNOWN.fullmatch(found):
        message = f"{PACKAGE} has the version {found}, which pressgen does not know"
        raise StemmingError(message)
    return found


def is_stemmed(language: str) -> bool:
    """Say whether words of a language have stems here, or several spellings."""
    return _algorithm(language) is not None or bool(spellings(language))


def stemmer(language: str) -> Stem:
    """Give the stemmer of a language, which makes the spellings of a word one.

    It changes nothing where the language has neither.
    """
    algorithm, rules = _algorithm(language), _rules(language)
    stem = getattr(_module(algorithm), f"{algorithm.title()}Stemmer")().stemWord if algorithm else _same
    if not rules:
        return _Remembered(stem).__getitem__ if algorithm else _same

    def stem_of_spelling(word: str) -> str:
        for pattern, other in rules:
            word = pattern.sub(other, word)
        return str(stem(word))

    return _Remembered(stem_of_spelling).__getitem__


@cache
def spellings(language: str) -> tuple[tuple[str, str], ...]:
    """List the rules by which spellings of a language become one: patterns, and what takes their place."""
    rules = _all_spellings().get(language.split("-", 1)[0], [])
    return tuple((pattern, other) for pattern, other in rules)


@cache
def _all_spellings() -> Mapping[str, list[list[str]]]:
    text = (resources.files("pressgen.search") / "data" / "spellings.yml").read_text(encoding="utf-8")
    # The base loader makes every scalar a text: `no` is Norwegian here.
    read: Mapping[str, list[list[str]]] = yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506
    return read


def _rules(language: str) -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(rule), re.sub(r"\$(\d)", r"\\\1", other)) for rule, other in spellings(language)]


@cache
def javascript(language: str) -> bytes:
    """Give the stemmer of a language as a module of JavaScript with its licence. Raises StemmingError."""
    algorithm = _algorithm(language) or ""
    rules = json.dumps(spellings(language), ensure_ascii=False)
    if not algorithm:
        return f'import {{ Stemmer }} from "{BASE}";\nexport const stemmer = new Stemmer({rules});\n'.encode()
    try:
        name, program = translated(inspect.getsource(_module(algorithm)))
        texts = [text.read_text("utf-8") for text in metadata.files(PACKAGE) or () if text.name == "COPYING"]
    except (OSError, SyntaxError, TranslationError) as error:
        message = f"the stemmer of {algorithm} is not as pressgen knows it ({error})"
        raise StemmingError(message) from error
    licence = "".join(f"// {line}\n" for text in texts for line in text.splitlines())
    return (
        f"// Translated by pressgen from {PACKAGE} {version()}.\n{licence}"
        f'import {{ Stemmer }} from "{BASE}";\n{program}export const stemmer = new {name}({rules});\n'
    ).encode()


class _Remembered(dict[str, str]):
    """The stems of words that have been asked for; codes have none."""

    def __init__(self, stem: Stem) -> None:
        super().__init__()
        self._stem = stem

    def __missing__(self, word: str) -> str:
        self[word] = word if is_code(word) else self._stem(word)
        return self[word]


def _algorithm(language: str) -> str | None:
    return _ALGORITHMS.get(language.split("-", 1)[0])


def _module(algorithm: str) -> ModuleType:
    try:
        return importlib.import_module(f"{PACKAGE}.{algorithm}_stemmer")
    except ImportError as error:
        message = f"{PACKAGE} lacks the stemmer of {algorithm}"
        raise StemmingError(message) from error


def _same(word: str) -> str:
    return word
