// The filters: counts, names and what is chosen come in; a list of boxes for each filter goes out, with what a reader
// ticks. A long list shows its most frequent values, and all of them on demand, with a field to find one.

import { made, marking, worded } from "./dom.js";
import { nameOf } from "./setting.js";

const FEW = 7; // so many values of a filter are shown at first
const MANY = 15; // a longer list has a field to find a value in

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

class Facet {
  #element;
  #words;
  #all = false;
  #sought = "";
  #values = [];
  #list = made("ul", { class: "pg-facet__values" });
  #find = made("input", { class: "pg-facet__find", type: "search", autocomplete: "off", hidden: true });
  #more = made("button", { class: "pg-button pg-facet__all", type: "button", hidden: true });

  constructor(element, words, changed) {
    this.#element = element;
    this.#words = words;
    const name = element.querySelector("summary").textContent;
    this.#find.setAttribute("aria-label", words.say("filter-find", { name }));
    element.querySelector("fieldset").append(this.#find, this.#list, this.#more);
    this.#find.addEventListener("input", () => this.#seek(this.#find.value));
    this.#more.addEventListener("click", () => this.#toggle());
    this.#list.addEventListener("change", ({ target }) => changed(this.name, target.value, target.checked));
  }

  get name() {
    return this.#element.dataset.facet;
  }

  // Show values, each `{id, name, count, chosen}`, the first ones first.
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
    this.#sought = this.#find.value = "";
    this.#draw();
    if (this.#all && !this.#find.hidden) {
      this.#find.focus();
    }
  }

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

  #line({ id, name, count, chosen }) {
    const box = made("input", { type: "checkbox", value: id });
    box.checked = chosen;
    return made(
      "li",
      {},
      made(
        "label",
        {},
        box,
        made(
          "span",
          { class: "pg-facet__name", ...marking(worded(name)) },
          ...nameOf(worded(name)[0], worded(name)[1]),
        ),
        made("span", { class: "pg-count" }, this.#words.number(count)),
      ),
    );
  }
}

export class Facets {
  #facets;
  #words;

  // `element` holds a `details` for each filter; `changed` is told of a filter, a value and whether it is chosen.
  constructor(element, words, changed) {
    this.#words = words;
    this.#facets = [...element.querySelectorAll("[data-facet]")].map((one) => new Facet(one, words, changed));
  }

  // Show what can be chosen: `counts` and `labels` are by filter, `filters` what is chosen. The focus stays.
  show(counts, labels, filters) {
    const focused = document.activeElement;
    const value = focused instanceof HTMLInputElement ? focused.value : undefined;
    const within = focused?.closest("[data-facet]");
    for (const facet of this.#facets) {
      facet.show(this.#values(facet.name, new Map(counts[facet.name]), labels, filters[facet.name] ?? []));
    }
    if (within && !focused?.isConnected) {
      /** @type {NodeListOf<HTMLInputElement>} */
      const boxes = within.querySelectorAll("input[type=checkbox]");
      const again = [...boxes].find((box) => box.value === value);
      (again ?? within.querySelector("summary"))?.focus({ preventScroll: true });
    }
  }

  // Give the name of a value.
  name(facet, id, labels) {
    if (facet === "year") {
      return this.#words.digits(id);
    }
    if (facet === "language") {
      return this.#words.language(id);
    }
    const name = labels?.[facet]?.[id];
    return facet === "kind" && name ? this.#words.worded(name) : (name ?? id);
  }

  #values(facet, counts, labels, chosen) {
    const places = new Map(Object.keys(labels?.[facet] ?? {}).map((id, at) => [id, at]));
    const known = [...counts].map(([id, count]) => [String(id), count]).filter(([, count]) => count);
    const missing = chosen.filter((id) => !known.some(([other]) => other === id)).map((id) => [id, 0]);
    const place = (id) => places.get(id) ?? places.size;
    const order =
      facet === "year"
        ? ([one], [other]) => Number(other) - Number(one)
        : ([one, many], [other, more]) => more - many || place(one) - place(other);
    return [...known, ...missing].sort(order).map(([id, count]) => ({
      id,
      count,
      name: this.name(facet, id, labels),
      chosen: chosen.includes(id),
    }));
  }
}
