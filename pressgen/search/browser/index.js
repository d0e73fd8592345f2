// Ask the index of one language which entries have phrases.
//
// pressgen/search/postings.py says how postings are written, pressgen/search/chunks.py how files of them are. What did
// not arrive is never taken for empty: a question to which a file is missing throws an error, and the next asks again.

/** @import { IndexedLanguage } from "./archive.js" */

import { after, fetchFile, importScript, nameOf, pieceOf, unpack } from "./files.js";
import { stemOf } from "./stems.js";
import { wholeWord } from "./words.js";

export const TITLE = 0; // where in an entry a phrase stands
export const NAMES = 1;
export const TEXT = 2;
const FIRST_OF_NAMES = 1 << 10;
const FIRST_OF_TEXT = 1 << 13;

const PIECES = 3; // of the vocabulary are fetched for a beginning: one of one letter has hundreds

/** @typedef {{ firsts: string[], names: string }} FileList The first words of files, and their names one behind the other. */
/** @typedef {FileList & { first: number }} BundleList `first` is the number of the first entry. */
/** @typedef {{ bundles: BundleList[], words: FileList }} LanguageList The list of a language (pressgen/search/index.py). */
/** @typedef {[key: string, word: string]} VocabularyLine A word as readers type it, and the word of the index. */
/** @typedef {Map<number, number[]>} Begins By document the places at which a phrase may begin. */

export class Index {
  #root;
  #list;
  #stemmer;
  #folder;
  /** @type {((word: string) => string) | null} */
  #stem = null;
  /** @type {Promise<LanguageList> | null} */
  #listed = null;
  /** @type {Promise<Bundle[]> | null} */
  #bundles = null;
  /** @type {Map<number, Promise<VocabularyLine[]>>} */
  #pieces = new Map();

  /**
   * @param {URL} root the address of the folder of the index
   * @param {string} tag
   * @param {IndexedLanguage} language what the manifest says of it
   */
  constructor(root, tag, { list, stemmer }) {
    this.#root = root;
    this.#list = list;
    this.#stemmer = stemmer;
    this.#folder = new URL(`${tag}/`, root);
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
    const bundles = await this.#ownBundles();
    for (const bundle of await Promise.all(bundles.map((bundle) => bundle.entriesWith([...stemmed.values()])))) {
      for (const [entry, place] of bundle) {
        found.set(entry, Math.min(place, found.get(entry) ?? place));
      }
    }
    return found;
  }

  /**
   * List the words that begin with `beginning`, the shortest first, and so many at most.
   * @param {string} beginning
   * @param {number} most
   * @returns {Promise<string[]>}
   */
  async wordsFrom(beginning, most) {
    const { firsts } = (await this.#lists()).words;
    /** @type {VocabularyLine[]} */
    const found = [];
    const begin = pieceOf(firsts, beginning);
    for (let number = begin; number < Math.min(begin + PIECES, firsts.length); number++) {
      found.push(...(await this.#piece(number)).filter(([key]) => key.startsWith(beginning)));
      const next = firsts[number + 1];
      if (next === undefined || (after(next, beginning) && !next.startsWith(beginning))) {
        break;
      }
    }
    found.sort(([a], [b]) => a.length - b.length);
    return found.slice(0, most).map(([, word]) => word);
  }

  /** @param {number} number */
  async #piece(number) {
    const { names } = (await this.#lists()).words;
    const promise =
      this.#pieces.get(number) ?? fetchFile(new URL(`${nameOf(names, number)}.txt`, this.#folder), linesOf);
    this.#pieces.set(number, promise);
    return kept(promise, () => this.#pieces.delete(number));
  }

  /** @returns {Promise<LanguageList>} */
  async #lists() {
    this.#listed ??= fetchFile(new URL(this.#list, this.#root), async (response) => unpack(response).json());
    return kept(this.#listed, () => {
      this.#listed = null;
    });
  }

  async #ownBundles() {
    this.#bundles ??= this.#lists().then(({ bundles }) => bundles.map((bundle) => new Bundle(this.#folder, bundle)));
    return kept(this.#bundles, () => {
      this.#bundles = null;
    });
  }

  async #stemming() {
    this.#stem ??= this.#stemmer ? stemOf(await importScript(new URL(this.#stemmer, this.#root))) : (word) => word;
    return this.#stem;
  }
}

/** Entries that follow each other, with their words in numbered files. */
class Bundle {
  #folder;
  #list;
  /** @type {Map<number, Promise<Map<string, Uint8Array>>>} */
  #chunks = new Map();

  /**
   * @param {URL} folder
   * @param {BundleList} list
   */
  constructor(folder, list) {
    this.#folder = folder;
    this.#list = list;
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
    return [...(left ?? [])].map(([document, begins]) => [this.#list.first + document, partOf(begins[0])]);
  }

  /**
   * @param {string} word
   * @returns {Promise<Uint8Array>}
   */
  async #postings(word) {
    const { firsts, names } = this.#list;
    const number = pieceOf(firsts, word);
    const file = new URL(`${nameOf(names, number)}.chunk`, this.#folder);
    const promise = this.#chunks.get(number) ?? fetchFile(file, chunkOf);
    this.#chunks.set(number, promise);
    const chunk = await kept(promise, () => this.#chunks.delete(number));
    return chunk.get(word) ?? NO_POSTINGS;
  }
}

/**
 * Wait for what is fetched; forget it if it did not come, so that it is asked for again.
 * @template Content
 * @param {Promise<Content>} promise
 * @param {() => unknown} forget
 * @returns {Promise<Content>}
 */
async function kept(promise, forget) {
  try {
    return await promise;
  } catch (error) {
    forget();
    throw error;
  }
}

/**
 * Read the lines of a piece of a vocabulary.
 * @param {Response} response
 * @returns {Promise<VocabularyLine[]>}
 */
async function linesOf(response) {
  const lines = (await response.text()).split("\n").filter(Boolean);
  return lines.map((line) => {
    const [key, word] = line.split("\t");
    return [key, word ? wholeWord(key, word) : key];
  });
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
