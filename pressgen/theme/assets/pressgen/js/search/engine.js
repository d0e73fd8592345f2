// The index of one language, in a thread of its own: phrases come in, the entries that have them go out.
//
// Pagefind keeps one stemmer for each copy of its module, so each language has a worker to itself. It answers a
// chunk that did not arrive as if it held nothing; here every request is watched, and the answer says so.

const PATIENCE = 15000; // milliseconds for one file, and for one question
const PACKED = /\.(?:pf_index|pf_meta|pagefind)$/;
const TITLE = 0;
const NAMES = 1;
const TEXT = 2;

let opening = null; // a promise of the opened index
let missed = false; // whether a file did not arrive since the index was opened
let turn = Promise.resolve(); // questions are answered one after the other

const request = self.fetch.bind(self);

// Fetch a file whole, within the time: what fails halfway has failed. The index's own files are unpacked here, by the
// browser, which tells of a file that is cut off; Pagefind takes them so.
self.fetch = async (address, options) => {
  try {
    const response = await request(address, { ...options, signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) {
      throw new Error(`${address}: ${response.status}`);
    }
    const packed = PACKED.test(response.url);
    const content = packed ? response.body.pipeThrough(new DecompressionStream("gzip")) : response.body;
    return new Response(await new Response(content).arrayBuffer());
  } catch (error) {
    missed = true;
    throw error;
  }
};

// Open the bundles of a language; the first brings the WebAssembly for all of them.
async function open({ engine, language, bundles }) {
  const { createInstance } = await import(engine);
  const [first, ...others] = bundles;
  // The folders of bundles are named by their content, so that nothing in them goes out of date.
  const index = createInstance({ basePath: first, language, noWorker: true, metaCacheTag: "0" });
  for (const bundle of others) {
    await index.mergeIndex(bundle, { language, metaCacheTag: "0" });
  }
  return index;
}

// Give where each entry has a phrase: `[entry, place]` pairs, flat. A phrase is words that stand one after the other.
async function entriesWith(index, words) {
  const { results } = await index.search(`"${words.join(" ")}"`);
  return results.flatMap(({ id, words: [first] }) => {
    const [entry, title, names] = id.split(".").map((part) => Number.parseInt(part, 36));
    return [entry, first < title ? TITLE : first < names ? NAMES : TEXT];
  });
}

const inTime = (promise) =>
  Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error("too late")), PATIENCE))]);

// Answer one question: for each list of alternatives the entries that have any of them.
async function answer({ index, alternatives }) {
  try {
    opening ??= open(index);
    const opened = await inTime(opening);
    const found = [];
    for (const words of alternatives) {
      found.push(await inTime(entriesWith(opened, words)));
    }
    return { found: missed ? null : found };
  } catch {
    return { found: null };
  } finally {
    if (missed) {
      opening = null; // Pagefind never asks twice for a file; a new index does.
      missed = false;
    }
  }
}

self.addEventListener("message", ({ data: { id, ...question } }) => {
  turn = turn.then(async () => self.postMessage({ id, ...(await answer(question)) }));
});
