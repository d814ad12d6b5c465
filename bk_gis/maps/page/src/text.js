// Words, numbers in each language's form, names for search, CSV.

let words = {}; // key: {vi, en}

/** Take the words of both languages that Python has put into the data element. */
export function learn(given) {
  words = { ...words, ...given };
}

/** Words by key; `{name}` is filled from `values`. Text only: the result is never parsed as markup. */
export function say(lang, key, values = {}) {
  if (!words[key]) throw new Error(`words.toml has no '${key}' for the page`);
  return words[key][lang].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** How a cluster was placed: a method of the geocoder's ledger, in words. */
export function methodWords(lang, method) {
  return say(lang, words[`placed ${method}`] ? `placed ${method}` : "not placed");
}

/**
 * 488.9 is "488,9" in Vietnamese and "488.9" in English; at most two decimals, none that are idle, rounded as Python
 * does it. The browser takes 10 ms to make a format of its own.
 */
export function formatNumber(lang, value) {
  const [point, group] = lang === "vi" ? [",", "."] : [".", ","];
  const [whole, decimals = ""] = value.toFixed(2).replace(/\.?0+$/, "").split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, group) + (decimals && point + decimals);
}

let english = null; // made when it is first asked for

/** "2014-02-25" is "25/02/2014" in Vietnamese and "25 February 2014" in English. */
export function formatDate(lang, iso) {
  if (lang === "vi") return iso.split("-").reverse().join("/");
  english ??= new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return english.format(new Date(iso));
}

const I_FOR_Y = /(^| )(b|ch|d|g|h|k|l|m|n|ph|qu|r|s|t|th|tr|v|x)y(?= |$)/g;

/** What of a name search compares, letters without diacritics: "Cẩm Giàng" is "CAM GIANG" to it, "Mỹ" is "mi". */
export function searchKey(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[đðɖ]/g, "d")
    .replace(/[\s-]+/g, " ").trim().replace(I_FOR_Y, "$1$2i");
}

/**
 * Rows as a file that Excel opens in its own language: in Vietnamese with semicolons and decimal commas.
 * Text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export function toCsv(lang, rows) {
  const separator = lang === "vi" ? ";" : ",";
  const cell = (value) => {
    if (typeof value === "number") return lang === "vi" ? String(value).replace(".", ",") : String(value);
    const inert = /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",;\r\n]/.test(inert) ? `"${inert.replace(/"/g, '""')}"` : inert;
  };
  return `\ufeff${rows.map((row) => row.map(cell).join(separator)).join("\r\n")}\r\n`;
}
