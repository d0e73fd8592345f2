// The panel below the box in the header: shows the first results for what is typed, as a list of links.

/** @import { Finder } from "./box.js" */
/** @import { FoundLine, Incomplete, SearchAnswer } from "./search.js" */

import { Asking } from "./asking.js";
import { make, one } from "./dom.js";
import { line, showExcerpt } from "./line.js";
import { Words } from "./say.js";
import { Search } from "./search.js";

const SHOWN = 6;
const MISSING = { partial: "search-partial", unreachable: "search-failed", unbuilt: "search-not-built" };

/** @type {Record<string, number>} */
const STEPS = { ArrowDown: 1, ArrowUp: -1 };

class Panel {
  #finder;
  #field;
  #root;
  #words;
  #search;
  #closing = false;
  #status = make("p", { class: "pg-unseen", role: "status" });
  #panel = make("div", { class: "pg-finder__panel", tabindex: "-1", hidden: true });
  #asking = new Asking(
    (/** @type {string} */ text) => this.#search.find(text, { count: SHOWN }),
    (/** @type {SearchAnswer} */ answer, text) => this.#show(answer, text),
    () => this.#words.put(this.#status, "search-busy"),
  );

  /**
   * @param {Finder} finder
   * @param {URL} root
   * @param {Words} words
   * @param {Search} search
   */
  constructor(finder, root, words, search) {
    this.#finder = finder;
    this.#field = /** @type {HTMLInputElement} */ (one(finder, ".pg-finder__field"));
    this.#root = root;
    this.#words = words;
    this.#search = search;
    finder.append(this.#status, this.#panel);
    this.#field.addEventListener("input", (event) => /** @type {InputEvent} */ (event).isComposing || this.#typed());
    this.#field.addEventListener("compositionend", () => this.#typed());
    this.#field.addEventListener("focus", () => this.#closing || !this.#panel.hidden || this.#typed());
    finder.addEventListener("keydown", (event) => this.#pressed(event));
    finder.addEventListener("focusout", (event) => this.#left(event));
    one(finder, ".pg-finder__close").addEventListener("click", () => this.#close());
    if (finder.contains(document.activeElement)) {
      this.#typed();
    }
  }

  #typed() {
    const text = this.#field.value.trim();
    if (text) {
      this.#asking.soon(text);
    } else {
      this.#asking.stop();
      this.#hide();
    }
  }

  /**
   * @param {SearchAnswer} answer
   * @param {string} text
   */
  async #show({ total, entries, incomplete }, text) {
    if (!this.#finder.contains(document.activeElement)) {
      return;
    }
    const note = this.#note(total, incomplete, text);
    const lines = entries.map((entry) =>
      line(entry, { words: this.#words, root: this.#root, search: this.#search, query: text }),
    );
    const form = /** @type {HTMLFormElement} */ (one(this.#finder, "form"));
    const all = `${form.action}?${new URLSearchParams({ q: text })}`;
    const more = this.#words.put(make("a", { href: all }), total ? "search-see-all" : "search-browse");
    const count = total ? make("span", { class: "pg-count" }, this.#words.number(total)) : null;
    const among = this.#panel.contains(document.activeElement);
    this.#panel.replaceChildren(
      ...(note ? [note] : []),
      ...(lines.length ? [make("ol", { class: "pg-results" }, ...lines)] : []),
      make("p", { class: "pg-finder__all" }, more, " ", count),
    );
    this.#panel.hidden = false;
    if (among) {
      this.#field.focus(); // who was among results that are gone
    }
    this.#status.textContent = (note ?? this.#words.put(make("p"), "search-count", { count: total })).textContent;
    await Promise.all(entries.map(async (entry, at) => showExcerpt(lines[at], await this.#excerpt(entry, text))));
  }

  /**
   * Say that there is nothing, or not all; null if there is nothing to say.
   * @param {number} total
   * @param {Incomplete} incomplete
   * @param {string} text
   */
  #note(total, incomplete, text) {
    const note = make("p", { class: "pg-finder__note" });
    if (incomplete) {
      return this.#words.put(note, MISSING[incomplete]);
    }
    return total ? null : this.#words.put(note, "search-none", { query: Words.quoted(text) });
  }

  /**
   * Return the excerpt of an entry; one that does not come is none.
   * @param {FoundLine} entry
   * @param {string} text
   */
  #excerpt(entry, text) {
    return entry.text ? this.#search.excerpt(entry, text).catch(() => null) : null;
  }

  /**
   * Let the arrow keys go through the results, from the field and back to it, and Escape close the panel.
   * @param {KeyboardEvent} event
   */
  #pressed(event) {
    if (event.key === "Escape" && (!this.#panel.hidden || "open" in this.#finder.dataset)) {
      event.preventDefault();
      this.#close();
      return;
    }
    const step = STEPS[event.key];
    /** @type {NodeListOf<HTMLElement>} */
    const links = this.#panel.querySelectorAll(".pg-result__title a, .pg-finder__all a");
    const stops = [this.#field, ...links];
    const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (step && !this.#panel.hidden && at >= 0 && !event.isComposing) {
      event.preventDefault();
      stops[(at + step + stops.length) % stops.length].focus();
    }
  }

  /** @param {FocusEvent} event */
  #left({ relatedTarget }) {
    if (document.hasFocus() && !this.#finder.contains(/** @type {Node | null} */ (relatedTarget))) {
      this.#hide();
      delete this.#finder.dataset.open;
    }
  }

  #hide() {
    this.#panel.hidden = true;
    this.#status.textContent = "";
  }

  /** Close, and return the focus to where it came from: on a phone at least to the button that opened the box. */
  #close() {
    const button = one(this.#finder, ".pg-finder__open");
    const before = this.#finder.from;
    this.#asking.stop();
    this.#hide();
    delete this.#finder.dataset.open;
    delete this.#finder.from;
    this.#closing = true;
    if (before?.isConnected && before !== document.body) {
      before.focus();
    } else if (button.offsetParent) {
      button.focus();
    } else if (before) {
      this.#field.blur();
    } else {
      this.#field.focus();
    }
    this.#closing = false;
  }
}

/**
 * Bring a box to life. Fails if a part does not arrive.
 * @param {Finder} finder
 * @param {URL} root the address of the site's root
 */
export async function beginPanel(finder, root) {
  const words = await Words.of(finder, root);
  return new Panel(finder, root, words, new Search(root, finder.dataset.language ?? ""));
}
