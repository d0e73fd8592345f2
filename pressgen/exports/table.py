"""The archive as a table, `releases.csv`: one row for each edition.

The form is that of RFC 4180 in UTF-8 without a byte order mark: commas, quotes where needed, CRLF behind each row. A
cell that a spreadsheet would take for a formula begins with an apostrophe, as OWASP advises against "CSV injection".
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pressgen.archive.changes import History, history, rfc3339
from pressgen.exports.data import Places, ReleaseSource, one_line, written_bound
from pressgen.model import Edition, Event, Participant, Record, Release
from pressgen.model.groups import BY_NAME

BETWEEN = "; "
"""What stands between the values of a cell that has several."""

# The last four are the wide forms, which East Asian spreadsheets take for the same.
_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


@dataclass(frozen=True, slots=True)
class Row:
    """What the cells of one row are made from."""

    source: ReleaseSource
    edition: Edition
    places: Places
    told: History

    @property
    def release(self) -> Release:
        """The release."""
        return self.source.release

    @property
    def record(self) -> Record:
        """Its facts."""
        return self.source.release.record

    @property
    def event(self) -> Event:
        """What it reports, or an event of which nothing is known."""
        return self.record.event or Event()


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds, for the manual, and how a cell is made."""

    says: str
    cell: Callable[[Row], object]


def _named(participant: Participant, tag: str) -> str:
    return participant.name.in_language(tag).text or participant.role.in_language(tag).text


def _ids(row: Row, group: str) -> str:
    """List the ids of what the release belongs to in a group, given by its name."""
    return BETWEEN.join(named.id for named in row.source.of(BY_NAME[group]))


COLUMNS: Mapping[str, Column] = {
    "release": Column("The release's id.", lambda row: row.release.id),
    "language": Column("The language of this edition.", lambda row: row.edition.language),
    "original": Column(
        "`yes` where this edition is the original, else `no`.",
        lambda row: "yes" if row.edition.language == row.release.original else "no",
    ),
    "translation": Column(
        "How far a reader may rely on a translation: `official`, `courtesy`, `provisional`, `machine`.",
        lambda row: row.edition.translation.value if row.edition.translation else "",
    ),
    "title": Column("The title, on one line.", lambda row: row.edition.title_line),
    "summary": Column("The summary, on one line.", lambda row: one_line(row.edition.summary)),
    "date": Column("The day of issue, `YYYY-MM-DD`.", lambda row: row.record.day),
    "published": Column("When it came out, with the zone (RFC 3339).", lambda row: rfc3339(row.told.published)),
    "updated": Column("When it was last corrected or withdrawn.", lambda row: rfc3339(row.told.updated)),
    "status": Column("`published` or `withdrawn`.", lambda row: row.record.status.value),
    "withdrawn": Column(
        "The day of withdrawal.", lambda row: row.record.withdrawn.date if row.record.withdrawn else ""
    ),
    "corrections": Column("How often it was corrected.", lambda row: len(row.record.corrections)),
    "valid_from": Column(
        "The first day on which it is in force, or the moment.",
        lambda row: (row.record.valid and written_bound(row.record.valid.first)) or "",
    ),
    "valid_until": Column(
        "The last day on which it is in force, or the moment at which that ends.",
        lambda row: (row.record.valid and written_bound(row.record.valid.last)) or "",
    ),
    "kind": Column("What sort of release it is.", lambda row: row.record.kind.value),
    "number": Column("The reference as printed.", lambda row: row.record.number),
    "place": Column("Where it was issued.", lambda row: row.edition.place),
    "issuers": Column(
        "Who issued it.",
        lambda row: BETWEEN.join(issuer.name.in_language(row.edition.language).text for issuer in row.record.issuers),
    ),
    "event_start": Column("The first day of the event it reports.", lambda row: row.event.start or ""),
    "event_end": Column("The last day of that event.", lambda row: row.event.end or ""),
    "event_mode": Column(
        "How it was held: `in-person`, `call`, `video`, `written`.",
        lambda row: row.event.mode.value if row.event.mode else "",
    ),
    "event_place": Column("Where it was held.", lambda row: row.event.place.in_language(row.edition.language).text),
    "countries": Column("Codes of the countries it is with or about.", lambda row: _ids(row, "countries")),
    "organisations": Column("Ids of the organisations it is with or about.", lambda row: _ids(row, "organisations")),
    "topics": Column("Ids of its topics.", lambda row: _ids(row, "topics")),
    "series": Column("Ids of the series it is one of.", lambda row: _ids(row, "series")),
    "people": Column("Ids of the people of the register who took part.", lambda row: _ids(row, "people")),
    "participants": Column(
        "Names of those who took part.",
        lambda row: BETWEEN.join(_named(participant, row.edition.language) for participant in row.record.participants),
    ),
    "url": Column(
        "The edition's page.",
        lambda row: row.places.url(row.places.addresses.release(row.edition.language, row.release.id)),
    ),
    "data": Column(
        "The release as JSON.", lambda row: row.places.url(row.places.addresses.release_data(row.release.id))
    ),
}
"""Every column of the table, in its order."""


def table_head() -> bytes:
    """Write the first row of `releases.csv`: the names of the columns."""
    return _written([[*COLUMNS]])


def table_rows(sources: Iterable[ReleaseSource], places: Places) -> bytes:
    """Write a row of `releases.csv` for each edition."""
    return _written(_cells(sources, places))


def _cells(sources: Iterable[ReleaseSource], places: Places) -> Iterator[list[str]]:
    for source in sources:
        told = history(source.release.record, places.zone)
        for edition in source.release.editions.values():
            row = Row(source, edition, places, told)
            yield [guarded(str(column.cell(row))) for column in COLUMNS.values()]


def _written(rows: Iterable[list[str]]) -> bytes:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows(rows)
    return written.getvalue().encode()


def guarded(cell: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
