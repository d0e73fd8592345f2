// The panel below the box in the header: what is typed comes in, the first results go out, as a list of links.

import { Asking } from "./asking.js";
import { made } from "./dom.js";
import { line, tell } from "./line.js";
import { Words } from "./say.js";
import { Search } from "./search.js";

const SHOWN = 6;
const MISSING = { partial: "search-partial", unreachable: "search-failed", unbuilt: "search-not-built" };

class Panel {
  #finder;
  #field;
  #root;
  #words;
  #search;
  #closing = false;
  #status = made("p", { class: "pg-unseen", role: "status" });
  #panel = made("div", { class: "pg-finder__panel", tabindex: "-1", hidden: true });
  #asking = new Asking(
    (text) => this.#search.find(text, { count: SHOWN }),
    (answer, text) => this.#show(answer, text),
    () => this.#words.put(this.#status, "search-busy"),
  );

  constructor(finder, root, words, search) {
    this.#finder = finder;
    this.#field = finder.querySelector(".pg-finder__field");
    this.#root = root;
    this.#words = words;
    this.#search = search;
    finder.append(this.#status, this.#panel);
    this.#field.addEventListener("input", (event) => event.isComposing || this.#typed());
    this.#field.addEventListener("compositionend", () => this.#typed());
    this.#field.addEventListener("focus", () => this.#closing || !this.#panel.hidden || this.#typed());
    finder.addEventListener("keydown", (event) => this.#pressed(event));
    finder.addEventListener("focusout", (event) => this.#left(event));
    finder.querySelector(".pg-finder__close").addEventListener("click", () => this.#close());
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

  async #show({ total, entries, incomplete }, text) {
    if (!this.#finder.contains(document.activeElement)) {
      return;
    }
    const note = this.#note(total, incomplete, text);
    const lines = entries.map((entry) =>
      line(entry, { words: this.#words, root: this.#root, search: this.#search, query: text }),
    );
    const all = `${this.#finder.querySelector("form").action}?${new URLSearchParams({ q: text })}`;
    const more = this.#words.put(made("a", { href: all }), total ? "search-see-all" : "search-browse");
    const count = total ? made("span", { class: "pg-count" }, this.#words.number(total)) : null;
    const among = this.#panel.contains(document.activeElement);
    this.#panel.replaceChildren(
      ...[note, lines.length && made("ol", { class: "pg-results" }, ...lines)].filter(Boolean),
      made("p", { class: "pg-finder__all" }, more, " ", count),
    );
    this.#panel.hidden = false;
    if (among) {
      this.#field.focus(); // who was among results that are gone
    }
    this.#status.textContent = (note ?? this.#words.put(made("p"), "search-count", { count: total })).textContent;
    await Promise.all(entries.map(async (entry, at) => tell(lines[at], await this.#excerpt(entry, text))));
  }

  // Say that there is nothing, or not all; null where there is nothing to say.
  #note(total, incomplete, text) {
    const note = made("p", { class: "pg-finder__note" });
    if (incomplete) {
      return this.#words.put(note, MISSING[incomplete]);
    }
    return total ? null : this.#words.put(note, "search-none", { query: Words.quoted(text) });
  }

  // An excerpt that does not come is none.
  #excerpt(entry, text) {
    return entry.text ? this.#search.excerpt(entry, text).catch(() => null) : null;
  }

  // The arrow keys go through the results, from the field and back to it; Escape closes.
  #pressed(event) {
    if (event.key === "Escape" && (!this.#panel.hidden || "open" in this.#finder.dataset)) {
      event.preventDefault();
      this.#close();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [this.#field, ...this.#panel.querySelectorAll(".pg-result__title a, .pg-finder__all a")];
    const at = stops.indexOf(document.activeElement);
    if (step && !this.#panel.hidden && at >= 0 && !event.isComposing) {
      event.preventDefault();
      stops[(at + step + stops.length) % stops.length].focus();
    }
  }

  #left({ relatedTarget }) {
    if (document.hasFocus() && !this.#finder.contains(relatedTarget)) {
      this.#hide();
      delete this.#finder.dataset.open;
    }
  }

  #hide() {
    this.#panel.hidden = true;
    this.#status.textContent = "";
  }

  // Close, and give the focus back to where it came from: on a phone at least to the button that opened the box.
  #close() {
    const button = this.#finder.querySelector(".pg-finder__open");
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

// Bring a box to life: `root` is the address of the site's root. Fails where a part does not arrive.
export async function beginPanel(finder, root) {
  const words = await Words.of(finder, root);
  return new Panel(finder, root, words, new Search(root, finder.dataset.language));
}
