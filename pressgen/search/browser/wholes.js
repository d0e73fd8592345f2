// Names and numbers that are found as a whole: the one word of the index that stands for each. The same rule as
// pressgen/search/words/wholes.py, from the same table; tests/search/words holds both to it.
import table from "../data/words.json" with { type: "json" };
import { tokens } from "./tokens.js";
import { encoded, isCluster } from "./words.js";

const NUMBER = "Zyyy";
const LONGEST_NAME = 10;
const NAME = "qxx";
const NUMBERED = "qxw";
const MOST_IN_NUMBER = 12;
const FIGURES = "bcdfghjklm";

const isElided = (token, then) => then?.before.link === "'" && table.elisions.includes(token.text);

// The word of a name of several words; nothing for one word, and scripts without spaces.
export function wholeName(found) {
  const kept = found.filter((token, place) => !isElided(token, found[place + 1]));
  if (kept.length < 2 || kept.length > LONGEST_NAME) return "";
  const [{ script }] = kept;
  if (script === NUMBER || isCluster(kept[0]) || kept.some((token) => token.script !== script)) return "";
  return NAME + encoded([...new Set(kept.map(({ text }) => text))].join(""), script); // a query has each word once
}

const SAYING = table.number_words.map((word) => tokens(word).map(({ text }) => text));

// How many words say that a number follows: `No.`, `Rhif`, `លេខ`.
function said(found) {
  const begins = (word) => word.length < found.length && word.every((text, place) => found[place].text === text);
  return SAYING.find(begins)?.length ?? 0;
}

function part({ text, script }) {
  if (script !== NUMBER) return `w${encoded(text, script)}`;
  return `v${[...text.replace(/^0+(?=\d)/, "")].map((digit) => FIGURES[digit]).join("")}`;
}

// The word of the printed number of a release, without what says that it is one; nothing for a text without a digit.
export function wholeNumber(text) {
  const all = tokens(text);
  const found = all.slice(said(all));
  if (!found.length || found.length > MOST_IN_NUMBER || found.every(({ script }) => script !== NUMBER)) return "";
  return NUMBERED + found.map(part).join("");
}

// What of a query's phrases may be a name of several words: [{first, last, word}], places in `phrases`.
export function namesIn(phrases) {
  const names = [];
  for (let first = 0; first < phrases.length; first += 1) {
    const found = [];
    for (let last = first; last < phrases.length; last += 1) {
      found.push(...phrases[last].tokens);
      if (found.length > LONGEST_NAME || found.some(({ script }) => script !== found[0].script)) break;
      const word = wholeName(found);
      if (word) names.push({ first, last, word });
    }
  }
  return names;
}
