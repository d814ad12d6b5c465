// Where discs and names stand, so that none hides another. The rule is written in placing.py, of which this is
// the same in JavaScript; here y counts down, and `unit` is what a pixel of symbols.json is to the caller.

import { inside } from "./shapes.js";
import { AREA, DISC, NAME } from "./symbols.js";

const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const AT_ONCE = 64; // spots that are tried before looking anew at what stands near them
const TOUCH = 1 - 1e-6; // of a distance: discs may touch, whatever the last digits are

/**
 * Where discs {x, y, r} stand so that none covers another: [{x, y}]. In a crowd only those of one point make
 * way for each other.
 */
export function sideBySide(discs, unit, crowd = discs.length > DISC.crowd) {
  const [gap, open] = [DISC.gap * unit, DISC.open * unit];
  const points = new Map();
  const pointOf = discs.map(({ x, y }) => {
    const key = `${x} ${y}`;
    if (!points.has(key)) points.set(key, { x, y, discs: 0, next: 0, standing: [] });
    const point = points.get(key);
    point.discs += 1;
    return point;
  });
  const everywhere = [];
  for (const point of points.values()) {
    if (!crowd) point.standing = everywhere;
    if (point.discs > 1) point.standing.push({ x: point.x, y: point.y, r: open - gap }); // kept open as a disc is
  }
  const spots = [];
  for (const i of discs.map((_, n) => n).sort((a, b) => discs[b].r - discs[a].r || a - b)) {
    const [point, { x, y, r }] = [pointOf[i], discs[i]];
    const near = point.discs > 1 ? r + open : 0;
    const awayOf = (k) => near + DISC.step * (r + gap) * Math.sqrt(Math.max(k - 1, 0));
    const spotAt = (k, away) => {
      const turn = k < 2 ? Math.PI * (1 - k) : GOLDEN * k;
      return { x: x + away * Math.cos(turn), y: y - away * Math.sin(turn), r };
    };
    const isFree = (spot, around) => around.every((other) => isApart(spot, other, gap));
    let around = []; // of what stands, what the next spots may touch
    let k = point.next;
    for (; ; k++) {
      if ((k - point.next) % AT_ONCE === 0) around = touching(point, awayOf(k), awayOf(k + AT_ONCE), r + gap);
      if (isFree(spotAt(k, awayOf(k)), around)) break;
    }
    if (point.discs > 1) point.next = k;
    let [from, to] = [near, awayOf(k)];
    around = to > from ? touching(point, from, to, r + gap) : [];
    for (let half = 0; to > from && half < DISC.halves; half++) {
      const middle = (from + to) / 2;
      if (isFree(spotAt(k, middle), around)) to = middle;
      else from = middle;
    }
    spots[i] = spotAt(k, to);
    point.standing.push(spots[i]);
  }
  return spots;
}

/** What stands where a disc that goes from one distance to another may touch it, the latest first. */
function touching({ x, y, standing }, from, to, reach) {
  return standing.filter((other) => {
    const away = Math.sqrt((other.x - x) ** 2 + (other.y - y) ** 2);
    return away < to + reach + other.r && away > from - reach - other.r;
  }).reverse();
}

const isApart = (a, b, gap) => (a.x - b.x) ** 2 + (a.y - b.y) ** 2 >= (TOUCH * (a.r + b.r + gap)) ** 2;

/** Boxes [left, top, right, bottom] and discs on a grid, to ask quickly whether a box would cover any of them. */
export class Taken {
  constructor(frame, cell = 64) {
    this.frame = frame;
    this.cell = cell;
    this.cells = new Map();
  }

