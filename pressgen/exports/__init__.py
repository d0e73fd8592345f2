"""Files for machines: addresses and facts of the archive go in, the bytes of an export come out.

`sitemap` tells search engines of every page; `shapes` are the typed values that JSON files hold, `data` makes them of
releases, `lists` of what lists show and `encounters` of the ledger and the calendar; `schemas` describes them, and
`table` gives the archive as rows.
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
