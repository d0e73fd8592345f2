// Split texts into tokens: words, numbers, and the clusters of scripts without spaces.
//
// pressgen/search/words does the same for the index, by the same table; tests/search/words compares both.

import { escaped, inside, literally, ranges, table } from "./table.js";

/**
 * @typedef {object} Between What stands between a token and the one before it.
 * @property {boolean} joined no white space
 * @property {boolean} breaks anything but white space and middle dots, or the beginning of the text
 * @property {string} link "-" for a hyphen, "'" for an apostrophe, "." for a point, else nothing
 * @property {boolean} stops a comma or another mark after which something else begins
 */
/**
 * @typedef {object} Token A word, a number, or a cluster of a script without spaces.
 * @property {string} text as search compares it
 * @property {string} script ISO 15924; Zyyy for numbers
 * @property {number} start in UTF-16 units
 * @property {number} end
 * @property {Between} before
 * @property {boolean} [capitals] two to five ASCII capitals, as of an abbreviation
 */
/** @typedef {[text: string, script: string]} Part A part of a printed word. */
const YEAR_FIGURES = 4;
const ROUNDS = 8;

const IGNORED = inside(table.ignored);
const WHITE = inside(table.white);
const ZEROS = table.digits.split(" ").map((first) => parseInt(first, 16));
export const CLUSTERS = Object.keys(table.clusters);
export const SCRIPTS = Object.keys(table.scripts);
/** @type {Map<string, string>} */
const DIGITS = new Map(ZEROS.flatMap((zero) => [...Array(10)].map((_, n) => [String.fromCodePoint(zero + n), `${n}`])));

/** @type {[first: number, last: number, kind: string][]} */
const kinds = /** @type {[number, number, string][]} */ ([
  ...Object.entries(table.scripts).flatMap(([script, items]) =>
    ranges(items).map(([first, last]) => [first, last, table.read_as[script] ?? script]),
  ),
  ...ranges(table.compatible).map(([first, last]) => [first, last, "Zyyy"]),
  ...ZEROS.map((zero) => [zero, zero + 9, "0"]),
]).sort((a, b) => a[0] - b[0]);

/**
 * Return a letter's or mark's script, "0" for a digit, "Zyyy" for a compatible form, nothing for anything else.
 * @param {string} text
 * @returns {string}
 */
function kindOf(text) {
  const code = text.codePointAt(0) ?? 0;
  let low = 0;
  let high = kinds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (kinds[middle][0] <= code) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const found = kinds[low - 1];
  return found && code <= found[1] ? found[2] : "";
}

// ---- patterns

// A year in figures of Han; its zero is also written as a circle.
const FIGURES = `[${table.years}][${table.years}${table.zeros}]{${YEAR_FIGURES - 1},}`;

/** @param {string} script */
const clusterSource = (script) => {
  const own = [script, ...SCRIPTS.filter((other) => table.read_as[other] === script)];
  const letters = own.map((name) => inside(table.scripts[name])).join("");
  const unit = table.clusters[script].unit;
  const source = unit.replaceAll("~", `[ ${IGNORED}]*`).replaceAll("%", `[ ${IGNORED}]+`).replaceAll("@", letters);
  return script === "Hani" ? `${FIGURES}|${source}` : source;
};

/** @param {string} script */
const wordSource = (script) => {
  const letters = inside(table.scripts[script]);
  const within = letters + inside(table.accents);
  const joining = table.inner[script] ? `|[${literally(table.inner[script])}](?=[${letters}])` : "";
  const after = script === "Latn" ? `(?:[${literally(table.apostrophes)}][sS](?![${letters}]))?` : "";
  const word = `[${letters}](?:[${within}]+|[${IGNORED}]+(?=[${within}])${joining})*${after}`;
  return script === "Latn" ? `[Nn]°|${word}` : word; // French types a degree in place of the letter of nº
};

const numberSource = () => {
  const digit = `[${ZEROS.map((zero) => `${escaped(zero)}-${escaped(zero + 9)}`).join("")}]`;
  const leading = `[${ZEROS.map((zero) => `${escaped(zero + 1)}-${escaped(zero + 9)}`).join("")}]`;
  const zero = `[${ZEROS.map(escaped).join("")}]`;
  const value = [
    ...table.groups.map((group) => `${leading}${digit}{0,2}(?:${literally(group)}${digit}{3})+(?!${digit})`),
    `${leading}${digit}{0,2}(?: ${zero}${digit}{2})+(?!${digit})`,
    `${leading}(?: ${digit}{3})+(?!${digit})`,
    `${digit}+`,
  ].join("|");
  const endings = [...table.ordinals, ...table.ordinals.map((ending) => ending.toUpperCase())];
  const ordinals = [...new Set(endings)].map(literally).join("|");
  return `(?:${value})(?:(?:${ordinals})(?![${inside(table.scripts.Latn)}]|${digit}))?`;
};

