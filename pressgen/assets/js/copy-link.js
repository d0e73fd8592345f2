// Copies the link beside a paragraph when it is followed, if the browser allows it, and announces that.
document.addEventListener("click", async (event) => {
  /** @type {HTMLAnchorElement | null} */
  const link = event.target instanceof Element ? event.target.closest("a.pg-anchor") : null;
  /** @type {HTMLElement | null} */
  const status = document.querySelector(".pg-status");
  if (!link || !status || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
    return;
  }
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    return; // The browser refused; the address bar has the link all the same.
  }
  // The same words are announced again only if the element was empty between.
  status.textContent = "";
  await new Promise((resolve) => setTimeout(resolve, 50));
  status.textContent = status.dataset.copied ?? "";
  clearTimeout(Number(status.dataset.timer));
  status.dataset.timer = String(setTimeout(() => (status.textContent = ""), 4000));
});
