"""The chapter of the data: each release, each list and the whole archive for machines, with their schemas.

Each file is one for all languages, with the words of each inside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import groupby

from pressgen import addresses, exports
from pressgen.addresses import Address
from pressgen.archive import Encounter, Holdings
from pressgen.exports import (
    ArchiveSource,
    ArchiveYear,
    Listed,
    ListHead,
    ListSource,
    Named,
    NamedSubject,
    Places,
    ProfilesSource,
    ReleaseSource,
    SubjectYear,
    YearSource,
)
from pressgen.exports.shapes import RelationsShape
from pressgen.model import Release
from pressgen.model.frozen import FrozenMap
from pressgen.model.groups import GROUPS, Group, Subject
from pressgen.site.data_by_year import DataList
from pressgen.site.encounters import by_language, calendar_content, calendar_list, ledger_content, ledger_list
from pressgen.site.materials import LATEST, Materials
from pressgen.site.output import Call, FileOutput, Output, Piece, PiecedOutput
from pressgen.site.releases import edition_links
from pressgen.views.export_links import feed_title
from pressgen.views.profiles import on_own_page


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

    def table(self, table: Address, keys: Mapping[int, bytes]) -> Iterator[Output]:
        """Declare the table of the years with these keys, which has no texts: a piece for the rows of each."""
        head = Piece(b"", partial(Call.of, exports.table_head))
        rows = (Piece(key, partial(self._rows, year)) for year, key in keys.items())
        yield PiecedOutput(table, (head, *rows))

    def _rows(self, year: int) -> Call[bytes]:
        """Declare the rows of a year."""
        releases = self._site.archive.by_year[year]
        sources = tuple(self._gathered(release.without_texts()) for release in releases)
        return Call.of(exports.table_rows, sources, self._places)

    def archive(self) -> Iterator[Output]:
        """Declare what the archive holds in each year and where, and its latest releases."""
        archive, page = self._site.archive, self._addresses.releases
        years = tuple(
            ArchiveYear(year, len(archive.by_year[year]), self._addresses.data(self._year_page(year)), *files)
            for year, files in self._site.year_files.items()
        )
        head = ListHead(self._titles(), self._pages(page), len(archive.releases))
        source = ArchiveSource(head, years, self._entries(archive.releases[:LATEST]))
        yield self._beside(page, Call.of(exports.whole_archive_file, source, self._places))

    def year(self, year: int) -> Iterator[Output]:
        """Declare the list of a year, unless only an author's preview shows its releases."""
        releases = self._site.archive.by_year.get(year, ())
        if not releases:
            return
        pages = self._pages(partial(self._addresses.year, year=year))
        source = YearSource(ListHead(self._titles(), pages, len(releases)), year, self._entries(releases))
        path = addresses.file_of(self._addresses.data(self._year_page(year)))
        yield FileOutput(path, Call.of(exports.year_file, source, self._places))

    def lines(self, year: int) -> Iterator[Output]:
        """Declare the releases of a year as lines, in one file or one for each month."""
        files, releases = self._site.year_files[year].lines, self._site.archive.by_year[year]
        by_month = groupby(releases, key=lambda release: len(files) > 1 and release.record.day.month)
        for file, (_, of_file) in zip(files, by_month, strict=True):
            yield FileOutput(file, Call.of(exports.lines, tuple(map(self._source, of_file)), self._places))

    def group(self, group: Group) -> Iterator[Output]:
        """Declare the list of a group."""
        if entries := self._site.archive.groups.get(group, ()):
            page = partial(self._addresses.profiles, group=group)
            source = ProfilesSource(group.name, self._pages(page), tuple(map(self._in_group, entries)))
            yield self._beside(page, Call.of(exports.profiles_file, source, self._places))

    def profile(self, subject: Subject) -> Iterator[Output]:
        """Declare the data of a profile, unless only an author's preview shows it."""
        holdings = self._site.archive.holdings.get(subject)
        if holdings and holdings.releases:
            yield from self._profile(holdings)

    def ledger(self, year: int | None = None) -> Iterator[Output]:
        """Declare the data of the ledger, or those of a year that has a file of its own."""
        return self.encounters.outputs(year, self._addresses, ledger_content(self._site, self._places))

    def calendar(self, year: int | None = None) -> Iterator[Output]:
        """Declare the data of the calendar, or those of a year that has a file of its own."""
        return self.events.outputs(year, self._addresses, calendar_content(self._site, self._places))

    @cached_property
    def encounters(self) -> DataList[Encounter]:
        """The ledger's encounters."""
        return ledger_list(self._site)

    @cached_property
    def events(self) -> DataList[Release]:
        """The releases that report the calendar's events."""
        return calendar_list(self._site)

    def schemas(self) -> Iterator[Output]:
        """Declare the schemas of all data."""
        for name in exports.SCHEMAS:
            address = self._addresses.schema(name)
            yield FileOutput(address, Call.of(exports.schema_file, name, self._places.url(address)))

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
            names = by_language(self._facts, lambda tag: self._facts.name(subject, tag))
            self._named[subject] = Named(subject.id, names)
        return self._named[subject]

    def _in_group(self, holdings: Holdings) -> exports.Profile:
        subject, pages = holdings.subject, self._pages(partial(self._addresses.profile, subject=holdings.subject))
        return exports.Profile(
            subject.id,
            self._name(subject).names,
            len(holdings.releases),
            holdings.releases[0].record.day,
            pages,
            self._addresses.data(pages[self._site.languages[0]]),
        )

    def _profile(self, holdings: Holdings) -> Iterator[Output]:
        subject, releases = holdings.subject, holdings.releases
        names = {tag: self._facts.name(subject, tag).text for tag in self._site.languages}
        page = partial(self._addresses.profile, subject=subject)
        years = tuple(
            SubjectYear(year, tuple(release.id for release in of_year), self._addresses.data(self._year_page(year)))
            for year, of_year in groupby(releases, key=lambda release: release.record.day.year)
        )
        source = ListSource(
            ListHead(self._titles(names), self._pages(page), len(releases)),
            NamedSubject(subject.group.name, subject.id, self._name(subject).names),
            years,
            self._entries(on_own_page(releases)),
        )
        yield self._beside(page, Call.of(exports.list_file, source, self._places))

    def _titles(self, names: Mapping[str, str] | None = None) -> Mapping[str, str]:
        """Return what a list is called in each language: the archive, or what it has of the subject of these names."""
        return FrozenMap(
            (tag, feed_title(self._facts, tag, (names or {}).get(tag, ""))) for tag in self._site.languages
        )

    def _pages(self, page: Callable[[str], Address]) -> Mapping[str, Address]:
        return FrozenMap((tag, page(tag)) for tag in self._site.languages)

    def _year_page(self, year: int) -> Address:
        return self._addresses.year(self._site.languages[0], year)

    def _beside(self, page: Callable[[str], Address], content: Call[bytes]) -> Output:
        return FileOutput(addresses.file_of(self._addresses.data(page(self._site.languages[0]))), content)

    def _entries(self, releases: Sequence[Release]) -> tuple[Listed, ...]:
        return tuple(self._entry(release) for release in releases)

    def _entry(self, release: Release) -> Listed:
        if release.id not in self._listed:
            self._listed[release.id] = _listed(release)
        return self._listed[release.id]


def _listed(release: Release) -> Listed:
    """Return what lists for machines say of a release."""
    record = release.record
    tags = sorted(release.editions, key=lambda tag: tag != release.original)
    titles = FrozenMap((tag, release.editions[tag].title_line) for tag in tags)
    return Listed(release.id, record.day, record.number, record.kind, record.status, titles)
