// Tokens go in; the words that the index has for them come out. The same rule as pressgen/search/words, from the same
// table; tests/search/words holds both to it.
import table from "../data/words.json" with { type: "json" };
import { CLUSTERS, SCRIPTS, ranges } from "./tokens.js";

const CONSONANTS = "bcdfghjklmnpqrtvwxz";
const NARROW = 18 * 19;
const WIDE = 18 * 19 ** 3;
const LONGEST_COMPOUND = 3;
export const LONGEST_INITIALS = 5;
const FILLER = "qx"; // no query asks for it

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

export const encoded = (text, script) =>
  [...text]
    .map((character) => {
      const code = character.codePointAt(0);
      const { first, wide } = origins[script];
      const offset = code - first;
      return offset >= 0 && offset < (wide ? WIDE : NARROW) ? base(offset, wide ? 4 : 2) : `z${base(code, 5)}`;
    })
    .join("");

const spacedCode = (text, script) => {
  const place = SCRIPTS.indexOf(script);
  return `qz${CONSONANTS[Math.floor(place / 19)]}${CONSONANTS[place % 19]}${encoded(text, script)}`;
};
const clusterLetter = (script) => CONSONANTS[CLUSTERS.indexOf(script)];

export function plainWord({ text, script }) {
  if (/^[\0-\x7f]*$/.test(text)) return /^q[^aeiouy]*$/.test(text) ? spacedCode(text, "Latn") : text;
  return script !== "Latn" && table.plain.includes(script) ? text : spacedCode(text, script);
}

const singleWord = ({ text, script }) => `qq${clusterLetter(script)}${encoded(text, script)}`;
const doubleWord = (a, b) => `q${clusterLetter(b.script)}${encoded(a.text + b.text, b.script)}`;

// Runs of clusters, and every other token by itself.
export function runs(found) {
  const all = [];
  for (const token of found) {
    const run = all.at(-1);
    if (run && isCluster(token) && run[0].script === token.script && !token.before.breaks) run.push(token);
    else all.push([token]);
  }
  return all;
}

export const wordsOfRun = (run) => {
  if (!isCluster(run[0])) return [plainWord(run[0])];
  return run.length > 1 ? run.slice(1).map((token, place) => doubleWord(run[place], token)) : [singleWord(run[0])];
};

// Whether a token is a cluster of a script without spaces.
export const isCluster = ({ script }) => Boolean(table.clusters[script]);

export function chained(one, other) {
  const { link } = other.before;
  if (!link || one.script !== other.script || one.script === "Zyyy" || isCluster(one)) return false;
  if (link === "'") return !table.elisions.includes(one.text);
  return link === "-" || [...one.text, ...other.text].length === 2;
}

// Words that are joined alike, one after the other: {first, last, link}, places in `found`.
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

// What may also be written as one word: compounds with hyphens or apostrophes, and initials with points, any two or
// more of them.
function solids(found) {
  const all = [];
  const add = (first, last, link) => {
    const text = textOf(found.slice(first, last + 1));
    all.push({ word: plainWord({ text, script: found[first].script }), key: text, first, last, link });
  };
  for (const { first, last, link } of chains(found)) {
    if (link === ".") {
      for (let start = first; start < last; start += 1) {
        for (let end = start + 1; end <= Math.min(last, start + LONGEST_INITIALS - 1); end += 1) add(start, end, link);
      }
    } else if (last - first < LONGEST_COMPOUND) add(first, last, link);
  }
  return all;
}

// What stands for a name of several words, with points or in capitals.
function initials(found, solid) {
  const dotted = solid.filter(({ link, key, first }) => link === "." && areKnownInitials(key, found[first].script));
  const capitals = found.flatMap(({ text, capitals }, place) =>
    capitals ? [{ key: text, first: place, last: place }] : [],
  );
  return [...dotted, ...capitals].map(({ key, first, last }) => ({ word: initialsWord(key), key: "", first, last }));
}

const areKnownInitials = (text, script) => script === "Latn" && /^[\0-\x7f]*$/.test(text);
const initialsWord = (text) => `${FILLER}${encoded(text, "Latn")}`;

// The word of the index for initials with points, as a query has them.
export const pointedWord = (text, script) =>
  areKnownInitials(text, script) ? initialsWord(text) : plainWord({ text, script });

// Every compound and all initials written as one word; of two that share a word the first.
export function solid(found) {
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

export const textOf = (members) => members.map((token) => token.text).join("");
export const joinedTokens = (members) => ({ ...members[0], text: textOf(members), end: members.at(-1).end });

// The words of the index with the tokens that each is made of: {word, key, first, last}; `key` is its key in the
// vocabulary, `first` and `last` are places in `found`. What may also be one word comes at the end, then initials.
export function placedWords(found) {
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
  for (const one of [...solid, ...initials(found, solid)])
    placed.push({ word: FILLER, key: "", first: 0, last: 0 }, one);
  return placed;
}

// The words of the index, in which initials stand once each.
export function indexWords(found) {
  const seen = new Set();
  const words = placedWords(found).map(({ word }) => word);
  return words.filter((word, place) => {
    const initials = word.startsWith(FILLER) && word !== FILLER;
    const again = initials ? seen.has(word) : word === FILLER && seen.has(words[place + 1]);
    if (initials) seen.add(word);
    return !again;
  });
}

export const placedClusters = (found) =>
  found.flatMap((token, place) =>
    isCluster(token) ? [{ word: singleWord(token), key: token.text, first: place, last: place }] : [],
  );
