// The facts of every entry: which entries pass the filters, and how many have each value of a filter.

/** @import { Filters } from "./state.js" */

/**
 * @typedef {object} Columns The catalogue's file (pressgen/search/catalogue.py).
 * @property {number[]} days
 * @property {number[]} languages
 * @property {string[]} languageIds
 * @property {Record<string, { ids: string[], sets: number[][], of: number[] }>} facets
 * @property {number} pages
 */
/** @typedef {Record<string, [value: string, entries: number][]>} Counts For each filter its values and how many entries have each. */

const DAY = 86400000; // milliseconds

export class Catalogue {
  #columns;
  /** @type {Record<string, (entry: number) => string[]>} */
  #values;

  /** @param {Columns} columns */
  constructor(columns) {
    const { languageIds } = columns;
    let day = 0;
    const years = columns.days.map((days) => {
      day += days;
      return String(new Date(day * DAY).getUTCFullYear());
    });
    this.#columns = columns;
    this.#values = { year: (entry) => years.slice(entry, entry + 1) };
    for (const [name, { ids, sets, of }] of Object.entries(columns.facets)) {
      const values = sets.map((places) => places.map((place) => ids[place]));
      this.#values[name] = (entry) => values[of[entry]] ?? [];
    }
    this.#values.language = (entry) => languageIds.filter((_, place) => (columns.languages[entry] >> place) & 1);
  }

  /** The numbers of all releases. */
  all() {
    return Array.from({ length: this.#columns.pages }, (_, entry) => entry);
  }

  /**
   * Keep the entries that have any of the chosen values of each filter that has some.
   * @param {number[]} entries
   * @param {Filters} filters
   * @returns {number[]}
   */
  filter(entries, filters) {
    const chosen = Object.entries(filters).filter(([name, values]) => values.length && this.#values[name]);
    const passes = chosen.map(([name, values]) => this.#test(name, new Set(values.map(String))));
    return entries.filter((entry) => passes.every((pass) => pass(entry)));
  }

  /**
   * Count for each value of a filter the entries that choosing it would leave: the other filters decide, its own do not.
   * @param {number[]} entries
   * @param {Filters} filters
   * @returns {Counts}
   */
  counts(entries, filters) {
    /** @type {Counts} */
    const counts = {};
    for (const name of Object.keys(this.#values)) {
      /** @type {Map<string, number>} */
      const numbers = new Map();
      for (const entry of this.filter(entries, { ...filters, [name]: [] })) {
        for (const value of this.#values[name](entry)) {
          numbers.set(value, (numbers.get(value) ?? 0) + 1);
        }
      }
      counts[name] = [...numbers];
    }
    return counts;
  }

  /**
   * @param {string} name
   * @param {Set<string>} chosen
   * @returns {(entry: number) => boolean}
   */
  #test(name, chosen) {
    const values = this.#values[name];
    return (entry) => values(entry).some((value) => chosen.has(value));
  }
}
