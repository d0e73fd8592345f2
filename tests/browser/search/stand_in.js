// In place of the search itself: it looks through the archive's own lines, plainly, and fails on demand.
// `?fails=unreachable`, `unbuilt` or `partial` in the page's address makes it say so; `slow` is a question that takes long.

const FACETS = {
  year: ({ date }) => [date.slice(0, 4)],
  kind: ({ kind }) => [kind],
  country: ({ countries = [] }) => countries.map(id),
  person: ({ people = [] }) => people.map((one) => one.id),
  organisation: ({ organisations = [] }) => organisations.map((one) => one.id),
  topic: ({ topics = [] }) => topics.map((one) => one.id),
  language: ({ editions }) => editions.map((one) => one.language),
};
const id = (one) => one.id;
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

export class Search {
  constructor(base, language) {
    this.base = base;
    this.language = language;
  }

  async #archive() {
    this.archive ??= this.#lines();
    return (await this.archive)
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  }

  async #lines() {
    const archive = await (await fetch(new URL("releases/index.json", this.base))).json();
    const files = archive.years.flatMap(({ lines }) => lines.map((file) => new URL(file).pathname));
    const texts = files.map(async (file) => {
      const { body } = await fetch(new URL(file.replace(/^.*releases\//, "releases/"), this.base));
      return new Response(body.pipeThrough(new DecompressionStream("gzip"))).text();
    });
    return (await Promise.all(texts)).join("");
  }

  async find(text, { filters = {}, order = "relevance", from = 0, count = 10 } = {}) {
    (window.asked ??= []).push({ text, filters, order, from, count });
    const fails = new URLSearchParams(location.search).get("fails") ?? false;
    await pause(text.startsWith("slow") ? 1500 : 1);
    if (fails === "unreachable" || fails === "unbuilt") {
      return { total: 0, from, entries: [], counts: null, incomplete: fails };
    }
    const found = (await this.#archive()).filter((one) => has(one, text));
    const kept = found.filter((one) => passes(one, filters));
    const sorted = order === "date" ? kept : [...kept].sort((one, other) => inTitle(other, text) - inTitle(one, text));
    const entries = sorted.slice(from, from + count).map((one) => this.#line(one, text));
    return { total: kept.length, from, entries, counts: null, incomplete: fails };
  }

  async counts(text, { filters = {} } = {}) {
    const found = (await this.#archive()).filter((one) => has(one, text));
    return Object.fromEntries(
      Object.entries(FACETS).map(([facet, values]) => {
        const others = { ...filters, [facet]: [] };
        const counts = new Map();
        for (const one of found.filter((one) => passes(one, others))) {
          for (const value of values(one)) {
            counts.set(value, (counts.get(value) ?? 0) + 1);
          }
        }
        return [facet, [...counts]];
      }),
    );
  }

  async excerpt({ address, found }, text) {
    const one = (await this.#archive()).find(({ id }) => address.includes(`/${id}/`));
    const edition = one.editions.find(
      ({ language }) => language === (found.includes(this.language) ? this.language : found[0]),
    );
    const at = edition.text.toLowerCase().indexOf(text.toLowerCase());
    const start = Math.max(0, at - 60);
    const part = edition.text.slice(start, Math.max(at, 0) + 160);
    const rest = { before: start > 0, after: start + part.length < edition.text.length };
    const parts = this.marked(part, text);
    return { language: edition.language, dir: edition.direction, parts, ...rest, anchor: "", href: edition.url };
  }

  marked(words, text) {
    const at = words.toLowerCase().indexOf(text.toLowerCase());
    const end = at + text.length;
    return at < 0 || !text
      ? [{ text: words, marked: false }]
      : [
          { text: words.slice(0, at), marked: false },
          { text: words.slice(at, end), marked: true },
          { text: words.slice(end), marked: false },
        ];
  }

  async labels() {
    const named = { country: "countries", person: "people", organisation: "organisations", topic: "topics" };
    const archive = await this.#archive();
    const name = ({ names }) => names[this.language] ?? Object.values(names)[0];
    const labels = Object.entries(named).map(([facet, key]) => {
      const found = new Map(archive.flatMap((one) => one[key] ?? []).map((each) => [id(each), name(each)]));
      return [facet, Object.fromEntries([...found].sort(([, one], [, other]) => one.localeCompare(other)))];
    });
    return Object.fromEntries(labels);
  }

  #line(one, text) {
    const edition = one.editions.find(({ language }) => language === this.language) ?? one.editions[0];
    const foreign = edition.language !== this.language;
    return {
      type: "release",
      address: `${this.language}/releases/${one.id}/`,
      title: [edition.title.replace(/\n/g, " "), foreign ? edition.language : "", foreign ? edition.direction : ""],
      day: one.date,
      date: new Intl.DateTimeFormat(this.language, { dateStyle: "long" }).format(new Date(one.date)),
      kind: one.kind,
      partners: (one.countries ?? []).map(({ names }) => names[this.language] ?? Object.values(names)[0]).slice(0, 3),
      editions: one.editions.map(({ language, direction }) => ({
        language,
        name: { en: "English", fr: "Français", ar: "العربية", km: "ភាសាខ្មែរ" }[language],
        address: `${language}/releases/${one.id}/`,
        dir: direction,
      })),
      text: `releases/${one.id}/release.json`,
      found: one.editions.filter((each) => has({ editions: [each] }, text)).map(({ language }) => language),
    };
  }
}

const has = ({ editions }, text) =>
  text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => editions.some((one) => `${one.title} ${one.text}`.toLowerCase().includes(word)));
const inTitle = ({ editions }, text) => editions.some((one) => one.title.toLowerCase().includes(text.toLowerCase()));
const passes = (one, filters) =>
  Object.entries(filters).every(
    ([facet, wanted]) => !wanted.length || wanted.some((id) => FACETS[facet](one).includes(id)),
  );
