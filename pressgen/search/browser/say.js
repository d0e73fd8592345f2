// Interface words of the page's language, with counts and names in their places and digits of the language.

/** @import { Worded } from "./dom.js" */

/**
 * @typedef {object} InterfaceFile What the scripts say in a language (pressgen/views/pages/search_form.py).
 * @property {string} tag
 * @property {string} in the language that the words are in, where it is another
 * @property {string} dir
 * @property {string} digits
 * @property {string} group
 * @property {string} separator
 * @property {Record<string, { name: string, dir: string }>} languages
 * @property {Record<string, string | Record<string, string>>} words
 */
/** @typedef {Record<string, string | number>} Values What takes the places in words, by their names; `count` decides the form. */

/**
 * Make what depends on a language. Browsers refuse some tags of BCP 47 (x-seaspeak, i-klingon, zh-yue): then by the
 * language alone, at last by English.
 * @template Made
 * @param {string} tag
 * @param {(tag: string) => Made} make
 * @returns {Made}
 */
function localised(tag, make) {
  for (const each of [tag, tag.split("-")[0]]) {
    try {
      return make(each);
    } catch {
      // the next
    }
  }
  return make("en");
}

export class Words {
  #file;
  #plurals;
  #numbers;

  /** @param {InterfaceFile} file */
  constructor(file) {
    this.#file = file;
    this.#plurals = localised(file.in, (tag) => new Intl.PluralRules(tag));
    this.#numbers = localised(
      file.tag,
      (tag) => new Intl.NumberFormat(tag, { useGrouping: "always", numberingSystem: "latn" }),
    );
  }

  /**
   * Fetch the words of a page, whose element names their file. Throws an error if it did not come.
   * @param {HTMLElement} element
   * @param {URL} root
   * @returns {Promise<Words>}
   */
  static async of({ dataset }, root) {
    const response = await fetch(new URL(dataset.words ?? "", root));
    if (!response.ok) {
      throw new Error(`${response.url}: ${response.status}`);
    }
    return new Words(await response.json());
  }

  /** What stands between the items of a list. */
  get separator() {
    return this.#file.separator;
  }

  /**
   * Return the words of `key` with values in their places, in the form for `count`.
   * @param {string} key
   * @param {Values} values
   * @returns {string}
   */
  say(key, { count, ...values } = {}) {
    const forms = this.#file.words[key] ?? "";
    const text = typeof forms === "string" ? forms : (forms[this.#plurals.select(Number(count))] ?? forms.other);
    const filled = count === undefined ? values : { count: this.number(Number(count)), ...values };
    return text.replace(/\{(\w+)\}/g, (place, name) => String(filled[name] ?? place));
  }

  /**
   * Write the words of `key` into an element, marked if they are in another language than the page.
   * @template {HTMLElement} Kind
   * @param {Kind} element
   * @param {string} key
   * @param {Values} [values]
   * @returns {Kind}
   */
  put(element, key, values) {
    element.textContent = this.say(key, values);
    const [, lang, dir] = this.worded("");
    if (lang) {
      element.lang = lang;
      element.dir = dir;
    }
    return element;
  }

  /**
   * Return interface words with their language and direction.
   * @param {string} text
   * @returns {Worded}
   */
  worded(text) {
    const { in: language, tag, dir } = this.#file;
    return language === tag ? [text, "", ""] : [text, language, dir];
  }

  /**
   * Write a number as the language does.
   * @param {number} value
   * @returns {string}
   */
  number(value) {
    const parts = this.#numbers.formatToParts(value);
    return this.digits(parts.map((part) => (part.type === "group" ? this.#file.group : part.value)).join(""));
  }

  /**
   * Write a text with the digits of the language.
   * @param {string} text
   * @returns {string}
   */
  digits(text) {
    return text.replace(/[0-9]/g, (digit) => [...this.#file.digits][Number(digit)]);
  }

  /**
   * Return a question without quotation marks, to be put between some.
   * @param {string} text
   * @returns {string}
   */
  static quoted(text) {
    return text.replace(/["“”„«»‹›「」『』]/gu, "").trim();
  }

  /**
   * Return a language of the site as menus name it.
   * @param {string} tag
   * @returns {Worded}
   */
  language(tag) {
    const { name, dir } = this.#file.languages[tag] ?? { name: tag, dir: "" };
    return tag === this.#file.tag ? [name, "", ""] : [name, tag, dir];
  }
}
