// Prints the address of the page and the day of printing into the margin of each sheet, in the language of the page.
{
  /**
   * What is known of a language: the order of a date's parts, its digits, its names of days and months, and the years of
   * other eras, each with what is added to a year of the common era.
   * @typedef {{day: string, months: string[], days: string[], digits: string, years: Record<string, number>}} Form
   */
  const written = (/** @type {Form} */ form, /** @type {Date} */ day) => {
    const [number, month, year] = [day.getDate(), day.getMonth(), day.getFullYear()];
    const { digits } = form;
    const own = (/** @type {string} */ text) =>
      digits ? text.replace(/[0-9]/g, (digit) => digits[Number(digit)]) : text;
    const two = (/** @type {number} */ value) => own(String(value % 100).padStart(2, "0"));
    /** @type {Record<string, string>} */
    const fields = {
      day: form.days[number - 1] || own(String(number)),
      day2: two(number),
      month: form.months[month],
      month1: own(String(month + 1)),
      month2: two(month + 1),
      year: own(String(year)),
      year2: two(year),
    };
    for (const [name, ahead] of Object.entries(form.years)) {
      fields[name] = own(String(year + ahead));
    }
    return form.day.replace(/\{(\w+)\}/g, (place, name) => fields[name] ?? place);
  };
  addEventListener("beforeprint", () => {
    /** @type {HTMLElement | null} */
    const source = document.querySelector(".pg-source");
    /** @type {Record<string, Form & {printed: string, dir: string}> | undefined} */
    const byLanguage = Reflect.get(window, "pressgen");
    const said = byLanguage?.[document.documentElement.lang];
    if (!source || !said) {
      document.documentElement.style.removeProperty("--pg-source");
      return;
    }
    const { address = "" } = source.dataset;
    // In a line from right to left, each part keeps its own direction.
    const rightToLeft = said.dir === "rtl";
    const isolated = (/** @type {string} */ text) => (rightToLeft ? `\u2068${text}\u2069` : text);
    /** @type {Record<string, string>} */
    const parts = { address, date: written(said, new Date()) };
    const line = said.printed.replace(/\{(\w+)\}/g, (place, name) => (parts[name] ? isolated(parts[name]) : place));
    // The margin of a sheet has no elements; it shows a property of the root.
    document.documentElement.style.setProperty("--pg-source", JSON.stringify(isolated(line)));
  });
}
