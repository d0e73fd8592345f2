"""Write pressgen/data/subtags.tsv: the registry of BCP 47 subtags that IANA keeps, in a third of its size.

Fetch and unpack the npm package language-subtag-registry (CC0), which follows IANA's file, with `npm pack`, and run

    python tools/subtags.py FOLDER

No package of Python has the registry as it is today: langcodes carries that of 2021, language-tags that of 2024.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "pressgen" / "data" / "subtags.tsv"
HEAD = """\
# IANA's registry of BCP 47 subtags, of {date}, in the public domain (CC0). Written by tools/subtags.py.
# kind, subtag, name, the tag to use in its place, the language that it belongs to, the script that need not be said
"""


def main(folder: Path) -> None:
    """Write the file from the unpacked package."""
    data = next(folder.glob("language-subtag-registry-[0-9]*/package")) / "data" / "json"
    records = json.loads((data / "registry.json").read_text(encoding="utf-8"))
    rows = [row(record) for record in records if record["Type"] != "redundant"]
    date = json.loads((data / "meta.json").read_text(encoding="utf-8"))["File-Date"]
    TARGET.write_text(HEAD.format(date=date) + "".join(rows), encoding="utf-8")


def row(record: dict[str, str | list[str]]) -> str:
    """Write the line of one record."""
    named = record.get("Subtag") or record["Tag"]
    values = (record.get(key, "") for key in ("Preferred-Value", "Macrolanguage", "Suppress-Script"))
    return "\t".join([str(record["Type"]), str(named), record["Description"][0], *map(str, values)]).rstrip() + "\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
