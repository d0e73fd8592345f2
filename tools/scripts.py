"""Write the letters of pressgen/data/scripts.json: which characters belong to which script, by Unicode's Scripts.txt.

    pip install fonttools unicodedata2
    python tools/scripts.py

fonttools carries Scripts.txt, unicodedata2 the categories of characters; both must be of the same version of Unicode.
The scripts of the file stay, with what it says of how they are written. `letters` are a script's letters and marks,
`others` its digits and signs.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

import unicodedata2
from fontTools import unicodedata as scripts

TARGET = Path(__file__).parents[1] / "pressgen" / "data" / "scripts.json"


def main() -> None:
    """Write the file again with the letters of the installed packages."""
    version = re.search(r"Scripts-([0-9.]+)\.txt", inspect.getsource(scripts.Scripts))
    if version is None or version[1] != unicodedata2.unidata_version:
        message = f"fonttools and unicodedata2 ({unicodedata2.unidata_version}) differ in their Unicode"
        raise SystemExit(message)
    table = json.loads(TARGET.read_text(encoding="utf-8"))
    letters: dict[str, list[int]] = {script: [] for script in table["letters"]}
    others: dict[str, list[int]] = {script: [] for script in table["letters"]}
    for code in range(0x110000):
        script, category = scripts.script(chr(code)), unicodedata2.category(chr(code))
        if script in letters and category != "Cn":
            (letters if category[0] in "LM" else others)[script].append(code)
    table["unicode"] = version[1]
    table["letters"] = {script: ranges(codes) for script, codes in letters.items()}
    table["others"] = {script: ranges(codes) for script, codes in others.items() if codes}
    TARGET.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def ranges(codes: Iterable[int]) -> str:
    """Write code points as ranges: `41-5A 61-7A AA`."""
    written = []
    for _, run in groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0]):
        members = [code for _, code in run]
        written.append(f"{members[0]:X}-{members[-1]:X}" if len(members) > 1 else f"{members[0]:X}")
    return " ".join(written)


if __name__ == "__main__":
    main()
