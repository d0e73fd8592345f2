"""Read from `mkdocs.yml` what pressgen needs, and the place of each option in the file."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from pressgen import extension
from pressgen.braces import broken
from pressgen.model import keys_at
from pressgen.problems import Place, Problem, codes
from pressgen.settings.options import Location, PlaceOf, Settings
from pressgen.settings.parsing import parse
from pressgen.settings.plausible import complete_site_url, site_url_problem
from pressgen.settings.written import OptionFindings, check_writing

PLUGIN = "pressgen"
"""The plugin's name in `mkdocs.yml`."""

OTHER_LANGUAGE_PLUGIN = "i18n"
"""The name of mkdocs-static-i18n there, a plugin that publishes pages in several languages as well."""


_WORDS = ("site_name", "site_description", "site_author", "copyright")
"""The options of MkDocs whose texts readers see."""


def somewhere(_location: Location, /, *, at_key: bool) -> Place:  # noqa: ARG001  # the protocol's names
    """Return the configuration's file as the place of any option."""
    return Place("mkdocs.yml")


@dataclass(frozen=True, slots=True)
class Configuration:
    """The options of `mkdocs.yml` that pressgen needs, and the problems with them.

    `folder` is the project's folder, which holds that file. `site_url` ends with a slash, or is empty if the file has
    none. `excluded_docs` are patterns, as in a `.gitignore`, of files in `docs_dir` that are not published. `name` is
    the name of the file, empty if there is no file. `custom_dir` is the folder of the site's own theme, if it has one.
    `files` are the paths of all files that were read, from the root, and `reads_environment` says that values of
    theirs come from the environment. `place` finds the place of each of the plugin's options. `written` are those of
    the `problems` that are about how options are written; `cut` are the locations of keys that are not options but the
    rest of a text.
    """

    folder: Path
    settings: Settings = field(default_factory=Settings)
    site_name: str = ""
    site_url: str = ""
    docs_dir: str = "docs"
    excluded_docs: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    place: PlaceOf = field(default=somewhere, compare=False, repr=False)
    name: str = ""
    site_dir: str = "site"
    custom_dir: str = ""
    written: tuple[Problem, ...] = ()
    cut: frozenset[Location] = frozenset()
    files: tuple[str, ...] = ()
    reads_environment: bool = False


def read_configuration(path: Path) -> Configuration:
    """Read `mkdocs.yml` at `path`, the files that it inherits from, and the site's own locale files beside it.

    If there is no file, all options have their defaults. What only MkDocs understands (tags of Python objects, options
    of other plugins) is skipped. If the file cannot be read, all options have their defaults beside the problem.
    """
    folder = path.absolute().parent
    added = extension.read_extension(folder)
    extending = added.problems
    if not path.exists():
        return Configuration(folder, problems=extending)
    try:
        sources = _sources(path, folder)
    except _UnreadableConfigurationError as error:
        return Configuration(folder, problems=(error.problem, *extending))
    merged: dict[object, object] = {}
    for source in reversed(sources):
        merged = _merged(merged, source.data)
    prefix, options = _plugin(merged.get("plugins"), PLUGIN)

    def place(location: Location, /, *, at_key: bool) -> Place:
        return _place(sources, (*prefix, *location), at_key=at_key)

    theme = merged.get("theme")
    custom = _text(theme, "custom_dir") if isinstance(theme, dict) else ""
    findings = _written(sources)
    lost = tuple(problem for of_file in findings for problem in of_file.problems)
    cut = frozenset(path for of_file in findings for path in of_file.cut)
    settings, problems = parse(without(options, cut), place)
    added.use_digits(settings.digits)
    others = _other_language_plugin(merged.get("plugins"), sources)
    problems = tuple(sorted((*problems, *lost, *others, *extending), key=lambda problem: problem.sort_key))
    site_url = _text(merged, "site_url")
    problems = (*problems, *_site_url_problems(site_url, sources))
    return Configuration(
        folder,
        settings,
        site_name=_text(merged, "site_name"),
        site_url=complete_site_url(site_url),
        docs_dir=_within(folder, _text(merged, "docs_dir") or "docs"),
        excluded_docs=tuple(line for key in ("exclude_docs", "draft_docs") for line in _text(merged, key).splitlines()),
        problems=problems,
        place=place,
        name=sources[0].path,
        site_dir=_within(folder, _text(merged, "site_dir") or "site"),
        custom_dir=_within(folder, custom) if custom else "",
        written=lost,
        cut=cut,
        files=tuple(os.path.abspath(folder / source.path) for source in sources),  # noqa: PTH100  # links are not followed
        reads_environment=any("!ENV" in source.text for source in sources),
    )


