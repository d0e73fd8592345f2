"""Check the options that YAML was read into, and report every problem in plain words at its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pressgen.languages import Language, as_recommended, is_language, language
from pressgen.languages.cldr import numbering_systems
from pressgen.letters import decoded
from pressgen.model import Kind, keys_at
from pressgen.problems import Place, Problem, codes
from pressgen.problems.ignoring import NO_REASON, code_fault
from pressgen.settings.options import Location, PlaceOf, Settings
from pressgen.settings.plausible import option_problems
from pressgen.yaml_text import quoted


def parse(options: object, place: PlaceOf) -> tuple[Settings, tuple[Problem, ...]]:
    """Return the settings of the plugin's options as YAML has them, with every problem at the place of its option.

    A wrong option has its default, so that the content can be checked against the others.
    """
    values = {} if options is None else _decoded(options)
    try:
        settings = Settings.model_validate(values)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        wrong = {str(details["loc"][0]) for details in errors if details["loc"]}
        # Which languages digits may be chosen for, nobody knows without the languages.
        wrong |= {"digits"} if "languages" in wrong else set()
        right = {key: value for key, value in values.items() if key not in wrong} if isinstance(values, dict) else {}
        settings, further = parse(right if wrong else {}, place)
        problems = [*(_problem(details, place) for details in errors), *further]
        return settings, tuple(sorted(problems, key=lambda problem: problem.sort_key))
    checks = (_language_problems, _digits_problems, _ignore_problems, option_problems)
    return settings, tuple(problem for check in checks for problem in check(settings, place))


def _decoded(value: object) -> object:
    """Decode the HTML entities in all texts of an option, and remove invisible spaces and those at the ends."""
    if isinstance(value, str):
        return decoded(value).replace("\u200b", "").strip()
    if isinstance(value, list):
        return [_decoded(item) for item in value]
    return {key: _decoded(item) for key, item in value.items()} if isinstance(value, dict) else value


def _problem(details: ErrorDetails, place: PlaceOf) -> Problem:
    """Describe in plain words what pydantic reports about one option."""
    location = tuple(details["loc"])
    name = _dotted(location) or "pressgen"
    kind, value = details["type"], details["input"]
    if location[:1] == ("ignore",):
        if len(location) > 1 and location[-1] != "[key]" and not (isinstance(value, list | dict)):
            return _without_reason(str(location[1]), place)
        message = "option 'ignore' must hold codes of warnings, each with its reason"
        return codes.WRONG_OPTION.at(place(location, at_key=False), message, "write `PG037: why` below it", "ignore")
    if location[:1] == ("headings",) and location[-1:] == ("[key]",):
        near = get_close_matches(str(value), list(Kind), n=1)
        hint = f"did you mean {str(near[0])!r}?" if near else f"the kinds are {', '.join(Kind)}"
        message = f"option 'headings': unknown kind {value!r}"
        return codes.WRONG_OPTION.at(place(location[:-1], at_key=True), message, hint, "headings")
    if location[:1] == ("digits",) and (fault := _wrong_digits(details)):
        return codes.WRONG_OPTION.at(place(location, at_key=False), f"option {name!r}{fault[0]}", fault[1], "digits")
    if kind == "extra_forbidden":
        known = keys_at(Settings, location[:-1])
        near = get_close_matches(str(location[-1]), known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"the options are {', '.join(known)}"
        return codes.WRONG_OPTION.at(place(location, at_key=True), f"unknown option {name!r}", hint, str(location[0]))
    message, hint = {
        "missing": (f"option {name!r} is missing", ""),
        "string_type": (f"option {name!r} must be text, not {_yaml_word(value)}", _quoting(value)),
        "tuple_type": (f"option {name!r} must be a list", "write it as a list, such as [en, km]"),
        "too_short": (f"option {name!r} must not be empty", ""),
        "string_too_short": (f"option {name!r} must not be empty", ""),
        "model_type": (f"option {name!r} must hold keys and values", "see the reference of options"),
        "dict_type": (f"option {name!r} must be text, or words by language", _words_hint(value)),
        "string_pattern_mismatch": _PATTERNS.get(str(location[0]), ("{name!r} cannot be {value!r}", "")),
        "value_error": (f"option {name!r}: {details.get('ctx', {}).get('error', details['msg'])}", ""),
    }.get(kind, (f"option {name!r}: {details['msg']}", ""))
    message = message.format(name=name, value=value) if kind == "string_pattern_mismatch" else message
    return codes.WRONG_OPTION.at(place(location, at_key=False), message, hint, str(location[0]) if location else "")


def _words_hint(value: object) -> str:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return f"a text stands without brackets, or whole between quotation marks: {quoted(', '.join(value))}"
    return "write it as {en: …, fr: …}"


_PATTERNS = {
    "languages": (
        "{value!r} is not a language tag (option {name!r})",
        "use BCP 47: the language in two or three small letters, such as en, km or fr",
    ),
    "colour": ("{value!r} is not a colour (option {name!r})", "write a number sign and six digits, such as '#1b3a6b'"),
}


def _dotted(location: Location) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in location).lstrip(".")


def _yaml_word(value: object) -> str:
    if isinstance(value, bool):
        return "yes or no"
    return {int: "a number", float: "a number", list: "a list", dict: "keys and values", type(None): "nothing"}.get(
        type(value), "that"
    )


def _quoting(value: object) -> str:
    if isinstance(value, bool):
        return "YAML takes NO, ON and their like for yes or no; put it in quotes"
    return "put it in quotes" if isinstance(value, int | float) else ""


def _digits_problems(settings: Settings, place: PlaceOf) -> Iterator[Problem]:
    for tag in settings.digits:
        if tag not in settings.languages:
            message, hint = f"option 'digits': '{tag}' is no language of this site", _nearest(tag, settings.languages)
            yield codes.WRONG_OPTION.at(place(("digits", tag), at_key=True), message, hint, "digits")


def _wrong_digits(details: ErrorDetails) -> tuple[str, str] | None:
    """Return what is wrong with a numbering system, or with all of them, and how it is mended."""
    if details["type"] == "dict_type":
        return " must hold keys and values", "write it by language, such as {ar: arab, km: latn}"
    if details["type"] == "value_error":
        return f": {details['ctx']['error']}", _nearest(str(details["input"]), numbering_systems())
    return None


def _nearest(written: str, known: Sequence[str]) -> str:
    """Name the one of some known words that is nearest to a written one, or all of them where none is near."""
    near = get_close_matches(written, known, n=1)
    return f"did you mean {near[0]!r}?" if near else f"write one of: {', '.join(known)}"


def _ignore_problems(settings: Settings, place: PlaceOf) -> Iterator[Problem]:
    for code, reason in settings.ignore.items():
        if fault := code_fault(code):
            message, hint = fault
            yield codes.WRONG_OPTION.at(
                place(("ignore", code), at_key=True), f"{message} (option 'ignore')", hint, "ignore"
            )
        elif not reason.strip():
            yield _without_reason(code, place)


def _without_reason(code: str, place: PlaceOf) -> Problem:
    message = f"option 'ignore.{code}' has no reason"
    return codes.WRONG_OPTION.at(place(("ignore", code), at_key=True), message, NO_REASON.format(code=code), "ignore")


def _lacking(spoken: Language) -> str:
    name, missing = f"{spoken.autonym} ({spoken.tag})", len(spoken.missing)
    if spoken.words_in == "en":
        return f"pressgen has no interface words in {name}; its pages show English ones"
    lacks = (
        "1 lacks; its pages show English for it" if missing == 1 else f"{missing} lack; its pages show English for them"
    )
    return f"pressgen has not all interface words in {name}: {lacks}"


def _no_language(tag: str, option: str, place: Place) -> Problem:
    usual = as_recommended(tag)
    if is_language(usual):
        return codes.WRONG_OPTION.at(
            place, f"'{tag}' is not a language tag (option '{option}')", f"write '{usual}'", "languages"
        )
    hint = "use the BCP 47 tag of the language, such as km for Khmer"
    return codes.WRONG_OPTION.at(place, f"unknown language {tag!r} (option '{option}')", hint, "languages")


def _language_problems(settings: Settings, place: PlaceOf) -> Iterator[Problem]:
    for index, tag in enumerate(settings.languages):
        where = place(("languages", index), at_key=False)
        if not is_language(tag):
            yield _no_language(tag, f"languages[{index}]", where)
        elif language(tag).missing:
            hint = f"add the words to locales/{tag}.yml: see “Add a language” in the manual"
            yield codes.INCOMPLETE_LANGUAGE.at(where, _lacking(language(tag)), hint)
