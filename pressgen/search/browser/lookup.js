// Which entries have a phrase, in every language whose index can have it: asks the indexes, remembers the answers.

import { fetched } from "./fetched.js";
import { Index } from "./index.js";
import { after, pieceOf } from "./order.js";

const EXPANSIONS = 64; // so many words are tried for the beginning of one
const PIECES = 3; // of the vocabulary are fetched for it: a beginning of one letter has hundreds

// Number where a phrase stands (0 title, 1 names, 2 text), so that its last word itself comes before words that only
// begin so: 0 and 1 are the title, 2 and 3 names, 4 and 5 the text.
const placed = (place, begun) => 2 * place + (begun ? 1 : 0);

export class Lookup {
  #root;
  #manifest;
  #indexes = new Map();
  #answers = new Map();
  #pieces = new Map();

  // `root` is the address of the folder of the index, `manifest` what it holds.
  constructor(root, manifest) {
    this.#root = root;
    this.#manifest = manifest;
  }

  // Say whether there is an index: without one, filters and lists serve all the same.
  get available() {
    return this.#manifest.available;
  }

  // Give the languages whose documents have a phrase of these scripts, if any has.
  languagesOf(scripts) {
    const { owners, languages } = this.#manifest;
    const written = [...scripts].filter((script) => script !== "Zyyy");
    const asked = written.flatMap((script) => owners[script] ?? owners["*"]);
    return [...new Set(written.length ? asked : owners["*"])].filter((tag) => languages[tag]);
  }

  // Give the entries that have a phrase: `places` maps each to where by language, as `placed` numbers it.
  // `arrived` is false where an index did not come.
  async entriesWith(phrase) {
    const tags = this.languagesOf(phrase.scripts);
    const answers = await Promise.all(tags.map((tag) => this.#entriesIn(tag, phrase)));
    const places = new Map();
    for (const [at, answer] of answers.entries()) {
      for (const [entry, place] of answer ?? []) {
        const found = places.get(entry) ?? places.set(entry, new Map()).get(entry);
        found.set(tags[at], place);
      }
    }
    return { places, arrived: answers.every(Boolean) };
  }

  // Give the entries that have a word for a whole name or number, as `entriesWith` does, under no language: such words
  // stand in the index of the site's first.
  async entriesWhole(word) {
    const { places, arrived } = await this.entriesWith({ words: [word], scripts: [], prefix: null });
    return {
      places: new Map([...places].map(([entry, found]) => [entry, new Map([["", Math.min(...found.values())]])])),
      arrived,
    };
  }

  // Give the entries of a language that have a phrase, with where, or null where something did not arrive. The last word
  // of a phrase may be the beginning of others.
  async #entriesIn(tag, { words, prefix }) {
    const longer = prefix ? await this.#wordsFrom(tag, prefix) : [];
    const begun = longer?.map((word) => [...words.slice(0, -1), word]) ?? [];
    const [whole, others] = await Promise.all([this.#having(tag, [words]), this.#having(tag, begun)]);
    if (!longer || !whole || !others) {
      return null;
    }
    const found = new Map([...others].map(([entry, place]) => [entry, placed(place, true)]));
    for (const [entry, place] of whole) {
      found.set(entry, Math.min(placed(place, false), found.get(entry) ?? Infinity));
    }
    return found;
  }

  // Give the entries of a language that have any of these phrases, or null.
  async #having(tag, phrases) {
    const key = `${tag} ${phrases.map((words) => words.join(" ")).join("|")}`;
    const known =
      this.#answers.get(key) ??
      this.#index(tag)
        .entriesWith(phrases)
        .catch(() => null);
    this.#answers.set(key, known);
    const found = await known;
    if (!found) {
      this.#answers.delete(key);
    }
    return found;
  }

  // Give the words of a language's index that begin with `beginning`, the shortest first, or null.
  async #wordsFrom(tag, beginning) {
    const { path, firsts } = this.#manifest.languages[tag].words;
    const found = [];
    const begin = pieceOf(firsts, beginning);
    for (let number = begin; number < Math.min(begin + PIECES, firsts.length); number++) {
      const piece = await this.#piece(`${path}${number}.txt`);
      if (!piece) {
        return null;
      }
      found.push(...piece.filter(([key]) => key.startsWith(beginning)));
      const next = firsts[number + 1];
      if (next === undefined || (after(next, beginning) && !next.startsWith(beginning))) {
        break;
      }
    }
    found.sort(([one], [other]) => one.length - other.length);
    return found.slice(0, EXPANSIONS).map(([, word]) => word);
  }

  async #piece(path) {
    if (!this.#pieces.has(path)) {
      const lines = fetched(new URL(path, this.#root), (response) => response.text())
        .then((text) =>
          text
            .split("\n")
            .filter(Boolean)
            .map((line) => line.split("\t")),
        )
        .then((split) => split.map(([key, word]) => [key, word ?? key]));
      this.#pieces.set(
        path,
        lines.catch(() => null),
      );
    }
    const piece = await this.#pieces.get(path);
    if (!piece) {
      this.#pieces.delete(path);
    }
    return piece;
  }

  #index(tag) {
    if (!this.#indexes.has(tag)) {
      this.#indexes.set(tag, new Index(this.#root, this.#manifest.languages[tag]));
    }
    return this.#indexes.get(tag);
  }
}
