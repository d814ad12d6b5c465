// The printed sheet: the map as it is shown, with the annex's table, on one page of A4 or A3.

import { el } from "./dom.js";
import { legendParts } from "./legend.js";
import { headParts, horizonWords, listedClusters, selectionName, sourceParts, verdictParts } from "./panel.js";
import { isSelected, phaseWeights, rounded, summarise, unitName } from "./plan.js";
import { statusMark } from "./statuses.js";
import { formatNumber, say } from "./text.js";

const LEAST_TEXT = 0.5; // of the usual size of letters on paper
const MOST_ROWS = 60; // clusters; with more, the sheet lists districts only

/** The annex as it counts at the horizon: districts with subtotals, their clusters, the total. */
function annexTable(plan, state) {
  const { lang } = state;
  const weights = phaseWeights(plan, state);
  const sums = summarise(plan, state);
  const number = (value) => (value ? formatNumber(lang, rounded(value)) : "–");
  const cells = (ha) => [...ha.map((value, p) => number(value * weights[p])), number(ha.reduce((t, v, p) => t + v * weights[p], 0))];
  const row = (kind, name, ha) =>
    el("tr", { class: kind }, el("th", { scope: "row" }, name), cells(ha).map((text) => el("td", {}, text)));
  const add = (clusters) => plan.phases.map((_, p) => clusters.reduce((sum, cluster) => sum + cluster.ha[p], 0));
  const shown = listedClusters(plan, state);
  const nameOf = (cluster) => [
    `${cluster.id}. ${cluster.name}${cluster.latlng ? "" : ` (${say(lang, "not placed")})`} `,
    cluster.became ? statusMark(cluster.status, 3) : null,
  ];
  const isIn = (u) => isSelected(plan, state, { ...plan.units[u], [plan.level]: u });
  // Units as the annex has them: by their first cluster; those without one at the end, but no communes.
  const first = (u) => plan.clusters.findIndex(({ units }) => units.includes(u)) >>> 0; // that of none, -1, is the largest
  const within = (u) => shown.filter(({ units }) => units.includes(u));
  const order = plan.units.map((_, u) => u).filter((u) => within(u).length || (plan.level !== "commune" && isIn(u)));
  const list = (clusters) => (shown.length > MOST_ROWS ? [] : clusters.map((cluster) => row("bk-cluster", nameOf(cluster), cluster.ha)));
  // Communes have few clusters each, and a cluster may lie in two: there each stands with its place.
  const flat = plan.level === "commune" && shown.length <= MOST_ROWS;
  const placed = ({ communes }) => (communes.length ? ` · ${communes.map((m) => unitName(plan.communes[m], lang)).join(", ")}` : null);
  const rows = flat ? shown.map((cluster) => row("bk-cluster", [...nameOf(cluster), placed(cluster)], cluster.ha)) : order.sort((a, b) => first(a) - first(b)).flatMap((u) => {
    const mark = sums.units[u].covered ? "" : ` (${say(lang, "no")})`;
    return [row("bk-district", unitName(plan.units[u], lang) + mark, add(within(u))), ...list(within(u))];
  });
  return el("table", {},
    el("caption", {}, `${selectionName(plan, state)}: ${say(lang, "size").toLocaleLowerCase(lang)}, ${horizonWords(plan, state)}`),
    el("thead", {}, el("tr", {},
      el("th", { scope: "col" }, say(lang, flat ? "commune and cluster" : plan.level)),
      plan.phases.map((phase) => el("th", { scope: "col" }, phase.id)),
      el("th", { scope: "col" }, say(lang, "total")))),
    el("tbody", {}, rows, flat ? [] : list(shown.filter(({ units }) => !units.length)), row("bk-total", say(lang, "total"), add(shown))));
}

/** The sheet's column beside the map, and the legend on it. */
export function sheetParts(plan, state, scale) {
  return [
    el("div", { class: "bk-sheet-column" },
      headParts(plan, state),
      plan.tried ? el("ul", { class: "bk-told" }, plan.told(state.lang).map((words) => el("li", {}, words))) : null,
      verdictParts(plan, state),
      annexTable(plan, state),
      el("footer", {}, sourceParts(plan, state.lang))),
    el("div", { class: "bk-sheet-legend" }, legendParts(plan, state, scale)),
  ];
}

/** Make the letters of a column smaller until all of it is on its page. */
function shrink(column) {
  for (let share = 1; column.scrollHeight > column.clientHeight && share > LEAST_TEXT; share -= 0.04) {
    column.style.fontSize = `calc(${share} * var(--text))`;
  }
}

/**
 * Fit the page for printing before the browser does it, and back again afterwards. `whole` gives the bounds
 * of the plan, or of what is selected; `paint` sets the drawing of clusters to paper, {ratio, text}: device pixels for each CSS pixel and
 * the size of names, or back to the screen, null.
 */
export function setUpPrinting({ map, whole, sheet, parts, paint }) {
  let before = null;
  const size = el("style");
  document.head.append(size);
  const root = document.documentElement;
  const setPaper = (paper) => {
    size.textContent = `@page { size: ${paper} landscape; margin: 8mm; }`;
    root.dataset.paper = paper;
  };
  setPaper("A4");
  window.addEventListener("beforeprint", () => {
    if (before) return;
    const seen = map.getBounds();
    before = { center: map.getCenter(), zoom: map.getZoom() };
    map.closePopup();
    root.classList.add("bk-printing");
    map.invalidateSize({ animate: false, pan: false });
    // What is whole stands to the right of the legend; a part of it fills the frame.
    const fit = seen.contains(whole()) ? [whole(), [0.27 * map.getSize().x, 6]] : [seen, [6, 6]];
    map.fitBounds(fit[0], { animate: false, paddingTopLeft: fit[1], paddingBottomRight: [6, 6] });
    sheet.replaceChildren(...parts()); // now: the legend is drawn at the scale of the printed map
    shrink(sheet.firstChild);
    paint(root.dataset.paper === "A3" ? { ratio: 3, text: 1.4 } : { ratio: 4, text: 1 }); // names clear of the legend
  });
  window.addEventListener("afterprint", () => {
    if (!before) return;
    root.classList.remove("bk-printing");
    sheet.replaceChildren();
    paint(null);
    map.invalidateSize({ animate: false, pan: false });
    map.setView(before.center, before.zoom, { animate: false });
    before = null;
  });
  return (paper) => {
    setPaper(paper);
    window.print();
  };
}
