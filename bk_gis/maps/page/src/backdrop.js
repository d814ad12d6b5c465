// What lies under the clusters: sub-regions, borders, graticule.

/* global L */
import { CanvasLayer } from "./canvas.js";
import { memo } from "./memo.js";
import { areMany } from "./plan.js";
import { DEGREE, numberOf } from "./shapes.js";
import { HATCH } from "./symbols.js";
import { bordersOf } from "./vintages.js";

const UNIT = 2 ** 20; // local units for a pixel of zoom 0: paths hold numbers of single precision
const FINE = 0.3; // pixels by which a line may run beside the vertices that are left out

/** Sub-regions and borders, each arc once. `shows` says what is drawn; `opacity` is that of the tints. */
export const BackdropLayer = CanvasLayer.extend({
  options: { pane: "bkGround" },

  initialize(plan, options) {
    CanvasLayer.prototype.initialize.call(this, plan, options);
    this.shows = { subregions: true, districts: true, communes: true };
    this.opacity = 1;
    this.vintage = null; // the plan's own
    this.hatched = []; // units without a cluster, as their places in the plan's list
    this.base = L.CRS.EPSG3857.latLngToPoint(L.latLng(plan.bounds[0]), 0);
    this.paths = new Map();
  },

  /** An arc in local units: Web Mercator from the plan's south-west corner. */
  local(arc) {
    const xy = new Float64Array(arc.length);
    const scale = (256 / 360) * UNIT;
    for (let i = 0; i < arc.length; i += 2) {
      const sine = Math.sin(((arc[i + 1] / DEGREE) * Math.PI) / 180);
      xy[i] = (arc[i] / DEGREE + 180) * scale - this.base.x * UNIT;
      xy[i + 1] = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 256 * UNIT - this.base.y * UNIT;
    }
    return xy;
  },

  /** Paths with the vertices that a zoom can show, made once for each half zoom. */
  pathsAt(zoom) {
    const level = Math.ceil(zoom * 2) / 2;
    if (!this.paths.has(level)) {
      const most = (FINE * UNIT) / 2 ** level;
      this.arcs ??= this.plan.arcs.map((arc) => this.local(arc));
      const thin = this.arcs.map((xy) => thinned(xy, most));
      const line = (path, i) => trace(path, thin[i], true);
      const ring = (path, references) => {
        references.forEach((r, n) => trace(path, thin[numberOf(r)], n === 0, r < 0));
        return path;
      };
      this.paths.set(level, {
        fills: this.plan.tinted.map(({ outline }) => outline.reduce(ring, new Path2D())),
        area: memo((units) => units.reduce((path, u) => this.plan.units[u].outline.reduce(ring, path), new Path2D())),
        borders: memo((borders) => Object.fromEntries(
          Object.entries(borders).map(([name, arcs]) => [name, arcs.reduce(line, new Path2D())]),
        )),
      });
    }
    return this.paths.get(level);
  },

  /**
   * Draw the borders of a vintage, and hatch the units that are missing a cluster, as their places in the plan's
   * list, if they are too many to be marked one by one.
   */
  setView({ missing, vintage }) {
    if (String(missing) === String(this.hatched) && vintage === this.vintage) return;
    Object.assign(this, { hatched: missing, vintage });
    this.draw();
  },

  /** Slanting lines over an area that stands in the units of the paths; they keep their distance at every zoom. */
  drawHatching(area) {
    const { context: c, _bounds: { min, max }, ratio } = this;
    const [high, step] = [max.y - min.y, HATCH.step * Math.SQRT2];
    c.save();
    c.clip(area, "evenodd");
    c.setTransform(ratio, 0, 0, ratio, -min.x * ratio, -min.y * ratio);
    c.setLineDash([]);
    c.strokeStyle = HATCH.colour;
    c.lineWidth = HATCH.width;
    c.beginPath();
    // Through the same points wherever the frame is, so that they do not move when the map does.
    for (let sum = Math.ceil((min.x + min.y) / step) * step; sum < max.x + max.y; sum += step) {
      c.moveTo(sum - max.y, max.y);
      c.lineTo(sum - max.y + high, min.y);
    }
    c.stroke();
    c.restore();
  },

  /** The box around what was brought near: what lies there in truth is not seen in it. */
  drawBox(scale) {
    const { context: c, plan: { inset } } = this;
    const [west, south, east, north] = this.local(inset.box);
    c.fillStyle = "#eef1f3";
    c.strokeStyle = "#4a545c";
    c.lineWidth = 1 / scale;
    c.fillRect(west, north, east - west, south - north);
    c.strokeRect(west, north, east - west, south - north);
  },

  draw({ blank = false } = {}) {
    if (!this.begin(blank)) return;
    const c = this.context;
    const zoom = this._map.getZoom();
    const origin = this._map.getPixelOrigin();
    const scale = 2 ** zoom / UNIT;
    c.transform(scale, 0, 0, scale, this.base.x * 2 ** zoom - origin.x, this.base.y * 2 ** zoom - origin.y);
    c.lineJoin = "round";
    c.lineCap = "round";
    const paths = this.pathsAt(zoom);
    const stroke = (path, colour, width, dash = []) => {
      c.strokeStyle = colour;
      c.lineWidth = width / scale;
      c.setLineDash(dash.map((length) => length / scale));
      c.stroke(path);
    };
    const { subregions, districts, communes } = this.shows;
    if (this.plan.inset) this.drawBox(scale);
    if (subregions) {
      c.globalAlpha = this.opacity;
      paths.fills.forEach((path, i) => {
        c.fillStyle = this.plan.tinted[i].tint;
        c.fill(path, "evenodd");
      });
      c.globalAlpha = 1;
    }
    if (areMany(this.hatched)) this.drawHatching(paths.area(this.hatched));
    const { plan, vintage } = this;
    const lines = paths.borders(vintage ? bordersOf(vintage, plan) : plan.borders);
    if (communes && vintage) stroke(lines.commune, "#8a949c", 1.1);
    else if (communes) stroke(lines.commune, subregions ? "#ffffff" : "#c3cad0", 1.1);
    if (districts) stroke(lines.district, "#8a949c", 1.2, [5, 3]);
    if (subregions) {
      stroke(lines.subregion, "#4a545c", 1.6);
      stroke(lines.outline, "#4a545c", 1.8);
    }
  },
});

