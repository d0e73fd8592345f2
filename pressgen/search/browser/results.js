// The list of results: answers come in, ten lines and ten more go out, each with its excerpt when that has come.

import { line, tell } from "./line.js";

export const TEN = 10;

export class Results {
  #list;
  #more;
  #words;
  #root;
  #search;

  // `place` is the part of the page that holds the list and the button below it.
  constructor(place, { words, root, search }) {
    this.#list = place.querySelector(".pg-results");
    this.#more = place.querySelector(".pg-search__more button");
    this.#words = words;
    this.#root = root;
    this.#search = search;
  }

  get shown() {
    return this.#list.children.length;
  }

  // Show an answer in place of what is shown.
  show(answer, text) {
    this.#list.replaceChildren();
    return this.add(answer, text);
  }

  // Show an answer below what is shown. The button keeps the focus, and says when there is nothing left.
  async add({ entries, total }, text) {
    const lines = entries.map((entry) =>
      line(entry, { words: this.#words, root: this.#root, search: this.#search, query: text }),
    );
    this.#list.append(...lines);
    const all = this.shown >= total || !entries.length;
    this.#more.parentElement.hidden = total <= TEN;
    this.#more.setAttribute("aria-disabled", String(all));
    this.#words.put(this.#more, all ? "search-all-shown" : "search-more");
    await this.#excerpts(entries, lines, text);
  }

  async #excerpts(entries, lines, text) {
    await Promise.all(
      entries.map(async (entry, at) => {
        const excerpt = entry.text && text ? await this.#search.excerpt(entry, text).catch(() => null) : null;
        tell(lines[at], excerpt);
      }),
    );
  }
}
