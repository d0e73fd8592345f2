"""Turn pydantic's errors about a front matter into problems at the lines and columns of the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from itertools import islice
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from pressgen import languages
from pressgen.frontmatter.other_words import OTHER_WORDS, SYNONYMS
from pressgen.frontmatter.tree import Path, Yaml, path_shown, shown
from pressgen.letters import named, unseen, unseen_hint
from pressgen.model import Kind, choices_at, is_key_at, keys_at, kinds_told
from pressgen.problems import Place, Problem, codes
from pressgen.yaml_text import line_with, mended_flow, needs_quotes, quoted

MOST_REPORTED = 100
_LONGEST = 40
_LONGEST_FLOW = 4_000
_ABOUT_STATUS = {
    "draft",
    "hidden",
    "private",
    "public",
    "publish",
    "published",
    "unlisted",
    "unpublished",
    "visibility",
}
_MOST_COMPARED = 200
_TYPES = {
    "string_type": "a text",
    "dict_type": "a text, or texts by language",
    "tuple_type": "a list",
    "list_type": "a list",
    "model_type": "a mapping of keys",
    "model_attributes_type": "a mapping of keys",
}
_HINTS = {
    "string_type": "put quotation marks around a text that begins with [ or {",
    "dict_type": "write the text, or {en: …, km: …}",
    "tuple_type": "begin each item with '- '",
    "list_type": "begin each item with '- '",
    "model_type": "write its keys below it, each indented by two spaces",
    "model_attributes_type": "write its keys below it, each indented by two spaces",
}
_EXAMPLES = {
    "title": "title: …",
    "date": "date: 2022-02-15",
    "kind": "kind: readout",
    "reason": "reason: …",
    "note": "note: …",
    "file": "file: photo.jpg",
}


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that is nearest to what was typed, or nothing."""
    by_low = {one.lower(): one for one in known}
    low = word[:_LONGEST].lower().replace("_", "-")
    if low in by_low:
        return by_low[low]
    if len(by_low) > _MOST_COMPARED:
        # Of a long list only what begins or ends alike is compared, and no more than that.
        alike = (one for one in by_low if one[:2] == low[:2] or one[-3:] == low[-3:])
        by_low = {one: by_low[one] for one in islice(alike, _MOST_COMPARED)}
    return next((by_low[one] for one in get_close_matches(low, by_low, n=1, cutoff=0.6)), "")


def language_problem(tag: str, place: Place, where: str, known: Iterable[str] = ()) -> Problem:
    """Report a language that is none, or not one of the site's; a country's code has its own code."""
    offered = tuple(known)
    where = f" ({where})" if where else ""
    upper = tag[:_LONGEST].upper()
    spoken = languages.language_of_country(upper) if languages.is_country(upper) else ""
    if spoken and (spoken in offered if languages.is_language(tag) else not offered or tag not in offered):
        name = languages.language("en").country(upper)
        rest = "not a language of this site" if languages.is_language(tag) else "not a language"
        message = f"'{shown(tag)}' is the country {name}, {rest}{where}"
        return codes.COUNTRY_FOR_LANGUAGE.at(place, message, f"did you mean '{spoken}'?")
    if languages.is_language(tag) and offered:
        hint = f"the site's languages are {', '.join(offered)}; add it to `languages` in mkdocs.yml if it is one"
        return codes.UNKNOWN_LANGUAGE.at(place, f"'{shown(tag)}' is not a language of this site{where}", hint)
    likely = nearest(tag, offered)
    hint = f"did you mean '{likely}'?" if likely else "use a tag of BCP 47 such as en, km or zh-Hant"
    return codes.UNKNOWN_LANGUAGE.at(place, f"unknown language '{shown(tag)}'{where}", hint)


