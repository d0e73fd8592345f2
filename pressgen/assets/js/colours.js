// Keeps the colours that the reader chooses in the colophon, and shows which are chosen. early.js draws them.
{
  const get = Reflect.get(window, "__md_get");
  const set = Reflect.get(window, "__md_set");
  const auto = "(prefers-color-scheme)";
  const kept = () => {
    try {
      const { color } = get("__palette") ?? {};
      return color && color.media !== auto ? color.scheme : "";
    } catch {
      return "";
    }
  };
  const show = () => {
    for (const button of document.getElementsByName("pg-colours")) {
      if (button instanceof HTMLInputElement) {
        button.checked = button.value === kept();
      }
    }
  };
  document.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === "pg-colours") {
      set("__palette", { color: { media: target.value ? "" : auto, scheme: target.value } });
      dispatchEvent(new Event("pressgen:colours"));
    }
  });
  addEventListener("DOMContentLoaded", () => {
    show();
    /** @type {any} The theme's own name for the pages that it shows one after the other. */
    const pages = Reflect.get(window, "document$");
    pages?.subscribe?.(show);
  });
}
