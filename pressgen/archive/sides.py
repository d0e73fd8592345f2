"""Who "we" are in a release, who took part beside us, and whom else it is about.

The site's own country is ours, whoever issues a release first: a treaty that a partner's ministry announced is one with
that partner all the same. The site of an organisation has no country: there that organisation is nobody's partner.
`archive.relations` asks once for each release; lists, profiles, the ledger, feeds, data and search read the answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pressgen.model import Issuer, Organisation, Record, Release, Side, Words
from pressgen.text.folding import fold


def owner_of(issuer: Issuer, organisations: Mapping[str, Organisation]) -> Side:
    """Return the country or organisation whose site this is, or `Side()` where the site does not say.

    An organisation is the one of the register that is called as the issuer's name or its `state` says, in any language.
    """
    if issuer.country:
        return Side(country=issuer.country)
    names = _names(issuer.name, issuer.state)
    matching = (id_ for id_, entry in organisations.items() if _names(entry.names, entry.official) & names)
    return Side(organisation=next(matching, ""))


def _names(*words: Words) -> set[str]:
    return {fold(phrase.text) for each in words for phrase in each if phrase.text}


def own(record: Record, owner: Side) -> Side:
    """Return the side that a release speaks for on the site of `owner`, or `Side()` where it speaks for none.

    A site that names neither a country nor an organisation of its own may be one where each release says whose it is:
    then that is its issuer's country. Of several issuers that is the first, unless one has no country: an organisation
    speaks for itself, and its joint releases are with every country.
    """
    if owner != Side():
        return owner
    countries = [issuer.country for issuer in record.issuers]
    return Side(country=countries[0] if all(countries) else "")


class Parties(NamedTuple):
    """Whom a release speaks for, who took part in what it reports or issued it with us, and whom else it is about."""

    own: Side
    met: tuple[Side, ...]
    about: tuple[Side, ...]


def parties_of(release: Release, owner: Side) -> Parties:
    """Decide the parties of a release on the site of `owner`; our own side is neither met nor what it is about."""
    record = release.record
    ours = own(record, owner)
    issuers = (Side(country=issuer.country) for issuer in record.issuers)
    met = _others([*(person.side for person in record.participants), *issuers], ours)
    named = [Side(country=code) for code in record.countries] + [Side(organisation=id_) for id_ in record.organisations]
    return Parties(ours, met, tuple(side for side in _others(named, ours) if side not in met))


def _others(sides: Iterable[Side], ours: Side) -> tuple[Side, ...]:
    return tuple(side for side in dict.fromkeys(sides) if side not in {Side(), ours})
