// Escape closes the theme's language menu, which opens where the focus or the pointer is; the focus goes to its button.
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
// It opens again when its button is pressed, and when the reader comes back to it.
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
