// The search page: shows results and counts for what a reader types and ticks, and keeps the question in the address. A
// site without an index has a page without a field, whose filters still serve.

/** @import { Labels } from "./facets.js" */
/** @import { SearchAnswer } from "./search.js" */
/** @import { Question } from "./state.js" */

import { Asking } from "./asking.js";
import { make, marking, one, worded } from "./dom.js";
import { Facets } from "./facets.js";
import { Results, TEN } from "./results.js";
import { Words } from "./say.js";
import { Search } from "./search.js";
import { nameOf } from "./setting.js";
import { chosen, empty, read, written } from "./state.js";

/** @typedef {{ question: Question, shown?: number, top?: number }} AskedPage A question, how many results were shown, and where. */

const WIDE = matchMedia("(min-width: 60em)");
/** @type {SearchAnswer["incomplete"][]} */
const NOTHING = ["unreachable", "unbuilt"]; // why an answer has nothing at all
const OPEN = 3; // so many filters are open where there is room

class SearchPage {
  #page;
  #field;
  #words;
  #search;
  #facets;
  #results;
  /** @type {Promise<Labels | null> | null} */
  #labels = null;
  /** @type {Question} */
  #question = { text: "", filters: {}, order: "" };
  #names; // of the filters
  #total = 0;
  #title = document.title;
  #asking = new Asking(
    (/** @type {AskedPage} */ { question, shown }) =>
      this.#search.find(question.text.trim(), { ...question, from: 0, count: Math.max(TEN, shown ?? 0) }),
    (/** @type {SearchAnswer} */ answer, asked) => this.#answered(answer, asked),
    () => this.#words.put(this.#one(".pg-search__status"), "search-busy"),
  );

  /**
   * @param {HTMLElement} page
   * @param {URL} root
   * @param {Words} words
   * @param {Search} search
   */
  constructor(page, root, words, search) {
    this.#page = page;
    this.#words = words;
    this.#search = search;
    this.#field = /** @type {HTMLInputElement | null} */ (page.querySelector(".pg-ask__field"));
    this.#facets = new Facets(page, words, (facet, value, on) => this.#go(chosen(this.#question, facet, value, on)));
    this.#results = new Results(page, { words, root, search });
    page.querySelector(".pg-search__without")?.remove();
    history.scrollRestoration = "manual"; // the browser would scroll before there are results
    this.#listen();
    this.#unfold();
    const filters = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (page.querySelectorAll("[data-facet]"))];
    this.#names = filters.map(({ dataset }) => dataset.facet ?? "");
    for (const [at, filter] of filters.entries()) {
      filter.open = WIDE.matches && at < OPEN;
    }
    const early = this.#field?.value; // typed by a reader who did not wait for this script
    this.#restore(history.state);
    if (this.#field && early && early !== this.#question.text) {
      this.#field.value = early;
      this.#typed();
    }
  }

  /** @param {string} selector */
  #one(selector) {
    return one(this.#page, selector);
  }

  #listen() {
    const field = this.#field;
    field?.addEventListener("input", (event) => /** @type {InputEvent} */ (event).isComposing || this.#typed());
    field?.addEventListener("compositionend", () => this.#typed());
    this.#page.querySelector(".pg-ask")?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#go({ ...this.#question, text: field?.value ?? "" });
    });
    this.#one(".pg-order").addEventListener("change", ({ target }) =>
      this.#go({ ...this.#question, order: /** @type {HTMLInputElement} */ (target).value }),
    );
    this.#one(".pg-search__more button").addEventListener("click", () => this.#more());
    this.#one(".pg-chosen").addEventListener("click", (event) => this.#unchosen(event));
    this.#one(".pg-chosen__none").addEventListener("click", () => this.#go({ ...this.#question, filters: {} }));
    WIDE.addEventListener("change", () => this.#unfold());
    // A theme that changes pages without loading them leaves this one behind.
    addEventListener("popstate", ({ state }) => this.#page.isConnected && this.#restore(state));
    addEventListener("pagehide", () => this.#page.isConnected && this.#keep());
  }

  /** Unfold the filters beside the results where there is room, else fold them. */
  #unfold() {
    /** @type {HTMLDetailsElement} */ (this.#one(".pg-filters")).open = WIDE.matches;
  }

  /**
   * Ask what the address says, as when it was left: as many results, at the same place.
   * @param {{ shown?: number, top?: number } | null} state
   */
  #restore(state) {
    this.#question = read(location.href, this.#names);
    if (this.#field) {
      this.#field.value = this.#question.text;
    } else {
      this.#question.text = ""; // there is no index of words
    }
    this.#ask({ shown: state?.shown, top: state?.top });
  }

  /** Ask what is typed; a letter more is no step that a reader would go back to. */
  #typed() {
    this.#question = { ...this.#question, text: this.#field?.value ?? "" };
    history.replaceState(null, "", written(this.#question, location.href, this.#names));
    if (empty(this.#question)) {
      this.#ask();
    } else {
      this.#asking.soon({ question: this.#question });
    }
  }

  /**
   * Ask something else, which can be gone back from.
   * @param {Question} question
   */
  #go(question) {
    this.#keep();
    this.#question = question;
    const address = written(question, location.href, this.#names);
    if (address !== location.href) {
      history.pushState(null, "", address);
    }
    this.#ask();
  }

  /** Keep what this step of the history has shown. */
  #keep() {
    history.replaceState({ ...history.state, shown: this.#results.shown, top: scrollY }, "");
  }

  /** @param {{ shown?: number, top?: number }} asked */
  #ask(asked = {}) {
    const order = this.#one(`.pg-order input[value=${this.#question.order}]`);
    /** @type {HTMLInputElement} */ (order).checked = true;
    if (this.#field && empty(this.#question)) {
      this.#asking.stop();
      this.#turn("nothing");
      this.#one(".pg-search__status").textContent = "";
      this.#name();
      return;
    }
    this.#asking.now({ question: this.#question, ...asked });
  }

  /**
   * @param {SearchAnswer} answer
   * @param {AskedPage} asked
   */
  async #answered(answer, { question, top }) {
    const { total, incomplete } = answer;
    this.#total = total;
    this.#name(question.text.trim());
    this.#again();
    this.#one(".pg-search__partial").hidden = incomplete !== "partial";
    if (NOTHING.includes(incomplete)) {
      this.#turn("failed");
      this.#one(".pg-search__status").textContent = "";
      return;
    }
    this.#turn(total ? "found" : "none");
    this.#tell(question);
    const shown = this.#results.show(answer, question.text.trim());
    await Promise.all([this.#filters(answer, question), this.#scroll(top, shown)]);
  }

  /**
   * Go where the reader was, and there again when everything has its height, unless the reader went on.
   * @param {number | undefined} top
   * @param {Promise<void>} shown
   */
  async #scroll(top, shown) {
    if (top) {
      const listening = new AbortController();
      for (const sign of ["wheel", "touchmove", "keydown", "pointerdown"]) {
        addEventListener(sign, () => listening.abort(), { signal: listening.signal, passive: true });
      }
      scrollTo({ top, behavior: "instant" });
      await shown;
      if (!listening.signal.aborted) {
        scrollTo({ top, behavior: "instant" });
        listening.abort();
      }
    }
  }

  /** @param {Question} question */
  #tell({ text, filters }) {
    const status = this.#one(".pg-search__status");
    if (this.#total) {
      this.#words.put(status, "search-count", { count: this.#total });
    } else if (text.trim()) {
      this.#words.put(status, "search-none", { query: Words.quoted(text) });
    } else {
      this.#words.put(status, "search-none-filtered");
    }
    this.#one(".pg-search__marks").hidden = !/["“”„«»‹›「」『』]/u.test(text);
    this.#one(".pg-search__filtered").hidden = !Object.keys(filters).length;
  }

  /**
   * Show one of the states of the page, and hide what belongs to the others.
   * @param {"found" | "none" | "failed" | "nothing"} state
   */
  #turn(state) {
    this.#page.dataset.state = state;
    const parts = {
      found: state === "found" || (state === "none" && Object.keys(this.#question.filters).length > 0),
      none: state === "none",
      failed: state === "failed",
      what: state === "nothing",
      browse: state !== "found" || !this.#field,
    };
    for (const [name, shown] of Object.entries(parts)) {
      const part = /** @type {HTMLElement | null} */ (this.#page.querySelector(`.pg-search__${name}`));
      if (part) {
        part.hidden = !shown;
      }
    }
    this.#one(".pg-order").hidden = state !== "found";
    if (state !== "found") {
      this.#one(".pg-results").replaceChildren();
      this.#one(".pg-search__more").hidden = true;
      this.#one(".pg-search__partial").hidden = true;
    }
  }

  /** Let links try again: to open the address again. */
  #again() {
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = this.#page.querySelectorAll(".pg-search__again");
    for (const link of links) {
      link.href = location.href;
    }
  }

  #name(text = "") {
    const heading = this.#one("h1").textContent ?? "";
    const said = text && this.#words.say("search-for", { query: text });
    document.title = said ? this.#title.replace(heading, () => said) : this.#title;
  }

  /**
   * @param {SearchAnswer} answer
   * @param {Question} question
   */
  async #filters({ counts }, question) {
    this.#labels ??= this.#search.labels().catch(() => null);
    const [found, labels] = await Promise.all([
      counts ?? this.#search.counts(question.text.trim(), question).catch(() => null),
      this.#labels,
    ]);
    if (!labels) {
      this.#labels = null;
    }
    if (question === this.#question && found) {
      this.#one(".pg-filters").hidden = false;
      this.#facets.show(found, labels, question.filters);
      this.#choices(question, labels);
    }
  }

  /**
   * Name what is chosen, each with a button that removes it.
   * @param {Question} question
   * @param {Labels | null} labels
   */
  #choices({ filters }, labels) {
    const list = this.#one(".pg-chosen");
    const choices = Object.entries(filters).flatMap(([facet, ids]) => ids.map((id) => ({ facet, id })));
    const buttons = choices.map(({ facet, id }) => {
      const name = worded(this.#facets.name(facet, id, labels));
      const label = this.#words.say("filter-remove", { name: name[0] });
      const attributes = { type: "button", class: "pg-button", "data-facet-of": facet, value: id, "aria-label": label };
      return make(
        "button",
        attributes,
        make("span", marking(name), ...nameOf(name[0], name[1])),
        make("span", { "aria-hidden": "true" }, "×"),
      );
    });
    if (buttons.length > 1) {
      buttons.push(this.#words.put(make("button", { type: "button", class: "pg-button" }), "filters-remove"));
    }
    list.replaceChildren(...buttons.map((button) => make("li", {}, button)));
    list.hidden = !buttons.length;
    const summary = this.#one(".pg-filters__summary");
    summary.querySelector(".pg-count")?.remove();
    if (choices.length) {
      summary.append(make("span", { class: "pg-count" }, this.#words.number(choices.length)));
    }
  }

  /** @param {MouseEvent} event */
  #unchosen({ target }) {
    const button = /** @type {Element} */ (target).closest("button");
    if (button) {
      const { value, dataset } = button;
      this.#go(
        dataset.facetOf ? chosen(this.#question, dataset.facetOf, value, false) : { ...this.#question, filters: {} },
      );
      this.#one("#results").focus({ preventScroll: true });
    }
  }

  async #more() {
    const button = this.#one(".pg-search__more button");
    if (button.getAttribute("aria-disabled") === "true" || button.dataset.busy) {
      return;
    }
    button.dataset.busy = "";
    const question = this.#question;
    const answer = await this.#search.find(question.text.trim(), {
      ...question,
      from: this.#results.shown,
      count: TEN,
    });
    delete button.dataset.busy;
    if (question !== this.#question) {
      return;
    }
    this.#one(".pg-search__partial").hidden = !answer.incomplete;
    if (NOTHING.includes(answer.incomplete)) {
      return;
    }
    const drawn = this.#results.add(answer, question.text.trim());
    const shown = this.#words.number(this.#results.shown);
    const total = this.#words.number(this.#total);
    this.#words.put(this.#one(".pg-search__status"), "search-shown", { shown, total });
    this.#keep();
    await drawn;
  }
}

/**
 * Bring a search page to life. Fails if a part does not arrive.
 * @param {HTMLElement} page
 * @param {URL} root the address of the site's root
 */
export async function beginPage(page, root) {
  const words = await Words.of(page, root);
  return new SearchPage(page, root, words, new Search(root, page.dataset.language ?? ""));
}
