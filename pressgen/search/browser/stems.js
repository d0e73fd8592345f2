// The stems of words, which the index has in their place.

const CODE = /^q[^aeiouy]*$/; // a word of another script, as pressgen/search/words/codes.py writes it

// Return the function that stems a word of the index, by what the script of a language exports: `stem`, and `spellings`,
// the rules that make the spellings of a word one, each a pattern and its replacement.
export function stemOf({ stem, spellings }) {
  const rules = spellings.map(([pattern, replacement]) => [new RegExp(pattern, "g"), replacement]);
  const stems = new Map();
  return (word) => {
    if (!stems.has(word)) {
      const spelling = (text, [pattern, replacement]) => text.replace(pattern, replacement);
      stems.set(word, CODE.test(word) ? word : stem(rules.reduce(spelling, word)));
    }
    return stems.get(word);
  };
}
