// The files beside the index: the lines and texts of entries, the catalogue, and the names of filters.
//
// A file that does not arrive is null, and is asked for again the next time.

/** @import { Labels } from "./facets.js" */
/** @import { Columns } from "./catalogue.js" */
/** @import { Line } from "./line.js" */

import { Catalogue } from "./catalogue.js";
import { unpack } from "./files.js";

/** @typedef {{ anchor: string | null, text: string }} TextBlock */
/** @typedef {{ blocks: TextBlock[], names: string[] }} EditionText The text of an edition, and the names of those who took part in any. */
/**
 * @typedef {object} Manifest What the index holds (pressgen/search/index.py).
 * @property {boolean} available
 * @property {number} pages
 * @property {number} shard
 * @property {string} catalogue
 * @property {Record<string, string>} labels
 * @property {Record<string, string[]>} results
 * @property {Record<string, string[]>} owners
 * @property {Record<string, IndexedLanguage>} languages
 */
/** @typedef {{ list: string, stemmer: string }} IndexedLanguage */
/** @typedef {{ editions: { language: string, blocks: TextBlock[], participants?: { name?: string }[] }[] }} TextFile */

export class Archive {
  #base;
  #root;
  #manifest;
  /** @type {Map<string, Promise<any>>} */
  #files = new Map();
  /** @type {Catalogue | null} */
  arrivedCatalogue = null;

  /**
   * @param {URL} base the address of the site
   * @param {URL} root the address of the index
   * @param {Manifest} manifest
   */
  constructor(base, root, manifest) {
    this.#base = base;
    this.#root = root;
    this.#manifest = manifest;
  }

  /** The number of the first entry that is no release. */
  get pages() {
    return this.#manifest.pages;
  }

  /**
   * Fetch the catalogue.
   * @returns {Promise<Catalogue | null>}
   */
  async catalogue() {
    this.arrivedCatalogue ??= await this.#file(this.#manifest.catalogue, this.#root, async (response) => {
      const columns = /** @type {Columns} */ (await unpack(response).json());
      return new Catalogue(columns);
    });
    return this.arrivedCatalogue;
  }

  /**
   * Fetch the lines of entries as a language shows them, null for each that did not arrive.
   * @param {number[]} entries
   * @param {string} language
   * @returns {Promise<(Line | null)[]>}
   */
  async lines(entries, language) {
    const { shard, results } = this.#manifest;
    const lines = entries.map(async (entry) => {
      const path = `results-${language}/${results[language][Math.floor(entry / shard)]}.lines`;
      /** @type {Line[] | null} */
      const file = await this.#file(path, this.#root, async (response) => unpack(response).json());
      return file?.[entry % shard] ?? null;
    });
    return Promise.all(lines);
  }

  /**
   * Fetch a text, by the languages of its editions.
   * @param {string} path
   * @returns {Promise<Map<string, EditionText> | null>}
   */
  async texts(path) {
    /** @type {TextFile | null} */
    const text = await this.#json(path, this.#base);
    if (!text) {
      return null;
    }
    const names = text.editions.flatMap(({ participants = [] }) => participants.map(({ name = "" }) => name));
    return new Map(text.editions.map(({ language, blocks }) => [language, { blocks, names }]));
  }

  /**
   * Fetch the names of everything that can be filtered by.
   * @param {string} language
   * @returns {Promise<Labels | null>}
   */
  async labels(language) {
    return this.#json(this.#manifest.labels[language], this.#root);
  }

  /**
   * @param {string} path
   * @param {URL} folder
   * @returns {Promise<any>}
   */
  #json(path, folder) {
    return this.#file(path, folder, (response) => response.json());
  }

  /**
   * @template Content
   * @param {string} path
   * @param {URL} folder
   * @param {(response: Response) => Promise<Content>} read
   * @returns {Promise<Content | null>}
   */
  async #file(path, folder, read) {
    const address = new URL(path, folder).href;
    const promise = this.#files.get(address) ?? readFile(address, read);
    this.#files.set(address, promise);
    const file = await promise;
    if (file === null) {
      this.#files.delete(address);
    }
    return file;
  }
}

/**
 * Fetch and read a file; null if it did not come.
 * @template Content
 * @param {string} address
 * @param {(response: Response) => Promise<Content>} read
 * @returns {Promise<Content | null>}
 */
async function readFile(address, read) {
  try {
    const response = await fetch(address);
    return response.ok ? await read(response) : null;
  } catch {
    return null;
  }
}
