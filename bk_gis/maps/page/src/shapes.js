// Polygons as the page holds them: arcs that neighbours share, joined into rings when they are asked for.

import { memo } from "./memo.js";

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

/** The number of an arc; arc ~i is arc i backwards. */
export const numberOf = (r) => (r < 0 ? ~r : r);

/** Join arcs into one ring of [lat, lng]. */
function ringOf(arcs, outline) {
  const ring = [];
  for (const r of outline) {
    const arc = arcs[numberOf(r)];
    const last = arc.length - 2;
    for (let k = ring.length ? 2 : 0; k <= last; k += 2) {
      const i = r < 0 ? last - k : k;
      ring.push([arc[i + 1] / DEGREE, arc[i] / DEGREE]);
    }
  }
  return ring;
}

/** One number for a vertex; i counts numbers of the arc. */
const keyOf = (arc, i) => (arc[i] + 2 ** 25) * 2 ** 26 + arc[i + 1] + 2 ** 25;

/** The outline of a union of polygons as rings of arcs: those that only one of them uses, end to end. */
export function dissolve(arcs, shapes) {
  const uses = new Uint8Array(arcs.length);
  const all = shapes.flat(2);
  for (const r of all) uses[numberOf(r)] += 1;
  const head = (r) => (r < 0 ? keyOf(arcs[~r], arcs[~r].length - 2) : keyOf(arcs[r], 0));
  const tail = (r) => head(~r);
  const from = new Map();
  for (const r of all) {
    if (uses[numberOf(r)] !== 1) continue;
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

/** Rings of [lat, lng] of a commune, a district or a sub-region. */
export const ringsOf = memo(({ outline }, { arcs }) => outline.map((ring) => ringOf(arcs, ring)));

/** Its bounds: [[south, west], [north, east]]. */
export const boundsOf = memo(({ outline }, { arcs }) => boundsOfArcs(outline.flat().map((r) => arcs[numberOf(r)])));

export function boundsOfArcs(arcs) {
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

/** Numbers of arcs by the highest unit that they bound; those within one unit `of` communes are left out. */
export function borders(arcs, communes, of = null) {
  const sides = arcs.map(() => []);
  communes.rings.forEach((rings, i) => {
    for (const r of rings.flat()) sides[numberOf(r)].push(i);
  });
  const lines = { commune: [], district: [], subregion: [], outline: [] };
  sides.forEach((beside, i) => {
    const [a, b] = beside;
    const differ = (unit) => unit[a] !== unit[b];
    if (beside.length < 2) lines.outline.push(i);
    else if (differ(communes.subregion)) lines.subregion.push(i);
    else if (differ(communes.district)) lines.district.push(i);
    else if (!of || differ(of)) lines.commune.push(i);
  });
  return lines;
}
