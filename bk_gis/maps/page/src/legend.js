// The legend, drawn with the functions that draw the map.

import { el, svg } from "./dom.js";
import { selectionName } from "./panel.js";
import { areMany, isAll, missingUnits } from "./plan.js";
import { STATUSES, statusMark, surveyedMark } from "./statuses.js";
import { HATCH, ringRadii } from "./symbols.js";
import { formatNumber, say } from "./text.js";
import { vintageOf } from "./vintages.js";

/** Nested circles at round values, standing on one line, each with its hectares. */
function nestedCircles(plan, lang, scale) {
  const circles = [...plan.legend].reverse().map((ha) => ({ ha, r: ringRadii([ha], [1], scale)[0] }));
  const most = circles[0].r;
  const [left, base] = [most + 1, 2 * most + 7];
  const line = 13;
  let y = -line / 2;
  const parts = circles.flatMap(({ ha, r }) => {
    const top = base - 2 * r;
    y = Math.max(top, y + line);
    return [
      svg("circle", { cx: left, cy: base - r, r, fill: "none", stroke: "#1c2329", "stroke-width": 1.2 }),
      svg("path", { d: `M${left} ${top} L${left + most + 6} ${y} H${left + most + 12}`, fill: "none", stroke: "#1c2329", "stroke-width": 0.7 }),
      svg("text", { x: left + most + 15, y: y + 4, fill: "#1c2329" }, `${formatNumber(lang, ha)} ha`),
    ];
  });
  const height = Math.max(base + 2, y + line / 2 + 2);
  return svg("svg", { class: "bk-circles", width: left + most + 70, height, "aria-hidden": "true" }, ...parts);
}

/** What a ring is: a disc with one expansion around it, in the colours of two phases. */
function ringExample(plan) {
  const [first, last] = [plan.phases[0], plan.phases.at(-1)];
  return svg("svg", { width: 30, height: 30, viewBox: "-15 -15 30 30", "aria-hidden": "true" },
    svg("circle", { r: 14, fill: last.colour }), svg("circle", { r: 10, fill: first.colour }));
}

/** How units without a cluster are marked: by a cross and their names, or hatched. */
function withoutPart(plan, { lang, by }) {
  const missing = missingUnits(plan, by);
  if (!missing.length) return null;
  const words = say(lang, `${plan.level} without`);
  if (!areMany(missing)) return el("p", { class: "bk-missing" }, `✗ ${words}`);
  const lines = [-2, -1, 0, 1, 2].map((i) => `M${i * HATCH.step * Math.SQRT2} 14 l14 -14`).join("");
  return el("p", { class: "bk-hatched" },
    svg("svg", { class: "bk-swatch", width: 18, height: 14, viewBox: "0 0 18 14", "aria-hidden": "true" },
      svg("path", { d: lines, stroke: HATCH.colour, "stroke-width": HATCH.width, fill: "none" })),
    words);
}

/** Which later boundaries are drawn, and where they are not exact. */
function vintagePart(plan, { lang, boundaries }) {
  const vintage = vintageOf(plan, boundaries);
  if (!vintage) return null;
  const rough = vintage.name.filter((_, i) => vintage.note[i]);
  return el("p", { class: "bk-note" },
    say(lang, "drawn of", { year: vintage.year, own: plan.ownYear }),
    rough.length ? ` ${say(lang, "approximate", { names: rough.join(", ") })}` : "");
}

/** Whether any cluster stands where it was surveyed. */
const isSurveyed = (plan) => plan.clusters.some(({ method }) => method === "surveyed");

export function legendParts(plan, state, scale) {
  const { lang } = state;
  const sizes = plan.legend.map((ha) => `${formatNumber(lang, ha)} ha`).join(", ");
  return [
    el("ul", { class: "bk-phases" },
      plan.phases.map((phase) => el("li", {}, el("span", { class: "bk-swatch bk-round", style: `--colour:${phase.colour}` }), phase.label[lang]))),
    el("div", { class: "bk-sizes", role: "img", "aria-label": `${say(lang, "size")}: ${sizes}` },
      el("span", {}, say(lang, "size")), nestedCircles(plan, lang, scale)),
    plan.phases.length > 1 ? el("p", { class: "bk-ring" }, ringExample(plan), el("span", {}, say(lang, "ring"))) : null,
    plan.hasStatuses ? say(lang, "statuses") : null,
    plan.hasStatuses ? el("ul", { class: "bk-statuses" },
      STATUSES.filter((name) => plan.clusters.some(({ status }) => status === name))
        .map((name) => el("li", {}, statusMark(name), plan.statusWords[name][lang]))) : null,
    el("ul", { class: "bk-tints" },
      plan.subregions.map((subregion) => el("li", {}, el("span", { class: "bk-swatch", style: `--colour:${subregion.tint}` }), subregion.label[lang]))),
    withoutPart(plan, state),
    plan.inset ? el("p", { class: "bk-note" }, plan.inset.words[lang]) : null,
    vintagePart(plan, state),
    isAll(state) ? null : el("p", { class: "bk-note" }, say(lang, "faded", { name: selectionName(plan, state) })),
    isSurveyed(plan) ? el("p", { class: "bk-ring" }, surveyedMark(), el("span", {}, say(lang, "surveyed"))) : null,
    el("p", { class: "bk-note bk-left-out" }, say(lang, "some")),
    el("p", { class: "bk-note" }, say(lang, "indicative")),
  ].filter(Boolean);
}
