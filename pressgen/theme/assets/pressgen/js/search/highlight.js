// A page that was opened from a result of the search shows what was found; no other page loads anything for that.
if (new URLSearchParams(location.search).has("h")) {
  import("./mark.js");
}
