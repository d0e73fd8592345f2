// What a reader asks for, in the address: `?q=asean&country=no&country=se&order=date` is a question.

/** @typedef {Record<string, string[]>} Filters The values chosen of each filter, by its name. */
/** @typedef {{ text: string, filters: Filters, order: string }} Question */

export const ORDERS = ["relevance", "date"];
const LONGEST = 240; // characters of a question: more than are asked for, so that it shows where the last word was cut
const MOST = 50; // values of one filter

/**
 * Read the question from an address; `facets` are the names of the filters that the page has.
 * @param {string} address
 * @param {string[]} facets
 * @returns {Question}
 */
export function read(address, facets) {
  const given = new URL(address).searchParams;
  const order = given.get("order") ?? "";
  /** @type {Filters} */
  const filters = {};
  for (const facet of facets) {
    const values = [...new Set(given.getAll(facet).filter(Boolean))].slice(0, MOST);
    if (values.length) {
      filters[facet] = values;
    }
  }
  return {
    text: (given.get("q") ?? "").slice(0, LONGEST),
    filters,
    order: order && ORDERS.includes(order) ? order : ORDERS[0],
  };
}

/**
 * Write a question into an address, which keeps its other parameters.
 * @param {Question} question
 * @param {string} address
 * @param {string[]} facets
 * @returns {string}
 */
export function written({ text, filters, order }, address, facets) {
  const url = new URL(address);
  for (const name of ["q", "order", ...facets]) {
    url.searchParams.delete(name);
  }
  if (text.trim()) {
    url.searchParams.set("q", text);
  }
  for (const facet of facets) {
    for (const value of filters[facet] ?? []) {
      url.searchParams.append(facet, value);
    }
  }
  if (order !== ORDERS[0]) {
    url.searchParams.set("order", order);
  }
  return url.href;
}

/**
 * True if a question has neither words nor filters.
 * @param {Question} question
 */
export const empty = ({ text, filters }) => !text.trim() && !Object.keys(filters).length;

/**
 * Return the same question with a value of a filter chosen, or no longer.
 * @param {Question} question
 * @param {string} facet
 * @param {string} value
 * @param {boolean} on
 * @returns {Question}
 */
export function chosen(question, facet, value, on) {
  const others = (question.filters[facet] ?? []).filter((other) => other !== value);
  const values = on ? [...others, value] : others;
  const { [facet]: _, ...filters } = question.filters;
  return { ...question, filters: values.length ? { ...filters, [facet]: values } : filters };
}
