// The plan as the page holds it, read from the data element and never altered; what can be counted from it.

import { memo } from "./memo.js";
import { AREA } from "./symbols.js";
import { DEGREE, borders, boundsOfArcs, decodePolyline, dissolve } from "./shapes.js";

/**
 * Build the page's model from the data element's value. `arcs` are x, y, x, y, ... in integers; `borders` and
 * each unit's `outline` are their numbers. They are found when they are first asked for: discs stand without them.
 */
export function readPlan(data) {
  const { communes, districts, clusters } = data;
  const within = (units, unit) => communes.rings.filter((_, i) => units[i] === unit);
  const outlined = (unit, rings) => Object.freeze(onDemand(unit, "outline", () => dissolve(plan.arcs, rings())));
  const plan = {
    ...data,
    bounds: boundsOfArcs(data.inset ? [communes.bounds, data.inset.box] : [communes.bounds]),
    communes: communes.code.map((code, i) => Object.freeze({
      code,
      name: communes.name[i],
      unit: communes.unit[i],
      district: communes.district[i] ?? null,
      subregion: communes.subregion[i] ?? null,
      outline: communes.rings[i],
    })),
    subregions: data.subregions.map((subregion, s) => outlined({ ...subregion }, () => within(communes.subregion, s))),
    districts: districts.code.map((code, d) => outlined({
      code,
      name: districts.name[d],
      subregion: districts.subregion[d] ?? null,
    }, () => within(communes.district, d))),
    clusters: clusters.id.map((id, i) => Object.freeze({
      id,
      name: clusters.name[i],
      printed: clusters.printed[i],
      ...located(clusters, i),
      became: clusters.became[i],
      changed: clusters.changed[i],
      note: clusters.note[i], // what has to be said of it, such as what is assumed
      status: clusters.became[i]?.status ?? "unknown",
      ha: clusters.ha.map((phase) => phase[i]),
    })),
  };
  onDemand(plan, "arcs", () => communes.arcs.map((text) => decodePolyline(text)));
  onDemand(plan, "borders", () => borders(plan.arcs, communes));
  plan.hasStatuses = plan.clusters.some(({ became }) => became);
  plan.tinted = plan.subregions.length ? plan.subregions : [outlined({ tint: data.tint }, () => communes.rings)];
  // What is to be covered, each by a cluster: the units of one level.
  plan.units = { commune: plan.communes, district: plan.districts, subregion: plan.subregions }[plan.level];
  return Object.freeze(plan);
}

/** Give an object a value that is found when it is first asked for. */
function onDemand(object, name, find) {
  let value;
  return Object.defineProperty(object, name, { enumerable: true, get: () => (value ??= find()) });
}

/** Where one of several lies that are given by columns. */
export const located = ({ location, district, subregion, units, communes, methods, method, x, y }, i) => ({
  location: location[i],
  district: district[i] ?? null,
  subregion: subregion[i] ?? null,
  units: units[i], // of those that are counted; between communes it counts for each of them
  communes: communes[i],
  method: methods[method[i]],
  latlng: x[i] === null ? null : [y[i] / DEGREE, x[i] / DEGREE],
});

/** The name of a unit of any level. */
export const unitName = (unit, lang) => unit.name ?? unit.label[lang];

/** The district and the sub-region of a commune or a cluster, as far as there are any. */
export function unitsAround(plan, item) {
  return { district: plan.districts[item.district], subregion: plan.subregions[item.subregion] };
}

/** Which phases a view counts, as weights 1 and 0: all up to the horizon, or one alone. */
export function phaseWeights(plan, state) {
  return plan.phases.map((phase) => Number(state.alone ? phase.end === state.by : phase.end <= state.by));
}

/** Without the dust of adding decimals. */
export const rounded = (value) => Math.round(value * 1e6) / 1e6;

/** Hectares of a cluster under weights. */
export function hectares(cluster, weights) {
  let sum = 0;
  for (let p = 0; p < weights.length; p++) sum += cluster.ha[p] * weights[p];
  return rounded(sum);
}

/** Whether nothing is selected, which is the whole plan. */
export function isAll({ district, subregion }) {
  return district === null && subregion === null;
}

/** Whether the selection (a district, a sub-region or everything) holds a cluster. */
export function isSelected(plan, state, cluster) {
  if (state.district !== null) return cluster.district === state.district;
  if (state.subregion !== null) return cluster.subregion === state.subregion;
  return true;
}

/** Look up by an id, which may be `constructor` or `__proto__`. */
const own = (table, id) => (Object.hasOwn(table, id) ? table[id] : undefined);

/** The sum of figures with what each may be off by; null where one is not stated. */
const sumOf = (figures) => (figures.length && figures.every(Boolean) ? figures.reduce((a, b) => a.map((value, i) => rounded(value + b[i]))) : null);

/**
 * What is stated of all counted phases: up to the last one, else of each. What is not there is what its parts state.
 * `figures` are those of each phase, then of all up to each.
 */
