// Show the list of results: ten lines and ten more, each with its excerpt when that has come.

/** @import { Words } from "./say.js" */
/** @import { FoundLine, Search, SearchAnswer } from "./search.js" */

import { one } from "./dom.js";
import { line, showExcerpt } from "./line.js";

export const TEN = 10;

export class Results {
  #list;
  #more;
  #words;
  #root;
  #search;

  /**
   * @param {HTMLElement} place the part of the page that holds the list and the button below it
   * @param {{ words: Words, root: URL, search: Search }} showing
   */
  constructor(place, { words, root, search }) {
    this.#list = one(place, ".pg-results");
    this.#more = one(place, ".pg-search__more button");
    this.#words = words;
    this.#root = root;
    this.#search = search;
  }

  /** How many results are shown. */
  get shown() {
    return this.#list.children.length;
  }

  /**
   * Show an answer in place of what is shown.
   * @param {SearchAnswer} answer
   * @param {string} text
   */
  show(answer, text) {
    this.#list.replaceChildren();
    return this.add(answer, text);
  }

  /**
   * Show an answer below what is shown. The button keeps the focus, and says when nothing is left.
   * @param {SearchAnswer} answer
   * @param {string} text
   */
  async add({ entries, total }, text) {
    const showing = { words: this.#words, root: this.#root, search: this.#search, query: text };
    const lines = entries.map((entry) => line(entry, showing));
    this.#list.append(...lines);
    const all = this.shown >= total || !entries.length;
    if (this.#more.parentElement) {
      this.#more.parentElement.hidden = total <= TEN;
    }
    this.#more.setAttribute("aria-disabled", String(all));
    this.#words.put(this.#more, all ? "search-all-shown" : "search-more");
    await this.#excerpts(entries, lines, text);
  }

  /**
   * @param {FoundLine[]} entries
   * @param {HTMLElement[]} lines
   * @param {string} text
   */
  async #excerpts(entries, lines, text) {
    await Promise.all(
      entries.map(async (entry, at) => {
        const excerpt = entry.text && text ? await this.#search.excerpt(entry, text).catch(() => null) : null;
        showExcerpt(lines[at], excerpt);
      }),
    );
  }
}
