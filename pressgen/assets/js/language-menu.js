// Closes the theme's language menu with Escape, and moves the focus to its button. The theme only opens the menu.
const closed = "pg-closed";
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector(".md-select:is(:focus-within, :hover)");
  if (!menu) {
    return;
  }
  if (menu.matches(":focus-within")) {
    menu.querySelector("button")?.focus();
  }
  menu.classList.add(closed);
});
// It opens again when its button is pressed, and when the focus or the pointer comes back to it.
for (const kind of ["click", "focusout", "pointerleave"]) {
  document.addEventListener(
    kind,
    (event) => {
      const { target, relatedTarget } = /** @type {MouseEvent | FocusEvent} */ (event);
      const menu = target instanceof Element && target.closest(".md-select");
      if (menu && !(relatedTarget instanceof Node && menu.contains(relatedTarget))) {
        menu.classList.remove(closed);
      }
    },
    true,
  );
}
