// Read what a reader typed as phrases that are asked of the index, each with the other ways to write it.
//
// tests/search/words/query.py does the same in Python, by the same table; the tests compare both.

/** @import { Token } from "./tokens.js" */

import { inside, literally, table } from "./table.js";
import { tokens } from "./tokens.js";
import {
  LONGEST_INITIALS,
  chained,
  isCluster,
  joinedTokens,
  pointedWord,
  runs,
  solid,
  textOf,
  wordsOfRun,
} from "./words.js";

/**
 * @typedef {object} Wording Words that follow each other in the index; one word is a phrase too.
 * @property {string[]} words
 * @property {string | null} prefix where the last word may be a beginning: the beginning of a key of the vocabulary
 */
/**
 * @typedef {object} PhraseOwn
 * @property {string[]} scripts
 * @property {Token[]} tokens
 * @property {Wording[]} instead other ways to write the same
 */
/** @typedef {Wording & PhraseOwn} Phrase What has to be found in one of its wordings. */

const NUMBER = "Zyyy";
const MOST_WAYS = 5;
const GROUP = 3; // figures that stand together in a long number
const LONGEST_WHOLE = 4; // figures of a number that nobody groups
const OPEN = ["", "*"]; // what may follow a last word that may be a beginning

/** @param {{ script: string }} token */
const isNumber = ({ script }) => script === NUMBER;

// ---- other ways to write the same

/** @type {(previous: Token, token: Token) => boolean} */
const continues = (previous, token) =>
  isNumber(token) && token.text.length === GROUP && !token.before.joined && token.start === previous.end + 1;

/**
 * Count the tokens from the first on that are the groups of one number, with nothing but spaces between.
 * @param {Token[]} found
 * @returns {number}
 */
function spacedNumber(found) {
  if (!found.length || !isNumber(found[0]) || found[0].text.length > GROUP || found[0].text[0] === "0") {
    return 0;
  }
  let size = 1;
  while (size < found.length && continues(found[size - 1], found[size])) {
    size += 1;
  }
  return size > 1 ? size : 0;
}

/**
 * @param {Token} token
 * @returns {Token[]}
 */
function groups(token) {
  const { text } = token;
  if (!isNumber(token) || text.length <= LONGEST_WHOLE) {
    return [token];
  }
  /** @type {Token[]} */
  const parts = [];
  for (let end = text.length; end > 0; end -= GROUP) {
    parts.unshift({ ...token, text: text.slice(Math.max(0, end - GROUP), end) });
  }
  return parts;
}

/**
 * Toggle the spaces between groups of digits: `45 300` and `45300`.
 * @param {Token[]} found
 * @returns {Token[]}
 */
function regrouped(found) {
  /** @type {Token[]} */
  const made = [];
  for (let place = 0; place < found.length; ) {
    const size = spacedNumber(found.slice(place));
    made.push(...(size ? [joinedTokens(found.slice(place, place + size))] : groups(found[place])));
    place += size || 1;
  }
  return made;
}

/** @type {(found: Token[], place: number) => boolean} */
const joins = (found, place) =>
  place > 0 &&
  place < found.length &&
  found[place].before.joined &&
  isNumber(found[place]) &&
  isNumber(found[place - 1]);

/**
 * True if a number has a decimal point before or behind it: it is one of two, where a date has three.
 * @param {Token[]} found
 * @param {number} place
 * @returns {boolean}
 */
function isDecimal(found, place) {
  const second = joins(found, place) ? place : place + 1;
  if (joins(found, second - 1) || !joins(found, second) || joins(found, second + 1)) {
    return false;
  }
  const { link, stops } = found[second].before;
  return link === "." || stops;
}

/** @type {(written: (text: string) => string) => (found: Token[]) => Token[]} */
const renumbered = (written) => (found) =>
  found.map((token, place) =>
    isNumber(token) && !isDecimal(found, place) ? { ...token, text: written(token.text) } : token,
  );

// Numbers of one figure, as of a day or a month, with a zero before them, and without it.
const padded = renumbered((text) => (/^[1-9]$/.test(text) ? `0${text}` : text));
const stripped = renumbered((text) => (/^0.$/.test(text) ? text[1] : text));

/** @type {(tokens: Token[], others: Token[]) => boolean} */
const alike = (tokens, others) =>
  tokens.length === others.length && tokens.every((token, place) => token.text === others[place].text);

/**
 * Return the other ways to write tokens that follow each other: any of these changes, and some together.
 * @param {Token[]} typed
 * @returns {Token[][]}
 */
function writtenOtherwise(typed) {
  const ways = [typed];
  for (const change of [solid, regrouped, padded, stripped]) {
    const earlier = [...ways];
    for (const changed of ways.map(change)) {
      if (!earlier.some((way) => alike(way, changed))) {
        ways.push(changed);
      }
    }
  }
  return ways.slice(1, MOST_WAYS + 1);
}

// ---- phrases

const hebrew = inside(table.scripts.Hebr);
const QUOTE = new RegExp(`([${hebrew}${inside(table.accents)}]"(?=[${hebrew}]))|([${literally(table.quotes)}])`, "gu");

/**
 * Divide a text at quotation marks.
 * @param {string} text
 * @returns {Generator<[start: number, part: string, inQuotes: boolean]>}
 */
function* quoted(text) {
  let start = 0;
  let inQuotes = false;
  for (const found of text.matchAll(QUOTE)) {
    if (!found[2]) {
      continue;
    }
    yield [start, text.slice(start, found.index), inQuotes];
    start = found.index + found[0].length;
    inQuotes = !inQuotes;
  }
  yield [start, text.slice(start), inQuotes];
}

