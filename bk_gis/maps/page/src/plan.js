// The plan as the page holds it: decoded from the data element, and what can be counted from it.

export const DEGREE = 1e5; // integer coordinates are hundred-thousandths of a degree

/** Decode an encoded polyline (Google's format, longitude first) into a flat list x, y, x, y, ... */
export function decodePolyline(text) {
  const xy = [];
  const last = [0, 0];
  for (let i = 0, axis = 0; i < text.length; axis ^= 1) {
    let value = 0;
    let shift = 0;
    let five;
    do {
      five = text.charCodeAt(i++) - 63;
      value |= (five & 0x1f) << shift;
      shift += 5;
    } while (five >= 0x20);
    last[axis] += value & 1 ? ~(value >> 1) : value >> 1;
    xy.push(last[axis]);
  }
  return xy;
}

/** Join arcs into one ring of [lat, lng]; arc ~i is arc i backwards. */
function ringOf(arcs, references) {
  const ring = [];
  for (const reference of references) {
    const arc = arcs[reference < 0 ? ~reference : reference];
    const last = arc.length - 2;
    for (let k = ring.length ? 2 : 0; k <= last; k += 2) {
      const i = reference < 0 ? last - k : k;
      ring.push([arc[i + 1] / DEGREE, arc[i] / DEGREE]);
    }
  }
  return ring;
}

/** One number for a vertex; i counts numbers of the arc. */
const keyOf = (arc, i) => (arc[i] + 2 ** 25) * 2 ** 26 + arc[i + 1] + 2 ** 25;

/** The outline of a union of polygons as rings of arcs: those that only one of them uses, end to end. */
function dissolve(arcs, shapes) {
  const uses = new Uint8Array(arcs.length);
  const all = shapes.flat(2);
  for (const r of all) uses[r < 0 ? ~r : r] += 1;
  const head = (r) => (r < 0 ? keyOf(arcs[~r], arcs[~r].length - 2) : keyOf(arcs[r], 0));
  const tail = (r) => head(~r);
  const from = new Map();
  for (const r of all) {
    if (uses[r < 0 ? ~r : r] !== 1) continue;
    const at = head(r);
    if (!from.has(at)) from.set(at, []);
    from.get(at).push(r);
  }
  const rings = [];
  for (const list of from.values()) {
    while (list.length) {
      const chain = [list.pop()];
      for (let next = from.get(tail(chain[0])); next && next.length; next = from.get(tail(chain.at(-1)))) chain.push(next.pop());
      rings.push(chain);
    }
  }
  return rings;
}

/** Even-odd: whether [lat, lng] lies inside of the rings. */
export function inside(rings, [lat, lng]) {
  let odd = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [a, b] = [ring[i], ring[j]];
      if (a[0] > lat !== b[0] > lat && lng < ((b[1] - a[1]) * (lat - a[0])) / (b[0] - a[0]) + a[1]) odd = !odd;
    }
  }
  return odd;
}

function boundsOf(rings) {
  let [south, west, north, east] = [90, 180, -90, -180];
  for (const ring of rings) {
    for (const [lat, lng] of ring) {
      if (lat < south) south = lat;
      if (lat > north) north = lat;
      if (lng < west) west = lng;
      if (lng > east) east = lng;
    }
  }
  return [[south, west], [north, east]];
}

/** Give a unit its `rings` and `bounds` when one of them is first asked for: most pages never ask. */
function lazy(unit, outline) {
  let known = null;
  const of = (key) => ({ enumerable: true, get: () => (known ??= outline())[key] });
  return Object.defineProperties(unit, { rings: of("rings"), bounds: of("bounds") });
}

const LEVELS = ["commune", "district", "subregion", "outline"];

/** Arcs by the highest unit that they bound. */
function borders(arcs, communes, districts) {
  const sides = arcs.map(() => []);
  communes.rings.forEach((rings, i) => {
    for (const r of rings.flat()) sides[r < 0 ? ~r : r].push(i);
  });
  const lines = { commune: [], district: [], subregion: [], outline: [] };
  sides.forEach((beside, i) => {
    const [a, b] = beside.map((commune) => communes.district[commune]);
    let level = 0;
    if (b === undefined) level = 3;
    else if (districts.subregion[a] !== districts.subregion[b]) level = 2;
    else if (a !== b) level = 1;
    lines[LEVELS[level]].push(i);
  });
  return lines;
}

function boundsOfArcs(arcs) {
  let [south, west, north, east] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const arc of arcs) {
    for (let i = 0; i < arc.length; i += 2) {
      if (arc[i] < west) west = arc[i];
      if (arc[i] > east) east = arc[i];
      if (arc[i + 1] < south) south = arc[i + 1];
      if (arc[i + 1] > north) north = arc[i + 1];
    }
  }
  return [[south / DEGREE, west / DEGREE], [north / DEGREE, east / DEGREE]];
}

/**
 * Build the page's model from the data element's value. `arcs` are x, y, x, y, ... in integers, `borders` and
 * the sub-regions' `outline` their numbers.
 */
