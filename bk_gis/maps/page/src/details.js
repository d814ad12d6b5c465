// What the page knows of one cluster or of all: the popup, and the table to read aloud, copy and download.

import { button, el } from "./dom.js";
import { glyph, listedClusters } from "./panel.js";
import { hectares, phaseWeights, unitsAround } from "./plan.js";
import { formatNumber, methodWords, say, toCsv } from "./text.js";
import { laterPlaces, placeIn } from "./vintages.js";

/** The names of the communes in which a cluster was placed. */
export function communeNames(plan, cluster, lang) {
  return cluster.communes
    .map((i) => `${plan.communes[i].unit} ${plan.communes[i].name}`)
    .join(say(lang, "and"));
}

function founded(cluster) {
  return cluster.ha.findIndex((ha) => ha > 0);
}

/** What became of a cluster, by which decision. */
const statusWords = (plan, { became }, lang) => became?.[lang] ?? plan.statusWords.unknown[lang];

/** All that a planner wants of a cluster. */
export function popupContent(plan, cluster, lang) {
  const whole = plan.phases.map(() => 1);
  const { district, subregion } = unitsAround(plan, cluster);
  const rows = plan.phases
    .map((phase, p) => ({ phase, p, ha: cluster.ha[p] }))
    .filter(({ ha }) => ha > 0)
    .map(({ phase, p, ha }) =>
      el("tr", {},
        el("th", { scope: "row" }, el("span", { class: "bk-swatch", style: `--colour:${phase.colour}` }), phase.label[lang]),
        el("td", {}, say(lang, p === founded(cluster) ? "founding" : "expansion")),
        el("td", {}, `${formatNumber(lang, ha)} ha`)));
  const fact = (key, value) => [el("dt", {}, say(lang, key)), el("dd", {}, value)];
  const place = communeNames(plan, cluster, lang);
  // Where a phone's popup scrolls, it has to do so by keyboard too.
  return el("div", { class: "bk-popup", tabindex: "0", role: "group", "aria-label": cluster.name },
    el("h2", { tabindex: "-1" }, glyph(plan, cluster, whole, 1.8), cluster.name),
    el("table", {},
      el("caption", { class: "bk-unseen" }, say(lang, "area")),
      el("tbody", {}, rows),
      el("tfoot", {}, el("tr", {},
        el("th", { scope: "row", colspan: "2" }, say(lang, "total")),
        el("td", {}, `${formatNumber(lang, hectares(cluster, whole))} ha`)))),
    el("dl", {},
      district ? fact("district", district.name) : null,
      subregion ? fact("subregion", subregion.label[lang]) : null,
      plan.hasStatuses ? fact("statuses", statusWords(plan, cluster, lang)) : null,
      cluster.became?.source ? fact("status source", cluster.became.source) : null,
      cluster.note ? fact("noted", cluster.note[lang]) : null,
      cluster.changed ? fact("changed", cluster.changed[lang]) : null,
      fact("printed", cluster.printed),
      fact("location", cluster.location),
      fact("place", place ? `${place} (${methodWords(lang, cluster.method)})` : methodWords(lang, cluster.method)),
      laterPlaces(plan, cluster.communes, lang).flatMap(([year, there]) => [el("dt", {}, year), el("dd", {}, there)]),
      fact("annex row", cluster.id)),
    el("p", { class: "bk-note" }, say(lang, cluster.method === "surveyed" ? "surveyed" : "indicative")));
}

/** A commune: its name, where it belongs, and its clusters, each to be opened. */
export function communeContent(plan, commune, lang, open, actions = []) {
  const { district, subregion } = unitsAround(plan, commune);
  const index = plan.communes.indexOf(commune);
  const here = plan.clusters.filter(({ communes }) => communes.includes(index));
  const whole = plan.phases.map(() => 1);
  return el("div", { class: "bk-popup" },
    el("h2", {}, `${commune.unit} ${commune.name}`),
    el("p", {}, [district?.name, subregion?.label[lang]].filter(Boolean).join("; ")),
    laterPlaces(plan, [index], lang).map(([year, there]) => el("p", {}, `${year}: ${there}`)),
    here.length ? el("ul", { class: "bk-here" }, here.map((cluster) => el("li", {},
      button(null, `${cluster.name}: ${formatNumber(lang, hectares(cluster, whole))} ha`, () => open(plan.clusters.indexOf(cluster)))))) : null,
    actions);
}

