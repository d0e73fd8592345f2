// Fetch files of the site, whole and in time.

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
