"""The files of the search index: everything that a browser asks for, from what a site hands in.

`manifest.json` names everything else, so it is the only file that browsers must ask for again; all other names change
with what the files hold.

- `version`: 1; the form of the manifest.
- `available`: whether words can be searched for; where they cannot be stemmed, filters and lists still serve.
- `languages`: by language its `bundles`, its `words`, with the `path` of the files and the first word of each
  (`firsts`), and its `stemmer`, a script, or nothing. A bundle has a `path`, below which `chunks.list` has the first
  word of each of the numbered chunks, and is of the entries from the number `first` on.
- `owners`: by script the languages that it is asked of; `*` for scripts that no language of the site is written in.
- `entries`: how many there are; `pages`: the number of the first that is no release; `shard`: how many are in a file
  of `results`, whose folders are by language.
- `catalogue`: its file.
- `labels`: by language a file that has for each filter an object with the name of each of its values, in the order in
  which readers look for them, `{"NO": "Norway"}`, or `[name, language, direction]` where the page has to mark it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from pressgen.search.bundles import Bundle, bundles
from pressgen.search.catalogue import catalogue
from pressgen.search.corpus import Corpus
from pressgen.search.documents import Owners
from pressgen.search.indexing import BundleIndex, NoStore, Share, Store, index_bundles, one_process
from pressgen.search.packing import compact_json, packed
from pressgen.search.results import SHARD, shard
from pressgen.search.stemming import StemmingError, is_stemmed, javascript, version
from pressgen.search.vocabulary import pieces

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The files by their paths below the folder of the search, and why words cannot be searched for, if they cannot."""

    files: Mapping[str, bytes]
    unavailable: str = ""


def index(corpus: Corpus, share: Share = one_process, store: Store | None = None) -> SearchIndex:
    """Build the files of the search.

    The files depend on `corpus` alone. `share` applies a function to items, in several processes if that pays; `store`
    keeps finished bundles from one build to the next.
    """
    owners = Owners.of({language.tag: language.scripts for language in corpus.languages})
    files, named = _beside_the_index(corpus)
    languages: Mapping[str, object] = {}
    unavailable = ""
    try:
        own = [bundle for tag in owners.languages for bundle in bundles(corpus.entries, tag)]
        scripts = {tag: javascript(tag) for tag in owners.languages if is_stemmed(tag)}
        built = {found.bundle.key: found for found in index_bundles(own, owners, version(), share, store or NoStore())}
        language_files, languages = _languages(owners.languages, own, built, scripts)
        files |= language_files
    except StemmingError as error:
        unavailable = str(error)
    manifest = {
        "version": 1,
        "available": not unavailable,
        "entries": len(corpus.entries),
        "pages": sum(entry.year > 0 for entry in corpus.entries),
        "shard": SHARD,
        "languages": languages,
        "owners": {**dict(owners.scripts), "*": owners.languages[:1]},
        **named,
    }
    return SearchIndex({**files, MANIFEST: compact_json(manifest)}, unavailable)


def _beside_the_index(corpus: Corpus) -> tuple[dict[str, bytes], Mapping[str, object]]:
    """Build the files that hold no words of the index; return them and what the manifest says of them."""
    facts = catalogue(corpus.facets, corpus.releases, corpus.others, [language.tag for language in corpus.languages])
    name = f"catalogue-{hashed(facts)}.json.gz"
    files = {**{text.path: text.content for text in corpus.texts}, name: facts}
    label_files: dict[str, str] = {}
    result_folders: dict[str, str] = {}
    for language in corpus.languages:
        names = compact_json({name: dict(values) for name, values in language.labels})
        label_files[language.tag] = f"labels-{language.tag}-{hashed(names)}.json"
        files[label_files[language.tag]] = names
        starts = range(0, len(language.results), SHARD)
        shards = [shard(language.results[start : start + SHARD]) for start in starts]
        result_folders[language.tag] = f"results-{language.tag}-{hashed(*shards)}/"
        files |= {f"{result_folders[language.tag]}{number}.json": content for number, content in enumerate(shards)}
    return files, {"catalogue": name, "labels": label_files, "results": result_folders}


def _languages(
    tags: Sequence[str],
    own: Sequence[Bundle],
    built: Mapping[tuple[str, str], BundleIndex],
    scripts: Mapping[str, bytes],
) -> tuple[Mapping[str, bytes], Mapping[str, object]]:
    """Build the files of each language that has words: bundles, vocabulary, stemmer; and what the manifest says."""
    files: dict[str, bytes] = {}
    told: dict[str, object] = {}
    for tag in tags:
        indexes = [built[bundle.key] for bundle in own if bundle.language == tag and bundle.key in built]
        if not indexes:
            continue
        paths = [_bundle_path(found) for found in indexes]
        for path, found in zip(paths, indexes, strict=True):
            files |= {f"{path}{name}": content for name, content in _bundle_files(found)}
        vocabulary = pieces({key: word for found in indexes for key, word in found.vocabulary})
        folder = f"{tag}/words-{hashed(*vocabulary.files)}/"
        files |= {f"{folder}{number}.txt": content for number, content in enumerate(vocabulary.files)}
        stemmer = f"stemmer-{tag}-{hashed(scripts[tag])}.js" if tag in scripts else ""
        if stemmer:
            files[stemmer] = scripts[tag]
        told[tag] = {
            "bundles": [
                {"path": path, "first": found.bundle.first} for path, found in zip(paths, indexes, strict=True)
            ],
            "words": {"path": folder, "firsts": vocabulary.firsts},
            "stemmer": stemmer,
        }
    return files, told


def _bundle_path(found: BundleIndex) -> str:
    contents = [content for _, content in _bundle_files(found)]
    return f"{found.bundle.language}/{found.bundle.name}-{hashed(*contents)}/"


def _bundle_files(found: BundleIndex) -> Iterator[tuple[str, bytes]]:
    yield "chunks.list", packed(compact_json(found.chunks.firsts))
    for number, content in enumerate(found.chunks.files):
        yield f"{number}.chunk", content


def hashed(*parts: bytes) -> str:
    """Return ten letters and digits by which browsers know contents from others."""
    digest = blake2b(digest_size=5)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()
