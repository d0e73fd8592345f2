// Answer what a reader asks: the entries that have it, in order, with counts for the filters.
//
// The index says which entries have each phrase (lookup.js), the archive what they are (archive.js). Nothing here
// throws an error for what the network did: answers say that they are incomplete.

/** @import { Manifest } from "./archive.js" */
/** @import { Counts } from "./catalogue.js" */
/** @import { Excerpt } from "./excerpt.js" */
/** @import { Line } from "./line.js" */
/** @import { Answer, Places } from "./lookup.js" */
/** @import { Phrase } from "./query.js" */
/** @import { Filters } from "./state.js" */

import { Archive } from "./archive.js";
import { excerpt, ranges } from "./excerpt.js";
import { markedParts } from "./parts.js";
import { Lookup } from "./lookup.js";
import { places } from "./places.js";
import { queryPhrases } from "./query.js";
import { tokens } from "./tokens.js";
import { isFiguresAlone, namesIn, wholeNumber } from "./wholes.js";

/** @typedef {false | "partial" | "unreachable" | "unbuilt"} Incomplete Why something may be missing. */
/** @typedef {Line & { found: string[] }} FoundLine The line of an entry, and the languages in which words were found. */
/**
 * @typedef {object} SearchAnswer
 * @property {number} total
 * @property {number} from
 * @property {FoundLine[]} entries
 * @property {Counts | null} counts null until the catalogue has come, for which `counts` waits
 * @property {Incomplete} incomplete
 */
/** @typedef {{ filters?: Filters, order?: string, from?: number, count?: number }} Options */
/** @typedef {Excerpt & { language: string, dir: string, names: string[], href: string }} FoundExcerpt */
/** @typedef {{ languages: Set<string>, worth: number, exact: boolean }} Found The languages and worth of an entry; `exact` if its number was asked. */
/** @typedef {{ archive: Archive, lookup: Lookup }} Opened */
/** @typedef {{ found: Map<number, Found> | null, incomplete: Incomplete }} FoundEntries */

// Of a phrase in the title, among names and places, in the text; of one whose last word only begins so, a little less.
const WORTH = [100, 99, 10, 9.9, 1, 0.99];
/** @type {Incomplete} */
const WHOLE = false;
const PARTIAL = "partial";
const UNREACHABLE = "unreachable";
const UNBUILT = "unbuilt"; // the site was built where no index could be made

export class Search {
  #base;
  #language;
  /** @type {Promise<Opened | null> | null} */
  #opened = null;
  /** @type {{ text: string, answer: Promise<FoundEntries> } | null} */
  #last = null;

  /**
   * @param {URL | string} base the address of the site's root
   * @param {string} language that of the page
   */
  constructor(base, language) {
    this.#base = new URL(base, document.baseURI);
    this.#language = language;
  }

