"""What the documentation takes from the package: reference pages, the JSON Schema, and workflows to copy.

`python -m pressgen.manual` writes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.resources import files

from pressgen.cli.schema import schema_text
from pressgen.manual.commands import commands_page
from pressgen.manual.data import data_page
from pressgen.manual.keys import front_matter_page, kinds_page
from pressgen.manual.material import material_page
from pressgen.manual.options import options_page
from pressgen.manual.problems import problems_page

REFERENCE = "docs/manual/reference/"
"""Where the generated pages stand, from the repository's folder."""

SCHEMA = "docs/schema/release.json"
"""Where the JSON Schema stands, which releases name in a comment."""

WORKFLOWS = "docs/workflows/"
"""Where the models of workflows stand, which the site publishes; the package has them in `data/workflows/`."""

_MADE = "<!-- Made by `make reference` from the code. Changes belong there. -->\n"


def reference() -> Mapping[str, str]:
    """Return every generated file: its path from the repository's folder, and its text."""
    return {
        f"{REFERENCE}front-matter.md": _page("Front matter", front_matter_page()),
        f"{REFERENCE}kinds.md": _page("Kinds", kinds_page()),
        f"{REFERENCE}options.md": _page("Options", options_page()),
        f"{REFERENCE}problems.md": _page("Problems", problems_page()),
        f"{REFERENCE}commands.md": _page("Commands", commands_page()),
        f"{REFERENCE}data.md": _page("Feeds and data", data_page()),
        f"{REFERENCE}material.md": _page("Material", material_page()),
        SCHEMA: schema_text(),
        **{f"{WORKFLOWS}{name}": text for name, text in workflows().items()},
    }


def workflows() -> Mapping[str, str]:
    """Read the workflows that a site's repository can copy: the name of each file and its text."""
    folder = files("pressgen") / "data" / "workflows"
    texts = {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}
    return dict(sorted(texts.items()))


def _page(title: str, parts: Iterable[str]) -> str:
    return f"# {title}\n\n{_MADE}\n" + "\n".join(parts).rstrip() + "\n"
