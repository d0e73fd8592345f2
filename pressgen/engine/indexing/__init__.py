"""The making of the search index: what can be found goes in; the files that a browser searches in come out.

Bundles that have not changed come from the cache; the others are made by Pagefind. All stands below one folder of the
site, which is emptied first. `manifest.json` names everything else, so it is the only file that browsers must ask for
again:

- `version`: 1; the form of the manifest. `pagefind`: the version of the search engine; `engine`: its script.
- `available`: whether words can be searched for; where the index could not be made, filters and lists still serve.
- `languages`: by language the folders of its `bundles`, and its `words`, with the `path` of the files and the
  first word of each (`firsts`).
- `owners`: by script the languages that it is asked of; `*` for scripts that no language of the site is written in.
- `entries`: how many there are; `pages`: the number of the first that is no release; `shard`: how many are in a file
  of `results`, whose folders are by language.
- `catalogue` and, by language, `labels`: their files.

The id of a result is the number of its entry, the number of words up to the end of its title, and of its names, in
base 36: `7ps.c.2f`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pressgen import addresses
from pressgen.engine import pool
from pressgen.engine.indexing.cache import Cache, Made
from pressgen.engine.indexing.making import make
from pressgen.engine.indexing.pagefind import NotIndexedError, Pagefind, find
from pressgen.engine.indexing.rewriting import FORM, as_json, hashed, published
from pressgen.problems import Place, Problem, codes
from pressgen.search.bundles import CLOSED, Bundle, ground
from pressgen.search.results import SHARD
from pressgen.search.vocabulary import pieces
from pressgen.site import Output
from pressgen.site.search import Part, Searchable

__all__ = ["index", "unavailable"]

MANIFEST = "manifest.json"
_HINT = "install the package pagefind-bin, or write 'search: false' into the options of pressgen"


def unavailable(place: Place) -> tuple[Problem, ...]:
    """Tell, before anything is built, that the program is missing which makes the index."""
    try:
        find()
    except NotIndexedError as error:
        return (_problem(place, error),)
    return ()


def index(found: Searchable, site: Path, cache: Path | None, place: Place) -> tuple[Problem, ...]:
    """Make the search index of a site below its folder, which has nothing of an earlier one afterwards.

    `cache` is a folder for what need not be made again. Raises OSError where the site's folder cannot be written. Where
    the index cannot be made, everything else of the search is, and the problem is given at `place`.
    """
    folder = site / addresses.SEARCH
    shutil.rmtree(folder, ignore_errors=True)
    write = _Writing(folder)
    manifest: dict[str, object] = {
        "version": 1,
        "available": False,
        "entries": len(found.entries),
        "pages": found.pages,
        "shard": SHARD,
        "languages": {},
        "owners": {**found.owners.scripts, "*": found.owners.languages[:1]},
        **_parts(found, write),
    }
    problems: tuple[Problem, ...] = ()
    try:
        program = find()
        manifest |= {"available": True, "pagefind": program.version}
        manifest |= _indexed(found, program, Cache(cache), write)
    except NotIndexedError as error:
        manifest |= {"available": False, "languages": {}}
        problems = (_problem(place, error),)
    write(MANIFEST, as_json(manifest))
    return problems


def _problem(place: Place, error: NotIndexedError) -> Problem:
    return codes.NO_SEARCH_INDEX.at(place, f"the site has no search: {error}", _HINT)


@dataclass(frozen=True, slots=True)
class _Writing:
    """Writes files below a folder."""

    folder: Path

    def __call__(self, name: str, content: bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _made(output: Output) -> bytes:
    return output.make(**output.inputs)


def _parts(found: Searchable, write: _Writing) -> Mapping[str, object]:
    """Write the files that are no index; give what the manifest says of them."""
    for output in found.texts:
        write(output.path, _made(output))
    labels = {tag: _part(part, write) for tag, part in found.labels.items()}
    return {
        "catalogue": f"{_part(found.catalogue, write)}.json.gz",
        "labels": {tag: f"{name}.json" for tag, name in labels.items()},
        "results": {tag: f"{_part(part, write)}/" for tag, part in found.results.items()},
    }


def _part(part: Part, write: _Writing) -> str:
    """Write the files of a part; give the beginning of their names, with the hash of what they hold."""
    contents = pool.apart(_made, part.outputs, pool.processes_for(len(part.outputs) * SHARD))
    name = f"{part.name}-{hashed(*contents)}"
    for output, content in zip(part.outputs, contents, strict=True):
        write(f"{name}{output.path}", content)
    return name


def _indexed(found: Searchable, program: Pagefind, cache: Cache, write: _Writing) -> Mapping[str, object]:
    """Write the bundles and the vocabularies; give what the manifest says of them."""
    numbers = {entry.name: number for number, entry in enumerate(found.entries)}
    engine = ""
    languages: dict[str, object] = {}
    for tag, made in _by_language(_indexes(found, program, cache), found.owners.languages):
        if not made:
            continue
        names = [_bundle(bundle, one, numbers, write) for bundle, one in made]
        vocabulary = {key: word for _, one in made for key, word in one.vocabulary.items()}
        cut = pieces(vocabulary)
        path = f"{tag}/words-{hashed(*cut.files)}/"
        for number, file in enumerate(cut.files):
            write(f"{path}{number}.txt", file)
        languages[tag] = {"bundles": names, "words": {"path": path, "firsts": cut.firsts}}
        if not engine:
            engine = f"pagefind-{program.version}.js"
            write(engine, made[0][1].index.script)
    return {"engine": engine, "languages": languages}


def _bundle(bundle: Bundle, made: Made, numbers: Mapping[str, int], write: _Writing) -> str:
    """Write a bundle; give its folder, whose name tells its content."""
    files = published(made.index, numbers)
    hash_ = hashed(*(part for name, content in sorted(files.items()) for part in (name.encode(), content)))
    name = f"{bundle.language}/{bundle.name}-{hash_}"
    for path, content in files.items():
        write(f"{name}/{path}", content)
    return name


def _indexes(found: Searchable, program: Pagefind, cache: Cache) -> Iterator[tuple[Bundle, Made]]:
    """Give the index of every bundle that has one: from the cache, or made now and kept there."""
    prints = {bundle: bundle.fingerprint(found.owners, f"{program.version} {FORM}") for bundle in found.bundles}
    missing: list[Bundle] = []
    for bundle, fingerprint in prints.items():
        kept = cache.load(bundle, fingerprint)
        if kept:
            yield bundle, kept
        else:
            missing.append(bundle)
    known = {bundle: cache.documents(bundle, ground(found.owners)) for bundle in missing if bundle.name != CLOSED}
    for bundle, made in make(program, missing, found.owners, known):
        cache.save(bundle, prints[bundle], made, ground(found.owners))
        yield bundle, made
    for tag in found.owners.languages:
        cache.prune(tag, [fingerprint for bundle, fingerprint in prints.items() if bundle.language == tag])


def _by_language(
    made: Iterable[tuple[Bundle, Made]], languages: Iterable[str]
) -> Iterator[tuple[str, list[tuple[Bundle, Made]]]]:
    """Give the indexes of each language, the newest releases first, which the engine reads before the others."""
    found = list(made)
    for tag in languages:
        yield (
            tag,
            sorted((each for each in found if each[0].language == tag), key=lambda each: each[0].name == CLOSED),
        )
