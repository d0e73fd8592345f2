"""Codes for what a release says otherwise than the register, and for what the register says against itself."""

from __future__ import annotations

from pressgen.problems import Code, Example, Severity
from pressgen.problems.codes.examples import EN, english

_PEOPLE = "register/people.yml"
_CONTACTS = "register/contacts.yml"
_TERM = "terms: [{role: Minister of Foreign Affairs, country: NO, from: 2021-10-14, to: 2023-10-16}]"
_ANNIKEN = f"anniken-huitfeldt: {{names: Anniken Huitfeldt, {_TERM}}}\n"


def _met(participant: str, people: str) -> Example:
    """Return an example of an original with one participant, and a list of people."""
    return Example({EN: english("participants:", f"  - {{{participant}, country: NO}}"), _PEOPLE: people})


def _terms(first: str, second: str) -> Example:
    role = "role: Minister of Foreign Affairs, country: NO"
    return Example({
        EN: english(),
        _PEOPLE: f"anniken-huitfeldt:\n  names: Anniken Huitfeldt\n  terms:\n"
        f"    - {{{role}, {first}}}\n    - {{{role}, {second}}}\n",
    })  # fmt: skip


UNCLEAR_PERSON = Code(
    "PG054",
    "Unclear person",
    Severity.WARNING,
    "A participant's name fits two people of the register, or the names in two languages are those of two people, so "
    "the release is linked to neither. Write `person:` with the id of the one who took part. Where the editions name "
    "two people, look whether their participants stand in the same order.",
    _met(
        "name: A. Huitfeldt",
        _ANNIKEN + _ANNIKEN.replace("anniken-", "anders-").replace("Anniken", "Anders"),
    ),
    _met(
        "name: A. Huitfeldt, person: anniken-huitfeldt",
        _ANNIKEN + _ANNIKEN.replace("anniken-", "anders-").replace("Anniken", "Anders"),
    ),
)
NAME_DIFFERS = Code(
    "PG055",
    "Name spelt otherwise",
    Severity.WARNING,
    "The release writes a person's name otherwise than the register does: nearly as it stands there, or with the "
    "person's id and quite another name. Both places are named. Correct the slip; or, if people do write the name so, "
    "add it to the person's `variants`. Initials, middle names, honorifics, capitals and the order of names do not "
    "matter.",
    _met("name: Aniken Huitfeldt", _ANNIKEN),
    _met("name: H.E. Ms Anniken S. HUITFELDT", _ANNIKEN),
)
OFFICE_DIFFERS = Code(
    "PG056",
    "Office at odds with the register",
    Severity.WARNING,
    "The release gives a person an office or a country that the register does not give them on that day. Both places "
    "are named. Correct the release, or the person's `terms`; an office may be written longer or shorter than there. "
    "A namesake needs an entry of their own, and `person:` with its id.",
    _met("name: Anniken Huitfeldt, role: Minister of Defence", _ANNIKEN),
    _met("name: Anniken Huitfeldt, role: Foreign Minister", _ANNIKEN),
)
OVERLAPPING_TERMS = Code(
    "PG057",
    "Overlapping terms",
    Severity.WARNING,
    "A person of the register holds the same office twice on the same days, or offices of two countries at once, so "
    "a day or a code is wrong. Different offices of one country may be held together, and the day of a handover may "
    "belong to both. Correct `from` or `to`.",
    _terms("from: 2013-10-16, to: 2021-10-14", "from: 2020-10-14, to: 2023-10-16"),
    _terms("from: 2013-10-16, to: 2017-10-20", "from: 2021-10-14, to: 2023-10-16"),
)
SORT_WITHOUT_NAME = Code(
    "PG117",
    "Order of no name",
    Severity.WARNING,
    "A person's `sort` says how lists order their name in a language in which they have no name, so it orders nothing. "
    "Add the name in that language, or correct the language of `sort`.",
    Example({EN: english(), _PEOPLE: "una: {names: {en: Una Corrigall}, sort: {km: Corrigall}}\n"}),
    Example({EN: english(), _PEOPLE: "una: {names: {en: Una Corrigall}, sort: {en: Corrigall}}\n"}),
)
EXPIRED_CONTACT = Code(
    "PG058",
    "Contact no longer in force",
    Severity.WARNING,
    "The release names a contact whose `to` in the register lies before its day of issue, so its page does not show "
    "it. Name the contact of that day, or correct `to`.",
    Example({
        EN: english("contacts: [spokesperson]"),
        _CONTACTS: "spokesperson: {names: The Spokesperson, email: press@mfa.example, to: 2021-12-31}\n",
    }),
    Example({
        EN: english("contacts: [spokesperson]"),
        _CONTACTS: "spokesperson: {names: The Spokesperson, email: press@mfa.example, to: 2022-12-31}\n",
    }),
)  # fmt: skip
