"""Every code a problem can have, each with its entry in the manual. An id is stable for ever."""

from __future__ import annotations

from collections.abc import Mapping

from pressgen.problems import Code
from pressgen.problems.codes.files import (
    BIDI_CONTROL,
    BINARY_FILE,
    CONTROL_CHARACTER,
    EMPTY_FILE,
    ENORMOUS_FILE,
    NOT_UTF8,
    STRAY_FILE,
    TOO_DEEP,
    UNREADABLE_FILE,
    UNSAFE_LINK,
)
from pressgen.problems.codes.plausible import (
    DAY_AHEAD,
    EVENT_AHEAD,
    IMPOSSIBLE_CHANGE,
    NAME_OF_ANOTHER_DAY,
    NAMED_LIKE_ANOTHER,
    WRONG_WEEKDAY,
)
from pressgen.problems.codes.register import (
    EXPIRED_CONTACT,
    NAME_DIFFERS,
    OFFICE_DIFFERS,
    OVERLAPPING_TERMS,
    UNCLEAR_PERSON,
)
from pressgen.problems.codes.releases import (
    ACTIVE_FILE,
    CONTRADICTED_FACT,
    DOUBLED_ADDRESS,
    DOUBLED_EDITION,
    DOUBLED_NUMBER,
    HIDDEN_TARGET,
    MISSING_ATTACHMENT,
    MISSING_ORIGINAL,
    PARTICIPANTS_DIFFER,
    UNKNOWN_RELEASE,
    UNUSED_FILE,
)
from pressgen.problems.codes.site import (
    INCOMPLETE_LANGUAGE,
    NO_SEARCH_INDEX,
    NO_SITE_URL,
    WRONG_LIST,
    WRONG_OPTION,
)
from pressgen.problems.codes.texts import (
    EMPTY_BODY,
    MISSING_ALT,
    MISSING_PICTURE,
    MISSING_TARGET,
    PRESENTATIONAL_HTML,
    SECOND_TITLE,
    SKIPPED_HEADING,
    UNCLOSED_HTML,
    UNDERLINED_LINE,
    UNSAFE_HTML,
)
from pressgen.problems.codes.values import (
    BAD_SLUG,
    CONTRADICTORY_KEYS,
    COUNTRY_FOR_LANGUAGE,
    IMPOSSIBLE_DATE,
    IMPOSSIBLE_ZONE,
    MISSING_KEY,
    UNKNOWN_COUNTRY,
    UNKNOWN_ENTRY,
    UNKNOWN_KEY,
    UNKNOWN_LANGUAGE,
    WRONG_TYPE,
    WRONG_VALUE,
)
from pressgen.problems.codes.yaml import (
    DOUBLED_KEY,
    LOST_TEXT,
    NO_FRONT_MATTER,
    UNCLOSED_FRONT_MATTER,
    YAML_ANCHOR,
    YAML_COLON,
    YAML_QUOTE,
    YAML_SYNTAX,
    YAML_TAB,
)

__all__ = [
    "ACTIVE_FILE",
    "ALL",
    "BAD_SLUG",
    "BIDI_CONTROL",
    "BINARY_FILE",
    "BY_ID",
    "CONTRADICTED_FACT",
    "CONTRADICTORY_KEYS",
    "CONTROL_CHARACTER",
    "COUNTRY_FOR_LANGUAGE",
    "DAY_AHEAD",
    "DOUBLED_ADDRESS",
    "DOUBLED_EDITION",
    "DOUBLED_KEY",
    "DOUBLED_NUMBER",
    "EMPTY_BODY",
    "EMPTY_FILE",
    "ENORMOUS_FILE",
    "EVENT_AHEAD",
    "EXPIRED_CONTACT",
    "HIDDEN_TARGET",
    "IMPOSSIBLE_CHANGE",
    "IMPOSSIBLE_DATE",
    "IMPOSSIBLE_ZONE",
    "INCOMPLETE_LANGUAGE",
    "LOST_TEXT",
    "MISSING_ALT",
    "MISSING_ATTACHMENT",
    "MISSING_KEY",
    "MISSING_ORIGINAL",
    "MISSING_PICTURE",
    "MISSING_TARGET",
    "NAMED_LIKE_ANOTHER",
    "NAME_DIFFERS",
    "NAME_OF_ANOTHER_DAY",
    "NOT_UTF8",
    "NO_FRONT_MATTER",
    "NO_SEARCH_INDEX",
    "NO_SITE_URL",
    "OFFICE_DIFFERS",
    "OVERLAPPING_TERMS",
    "PARTICIPANTS_DIFFER",
    "PRESENTATIONAL_HTML",
    "SECOND_TITLE",
    "SKIPPED_HEADING",
    "STRAY_FILE",
    "TOO_DEEP",
    "UNCLEAR_PERSON",
    "UNCLOSED_FRONT_MATTER",
    "UNCLOSED_HTML",
    "UNDERLINED_LINE",
    "UNKNOWN_COUNTRY",
    "UNKNOWN_ENTRY",
    "UNKNOWN_KEY",
    "UNKNOWN_LANGUAGE",
    "UNKNOWN_RELEASE",
    "UNREADABLE_FILE",
    "UNSAFE_HTML",
    "UNSAFE_LINK",
    "UNUSED_FILE",
    "WRONG_LIST",
    "WRONG_OPTION",
    "WRONG_TYPE",
    "WRONG_VALUE",
    "WRONG_WEEKDAY",
    "YAML_ANCHOR",
    "YAML_COLON",
    "YAML_QUOTE",
    "YAML_SYNTAX",
    "YAML_TAB",
]

ALL: tuple[Code, ...] = tuple(
    sorted((code for code in vars().values() if isinstance(code, Code)), key=lambda code: code.id)
)
"""Every code, in the order of the ids."""

BY_ID: Mapping[str, Code] = {code.id: code for code in ALL}
"""Every code by its id."""
