// Show the filters: a list of boxes for each, with counts and names, and what a reader has ticked. A long list shows its
// most frequent values, and all of them on demand, with a field to find one.

/** @import { Counts } from "./catalogue.js" */
/** @import { Worded } from "./dom.js" */
/** @import { Words } from "./say.js" */
/** @import { Filters } from "./state.js" */

import { make, marking, one, worded } from "./dom.js";
import { nameOf } from "./setting.js";

/** @typedef {Record<string, Record<string, Worded | string>>} Labels For each filter the names of its values. */
/** @typedef {{ id: string, name: Worded | string, count: number, chosen: boolean }} FacetValue */
/** @typedef {(facet: string, value: string, on: boolean) => unknown} Changed */

const FEW = 7; // so many values of a filter are shown at first
const MANY = 15; // a longer list has a field to find a value in

/** @param {string} text */
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

class Facet {
  #element;
  #words;
  #all = false;
  #sought = "";
  /** @type {FacetValue[]} */
  #values = [];
  #list = make("ul", { class: "pg-facet__values" });
  #find = make("input", { class: "pg-facet__find", type: "search", autocomplete: "off", hidden: true });
  #more = make("button", { class: "pg-button pg-facet__all", type: "button", hidden: true });

  /**
   * @param {HTMLDetailsElement} element
   * @param {Words} words
   * @param {Changed} changed
   */
  constructor(element, words, changed) {
    this.#element = element;
    this.#words = words;
    const name = one(element, "summary").textContent ?? "";
    this.#find.setAttribute("aria-label", words.say("filter-find", { name }));
    one(element, "fieldset").append(this.#find, this.#list, this.#more);
    this.#find.addEventListener("input", () => this.#seek(this.#find.value));
    this.#more.addEventListener("click", () => this.#toggle());
    this.#list.addEventListener("change", ({ target }) => {
      const box = /** @type {HTMLInputElement} */ (target);
      changed(this.name, box.value, box.checked);
    });
  }

  get name() {
    return this.#element.dataset.facet ?? "";
  }

  /**
   * Show values, the first ones first.
   * @param {FacetValue[]} values
   */
  show(values) {
    this.#values = values;
    this.#element.hidden = !values.length;
    if (values.some((value) => value.chosen)) {
      this.#element.open = true;
    }
    this.#draw();
  }

  #toggle() {
    this.#all = !this.#all;
    this.#find.value = "";
    this.#sought = "";
    this.#draw();
    if (this.#all && !this.#find.hidden) {
      this.#find.focus();
    }
  }

  /** @param {string} text */
  #seek(text) {
    this.#sought = plain(text.trim());
    this.#draw();
  }

  #draw() {
    const { length } = this.#values;
    const few = this.#values.filter((value, at) => at < FEW || value.chosen);
    const all = this.#all && few.length < length;
    const shown = all ? this.#values.filter((value) => plain(worded(value.name)[0]).includes(this.#sought)) : few;
    this.#find.hidden = !(all && length > MANY);
    this.#more.hidden = few.length === length;
    this.#words.put(this.#more, all ? "filter-fewer" : "filter-all", { number: this.#words.number(length) });
    this.#more.setAttribute("aria-expanded", String(all));
    this.#list.replaceChildren(...shown.map((value) => this.#line(value)));
  }

  /** @param {FacetValue} value */
  #line({ id, name, count, chosen }) {
    const box = make("input", { type: "checkbox", value: id });
    box.checked = chosen;
    const [text, tag, direction] = worded(name);
    return make(
      "li",
      {},
      make(
        "label",
        {},
        box,
        make("span", { class: "pg-facet__name", ...marking([text, tag, direction]) }, ...nameOf(text, tag)),
        make("span", { class: "pg-count" }, this.#words.number(count)),
      ),
    );
  }
}

export class Facets {
  #facets;
  #words;

  /**
   * @param {HTMLElement} element holds a `details` for each filter
   * @param {Words} words
   * @param {Changed} changed is called with a filter, a value and whether it is chosen now
   */
  constructor(element, words, changed) {
    this.#words = words;
    /** @type {NodeListOf<HTMLDetailsElement>} */
    const details = element.querySelectorAll("[data-facet]");
    this.#facets = [...details].map((facet) => new Facet(facet, words, changed));
  }

  /**
   * Show what can be chosen; the focus stays.
   * @param {Counts} counts
   * @param {Labels | null} labels
   * @param {Filters} filters what is chosen
   */
  show(counts, labels, filters) {
    const focused = document.activeElement;
    const value = focused instanceof HTMLInputElement ? focused.value : undefined;
    const within = focused?.closest("[data-facet]");
    for (const facet of this.#facets) {
      const chosen = filters[facet.name] ?? [];
      facet.show(this.#values(facet.name, new Map(counts[facet.name]), labels, chosen));
    }
    if (within && !focused?.isConnected) {
      /** @type {NodeListOf<HTMLInputElement>} */
      const boxes = within.querySelectorAll("input[type=checkbox]");
      const again = [...boxes].find((box) => box.value === value);
      (again ?? one(within, "summary")).focus({ preventScroll: true });
    }
  }

  /**
   * Return the name of a value.
   * @param {string} facet
   * @param {string} id
   * @param {Labels | null} labels
   * @returns {Worded | string}
   */
  name(facet, id, labels) {
    if (facet === "year") {
      return this.#words.digits(id);
    }
    if (facet === "language") {
      return this.#words.language(id);
    }
    return labels?.[facet]?.[id] ?? id;
  }

  /**
   * @param {string} facet
   * @param {Map<string, number>} counts
   * @param {Labels | null} labels
   * @param {string[]} chosen
   * @returns {FacetValue[]}
   */
  #values(facet, counts, labels, chosen) {
    const places = new Map(Object.keys(labels?.[facet] ?? {}).map((id, at) => [id, at]));
    const known = [...counts].filter(([, count]) => count);
    const missing = chosen.filter((id) => !known.some(([other]) => other === id));
    const values = [...known, ...missing.map((id) => /** @type {[string, number]} */ ([id, 0]))];
    /** @param {string} id */
    const place = (id) => places.get(id) ?? places.size;
    return values
      .sort(([a, many], [b, more]) => (facet === "year" ? Number(b) - Number(a) : more - many || place(a) - place(b)))
      .map(([id, count]) => ({ id, count, name: this.name(facet, id, labels), chosen: chosen.includes(id) }));
  }
}
