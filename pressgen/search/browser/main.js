// What the box of every page loads when a reader first uses the search.

export { showMarked } from "./mark.js";
export { beginPage } from "./page.js";
export { beginPanel } from "./panel.js";