  *#keys([x0, y0, x1, y1]) {
    for (let i = Math.floor(x0 / this.cell); i <= Math.floor(x1 / this.cell); i++) {
      for (let j = Math.floor(y0 / this.cell); j <= Math.floor(y1 / this.cell); j++) yield i * 65536 + j;
    }
  }

  /** Whether a box lies in the frame. */
  frames(box) {
    const { frame } = this;
    return frame[0] <= box[0] && frame[1] <= box[1] && box[2] <= frame[2] && box[3] <= frame[3];
  }

  /** Whether a box covers something or leaves the frame. */
  hits(box) {
    if (!this.frames(box)) return true;
    for (const other of this.#near(box)) if (covers(box, other)) return true;
    return false;
  }

  /** Whether no other disc is nearer to the box of a label than its own. */
  isNearest(label, box) {
    const reach = away(label, box) - label.r;
    for (const { disc } of this.#near([box[0] - reach, box[1] - reach, box[2] + reach, box[3] + reach])) {
      if (disc && !(disc.x === label.x && disc.y === label.y) && away(disc, box) - disc.r < reach) return false;
    }
    return true;
  }

  /** Whether the line from a label's disc to its box hits nothing else. */
  isJoined(label, box, unit) {
    const points = joints(label, box, unit);
    if (!points.length) return this.isNearest(label, box);
    const isOwn = ({ disc }) => disc?.x === label.x && disc?.y === label.y;
    return points.every((point) => {
      for (const other of this.#near(point)) if (!isOwn(other) && covers(point, other)) return false;
      return true;
    });
  }

  *#near(box) {
    for (const key of this.#keys(box)) yield* this.cells.get(key) || [];
  }

  add(box, disc = null) {
    for (const key of this.#keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push({ box, disc });
    }
  }

  addDisc({ x, y, r }, outline = 0) {
    const radius = r + outline;
    this.add([x - radius, y - radius, x + radius, y + radius], { x, y, r: radius });
  }
}

function covers(box, { box: other, disc }) {
  if (box[0] >= other[2] || box[2] <= other[0] || box[1] >= other[3] || box[3] <= other[1]) return false;
  return !disc || away(disc, box) < disc.r;
}

/** From the middle of a disc to a box. */
function away({ x, y }, [left, top, right, bottom]) {
  return Math.hypot(Math.min(Math.max(x, left), right) - x, Math.min(Math.max(y, top), bottom) - y);
}

/** Place names {x, y, r, width, height} by their discs, the most important first: a box, or null if it is left out. */
export function placeLabels(labels, taken, unit, { paper = false } = {}) {
  return labels.map((label) => {
    const free = (boxes, isOwn) => boxes.find((box) => !taken.hits(box) && isOwn(box)) ?? null;
    let box = free(beside(label, unit), (one) => taken.isNearest(label, one));
    if (!box && paper && labels.length <= NAME.all_up_to) {
      box = free(furtherOff(label, unit), (one) => taken.isJoined(label, one, unit));
    }
    if (box) for (const part of [box, ...joints(label, box, unit)]) taken.add(part);
    return box;
  });
}

function beside({ x, y, r, width: w, height: h }, unit) {
  const [beside_, above] = [r + NAME.beside * unit, r + NAME.above * unit];
  const d = r * 0.7071 + NAME.corner * unit;
  const corners = [
    [x + beside_, y - h / 2], [x - w / 2, y + above], [x - beside_ - w, y - h / 2], [x - w / 2, y - above - h],
    [x + d, y + d], [x + d, y - d - h], [x - d - w, y + d], [x - d - w, y - d - h],
  ];
  return corners.map(([left, top]) => [left, top, left + w, top + h]);
}

function furtherOff({ x, y, r, width: w, height: h }, unit) {
  return Array.from({ length: NAME.steps * NAME.ways }, (_, i) => {
    const away = r + NAME.further * (1 + Math.floor(i / NAME.ways)) * unit;
    const turn = (2 * Math.PI * (i % NAME.ways)) / NAME.ways;
    const left = x + Math.cos(turn) * (away + w / 2) - w / 2;
    const top = y + Math.sin(turn) * (away + h / 2) - h / 2;
    return [left, top, left + w, top + h];
  });
}

/** The line from the edge of a disc to its name, where that stands further off: [[x, y], [x, y]], or null. */
export function leader({ x, y, r }, [left, top, right, bottom], unit) {
  const [u, v] = [Math.min(Math.max(x, left), right), Math.min(Math.max(y, top), bottom)];
  const away = Math.hypot(u - x, v - y);
  if (away <= r + NAME.leader * unit) return null;
  const share = r / away;
  return [[x + (u - x) * share, y + (v - y) * share], [u, v]];
}

/** Small boxes that cover the line from a disc to its name, if there is one. */
function joints(label, box, unit) {
  const [line, half] = [leader(label, box, unit), NAME.line * unit];
  if (!line) return [];
  const [[xa, ya], [xb, yb]] = line;
  return Array.from({ length: NAME.joints - 1 }, (_, i) => {
    const share = (i + 1) / NAME.joints;
    const [x, y] = [xa + (xb - xa) * share, ya + (yb - ya) * share];
    return [x - half, y - half, x + half, y + half];
  });
}

/**
 * Spots {at: [lat, lng], within} of an area, and to the left and right of it, the farthest within it first; names
 * are wide, so that width counts less.
 */
export function areaSpots(rings, [[south, west], [north, east]], { shrink = 1, around = false } = {}) {
  const every = Math.ceil(rings.flat().length / AREA.vertices);
  const rough = rings.map((ring) => ring.filter((_, i) => i % every === 0));
  const edge = rough.flat();
  const more = around ? AREA.around : 0;
  const spots = [];
  for (let i = 1; i < AREA.spots; i++) {
    const row = Array.from({ length: AREA.spots - 1 + 2 * more }, (_, j) => {
      const at = [south + (north - south) * (i / AREA.spots), west + (east - west) * ((j + 1 - more) / AREA.spots)];
      return { at, within: inside(rough, at) };
    });
    for (const [j, { at, within }] of row.entries()) {
      if (!row.slice(Math.max(0, j - more), j + more + 1).some((spot) => spot.within)) continue;
      const clear = Math.min(...edge.map(([lat, lng]) => Math.hypot(((at[1] - lng) * shrink) / AREA.width, at[0] - lat)));
      // Rounded, so that spots that are as good stay in the order of the grid.
      spots.push({ at, within, clear: Math.floor((within ? clear : -clear) * 1e6 + 0.5) });
    }
  }
  return spots.sort((a, b) => b.clear - a.clear);
}

/** Place a name on one of the spots {x, y, within} of its area: a box, or null if it is left out. */
export function placeInArea(spots, [width, height], taken, unit, { always = false } = {}) {
  const boxes = spots.map(({ x, y }) => [x - width / 2, y - height / 2, x + width / 2, y + height / 2]);
  const clear = AREA.clear * unit;
  const apart = ([left, top, right, bottom], i) =>
    spots[i].within && !taken.hits([left - clear, top - clear, right + clear, bottom + clear]);
  const box = boxes.find(apart) ?? boxes.find((other) => !taken.hits(other)) ?? (always ? boxes.find((other) => taken.frames(other)) : null);
  if (box) taken.add(box);
  return box ?? null;
}
