// Search: what a reader asks comes in; the releases that answer it, in order, with counts for the filters, go out.
//
// The index says which entries have each phrase (lookup.js), the archive what they are (archive.js). Nothing here
// raises an error for what the network did: answers say that they are incomplete.

import { Archive } from "./archive.js";
import { excerpt, ranges } from "./excerpt.js";
import { parted } from "./parts.js";
import { Lookup } from "./lookup.js";
import { places } from "./places.js";
import { queryPhrases } from "./query.js";
import { tokens } from "./tokens.js";
import { namesIn, wholeNumber } from "./wholes.js";

// Of a phrase in the title, among names and places, in the text; of one whose last word only begins so, a little less.
const WORTH = [100, 99, 10, 9.9, 1, 0.99];
const WHOLE = false;
const PARTIAL = "partial";
const UNREACHABLE = "unreachable";
const UNBUILT = "unbuilt"; // the site was built where no index could be made

export class Search {
  #base;
  #language;
  /** @type {Promise<any> | null} */
  #opened = null;
  /** @type {{text: string | null, answer: Promise<any> | null}} */
  #last = { text: null, answer: null };

  // `base` is the address of the site's root, `language` that of the page.
  constructor(base, language) {
    this.#base = new URL(base, document.baseURI);
    this.#language = language;
  }

