"""Write tests/languages/exemplars.tsv: which letters, figures and marks each language is written with, by Unicode CLDR.

Only of languages whose script has a bundled font. Fetch and unpack the npm package cldr-misc-full (Unicode License v3)
with `npm pack`, and run

    python tools/exemplars.py FOLDER
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from pressgen.languages import scripts_of

TARGET = Path(__file__).parents[1] / "tests" / "languages" / "exemplars.tsv"
BUNDLED = {"Latn", "Cyrl", "Grek", "Khmr", "Arab", "Hebr", "Thai", "Laoo", "Armn", "Geor"}
HISTORIC = {"cu"}  # Church Slavonic is printed in fonts of its own
SETS = ("exemplarCharacters", "auxiliary", "numbers", "punctuation")
PIECE = re.compile(r"\{([^}]*)\}|\\u([0-9A-F]{4})|\\U([0-9A-F]{8})|\\(.)|(.)", re.DOTALL)


def main(folder: Path) -> None:
    """Write the file from the unpacked package."""
    found: dict[str, str] = {}
    for path in sorted((next(folder.glob("cldr-misc-full*/package")) / "main").glob("*/characters.json")):
        tag = path.parent.name
        said = json.loads(path.read_text(encoding="utf-8"))["main"][tag]["characters"]
        letters = "".join(sorted({letter for name in SETS for letter in characters(said.get(name) or "[]")}))
        language = tag.partition("-")[0]
        if scripts_of(tag) <= BUNDLED and language not in HISTORIC and letters != found.get(language):
            found[tag] = letters
    text = "".join(f"{tag}\t{letters}\n" for tag, letters in found.items())
    TARGET.write_text(
        f"# Exemplar characters of Unicode CLDR {version(folder)}, Unicode License v3.\n{text}", encoding="utf-8"
    )


def version(folder: Path) -> str:
    """Return the version of the package."""
    return str(json.loads(next(folder.glob("cldr-misc-full*/package/package.json")).read_text())["version"])


def characters(pattern: str) -> set[str]:
    """Read a UnicodeSet as CLDR writes its exemplars: letters, ranges, and sequences in braces."""
    found: set[str] = set()
    before, ranged = "", False
    for sequence, four, eight, quoted, plain in PIECE.findall(pattern[1:-1]):
        if sequence:
            found |= characters(f"[{sequence}]")
        elif plain == " ":
            continue
        elif plain == "-" and before:
            ranged = True
            continue
        else:
            letter = quoted or plain or chr(int(four or eight, 16))
            found |= set(map(chr, range(ord(before), ord(letter) + 1))) if ranged else {letter}
            before, ranged = letter, False
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
