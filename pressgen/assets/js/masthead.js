// Brings the page in step with its masthead after the theme has changed pages without loading them.
{
  // The theme replaces the masthead, which has the new page's language and direction, but not those of the whole page.
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

  // The button for the colours is a radio button to the browser, which does not press it with the space bar.
  document.addEventListener("keydown", (event) => {
    if (event.key === " " && event.target instanceof HTMLInputElement && event.target.matches(".md-option")) {
      event.preventDefault();
      /** @type {HTMLElement | null | undefined} */
      const label = event.target.form?.querySelector("label:not([hidden])");
      label?.click();
    }
  });
}