/** The pieces of a meridian or parallel on both sides of a box that it crosses. */
function around([from, to], [west, south, east, north]) {
  const isUpright = from[1] === to[1];
  const [stays, edges, sides] = isUpright ? [from[1], [south, north], [west, east]] : [from[0], [west, east], [south, north]];
  if (stays <= sides[0] || stays >= sides[1]) return [[from, to]];
  const at = (value) => (isUpright ? [value, stays] : [stays, value]);
  return [[from, at(edges[0])], [at(edges[1]), to]];
}

/** A line without the vertices that it passes within `most` (Douglas and Peucker); the ends stay. */
function thinned(xy, most) {
  const last = xy.length - 2;
  if (last < 4) return xy;
  const kept = new Uint8Array(xy.length);
  kept[0] = kept[last] = 1;
  for (const open = [0, last]; open.length;) {
    const to = open.pop();
    const from = open.pop();
    const [x, y] = [xy[from], xy[from + 1]];
    const [dx, dy] = [xy[to] - x, xy[to + 1] - y];
    const length = Math.sqrt(dx * dx + dy * dy);
    let [farthest, at] = [most * (length || 1), 0];
    for (let i = from + 2; i < to; i += 2) {
      const [px, py] = [xy[i] - x, xy[i + 1] - y];
      const away = length ? Math.abs(px * dy - py * dx) : Math.sqrt(px * px + py * py);
      if (away > farthest) [farthest, at] = [away, i];
    }
    if (at) {
      kept[at] = 1;
      open.push(from, at, at, to);
    }
  }
  const line = [];
  for (let i = 0; i <= last; i += 2) if (kept[i]) line.push(xy[i], xy[i + 1]);
  return line;
}

/** Add a line to a path, as a new piece or on from where the path is; backwards if asked. */
function trace(path, xy, anew, backwards = false) {
  const last = xy.length - 2;
  for (let k = 0; k <= last; k += 2) {
    const i = backwards ? last - k : k;
    if (k === 0 && anew) path.moveTo(xy[i], xy[i + 1]);
    else path.lineTo(xy[i], xy[i + 1]);
  }
  return path;
}

/** Meridians and parallels at a round step, labelled at the frame; none through the box of what was brought near. */
export function graticule({ bounds: [[south, west], [north, east]], inset }) {
  const step = [1, 0.5, 0.25, 0.1, 0.05].find((s) => (north - south) / s >= 3) || 0.05;
  const group = L.layerGroup();
  const style = { interactive: false, color: "#2b6f77", weight: 0.7, opacity: 0.7 };
  const from = (value) => Math.floor(value / step) * step;
  const box = inset?.box.map((value) => value / DEGREE);
  const add = (points, words, at) => {
    group.addLayer(L.polyline(box ? around(points, box) : [points], style));
    const label = document.createElement("span");
    label.textContent = words;
    group.addLayer(
      L.marker(at, { interactive: false, keyboard: false, icon: L.divIcon({ className: "bk-degree", html: label, iconSize: null }) }),
    );
  };
  const degrees = (value, suffix) => {
    const minutes = Math.round(value * 60);
    return `${Math.floor(minutes / 60)}°${String(minutes % 60).padStart(2, "0")}′${suffix}`;
  };
  const [s, w] = [from(south), from(west)];
  const [n, e] = [from(north) + step, from(east) + step];
  for (let lng = w; lng <= e + 1e-9; lng += step) add([[s, lng], [n, lng]], degrees(lng, "E"), [n, lng]);
  for (let lat = s; lat <= n + 1e-9; lat += step) add([[lat, w], [lat, e]], degrees(lat, "N"), [lat, w]);
  return group;
}
