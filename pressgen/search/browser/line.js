// Show one result: the line of an entry in a list, and later its excerpt.

/** @import { Worded } from "./dom.js" */
/** @import { Words } from "./say.js" */
/** @import { FoundExcerpt, FoundLine, Search } from "./search.js" */

import { make, marking, one, worded } from "./dom.js";
import { named, running, said, titled } from "./setting.js";

/**
 * @typedef {object} Line An entry as the files of results have it (pressgen/search/results.py).
 * @property {string} type
 * @property {string} address
 * @property {Worded} title
 * @property {string} day
 * @property {string} date
 * @property {string} [number]
 * @property {string} kind
 * @property {string} [status]
 * @property {(Worded | string)[]} partners
 * @property {string[]} [names]
 * @property {LineEdition[]} editions
 * @property {string} text
 */
/** @typedef {{ language: string, name: string, address: string, dir: string }} LineEdition */
/** @typedef {{ words: Words, root: URL, search: Search, query: string }} Showing What is shown with: `query` is marked in titles and in opened pages. */

/**
 * Make the line of an entry.
 * @param {FoundLine} entry
 * @param {Showing} showing
 */
export function line(entry, { words, root, search, query }) {
  const title = worded(entry.title);
  const language = document.documentElement.lang;
  const set = titled(search.marked(title[0], query), title[1] || language, entry.names);
  const others = entry.editions?.filter((edition) => edition.language !== language) ?? [];
  return make(
    "li",
    { class: "pg-result" },
    make("p", { class: "pg-result__facts" }, ...apart([...facts(entry, words)])),
    make(
      "p",
      { class: "pg-result__title" },
      make("a", { href: linkTo(entry.address, root, query), ...marking(title) }, ...set),
    ),
    entry.text && query ? make("p", { class: "pg-result__excerpt", "data-awaited": true }) : null,
    others.length ? editions(others, { words, root, query }) : null,
  );
}

/**
 * Return the address of a page that marks `query`.
 * @param {string} address
 * @param {URL} root
 * @param {string} query
 * @returns {string}
 */
export function linkTo(address, root, query) {
  const url = new URL(address, root);
  if (query) {
    url.searchParams.set("h", query);
  }
  return url.href;
}

/**
 * Write an excerpt into its place, or remove the place if there is none.
 * @param {HTMLElement} item
 * @param {FoundExcerpt | null} excerpt
 */
export function showExcerpt(item, excerpt) {
  if (!excerpt?.parts.length) {
    item.querySelector(".pg-result__excerpt")?.remove();
    return;
  }
  const place = one(item, ".pg-result__excerpt");
  if (excerpt.language !== document.documentElement.lang) {
    place.lang = excerpt.language;
    place.dir = excerpt.dir;
  }
  delete place.dataset.awaited;
  const [before, after] = [excerpt.before ? "…\u00a0" : "", excerpt.after ? "\u00a0…" : ""];
  place.replaceChildren(before, ...running(excerpt.parts, excerpt.language, excerpt.names), after);
}

/**
 * Put a point between facts.
 * @param {HTMLElement[]} parts
 */
const apart = (parts) =>
  parts.flatMap((part, at) => (at ? [make("span", { class: "pg-dot" }, "\u00a0· "), part] : [part]));

/**
 * @param {FoundLine} entry
 * @param {Words} words
 * @returns {Generator<HTMLElement>}
 */
function* facts({ day, date, number, kind, partners, status }, words) {
  if (date) {
    yield make("time", { datetime: day }, ...said(date));
  }
  if (number) {
    yield make("bdi", { class: "pg-result__number" }, number);
  }
  if (status) {
    yield make("strong", { class: "pg-result__status", ...marking(words.worded(status)) }, status);
  }
  if (kind) {
    yield make("span", { class: "pg-result__kind", ...marking(words.worded(kind)) }, ...said(kind));
  }
  if (partners?.length) {
    const names = partners.flatMap((partner, at) => (at ? [words.separator, named(partner)] : [named(partner)]));
    const before = words.put(make("span", { class: "pg-unseen" }), "with");
    yield make("span", { class: "pg-result__with" }, before, " ", ...names);
  }
}

/**
 * @param {LineEdition[]} others
 * @param {{ words: Words, root: URL, query: string }} showing
 */
function editions(others, { words, root, query }) {
  return make(
    "p",
    { class: "pg-result__editions" },
    words.put(make("span", { class: "pg-unseen" }), "other-languages"),
    ...others.map(({ language, name, address, dir }) =>
      make("a", { href: linkTo(address, root, query), hreflang: language, lang: language, dir }, name),
    ),
  );
}