def _site_url_problems(site_url: str, sources: Sequence[_Source]) -> Iterator[Problem]:
    """Report an address of the site that is missing or wrong."""
    if not site_url:
        yield no_site_url(Place(sources[0].path))
    elif wrong := site_url_problem(site_url, _place(sources, ("site_url",), at_key=False)):
        yield wrong


def _within(folder: Path, path: str) -> str:
    """Return a path of the configuration as a path from the project's folder, with slashes."""
    return Path(os.path.relpath(folder / path, folder)).as_posix()


def without(options: object, paths: Collection[Location]) -> object:
    """Return options without the values at some paths."""
    if not paths or not isinstance(options, dict):
        return options
    below = {key: [path[1:] for path in paths if path[0] == key and len(path) > 1] for key in options}
    return {key: without(value, below[key]) for key, value in options.items() if (str(key),) not in paths}


def _written(sources: Sequence[_Source]) -> list[OptionFindings]:
    """Check how the plugin's options are written in each file that has some of them."""
    findings = []
    for source in sources:
        prefix, _ = _plugin(source.data.get("plugins"), PLUGIN)
        node = source.node
        for step in prefix:
            below = _below(node, step)
            node = below[1] if below else None
        of_host = [below[1] for key in _WORDS if source.node and (below := _below(source.node, key))]
        findings.append(check_writing(source.text, node, source.path, of_host))
        if isinstance(source.data.get("plugins"), list):
            # A list replaces the inherited list; only mappings are merged.
            break
    return findings


def other_language_plugin(place: Place) -> Problem:
    """Return the problem of a configuration with a plugin that cannot work beside pressgen."""
    message = f"the plugin '{OTHER_LANGUAGE_PLUGIN}' (mkdocs-static-i18n) cannot be used with pressgen"
    hint = "take it out: pressgen builds the pages of docs/ in every language itself, about.fr.md beside about.md"
    return codes.OTHER_LANGUAGE_PLUGIN.at(place, message, hint)


def no_site_url(place: Place) -> Problem:
    """Return the problem of a configuration that does not have the site's address."""
    message = "the site does not know its own address, so it has no feeds, sitemap, canonical addresses or hreflang"
    return codes.NO_SITE_URL.at(place, message, "set site_url, such as https://example.org/")


