// Which entries have a phrase, in every language whose index can have it: asks the workers, remembers the answers.

const EXPANSIONS = 64; // so many words are tried for the beginning of one
const PIECES = 3; // of the vocabulary are fetched for it: a beginning of one letter has hundreds

// Give the number of the last item that is not after `key`; items are sorted by code point.
function pieceOf(firsts, key) {
  let low = 0;
  let high = firsts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (after(firsts[middle], key)) {
      high = middle - 1;
    } else {
      low = middle;
    }
  }
  return low;
}

// Compare by code point: the order of JavaScript's own operators is that of UTF-16 units.
function after(one, other) {
  const [a, b] = [[...one], [...other]];
  for (let at = 0; at < a.length && at < b.length; at++) {
    if (a[at] !== b[at]) {
      return a[at].codePointAt(0) > b[at].codePointAt(0);
    }
  }
  return a.length > b.length;
}

export class Lookup {
  #root;
  #manifest;
  #workers = new Map();
  #answers = new Map();
  #pieces = new Map();
  #waiting = new Map();
  #questions = 0;

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

  // Give the entries that have a phrase: `places` maps each to where (0 title, 1 names, 2 text) by language.
  // `arrived` is false where an index did not come.
  async entriesWith(phrase) {
    const tags = this.languagesOf(phrase.scripts);
    const answers = await Promise.all(tags.map((tag) => this.#entriesIn(tag, phrase)));
    const places = new Map();
    for (const [at, answer] of answers.entries()) {
      for (let index = 0; answer && index < answer.length; index += 2) {
        const [entry, place] = [answer[index], answer[index + 1]];
        const found = places.get(entry) ?? places.set(entry, new Map()).get(entry);
        found.set(tags[at], Math.min(place, found.get(tags[at]) ?? place));
      }
    }
    return { places, arrived: answers.every(Boolean) };
  }

  async #entriesIn(tag, phrase) {
    const [alternatives, complete] = await this.#alternatives(tag, phrase);
    const key = `${tag} ${alternatives.map((words) => words.join(" ")).join("|")}`;
    const known = this.#answers.get(key) ?? this.#ask(tag, alternatives);
    this.#answers.set(key, known);
    const found = await known;
    if (!found) {
      this.#answers.delete(key);
    }
    return found && complete ? found.flat() : null;
  }

  // Give the ways in which a phrase may stand in an index: its last word may be the beginning of others.
  async #alternatives(tag, { words, prefix }) {
    if (!prefix) {
      return [[words], true];
    }
    const longer = await this.#wordsFrom(tag, prefix);
    const last = new Set([...words.slice(-1), ...(longer ?? [])]);
    return [[...last].map((word) => [...words.slice(0, -1), word]), longer !== null];
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
      const lines = fetch(new URL(path, this.#root))
        .then((response) => (response.ok ? response.text() : Promise.reject(new Error(path))))
        .then((text) => text.split("\n").filter(Boolean).map((line) => line.split("\t")))
        .then((split) => split.map(([key, word]) => [key, word ?? key]));
      this.#pieces.set(path, lines.catch(() => null));
    }
    const piece = await this.#pieces.get(path);
    if (!piece) {
      this.#pieces.delete(path);
    }
    return piece;
  }

  #ask(tag, alternatives) {
    const worker = this.#worker(tag);
    const id = ++this.#questions;
    return new Promise((resolve) => {
      this.#waiting.set(id, { resolve, worker });
      worker.postMessage({ id, index: this.#index(tag), alternatives });
    });
  }

  #index(tag) {
    const absolute = (path) => new URL(path, this.#root).href;
    const bundles = this.#manifest.languages[tag].bundles.map((path) => absolute(`${path}/`));
    return { engine: absolute(this.#manifest.engine), language: tag, bundles };
  }

  #worker(tag) {
    if (!this.#workers.has(tag)) {
      const worker = new Worker(new URL("./engine.js", import.meta.url), { type: "module" });
      worker.addEventListener("message", ({ data: { id, found } }) => this.#settle(id, found));
      worker.addEventListener("error", () => this.#end(tag, worker));
      this.#workers.set(tag, worker);
    }
    return this.#workers.get(tag);
  }

  #settle(id, found) {
    this.#waiting.get(id)?.resolve(found);
    this.#waiting.delete(id);
  }

  // A worker that fell over answers nothing; the next question begins another.
  #end(tag, worker) {
    worker.terminate();
    this.#workers.delete(tag);
    for (const [id, waiting] of this.#waiting) {
      if (waiting.worker === worker) {
        this.#settle(id, null);
      }
    }
  }
}
