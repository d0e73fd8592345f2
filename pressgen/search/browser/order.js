// Find in sorted words which of several files has a word.

/**
 * Return the number of the last item that is not after `key`; items are sorted by code point.
 * @param {string[]} firsts
 * @param {string} key
 * @returns {number}
 */
export function pieceOf(firsts, key) {
  let low = 0;
  let high = firsts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (after(firsts[middle], key)) {
      high = middle - 1;
    } else {
      low = middle;
    }
  }
  return low;
}

/**
 * True if a word comes after another by code point; JavaScript's own operators compare UTF-16 units.
 * @param {string} word
 * @param {string} other
 * @returns {boolean}
 */
export function after(word, other) {
  const [a, b] = [[...word], [...other]];
  for (let at = 0; at < a.length && at < b.length; at++) {
    if (a[at] !== b[at]) {
      return (a[at].codePointAt(0) ?? 0) > (b[at].codePointAt(0) ?? 0);
    }
  }
  return a.length > b.length;
}