class _UnreadableConfigurationError(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class _Source:
    path: str
    node: yaml.Node | None
    data: Mapping[object, object]
    text: str


class _Loader(yaml.SafeLoader):
    """A loader that reads `!ENV` as MkDocs does, and values with any other tag as plain data."""


# No option of pressgen's is a date, and the resolver would raise an error for an impossible date.
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _environment(loader: _Loader, node: yaml.Node) -> object:
    """Return the value of the first variable that is set, or else the last of several entries."""
    nodes: list[yaml.Node] = node.value if isinstance(node, yaml.SequenceNode) else [node]
    names, default = (nodes[:-1], nodes[-1]) if len(nodes) > 1 else (nodes, None)
    for name in names:
        variable = os.environ.get(str(name.value))
        if variable is not None:
            tag = loader.resolve(yaml.ScalarNode, variable, (True, False))  # type: ignore[no-untyped-call]
            return loader.construct_object(yaml.ScalarNode(tag, variable))
    return None if default is None else loader.construct_object(default)


def _plain(loader: _Loader, _suffix: str, node: yaml.Node) -> object:
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return node.value


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("", _plain)


def _sources(path: Path, folder: Path) -> list[_Source]:
    """Read the file at `path` and those that it inherits from, the nearest first."""
    sources: list[_Source] = []
    seen: set[Path] = set()
    while path.resolve() not in seen:
        seen.add(path.resolve())
        source = _source(path, Path(os.path.relpath(path, folder)).as_posix())
        sources.append(source)
        inherited = source.data.get("INHERIT")
        if not isinstance(inherited, str):
            return sources
        path = path.parent / inherited
        if not path.is_file():
            where = _place(sources[-1:], ("INHERIT",), at_key=False)
            message = f"the inherited configuration {inherited!r} does not exist"
            raise _UnreadableConfigurationError(codes.WRONG_OPTION.at(where, message))
    where = _place(sources[-1:], ("INHERIT",), at_key=False)
    raise _UnreadableConfigurationError(codes.WRONG_OPTION.at(where, "this configuration inherits from itself"))


def _source(path: Path, name: str) -> _Source:
    try:
        text = path.read_bytes().decode("utf-8-sig")
        loader = _Loader(text)
        node = loader.get_single_node()
        data = loader.construct_document(node) if node else {}
    except yaml.MarkedYAMLError as error:
        if problem := _broken_braces(text, error, name):
            raise _UnreadableConfigurationError(problem) from None
        mark = error.problem_mark or error.context_mark
        where = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        raise _unreadable(where, error.problem or "not YAML") from None
    except (yaml.YAMLError, OSError, ValueError, RecursionError) as error:
        raise _unreadable(Place(name), str(error).split("\n", 1)[0]) from None
    if not isinstance(data, dict):
        raise _unreadable(Place(name), "it does not hold keys and values")
    return _Source(name, node, data, text)


def _broken_braces(text: str, error: yaml.MarkedYAMLError, name: str) -> Problem | None:
    """Report a text between braces in which a sign ends the mapping; the hint has the line as it should be."""
    begun = error.context_mark or error.problem_mark
    if begun is None:
        return None
    line = text.splitlines()[begun.line] if begun.line < len(text.splitlines()) else ""
    ends_there = error.problem_mark is not None and error.problem_mark.line == begun.line
    fault = broken(line, {*keys_at(Settings, ()), *keys_at(Settings, ("issuer",))})
    if fault is None or not (ends_there or " #" in line[begun.column :]):
        return None  # braces over several lines
    hint = f"write {fault.fixed.strip()}; on a line of its own, a text needs fewer quotation marks"
    return fault.code.at(Place(name, begun.line + 1, fault.column + 1), fault.message, hint)


def _unreadable(where: Place, reason: str) -> _UnreadableConfigurationError:
    problem = codes.WRONG_OPTION.at(where, f"the configuration cannot be read: {reason}", "see “YAML” in the manual")
    return _UnreadableConfigurationError(problem)


def _merged(parent: Mapping[object, object], child: Mapping[object, object]) -> dict[object, object]:
    """Merge as MkDocs does: keys within keys, anything else replaced."""
    merged = dict(parent)
    for key, value in child.items():
        below = merged.get(key)
        merged[key] = _merged(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return merged


def _plugin(plugins: object, name: str) -> tuple[Location, object]:
    """Return the location of a plugin's options in the configuration, and the options themselves."""
    if isinstance(plugins, dict):
        return ("plugins", name), plugins.get(name)
    for index, entry in enumerate(plugins if isinstance(plugins, list) else []):
        if isinstance(entry, dict) and name in entry:
            return ("plugins", index, name), entry[name]
        if entry == name:
            return ("plugins", index), None
    return ("plugins",), None


def _other_language_plugin(plugins: object, sources: Sequence[_Source]) -> tuple[Problem, ...]:
    """Report a plugin that builds pages in several languages as well."""
    location, options = _plugin(plugins, OTHER_LANGUAGE_PLUGIN)
    listed = len(location) > 1 and (isinstance(plugins, list) or (isinstance(plugins, dict) and location[1] in plugins))
    if not listed or (isinstance(options, dict) and options.get("enabled") is False):
        return ()
    return (other_language_plugin(_place(sources, location, at_key=True)),)


def _place(sources: Sequence[_Source], location: Location, *, at_key: bool) -> Place:
    """Return the place of the value at `location`, in the nearest of the sources that have most steps of it."""
    best, depth = Place(sources[0].path), -1
    for source in sources:
        node, steps = source.node, 0
        for step in location:
            below = _below(node, step)
            if below is None:
                break
            key, node = below
            steps += 1
            if at_key and steps == len(location):
                node = key
        if node is not None and steps > depth:
            best, depth = Place(source.path, node.start_mark.line + 1, node.start_mark.column + 1), steps
    return best


def _below(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    return None


def _text(merged: Mapping[object, object], key: str) -> str:
    value = merged.get(key)
    return value.strip() if isinstance(value, str) else ""
