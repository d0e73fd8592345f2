// A text goes in; its words come out as search compares them. The same rule as pressgen/text/words, from the same
// table; tests/text/words holds both to it.
import table from "../../search/table.js";

const CONSONANTS = "bcdfghjklmnpqrtvwxz";
const NARROW = 18 * 19;
const WIDE = 18 * 19 ** 3;
const LONGEST_WHOLE = 4; // figures of a number that are not parted
const LONGEST_COMPOUND = 3;
const LONGEST_INITIALS = 5;
const ROUNDS = 8;
const FILLER = "qx"; // no query asks for it

const ranges = (items) =>
  items.split(" ").filter(Boolean).map((item) => {
    const [first, last = first] = item.split("-");
    return [parseInt(first, 16), parseInt(last, 16)];
  });
const escaped = (code) => `\\u{${code.toString(16)}}`;
const inside = (items) => ranges(items).map(([first, last]) => `${escaped(first)}-${escaped(last)}`).join("");
const literally = (text) => [...text].map((character) => escaped(character.codePointAt(0))).join("");

const IGNORED = inside(table.ignored);
const WHITE = inside(table.white);
const ZEROS = table.digits.split(" ").map((first) => parseInt(first, 16));
const CLUSTERS = Object.keys(table.clusters);
const SCRIPTS = Object.keys(table.scripts);
const DIGITS = new Map(ZEROS.flatMap((zero) => [...Array(10)].map((_, n) => [String.fromCodePoint(zero + n), `${n}`])));

const kinds = [
  ...Object.entries(table.scripts).flatMap(([script, items]) =>
    ranges(items).map(([first, last]) => [first, last, table.read_as[script] ?? script]),
  ),
  ...ranges(table.compatible).map(([first, last]) => [first, last, "Zyyy"]),
  ...ZEROS.map((zero) => [zero, zero + 9, "0"]),
].sort((a, b) => a[0] - b[0]);

// A letter's or mark's script, "0" for a digit, "Zyyy" for a compatible form, nothing for the rest.
function kindOf(text) {
  const code = text.codePointAt(0);
  let low = 0;
  let high = kinds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (kinds[middle][0] <= code) low = middle + 1;
    else high = middle;
  }
  const found = kinds[low - 1];
  return found && code <= found[1] ? found[2] : "";
}

// ---- patterns

const clusterSource = (script) => {
  const own = [script, ...SCRIPTS.filter((other) => table.read_as[other] === script)];
  const letters = own.map((name) => inside(table.scripts[name])).join("");
  const unit = table.clusters[script].unit;
  const source = unit.replaceAll("~", `[ ${IGNORED}]*`).replaceAll("%", `[ ${IGNORED}]+`).replaceAll("@", letters);
  return script === "Hani" ? `[${table.years}]{${LONGEST_WHOLE},}|${source}` : source;
};

const wordSource = (script) => {
  const letters = inside(table.scripts[script]);
  const within = letters + inside(table.accents);
  const joining = table.inner[script] ? `|[${literally(table.inner[script])}](?=[${letters}])` : "";
  const after = script === "Latn" ? `(?:[${literally(table.apostrophes)}][sS](?![${letters}]))?` : "";
  return `[${letters}](?:[${within}]+|[${IGNORED}]+(?=[${within}])${joining})*${after}`;
};

const numberSource = () => {
  const digit = `[${ZEROS.map((zero) => `${escaped(zero)}-${escaped(zero + 9)}`).join("")}]`;
  const leading = `[${ZEROS.map((zero) => `${escaped(zero + 1)}-${escaped(zero + 9)}`).join("")}]`;
  const zero = `[${ZEROS.map(escaped).join("")}]`;
  return [
    ...table.groups.map((group) => `${leading}${digit}{0,2}(?:${literally(group)}${digit}{3})+(?!${digit})`),
    `${leading}${digit}{0,2}(?: ${zero}${digit}{2})+(?!${digit})`,
    `${leading}(?: ${digit}{3})+(?!${digit})`,
    `${digit}+`,
  ].join("|");
};

