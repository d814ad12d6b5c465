// The panel beside the map: verdict, timeline, summary, list of clusters. Each part is drawn from the state.

import { button, el, svg } from "./dom.js";
import {
  areMany, differs, hectares, isAll, isRuled, isSelected, missingUnits, phaseWeights, shortUnits, summarise, unitName,
} from "./plan.js";
import { markParts, statusSentence } from "./statuses.js";
import { ringRadii } from "./symbols.js";
import { formatDate, formatNumber, say } from "./text.js";

const MOST_LISTED = 60;
const FIRST = 8; // of units without a cluster, where they are many
const SOME = 20; // of a list that is too long to be read through

/** Rings of one cluster as a small drawing. */
export function glyph(plan, { ha, status }, weights, scale, pad = 2.5) {
  const radii = ringRadii(ha, weights, scale);
  const r = Math.max(radii.at(-1), 1) + pad;
  const rings = radii.map((radius, p) => ({ radius, p })).filter(({ radius, p }) => radius > (radii[p - 1] || 0));
  return svg(
    "svg", { width: 2 * r, height: 2 * r, viewBox: `${-r} ${-r} ${2 * r} ${2 * r}`, "aria-hidden": "true" },
    ...rings.reverse().map(({ radius, p }) => svg("circle", { r: radius, fill: plan.phases[p].colour })),
    ...markParts(status, r - pad),
  );
}

/** The head: what the plan is, and whether it keeps its own rule, in words. */
export function headParts(plan, state) {
  const { lang } = state;
  const { number, date, issuer } = plan.decision;
  return [
    el("h1", {}, plan.title[lang]),
    el("p", { class: "bk-decision" },
      `${say(lang, "decision", { number, date: formatDate(lang, date) })}, ${issuer[lang]}`),
    plan.asOf && plan.amended[lang] ? el("p", { class: "bk-decision" }, plan.amended[lang]) : null,
  ];
}

/** Buttons above it: the other language, the table, paper. */
export function toolParts(lang, { speak, table, picture, print }) {
  const other = lang === "vi" ? "en" : "vi";
  return [
    button("lang", lang === "vi" ? "English" : "Tiếng Việt", () => speak(other), { lang: other }),
    button("table", say(lang, "data"), table),
    button("picture", say(lang, "picture"), picture),
    ...["A4", "A3"].map((paper) => button(paper.toLowerCase(), `${say(lang, "print")} ${paper}`, () => print(paper))),
  ];
}

/** Names of units; of more than can be read through the first, and how many more there are. */
export function unitNames(plan, lang, units) {
  const names = (areMany(units) ? units.slice(0, FIRST) : units).map((u) => unitName(plan.units[u], lang)).join(", ");
  return areMany(units) ? say(lang, "first of", { names, n: units.length - FIRST }) : names;
}

/** A year, and where no phase ends in it which phases count. */
function yearWords(plan, lang, by) {
  const until = plan.phases.findLast(({ end }) => end <= by)?.end;
  return until === by ? by : say(lang, until ? "year up to" : "year before all", { by, until });
}

/**
 * Sentences of the verdict: {ok, words, missing}; first the decision's rules, then the horizon that is shown.
 * `ok` is null of what no rule demands.
 */
export function verdicts(plan, state) {
  const { lang, by } = state;
  const of = plan.units.length;
  const units = plan.levelWords[lang];
  const rules = plan.rules.map((rule) => {
    const missing = shortUnits(plan, rule);
    const least = [
      rule.clusters > 1 ? `${rule.clusters} ${say(lang, "clusters")}` : null,
      rule.hectares === null ? null : `${formatNumber(lang, rule.hectares)} ha`,
    ].filter(Boolean).join(", ");
    const what = least ? say(lang, "at least", { least }) : say(lang, "one cluster");
    const key = missing.length ? "rule missed" : "rule kept";
    const values = { ...rule, by: yearWords(plan, lang, rule.by), of, units, what, n: of - missing.length, missing: unitNames(plan, lang, missing) };
    return { by: rule.by, ok: !missing.length, words: say(lang, key, values), missing, of: !least };
  });
  const missing = missingUnits(plan, by);
  const said = rules.filter((rule) => rule.of); // of one cluster each, as the map marks it
  if (said.some((rule) => rule.by === by || (rule.ok && rule.by < by && !missing.length))) return rules;
  const rest = missing.length ? say(lang, isRuled(plan) ? "missing" : "without", { missing: unitNames(plan, lang, missing) }) : "";
  const words = say(lang, "as of", { by, of, units, n: of - missing.length, rest });
  return [...rules, { by, ok: isRuled(plan) ? !missing.length : null, words, missing }];
}

