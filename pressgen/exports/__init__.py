"""Write files for machines.

`sitemap` lists every page for search engines. `shapes` are the typed values of JSON files: `data` fills them with
releases (`blocks` with their texts), `lists` with lists, `encounters` with the ledger and the calendar, and `schemas`
describes them. `table` writes the archive as rows.
"""

from pressgen.exports.data import Named, Places, ReleaseSource, lines, one_line, release_file
from pressgen.exports.encounters import EncounterSource, Held, Met, Year, events_file, ledger_file
from pressgen.exports.lists import (
    ArchiveSource,
    ArchiveYear,
    Listed,
    ListHead,
    ListSource,
    NamedSubject,
    Profile,
    ProfilesSource,
    SubjectYear,
    YearSource,
    list_file,
    profiles_file,
    whole_archive_file,
    year_file,
)
from pressgen.exports.media import media_type
from pressgen.exports.schemas import SCHEMAS, schema_file
from pressgen.exports.sitemap import SitemapEntry, sitemap, sitemap_index, sitemap_parts
from pressgen.exports.table import COLUMNS, table_head, table_rows

__all__ = [
    "COLUMNS",
    "SCHEMAS",
    "ArchiveSource",
    "ArchiveYear",
    "EncounterSource",
    "Held",
    "ListHead",
    "ListSource",
    "Listed",
    "Met",
    "Named",
    "NamedSubject",
    "Places",
    "Profile",
    "ProfilesSource",
    "ReleaseSource",
    "SitemapEntry",
    "SubjectYear",
    "Year",
    "YearSource",
    "events_file",
    "ledger_file",
    "lines",
    "list_file",
    "media_type",
    "one_line",
    "profiles_file",
    "release_file",
    "schema_file",
    "sitemap",
    "sitemap_index",
    "sitemap_parts",
    "table_head",
    "table_rows",
    "whole_archive_file",
    "year_file",
]
