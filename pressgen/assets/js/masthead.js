// What the masthead does by itself, and what is left to do where the theme changes pages without loading them.
{
  // The language and direction of the page stand on what was changed, and belong to the whole page.
  const follow = () => {
    /** @type {HTMLElement | null} */
    const masthead = document.querySelector(".pg-masthead");
    if (masthead?.lang) {
      document.documentElement.lang = masthead.lang;
      document.body.dir = masthead.dir;
    }
    const drawer = document.querySelector("[data-md-toggle=drawer][aria-label]");
    const menu = document.querySelector(".md-nav--primary[aria-label]");
    if (drawer && menu) {
      drawer.setAttribute("aria-label", menu.getAttribute("aria-label") ?? "");
    }
  };
  /** @type {any} The theme's own name for the pages that it shows one after the other. */
  const pages = Reflect.get(window, "document$");
  pages?.subscribe?.(follow);

  // The button for the colours of the page is a radio button to the browser, which the space bar does not press.
  document.addEventListener("keydown", (event) => {
    if (event.key === " " && event.target instanceof HTMLInputElement && event.target.matches(".md-option")) {
      event.preventDefault();
      /** @type {HTMLElement | null | undefined} */
      const label = event.target.form?.querySelector("label:not([hidden])");
      label?.click();
    }
  });
}
