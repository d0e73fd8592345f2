// Mark in a page the words that a reader searched for, which the address has as `?h=`, and bring the first into view.
// The page's elements, names and fragments stay what they are.

/** @import { Range } from "./parts.js" */

import { ranges } from "./excerpt.js";
import { places } from "./places.js";
import { queryPhrases } from "./query.js";
import { tokens } from "./tokens.js";

const WITHIN = "#article, .md-content__inner";
const MARKS = "mark.pg-found";
const LEFT_ALONE =
  "nav, aside, details, script, style, button, select, textarea, svg, mark, .pg-anchor, .headerlink, [hidden]";
const INLINE = new Set(
  "A ABBR B BDI BDO CITE CODE DATA DEL DFN EM I INS KBD Q RP RT RUBY S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR WBR".split(
    " ",
  ),
);

/**
 * Collect the text nodes of an element by the block that they stand in, in order; a line break ends a word.
 * @param {Element} root
 * @returns {Text[][]}
 */
function blocksOf(root) {
  /** @type {Text[][]} */
  const blocks = [];
  /** @type {Text[] | null} */
  let open = null;
  /** @param {Element} element */
  const walk = (element) => {
    for (const node of element.childNodes) {
      if (node instanceof Text) {
        if (!open) {
          open = [];
          blocks.push(open);
        }
        open.push(node);
      } else if (node instanceof Element && !node.matches(LEFT_ALONE)) {
        const inline = INLINE.has(node.tagName);
        if (!inline) {
          open = null;
        }
        walk(node);
        if (!inline) {
          open = null;
        }
      }
    }
  };
  walk(root);
  return blocks;
}

/**
 * Put what stands between two offsets of a text node into a mark.
 * @param {Text} node
 * @param {number} start
 * @param {number} end
 */
function wrap(node, start, end) {
  const found = start ? node.splitText(start) : node;
  if (end - start < found.length) {
    found.splitText(end - start);
  }
  const mark = document.createElement("mark");
  mark.className = "pg-found";
  found.replaceWith(mark);
  mark.append(found);
}

/** @param {Text[]} nodes */
const textOf = (nodes) => nodes.map((node) => node.data).join("");

/**
 * Mark places of the text of a block, which are in order.
 * @param {Text[]} nodes
 * @param {Range[]} places
 */
function markBlock(nodes, places) {
  const marks = [...places].reverse();
  let end = textOf(nodes).length;
  for (const node of nodes.reverse()) {
    const start = end - node.length;
    // From the last to the first, so that offsets into what is left of the node stay true.
    for (const [from, to] of marks) {
      const [first, last] = [Math.max(from, start), Math.min(to, end)];
      if (first < last && node.data.slice(first - start, last - start).trim()) {
        wrap(node, first - start, last - start);
      }
    }
    end = start;
  }
}

/**
 * Mark the phrases of a query in the page; return the marks, first those of blocks that have most of the phrases.
 * @param {string} query
 * @returns {Element[]}
 */
export function mark(query) {
  const phrases = queryPhrases(query);
  const root = document.querySelector(WITHIN);
  if (!root || !phrases.length) {
    return [];
  }
  const blocks = blocksOf(root);
  const cut = blocks.map((nodes) => tokens(textOf(nodes)));
  const found = places(cut, phrases).map((all, block) => {
    const before = root.querySelectorAll(MARKS).length;
    markBlock(blocks[block], ranges(cut[block], all));
    const count = all.filter((places) => places.length).length;
    return { count, marks: [...root.querySelectorAll(MARKS)].slice(before) };
  });
  return found.sort((a, b) => b.count - a.count).flatMap(({ marks }) => marks);
}

/** The place that the address names, if the page has it. */
function target() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

/** @param {Element[]} marks */
function show(marks) {
  const named = location.hash.length > 1 ? target() : null;
  const first = named ? marks.find((mark) => named.contains(mark)) : marks[0];
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  first?.scrollIntoView({ block: "center", behavior: still ? "instant" : "smooth" });
}

/** Mark what the address of the page asks for, and show the first of it. */
export function showMarked() {
  const query = new URLSearchParams(location.search).get("h");
  if (query) {
    show(mark(query));
  }
}