export function readPlan(data) {
  const arcs = data.communes.arcs.map((text) => decodePolyline(text));
  const { communes, districts, clusters } = data;
  const shapesOf = (test) => communes.rings.filter((_, i) => test(communes.district[i]));
  const unit = (item, outline) => lazy(item, () => {
    const rings = outline().map((ring) => ringOf(arcs, ring));
    return { rings, bounds: boundsOf(rings) };
  });
  return {
    ...data,
    arcs,
    borders: borders(arcs, communes, districts),
    bounds: boundsOfArcs(arcs),
    communes: communes.code.map((code, i) => unit({
      code,
      name: communes.name[i],
      unit: communes.unit[i],
      district: communes.district[i],
    }, () => communes.rings[i])),
    subregions: data.subregions.map((subregion, s) => {
      const outline = dissolve(arcs, shapesOf((d) => districts.subregion[d] === s));
      return unit({ ...subregion, outline }, () => outline);
    }),
    districts: districts.code.map((code, d) => unit({
      code,
      name: districts.name[d],
      subregion: districts.subregion[d],
    }, () => dissolve(arcs, shapesOf((other) => other === d)))),
    clusters: clusters.id.map((id, i) => ({
      id,
      index: i,
      name: clusters.name[i],
      printed: clusters.printed[i],
      location: clusters.location[i],
      district: clusters.district[i],
      communes: clusters.communes[i],
      method: clusters.methods[clusters.method[i]],
      latlng: clusters.x[i] === null ? null : [clusters.y[i] / DEGREE, clusters.x[i] / DEGREE],
      ha: clusters.ha.map((phase) => phase[i]),
    })),
  };
}

/** Which phases a view counts, as weights 1 and 0: all up to the horizon, or one alone. */
export function phaseWeights(plan, state) {
  return plan.phases.map((phase) => Number(state.alone ? phase.end === state.by : phase.end <= state.by));
}

/** Hectares of a cluster under weights. */
export function hectares(cluster, weights) {
  let sum = 0;
  for (let p = 0; p < weights.length; p++) sum += cluster.ha[p] * weights[p];
  return Math.round(sum * 1e6) / 1e6;
}

/** Whether nothing is selected, which is the whole plan. */
export function isAll({ district, subregion }) {
  return district === null && subregion === null;
}

/** Whether the selection (a district, a sub-region or everything) holds a cluster. */
export function isSelected(plan, state, cluster) {
  if (state.district !== null) return cluster.district === state.district;
  if (state.subregion !== null) return plan.districts[cluster.district].subregion === state.subregion;
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
  return found.length && !found.includes(null) ? Math.round(found.reduce((a, b) => a + b, 0) * 1e6) / 1e6 : null;
}

/**
 * Count clusters and hectares in every district and sub-region and as a whole, beside what is stated.
 * `covered` says whether a district has a cluster by the horizon, whatever the mode.
 */
export function summarise(plan, { by, alone }) {
  plan.sums ??= new Map(); // the plan does not change, so each view is counted once
  const key = `${by} ${Boolean(alone)}`;
  if (!plan.sums.has(key)) plan.sums.set(key, count(plan, { by, alone }));
  return plan.sums.get(key);
}

function count(plan, state) {
  const weights = phaseWeights(plan, state);
  const upTo = phaseWeights(plan, { ...state, alone: false });
  const blank = () => ({ clusters: 0, hectares: 0, covered: 0, districts: 0, stated: null });
  const districts = plan.districts.map(blank);
  for (const cluster of plan.clusters) {
    const row = districts[cluster.district];
    const ha = hectares(cluster, weights);
    if (ha > 0) {
      row.clusters += 1;
      row.hectares += ha;
    }
    if (hectares(cluster, upTo) > 0) row.covered = 1;
  }
  const subregions = plan.subregions.map(blank);
  const whole = blank();
  districts.forEach((row, d) => {
    const { subregion, code } = plan.districts[d];
    row.districts = 1;
    row.stated = statedBy(plan.stated.districts[code], weights);
    for (const sum of [subregions[subregion], whole]) {
      for (const key of ["clusters", "hectares", "covered", "districts"]) sum[key] += row[key];
    }
  });
  const partsOf = (test) => plan.districts.filter(test).map(({ code }) => plan.stated.districts[code]);
  subregions.forEach((row, s) => {
    const parts = partsOf(({ subregion }) => subregion === s);
    row.stated = statedBy(plan.stated.subregions[plan.subregions[s].id], weights, parts);
  });
  whole.stated = statedBy(plan.stated.province, weights, partsOf(() => true));
  for (const row of [...districts, ...subregions, whole]) row.hectares = Math.round(row.hectares * 1e6) / 1e6;
  return { districts, subregions, whole };
}

/** Districts without a cluster by a year, as their places in the plan's list. */
export function missingDistricts(plan, by) {
  const { districts } = summarise(plan, { by, alone: false });
  return districts.flatMap(({ covered }, d) => (covered ? [] : [d]));
}
