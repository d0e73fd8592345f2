"""The style sheets, scripts and fonts of every page: all are declared, and bundled in their order."""

from __future__ import annotations

import posixpath
import re

from pressgen import addresses
from pressgen.site.assets import FEED_STYLES, FOLDER, PRINT_STYLES, SCREEN_STYLES, SCRIPTS
from pressgen.site.output import bytes_of
from tests.views.encounter_samples import SETTINGS, article_shell, site

MADE = {
    output.path: bytes_of(output, article_shell)
    for output in site().outputs()
    if output.path.startswith(addresses.ASSETS) and not output.path.startswith(addresses.SEARCH)
}


def test_every_source_is_in_one_bundle() -> None:
    assert sorted(path.stem for path in (FOLDER / "css").iterdir()) == sorted(
        (*SCREEN_STYLES, *PRINT_STYLES, *FEED_STYLES)
    )
    assert sorted(path.stem for path in (FOLDER / "js").iterdir()) == sorted((*SCRIPTS, "redirect"))
    assert {path.name for path in FOLDER.iterdir()} == {"css", "fonts", "js"}


def test_bundles_hold_their_sources_in_order_after_the_ministrys_colour() -> None:
    screen = MADE[addresses.SCREEN_STYLE].decode()
    places = [screen.index((FOLDER / "css" / f"{name}.css").read_text("utf-8")) for name in SCREEN_STYLES]

    assert screen.startswith(f":root {{\n  --pressgen-colour: {SETTINGS.colour};\n}}\n")
    assert places == sorted(places)
    assert MADE[addresses.PRINT_STYLE].startswith((FOLDER / "css" / "print.css").read_bytes())
    assert all((FOLDER / "js" / f"{name}.js").read_bytes() in MADE[addresses.SCRIPT] for name in SCRIPTS)


def test_every_font_that_the_style_sheet_names_is_published_beside_its_licence() -> None:
    urls = re.findall(r'url\("(?!data:)([^"]+)"\)', MADE[addresses.SCREEN_STYLE].decode())
    named = {posixpath.normpath(posixpath.join(posixpath.dirname(addresses.SCREEN_STYLE), url)) for url in urls}

    fonts = {path for path in MADE if "/fonts/" in path}
    assert len(named) > 60
    assert fonts == named | {f"{addresses.ASSETS}fonts/OFL.txt"}
