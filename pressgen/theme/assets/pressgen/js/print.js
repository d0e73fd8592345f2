// When a page is printed, the line that says where it is from also says on which day (ISO 8601, in any language).
addEventListener("beforeprint", () => {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  // Isolated from left to right: among Arabic letters the parts of either would stand the other way round.
  const isolated = (text) => `\u2066${text}\u2069`;
  for (const line of document.querySelectorAll(".pg-source")) {
    const { address, dated } = line.dataset;
    line.dataset.line = dated.replace("{address}", () => isolated(address)).replace("{date}", isolated(day));
  }
});
