// Stem words: the index has the stems of words in their place.

const CODE = /^q[^aeiouy]*$/; // a word of another script, as pressgen/search/words/codes.py writes it

/** @typedef {{ stem: (word: string) => string, spellings: [string, string][] }} StemmerScript */

/**
 * Return the function that stems a word of the index, from what the script of a language exports: `stem`, and the rules
 * that make the spellings of a word one, each a pattern and its replacement.
 * @param {StemmerScript} script
 * @returns {(word: string) => string}
 */
export function stemOf({ stem, spellings }) {
  const rules = spellings.map(([pattern, replacement]) => ({ pattern: new RegExp(pattern, "g"), replacement }));
  /** @type {Map<string, string>} */
  const stems = new Map();
  return (word) => {
    const known = stems.get(word);
    if (known !== undefined) {
      return known;
    }
    const spelling = rules.reduce((text, { pattern, replacement }) => text.replace(pattern, replacement), word);
    const found = CODE.test(word) ? word : stem(spelling);
    stems.set(word, found);
    return found;
  };
}
