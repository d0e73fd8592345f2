// Elements: a name, attributes and children come in, an element of the page goes out. Texts are only ever texts.

// Make an element; an attribute that is false, null or undefined is left out.
export function made(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value === true ? "" : value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

// Give words as `[text, language, direction]`, the last two empty where they are the page's.
/** @type {(words: any) => any} */
export const worded = (words) => (Array.isArray(words) ? words : [words, "", ""]);

// Give the attributes that mark words in another language than the page's.
export const marking = ([, lang, dir]) => ({ lang: lang || null, dir: dir || null });