function statedBy(figures, weights, parts = []) {
  const counted = weights.map((_, p) => p).filter((p) => weights[p]);
  const last = counted.at(-1);
  const upTo = counted.length > last ? figures?.[weights.length + last] : null;
  const of = (p) => figures?.[p] ?? sumOf(parts.map((part) => part?.[p]));
  return upTo ?? sumOf(counted.map(of)) ?? sumOf(parts.map((part) => statedBy(part, weights)));
}

/** Whether the records do not give what is stated: [figure, how much less they may have, how much more], as the audit has it. */
export const differs = (hectares, [figure, less, more]) =>
  Math.abs(hectares - figure) > 1e-6 && !(figure - less < hectares && hectares < figure + more);

const known = memo(() => new Map()); // counts of a plan, by view

/**
 * Count clusters and hectares in every district and sub-region, in what is to be covered (`units`), and as a
 * whole, beside what is stated. `covered` says how many units have a cluster by the horizon, whatever the mode.
 */
export function summarise(plan, { by, alone }) {
  const key = `${by} ${Boolean(alone)}`;
  const counts = known(plan);
  if (!counts.has(key)) counts.set(key, count(plan, { by, alone }, plan.before && known(plan.before).get(key)));
  return counts.get(key);
}

function count(plan, state, before) {
  const weights = phaseWeights(plan, state);
  const upTo = phaseWeights(plan, { ...state, alone: false });
  const blank = (row) => ({ clusters: 0, hectares: 0, there: 0, ...row, covered: 0, of: 0, stated: null });
  const rows = (name) => (before ? before[name] : plan[name].map(() => null)).map(blank);
  const [districts, subregions, whole] = [rows("districts"), rows("subregions"), blank(before?.whole)];
  const units = { commune: () => rows("units"), district: () => districts, subregion: () => subregions }[plan.level]();
  const around = ({ district, subregion }, within) => new Set([districts[district], subregions[subregion], ...within.map((u) => units[u]), whole]);
  const add = (rows, key, value) => {
    for (const row of rows) if (row) row[key] += value;
  };
  const put = (cluster, sign) => {
    const ha = hectares(cluster, weights);
    if (ha > 0) {
      const all = around(cluster, cluster.units);
      add(all, "clusters", sign);
      add(all, "hectares", sign * ha);
    }
    if (hectares(cluster, upTo) > 0) add(new Set(cluster.units.map((u) => units[u])), "there", sign);
  };
  // Of a changed plan only what changed is counted anew.
  const old = before ? plan.before.clusters : [];
  let [from, end, oldEnd] = [0, plan.clusters.length, old.length];
  while (from < Math.min(end, oldEnd) && old[from] === plan.clusters[from]) from += 1;
  while (from < Math.min(end, oldEnd) && old[oldEnd - 1] === plan.clusters[end - 1]) [end, oldEnd] = [end - 1, oldEnd - 1];
  for (const cluster of old.slice(from, oldEnd)) put(cluster, -1);
  for (const cluster of plan.clusters.slice(from, end)) put(cluster, 1);
  plan.units.forEach((unit, u) => {
    const all = plan.level === "subregion" ? [units[u], whole] : around(unit, [u]);
    add(all, "of", 1);
    if (units[u].there) add(all, "covered", 1);
  });
  const partsOf = (test) => plan.districts.filter(test).map(({ code }) => own(plan.stated.districts, code));
  districts.forEach((row, d) => {
    row.stated = statedBy(own(plan.stated.districts, plan.districts[d].code), weights);
  });
  subregions.forEach((row, s) => {
    const parts = partsOf(({ subregion }) => subregion === s);
    row.stated = statedBy(own(plan.stated.subregions, plan.subregions[s].id), weights, parts);
  });
  whole.stated = statedBy(plan.stated.province, weights, partsOf(() => true));
  for (const row of new Set([...districts, ...subregions, ...units, whole])) row.hectares = rounded(row.hectares);
  return { districts, subregions, units, whole };
}

/** Units without a cluster by a year, as their places in the plan's list. */
export function missingUnits(plan, by) {
  const { units } = summarise(plan, { by, alone: false });
  return units.flatMap(({ covered }, u) => (covered ? [] : [u]));
}

/** Whether those are too many to be marked and read one by one. */
export const areMany = (missing) => missing.length > AREA.most_marked;

/** Whether the plan demands a cluster in every unit: without a rule there is no verdict. */
export const isRuled = ({ rules }) => rules.some(({ clusters }) => clusters === 1);

/** Units that do not have what a rule demands by its year, as their places in the plan's list. */
export function shortUnits(plan, { by, clusters, hectares: ha }) {
  const { units } = summarise(plan, { by, alone: false });
  const has = (unit) => unit.clusters >= (clusters ?? 0) && unit.hectares >= (ha ?? 0) - 1e-6;
  return units.flatMap((unit, u) => (has(unit) ? [] : [u]));
}