const spaced = SCRIPTS.filter((script) => !table.clusters[script] && !table.read_as[script]);
const TOKEN = new RegExp(
  [
    ...spaced.map(wordSource),
    numberSource(),
    ...CLUSTERS.map(clusterSource),
    `[${inside(table.compatible)}]+`,
  ].join("|"),
  "gu",
);
const UNIT = Object.fromEntries(CLUSTERS.map((script) => [script, new RegExp(clusterSource(script), "gu")]));
const PIECE = new RegExp(`[${Object.values(table.scripts).map(inside).join("")}]+`, "gu");
const YEAR = new RegExp(`^[${table.years}]{${LONGEST_WHOLE},}$`, "u");
const DOTS = new RegExp(`[${table.dots}]+`, "gu");
const IGNORE = new RegExp(`[${IGNORED}]+`, "gu");
const BLANK = new RegExp(`[${WHITE}]+`, "gu");
const LOOSE = new RegExp(`[${IGNORED}${WHITE}]+`, "gu");
const DROPPED = new RegExp(`[${inside(table.accents)}${inside(table.points)}]+`, "gu");
const KEPT = new RegExp(table.kept.map((letter) => literally(letter.normalize("NFD"))).join("|"), "gu");
const POSSESSIVE = new RegExp(`[${literally(table.apostrophes)}][sS]$`, "u");

// ---- normal forms

const translated = (text) => [...text].map((character) => table.letters[character] ?? character).join("");

function number(raw) {
  const value = [...raw].map((character) => DIGITS.get(character) ?? "").join("");
  if (value.length <= LONGEST_WHOLE) return [[value, "Zyyy"]];
  const parts = [];
  for (let end = value.length; end > 0; end -= 3) parts.unshift([value.slice(Math.max(0, end - 3), end), "Zyyy"]);
  return parts;
}

function word(raw, script) {
  let text = raw.replace(IGNORE, "").replace(POSSESSIVE, "");
  text = text.normalize("NFKD").replaceAll("Σ", "σ").toLowerCase();
  for (const mark of table.inner[script] ?? "") text = text.replaceAll(mark, "");
  text = text.replace(KEPT, (found) => found.normalize("NFC")).replace(DROPPED, "").normalize("NFC");
  return [...rewritten(translated(text), script).matchAll(PIECE)].map(([piece]) => {
    const kind = kindOf(piece);
    return [kind === "Arab" ? withoutArticle(piece) : piece, kind];
  });
}

function withoutArticle(text) {
  const article = table.articles.find((one) => text.startsWith(one) && text.length >= one.length + 3);
  return article ? withoutArticle(text.slice(article.length)) : text;
}

const ranks = Object.fromEntries(
  CLUSTERS.map((script) => {
    const { order, stack, bases } = table.clusters[script];
    const places = ranges(order).map(([first, last], place) => [first, last, place + 2]);
    const rank = (sign) => {
      const code = sign.codePointAt(0);
      return places.find(([first, last]) => code >= first && code <= last)?.[2];
    };
    const split = stack ? new RegExp(`${literally(stack)}[${inside(bases)}]?|.`, "gsu") : /./gsu;
    return [script, { rank, split, any: places.length > 0 }];
  }),
);

const before = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

const REWRITES = Object.fromEntries(
  Object.entries(table.rewrites).map(([script, all]) => [script, all.map(([from, to]) => [new RegExp(from, "gu"), to])]),
);

function rewritten(text, script) {
  for (const [pattern, other] of REWRITES[script] ?? []) text = text.replace(pattern, other);
  return text;
}

