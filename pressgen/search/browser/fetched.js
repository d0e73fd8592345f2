// A file of the site, whole and within the time: its address comes in, what a reading makes of it goes out.

const PATIENCE = 15000; // milliseconds for one file

// Fetch a file and read it. Raises an error where it did not come, or not whole.
export async function fetched(address, read) {
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) {
    throw new Error(`${address}: ${response.status}`);
  }
  return read(response);
}

let failures = 0;

// Import a script. Raises an error likewise.
export async function imported(address) {
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

// Give an answer with what is packed in it; the browser tells of a file that is cut off.
export const unpacked = (response) => new Response(response.body.pipeThrough(new DecompressionStream("gzip")));
