"""The register's people go in; whom a name that a release writes out means comes out: one, several, or nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pressgen.load.spelling import Spelling, fits, nearly, spelling
from pressgen.model import Person

_SHORTEST = 3
_EDGE = 3
_MOST_ALIKE = 100


class Found(NamedTuple):
    """Whom a name may mean.

    `people` are those who are called so; `ordered` says that the words stand in the same order. `alike` are those who
    are called so but for middle names and initials, `near` those whose name differs by a slip: the two are looked for
    where nobody is called so.
    """

    people: tuple[str, ...] = ()
    ordered: bool = False
    alike: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


NOBODY = Found()


class Directory:
    """The people of the register by what they are called, in any language and script."""

    def __init__(self, people: Mapping[str, Person]) -> None:
        self.people = people
        self.names: dict[str, tuple[Spelling, ...]] = {}
        self._by_words: dict[tuple[str, ...], dict[str, None]] = {}
        self._by_key: dict[tuple[str, ...], dict[str, None]] = {}
        self._by_part: dict[str, dict[str, None]] = {}
        self._known: dict[str, Found] = {}
        for id_, person in self.people.items():
            self._enter(id_, person)

    def _enter(self, id_: str, person: Person) -> None:
        written = dict.fromkeys([*(name.text for name in person.names), *person.variants])
        self.names[id_] = tuple(one for name in written if (one := spelling(name)).words)
        for name in self.names[id_]:
            for words in {name.full, name.words}:
                self._by_words.setdefault(words, {})[id_] = None
            self._by_key.setdefault(name.key, {})[id_] = None
            for part in _parts(name):
                self._by_part.setdefault(part, {})[id_] = None

    def find(self, name: str) -> Found:
        """Say whom a name may mean."""
        if not self.people:
            return NOBODY
        if name not in self._known:
            self._known[name] = self._find(spelling(name))
        return self._known[name]

    def _find(self, name: Spelling) -> Found:
        if not name.words:
            return NOBODY
        for words in (name.full, name.words):
            if found := self._by_words.get(words):
                return Found(tuple(found), ordered=True)
        if found := self._by_key.get(name.key):
            return Found(tuple(found))
        # What a hundred people have in their names tells nobody from another.
        shared = [found for part in _parts(name) if len(found := self._by_part.get(part, {})) <= _MOST_ALIKE]
        likely = dict.fromkeys(id_ for found in shared for id_ in found)
        return Found(
            alike=tuple(id_ for id_ in likely if any(fits(name, known) for known in self.names[id_])),
            near=tuple(id_ for id_ in likely if any(nearly(name, known) for known in self.names[id_])),
        )

    def calls(self, id_: str, name: str) -> bool:
        """Say whether a person is called so, as far as the register tells: it may have no name in this script."""
        written = spelling(name)
        found = self.find(name)
        if id_ in found.people or id_ in found.alike:
            return True
        return not any(known.script == written.script for known in self.names[id_])


def _parts(name: Spelling) -> Iterable[str]:
    """Give what two names have in common that may be one person's: a word, or the beginning or end of one."""
    for word in name.words:
        if len(word) >= _SHORTEST:
            yield word
    joined = "".join(name.words)
    yield f"{joined[:_EDGE]}…"
    yield f"…{joined[-_EDGE:]}"
