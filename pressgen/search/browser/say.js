// Interface words: the file of a language comes in, what it says of counts and names, in its own digits, goes out.

// Make what depends on a language. Browsers refuse tags that BCP 47 has besides (x-seaspeak, i-klingon, zh-yue): then by
// the language alone, at last by English.
function known(tag, make) {
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
  #said;
  #plurals;
  #numbers;

  constructor(said) {
    this.#said = said;
    this.#plurals = known(said.in, (tag) => new Intl.PluralRules(tag));
    this.#numbers = known(
      said.tag,
      (tag) => new Intl.NumberFormat(tag, { useGrouping: "always", numberingSystem: "latn" }),
    );
  }

  // Fetch the words of a page by what its element says; fails as fetching does.
  static async of({ dataset }, root) {
    const response = await fetch(new URL(dataset.words, root));
    if (!response.ok) {
      throw new Error(`${response.url}: ${response.status}`);
    }
    return new Words(await response.json());
  }

  // What stands between the items of a list.
  get separator() {
    return this.#said.separator;
  }

  // Give the words of `key` in the form for `count`, with values in their places.
  say(key, /** @type {Record<string, any>} */ { count, ...values } = {}) {
    const found = this.#said.words[key] ?? "";
    const text = typeof found === "string" ? found : (found[this.#plurals.select(count)] ?? found.other);
    const filled = count === undefined ? values : { count: this.number(count), ...values };
    return text.replace(/\{(\w+)\}/g, (place, name) => filled[name] ?? place);
  }

  // Write the words of `key` into an element, marked where they are in another language than the page.
  put(element, key, values) {
    element.textContent = this.say(key, values);
    const [, lang, dir] = this.worded("");
    if (lang) {
      element.lang = lang;
      element.dir = dir;
    }
    return element;
  }

  // Give interface words as `[text, language, direction]`, the last two empty where they are the page's.
  worded(text) {
    const { in: language, tag, dir } = this.#said;
    return language === tag ? [text, "", ""] : [text, language, dir];
  }

  // Give a number as the language writes it.
  number(value) {
    const parts = this.#numbers.formatToParts(value);
    return this.digits(parts.map((part) => (part.type === "group" ? this.#said.group : part.value)).join(""));
  }

  // Give a text with its digits in the language's own.
  digits(text) {
    return String(text).replace(/[0-9]/g, (digit) => [...this.#said.digits][digit]);
  }

  // Give a question as it stands between quotation marks: without its own.
  static quoted(text) {
    return text.replace(/["“”„«»‹›「」『』]/gu, "").trim();
  }

  // Give a language of the site as menus name it: `[name, tag, direction]`.
  language(tag) {
    const { name, dir } = this.#said.languages[tag] ?? { name: tag, dir: "" };
    return tag === this.#said.tag ? [name, "", ""] : [name, tag, dir];
  }
}
