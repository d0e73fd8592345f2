// Texts as pages set them: a text comes in, whole or in parts of which some are marked, and nodes go out, in which no line
// breaks a name or a known word, and numbers among letters that are read from right to left stand as written. The same
// rules as pressgen/views/titles.py and setting.py, from the same tables; tests/search/words holds both to them.
import rules from "./rules.json" with { type: "json" };
import { made, worded } from "./dom.js";
import { parted } from "./parts.js";

const all = (name) => new RegExp(rules[name], "gu");
const [EXPRESSION, COMPOUND] = ["expression", "compound"].map(all);
const has = (name) => {
  const pattern = new RegExp(rules[name], "u");
  return (text) => pattern.test(text);
};
const [isPlain, isOwnRange, hasArabicDigit, isTurned] = ["plain", "ownRange", "arabicDigit", "turned"].map(has);
const [isParted, isUnspaced] = ["parted", "unspaced"].map(has);

const room = (text) => [...text.replace(/\p{M}/gu, "")].length;
const fits = (text, longest) => room(text) > 1 && room(text) <= longest;
const shortNames = (names) => names.filter((name) => fits(name, rules.longestKept));
const staysWhole = (name) => fits(name, rules.longestKept) && (isParted(name) || isUnspaced(name));
const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

// An element-to-be: from where to where in the text, and what stands in it.
const whole = (start, end, within = []) => ({ start, end, name: "span", attributes: { class: "pg-kept" }, within });

// The numbers between two places of a text, which may be a part of what decides whether they would be turned.
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

// The names and known words between two places of a text, and the numbers between these.
function kept(text, start, end, tag, names) {
  /** @type {Record<string, string[]>} */
  const byLanguage = rules.words;
  const known = byLanguage[tag] ?? (isUnspaced(text.slice(start, end)) ? byLanguage.km : []);
  const words = [...new Set([...names, ...known])].sort((one, other) => other.length - one.length);
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

// The phrases of a name in a script that writes no words apart, each whole where it is short.
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

function ofName(name, tag) {
  if (staysWhole(name)) return [whole(0, name.length, numbers(name, 0, name.length))];
  if (isUnspaced(name)) return phrases(name);
  return kept(name, 0, name.length, tag, shortNames(name.match(COMPOUND) ?? []));
}

// The nodes of a text between two places; what is marked may reach over the ends of elements.
function nodes(text, from, to, elements, marks) {
  const plain = (start, end) =>
    parted(text, start, end, marks).map(({ text: part, marked }) => (marked ? made("mark", {}, part) : part));
  const found = [];
  let done = from;
  for (const { start, end, name, attributes, within } of elements) {
    found.push(...plain(done, start), made(name, attributes, ...nodes(text, start, end, within, marks)));
    done = end;
  }
  return [...found, ...plain(done, to)];
}

function marksOf(parts) {
  let end = 0;
  return parts.map(({ text, marked }) => [end, (end += text.length), marked]).filter(([, , marked]) => marked);
}

// Set a title or a day, given as parts; `names` are those of several words in it.
export function titled(parts, tag, names = []) {
  const text = parts.map((part) => part.text).join("");
  return nodes(text, 0, text.length, kept(text, 0, text.length, tag, names), marksOf(parts));
}

// Set words of the interface.
export const said = (text) => titled([{ text }], "");

// Set running text, given as parts, with the names of those who took part.
export function running(parts, tag, names = []) {
  return titled(parts, tag, shortNames(names.filter((name) => name.includes(" ") || isUnspaced(name))));
}

// Set a name of a person, office, body or country.
export const nameOf = (name, tag) => nodes(name, 0, name.length, ofName(name, tag), []);

// Make a name, `words` or `[words, language, direction]`, that keeps its own direction whatever stands beside it.
export function named(words) {
  const [name, lang] = worded(words);
  return staysWhole(name)
    ? made("bdi", { class: "pg-kept", lang: lang || null }, name)
    : made("bdi", { lang: lang || null }, ...nameOf(name, lang));
}
