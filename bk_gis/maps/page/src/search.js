// Search: what a name or a part of it finds, and the field with its list.

import { el } from "./dom.js";
import { memo } from "./memo.js";
import { unitsAround } from "./plan.js";
import { say, searchKey } from "./text.js";
import { unitsOf } from "./vintages.js";

const UNITS = { tt: "thi tran", ttr: "thi tran", tx: "thi xa", tp: "thanh pho", h: "huyen", x: "xa", p: "phuong", q: "quan" };

const entriesOf = memo((plan) => {
  const entry = (kind, item, index, names, places = []) =>
    ({ kind, item, index, keys: names.map(searchKey), places: places.map(searchKey) });
  return [
    ...plan.clusters.map((c, i) => entry("cluster", c, i, [c.name, c.printed], c.communes.map((m) => plan.communes[m].name))),
    ...plan.districts.map((d, i) => entry("district", d, i, [d.name])),
    ...plan.communes.map((c, i) => entry("commune", c, i, [c.name, `${c.unit} ${c.name}`])),
    ...plan.vintages.flatMap((vintage) => unitsOf(vintage, plan).filter(({ isSame }) => !isSame)
      .map((unit, i) => ({ ...entry("later", unit, i, [unit.name, `${unit.unit} ${unit.name}`]), year: vintage.year }))),
  ];
});

/** The key of a name with its unit in full: "T.T Chợ Rã" is "thi tran cho ra". */
const wholeKey = (words) => searchKey(words)
  .replace(/^(ccn|cum cong nghiep|cum) (?=.)/, "")
  .replace(/^(t\.?tr?|tx|tp|[hxpq])(?:[. ]+(?=.)|(?=\d))/, (_, unit) => `${UNITS[unit.replace(".", "")]} `);

/**
 * Find clusters, districts and communes by the key of their names, clusters by their commune too; best first. What
 * follows a comma is where they lie: "xã Nông Hạ, H. Chợ Mới".
 */
export function search(plan, words, limit = 12) {
  const [wanted, ...around] = words.split(",").map(wholeKey).filter(Boolean);
  if (!wanted) return [];
  const lies = ({ item, places, year }) => around.every((unit) =>
    [...places, year ? "" : searchKey(unitsAround(plan, item).district?.name ?? "")].some((name) => name.includes(unit)));
  const rank = ({ keys }) => {
    if (keys.includes(wanted)) return 0;
    if (keys.some((name) => name.startsWith(wanted))) return 1;
    if (keys.some((name) => ` ${name}`.includes(` ${wanted}`))) return 2;
    return keys.some((name) => name.includes(wanted)) ? 3 : 4; // found by its place only
  };
  return entriesOf(plan)
    .filter(({ keys, places }) => [...keys, ...places].some((name) => name.includes(wanted)))
    .filter((entry) => !around.length || lies(entry))
    .map((entry) => ({ ...entry, rank: rank(entry) + (entry.year ? 5 : 0) })) // the plan's own names first
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit);
}

/** A search field with a list of what was found: type, arrows, Enter. */
export function searchBox(plan, lang, choose) {
  const words = say(lang, plan.districts.length ? "search" : "search without districts");
  const list = el("ul", { id: "bk-found", role: "listbox", "aria-label": words, hidden: true });
  const status = el("span", { class: "bk-unseen", role: "status" });
  let found = [];
  let active = -1;
  const input = el("input", {
    type: "search", id: "bk-query", role: "combobox", "aria-expanded": "false", "aria-controls": "bk-found",
    "aria-autocomplete": "list", "aria-label": words, placeholder: words, autocomplete: "off",
    "data-key": "search",
  });
  const pick = (entry) => {
    input.value = entry.item.name;
    show([]);
    choose(entry);
  };
  const where = ({ kind, item, year }) => {
    if (year) return `${item.unit}, ${year}`;
    if (kind === "district") return say(lang, "district");
    return [kind === "cluster" ? say(lang, "cluster") : item.unit, unitsAround(plan, item).district?.name].filter(Boolean).join(", ");
  };
  function show(entries) {
    found = entries;
    active = entries.length ? 0 : -1;
    list.replaceChildren(...entries.map((entry, i) =>
      el("li", { id: `bk-found-${i}`, role: "option", "aria-selected": String(i === active), mousedown: (event) => { event.preventDefault(); pick(entry); } },
        el("strong", {}, entry.item.name), el("small", {}, where(entry)))));
    list.hidden = !entries.length;
    input.setAttribute("aria-expanded", String(Boolean(entries.length)));
    mark();
  }
  function mark() {
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === active)));
    if (active >= 0) input.setAttribute("aria-activedescendant", `bk-found-${active}`);
    else input.removeAttribute("aria-activedescendant");
    if (list.children[active]) list.children[active].scrollIntoView({ block: "nearest" });
  }
  input.addEventListener("input", () => {
    show(search(plan, input.value));
    const none = input.value.trim() && !found.length;
    status.textContent = none ? say(lang, "none found") : found.length ? say(lang, "found", { n: found.length }) : "";
    box.dataset.none = none ? say(lang, "none found") : "";
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (found.length) active = (active + step + found.length) % found.length;
      mark();
    } else if (event.key === "Enter" && found[active]) {
      event.preventDefault();
      pick(found[active]);
    } else if (event.key === "Escape") {
      show([]);
    }
    event.stopPropagation();
  });
  input.addEventListener("blur", () => show([]));
  const box = el("div", { class: "bk-search", role: "search" }, input, list, status);
  return box;
}