  // Find the entries that have every phrase of `text` and pass the filters (any of the values of each).
  // An empty text finds every release. Gives `{total, from, entries, counts, incomplete}`; counts are null until the
  // catalogue has come, for which `counts` waits; `incomplete` is false, or why something may be missing.
  async find(text, { filters = {}, order = "relevance", from = 0, count = 10 } = {}) {
    const opened = await this.#open();
    if (!opened) {
      return nothing(from, UNREACHABLE);
    }
    const { archive } = opened;
    const { places, incomplete } = await this.#answer(opened, text);
    const filtered = Object.values(filters).some((values) => values.length);
    const catalogue = filtered || !places ? await archive.catalogue() : archive.arrivedCatalogue;
    if ((filtered || !places) && !catalogue) {
      return nothing(from, UNREACHABLE);
    }
    const found = places ? [...places.keys()] : catalogue.all();
    const kept = filtered ? catalogue.filter(found, filters) : found;
    const shown = sorted(kept, places, order, archive.pages).slice(from, from + count);
    const lines = await archive.lines(shown, this.#language);
    const entries = shown
      .map((entry, at) => lines[at] && { ...lines[at], found: [...(places?.get(entry)?.keys() ?? [])] })
      .filter(Boolean);
    return {
      total: kept.length,
      from,
      entries,
      counts: catalogue ? catalogue.counts(found, filters) : null,
      incomplete: incomplete || (entries.length < shown.length ? PARTIAL : WHOLE),
    };
  }

  // Give for each filter how many of the found entries each value has: `{year: [[value, number], …], …}`, or null.
  async counts(text, { filters = {} } = {}) {
    const opened = await this.#open();
    const catalogue = await opened?.archive.catalogue();
    if (!catalogue) {
      return null;
    }
    const { places } = await this.#answer(opened, text);
    return catalogue.counts(places ? [...places.keys()] : catalogue.all(), filters);
  }

  // Give some words in parts, what `text` asks for marked: `[{text, marked}]`.
  marked(words, text) {
    const found = tokens(words);
    return parted(words, 0, words.length, ranges(found, places([found], queryPhrases(text))[0]));
  }

  // Give the best part of a found entry's text: `{language, dir, names, parts: [{text, marked}], before, after, anchor,
  // href}`, or null; `before` and `after` say whether the text goes on there, `names` are of those who took part.
  // It is of the edition in which the words were found, that in the language of the page before others.
  async excerpt(entry, text) {
    const opened = await this.#open();
    const texts = await opened?.archive.texts(entry.text);
    const edition = this.#readable(entry).find(({ language }) => texts?.has(language));
    if (!edition) {
      return null;
    }
    const { language, dir, address } = edition;
    const { blocks, names } = texts.get(language);
    const { anchor, ...found } = excerpt(blocks, queryPhrases(text));
    return { language, dir, names, ...found, anchor, href: new URL(address, this.#base).href };
  }

  // Give the names of all that can be filtered by, `{kind: {id: name}, …}`, or null.
  async labels() {
    return (await this.#open())?.archive.labels(this.#language) ?? null;
  }

  // Give the editions of an entry, those first in which the words were found.
  #readable({ address, title, editions, found }) {
    const [, language, dir] = title;
    const own = { language: language || this.#language, dir: dir || document.body.dir || "ltr", address };
    const all = [own, ...editions.filter(({ language }) => language !== own.language)];
    return [...all.filter(({ language }) => found.includes(language)), ...all];
  }

  async #open() {
    this.#opened ??= this.#begin();
    const opened = await this.#opened;
    if (!opened) {
      this.#opened = null; // so that trying again tries again
    }
    return opened;
  }

  async #begin() {
    const root = new URL("assets/pressgen/search/", this.#base);
    try {
      const response = await fetch(new URL("manifest.json", root), { cache: "no-cache" });
      const manifest = response.ok ? await response.json() : null;
      return manifest && { archive: new Archive(this.#base, root, manifest), lookup: new Lookup(root, manifest) };
    } catch {
      return null;
    }
  }

  // Give the entries that have every phrase, with where: a map from entry to languages to places; null for all.
  async #answer({ lookup }, text) {
    if (this.#last.text !== text) {
      this.#last = { text, answer: this.#ask(lookup, text) };
    }
    const asked = this.#last;
    const answer = await asked.answer;
    if (answer.incomplete && this.#last === asked) {
      this.#last = { text: null, answer: null };
    }
    return answer;
  }

  async #ask(lookup, text) {
    const phrases = queryPhrases(text);
    if (!phrases.length) {
      return { places: text.trim() ? new Map() : null, incomplete: WHOLE };
    }
    if (!lookup.available) {
      return { places: new Map(), incomplete: UNBUILT };
    }
    const number = wholeNumber(text);
    const [exact, ...answers] = await Promise.all([
      number ? lookup.entriesWhole(number) : ABSENT,
      ...phrases.map((phrase) => anyOf(lookup, phrase)),
    ]);
    const names = namesIn(phrases);
    const named = await Promise.all(names.map(({ word }) => lookup.entriesWhole(word)));
    for (const [at, { first, last }] of names.entries()) {
      for (const answer of answers.slice(first, last + 1)) answer.places = together([answer.places, named[at].places]);
    }
    const all = [exact, ...answers, ...named];
    const reached = all.every(({ arrived }) => arrived)
      ? WHOLE
      : all.some(({ places }) => places.size)
        ? PARTIAL
        : UNREACHABLE;
    return { places: headed(joined(answers.map(({ places }) => places)), exact.places), incomplete: reached };
  }
}

// Ask for a phrase in each of its wordings: the best place of each entry in each language.
async function anyOf(lookup, phrase) {
  const wordings = [phrase, ...phrase.instead.map((wording) => ({ ...phrase, ...wording }))];
  const answers = await Promise.all(wordings.map((wording) => lookup.entriesWith(wording)));
  return { places: together(answers.map(({ places }) => places)), arrived: answers.every(({ arrived }) => arrived) };
}

// Unite answers: the best place of each entry in each language.
function together(/** @type {any[]} */ [first, ...others]) {
  const all = new Map(first);
  for (const [entry, languages] of others.flatMap((places) => [...places])) {
    const best = new Map(all.get(entry));
    for (const [tag, place] of languages) best.set(tag, Math.min(place, best.get(tag) ?? place));
    all.set(entry, best);
  }
  return all;
}

const ABSENT = { places: new Map(), arrived: true };

const nothing = (from, incomplete) => ({ total: 0, from, entries: [], counts: null, incomplete });

// Join the answers to several phrases: entries that have all, with the places of each phrase in each language.
function joined(/** @type {any[]} */ [first, ...others]) {
  const having = new Map();
  for (const [entry, languages] of first) {
    const each = [languages, ...others.map((places) => places.get(entry))];
    if (each.every(Boolean)) {
      const tags = new Set(each.flatMap((one) => [...one.keys()]));
      const worth = each.reduce((sum, one) => sum + WORTH[Math.min(...one.values())], 0);
      having.set(entry, Object.assign(new Map([...tags].map((tag) => [tag, true])), { worth }));
    }
  }
  return having;
}

// Put the entries whose printed number is what was asked before all others, whatever the order.
function headed(found, exact) {
  for (const [entry, languages] of exact) {
    found.set(entry, Object.assign(found.get(entry) ?? languages, { exact: true }));
  }
  return found;
}

// Order entries: an exact number, then by worth unless by date, then the newest first; pages of the site, which have no
// date, come last.
function sorted(entries, places, order, pages) {
  const worth = (entry) => {
    const found = places?.get(entry);
    return found?.exact ? Number.MAX_VALUE : order === "date" ? 0 : (found?.worth ?? 0);
  };
  const age = (entry) => (entry < pages ? entry : pages - 1 - entry);
  return [...entries].sort((one, other) => worth(other) - worth(one) || age(other) - age(one));
}
