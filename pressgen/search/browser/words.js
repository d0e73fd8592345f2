// Write tokens as words of the index.
//
// pressgen/search/words does the same for the index, by the same table; tests/search/words compares both.

/** @import { Token } from "./tokens.js" */

import { ranges, table } from "./table.js";
import { CLUSTERS, SCRIPTS } from "./tokens.js";

/** @typedef {{ text: string, script: string }} Written A text in a script. */
/** @typedef {{ first: number, last: number }} Place The places of the first and the last of some tokens. */
/** @typedef {Place & { word: string, key: string }} PlacedWord A word of the index, its key in the vocabulary, and its tokens. */
/** @typedef {Place & { link: string }} Chain */

const CONSONANTS = "bcdfghjklmnpqrtvwxz";
const NARROW = 18 * 19;
const WIDE = 18 * 19 ** 3;
const LONGEST_COMPOUND = 3;
export const LONGEST_INITIALS = 5;
const FILLER = "qx"; // no query asks for it

/** @type {(value: number, places: number) => string} */
const base = (value, places) => {
  let letters = "";
  for (let place = 0; place < places; place += 1) {
    letters = CONSONANTS[value % 19] + letters;
    value = Math.floor(value / 19);
  }
  return letters;
};

const origins = Object.fromEntries(
  SCRIPTS.map((script) => {
    const found = ranges(table.scripts[script]);
    const size = found.reduce((sum, [first, last]) => sum + last - first, 0);
    return [script, { first: found[0][0], wide: size > NARROW && script !== "Latn" }];
  }),
);

/**
 * Write a text in consonants: two or four for each character near the script's first.
 * @param {string} text
 * @param {string} script
 * @returns {string}
 */
export const encoded = (text, script) =>
  [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      const { first, wide } = origins[script];
      const offset = code - first;
      return offset >= 0 && offset < (wide ? WIDE : NARROW) ? base(offset, wide ? 4 : 2) : `z${base(code, 5)}`;
    })
    .join("");

/** @type {(text: string, script: string) => string} */
const spacedCode = (text, script) => {
  const place = SCRIPTS.indexOf(script);
  return `qz${CONSONANTS[Math.floor(place / 19)]}${CONSONANTS[place % 19]}${encoded(text, script)}`;
};
/** @param {string} script */
const clusterLetter = (script) => CONSONANTS[CLUSTERS.indexOf(script)];

/**
 * Return the word of a word of a script with spaces, or of a number.
 * @param {Written} token
 * @returns {string}
 */
export function plainWord({ text, script }) {
  if (/^[\0-\x7f]*$/.test(text)) {
    return /^q[^aeiouy]*$/.test(text) ? spacedCode(text, "Latn") : text;
  }
  return script !== "Latn" && table.plain.includes(script) ? text : spacedCode(text, script);
}

/** @param {Written} token */
const singleWord = ({ text, script }) => `qq${clusterLetter(script)}${encoded(text, script)}`;
/** @type {(a: Written, b: Written) => string} */
const doubleWord = (a, b) => `q${clusterLetter(b.script)}${encoded(a.text + b.text, b.script)}`;

/**
 * Group tokens into runs of clusters, and every other token by itself.
 * @param {Token[]} found
 * @returns {Token[][]}
 */
export function runs(found) {
  /** @type {Token[][]} */
  const all = [];
  for (const token of found) {
    const run = all.at(-1);
    if (run && isCluster(token) && run[0].script === token.script && !token.before.breaks) {
      run.push(token);
    } else {
      all.push([token]);
    }
  }
  return all;
}

/**
 * @param {Token[]} run
 * @returns {string[]}
 */
export const wordsOfRun = (run) => {
  if (!isCluster(run[0])) {
    return [plainWord(run[0])];
  }
  return run.length > 1 ? run.slice(1).map((token, place) => doubleWord(run[place], token)) : [singleWord(run[0])];
};

/**
 * True if a token is a cluster of a script without spaces.
 * @param {{ script: string }} token
 */
export const isCluster = ({ script }) => Boolean(table.clusters[script]);

/**
 * True if two words that are linked may be written as one: any with a hyphen, single letters with a point, and those
 * with an apostrophe that does not stand for a vowel.
 * @param {Token} first
 * @param {Token} second
 * @returns {boolean}
 */
export function chained(first, second) {
  const { link } = second.before;
  if (!link || first.script !== second.script || first.script === "Zyyy" || isCluster(first)) {
    return false;
  }
  if (link === "'") {
    return !table.elisions.includes(first.text);
  }
  return link === "-" || [...first.text, ...second.text].length === 2;
}

/**
 * Find the words that are linked alike, one after the other.
 * @param {Token[]} found
 * @returns {Chain[]}
 */
function chains(found) {
  const all = [];
  for (let first = 0; first < found.length - 1; first += 1) {
    const { link } = found[first + 1].before;
    let last = first;
    while (last + 1 < found.length && found[last + 1].before.link === link && chained(found[last], found[last + 1])) {
      last += 1;
    }
    if (last > first) {
      all.push({ first, last, link });
      first = last - 1;
    }
  }
  return all;
}

