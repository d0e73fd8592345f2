"""The scripts of the search for the browser: one for every page, and one that it loads when a reader uses the search.

Their sources are the modules in `browser/`. They run as they are, but a browser would ask for them one after the
other, each when it has read the one that imports it, so they are published joined.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from graphlib import TopologicalSorter
from hashlib import blake2b
from importlib import resources

BOX = "box.js"
"""The module of every page."""
MAIN = "main.js"
"""The module that `BOX` loads, and that everything else is joined into."""
RULES = "rules.json"
"""How the texts of results are set, as JSON; the host's own rules take the place of the file of this name."""

_IMPORT = re.compile(
    r'^import (\{[^}]*\}|\w+) from "\.\.?/(?:data/)?([\w-]+\.\w+)"(?: with \{ type: "json" \})?;\n', re.MULTILINE
)
_REEXPORT = re.compile(r'^export (\{[^}]*\}) from "\./([\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) (\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^ *(?://.*|/\*(?:[^*]|\*(?!/))*\*/)\n|^ +|^\n|/\*\* [^*\n]*\*/ ?", re.MULTILINE)


class JoiningError(Exception):
    """A module has an import or export that cannot be joined_modules; the message names the module."""


def box_script(rules: str) -> bytes:
    """Return the script of every page, which loads the other by its name; `rules` are those of `search_script`."""
    return _without_comments(read_sources()[BOX].replace(f'"./{MAIN}"', f'"./{search_name(rules)}"')).encode()


@cache
def search_script(rules: str) -> bytes:
    """Return the script that searches and shows results, which are set by `rules` (JSON, as in `rules.json`)."""
    return joined_modules({**read_sources(), RULES: rules}, MAIN)


@cache
def search_name(rules: str) -> str:
    """Return the name of `search_script`, which changes with its content, so that browsers may keep it for ever."""
    return f"search-{blake2b(search_script(rules), digest_size=5).hexdigest()}.js"


def joined_modules(sources: Mapping[str, str], entry: str) -> bytes:
    """Join modules, given by the names of their files, into one module that exports what `entry` does.

    Each becomes a function that is called once and returns its exports, so that none sees the names of another; a file
    of JSON becomes its value. Imports and exports are those that the sources have: of names, each on one line, at the
    left edge. Raises JoiningError for any other, and for imports in a circle (graphlib.CycleError).
    """
    order = [*TopologicalSorter(_imports(sources, entry)).static_order()]
    parts = [f"const {_constant(name)} = {_value(name, sources[name])};\n" for name in order if name != entry]
    exports = "".join(
        f"export const {names} = {_constant(name)};\n" for names, name in _REEXPORT.findall(sources[entry])
    )
    return _without_comments("".join([*parts, exports])).encode()


def _imports(sources: Mapping[str, str], entry: str) -> Mapping[str, list[str]]:
    """Find the modules that `entry` needs, each with those that it imports itself."""
    graph: dict[str, list[str]] = {}
    missing = [entry]
    while missing:
        name = missing.pop()
        graph[name] = [imported for _, imported in (*_IMPORT.findall(sources[name]), *_REEXPORT.findall(sources[name]))]
        missing += (imported for imported in graph[name] if imported not in graph)
    return graph


def _value(name: str, source: str) -> str:
    """Write a module as a value: the object of its exports, or what a file of JSON says."""
    if name.endswith(".json"):
        return json.dumps(json.loads(source), ensure_ascii=False, separators=(",", ":"))
    exports = _EXPORT.findall(source)
    body = _EXPORT.sub("", _IMPORT.sub(lambda found: f"const {found[1]} = {_constant(found[2])};\n", source))
    if re.search(r"^(?:import|export)\b|\bimport\.meta\b", body, re.MULTILINE):
        message = f"{name} has an import or export that cannot be joined_modules"
        raise JoiningError(message)
    return f"(() => {{\n{body}return {{ {', '.join(exports)} }};\n}})()"


def _constant(name: str) -> str:
    return "$" + re.sub(r"\W", "_", name)


def _without_comments(source: str) -> str:
    """Leave out lines of comments, types within lines and indents; no text of the sources goes over a line's end."""
    return _COMMENT.sub("", source)


@cache
def read_sources() -> Mapping[str, str]:
    """Read the modules and the table of scripts, by the names of their files."""
    package = resources.files("pressgen.search")
    files = [*(package / "browser").iterdir(), package / "data" / "words.json"]
    return {file.name: file.read_text(encoding="utf-8") for file in files}