  /**
   * Find the entries that have every phrase of `text` and pass the filters (any of the values of each). An empty text
   * finds every release.
   * @param {string} text
   * @param {Options} options
   * @returns {Promise<SearchAnswer>}
   */
  async find(text, { filters = {}, order = "relevance", from = 0, count = 10 } = {}) {
    const opened = await this.#open();
    if (!opened) {
      return nothing(from, UNREACHABLE);
    }
    const { archive } = opened;
    const { found, incomplete } = await this.#answer(opened, text);
    const filtered = Object.values(filters).some((values) => values.length);
    const catalogue = filtered || !found ? await archive.catalogue() : archive.arrivedCatalogue;
    if ((filtered || !found) && !catalogue) {
      return nothing(from, UNREACHABLE);
    }
    const all = found ? [...found.keys()] : (catalogue?.all() ?? []);
    const kept = filtered && catalogue ? catalogue.filter(all, filters) : all;
    const shown = sorted(kept, found, order, archive.pages).slice(from, from + count);
    const lines = await archive.lines(shown, this.#language);
    const entries = shown.flatMap((entry, at) => {
      const line = lines[at];
      return line ? [{ ...line, found: [...(found?.get(entry)?.languages ?? [])] }] : [];
    });
    return {
      total: kept.length,
      from,
      entries,
      counts: catalogue?.counts(all, filters) ?? null,
      incomplete: incomplete || (entries.length < shown.length ? PARTIAL : WHOLE),
    };
  }

  /**
   * Count for each value of a filter how many of the found entries have it, or return null.
   * @param {string} text
   * @param {Options} options
   * @returns {Promise<Counts | null>}
   */
  async counts(text, { filters = {} } = {}) {
    const opened = await this.#open();
    const catalogue = await opened?.archive.catalogue();
    if (!opened || !catalogue) {
      return null;
    }
    const { found } = await this.#answer(opened, text);
    return catalogue.counts(found ? [...found.keys()] : catalogue.all(), filters);
  }

  /**
   * Return words in parts, with what `text` asks for marked.
   * @param {string} words
   * @param {string} text
   */
  marked(words, text) {
    const found = tokens(words);
    return markedParts(words, 0, words.length, ranges(found, places([found], queryPhrases(text))[0]));
  }

  /**
   * Return the best part of a found entry's text, or null: of the edition in which the words were found, that in the
   * language of the page before others. `names` are of those who took part.
   * @param {FoundLine} entry
   * @param {string} text
   * @returns {Promise<FoundExcerpt | null>}
   */
  async excerpt(entry, text) {
    const opened = await this.#open();
    const texts = await opened?.archive.texts(entry.text);
    const edition = this.#readable(entry).find(({ language }) => texts?.has(language));
    const content = edition && texts?.get(edition.language);
    if (!content) {
      return null;
    }
    const { language, dir, address } = edition;
    const { blocks, names } = content;
    return { language, dir, names, ...excerpt(blocks, queryPhrases(text)), href: new URL(address, this.#base).href };
  }

  /** Return the names of everything that can be filtered by, or null. */
  async labels() {
    return (await this.#open())?.archive.labels(this.#language) ?? null;
  }

  /**
   * List the editions of an entry, those first in which the words were found.
   * @param {FoundLine} entry
   */
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

  /** @returns {Promise<Opened | null>} */
  async #begin() {
    const root = new URL("assets/pressgen/search/", this.#base);
    try {
      const response = await fetch(new URL("manifest.json", root), { cache: "no-cache" });
      /** @type {Manifest | null} */
      const manifest = response.ok ? await response.json() : null;
      return manifest && { archive: new Archive(this.#base, root, manifest), lookup: new Lookup(root, manifest) };
    } catch {
      return null;
    }
  }

  /**
   * Find the entries that have every phrase, or null for all releases; the last answer is kept.
   * @param {Opened} opened
   * @param {string} text
   * @returns {Promise<FoundEntries>}
   */
  async #answer({ lookup }, text) {
    if (this.#last?.text !== text) {
      this.#last = { text, answer: this.#ask(lookup, text) };
    }
    const asked = this.#last;
    const answer = await asked.answer;
    if (answer.incomplete && this.#last === asked) {
      this.#last = null;
    }
    return answer;
  }

  /**
   * @param {Lookup} lookup
   * @param {string} text
   * @returns {Promise<FoundEntries>}
   */
  async #ask(lookup, text) {
    const phrases = queryPhrases(text);
    if (!phrases.length) {
      return { found: text.trim() ? new Map() : null, incomplete: WHOLE };
    }
    if (!lookup.available) {
      return { found: new Map(), incomplete: UNBUILT };
    }
    const number = wholeNumber(text);
    const [exact, ...answers] = await Promise.all([
      number ? lookup.entriesWhole(number) : ABSENT,
      ...phrases.map((phrase) => anyOf(lookup, phrase)),
    ]);
    const names = namesIn(phrases);
    const named = await Promise.all(names.map(({ word }) => lookup.entriesWhole(word)));
    for (const [at, { first, last }] of names.entries()) {
      for (const answer of answers.slice(first, last + 1)) {
        answer.places = together([answer.places, named[at].places]);
      }
    }
    const all = [exact, ...answers, ...named];
    // Whoever asks for `MFA/2022/17` means the release that is numbered so, and not one that mentions it.
    const isAlone = exact.places.size > 0 && !isFiguresAlone(number);
    const some = all.some(({ places }) => places.size) ? PARTIAL : UNREACHABLE;
    return {
      found: headed(isAlone ? new Map() : joined(answers.map(({ places }) => places)), exact.places),
      incomplete: all.every(({ arrived }) => arrived) ? WHOLE : some,
    };
  }
}

/**
 * Ask for a phrase in each of its wordings: the best place of each entry in each language.
 * @param {Lookup} lookup
 * @param {Phrase} phrase
 * @returns {Promise<Answer>}
 */
async function anyOf(lookup, phrase) {
  const wordings = [phrase, ...phrase.instead.map((wording) => ({ ...phrase, ...wording }))];
  const answers = await Promise.all(wordings.map((wording) => lookup.entriesWith(wording)));
  return { places: together(answers.map(({ places }) => places)), arrived: answers.every(({ arrived }) => arrived) };
}

/**
 * Unite answers: the best place of each entry in each language.
 * @param {Places[]} answers
 * @returns {Places}
 */
function together([first, ...others]) {
  const all = new Map(first);
  for (const [entry, languages] of others.flatMap((places) => [...places])) {
    const best = new Map(all.get(entry));
    for (const [tag, place] of languages) {
      best.set(tag, Math.min(place, best.get(tag) ?? place));
    }
    all.set(entry, best);
  }
  return all;
}

/** @type {Answer} */
const ABSENT = { places: new Map(), arrived: true };

/** @type {(from: number, incomplete: Incomplete) => SearchAnswer} */
const nothing = (from, incomplete) => ({ total: 0, from, entries: [], counts: null, incomplete });

/**
 * Keep the entries that have all of several phrases; an entry is worth the best place of each phrase.
 * @param {Places[]} answers
 * @returns {Map<number, Found>}
 */
function joined([first, ...others]) {
  /** @type {Map<number, Found>} */
  const having = new Map();
  for (const [entry, languages] of first) {
    const rest = others.flatMap((places) => places.get(entry) ?? []);
    if (rest.length === others.length) {
      const each = [languages, ...rest];
      const worth = each.reduce((sum, places) => sum + WORTH[Math.min(...places.values())], 0);
      having.set(entry, { languages: new Set(each.flatMap((places) => [...places.keys()])), worth, exact: false });
    }
  }
  return having;
}

/**
 * Put the entries whose printed number is what was asked before all others, whatever the order.
 * @param {Map<number, Found>} found
 * @param {Places} exact
 * @returns {Map<number, Found>}
 */
function headed(found, exact) {
  for (const [entry, places] of exact) {
    const { languages, worth } = found.get(entry) ?? { languages: new Set(places.keys()), worth: 0 };
    found.set(entry, { languages, worth, exact: true });
  }
  return found;
}

/**
 * Order entries: an exact number, then by worth unless by date, then the newest first; pages of the site, which have no
 * date, come last.
 * @param {number[]} entries
 * @param {Map<number, Found> | null} found
 * @param {string} order
 * @param {number} pages
 */
function sorted(entries, found, order, pages) {
  /** @param {number} entry */
  const worth = (entry) => {
    const known = found?.get(entry);
    if (known?.exact) {
      return Number.MAX_VALUE;
    }
    return order === "date" ? 0 : (known?.worth ?? 0);
  };
  /** @param {number} entry */
  const age = (entry) => (entry < pages ? entry : pages - 1 - entry);
  return [...entries].sort((a, b) => worth(b) - worth(a) || age(b) - age(a));
}
