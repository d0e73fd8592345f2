"""Write files for machines.

`sitemap` lists every page for search engines. `shapes` are the typed values of JSON files: `data` fills them with
releases, `lists` with lists, `encounters` with the ledger and the calendar, and `schemas` describes them. `table`
writes the archive as rows.
"""

from pressgen.exports.data import Named, Places, ReleaseSource, lines, one_line, release_file
from pressgen.exports.encounters import EncounterSource, Held, Met, events_file, ledger_file
from pressgen.exports.lists import (
    Listed,
    ListSource,
    NamedSubject,
    Profile,
    ProfilesSource,
    Year,
    list_file,
    profiles_file,
)
from pressgen.exports.media import media_type
from pressgen.exports.schemas import SCHEMAS, schema_file
from pressgen.exports.sitemap import SitemapEntry, sitemap
from pressgen.exports.table import COLUMNS, table

__all__ = [
    "COLUMNS",
    "SCHEMAS",
    "EncounterSource",
    "Held",
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
    "Year",
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
    "table",
]