const spaced = SCRIPTS.filter((script) => !table.clusters[script] && !table.read_as[script]);
const TOKEN = new RegExp(
  [...spaced.map(wordSource), ...CLUSTERS.map(clusterSource), numberSource(), `[${inside(table.compatible)}]+`].join(
    "|",
  ),
  "gu",
);
const UNIT = Object.fromEntries(CLUSTERS.map((script) => [script, new RegExp(clusterSource(script), "gu")]));
const PIECE = new RegExp(`[${Object.values(table.scripts).map(inside).join("")}]+`, "gu");
const YEAR = new RegExp(`^(?:${FIGURES})$`, "u");
const DOTS = new RegExp(`[${table.dots}]+`, "gu");
const IGNORE = new RegExp(`[${IGNORED}]+`, "gu");
const BLANK = new RegExp(`[${WHITE}]+`, "gu");
const LOOSE = new RegExp(`[${IGNORED}${WHITE}]+`, "gu");
const DROPPED = new RegExp(`[${inside(table.accents)}${inside(table.points)}]+`, "gu");
const KEPT = new RegExp(table.kept.map((letter) => literally(letter.normalize("NFD"))).join("|"), "gu");
const CAPITALS = /^[A-Z]{2,5}$/; // as of an abbreviation
const POSSESSIVE = new RegExp(`[${literally(table.apostrophes)}][sS]$`, "u");

// ---- normal forms

/** @param {string} text */
const translated = (text) => [...text].map((character) => table.letters[character] ?? character).join("");

/**
 * Read a number as its digits, whatever groups them and whichever ordinal it is.
 * @param {string} raw
 * @returns {Part[]}
 */
const number = (raw) => [[[...raw].map((character) => DIGITS.get(character) ?? "").join(""), "Zyyy"]];

/**
 * Read a word of a script that is written with spaces: nearly always one part.
 * @param {string} raw
 * @param {string} script
 * @returns {Part[]}
 */
function word(raw, script) {
  let text = raw.replace(IGNORE, "").replace(POSSESSIVE, "");
  text = text.normalize("NFKD").toLowerCase();
  for (const mark of table.inner[script] ?? "") {
    text = text.replaceAll(mark, "");
  }
  text = text
    .replace(KEPT, (found) => found.normalize("NFC"))
    .replace(DROPPED, "")
    .normalize("NFC");
  return [...rewritten(translated(text), script).matchAll(PIECE)].map(([piece]) => {
    const kind = kindOf(piece);
    return [kind === "Arab" ? withoutArticle(piece) : piece, kind];
  });
}

/**
 * @param {string} text
 * @returns {string}
 */
function withoutArticle(text) {
  const article = table.articles.find((start) => text.startsWith(start) && text.length >= start.length + 3);
  return article ? withoutArticle(text.slice(article.length)) : text;
}

const ranks = Object.fromEntries(
  CLUSTERS.map((script) => {
    const { order, stack, bases } = table.clusters[script];
    const places = ranges(order).map(([first, last], place) => [first, last, place + 2]);
    /** @param {string} sign */
    const rank = (sign) => {
      const code = sign.codePointAt(0) ?? 0;
      return places.find(([first, last]) => code >= first && code <= last)?.[2];
    };
    const split = stack ? new RegExp(`${literally(stack)}[${inside(bases)}]?|.`, "gsu") : /./gsu;
    return [script, { rank, split, any: places.length > 0 }];
  }),
);

/** @type {(a: string, b: string) => number} */
const before = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** @type {Record<string, [RegExp, string][]>} */
const REWRITES = Object.fromEntries(
  Object.entries(table.rewrites).map(([script, all]) => [
    script,
    all.map(([from, to]) => [new RegExp(from, "gu"), to]),
  ]),
);

/**
 * @param {string} text
 * @param {string} script
 * @returns {string}
 */
function rewritten(text, script) {
  for (const [pattern, other] of REWRITES[script] ?? []) {
    text = text.replace(pattern, other);
  }
  return text;
}

