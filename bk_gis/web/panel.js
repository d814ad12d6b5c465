// The panel beside the map: verdict, timeline, summary, list of clusters. Each part is drawn from the state.

import { svg } from "./backdrop.js";
import { el } from "./dom.js";
import { hectares, isSelected, missingDistricts, phaseWeights, summarise } from "./plan.js";
import { ringRadii } from "./symbols.js";
import { formatDate, formatNumber, say } from "./text.js";

const MOST_LISTED = 60;
const SOME = 20; // of a list that is too long to be read through

/** Rings of one cluster as a small drawing. */
export function glyph(plan, ha, weights, scale, pad = 1) {
  const radii = ringRadii(ha, weights, scale);
  const r = Math.max(radii.at(-1), 1) + pad;
  const rings = radii.map((radius, p) => ({ radius, p })).filter(({ radius, p }) => radius > (radii[p - 1] || 0));
  return svg(
    "svg", { width: 2 * r, height: 2 * r, viewBox: `${-r} ${-r} ${2 * r} ${2 * r}`, "aria-hidden": "true" },
    ...rings.reverse().map(({ radius, p }) => svg("circle", { r: radius, fill: plan.phases[p].colour })),
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
  ];
}

/** Sentences of the verdict: {ok, words}; first the decision's rule, then the horizon that is shown. */
export function verdicts(plan, state) {
  const { lang, by } = state;
  const of = plan.districts.length;
  const join = (names) => names.join(", ");
  const rules = plan.rules.filter(({ every }) => every === "district").map((rule) => {
    const missing = missingDistricts(plan, rule.by);
    const key = missing.length ? "ruleNo" : "ruleYes";
    const values = { ...rule, of, n: of - missing.length, missing: join(missing) };
    return { by: rule.by, ok: !missing.length, words: say(lang, key, values) };
  });
  const missing = missingDistricts(plan, by);
  if (rules.some((rule) => rule.by === by || (rule.ok && rule.by < by && !missing.length))) return rules;
  const rest = missing.length ? say(lang, "missing", { missing: join(missing) }) : "";
  return [...rules, { by, ok: !missing.length, words: say(lang, "untilNow", { by, of, n: of - missing.length, rest }) }];
}

export function verdictParts(plan, state) {
  return verdicts(plan, state).map(({ ok, words }) =>
    el("p", { class: ok ? "bk-yes" : "bk-no" }, el("span", { class: "bk-mark", "aria-hidden": "true" }, ok ? "✓" : "✗"), el("span", {}, words)),
  );
}

/** The timeline: one step for each phase, all up to it or it alone, and play. */
export function timelineParts(plan, state, { set, play }) {
  const { lang } = state;
  const weights = phaseWeights(plan, state);
  const steps = plan.phases.map((phase, p) =>
    el("label", { class: "bk-step", "data-on": phase.end === state.by ? "1" : null },
      el("input", { type: "radio", name: "bk-by", value: phase.end, checked: phase.end === state.by, "data-key": `by${phase.end}`, change: () => set({ by: phase.end }) }),
      el("span", { class: "bk-dot", style: `--colour:${phase.colour}`, "data-on": weights[p] ? "1" : "0" }),
      el("span", { class: "bk-year" }, String(phase.end)),
      el("span", { class: "bk-label" }, phase.label[lang])),
  );
  return [
    el("fieldset", { class: "bk-steps" }, el("legend", {}, say(lang, "timeline")), el("div", { class: "bk-track" }, steps)),
    el("div", { class: "bk-row" },
      el("button", { type: "button", class: "bk-button", "data-key": "play", click: play },
        state.playing ? `❚❚ ${say(lang, "pause")}` : `▶ ${say(lang, "play")}`),
      el("label", { class: "bk-check" },
        el("input", { type: "checkbox", checked: state.alone, "data-key": "alone", change: (event) => set({ alone: event.target.checked }) }),
        say(lang, "onePhase"))),
  ];
}