// The signs after each base in the table's order, what is stacked first, and no sign twice.
function ordered(text, script) {
  const { rank, split, any } = ranks[script];
  if (!any) return text;
  const { stack, last } = table.clusters[script];
  let done = "";
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

function clusters(raw, script) {
  if (script === "Hani" && YEAR.test(raw)) {
    const figures = [...raw];
    if (figures.length > LONGEST_WHOLE) return figures.map((figure) => [figure, script]);
    return [[figures.map((figure) => table.years.indexOf(figure)).join(""), "Zyyy"]];
  }
  let text = translated(raw.replace(LOOSE, "").normalize("NFKC"));
  for (let round = 0; round < ROUNDS; round += 1) {
    const earlier = text;
    text = rewritten(ordered(text, script), script);
    if (text === earlier) break;
  }
  return [...text.matchAll(UNIT[script])].map(([piece]) => [piece, script]);
}

function read(raw) {
  const kind = kindOf(raw);
  if (kind === "0") return number(raw);
  if (kind === "Zyyy") return tokens(raw.normalize("NFKC")).map((token) => [token.text, token.script]);
  return table.clusters[kind] ? clusters(raw, kind) : word(raw, kind);
}

const known = new Map();

function partsOf(raw) {
  let parts = known.get(raw);
  if (!parts) {
    if (known.size >= 50000) known.clear();
    known.set(raw, (parts = read(raw)));
  }
  return parts;
}

// What stands between two tokens: `joined` without white space, `breaks` by anything else, `link` by a hyphen or a point.
function between(gap) {
  const rest = gap.replace(IGNORE, "");
  const solid = rest.replace(BLANK, "").replace(DOTS, "");
  const link = rest && table.hyphens.includes(rest) && [...rest].length === 1 ? "-" : "";
  const point = solid === "." && rest[0] === "." ? "." : "";
  return { joined: rest.search(BLANK) < 0, breaks: solid !== "", link: link || point };
}

const FIRST = { joined: false, breaks: true, link: "" };
const PART = { joined: true, breaks: false, link: "" };

// Its tokens in order: {text, script, start, end, before: {joined, breaks, link}}; start and end in UTF-16 units.
export function tokens(text) {
  const found = [];
  let gap = "";
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const parts = partsOf(match[0]);
    const start = match.index;
    gap += text.slice(end, start);
    end = start + match[0].length;
    if (!parts.length) {
      gap += "?"; // a word of nothing but signs is like a mark of punctuation
      continue;
    }
    let before = found.length ? between(gap) : FIRST;
    for (const [part, script] of parts) {
      found.push({ text: part, script, start, end, before });
      before = PART;
    }
    gap = "";
  }
  return found;
}

// ---- words of the index

const base = (value, places) => {
  let letters = "";
  for (let place = 0; place < places; place += 1) {
    letters = CONSONANTS[value % 19] + letters;
    value = Math.floor(value / 19);
  }
  return letters;
};

const origins = Object.fromEntries(
  SCRIPTS.map((script) => {
    const found = ranges(table.scripts[script]);
    const size = found.reduce((sum, [first, last]) => sum + last - first, 0);
    return [script, { first: found[0][0], wide: size > NARROW && script !== "Latn" }];
  }),
);

const encoded = (text, script) =>
  [...text].map((character) => {
    const code = character.codePointAt(0);
    const { first, wide } = origins[script];
    const offset = code - first;
    return offset >= 0 && offset < (wide ? WIDE : NARROW) ? base(offset, wide ? 4 : 2) : `z${base(code, 5)}`;
  }).join("");

const spacedCode = (text, script) => {
  const place = SCRIPTS.indexOf(script);
  return `qz${CONSONANTS[Math.floor(place / 19)]}${CONSONANTS[place % 19]}${encoded(text, script)}`;
};
const clusterLetter = (script) => CONSONANTS[CLUSTERS.indexOf(script)];

function plainWord({ text, script }) {
  if (/^[\0-\x7f]*$/.test(text)) return /^q[^aeiouy]*$/.test(text) ? spacedCode(text, "Latn") : text;
  return script !== "Latn" && table.plain.includes(script) ? text : spacedCode(text, script);
}

const singleWord = ({ text, script }) => `qq${clusterLetter(script)}${encoded(text, script)}`;
const doubleWord = (a, b) => `q${clusterLetter(b.script)}${encoded(a.text + b.text, b.script)}`;

// Runs of clusters, and every other token by itself.
function runs(found) {
  const all = [];
  for (const token of found) {
    const run = all.at(-1);
    if (run && isCluster(token) && run[0].script === token.script && !token.before.breaks) run.push(token);
    else all.push([token]);
  }
  return all;
}

const wordsOfRun = (run) => {
  if (!isCluster(run[0])) return [plainWord(run[0])];
  return run.length > 1 ? run.slice(1).map((token, place) => doubleWord(run[place], token)) : [singleWord(run[0])];
};

// Whether a token is a cluster of a script without spaces.
export const isCluster = ({ script }) => Boolean(table.clusters[script]);

const chained = (one, other) =>
  other.before.link &&
  one.script === other.script &&
  one.script !== "Zyyy" &&
  !isCluster(one) &&
  (other.before.link === "-" || [...one.text, ...other.text].length === 2);

