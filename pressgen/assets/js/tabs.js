// Opens the content tab that the address of a page of docs/ names, as the theme's inline script does.
addEventListener("DOMContentLoaded", () => {
  const named = document.getElementById(location.hash.slice(1));
  if (named instanceof HTMLInputElement && named.name.startsWith("__tabbed_")) {
    named.checked = true;
  }
});
