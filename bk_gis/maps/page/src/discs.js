// How clusters look on a canvas: the discs with their rings, and the lines to the points that they do not cover.

import { drawStatus, drawSurveyed } from "./statuses.js";
import { DISC } from "./symbols.js";

const INK = "#1c2329";
const PAPER = "#ffffff";
const TINY = 4; // pixels of radius: smaller discs stand apart without an outline

/** Draw discs {x, y, r, radii, point, anchor, dim}, those outside of the selection first. */
export function drawDiscs(c, discs, phases) {
  for (const dim of [true, false]) {
    const some = discs.filter((disc) => disc.dim === dim);
    drawLeaders(c, some.filter(({ x, y, r, anchor }) => Math.hypot(x - anchor[0], y - anchor[1]) >= r), dim);
    drawSurveyed(c, some.filter(({ cluster }) => cluster.method === "surveyed"));
    for (const disc of some) drawDisc(c, disc, phases);
  }
}

const MOST_REDRAWN = 200; // points; with more, drawing all of them takes no longer
const ROOM = 8; // pixels around a disc: its outline, its mark

/** Draw anew where discs differ from those that a canvas shows; gives whether it could, being few. */
export function redrawn(c, before, after, phases) {
  const old = new Set(before);
  const of = new Map(); // by the point of discs that differ: what they cover
  for (const disc of [...after.filter((one) => !old.delete(one)), ...old]) {
    const [box, so] = [boxOf(disc), of.get(disc.point) ?? boxOf(disc)];
    of.set(disc.point, box.map((edge, i) => (i < 2 ? Math.min : Math.max)(edge, so[i])));
  }
  if (of.size > MOST_REDRAWN) return false;
  const boxes = [...of.values()];
  c.save();
  c.beginPath();
  for (const [left, top, right, bottom] of boxes) c.rect(left, top, right - left, bottom - top);
  c.clip();
  for (const [left, top, right, bottom] of boxes) c.clearRect(left, top, right - left, bottom - top);
  const meets = (one) => boxes.some((box) => one[0] < box[2] && one[2] > box[0] && one[1] < box[3] && one[3] > box[1]);
  drawDiscs(c, after.filter((disc) => meets(boxOf(disc))), phases);
  c.restore();
  return true;
}

/** What a disc and the line to its point may cover, in whole pixels. */
function boxOf({ x, y, r, anchor }) {
  const reach = r + ROOM;
  return [
    Math.floor(Math.min(x - reach, anchor[0] - ROOM)), Math.floor(Math.min(y - reach, anchor[1] - ROOM)),
    Math.ceil(Math.max(x + reach, anchor[0] + ROOM)), Math.ceil(Math.max(y + reach, anchor[1] + ROOM)),
  ];
}

/** Lines from discs to their points, and a dot on each, all in one path. */
function drawLeaders(c, discs, dim) {
  c.globalAlpha = dim ? 0.25 : 1;
  c.strokeStyle = INK;
  c.fillStyle = INK;
  c.lineWidth = 1.25;
  c.beginPath();
  for (const { x, y, anchor } of discs) {
    c.moveTo(x, y);
    c.lineTo(...anchor);
  }
  c.stroke();
  c.beginPath();
  for (const [x, y] of new Map(discs.map(({ point, anchor }) => [point, anchor])).values()) {
    c.moveTo(x + 2.2, y);
    c.arc(x, y, 2.2, 0, 2 * Math.PI);
  }
  c.fill();
}

/** Draw one disc, `active` where it is pointed at. The outline lies outside: it takes nothing from the painted area. */
export function drawDisc(c, { x, y, r, radii, dim, cluster }, phases, active = false) {
  const disc = (radius, fill) => {
    c.fillStyle = fill;
    c.beginPath();
    c.arc(x, y, radius, 0, 2 * Math.PI);
    c.fill();
  };
  c.globalAlpha = dim && !active ? 0.22 : 1;
  if (active) disc(r + 4, INK);
  if (active) disc(r + 1.5, PAPER);
  else if (r > TINY) disc(r + DISC.outline, DISC.edge);
  for (let p = radii.length - 1; p >= 0; p--) {
    if (radii[p] > (radii[p - 1] || 0)) disc(radii[p], phases[p].colour);
  }
  if (r > TINY && (!active || cluster.status === "withdrawn")) drawStatus(c, { x, y, r }, cluster.status);
  c.globalAlpha = 1;
}
