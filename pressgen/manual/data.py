"""The manual's page on feeds and data, from the values that the files are made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pressgen.exports import COLUMNS, SCHEMAS
from pressgen.manual.shapes import mapping_within, resolve

_DATA = """\
What programs may read of a site, at addresses that stay. Feeds and calendars are in one language and stand beside its
pages; data is one file for all languages, with the words of each inside, and has no language in its address. Every file
is named in the head of its pages (`rel="alternate"`) and stands below lists and profiles under "Feeds and data".
Nothing in them comes from the clock: the same releases give the same bytes. What is a draft or under embargo is in none
of them.

| address | what it is |
|---|---|
| `en/feed.xml`, `en/feed.json` | [Atom and JSON Feed](#feeds) of the whole archive |
| `en/countries/no/feed.xml`, `feed.json` | the same of a country, person, organisation, topic, series or kind |
| `en/calendar/calendar.ics` | [iCalendar](#calendars) of the events |
| `en/countries/no/calendar.ics` | the same of the events with or about a country |
| `releases/index.json` | [the archive](#archive): its years and their files, its latest releases |
| `releases/2022/index.json` | [the list of a year](#year-list) |
| `releases/2022.jsonl.gz` | its releases with their texts, [one on each line](#release-line), compressed |
| `releases.csv` | the archive as [a table](#table), one row for each edition |
| `releases/<id>/release.json` | [a release](#release-data) with its facts and all its texts |
| `countries/index.json` and so on | [all profiles](#profile-list) of a group |
| `countries/no/index.json` and so on | [the releases of a profile](#release-list) |
| `ledger/index.json` | [meetings and contacts](#encounter-list): all that releases report |
| `calendar/index.json` | [the calendar](#event-list): every event |
| `schema/<name>.json` | the JSON Schema (draft 2020-12) that a JSON file names under `$schema` |

**The whole archive** is all files of `lines` in `releases/index.json`: [JSON Lines](https://jsonlines.org) in UTF-8,
compressed with gzip, since every text stands on its pages and in its data already. Many programs read such files as
they are: `pandas.read_json("2022.jsonl.gz", lines=True)`, DuckDB's `read_json('2022.jsonl.gz')`, Python's `gzip.open`,
Spark and BigQuery. For others `gzip -dc` writes the lines:

```sh
curl -s https://mfa.example/press/releases/2022.jsonl.gz | gzip -dc | jq -r .number
```

Neither a time nor a name stands in the compressed file: the same releases have the same bytes wherever the version of
zlib is the same, and the same lines with any.

No file is larger than common hosts take, however long an archive is: a year of more than 1,000 releases has its lines
by month (`releases/2022-05.jsonl.gz`), a table of more than 10,000 editions holds the latest years, and each of the
others has its own (`releases/2015.csv`). More than 1,000 meetings and contacts, or events of the calendar, have a file
for each year. `releases/index.json`, `ledger/index.json` and `calendar/index.json` say which.

Feeds and calendars need complete addresses: a site without `site_url` has none of them, and its data names paths from
the site's root.

Every page has its data in one of these. Home names that of the archive, a month that of its year, a part of a profile,
of the calendar or of the meetings and contacts that of the whole; the pages of a release in every language name its
own.

## Feeds

The feed of the archive holds the 50 releases that changed last, with their whole texts; that of one subject holds 20,
with their summaries, since each release stands in the feeds of several subjects. The latest come first: a correction of
an old release, or its withdrawal, reaches subscribers. Where the rest is, is said by a link `rel="archives"` in Atom
and `_pressgen.archives` in JSON Feed: the data of the archive or of the subject, which has all. (Pages of feeds after
[RFC 5005](https://www.rfc-editor.org/rfc/rfc5005) would say the same a second time, in thousands of files.)
Atom ([RFC 4287](https://www.rfc-editor.org/rfc/rfc4287)) and [JSON Feed
1.1](https://www.jsonfeed.org/version/1.1/) say the same with the same ids.

- **id**: the address of the edition's page, which stays when titles change. A release that lacks the feed's language
  appears in the original's, marked with that language; when its translation comes out, that is an entry of its own.
- **published**: the time of issue; midnight of the [ministry's zone](options.md#timezone) where the release gives a
  day only; the end of the embargo where there was one.
- **updated**: the day of the last correction or of the withdrawal, at midnight of that zone; a second later than what
  was before it where the days are the same.
- **author** is who issued it; **categories** are its kind and every country, organisation, topic, series and person of
  the register, with the id as `term`.
- **content** is the whole text as HTML with complete addresses, or in the feed of a subject its summary; corrections
  below it.
- **A withdrawn release** stays in its feeds: its title says so, and the notice with its reason takes the text's
  place.

## Calendars

One event of whole days for each release that tells the days of its event, unless that was a message in writing ([RFC
5545](https://www.rfc-editor.org/rfc/rfc5545)): of the whole archive the 200, of a country the 50 that are the latest or
whose releases changed last. `LINK` ([RFC 9253](https://www.rfc-editor.org/rfc/rfc9253)) names the data of all events.
`UID` is the release's id at the site's host and the same in every language; `DTSTAMP` and `LAST-MODIFIED` are the
moment called *updated* above, `SEQUENCE` counts corrections and the withdrawal, which makes `STATUS` `CANCELLED`.

## JSON

A key of which there is nothing to say is left out: a release without corrections has no `corrections`. Words that
exist in several languages are objects by language tag, `und` where the author gave no language. Days are `YYYY-MM-DD`,
moments as RFC 3339 writes them. Every `url` and `data` is a complete address. A key below is written with those that it
stands in: `editions[].title`.
"""

_TABLE = """\
## Table

`releases.csv` (and `releases/<year>.csv`, where an archive is too long for one table) is as [RFC
4180](https://www.rfc-editor.org/rfc/rfc4180) has it: UTF-8 without a byte order mark, commas, CRLF, the first row names
the columns. In a spreadsheet, import it as text in UTF-8 rather than opening it.
Where a cell has several values, `; ` stands between them.

A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, their wide forms, a tab or an
end of line) has an apostrophe in front. A program that needs the words as written takes one apostrophe off where such
a sign follows it.

| column | what it holds |
|---|---|
"""


def data_page() -> Iterator[str]:
    """Describe every file for programs: its address, and what it holds."""
    yield _DATA
    earlier: dict[str, None] = {}
    for name, shape in SCHEMAS.items():
        yield f"## {_SHAPES[name]} {{ #{name} }}\n"
        yield f"{shape.__doc__} It keeps `schema/{name}.json`.\n"
        schema = shape.model_json_schema(mode="serialization")
        rows = dict.fromkeys(_rows(schema, schema, ""))
        if name == "release-line":
            yield "The keys of [a release](#release-data) but `editions[].blocks`, and this:\n"
            rows = {row: None for row in rows if row not in earlier}
        earlier |= rows
        yield "| key | what it holds |\n|---|---|"
        yield from rows
        yield ""
    yield _TABLE.rstrip()
    yield from (f"| `{name}` | {column.says} |" for name, column in COLUMNS.items())


_SHAPES = {
    "release-data": "A release",
    "release-line": "A line of the whole archive",
    "archive": "The archive",
    "year-list": "The list of a year",
    "release-list": "The releases of a profile",
    "profile-list": "A list of profiles",
    "encounter-list": "Meetings and contacts",
    "event-list": "The calendar",
}


def _rows(shape: Mapping[str, Any], schema: Mapping[str, Any], within: str) -> Iterator[str]:
    for name, value in shape["properties"].items():
        resolved = resolve(value, schema)
        yield f"| `{within}{name}` | {value.get('description') or resolved.get('description', '')} |"
        inner = mapping_within(value, schema)
        if inner is not None:
            several = "[]" if value.get("type") == "array" else ""
            yield from _rows(inner, schema, f"{within}{name}{several}.")
