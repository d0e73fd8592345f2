// When a page is printed, the margin of each sheet says where it is from, and on which day, as its language writes a day.
{
  const written = (form, day) => {
    const [number, month, year] = [day.getDate(), day.getMonth(), day.getFullYear()];
    const own = (text) => (form.digits ? text.replace(/[0-9]/g, (digit) => form.digits[digit]) : text);
    const two = (given) => own(String(given % 100).padStart(2, "0"));
    const fields = {
      day: (form.days ?? "").split("|")[number - 1] || own(String(number)),
      day2: two(number),
      month: (form.months ?? "").split("|")[month],
      month1: own(String(month + 1)),
      month2: two(month + 1),
      year: own(String(year)),
      year2: two(year),
    };
    return form.form.replace(/\{(\w+)\}/g, (place, name) => fields[name] ?? place);
  };
  addEventListener("beforeprint", () => {
    const source = document.querySelector(".pg-source");
    if (!source) {
      document.documentElement.style.removeProperty("--pg-source");
      return;
    }
    const given = source.dataset;
    // In a line from right to left each part keeps its own direction.
    const isolated = (text) => (getComputedStyle(source).direction === "rtl" ? `\u2068${text}\u2069` : text);
    const parts = { address: given.address, date: written(given, new Date()) };
    const line = given.dated.replace(/\{(\w+)\}/g, (place, name) => (parts[name] ? isolated(parts[name]) : place));
    // The margin of a sheet holds no elements, but takes words from the root's properties.
    document.documentElement.style.setProperty("--pg-source", JSON.stringify(isolated(line)));
  });
}
