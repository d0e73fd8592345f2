// Prints the address of the page and the day of printing into the margin of each sheet, in the language of the page.
{
  // `form` is what the page says of its language: the order of a date's parts, its digits, and its names of days and months.
  const written = (/** @type {DOMStringMap} */ form, /** @type {Date} */ day) => {
    const [number, month, year] = [day.getDate(), day.getMonth(), day.getFullYear()];
    const { digits } = form;
    const own = (/** @type {string} */ text) =>
      digits ? text.replace(/[0-9]/g, (digit) => digits[Number(digit)]) : text;
    const two = (/** @type {number} */ value) => own(String(value % 100).padStart(2, "0"));
    /** @type {Record<string, string>} */
    const fields = {
      day: (form.days ?? "").split("|")[number - 1] || own(String(number)),
      day2: two(number),
      month: (form.months ?? "").split("|")[month],
      month1: own(String(month + 1)),
      month2: two(month + 1),
      year: own(String(year)),
      year2: two(year),
    };
    // Years of other eras, each with what is added to a year of the common era: `buddhist:543`.
    for (const [name, ahead] of (form.years ?? "").split("|").map((pair) => pair.split(":"))) {
      fields[name] = own(String(year + Number(ahead)));
    }
    return (form.form ?? "").replace(/\{(\w+)\}/g, (place, name) => fields[name] ?? place);
  };
  addEventListener("beforeprint", () => {
    /** @type {HTMLElement | null} */
    const source = document.querySelector(".pg-source");
    if (!source) {
      document.documentElement.style.removeProperty("--pg-source");
      return;
    }
    const { address = "", dated = "" } = source.dataset;
    // In a line from right to left, each part keeps its own direction.
    const rightToLeft = getComputedStyle(source).direction === "rtl";
    const isolated = (/** @type {string} */ text) => (rightToLeft ? `\u2068${text}\u2069` : text);
    /** @type {Record<string, string>} */
    const parts = { address, date: written(source.dataset, new Date()) };
    const line = dated.replace(/\{(\w+)\}/g, (place, name) => (parts[name] ? isolated(parts[name]) : place));
    // The margin of a sheet has no elements; it shows a property of the root.
    document.documentElement.style.setProperty("--pg-source", JSON.stringify(isolated(line)));
  });
}
