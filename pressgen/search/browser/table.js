// The table of scripts, which pressgen/search/words reads as well, and what its ranges of code points mean.

import words from "../data/words.json" with { type: "json" };

/** @typedef {[first: number, last: number]} CodePoints */
/**
 * @typedef {object} Table The table of scripts; docs/manual/reference/search-words.md describes it.
 * @property {Record<string, string>} scripts
 * @property {Record<string, { unit: string, bases: string, stack: string, last: string, order: string }>} clusters
 * @property {Record<string, string>} inner
 * @property {Record<string, string>} letters
 * @property {Record<string, string>} read_as
 * @property {Record<string, [string, string][]>} rewrites
 * @property {string[]} articles
 * @property {string[]} elisions
 * @property {string[]} groups
 * @property {string[]} kept
 * @property {string[]} number_words
 * @property {string[]} ordinals
 * @property {string[]} plain
 * @property {string} accents
 * @property {string} apostrophes
 * @property {string} compatible
 * @property {string} digits
 * @property {string} dots
 * @property {string} hyphens
 * @property {string} ignored
 * @property {string} points
 * @property {string} quotes
 * @property {string} stops
 * @property {string} white
 * @property {string} years
 * @property {string} zeros
 * @property {{ characters: number, phrases: number }} limits
 */

/** @type {Table} */
export const table = /** @type {any} */ (words);

/**
 * Read ranges of code points: `41-5A AA`.
 * @param {string} items
 * @returns {CodePoints[]}
 */
export const ranges = (items) =>
  items
    .split(" ")
    .filter(Boolean)
    .map((item) => {
      const [first, last = first] = item.split("-");
      return [parseInt(first, 16), parseInt(last, 16)];
    });
/** @param {number} code */
export const escaped = (code) => `\\u{${code.toString(16)}}`;
/**
 * Write ranges as the inside of a regular expression's character class.
 * @param {string} items
 * @returns {string}
 */
export const inside = (items) =>
  ranges(items)
    .map(([first, last]) => `${escaped(first)}-${escaped(last)}`)
    .join("");
/**
 * Write a text so that a regular expression matches it.
 * @param {string} text
 * @returns {string}
 */
export const literally = (text) => [...text].map((character) => escaped(character.codePointAt(0) ?? 0)).join("");
