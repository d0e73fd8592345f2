// Fetch files of the site, whole and in time, and find in sorted words which file has a word.

const PATIENCE = 15000; // milliseconds for one file

/**
 * Fetch a file and read it. Throws an error if it did not come, or not whole.
 * @template Content
 * @param {URL} address
 * @param {(response: Response) => Content | Promise<Content>} read
 * @returns {Promise<Content>}
 */
export async function fetchFile(address, read) {
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) {
    throw new Error(`${address}: ${response.status}`);
  }
  return read(response);
}

let failures = 0;

/**
 * Import a script. Throws an error if it did not come.
 * @param {URL} address
 * @returns {Promise<any>}
 */
export async function importScript(address) {
  // A browser never asks twice for a script that did not come, unless it has another address.
  const again = failures ? `?${failures}` : "";
  try {
    return await Promise.race([import(`${address}${again}`), late()]);
  } catch (error) {
    failures++;
    throw error;
  }
}

const late = () => new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error("too late")));

/**
 * Unpack an answer that is compressed with gzip; the browser throws an error if it is cut off.
 * @param {Response} response
 */
export const unpack = (response) => new Response(response.body?.pipeThrough(new DecompressionStream("gzip")));

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

const NAME = 10; // letters and digits

/**
 * Return the name of a file, of names that stand one behind the other.
 * @param {string} names
 * @param {number} number
 */
export const nameOf = (names, number) => names.slice(NAME * number, NAME * (number + 1));

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