/**
 * Put the signs after each base in the table's order, stacked letters first, and no sign twice.
 * @param {string} text
 * @param {string} script
 * @returns {string}
 */
function ordered(text, script) {
  const { rank, split, any } = ranks[script];
  if (!any) {
    return text;
  }
  const { stack, last } = table.clusters[script];
  let done = "";
  /** @type {Map<string, [place: number, sign: string]>} */
  const signs = new Map();
  const flush = () => {
    const pairs = [...signs].sort(([, [a, one]], [, [b, other]]) => a - b || before(one, other));
    done += pairs.map(([sign]) => sign).join("");
    signs.clear();
  };
  for (const [element] of text.matchAll(split)) {
    const stacked = stack && element[0] === stack;
    const place = stacked ? Number(element.slice(1) === last) : rank(element);
    if (place === undefined) {
      flush();
      done += element;
    } else if (!signs.has(element)) {
      signs.set(element, [place, stacked ? "" : element]);
    }
  }
  flush();
  return done;
}

/**
 * Read a cluster: nearly always one part.
 * @param {string} raw
 * @param {string} script
 * @returns {Part[]}
 */
function clusters(raw, script) {
  if (script === "Hani" && YEAR.test(raw)) {
    const figures = [...raw];
    if (figures.length > YEAR_FIGURES) {
      return figures.map((figure) => [kindOf(figure) ? figure : table.years[0], script]);
    }
    return [[figures.map((figure) => Math.max(0, table.years.indexOf(figure))).join(""), "Zyyy"]];
  }
  let text = translated(raw.replace(LOOSE, "").normalize("NFKC"));
  for (let round = 0; round < ROUNDS; round += 1) {
    const earlier = text;
    text = rewritten(ordered(text, script), script);
    if (text === earlier) {
      break;
    }
  }
  return [...text.matchAll(UNIT[script])].map(([piece]) => [piece, script]);
}

/**
 * @param {string} raw
 * @returns {Part[]}
 */
function read(raw) {
  const kind = kindOf(raw);
  if (kind === "0") {
    const letters = kindOf([...raw].at(-1) ?? ""); // where a digit stands for the letter that looks like it
    return table.clusters[letters] ? clusters(raw, letters) : number(raw);
  }
  if (kind === "Zyyy") {
    return tokens(raw.normalize("NFKC")).map((token) => [token.text, token.script]);
  }
  return table.clusters[kind] ? clusters(raw, kind) : word(raw, kind);
}

/** @type {Map<string, Part[]>} */
const known = new Map();

/**
 * Return the parts of a printed word, read now or before.
 * @param {string} raw
 * @returns {Part[]}
 */
function partsOf(raw) {
  let parts = known.get(raw);
  if (!parts) {
    if (known.size >= 50000) {
      known.clear();
    }
    parts = read(raw);
    known.set(raw, parts);
  }
  return parts;
}

/**
 * @param {string} gap
 * @returns {Between}
 */
function between(gap) {
  const rest = gap.replace(IGNORE, "");
  const solid = rest.replace(BLANK, "").replace(DOTS, "");
  const stops = [...solid].some((character) => table.stops.includes(character));
  return { joined: rest.search(BLANK) < 0, breaks: solid !== "", link: linkOf(rest, solid), stops };
}

/**
 * @param {string} rest
 * @param {string} solid
 */
function linkOf(rest, solid) {
  if ([...rest].length === 1 && table.hyphens.includes(rest)) {
    return "-";
  }
  if ([...rest].length === 1 && table.apostrophes.includes(rest)) {
    return "'";
  }
  return solid === "." && rest[0] === "." ? "." : "";
}

const FIRST = { joined: false, breaks: true, link: "", stops: false };
const PART = { joined: true, breaks: false, link: "", stops: false };

/**
 * Split a text into tokens, in order.
 * @param {string} text
 * @returns {Token[]}
 */
export function tokens(text) {
  /** @type {Token[]} */
  const found = [];
  let gap = "";
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const parts = partsOf(match[0]);
    const start = match.index;
    gap += text.slice(end, start);
    end = start + match[0].length;
    if (!parts.length) {
      gap += "_"; // a word of nothing but signs is like a mark of punctuation
      continue;
    }
    let before = found.length ? between(gap) : FIRST;
    for (const [part, script] of parts) {
      found.push({ text: part, script, start, end, before, capitals: CAPITALS.test(match[0]) });
      before = PART;
    }
    gap = "";
  }
  return found;
}
