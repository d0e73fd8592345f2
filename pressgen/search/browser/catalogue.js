// The facts of every entry: filters and found entries come in, the kept ones and the counts of each filter go out.

const DAY = 86400000; // milliseconds

export class Catalogue {
  #columns;
  #values;

  // `columns` is the catalogue's file as pressgen writes it (pressgen/search/catalogue.py).
  constructor(columns) {
    const { languageIds } = columns;
    let day = 0;
    const years = columns.days.map((days) => String(new Date((day += days) * DAY).getUTCFullYear()));
    const facets = Object.entries(columns.facets).map(([name, { ids, sets, of }]) => {
      const values = sets.map((places) => places.map((place) => ids[place]));
      return [name, (entry) => values[of[entry]] ?? []];
    });
    const spoken = (entry) => languageIds.filter((_, place) => (columns.languages[entry] >> place) & 1);
    this.#columns = columns;
    this.#values = {
      year: (entry) => years.slice(entry, entry + 1),
      ...Object.fromEntries(facets),
      language: spoken,
    };
  }

  // Give the numbers of all releases.
  all() {
    return Array.from({ length: this.#columns.pages }, (_, entry) => entry);
  }

  // Give the entries that have any of the wanted values of each filter that wants any.
  filter(entries, filters) {
    const wanted = Object.entries(filters).filter(([name, values]) => values.length && this.#values[name]);
    const passes = wanted.map(([name, values]) => this.#test(name, new Set(values.map(String))));
    return entries.filter((entry) => passes.every((pass) => pass(entry)));
  }

  // Give for each filter its values and how many entries have each: as many as choosing it would leave, which the
  // other filters decide and its own do not.
  counts(entries, filters) {
    return Object.fromEntries(
      Object.keys(this.#values).map((name) => {
        const numbers = new Map();
        for (const entry of this.filter(entries, { ...filters, [name]: [] })) {
          for (const value of this.#values[name](entry)) {
            numbers.set(value, (numbers.get(value) ?? 0) + 1);
          }
        }
        return [name, [...numbers]];
      }),
    );
  }

  #test(name, wanted) {
    const values = this.#values[name];
    return (entry) => values(entry).some((value) => wanted.has(value));
  }
}
