"""Read a site's own templates, which extend or replace pressgen's, and report those that cannot be used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError, nodes

from pressgen.extension import TEMPLATES
from pressgen.problems import Place, Problem, codes
from pressgen.views.templates import environment, use_site_templates

LARGEST = 256 * 1024
"""The largest template that is read, in bytes."""

_WHOLE = ("body",)
BLOCKS: Mapping[str, tuple[str, ...]] = {
    "release.html": ("notices", "header", "text", "pictures", "colophon", "neighbours", "related"),
    "home.html": ("letterhead", "latest", "releases", "met", "ways"),
    "archive.html": _WHOLE,
    "year.html": _WHOLE,
    "group.html": _WHOLE,
    "profile.html": _WHOLE,
    "ledger.html": _WHOLE,
    "calendar.html": _WHOLE,
    "side_by_side.html": _WHOLE,
    "search.html": _WHOLE,
    "chooser.html": _WHOLE,
    "not_found.html": _WHOLE,
    "head.html": _WHOLE,
}
"""The templates that a site may extend, each with the blocks that later versions of pressgen keep."""


def read_site_templates(project: Path) -> tuple[Problem, ...]:
    """Read the templates of a project, and use them in this process from now on.

    A template with a problem is not used. A project without the folder has pressgen's templates alone.
    """
    folder = project / TEMPLATES
    names = _names(folder)
    sources: dict[str, str] = {}
    problems: list[Problem] = []
    for name in names:
        source = _source(folder / name, name)
        if isinstance(source, Problem):
            problems.append(source)
        else:
            sources[name] = source
    use_site_templates({})
    faults = {name: tuple(_faults(name, source, sources)) for name, source in sources.items()}
    use_site_templates({name: (str(folder / name), source) for name, source in sources.items() if not faults[name]})
    return (*problems, *(problem for of_template in faults.values() for problem in of_template))


def _names(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in paths if not any(part.startswith(".") for part in path.parts))


def _source(path: Path, name: str) -> str | Problem:
    place = Place(f"{TEMPLATES}/{name}")
    if "/" not in name and name not in BLOCKS:
        likely = get_close_matches(name, BLOCKS, n=1, cutoff=0.7)
        hint = f"did you mean '{likely[0]}'?" if likely else "the manual lists the templates under “Extend pressgen”"
        return codes.UNKNOWN_TEMPLATE.at(place, f"'{name}' is no template that a site can extend", hint)
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        if len(content) > LARGEST:
            return codes.WRONG_TEMPLATE.at(place, f"the file has more than {LARGEST:,} bytes")
        return content.decode("utf-8-sig")
    except (OSError, UnicodeError) as error:
        return codes.WRONG_TEMPLATE.at(place, f"the file cannot be read: {error}")


def _faults(name: str, source: str, own: Mapping[str, str]) -> Iterator[Problem]:
    """Find what is wrong in a template: its syntax, the templates that it names, the blocks that it replaces."""
    env, path = environment(), f"{TEMPLATES}/{name}"
    try:
        tree = env.parse(source, name)
        env.compile(source, name)
    except TemplateSyntaxError as error:
        yield codes.WRONG_TEMPLATE.at(Place(path, error.lineno), f"the template cannot be read: {error.message}")
        return
    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        named = getattr(node, "template", None)
        if isinstance(named, nodes.Const) and isinstance(named.value, str) and not _exists(named.value, own):
            hint = f"pressgen's own are below pressgen/, such as 'pressgen/{name}'" if "/" not in name else ""
            yield codes.WRONG_TEMPLATE.at(Place(path, node.lineno), f"there is no template '{named.value}'", hint)
    for extended in tree.find_all(nodes.Extends):
        named = extended.template.value if isinstance(extended.template, nodes.Const) else ""
        if str(named).startswith("pressgen/") and _exists(str(named), own):
            yield from _unknown_blocks(tree, str(named), path)


def _exists(name: str, own: Mapping[str, str]) -> bool:
    if name in own:
        return True
    try:
        environment().get_template(name)
    except TemplateError:
        return False
    return True


def _unknown_blocks(tree: nodes.Template, extended: str, path: str) -> Iterator[Problem]:
    """Report blocks that the extended template of pressgen's does not have: nothing would show them."""
    known = environment().get_template(extended).blocks
    for block in tree.find_all(nodes.Block):
        if block.name not in known:
            likely = get_close_matches(block.name, known, n=1, cutoff=0.6)
            hint = f"did you mean '{likely[0]}'?" if likely else f"its blocks are {', '.join(known)}"
            yield codes.UNKNOWN_TEMPLATE.at(Place(path, block.lineno), f"{extended} has no block '{block.name}'", hint)