/**
 * Find what may also be written as one word: compounds with hyphens or apostrophes, and initials with points, any two
 * or more of them.
 * @param {Token[]} found
 * @returns {(PlacedWord & { link: string })[]}
 */
function solids(found) {
  /** @type {(PlacedWord & { link: string })[]} */
  const all = [];
  /** @type {(first: number, last: number, link: string) => void} */
  const add = (first, last, link) => {
    const text = textOf(found.slice(first, last + 1));
    all.push({ word: plainWord({ text, script: found[first].script }), key: text, first, last, link });
  };
  for (const { first, last, link } of chains(found)) {
    if (link === ".") {
      for (let start = first; start < last; start += 1) {
        for (let end = start + 1; end <= Math.min(last, start + LONGEST_INITIALS - 1); end += 1) {
          add(start, end, link);
        }
      }
    } else if (last - first < LONGEST_COMPOUND) {
      add(first, last, link);
    }
  }
  return all;
}

/**
 * Find what stands for a name of several words, with points or in capitals.
 * @param {Token[]} found
 * @param {(PlacedWord & { link: string })[]} solid
 * @returns {PlacedWord[]}
 */
function initials(found, solid) {
  const dotted = solid.filter(({ link, key, first }) => link === "." && areKnownInitials(key, found[first].script));
  const capitals = found.flatMap(({ text, capitals }, place) =>
    capitals ? [{ key: text, first: place, last: place }] : [],
  );
  return [...dotted, ...capitals].map(({ key, first, last }) => ({ word: initialsWord(key), key: "", first, last }));
}

/** @type {(text: string, script: string) => boolean} */
const areKnownInitials = (text, script) => script === "Latn" && /^[\0-\x7f]*$/.test(text);
/** @param {string} text */
const initialsWord = (text) => `${FILLER}${encoded(text, "Latn")}`;

/**
 * Return the word of initials with points, as a query has them.
 * @param {string} text
 * @param {string} script
 */
export const pointedWord = (text, script) =>
  areKnownInitials(text, script) ? initialsWord(text) : plainWord({ text, script });

/**
 * Write every compound and all initials as one word; of two that share a word the first.
 * @param {Token[]} found
 * @returns {Token[]}
 */
export function solid(found) {
  /** @type {Token[]} */
  const made = [];
  let done = 0;
  for (const { first, last, link } of chains(found)) {
    if (first >= done && last - first < (link === "." ? LONGEST_INITIALS : LONGEST_COMPOUND)) {
      made.push(...found.slice(done, first), joinedTokens(found.slice(first, last + 1)));
      done = last + 1;
    }
  }
  return [...made, ...found.slice(done)];
}

/**
 * Return the word of the index in a line of a vocabulary. Of that of a cluster, or of two, a line has the letters that
 * say so: the others follow from how it is typed.
 * @param {string} typed
 * @param {string} word
 * @returns {string}
 */
export const wholeWord = (typed, word) =>
  /^qq?[b-z]$/.test(word) ? word + encoded(typed, CLUSTERS[CONSONANTS.indexOf(word[word.length - 1])]) : word;

/** @param {Token[]} members */
export const textOf = (members) => members.map((token) => token.text).join("");
/**
 * Make one token of several.
 * @param {Token[]} members
 * @returns {Token}
 */
export const joinedTokens = (members) => ({
  ...members[0],
  text: textOf(members),
  end: members[members.length - 1].end,
});

/**
 * Return the words of the index with the tokens that each is made of. What may also be one word comes at the end, then
 * initials.
 * @param {Token[]} found
 * @returns {PlacedWord[]}
 */
export function placedWords(found) {
  /** @type {PlacedWord[]} */
  const placed = [];
  let first = 0;
  for (const run of runs(found)) {
    const width = run.length > 1 ? 1 : 0;
    wordsOfRun(run).forEach((word, place) => {
      const key = run
        .slice(place, place + width + 1)
        .map((token) => token.text)
        .join("");
      placed.push({ word, key, first: first + place, last: first + place + width });
    });
    first += run.length;
  }
  const solid = solids(found);
  for (const word of [...solid, ...initials(found, solid)]) {
    placed.push({ word: FILLER, key: "", first: 0, last: 0 }, word);
  }
  return placed;
}

/**
 * Return the words of the index, in which initials stand once each.
 * @param {Token[]} found
 * @returns {string[]}
 */
export function indexWords(found) {
  const seen = new Set();
  const words = placedWords(found).map(({ word }) => word);
  return words.filter((word, place) => {
    const initials = word.startsWith(FILLER) && word !== FILLER;
    const again = initials ? seen.has(word) : word === FILLER && seen.has(words[place + 1]);
    if (initials) {
      seen.add(word);
    }
    return !again;
  });
}

/**
 * Return the words of clusters that stand alone.
 * @param {Token[]} found
 * @returns {PlacedWord[]}
 */
export const placedClusters = (found) =>
  found.flatMap((token, place) =>
    isCluster(token) ? [{ word: singleWord(token), key: token.text, first: place, last: place }] : [],
  );
