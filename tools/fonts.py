"""Bundle the fonts again: read unpacked npm packages, write `assets/fonts/` and `css/fonts.css`.

The packages are @fontsource's, whose files hold one script each (see `PACKAGES`), and @expo-google-fonts/noto-sans and
noto-serif, which have the whole fonts: from these come the signs and the combining accents that the files of single
scripts leave out. Fetch and unpack them with `npm pack`, each into a folder named as its file, and run

    python tools/fonts.py FOLDER

with fontTools and Brotli installed. All are under the SIL Open Font License, and none reserves its name.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ASSETS = Path(__file__).parents[1] / "pressgen" / "assets"

EUROPEAN = [
    "accents", "signs", "vietnamese", "greek-ext", "greek", "cyrillic-ext", "cyrillic", "latin-ext", "latin",
]  # fmt: skip
PACKAGES = {
    "Noto Sans": {
        "noto-sans-arabic": ["arabic"],
        "noto-sans-khmer": ["khmer"],
        "noto-sans-hebrew": ["hebrew"],
        "noto-sans-thai": ["thai"],
        "noto-sans-lao": ["lao"],
        "noto-sans-armenian": ["armenian"],
        "noto-sans-georgian": ["georgian"],
        "noto-sans": EUROPEAN,
    },
    "Noto Serif": {
        "noto-naskh-arabic": ["arabic"],
        "noto-serif-khmer": ["khmer"],
        "noto-serif-hebrew": ["hebrew"],
        "noto-serif-thai": ["thai"],
        "noto-serif-lao": ["lao"],
        "noto-serif-armenian": ["armenian"],
        "noto-serif-georgian": ["georgian"],
        "noto-serif": EUROPEAN,
    },
}
"""The packages of each family with their files; where two have a letter, a browser takes that of the later one."""

ITALICS = {"noto-sans": ("latin-ext", "latin")}
"""The families with italics: emphasis in other scripts is upright or slanted by the browser."""

OWN = {
    # Hyphens that do not break, the narrow space of French, per mille, and other signs of exemplary punctuation.
    "signs": "U+2010-2012, U+2015, U+201F, U+2021, U+2023, U+2027, U+202F, U+2030-2031, U+204A, U+2052-2053, "
    "U+2070-209C, U+2116-2117, U+2153-215E, U+2E17",
    # An accent and its letter are set in one font, so the letters stand here too; they alone load nothing.
    "accents": "U+0041-005A, U+0061-007A, U+00C0-024F, U+0250-02FF, U+0300-036F, U+1DC4-1DC7, U+1E00-1EFF, "
    "U+2C60-2C7F, U+A720-A7FF",
}
"""The files that are cut from the whole fonts, with their characters."""

SHARED = re.compile(r"U\+(?:0[23]..(?:-0...)?|20..(?:-20..)?|25CC|2E..|[0-9A-F]{5}.*)")
"""Signs that files of single scripts have as well, and blocks that no language needs: their ranges leave them out, so
that a page of another script does not load them for a hyphen."""
KEPT = {"arabic": ("U+200C-200E",), "khmer": ("U+25CC",)}

SIZES = {"noto-naskh-arabic": "114%; /* its letters are drawn smaller than those of the other scripts */"}
HEAD = """\
/* The bundled fonts, one family through all scripts: a page loads only the files whose letters stand on it.
   Where ranges overlap the later face wins, so Latin comes last. Made by tools/fonts.py. Licence: ../fonts/OFL.txt. */
"""
FACE = """
@font-face {{
  font-family: "{family}";
  font-style: {style};
  font-weight: {weight};
  font-display: swap;{size}
  src: url("../fonts/{file}") format("woff2");
  unicode-range: {ranges};
}}
"""


class Face(NamedTuple):
    """A file of a font."""

    package: str
    subset: str
    weight: int
    style: str

    @property
    def file(self) -> str:
        """Its name."""
        return f"{self.package}-{self.subset}-{self.weight}-{self.style}.woff2"


def main(folder: Path) -> None:
    """Write the fonts and their style sheet from the packages in a folder."""
    fonts = ASSETS / "fonts"
    for old in fonts.glob("*.woff2"):
        old.unlink()
    sheet = [HEAD]
    for family, packages in PACKAGES.items():
        cuts = [
            Face(package, subset, weight, "normal")
            for weight in (400, 700)
            for package, subsets in packages.items()
            for subset in subsets
        ]
        cuts += [Face(name, subset, 400, "italic") for name in packages for subset in ITALICS.get(name, ())]
        sheet += [rule(family, one, written(one, folder, fonts)) for one in cuts]
    (ASSETS / "css" / "fonts.css").write_text("".join(sheet), encoding="utf-8")


def written(one: Face, folder: Path, fonts: Path) -> str:
    """Write one file, and return the characters that it has."""
    if one.subset in OWN:
        cut(whole_font(folder, one), fonts / one.file, OWN[one.subset])
        return OWN[one.subset]
    home = unpacked(folder, f"fontsource-{one.package}")
    shutil.copy(home / "files" / one.file, fonts / one.file)
    every = json.loads((home / "unicode.json").read_text())[one.subset].split(",")
    kept = KEPT.get(one.subset, ())
    return ", ".join(each for each in every if one.subset in EUROPEAN or each in kept or not SHARED.fullmatch(each))


def rule(family: str, one: Face, ranges: str) -> str:
    """Return the rule of one file."""
    size = f"\n  size-adjust: {SIZES[one.package]}" if one.package in SIZES else ""
    return FACE.format(family=family, style=one.style, weight=one.weight, size=size, file=one.file, ranges=ranges)


def unpacked(folder: Path, beginning: str) -> Path:
    """Return the folder of a package, whatever its version."""
    return next(found for found in folder.glob(f"{beginning}-[0-9]*/package"))


def whole_font(folder: Path, one: Face) -> Path:
    """Return the file of a whole font."""
    name = {400: "400Regular", 700: "700Bold"}[one.weight]
    return next(unpacked(folder, f"expo-google-fonts-{one.package}").glob(f"{name}/*_{name}.ttf"))


def cut(font: Path, into: Path, ranges: str) -> None:
    """Write a font with some characters only, which keep how they are placed on each other."""
    command = [sys.executable, "-m", "fontTools.subset", str(font), f"--unicodes={ranges.replace(' ', '')}"]
    options = ["--flavor=woff2", "--layout-features=ccmp,locl,mark,mkmk,kern", "--no-hinting", f"--output-file={into}"]
    subprocess.run([*command, *options], check=True)  # noqa: S603


if __name__ == "__main__":
    main(Path(sys.argv[1]))
