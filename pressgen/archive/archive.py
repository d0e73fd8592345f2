"""The Archive: all releases that the public may see, in order, with every relation between them and to the groups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from pressgen.archive.encounters import Encounter
from pressgen.archive.force import Force, forces
from pressgen.archive.holdings import Holdings, holdings_of
from pressgen.archive.order import chronological
from pressgen.archive.people import Company, Individual, company_of, individuals
from pressgen.archive.public import Hidden, among, hidden
from pressgen.archive.relations import Relations, grouped, relations_of
from pressgen.load import Loaded
from pressgen.load.origins import NOWHERE, Origins
from pressgen.model import Reference, Register, Release, Side
from pressgen.model.groups import GROUPS, Group, Subject

NOBODY = Side()


@dataclass(frozen=True)
class Archive:
    """All published releases, the newest first, with every relation.

    `previewed` names those that only an author's preview shows, and why; it is empty in a site that is published.
    `owner` is the country or organisation whose site this is: it is nobody's partner. `origins` tells where
    each release is written. `now` is the time of the build: without it, nothing is known to be in force.
    """

    releases: tuple[Release, ...]
    register: Register
    previewed: Mapping[str, Hidden]
    owner: Side = NOBODY
    origins: Origins = NOWHERE
    now: datetime | None = None

    @classmethod
    def of(cls, loaded: Loaded, now: datetime, *, owner: Side = NOBODY, preview: bool = False) -> Archive:
        """Choose what is public at `now`; a `preview` shows the rest as well, marked."""
        reasons = {release.id: hidden(release.record, now) for release in loaded.releases}
        ids = {id_ for id_, reason in reasons.items() if preview or reason is None}
        releases = sorted(among(loaded.releases, ids), key=chronological, reverse=True)
        previewed = {id_: reason for id_, reason in reasons.items() if preview and reason is not None}
        return cls(tuple(releases), loaded.register, previewed, owner, loaded.origins, now)

    @cached_property
    def public(self) -> Archive:
        """The archive as the public sees it: this one, or in an author's preview the one that will be published."""
        if not self.previewed:
            return self
        ids = self.by_id.keys() - self.previewed.keys()
        return replace(self, releases=tuple(among(self.releases, ids)), previewed={})

    @cached_property
    def relations(self) -> Mapping[str, Relations]:
        """What the archive knows of each release, by its id."""
        return relations_of(self.releases, self.register, self.owner)

    @cached_property
    def force(self) -> Mapping[str, Force]:
        """How it stands at the time of the build with each release that is in force for a time, by its id."""
        return forces(self.releases, self.now) if self.now else {}

    @cached_property
    def holdings(self) -> Mapping[Subject, Holdings]:
        """What the archive holds on each subject that any release belongs to, the withdrawn among them."""
        return holdings_of(self.releases, self.relations, self.encounters, self.register)

    @cached_property
    def groups(self) -> Mapping[Group, tuple[Holdings, ...]]:
        """The holdings of each group that has listed releases, in the order of ids."""
        groups = {
            group: tuple(one for one in self.holdings.values() if one.subject.group is group and one.releases)
            for group in sorted(GROUPS, key=lambda group: group.by)
        }
        return {group: holdings for group, holdings in groups.items() if holdings}

    @cached_property
    def encounters(self) -> tuple[Encounter, ...]:
        """Every encounter with other sides, the latest first; of one that two releases report, the later tells."""
        reported = (self.relations[release.id].encounter for release in self.listed)
        encounters = [encounter for encounter in reported if encounter]
        return tuple(sorted(encounters, key=lambda one: (one.start, self.place[one.release]), reverse=True))

    @cached_property
    def people(self) -> Mapping[str, tuple[Individual, ...]]:
        """Those who took part in each listed release and have a name, by the release's id."""
        return {release.id: tuple(individuals(release)) for release in self.listed}

    def company(self, holdings: Holdings) -> Company:
        """Say who met whom in the releases of a subject of this archive."""
        return company_of(holdings, self.relations, self.people)

    @cached_property
    def place(self) -> Mapping[str, int]:
        """Where each release stands, by its id, in the order in which they came out: the earliest has 0."""
        return {release.id: place for place, release in enumerate(reversed(self.releases))}

    @cached_property
    def by_id(self) -> Mapping[str, Release]:
        """Each release by its id."""
        return {release.id: release for release in self.releases}

    @cached_property
    def listed(self) -> tuple[Release, ...]:
        """The releases that stand for what they say: all but the withdrawn, which only lists by time keep."""
        return tuple(release for release in self.releases if not release.record.is_withdrawn)

    @cached_property
    def by_year(self) -> Mapping[int, tuple[Release, ...]]:
        """The releases of each year, the newest first, the withdrawn among them: a register drops no number."""
        return grouped(self.releases, lambda release: [release.record.day.year])

    @cached_property
    def by_month(self) -> Mapping[tuple[int, int], tuple[Release, ...]]:
        """The releases of each month, by year and month, the withdrawn among them."""
        return grouped(self.releases, lambda release: [(release.record.day.year, release.record.day.month)])

    def has_profile(self, subject: Subject) -> bool:
        """Whether the site has a page of a subject: whether any listed release belongs to it."""
        holdings = self.holdings.get(subject)
        return bool(holdings and holdings.releases)

    def holds(self, reference: Reference) -> bool:
        """Whether the public can follow `reference`: a page of `docs/`, or what a release that is here publishes."""
        release = self.by_id.get(reference.release)
        if reference.page or release is None:
            return bool(reference.page)
        return not reference.file or any(file.name == reference.file for file in release.files)