/** The verdict; where it cannot name all that is missing they are in a list to open, each to be found on the map. */
export function verdictParts(plan, state, find = null) {
  const { lang } = state;
  const became = statusSentence(plan, state);
  const verdict = verdicts(plan, state).flatMap(({ ok, words, missing }, i) => [
    el("p", { class: ok === null ? null : ok ? "bk-yes" : "bk-no" },
      ok === null ? null : el("span", { class: "bk-mark", "aria-hidden": "true" }, ok ? "✓" : "✗"), el("span", {}, words)),
    find && areMany(missing) ? el("details", { class: "bk-without" },
      el("summary", { "data-key": `without${i}` }, say(lang, "all without", { n: missing.length, units: plan.levelWords[lang] })),
      el("ul", {}, missing.map((u) => el("li", {},
        el("button", { type: "button", click: () => find(u) }, unitName(plan.units[u], lang)))))) : null,
  ]);
  return [...verdict, became ? el("p", { class: "bk-became" }, became) : null].filter(Boolean);
}

/** The timeline: one step for each phase, all up to it or it alone, and play; and the way to trying changes. */
export function timelineParts(plan, lang, live, { set, play, tryChanges }) {
  const steps = plan.phases.map((phase, p) => {
    const shown = (state) => phase.end === state.by;
    const input = el("input", { type: "radio", name: "bk-by", value: phase.end, "data-key": `by${phase.end}`, change: () => set({ by: phase.end }) });
    live.follow((state) => { input.checked = shown(state); });
    const dot = el("span", { class: "bk-dot", style: `--colour:${phase.colour}` });
    return live.attribute(
      el("label", { class: "bk-step" },
        input,
        live.attribute(dot, "data-on", (state) => String(phaseWeights(plan, state)[p])),
        el("span", { class: "bk-year" }, String(phase.end)),
        el("span", { class: "bk-label" }, phase.label[lang])),
      "data-on", (state) => (shown(state) ? "1" : null));
  });
  const alone = el("input", { type: "checkbox", "data-key": "alone", change: (event) => set({ alone: event.target.checked }) });
  live.follow((state) => { alone.checked = state.alone; });
  return [
    el("fieldset", { class: "bk-steps" }, el("legend", {}, say(lang, "timeline")), el("div", { class: "bk-track" }, steps)),
    el("div", { class: "bk-row" },
      button("play", live.text(({ playing }) => (playing ? `❚❚ ${say(lang, "pause")}` : `▶ ${say(lang, "play")}`)), play),
      el("label", { class: "bk-check" }, alone, say(lang, "one phase")),
      tryChanges ? live.attribute(
        button("try", say(lang, "try"), tryChanges, { class: "bk-button bk-chosen" }),
        "aria-pressed", ({ trying }) => String(trying)) : null),
    plan.vintages.length ? vintageParts(plan, lang, live, set) : null,
  ];
}

/** Which boundaries the map shows: the plan's own, or later ones. */
function vintageParts(plan, lang, live, set) {
  const choice = (year, words) => {
    const choose = button(`boundaries${words}`, words, () => set({ boundaries: year }));
    return live.attribute(choose, "aria-pressed", ({ boundaries }) => String(boundaries === year));
  };
  return el("fieldset", { class: "bk-vintages" },
    el("legend", {}, say(lang, "boundaries shown")),
    choice(null, String(plan.ownYear)), plan.vintages.map(({ year }) => choice(year, String(year))));
}

/** A row of the summary. `rowOf` finds its figures among the sums, `isOn` whether it is selected. */
function summaryRow(plan, lang, live, { name, key, kind, rowOf, isOn, select }) {
  const row = (state) => rowOf(summarise(plan, state));
  const number = (value) => (value === null ? "–" : formatNumber(lang, value));
  const isWrong = ({ stated, hectares: ha }) => !plan.asOf && stated !== null && differs(ha, stated);
  const whole = kind !== plan.level;
  const isCovered = ({ covered, of }) => covered === of;
  const words = ({ covered, of }) => (whole ? `${covered}/${of}` : say(lang, covered ? "yes" : "no"));
  const cell = (of) => el("td", {}, live.text((state) => of(row(state))));
  const choose = button(key, name, select, { class: null });
  return live.attribute(
    el("tr", { class: `bk-${kind}` },
      el("th", { scope: "row" }, live.attribute(choose, "aria-pressed", (state) => String(isOn(state)))),
      cell(({ clusters }) => String(clusters)),
      cell(({ hectares: ha }) => number(ha)),
      live.attribute(cell(({ stated }) => number(stated?.[0] ?? null)), "class", (state) => (isWrong(row(state)) ? "bk-differs" : null)),
      live.attribute(cell(words), "class", (state) => (!isRuled(plan) ? null : isCovered(row(state)) ? "bk-yes" : "bk-no"))),
    "data-on", (state) => (isOn(state) ? "1" : null));
}

