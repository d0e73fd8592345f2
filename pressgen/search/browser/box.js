// The search of every page: the box in the header comes to life, and the rest is loaded when a reader first uses it.

const ROOT = new URL("../../../", import.meta.url);

// Without JavaScript, and where the rest does not arrive, the box is a form that leads to the search page.
const load = () => import("./main.js");
const quietly = (loading) => loading.catch(() => null);

// Begin with the page at hand. Each box and each search page is begun once, however often this is called.
function begin() {
  /** @type {HTMLElement | null} */
  const finder = document.querySelector(".pg-finder:not([data-begun])");
  if (finder) {
    finder.dataset.begun = "";
    wait(finder);
  }
  if (new URLSearchParams(location.search).has("h")) {
    quietly(load().then(({ showMarked }) => showMarked())); // the page was opened from a result
  }
  /** @type {HTMLElement | null} */
  const page = document.querySelector(".pg-search[data-words]:not([data-begun])");
  if (page) {
    page.dataset.begun = "";
    load()
      .then(({ beginPage }) => beginPage(page, ROOT))
      .catch(() => fail(page));
  }
}

// Load the panel of results when the box is first used.
function wait(finder) {
  const begin = () => quietly(load().then(({ beginPanel }) => beginPanel(finder, ROOT)));
  finder.addEventListener("focusin", begin, { once: true });
  finder.querySelector(".pg-finder__open").addEventListener("click", (event) => {
    if (!(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
      event.preventDefault();
      open(finder);
    }
  });
}

// Where nothing can be asked the page says so, in the words that came with it.
function fail(page) {
  const field = page.querySelector(".pg-ask__field");
  page.querySelector(".pg-search__without")?.remove();
  if (field) {
    field.value = new URLSearchParams(location.search).get("q") ?? "";
  }
  for (const link of page.querySelectorAll(".pg-search__again")) {
    link.href = location.href;
  }
  page.querySelector(".pg-search__failed").hidden = false;
}

function open(finder) {
  finder.dataset.open = "";
  finder.querySelector(".pg-finder__field").focus();
}

// The slash and Ctrl-K (Cmd-K on a Mac), on keyboards of any script: where a key gives a letter of another script,
// its place counts.
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

const typing = (element) =>
  Boolean(
    element?.closest("input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]"),
  );

document.addEventListener("keydown", (event) => {
  if (!asks(event) || typing(document.activeElement)) {
    return;
  }
  /** @type {(HTMLElement & {from?: Element | null}) | null} */
  const finder = document.querySelector(".pg-finder");
  /** @type {HTMLInputElement | null | undefined} */
  const field = document.querySelector(".pg-search .pg-ask__field") ?? finder?.querySelector(".pg-finder__field");
  if (!field) {
    return;
  }
  event.preventDefault();
  if (finder?.contains(field)) {
    finder.from = document.activeElement; // where the focus goes back to
    open(finder);
  }
  field.focus();
  field.select();
});

// Where the theme changes pages without loading them, it tells of each.
/** @type {any} The theme's own name for the pages that it shows one after the other. */
const pages = Reflect.get(window, "document$");
if (pages?.subscribe) {
  pages.subscribe(begin);
} else {
  begin();
}
