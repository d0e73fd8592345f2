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
  };
  addEventListener("DOMContentLoaded", () => {
    /** @type {any} The theme's own name for the pages that it shows one after the other. */
    const pages = Reflect.get(window, "document$");
    pages?.subscribe?.(follow);
  });
}
