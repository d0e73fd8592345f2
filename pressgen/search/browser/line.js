// One result: what the index says of an entry comes in, a line of the list goes out, and later its excerpt.

import { made, marking, worded } from "./dom.js";
import { named, running, said, titled } from "./setting.js";

// Make the line of an entry. `query` is what is marked in its title, and in the page that is opened from here.
export function line(entry, { words, root, search, query }) {
  const title = worded(entry.title);
  const language = document.documentElement.lang;
  const set = titled(search.marked(title[0], query), title[1] || language, entry.names);
  const others = entry.editions?.filter((edition) => edition.language !== language) ?? [];
  return made(
    "li",
    { class: "pg-result" },
    made("p", { class: "pg-result__facts" }, ...apart([...facts(entry, words)])),
    made(
      "p",
      { class: "pg-result__title" },
      made("a", { href: opened(entry.address, root, query), ...marking(title) }, ...set),
    ),
    entry.text && query ? made("p", { class: "pg-result__excerpt", "data-awaited": true }) : null,
    others.length ? editions(others, { words, root, query }) : null,
  );
}

// Give the address of a page that marks `query`, at an anchor where one is given.
export function opened(address, root, query, anchor = "") {
  const url = new URL(address, root);
  if (query) {
    url.searchParams.set("h", query);
  }
  url.hash = anchor;
  return url.href;
}

// Write an excerpt into its place, or take the place away where there is none.
export function tell(item, excerpt) {
  const place = item.querySelector(".pg-result__excerpt");
  if (!excerpt?.parts.length) {
    place?.remove();
    return;
  }
  const foreign = excerpt.language !== document.documentElement.lang;
  if (foreign) {
    place.lang = excerpt.language;
    place.dir = excerpt.dir;
  }
  delete place.dataset.awaited;
  const [before, after] = [excerpt.before ? "…\u00a0" : "", excerpt.after ? "\u00a0…" : ""];
  place.replaceChildren(before, ...running(excerpt.parts, excerpt.language, excerpt.names), after);
}

// Put a point between facts.
const apart = (parts) =>
  parts.flatMap((part, at) => (at ? [made("span", { class: "pg-dot" }, "\u00a0· "), part] : [part]));

function* facts({ day, date, kind, partners, status }, words) {
  if (date) {
    yield made("time", { datetime: day }, ...said(date));
  }
  if (status) {
    yield made("strong", { class: "pg-result__status", ...marking(words.worded(status)) }, status);
  }
  if (kind) {
    yield made("span", { class: "pg-result__kind", ...marking(words.worded(kind)) }, ...said(kind));
  }
  if (partners?.length) {
    const names = partners.flatMap((partner, at) => (at ? [words.separator, named(partner)] : [named(partner)]));
    const before = words.put(made("span", { class: "pg-unseen" }), "with");
    yield made("span", { class: "pg-result__with" }, before, " ", ...names);
  }
}

function editions(others, { words, root, query }) {
  return made(
    "p",
    { class: "pg-result__editions" },
    words.put(made("span", { class: "pg-unseen" }), "other-languages"),
    ...others.map(({ language, name, address, dir }) =>
      made("a", { href: opened(address, root, query), hreflang: language, lang: language, dir }, name),
    ),
  );
}
