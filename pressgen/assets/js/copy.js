// Copies and downloads citations, and copies links to paragraphs: what a reader asks for is added when it is asked for.
{
  /** @typedef {{lang: string, dir: string, copy: string, copied: string, linkCopied: string, download: string}} Said */
  /** What is said in the language of the page, which may be another than that of the last: the theme can replace pages. */
  const said = () => {
    /** @type {Record<string, Said>} */
    const byLanguage = Reflect.get(window, "pressgen");
    return byLanguage[document.documentElement.lang] ?? Object.values(byLanguage)[0];
  };

  /** @type {number | undefined} */
  let timer;
  const announce = async (/** @type {string} */ text) => {
    let status = document.querySelector(".pg-status");
    if (!status) {
      status = document.createElement("p");
      status.className = "pg-status";
      status.setAttribute("role", "status");
      status.setAttribute("lang", said().lang);
      document.querySelector("#article")?.append(status);
    }
    // The same words are announced again only if the element was empty between.
    status.textContent = "";
    await new Promise((resolve) => setTimeout(resolve, 50));
    status.textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => status.replaceChildren(), 4000);
  };

  const copy = async (/** @type {string} */ text, /** @type {string} */ done) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return; // The browser refused, or has no clipboard: the text can be selected, and a link is in the address bar.
    }
    await announce(done);
  };

  // Beside the paragraph that is pointed at stands a link to it. Those who use no pointer have one where a release is cited.
  const places = ".pg-text :is(p, li, h2, h3, h4, h5, h6)[id]:not(.end-mark, .notes *), .pg-text .pg-anchored";
  const anchor = document.createElement("a");
  anchor.className = "pg-anchor";
  anchor.tabIndex = -1;
  anchor.setAttribute("aria-hidden", "true");
  document.addEventListener("pointerover", ({ target }) => {
    const place = target instanceof Element ? target.closest(places) : null;
    const id = place?.id || place?.querySelector("[id]")?.id;
    if (place && id && anchor.parentElement !== place) {
      anchor.href = `#${id}`;
      place.prepend(anchor);
    }
  });
  document.addEventListener("click", (event) => {
    /** @type {HTMLAnchorElement | null} */
    const link = event.target instanceof Element ? event.target.closest("a.pg-anchor, .pg-cite__places a") : null;
    if (link && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
      copy(link.href, said().linkCopied);
    }
  });

  const download = (/** @type {string} */ text, /** @type {string} */ ending) => {
    const link = document.createElement("a");
    const [release = "release"] = location.pathname.split("/").filter(Boolean).slice(-1);
    // RIS asks for the line ends of Windows.
    const lines = ending === "ris" ? text.replaceAll("\n", "\r\n") : text;
    link.href = URL.createObjectURL(new Blob([lines], { type: "text/plain" }));
    link.download = `${release}.${document.documentElement.lang}.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  /** Adds the buttons to a citation when it is opened: `name` is that of a form for programs. */
  const equip = (/** @type {Element} */ text, /** @type {string} */ name = "") => {
    const { lang, dir, ...words } = said();
    const tools = document.createElement("span");
    tools.className = "pg-cite__tools";
    tools.lang = lang;
    tools.dir = dir;
    const button = (/** @type {string} */ word, /** @type {() => void} */ act) => {
      const added = document.createElement("button");
      added.type = "button";
      added.textContent = word;
      if (name) {
        added.setAttribute("aria-label", `${word} ${name}`);
      }
      added.addEventListener("click", act);
      tools.append(added);
    };
    const content = text.textContent ?? "";
    button(words.copy, () => copy(content, words.copied));
    if (text instanceof HTMLPreElement) {
      button(words.download, () => download(content, text.dataset.ending ?? "txt"));
    }
    const folded = text.closest("details:not(.pg-cite)");
    (folded ?? text).before(tools);
    if (folded) {
      const form = document.createElement("div");
      form.className = "pg-cite__form";
      folded.replaceWith(form);
      form.append(tools, folded);
    }
  };
  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (target instanceof Element && target.matches(".pg-cite[open]:not(:has(button))")) {
        for (const text of target.querySelectorAll(".pg-cite__line, pre")) {
          equip(text, text.matches("pre") ? (text.previousElementSibling?.textContent ?? "") : "");
        }
      }
    },
    true, // The event does not bubble.
  );
}
