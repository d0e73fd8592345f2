// Ask the index of one language which entries have phrases.
//
// pressgen/search/postings.py says how postings are written, pressgen/search/chunks.py how files of them are. What did
// not arrive is never taken for empty: a question to which a file is missing throws an error, and the next asks again.

/** @import { IndexedLanguage } from "./archive.js" */

import { fetchFile, importScript, pieceOf, unpack } from "./files.js";
import { stemOf } from "./stems.js";

export const TITLE = 0; // where in an entry a phrase stands
export const NAMES = 1;
export const TEXT = 2;
const FIRST_OF_NAMES = 1 << 10;
const FIRST_OF_TEXT = 1 << 13;

/** @typedef {Map<number, number[]>} Begins By document the places at which a phrase may begin. */

export class Index {
  #root;
  #bundles;
  #stemmer;
  /** @type {((word: string) => string) | null} */
  #stem = null;

  /**
   * @param {URL} root the address of the folder of the index
   * @param {IndexedLanguage} language what the manifest says of it
   */
  constructor(root, { bundles, stemmer }) {
    this.#root = root;
    this.#bundles = bundles.map(({ path, first }) => new Bundle(new URL(path, root), first));
    this.#stemmer = stemmer;
  }

  /**
   * Find the entries that have any of several phrases, each a list of words of the index that follow each other; return
   * in which part of each entry the first stands.
   * @param {string[][]} phrases
   * @returns {Promise<Map<number, number>>}
   */
  async entriesWith(phrases) {
    const stem = await this.#stemming();
    const stemmed = new Map(phrases.map((words) => words.map(stem)).map((words) => [words.join(" "), words]));
    /** @type {Map<number, number>} */
    const found = new Map();
    for (const bundle of await Promise.all(this.#bundles.map((bundle) => bundle.entriesWith([...stemmed.values()])))) {
      for (const [entry, place] of bundle) {
        found.set(entry, Math.min(place, found.get(entry) ?? place));
      }
    }
    return found;
  }

  async #stemming() {
    this.#stem ??= this.#stemmer ? stemOf(await importScript(new URL(this.#stemmer, this.#root))) : (word) => word;
    return this.#stem;
  }
}

/** Entries that follow each other, with their words in numbered files. */
class Bundle {
  #folder;
  #first;
  /** @type {Promise<string[]> | null} */
  #listed = null; // the first word of each chunk
  /** @type {Map<number, Promise<Map<string, Uint8Array>>>} */
  #chunks = new Map();

  /**
   * @param {URL} folder
   * @param {number} first
   */
  constructor(folder, first) {
    this.#folder = folder;
    this.#first = first;
  }

  /**
   * @param {string[][]} phrases
   * @returns {Promise<[entry: number, part: number][]>}
   */
  async entriesWith(phrases) {
    const words = [...new Set(phrases.flat())];
    /** @type {Map<string, Uint8Array>} */
    const postings = new Map();
    await Promise.all(words.map(async (word) => postings.set(word, await this.#postings(word))));
    return phrases.flatMap((phrase) => this.#entries(phrase.map((word) => postings.get(word) ?? NO_POSTINGS)));
  }

  /**
   * Find the entries in which words follow each other.
   * @param {Uint8Array[]} words
   * @returns {[entry: number, part: number][]}
   */
  #entries(words) {
    // The rarest word is read first, and of the others only what is in documents that are left.
    const byRarity = words.map((bytes, at) => ({ bytes, at })).sort((a, b) => a.bytes.length - b.bytes.length);
    /** @type {Begins | null} */
    let left = null;
    for (const { bytes, at } of byRarity) {
      left = read(bytes, at, left);
    }
    return [...(left ?? [])].map(([document, begins]) => [this.#first + document, partOf(begins[0])]);
  }

  /**
   * @param {string} word
   * @returns {Promise<Uint8Array>}
   */
  async #postings(word) {
    this.#listed ??= fetchFile(new URL("chunks.list", this.#folder), async (response) => unpack(response).json());
    const listed = await this.#kept(this.#listed, () => {
      this.#listed = null;
    });
    const number = pieceOf(listed, word);
    const promise = this.#chunks.get(number) ?? fetchFile(new URL(`${number}.chunk`, this.#folder), chunkOf);
    this.#chunks.set(number, promise);
    const chunk = await this.#kept(promise, () => this.#chunks.delete(number));
    return chunk.get(word) ?? NO_POSTINGS;
  }

  /**
   * Wait for a file; forget it if it did not come, so that it is asked for again.
   * @template Content
   * @param {Promise<Content>} promise
   * @param {() => unknown} forget
   * @returns {Promise<Content>}
   */
  async #kept(promise, forget) {
    try {
      return await promise;
    } catch (error) {
      forget();
      throw error;
    }
  }
}

const NO_POSTINGS = new Uint8Array();

/** @param {number} place */
const partOf = (place) => (place < FIRST_OF_NAMES ? TITLE : place < FIRST_OF_TEXT ? NAMES : TEXT);

/**
 * Read a chunk: the bytes of the postings of each of its words.
 * @param {Response} response
 * @returns {Promise<Map<string, Uint8Array>>}
 */
async function chunkOf(response) {
  const bytes = new Uint8Array(await unpack(response).arrayBuffer());
  const line = bytes.indexOf(10);
  const [words, sizes] = JSON.parse(new TextDecoder().decode(bytes.subarray(0, line)));
  let begin = line + 1;
  /** @type {Map<string, Uint8Array>} */
  const postings = new Map();
  for (const [at, word] of words.entries()) {
    postings.set(word, bytes.subarray(begin, begin + sizes[at]));
    begin += sizes[at];
  }
  return postings;
}

/**
 * Read the postings of the word of a phrase that is `behind` its first; with `left`, only what is in it.
 * @param {Uint8Array} bytes
 * @param {number} behind
 * @param {Begins | null} left
 * @returns {Begins}
 */
function read(bytes, behind, left) {
  /** @type {Begins} */
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
    /** @type {number[]} */
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
