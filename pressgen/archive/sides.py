"""Who "we" are in a release, who took part beside us, and whom else it is about.

The site's own country is ours, whoever issues a release first: a treaty that a partner's ministry announced is one with
that partner all the same. The site of an organisation has no country: there that organisation is nobody's partner.
Lists, profiles, the ledger, feeds, data and search all read it here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pressgen.model import Issuer, Organisation, Record, Release, Side, Words


def own_organisation(issuer: Issuer, organisations: Mapping[str, Organisation]) -> str:
    """Give the id of the organisation whose site this is, or nothing where the issuer is a country's.

    It is the one of the register that is called as the issuer's name or its `state` says, in any language.
    """
    if issuer.country:
        return ""
    ours = _names(issuer.name, issuer.state)
    return next((id_ for id_, one in organisations.items() if _names(one.names, one.official) & ours), "")


def _names(*words: Words) -> set[str]:
    return {" ".join(phrase.text.split()).casefold() for one in words for phrase in one if phrase.text}


def own_country(record: Record, home: str) -> str:
    """Give the code of the country that a release speaks for on a site of the country `home`, or nothing.

    A site that names no country of its own may be one where each release says whose it is: then that is its issuer's.
    Of several issuers that is the first, unless one has no country: an organisation speaks for itself, and its joint
    releases are with every country.
    """
    if home:
        return home
    countries = [issuer.country for issuer in record.issuers]
    return countries[0] if all(countries) else ""


def own(record: Record, home: str, organisation: str = "") -> Side:
    """Give the side that a release speaks for, or `Side()` where it speaks for none."""
    return Side(organisation=organisation) if organisation else Side(country=own_country(record, home))


def met(release: Release, home: str, organisation: str = "") -> tuple[Side, ...]:
    """Give the sides that took part in what a release reports, or issued it with us.

    Our own country (of the site `home`) and, on the site of an `organisation`, that are none of them.
    """
    people = release.editions[release.original].participants
    issuers = (Side(country=issuer.country) for issuer in release.record.issuers)
    return _others([*(one.side for one in people), *issuers], own(release.record, home, organisation))


def about(release: Release, home: str, organisation: str = "") -> tuple[Side, ...]:
    """Give what else a release says that it is about, but for our own country."""
    record, taking_part = release.record, met(release, home, organisation)
    named = [Side(country=code) for code in record.countries] + [Side(organisation=id_) for id_ in record.organisations]
    return tuple(side for side in _others(named, own(record, home, organisation)) if side not in taking_part)


def partners(release: Release, home: str, organisation: str = "") -> tuple[Side, ...]:
    """Give whom a list says that a release is with: who took part, or else whom it is about."""
    return met(release, home, organisation) or about(release, home, organisation)


def _others(sides: Iterable[Side], ours: Side) -> tuple[Side, ...]:
    return tuple(side for side in dict.fromkeys(sides) if side not in {Side(), ours})
