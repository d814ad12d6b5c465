// Changes of a plan as small records, and the plan that they lead to: the same as plan/scenario.py.

import { DEGREE, located, memo, ringsOf, rounded } from "../shared.js";

/** Why a file, an address or a change is refused: a key of the words, its values, and the line. */
export class Refusal extends Error {
  constructor(key, values = {}, row = 0) {
    super(key);
    Object.assign(this, { key, values, row });
  }
}

/**
 * Make changes to a plan, one after the other; gives the plans on the way: the first is the one that is given and stays
 * as it is, the last the one that they lead to. What cannot be made is a Refusal, with the change's number in `at`.
 */
export function apply(plan, changes) {
  const plans = [plan];
  changes.forEach((change, at) => {
    const made = step(plans[at], change);
    if (made instanceof Refusal) throw Object.assign(made, { at });
    plans.push(made);
  });
  if (!plans.at(-1).clusters.length) throw Object.assign(new Refusal("nothing left"), { at: changes.length - 1 });
  return plans;
}

const steps = memo(() => new WeakMap()); // of a plan by the change: the list grows at its end, and is not made anew

function step(plan, change) {
  const known = steps(plan);
  if (!known.has(change)) known.set(change, make(plan, change));
  return known.get(change);
}

function make(plan, change) {
  const { cluster: id, add, drop, move, hectares = {}, name, commune, location, district } = change;
  const here = plan.clusters.find((cluster) => cluster.id === id);
  const refuse = (key, what = id) => new Refusal(key, { what });
  if (add ? here : !here) return refuse(add ? "cluster there" : "no cluster");
  const phases = plan.phases.map((phase) => phase.id);
  const unknown = [...Object.keys(hectares), ...Object.values(move ?? {})].find((phase) => !phases.includes(phase));
  if (unknown !== undefined) return refuse("no phase", unknown);
  const moves = (location ?? district ?? commune) !== undefined;
  const isOther = move || Object.keys(hectares).length || name !== undefined || moves;
  if (drop ? add || isOther : !isOther) return refuse("no change");
  if (commune !== undefined && (location ?? district) !== undefined) return refuse("no change");
  if (drop) {
    return withClusters(plan, plan.clusters.filter((cluster) => cluster !== here));
  }
  const ha = here ? [...here.ha] : phases.map(() => 0);
  if (move) {
    const [from, to] = [move.from, move.to].map((phase) => phases.indexOf(phase));
    if (!ha[from]) return refuse("nothing to move");
    ha[to] = rounded(ha[to] + ha[from]);
    ha[from] = 0;
  }
  for (const [phase, value] of Object.entries(hectares)) ha[phases.indexOf(phase)] = value;
  if (!ha.some(Boolean)) return refuse("no hectares");
  if (add && (name === undefined || !(commune ?? location) || (location && plan.districts.length && district === undefined))) return refuse("no change");
  const place = moves ? placeOf(plan, change, here) : {};
  if (!place) return refuse("no place", commune ?? location ?? district);
  const made = Object.freeze({
    ...(here ?? { id, printed: clean(name), became: null, changed: null, note: null, status: "unknown" }),
    ...place, ha, name: name === undefined ? here.name : clean(name),
  });
  return withClusters(plan, here ? plan.clusters.map((cluster) => (cluster === here ? made : cluster)) : [...plan.clusters, made]);
}

const withClusters = (plan, clusters) => Object.freeze({ ...plan, clusters: Object.freeze(clusters), before: plan });

const LIKE = "ðÐɖƉ‐‑‒−﹣АВЕКМНОРСТУХІаеорсухі";
const MEANT = "đĐđĐ-----ABEKMHOPCTYXIaeopcyxi";

const SPACES = "\t\n\v\f\r\u001c\u001d\u001e\u001f\u0085"; // of the control characters

/** A name without what cannot be seen, in one spelling; the same as language/names.py. */
export const clean = (text) => text
  .replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
  .replace(/\P{ASCII}/gu, (c) => MEANT[LIKE.indexOf(c)] ?? c)
  .replace(/\p{Cc}/gu, (c) => (SPACES.includes(c) ? " " : ""))
  .replace(/[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu, "").normalize("NFC").replace(/\s+/g, " ").trim();

const folded = (text) => clean(text).toLowerCase();

/** Where a change puts a cluster; null where the page cannot tell for certain. */
function placeOf(plan, { commune, location, district }, here) {
  const named = (unit, text) => [unit.name, `${unit.unit} ${unit.name}`].some((name) => folded(name) === folded(text));
  const words = plan.places?.words.findIndex(([l, d]) => l === (location ?? null) && d === (district ?? null)) ?? -1;
  if (words >= 0) return located(plan.places, words); // of changes that the page was made with
  let [m, d] = [-1, null];
  if (commune !== undefined) {
    m = plan.communes.findIndex(({ code }) => code === commune);
    if (m < 0) return null;
    d = plan.communes[m].district;
  } else {
    d = district === undefined ? here?.district ?? null : plan.districts.findIndex(({ name }) => folded(name) === folded(district));
    if (d < 0) return null;
    const text = clean(location ?? here.location);
    // What the plan has placed already is there; other words have to be the name of one commune.
    const known = plan.clusters.find((other) => other.location === text && other.district === d && other.method !== "surveyed" && other.latlng);
    if (known) return { ...pick(known), location: text, district: d };
    const found = plan.communes.flatMap((unit, i) => (unit.district === d && named(unit, text) ? [i] : []));
    if (found.length !== 1) return null;
    [m] = found;
  }
  const unit = plan.communes[m];
  const subregion = plan.districts[d]?.subregion ?? unit.subregion;
  return {
    location: commune === undefined ? clean(location ?? here.location) : `${unit.unit} ${unit.name}`.trim(),
    district: d, subregion, communes: [m], method: "exact", latlng: centreOf(plan, m),
    units: [{ commune: m, district: d, subregion }[plan.level]].filter((u) => u !== null),
  };
}

const pick = ({ subregion, units, communes, method, latlng }) => ({ subregion, units, communes, method, latlng });

/** The point of a commune, which others there have already: its centroid, or what the plan has where that lies outside. */
function centreOf(plan, m) {
  const other = plan.clusters.find(({ communes, method, latlng }) => communes.length === 1 && communes[0] === m && method !== "surveyed" && latlng);
  if (other) return other.latlng;
  if (plan.middles[m]) return [plan.middles[m][1] / DEGREE, plan.middles[m][0] / DEGREE];
  const rings = ringsOf(plan.communes[m], plan);
  const [y0, x0] = rings[0][0];
  let [area, y, x] = [0, 0, 0];
  for (const ring of rings) {
    ring.forEach(([a, b], i) => {
      const [c, d] = ring[(i + 1) % ring.length];
      const cross = (a - y0) * (d - x0) - (c - y0) * (b - x0);
      area += cross;
      y += cross * (a + c - 2 * y0);
      x += cross * (b + d - 2 * x0);
    });
  }
  return [y0 + y / (3 * area), x0 + x / (3 * area)];
}
