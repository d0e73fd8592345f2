// Writes how a release is cited as BibTeX and as CSL-JSON, from the RIS in its page, when a reader opens it.
{
  // A brace counts for BibTeX even behind a backslash, so braces of a text are given by name.
  /** @type {Record<string, string>} */
  const names = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
  };
  const tex = (/** @type {string} */ text) => text.replace(/[\\{}~^$%&#_]/g, (sign) => names[sign] ?? `\\${sign}`);
  // Institutions, places and languages are lists for BibLaTeX, whose values "and" divides ("literal lists", section
  // 2.3.4 of its manual): the one value of such a field is kept together by braces of its own.
  const listed = (/** @type {string} */ text) =>
    /(?<![\p{L}\p{N}_])and(?![\p{L}\p{N}_])/iu.test(text) ? `{${tex(text)}}` : tex(text);
  const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

  /** The fields of RIS by their names, each with its last value. @typedef {Record<string, string>} Fields */
  const read = (/** @type {string} */ ris) =>
    /** @type {Fields} */ (Object.fromEntries(ris.split("\n").map((line) => [line.slice(0, 2), line.slice(6)])));
  const dayOf = (/** @type {Fields} */ { DA = "" }) => DA.split("/").slice(0, 3);

  /** The author is an institution, whose name no program may split: it stands in braces of its own. */
  const bibtex = (/** @type {Fields} */ cited, /** @type {string[]} */ bodies) => {
    const day = dayOf(cited);
    const braced = (/** @type {string | undefined} */ value, write = tex) => (value ? `{${write(value)}}` : "");
    /** @type {Record<string, {english: string}>} */
    const languages = Reflect.get(window, "pressgen") ?? {};
    const fields = {
      author: `{${bodies.map((body) => `{${tex(body)}}`).join(" and ")}}`,
      title: `{{${tex(cited.TI ?? "")}}}`,
      type: braced(cited.M3),
      institution: braced(cited.PB, listed),
      number: braced(cited.SN),
      address: braced(cited.CY, listed),
      date: `{${day.join("-")}}`,
      year: `{${day[0]}}`,
      month: months[Number(day[1]) - 1],
      language: braced(languages[cited.LA]?.english ?? cited.LA, listed),
      note: braced(cited.N1),
      url: braced(cited.UR, (url) => url.replaceAll("{", "%7B").replaceAll("}", "%7D")),
    };
    const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [` ${name}=${value},`] : []));
    return [`@techreport{${cited.ID},`, ...lines, "}", ""].join("\n");
  };

  /** CSL 1.0.2, https://citeproc-js.readthedocs.io: a list of one item. */
  const csl = (/** @type {Fields} */ cited, /** @type {string[]} */ bodies) => {
    const item = {
      id: cited.ID,
      type: "report",
      genre: cited.M3,
      title: cited.TI,
      author: bodies.map((literal) => ({ literal })),
      publisher: cited.PB,
      "publisher-place": cited.CY,
      number: cited.SN,
      issued: { "date-parts": [dayOf(cited).map(Number)] },
      language: cited.LA,
      note: cited.N1,
      URL: cited.UR,
    };
    return `${JSON.stringify([item])}\n`;
  };

  const form = (/** @type {string} */ name, /** @type {string} */ ending, /** @type {string} */ text) => {
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    const pre = document.createElement("pre");
    summary.textContent = name;
    pre.dataset.ending = ending;
    pre.textContent = text;
    details.append(summary, pre);
    return details;
  };
  document.addEventListener(
    "toggle",
    ({ target }) => {
      const opened = target instanceof Element && target.matches(".pg-cite[open]") ? target : null;
      /** @type {HTMLElement | null | undefined} */
      const ris = opened?.querySelector("pre[data-ending=ris]");
      const place = ris?.closest("details");
      if (ris && place && !place.previousElementSibling) {
        const cited = read(ris.textContent ?? "");
        const bodies = (ris.dataset.bodies ?? cited.PB ?? "").split("\n");
        place.before(form("BibTeX", "bib", bibtex(cited, bodies)));
        place.after(form("CSL-JSON", "json", csl(cited, bodies)));
      }
    },
    true, // The event does not bubble. copy.js, which follows, adds its buttons to all forms.
  );
}
