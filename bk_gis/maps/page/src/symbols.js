// The size of a marker, the place of markers that share a point, the place of labels: pixels in, pixels out.
// ringRadii is the same as in symbols.py.

import { inside } from "./shapes.js";

const MOST_EDGE = 100; // vertices of a district that its name keeps clear of

/** Outer radius of each phase's ring: painted area is proportional to hectares. */
export function ringRadii(hectares, weights, scale) {
  let total = 0;
  return hectares.map((ha, p) => {
    total += ha * weights[p];
    return scale * Math.sqrt(total);
  });
}

/**
 * Offsets from their common point for circles that cover neither one another nor the point, where their
 * leaders meet: two beside each other, more in a spiral, largest first. Scales with the radii and the gap,
 * so it is computed once for all zooms.
 */
export function sideBySide(radii, gap) {
  if (radii.length === 1) return [[0, 0]];
  if (radii.length === 2) return [[-radii[0] - gap / 2, 0], [radii[1] + gap / 2, 0]];
  const order = radii.map((_, i) => i).sort((a, b) => radii[b] - radii[a] || a - b);
  const placed = [];
  const step = 0.2 * (gap + radii[order[0]]);
  const offsets = [];
  let turn = 0;
  for (const i of order) {
    const r = radii[i];
    const free = ([x, y]) =>
      Math.hypot(x, y) >= r + gap / 2 && placed.every((c) => Math.hypot(x - c.x, y - c.y) >= r + c.r + gap);
    const spot = () => [step * turn * Math.cos(turn), step * turn * Math.sin(turn)];
    while (!free(spot())) turn += 0.2;
    offsets[i] = spot();
    placed.push({ x: offsets[i][0], y: offsets[i][1], r });
  }
  return offsets;
}

/** Boxes and discs on a grid, to ask quickly whether a box would cover any of them. */
export class Taken {
  constructor(cell = 64) {
    this.cell = cell;
    this.cells = new Map();
  }

  *#keys([x0, y0, x1, y1]) {
    for (let i = Math.floor(x0 / this.cell); i <= Math.floor(x1 / this.cell); i++) {
      for (let j = Math.floor(y0 / this.cell); j <= Math.floor(y1 / this.cell); j++) yield i * 65536 + j;
    }
  }

  /** Whether a box [left, top, right, bottom] covers something. */
  hits(box) {
    for (const key of this.#keys(box)) {
      for (const { box: other, disc } of this.cells.get(key) || []) {
        if (box[0] >= other[2] || box[2] <= other[0] || box[1] >= other[3] || box[3] <= other[1]) continue;
        if (!disc) return true;
        const x = Math.min(Math.max(disc.x, box[0]), box[2]);
        const y = Math.min(Math.max(disc.y, box[1]), box[3]);
        if (Math.hypot(x - disc.x, y - disc.y) < disc.r) return true;
      }
    }
    return false;
  }

  add(box, disc = null) {
    for (const key of this.#keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push({ box, disc });
    }
  }

  addDisc({ x, y, r }) {
    this.add([x - r, y - r, x + r, y + r], { x, y, r });
  }
}

/**
 * Place labels beside their discs so that none covers a disc or another label; those that fit nowhere are
 * left out. `items`: {x, y, r, width, height}, most important first. Returns {item, x, y}: top left corners.
 */
export function placeLabels(items, taken) {
  const placed = [];
  for (const item of items) {
    const { x, y, r, width: w, height: h } = item;
    const d = r * 0.7071 + 2;
    const spots = [
      [x + r + 4, y - h / 2], [x - w / 2, y + r + 2], [x - r - 4 - w, y - h / 2], [x - w / 2, y - r - 2 - h],
      [x + d, y + d], [x + d, y - d - h], [x - d - w, y + d], [x - d - w, y - d - h],
    ];
    for (const [left, top] of spots) {
      const box = [left, top, left + w, top + h];
      if (!taken.hits(box)) {
        taken.add(box);
        placed.push({ item, x: left, y: top });
        break;
      }
    }
  }
  return placed;
}

/** Points inside a unit, the farthest from its edges first: where its name may stand. */
export function labelSpots({ rings, bounds: [[south, west], [north, east]] }) {
  const shrink = Math.cos((south * Math.PI) / 180);
  const every = Math.ceil(rings.flat().length / MOST_EDGE);
  const rough = rings.map((ring) => ring.filter((_, i) => i % every === 0));
  const edge = rough.flat();
  const spots = [];
  const steps = 12;
  for (let i = 1; i < steps; i++) {
    for (let j = 1; j < steps; j++) {
      const spot = [south + ((north - south) * i) / steps, west + ((east - west) * j) / steps];
      if (!inside(rough, spot)) continue;
      let clear = Infinity;
      for (const [lat, lng] of edge) clear = Math.min(clear, Math.hypot(lat - spot[0], (lng - spot[1]) * shrink));
      spots.push([spot, clear]);
    }
  }
  return spots.sort((a, b) => b[1] - a[1]).map(([spot]) => spot);
}
