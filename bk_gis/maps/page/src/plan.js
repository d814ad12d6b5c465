// The plan as the page holds it, read from the data element and never altered; what can be counted from it.

import { memo } from "./memo.js";
import { DEGREE, borders, boundsOfArcs, decodePolyline, dissolve } from "./shapes.js";

/**
 * Build the page's model from the data element's value. `arcs` are x, y, x, y, ... in integers; `borders` and
 * each unit's `outline` are their numbers.
 */
export function readPlan(data) {
  const arcs = data.communes.arcs.map((text) => decodePolyline(text));
  const { communes, districts, clusters } = data;
  const union = (test) => dissolve(arcs, communes.rings.filter((_, i) => test(communes.district[i])));
  return Object.freeze({
    ...data,
    arcs,
    borders: borders(arcs, communes, districts),
    bounds: boundsOfArcs(arcs),
    communes: communes.code.map((code, i) => Object.freeze({
      code,
      name: communes.name[i],
      unit: communes.unit[i],
      district: communes.district[i] ?? null,
      outline: communes.rings[i],
    })),
    subregions: data.subregions.map((subregion, s) =>
      Object.freeze({ ...subregion, outline: union((d) => districts.subregion[d] === s) })),
    districts: districts.code.map((code, d) => Object.freeze({
      code,
      name: districts.name[d],
      subregion: districts.subregion[d] ?? null,
      outline: union((other) => other === d),
    })),
    clusters: clusters.id.map((id, i) => Object.freeze({
      id,
      index: i,
      name: clusters.name[i],
      printed: clusters.printed[i],
      location: clusters.location[i],
      district: clusters.district[i] ?? null,
      communes: clusters.communes[i],
      method: clusters.methods[clusters.method[i]],
      latlng: clusters.x[i] === null ? null : [clusters.y[i] / DEGREE, clusters.x[i] / DEGREE],
      ha: clusters.ha.map((phase) => phase[i]),
    })),
  });
}

/** The district and the sub-region of a commune or a cluster, as far as there are any. */
export function unitsAround(plan, item) {
  const district = plan.districts[item.district];
  return { district, subregion: plan.subregions[district?.subregion] };
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
  if (state.subregion !== null) return plan.districts[cluster.district]?.subregion === state.subregion;
  return true;
}

/** What is stated of all counted phases; of one whose figures are not all there, what its parts state. */
function statedBy(figures, weights, parts = []) {
  const counted = weights.map((_, p) => p).filter((p) => weights[p]);
  const of = (p) => {
    if (figures && figures[p] !== null) return figures[p];
    const stated = parts.map((part) => (part ? part[p] : null));
    return stated.length && !stated.includes(null) ? stated.reduce((a, b) => a + b, 0) : null;
  };
  const found = counted.map(of);
  return found.length && !found.includes(null) ? rounded(found.reduce((a, b) => a + b, 0)) : null;
}

const known = memo(() => new Map()); // counts of a plan, by view

/**
 * Count clusters and hectares in every district and sub-region and as a whole, beside what is stated.
 * `covered` says whether a district has a cluster by the horizon, whatever the mode.
 */
export function summarise(plan, { by, alone }) {
  const key = `${by} ${Boolean(alone)}`;
  const counts = known(plan);
  if (!counts.has(key)) counts.set(key, count(plan, { by, alone }));
  return counts.get(key);
}

function count(plan, state) {
  const weights = phaseWeights(plan, state);
  const upTo = phaseWeights(plan, { ...state, alone: false });
  const blank = () => ({ clusters: 0, hectares: 0, covered: 0, districts: 0, stated: null });
  const [districts, subregions, whole] = [plan.districts.map(blank), plan.subregions.map(blank), blank()];
  const add = (rows, key, value) => {
    for (const row of rows) if (row) row[key] += value;
  };
  for (const cluster of plan.clusters) {
    const row = districts[cluster.district];
    const ha = hectares(cluster, weights);
    if (ha > 0) {
      const rows = [row, subregions[plan.districts[cluster.district]?.subregion], whole];
      add(rows, "clusters", 1);
      add(rows, "hectares", ha);
    }
    if (row && hectares(cluster, upTo) > 0) row.covered = 1;
  }
  const partsOf = (test) => plan.districts.filter(test).map(({ code }) => plan.stated.districts[code]);
  districts.forEach((row, d) => {
    const { subregion, code } = plan.districts[d];
    row.stated = statedBy(plan.stated.districts[code], weights);
    add([row, subregions[subregion], whole], "districts", 1);
    add([subregions[subregion], whole], "covered", row.covered);
  });
  subregions.forEach((row, s) => {
    const parts = partsOf(({ subregion }) => subregion === s);
    row.stated = statedBy(plan.stated.subregions[plan.subregions[s].id], weights, parts);
  });
  whole.stated = statedBy(plan.stated.province, weights, partsOf(() => true));
  for (const row of [...districts, ...subregions, whole]) row.hectares = rounded(row.hectares);
  return { districts, subregions, whole };
}

/** Districts without a cluster by a year, as their places in the plan's list. */
export function missingDistricts(plan, by) {
  const { districts } = summarise(plan, { by, alone: false });
  return districts.flatMap(({ covered }, d) => (covered ? [] : [d]));
}
