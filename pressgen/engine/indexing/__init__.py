"""The making of the search index: what can be found goes in; the files that a browser searches in come out.

Bundles that have not changed come from the cache; the others are made. All stands below one folder of the site, which
is emptied first. `manifest.json` names everything else, so it is the only file that browsers must ask for again:

- `version`: 1; the form of the manifest.
- `available`: whether words can be searched for; where the index could not be made, filters and lists still serve.
- `languages`: by language its `bundles`, its `words`, with the `path` of the files and the first word of each
  (`firsts`), and its `stemmer`, a script, or nothing. A bundle has a `path`, below which `chunks.list` has the first
  word of each of the numbered chunks, and is of the entries from the number `first` on.
- `owners`: by script the languages that it is asked of; `*` for scripts that no language of the site is written in.
- `entries`: how many there are; `pages`: the number of the first that is no release; `shard`: how many are in a file
  of `results`, whose folders are by language.
- `catalogue` and, by language, `labels`: their files.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from pressgen import addresses
from pressgen.engine import pool
from pressgen.engine.indexing.cache import Cache, Made, as_json
from pressgen.engine.indexing.making import make
from pressgen.engine.writing import write_file
from pressgen.problems import Place, Problem, codes
from pressgen.search.bundles import CLOSED, Bundle, ground
from pressgen.search.packing import packed
from pressgen.search.results import SHARD
from pressgen.search.stemming import StemmingError, is_stemmed, javascript, version
from pressgen.search.vocabulary import pieces
from pressgen.site.output import Call
from pressgen.site.search import Part, Searchable

__all__ = ["forget", "index", "unavailable"]

MANIFEST = "manifest.json"
FORM = 1
"""The form of what the cache keeps: what was kept in another is made again."""
_HINT = "install pressgen again with what it needs, or write 'search: false' into the options of pressgen"


def unavailable(place: Place) -> tuple[Problem, ...]:
    """Tell, before anything is built, that the stemmers are missing without which there is no index."""
    try:
        version()
    except StemmingError as error:
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
    used: Collection[Path] = ()
    kept = Cache(cache)
    try:
        prints = _fingerprints(found, version())
        manifest |= {"languages": _indexed(found, prints, kept, write), "available": True}
        used = {kept.path(bundle, fingerprint) for bundle, fingerprint in prints.items()}
    except StemmingError as error:
        manifest |= {"available": False, "languages": {}}
        problems = (_problem(place, error),)
    write(MANIFEST, as_json(manifest))
    return (*problems, *_pruned(kept, used, place))


def forget(cache: Path, place: Place) -> Iterator[Problem]:
    """Remove all kept indexes, of a site that has no search any more."""
    return _pruned(Cache(cache), (), place)


def _pruned(cache: Cache, used: Collection[Path], place: Place) -> Iterator[Problem]:
    if left := cache.prune(used):
        path, error = left
        reason = (error.strerror or "no reason given").lower()
        message = (
            f"the index of an earlier build cannot be removed from the cache: {path.parent.name}/{path.name}: {reason}"
        )
        yield codes.KEPT_WORDS.at(place, message, f"remove the folder {cache.folder} yourself")


def _problem(place: Place, error: StemmingError) -> Problem:
    return codes.NO_SEARCH_INDEX.at(place, f"the site has no search: {error}", _HINT)


@dataclass(frozen=True, slots=True)
class _Writing:
    """Writes files below a folder."""

    folder: Path

    def __call__(self, name: str, content: bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(str(path), content)


def _parts(found: Searchable, write: _Writing) -> Mapping[str, object]:
    """Write the files that are no index; give what the manifest says of them."""
    for output in found.texts:
        write(output.path, output.content.result())
    labels = {tag: _part(part, write) for tag, part in found.labels.items()}
    return {
        "catalogue": f"{_part(found.catalogue, write)}.json.gz",
        "labels": {tag: f"{name}.json" for tag, name in labels.items()},
        "results": {tag: f"{_part(part, write)}/" for tag, part in found.results.items()},
    }


def _part(part: Part, write: _Writing) -> str:
    """Write the files of a part; give the beginning of their names, with the hash of what they hold."""
    calls = [output.content for output in part.outputs]
    contents = pool.apart(Call.result, calls, pool.processes_for(len(calls) * SHARD))
    name = f"{part.name}-{hashed(*contents)}"
    for output, content in zip(part.outputs, contents, strict=True):
        write(f"{name}{output.path}", content)
    return name


def _indexed(found: Searchable, prints: Mapping[Bundle, str], cache: Cache, write: _Writing) -> Mapping[str, object]:
    """Write the bundles, the vocabularies and the stemmers; give what the manifest says of them, by language."""
    scripts = {tag: javascript(tag) for tag in found.owners.languages if is_stemmed(tag)}
    made = dict(_indexes(found, prints, cache))
    languages: dict[str, object] = {}
    for tag in found.owners.languages:
        own = [bundle for bundle in found.bundles if bundle.language == tag and bundle in made]
        if not own:
            continue
        vocabulary = {key: word for bundle in own for key, word in made[bundle].vocabulary.items()}
        languages[tag] = {
            "bundles": [{"path": _bundle(bundle, made[bundle], write), "first": bundle.first} for bundle in own],
            "words": _words(tag, vocabulary, write),
            "stemmer": _stemmer(tag, scripts[tag], write) if tag in scripts else "",
        }
    return languages


def _bundle(bundle: Bundle, made: Made, write: _Writing) -> str:
    """Write a bundle; give its folder, whose name tells its content."""
    listed = packed(as_json(made.chunks.firsts))
    path = f"{bundle.language}/{bundle.name}-{hashed(listed, *made.chunks.files)}/"
    write(f"{path}chunks.list", listed)
    for number, content in enumerate(made.chunks.files):
        write(f"{path}{number}.chunk", content)
    return path


def _words(tag: str, vocabulary: Mapping[str, str], write: _Writing) -> Mapping[str, object]:
    cut = pieces(vocabulary)
    path = f"{tag}/words-{hashed(*cut.files)}/"
    for number, file in enumerate(cut.files):
        write(f"{path}{number}.txt", file)
    return {"path": path, "firsts": cut.firsts}


def _stemmer(tag: str, script: bytes, write: _Writing) -> str:
    name = f"stemmer-{tag}-{hashed(script)}.js"
    write(name, script)
    return name


def _fingerprints(found: Searchable, stemmers: str) -> Mapping[Bundle, str]:
    return {bundle: bundle.fingerprint(found.owners, f"{stemmers} {FORM}") for bundle in found.bundles}


def _indexes(found: Searchable, prints: Mapping[Bundle, str], cache: Cache) -> Iterator[tuple[Bundle, Made]]:
    """Give the index of every bundle that has one: from the cache, or made now and kept there."""
    missing: list[Bundle] = []
    for bundle, fingerprint in prints.items():
        kept = cache.load(bundle, fingerprint)
        if kept:
            yield bundle, kept
        else:
            missing.append(bundle)
    known = {bundle: cache.documents(bundle, ground(found.owners)) for bundle in missing if bundle.name != CLOSED}
    for bundle, made in make(missing, found.owners, known):
        cache.save(bundle, prints[bundle], made, ground(found.owners))
        yield bundle, made


def hashed(*parts: bytes) -> str:
    """Give ten letters and digits that tell contents apart."""
    digest = blake2b(digest_size=5)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()
