// The files beside the index: numbers of entries come in; their lines, their texts, the catalogue and the names of
// filters go out. A file that does not arrive is null, and is asked for again the next time.

import { Catalogue } from "./catalogue.js";

export class Archive {
  #base;
  #root;
  #manifest;
  #files = new Map();

  // `base` is the address of the site, `root` that of the index, `manifest` what the index holds.
  constructor(base, root, manifest) {
    this.#base = base;
    this.#root = root;
    this.#manifest = manifest;
    this.arrivedCatalogue = null;
  }

  // Give the number of the first entry that is no release.
  get pages() {
    return this.#manifest.pages;
  }

  // Give the catalogue, or null.
  async catalogue() {
    this.arrivedCatalogue ??= await this.#file(this.#manifest.catalogue, this.#root, async (response) => {
      const columns = response.body.pipeThrough(new DecompressionStream("gzip"));
      return new Catalogue(await new Response(columns).json());
    });
    return this.arrivedCatalogue;
  }

  // Give the lines of entries as a language shows them, null for each that did not arrive.
  async lines(entries, language) {
    const { shard, results } = this.#manifest;
    const lines = entries.map(async (entry) => {
      const file = await this.#json(`${results[language]}${Math.floor(entry / shard)}.json`, this.#root);
      return file?.[entry % shard] ?? null;
    });
    return Promise.all(lines);
  }

  // Give by its language the blocks of each edition of a text, and the names of those who took part in any; or null.
  async texts(path) {
    const text = await this.#json(path, this.#base);
    const names = text?.editions.flatMap(({ participants = [] }) => participants.map(({ name }) => name));
    return text && new Map(text.editions.map(({ language, blocks }) => [language, { blocks, names }]));
  }

  // Give the names of all that can be filtered by, or null.
  async labels(language) {
    return this.#json(this.#manifest.labels[language], this.#root);
  }

  #json(path, folder) {
    return this.#file(path, folder, (response) => response.json());
  }

  async #file(path, folder, read) {
    const address = new URL(path, folder).href;
    if (!this.#files.has(address)) {
      this.#files.set(address, fetched(address, read));
    }
    const file = await this.#files.get(address);
    if (file === null) {
      this.#files.delete(address);
    }
    return file;
  }
}

async function fetched(address, read) {
  try {
    const response = await fetch(address);
    return response.ok ? await read(response) : null;
  } catch {
    return null;
  }
}
