// Divide a text into marked and unmarked parts.

/** @typedef {{ text: string, marked?: boolean }} TextPart */
/** @typedef {[start: number, end: number]} Range Offsets in a text. */

/**
 * Divide a text between two offsets into parts, those within `marks` marked; `marks` are in order.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {Range[]} marks
 * @returns {TextPart[]}
 */
export function markedParts(text, start, end, marks) {
  /** @type {TextPart[]} */
  const parts = [];
  /** @type {(from: number, to: number, marked: boolean) => void} */
  const add = (from, to, marked) => {
    if (to > from) {
      parts.push({ text: text.slice(from, to), marked });
    }
  };
  let done = start;
  for (const [from, to] of marks) {
    if (to <= done || from >= end) {
      continue;
    }
    add(done, from, false);
    add(Math.max(from, done), Math.min(to, end), true);
    done = Math.min(to, end);
  }
  add(done, end, false);
  return parts;
}
