"""What the engine wrote, as a site publishes it: an index's folder goes in, its files with our own page ids come out.

A result of Pagefind's is nothing but a page's id. By default that names a file with the page's text and address, one
for each page; those are left out, and so are the programs for its own search box. Instead an id says all that the
browser has to know: the number of the entry, and where in the document its title and its names end.

A chunk of the index is fetched whole for any word in it, and Pagefind's are large: they are cut into smaller ones.

The ids stand in `pagefind.<hash>.pf_meta`: gzip over the signature `pagefind_dcd` and CBOR, `[version, pages, chunks,
…]`, each page `[id, how many words it has]`, each chunk `[its first word, its last, its id]`. The file of a chunk is
`[words]`, each `[word, pages, …]`, each of these `[step from the page before, places, places in metadata]`. A fragment
holds the same signature and JSON with the page's `url`. Raises NotIndexedError wherever that is not what is found.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from math import isqrt
from pathlib import Path
from typing import Any, NamedTuple

import cbor2

from pressgen.engine.indexing.pagefind import NotIndexedError

SIGNATURE = b"pagefind_dcd"
FORM = 4
"""The form of an index as it is read here: what was kept in another is made again."""
FEWEST_PLACES = 1_000
"""So few places are never worth a chunk of their own."""
ENTRY = "pagefind-entry.json"
SCRIPT = "pagefind.js"


class Place(NamedTuple):
    """A document of an index: the name of its entry, and where its title and its names end."""

    name: str
    title_end: int
    names_end: int


@dataclass(frozen=True, slots=True)
class Index:
    """A bundle's index before its pages have numbers.

    `files` are those that are published as they are, by path; `entry` is what tells of them. `metadata` is CBOR, whose
    ids are not yet ours; `places` are the documents in the order of its pages. `script` is the engine itself.
    """

    entry: Mapping[str, Any]
    files: Mapping[str, bytes]
    metadata: bytes
    places: tuple[Place, ...]
    script: bytes


def read(folder: Path, names: Mapping[str, Place]) -> Index:
    """Read the index in a folder; `names` are its documents by the names of their files."""
    try:
        entry = json.loads((folder / ENTRY).read_bytes())
        [(language, one)] = entry["languages"].items()
        metadata = cbor2.loads(_content((folder / f"pagefind.{one['hash']}.pf_meta").read_bytes()))
        wasm = f"wasm.{one['wasm'] or 'unknown'}.pagefind"
        fragments = (folder / "fragment" / f"{id_}.pf_fragment" for id_, _ in metadata[1])
        urls = (json.loads(_content(fragment.read_bytes()))["url"] for fragment in fragments)
        places = tuple(names[url.removeprefix("/")] for url in urls)
        most = most_places(sum(words for _, words in metadata[1]))
        chunks = [chunk for known in metadata[2] for chunk in _cut(folder, language, known, most)]
        metadata[2] = [[chunk.first, chunk.last, chunk.id] for chunk in chunks]
        return Index(
            entry=entry,
            files={wasm: (folder / wasm).read_bytes(), **{_path(chunk.id): chunk.data for chunk in chunks}},
            metadata=cbor2.dumps(metadata),
            places=places,
            script=(folder / SCRIPT).read_bytes(),
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError, zlib.error, EOFError) as error:
        message = f"Pagefind's files are not as pressgen knows them ({type(error).__name__}: {error})"
        raise NotIndexedError(message) from error


class _Chunk(NamedTuple):
    """A part of an index: the first and the last word that is looked for in it, its id and its file's bytes."""

    first: str
    last: str
    id: str
    data: bytes


def most_places(words: int) -> int:
    """Give how many places a chunk should have at most in an index of so many words.

    A chunk costs 14 bytes in the head of the index, a place in a chunk about one: at the root of four times the words,
    the head and the chunks for a question of three or four words weigh least together.
    """
    return max(FEWEST_PLACES, isqrt(4 * words))


def _cut(folder: Path, language: str, known: Sequence[str], most: int) -> Iterator[_Chunk]:
    """Cut one of Pagefind's chunks into smaller ones, of so many places at most if they have several words."""
    first, last, id_ = known
    words, *rest = cbor2.loads(_content((folder / _path(id_)).read_bytes()))
    groups = list(_groups(words, most))
    for group in groups:
        data = _packed([group, *rest])
        yield _Chunk(
            first if group is groups[0] else group[0][0],
            last if group is groups[-1] else group[-1][0],
            f"{language}_{hashed(data)}",
            data,
        )


def _groups(words: Sequence[Any], most: int) -> Iterator[Sequence[Any]]:
    group: list[Any] = []
    held = 0
    for word in words:
        places = sum(1 + len(found) + len(of_metadata) for _, found, of_metadata, *_ in word[1])
        if group and held + places > most:
            yield group
            group, held = [], 0
        group.append(word)
        held += places
    yield group


def _path(chunk: str) -> str:
    return f"index/{chunk}.pf_index"


def _packed(value: Any) -> bytes:  # noqa: ANN401  # what CBOR can say
    return gzip.compress(SIGNATURE + cbor2.dumps(value), 9, mtime=0)


def _content(data: bytes) -> bytes:
    content = gzip.decompress(data)
    if not content.startswith(SIGNATURE):
        message = "without its signature"
        raise ValueError(message)
    return content[len(SIGNATURE) :]


def published(index: Index, numbers: Mapping[str, int]) -> Mapping[str, bytes]:
    """Give the files of a bundle by path, the ids of its pages being ours; `numbers` are those of the entries."""
    content = cbor2.loads(index.metadata)
    for page, place in zip(content[1], index.places, strict=True):
        # How many words a page has weighs only in searches that are not for phrases, of which we make none.
        page[:] = [".".join(map(base36, (numbers[place.name], place.title_end, place.names_end))), 1]
    metadata = _packed(content)
    [(language, one)] = index.entry["languages"].items()
    hash_ = f"{language}_{hashed(metadata)}"
    entry = {**index.entry, "languages": {language: {**one, "hash": hash_}}}
    return {**index.files, f"pagefind.{hash_}.pf_meta": metadata, ENTRY: as_json(entry)}


def as_json(value: Any) -> bytes:  # noqa: ANN401  # what JSON can say
    """Give a value as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def hashed(*parts: bytes) -> str:
    """Give ten letters and digits that tell contents apart."""
    digest = blake2b(digest_size=5)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(number: int) -> str:
    """Give a number as JavaScript's `toString(36)` does."""
    digits = ""
    while number:
        number, last = divmod(number, 36)
        digits = _DIGITS[last] + digits
    return digits or "0"
