// What became of clusters, told without colour: a ring where one was founded, a broken one where it was not, a
// cross where it was withdrawn; nothing where nothing is known. A surveyed point has a cross below its disc.

import { svg } from "./dom.js";
import { hectares, phaseWeights } from "./plan.js";
import { STATUS } from "./symbols.js";
import { say } from "./text.js";

export const STATUSES = ["founded", "planned", "withdrawn", "unknown"]; // as legends and sentences have them
const WHEN = { "in time": "founded in time", later: "founded later", undated: "founded undated" };
const INK = "#1c2329";
const PAPER = "#ffffff";

/** How many there are: of all that are planned by a year, of each status, and when they were founded. */
export function statusCounts(plan, by) {
  const weights = phaseWeights(plan, { by, alone: false });
  const planned = plan.clusters.filter((cluster) => hectares(cluster, weights) > 0);
  const count = (test) => planned.filter(test).length;
  const founded = (test) => count(({ status, became }) => status === "founded" && test(became.date));
  const last = `${by}-12-31`;
  return {
    all: planned.length,
    ...Object.fromEntries(STATUSES.map((name) => [name, count(({ status }) => status === name)])),
    "in time": founded((date) => date && date <= last),
    later: founded((date) => date > last),
    undated: founded((date) => !date),
  };
}

/** The counts in one line; empty where nothing is known of any cluster. */
export function statusSentence(plan, { by, lang }) {
  const counts = statusCounts(plan, by);
  if (counts.all === counts.unknown) return "";
  const when = Object.keys(WHEN).filter((name) => counts[name])
    .map((name) => say(lang, WHEN[name], { n: counts[name], by }));
  const shown = counts.later || counts.undated ? ` (${when.join(", ")})` : "";
  const parts = STATUSES.filter((name) => counts[name] || name === "founded")
    .map((name) => `${plan.statusWords[name][lang]} ${counts[name]}${name === "founded" ? shown : ""}`);
  return say(lang, "became", { by, n: counts.all, parts: parts.join(", ") });
}

/** Draw the mark of a status around a disc {x, y, r} that is there. */
export function drawStatus(c, { x, y, r }, status) {
  if (status === "withdrawn") {
    const reach = (r + STATUS.at) * Math.SQRT1_2;
    const cross = (colour, width) => {
      c.strokeStyle = colour;
      c.lineWidth = width;
      c.beginPath();
      for (const side of [1, -1]) {
        c.moveTo(x - reach, y - side * reach);
        c.lineTo(x + reach, y + side * reach);
      }
      c.stroke();
    };
    cross(PAPER, 2.2 * STATUS.width);
    cross(INK, 1.2 * STATUS.width);
  } else if (status !== "unknown") {
    c.strokeStyle = INK;
    c.lineWidth = STATUS.width;
    c.setLineDash(status === "planned" ? STATUS.dash : []);
    c.beginPath();
    c.arc(x, y, r + STATUS.at, 0, 2 * Math.PI);
    c.stroke();
    c.setLineDash([]);
  }
}

/** Draw the crosses of surveyed discs, of which the discs will hide the middle. */
export function drawSurveyed(c, discs) {
  for (const [colour, width] of [[PAPER, 3 * STATUS.width], [INK, STATUS.width]]) {
    c.strokeStyle = colour;
    c.lineWidth = width;
    c.beginPath();
    for (const { x, y, r } of discs) {
      const reach = r + STATUS.tick;
      c.moveTo(x - reach, y);
      c.lineTo(x + reach, y);
      c.moveTo(x, y - reach);
      c.lineTo(x, y + reach);
    }
    c.stroke();
  }
}

/** The mark as a part of a drawing whose middle is the disc's. */
export function markParts(status, r) {
  const ink = { stroke: INK, fill: "none", "stroke-width": STATUS.width };
  if (status === "withdrawn") {
    const reach = (r + STATUS.at) * Math.SQRT1_2;
    const d = `M${-reach} ${-reach} L${reach} ${reach} M${-reach} ${reach} L${reach} ${-reach}`;
    return [svg("path", { d, stroke: PAPER, "stroke-width": 2.2 * STATUS.width }), svg("path", { d, ...ink })];
  }
  if (status === "unknown") return [];
  const dash = status === "planned" ? { "stroke-dasharray": STATUS.dash.join(" ") } : {};
  return [svg("circle", { r: r + STATUS.at, ...ink, ...dash })];
}

/** A small grey disc with the mark of a status, for legends and tables. */
export function statusMark(status, r = 5) {
  const side = r + STATUS.at + STATUS.width;
  return svg("svg", { class: "bk-status-mark", width: 2 * side, height: 2 * side, viewBox: `${-side} ${-side} ${2 * side} ${2 * side}`, "aria-hidden": "true" },
    svg("circle", { r, fill: "#8b959d" }), ...markParts(status, r));
}

/** A small grey disc that stands where it was surveyed, for legends. */
export function surveyedMark(r = 4) {
  const side = r + STATUS.tick;
  return svg("svg", { class: "bk-status-mark", width: 2 * side, height: 2 * side, viewBox: `${-side} ${-side} ${2 * side} ${2 * side}`, "aria-hidden": "true" },
    svg("path", { d: `M${-side} 0 H${side} M0 ${-side} V${side}`, stroke: INK, "stroke-width": STATUS.width }),
    svg("circle", { r, fill: "#8b959d" }));
}
