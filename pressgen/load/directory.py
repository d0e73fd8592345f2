"""Find the people of the register by a name that a release writes out: one person, several, or nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pressgen.load.spelling import Spelling, fits, nearly, spelling
from pressgen.model import Person

_SHORTEST = 3
_EDGE = 3
_MOST_ALIKE = 100


class NameMatch(NamedTuple):
    """The people of the register, by their ids, whom a name may mean.

    `people` have this name; `ordered` says that its words stand in the same order. `alike` have it except for middle
    names and initials, and the name of `near` differs by a slip: these two are searched only if nobody has the name
    itself.
    """

    people: tuple[str, ...] = ()
    ordered: bool = False
    alike: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


NOBODY = NameMatch()


class Directory:
    """The people of the register by their names, in any language and script."""

    def __init__(self, people: Mapping[str, Person]) -> None:
        self.people = people
        self.names: dict[str, tuple[Spelling, ...]] = {}
        self._by_words: dict[tuple[str, ...], dict[str, None]] = {}
        self._by_key: dict[tuple[str, ...], dict[str, None]] = {}
        self._by_part: dict[str, dict[str, None]] = {}
        self._known: dict[str, NameMatch] = {}
        for id_, person in self.people.items():
            self._enter(id_, person)

    def _enter(self, id_: str, person: Person) -> None:
        names = dict.fromkeys([*(name.text for name in person.names), *person.variants])
        self.names[id_] = tuple(spelled for name in names if (spelled := spelling(name)).words)
        for name in self.names[id_]:
            for words in {name.full, name.words}:
                self._by_words.setdefault(words, {})[id_] = None
            self._by_key.setdefault(name.key, {})[id_] = None
            for part in _parts(name):
                self._by_part.setdefault(part, {})[id_] = None

    def find(self, name: str) -> NameMatch:
        """Find whom a name may mean."""
        if not self.people:
            return NOBODY
        if name not in self._known:
            self._known[name] = self._find(spelling(name))
        return self._known[name]

    def _find(self, name: Spelling) -> NameMatch:
        if not name.words:
            return NOBODY
        for words in (name.full, name.words):
            if found := self._by_words.get(words):
                return NameMatch(tuple(found), ordered=True)
        if found := self._by_key.get(name.key):
            return NameMatch(tuple(found))
        # A part that more than a hundred people have in their names distinguishes nobody.
        shared = [found for part in _parts(name) if len(found := self._by_part.get(part, {})) <= _MOST_ALIKE]
        likely = dict.fromkeys(id_ for found in shared for id_ in found)
        return NameMatch(
            alike=tuple(id_ for id_ in likely if any(fits(name, known) for known in self.names[id_])),
            near=tuple(id_ for id_ in likely if any(nearly(name, known) for known in self.names[id_])),
        )

    def calls(self, id_: str, name: str) -> bool:
        """True if a name is a person's, or if the register has none in this script to compare it with."""
        written = spelling(name)
        found = self.find(name)
        if id_ in found.people or id_ in found.alike:
            return True
        return not any(known.script == written.script for known in self.names[id_])


def _parts(name: Spelling) -> Iterable[str]:
    """List what two names of one person may share: a word, or the beginning or end of the whole."""
    for word in name.words:
        if len(word) >= _SHORTEST:
            yield word
    joined = "".join(name.words)
    yield f"{joined[:_EDGE]}…"
    yield f"…{joined[-_EDGE:]}"
