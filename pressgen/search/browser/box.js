// The script of every page: brings the box in the header to life, and loads the rest when a reader first uses it.

/** @typedef {HTMLElement & { from?: HTMLElement | null }} Finder The box; `from` is where the focus goes back to. */

const ROOT = new URL("../../../", import.meta.url);

// Without JavaScript, and where the rest does not arrive, the box is a form that leads to the search page.
const load = () => import("./main.js");
/** @param {Promise<unknown>} loading */
const quietly = (loading) => loading.catch(() => null);

/** What the field of the box has beside what every page says of it. */
const FIELD = [
  ["aria-keyshortcuts", "/ Control+K Meta+K"],
  ["autocapitalize", "off"],
  ["enterkeyhint", "search"],
  ["spellcheck", "false"],
];

/** Begin with the current page. Each box and each search page is begun once, however often this is called. */
function begin() {
  const finder = find(document, ".pg-finder:not([data-begun])");
  if (finder) {
    finder.dataset.begun = "";
    wait(finder);
  }
  if (new URLSearchParams(location.search).has("h")) {
    quietly(load().then(({ showMarked }) => showMarked())); // the page was opened from a result
  }
  const page = find(document, ".pg-search[data-words]:not([data-begun])");
  if (page) {
    page.dataset.begun = "";
    load()
      .then(({ beginPage }) => beginPage(page, ROOT))
      .catch(() => fail(page));
  }
}

/**
 * Find an element.
 * @template {HTMLElement} [Kind=HTMLElement]
 * @param {ParentNode} parent
 * @param {string} selector
 */
const find = (parent, selector) => /** @type {Kind | null} */ (parent.querySelector(selector));

/**
 * Load the panel of results when the box is first used.
 * @param {Finder} finder
 */
function wait(finder) {
  const begin = () => quietly(load().then(({ beginPanel }) => beginPanel(finder, ROOT)));
  finder.addEventListener("focusin", begin, { once: true });
  for (const [name, value] of FIELD) {
    find(finder, ".pg-finder__field")?.setAttribute(name, value);
  }
  find(finder, ".pg-finder__open")?.addEventListener("click", (event) => {
    if (!(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
      event.preventDefault();
      open(finder);
    }
  });
}

/**
 * Say on the page that nothing can be asked, in the words that came with it.
 * @param {HTMLElement} page
 */
function fail(page) {
  /** @type {HTMLInputElement | null} */
  const field = page.querySelector(".pg-ask__field");
  page.querySelector(".pg-search__without")?.remove();
  if (field) {
    field.value = new URLSearchParams(location.search).get("q") ?? "";
  }
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = page.querySelectorAll(".pg-search__again");
  for (const link of links) {
    link.href = location.href;
  }
  find(page, ".pg-search__failed")?.removeAttribute("hidden");
}

/** @param {Finder} finder */
function open(finder) {
  finder.dataset.open = "";
  find(finder, ".pg-finder__field")?.focus();
}

/**
 * True for the slash and Ctrl-K (Cmd-K on a Mac), on keyboards of any script: where a key gives a letter of another
 * script, its place counts.
 * @param {KeyboardEvent} event
 */
function asks(event) {
  const foreign = event.key.length === 1 && event.key > "\u024f";
  const control = event.ctrlKey || event.metaKey;
  if (event.altKey || event.isComposing || event.defaultPrevented) {
    return false;
  }
  return control
    ? !event.shiftKey && (event.key.toLowerCase() === "k" || (foreign && event.code === "KeyK"))
    : event.key === "/" || (foreign && event.code === "Slash");
}

/** @param {Element | null} element */
const typing = (element) =>
  Boolean(
    element?.closest("input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]"),
  );

document.addEventListener("keydown", (event) => {
  if (!asks(event) || typing(document.activeElement)) {
    return;
  }
  /** @type {Finder | null} */
  const finder = find(document, ".pg-finder");
  /** @type {HTMLInputElement | null} */
  const field = document.querySelector(".pg-search .pg-ask__field") ?? (finder && find(finder, ".pg-finder__field"));
  if (!field) {
    return;
  }
  event.preventDefault();
  if (finder?.contains(field)) {
    finder.from = /** @type {HTMLElement | null} */ (document.activeElement); // where the focus goes back to
    open(finder);
  }
  field.focus();
  field.select();
});

// Where the theme changes pages without loading them, it tells of each.
/** @type {{ subscribe?: (begin: () => void) => void } | undefined} */
const pages = Reflect.get(window, "document$");
if (pages?.subscribe) {
  pages.subscribe(begin);
} else {
  begin();
}
