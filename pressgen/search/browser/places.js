// Find where the phrases of a query stand in a text, as the index finds them.

/** @import { Phrase, Wording } from "./query.js" */
/** @import { Token } from "./tokens.js" */
/** @import { Place, PlacedWord } from "./words.js" */

import { placedClusters, placedWords } from "./words.js";

/** @typedef {(placed: PlacedWord, word: string) => boolean} Matches */
/** @typedef {(placed: PlacedWord[], clusters: PlacedWord[], wording: Wording) => Place[]} Way */

const SHORTEST_STEM = 4;
const LONGEST_ENDING = 3;

/** @type {Matches} */
const same = (placed, word) => placed.word === word;

/**
 * True if two words are alike. The index finds words by their stems, which are not known here: one beginning with two
 * short endings is near enough.
 * @type {Matches}
 */
function akin(placed, word) {
  const { word: other } = placed;
  if (other === word) {
    return true;
  }
  if (!/^\p{L}+$/u.test(word) || /^q[^aeiouy]/.test(word)) {
    return false;
  }
  let length = 0;
  while (length < word.length && word[length] === other[length]) {
    length += 1;
  }
  const endings = Math.max(word.length, other.length) - length;
  return length >= SHORTEST_STEM && endings <= LONGEST_ENDING;
}

/**
 * Find where words that match one by one follow each other; the last may match in another way.
 * @param {PlacedWord[]} placed
 * @param {string[]} words
 * @param {Matches} matches
 * @param {Matches} endsLike
 * @returns {Place[]}
 */
function search(placed, words, matches, endsLike = matches) {
  const found = [];
  const end = words.length - 1;
  for (let start = 0; start + end < placed.length; start += 1) {
    const fits = words.every((word, place) => (place < end ? matches : endsLike)(placed[start + place], word));
    if (fits) {
      found.push({ first: placed[start].first, last: placed[start + end].last });
    }
  }
  return found;
}

/**
 * The ways in which a wording may stand in a block, the exact one first: as it was asked, as the beginning of words, as
 * a word that is alike.
 * @type {Way[]}
 */
const WAYS = [
  (placed, clusters, { words }) => [
    ...search(placed, words, same),
    ...(words.length > 1 ? [] : search(clusters, words, same)),
  ],
  (placed, _, { words, prefix }) => search(placed, words, same, begun(prefix)),
  (_, clusters, { words, prefix }) => (words.length > 1 ? [] : search(clusters, words, begun(prefix))),
  (placed, _, { words }) => search(placed, words, akin),
];

/** @type {(prefix: string | null) => Matches} */
const begun = (prefix) => (placed) => prefix !== null && placed.key.startsWith(prefix);

/**
 * Find for each block and each phrase the places of tokens, in order. A phrase is looked for in each way until it stands
 * in some block: where there is the word itself, another that is alike is not meant.
 * @param {Token[][]} blocks
 * @param {Phrase[]} phrases
 * @returns {Place[][][]}
 */
export function places(blocks, phrases) {
  const split = blocks.map((tokens) => ({ placed: placedWords(tokens), clusters: placedClusters(tokens) }));
  const byPhrase = phrases.map((phrase) => {
    for (const way of WAYS) {
      const found = split.map(({ placed, clusters }) => standing(way, placed, clusters, phrase));
      if (found.some((places) => places.length)) {
        return found;
      }
    }
    return split.map(() => []);
  });
  return split.map((_, block) => byPhrase.map((found) => found[block]));
}

/**
 * @param {Way} way
 * @param {PlacedWord[]} placed
 * @param {PlacedWord[]} clusters
 * @param {Phrase} phrase
 * @returns {Place[]}
 */
function standing(way, placed, clusters, phrase) {
  const found = [phrase, ...phrase.instead].flatMap((wording) => way(placed, clusters, wording));
  return found.sort((a, b) => a.first - b.first || a.last - b.last);
}
