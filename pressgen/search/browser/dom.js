// Elements of the page, made from names, attributes and children. Texts are only ever texts.

/** @typedef {[text: string, language: string, direction: string]} Worded Words; language and direction are empty if they are the page's. */

/**
 * Make an element; an attribute that is false, null or undefined is left out.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | boolean | null | undefined>} attributes
 * @param {...(Node | string | null | undefined)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value === true ? "" : value);
    }
  }
  for (const child of children) {
    if (child !== null && child !== undefined && child !== "") {
      element.append(child);
    }
  }
  return element;
}

/**
 * Find an element that the template of the page has.
 * @template {HTMLElement} [Kind=HTMLElement]
 * @param {ParentNode} parent
 * @param {string} selector
 * @returns {Kind}
 */
export function one(parent, selector) {
  const element = parent.querySelector(selector);
  if (!element) {
    throw new Error(`${selector} is not in the page`);
  }
  return /** @type {Kind} */ (element);
}

/**
 * Return words with their language and direction.
 * @param {Worded | string} words
 * @returns {Worded}
 */
export const worded = (words) => (Array.isArray(words) ? words : [words, "", ""]);

/**
 * Return the attributes that mark words in another language than the page's.
 * @param {Worded} words
 */
export const marking = ([, lang, dir]) => ({ lang: lang || null, dir: dir || null });
