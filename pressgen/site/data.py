"""The chapter of the data: each release, each list and the whole archive for machines, with their schemas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from pressgen import addresses, exports
from pressgen.addresses import Address
from pressgen.archive import Holdings
from pressgen.exports import Listed, ListSource, Named, NamedSubject, Places, ProfilesSource, ReleaseSource, Year
from pressgen.exports.shapes import RelationsShape
from pressgen.model import Release
from pressgen.model.frozen import FrozenMap
from pressgen.model.groups import GROUPS, Group, Subject
from pressgen.site.encounters import encounter_outputs, listed
from pressgen.site.materials import LATEST, Materials
from pressgen.site.output import Call, FileOutput, Output
from pressgen.site.releases import edition_links
from pressgen.views.export_links import feed_title
from pressgen.views.profiles import NEWEST


class Data:
    """The data of one site: everything that programs read. Values that several files hold are built once."""

    def __init__(self, site: Materials) -> None:
        facts = site.facts
        self._site = site
        self._facts = facts
        self._addresses = facts.addresses
        self._places = Places(facts.site_url, facts.addresses, site.settings.zone)
        self._named: dict[Subject, Named] = {}
        self._listed: dict[str, Listed] = {}
        self._sources: dict[str, ReleaseSource] = {}

    def release(self, release: Release) -> Iterator[Output]:
        """Declare the data of a release, unless only an author's preview shows it."""
        if public := self._site.archive.by_id.get(release.id):
            path = addresses.file_of(self._addresses.release_data(release.id))
            yield FileOutput(path, Call.of(exports.release_file, self._with_links(self._source(public)), self._places))

    def whole(self) -> Iterator[Output]:
        """Declare the whole archive as lines and as a table."""
        sources = tuple(map(self._source, self._site.archive.releases))
        yield FileOutput(addresses.WHOLE_ARCHIVE_LINES, Call.of(exports.lines, sources, self._places))
        yield FileOutput(addresses.WHOLE_ARCHIVE_TABLE, Call.of(exports.table, sources, self._places))

    def archive(self) -> Iterator[Output]:
        """Declare the list of the archive, as its page shows it."""
        all_ = self._site.archive.releases
        for tag in self._site.languages:
            page = self._addresses.releases(tag)
            title, years = feed_title(self._facts, tag), tuple(self._years(tag))
            yield self._list(ListSource(title, tag, page, len(all_), years, self._entries(all_[:LATEST])))

    def year(self, year: int) -> Iterator[Output]:
        """Declare the list of a year, as its page shows it."""
        releases = self._site.archive.by_year.get(year, ())
        for tag in self._site.languages if releases else ():
            page = self._addresses.year(tag, year)
            title, years = feed_title(self._facts, tag), (Year(year, len(releases), page),)
            yield self._list(ListSource(title, tag, page, len(releases), years, self._entries(releases)))

    def group(self, group: Group) -> Iterator[Output]:
        """Declare the list of a group."""
        entries = self._site.archive.groups.get(group, ())
        for tag in self._site.languages if entries else ():
            page = self._addresses.profiles(tag, group)
            profiles = tuple(
                exports.Profile(
                    holdings.subject.id,
                    self._facts.name(holdings.subject, tag).text,
                    len(holdings.releases),
                    holdings.releases[0].record.day,
                    self._addresses.profile(tag, holdings.subject),
                )
                for holdings in entries
            )
            source = ProfilesSource(group.name, tag, page, profiles)
            yield self._beside(page, Call.of(exports.profiles_file, source, self._places))

    def profile(self, subject: Subject) -> Iterator[Output]:
        """Declare the data of a profile, unless only an author's preview shows it."""
        holdings = self._site.archive.holdings.get(subject)
        if holdings and holdings.releases:
            for tag in self._site.languages:
                yield from self._profile(tag, holdings)

    def encounters(self) -> Iterator[Output]:
        """Declare the data of the ledger and of the calendar."""
        yield from encounter_outputs(self._site, self._places)

    def schemas(self) -> Iterator[Output]:
        """Declare the schemas of all data."""
        for name in exports.SCHEMAS:
            address = self._addresses.schema(name)
            yield FileOutput(address, Call.of(exports.schema_file, name, self._places.url(address)))

    def _years(self, tag: str) -> Iterator[Year]:
        for year, releases in self._site.archive.by_year.items():
            yield Year(year, len(releases), self._addresses.year(tag, year))

    def _source(self, release: Release) -> ReleaseSource:
        if release.id not in self._sources:
            self._sources[release.id] = self._gathered(release)
        return self._sources[release.id]

    def _gathered(self, release: Release) -> ReleaseSource:
        relations = self._site.archive.relations[release.id]
        return ReleaseSource(
            release,
            subjects=tuple(
                (group.name, tuple(self._name(Subject(group, id_)) for id_ in relations.ids_in(group)))
                for group in GROUPS
                if group.register
            ),
            relations=RelationsShape(
                related=relations.related,
                supersedes=relations.supersedes,
                superseded_by=relations.superseded_by,
                corrects=relations.corrects,
                corrected_by=relations.corrected_by,
            ),
        )

    def _with_links(self, source: ReleaseSource) -> ReleaseSource:
        links = FrozenMap(
            (
                tag,
                tuple(
                    self._places.url(Address(link)) if link else "" for link in edition_links(self._site, edition, tag)
                ),
            )
            for tag, edition in source.release.editions.items()
            if edition.body.references
        )
        return replace(source, links=links) if links else source

    def _name(self, subject: Subject) -> Named:
        if subject not in self._named:
            names = (self._facts.name(subject, tag) for tag in self._site.languages)
            self._named[subject] = Named(subject.id, FrozenMap((language, text) for text, language in names))
        return self._named[subject]

    def _profile(self, tag: str, holdings: Holdings) -> Iterator[Output]:
        subject, releases = holdings.subject, holdings.releases
        name = self._facts.name(subject, tag).text
        title, named = feed_title(self._facts, tag, name), NamedSubject(subject.group.name, subject.id, name)
        cut = len(releases) > NEWEST
        years = tuple(
            Year(year, count, self._addresses.profile_year(tag, subject, year) if cut else None)
            for year, count in holdings.years
        )
        page = self._addresses.profile(tag, subject)
        yield self._list(ListSource(title, tag, page, len(releases), years, self._entries(releases[:NEWEST]), named))
        if not cut:
            return
        by_year = {year: tuple(group) for year, group in groupby(releases, key=lambda release: release.record.day.year)}
        for year in years:
            of_year = by_year[year.year]
            page = self._addresses.profile_year(tag, subject, year.year)
            yield self._list(ListSource(title, tag, page, len(of_year), (year,), self._entries(of_year), named))

    def _beside(self, page: Address, content: Call[bytes]) -> Output:
        return FileOutput(addresses.file_of(self._addresses.beside(page, addresses.DATA)), content)

    def _list(self, source: ListSource) -> Output:
        return self._beside(source.page, Call.of(exports.list_file, source, self._places))

    def _entries(self, releases: Sequence[Release]) -> tuple[Listed, ...]:
        return tuple(self._entry(release) for release in releases)

    def _entry(self, release: Release) -> Listed:
        if release.id not in self._listed:
            self._listed[release.id] = listed(release)
        return self._listed[release.id]