class ErrorReporter:
    """Turns pydantic's errors about one file's values into problems."""

    def __init__(self, model: type[BaseModel], found: Yaml) -> None:
        self.model = model
        self.marks = found.marks
        self.text = found.text
        self.written = found.written

    def problems(self, errors: list[ErrorDetails]) -> list[Problem]:
        """Report every error, the first hundred of them."""
        errors = [error for error in errors if not self._is_reported(error)]
        told = [self._problem(error) for error in errors[:MOST_REPORTED]]
        if len(errors) > MOST_REPORTED:
            last = told[-1]
            told[-1] = replace(last, message=f"{last.message}, and {len(errors) - MOST_REPORTED} more mistakes")
        misspelt = {problem.about for problem in told if problem.code is codes.UNKNOWN_KEY and problem.about}
        # A key that is missing because it is misspelt has been reported already.
        return [one for one in told if not (one.code is codes.MISSING_KEY and one.about in misspelt)]

    def _is_reported(self, error: ErrorDetails) -> bool:
        """Return whether an error has been reported otherwise: of words that a comma cut off, or that are nothing."""
        path = self._real(tuple(error["loc"]))
        if error["type"] == "missing":
            return path in self.written.nothings
        path = path[:-1] if path and path[-1] == "[key]" else path
        if error["type"] not in {"extra_forbidden", "language_tag"} or path[:-1] not in self.written.bare:
            return False
        return not self.is_key(path[:-1], str(path[-1]))

    def whole(self, path: Path) -> str:
        """Write the line of a mapping between braces so that no comma cuts its texts; nothing where it is too long."""
        start, end = self.written.flows.get(path, (0, 0))
        if not 0 < end - start <= _LONGEST_FLOW:
            return ""
        return line_with(self.text, start, end, mended_flow(self.text[start:end], lambda key: self.is_key(path, key)))

    def is_key(self, path: Path, key: str) -> bool:
        """Return whether a word is a key at a path, or was to be one and is misspelt."""
        known = is_key_at(self.model, path, key)
        if known is None:
            return key.isidentifier()
        return known or (" " not in key and bool(nearest(key, keys_at(self.model, path))))

    def _problem(self, error: ErrorDetails) -> Problem:
        path, kind = tuple(error["loc"]), error["type"]
        if of_key := path[-1:] == ("[key]",) and kind.startswith("PG"):
            path = path[:-1]
        context: Mapping[str, Any] = error.get("ctx") or {}
        where = f" ({path_shown(self._real(path))})" if path else ""
        if kind.startswith("PG"):
            at = (*path, context["key"]) if context.get("key") else path
            place = self.marks.key(*at) if of_key else self.marks.value(*at)
            hint = self._hint(path, context)
            if isinstance(error["input"], str):
                hint = unseen_hint(error["input"], hint)
            return codes.BY_ID[kind].at(place, f"{context['message']}{where}", hint)
        if kind == "extra_forbidden":
            return self.unknown_key(path)
        if kind == "missing":
            key = str(path[-1])
            if self.marks.has(*path):
                message = f"the key '{key}' has no value{where if len(path) > 1 else ''}"
                return codes.MISSING_KEY.at(self.marks.key(*path), message, "write its value behind the colon", key)
            place = self.marks.key(*path[:-1])
            inside = f" in {path_shown(self._real(path[:-1]))}" if len(path) > 1 else ""
            hint = f"add a line `{_EXAMPLES.get(key, f'{key}: …')}`"
            return codes.MISSING_KEY.at(place, f"the key '{key}' is missing{inside}", hint, key)
        if kind == "language_tag":
            return self.unknown_language(path[:-1] if path[-1] == "[key]" else path)
        return self._wrong(error, path, where)

    @staticmethod
    def _hint(path: Path, context: Mapping[str, Any]) -> str:
        """Return the hint of an error that a reader of values found, with its line where it knows the right value."""
        hint, right = str(context["hint"]), context.get("right") or ()
        key = next((part for part in reversed(path) if isinstance(part, str)), "")
        lead = f"{key}: " if path and isinstance(path[-1], str) else "- "
        lines = " or ".join(f"{lead}{value}" for value in right)
        return f"write {lines}{hint}" if lines else hint

    def unknown_language(self, path: Path) -> Problem:
        """Report a key that is no language, where words stand by language."""
        problem = language_problem(str(path[-1]), self.marks.key(*path), path_shown(path))
        hint = unseen_hint(str(path[-1]), self._or_text(path, problem.hint))
        return replace(problem, hint=hint)

    def _or_text(self, path: Path, hint: str) -> str:
        """Add to the hint for an unknown key how to write it if it is no key but part of a text between braces."""
        parent, key = self._real(path[:-1]), str(path[-1])
        if parent not in self.written.flows or self.is_key(parent, key):
            return hint
        line = self.whole(parent)
        start, end = self.written.flows[parent]
        same = "".join(line.split()) == "".join(line_with(self.text, start, end, self.text[start:end]).split())
        return (
            hint if not line or same else f"if it belongs to the text before it, write {line}; if it is a key, {hint}"
        )

    def _wrong(self, error: ErrorDetails, path: Path, where: str) -> Problem:
        kind, given = error["type"], error["input"]
        place = self.marks.value(*path)
        if given is None and path in self.written.nothings:
            word = self.written.nothings[path]
            hint = "take it away, or put quotation marks around it if the word is meant"
            return codes.NO_WORD.at(place, f"{word} is nothing to YAML, and no word{where}", hint)
        if kind == "enum" and not isinstance(given, str):
            message = f"a single word is wanted here, not {_kind_of(given)}{where}"
            return codes.WRONG_TYPE.at(place, message, "write the word without brackets")
        if kind == "enum":
            hint = unseen_hint(given, self._words_hint(path, given))
            return codes.WRONG_VALUE.at(place, f"unknown value '{shown(given)}'{where}", hint)
        if kind in _TYPES:
            message = f"{_TYPES[kind]} is wanted here, not {_kind_of(given)}{where}"
            hint = _HINTS[kind]
            if kind == "string_type" and isinstance(given, dict) and len(path) == 1:
                hint = "the text in another language stands in that language's file"
            elif kind in {"string_type", "dict_type"} and (line := self._without_brackets(self._real(path))):
                hint = f"a text stands without brackets: write {line}"
            return codes.WRONG_TYPE.at(place, message, hint)
        if kind == "string_too_short":
            return codes.WRONG_VALUE.at(place, f"nothing is written here{where}", "write the text")
        return codes.WRONG_VALUE.at(place, f"{shown(error['msg'], 200)}{where}")

    def _words_hint(self, path: Path, given: str) -> str:
        """Return which of a closed list of words was meant, and what each is for where there are that many."""
        words = choices_at(self.model, path)
        meant = OTHER_WORDS.get(" ".join(given[:_LONGEST].replace("_", " ").casefold().split()), ())
        likely = next((word for word in meant if word in words), "") or nearest(given, words)
        hint = f"did you mean '{likely}'? " if likely else ""
        return hint + (kinds_told() if Kind.READOUT in words else f"Use one of {', '.join(words)}")

    def _without_brackets(self, path: Path) -> str:
        """Write the line of a text between brackets, which YAML takes for a list, as a text."""
        start, end = self.written.flows.get(path, (0, 0))
        text = " ".join(self.text[start + 1 : end - 1].split())
        if not text or self.text[start] != "[" or end - start > _LONGEST_FLOW:
            return ""
        within = path[:-1] in self.written.flows
        return line_with(self.text, start, end, quoted(text) if within or needs_quotes(text) else text)

    def _real(self, path: Path) -> Path:
        """Return a path as the author wrote it: without the position of a single value in a list."""
        real: Path = ()
        for part in path:
            if isinstance(part, str) or self.marks.has(*real, part):
                real = (*real, part)
        return real

    def unknown_key(self, path: Path) -> Problem:
        """Report a key that nobody knows, with the nearest that is known."""
        key, place = str(path[-1]), self.marks.key(*path)
        known = keys_at(self.model, path[:-1])
        inside = f" in {path_shown(self._real(path[:-1]))}" if len(path) > 1 else ""
        message = f"unknown key '{shown(key)}'{inside}"
        low = key[:_LONGEST].lower().strip()
        if low in _ABOUT_STATUS and len(path) == 1:
            return codes.UNKNOWN_KEY.at(place, message, "did you mean `status: draft`?")
        if key != key.strip() and key.strip() in known:
            space = key[0] if key[0].isspace() else key[-1]
            message = f"a space of another kind ({named(space)}) stands beside the key"
            return codes.UNKNOWN_KEY.at(place, message, f"put ordinary spaces beside '{key.strip()}'", key.strip())
        if unseen(key):
            visible = nearest("".join(letter for letter in key if letter not in unseen(key)).strip(), known)
            hint = unseen_hint(key, f"did you mean '{visible}'?" if visible else "")
            return codes.UNKNOWN_KEY.at(place, message, hint, visible)
        elsewhere = self._elsewhere(path, low)
        likely = low if low in known else SYNONYMS.get(low.replace("-", "_"), "")
        likely = likely if likely in known else "" if elsewhere else nearest(key.strip(), known)
        hint = f"did you mean '{likely}'?" if likely else f"{elsewhere}the keys here are {', '.join(known)}"
        return codes.UNKNOWN_KEY.at(place, message, self._or_text(path, hint), likely)

    def _elsewhere(self, path: Path, key: str) -> str:
        """Return where a key belongs that is known, though not here."""
        if len(path) > 1:
            return "it belongs to the release itself; " if key in self.model.model_fields else ""
        for name in ("participants", "event", "attachments", "withdrawn", "valid"):
            if name in self.model.model_fields and key in keys_at(self.model, (name, 0)):
                return f"it belongs below `{name}`; "
        return ""


def _kind_of(given: object) -> str:
    if given is None:
        return "nothing"
    return "a mapping" if isinstance(given, dict) else "a list" if isinstance(given, list) else f"'{shown(given)}'"
