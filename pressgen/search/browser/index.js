// The index of one language: phrases come in, the entries that have them go out.
//
// pressgen/search/postings.py says how postings are written, pressgen/search/chunks.py how files of them are. What did
// not arrive is never taken for empty: a question to which a file is missing raises an error, and the next asks again.

import { fetched, imported, unpacked } from "./fetched.js";
import { pieceOf } from "./order.js";
import { stemOf } from "./stems.js";

export const TITLE = 0; // where in an entry a phrase stands
export const NAMES = 1;
export const TEXT = 2;
const FIRST_OF_NAMES = 1 << 10;
const FIRST_OF_TEXT = 1 << 13;

export class Index {
  #root;
  #bundles;
  #stemmer;
  /** @type {((word: string) => string) | null} */
  #stem = null; // until the stemmer has come

  // `root` is the address of the folder of the index; `bundles` and `stemmer` are what the manifest says of a language.
  constructor(root, { bundles, stemmer }) {
    this.#root = root;
    this.#bundles = bundles.map(({ path, first }) => new Bundle(new URL(path, root), first));
    this.#stemmer = stemmer;
  }

  // Give the entries that have any of several phrases, each a list of words of the index that stand one after the
  // other: a map from the number of an entry to the first place.
  async entriesWith(phrases) {
    const stem = await this.#stemming();
    const stemmed = new Map(phrases.map((words) => words.map(stem)).map((words) => [words.join(" "), words]));
    const found = new Map();
    for (const bundle of await Promise.all(this.#bundles.map((one) => one.entriesWith([...stemmed.values()])))) {
      for (const [entry, place] of bundle) {
        found.set(entry, Math.min(place, found.get(entry) ?? place));
      }
    }
    return found;
  }

  async #stemming() {
    this.#stem ??= this.#stemmer ? stemOf(await imported(new URL(this.#stemmer, this.#root))) : (word) => word;
    return this.#stem;
  }
}

// Entries that follow each other, with their words in numbered files.
class Bundle {
  #folder;
  #first;
  /** @type {Promise<string[]> | null} */
  #listed = null; // the first word of each chunk
  #chunks = new Map(); // promises of chunks by number

  constructor(folder, first) {
    this.#folder = folder;
    this.#first = first;
  }

  async entriesWith(phrases) {
    const words = [...new Set(phrases.flat())];
    const postings = await Promise.all(words.map((word) => this.#postings(word)));
    const postingsOf = new Map(words.map((word, at) => [word, postings[at]]));
    return phrases.flatMap((phrase) => this.#entries(phrase.map((word) => postingsOf.get(word))));
  }

  // Give the entries in which words follow each other, with where: `[[entry, place], …]`.
  #entries(words) {
    // The rarest word is read first, and of the others only what is in documents that are left.
    const byRarity = words
      .map((bytes, at) => ({ bytes, at }))
      .sort((one, other) => one.bytes.length - other.bytes.length);
    /** @type {any} */
    let left = null; // all documents
    for (const { bytes, at } of byRarity) {
      left = read(bytes, at, left);
    }
    return [...left].map(([document, begin]) => [this.#first + document, placeOf(begin[0])]);
  }

  async #postings(word) {
    this.#listed ??= fetched(new URL("chunks.list", this.#folder), async (response) => unpacked(response).json());
    const listed = await this.#kept(this.#listed, () => (this.#listed = null));
    const number = pieceOf(listed, word);
    if (!this.#chunks.has(number)) {
      this.#chunks.set(number, fetched(new URL(`${number}.chunk`, this.#folder), chunkOf));
    }
    const chunk = await this.#kept(this.#chunks.get(number), () => this.#chunks.delete(number));
    return chunk.get(word) ?? new Uint8Array();
  }

  async #kept(promise, forget) {
    try {
      return await promise;
    } catch (error) {
      forget();
      throw error;
    }
  }
}

const placeOf = (place) => (place < FIRST_OF_NAMES ? TITLE : place < FIRST_OF_TEXT ? NAMES : TEXT);

// Read a chunk: a map from each of its words to the bytes of its postings.
async function chunkOf(response) {
  const bytes = new Uint8Array(await unpacked(response).arrayBuffer());
  const line = bytes.indexOf(10);
  const [words, sizes] = JSON.parse(new TextDecoder().decode(bytes.subarray(0, line)));
  let begin = line + 1;
  return new Map(words.map((word, at) => [word, bytes.subarray(begin, (begin += sizes[at]))]));
}

// Read the postings of the word of a phrase that is `behind` its first: a map from documents to the places at which the
// phrase may begin. With `left`, only those that are in it.
function read(bytes, behind, left) {
  const found = new Map();
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) {
        return value;
      }
    }
  };
  let document = 0;
  while (at < bytes.length && left?.size !== 0) {
    const step = number();
    document += step >> 1;
    const begins = left?.get(document);
    const places = [];
    let place = -behind;
    for (let count = step & 1 ? 1 : number(); count > 0; count--) {
      place += number();
      if (!left || begins?.includes(place)) {
        places.push(place);
      }
    }
    if (places.length) {
      found.set(document, places);
    }
  }
  return found;
}
