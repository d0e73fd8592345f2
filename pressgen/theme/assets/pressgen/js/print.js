// When a release is printed, the line that says where it is from also says on which day (ISO 8601, in any language).
addEventListener("beforeprint", () => {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  for (const line of document.querySelectorAll(".pg-source")) {
    const dated = line.classList.contains("pg-source--dated");
    if (dated) {
      line.querySelector(".pg-source__day").textContent = day;
    }
    line.hidden = !dated;
  }
});
