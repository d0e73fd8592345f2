// What every script of the theme uses, and the colours that the reader chose, before anything of the page is drawn.
{
  const script = document.currentScript;
  const from = script instanceof HTMLScriptElement ? script.src : "";
  // The theme keeps what a reader chose under the path of the site: three folders above this file.
  const scope = new URL(script?.dataset.scope ?? new URL("../../..", from).href, location.href);

  /** The theme's functions, as its own inline script defines them: other scripts call them by these names. */
  const shared = {
    __md_scope: scope,
    __md_hash: (/** @type {string} */ text) =>
      [...text].reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0),
    __md_get: (/** @type {string} */ key, storage = localStorage, place = scope) =>
      JSON.parse(storage.getItem(`${place.pathname}.${key}`) ?? "null"),
    __md_set: (/** @type {string} */ key, /** @type {unknown} */ value, storage = localStorage, place = scope) => {
      try {
        storage.setItem(`${place.pathname}.${key}`, JSON.stringify(value));
      } catch {
        // A browser that keeps nothing shows the page all the same.
      }
    },
  };
  Object.assign(window, shared);

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => {
    try {
      const { color } = shared.__md_get("__palette") ?? {};
      return color && color.media !== "(prefers-color-scheme)" ? color.scheme : "";
    } catch {
      return "";
    }
  };
  const draw = () => {
    const scheme = chosen() || (dark.matches ? "slate" : "default");
    document.documentElement.setAttribute("data-md-color-scheme", scheme);
  };
  draw();
  dark.addEventListener("change", draw);
  addEventListener("pressgen:colours", draw);
}
