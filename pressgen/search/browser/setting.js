// Set the texts of results as pages are set: no line breaks a name or a known word, and numbers among letters that are
// read from right to left stand as written.
//
// The rules are the site's own, which take the place of rules.json; tests/search/words compares the results with pages.

/** @import { Worded } from "./dom.js" */
/** @import { Range, TextPart } from "./parts.js" */

import defaults from "./rules.json" with { type: "json" };
import { make, worded } from "./dom.js";
import { markedParts } from "./parts.js";

/**
 * @typedef {object} Rules How texts are set; those that are strings are regular expressions.
 * @property {string} expression
 * @property {string} compound
 * @property {string} plain
 * @property {string} ownRange
 * @property {string} arabicDigit
 * @property {string} turned
 * @property {string} parted
 * @property {string} unspaced
 * @property {number} longestKept
 * @property {number} longestPhrase
 * @property {Record<string, string[]>} words
 */
/**
 * @typedef {object} Planned An element to be made: its range in the text, and what stands in it.
 * @property {number} start
 * @property {number} end
 * @property {"span" | "bdo" | "w-"} name
 * @property {Record<string, string>} attributes
 * @property {Planned[]} within
 */

/** @type {Rules} */
const rules = defaults;

/** @param {"expression" | "compound"} name */
const all = (name) => new RegExp(rules[name], "gu");
const EXPRESSION = all("expression");
const COMPOUND = all("compound");
/** @param {"plain" | "ownRange" | "arabicDigit" | "turned" | "parted" | "unspaced"} name */
const has = (name) => {
  const pattern = new RegExp(rules[name], "u");
  /** @param {string} text */
  return (text) => pattern.test(text);
};
const isPlain = has("plain");
const isOwnRange = has("ownRange");
const hasArabicDigit = has("arabicDigit");
const isTurned = has("turned");
const isParted = has("parted");
const isUnspaced = has("unspaced");

/** @param {string} text */
const room = (text) => [...text.replace(/\p{M}/gu, "")].length;
/** @type {(text: string, longest: number) => boolean} */
const fits = (text, longest) => room(text) > 1 && room(text) <= longest;
/** @param {string[]} names */
const shortNames = (names) => names.filter((name) => fits(name, rules.longestKept));
/** @param {string} name */
const staysWhole = (name) => fits(name, rules.longestKept) && (isParted(name) || isUnspaced(name));
/** @param {string} text */
const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** @type {(start: number, end: number, within?: Planned[]) => Planned} */
const whole = (start, end, within = []) => ({ start, end, name: "w-", attributes: {}, within });

/**
 * Plan the numbers between two places of a text; whether they would be turned may be decided by more of the text.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {boolean} turned
 * @returns {Planned[]}
 */
function numbers(text, start, end, turned = isTurned(text.slice(start, end))) {
  const found = turned ? [...text.slice(start, end).matchAll(EXPRESSION)] : [];
  return found
    .filter(([number]) => !isPlain(number) && !isOwnRange(number))
    .map(({ 0: number, index }) => ({
      start: start + index,
      end: start + index + number.length,
      name: hasArabicDigit(number) ? "bdo" : "span",
      attributes: { dir: "ltr" },
      within: [],
    }));
}

/**
 * Plan the names and known words between two places of a text, and the numbers between these.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {string} tag
 * @param {string[]} names
 * @returns {Planned[]}
 */
function kept(text, start, end, tag, names) {
  const known = rules.words[tag] ?? (isUnspaced(text.slice(start, end)) ? rules.words.km : []);
  const words = [...new Set([...names, ...known])].sort((a, b) => b.length - a.length);
  const turned = isTurned(text.slice(start, end));
  const found = [];
  let done = start;
  if (words.length) {
    for (const { 0: word, index } of text.slice(start, end).matchAll(new RegExp(words.map(escaped).join("|"), "gu"))) {
      found.push(...numbers(text, done, start + index, turned), whole(start + index, start + index + word.length));
      done = start + index + word.length;
    }
  }
  return [...found, ...numbers(text, done, end, turned)];
}

/**
 * Plan the phrases of a name in a script that writes no words apart, each whole if it is short.
 * @param {string} name
 * @returns {Planned[]}
 */
function phrases(name) {
  const found = [];
  let start = 0;
  for (const phrase of name.split(" ")) {
    const end = start + phrase.length;
    const short = fits(phrase, rules.longestPhrase);
    found.push(...(short ? [whole(start, end, numbers(name, start, end))] : kept(name, start, end, "km", [])));
    start = end + 1;
  }
  return found;
}

/** @type {(name: string, tag: string) => Planned[]} */
function ofName(name, tag) {
  if (staysWhole(name)) {
    return [whole(0, name.length, numbers(name, 0, name.length))];
  }
  if (isUnspaced(name)) {
    return phrases(name);
  }
  return kept(name, 0, name.length, tag, shortNames(name.match(COMPOUND) ?? []));
}

/**
 * Make the nodes of a text between two places; what is marked may reach over the ends of elements.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {Planned[]} elements
 * @param {Range[]} marks
 * @returns {(Node | string)[]}
 */
function nodes(text, from, to, elements, marks) {
  /** @type {(start: number, end: number) => (Node | string)[]} */
  const plain = (start, end) =>
    markedParts(text, start, end, marks).map(({ text: part, marked }) => (marked ? make("mark", {}, part) : part));
  const found = [];
  let done = from;
  for (const { start, end, name, attributes, within } of elements) {
    // The map of elements has none of our own.
    const known = /** @type {"span"} */ (/** @type {string} */ (name));
    found.push(...plain(done, start), make(known, attributes, ...nodes(text, start, end, within, marks)));
    done = end;
  }
  return [...found, ...plain(done, to)];
}

/**
 * @param {TextPart[]} parts
 * @returns {Range[]}
 */
function marksOf(parts) {
  /** @type {Range[]} */
  const marks = [];
  let start = 0;
  for (const { text, marked } of parts) {
    if (marked) {
      marks.push([start, start + text.length]);
    }
    start += text.length;
  }
  return marks;
}

/**
 * Set a title or a day; `names` are those of several words in it.
 * @param {TextPart[]} parts
 * @param {string} tag
 * @param {string[]} names
 */
export function titled(parts, tag, names = []) {
  const text = parts.map((part) => part.text).join("");
  return nodes(text, 0, text.length, kept(text, 0, text.length, tag, names), marksOf(parts));
}

/**
 * Set words of the interface.
 * @param {string} text
 */
export const said = (text) => titled([{ text }], "");

/**
 * Set running text, with the names of those who took part.
 * @param {TextPart[]} parts
 * @param {string} tag
 * @param {string[]} names
 */
export function running(parts, tag, names = []) {
  return titled(parts, tag, shortNames(names.filter((name) => name.includes(" ") || isUnspaced(name))));
}

/**
 * Set a name of a person, office, body or country.
 * @param {string} name
 * @param {string} tag
 */
export const nameOf = (name, tag) => nodes(name, 0, name.length, ofName(name, tag), []);

/**
 * Make a name that keeps its own direction whatever stands beside it.
 * @param {Worded | string} words
 */
export function named(words) {
  const [name, lang] = worded(words);
  return staysWhole(name)
    ? make("bdi", { class: "pg-kept", lang: lang || null }, name)
    : make("bdi", { lang: lang || null }, ...nameOf(name, lang));
}
