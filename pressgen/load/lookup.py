"""Look up countries by their codes and entries of the register by their ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pressgen import languages
from pressgen.frontmatter import Marks, nearest, shown
from pressgen.letters import unseen_hint
from pressgen.model import Register
from pressgen.model.groups import GROUPS
from pressgen.problems import Place, Problem, codes

_LONGEST = 40
_ORGANISATIONS = frozenset({"ASEAN", "AU", "EU", "NATO", "OSCE", "UN", "UNO"})
"""What is typed for a country most often and is none. `AU` is Australia's code too, and then not asked here."""


_LISTS = {group.singular: group.register for group in GROUPS if group.register} | {"contact": "contacts"}


@dataclass(frozen=True, slots=True)
class Lookup:
    """The register, and which of its lists could not be read in whole, so that none of their ids is called unknown.

    `marks` tell where everything stands in the file of each list, by the list's name.
    """

    register: Register
    broken: frozenset[str]
    marks: Mapping[str, Marks]

    def is_country(self, code: str) -> bool:
        """Return whether a code is that of a country, by ISO 3166-1 or by the register."""
        # An id of one's own is longer than ISO's codes, so it may stand in a list that could not be read.
        own = "countries" in self.broken and code.isupper() and len(code) > 2  # noqa: PLR2004
        known = code in self.register.countries or own
        return known or languages.is_country(code) or languages.is_user_assigned(code)

    def hint(self, what: str, id_: str) -> str | None:
        """Return how to mend the id of a country, organisation, topic, contact or person; nothing for one that exists.

        That of a list which could not be read counts as one that exists.
        """
        list_ = _LISTS[what]
        if id_ in getattr(self.register, list_):
            return None
        if what == "country":
            return None if self.is_country(id_) else unseen_hint(id_, _country_hint(id_, self.register))
        if list_ in self.broken:
            return None
        likely = nearest(id_, getattr(self.register, list_))
        add = f"add it to register/{list_}.yml"
        return unseen_hint(id_, f"did you mean '{likely}'? If it is new, {add}" if likely else add)

    def problems(self, what: str, id_: str, place: Place, where: str) -> Iterator[Problem]:
        """Report a country, organisation, topic, contact or person that does not exist."""
        yield from unknown(what, id_, place, where, self.hint(what, id_))


def unknown(what: str, id_: str, place: Place, where: str, hint: str | None) -> Iterator[Problem]:
    """Report an id that does not exist, with the hint to mend it; nothing where there is no hint."""
    if hint is not None:
        code = codes.UNKNOWN_COUNTRY if what == "country" else codes.UNKNOWN_ENTRY
        yield code.at(place, f"unknown {what} '{shown(id_)}' ({where})", hint)


def _country_hint(code: str, register: Register) -> str:
    english = languages.language("en")
    word = code[:_LONGEST].strip()
    if len(parts := [part.strip() for part in re.split("[,;/]", word)]) > 1:
        return f"write a list: [{', '.join(filter(None, parts))}]"
    if (odd := next((letter for letter in word if not letter.isascii()), "")) and len(word) <= 3:  # noqa: PLR2004
        return f"'{odd}' (U+{ord(odd):04X}) is not one of the letters A to Z: type the code again"
    own = next(
        (
            key
            for key, country in register.countries.items()
            if word.casefold() in {name.text.casefold() for name in (*country.names, *country.official)}
        ),
        "",
    )
    if own:
        return f"use its code, '{own}'"
    if word.upper() in _ORGANISATIONS:
        return f"it is no country: write `organisation: {word.lower()}`, and add that id to register/organisations.yml"
    found = languages.nearest_countries(word)
    if found:
        exact = english.country(found[0]).casefold() == word.casefold() or word.upper() == found[0]
        likely = f"'{found[0]}' ({english.country(found[0])})"
        return f"use its code, {likely}" if exact else f"use an ISO 3166-1 alpha-2 code; did you mean {likely}?"
    return "use an ISO 3166-1 alpha-2 code such as NO, or an id of register/countries.yml"
