// Sorted words: which of several files has a word.

// Give the number of the last item that is not after `key`; items are sorted by code point.
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

// Compare by code point: the order of JavaScript's own operators is that of UTF-16 units.
export function after(one, other) {
  const [a, b] = [[...one], [...other]];
  for (let at = 0; at < a.length && at < b.length; at++) {
    if (a[at] !== b[at]) {
      return a[at].codePointAt(0) > b[at].codePointAt(0);
    }
  }
  return a.length > b.length;
}
