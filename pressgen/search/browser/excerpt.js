// Choose the part of a text that shows best why it was found, cut between words or clusters, with what was found marked.

/** @import { TextBlock } from "./archive.js" */
/** @import { Range, TextPart } from "./parts.js" */
/** @import { Phrase } from "./query.js" */
/** @import { Token } from "./tokens.js" */
/** @import { Place } from "./words.js" */

import { markedParts } from "./parts.js";
import { places } from "./places.js";
import { tokens } from "./tokens.js";
import { isCluster } from "./words.js";

const ROOM = 120; // clusters; a word of a script with spaces takes as much as four
const WORD = 4;
const BEFORE = 0.3; // of the room that is left, how much goes before what was found
const NEAR = 16; // clusters
const LONGEST_CHAIN = 8; // joined words, such as those of a reference number, that are not taken apart

/** @typedef {Place & { count: number }} Window Tokens of a block, and how many phrases stand in them. */
/** @typedef {{ anchor: string | null, parts: TextPart[], before: boolean, after: boolean }} Excerpt */

/** @param {Token} token */
const weight = (token) => (isCluster(token) ? 1 : WORD);
/** @type {(found: Token[], first: number, last: number) => number} */
const weightOf = (found, first, last) => {
  let sum = 0;
  for (let place = first; place <= last; place += 1) {
    sum += weight(found[place]);
  }
  return sum;
};

/**
 * Find the window of a block with the most phrases, the earliest of these.
 * @param {Token[]} found
 * @param {Place[][]} all
 * @returns {Window}
 */
function bestWindow(found, all) {
  const hits = all.flatMap((hits, phrase) => hits.map((hit) => ({ ...hit, phrase })));
  hits.sort((a, b) => a.first - b.first || a.last - b.last);
  let best = { count: 0, first: 0, last: -1 };
  hits.forEach((start, at) => {
    if (best.count === all.length) {
      return;
    }
    const phrases = new Set([start.phrase]);
    let { last } = start;
    for (const hit of hits.slice(at + 1)) {
      if (weightOf(found, start.first, Math.max(last, hit.last)) > ROOM) {
        break;
      }
      phrases.add(hit.phrase);
      last = Math.max(last, hit.last);
    }
    if (phrases.size > best.count) {
      best = { count: phrases.size, first: start.first, last };
    }
  });
  return best;
}

/**
 * Take tokens from `place` on in the direction of `step` as far as they fit; return the last place and the room left.
 * @param {Token[]} found
 * @param {number} place
 * @param {1 | -1} step
 * @param {number} room
 * @returns {[place: number, room: number]}
 */
function taken(found, place, step, room) {
  let next = place + step;
  while (next >= 0 && next < found.length && weight(found[next]) <= room) {
    room -= weight(found[next]);
    place = next;
    next += step;
  }
  return [place, room];
}

/**
 * Widen a window to the tokens that are shown; a chain of joined words at its ends is taken whole.
 * @param {Token[]} found
 * @param {Window} window
 * @returns {[first: number, last: number]}
 */
function widened(found, window) {
  const { first, last } = window;
  const left = Math.max(0, ROOM - (last >= first ? weightOf(found, first, last) : 0));
  const before = Math.floor(left * BEFORE);
  let [start, unused] = taken(found, first, -1, before);
  let end = last;
  [end, unused] = taken(found, last, 1, left - before + unused);
  [start] = taken(found, start, -1, unused);
  /** @param {number} place */
  const apart = (place) => place <= 0 || place >= found.length || !chained(found[place]);
  for (let most = LONGEST_CHAIN; most && !apart(start); most -= 1) {
    start -= 1;
  }
  for (let most = LONGEST_CHAIN; most && !apart(end + 1); most -= 1) {
    end += 1;
  }
  return [start, end];
}

/**
 * Cut a run of clusters at a space of its own where there is one near: there a phrase or a name ends.
 * @param {Token[]} found
 * @param {Window} window
 * @param {[first: number, last: number]} shown
 * @returns {[first: number, last: number]}
 */
function atSpaces(found, window, [start, end]) {
  const { first, last } = window;
  /** @param {number} place */
  const spaced = (place) => place >= found.length || !found[place].before.joined;
  let begin = start;
  while (begin > 0 && begin < Math.min(first, start + NEAR) && !spaced(begin)) {
    begin += 1;
  }
  let stop = end;
  while (stop > Math.max(last, end - NEAR) && !spaced(stop + 1)) {
    stop -= 1;
  }
  return [start > 0 && spaced(begin) ? begin : start, spaced(stop + 1) ? stop : end];
}

/** @param {Token} token */
const chained = (token) => token.before.joined && !isCluster(token);

/**
 * Return where to cut a text before a token: what is written to it without white space goes with it.
 * @param {string} text
 * @param {Token[]} found
 * @param {number} place
 */
function startOf(text, found, place) {
  if (place <= 0) {
    return text.length - text.trimStart().length;
  }
  const gap = text.slice(found[place - 1].end, found[place].start);
  const white = gap.search(/\S*$/);
  return white > 0 ? found[place - 1].end + white : Math.max(found[place].start, found[place - 1].end);
}

/**
 * Return where to cut a text after a token, likewise.
 * @param {string} text
 * @param {Token[]} found
 * @param {number} place
 */
function endOf(text, found, place) {
  if (place >= found.length - 1) {
    return text.trimEnd().length;
  }
  const from = found[place].end;
  const gap = text.slice(from, Math.max(from, found[place + 1].start));
  return from + (gap.match(/^\S*/)?.[0].length ?? 0);
}

/**
 * Return where the phrases stand in a text, in order and apart.
 * @param {Token[]} found
 * @param {Place[][]} all
 * @returns {Range[]}
 */
export function ranges(found, all) {
  /** @type {Range[]} */
  const sorted = all.flat().map(({ first, last }) => [found[first].start, found[last].end]);
  sorted.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  /** @type {Range[]} */
  const merged = [];
  for (const [start, end] of sorted) {
    const last = merged.at(-1);
    if (last && start <= last[1]) {
      last[1] = Math.max(last[1], end);
    } else {
      merged.push([start, end]);
    }
  }
  return merged;
}

/**
 * Choose the excerpt of a text: with its block's anchor, and whether the block goes on before and after it. Where no
 * phrase stands in the text, it is the beginning.
 * @param {TextBlock[]} blocks
 * @param {Phrase[]} phrases
 * @returns {Excerpt}
 */
export function excerpt(blocks, phrases) {
  const cut = blocks.map(({ text }) => tokens(text));
  /** @type {{ block: TextBlock, found: Token[], all: Place[][], window: Window } | null} */
  let best = null;
  for (const [at, all] of places(cut, phrases).entries()) {
    const block = blocks[at];
    const found = cut[at];
    if (!found.length) {
      continue;
    }
    const window = bestWindow(found, all);
    if (!best || window.count > best.window.count) {
      best = { block, found, all, window };
    }
    if (window.count && window.count === phrases.length) {
      break;
    }
  }
  if (!best) {
    return { anchor: null, parts: [], before: false, after: false };
  }
  const { block, found, all, window } = best;
  const [first, last] = atSpaces(found, window, widened(found, window));
  const [start, end] = [startOf(block.text, found, first), endOf(block.text, found, last)];
  return {
    anchor: window.count ? block.anchor : null,
    parts: markedParts(block.text, start, end, ranges(found, all)),
    before: first > 0,
    after: last < found.length - 1,
  };
}
