// Tokens go in; the words that the index has for them come out, and of a query its phrases. The same rule as
// pressgen/text/words, from the same table; tests/text/words holds both to it.
import table from "../../search/table.js";
import { CLUSTERS, SCRIPTS, inside, literally, ranges, tokens } from "./tokens.js";

export { tokens };

const CONSONANTS = "bcdfghjklmnpqrtvwxz";
const NARROW = 18 * 19;
const WIDE = 18 * 19 ** 3;
const LONGEST_COMPOUND = 3;
const LONGEST_INITIALS = 5;
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

const encoded = (text, script) =>
  [...text].map((character) => {
    const code = character.codePointAt(0);
    const { first, wide } = origins[script];
    const offset = code - first;
    return offset >= 0 && offset < (wide ? WIDE : NARROW) ? base(offset, wide ? 4 : 2) : `z${base(code, 5)}`;
  }).join("");

const spacedCode = (text, script) => {
  const place = SCRIPTS.indexOf(script);
  return `qz${CONSONANTS[Math.floor(place / 19)]}${CONSONANTS[place % 19]}${encoded(text, script)}`;
};
const clusterLetter = (script) => CONSONANTS[CLUSTERS.indexOf(script)];

function plainWord({ text, script }) {
  if (/^[\0-\x7f]*$/.test(text)) return /^q[^aeiouy]*$/.test(text) ? spacedCode(text, "Latn") : text;
  return script !== "Latn" && table.plain.includes(script) ? text : spacedCode(text, script);
}

const singleWord = ({ text, script }) => `qq${clusterLetter(script)}${encoded(text, script)}`;
const doubleWord = (a, b) => `q${clusterLetter(b.script)}${encoded(a.text + b.text, b.script)}`;

// Runs of clusters, and every other token by itself.
function runs(found) {
  const all = [];
  for (const token of found) {
    const run = all.at(-1);
    if (run && isCluster(token) && run[0].script === token.script && !token.before.breaks) run.push(token);
    else all.push([token]);
  }
  return all;
}

const wordsOfRun = (run) => {
  if (!isCluster(run[0])) return [plainWord(run[0])];
  return run.length > 1 ? run.slice(1).map((token, place) => doubleWord(run[place], token)) : [singleWord(run[0])];
};

// Whether a token is a cluster of a script without spaces.
export const isCluster = ({ script }) => Boolean(table.clusters[script]);

const chained = (one, other) =>
  other.before.link &&
  one.script === other.script &&
  one.script !== "Zyyy" &&
  !isCluster(one) &&
  (other.before.link === "-" || [...one.text, ...other.text].length === 2);

// What may also be written as one word: compounds with hyphens, and initials with points, any two or more of them.
function solids(found) {
  const all = [];
  const add = (first, last) => {
    const members = found.slice(first, last + 1);
    const text = members.map((token) => token.text).join("");
    all.push({ word: plainWord({ text, script: members[0].script }), key: text, first, last });
  };
  for (let first = 0; first < found.length - 1; first += 1) {
    const { link } = found[first + 1].before;
    let last = first;
    while (last + 1 < found.length && found[last + 1].before.link === link && chained(found[last], found[last + 1])) {
      last += 1;
    }
    if (last === first) continue;
    if (link === "-") {
      if (last - first < LONGEST_COMPOUND) add(first, last);
    } else {
      for (let start = first; start < last; start += 1) {
        for (let end = start + 1; end <= Math.min(last, start + LONGEST_INITIALS - 1); end += 1) add(start, end);
      }
    }
    first = last - 1;
  }
  return all;
}

// The words of the index with the tokens that each is made of: {word, key, first, last}; `key` is its key in the
// vocabulary, `first` and `last` are places in `found`. What may also be one word comes at the end.
export function placedWords(found) {
  const placed = [];
  let first = 0;
  for (const run of runs(found)) {
    const width = run.length > 1 ? 1 : 0;
    wordsOfRun(run).forEach((word, place) => {
      const key = run.slice(place, place + width + 1).map((token) => token.text).join("");
      placed.push({ word, key, first: first + place, last: first + place + width });
    });
    first += run.length;
  }
  for (const solid of solids(found)) placed.push({ word: FILLER, key: "", first: 0, last: 0 }, solid);
  return placed;
}

export const indexWords = (found) => placedWords(found).map(({ word }) => word);

export const placedClusters = (found) =>
  found.flatMap((token, place) =>
    isCluster(token) ? [{ word: singleWord(token), key: token.text, first: place, last: place }] : [],
  );

// ---- queries

const hebrew = inside(table.scripts.Hebr);
const QUOTE = new RegExp(`([${hebrew}${inside(table.accents)}]"(?=[${hebrew}]))|([${literally(table.quotes)}])`, "gu");

function* quoted(text) {
  let start = 0;
  let inQuotes = false;
  for (const found of text.matchAll(QUOTE)) {
    if (!found[2]) continue;
    yield [start, text.slice(start, found.index), inQuotes];
    start = found.index + found[0].length;
    inQuotes = !inQuotes;
  }
  yield [start, text.slice(start), inQuotes];
}

function typedWords(found) {
  const groups = [];
  for (const token of found) {
    if (groups.length && token.before.joined) groups.at(-1).push(token);
    else groups.push([token]);
  }
  return groups;
}

const phrase = (members, words, prefix) => ({
  words,
  scripts: [...new Set(members.map((token) => token.script))],
  prefix,
  tokens: members,
});

// Whether a word is initials with points; the index has them as one word, as others write them.
const areInitials = (group) =>
  group.length > 1 &&
  group.length <= LONGEST_INITIALS &&
  group.slice(1).every((token, place) => token.before.link === "." && chained(group[place], token));

// The phrases of tokens that follow each other; a cluster alone beside others is one of its own.
function phrasesOf(group, last) {
  if (areInitials(group)) {
    const text = group.map((token) => token.text).join("");
    return [phrase(group, [plainWord({ text, script: group[0].script })], null)];
  }
  const found = [];
  let held = [];
  const close = (prefix) => {
    if (held.length) found.push(phrase(held.flat(), held.flatMap(wordsOfRun), prefix));
    held = [];
  };
  const all = runs(group);
  all.forEach((run, place) => {
    const ending = last && place === all.length - 1;
    const key = run.slice(-2).map((token) => token.text).join("");
    const alone = isCluster(run[0]) && run.length === 1;
    if (alone) close(null);
    held.push(run);
    if (alone || place === all.length - 1) close(ending ? key : null);
  });
  return found;
}

// A query's phrases: [{words, scripts, prefix, tokens}]; all of them have to be in a document. `prefix` is null, or the
// beginning of a key of the vocabulary, where the last word may be a beginning.
export function queryPhrases(typed) {
  const text = [...typed].slice(0, table.limits.characters).join("");
  const phrases = new Map();
  for (const [start, part, inQuotes] of quoted(text)) {
    const found = tokens(part);
    const groups = inQuotes && found.length ? [found] : typedWords(found);
    groups.forEach((group, position) => {
      const last = !inQuotes && position === groups.length - 1 && start + group.at(-1).end === text.length;
      for (const one of phrasesOf(group, last)) {
        const key = one.words.join(" ");
        if (!phrases.has(key) || one.prefix === null) phrases.set(key, one);
      }
    });
  }
  return [...phrases.values()].slice(0, table.limits.phrases);
}
