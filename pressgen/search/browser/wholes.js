// Names and numbers that are found as a whole: the one word of the index that stands for each.
//
// pressgen/search/words/wholes.py does the same for the index, by the same table; tests/search/words compares both.

/** @import { Phrase } from "./query.js" */
/** @import { Token } from "./tokens.js" */

import { table } from "./table.js";
import { tokens } from "./tokens.js";
import { encoded, isCluster } from "./words.js";

const NUMBER = "Zyyy";
const LONGEST_NAME = 10;
const NAME = "qxx";
const NUMBERED = "qxw";
const MOST_IN_NUMBER = 12;
const FIGURES = "bcdfghjklm";

/** @type {(token: Token, then: Token | undefined) => boolean} */
const isElided = (token, then) => then?.before.link === "'" && table.elisions.includes(token.text);

/**
 * Return the word of a name of several words; nothing for one word, and for scripts without spaces.
 * @param {Token[]} found
 * @returns {string}
 */
export function wholeName(found) {
  const kept = found.filter((token, place) => !isElided(token, found[place + 1]));
  if (kept.length < 2 || kept.length > LONGEST_NAME) {
    return "";
  }
  const [{ script }] = kept;
  if (script === NUMBER || isCluster(kept[0]) || kept.some((token) => token.script !== script)) {
    return "";
  }
  return NAME + encoded([...new Set(kept.map(({ text }) => text))].join(""), script); // a query has each word once
}

const SAYING = table.number_words.map((word) => tokens(word).map(({ text }) => text));

/**
 * Count the words that say that a number follows: `No.`, `Rhif`, `លេខ`.
 * @param {Token[]} found
 * @returns {number}
 */
function said(found) {
  /** @param {string[]} word */
  const begins = (word) => word.length < found.length && word.every((text, place) => found[place].text === text);
  return SAYING.find(begins)?.length ?? 0;
}

/** @param {Token} token */
function part({ text, script }) {
  if (script !== NUMBER) {
    return `w${encoded(text, script)}`;
  }
  return `v${[...text.replace(/^0+(?=\d)/, "")].map((digit) => FIGURES[Number(digit)]).join("")}`;
}

/**
 * Return the word of the printed number of a release, without what says that it is one; nothing for a text without a
 * digit.
 * @param {string} text
 * @returns {string}
 */
export function wholeNumber(text) {
  const all = tokens(text);
  const found = all.slice(said(all));
  if (!found.length || found.length > MOST_IN_NUMBER || found.every(({ script }) => script !== NUMBER)) {
    return "";
  }
  return NUMBERED + found.map(part).join("");
}

/**
 * True if the word of a printed number is that of one figure after the other and nothing else, as any number in a text.
 * @param {string} word
 */
export const isFiguresAlone = (word) => /^qxwv[^vw]*$/.test(word);

/**
 * Find what of a query's phrases may be a name of several words; `first` and `last` are places in `phrases`.
 * @param {Phrase[]} phrases
 * @returns {{ first: number, last: number, word: string }[]}
 */
export function namesIn(phrases) {
  /** @type {{ first: number, last: number, word: string }[]} */
  const names = [];
  for (let first = 0; first < phrases.length; first += 1) {
    /** @type {Token[]} */
    const found = [];
    for (let last = first; last < phrases.length; last += 1) {
      found.push(...phrases[last].tokens);
      if (found.length > LONGEST_NAME || found.some(({ script }) => script !== found[0].script)) {
        break;
      }
      const word = wholeName(found);
      if (word) {
        names.push({ first, last, word });
      }
    }
  }
  return names;
}
