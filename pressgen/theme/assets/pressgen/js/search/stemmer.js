// What all stemmers are made of: a word comes in, its stem goes out. pressgen translates the stemmers themselves from
// Python (pressgen/search/translating.py); the names here are those of their own words, which Snowball's manual
// explains: https://snowballstem.org/compiler/snowman.html

const CODE = /^q[^aeiouy]*$/; // a word of another script, as pressgen/search/words/codes.py writes it

export class Stemmer {
  #known = new Map();
  #tables = new Map();
  #spellings;

  // `spellings` are the rules that make the spellings of a word one, each a pattern and what takes its place.
  constructor(spellings = []) {
    this.#spellings = spellings.map(([pattern, other]) => [new RegExp(pattern, "g"), other]);
  }

  // Give the stem of a word of the index.
  of(word) {
    if (!this.#known.has(word)) {
      this.#known.set(word, CODE.test(word) ? word : this.#stemmed(word));
    }
    return this.#known.get(word);
  }

  #stemmed(word) {
    this.current = this.#spellings.reduce((text, [pattern, other]) => text.replace(pattern, other), word);
    this.cursor = 0;
    this.limit = this.current.length;
    this.limit_backward = 0;
    this.bra = 0;
    this.ket = this.limit;
    this.stem();
    return this.current;
  }

  // Stem `current`; a language that has no stems has spellings only.
  stem() {}

  // ---- letters: step over one that is, or is not, of a group

  in_grouping(letters) {
    return this.#forwards(letters, true);
  }

  out_grouping(letters) {
    return this.#forwards(letters, false);
  }

  in_grouping_b(letters) {
    return this.#backwards(letters, true);
  }

  out_grouping_b(letters) {
    return this.#backwards(letters, false);
  }

  #forwards(letters, wanted) {
    const fits = this.cursor < this.limit && letters.includes(this.current[this.cursor]) === wanted;
    this.cursor += fits ? 1 : 0;
    return fits;
  }

  #backwards(letters, wanted) {
    const fits = this.cursor > this.limit_backward && letters.includes(this.current[this.cursor - 1]) === wanted;
    this.cursor -= fits ? 1 : 0;
    return fits;
  }

  // ---- and up to the first that is not, or that is; false where the word ends before

  go_in_grouping(letters) {
    while (this.in_grouping(letters));
    return this.cursor < this.limit;
  }

  go_out_grouping(letters) {
    while (this.out_grouping(letters));
    return this.cursor < this.limit;
  }

  go_in_grouping_b(letters) {
    while (this.in_grouping_b(letters));
    return this.cursor > this.limit_backward;
  }

  go_out_grouping_b(letters) {
    while (this.out_grouping_b(letters));
    return this.cursor > this.limit_backward;
  }

  // ---- texts: step over one, or over the longest of several that fits

  eq_s(text) {
    const fits = this.cursor + text.length <= this.limit && this.current.startsWith(text, this.cursor);
    this.cursor += fits ? text.length : 0;
    return fits;
  }

  eq_s_b(text) {
    const begin = this.cursor - text.length;
    const fits = begin >= this.limit_backward && this.current.startsWith(text, begin);
    this.cursor -= fits ? text.length : 0;
    return fits;
  }

  find_among(among) {
    const begin = this.cursor;
    return this.#longest(among, this.limit - begin, (length) => [begin, begin + length, begin + length]);
  }

  find_among_b(among) {
    const end = this.cursor;
    return this.#longest(among, end - this.limit_backward, (length) => [end - length, end, end - length]);
  }

  // `among` are lists of a text, what it gives, and the method that has to agree, if any; `at` gives for a length where
  // a text would begin and end, and where the cursor would be after it.
  #longest(among, room, at) {
    const { texts, longest } = this.#read(among);
    for (let length = Math.min(room, longest); length >= 0; length--) {
      const [begin, end, after] = at(length);
      const [result, method] = texts.get(this.current.slice(begin, end)) ?? [];
      if (result) {
        this.cursor = after;
        if (!method || this[method]()) {
          this.cursor = after;
          return result;
        }
      }
    }
    return 0;
  }

  #read(among) {
    if (!this.#tables.has(among)) {
      const texts = new Map(among.map(([text, ...rest]) => [text, rest]));
      this.#tables.set(among, { texts, longest: Math.max(...among.map(([text]) => text.length)) });
    }
    return this.#tables.get(among);
  }

  // ---- the slice between `bra` and `ket`: put something in its place

  slice_from(text) {
    this.#replace(this.bra, this.ket, text);
    this.ket = this.bra + text.length;
  }

  slice_del() {
    this.slice_from("");
  }

  slice_to() {
    return this.current.slice(this.bra, this.ket);
  }

  insert(begin, end, text) {
    const longer = this.#replace(begin, end, text);
    this.bra += begin <= this.bra ? longer : 0;
    this.ket += begin <= this.ket ? longer : 0;
  }

  #replace(begin, end, text) {
    const longer = text.length - (end - begin);
    this.current = this.current.slice(0, begin) + text + this.current.slice(end);
    this.limit += longer;
    if (this.cursor >= end) {
      this.cursor += longer;
    } else if (this.cursor > begin) {
      this.cursor = begin;
    }
    return longer;
  }
}
