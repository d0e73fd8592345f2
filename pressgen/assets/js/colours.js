// Lets the reader choose colours in the colophon, keeps them, and shows which are chosen. early.js draws them.
{
  /** @typedef {{lang: string, dir: string, colours: string, auto: string, light: string, dark: string}} Said */
  // Without this script nothing would keep a choice, so no page has it in itself.
  const offer = () => {
    const links = document.querySelector(".pg-foot__links");
    if (!links || document.querySelector(".pg-colours")) {
      return;
    }
    /** @type {Record<string, Said>} */
    const byLanguage = Reflect.get(window, "pressgen");
    const said = byLanguage[document.documentElement.lang] ?? Object.values(byLanguage)[0];
    const choice = document.createElement("fieldset");
    choice.className = "pg-colours";
    choice.lang = said.lang;
    choice.dir = said.dir;
    choice.append(document.createElement("legend"));
    choice.children[0].textContent = said.colours;
    for (const [scheme, name] of Object.entries({ "": said.auto, default: said.light, slate: said.dark })) {
      const button = document.createElement("input");
      button.type = "radio";
      button.name = "pg-colours";
      button.value = scheme;
      const label = document.createElement("label");
      label.append(button, name);
      choice.append(label);
    }
    links.after(choice);
  };
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
    offer();
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