/** The summary: the whole plan's totals, then a row for each sub-region and district. */
export function summaryParts(plan, lang, live, { select }) {
  const rows = [{
    name: say(lang, "whole"), key: "whole", kind: "whole", rowOf: ({ whole }) => whole,
    isOn: isAll, select: () => select({}),
  }];
  const addDistricts = (within) => plan.districts.forEach(({ name, subregion }, d) => {
    if (subregion === within) rows.push({
      name, key: `d${d}`, kind: "district", rowOf: ({ districts }) => districts[d],
      isOn: (state) => state.district === d, select: () => select({ district: d }),
    });
  });
  plan.subregions.forEach((subregion, s) => {
    // A single sub-region is the whole once more.
    if (plan.subregions.length > 1) rows.push({
      name: subregion.label[lang], key: `s${s}`, kind: "subregion", rowOf: ({ subregions }) => subregions[s],
      isOn: (state) => state.subregion === s, select: () => select({ subregion: s }),
    });
    addDistricts(s);
  });
  addDistricts(null);
  const heads = [plan.level, "clusters", "hectares", "stated", "covered"];
  // Covered is what has a cluster by the horizon, also where one phase is shown alone.
  const covered = ({ alone, by }) => say(lang, alone ? "covered by" : "covered", { by });
  const words = { covered: live.text(covered), clusters: say(lang, "clusters column"), hectares: say(lang, "ha") };
  return el("table", { class: "bk-summary" },
    el("caption", {}, live.text((state) => `${say(lang, "summary")}: ${horizonWords(plan, state)}`)),
    el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, words[head] || say(lang, head))))),
    el("tbody", {}, rows.map((row) => summaryRow(plan, lang, live, row))));
}

/** The horizon or the phase that is shown, in words. */
export function horizonWords(plan, state) {
  const phase = plan.phases.find(({ end }) => end === state.by);
  return state.alone ? phase.label[state.lang] : say(state.lang, "up to", { by: state.by }).toLocaleLowerCase(state.lang);
}

/** Clusters that exist in the view and lie in the selection, in the order of the annex. */
export function listedClusters(plan, state) {
  const weights = phaseWeights(plan, state);
  return plan.clusters.filter((cluster) => hectares(cluster, weights) > 0 && isSelected(plan, state, cluster));
}

export function selectionName(plan, state) {
  if (state.district !== null) return plan.districts[state.district].name;
  if (state.subregion !== null) return plan.subregions[state.subregion].label[state.lang];
  return say(state.lang, "whole");
}

export function listParts(plan, state, { open, hover }) {
  const { lang } = state;
  const weights = phaseWeights(plan, state);
  const clusters = listedClusters(plan, state);
  const sum = clusters.reduce((total, cluster) => total + hectares(cluster, weights), 0);
  const item = (cluster) => {
    const i = plan.clusters.indexOf(cluster);
    return el("li", {},
      el("button", {
        type: "button", "data-key": `c${i}`, "aria-current": state.cluster === i ? "true" : null,
        click: () => open(i), focus: () => hover(i), blur: () => hover(-1),
        mouseenter: () => hover(i), mouseleave: () => hover(-1),
      },
      el("span", { class: "bk-glyph" }, glyph(plan, cluster, weights, 1.5)),
      el("span", { class: "bk-name" }, cluster.name, cluster.note ? "*" : null, cluster.latlng ? null : ` (${say(lang, "not placed")})`,
        cluster.became ? " " : null, cluster.became ? el("small", {}, plan.statusWords[cluster.status][lang]) : null),
      el("span", { class: "bk-ha" }, `${formatNumber(lang, hectares(cluster, weights))} ha`)));
  };
  const shown = clusters.length > MOST_LISTED ? clusters.slice(0, SOME) : clusters;
  const rest = clusters.length - shown.length;
  return [
    el("h2", {}, `${selectionName(plan, state)}: ${clusters.length} ${say(lang, "clusters")}, ${formatNumber(lang, sum)} ha`),
    el("ul", { class: "bk-list" }, shown.map(item)),
    rest > 0 ? el("p", {}, say(lang, plan.districts.length ? "more" : "more without districts", { n: formatNumber(lang, rest) })) : null,
  ];
}

/** The foot: where the figures and the lines come from, and how far to trust them. */
export function sourceParts(plan, lang) {
  const { boundaries } = plan;
  return [
    el("p", {}, say(lang, "indicative"), " ", plan.asOf ? "" : plan.amended[lang]),
    el("p", {}, boundaries.note[lang], " ", say(lang, "boundaries date", { date: formatDate(lang, boundaries.date) }), "."),
    el("p", {}, `${say(lang, "source")}: ${plan.decision.number}; ${boundaries.credit}.`),
  ];
}
