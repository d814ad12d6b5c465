// The clusters on the map: one canvas, drawn whole at each step, so that ten thousand move as twenty do.

/* global L */
import { CanvasLayer } from "./canvas.js";
import { whenPainted } from "./dom.js";
import { hectares, inside } from "./plan.js";
import { Taken, placeLabels, ringRadii, sideBySide } from "./symbols.js";
import { formatNumber } from "./text.js";

const INK = "#1c2329";
const SOFT = "#56616a";
const MISSING = "#a3261b"; // a district without a cluster by the horizon
const PAPER = "#ffffff";
const FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif";
const GAP = 3; // between neighbours at one point, in the units of sqrt(ha); the leader shows in it
const REACH = 12; // pixels: half of the smallest target that a finger hits
const MOST_LABELS = 400;
const TINY = 4; // pixels of radius: smaller discs stand apart without a white edge
export const MANY = 300; // discs; more are a crowd: kept as a picture, and named later
const MOST_PICTURES = 12;
const COMMUNES_FROM = 0.9; // zoom levels above the one that shows the whole plan
const MOST_EDGE = 100; // vertices of a district that its name keeps clear of

export const ClusterLayer = CanvasLayer.extend({
  options: { pane: "bkClusters" },

  initialize(plan, options) {
    CanvasLayer.prototype.initialize.call(this, plan, options);
    this.view = { weights: plan.phases.map(() => 1), selected: () => true, selection: "", missing: [], lang: "vi" };
    this.hidden = false; // the discs; names of districts and communes stay
    this.active = -1; // the cluster under the pointer, or with the keyboard's focus
    this.labels = true;
    this.districtNames = true;
    this.textScale = 1;
    this.communeNames = true; // from the zoom on at which they have room
    this.pictures = new Map(); // of crowds, by what they show
    this.named = false; // whether names have been drawn; the page asks for them when the map stands
    this.layout();
  },

  /** Place clusters of one point side by side, in units of the scale; this holds for every zoom. */
  layout() {
    const { clusters } = this.plan;
    const whole = this.plan.phases.map(() => 1);
    const groups = new Map();
    this.offsets = new Float64Array(clusters.length * 2);
    this.world = new Float64Array(clusters.length * 2);
    this.shown = [];
    this.groupOf = new Map();
    for (const cluster of clusters) {
      if (!cluster.latlng) continue;
      const point = L.CRS.EPSG3857.latLngToPoint(L.latLng(cluster.latlng), 0);
      this.world.set([point.x, point.y], cluster.index * 2);
      this.shown.push(cluster);
      const key = cluster.latlng.join(" ");
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(cluster);
    }
    for (const group of groups.values()) {
      if (group.length === 1) continue;
      const radii = group.map((cluster) => Math.sqrt(hectares(cluster, whole)));
      sideBySide(radii, GAP).forEach((offset, i) => {
        this.offsets.set(offset, group[i].index * 2);
        this.groupOf.set(group[i], group);
      });
    }
    // Large ones first, so that small ones lie on top of them.
    this.shown.sort((a, b) => hectares(b, whole) - hectares(a, whole) || a.index - b.index);
  },

  setView(view) {
    Object.assign(this.view, view);
    if (this._map) this.draw();
  },

  /**
   * Pixels of radius for the square root of a hectare: grows by half a zoom, within limits; a crowd that
   * would hide the map starts smaller, and keeps its share of the map until it has grown up.
   */
  scale() {
    const zoom = this._map.getZoom() - this.zoomOfWhole;
    return Math.min(this.plan.scale * Math.min(2.2, Math.max(0.7, 2 ** (zoom / 2))), this.plan.crowd * 2 ** zoom);
  },

  /** Where a cluster is drawn: centre of its disc, outer radii of its rings, in layer pixels. */
  disc(
    cluster, weights = this.view.weights, zoom = this._map.getZoom(), origin = this._map.getPixelOrigin(),
    scale = this.scale(),
  ) {
    const i = cluster.index * 2;
    const k = 2 ** zoom;
    const [x, y] = [this.world[i] * k - origin.x, this.world[i + 1] * k - origin.y];
    return {
      x: x + this.offsets[i] * scale,
      y: y + this.offsets[i + 1] * scale,
      anchor: [x, y],
      radii: ringRadii(cluster.ha, weights, scale),
    };
  },

  /** The cluster at a layer point: the nearest of those whose disc, or a finger around it, holds it. */
  at(point) {
    let best = null;
    let least = Infinity;
    for (const cluster of this.shown) {
      const { x, y, radii } = this.disc(cluster);
      const r = radii.at(-1);
      if (!r) continue;
      const away = Math.hypot(point.x - x, point.y - y);
      if (away <= Math.max(r, REACH) && away / r < least) {
        best = cluster;
        least = away / r;
      }
    }
    return best;
  },

  draw({ blank = false } = {}) {
    if (blank) this.pictures.clear();
    if (!this.begin(blank)) return;
    const { discs, canvas } = this.hidden ? { discs: [] } : this.picture(this.view.weights);
    const { min } = this._bounds;
    const size = this._bounds.getSize();
    if (canvas) this.context.drawImage(canvas, min.x, min.y, size.x, size.y);
    else this.drawDiscs(this.context, discs);
    const active = discs.find(({ cluster }) => cluster.index === this.active);
    if (active) this.drawDisc(this.context, active);
    this.drawn = { discs, active };
    if (this.print || (this.named && !canvas)) this.drawLabels(discs, active);
    else if (this.named) this.nameLater();
  },

  /** The discs in view; a crowd also as a picture that is kept until the map moves: {discs, canvas}. */
  picture(weights) {
    const key = `${weights} ${this.view.selection}`;
    if (this.pictures.has(key)) return this.pictures.get(key);
    const made = { discs: this.discs(weights), canvas: null };
    if (made.discs.length <= MANY || this.print) return made;
    made.canvas = document.createElement("canvas");
    made.canvas.width = this._container.width;
    made.canvas.height = this._container.height;
    const c = made.canvas.getContext("2d");
    c.setTransform(this.context.getTransform());
    this.drawDiscs(c, made.discs);
    // Only whole steps of the timeline come again.
    if (weights.every(Number.isInteger) && this.pictures.size < MOST_PICTURES) this.pictures.set(key, made);
    return made;
  },

  /** Draw a crowd at the other steps of the timeline while nothing else is to do. */
  foresee() {
    const { phases } = this.plan;
    const steps = phases.map(({ end }) => phases.map((phase) => Number(phase.end <= end)));
    const next = steps.find((weights) => !this.pictures.has(`${weights} ${this.view.selection}`));
    if (!next || !this._map || !this.drawn.discs.length || this.pictures.size >= MOST_PICTURES) return;
    const { canvas } = this.picture(next);
    if (!canvas) return;
    canvas.getContext("2d").getImageData(0, 0, 1, 1); // reading makes the browser draw it now
    this.later(() => this.foresee());
  },

  later(then) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(then, 60);
  },

  /** Where the clusters in view are drawn, the largest first. */
  discs(weights) {
    const { min, max } = this._bounds;
    const zoom = this._map.getZoom();
    const origin = this._map.getPixelOrigin();
    const scale = this.scale();
    const discs = [];
    for (const cluster of this.shown) {
      const disc = this.disc(cluster, weights, zoom, origin, scale);
      const { x, y, radii } = disc;
      const r = radii[radii.length - 1];
      if (!r || x + r < min.x || x - r > max.x || y + r < min.y || y - r > max.y) continue;
      disc.r = r;
      disc.cluster = cluster;
      disc.dim = !this.view.selected(cluster);
      discs.push(disc);
    }
    return discs;
  },

  drawDiscs(c, discs) {
    for (const dim of [true, false]) {
      this.drawLeaders(c, discs, dim);
      for (const disc of discs) if (disc.dim === dim) this.drawDisc(c, disc);
    }
  },

  /** Draw once in the next frame, however many movements of the pointer ask for it. */
  drawSoon() {
    this.soon ??= requestAnimationFrame(() => {
      this.soon = null;
      this.draw();
    });
  },

  /** Names come after the discs, at first and where there are many: the map stands sooner. */
  nameLater() {
    this.callOff?.();
    this.callOff = whenPainted(() => {
      this.named = true;
      if (!this.context) return;
      this.drawLabels(this.drawn.discs, this.drawn.active);
      if (this.pictures.size) this.later(() => this.foresee());
    });
  },

  /** Lines from the discs that share a point to that point, and a dot on it, all in one path. */
  drawLeaders(c, discs, dim) {
    const points = new Map();
    c.globalAlpha = dim ? 0.25 : 1;
    c.strokeStyle = INK;
    c.fillStyle = INK;
    c.lineWidth = 1.25;
    c.beginPath();
    for (const disc of discs) {
      const group = this.groupOf.get(disc.cluster);
      if (group === undefined || disc.dim !== dim) continue;
      const [x, y] = disc.anchor;
      c.moveTo(disc.x, disc.y);
      c.lineTo(x, y);
      points.set(group, disc.anchor);
    }
    c.stroke();
    c.beginPath();
    for (const [x, y] of points.values()) {
      c.moveTo(x + 2.2, y);
      c.arc(x, y, 2.2, 0, 2 * Math.PI);
    }
    c.fill();
  },

  // The outline lies outside of the disc: it takes nothing from the painted area.
  drawDisc(c, { x, y, r, radii, cluster, dim }) {
    const active = cluster.index === this.active;
    const disc = (radius, fill) => {
      c.fillStyle = fill;
      c.beginPath();
      c.arc(x, y, radius, 0, 2 * Math.PI);
      c.fill();
    };
    c.globalAlpha = dim && !active ? 0.22 : 1;
    if (active) disc(r + 4, INK);
    if (active || r > TINY) disc(r + (active ? 1.5 : 1.75), PAPER);
    for (let p = radii.length - 1; p >= 0; p--) {
      if (radii[p] > (radii[p - 1] || 0)) disc(radii[p], this.plan.phases[p].colour);
    }
    c.globalAlpha = 1;
  },

  drawLabels(discs, active) {
    const taken = new Taken();
    for (const disc of discs) taken.addDisc(disc);
    if (this.labels || active) {
      const wanted = discs.filter(({ dim }) => this.labels && !dim).slice(0, MOST_LABELS);
      if (active) wanted.unshift(active);
      const items = [...new Set(wanted)].map((disc) => ({ ...disc, ...this.labelOf(disc) }));
      for (const { item, x, y } of placeLabels(items, taken)) {
        item.lines.forEach(([words, font], i) => this.text(words, x, y + item.lineHeight * i, font, INK));
      }
    }
    if (this.districtNames) {
      const font = `600 ${this.size(11.5)}px ${FONT}`;
      const { missing } = this.view;
      const form = (name) => (missing.includes(name) ? "✗ " : "") + name.toLocaleUpperCase("vi");
      this.drawNames(this.plan.districts, form, font, taken, (name) => (missing.includes(name) ? MISSING : SOFT));
    }
    if (this.communeNames && this._map.getZoom() > this.zoomOfWhole + COMMUNES_FROM) {
      this.drawNames(this.plan.communes, (name) => name, `400 ${this.size(11)}px ${FONT}`, taken, () => SOFT);
    }
  },

  /** Text of so many pixels on a laptop: larger on a large screen, and on a large sheet. */
  size(px) {
    return px * (this.print ? 0.84 * this.print.text : this.textScale);
  },

  /** A label's lines and size; on paper the hectares by phase stand below the name, for grey prints. */
  labelOf({ cluster }) {
    const size = this.size(12.5);
    const lines = [[cluster.name, `${cluster.index === this.active ? 700 : 500} ${size}px ${FONT}`]];
    const { weights, lang } = this.view;
    if (this.print) {
      const parts = cluster.ha.filter((ha, p) => ha * weights[p] > 0).map((ha) => formatNumber(lang, ha));
      lines.push([parts.join(" + "), `400 ${size - 1.5}px ${FONT}`]);
    }
    const lineHeight = size * 1.18;
    const width = Math.max(...lines.map(([words, font]) => this.widthOf(words, font)));
    return { lines, lineHeight, width, height: lineHeight * lines.length };
  },

  /** Write each unit's name where it has the most room, if it has any in view. */
  drawNames(units, form, font, taken, colour) {
    const { min, max } = this._bounds;
    const seen = this._map.getBounds();
    const [pad, height] = [2, this.size(15)];
    for (const unit of units) {
      if (!seen.intersects(unit.bounds)) continue;
      const words = form(unit.name);
      const width = this.widthOf(words, font);
      if (!unit.spots) unit.spots = labelSpots(unit);
      for (const spot of unit.spots) {
        const { x, y } = this._map.latLngToLayerPoint(spot);
        const box = [x - width / 2 - pad, y - height / 2, x + width / 2 + pad, y + height / 2];
        const inView = box[0] > min.x && box[2] < max.x && box[1] > min.y && box[3] < max.y;
        if (inView && !taken.hits(box)) {
          taken.add(box);
          this.text(words, box[0] + pad, box[1], font, colour(unit.name));
          break;
        }
      }
    }
  },

  text(words, x, y, font, colour) {
    const c = this.context;
    c.font = font;
    c.textBaseline = "top";
    c.lineJoin = "round";
    c.lineWidth = 4;
    c.strokeStyle = "rgba(255,255,255,0.92)";
    c.strokeText(words, x, y);
    c.fillStyle = colour;
    c.fillText(words, x, y);
  },

  widthOf(words, font) {
    if (!this.widths) this.widths = new Map();
    const key = font + words;
    if (!this.widths.has(key)) {
      this.context.font = font;
      this.widths.set(key, this.context.measureText(words).width);
    }
    return this.widths.get(key);
  },
});

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