/** Head and rows of the table: the clusters that the view shows. Numbers stay numbers; `rowOf` makes a row when it is asked for. */
export function tableRows(plan, state) {
  const { lang } = state;
  const weights = phaseWeights(plan, state);
  const clusters = listedClusters(plan, state);
  const hasNotes = clusters.some(({ note }) => note);
  const changed = new Set(plan.tried?.map(({ cluster }) => cluster));
  const head = [
    say(lang, "annex row"), say(lang, "name"), say(lang, "printed"), say(lang, "location"),
    ...(plan.districts.length ? [say(lang, "district")] : []), ...(plan.subregions.length ? [say(lang, "subregion")] : []),
    ...plan.phases.map((phase) => `${phase.label[lang]} (ha)`), `${say(lang, "total")} (ha)`,
    say(lang, "place"), ...plan.vintages.map(({ year }) => say(lang, "in year", { year })),
    ...(plan.hasStatuses ? [say(lang, "statuses")] : []), ...(hasNotes ? [say(lang, "noted")] : []),
    ...(plan.tried ? [say(lang, "trial")] : []),
  ];
  const rowOf = (cluster) => {
    const { district, subregion } = unitsAround(plan, cluster);
    const ha = cluster.ha.map((value, p) => value * weights[p]);
    const place = communeNames(plan, cluster, lang);
    return [
      cluster.id, cluster.name, cluster.printed, cluster.location,
      ...(plan.districts.length ? [district?.name ?? ""] : []),
      ...(plan.subregions.length ? [subregion?.label[lang] ?? ""] : []), ...ha, hectares(cluster, weights),
      place ? `${place}: ${methodWords(lang, cluster.method)}` : methodWords(lang, cluster.method),
      ...plan.vintages.map((vintage) => placeIn(vintage, cluster.communes, lang)),
      ...(plan.hasStatuses ? [statusWords(plan, cluster, lang)] : []),
      ...(hasNotes ? [cluster.note?.[lang] ?? ""] : []),
      ...(plan.tried ? [say(lang, changed.has(cluster.id) ? "changed" : "as decided")] : []),
    ];
  };
  return { head, clusters, rowOf };
}

const MOST = 500; // rows that are all drawn; of more only those in view
const AROUND = 30; // rows above and below these

/** The table as a dialog. */
export function openTable(plan, state) {
  const { lang } = state;
  const { head, clusters, rowOf } = tableRows(plan, state);
  const n = clusters.length;
  const areMost = n > MOST;
  const cell = (value) => el("td", { class: typeof value === "number" ? "bk-number" : null }, typeof value === "number" ? (value ? formatNumber(lang, value) : "–") : value);
  const rows = (from, to) => clusters.slice(from, to).map((cluster, i) => el("tr", { "aria-rowindex": areMost ? from + i + 2 : null }, rowOf(cluster).map(cell)));
  const heads = head.map((name) => el("th", { scope: "col" }, name));
  const body = el("tbody", {}, rows(0, areMost ? AROUND : n));
  const scroll = el("div", { class: "bk-scroll", tabindex: "0", role: "region", "aria-labelledby": "bk-table-title" },
    el("table", { class: areMost ? "bk-most" : null, "aria-rowcount": areMost ? n + 1 : null }, el("thead", {}, el("tr", { "aria-rowindex": areMost ? 1 : null }, heads)), body));
  openDialog(lang, "data", [
    button(null, say(lang, "download"), () => download(plan, state)),
  ], el("p", {}, say(lang, areMost ? "all rows" : "copied", { n: formatNumber(lang, n) })), scroll);
  if (!areMost) return;
  const high = body.offsetHeight / AROUND; // no line of them is broken
  const gap = (count) => el("tr", { "aria-hidden": "true", style: `height:${count * high}px` });
  const fill = () => {
    const first = Math.max(0, Math.floor(scroll.scrollTop / high) - AROUND);
    const last = Math.min(n, first + Math.ceil(scroll.clientHeight / high) + 2 * AROUND);
    for (const one of heads) one.style.minWidth = `${one.offsetWidth}px`; // columns that others were wider in stay as wide
    body.replaceChildren(gap(first), ...rows(first, last), gap(n - last));
  };
  fill();
  scroll.addEventListener("scroll", () => requestAnimationFrame(fill));
}

/** Open a dialog with a title, buttons beside it and parts below. */
export function openDialog(lang, title, buttons, ...parts) {
  const dialog = el("dialog", { class: "bk-table", "aria-labelledby": "bk-table-title" },
    el("header", {},
      el("h2", { id: "bk-table-title" }, say(lang, title)),
      buttons,
      button(null, say(lang, "closed"), () => dialog.close())),
    parts);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** Save the shown rows as CSV. */
export function download(plan, state) {
  const { head, clusters, rowOf } = tableRows(plan, state);
  const text = toCsv(state.lang, [head, ...clusters.map(rowOf)]);
  saveFile(new Blob([text], { type: "text/csv;charset=utf-8" }), `ccn-${state.by}${plan.tried ? "-trial" : ""}.csv`);
}

/** Save what a page made as a file. */
export function saveFile(blob, name) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
