// Prints into the margins of each sheet: the number and day of a release, the address of the page, the day of printing.
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
  /** The margin of a sheet has no elements; it shows properties of the root. */
  const show = (/** @type {string} */ property, /** @type {string} */ text) => {
    const { style } = document.documentElement;
    if (text) {
      style.setProperty(property, JSON.stringify(text));
    } else {
      style.removeProperty(property);
    }
  };
  /** Where the page is from and the day of today, in its language; nothing where one of them is not known. */
  const source = (/** @type {string} */ address) => {
    /** @type {Record<string, Form & {printed: string, dir: string}> | undefined} */
    const byLanguage = Reflect.get(window, "pressgen");
    const said = byLanguage?.[document.documentElement.lang];
    if (!address || !said) {
      return "";
    }
    // In a line from right to left, each part keeps its own direction.
    const rightToLeft = said.dir === "rtl";
    const isolated = (/** @type {string} */ text) => (rightToLeft ? `\u2068${text}\u2069` : text);
    /** @type {Record<string, string>} */
    const parts = { address, date: written(said, new Date()) };
    return isolated(said.printed.replace(/\{(\w+)\}/g, (place, name) => (parts[name] ? isolated(parts[name]) : place)));
  };
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest(".pg-print")) {
      print();
    }
  });
  addEventListener("beforeprint", () => {
    /** @type {HTMLElement | null} */
    const element = document.querySelector(".pg-source");
    const { address = "", running = "" } = element?.dataset ?? {};
    show("--pg-source", source(address));
    show("--pg-running", running);
  });
}
