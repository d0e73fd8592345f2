// The tokens of a text's blocks and the phrases of a query come in; where each phrase stands goes out, as the index
// finds it.
import { placedClusters, placedWords } from "./words.js";

const SHORTEST_STEM = 4;
const LONGEST_ENDING = 3;

const same = (placed, word) => placed.word === word;

// The index finds words by their stems, which are not known here: one beginning with two short endings is near enough.
function akin(placed, word) {
  const { word: other } = placed;
  if (other === word) return true;
  if (!/^\p{L}+$/u.test(word) || /^q[^aeiouy]/.test(word)) return false;
  let length = 0;
  while (length < word.length && word[length] === other[length]) length += 1;
  const endings = Math.max(word.length, other.length) - length;
  return length >= SHORTEST_STEM && endings <= LONGEST_ENDING;
}

// Where words that match one by one follow each other; the last may match in another way.
function search(placed, words, matches, endsLike = matches) {
  const found = [];
  const end = words.length - 1;
  for (let start = 0; start + end < placed.length; start += 1) {
    const fits = words.every((word, place) => (place < end ? matches : endsLike)(placed[start + place], word));
    if (fits) found.push({ first: placed[start].first, last: placed[start + end].last });
  }
  return found;
}

// The ways in which a wording may stand in a block, the exact one first: as it was asked, as the beginning of words, as
// a word that is alike.
const WAYS = [
  (placed, clusters, { words }) => [
    ...search(placed, words, same),
    ...(words.length > 1 ? [] : search(clusters, words, same)),
  ],
  (placed, _, { words, prefix }) => search(placed, words, same, begun(prefix)),
  (_, clusters, { words, prefix }) => (words.length > 1 ? [] : search(clusters, words, begun(prefix))),
  (placed, _, { words }) => search(placed, words, akin),
];

const begun = (prefix) => (one) => prefix !== null && one.key.startsWith(prefix);

// For each block and each phrase the places in order: [[[{first, last}]]], the numbers of tokens. A phrase is looked for
// in each way until it stands in some block: where there is the word itself, another that is alike is not meant.
export function places(blocks, phrases) {
  const cut = blocks.map((tokens) => [placedWords(tokens), placedClusters(tokens)]);
  const byPhrase = phrases.map((phrase) => {
    for (const way of WAYS) {
      const found = cut.map(([placed, clusters]) => standing(way, placed, clusters, phrase));
      if (found.some((places) => places.length)) return found;
    }
    return cut.map(() => []);
  });
  return cut.map((_, block) => byPhrase.map((found) => found[block]));
}

function standing(way, placed, clusters, phrase) {
  const found = [phrase, ...phrase.instead].flatMap((wording) => way(placed, clusters, wording));
  return found.sort((a, b) => a.first - b.first || a.last - b.last);
}