// What may also be written as one word: compounds with hyphens, and initials with points, any two or more of them.
function solids(found) {
  const all = [];
  const add = (first, last) => {
    const members = found.slice(first, last + 1);
    const text = members.map((token) => token.text).join("");
    all.push({ word: plainWord({ text, script: members[0].script }), key: text, first, last });
  };
  for (let first = 0; first < found.length - 1; first += 1) {
    const { link } = found[first + 1].before;
    let last = first;
    while (last + 1 < found.length && found[last + 1].before.link === link && chained(found[last], found[last + 1])) {
      last += 1;
    }
    if (last === first) continue;
    if (link === "-") {
      if (last - first < LONGEST_COMPOUND) add(first, last);
    } else {
      for (let start = first; start < last; start += 1) {
        for (let end = start + 1; end <= Math.min(last, start + LONGEST_INITIALS - 1); end += 1) add(start, end);
      }
    }
    first = last - 1;
  }
  return all;
}

// The words of the index with the tokens that each is made of: {word, key, first, last}; `key` is its key in the
// vocabulary, `first` and `last` are places in `found`. What may also be one word comes at the end.
export function placedWords(found) {
  const placed = [];
  let first = 0;
  for (const run of runs(found)) {
    const width = run.length > 1 ? 1 : 0;
    wordsOfRun(run).forEach((word, place) => {
      const key = run.slice(place, place + width + 1).map((token) => token.text).join("");
      placed.push({ word, key, first: first + place, last: first + place + width });
    });
    first += run.length;
  }
  for (const solid of solids(found)) placed.push({ word: FILLER, key: "", first: 0, last: 0 }, solid);
  return placed;
}

export const indexWords = (found) => placedWords(found).map(({ word }) => word);

export const placedClusters = (found) =>
  found.flatMap((token, place) =>
    isCluster(token) ? [{ word: singleWord(token), key: token.text, first: place, last: place }] : [],
  );

// ---- queries

const hebrew = inside(table.scripts.Hebr);
const QUOTE = new RegExp(`([${hebrew}${inside(table.accents)}]"(?=[${hebrew}]))|([${literally(table.quotes)}])`, "gu");

function* quoted(text) {
  let start = 0;
  let inQuotes = false;
  for (const found of text.matchAll(QUOTE)) {
    if (!found[2]) continue;
    yield [start, text.slice(start, found.index), inQuotes];
    start = found.index + found[0].length;
    inQuotes = !inQuotes;
  }
  yield [start, text.slice(start), inQuotes];
}

function typedWords(found) {
  const groups = [];
  for (const token of found) {
    if (groups.length && token.before.joined) groups.at(-1).push(token);
    else groups.push([token]);
  }
  return groups;
}

const phrase = (members, words, prefix) => ({
  words,
  scripts: [...new Set(members.map((token) => token.script))],
  prefix,
  tokens: members,
});

// Whether a word is initials with points; the index has them as one word, as others write them.
const areInitials = (group) =>
  group.length > 1 &&
  group.length <= LONGEST_INITIALS &&
  group.slice(1).every((token, place) => token.before.link === "." && chained(group[place], token));

// The phrases of tokens that follow each other; a cluster alone beside others is one of its own.
function phrasesOf(group, last) {
  if (areInitials(group)) {
    const text = group.map((token) => token.text).join("");
    return [phrase(group, [plainWord({ text, script: group[0].script })], null)];
  }
  const found = [];
  let held = [];
  const close = (prefix) => {
    if (held.length) found.push(phrase(held.flat(), held.flatMap(wordsOfRun), prefix));
    held = [];
  };
  const all = runs(group);
  all.forEach((run, place) => {
    const ending = last && place === all.length - 1;
    const key = run.slice(-2).map((token) => token.text).join("");
    const alone = isCluster(run[0]) && run.length === 1;
    if (alone) close(null);
    held.push(run);
    if (alone || place === all.length - 1) close(ending ? key : null);
  });
  return found;
}

// A query's phrases: [{words, scripts, prefix, tokens}]; all of them have to be in a document. `prefix` is null, or the
// beginning of a key of the vocabulary, where the last word may be a beginning.
export function queryPhrases(typed) {
  const text = [...typed].slice(0, table.limits.characters).join("");
  const phrases = new Map();
  for (const [start, part, inQuotes] of quoted(text)) {
    const found = tokens(part);
    const groups = inQuotes && found.length ? [found] : typedWords(found);
    groups.forEach((group, position) => {
      const last = !inQuotes && position === groups.length - 1 && start + group.at(-1).end === text.length;
      for (const one of phrasesOf(group, last)) {
        const key = one.words.join(" ");
        if (!phrases.has(key) || one.prefix === null) phrases.set(key, one);
      }
    });
  }
  return [...phrases.values()].slice(0, table.limits.phrases);
}
