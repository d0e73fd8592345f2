"""Write where every word of some documents stands: its postings.

The postings of a word are bytes. For each document that has it they say

- how far the document's number is from the one before, the first's from zero; twice that, and one more where the
  word stands there only once,
- where it stands there more often: how often,
- its places, each as how far it is from the one before, the first from zero.

A number is written in groups of seven bits, the least first; in all groups but its last the highest bit is set.

Arrays of numpy take the place of one object for each posting, of which an archive has tens of millions.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

_DOCUMENT_BITS, _PLACE_BITS = 12, 30
"""So many bits the number of a document and a place take in the key by which postings are sorted."""


class Placed(NamedTuple):
    """Words of documents with their places: arrays of the same length, in any order.

    `words` are numbers of words, `documents` are numbers of documents, `places` are where they stand.
    """

    words: Numbers
    documents: Numbers
    places: Numbers


class Postings(NamedTuple):
    """The postings of words in some documents that follow each other, by the number of the word.

    `data` has the postings of each word, one behind the other, in as many bytes as `sizes` says, without the number
    before the first document's; that is in `heads`, counted from the first of the documents. `lasts` has the number of
    the last document of each.
    """

    heads: Numbers
    lasts: Numbers
    sizes: Numbers
    data: bytes


def distinct(numbers: Numbers) -> tuple[Numbers, Numbers]:
    """Return numbers of which none is below zero, each once and sorted, and of each that was given its place there."""
    places = np.zeros(int(numbers.max(initial=-1)) + 1, np.int64)
    places[numbers] = 1
    found = np.flatnonzero(places)
    places[found] = np.arange(len(found))
    return found, places[numbers]


def postings(placed: Placed) -> Postings:
    """Write the postings of words whose numbers go from zero on without a gap."""
    keys = (placed.words << (_DOCUMENT_BITS + _PLACE_BITS)) | (placed.documents << _PLACE_BITS) | placed.places
    keys.sort()
    places = keys & ((1 << _PLACE_BITS) - 1)
    documents = keys >> _PLACE_BITS  # with the word above it
    begins = np.flatnonzero(_changes(documents))  # of each document of each word
    counts = np.diff(begins, append=len(keys))
    own_documents = documents[begins] & ((1 << _DOCUMENT_BITS) - 1)
    own_words = documents[begins] >> _DOCUMENT_BITS
    first_of_word = _changes(own_words)
    once = counts == 1
    heads = np.diff(own_documents, prepend=0)
    heads[first_of_word] = own_documents[first_of_word]
    heads = heads * 2 + once
    firsts = np.flatnonzero(first_of_word)
    lasts = own_documents[np.append(firsts, len(own_documents))[1:] - 1]

    steps = np.diff(places, prepend=0)
    steps[begins] = places[begins]
    # In front of the places of a document stand its head, unless the word's first, and its count, unless one.
    has_head, has_count = ~first_of_word, ~once
    front = has_head.astype(np.int64) + has_count
    starts = np.cumsum(front + counts) - (front + counts)
    values = np.empty(int(front.sum()) + len(keys), np.int64)
    values[starts[has_head]] = heads[has_head]
    values[(starts + has_head)[has_count]] = counts[has_count]
    values[np.repeat(starts + front - begins, counts) + np.arange(len(keys))] = steps
    data, ends = written(values)
    ends_of_words = ends[np.append(starts[firsts], len(values))[1:] - 1]
    return Postings(heads[firsts], lasts, np.diff(ends_of_words, prepend=0), data.tobytes())


def _changes(values: Numbers) -> NDArray[np.bool_]:
    """Say of each value whether it is another than the one before it."""
    changes = np.empty(len(values), np.bool_)
    changes[:1] = True
    np.not_equal(values[1:], values[:-1], out=changes[1:])
    return changes


def written(values: Numbers) -> tuple[NDArray[np.uint8], Numbers]:
    """Write numbers in groups of seven bits; return the bytes, and where each number ends."""
    sizes = np.ones(len(values), np.int64)
    rest, groups = values >> 7, 1
    while rest.any():
        sizes += rest > 0
        rest >>= 7
        groups += 1
    ends = np.cumsum(sizes)
    starts = ends - sizes
    data = np.empty(int(ends[-1]) if len(ends) else 0, np.uint8)
    for group in range(groups):
        has = np.flatnonzero(sizes > group) if group else np.arange(len(values))
        more = (sizes[has] > group + 1).astype(np.int64) << 7
        data[starts[has] + group] = ((values[has] >> (7 * group)) & 0x7F) | more
    return data, ends


def written_number(number: int) -> bytes:
    """Write one number in groups of seven bits."""
    data = bytearray()
    while number > 0x7F:  # noqa: PLR2004  # seven bits
        data.append(number & 0x7F | 0x80)
        number >>= 7
    data.append(number)
    return bytes(data)
