"""Who "we" are in a release, who took part beside us, and whom else it is about.

The site's own country is ours, whoever issues a release first: a treaty that a partner's ministry announced is one with
that partner all the same. Lists, profiles, the ledger, feeds, data and search all read it here.
"""

from __future__ import annotations

from collections.abc import Iterable

from pressgen.model import Record, Release, Side


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


def met(release: Release, home: str) -> tuple[Side, ...]:
    """Give the sides that took part in what a release reports, or issued it with us: all but our own."""
    people = release.editions[release.original].participants
    issuers = (Side(country=issuer.country) for issuer in release.record.issuers)
    return _others([*(one.side for one in people), *issuers], release.record, home)


def about(release: Release, home: str) -> tuple[Side, ...]:
    """Give what else a release says that it is about, but for our own country."""
    record, taking_part = release.record, met(release, home)
    named = [Side(country=code) for code in record.countries] + [Side(organisation=id_) for id_ in record.organisations]
    return tuple(side for side in _others(named, record, home) if side not in taking_part)


def partners(release: Release, home: str) -> tuple[Side, ...]:
    """Give whom a list says that a release is with: who took part, or else whom it is about."""
    return met(release, home) or about(release, home)


def _others(sides: Iterable[Side], record: Record, home: str) -> tuple[Side, ...]:
    own = {Side(), Side(country=own_country(record, home))}
    return tuple(side for side in dict.fromkeys(sides) if side not in own)
