"""Write the JSON Schemas that describe a site's JSON files, `schema/<name>.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping

from pressgen.exports.encounter_shapes import EventsShape, LedgerShape
from pressgen.exports.shapes import (
    ArchiveShape,
    LineShape,
    ListShape,
    ProfilesShape,
    ReleaseShape,
    Shape,
    YearListShape,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"

SCHEMAS: Mapping[str, type[Shape]] = {
    "release-data": ReleaseShape,
    "release-line": LineShape,
    "archive": ArchiveShape,
    "year-list": YearListShape,
    "release-list": ListShape,
    "profile-list": ProfilesShape,
    "encounter-list": LedgerShape,
    "event-list": EventsShape,
}
"""The shape that each name describes: a release, a line of the whole archive, and the lists."""


def schema_file(name: str, url: str) -> bytes:
    """Write the schema of this name, which stands at `url`."""
    schema = SCHEMAS[name].model_json_schema(by_alias=True, mode="serialization")
    document = {"$schema": DIALECT, "$id": url, **schema}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