function summaryRow(plan, state, { name, key, row, kind, on, select }) {
  const { lang } = state;
  const number = (value) => (value === null ? "–" : formatNumber(lang, value));
  const differs = row.stated !== null && Math.abs(row.stated - row.hectares) > 0.005;
  const covered = kind === "district"
    ? el("td", { class: row.covered ? "bk-yes" : "bk-no" }, say(lang, row.covered ? "yes" : "no"))
    : el("td", { class: row.covered === row.districts ? "bk-yes" : "bk-no" }, `${row.covered}/${row.districts}`);
  return el("tr", { class: `bk-${kind}`, "data-on": on ? "1" : null },
    el("th", { scope: "row" },
      el("button", { type: "button", "data-key": key, "aria-pressed": String(on), click: select }, name)),
    el("td", {}, String(row.clusters)),
    el("td", {}, number(row.hectares)),
    el("td", { class: differs ? "bk-differs" : null }, number(row.stated)),
    covered);
}

/** The summary: the selection's totals, then a row for each sub-region and district. */
export function summaryParts(plan, state, { select }) {
  const { lang } = state;
  const sums = summarise(plan, state);
  const columns = ["clusters", "hectares", "stated", "covered"];
  const heads = { clusters: "CCN", hectares: say(lang, "ha"), stated: say(lang, "stated"), covered: say(lang, "covered") };
  if (lang === "en") heads.clusters = "Clusters";
  const rows = [
    summaryRow(plan, state, {
      name: say(lang, "whole"), key: "whole", row: sums.whole, kind: "whole",
      on: state.district === null && state.subregion === null, select: () => select({}),
    }),
  ];
  plan.subregions.forEach((subregion, s) => {
    // A single sub-region is the whole once more.
    if (plan.subregions.length > 1) rows.push(summaryRow(plan, state, {
      name: subregion.label[lang], key: `s${s}`, row: sums.subregions[s], kind: "subregion",
      on: state.subregion === s, select: () => select({ subregion: s }),
    }));
    plan.districts.forEach((district, d) => {
      if (district.subregion !== s) return;
      rows.push(summaryRow(plan, state, {
        name: district.name, key: `d${d}`, row: sums.districts[d], kind: "district",
        on: state.district === d, select: () => select({ district: d }),
      }));
    });
  });
  return el("table", { class: "bk-summary" },
    el("caption", {}, `${say(lang, "summary")}: ${horizonWords(plan, state)}`),
    el("thead", {}, el("tr", {},
      el("th", { scope: "col" }, say(lang, "district")),
      columns.map((column) => el("th", { scope: "col" }, heads[column])))),
    el("tbody", {}, rows));
}

/** The horizon or the phase that is shown, in words. */
export function horizonWords(plan, state) {
  const phase = plan.phases.find(({ end }) => end === state.by);
  return state.alone ? phase.label[state.lang] : say(state.lang, "upTo", { by: state.by }).toLocaleLowerCase(state.lang);
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
  const item = (cluster) =>
    el("li", {},
      el("button", {
        type: "button", "data-key": `c${cluster.index}`, "aria-current": state.cluster === cluster.index ? "true" : null,
        click: () => open(cluster.index), focus: () => hover(cluster.index), blur: () => hover(-1),
        mouseenter: () => hover(cluster.index), mouseleave: () => hover(-1),
      },
      el("span", { class: "bk-glyph" }, glyph(plan, cluster.ha, weights, 1.6)),
      el("span", { class: "bk-name" }, cluster.name, cluster.latlng ? null : ` (${say(lang, "notPlaced")})`),
      el("span", { class: "bk-ha" }, `${formatNumber(lang, hectares(cluster, weights))} ha`)));
  const shown = clusters.length > MOST_LISTED ? clusters.slice(0, SOME) : clusters;
  const rest = clusters.length - shown.length;
  return [
    el("h2", {}, `${selectionName(plan, state)}: ${clusters.length} ${say(lang, "clusters")}, ${formatNumber(lang, sum)} ha`),
    el("ul", { class: "bk-list" }, shown.map(item)),
    rest > 0 ? el("p", {}, say(lang, "more", { n: formatNumber(lang, rest) })) : null,
  ];
}

/** The foot: where the figures and the lines come from, and how far to trust them. */
export function sourceParts(plan, lang) {
  const { boundaries } = plan;
  return [
    el("p", {}, say(lang, "indicative")),
    el("p", {}, boundaries.note[lang], " ", say(lang, "dataDate", { date: formatDate(lang, boundaries.date) }), "."),
    el("p", {}, `${say(lang, "source")}: ${plan.decision.number}; ${boundaries.credit}.`),
  ];
}
