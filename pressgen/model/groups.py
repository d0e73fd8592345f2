"""The groups under which releases are gathered: one row of a table for each, which everything else reads.

A new group is a row here, a model in the register and words; `CONTRIBUTING.md` has the recipe.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import IntEnum

from pressgen.model.facts import Side


class Membership(IntEnum):
    """What in a release says to which entries of a group it belongs."""

    SIDES = 1
    """The countries and organisations that took part, or that it is about."""
    RECORD = 2
    """A field of its record."""
    PARTICIPANTS = 3
    """The people of the register among its participants."""


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """One group, such as the countries.

    `name` is its place in addresses, the key of its heading among the interface words, and the name of its list in
    `docs/` and in data. `singular` is the name of one entry: that of the filter in the search and in lists, and of the
    key by which a participant or a register entry names one. `key` is the key of the front matter that names entries,
    and the field of the record; empty where participants alone do. `register` is the list of the register that holds
    the entries; empty where they are a closed list, whose names are the interface words that begin with `words`.
    """

    name: str
    singular: str
    by: Membership
    key: str = ""
    register: str = ""
    words: str = ""
    side: str = ""
    """The field of `Side` that an entry fills, where it can take part in a meeting."""
    nested: bool = False
    """Whether an entry can belong to a wider one, its `parent`: then a release belongs to that one as well."""
    opens_home: bool = False
    """Whether the home page names its largest entries; of the other groups it names the number of entries."""
    in_navigation: bool = True
    """Whether its list is a place of the navigation; if not, its pages stand in the archive's."""
    has_calendars: bool = False
    """Whether each entry has a calendar of the events of its releases."""

    def __hash__(self) -> int:
        # No two groups have one name; a hash of all fields would be computed wherever a group is looked up.
        return hash(self.name)

    def __reduce__(self) -> tuple[Callable[..., Group], tuple[object, ...]]:
        # A group of the table is itself in every process: it is compared by what it is, not by what it holds.
        if BY_NAME.get(self.name) == self:
            return _of_table, (self.name,)
        return Group, tuple(getattr(self, field.name) for field in fields(self))

    @property
    def listed_by_author(self) -> bool:
        """Whether a release lists entries of the register under a key of the front matter."""
        return bool(self.key and self.register)


COUNTRIES = Group(
    "countries",
    "country",
    Membership.SIDES,
    key="countries",
    register="countries",
    side="country",
    opens_home=True,
    has_calendars=True,
)
PEOPLE = Group("people", "person", Membership.PARTICIPANTS, register="people")
ORGANISATIONS = Group(
    "organisations",
    "organisation",
    Membership.SIDES,
    key="organisations",
    register="organisations",
    side="organisation",
)
TOPICS = Group("topics", "topic", Membership.RECORD, key="topics", register="topics", nested=True, opens_home=True)
SERIES = Group("series", "series", Membership.RECORD, key="series", register="series")
KINDS = Group("kinds", "kind", Membership.RECORD, key="kind", words="kind", opens_home=True, in_navigation=False)

GROUPS = (
    COUNTRIES,
    PEOPLE,
    ORGANISATIONS,
    TOPICS,
    SERIES,
    KINDS,
)
"""Every group, in the order in which readers are shown them."""
FILTERS = (KINDS, *(group for group in GROUPS if group is not KINDS))
"""Every group in the order of the search's filters: what sort of release it is comes first."""
BY_NAME = {group.name: group for group in GROUPS}
"""Every group by its name."""
BY_SINGULAR = {group.singular: group for group in GROUPS}
"""Every group by what one of its entries is called."""


def _of_table(name: str) -> Group:
    return BY_NAME[name]


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """An entry of a group, by its id: a country by its code, a kind by its value."""

    group: Group
    id: str

    def __hash__(self) -> int:
        return hash((self.group.name, self.id))

    @property
    def side(self) -> Side:
        """The side of a meeting that it is; nobody where its group's entries take part in none."""
        return Side(**{self.group.side: self.id}) if self.group.side else Side()


def subject_of(side: Side) -> Subject:
    """Return the country or organisation that a side stands for."""
    if side.organisation:
        return Subject(ORGANISATIONS, side.organisation)
    return Subject(COUNTRIES, side.country)