/** @type {(previous: Token, token: Token) => boolean} */
const stopped = (previous, token) => token.before.stops && !(isNumber(previous) && isNumber(token));

/**
 * Group tokens without white space between; a comma parts words, and what is elided is left out.
 * @param {Token[]} found
 * @returns {Token[][]}
 */
function typedWords(found) {
  /** @type {Token[][]} */
  const all = [];
  for (const token of found) {
    const group = all.at(-1);
    if (!group || !token.before.joined || stopped(group[group.length - 1], token)) {
      all.push([token]);
    } else if (group.length === 1 && token.before.link === "'" && table.elisions.includes(group[0].text)) {
      all.splice(-1, 1, [token]);
    } else {
      group.push(token);
    }
  }
  return all;
}

/**
 * Find numbers whose groups are words by themselves, `45 300`, by the places of these words.
 * @param {Token[][]} words
 * @returns {Map<number, Token>}
 */
function wholes(words) {
  const found = new Map();
  for (let place = 0; place < words.length; ) {
    const rest = words.slice(place);
    const end = rest.findIndex((group) => group.length > 1);
    const alone = rest.slice(0, end < 0 ? rest.length : end).map(([token]) => token);
    const size = spacedNumber(alone);
    for (let at = place; at < place + size; at += 1) {
      found.set(at, joinedTokens(alone.slice(0, size)));
    }
    place += size || 1;
  }
  return found;
}

/** @type {(members: Token[], words: string[], prefix: string | null) => Phrase} */
const phrase = (members, words, prefix) => ({
  words,
  scripts: [...new Set(members.map((token) => token.script))],
  prefix,
  tokens: members,
  instead: [],
});

/**
 * True if a word is initials with points; the index has them as one word, as others write them.
 * @param {Token[]} group
 */
const areInitials = (group) =>
  group.length > 1 &&
  group.length <= LONGEST_INITIALS &&
  group.slice(1).every((token, place) => token.before.link === "." && chained(group[place], token));

/**
 * Return the phrases of tokens that follow each other, each with the other ways to write it.
 * @param {Token[]} group
 * @param {Token | undefined} whole
 * @param {boolean} last
 * @returns {Phrase[]}
 */
function phrasesOf(group, whole, last) {
  if (areInitials(group)) {
    return [phrase(group, [pointedWord(textOf(group), group[0].script)], null)];
  }
  const others = writtenOtherwise(group).map((other) => parted(other, last));
  if (whole) {
    others.push(parted([whole], last));
  }
  return parted(group, last).map((one, place) => {
    /** @type {Map<string, Wording>} */
    const instead = new Map();
    for (const { words, prefix } of others.map((other) => other[place])) {
      if (words.join(" ") !== one.words.join(" ")) {
        instead.set(words.join(" "), { words, prefix });
      }
    }
    return { ...one, instead: [...instead.values()] };
  });
}

/**
 * True if a run stands between two of other scripts, as 年 in `2022年2月`.
 * @param {Token[][]} all
 * @param {number} place
 */
function isBetweenOthers(all, place) {
  const [before, own, after] = [place - 1, place, place + 1].map((at) => all[at]?.[0].script);
  return Boolean(before && after) && own !== before && own !== after;
}

/**
 * Part tokens that follow each other into phrases. A cluster alone at an end is a phrase of its own: in a text it may
 * have neighbours. Between numbers or words it has none.
 * @param {Token[]} group
 * @param {boolean} last
 * @returns {Phrase[]}
 */
function parted(group, last) {
  /** @type {Phrase[]} */
  const found = [];
  /** @type {Token[][]} */
  let held = [];
  /** @param {string | null} prefix */
  const close = (prefix) => {
    if (held.length) {
      found.push(phrase(held.flat(), held.flatMap(wordsOfRun), prefix));
    }
    held = [];
  };
  const all = runs(group);
  all.forEach((run, place) => {
    const ending = last && place === all.length - 1;
    const key = textOf(run.slice(-2));
    const alone = isCluster(run[0]) && run.length === 1 && !isBetweenOthers(all, place);
    if (alone) {
      close(null);
    }
    held.push(run);
    if (alone || place === all.length - 1) {
      close(ending ? key : null);
    }
  });
  return found;
}

/**
 * Leave out what a limit cut in two: a word, or the groups of a number.
 * @param {Token[]} found
 * @returns {Token[]}
 */
function withoutTheCut(found) {
  let size = found.length - 1;
  while (size > 0 && isNumber(found[size - 1]) && found[size].start <= found[size - 1].end + 1) {
    size -= 1;
  }
  return size > 0 ? found.slice(0, size) : found;
}

/**
 * Read a query as phrases; all of them have to be in a document, each in its own words or in one of `instead`.
 * @param {string} typed
 * @returns {Phrase[]}
 */
export function queryPhrases(typed) {
  const text = [...typed].slice(0, table.limits.characters).join("");
  /** @type {Map<string, Phrase>} */
  const phrases = new Map();
  for (const [start, part, inQuotes] of quoted(text)) {
    const all = tokens(part);
    const found = typed.length > text.length && start + part.length === text.length ? withoutTheCut(all) : all;
    const words = inQuotes && found.length ? [found] : typedWords(found);
    const numbers = inQuotes ? new Map() : wholes(words);
    words.forEach((group, place) => {
      const last =
        !inQuotes && place === words.length - 1 && OPEN.includes(text.slice(start + group[group.length - 1].end));
      for (const one of phrasesOf(group, numbers.get(place), last)) {
        const key = one.words.join(" ");
        if (!phrases.has(key) || one.prefix === null) {
          phrases.set(key, one);
        }
      }
    });
  }
  return [...phrases.values()].slice(0, table.limits.phrases);
}
