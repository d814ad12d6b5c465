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
