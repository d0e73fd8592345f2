// Find the entries that have a phrase, in every language whose index can have it, and keep the answers.

/** @import { Manifest } from "./archive.js" */
/** @import { Wording } from "./query.js" */

import { Index } from "./index.js";

/** @typedef {Map<number, Map<string, number>>} Places By entry and language where a phrase stands, as `placed` numbers it. */
/** @typedef {{ places: Places, arrived: boolean }} Answer `arrived` is false if an index did not come. */
/** @typedef {Wording & { scripts: string[] }} Asked */

const EXPANSIONS = 64; // so many words are tried for the beginning of one

/**
 * Number where a phrase stands (0 title, 1 names, 2 text), so that its last word itself comes before words that only
 * begin so: 0 and 1 are the title, 2 and 3 names, 4 and 5 the text.
 * @type {(part: number, begun: boolean) => number}
 */
const placed = (part, begun) => 2 * part + (begun ? 1 : 0);

export class Lookup {
  #root;
  #manifest;
  /** @type {Map<string, Index>} */
  #indexes = new Map();
  /** @type {Map<string, Promise<Map<number, number> | null>>} */
  #answers = new Map();

  /**
   * @param {URL} root the address of the folder of the index
   * @param {Manifest} manifest
   */
  constructor(root, manifest) {
    this.#root = root;
    this.#manifest = manifest;
  }

  /** True if there is an index: without one, filters and lists still serve. */
  get available() {
    return this.#manifest.available;
  }

  /**
   * Return the languages whose documents have a phrase of these scripts, if any has.
   * @param {string[]} scripts
   */
  languagesOf(scripts) {
    const { owners, languages } = this.#manifest;
    const written = scripts.filter((script) => script !== "Zyyy");
    const asked = written.flatMap((script) => owners[script] ?? owners["*"]);
    return [...new Set(written.length ? asked : owners["*"])].filter((tag) => languages[tag]);
  }

  /**
   * Find the entries that have a phrase.
   * @param {Asked} phrase
   * @returns {Promise<Answer>}
   */
  async entriesWith(phrase) {
    const tags = this.languagesOf(phrase.scripts);
    const answers = await Promise.all(tags.map((tag) => this.#entriesIn(tag, phrase)));
    /** @type {Places} */
    const places = new Map();
    for (const [at, answer] of answers.entries()) {
      for (const [entry, place] of answer ?? []) {
        const found = places.get(entry) ?? new Map();
        places.set(entry, found.set(tags[at], place));
      }
    }
    return { places, arrived: answers.every(Boolean) };
  }

  /**
   * Find the entries that have a word for a whole name or number, under no language: it stands in the index of the first.
   * @param {string} word
   * @returns {Promise<Answer>}
   */
  async entriesWhole(word) {
    const { places, arrived } = await this.entriesWith({ words: [word], scripts: [], prefix: null });
    return {
      places: new Map([...places].map(([entry, found]) => [entry, new Map([["", Math.min(...found.values())]])])),
      arrived,
    };
  }

  /**
   * Find the entries of a language that have a phrase, whose last word may be the beginning of others; null if something
   * did not arrive.
   * @param {string} tag
   * @param {Wording} wording
   * @returns {Promise<Map<number, number> | null>}
   */
  async #entriesIn(tag, { words, prefix }) {
    const longer = prefix
      ? await this.#index(tag)
          .wordsFrom(prefix, EXPANSIONS)
          .catch(() => null)
      : [];
    const begun = longer?.map((word) => [...words.slice(0, -1), word]) ?? [];
    const [whole, others] = await Promise.all([this.#having(tag, [words]), this.#having(tag, begun)]);
    if (!longer || !whole || !others) {
      return null;
    }
    const found = new Map([...others].map(([entry, place]) => [entry, placed(place, true)]));
    for (const [entry, place] of whole) {
      found.set(entry, Math.min(placed(place, false), found.get(entry) ?? Infinity));
    }
    return found;
  }

  /**
   * Find the entries of a language that have any of these phrases, or null.
   * @param {string} tag
   * @param {string[][]} phrases
   */
  async #having(tag, phrases) {
    const key = `${tag} ${phrases.map((words) => words.join(" ")).join("|")}`;
    const known =
      this.#answers.get(key) ??
      this.#index(tag)
        .entriesWith(phrases)
        .catch(() => null);
    this.#answers.set(key, known);
    const found = await known;
    if (!found) {
      this.#answers.delete(key);
    }
    return found;
  }

  /** @param {string} tag */
  #index(tag) {
    const index = this.#indexes.get(tag) ?? new Index(this.#root, tag, this.#manifest.languages[tag]);
    this.#indexes.set(tag, index);
    return index;
  }
}
