"""The files of the search index: everything that a browser asks for, from what a site hands in.

`manifest.json` names everything else, so it is the only file that browsers must ask for again; the names of all others
change with what the files hold.

- `version`: 2; the form of the manifest.
- `available`: whether words can be searched for; where they cannot be stemmed, filters and lists still serve.
- `languages`: by language its `list`, a file, and its `stemmer`, a script, or nothing. The list has `bundles` and
  `words`, each with the beginnings of the first words of its files (`firsts`) and their `names`; the files stand in the
  folder of the language. A bundle has chunks and is of the entries from the number `first` on; `words` are texts.
- `owners`: by script the languages that it is asked of; `*` for scripts that no language of the site is written in.
- `entries`: how many there are; `pages`: the number of the first that is no release; `shard`: how many are in a file
  of `results`, whose names are by language.
- `catalogue`: its file.
- `labels`: by language a file that has for each filter an object with the name of each of its values, in the order in
  which readers look for them, `{"NO": "Norway"}`, or `[name, language, direction]` where the page has to mark it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from pressgen.search.catalogue import catalogue
from pressgen.search.corpus import Corpus, LanguageFacts
from pressgen.search.documents import Owners
from pressgen.search.indexing import FileNames, Files, IndexHost, LanguageIndex, index_entries
from pressgen.search.packing import compact_json, hashed, packed
from pressgen.search.results import shard, shard_size
from pressgen.search.rules import rules_digest
from pressgen.search.stemming import StemmingError, is_stemmed, javascript, version

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """The files by their paths below the folder of the search, and why words cannot be searched for, if they cannot.

    `kept` are the names of what the host's store has to keep.
    """

    files: Files
    unavailable: str = ""
    kept: frozenset[str] = frozenset()


def index(corpus: Corpus, host: IndexHost | None = None) -> SearchIndex:
    """Build the files of the search, which depend on `corpus` alone.

    Of files that stand in the host's site already there may be no content.
    """
    host = host or IndexHost()
    owners = Owners.of({language.tag: language.scripts for language in corpus.languages})
    shown = {language.tag: _results(language, shard_size(len(corpus.entries)), host) for language in corpus.languages}
    files, named = _beside_the_index(corpus)
    files |= {path: content for of_language in shown.values() for path, content in of_language.items()}
    languages: dict[str, object] = {}
    unavailable = ""
    kept = frozenset(map(_results_of, shown))
    try:
        built = index_entries(corpus.entries, owners, rules_digest(owners, version()), host)
        kept |= built.kept
        for tag, one in built.languages.items():
            own_files, languages[tag] = _language(tag, one)
            files |= own_files
    except StemmingError as error:
        unavailable = str(error)
    manifest = {
        "version": 2,
        "available": not unavailable,
        "entries": len(corpus.entries),
        "pages": sum(entry.year > 0 for entry in corpus.entries),
        "shard": shard_size(len(corpus.entries)),
        "languages": languages,
        "owners": {**dict(owners.scripts), "*": owners.languages[:1]},
        "results": {tag: [PurePosixPath(path).stem for path in of_language] for tag, of_language in shown.items()},
        **named,
    }
    missing = {path: None if host.stands(path) else content for path, content in files.items()}
    return SearchIndex({**missing, MANIFEST: compact_json(manifest)}, unavailable, kept)


def _beside_the_index(corpus: Corpus) -> tuple[dict[str, bytes | None], Mapping[str, object]]:
    """Build the files that hold no words of the index; return them and what the manifest says of them."""
    facts = catalogue(corpus.facets, corpus.releases, corpus.others, [language.tag for language in corpus.languages])
    name = f"catalogue-{hashed(facts)}.json.gz"
    files: dict[str, bytes | None] = {**{text.path: text.content for text in corpus.texts}, name: facts}
    label_files: dict[str, str] = {}
    for language in corpus.languages:
        names = compact_json({name: dict(values) for name, values in language.labels})
        label_files[language.tag] = f"labels-{language.tag}-{hashed(names)}.json"
        files[label_files[language.tag]] = names
    return files, {"catalogue": name, "labels": label_files}


def _results_of(tag: str) -> str:
    """Return the name under which the store keeps what the files of results were made from."""
    return f"results.{tag}"


def _results(language: LanguageFacts, size: int, host: IndexHost) -> dict[str, bytes | None]:
    """Build the files of results of a language, in their order; those that the site has only if they may be others."""
    kept = _kept_names(host.store.load(_results_of(language.tag)))
    names: dict[str, str] = {}
    files: dict[str, bytes | None] = {}
    for start in range(0, len(language.results), size):
        some = language.results[start : start + size]
        key = hashed(*(result.digest for result in some))
        path = f"results-{language.tag}/{kept.get(key, '')}.lines"
        if not host.stands(path):
            content = shard(some)
            path = f"results-{language.tag}/{hashed(content)}.lines"
            files[path] = None if host.stands(path) else content
        names[key] = PurePosixPath(path).stem
        files.setdefault(path, None)
    if names != kept:
        host.store.save(_results_of(language.tag), compact_json(names))
    return files


def _kept_names(data: bytes | None) -> Mapping[str, str]:
    """Read the names of files by the digests of what they were made from."""
    try:
        names = json.loads(data or b"{}")
        return {key: str(name) for key, name in names.items()}
    except (ValueError, AttributeError):
        return {}


def _language(tag: str, built: LanguageIndex) -> tuple[Files, Mapping[str, object]]:
    """Build the files of a language, its list and stemmer among them; return them and what the manifest says of it."""
    bundles = [{"first": first, **_told(listed)} for first, listed in built.bundles]
    content = packed(compact_json({"bundles": bundles, "words": _told(built.vocabulary)}))
    files = {**built.files, f"{tag}/{hashed(content)}.list": content}
    stemmer = ""
    if is_stemmed(tag):
        script = javascript(tag)
        stemmer = f"stemmer-{tag}-{hashed(script)}.js"
        files[stemmer] = script
    return files, {"list": f"{tag}/{hashed(content)}.list", "stemmer": stemmer}


def _told(listed: FileNames) -> Mapping[str, object]:
    return {"firsts": listed.firsts, "names": "".join(listed.names)}
